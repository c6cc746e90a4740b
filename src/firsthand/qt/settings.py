"""What the program remembers from one start to the next, as the window's parts ask for it.

What the author has *chosen* is typed and stands in readable files (``desk.settings``): ``choices`` for every
manuscript, ``here`` for the open one. Whoever goes by a choice listens to ``changed`` and takes it from there, so that
it applies at once, wherever it was made. What is merely *remembered* (where the window stands, what was open) is in an
INI file beside them. Holds no key and no word of any manuscript.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QDate, QLocale, QObject, QRect, QSettings, QTimer, Signal

from firsthand.companion import BUILTIN, Endpoint
from firsthand.desk.carets import Carets
from firsthand.desk.languages import NAMES, language_for
from firsthand.desk.places import backups_folder, manuscripts_folder
from firsthand.desk.settings import (
    NAME,
    ZOOMS,
    Choices,
    ManuscriptChoices,
    PageForm,
    SettingsFile,
)

RECENT = 8

SOON = 400
"""Milliseconds after a choice until it is written."""


class Settings(QObject):
    """The settings in one folder, and those of the manuscript that is open."""

    changed = Signal()
    """Something was chosen, or other choices hold because another manuscript is open."""
    said = Signal(str)
    """A sentence for the author: settings that cannot be read or written."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._file = SettingsFile(folder / NAME, Choices)
        self._here_file: SettingsFile[ManuscriptChoices] | None = None
        self.choices, self.trouble = self._file.read()
        """What goes for every manuscript; and a sentence on what could not be read at the start, or nothing."""
        self.here = ManuscriptChoices()
        self._may_write = True
        self._stale: set[str] = set()
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._soon.timeout.connect(self._write)

    # -- what is chosen

    def choose(self, table: str, **values: object) -> None:
        """Choose values of a table of ``choices``, for every manuscript."""
        new = _with(self.choices, table, values)
        if new != self.choices:
            self.choices = new
            self._new("all")

    def choose_here(self, table: str, **values: object) -> None:
        """Choose values of a table of ``here``, for the open manuscript."""
        new = _with(self.here, table, values)
        if new != self.here and self._here_file is not None:
            self.here = new
            self._new("here")

    def _new(self, which: str) -> None:
        self._stale.add(which)
        self._soon.start()
        self.changed.emit()

    def set_manuscript(self, folder: Path | None, *, writable: bool = True) -> None:
        """The manuscript in this folder is open now, or none."""
        self._write()
        self._here_file, self.here, said = None, ManuscriptChoices(), ""
        if folder is not None:
            self._here_file = SettingsFile(folder / NAME, ManuscriptChoices)
            self.here, said = self._here_file.read()
        self._may_write = writable
        self.changed.emit()
        if said:
            self.said.emit(said)

    @property
    def in_manuscript(self) -> bool:
        """Whether a manuscript is open that can have choices of its own."""
        return self._here_file is not None

    @property
    def files(self) -> tuple[Path, Path | None]:
        """Where the choices stand: those for every manuscript, and those of the open one."""
        return self._file.path, self._here_file.path if self._here_file else None

    @property
    def manuscripts_folder(self) -> Path:
        """The folder that is proposed for new manuscripts."""
        said = self.choices.files.manuscripts
        return Path(said) if said else manuscripts_folder()

    @property
    def page(self) -> PageForm:
        """How the page is set now."""
        return self.here.page if self.here.text.own_page else self.choices.page

    @property
    def language(self) -> str:
        """The language of the open manuscript; the system's, unless the author said another. Nothing if none is."""
        if self._here_file is None:
            return ""
        said = self.here.text.language
        return said if said in NAMES else language_for(QLocale.system().name())

    @property
    def zoom(self) -> int:
        """The size of the page's type, in percent of its own."""
        return self.choices.view.zoom

    def zoom_by(self, step: int) -> None:
        """Go so many steps up or down in ``ZOOMS``; 0 goes back to the usual."""
        at = self.zoom
        larger, smaller = [z for z in ZOOMS if z > at], [z for z in ZOOMS if z < at]
        for _ in range(abs(step)):
            at = (larger.pop(0) if larger else at) if step > 0 else (smaller.pop() if smaller else at)
        self.choose("view", zoom=at if step else 100)

    @property
    def endpoint(self) -> Endpoint:
        """The model to ask: the built-in one, unless the author has connected another."""
        said = self.choices.model
        return connection(said.address, said.name) if said.address and said.name else BUILTIN

    @endpoint.setter
    def endpoint(self, endpoint: Endpoint) -> None:
        name = "" if endpoint.builtin else endpoint.model
        self.choose("model", address=endpoint.address or "", name=name)

    def sync(self) -> None:
        """Write now what is not yet written."""
        self._store.sync()
        self._write()

    def _write(self) -> None:
        self._soon.stop()
        stale, self._stale = self._stale, set()
        try:
            if "all" in stale:
                self._file.write(self.choices)
            if "here" in stale and self._here_file is not None and self._may_write:
                self._here_file.write(self.here)
        except OSError as error:
            self.said.emit(
                self.tr("The settings could not be kept ({why}); they hold until you close Firsthand.").format(
                    why=error.strerror or error
                )
            )

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

    @property
    def unsigned_said(self) -> bool:
        """Whether the author was told that there is no key here to sign with."""
        return self._flag("signing/unsigned_said", default=False)

    @unsigned_said.setter
    def unsigned_said(self, value: bool) -> None:
        self._put("signing/unsigned_said", value)

    # -- manuscripts

    @property
    def recent(self) -> list[Path]:
        """The manuscripts opened last, the latest first."""
        return [Path(path) for path in self._list("manuscripts/recent")]

    def opened(self, manuscript: Path) -> None:
        """Put a manuscript first among the recent ones."""
        rest = [path for path in self.recent if path != manuscript]
        self._put("manuscripts/recent", [str(path) for path in [manuscript, *rest][:RECENT]])

    def forget(self, manuscript: Path) -> None:
        """Take a manuscript out of the recent ones."""
        self._put("manuscripts/recent", [str(path) for path in self.recent if path != manuscript])

    @property
    def backups_folder(self) -> Path:
        """Where backups go."""
        said = self.choices.backups.folder
        return Path(said) if said and Path(said).is_absolute() else backups_folder()

    def carets(self, manuscript: str) -> Carets:
        """Where the caret stood in the scenes of the manuscript of this id."""
        return Carets(self.folder / "carets", manuscript)

    def looked_for_versions(self) -> bool:
        """Whether it was asked today already if there is a newer version of the program; from now on it was."""
        today = QDate.currentDate().toString("yyyy-MM-dd")
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


def _with(value: Choices | ManuscriptChoices, table: str, values: dict[str, object]) -> Any:
    return msgspec.structs.replace(value, **{table: msgspec.structs.replace(getattr(value, table), **values)})


def connection(address: str, model: str) -> Endpoint:
    """The model of this name that answers at this address, named as the window shows it."""
    host = address.split("://", 1)[-1].split("/", 1)[0]
    return Endpoint(f"{model} · {host}", model, address)
