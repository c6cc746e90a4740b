"""What was found, tinted on the page; the place one stands at more strongly, with a line round it.

In greys, since colours say whose words are. Places are UTF-16 units.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from firsthand.qt.page_lines import Measures
from firsthand.qt.page_places import Laid, boxes
from firsthand.qt.theme import LIGHT, Theme

if TYPE_CHECKING:
    from firsthand.desk.searching import Hit


class HitLayer:
    """Tints what was found on the page."""

    def __init__(self) -> None:
        self.hits: Sequence[Hit] = ()
        self.current = -1
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours: greys, since colours say whose words are."""
        self._tint = theme.tint(theme.ink, 0.13)
        self._strong = theme.tint(theme.ink, 0.26)
        self._line = QColor(theme.ink)

    def under(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for index, box in self._seen(seen, measures):
            painter.setBrush(self._strong if index == self.current else self._tint)
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 2, 2)

    def over(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None:
        painter.setBrush(QBrush())
        painter.setPen(QPen(self._line, 1.2))
        for index, box in self._seen(seen, measures):
            if index == self.current:
                painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), 3, 3)

    def _seen(self, seen: Sequence[Laid], measures: Measures) -> list[tuple[int, QRectF]]:
        """The boxes of the hits in these paragraphs."""
        out: list[tuple[int, QRectF]] = []
        for laid in seen if self.hits else ():
            start, length = laid.block.position(), laid.block.length()
            index = bisect_right(self.hits, start, key=lambda hit: hit[1])
            while index < len(self.hits) and self.hits[index][0] < start + length:
                first, last = self.hits[index]
                out += [(index, box) for box in boxes(laid, measures, first - start, last - start)]
                index += 1
        return out
