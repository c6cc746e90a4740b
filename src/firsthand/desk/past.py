"""The past of an open manuscript as a window shows it: which versions there are, how each stood, what changed since.

Made from what ``Versioning.read`` read; slow, so for a thread that need not hurry, and safe on any: one question is
answered after the other. Nothing is written here. Places are UTF-16 units, times milliseconds since 1970 (UTC).
"""

import threading
from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from firsthand.history import Moment, Occasion, Snapshot, Versions
from firsthand.provenance import Origin, Run, TrackedText, join_runs
from firsthand.provenance.hunks import Hunk, Kind, hunks
from firsthand.provenance.units import length

_MODEL = (Origin.MODEL, Origin.RETYPED)


class Amount(msgspec.Struct, frozen=True):
    """Words: ``own`` are those the author typed, ``model`` a model's and those typed again, ``all`` of them."""

    own: int
    model: int
    all: int

    @classmethod
    def of(cls, text: TrackedText) -> "Amount":
        """The words of a text."""
        found = text.words()
        return cls(found[Origin.TYPED], sum(found[origin] for origin in _MODEL), sum(found.values()))

    def since(self, before: "Amount") -> "Amount":
        """What has come since; below 0 where words went."""
        return Amount(self.own - before.own, self.model - before.model, self.all - before.all)


class Row(msgspec.Struct, frozen=True):
    """A version worth showing: of which scene, its number, since when it stood, why it is shown, its names."""

    scene: str
    number: int
    when: int
    occasions: tuple[Occasion, ...]
    snapshots: tuple[Snapshot, ...] = ()


class Marked(msgspec.Struct, frozen=True):
    """A stretch of a comparison's text that is not the same in both versions."""

    start: int
    end: int
    kind: Kind


class Comparison:
    """Two versions as one text: what stayed, what went and what came, in order, with whose all of it is.

    ``marks`` are the stretches that differ, in order. Of words that are another's than before it shows the new sources.
    """

    def __init__(self, old: TrackedText, new: TrackedText) -> None:
        self._hunks = hunks(old, new)
        self._begins: list[int] = []
        self.marks: list[Marked] = []
        at = 0
        for hunk in self._hunks:
            self._begins.append(at)
            end = at + length(hunk.text)
            if hunk.kind is not Kind.KEPT:
                self.marks.append(Marked(at, end, hunk.kind))
            at = end
        runs = join_runs(run for hunk in self._hunks for run in _runs(hunk))
        self.text = TrackedText("".join(hunk.text for hunk in self._hunks), runs)

    def old_place(self, at: int) -> int:
        """The place in the old version of a place in this text; where that has none of it, the one it stands before."""
        if not self._hunks:
            return 0
        index = bisect_right(self._begins, at) - 1
        hunk = self._hunks[index]
        return hunk.old if hunk.kind is Kind.INSERTED else hunk.old + at - self._begins[index]


def _runs(hunk: Hunk) -> Iterable[Run]:
    return hunk.was if hunk.kind is Kind.REMOVED else hunk.now


def paragraphs(text: TrackedText, start: int, end: int) -> tuple[int, int]:
    """From where to where the paragraphs reach that a stretch of a text lies in, their last line end left out."""
    units = text.units()
    last = units.find("\n", max(start, end - (end > start)))
    return units.rfind("\n", 0, start) + 1, len(units) if last < 0 else last


class Past:
    """The versions of a manuscript's scenes."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self._lock = threading.Lock()

    def rows(self, scenes: Iterable[str]) -> list[Row]:
        """The versions of these scenes that are worth showing, the latest first."""
        found: list[Row] = []
        for scene in scenes:
            with self._lock:
                named = self._named(scene)
                found += [_row(scene, one, named) for one in self._versions.moments(scene)]
        return sorted(found, key=lambda row: (row.when, row.number), reverse=True)

    def amounts(self, rows: Iterable[Row]) -> dict[tuple[str, int], Amount]:
        """By scene and number, the words that each of these rows had more than the row before it in its scene."""
        found: dict[tuple[str, int], Amount] = {}
        before: dict[str, Amount] = {}
        for row in sorted(rows, key=lambda row: row.number):
            here = Amount.of(self.version(row.scene, row.number))
            found[row.scene, row.number] = here.since(before.get(row.scene, Amount(0, 0, 0)))
            before[row.scene] = here
        return found

    def version(self, scene: str, number: int) -> TrackedText:
        """The scene as it stood then, a text of the caller's own. ValueError if there is no such version."""
        with self._lock:
            return self._versions.at(scene, number)

    def _named(self, scene: str) -> dict[int, list[Snapshot]]:
        named: dict[int, list[Snapshot]] = {}
        for one in self._versions.snapshots():
            if one.scene in ("", scene):
                named.setdefault(self._versions.named(scene, one), []).append(one)
        return named


def _row(scene: str, moment: Moment, named: dict[int, list[Snapshot]]) -> Row:
    return Row(scene, moment.number, moment.when, moment.occasions, tuple(named.get(moment.number, ())))
