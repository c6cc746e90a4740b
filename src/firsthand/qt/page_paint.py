"""What the page shows behind and beside the words: the tint, the bar in the margin, the title; and where words stand.

Colour says whose words stand there and never says it alone: in the bar the author's part is a plain thin line, what
stands in for a suggestion is a broken one, the model's part is a broad one, retyped text a broad broken one, and
text from elsewhere a hollow one. Only paragraphs in view are looked at.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from firsthand.qt.fonts import page_font
from firsthand.qt.page_lines import Measures
from firsthand.qt.page_marks import ORNAMENT, faint
from firsthand.qt.page_places import Laid, boxes, letters
from firsthand.qt.theme import Theme
from firsthand.qt.whose import Kind, Piece, shares

BAR_AWAY = 26  # from the bar's left edge to the column, at 19 px type
_TINTS = {Kind.MODEL: 0.17, Kind.RETYPED: 0.17, Kind.REVISED: 0.22}
_BROAD = (Kind.MODEL, Kind.RETYPED, Kind.ELSEWHERE)
_BROKEN = (Kind.REVISED, Kind.RETYPED)


class Brushes(Struct, frozen=True):
    """The colours of the kinds, on the bar and behind words."""

    bar: dict[Kind, QColor]
    faint: QColor
    tint: dict[Kind, QColor]
    paper: QColor

    @classmethod
    def of(cls, theme: Theme) -> "Brushes":
        colours = {
            Kind.AUTHOR: theme.author,
            Kind.MODEL: theme.model,
            Kind.RETYPED: theme.model,
            Kind.REVISED: theme.revised,
            Kind.ELSEWHERE: theme.pasted,
            Kind.TOOL: theme.tool,
        }
        return cls(
            bar={kind: QColor(colour) for kind, colour in colours.items()},
            faint=theme.tint(theme.author, 0.8 if theme.high else 0.28),
            tint={kind: theme.tint(colours[kind], strength) for kind, strength in _TINTS.items()},
            paper=QColor(theme.paper),
        )


class Layer(Protocol):
    """Something that others show on the page: of the paragraphs in view, behind the words or over them."""

    def under(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None: ...

    def over(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None: ...


class Shape(NamedTuple):
    """A box to be filled."""

    colour: QColor
    box: QRectF
    round: float
    """The radius of its corners; 0 if it has none."""


class WhoseShapes:
    """What shows whose the words of laid-out paragraphs are. Pieces are in units of the paragraph."""

    def __init__(self, brushes: Brushes, measures: Measures) -> None:
        self._brushes = brushes
        self._measures = measures
        self._ascent, self._descent = letters(measures.pixels)

    def tint(self, laid: Laid, found: Sequence[Piece]) -> Iterator[Shape]:
        """The colour behind words that came from a model or stand in for its words."""
        for piece in found:
            colour = self._brushes.tint.get(piece.kind)
            if colour is not None:
                for box in boxes(laid, self._measures, piece.start, piece.end):
                    yield Shape(colour, box, 2)

    def bar(self, laid: Laid, found: Sequence[Piece]) -> Iterator[Shape]:
        """The paragraph's bar in the margin."""
        top, bottom = self._extent(laid)
        parts = shares(found)
        x = self._measures.left - BAR_AWAY * self._measures.pixels / 19
        if list(parts) == [Kind.AUTHOR]:
            yield Shape(self._brushes.faint, QRectF(x, top, 3, bottom - top), 1.5)
            return
        for kind, first, last in _stacked(parts, top, bottom):
            yield from self._part(kind, x, first, last)

    def _part(self, kind: Kind, x: float, top: float, bottom: float) -> Iterator[Shape]:
        colour, paper = self._brushes.bar[kind], self._brushes.paper
        width = 5.0 if kind in _BROAD else 3.0
        box = QRectF(x + 3 - width, top, width, bottom - top)
        yield Shape(colour, box, 1.5)
        if kind is Kind.ELSEWHERE and box.height() > 4:
            yield Shape(paper, box.adjusted(1.5, 1.5, -1.5, -1.5), 0)
        if kind in _BROKEN:
            for y in range(round(top) + 5, round(bottom) - 1, 7):
                yield Shape(paper, QRectF(box.left(), y, width, 2), 0)

    def _extent(self, laid: Laid) -> tuple[float, float]:
        """From the top of the first line's letters to the foot of the last one's."""
        layout = laid.block.layout()
        first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        top = laid.y + first.y() + first.ascent() - self._ascent * 0.82
        return top, laid.y + last.y() + last.ascent() + self._descent * 0.6


def paint_title(painter: QPainter, title: QTextLayout, left: float, top: float, ink: QColor) -> None:
    """Draw a title that ``set_title`` laid out."""
    painter.setPen(ink)
    title.draw(painter, QPointF(left, top))


def paint_ornament(painter: QPainter, laid: Laid, measures: Measures) -> None:
    """Draw what stands for a scene break whose signs are hidden."""
    painter.setPen(faint(QColor(measures.ink.signs), measures.ink.dim))
    painter.setFont(page_font(measures.pixels))
    box = QRectF(measures.left, laid.y, measures.column, laid.height)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ORNAMENT)


def set_title(text: str, pixels: int, column: int) -> QTextLayout:
    """A scene's title laid out for a page in type ``pixels`` high; from the right, if that is how its words run."""
    font = page_font(round(pixels * 25 / 19), QFont.Weight.Medium)
    layout = QTextLayout(text, font)
    if _runs_leftwards(text):
        option = QTextOption(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        layout.setTextOption(option)
    y = 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(column)
        line.setPosition(QPointF(0, y))
        y += line.height()
        line = layout.createLine()
    layout.endLayout()
    return layout


def _runs_leftwards(text: str) -> bool:
    """Whether the first letter of a text is of a script that runs from right to left."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def _stacked(parts: dict[Kind, float], top: float, bottom: float) -> Iterator[tuple[Kind, float, float]]:
    """Where each part of a bar begins and ends; none so short that it cannot be seen."""
    height = bottom - top
    least = min(5.0, height / len(parts))
    room = height - least * len(parts)
    y = top
    for kind, share in parts.items():
        end = y + least + room * share
        yield kind, y, end
        y = end
