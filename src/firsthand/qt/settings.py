"""What the program remembers from one start to the next: a plain INI file that a person can read and change.

Knows names, types and what holds where the file says nothing or nonsense. Holds no key and no word of any manuscript.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QRect, QSettings, Qt

from firsthand.companion import BUILTIN, Endpoint
from firsthand.desk.languages import NAMES, language_for

RECENT = 8
ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200)


class Appearance(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """The settings in one file; every change is written at the next turn of the event loop, by Qt."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def sync(self) -> None:
        """Write now what is not yet written."""
        self._store.sync()

    # -- the window

    @property
    def geometry(self) -> QRect | None:
        """Where the window stood, in device-independent pixels, or None at the first start."""
        numbers = self._numbers("window/place")
        return QRect(*numbers) if len(numbers) == 4 and min(numbers[2:]) > 0 else None

    @geometry.setter
    def geometry(self, place: QRect) -> None:
        self._put("window/place", [str(n) for n in (place.x(), place.y(), place.width(), place.height())])

    @property
    def maximised(self) -> bool:
        return self._flag("window/maximised", default=False)

    @maximised.setter
    def maximised(self, value: bool) -> None:
        self._put("window/maximised", value)

    @property
    def columns(self) -> list[int]:
        """The widths of binder, page and companion in pixels, or an empty list."""
        numbers = self._numbers("window/columns")
        return numbers if len(numbers) == 3 and min(numbers) >= 0 else []

    @columns.setter
    def columns(self, widths: Sequence[int]) -> None:
        self._put("window/columns", [str(width) for width in widths])

    def shows(self, part: str) -> bool:
        """Whether a part of the window (``binder``, ``companion``, ``origins``, ``bars``) is to be seen."""
        return self._flag(f"view/{part}", default=True)

    def checks(self, what: str) -> bool:
        """Whether ``spelling`` is checked, or ``typography`` is looked after as one types."""
        return self._flag(f"writing/{what}", default=True)

    def set_checks(self, what: str, value: bool) -> None:
        self._put(f"writing/{what}", value)

    def language(self, manuscript: str) -> str:
        """The language of the manuscript of this id; the system's, unless the author said another."""
        said = self._text(f"languages/{manuscript}")
        return said if said in NAMES else language_for(QLocale.system().name())

    def set_language(self, manuscript: str, language: str) -> None:
        self._put(f"languages/{manuscript}", language)

    def set_shows(self, part: str, value: bool) -> None:
        self._put(f"view/{part}", value)

    @property
    def appearance(self) -> Appearance:
        said = self._text("view/appearance")
        return Appearance(said) if said in set(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._put("view/appearance", str(value))

    @property
    def zoom(self) -> int:
        """The size of the page's type, in percent."""
        said = self._text("view/zoom")
        return int(said) if said.isdigit() and int(said) in ZOOMS else 100

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._put("view/zoom", str(percent))

    # -- manuscripts

    @property
    def recent(self) -> list[Path]:
        """The manuscripts opened last, the latest first."""
        return [Path(path) for path in self._list("manuscripts/recent")]

    def opened(self, manuscript: Path) -> None:
        """Put a manuscript first among the recent ones."""
        rest = [path for path in self.recent if path != manuscript]
        self._put("manuscripts/recent", [str(path) for path in [manuscript, *rest][:RECENT]])

    def last_place(self, manuscript: str) -> tuple[str, int]:
        """The scene open last in the manuscript of this id, or an empty string, and the caret's place in it."""
        said = self._list(f"places/{manuscript}")
        return (said[0], int(said[1])) if len(said) == 2 and said[1].isdigit() else ("", 0)

    def set_last_place(self, manuscript: str, scene: str, caret: int) -> None:
        self._put(f"places/{manuscript}", [scene, str(caret)])

    def own_words_this_morning(self, manuscript: str, now: int) -> int:
        """How many words of the author's the manuscript held when it was first opened today; ``now`` if that is now."""
        today = QDate.currentDate().toString("yyyy-MM-dd")
        said = self._list(f"today/{manuscript}")
        if len(said) == 2 and said[0] == today and said[1].isdigit():
            return int(said[1])
        self._put(f"today/{manuscript}", [today, str(now)])
        return now

    # -- the model

    @property
    def endpoint(self) -> Endpoint:
        """The model to ask: the built-in one, unless the author has connected another."""
        address, model = self._text("model/address"), self._text("model/name")
        return connection(address, model) if address and model else BUILTIN

    @endpoint.setter
    def endpoint(self, endpoint: Endpoint) -> None:
        self._put("model/address", endpoint.address or "")
        self._put("model/name", "" if endpoint.builtin else endpoint.model)

    # -- new versions

    @property
    def looks_for_versions(self) -> bool:
        """Whether to ask, once a day, if there is a newer version; only if the author said so."""
        return self._flag("versions/look", default=False)

    @looks_for_versions.setter
    def looks_for_versions(self, value: bool) -> None:
        self._put("versions/look", value)

    def looked_today(self) -> bool:
        """Whether it was asked today already; from now on it was."""
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        before = self._text("versions/asked")
        self._put("versions/asked", today)
        return before == today

    # -- the store

    def _put(self, key: str, value: object) -> None:
        self._store.setValue(key, value)

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _list(self, key: str) -> list[str]:
        value = self._store.value(key, [])
        if isinstance(value, str):
            return [value] if value else []
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def _numbers(self, key: str) -> list[int]:
        said = self._list(key)
        return [int(item) for item in said] if all(re.fullmatch(r"-?\d{1,6}", item) for item in said) else []

    def _flag(self, key: str, *, default: bool) -> bool:
        return {"true": True, "false": False}.get(str(self._store.value(key, default)).lower(), default)


def connection(address: str, model: str) -> Endpoint:
    """The model of this name that answers at this address, named as the window shows it."""
    host = address.split("://", 1)[-1].split("/", 1)[0]
    return Endpoint(f"{model} · {host}", model, address)
