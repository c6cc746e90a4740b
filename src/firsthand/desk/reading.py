"""A manuscript and its record, read together: what opening it and reporting on it both begin with. Writes nothing."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from firsthand.desk.places import machine_id
from firsthand.history import (
    Changed,
    Found,
    History,
    Line,
    Outlined,
    Reading,
    Record,
    Replay,
    Saved,
    milliseconds,
    read_history,
)
from firsthand.history.branches import Branches, Point
from firsthand.history.joining import wanted
from firsthand.history.verification import without_seal
from firsthand.manuscript import Entry, Folder, Outline, file_text, unix_text
from firsthand.provenance import Origin, Whose

if TYPE_CHECKING:
    from firsthand.desk.tallies import Kept
    from firsthand.history.disk import Look

HISTORY = "history"

_KEPT_SAVES = 2


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


class Saves(msgspec.Struct, frozen=True):
    """The hashes saved of each scene on each computer (``latest``: at most two, the latest last), and the scenes that
    had one file, by its name (``sharing``)."""

    latest: dict[str, dict[str, tuple[str, ...]]]
    sharing: dict[str, set[str]]

    def take(self, machine: str, record: Saved) -> None:
        """A computer saved a scene."""
        of_scene = self.latest.setdefault(record.scene, {})
        of_scene[machine] = (*of_scene.get(machine, ()), record.sha256)[-_KEPT_SAVES:]

    def of(self, entry: Entry) -> frozenset[str]:
        """What Firsthand saved last in the file of a scene, on any computer.

        Where two computers gave two scenes one file, what they saved of both may be in it.
        """
        scenes = {entry.id, *self.sharing.get(entry.file.casefold(), ())}
        found = [latest for scene in scenes for latest in self.latest.get(scene, {}).values()]
        return frozenset(one for latest in found for one in latest)


class Unread(msgspec.Struct, frozen=True):
    """The text of a file that nobody has read, for it looks as it did when it held what is known.

    ``sha256`` is its digest; ``read`` gives it.
    """

    sha256: str
    read: Callable[[], str]


OnChange = Callable[[Replay, Changed, int], None]


class Account:
    """What a manuscript's history tells.

    ``replay`` is what it replays to, with the texts of the main line, and ``arrivals`` when text from elsewhere came.
    ``stands`` are the digests of what scenes' files hold if they are as the history left them, where these are known
    without looking, and ``tallies`` the numbers of those that are known without counting; ``looks`` are the names of
    such files and how they look to the file system, and ``texts`` give what stands in them. ``sittings`` are all that
    were made, by their ids: on which computer, and when they began (milliseconds since 1970, UTC). ``branches`` are the
    lines, and ``lines`` what those that are not joined yet made of the texts, with what a join of these needs; where
    one line holds all, it needs neither. ``named`` is what a new sitting goes on from. ``holes`` says that sittings are
    missing or cut before others, or at the end.
    """

    def __init__(self, folder: Folder, on_change: OnChange | None = None) -> None:
        self.folder = folder
        self.replay = Replay(self._changed)
        self.saves = Saves({}, {})
        self.arrivals = Arrivals()
        self.stands: dict[str, str] = {}
        self.sittings: dict[str, tuple[str, int]] = {}
        self.named = ""
        self.tallies: dict[str, Kept] = {}
        self.looks: dict[str, tuple[str, Look]] = {}
        self.texts: dict[str, Callable[[], str]] = {}
        self.branches = Branches(())
        self.lines: dict[Point, Line] = {}
        self.holes = False
        self._sound: dict[str, bool] = {}
        self._on_change = on_change
        self._on_main = True

    @property
    def apart(self) -> bool:
        """Whether more than one computer wrote the history."""
        return len({machine for machine, _ in self.sittings.values()}) > 1

    def main_records(self) -> Iterator[Record]:
        """The records of the main line, in their order."""
        for _, records in self.branches.main_records():
            yield from records

    def astray(self, scene: str) -> bool:
        """Whether a scene's replay broke off, or did not lead to what was last saved: what is missing changed it."""
        return scene in self.replay.misfits or not self._sound.get(scene, True)

    def take(self, readings: Collection[Reading], seals: Collection[str] = ()) -> None:
        """Replay these sittings, which go on one from the other, and come after sittings with these ``seals``."""
        known = _known(readings, seals)
        for reading in readings:
            self._look_for_holes(reading, known)
            if reading.sitting is not None:
                records = _compared(reading.records, self.replay, self._sound) if self.holes else reading.records
                self.replay.sitting(milliseconds(reading.sitting.began), records)
                self.named = reading.last_seal or reading.sitting.id
        self._sat(readings)
        self._note_all(readings)

    def _look_for_holes(self, reading: Reading, known: Collection[str]) -> None:
        after = reading.sitting.after if reading.sitting is not None else ()
        self.holes = self.holes or not set(after) <= set(known) or reading.fault is not None

    def _sat(self, readings: Iterable[Reading]) -> None:
        sittings = [one.sitting for one in readings if one.sitting is not None]
        self.sittings |= {one.id: (one.machine, milliseconds(one.began)) for one in sittings}

    def _note_all(self, readings: Iterable[Reading]) -> None:
        for reading in readings:
            if reading.sitting is not None:
                self._note(reading.sitting.machine, reading.records)
                self._share(reading.records if self.apart else ())

    def _share(self, records: Iterable[Record]) -> None:
        for entry in (one for record in records for one in entries_of(record)):
            self.saves.sharing.setdefault(entry.file.casefold(), set()).add(entry.id)

    def _note(self, machine: str, records: Iterable[Record]) -> None:
        for record in records:
            if isinstance(record, Saved):
                self.saves.take(machine, record)
            elif isinstance(record, Changed | Found) and self.tallies:
                self.tallies.pop(record.scene, None)
            if isinstance(record, Changed) and self.stands:
                self.stands.pop(record.scene, None)

    def _changed(self, replay: Replay, record: Changed, when: int) -> None:
        self.arrivals.replayed(record, when)
        if self._on_change is not None and self._on_main:
            self._on_change(replay, record, when)


class FullAccount(Account):
    """An account for which all of the ``history`` was read anew."""

    def __init__(self, folder: Folder, history: History, on_change: OnChange | None = None) -> None:
        super().__init__(folder, on_change)
        self.history = history
        self.branches = Branches(history.readings, machine_id())
        self.named = self.branches.named
        self._replay_lines()
        self._sat(history.readings)
        self._note_all(self._explained())

    def _explained(self) -> list[Reading]:
        """The sittings whose texts are known here, or will be when all is joined; of others only the files are."""
        branches = self.branches
        held = branches.held(branches.main)
        numbered = enumerate(branches.readings)
        return [one for number, one in numbered if number in held or branches.complete(branches.end(number))]

    @property
    def after(self) -> tuple[str, ...]:
        """What a sitting which begins now comes after; its texts begin as they stood at the first."""
        waiting = without_seal(self.history.readings, machine_id())
        named = (self.named, *self.history.latest, *waiting)
        return tuple(dict.fromkeys(one for one in named if one))

    def _replay_lines(self) -> None:
        main = {point.sitting: point.records for point in self.branches.line(self.branches.main)}
        replay, known = self.replay, _known(self.branches.readings)
        for part in self.branches.along(Line, Line.copy, wanted(self.branches), self.lines):
            self._on_main = part.start.records < main.get(part.start.sitting, 0)
            replay.turn_to(part.state)
            if self._on_main:
                self._look_for_holes(self.branches.readings[part.start.sitting], known)
            compared = self.holes and self._on_main
            replay.sitting(part.began, _compared(part.records, replay, self._sound) if compared else part.records)
        replay.sittings = len(self.branches.readings)
        replay.turn_to(self.lines[self.branches.main] if self.branches.main else Line())


def read_account(folder: Folder, on_change: OnChange | None = None) -> FullAccount:
    """Read and replay the history of a manuscript. HistoryError if a file of it cannot be read.

    ``on_change`` is called after every change of the main line.
    """
    return FullAccount(folder, read_history(history_folder(folder.path)), on_change)


def read_outline(recorded: msgspec.Raw | None) -> Outline | None:
    """An outline as it was recorded; None if there is none, or its words were taken out."""
    try:
        return msgspec.json.decode(recorded, type=Outline) if recorded else None
    except msgspec.DecodeError:
        return None


def entries_of(record: Record) -> tuple[Entry, ...]:
    """The scenes and notes that a record tells of, if it is an outline."""
    outline = read_outline(record.outline) if isinstance(record, Outlined) else None
    return outline.entries if outline is not None else ()


def _known(readings: Iterable[Reading], seals: Iterable[str] = ()) -> set[str]:
    """What a sitting can name as before it."""
    return {*seals, *(name for r in readings for name in (r.name, *(seal.hash for seal in r.seals)))}


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
