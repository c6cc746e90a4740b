"""What the files of scenes are called, and giving them other names so that no moment is without the words.

A file in ``scenes``, ``notes`` or ``bin`` lies in the folder of its kind. It is called after its title as long as its
name was made from a title; a name that somebody chose is kept. A file has both names until the outline on the disk
names the new one.
"""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from firsthand.history import replace_file
from firsthand.manuscript.names import same_file, stem
from firsthand.manuscript.outline import Entry, Outline, new_id
from firsthand.manuscript.trust import stays_inside
from firsthand.patterns import late

SCENES, NOTES, BIN = "scenes", "notes", "bin"
_NAME = late(r"(?P<before>\d+[ ._-]+)?(?P<stem>.*?)(?: \d+)?\.md", re.DOTALL)


class Names:
    """The names of a manuscript's files that are free."""

    def __init__(self, folder: Path, taken: Iterable[str]) -> None:
        self._folder = folder
        self._taken = {same_file(name) for name in taken}
        self._listed: set[str] = set()

    def free(self, folder: str, wanted: str) -> str:
        """A name for a file called ``wanted`` in ``folder`` that no other has; it is taken from now on."""
        folder = f"{folder}/" if folder else ""
        for number in range(1, len(self._taken) + 100_000):
            name = f"{folder}{wanted}.md" if number == 1 else f"{folder}{wanted} {number}.md"
            if self.take(name):
                return name
        return f"{folder}{new_id()}.md"

    def take(self, name: str) -> bool:
        """Take this very name; False if another file has it."""
        self._list(name.rpartition("/")[0])
        same = same_file(name)
        if same in self._taken:
            return False
        self._taken.add(same)
        return True

    def _list(self, folder: str) -> None:
        if folder not in self._listed:
            self._listed.add(folder)
            with contextlib.suppress(OSError, ValueError):
                lead = f"{folder}/" if folder else ""
                self._taken.update(same_file(lead + file.name) for file in os.scandir(self._folder / folder))


def renamed(folder: Path, before: Outline, after: Outline) -> Outline:
    """``after`` with the files' names that go with its titles and places, where they were others ``before``."""
    moves = {
        entry.id: entry
        for kind, entry in _placed(after)
        if _wanted(kind, entry, before) is not None and stays_inside(folder, before.by_id.get(entry.id, entry).file)
    }
    if not moves:
        return after
    names = Names(folder, (entry.file for entry in (*before.entries, *after.entries) if entry.id not in moves))
    files: dict[str, str] = {}
    for kind, entry in _placed(after):
        wanted = _wanted(kind, entry, before) if entry.id in moves else None
        if wanted is not None:
            where, called, exact = wanted
            files[entry.id] = exact if exact and names.take(exact) else names.free(where, called)
    return with_files(after, files)


def _placed(outline: Outline) -> Iterator[tuple[str, Entry]]:
    """Every entry with the folder of its kind."""
    yield from ((SCENES, entry) for entry in outline.scenes)
    yield from ((NOTES, entry) for entry in outline.note)
    yield from ((BIN, entry) for entry in outline.bin)


def _wanted(kind: str, entry: Entry, before: Outline) -> tuple[str, str, str] | None:
    """The folder and stem that an entry's file should have, and the name it says it has if that can be had.

    None if it stays as it is.
    """
    old = before.by_id.get(entry.id)
    folder, _, name = (old or entry).file.rpartition("/")
    if old is entry and (folder == kind or folder not in (SCENES, NOTES, BIN)):
        return None  # as nearly all of them in nearly every act
    parts = _NAME().fullmatch(name)
    called = parts["stem"] if parts else name.removesuffix(".md")
    if old is None:
        return folder, called, entry.file
    where = kind if folder in (SCENES, NOTES, BIN) else folder
    if parts and entry.title != old.title and called == stem(old.title):
        called = stem(entry.title)
    if where == folder and entry.file == old.file and (parts is None or called == parts["stem"]):
        return None
    exact = entry.file if entry.file != old.file and entry.file.startswith(f"{where}/") else ""
    return where, (parts["before"] or "" if parts else "") + called, exact


def with_files(outline: Outline, files: dict[str, str]) -> Outline:
    """The outline with other files for these ids."""

    def put(entry: Entry) -> Entry:
        return msgspec.structs.replace(entry, file=files[entry.id]) if entry.id in files else entry

    return msgspec.structs.replace(
        outline,
        chapter=tuple(msgspec.structs.replace(c, scene=tuple(map(put, c.scene))) for c in outline.chapter),
        note=tuple(map(put, outline.note)),
        bin=tuple(map(put, outline.bin)),
    )


class Relocation:
    """The files that get other names from one outline to the next: ``begin``, write the outline, then ``finish``."""

    def __init__(self, folder: Path, before: Outline, after: Outline) -> None:
        self._pairs = [
            (folder / old.file, folder / entry.file)
            for entry in after.entries
            if (old := before.by_id.get(entry.id)) is not None and old.file != entry.file
        ]
        self._folder = folder
        self._made: list[tuple[Path, Path]] = []

    def begin(self) -> None:
        """Give every file its new name beside the old one. OSError, and nothing done, if the disk refuses."""
        try:
            for old, new in self._pairs:
                self._check(old)
                self._check(new)
                if old.exists():
                    new.parent.mkdir(exist_ok=True)
                    _same_again(old, new)
                    self._made.append((old, new))
        except OSError:
            self.take_back()
            raise

    def _check(self, path: Path) -> None:
        if not stays_inside(self._folder, path.relative_to(self._folder).as_posix()):
            raise OSError(f"{path.name} leads out of the manuscript's folder")

    def take_back(self) -> None:
        """The outline was not written: the new names go again."""
        for _, new in self._made:
            with contextlib.suppress(OSError):
                new.unlink()

    def finish(self) -> None:
        """The outline was written: the old names go. One that the system holds on to stays, and harms nothing."""
        for old, new in self._made:
            with contextlib.suppress(OSError):
                if old.read_bytes() == new.read_bytes():
                    old.unlink()


def _same_again(old: Path, new: Path) -> None:
    """One file under two names; where the disk knows no such thing, a copy."""
    if new.exists():
        raise FileExistsError(f"{new.name} is there already")
    try:
        os.link(old, new)
    except OSError:
        replace_file(new, old.read_bytes())
