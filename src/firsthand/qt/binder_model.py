"""The outline of a manuscript as Qt's views want it: parts, chapters, scenes, notes and the bin on one model.

Shows, and says what the author wishes to rename or move; how the rows come about is `binder_tree`'s, where a drop goes
`binder_drop`'s.
"""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from firsthand.manuscript import Outline
from firsthand.qt.binder_drop import Spot, spot
from firsthand.qt.binder_tree import HEADINGS, Node, RowKind, Rows
from firsthand.qt.counts import Count, Counts
from firsthand.qt.guard import guarded
from firsthand.qt.wording import kind_words, status_word

AnyIndex = QModelIndex | QPersistentModelIndex
MIME = "application/x-firsthand-binder"
_ROOT = QModelIndex()
_NOTHING: object = None
_NO_TYPES: list[str] = []
_USUAL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OWN = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled


def _flags_of(kind: RowKind, writable: bool) -> Qt.ItemFlag:
    flags = _USUAL if kind in HEADINGS else _USUAL | Qt.ItemFlag.ItemNeverHasChildren
    if not writable:
        return flags
    if kind in HEADINGS:
        flags |= Qt.ItemFlag.ItemIsDropEnabled
    return flags if kind in (RowKind.NOTES, RowKind.BIN) else flags | _OWN


_FLAGS = {(kind, writable): _flags_of(kind, writable) for kind in RowKind for writable in (True, False)}
"""Put together once: Qt asks for every row, twice, whenever rows come or go."""


class Role(IntEnum):
    """What the model tells beyond Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole
    """The id of a scene or note; an empty string for a heading."""
    COUNT = Qt.ItemDataRole.UserRole + 1
    """The Count, or None."""
    NODE = Qt.ItemDataRole.UserRole + 2
    """The Node."""


class BinderModel(QAbstractItemModel):
    """The rows of a manuscript. An index's internal id is the number of its node."""

    rename_requested = Signal(str, str)
    """The author gave what has this id another title."""
    move_requested = Signal(list, str, str)
    """The author dropped these ids into a home, ahead of an id or at its end."""

    shifting = Signal(list)
    """Scenes are going to come and go below the headings of these ids: whoever shows what is below them shuts them.

    Qt has no other way that does not look at every row of the manuscript."""
    shifted = Signal()
    """They have come and gone."""

    def __init__(self, counts: Counts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts = counts
        self._outline: Outline | None = None
        self._words = ""
        self.rows = Rows(None, "", "", "")
        self.writable = True
        counts.counted.connect(self._counted)

    def set_outline(self, outline: Outline | None, *, anew: bool = True) -> bool:
        """Show this outline, or nothing. False if the headings stand as they did, and only what is below some is other.

        ``anew`` makes the rows anew in any case.
        """
        self._outline = outline
        rows, before = self._made(), self.rows
        heads = None if anew else rows.otherwise(before)
        if heads is None:
            self._show(rows)
            return True
        self.shifting.emit([head.id for head in heads])
        self.rows = rows
        self._forget_beyond({head.number: len(head.below) for head in heads})
        self.shifted.emit()
        for node in rows.other_than(before):
            index = self.place_of(node)
            self.dataChanged.emit(index, index)
        return False

    def _forget_beyond(self, lengths: dict[int, int]) -> None:
        """What Qt remembers of rows below these headings, by their numbers, that are there no more is nothing now."""
        for index in self.persistentIndexList() if lengths else ():
            head = index.internalId() - index.row() - 1
            if lengths.get(head, index.row() + 1) <= index.row():
                self.changePersistentIndex(index, QModelIndex())

    def set_filter(self, words: str) -> bool:
        """Show only what has all these words in its title, status or label, and what is above that.

        False if that is what is shown already.
        """
        self._words = words
        rows = self._made()
        if rows.filtered == self.rows.filtered and list(rows.by_id) == list(self.rows.by_id):
            return False
        self._show(rows)
        return True

    def _made(self) -> Rows:
        return Rows(self._outline, self._words, self.tr("Notes"), self.tr("Bin"))

    def _show(self, rows: Rows) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place(self, id_: str) -> QModelIndex:
        """Where something is; invalid if nowhere."""
        node = self.rows.by_id.get(id_)
        return self.place_of(node) if node is not None else QModelIndex()

    def place_of(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number) if node is not self.rows.root else QModelIndex()

    def node(self, index: AnyIndex) -> Node:
        """The node of an index; the root for an invalid one."""
        return self.rows.node(index.internalId()) if index.isValid() else self.rows.root

    def colour(self, label: str) -> str:
        """The name of the colour of a label."""
        labels = self._outline.label if self._outline is not None else ()
        return next((one.colour for one in labels if one.name == label), "grey")

    def _counted(self, scene: str) -> None:
        node = self.rows.by_id.get(scene)
        for one in self.rows.recount(node) if node is not None else ():
            index = self.place_of(one)
            self.dataChanged.emit(index, index)

    # -- what Qt asks

    @guarded(QModelIndex())
    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        below = self.node(parent).below
        if column or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, below[row].number)

    @guarded(QModelIndex())
    def parent(self, index: AnyIndex = _ROOT) -> QModelIndex:  # type: ignore[override]
        above = self.node(index).above
        return self.place_of(above) if above is not None else QModelIndex()

    @guarded(0)
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return len(self.node(parent).below)

    @guarded(1)
    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 1

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.writable else Qt.ItemFlag.NoItemFlags
        return _FLAGS[self.node(index).kind, self.writable]

    @guarded(_NOTHING)
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case Role.NODE:
                return node
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return node.title
            case Role.ID:
                return node.id if node.entry is not None else ""
            case Role.COUNT:
                return self.count(node)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join([node.title, *self._marks(node), *self._figures(node)])
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join([node.title, self._kind(node), *self._marks(node), *self._figures(node)])
        return None

    @guarded(False)
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        node, title = self.node(index), " ".join(str(value).split())
        if not title or title == node.title:
            return False
        self.rename_requested.emit(node.id, title)
        return True

    @guarded(Qt.DropAction.MoveAction)
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @guarded(_NO_TYPES)
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @guarded(QMimeData())
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, QByteArray("\n".join(self.node(index).id for index in indexes).encode()))
        return data

    @guarded(False)
    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        return self.spot(data, row, parent) is not None

    @guarded(False)
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        found = self.spot(data, row, parent)
        if found is None:
            return False
        self.move_requested.emit(dropped(data), found.home, found.before)
        return True

    def spot(self, data: QMimeData, row: int, parent: AnyIndex) -> Spot | None:
        """Where a drop would go; None if nowhere."""
        ids = dropped(data)
        return spot(self.rows, ids, self.node(parent), row) if self.writable and ids else None

    # -- in words

    def count(self, node: Node) -> Count | None:
        """The count of a scene, or of all scenes below a heading; None while it is not known."""
        return self.rows.counts(node, self._counts.count)

    def _kind(self, node: Node) -> str:
        return {
            RowKind.PART: self.tr("part"),
            RowKind.CHAPTER: self.tr("chapter"),
            RowKind.SCENE: self.tr("scene"),
            RowKind.NOTES: self.tr("heading"),
            RowKind.NOTE: self.tr("note"),
            RowKind.BIN: self.tr("heading"),
            RowKind.BINNED: self.tr("in the bin"),
        }[node.kind]

    def _marks(self, node: Node) -> list[str]:
        """The status and the label of a scene, in words."""
        if node.entry is None:
            return []
        label = self.tr("label {name}").format(name=node.entry.label) if node.entry.label else ""
        return [text for text in (status_word(node.entry.status), label) if text]

    def _figures(self, node: Node) -> list[str]:
        """The count in words: what the bar says in colours."""
        count = self.count(node)
        if count is None or not count.words:
            return [self.tr("no words yet")]
        return [self.tr("%Ln word(s)", "", count.words), ", ".join(kind_words(count.shares))]


def dropped(data: QMimeData) -> list[str]:
    """The ids that are being dragged."""
    said = bytes(data.data(MIME).data()).decode("utf-8", "replace")
    return said.split("\n") if said else []
