"""How the text stands on the page: where each paragraph is, what lies at a point, what must be painted again.

A document layout of our own under Qt's own editor. There are no block formats: ``page_lines`` sets a paragraph after
its text. Paragraphs are laid out when they are seen, asked for, or when nothing else is to be done; until then their
heights are estimates. The column is placed by ``measures.left``, so that a wider window lays nothing out again.

Lengths are logical pixels; places in the text are UTF-16 units.
"""

import time
from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QRegion,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
)

from firsthand.qt.guard import guarded
from firsthand.qt.page_heights import Heights
from firsthand.qt.page_lines import Measures, Setter, cursor_x, part_within, place_in
from firsthand.qt.page_marks import beside_preedit, faint, formats, has_signs
from firsthand.qt.page_places import Laid, Spotlight, boxes

_AT_ONCE = 60  # so many changed paragraphs are laid out at once; more wait until they are seen
_SLICE = 0.004  # seconds of laying out at a time when idle
_UNSET = -1  # the state of a paragraph that has no lines
_MOST_SET = 600  # so many paragraphs have lines, and a few more
_FAR = 10_000.0  # pixels from the view's top; no view is as high
_ALL = 1e9
_stamps = count()
_EVERYWHERE = QRect(-(2**20), -(2**29), 2**22, 2**30)


class PageLayout(QAbstractTextDocumentLayout):
    """The layout of one document."""

    grew = Signal(float)
    """Paragraphs above the view are higher by so much than was thought; the text should be held where it is."""

    def __init__(self, document: QTextDocument, measures: Measures) -> None:
        super().__init__(document)
        self.caret_colour = QColor()
        self.spotlight: Spotlight | None = None
        self.view_top = 0.0
        self._measures = measures
        self._setter = Setter(measures)
        self._heights = Heights()
        self._opened = QTextBlock()
        self._set: dict[int, QTextBlock] = {}  # by their stamps
        self._quiet = False
        self._changing = False
        self._resized = False
        self._above = 0.0
        self._next = 0
        self._trial = QTextLayout()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_some)
        self._tell = QTimer(self)
        self._tell.setInterval(0)
        self._tell.setSingleShot(True)
        self._tell.timeout.connect(self._tell_size)

    @property
    def measures(self) -> Measures:
        return self._measures

    def set_measures(self, measures: Measures) -> None:
        """Set the page to other sizes; only another column, type, form or ink lays the text out again."""
        old, self._measures = self._measures, measures
        if old == measures:
            return
        self._setter = Setter(measures)
        if old.setting != measures.setting:
            self.start_anew()
        self._size_changed()

    def start_anew(self) -> None:
        """Forget all lines and estimate every height."""
        heights = []
        block = self.document().begin()
        while block.isValid():
            block.clearLayout()
            block.setUserState(_UNSET)
            heights.append(self._setter.estimate(block.length()))
            block = block.next()
        self._heights.reset(heights)
        self._set.clear()
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
            yield Laid(block, y, height, block == self._opened, block.userState())
            y += height
            block = block.next()

    def open(self, block: QTextBlock) -> None:
        """The caret is in this paragraph now: it shows signs that are hidden elsewhere."""
        closed, self._opened = self._opened, block
        if closed == block or (not self._measures.ink.hidden and self._measures.ink.dim == 1.0):
            return
        for one in (closed, block):
            if one.isValid() and one.layout().lineCount() and self._turns(one):
                self._lay_one(one)

    def _turns(self, block: QTextBlock) -> bool:
        """Whether a paragraph is dressed otherwise when the caret is in it."""
        return bool(block.layout().formats()) if self._measures.ink.dim < 1.0 else has_signs(block.text())

    def ensure_before(self, block: QTextBlock, reach: float) -> None:
        """Lay out what stands at most ``reach`` above a paragraph, so that its place will not move when it is shown."""
        while block.isValid() and reach > 0:
            reach -= self._ensure(block)
            block = block.previous()
        self._tell_size()

    # One paragraph

    def _ensure(self, block: QTextBlock) -> float:
        """The height of a paragraph, which is laid out if it was not."""
        index = block.blockNumber()
        if index >= len(self._heights):
            return 0.0
        if not block.layout().lineCount():
            self._put_height(index, self._lay(block))
        return self._heights[index]

    def _put_height(self, index: int, height: float) -> None:
        """Take the height that a paragraph turned out to have; the text in view stays where it is."""
        growth = self._heights.put(index, height)
        if not growth:
            return
        if self._measures.top + self._heights.top(index) + self._heights[index] - growth <= self.view_top:
            self._above += growth
        self._resized = True
        self._tell.start()

    def _measure(self, block: QTextBlock) -> float:
        """The height of a paragraph that nobody has seen, without giving it lines: those of all take much memory."""
        trial, text = self._trial, block.text()
        trial.setFont(self.document().defaultFont())
        trial.setText(text)
        trial.setFormats(formats(text, self._measures.pixels, self._measures.ink, opened=block == self._opened))
        return self._setter.set(block, trial)

    def _lay(self, block: QTextBlock) -> float:
        """Dress and set a paragraph; its height."""
        stamp, layout = next(_stamps), block.layout()
        block.setUserState(stamp)
        self._set[stamp] = block
        if len(self._set) > _MOST_SET:
            self._forget_some()
        self._look(block)
        layout.setCacheEnabled(True)  # else Qt shapes it anew to paint it, and once more for the caret
        return self._setter.set(block, layout)

    def _forget_some(self) -> None:
        """Let paragraphs go that were set long ago and are far from the view: they are set again when they are seen."""
        for stamp in list(self._set)[: _MOST_SET // 2]:
            block = self._set.pop(stamp)
            if block.isValid() and block.userState() == stamp and block != self._opened and self._is_far(block):
                block.clearLayout()

    def _is_far(self, block: QTextBlock) -> bool:
        top = self.top_of(block) - self.view_top
        return top > _FAR or top + self._heights[block.blockNumber()] < -_FAR

    def _look(self, block: QTextBlock) -> None:
        """Give a paragraph's stretches their looks."""
        layout, text = block.layout(), block.text()
        ours = formats(text, self._measures.pixels, self._measures.ink, opened=block == self._opened)
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
            if block.userState() == _UNSET:
                self._put_height(block.blockNumber(), self._measure(block))
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
        height = self._lay(block)
        growth = self._heights.put(block.blockNumber(), height)
        alone = not self._lay_follower(block.next()) and not growth
        if not alone:
            self._size_changed()
        over = max(0.0, self._setter.body - height)  # the caret is higher than an empty line
        self._repaint(QRectF(0, self.top_of(block) - over, _ALL, height + 2 * over if alone else _ALL))

    def _lay_many(self, first: QTextBlock, old: int, new: int) -> None:
        block, heights = first, []
        for _ in range(new):
            if new < _AT_ONCE:
                heights.append(self._lay(block))
            else:
                block.clearLayout()
                block.setUserState(_UNSET)
                heights.append(self._setter.estimate(block.length()))
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
        if not self._setter.stale(block):
            return False
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
        return QRectF(0, 0, _ALL, self.documentSize().height())  # as wide as what Qt paints again of a selection

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
        place = place_in(block.layout(), point.x() - self._measures.left, y)
        return int(block.position() + min(place, block.length() - 1))

    @guarded(None)
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        listed = context.selections  # its formats die with it
        marked = [(s.cursor.selectionStart(), s.cursor.selectionEnd(), QTextCharFormat(s.format)) for s in listed]
        clip, caret = context.clip, context.cursorPosition
        ink = context.palette.color(QPalette.ColorRole.Text)
        light, (top, bottom) = self.spotlight, (clip.top(), clip.bottom()) if clip.isValid() else (0.0, _ALL)
        for laid in self.between(top, bottom):
            layout, start = laid.block.layout(), laid.block.position()
            ranges = [r for one in marked if (r := part_within(one, start, laid.block.length()))]
            layout.setPosition(QPointF(self._measures.left, laid.y))
            painter.setPen(ink)
            if light is None or (laid.opened and light.whole):
                layout.draw(painter, QPointF(0, 0), ranges, clip)
            else:
                self._draw_lit(painter, laid, ranges, clip, light)
            if start <= caret < start + laid.block.length():
                self._draw_caret(painter, layout, caret - start)
            elif caret < -1 and layout.preeditAreaText():
                self._draw_caret(painter, layout, layout.preeditAreaPosition() - (caret + 2))

    def _draw_lit(
        self, painter: QPainter, laid: Laid, ranges: list[QTextLayout.FormatRange], clip: QRectF, light: Spotlight
    ) -> None:
        """Draw a paragraph dimmed, but for the stretch that stands out if that is in it."""
        layout, dim, ink = laid.block.layout(), self._measures.ink.dim, painter.pen().color()
        if not laid.opened:
            painter.setPen(faint(ink, dim))
            layout.draw(painter, QPointF(0, 0), [_fainter(one, dim) for one in ranges], clip)
            return
        lit, coloured = _region(laid, self._measures, light), ranges or _has_colours(layout)
        for part, where in ((dim, QRegion(_EVERYWHERE) - lit), (1.0, lit)):
            if where.isEmpty():
                continue
            painter.save()
            painter.setClipRegion(where, Qt.ClipOperation.IntersectClip)
            if coloured:
                painter.setOpacity(part)
            else:
                painter.setPen(faint(ink, part))
            lines = QRectF(where.boundingRect())  # Qt takes no time over the others
            layout.draw(painter, QPointF(0, 0), ranges, clip & lines if clip.isValid() else lines)
            painter.restore()

    def _draw_caret(self, painter: QPainter, layout: QTextLayout, place: int) -> None:
        line = layout.lineForTextPosition(place)
        if not line.isValid():
            return
        x = layout.position().x() + cursor_x(line, place)
        y = layout.position().y() + line.y() + line.ascent() - self._setter.ascent
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.caret_colour)
        painter.drawRect(QRectF(round(x) - 1, y, 2, self._setter.body))  # filling would have Qt make all gradients
        painter.restore()


def _fainter(part: QTextLayout.FormatRange, dim: float) -> QTextLayout.FormatRange:
    """A marked stretch with so much of its ink and of its paper."""
    for brush, put in (
        (part.format.foreground(), part.format.setForeground),
        (part.format.background(), part.format.setBackground),
    ):
        if brush.style() != Qt.BrushStyle.NoBrush:
            put(faint(brush.color(), dim))
    return part


def _has_colours(layout: QTextLayout) -> bool:
    """Whether stretches of a paragraph have a colour of their own."""
    return any(one.format.foreground().style() != Qt.BrushStyle.NoBrush for one in layout.formats())


def _region(laid: Laid, measures: Measures, light: Spotlight) -> QRegion:
    """The paper under the stretch that stands out, as high as its lines."""
    region, slack = QRegion(), measures.leading * 0.16
    for box in boxes(laid, measures, light.start, light.end):
        region += QRegion(box.adjusted(-3, -slack, 3, slack).toAlignedRect())
    return region
