"""A manuscript and its record, read together: what opening it and reporting on it both begin with. Writes nothing."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from firsthand.history import Changed, History, Record, Replay, Saved, milliseconds, read_history
from firsthand.manuscript import Folder, file_text, unix_text
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
    when text from elsewhere came.

    ``holes`` says that sittings are missing or cut before others; ``astray`` are the scenes of which the replay did not
    lead to what was last saved, or not to the end: what is missing had changed them.
    """

    folder: Folder
    history: History
    replay: Replay
    saves: dict[str, list[str]]
    arrivals: Arrivals
    holes: bool = False
    astray: frozenset[str] = frozenset()


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
    sound: dict[str, bool] = {}
    known = {seal.hash for reading in history.readings for seal in reading.seals}
    known |= {reading.name for reading in history.readings}
    holes = False
    for reading in history.readings:
        if reading.sitting is None:
            continue
        holes = holes or any(seal not in known for seal in reading.sitting.after)
        records = _compared(reading.records, replay, sound) if holes else reading.records
        replay.sitting(milliseconds(reading.sitting.began), records)
        for record in reading.records:
            if isinstance(record, Saved):
                saves.setdefault(record.scene, []).append(record.sha256)
        holes = holes or reading.fault is not None
    astray = frozenset(scene for scene, good in sound.items() if not good).union(replay.misfits)
    return Account(folder, history, replay, saves, arrivals, holes, astray)


def _compared(records: Iterable[Record], replay: Replay, sound: dict[str, bool]) -> Iterator[Record]:
    """The records, one by one as they are replayed; ``sound`` is told whether each save was of what was replayed."""
    for record in records:
        if isinstance(record, Saved):
            sound[record.scene] = digest(as_read(replay.scene(record.scene).text.text)) == record.sha256
        yield record


def digest(text: str) -> str:
    """The SHA-256, in hex, by which a file's text is known again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def as_read(text: str) -> str:
    """What reading its file would give, if this text were written to it."""
    return unix_text(file_text(text))


def history_folder(manuscript: Path) -> Path:
    """Where a manuscript's history lies."""
    return manuscript / HISTORY
