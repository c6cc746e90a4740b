"""The order of a novel as a tree that can be changed: what `outlining` works on.

Chapters stand at the top or in parts; scenes in chapters; notes and the bin are lists of their own. An outline holds
chapters in one list, each naming its part; a part without chapters says which chapter it follows.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from firsthand.manuscript import Binned, Chapter, Entry, Outline, Part


class ChapterNode(Struct):
    value: Chapter
    scenes: list[Entry]


class PartNode(Struct):
    value: Part
    chapters: list[ChapterNode] = field(default_factory=list)


class Tree:
    """An outline that can be changed."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self.notes = list(outline.note)
        self.bin = list(outline.bin)
        self.top: list[ChapterNode | PartNode] = []
        parts = {part.id: PartNode(part) for part in outline.part}
        waiting = list(parts)
        for chapter in outline.chapter:
            made = ChapterNode(chapter, list(chapter.scene))
            if chapter.part not in parts:
                self.top.append(made)
                continue
            parts[chapter.part].chapters.append(made)
            if chapter.part in waiting:
                self.top.append(parts[chapter.part])
                waiting.remove(chapter.part)
        for part in waiting:
            self._place_empty(parts[part])

    def _place_empty(self, part: PartNode) -> None:
        at = behind(self.top, top_of(self, self.chapter(part.value.behind)))
        while at < len(self.top) and isinstance(beside := self.top[at], PartNode) and not beside.chapters:
            at += 1
        self.top.insert(at, part)

    def outline(self) -> Outline:
        """The outline as it is now; the very same value if nothing changed."""
        parts = tuple(self._parts())
        chapters = [_whole(chapter, part.value.id if part else "") for chapter, part in self._chapters_with_parts()]
        outline = msgspec.structs.replace(
            self._outline, part=parts, chapter=tuple(chapters), note=tuple(self.notes), bin=tuple(self.bin)
        )
        return self._outline if outline == self._outline else outline

    def _parts(self) -> Iterator[Part]:
        """The parts, those without chapters with what they follow."""
        last = ""
        for one in self.top:
            chapters = one.chapters if isinstance(one, PartNode) else [one]
            if isinstance(one, PartNode):
                yield msgspec.structs.replace(one.value, behind="" if chapters else last)
            last = chapters[-1].value.id if chapters else last

    def _chapters_with_parts(self) -> Iterator[tuple[ChapterNode, PartNode | None]]:
        for one in self.top:
            if isinstance(one, PartNode):
                yield from ((chapter, one) for chapter in one.chapters)
            else:
                yield one, None

    @property
    def chapters(self) -> list[ChapterNode]:
        """All chapters in the order of reading."""
        return [chapter for chapter, _ in self._chapters_with_parts()]

    def chapter(self, id_: str) -> ChapterNode | None:
        return next((one for one in self.chapters if one.value.id == id_), None)

    def part(self, id_: str) -> PartNode | None:
        return next((one for one in self.top if isinstance(one, PartNode) and one.value.id == id_), None)

    def part_of(self, chapter: ChapterNode) -> PartNode | None:
        return next((part for one, part in self._chapters_with_parts() if one is chapter), None)

    def take(self, ids: set[str]) -> list[Entry | ChapterNode | PartNode]:
        """Take these out, in the order of the binder; what is inside something that is taken goes with it."""
        taken: list[Entry | ChapterNode | PartNode] = []
        for one in list(self.top):
            if one.value.id in ids:
                taken.append(one)
                self.top.remove(one)
            elif isinstance(one, PartNode):
                for chapter in list(one.chapters):
                    if chapter.value.id in ids:
                        taken.append(chapter)
                        one.chapters.remove(chapter)
                    else:
                        taken += _taken(chapter.scenes, ids)
            else:
                taken += _taken(one.scenes, ids)
        return [*taken, *_taken(self.notes, ids), *_taken(self.bin, ids)]


E = TypeVar("E", bound=Entry)


def _taken(entries: list[E], ids: set[str]) -> list[E]:
    """Take these out of a list."""
    taken = [entry for entry in entries if entry.id in ids]
    if taken:
        entries[:] = [entry for entry in entries if entry.id not in ids]
    return taken


def _whole(chapter: ChapterNode, part: str) -> Chapter:
    return msgspec.structs.replace(chapter.value, scene=tuple(chapter.scenes), part=part)


def plain(entry: Entry) -> Entry:
    """The entry as it stands outside the bin."""
    if not isinstance(entry, Binned):
        return entry
    return Entry(entry.id, entry.title, entry.file, entry.status, entry.label)


def place(things: Sequence[Entry] | Sequence[ChapterNode | PartNode] | Sequence[ChapterNode], before: str) -> int:
    """Where in a list that is which is stood ahead of; its end if it is not there."""
    ids = [one.id if isinstance(one, Entry) else one.value.id for one in things]
    return ids.index(before) if before in ids else len(ids)


def top_of(tree: Tree, chapter: ChapterNode | None) -> ChapterNode | PartNode | None:
    return (tree.part_of(chapter) or chapter) if chapter is not None else None


def behind(things: Sequence[ChapterNode | PartNode], one: ChapterNode | PartNode | None) -> int:
    return next((n + 1 for n, thing in enumerate(things) if thing is one), 0)
