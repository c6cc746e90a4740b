"""The list of the binder: choosing, moving and dragging rows by mouse and by keyboard. It only wishes.

Keys that the window uses elsewhere (Alt+Up, Ctrl+Z) mean the order of the novel while the list has the keyboard.
"""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTableModelChangeEvent,
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from firsthand.qt.binder_drop import Spot
from firsthand.qt.binder_model import MIME, BinderModel
from firsthand.qt.binder_paint import SIDE, RowDelegate
from firsthand.qt.binder_tree import HEADINGS, Node
from firsthand.qt.guard import guarded
from firsthand.qt.viewports import meet_viewport

_ALT, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_NONE = Qt.KeyboardModifier.NoModifier
KEYS = {
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_Delete, _NONE): "bin",
    (Qt.Key.Key_Backspace, _NONE): "bin",
    (Qt.Key.Key_Z, _CTRL): "undo",
    (Qt.Key.Key_Z, _CTRL | _SHIFT): "redo",
    (Qt.Key.Key_Y, _CTRL): "redo",
    (Qt.Key.Key_F, _CTRL): "filter",
    (Qt.Key.Key_A, _CTRL): "all",
}
"""What keys wish for in the list."""

_ARROW = SIDE + 6


class BinderView(QTreeView):
    """A flat-looking tree in which Enter and a click open, and rows can be dragged."""

    open_requested = Signal(QModelIndex)
    wished = Signal(str)
    """One of the values of ``KEYS``."""
    typed = Signal(str)
    """The author typed letters: the list is to be filtered by them."""

    def __init__(self, model: BinderModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        meet_viewport(self)
        self.setObjectName("scenes")
        self._rows = model
        self._spot: Spot | None = None
        self.setModel(model)
        self.rows = RowDelegate(model, self)
        self.setMouseTracking(True)
        self.entered.connect(self._under_mouse)
        self.setItemDelegate(self.rows)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAutoExpandDelay(600)
        self.clicked.connect(self._clicked)
        self.selectionModel().selectionChanged.connect(self._chosen_changed)
        self._shut: list[str] = []
        model.shifting.connect(self._shut_heads)
        model.shifted.connect(self._open_heads)

    def _shut_heads(self, ids: list[str]) -> None:
        """Scenes come and go below these: who chose them chooses anew."""
        self._shut = [id_ for id_ in ids if self.isExpanded(self._rows.place(id_))]
        if ids:
            self.selectionModel().reset()
        for id_ in self._shut:
            self.collapse(self._rows.place(id_))

    def _open_heads(self) -> None:
        for id_ in self._shut:
            self.expand(self._rows.place(id_))
        if QAccessible.isActive():
            anew = QAccessibleTableModelChangeEvent.ModelChangeType.ModelReset
            QAccessible.updateAccessibility(QAccessibleTableModelChangeEvent(self, anew))

    # -- what is chosen

    def chosen(self) -> list[str]:
        """The ids of the chosen rows, in their order; without any, that of the current one."""
        indexes = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        nodes = sorted((self._rows.node(index) for index in indexes if index.isValid()), key=lambda node: node.number)
        return [node.id for node in nodes]

    def _chosen_changed(self) -> None:
        """The open scene is tinted too while it is one of several."""
        several = len(self.selectionModel().selectedIndexes()) > 1
        if several != self.rows.several:
            self.rows.several = several
            self.viewport().update()

    def choose(self, ids: list[str]) -> None:
        """Choose these rows, the first of them the current one."""
        places = [place for id_ in ids if (place := self._rows.place(id_)).isValid()]
        if not places:
            return
        selection = self.selectionModel()  # which, unlike the view, does not look what keys are held
        selection.setCurrentIndex(places[0], selection.SelectionFlag.ClearAndSelect)
        for place in places[1:]:
            selection.select(place, selection.SelectionFlag.Select)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._with_keys and self._rows.node(index).kind not in HEADINGS:
            self.open_requested.emit(index)

    _with_keys = False

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._with_keys = bool(event.modifiers() & (_CTRL | _SHIFT)) or event.button() != Qt.MouseButton.LeftButton
        on_arrow = event.position().x() < _ARROW and self._rows.node(index).kind in HEADINGS
        if index.isValid() and on_arrow and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    # -- the keyboard

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wish(event):
            event.accept()
            return True
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self._wish(event)
        if wish == "all":
            self.selectAll()
        elif wish:
            self.wished.emit(wish)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._editing():
            self._enter(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and not self._editing():
            self.wished.emit("leave")
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def keyboardSearch(self, search: str) -> None:
        if search.strip():
            self.typed.emit(search)

    def _enter(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self._rows.node(index).kind in HEADINGS:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.open_requested.emit(index)

    def _wish(self, event: QKeyEvent) -> str:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return "" if self._editing() else KEYS.get((Qt.Key(event.key()), modifiers), "")

    def _editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    # -- dragging

    @guarded(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        place, row = self._aimed(event)
        self._spot = self._rows.spot(event.mimeData(), row, place) if event.mimeData().hasFormat(MIME) else None
        if self._spot is None:
            event.ignore()
        else:
            event.acceptProposedAction()
        self.viewport().update()

    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._spot = None
        self.viewport().update()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        place, row = self._aimed(event)
        self._spot = None
        if event.source() is self and self._rows.dropMimeData(
            event.mimeData(), Qt.DropAction.MoveAction, row, 0, place
        ):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _aimed(self, event: QDropEvent) -> tuple[QModelIndex, int]:
        """What the mouse is at: a row's parent and the row that it points ahead of, or a heading and -1 for upon it."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return QModelIndex(), self._rows.rowCount()
        rect, heading = self.visualRect(index), self._rows.node(index).kind in HEADINGS
        part = (point.y() - rect.top()) / max(1, rect.height())
        if heading and part >= 0.3:
            upon = not self.isExpanded(index) or not self._rows.rowCount(index)
            return index, -1 if upon or part <= 0.7 else 0
        return index.parent(), index.row() + (0 if part < 0.5 else 1)

    # -- drawing

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        self.setDropIndicatorShown(False)
        super().paintEvent(event)
        self.setDropIndicatorShown(True)
        if self._spot is not None:
            self._paint_spot(self._spot)

    def _paint_spot(self, where: Spot) -> None:
        """A line where what is dragged would stand, and its home lifted out."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self.rows.theme.accent)
        home = self.visualRect(self._rows.place(where.home)) if where.home else QRect()
        if home.isValid():
            painter.setPen(QPen(accent, 1))
            painter.drawRoundedRect(home.adjusted(1, 1, -2, -2), 6, 6)
        y = self._line_of(where)
        if y is not None:
            painter.setPen(QPen(accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(SIDE + 6, y, self.viewport().width() - SIDE, y)
            painter.drawEllipse(SIDE - 1, y - 3, 6, 6)
        painter.end()

    def _line_of(self, where: Spot) -> int | None:
        """The height at which the line is drawn; None where the home is closed or not in view."""
        before = self._rows.place(where.before) if where.before else QModelIndex()
        if before.isValid():
            return max(1, self.visualRect(before).top())
        home = self._rows.node(self._rows.place(where.home)) if where.home else self._rows.rows.root
        last: Node | None = home
        while last is not None and last.below and self._shows_below(last):
            last = last.below[-1]
        rect = self.visualRect(self._rows.place_of(last)) if last is not None else QRect()
        return rect.bottom() if rect.isValid() else None

    def _under_mouse(self, index: QModelIndex) -> None:
        self.rows.under_mouse = self._rows.node(index)

    def _shows_below(self, node: Node) -> bool:
        return node is self._rows.rows.root or self.isExpanded(self._rows.place_of(node))

    @guarded(None)
    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        # The delegate draws all of a row: no band of the selection colour behind it.
        option.showDecorationSelected = False
        super().drawRow(painter, option, index)

    @guarded(None)
    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # type: ignore[override]
        """The delegate draws the arrows."""

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.rows.quiet = False

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.rows.quiet = len(self.selectionModel().selectedIndexes()) < 2
        self.viewport().update()
