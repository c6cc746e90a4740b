"""Buttons that Enter presses as Space does, wherever they stand, and those of them that look like words.

None of them is pressed by an Enter meant for something else: a dialogue's own default button is Qt's.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from firsthand.qt.guard import guarded


class Button(QPushButton):
    """A button that answers to Enter when it has the keyboard's focus, and only then."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
            return
        super().keyPressEvent(event)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
"""What the Enter of the keys with figures comes with."""


class LinkButton(Button):
    """A flat button in the accent colour, or, when ``quiet``, in grey."""

    def __init__(self, text: str, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(text, parent)
        self.setProperty("part", "link")
        self.setProperty("quiet", quiet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
