"""The manuscripts opened last, to choose from: title, folder, words and when; those that are not there are marked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QDateTime,
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from firsthand.desk.recent import Recent
from firsthand.qt.fonts import page_font
from firsthand.qt.guard import guarded
from firsthand.qt.style import interface_font, sizes

_SIDE = 12
_PATH = Qt.ItemDataRole.UserRole
_FIGURES = Qt.ItemDataRole.UserRole + 1
_FOLDER = Qt.ItemDataRole.UserRole + 2


class _Rows(QStyledItemDelegate):
    """Draws a manuscript in two lines."""

    @guarded(QSize(100, 52))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        first, second = _fonts()
        return QSize(100, QFontMetrics(first).height() + QFontMetrics(second).height() + 16)

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        colours = option.palette
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setBrush(colours.color(colours.ColorRole.Window))
            edge = colours.ColorRole.Accent if focused else colours.ColorRole.Mid
            painter.setPen(QPen(colours.color(edge), 1))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        inside = rect.adjusted(_SIDE, 7, -_SIDE, -7)
        self._lines(painter, inside, colours, index)
        painter.restore()

    def _lines(
        self, painter: QPainter, inside: QRect, colours: QPalette, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        first, second = _fonts()
        ink = colours.color(colours.ColorRole.Text)
        quiet = colours.color(colours.ColorRole.PlaceholderText)
        figures = str(index.data(_FIGURES))
        small = QFontMetrics(second)
        top = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(first).height())
        below = QRect(inside.left(), top.bottom() + 1, inside.width(), small.height())
        painter.setFont(second)
        painter.setPen(quiet)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figures)
        folder = small.elidedText(str(index.data(_FOLDER)), Qt.TextElideMode.ElideMiddle, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, folder)
        painter.setFont(first)
        painter.setPen(ink if index.data(_PATH) else quiet)
        room = top.width() - small.horizontalAdvance(figures) - 16
        title = QFontMetrics(first).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)


def _fonts() -> tuple[QFont, QFont]:
    """Of the title, and of what is said of it."""
    return page_font(sizes().base + 4), interface_font(sizes().small)


class RecentList(QListWidget):
    """Chooses with a click or Enter; Delete takes a manuscript out of the list, and nothing else."""

    chosen = Signal(object)
    """The Path of the manuscript to open."""
    forget_requested = Signal(object)
    """The Path of one that is no longer to be listed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName(self.tr("Recent manuscripts"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.itemClicked.connect(self._choose)

    def show_recents(self, recents: Sequence[Recent]) -> None:
        """List these, in their order."""
        self.clear()
        for recent in recents:
            self._add(recent)
        if recents:
            self.setCurrentRow(0)
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())) + 4)

    def _add(self, recent: Recent) -> None:
        item = QListWidgetItem(recent.title)
        figures = self._figures(recent)
        item.setData(_PATH, recent.path if recent.there else None)
        item.setData(_FIGURES, figures)
        item.setData(_FOLDER, str(recent.path))
        item.setToolTip(str(recent.path))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{recent.title}, {figures}, {recent.path}")
        self.addItem(item)

    def _figures(self, recent: Recent) -> str:
        """What is said of a manuscript in one line: its words and when it was last open, or that it is not there."""
        if not recent.there:
            return self.tr("not found here")
        if recent.known is None:
            return ""
        opened = QDateTime.fromMSecsSinceEpoch(recent.known.opened)
        when = QLocale().toString(opened.date(), QLocale.FormatType.ShortFormat)
        return self.tr("%Ln word(s) · {when}", "", recent.known.words).format(when=when)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(Path(item.data(_FOLDER)))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item is not None:
            self._choose(item)
        elif event.key() == Qt.Key.Key_Delete and item is not None:
            self.forget_requested.emit(Path(item.data(_FOLDER)))
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.count():
            self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())) + 4)
