"""The binder: the manuscript's title and figures, and its scenes and notes to choose from.

Shows and wishes; opening, renaming and counting are done elsewhere. A scene's bar shows whose its characters are, and
its tooltip and accessible text say the same in words.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from firsthand.desk.session import Desk
from firsthand.qt.binder_model import BinderModel, Role
from firsthand.qt.counts import Count, Counts
from firsthand.qt.guard import guarded
from firsthand.qt.style import interface_font, readable, sizes
from firsthand.qt.theme import LIGHT, Theme
from firsthand.qt.whose import Kind
from firsthand.qt.wording import number, percent

_SIDE = 8
_ABOVE = 6
_BAR = 3


class SceneDelegate(QStyledItemDelegate):
    """Draws headings, scenes with their bars, and notes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.open_scene = ""

    @guarded(QSize(100, 30))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = sizes()
        if not index.data(Role.ID):
            above = 4 if index.row() == 0 else 14
            return QSize(60, above + QFontMetrics(interface_font(size.small, strong=True)).height() + 6)
        height = QFontMetrics(interface_font(size.base)).height() + 2 * _ABOVE
        return QSize(60, height if index.data(Role.NOTE) else height + _BAR + 5)

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if index.data(Role.ID):
            self._paint_scene(painter, rect, option.state, index)
        else:
            self._paint_heading(painter, rect, str(index.data()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        font = interface_font(sizes().small, strong=True)
        inside = rect.adjusted(_SIDE, 0, -_SIDE, -4)
        painter.setFont(font)
        painter.setPen(readable(self.theme))
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, shown)

    def _paint_scene(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self._paint_ground(painter, rect, state, is_open=index.data(Role.ID) == self.open_scene)
        count, note = index.data(Role.COUNT), bool(index.data(Role.NOTE))
        inside = rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        height = QFontMetrics(interface_font(sizes().base)).height()
        line = QRect(inside.left(), inside.top(), inside.width(), height)
        taken = 0
        if isinstance(count, Count) and not note:
            taken = self._paint_words(painter, line, count) + 8
            bar = QRectF(inside.left(), inside.top() + height + 5, inside.width(), _BAR)
            self._paint_bar(painter, bar, count)
        self._paint_title(painter, line.adjusted(0, 0, -taken, 0), str(index.data()))

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, is_open: bool) -> None:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if not is_open and not focused and not state & QStyle.StateFlag.State_MouseOver:
            return
        theme = self.theme
        ground = QColor(theme.paper) if is_open else theme.tint(theme.line, 0.6)
        painter.setBrush(ground if is_open or not focused else Qt.BrushStyle.NoBrush)
        edge = QColor(theme.accent if focused else theme.line)
        painter.setPen(QPen(edge, 1) if is_open or focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_title(self, painter: QPainter, line: QRect, title: str) -> None:
        font = interface_font(sizes().base)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.ink))
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_words(self, painter: QPainter, line: QRect, count: Count) -> int:
        font = interface_font(sizes().small)
        text = number(count.words)
        painter.setFont(font)
        painter.setPen(readable(self.theme))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return QFontMetrics(font).horizontalAdvance(text)

    def _paint_bar(self, painter: QPainter, bar: QRectF, count: Count) -> None:
        theme = self.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        colours = {
            Kind.AUTHOR: theme.author,
            Kind.REVISED: theme.revised,
            Kind.MODEL: theme.model,
            Kind.RETYPED: theme.model,
            Kind.ELSEWHERE: theme.pasted,
            Kind.TOOL: theme.tool,
        }
        left = bar.left()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for kind, colour in colours.items():
            width = bar.width() * count.shares.get(kind, 0.0)
            if width:
                painter.fillRect(QRectF(left, bar.top(), max(1.0, width), bar.height()), QColor(colour))
            left += width

    @guarded(None)
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(2, 2, -2, 2 - rect.height() + editor.sizeHint().height()))


class SceneView(QTreeView):
    """A flat-looking tree in which Enter and a click open."""

    open_requested = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scenes")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self.open_requested)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing and self.currentIndex().isValid():
            self.open_requested.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @guarded(None)
    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # The delegate draws all of a row: no band of the selection colour behind it.
        option.showDecorationSelected = False
        super().drawRow(painter, option, index)


class Binder(QWidget):
    """Title, figures, and the scenes and notes."""

    open_requested = Signal(str)
    """The author chose the scene or note of this id."""
    rename_requested = Signal(str, str)
    """The id of a scene or note, and its new title."""

    def __init__(self, counts: Counts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("binder")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = counts
        self._title = _label("title", self)
        self._figures = _label("small", self)
        self.model = BinderModel(counts, self)
        self.view = SceneView(self)
        self.view.setModel(self.model)
        self._delegate = SceneDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 18, 12, 8)
        layout.setSpacing(1)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 0, _SIDE, 0)
        head.setSpacing(1)
        head.addWidget(self._title)
        head.addWidget(self._figures)
        layout.addLayout(head)
        layout.addSpacing(9)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._name()
        self.view.open_requested.connect(self._open)
        self.model.rename_requested.connect(self.rename_requested)
        counts.settled.connect(self._show_figures)

    def set_desk(self, desk: Desk | None) -> None:
        """Show a manuscript, or nothing."""
        self._title.setText(desk.title if desk else "")
        self._title.setToolTip(desk.title if desk else "")
        self._delegate.open_scene = ""
        self.refresh(desk)

    def refresh(self, desk: Desk | None) -> None:
        """Show the outline as it is now; the scene that was current stays so."""
        current = str(self.view.currentIndex().data(Role.ID) or "")
        self.model.set_outline(desk.folder.outline if desk else None)
        self.view.expandAll()
        self._make_current(current or self._delegate.open_scene)
        self._show_figures()

    def set_open(self, scene: str) -> None:
        """Mark the scene that is on the page."""
        self._delegate.open_scene = scene
        self._make_current(scene)
        self.view.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.view.doItemsLayout()

    def rename_current(self) -> None:
        """Let the author write another title in place."""
        index = self.view.currentIndex()
        if index.isValid() and index.data(Role.ID):
            self.view.setFocus()
            self.view.edit(index)

    def _make_current(self, scene: str) -> None:
        index = self.model.place(scene)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _open(self, index: QModelIndex) -> None:
        scene = index.data(Role.ID)
        if scene:
            self.open_requested.emit(scene)

    def _show_figures(self) -> None:
        total = self._counts.total()
        if total is None:
            self._figures.clear()
            return
        text = self.tr("%Ln word(s)", "", total.words)
        if total.yours is not None:
            text += " · " + self.tr("{share} yours").format(share=percent(total.yours, 1))
        self._figures.setText(text)

    def _name(self) -> None:
        self.view.setAccessibleName(self.tr("Scenes and notes"))
        self.view.setAccessibleDescription(self.tr("Arrow keys choose, Enter opens, F2 renames."))

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.view.doItemsLayout()
        super().changeEvent(event)


def _label(part: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("part", part)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
