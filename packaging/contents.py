"""What is inside a frozen program: its Python packages with their licences, for a reader and as a bill of materials.

Works from the list of modules and files that PyInstaller put in, so that what is named is what is there.
"""

import json
import sys
import sysconfig
import uuid
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import trimming

LICENCES = "licences"
"""The folder in the program that holds every licence, and the bill of materials."""

BILL = "contents.cdx.json"
MODEL_BILL = "model.cdx.json"

_QT = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie in the folder PySide6\n"
    "as libraries of their own, which you may replace with your own builds; their source is at\n"
    "https://download.qt.io/official_releases/QtForPython/ and https://code.qt.io/.\n"
)


def distributions(modules: Iterable[str]) -> list[metadata.Distribution]:
    """The installed packages that these modules belong to, by name; not Firsthand, nor the freezer's own parts."""
    owners = metadata.packages_distributions()
    names = {owner for module in modules for owner in owners.get(module.split(".")[0], ())}
    found = {package.name.lower(): package for package in map(metadata.distribution, names)}
    return [found[name] for name in sorted(found) if name != "firsthand" and not name.startswith("pyinstaller")]


def model() -> list[metadata.Distribution]:
    """The packages of the built-in model, where it is installed."""
    return [package for name in trimming.MODEL for package in list(metadata.distributions(name=name))[:1]]


def licence_files(package: metadata.Distribution) -> list[Path]:
    """The licence texts that a package brings."""
    words = ("licen", "copying", "notice", "authors")
    listed = [file for file in package.files or [] if ".dist-info" in str(file.parent) or ".dist-info" in str(file)]
    found = [file for file in listed if any(word in file.name.lower() for word in words)]
    return sorted(Path(str(file.locate())) for file in found)


def licence_of(package: metadata.Distribution) -> str:
    """What a package says of its licence, in a few words."""
    said = package.metadata
    kinds = [
        each.rpartition("::")[2].strip() for each in said.get_all("Classifier") or [] if each.startswith("License")
    ]
    return said.get("License-Expression") or ", ".join(kinds) or (said.get("License") or "see its files").split("\n")[0]


def write(folder: Path, packages: list[metadata.Distribution], version: str) -> None:
    """Write the licences, a list of them, and the bills of materials of program and model into a new folder."""
    folder.mkdir(parents=True)
    lines = [f"What is inside Firsthand {version}, beside Firsthand itself (MIT):", ""]
    for package in packages:
        lines.append(f"{package.name} {package.version}: {licence_of(package)}")
        for file in licence_files(package):
            _copy(file, folder / package.name / file.name)
    lines += [f"Python {sys.version.split()[0]}: PSF-2.0", "EB Garamond: OFL-1.1 (firsthand/resources/fonts/OFL.txt)"]
    lines += [f"{package.name} {package.version}, if it is installed: {licence_of(package)}" for package in model()]
    for file in [*sorted((Path(__file__).parent / "licences").iterdir()), *_python_licence()]:
        _copy(file, folder / file.name)
    (folder / "README.txt").write_text("\n".join([*lines, "", _QT]), "utf-8", newline="\n")
    for name, parts in ((BILL, packages), (MODEL_BILL, model())):
        (folder / name).write_text(json.dumps(bill(parts, version), indent=1) + "\n", "utf-8", newline="\n")


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.read_bytes())


def _python_licence() -> list[Path]:
    library = Path(sysconfig.get_path("stdlib"))
    return [file for file in (library / "LICENSE.txt", library.parent / "LICENSE.txt") if file.exists()][:1]


def bill(packages: list[metadata.Distribution], version: str) -> dict[str, object]:
    """The bill of materials (CycloneDX 1.5); the same for the same contents."""
    parts = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{package.name.lower()}@{package.version}",
            "name": package.name,
            "version": package.version,
            "purl": f"pkg:pypi/{package.name.lower()}@{package.version}",
            "licenses": [{"license": {"name": licence_of(package)}}],
        }
        for package in packages
    ]
    named = " ".join(str(part["purl"]) for part in parts)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'firsthand {version} {named}')}",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "firsthand", "version": version}},
        "components": parts,
    }
