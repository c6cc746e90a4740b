"""How one paragraph of the page is set: its lines, indent and the space round it; and what lies where in it.

Lines stand at a fixed distance with their baselines in step, whatever typeface a character had to be borrowed from.
What a paragraph is follows from its text alone. Where paragraphs stand on the page is ``PageLayout``'s to know.
Lengths are logical pixels; places in the text are UTF-16 units.
"""

import math
from functools import lru_cache
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from firsthand.desk.settings import PageForm, Paragraphs
from firsthand.qt.fonts import page_font
from firsthand.qt.page_marks import Ink, Kind, kind_of

_SAMPLE = "She kept the ledger in the flour bin, because nobody steals flour. Her mother had kept it in a drawer."
_LEADING = {Kind.BLANK: 0.5, Kind.HEADING: 1.15}


USUAL = PageForm()
"""The form that a page has if nothing was chosen."""

PLAIN = Ink()


class Measures(Struct, frozen=True):
    """The sizes of a page set in type ``pixels`` high, and the form it is set in."""

    pixels: int
    column: int
    """How wide the lines are."""
    left: int
    """Where the column begins."""
    top: int
    """Where the first paragraph begins."""
    bottom: int
    """Empty paper after the last one."""
    form: PageForm = USUAL
    ink: Ink = PLAIN

    @property
    def leading(self) -> int:
        """From one baseline to the next."""
        return round(self.pixels * self.form.leading / 100)

    @property
    def indent(self) -> float:
        """Of a paragraph's first line."""
        return self.pixels * 1.4 if self.form.paragraphs is Paragraphs.INDENTED else 0.0

    @property
    def between(self) -> float:
        """The space between paragraphs."""
        return 0.0 if self.form.paragraphs is Paragraphs.INDENTED else float(round(self.leading * 0.55))

    @property
    def setting(self) -> object:
        """All that how a paragraph is set depends on."""
        return self.pixels, self.column, self.form, self.ink


def full_column(pixels: int, characters: int) -> int:
    """The width of a line of so many characters of English prose in type ``pixels`` high."""
    return round(characters * _advance(pixels))


@lru_cache(maxsize=8)
def _advance(pixels: int) -> float:
    """How wide a character is in the middle."""
    return QFontMetricsF(page_font(pixels)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)


class Setter:
    """Sets paragraphs to certain measures."""

    def __init__(self, measures: Measures) -> None:
        metrics = QFontMetricsF(page_font(measures.pixels))
        self.measures = measures
        self.ascent = metrics.ascent()
        self.body = metrics.ascent() + metrics.descent()
        self._per_line = measures.column / _advance(measures.pixels)

    def estimate(self, length: int) -> float:
        """About how high a paragraph of ``length`` units will be."""
        return max(1, math.ceil(length / self._per_line)) * self.measures.leading + self.measures.between

    def set(self, block: QTextBlock) -> float:
        """Break a paragraph into lines; its height."""
        measures, kind, layout = self.measures, kind_of(block.text()), block.layout()
        leading = float(round(measures.leading * _LEADING.get(kind, 1.0)))
        y, indent = self._space_before(kind, block), self.indent(block)
        leftwards = block.textDirection() == Qt.LayoutDirection.RightToLeft
        layout.setTextOption(_option(kind, leftwards))
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(measures.column - indent)
            above = (leading - self.body) / 2 + self.ascent
            line.setPosition(QPointF(0.0 if leftwards else indent, y + above - line.ascent()))
            y, indent = y + leading, 0.0
            line = layout.createLine()
        layout.endLayout()
        return y + self._space_after(kind)

    def _space_after(self, kind: Kind) -> float:
        if kind is Kind.TEXT:
            return self.measures.between
        return 0.0 if kind is Kind.BLANK else float(round(self.measures.leading * 0.35))

    def _space_before(self, kind: Kind, block: QTextBlock) -> float:
        if kind is Kind.HEADING and block.blockNumber():
            return float(self.measures.leading)
        return round(self.measures.leading * 0.35) if kind is Kind.BREAK else 0.0

    def indent(self, block: QTextBlock) -> float:
        """The indent of a paragraph's first line; none where it opens a scene or a part."""
        before = block.previous()
        if not before.isValid() or kind_of(before.text()) is not Kind.TEXT or kind_of(block.text()) is not Kind.TEXT:
            return 0.0
        return self.measures.indent

    def stale(self, block: QTextBlock) -> bool:
        """Whether a paragraph that is set has another indent than it should have by now."""
        if not block.isValid() or not block.layout().lineCount():
            return False
        wanted = self.measures.column - self.indent(block)
        return abs(block.layout().lineAt(0).width() - wanted) > 1  # Qt counts in 64ths of a pixel


def _option(kind: Kind, leftwards: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if kind is Kind.BREAK:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif leftwards:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    return option


def place_in(layout: QTextLayout, x: float, y: float) -> int:
    """The place in a paragraph nearest to a point of it."""
    count = layout.lineCount()
    for index in range(count):
        line = layout.lineAt(index)
        below = layout.lineAt(index + 1) if index + 1 < count else None
        if below is None or y < (line.y() + line.height() + below.y()) / 2:
            place = line.xToCursor(x)
            wrapped = below is not None and place == line.textStart() + line.textLength()
            return layout.previousCursorPosition(place) if wrapped else place
    return 0


def part_within(marked: tuple[int, int, QTextCharFormat], start: int, length: int) -> QTextLayout.FormatRange | None:
    """The part of a marked stretch that lies in the paragraph of ``length`` units at ``start``."""
    first, last, look = marked
    if first >= start + length or last <= start:
        return None
    part = QTextLayout.FormatRange()
    part.start = max(0, first - start)
    part.length = min(last - start, length) - part.start
    part.format = look
    return part


def cursor_x(line: QTextLine, place: int) -> float:
    """Where in its paragraph's layout a place of a line lies."""
    answer: Any = line.cursorToX(place)  # PySide6 gives the place beside it
    return float(answer[0] if isinstance(answer, tuple) else answer)
