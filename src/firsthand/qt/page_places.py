"""Where laid-out words stand on the page: paragraphs in view, the boxes of a stretch of one, what of it stands out.

Lengths are logical pixels; places in the text are UTF-16 units of the paragraph.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextLine

from firsthand.qt.fonts import page_font
from firsthand.qt.page_lines import Measures, cursor_x


class Laid(NamedTuple):
    """A paragraph that is laid out, and where it stands on the page."""

    block: QTextBlock
    y: float
    height: float
    opened: bool = False
    """Whether the caret is in it."""
    stamp: int = -1
    """Another number each time that the paragraph is set."""


class Spotlight(Struct, frozen=True):
    """A stretch of the caret's paragraph that stands out: all else is drawn with less ink."""

    start: int
    end: int
    whole: bool = False
    """Whether it is the whole paragraph."""


def boxes(laid: Laid, measures: Measures, start: int, end: int) -> Iterator[QRectF]:
    """Where the words from ``start`` to ``end`` of a paragraph stand, a box for each line; no space at its end."""
    layout, (ascent, descent) = laid.block.layout(), letters(measures.pixels)
    line = layout.lineForTextPosition(start)
    while line.isValid() and line.textStart() < end:
        first, line_end = max(start, line.textStart()), line.textStart() + line.textLength()
        last = min(end, line_end)
        if last == line_end:
            last = _before_space(laid.block, first, last)
        if first < last:
            x1, x2 = cursor_x(line, first), cursor_x(line, last)
            left, baseline = measures.left + min(x1, x2), laid.y + line.y() + line.ascent()
            yield QRectF(left, baseline - ascent * 0.92, abs(x2 - x1), ascent * 0.92 + descent)
        number = line.lineNumber() + 1
        line = layout.lineAt(number) if number < layout.lineCount() else QTextLine()


def _before_space(block: QTextBlock, first: int, last: int) -> int:
    """Where the space at the end of a stretch begins; without a copy of the paragraph, which may be long."""
    document, start = block.document(), block.position()
    last = max(first, min(last, block.length() - 1))
    while last > first and document.characterAt(start + last - 1).isspace():
        last -= 1
    return last


def units_between(laid: Laid, top: float, bottom: float) -> tuple[int, int]:
    """From where to where the words of a paragraph stand between two heights of the page; a line more at either end."""
    layout = laid.block.layout()
    count = layout.lineCount()
    if not count or (laid.y >= top and laid.y + laid.height <= bottom):
        return 0, laid.block.length() - 1
    first, last = (
        bisect_right(range(count), y - laid.y, key=lambda number: layout.lineAt(number).y()) for y in (top, bottom)
    )
    begin, end = layout.lineAt(max(0, first - 2)), layout.lineAt(min(count - 1, last))
    return begin.textStart(), end.textStart() + end.textLength()


@lru_cache(maxsize=4)
def letters(pixels: int) -> tuple[float, float]:
    """How far the page's letters reach above the baseline and below it, in type of ``pixels``."""
    metrics = QFontMetricsF(page_font(pixels))
    return metrics.ascent(), metrics.descent()
