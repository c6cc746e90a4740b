"""What other computers write into the history while the manuscript is open: noticed, and read on another thread.

To join it, all of the history is replayed, which takes seconds for a long novel; whoever writes meanwhile does not wait
for it. What was read is good for as long as nothing more was recorded here: else it is read once more.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from firsthand.desk.places import machine_id
from firsthand.desk.reading import FullAccount, foreign_look, history_folder, read_account
from firsthand.history.recorder import Recorder
from firsthand.manuscript import Folder

Look = frozenset[tuple[str, int, int]]


class Foreign:
    """The history files of other computers, beside the sitting of this one that ``recorder`` writes."""

    def __init__(self, folder: Folder, recorder: Recorder | None) -> None:
        self._folder, self._recorder = folder, recorder
        self._seen = self._look()
        self._reading: tuple[Look, int, Future[FullAccount | None]] | None = None

    def _look(self) -> Look:
        own = self._recorder.sitting if self._recorder is not None else ""
        return foreign_look(history_folder(self._folder.path), own, machine_id())

    def news(self, *, wait: bool) -> tuple[bool, FullAccount | None]:
        """Whether all is known that other computers have written; and the history, read anew, if it was not until now.

        Without ``wait`` this returns at once, and what has been read is given at a later call. HistoryError, once, if
        the history cannot be read.
        """
        while self._reading is not None or self._look() != self._seen:
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
        look, taken, reading = self._look(), self._taken(), Future[FullAccount | None]()
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
