"""What is being written stands out: all but the caret's sentence or paragraph is dimmed, and the line is held in place.

Dimming lays the paper thinly over the rest, so that nothing is set anew. Only what is in view is looked at. Places are
UTF-16 units.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion, QTextBlock

from firsthand.companion.sentences import sentence_ends
from firsthand.desk.settings import Focus
from firsthand.provenance.units import to_units
from firsthand.qt.page_layout import Laid
from firsthand.qt.page_lines import Measures
from firsthand.qt.page_paint import boxes
from firsthand.qt.page_sizes import HELD

if TYPE_CHECKING:
    from firsthand.qt.page import Page

_VEIL, _THIN_VEIL = 0.66, 0.4
"""How much of the ink goes; less in the themes of high contrast."""

_LONGEST = 20_000
"""UTF-16 units on each side of the caret in which its sentence is looked for."""


def sentence_at(units: str, place: int) -> tuple[int, int]:
    """From where to where the sentence goes that a place of a paragraph is in; at its end, the one before."""
    first = max(0, place - _LONGEST)
    ends = [first + end for end in sentence_ends(units[first : place + _LONGEST])]
    start = max((end for end in ends if end < place), default=0)
    end = min((end for end in ends if end >= place), default=len(units))
    if not units[start:end].strip() or (place > start and not units[start:place].strip() and place == len(units)):
        start = max((one for one in ends if one < start), default=0)
    start += len(units[start:end]) - len(units[start:end].lstrip())
    return (start, end) if start < end else (place, place)


class FocusLayer:
    """Dims the page round what is being written. Lies over all other layers."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._last: object = None
        page.layers.append(self)
        page.caret_moved.connect(self._moved)

    def under(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None:
        """Nothing lies under the words."""

    def over(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None:
        page = self._page
        if page.look.focus is Focus.ALL or page.draft is None:
            return
        top = page.verticalScrollBar().value()
        rest = QRegion(QRect(0, top, page.viewport().width(), page.viewport().height()))
        block, start, end = self._place()
        for laid in seen:
            if laid.block == block:
                for box in self._bright(laid, measures, start, end):
                    rest -= QRegion(box.toAlignedRect())
        veil = QColor(page.theme.paper)
        veil.setAlphaF(_THIN_VEIL if page.theme.high else _VEIL)
        painter.save()
        painter.setClipRegion(rest, Qt.ClipOperation.IntersectClip)
        painter.fillRect(rest.boundingRect(), veil)
        painter.restore()

    def _bright(self, laid: Laid, measures: Measures, start: int, end: int) -> list[QRectF]:
        if self._page.look.focus is Focus.PARAGRAPH:
            return [QRectF(0, laid.y, self._page.viewport().width(), laid.height)]
        slack = measures.leading * 0.16
        return [box.adjusted(-3, -slack, 3, slack) for box in boxes(laid, measures, start, end)]

    def _place(self) -> tuple[QTextBlock, int, int]:
        cursor = self._page.textCursor()
        block = cursor.block()
        if self._page.look.focus is Focus.PARAGRAPH:
            return block, 0, block.length()
        return block, *sentence_at(to_units(block.text()), cursor.position() - block.position())

    def _moved(self) -> None:
        """Repaint all if another stretch stands out now; how it grows is painted with the words that are typed."""
        if self._page.look.focus is Focus.ALL:
            return
        block, start, _ = self._place()
        if (block.blockNumber(), start) != self._last:
            self._last = block.blockNumber(), start
            self._page.viewport().update()


class Typewriter:
    """Holds the caret's line at one height of the view while the author writes; the mouse moves nothing."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._rests = False
        page.caret_moved.connect(self.hold)

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Whatever moves the caret inside, the text stays where it is."""
        rested, self._rests = self._rests, True
        try:
            yield
        finally:
            self._rests = rested

    def hold(self) -> None:
        """Bring the caret's line to its height."""
        page = self._page
        if not page.look.typewriter or page.draft is None or self._rests:
            return
        bar, line = page.verticalScrollBar(), page.cursorRect()
        bar.setValue(bar.value() + line.center().y() - round(page.viewport().height() * HELD))
