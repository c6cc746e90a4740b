"""One quiet line at the foot of the page that asks something and needs no answer.

It takes no focus and moves no text; it is reached with the keyboard like any other part of the window, and goes away by
itself when nobody turns to it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from firsthand.qt.flow import Flow
from firsthand.qt.guard import guarded
from firsthand.qt.links import LinkButton

LASTS = 30_000
"""Milliseconds for which nobody has to turn to the question before it goes."""

Choice = tuple[str, Callable[[], object]]


class Question(QFrame):
    """A sentence and what can be answered; hidden while there is nothing to ask."""

    left = Signal()
    """It went away while it had the keyboard's focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "question")
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.choices: list[LinkButton] = []
        self._answers = QWidget(self)
        self._row = Flow(6, parent=self._answers)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.text.setContentsMargins(4, 0, 0, 0)  # so that it is in line with the words on the buttons
        self._layout.setContentsMargins(16, 7, 16, 7)
        self._layout.setSpacing(16)
        self._layout.addWidget(self.text)
        self._layout.addWidget(self._answers, 1)
        self.patience = QTimer(self, interval=LASTS, singleShot=True)
        self.patience.timeout.connect(self._tire)
        self.hide()

    def ask(self, sentence: str, choices: Sequence[Choice]) -> None:
        """Ask, in the place of what was asked before. Choosing the last one, like waiting, answers nothing."""
        self._forget()
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        for number, (words, answer) in enumerate(choices):
            button = LinkButton(words, self._answers, quiet=number == len(choices) - 1)
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
            self.choices.append(button)
            self._row.addWidget(button)
        self._lay_out()
        self.show()
        self.patience.start()

    def put_away(self) -> None:
        """Ask no longer."""
        focused = self._has_focus()
        self.patience.stop()
        self.hide()
        self._forget()
        if focused:
            self.left.emit()

    def _tire(self) -> None:
        if self._has_focus():
            self.patience.start()
        else:
            self.put_away()

    def _has_focus(self) -> bool:
        return any(button.hasFocus() for button in self.choices)

    def _answer(self, answer: Callable[[], object]) -> None:
        self.put_away()
        answer()

    def _forget(self) -> None:
        for button in self.choices:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.choices.clear()

    def _lay_out(self) -> None:
        """The sentence beside its answers where there is room, else above them."""
        answers = sum(button.sizeHint().width() + self._row.spacing() for button in self.choices)
        wide = self.text.fontMetrics().horizontalAdvance(self.text.text()) + answers + 60 <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.text.setWordWrap(not wide)
        self._layout.setDirection(direction)
        self._layout.setSpacing(16 if wide else 2)

    # It waits as long as somebody is with it

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @guarded(None)
    def enterEvent(self, event: QEnterEvent) -> None:
        self.patience.stop()
        super().enterEvent(event)

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        if self.choices:
            self.patience.start()
        super().leaveEvent(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)
