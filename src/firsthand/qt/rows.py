"""Rows that are chosen like buttons: words at the left, a quieter word (a shortcut) at the right."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from firsthand.qt.guard import guarded
from firsthand.qt.links import Button
from firsthand.qt.style import interface_font, sizes

_SIDE = 12


class RowButton(Button):
    """A button as wide as its column; Enter presses it as Space does, and the arrows go to its neighbours."""

    def __init__(self, text: str, parent: QWidget | None = None, note: str = "") -> None:
        super().__init__(text, parent)
        self.setProperty("part", "row")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.note = note

    def set_note(self, note: str) -> None:
        """The quieter word at the right."""
        self.note = note
        self.setAccessibleDescription(note)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        font = interface_font(sizes().small)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.PlaceholderText))  # its own is a style sheet's
        room = QRect(_SIDE, 0, self.width() - 2 * _SIDE, self.height())
        taken = self.fontMetrics().horizontalAdvance(self.text().replace("&", "")) + 24
        note = QFontMetrics(font).elidedText(self.note, Qt.TextElideMode.ElideRight, max(0, room.width() - taken))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        painter.end()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
