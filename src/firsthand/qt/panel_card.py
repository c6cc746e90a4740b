"""One suggestion on a card: its words, and what the author can do with them. Shows and wishes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from firsthand.companion import Purpose, Suggestion
from firsthand.provenance.units import length
from firsthand.qt.card_text import CardText, Part, sentences
from firsthand.qt.flow import Flow
from firsthand.qt.guard import guarded
from firsthand.qt.links import LinkButton
from firsthand.qt.style import redress
from firsthand.qt.theme import Theme
from firsthand.qt.wording import seconds


class _Heading(QLabel):
    """One line: what is longer than its place ends in dots, and is told in full where the mouse rests."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setToolTip(text)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        at = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
        self.style().drawItemText(painter, self.rect(), at, self.palette(), True, shown, self.foregroundRole())
        painter.end()


class SuggestionCard(QFrame):
    """A version under way or complete; only a complete one can be put into the draft."""

    insert_requested = Signal(object, object)
    """The Suggestion, and the part of it (two places in UTF-16 units), or None for the whole."""
    note_requested = Signal(object)
    """The Suggestion is to be kept as a note."""
    dismissed = Signal(object)
    """The author is done with the card: itself."""
    entered = Signal(object)
    """The card has got the focus: itself."""

    def __init__(self, number: int, label: str, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.suggestion: Suggestion | None = None
        self.used = False
        self._kept = False
        self._chosen: int | None = None
        self._put_in: list[Part] = []
        self._inserted: list[Part] = []
        self._question = purpose is Purpose.WHAT_IF
        self.label = _Heading(self.tr("Version {number} · {label}").format(number=number, label=label), self)
        self.state = QLabel("…", self)
        self.text = CardText(self)
        self.insert_button = LinkButton(self.tr("Insert"), self)
        self.sentence_button = LinkButton(self.tr("Insert sentence"), self)
        self.note_button = LinkButton(self.tr("Keep as note"), self)
        self.dismiss_button = LinkButton(self.tr("Dismiss"), self, quiet=True)
        self._arrange()
        self._connect()
        self._name(number, label)
        self._refresh()

    def _arrange(self) -> None:
        for label in (self.label, self.state):
            label.setProperty("part", "small")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self._actions = Flow(6, outset=4)
        for button in (self.insert_button, self.sentence_button, self.note_button):
            self._actions.addWidget(button)
        self._actions.add_last(self.dismiss_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(5)
        layout.addLayout(head)
        layout.addWidget(self.text)
        layout.addLayout(self._actions)

    def _connect(self) -> None:
        self.insert_button.clicked.connect(self.insert)
        self.sentence_button.clicked.connect(self.insert_sentence)
        self.note_button.clicked.connect(self.keep_as_note)
        self.dismiss_button.clicked.connect(lambda: self.dismissed.emit(self))
        self.text.selectionChanged.connect(self._refresh)
        self.text.sentence_chosen.connect(self._choose)
        for part in (self.text, self.insert_button, self.sentence_button, self.note_button, self.dismiss_button):
            part.installEventFilter(self)

    def _name(self, number: int, label: str) -> None:
        self.setAccessibleName(self.label.text())
        self.text.setPlaceholderText(self.tr("Waiting for the first words…"))
        self.text.setAccessibleName(self.tr("Suggestion {number}, {label}").format(number=number, label=label))
        self.dismiss_button.setToolTip(self.tr("Put this version aside; nothing of it enters the draft."))

    # -- what comes in

    def show_words(self, text: str) -> None:
        """Show the text of a version under way."""
        if self.suggestion is None:
            self.text.show_text(text)

    def finish(self, suggestion: Suggestion) -> None:
        """The version is complete: from now on it can be used."""
        self.suggestion = suggestion
        self.text.show_text(suggestion.text)
        self._refresh()

    def note_inserted(self, part: Part | None) -> None:
        """The author has put this part, or all, into the draft."""
        self.used = True
        self._put_in.append(part or (0, length(self.text.text)))
        self._inserted.append(self._put_in[-1])
        self._chosen = None
        cursor = self.text.textCursor()
        cursor.clearSelection()
        self.text.setTextCursor(cursor)
        self._refresh()

    def follow(self, standing: Sequence[Part]) -> None:
        """These parts of it stand in the draft now: of what was put in, the rest was taken back or deleted."""
        still = [part for part in self._put_in if any(part[0] < end and start < part[1] for start, end in standing)]
        if still != self._inserted:
            self._inserted = still
            self._refresh()

    def note_kept(self) -> None:
        """The author has kept it as a note."""
        self.used = True
        self.note_button.setText(self.tr("Kept as note"))
        self._kept = True
        self._refresh()

    def set_current(self, current: bool) -> None:
        """Whether it is the version that the menu's commands mean."""
        if bool(self.property("current")) != current:
            self.setProperty("current", current)
            redress(self)

    def set_theme(self, theme: Theme) -> None:
        self.text.set_theme(theme)

    # -- what the author wants

    def insert(self) -> None:
        """Wish the selection, or the whole, in the draft."""
        if self.suggestion is not None:
            self.insert_requested.emit(self.suggestion, self.text.selected())

    def insert_sentence(self) -> None:
        """Wish one sentence in the draft: the one chosen by a click, or the next that is not yet there."""
        part = self._next_sentence()
        if self.suggestion is not None and part is not None:
            self.insert_requested.emit(self.suggestion, part)

    def keep_as_note(self) -> None:
        """Wish it kept as a note."""
        if self.suggestion is not None and self.note_button.isEnabled():
            self.note_requested.emit(self.suggestion)

    # -- sentences

    def _choose(self, number: int) -> None:
        self._chosen = None if self._chosen == number else number
        self._refresh()

    def _next_sentence(self) -> Part | None:
        parts = sentences(self.text.text)
        if self._chosen is not None and self._chosen < len(parts):
            return parts[self._chosen]
        return next((part for part in parts if not self._is_inserted(part)), None)

    def _is_inserted(self, part: Part) -> bool:
        return any(start <= part[0] and part[1] <= end for start, end in self._inserted)

    def _refresh(self) -> None:
        """Show what can be done now."""
        ready = self.suggestion is not None
        several = ready and len(sentences(self.text.text)) > 1 and not self._question
        self.insert_button.setEnabled(ready)
        self.note_button.setEnabled(ready and not self._kept)
        self.dismiss_button.setEnabled(ready)
        self.sentence_button.setVisible(several)
        self.sentence_button.setEnabled(self._next_sentence() is not None)
        self._word_buttons()
        self._mark(showing=self._chosen is not None)
        if self.suggestion is not None:
            self.state.setText(self.tr("inserted") if self._inserted else seconds(self.suggestion.seconds))

    def _word_buttons(self) -> None:
        if self.text.selected():
            self.insert_button.setText(self.tr("Insert selection"))
            self.insert_button.setToolTip(self.tr("Put the selected words at the caret."))
        else:
            again = self._is_inserted((0, length(self.text.text)))
            self.insert_button.setText(self.tr("Insert again") if again else self.tr("Insert"))
            self.insert_button.setToolTip(self.tr("Put this version at the caret. Select words to insert only those."))
        if self._chosen is None:
            tip = self.tr("Put the next sentence at the caret. Click a sentence to choose another.")
        else:
            tip = self.tr("Put the sentence you clicked at the caret.")
        self.sentence_button.setToolTip(tip)

    def _mark(self, *, showing: bool) -> None:
        several = not self.sentence_button.isHidden()
        self.text.mark(self._next_sentence() if showing and several else None, self._inserted)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self.entered.emit(self)
        if watched is self.sentence_button and kind in _POINTING:
            self._mark(showing=_POINTING[kind] or self._chosen is not None)
        return super().eventFilter(watched, event)


_POINTING = {
    QEvent.Type.Enter: True,
    QEvent.Type.FocusIn: True,
    QEvent.Type.Leave: False,
    QEvent.Type.FocusOut: False,
}
