"""A manuscript and its record, read together: what opening it and reporting on it both begin with. Writes nothing."""

from collections.abc import Callable, Iterable
from pathlib import Path

from firsthand.history import Changed, History, Reading, Replay, Saved, milliseconds, read_history
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


OnChange = Callable[[Replay, Changed, int], None]


class Account:
    """What a manuscript's history tells.

    ``replay`` is what it replays to, ``saves`` the hashes saved of each scene in order, the last two at least, and
    ``arrivals`` when text from elsewhere came. ``stands`` are the digests of what scenes' files hold if they are as the
    history left them, where these are known without looking.
    """

    def __init__(self, folder: Folder, on_change: OnChange | None = None) -> None:
        self.folder = folder
        self.replay = Replay(self._changed)
        self.saves: dict[str, list[str]] = {}
        self.arrivals = Arrivals()
        self.stands: dict[str, str] = {}
        self._on_change = on_change

    def take(self, readings: Iterable[Reading]) -> None:
        """Replay these sittings, in their order."""
        for reading in readings:
            if reading.sitting is None:
                continue
            self.replay.sitting(milliseconds(reading.sitting.began), reading.records)
            for record in reading.records:
                if isinstance(record, Saved):
                    self.saves.setdefault(record.scene, []).append(record.sha256)
                elif isinstance(record, Changed) and self.stands:
                    self.stands.pop(record.scene, None)

    def _changed(self, replay: Replay, record: Changed, when: int) -> None:
        self.arrivals.replayed(record, when)
        if self._on_change is not None:
            self._on_change(replay, record, when)


class FullAccount(Account):
    """An account for which all of the ``history`` was read anew."""

    def __init__(self, folder: Folder, history: History, on_change: OnChange | None = None) -> None:
        super().__init__(folder, on_change)
        self.history = history
        self.take(history.readings)


def read_account(folder: Folder, on_change: OnChange | None = None) -> FullAccount:
    """Read and replay the history of a manuscript. HistoryError if a file of it cannot be read."""
    return FullAccount(folder, read_history(history_folder(folder.path)), on_change)


def history_folder(manuscript: Path) -> Path:
    """Where a manuscript's history lies."""
    return manuscript / HISTORY
