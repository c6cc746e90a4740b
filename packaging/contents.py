"""What is inside a frozen program: its Python packages with their licences, for a reader and as a bill of materials.

Works from the list of modules and files that PyInstaller put in, so that what is named is what is there.
"""

import json
import re
import ssl
import sys
import sysconfig
import uuid
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

from firsthand.desk.contents import BILLS, MODEL, SHIPPED, licence_files, licence_of

LICENCES = "licences"
"""The folder in the program that holds every licence, and the bill of materials."""

_OPENSSL = ("OpenSSL", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0")
_XCB = ("xcb-util libraries", "", "MIT")
NATIVE = {
    "libcrypto": _OPENSSL,
    "libssl": _OPENSSL,
    "libffi": ("libffi", "", "MIT"),
    "libbz2": ("bzip2", "", "bzip2-1.0.6"),
    "liblzma": ("XZ Utils (liblzma)", "", "0BSD"),
    "libzstd": ("Zstandard", "", "BSD-3-Clause"),
    "libicu": ("ICU", "", "Unicode-3.0"),
    "libxkbcommon": ("libxkbcommon", "", "MIT"),
    "libxcb-": _XCB,
    "libhunspell": ("Hunspell", "1.7", "MPL-1.1 or GPL-2.0 or LGPL-2.1"),
    "libgomp": ("GCC runtime libraries", "", "GPL-3.0 with GCC exception"),
}
"""Libraries that are in no Python package's list, by how their files begin: name, version where known, licence."""

_QT = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie in the folder PySide6\n"
    "as libraries of their own, which you may replace with your own builds; their source is at\n"
    "https://download.qt.io/official_releases/QtForPython/ and https://code.qt.io/.\n"
)


def distributions(modules: Iterable[str]) -> list[metadata.Distribution]:
    """The installed packages that these modules belong to, by name; not Firsthand, the freezer's or the model's."""
    owners = metadata.packages_distributions()
    names = {owner for module in modules for owner in owners.get(module.split(".")[0], ())}
    found = {package.name.lower(): package for package in map(metadata.distribution, names)}
    ours = {"firsthand", *MODEL}
    return [found[name] for name in sorted(found) if name not in ours and not name.startswith("pyinstaller")]


def model() -> list[metadata.Distribution]:
    """The packages of the built-in model, where it is installed."""
    return [package for name in MODEL for package in list(metadata.distributions(name=name))[:1]]


def component(kind: str, name: str, version: str, licence: str, address: str) -> dict[str, object]:
    """A part as a bill of materials names it."""
    told: dict[str, object] = {"type": kind, "bom-ref": address, "name": name}
    told |= {"version": version} if version else {}
    return told | {"purl": address, "licenses": [{"license": {"name": licence}}]}


def of_python(package: metadata.Distribution) -> dict[str, object]:
    """A Python package as a part."""
    address = f"pkg:pypi/{package.name.lower().replace('_', '-')}@{package.version}"
    return component("library", package.name, package.version, licence_of(package), address)


def of_the_system(libraries: Iterable[str]) -> list[dict[str, object]]:
    """The libraries of others that came along from the machine that froze the program, by their file names."""
    held = {kind for name in libraries for known, kind in NATIVE.items() if name.startswith(known)}
    return [component("library", *each, purl(*each[:2])) for each in sorted(held)]


def of_resources() -> list[dict[str, object]]:
    """Python, and what lies in the program's resources and is not ours."""
    python = ("Python", sys.version.split()[0])
    shipped = [
        component("data", part.name, part.version, part.licence, purl(part.name, part.version)) for part in SHIPPED
    ]
    return [component("platform", *python, "PSF-2.0", purl(*python)), *shipped]


def purl(name: str, version: str) -> str:
    """The address of a part that comes from no registry."""
    plain = "-".join(re.findall(r"[a-z0-9.]+", name.lower()))
    return f"pkg:generic/{plain}@{version}" if version else f"pkg:generic/{plain}"


def write(folder: Path, packages: list[metadata.Distribution], version: str, libraries: Iterable[str] = ()) -> None:
    """Write the licences, a list of them, and the bills of materials of program and model into a new folder."""
    folder.mkdir(parents=True)
    for package in packages:
        for file in licence_files(package):
            _copy(file, folder / package.name / file.name)
    for file in [*sorted((Path(__file__).parent / "licences").iterdir()), *_python_licence()]:
        _copy(file, folder / file.name)
    program = [*map(of_python, packages), *of_the_system(libraries), *of_resources()]
    for name, parts in zip(BILLS, (program, list(map(of_python, model()))), strict=True):
        (folder / name).write_text(json.dumps(bill(parts, version), indent=1) + "\n", "utf-8", newline="\n")
    lines = [f"What is inside Firsthand {version}, beside Firsthand itself (MIT):", "", *map(_line, program)]
    lines += [f"{_line(of_python(package))} (if the built-in model is installed)" for package in model()]
    (folder / "README.txt").write_text("\n".join([*lines, "", _QT]), "utf-8", newline="\n")


def _line(part: dict[str, Any]) -> str:
    named = f"{part['name']} {part.get('version', '')}".strip()
    return f"{named}: {part['licenses'][0]['license']['name']}"


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.read_bytes())


def _python_licence() -> list[Path]:
    library = Path(sysconfig.get_path("stdlib"))
    return [file for file in (library / "LICENSE.txt", library.parent / "LICENSE.txt") if file.exists()][:1]


def bill(parts: list[dict[str, object]], version: str) -> dict[str, object]:
    """The bill of materials (CycloneDX 1.5); the same for the same contents."""
    named = " ".join(str(part["purl"]) for part in parts)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'firsthand {version} {named}')}",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "firsthand", "version": version}},
        "components": parts,
    }
