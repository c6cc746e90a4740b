"""What was found in the scenes, as Qt's views want it: scenes as headings, the places below them in their words.

With a replacement every place shows what it would become, and can be left out. Knows nothing of searching.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from enum import IntEnum
from itertools import accumulate

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from firsthand.desk.replacing import Planned
from firsthand.desk.searching import Found, context
from firsthand.provenance.units import from_units
from firsthand.qt.guard import guarded

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING: object = None
_BEFORE = 30
"""Characters shown before what was found, so that it stands in the first line."""
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


MOST = 2000
"""Rows that are shown; whoever looks for more than that reads none of them."""


class Role(IntEnum):
    """What the model tells beyond Qt's own roles."""

    PASSAGE = Qt.ItemDataRole.UserRole
    """The Passage of a place; None for a heading."""
    COUNT = Qt.ItemDataRole.UserRole + 1
    """How many places a heading has below it."""


class Passage(Struct, frozen=True):
    """A place in its words: what stands before it and after, and what it would become; None without a replacement."""

    before: str
    old: str
    after: str
    new: str | None = None


class Results(Struct, frozen=True):
    """What a search gave: ``planned`` goes along with each scene's hits, where there is a replacement."""

    found: Sequence[Found] = ()
    planned: Sequence[Sequence[Planned]] | None = None
    wrong: str = ""
    """A sentence on what is wrong with the replacement."""

    @property
    def count(self) -> int:
        """How many places there are."""
        return sum(len(one.hits) for one in self.found)


class FoundModel(QAbstractListModel):
    """Each scene's heading, and below it the places; one flat list, since a tree takes its time with thousands."""

    chosen_changed = Signal()
    """The author left places out, or took them in again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results = Results()
        self._titles: Mapping[str, str] = {}
        self._headings: list[int] = []
        self._rows = 0
        self._left_out: set[tuple[int, int]] = set()

    def show_results(self, results: Results, titles: Mapping[str, str]) -> None:
        """Show these, with the titles of their scenes."""
        self.beginResetModel()
        self.results, self._titles = results, titles
        sizes_ = [1 + len(one.hits) for one in results.found]
        self._headings = list(accumulate(sizes_[:-1], initial=0)) if sizes_ else []
        self._rows = min(MOST, sum(sizes_))
        self._left_out.clear()
        self.endResetModel()

    def chosen(self) -> list[tuple[Found, list[Planned]]]:
        """What would be replaced in each scene where anything would be."""
        planned = self.results.planned or ()
        out = []
        for scene, (found, all_of_it) in enumerate(zip(self.results.found, planned, strict=False)):
            some = [one for hit, one in enumerate(all_of_it) if (scene, hit) not in self._left_out]
            if some:
                out.append((found, some))
        return out

    def place(self, index: AnyIndex) -> tuple[str, int, int] | None:
        """The scene of a place, and from where to where it stands; None for a heading."""
        scene, hit = self._at(index)
        if hit < 0:
            return None
        found = self.results.found[scene]
        return found.scene, *found.hits[hit]

    def planned(self, index: AnyIndex) -> tuple[Found, list[Planned]] | None:
        """What would be replaced at one place; None for a heading or without a replacement."""
        scene, hit = self._at(index)
        if hit < 0 or self.results.planned is None:
            return None
        return self.results.found[scene], [self.results.planned[scene][hit]]

    def nearest(self, scene: str, start: int) -> QModelIndex:
        """The first place of a scene that is not before ``start``; invalid if there is none."""
        for heading, found in zip(self._headings, self.results.found, strict=True):
            if found.scene == scene:
                hit = bisect_left(found.hits, (start, 0))
                return self.index(heading + 1 + hit) if hit < len(found.hits) else QModelIndex()
        return QModelIndex()

    def step(self, index: AnyIndex, step: int) -> QModelIndex:
        """The place after one, or before it, round the end; invalid if there is none at all."""
        if not self._rows:
            return QModelIndex()
        row = (index.row() + step if index.isValid() else min(0, step)) % self.rowCount()
        while self._at(self.index(row))[1] < 0:
            row = (row + step) % self.rowCount()
        return self.index(row)

    def _at(self, index: AnyIndex) -> tuple[int, int]:
        """The number of the scene and of the hit in it; -1 for the hit of a heading, and where there is nothing."""
        if not index.isValid():
            return -1, -1
        scene = bisect_right(self._headings, index.row()) - 1
        return scene, index.row() - self._headings[scene] - 1

    # -- what Qt asks

    @guarded(0)
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self._at(index)[1] >= 0:
            usual |= Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if self.results.planned is not None else usual

    @guarded(_NOTHING)
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        scene, hit = self._at(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check(scene, hit)
        if hit < 0:
            return self._heading(self.results.found[scene], role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Role.PASSAGE):
            return None
        passage = self._passage(scene, hit)
        return passage if role == Role.PASSAGE else self._said(passage)

    @guarded(False)
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or self.results.planned is None:
            return False
        scene, hit = self._at(index)
        count = len(self.results.found[scene].hits)
        places = {(scene, one) for one in (range(count) if hit < 0 else (hit,))}
        if Qt.CheckState(value) == _CHECKED:
            self._left_out -= places
        else:
            self._left_out |= places
        first = self._headings[scene]
        self.dataChanged.emit(self.index(first), self.index(min(self._rows - 1, first + count)))
        self.chosen_changed.emit()
        return True

    def _check(self, scene: int, hit: int) -> Qt.CheckState | None:
        if self.results.planned is None:
            return None
        if hit >= 0:
            return _UNCHECKED if (scene, hit) in self._left_out else _CHECKED
        left_out = sum(one == scene for one, _ in self._left_out)
        if not left_out:
            return _CHECKED
        every = left_out == len(self.results.found[scene].hits)
        return _UNCHECKED if every else Qt.CheckState.PartiallyChecked

    def _heading(self, found: Found, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._titles.get(found.scene, "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            places = self.tr("%Ln place(s)", "", len(found.hits))
            return f"{self._titles.get(found.scene, '')}, {places}"
        return len(found.hits) if role == Role.COUNT else None

    def _passage(self, scene: int, number_: int) -> Passage:
        found = self.results.found[scene]
        hit = found.hits[number_]
        before, after = context(found.units, hit)
        old = from_units(found.units[hit[0] : hit[1]])
        new = self.results.planned[scene][number_].text(found.units) if self.results.planned is not None else None
        return Passage(_shortened(before), old, after, new)

    def _said(self, passage: Passage) -> str:
        if passage.new is None:
            return passage.before + passage.old + passage.after
        if not passage.new:
            return self.tr("{old} would go: {text}").format(
                old=passage.old, text=passage.before + passage.old + passage.after
            )
        return self.tr("{old} would become {new}: {text}").format(
            old=passage.old, new=passage.new, text=passage.before + passage.old + passage.after
        )


def _shortened(before: str) -> str:
    """The end of what stands before a place."""
    if len(before) <= _BEFORE:
        return before.lstrip()
    end = before[-_BEFORE:]
    return "…" + (end.split(" ", 1)[1] if " " in end[:-1] else end)
