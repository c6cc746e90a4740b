"""Where laid-out words stand on the page: paragraphs in view, the boxes of a stretch of one, what of it stands out.

Lengths are logical pixels; places in the text are UTF-16 units of the paragraph.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextLine

from firsthand.provenance.units import to_units
from firsthand.qt.fonts import page_font
from firsthand.qt.page_lines import Measures, cursor_x


class Laid(NamedTuple):
    """A paragraph that is laid out, and where it stands on the page."""

    block: QTextBlock
    y: float
    height: float
    opened: bool = False
    """Whether the caret is in it."""


@dataclass(frozen=True)
class Spotlight:
    """A stretch of the caret's paragraph that stands out: all else is drawn with ``dim`` of its ink, from 0 to 1."""

    start: int
    end: int
    dim: float
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
            last = max(first, first + len(to_units(laid.block.text())[first:last].rstrip()))
        if first < last:
            x1, x2 = cursor_x(line, first), cursor_x(line, last)
            left, baseline = measures.left + min(x1, x2), laid.y + line.y() + line.ascent()
            yield QRectF(left, baseline - ascent * 0.92, abs(x2 - x1), ascent * 0.92 + descent)
        number = line.lineNumber() + 1
        line = layout.lineAt(number) if number < layout.lineCount() else QTextLine()


@lru_cache(maxsize=4)
def letters(pixels: int) -> tuple[float, float]:
    """How far the page's letters reach above the baseline and below it, in type of ``pixels``."""
    metrics = QFontMetricsF(page_font(pixels))
    return metrics.ascent(), metrics.descent()
