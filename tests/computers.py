"""Two or more computers that have copies of one manuscript, and what brings files from one to another.

A ``Computer`` has a home of its own, so that it has an id of its own; what is done ``on`` it is done with that home.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from firsthand.desk.session import Desk


class Clock:
    """Time that goes on by a tenth of a second whenever it is asked; all computers of a test share one."""

    def __init__(self) -> None:
        self.now = 1_900_000_000_000

    def __call__(self) -> int:
        self.now += 100
        return self.now


class Computer:
    """A computer and its copy of the manuscript, which lies in ``book``."""

    def __init__(self, place: Path, name: str, clock: Callable[[], int] | None) -> None:
        self.name = name
        self.home = place / name / "home"
        self.book = place / name / "book"
        self.clock = clock
        self.told: list[str] = []

    @contextmanager
    def on(self) -> Iterator[None]:
        before = os.environ.get("FIRSTHAND_HOME")
        os.environ["FIRSTHAND_HOME"] = str(self.home)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FIRSTHAND_HOME"]
            else:
                os.environ["FIRSTHAND_HOME"] = before

    def open(self) -> Desk:
        with self.on():
            return Desk.open(self.book, self.told.append, self.clock)

    @contextmanager
    def sitting(self) -> Iterator[Desk]:
        with self.on():
            desk = Desk.open(self.book, self.told.append, self.clock)
            try:
                yield desk
            finally:
                assert desk.close()


def files(book: Path) -> dict[str, bytes]:
    """What a file synchroniser sees: all files but the locks, by their names in the folder."""
    return {
        str(path.relative_to(book)): path.read_bytes()
        for path in sorted(book.rglob("*"))
        if path.is_file() and path.name != "lock" and not path.name.endswith(".lock")
    }


class Synchroniser:
    """Keeps two copies the same as a dumb tool does: the later file wins.

    ``copies`` has it keep the file that loses as a conflicted copy.
    """

    def __init__(self, one: Computer, other: Computer, *, copies: bool = False) -> None:
        self.both = one, other
        self.copies = copies
        self.known: dict[str, bytes] = {}

    def begin(self) -> None:
        """Copy the first computer's manuscript to the second."""
        shutil.copytree(self.both[0].book, self.both[1].book)
        self.known = files(self.both[0].book)

    def run(self, chance: Random | None = None, share: float = 1.0) -> None:
        """Bring what changed on either side to the other; only a ``share`` of the files, by ``chance``, if below 1."""
        one, other = files(self.both[0].book), files(self.both[1].book)
        names = sorted({*one, *other, *self.known})
        if chance is not None:
            chance.shuffle(names)
            names = names[: round(len(names) * share)]
        for name in names:
            self._bring(name, one.get(name), other.get(name))

    def _bring(self, name: str, one: bytes | None, other: bytes | None) -> None:
        was = self.known.get(name)
        if one == other:
            winner = one
        elif one == was:
            winner = other
        elif other == was:
            winner = one
        elif one is None or other is None:
            winner = one if one is not None else other
        else:
            times = [(computer.book / name).stat().st_mtime_ns for computer in self.both]
            winner, loser = (one, other) if times[0] > times[1] else (other, one)
            if self.copies:
                self._keep_copy(name, loser)
        for computer, has in zip(self.both, (one, other), strict=True):
            _put(computer.book / name, winner, has)
        self._note(name, winner)

    def _keep_copy(self, name: str, data: bytes) -> None:
        path = Path(name)
        copy = str(path.with_name(f"{path.stem} (Ines's conflicted copy 2026-11-22){path.suffix}"))
        for computer in self.both:
            _put(computer.book / copy, data, None)
        self._note(copy, data)

    def _note(self, name: str, data: bytes | None) -> None:
        if data is None:
            self.known.pop(name, None)
        else:
            self.known[name] = data


def _put(path: Path, data: bytes | None, has: bytes | None) -> None:
    if data == has:
        return
    if data is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def whose(desk: Desk) -> dict[str, list[tuple[str, str]]]:
    """Every scene and note of a desk, by its id: its text in stretches of one origin."""
    out: dict[str, list[tuple[str, str]]] = {}
    for entry in desk.folder.outline.entries:
        text = desk.replay.scene(entry.id).text
        stretches: list[tuple[str, str]] = []
        for span in text.spans():
            piece, origin = text.slice(span.start, span.end), str(span.origin)
            before = stretches.pop()[0] if stretches and stretches[-1][1] == origin else ""
            stretches.append((before + piece, origin))
        out[entry.id] = stretches
    return out


def titles(desk: Desk) -> list[str]:
    return [entry.title for entry in desk.folder.outline.entries]


def one_after_another(computers: Iterable[Computer]) -> Iterator[Desk]:
    for computer in computers:
        with computer.sitting() as desk:
            yield desk
