"""A manuscript and its record, read together: what opening it and reporting on it both begin with. Writes nothing."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from firsthand.history import Changed, History, Replay, Saved, milliseconds, read_history
from firsthand.manuscript import Folder
from firsthand.provenance import Origin, Whose

HISTORY = "history"


class Arrivals:
    """When text came that refers to something (a paste, an import, a suggestion): the first of it, by its ref."""

    def __init__(self) -> None:
        self.when: dict[str, int] = {}
        """Milliseconds since 1970, UTC."""

    def replayed(self, record: Changed, when: int) -> None:
        """Take notice of a change that was replayed and happened at ``when``."""
        if record.ref is not None:
            self.when.setdefault(record.ref, when)
        for _, _, ref, _ in record.runs:
            if ref is not None:
                self.when.setdefault(ref, when)

    def came(self, whose: Whose, when: int) -> None:
        """Take notice of text that comes at ``when``."""
        if isinstance(whose, Origin):
            return
        for source in [run.source for run in whose] if isinstance(whose, tuple) else [whose]:
            if source.ref is not None:
                self.when.setdefault(source.ref, when)


class Account(msgspec.Struct, frozen=True):
    """A manuscript's folder, its history on disk, what that replays to, the hashes saved of each scene in order, and
    when text from elsewhere came."""

    folder: Folder
    history: History
    replay: Replay
    saves: dict[str, list[str]]
    arrivals: Arrivals


def read_account(folder: Folder, on_change: Callable[[Replay, Changed, int], None] | None = None) -> Account:
    """Read and replay the history of a manuscript. HistoryError if a file of it cannot be read."""
    history = read_history(history_folder(folder.path))
    arrivals = Arrivals()

    def changed(replay: Replay, record: Changed, when: int) -> None:
        arrivals.replayed(record, when)
        if on_change is not None:
            on_change(replay, record, when)

    replay = Replay(changed)
    saves: dict[str, list[str]] = {}
    for reading in history.readings:
        if reading.sitting is None:
            continue
        replay.sitting(milliseconds(reading.sitting.began), reading.records)
        for record in reading.records:
            if isinstance(record, Saved):
                saves.setdefault(record.scene, []).append(record.sha256)
    return Account(folder, history, replay, saves, arrivals)


def history_folder(manuscript: Path) -> Path:
    """Where a manuscript's history lies."""
    return manuscript / HISTORY
