"""What the author has chosen, for all manuscripts and for one: typed values in two files that a person can read.

``settings.toml`` in the settings folder holds what goes for every manuscript, ``settings.toml`` in a manuscript's
folder what goes for that one. Both keep what this program does not know. Nonsense in a value costs that value alone; a
file that is no TOML is kept aside. Holds no key and no word of any manuscript. Where the window stands, and what was
open last, is not chosen and not here.
"""

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

import msgspec

from firsthand.history import replace_file
from firsthand.saying import say

NAME = "settings.toml"

_COLOUR = r"^(#[0-9a-fA-F]{6})?$"

ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Percent of the type's own size, from step to step."""


class Appearance(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"
    CONTRAST = "contrast"
    OWN = "own"
    """The author's own paper and ink."""


class Speech(StrEnum):
    """The language of the program itself, by its code."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


class Paragraphs(StrEnum):
    """How one paragraph is set off from the next."""

    INDENTED = "indented"
    SPACED = "spaced"


class Signs(StrEnum):
    """How the signs of Markdown are seen; hidden ones are shown in the caret's paragraph."""

    FAINT = "faint"
    HIDDEN = "hidden"


class Focus(StrEnum):
    """What of the page is not dimmed."""

    ALL = "all"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


class PageForm(msgspec.Struct, frozen=True):
    """How the page is set."""

    size: Annotated[int, msgspec.Meta(ge=12, le=40)] = 19
    """Of the type at 100 %, in logical pixels."""
    measure: Annotated[int, msgspec.Meta(ge=36, le=110)] = 66
    """Characters of English prose in a line."""
    leading: Annotated[int, msgspec.Meta(ge=110, le=240)] = 158
    """From one baseline to the next, in percent of the type's size."""
    paragraphs: Paragraphs = Paragraphs.INDENTED


class View(msgspec.Struct, frozen=True):
    """What is seen, and in which colours."""

    appearance: Appearance = Appearance.SYSTEM
    zoom: Annotated[int, msgspec.Meta(ge=50, le=400)] = 100
    """Of the page's type, in percent."""
    binder: bool = True
    companion: bool = True
    origins: bool = True
    """The tint behind words that are not the author's."""
    bars: bool = True
    """The bars in the margin that show whose each paragraph is."""
    hover: bool = True
    """Whether the mouse, at rest over such words, is told whose they are."""
    signs: Signs = Signs.FAINT
    dialogue: bool = False
    """Whether what is said aloud is set in another ink."""
    focus: Focus = Focus.ALL
    typewriter: bool = False
    """Whether the caret's line stays at one height."""
    paper: Annotated[str, msgspec.Meta(pattern=_COLOUR)] = ""
    ink: Annotated[str, msgspec.Meta(pattern=_COLOUR)] = ""
    """Of an appearance of the author's own, as in ``#fbfaf7``; nothing means those of the light one."""


class Writing(msgspec.Struct, frozen=True):
    """What is looked after as one writes."""

    spelling: bool = True
    typography: bool = True


class Model(msgspec.Struct, frozen=True):
    """The model that is connected; nothing in either means the built-in one. The key is the keyring's."""

    address: str = ""
    name: str = ""


class Files(msgspec.Struct, frozen=True):
    """Where things go."""

    manuscripts: str = ""
    """The folder proposed for new manuscripts; nothing means the usual one."""


class Backups(msgspec.Struct, frozen=True):
    """How a manuscript is backed up."""

    minutes: Annotated[int, msgspec.Meta(ge=1, le=999)] = 10
    """Of writing, after which a backup is made; one is made at closing in any case."""
    folder: str = ""
    """Where backups go; nothing means the usual place."""


class Keyboard(msgspec.Struct, frozen=True):
    """Keys of the author's own choosing."""

    keys: dict[str, list[str]] = {}
    """By the action's name, as Qt writes them; an empty list means that an action has none."""


class Versions(msgspec.Struct, frozen=True):
    """What is asked about newer versions of the program; nothing, unless the author wishes it."""

    daily: bool = False
    """Whether it is asked once a day, when the program starts."""


class Program(msgspec.Struct, frozen=True):
    """What the program is, apart from any manuscript."""

    language: Speech = Speech.SYSTEM
    """It is spoken from the next start on."""


class Choices(msgspec.Struct, frozen=True):
    """What goes for every manuscript."""

    page: PageForm = PageForm()
    view: View = View()
    writing: Writing = Writing()
    model: Model = Model()
    files: Files = Files()
    backups: Backups = Backups()
    keyboard: Keyboard = Keyboard()
    versions: Versions = Versions()
    program: Program = Program()


class Goals(msgspec.Struct, frozen=True):
    """What the author wants to write: words of the author's own; 0 and nothing mean none."""

    daily: Annotated[int, msgspec.Meta(ge=0, le=100_000)] = 0
    total: Annotated[int, msgspec.Meta(ge=0, le=100_000_000)] = 0
    deadline: Annotated[str, msgspec.Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    """The day for the total, as in ``2026-05-14``."""


class Text(msgspec.Struct, frozen=True):
    """What a manuscript is."""

    language: str = ""
    """As Hunspell names it; nothing means the system's."""
    own_page: bool = False
    """Whether this manuscript's ``page`` goes before the one of all."""


class ManuscriptChoices(msgspec.Struct, frozen=True):
    """What goes for one manuscript."""

    text: Text = Text()
    page: PageForm = PageForm()
    goals: Goals = Goals()


T = TypeVar("T", Choices, ManuscriptChoices)

_HEADS = {
    Choices: "What Firsthand goes by, for every manuscript. It is read when Firsthand starts.",
    ManuscriptChoices: "What Firsthand goes by in this manuscript. It is read when the manuscript is opened.",
}


class SettingsFile(Generic[T]):
    """Choices in a file."""

    def __init__(self, path: Path, kind: type[T]) -> None:
        self.path = path
        self._kind: type[T] = kind

    def read(self) -> tuple[T, str]:
        """What the file says, the usual where it says nothing or nonsense; and a sentence on that, or nothing."""
        try:
            data = tomllib.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return self._kind(), ""
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            return self._kind(), self._put_aside()
        except OSError as error:
            return self._kind(), say("The settings in {path} cannot be read ({why}).", path=self.path, why=error)
        wrong: list[str] = []
        value = msgspec.convert(_sound(self._kind, data, "", wrong), self._kind)
        if not wrong:
            return value, ""
        return value, say(
            "In {name}, Firsthand cannot use what is said of {names}, and does as usual there.",
            name=self.path.name,
            names=", ".join(wrong),
        )

    def write(self, value: T) -> None:
        """Keep the choices, and all else that stands in the file. OSError if the disk refuses."""
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        try:
            document = tomlkit.parse(self.path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, TOMLKitError):
            document = tomlkit.document()
            document.add(tomlkit.comment(_HEADS[self._kind]))
            document.add(tomlkit.nl())
        for name, table in msgspec.to_builtins(value).items():
            if not isinstance(document.get(name), dict):
                document[name] = tomlkit.table()
            _put(document[name], table)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self.path, tomlkit.dumps(document).encode())

    def _put_aside(self) -> str:
        """Keep a file that cannot be understood, so that the next writing does not lose it; a sentence."""
        name = self.path.with_name(f"{self.path.stem} (broken){self.path.suffix}")
        number = 2
        while name.exists():
            name = self.path.with_name(f"{self.path.stem} (broken {number}){self.path.suffix}")
            number += 1
        try:
            self.path.rename(name)
        except OSError:
            return say(
                "{path} is no settings file that can be read, so Firsthand does as usual; your words are safe.",
                path=self.path,
            )
        return say(
            "{name} could not be understood, so Firsthand does as usual; it is kept as {kept}, and your words are "
            "safe.",
            name=self.path.name,
            kept=name.name,
        )


def _put(table: Any, values: dict[str, Any]) -> None:
    """Set what is new in a table of the file; comments and the rest of it stay."""
    for key, value in values.items():
        if table.get(key) != value:
            table[key] = value


def _sound(kind: type[msgspec.Struct], data: object, where: str, wrong: list[str]) -> dict[str, Any]:
    """What of ``data`` has a place in ``kind``; the names of what should have and has not go to ``wrong``."""
    if not isinstance(data, dict):
        wrong.append(f"“{where}”")
        return {}
    return dict(_each_sound(kind, data, where, wrong))


def _each_sound(
    kind: type[msgspec.Struct], data: dict[str, Any], where: str, wrong: list[str]
) -> Iterator[tuple[str, Any]]:
    for field in msgspec.structs.fields(kind):
        if field.name not in data:
            continue
        name, said = f"{where}.{field.name}".strip("."), data[field.name]
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            yield field.name, _sound(field.type, said, name, wrong)
            continue
        try:
            msgspec.convert(said, field.type)
        except msgspec.ValidationError:
            wrong.append(f"“{name}”")
        else:
            yield field.name, said
