"""What other computers write into the history while the manuscript is open: noticed, and read on another thread.

To join it, all of the history is replayed, which takes seconds for a long novel; whoever writes meanwhile does not wait
for it. What was read is good for as long as nothing more was recorded here: else it is read once more.

A long novel has thousands of closed sittings, which nobody changes, and one looks every two seconds: so those that have
long been there are only listed, and that only when their folder says that something came or went. Every half minute
all are looked at, for disks that do not say so.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from firsthand.desk.places import machine_id
from firsthand.desk.reading import FullAccount, history_folder, read_account
from firsthand.history.disk import SETTLES
from firsthand.history.reading import CLOSED_SUFFIX
from firsthand.history.recorder import Recorder
from firsthand.manuscript import Folder

_File = tuple[str, int, int]
"""A file's name, its size, and when it was last written (ns)."""

Look = frozenset[_File]

_PLACES = os.name != "nt"
"""Whether listing a folder tells where its files are on the disk. Windows tells old sizes there, besides."""

_YOUNG = 60
"""Seconds for which a file that was written may still be on its way here."""

_ANEW = 30.0
"""Seconds after which all files are looked at anew."""


class Looks:
    """How the files of a history look that are not this ``sitting``'s nor this computer's head."""

    def __init__(self, folder: Path, sitting: str, machine: str) -> None:
        self._folder = folder
        self._own = (sitting or "\0", f"{machine}.", ".")
        self._resting: dict[tuple[str, int], _File] = {}  # by name and place on the disk
        self._rest: Look = frozenset()
        self._moving: list[str] = []
        self._when = 0  # when the folder had changed that these were found in (ns); 0 if it may have changed since
        self._until = 0.0

    def now(self) -> Look:
        """How they look now."""
        if time.monotonic() > self._until:
            self._until, self._when = time.monotonic() + _ANEW, 0
            self._resting.clear()
        if not self._when or self._changed() != self._when:
            self._list()
        return self._rest.union(self._looked(self._moving))

    def _changed(self) -> int:
        """When a file last came into the folder, or went (ns); 0 if it does not say."""
        try:
            return self._folder.stat().st_mtime_ns
        except OSError:
            return 0

    def _list(self) -> None:
        """Find out which there are, and which of them are to be looked at every time from now on."""
        now, when, moving = time.time(), self._changed(), []
        resting: dict[tuple[str, int], _File] = {}
        for file in self._listed():
            key = file.name, file.inode() if _PLACES else 0
            look = self._resting.get(key) or _rests(file, now - _YOUNG)
            if look is not None:
                resting[key] = look
            else:
                moving.append(file.name)
        self._resting, self._rest, self._moving = resting, frozenset(resting.values()), moving
        self._when = when if when < (now - SETTLES) * 1e9 else 0

    def _listed(self) -> "Iterator[os.DirEntry[str]]":
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(self._folder) as files:
            for file in files:
                if not file.name.startswith(self._own) and not file.name.endswith(".lock"):
                    yield file

    def _looked(self, names: list[str]) -> Iterator[_File]:
        for name in names:
            with suppress(OSError):
                stat = (self._folder / name).stat()
                yield name, stat.st_size, stat.st_mtime_ns


def _rests(file: "os.DirEntry[str]", before: float) -> _File | None:
    """How a closed sitting looks that was written ``before`` (seconds since 1970); None if it may be on its way yet."""
    if not file.name.endswith(CLOSED_SUFFIX) or not _PLACES:
        return None
    with suppress(OSError):
        stat = file.stat()
        if stat.st_mtime < before:
            return file.name, stat.st_size, stat.st_mtime_ns
    return None


class Foreign:
    """The history files of other computers, beside the sitting of this one that ``recorder`` writes."""

    def __init__(self, folder: Folder, recorder: Recorder | None) -> None:
        self._folder, self._recorder = folder, recorder
        own = recorder.sitting if recorder is not None else ""
        self._looks = Looks(history_folder(folder.path), own, machine_id())
        self._seen = self._looks.now()
        self._reading: tuple[Look, int, Future[FullAccount | None]] | None = None

    def news(self, *, wait: bool) -> tuple[bool, FullAccount | None]:
        """Whether all is known that other computers have written; and the history, read anew, if it was not until now.

        Without ``wait`` this returns at once, and what has been read is given at a later call. HistoryError, once, if
        the history cannot be read.
        """
        while self._reading is not None or self._looks.now() != self._seen:
            look, taken, reading = self._reading = self._reading or self._begin()
            if not wait and not reading.done():
                return False, None
            self._reading = None
            self._seen = look
            account = reading.result()
            if account is None:
                self._seen = frozenset()  # the disk refuses what was recorded here: look again
                return True, None
            if any(one.unread for one in account.history.readings):
                self._seen = frozenset()  # what was not read now need not be another's: look again
                return True, None
            if taken == self._taken():
                return True, account
            self._seen = frozenset()
        return True, None

    def _begin(self) -> tuple[Look, int, "Future[FullAccount | None]"]:
        look, taken, reading = self._looks.now(), self._taken(), Future[FullAccount | None]()
        read: Callable[[], None] = lambda: _settle(reading, self._read)  # noqa: E731
        threading.Thread(target=read, name="elsewhere", daemon=True).start()
        return look, taken, reading

    def _taken(self) -> int:
        return self._recorder.taken if self._recorder is not None else 0

    def _read(self) -> FullAccount | None:
        """The history with all that was recorded here; None if the disk does not take that."""
        if self._recorder is not None and not self._recorder.flush():
            return None
        return read_account(self._folder)


def _settle(future: "Future[FullAccount | None]", work: Callable[[], FullAccount | None]) -> None:
    try:
        future.set_result(work())
    except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
        future.set_exception(error)
