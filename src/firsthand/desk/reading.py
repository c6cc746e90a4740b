"""A manuscript and its record, read together: what opening it and reporting on it both begin with. Writes nothing."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from firsthand.desk.places import machine_id
from firsthand.history import Changed, History, Line, Outlined, Record, Replay, Saved, read_history
from firsthand.history.branches import Branches, Point
from firsthand.history.joining import wanted
from firsthand.manuscript import Entry, Folder, Outline
from firsthand.provenance import Origin, Whose

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

    def of(self, entry: Entry) -> frozenset[str]:
        """What Firsthand saved last in the file of a scene, on any computer.

        Where two computers gave two scenes one file, what they saved of both may be in it.
        """
        scenes = {entry.id, *self.sharing.get(entry.file.casefold(), ())}
        found = [latest for scene in scenes for latest in self.latest.get(scene, {}).values()]
        return frozenset(one for latest in found for one in latest)


class Account(msgspec.Struct, frozen=True):
    """A manuscript's folder, its history on disk, what that replays to, and when text from elsewhere came.

    The texts are those of the main line. ``lines`` are what others that are not joined yet made of them, and what a
    join of these needs.
    """

    folder: Folder
    history: History
    branches: Branches
    replay: Replay
    lines: dict[Point, Line]
    saves: Saves
    arrivals: Arrivals

    @property
    def after(self) -> tuple[str, ...]:
        """What a sitting which begins now comes after; its texts begin as they stood at the first."""
        named = (self.branches.named, *self.history.latest_on(machine_id()))
        return tuple(dict.fromkeys(one for one in named if one))

    @property
    def apart(self) -> bool:
        """Whether more than one computer wrote the history."""
        return len(machines(self.history)) > 1

    def main_records(self) -> Iterator[Record]:
        """The records of the main line, in their order."""
        for _, records in self.branches.main_records():
            yield from records


def read_account(folder: Folder, on_change: Callable[[Replay, Changed, int], None] | None = None) -> Account:
    """Read and replay the history of a manuscript. HistoryError if a file of it cannot be read.

    ``on_change`` is called after every change of the main line.
    """
    history = read_history(history_folder(folder.path))
    branches = Branches(history.readings, machine_id())
    arrivals = Arrivals()
    main = {point.sitting: point.records for point in branches.line(branches.main)} if branches.main else {}
    on_main = False

    def changed(replay: Replay, record: Changed, when: int) -> None:
        arrivals.replayed(record, when)
        if on_change is not None and on_main:
            on_change(replay, record, when)

    replay = Replay(changed)
    lines: dict[Point, Line] = {}
    for part in branches.along(Line, Line.copy, wanted(branches), lines):
        on_main = part.start.records < main.get(part.start.sitting, 0)
        replay.turn_to(part.state)
        replay.sitting(part.began, part.records)
    replay.sittings = len(history.readings)
    replay.turn_to(lines[branches.main] if branches.main else Line())
    return Account(folder, history, branches, replay, lines, Saves(_saves(history), _sharing(history)), arrivals)


def _sharing(history: History) -> dict[str, set[str]]:
    sharing: dict[str, set[str]] = {}
    if len(machines(history)) > 1:
        for reading in history.readings:
            for entry in (one for record in reading.records for one in entries_of(record)):
                sharing.setdefault(entry.file.casefold(), set()).add(entry.id)
    return sharing


def _saves(history: History) -> dict[str, dict[str, tuple[str, ...]]]:
    saves: dict[str, dict[str, tuple[str, ...]]] = {}
    for reading in history.readings:
        machine = reading.sitting.machine if reading.sitting is not None else ""
        for record in reading.records:
            if isinstance(record, Saved):
                of_scene = saves.setdefault(record.scene, {})
                of_scene[machine] = (*of_scene.get(machine, ()), record.sha256)[-_KEPT_SAVES:]
    return saves


def foreign_look(folder: Path, sitting: str, machine: str) -> frozenset[tuple[str, int, int]]:
    """The files of a history that are not this ``sitting``'s nor this computer's head: names, sizes, times (ns)."""
    found = set()
    for path in folder.iterdir() if folder.is_dir() else ():
        if not path.name.startswith((sitting or "\0", f"{machine}.", ".")) and path.suffix != ".lock":
            with suppress(OSError):
                stat = path.stat()
                found.add((path.name, stat.st_size, stat.st_mtime_ns))
    return frozenset(found)


def machines(history: History) -> set[str]:
    """The computers that wrote a history."""
    return {one.sitting.machine for one in history.readings if one.sitting is not None}


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


def history_folder(manuscript: Path) -> Path:
    """Where a manuscript's history lies."""
    return manuscript / HISTORY
