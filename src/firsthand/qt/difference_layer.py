"""What differs between two versions, shown on the page: what went is struck through, what came is underlined.

Colours say whose words are, so these are lines of ink: one through the words, one under them, and a dotted one under
words that only are another's now. Places are UTF-16 units.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from firsthand.provenance.hunks import Kind
from firsthand.qt.page_lines import Measures
from firsthand.qt.page_places import Laid, boxes
from firsthand.qt.theme import LIGHT, Theme

if TYPE_CHECKING:
    from firsthand.desk.past import Marked


class DifferenceLayer:
    """Marks what differs."""

    def __init__(self) -> None:
        self.marks: Sequence[Marked] = ()
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._ink = QColor(theme.ink)
        self._paper = QColor(theme.paper)

    def under(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None:
        """Nothing lies under the words but whose they are."""

    def over(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None:
        """Draw the lines, and let what went fade."""
        for laid in seen if self.marks else ():
            start, length = laid.block.position(), laid.block.length()
            index = bisect_right(self.marks, start, key=lambda mark: mark.end)
            while index < len(self.marks) and self.marks[index].start < start + length:
                mark = self.marks[index]
                first, last = max(0, mark.start - start), min(length - 1, mark.end - start)
                for box in boxes(laid, measures, first, last):
                    self._mark(painter, box, mark.kind)
                index += 1

    def _mark(self, painter: QPainter, box: QRectF, kind: Kind) -> None:
        if kind is Kind.REMOVED:
            veil = QColor(self._paper)
            veil.setAlphaF(0.45)
            painter.fillRect(box, veil)
            y = box.top() + box.height() * 0.56
            painter.setPen(QPen(self._ink, 1.2))
        else:
            y = box.bottom() + 1.5
            dotted = Qt.PenStyle.DotLine if kind is Kind.WHOSE else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._ink, 1.6, dotted))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
