"""What lies under and beside the words of the paragraphs in view, worked out once for each.

A key changes one paragraph; what lies under the others is what it was. It is worked out again for a paragraph that was
set anew (``Laid.stamp``), that stands elsewhere, or whose words are another's now. Lengths are logical pixels, places
UTF-16 units of the paragraph.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from firsthand.qt.page_lines import Measures
from firsthand.qt.page_marks import Kind, kind_of
from firsthand.qt.page_paint import Brushes, Shape, WhoseShapes, paint_ornament
from firsthand.qt.page_places import Laid, units_between
from firsthand.qt.whose import Piece

_KEPT = 400
"""Paragraphs for which it is kept; more are in no view."""

_WHOLE = 6_000
"""UTF-16 units of the longest paragraph that is worked out whole; of longer ones, what is painted."""


class _Under(NamedTuple):
    """What lies under one paragraph, and all that this depends on but how it is set."""

    y: float
    stretch: tuple[int, int]
    found: tuple[Piece, ...]
    shapes: tuple[Shape, ...]
    ornament: bool


class Underlay:
    """Paints it for pages of certain colours and sizes; ``tint`` and ``bars`` say what is wanted."""

    def __init__(self, brushes: Brushes, measures: Measures, *, tint: bool, bars: bool) -> None:
        self.wishes = brushes, measures, tint, bars
        self._measures = measures
        self._tint, self._bars = tint, bars
        self._shapes = WhoseShapes(brushes, measures)
        self._kept: dict[int, _Under] = {}

    def paint(self, painter: QPainter, seen: Sequence[Laid], found: Sequence[Piece], where: QRectF) -> None:
        """Paint it for the paragraphs ``seen``; ``found`` says whose they are, in units of the scene."""
        ink, stretch = self._measures.ink, (where.top(), where.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        ornaments = []
        for laid in seen:
            under = self._under(laid, found, stretch)
            if under.shapes:
                painter.setOpacity(1.0 if laid.opened else ink.dim)
                _paint(painter, under.shapes)
            if under.ornament and ink.hidden and not laid.opened:
                ornaments.append(laid)
        painter.setOpacity(1.0)
        for laid in ornaments:
            paint_ornament(painter, laid, self._measures)

    def _under(self, laid: Laid, found: Sequence[Piece], view: tuple[float, float]) -> _Under:
        start, length = laid.block.position(), laid.block.length() - 1
        here = within(found, start, start + length)
        stretch = (0, length) if length <= _WHOLE else units_between(laid, *view)
        known = self._kept.get(laid.stamp)
        if known is not None and known[:3] == (laid.y, stretch, here):
            return known
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        made = self._kept[laid.stamp] = _Under(laid.y, stretch, here, *self._made(laid, here, stretch))
        return made

    def _made(self, laid: Laid, here: tuple[Piece, ...], stretch: tuple[int, int]) -> tuple[tuple[Shape, ...], bool]:
        shapes: list[Shape] = []
        kind = kind_of(laid.block.text())
        if self._tint:
            shapes += self._shapes.tint(laid, [piece.cut(*stretch) for piece in here if piece.meets(*stretch)])
        if self._bars and here and kind not in (Kind.BREAK, Kind.BLANK):
            shapes += self._shapes.bar(laid, here)
        return tuple(shapes), kind is Kind.BREAK


def within(found: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """The parts of the pieces that lie between ``start`` and ``end``, in units from ``start`` on."""
    out = []
    for index in range(bisect_right(found, start, key=_end), len(found)):
        piece = found[index]
        if piece.start >= end:
            break
        out.append(Piece(max(piece.start, start) - start, min(piece.end, end) - start, piece.kind))
    return tuple(out)


def _end(piece: Piece) -> int:
    return piece.end


def _paint(painter: QPainter, shapes: tuple[Shape, ...]) -> None:
    brush: QColor | None = None
    for colour, box, round_ in shapes:
        if colour is not brush:
            painter.setBrush(colour)
            brush = colour
        if round_:
            painter.drawRoundedRect(box, round_, round_)
        else:
            painter.drawRect(box)
