"""The outline of a manuscript as Qt's views want it: chapters and notes as headings, scenes and notes below them."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from firsthand.manuscript import Entry, Outline
from firsthand.qt.counts import Count, Counts
from firsthand.qt.guard import guarded
from firsthand.qt.wording import kind_words

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING: object = None


class Role(IntEnum):
    """What the model tells beyond Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole
    """The id of a scene or note; an empty string for a heading."""
    COUNT = Qt.ItemDataRole.UserRole + 1
    """The Count, or None."""
    NOTE = Qt.ItemDataRole.UserRole + 2
    """Whether it is a note."""


@dataclass(frozen=True)
class _Part:
    title: str
    entries: tuple[Entry, ...]
    notes: bool = False


class BinderModel(QAbstractItemModel):
    """The parts of a manuscript. A child's internal id is the number of its part, counted from 1."""

    rename_requested = Signal(str, str)
    """The author gave the scene or note of this id another title."""

    def __init__(self, counts: Counts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts = counts
        self._parts: list[_Part] = []
        counts.counted.connect(self._counted)

    def set_outline(self, outline: Outline | None) -> None:
        """Show this outline, or nothing."""
        self.beginResetModel()
        self._parts = []
        if outline is not None:
            self._parts = [_Part(chapter.title, chapter.scene) for chapter in outline.chapter]
            if outline.note:
                self._parts.append(_Part(self.tr("Notes"), outline.note, notes=True))
        self.endResetModel()

    def place(self, scene: str) -> QModelIndex:
        """Where a scene or note is; invalid if nowhere."""
        for number_, part in enumerate(self._parts):
            for row, entry in enumerate(part.entries):
                if entry.id == scene:
                    return self.createIndex(row, 0, number_ + 1)
        return QModelIndex()

    def _counted(self, scene: str) -> None:
        index = self.place(scene)
        if index.isValid():
            self.dataChanged.emit(index, index)

    # -- what Qt asks

    @guarded(QModelIndex())
    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        if column or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @guarded(QModelIndex())
    def parent(self, index: AnyIndex = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    @guarded(0)
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        if not parent.isValid():
            return len(self._parts)
        return 0 if parent.internalId() else len(self._parts[parent.row()].entries)

    @guarded(1)
    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 1

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or not index.internalId():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return usual | Qt.ItemFlag.ItemNeverHasChildren

    @guarded(_NOTHING)
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if not index.internalId():
            return self._heading(self._parts[index.row()], role)
        part = self._parts[index.internalId() - 1]
        return self._entry(part.entries[index.row()], role, notes=part.notes)

    @guarded(False)
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not index.internalId():
            return False
        entry = self._parts[index.internalId() - 1].entries[index.row()]
        title = " ".join(str(value).split())
        if not title or title == entry.title:
            return False
        self.rename_requested.emit(entry.id, title)
        return True

    def _heading(self, part: _Part, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return part.title
        return "" if role == Role.ID else None

    def _entry(self, entry: Entry, role: int, *, notes: bool) -> object:
        count = self._counts.count(entry.id)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return entry.title
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join([entry.title, *self._figures(count)])
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join([entry.title, *self._figures(count)])
            case Role.ID:
                return entry.id
            case Role.COUNT:
                return count
            case Role.NOTE:
                return notes
        return None

    def _figures(self, count: Count | None) -> list[str]:
        """The count in words: what the bar says in colours."""
        if count is None or not count.words:
            return [self.tr("no words yet")]
        return [self.tr("%Ln word(s)", "", count.words), ", ".join(kind_words(count.shares))]
