"""A manuscript and its record, read together: what opening it and reporting on it both begin with. Writes nothing."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from firsthand.history import Changed, Reading, Replay, Saved, milliseconds, read_history
from firsthand.manuscript import Folder

HISTORY = "history"


class Account(msgspec.Struct, frozen=True):
    """A manuscript's folder, its history files, what they replay to, and the hashes saved of each scene, in order."""

    folder: Folder
    readings: list[Reading]
    replay: Replay
    saves: dict[str, list[str]]

    @property
    def last_seal(self) -> str:
        """The last seal of the latest sitting, or an empty string."""
        return self.readings[-1].last_seal if self.readings else ""


def read_account(folder: Folder, on_change: Callable[[Replay, Changed, int], None] | None = None) -> Account:
    """Read and replay the history of a manuscript. HistoryError if a file of it cannot be read."""
    readings = read_history(history_folder(folder.path))
    replay = Replay(on_change)
    saves: dict[str, list[str]] = {}
    for reading in readings:
        if reading.sitting is None:
            continue
        replay.sitting(milliseconds(reading.sitting.began), reading.records)
        for record in reading.records:
            if isinstance(record, Saved):
                saves.setdefault(record.scene, []).append(record.sha256)
    return Account(folder, readings, replay, saves)


def history_folder(manuscript: Path) -> Path:
    """Where a manuscript's history lies."""
    return manuscript / HISTORY
