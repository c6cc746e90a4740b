"""One quiet line for what a person has to be told, with a way to put it aside. Never in the way of writing.

What was just done may be *offered* to be taken back: that is shown at once, and gone when it could no longer be.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from firsthand.qt.links import LinkButton


class Notice(QFrame):
    """Shows sentences one at a time, the oldest first; hidden while there is none."""

    left = Signal()
    """It went away while it had the keyboard's focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "notice")
        self._sentences: list[str] = []
        self._offer: tuple[str, Callable[[], object]] | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.dismiss_button = LinkButton(self.tr("Dismiss"), self)
        self.dismiss_button.clicked.connect(self._next)
        self.offer_button = LinkButton("", self)
        self.offer_button.clicked.connect(self._take_offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 14, 8)
        row.setSpacing(14)
        row.addWidget(self._text, 1)
        row.addWidget(self.offer_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.dismiss_button, 0, Qt.AlignmentFlag.AlignTop)
        self.row = row
        self.setAccessibleName(self.tr("Message"))
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is waiting to be read, the one on show first."""
        return tuple(self._sentences)

    def say(self, sentence: str) -> None:
        """Show a sentence, after those that are not yet read; one that is already there is not said twice."""
        if sentence and sentence not in self._sentences:
            self._sentences.append(sentence)
            self._show()

    def replace(self, old: str, new: str) -> None:
        """Show a sentence in the place of another that is no longer true; after all others if that was read already."""
        self._sentences = [new if sentence == old else sentence for sentence in self._sentences if sentence != new]
        if new not in self._sentences:
            self._sentences.append(new)
        self._show()

    def offer(self, sentence: str, label: str, act: Callable[[], object]) -> None:
        """Show a sentence at once, with a button that does ``act``; in the place of an earlier offer."""
        self._offer = sentence, act
        self.offer_button.setText(label)
        self._show()

    def withdraw(self) -> None:
        """What was offered cannot be done any more."""
        self._offer = None
        self._show()

    def clear(self) -> None:
        """Forget everything."""
        self._sentences.clear()
        self._offer = None
        self._show()

    def rest(self, on: bool) -> None:
        """Be out of the author's sight with what waits to be read, until something new is said; or be seen again."""
        self.setVisible(bool(self._sentences or self._offer) and not on)

    def _next(self) -> None:
        if self._offer is not None:
            self._offer = None
        else:
            del self._sentences[:1]
        self._show()

    def _take_offer(self) -> None:
        if self._offer is not None:
            _, act = self._offer
            self.withdraw()
            act()

    def _show(self) -> None:
        waiting = [self._offer[0], *self._sentences] if self._offer is not None else self._sentences
        focused = self.dismiss_button.hasFocus() or self.offer_button.hasFocus()
        self.setVisible(bool(waiting))
        self.offer_button.setVisible(self._offer is not None)
        if not waiting:
            if focused:
                self.left.emit()
            return
        more = len(waiting) - 1
        self._text.setText(waiting[0])
        self._text.setAccessibleName(waiting[0])
        self.dismiss_button.setText(self.tr("Next ({more} more)").format(more=more) if more else self.tr("Dismiss"))
