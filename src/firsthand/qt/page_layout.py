"""How the text stands on the page: lines, indents, headings, breaks; where each paragraph is and what lies at a point.

A document layout of our own under Qt's own editor. There are no block formats: what a paragraph is follows from its
text. Lines stand at a fixed distance with their baselines in step, whatever typeface a character had to be borrowed
from. Paragraphs are laid out when they are seen, asked for, or when nothing else is to be done; until then their
heights are estimates. The column is placed by ``measures.left``, so that a wider window lays nothing out again.

Lengths are logical pixels; places in the text are UTF-16 units.
"""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from firsthand.qt.fonts import page_font
from firsthand.qt.guard import guarded
from firsthand.qt.page_heights import Heights
from firsthand.qt.page_marks import Kind, beside_preedit, formats, kind_of

CHARACTERS = 66
"""How many characters of English prose make a line."""

_SAMPLE = "She kept the ledger in the flour bin, because nobody steals flour. Her mother had kept it in a drawer."
_AT_ONCE = 60  # so many changed paragraphs are laid out at once; more wait until they are seen
_SLICE = 0.004  # seconds of laying out at a time when idle
_ALL = 1e9


@dataclass(frozen=True)
class Measures:
    """The sizes of a page set in type ``pixels`` high."""

    pixels: int
    column: int
    """How wide the lines are."""
    left: int
    """Where the column begins."""
    top: int
    """Where the first paragraph begins."""
    bottom: int
    """Empty paper after the last one."""

    @property
    def leading(self) -> int:
        """From one baseline to the next."""
        return round(self.pixels * 1.58)

    @property
    def indent(self) -> float:
        """Of a paragraph's first line."""
        return self.pixels * 1.4


@dataclass(frozen=True)
class Laid:
    """A paragraph that is laid out, and where it stands on the page."""

    block: QTextBlock
    y: float
    height: float


def full_column(pixels: int) -> int:
    """The width of a full line in type ``pixels`` high."""
    width = QFontMetricsF(page_font(pixels)).horizontalAdvance(_SAMPLE)
    return round(CHARACTERS * width / len(_SAMPLE))


class PageLayout(QAbstractTextDocumentLayout):
    """The layout of one document."""

    grew = Signal(float)
    """Paragraphs above the view are higher by so much than was thought; the text should be held where it is."""

    def __init__(self, document: QTextDocument, measures: Measures) -> None:
        super().__init__(document)
        self.caret_colour = QColor()
        self.view_top = 0.0
        self._measures = measures
        self._heights = Heights()
        self._ascent = self._body = self._per_line = 1.0
        self._quiet = False
        self._changing = False
        self._resized = False
        self._above = 0.0
        self._next = 0
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_some)
        self._tell = QTimer(self)
        self._tell.setInterval(0)
        self._tell.setSingleShot(True)
        self._tell.timeout.connect(self._tell_size)
        self._measure_type()

    @property
    def measures(self) -> Measures:
        return self._measures

    def set_measures(self, measures: Measures) -> None:
        """Set the page to other sizes; only another column or type lays the text out again."""
        old, self._measures = self._measures, measures
        if old == measures:
            return
        if (old.pixels, old.column) != (measures.pixels, measures.column):
            self._measure_type()
            self.start_anew()
        self._size_changed()

    def start_anew(self) -> None:
        """Forget all lines and estimate every height."""
        heights = []
        block = self.document().begin()
        while block.isValid():
            block.clearLayout()
            heights.append(self._estimate(block.length()))
            block = block.next()
        self._heights.reset(heights)
        self._next = 0
        self._idle.start()
        self._size_changed()

    def top_of(self, block: QTextBlock) -> float:
        """Where a paragraph begins on the page."""
        return self._measures.top + self._heights.top(block.blockNumber())

    def between(self, top: float, bottom: float) -> Iterator[Laid]:
        """The paragraphs that stand between two heights of the page, laid out."""
        index, y = self._at(top)
        block = self.document().findBlockByNumber(index)
        while block.isValid() and y < bottom:
            height = self._ensure(block)
            yield Laid(block, y, height)
            y += height
            block = block.next()

    def ensure_before(self, block: QTextBlock, reach: float) -> None:
        """Lay out what stands at most ``reach`` above a paragraph, so that its place will not move when it is shown."""
        while block.isValid() and reach > 0:
            reach -= self._ensure(block)
            block = block.previous()
        self._tell_size()

    # One paragraph

    def _measure_type(self) -> None:
        metrics = QFontMetricsF(page_font(self._measures.pixels))
        self._ascent, self._body = metrics.ascent(), metrics.ascent() + metrics.descent()
        self._per_line = CHARACTERS * self._measures.column / full_column(self._measures.pixels)

    def _estimate(self, length: int) -> float:
        return max(1, math.ceil(length / self._per_line)) * self._measures.leading

    def _ensure(self, block: QTextBlock) -> float:
        """The height of a paragraph, which is laid out if it was not."""
        index = block.blockNumber()
        if index >= len(self._heights):
            return 0.0
        if not block.layout().lineCount():
            growth = self._heights.put(index, self._lay(block))
            if growth:
                if self._measures.top + self._heights.top(index) + self._heights[index] - growth <= self.view_top:
                    self._above += growth
                self._resized = True
                self._tell.start()
        return self._heights[index]

    def _lay(self, block: QTextBlock) -> float:
        """Break a paragraph into lines; its height."""
        self._look(block)
        measures, text = self._measures, block.text()
        kind, leading = kind_of(text), float(measures.leading)
        y = self._space_before(kind, block)
        if kind is Kind.BLANK:
            leading = round(leading * 0.5)
        elif kind is Kind.HEADING:
            leading = round(leading * 1.15)
        layout = block.layout()
        option = QTextOption(self.document().defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        leftwards = block.textDirection() == Qt.LayoutDirection.RightToLeft
        if kind is Kind.BREAK:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif leftwards:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        indent = self._indent(block)
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(measures.column - indent)
            above = (leading - self._body) / 2 + self._ascent
            line.setPosition(QPointF(0.0 if leftwards else indent, y + above - line.ascent()))
            y, indent = y + leading, 0.0
            line = layout.createLine()
        layout.endLayout()
        return y + (round(measures.leading * 0.35) if kind in (Kind.HEADING, Kind.BREAK) else 0.0)

    def _space_before(self, kind: Kind, block: QTextBlock) -> float:
        if kind is Kind.HEADING and block.blockNumber():
            return float(self._measures.leading)
        return round(self._measures.leading * 0.35) if kind is Kind.BREAK else 0.0

    def _indent(self, block: QTextBlock) -> float:
        """The indent of a paragraph's first line; none where it opens a scene or a part."""
        before = block.previous()
        if not before.isValid() or kind_of(before.text()) is not Kind.TEXT or kind_of(block.text()) is not Kind.TEXT:
            return 0.0
        return self._measures.indent

    def _look(self, block: QTextBlock) -> None:
        """Give a paragraph's stretches their looks."""
        layout, text = block.layout(), block.text()
        ours = formats(text, self._measures.pixels)
        if not ours and not layout.formats():
            return
        composed = layout.preeditAreaText()
        if composed:
            ours = beside_preedit(ours, layout, len(composed.encode("utf-16-le")) // 2)
        self._quiet = True
        layout.setFormats(ours)
        if not self._changing:  # else Qt adds the paragraph to the range of the next change that it reports
            self.document().markContentsDirty(block.position(), 0)
        self._quiet = False

    # Sizes

    def _size_changed(self) -> None:
        self._resized = True
        self._tell_size()

    @guarded(None)
    def _tell_size(self) -> None:
        self._tell.stop()
        if not self._resized:
            return
        self._resized = False
        growth, self._above = self._above, 0.0
        self.documentSizeChanged.emit(self.documentSize())
        if growth:
            self.grew.emit(growth)

    @guarded(None)
    def _lay_some(self) -> None:
        """Lay out some of the paragraphs that nobody has seen yet."""
        until = time.perf_counter() + _SLICE
        block = self.document().findBlockByNumber(self._next)
        while block.isValid() and time.perf_counter() < until:
            self._ensure(block)
            block = block.next()
        if block.isValid():
            self._next = block.blockNumber()
        else:
            self._idle.stop()
        self._tell_size()

    def _at(self, y: float) -> tuple[int, float]:
        index, top = self._heights.at(y - self._measures.top)
        return index, top + self._measures.top

    # What Qt asks of a layout

    @guarded(None)
    def documentChanged(self, position: int, removed: int, added: int) -> None:
        if self._quiet:
            return
        self._changing = True
        try:
            self._take_change(position, removed, added)
        finally:
            self._changing = False

    def _take_change(self, position: int, removed: int, added: int) -> None:
        document, known = self.document(), len(self._heights)
        count = document.blockCount()
        first = document.findBlock(position)
        if not known or not first.isValid():
            self.start_anew()
            return
        if not removed and added >= document.characterCount() and count == known > 1:
            return  # Qt's own call to fit the window; the column does not depend on it
        last = document.findBlock(min(position + added, document.characterCount() - 1))
        new = last.blockNumber() - first.blockNumber() + 1
        old = new - (count - known)
        if old < 0 or first.blockNumber() + old > known:
            self.start_anew()
            return
        if new == old == 1:
            self._lay_one(first)
        else:
            self._lay_many(first, old, new)

    def _lay_one(self, block: QTextBlock) -> None:
        growth = self._heights.put(block.blockNumber(), self._lay(block))
        alone = not self._lay_follower(block.next()) and not growth
        if not alone:
            self._size_changed()
        self._repaint(QRectF(0, self.top_of(block), _ALL, self._heights[block.blockNumber()] if alone else _ALL))

    def _lay_many(self, first: QTextBlock, old: int, new: int) -> None:
        block, heights = first, []
        for _ in range(new):
            if new < _AT_ONCE:
                heights.append(self._lay(block))
            else:
                block.clearLayout()
                heights.append(self._estimate(block.length()))
            block = block.next()
        self._heights.replace(first.blockNumber(), old, heights)
        self._lay_follower(block)
        if new >= _AT_ONCE:
            self._next = min(self._next, first.blockNumber())
            self._idle.start()
        self._size_changed()
        self._repaint(QRectF(0, self.top_of(first), _ALL, _ALL))

    def _lay_follower(self, block: QTextBlock) -> bool:
        """Lay out a paragraph again if what stands before it gave or took its indent; whether that was so."""
        if not block.isValid() or not block.layout().lineCount():
            return False
        if abs(block.layout().lineAt(0).width() - self._measures.column + self._indent(block)) < 1:
            return False  # Qt counts in 64ths of a pixel
        self._heights.put(block.blockNumber(), self._lay(block))
        return True

    def _repaint(self, where: QRectF) -> None:
        self.update[QRectF].emit(where)  # type: ignore[index]

    @guarded(QSizeF())
    def documentSize(self) -> QSizeF:
        measures = self._measures
        return QSizeF(measures.column, measures.top + self._heights.total + measures.bottom)

    def pageCount(self) -> int:
        return 1

    @guarded(QRectF())
    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(0, 0), self.documentSize())

    @guarded(QRectF())
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        height = self._ensure(block)
        corner = QPointF(self._measures.left, self.top_of(block))
        block.layout().setPosition(corner)  # accessibility reads it
        return QRectF(corner, QSizeF(self._measures.column, height))

    @guarded(-1)
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        index, top = self._at(point.y())
        block = self.document().findBlockByNumber(index)
        if not block.isValid():
            return -1
        height, y = self._ensure(block), point.y() - top
        if accuracy == Qt.HitTestAccuracy.ExactHit and not 0 <= y <= height:
            return -1
        place = _place_in(block.layout(), point.x() - self._measures.left, y)
        return int(block.position() + min(place, block.length() - 1))

    @guarded(None)
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        listed = context.selections  # its formats die with it
        marked = [(s.cursor.selectionStart(), s.cursor.selectionEnd(), QTextCharFormat(s.format)) for s in listed]
        clip, caret = context.clip, context.cursorPosition
        ink = context.palette.color(QPalette.ColorRole.Text)
        top, bottom = (clip.top(), clip.bottom()) if clip.isValid() else (0.0, _ALL)
        for laid in self.between(top, bottom):
            layout, start = laid.block.layout(), laid.block.position()
            ranges = [r for one in marked if (r := _within(one, start, laid.block.length()))]
            layout.setPosition(QPointF(self._measures.left, laid.y))
            painter.setPen(ink)
            layout.draw(painter, QPointF(0, 0), ranges, clip)
            if start <= caret < start + laid.block.length():
                self._draw_caret(painter, layout, caret - start)
            elif caret < -1 and layout.preeditAreaText():
                self._draw_caret(painter, layout, layout.preeditAreaPosition() - (caret + 2))

    def _draw_caret(self, painter: QPainter, layout: QTextLayout, place: int) -> None:
        line = layout.lineForTextPosition(place)
        if not line.isValid():
            return
        x = layout.position().x() + cursor_x(line, place)
        y = layout.position().y() + line.y() + line.ascent() - self._ascent
        painter.fillRect(QRectF(round(x) - 1, y, 2, self._body), self.caret_colour)


def _place_in(layout: QTextLayout, x: float, y: float) -> int:
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


def _within(marked: tuple[int, int, QTextCharFormat], start: int, length: int) -> QTextLayout.FormatRange | None:
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
