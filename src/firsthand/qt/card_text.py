"""The words of a suggestion on its card: to read, to select from, and to choose a sentence of.

Places are UTF-16 units of the suggestion's text, of which leading blanks are not shown.
"""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from firsthand.companion.sentences import sentence_ends
from firsthand.provenance.units import to_units
from firsthand.qt.fonts import page_font
from firsthand.qt.guard import guarded
from firsthand.qt.theme import LIGHT, Theme
from firsthand.qt.viewports import meet_viewport

TYPE = 16
LINE = 24

Part = tuple[int, int]


def sentences(text: str) -> list[Part]:
    """Where each sentence of a text begins and ends, the blanks before it included, in UTF-16 units."""
    units = to_units(text)
    ends = sentence_ends(units)
    if not ends or units[ends[-1] :].strip():
        ends.append(len(units))
    starts = [0, *ends[:-1]]
    return list(zip(starts, ends, strict=True))


class CardText(QTextEdit):
    """As high as its words are."""

    sentence_chosen = Signal(int)
    """The number of the sentence that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        meet_viewport(self)
        self._lead = 0
        self._text = ""
        self._chosen: Part | None = None
        self._inserted: list[Part] = []
        self._theme: Theme = LIGHT
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.document().setDefaultFont(page_font(TYPE))
        self.setFont(page_font(TYPE))
        self._fit()

    @property
    def text(self) -> str:
        """The suggestion's text."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show the text; where it only grew, the selection stays."""
        old, self._text = self._text[self._lead :], text
        self._lead = len(text) - len(text.lstrip())
        shown = text[self._lead :]
        cursor = QTextCursor(self.document())
        if old and shown.startswith(old):
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(shown[len(old) :])
        else:
            cursor.select(QTextCursor.SelectionType.Document)
            lines = QTextBlockFormat()
            lines.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor.insertText(shown)
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setBlockFormat(lines)
        self._fit()

    def selected(self) -> Part | None:
        """What is selected, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return cursor.selectionStart() + self._lead, cursor.selectionEnd() + self._lead

    def mark(self, chosen: Part | None, inserted: list[Part]) -> None:
        """Show the part that would be inserted, and those that were."""
        self._chosen, self._inserted = chosen, inserted
        self._paint_marks()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._paint_marks()

    def _paint_marks(self) -> None:
        marks = []
        for part in self._inserted:
            style = QTextCharFormat()
            style.setForeground(QColor(self._theme.muted))
            marks.append(self._marked(part, style))
        if self._chosen:
            style = QTextCharFormat()
            style.setBackground(self._theme.tint(self._theme.model, 0.17))
            marks.append(self._marked(self._chosen, style))
        self.setExtraSelections(marks)

    def _marked(self, part: Part, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        units = to_units(self._text)
        start, end = part
        start += len(units[start:end]) - len(units[start:end].lstrip())
        selection = QTextEdit.ExtraSelection()
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(last, max(0, start - self._lead)))
        cursor.setPosition(min(last, max(0, end - self._lead)), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = style
        return selection

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(LINE, ceil(self.document().size().height())))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            place = self.cursorForPosition(event.position().toPoint()).position() + self._lead
            found = [n for n, (start, end) in enumerate(sentences(self._text)) if start <= place <= end]
            if found:
                self.sentence_chosen.emit(found[0])
