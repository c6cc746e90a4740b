"""How a row of the binder is drawn: a heading, a scene with its words and its bar, a note; calm, and the same in size.

Colour is only for whose the words are and for labels, and both are also said in words.
"""

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from firsthand.qt.binder_model import BinderModel, Role
from firsthand.qt.binder_tree import HEADINGS, Node, RowKind
from firsthand.qt.counts import Count
from firsthand.qt.guard import guarded
from firsthand.qt.style import interface_font, readable, sizes
from firsthand.qt.theme import LIGHT, Theme, mixed
from firsthand.qt.whose import Kind
from firsthand.qt.wording import number, status_word

SIDE = 8
_ABOVE = 6
_BAR = 3
_THIN = 2
_DOT = 7
_FILLED = "filled"


class _State(Struct, frozen=True):
    """How a row stands in its view.

    Asked of the view: an option's own state is a flag of ``QStyle``, and no start is to wait for all that enumerates.
    """

    focused: bool
    chosen: bool
    near: bool
    unfolded: bool


class RowDelegate(QStyledItemDelegate):
    """Draws the rows. ``quiet`` says that the list has not the keyboard, ``several`` that more than one are chosen."""

    def __init__(self, model: BinderModel, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.under_mouse: Node | None = None
        self.theme: Theme = LIGHT
        self.open_scene = ""
        self.quiet = True
        self.several = False
        self._model = model
        self._sizes: dict[tuple[RowKind, bool, bool], QSize] = {}
        self.measure()

    def measure(self) -> None:
        """The interface has another font: how high rows are is worked out anew."""
        size = sizes()
        self._sizes.clear()
        self._base, self._small = interface_font(size.base), interface_font(size.small)
        self._strong = interface_font(size.base, strong=True)
        self._heading = interface_font(size.small, strong=True)
        self._high, self._low = (QFontMetrics(font).height() for font in (self._base, self._small))

    @guarded(QSize(60, 30))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        node = self._model.node(index)
        marked = node.entry is not None and bool(node.entry.status or node.entry.label)
        key = node.kind, marked, node.row == 0 and node.above is self._model.rows.root
        size = self._sizes.get(key)
        if size is None:
            size = self._sizes[key] = QSize(60, self._height(*key))
        return size

    def _height(self, kind: RowKind, marked: bool, first: bool) -> int:
        if kind in HEADINGS:
            above = 4 if first else 18 if kind is RowKind.PART else 14
            return above + self._heading_height(kind) + (_THIN + 9 if kind in (RowKind.PART, RowKind.CHAPTER) else 6)
        height = self._high + 2 * _ABOVE + (self._low + 2 if marked else 0)
        return height if kind is RowKind.NOTE else height + _BAR + 5

    def _heading_height(self, kind: RowKind) -> int:
        return self._high if kind is RowKind.PART else self._low

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        node = self._model.node(index)
        rect: QRect = option.rect
        state = self._state(node, index)
        if node.kind in HEADINGS:
            self._paint_heading(painter, rect, state, node)
        else:
            self._paint_ground(painter, QRectF(rect), state, is_open=node.id == self.open_scene)
            self._paint_scene(painter, rect.adjusted(SIDE, _ABOVE, -SIDE, -_ABOVE), node)
        painter.restore()

    def _state(self, node: Node, index: QModelIndex | QPersistentModelIndex) -> _State:
        view = self._view
        here = self._model.place_of(node)
        return _State(
            view.hasFocus() and view.currentIndex() == here,
            view.selectionModel().isSelected(here),
            node is self.under_mouse and view.viewport().underMouse(),
            view.isExpanded(here),
        )

    # -- headings

    def _paint_heading(self, painter: QPainter, rect: QRect, state: _State, node: Node) -> None:
        bar = node.kind in (RowKind.PART, RowKind.CHAPTER)
        high = self._heading_height(node.kind)
        top = rect.bottom() + 1 - high - (_THIN + 9 if bar else 6)
        line = QRect(rect.left() + SIDE, top + 2, rect.width() - 2 * SIDE, high)
        self._paint_ground(
            painter, QRectF(rect.left(), top - 1, rect.width(), rect.bottom() - top), state, is_open=False
        )
        self._paint_arrow(painter, line, state, node)
        count, taken = self._model.count(node), 0
        if count is not None and count.words and bar:
            taken = self._paint_words(painter, line, count) + 8
            self._paint_bar(painter, QRectF(line.left(), line.bottom() + 3, line.width(), _THIN), count, 0.55)
        if node.kind is RowKind.BIN:
            taken = self._paint_number(painter, line, len(node.below)) + 8
        part = node.kind is RowKind.PART
        font = self._strong if part else self._heading
        painter.setPen(QColor(self.theme.ink) if part else readable(self.theme))
        _write(painter, line.adjusted(0, 0, -taken, 0), node.title, font)

    def _paint_arrow(self, painter: QPainter, line: QRect, state: _State, node: Node) -> None:
        """Whether what is below is shown: always told where it is not, else where the mouse or the keyboard is."""
        is_open = state.unfolded
        if not node.below or (is_open and not (state.near or state.focused)):
            return
        middle = QPointF(line.left() - SIDE * 0.55, line.center().y() + 0.5)
        shape = [(-2, -1), (0, 1.2), (2, -1)] if is_open else [(-1, -2), (1.2, 0), (-1, 2)]
        painter.setPen(QPen(readable(self.theme), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in shape]))

    # -- scenes and notes

    def _paint_scene(self, painter: QPainter, inside: QRect, node: Node) -> None:
        count, line = self._model.count(node), QRect(inside.left(), inside.top(), inside.width(), self._high)
        taken = 0
        if count is not None and node.kind is not RowKind.NOTE:
            taken = self._paint_words(painter, line, count) + 8
            bar = QRectF(inside.left(), inside.bottom() + 1 - _BAR, inside.width(), _BAR)
            self._paint_bar(painter, bar, count)
        painter.setPen(readable(self.theme) if node.kind is RowKind.BINNED else QColor(self.theme.ink))
        _write(painter, line.adjusted(0, 0, -taken, 0), node.title, self._base)
        entry = node.entry
        if entry is not None and (entry.status or entry.label):
            under = QRect(inside.left(), line.bottom() + 2, inside.width(), self._low)
            self._paint_marks(painter, under, status_word(entry.status), entry.label)

    def _paint_marks(self, painter: QPainter, line: QRect, status: str, label: str) -> None:
        """The label's dot and name, and the status, in small type."""
        if label:
            dot = QRectF(line.left() + 0.5, line.center().y() - _DOT / 2 + 1, _DOT, _DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.label(self._model.colour(label)))
            painter.drawEllipse(dot)
            line = line.adjusted(_DOT + 5, 0, 0, 0)
        painter.setPen(readable(self.theme))
        _write(painter, line, " · ".join(text for text in (label, status) if text), self._small)

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: _State, *, is_open: bool) -> None:
        focused, chosen = state.focused, state.chosen and not self.quiet
        if not (is_open or focused or chosen or state.near):
            return
        theme = self.theme
        ground = mixed(QColor(theme.rail), QColor(theme.ink), 0.045)
        tinted = chosen and (self.several or not is_open)
        if tinted:
            ground = mixed(QColor(theme.rail), QColor(theme.accent), 0.14)
        painter.setBrush(QColor(theme.paper) if is_open and not tinted else ground)
        painter.setPen(
            QPen(QColor(theme.accent if focused else theme.line), 1) if is_open or focused else Qt.PenStyle.NoPen
        )
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_words(self, painter: QPainter, line: QRect, count: Count) -> int:
        return self._paint_number(painter, line, count.words)

    def _paint_number(self, painter: QPainter, line: QRect, value: int) -> int:
        text = number(value)
        painter.setFont(self._small)
        painter.setPen(readable(self.theme))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return QFontMetrics(self._small).horizontalAdvance(text)

    def _paint_bar(self, painter: QPainter, bar: QRectF, count: Count, strength: float = 1.0) -> None:
        theme = self.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        colours = {
            Kind.AUTHOR: theme.author,
            Kind.REVISED: theme.revised,
            Kind.MODEL: theme.model,
            Kind.RETYPED: theme.model,
            Kind.ELSEWHERE: theme.pasted,
            Kind.TOOL: theme.tool,
        }
        left, shares = bar.left(), count.shares
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for kind, colour in colours.items():
            width = bar.width() * shares.get(kind, 0.0)
            if width:
                shade = mixed(QColor(theme.rail), QColor(colour), strength)
                painter.setBrush(shade)
                painter.drawRect(QRectF(left, bar.top(), max(1.0, width), bar.height()))
            left += width
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @guarded(None)
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Once: Qt asks again whenever the row is painted otherwise, and would take back what the author is writing."""
        if not editor.property(_FILLED):
            super().setEditorData(editor, index)
            editor.setProperty(_FILLED, True)

    @guarded(None)
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        high = editor.sizeHint().height()
        top = rect.bottom() - high - 2 if index.data(Role.ID) == "" else rect.top() + 2
        editor.setGeometry(QRect(rect.left() + 2, top, rect.width() - 4, high))


def _write(painter: QPainter, line: QRect, text: str, font: QFont) -> None:
    """A text on one line, its end left out where it has no room."""
    painter.setFont(font)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
