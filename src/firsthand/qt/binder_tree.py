"""The rows of the binder as a tree of plain nodes: made of an outline, with a filter or without. No Qt.

Each node knows its row, what stands above it and below, and adds up the counts of the scenes below it when asked.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from firsthand.desk.outline_tree import ChapterNode, PartNode, Tree
from firsthand.desk.outlining import BIN, NOTES
from firsthand.manuscript import Entry, Outline
from firsthand.qt.counts import Count, together


class RowKind(StrEnum):
    """What a row of the binder is."""

    PART = "part"
    CHAPTER = "chapter"
    SCENE = "scene"
    NOTES = "notes"
    NOTE = "note"
    BIN = "bin"
    BINNED = "binned"


HEADINGS = frozenset({RowKind.PART, RowKind.CHAPTER, RowKind.NOTES, RowKind.BIN})
SCENES = frozenset({RowKind.SCENE, RowKind.NOTE, RowKind.BINNED})


_PLACES = 24
"""Bits of a number for the place of a scene below its heading."""


class Node:
    """A row. ``number`` says which heading it is, or below which one it stands where: in the order of the rows."""

    __slots__ = ("above", "below", "count", "counted", "entry", "id", "kind", "number", "row", "title")

    def __init__(self, kind: RowKind, id_: str, title: str, entry: Entry | None = None) -> None:
        self.kind = kind
        self.id = id_
        self.title = title
        self.entry = entry
        self.above: Node | None = None
        self.below: list[Node] = []
        self.row = 0
        self.number = 0
        self.count: Count | None = None
        self.counted = False

    def add(self, node: "Node") -> None:
        """Put a node at the end of those below."""
        node.above, node.row = self, len(self.below)
        self.below.append(node)

    def scenes(self) -> Iterator["Node"]:
        """The scenes and notes below."""
        for node in self.below:
            if node.entry is not None:
                yield node
            else:
                yield from node.scenes()


class Rows:
    """All rows of an outline, or those whose title, status or label has the words of a filter."""

    def __init__(self, outline: Outline | None, words: str, notes: str, bin_: str) -> None:
        self.root = Node(RowKind.PART, "", "")
        self.heads: list[Node] = [self.root]
        self.by_id: dict[str, Node] = {}
        self._wanted = folded(words).split()
        self.filtered = bool(self._wanted)
        if outline is not None:
            self._fill(outline, notes, bin_)

    def counts(self, node: Node, count: Callable[[str], Count | None]) -> Count | None:
        """The count of a scene, or of all scenes below; None while some are not yet counted."""
        if node.entry is not None:
            return count(node.id)
        if not node.counted:
            found = [self.counts(one, count) for one in node.below]
            known = [one for one in found if one is not None]
            node.count = together(known) if len(known) == len(found) else None
            node.counted = node.count is not None
        return node.count

    def recount(self, node: Node) -> Iterator[Node]:
        """A scene has another count: it, and all that is above it, whose sums are to be made anew."""
        at: Node | None = node
        while at is not None and at is not self.root:
            at.counted = False
            yield at
            at = at.above

    def node(self, number: int) -> Node:
        """The row of a number."""
        head, place = self.heads[number >> _PLACES], number & (1 << _PLACES) - 1
        return head.below[place - 1] if place else head

    def otherwise(self, before: "Rows") -> list[Node] | None:
        """The headings below which scenes stand otherwise than before: others in number, or in height.

        None if the headings themselves do, or all scenes came or went below one.
        """
        if self.filtered != before.filtered or len(self.heads) != len(before.heads):
            return None
        if not all(map(_same_head, self.heads, before.heads)):
            return None
        pairs = zip(self.heads, before.heads, strict=True)
        return [head for head, old in pairs if head.below is not old.below and not _same_places(head, old)]

    def other_than(self, before: "Rows") -> Iterator[Node]:
        """The rows that are not what stood in their place before, below headings that are the same."""
        for head, old in zip(self.heads, before.heads, strict=True):
            if head.title != old.title:
                yield from _upwards(head)
            for node, was in zip(head.below, old.below, strict=False):
                if node.entry is not None and (node.entry is not was.entry or node.title != was.title):
                    yield from _upwards(node)

    def _fill(self, outline: Outline, notes: str, bin_: str) -> None:
        for top in Tree(outline).top:
            node = self._part(top) if isinstance(top, PartNode) else self._chapter(top)
            self._take(self.root, node)
        if outline.note:
            self._take(self.root, self._list(RowKind.NOTES, NOTES, notes, outline.note))
        if outline.bin:
            self._take(self.root, self._list(RowKind.BIN, BIN, bin_, outline.bin))
        self._number(self.root)

    def _part(self, part: PartNode) -> Node:
        node = Node(RowKind.PART, part.value.id, part.value.title)
        for chapter in part.chapters:
            self._take(node, self._chapter(chapter))
        return node

    def _chapter(self, chapter: ChapterNode) -> Node:
        node = Node(RowKind.CHAPTER, chapter.value.id, chapter.value.title)
        return self._with(node, RowKind.SCENE, chapter.scenes)

    def _list(self, kind: RowKind, id_: str, title: str, entries: Iterable[Entry]) -> Node:
        inner = RowKind.NOTE if kind is RowKind.NOTES else RowKind.BINNED
        return self._with(Node(kind, id_, title), inner, entries)

    def _with(self, node: Node, kind: RowKind, entries: Iterable[Entry]) -> Node:
        whole = self.filtered and node.kind in (RowKind.PART, RowKind.CHAPTER) and self._fits(node.title)
        for entry in entries:
            if not self.filtered or whole or self._fits(f"{entry.title} {entry.status} {entry.label}"):
                node.add(Node(kind, entry.id, entry.title, entry))
        return node

    def _take(self, above: Node, node: Node) -> None:
        if (
            not self.filtered
            or node.below
            or (node.kind not in (RowKind.NOTES, RowKind.BIN) and self._fits(node.title))
        ):
            above.add(node)

    def _fits(self, text: str) -> bool:
        said = folded(text)
        return all(word in said for word in self._wanted)

    def _number(self, above: Node) -> None:
        for node in above.below:
            self.by_id[node.id] = node
            if node.entry is not None:
                node.number = above.number + node.row + 1
                continue
            node.number = len(self.heads) << _PLACES
            self.heads.append(node)
            self._number(node)


def _same_head(head: Node, before: Node) -> bool:
    """Whether a heading stands where it did, and has scenes if it had."""
    above, was = head.above, before.above
    same = head.id == before.id and head.kind is before.kind and head.row == before.row
    if not same or (above is not None and was is not None and above.number != was.number):
        return False
    return bool(head.below) == bool(before.below)


def _same_places(head: Node, before: Node) -> bool:
    return len(head.below) == len(before.below) and all(map(_as_high, head.below, before.below))


def _as_high(node: Node, before: Node) -> bool:
    if node.entry is None or before.entry is None:
        return node.entry is before.entry
    return bool(node.entry.status or node.entry.label) == bool(before.entry.status or before.entry.label)


def _upwards(node: Node) -> Iterator[Node]:
    """A row, and what is above it."""
    up: Node | None = node
    while up is not None and up.above is not None:
        yield up
        up = up.above


def folded(text: str) -> str:
    """A text as it is looked for: without accents, capitals made small."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
