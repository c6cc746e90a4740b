"""Buttons that look like words: Enter presses them as Space does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from firsthand.qt.guard import guarded


class LinkButton(QPushButton):
    """A flat button in the accent colour, or, when ``quiet``, in grey."""

    def __init__(self, text: str, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(text, parent)
        self.setProperty("part", "link")
        self.setProperty("quiet", quiet)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)
