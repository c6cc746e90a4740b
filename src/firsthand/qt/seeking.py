"""What looking in a scene and in the manuscript share: the field, its choices, and the search on another thread.

What is looked for, and how, is a ``Query``; finding it is the desk's business. Nothing here knows a page.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from firsthand.desk.draft import ONE_PIECE
from firsthand.desk.searching import Query, QueryError
from firsthand.qt.flow import Flow
from firsthand.qt.guard import guarded
from firsthand.qt.jobs import Job
from firsthand.qt.style import redress

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Seeker(QObject):
    """Does one search at a time on another thread, and the latest one that was wished for after it."""

    found = Signal(object)
    """What the latest search gave; what was wished for before it is never heard of."""
    failed = Signal(str)
    """A sentence on why the latest search gave nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running = False
        self._next: Callable[[], object] | None = None
        self._wanted = 0

    def seek(self, work: Callable[[], object]) -> None:
        """Do this search; it may raise QueryError."""
        self._wanted += 1
        if self._running:
            self._next = work
        else:
            self._start(work)

    def forget(self) -> None:
        """Nothing is wished for any more."""
        self._wanted += 1
        self._next = None

    def _start(self, work: Callable[[], object]) -> None:
        self._running, wanted = True, self._wanted
        done, failed = (partial(self._ended, wanted, signal) for signal in (self.found, self.failed))
        Job(self, work, QueryError, done, failed).start()

    def _ended(self, wanted: int, signal: SignalInstance, result: object) -> None:
        self._running = False
        work, self._next = self._next, None
        if wanted == self._wanted:
            signal.emit(result)
        elif work is not None:
            self._start(work)


class SeekField(QLineEdit):
    """A field whose Enter, Shift+Enter and Escape are wishes, and that knows whether its words were pasted."""

    next_requested = Signal()
    previous_requested = Signal()
    left = Signal()
    """Escape was pressed."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setProperty("part", "seek")
        self._before = ""
        self._pasted = False
        self.textChanged.connect(self._changed)

    @property
    def pasted(self) -> bool:
        """Whether words in it came over the clipboard, more than a writer would type at once."""
        return self._pasted

    def say_wrong(self, wrong: bool) -> None:
        """Show that what stands in the field cannot be used, or that it can."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            redress(self)

    def _changed(self, text: str) -> None:
        clipboard = QGuiApplication.clipboard()
        if len(text) - len(self._before) >= ONE_PIECE // 2 and clipboard.mimeData().hasText():
            came = " ".join(clipboard.text().split())
            self._pasted = self._pasted or (bool(came) and came in " ".join(text.split()))
        elif not text:
            self._pasted = False
        self._before = text

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_wish(event)
        if ours:
            event.accept()
            return True
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER:
            (self.previous_requested if shift else self.next_requested).emit()
        else:
            super().keyPressEvent(event)


def _is_wish(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return plain and event.key() in (*_ENTER, Qt.Key.Key_Escape)


class SeekChoices(QWidget):
    """How like what is found must be: four choices that are off unless wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = Flow(6, parent=self)
        self.case = self._choice(self.tr("Aa"), self.tr("Match capital letters"))
        self.words = self._choice(self.tr("Whole words"), self.tr("Find whole words only"))
        self.accents = self._choice(self.tr("Accents"), self.tr("Match accents and curly quotes"))
        self.expression = self._choice(self.tr("Expression"), self.tr("It is a regular expression"))
        self.chips = (self.case, self.words, self.accents, self.expression)

    def _choice(self, text: str, explanation: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("part", "chip")
        chip.setCheckable(True)
        chip.setText(text)
        chip.setToolTip(explanation)
        chip.setAccessibleName(explanation)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.toggled.connect(lambda _: self.changed.emit())
        self._row.addWidget(chip)
        return chip

    def line_width(self) -> int:
        """How wide they are side by side, in pixels."""
        return sum(chip.sizeHint().width() + self._row.spacing() for chip in self.chips)

    def query(self, text: str) -> Query:
        """What would be looked for."""
        return Query(
            text,
            expression=self.expression.isChecked(),
            whole_words=self.words.isChecked(),
            case=self.case.isChecked(),
            accents=self.accents.isChecked(),
        )

    def show_query(self, query: Query) -> None:
        """Choose what a query chooses."""
        chosen = ((self.case, query.case), (self.words, query.whole_words), (self.accents, query.accents))
        for chip, on in (*chosen, (self.expression, query.expression)):
            chip.setChecked(on)
