"""The page: where the author writes one scene, and sees whose its words are.

``WritingSurface`` takes what the author does to the draft, ``PageLayout`` sets the text, ``page_paint`` shows whose it
is. This module puts them together: the open scene, the sizes, the colours, the caret and the view. The page knows the
window it stands in by nothing but its signals. Places are UTF-16 units.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from firsthand.desk.draft import Draft
from firsthand.provenance.units import from_units
from firsthand.qt.bridge import Bridge, shown
from firsthand.qt.fonts import page_font
from firsthand.qt.guard import guarded
from firsthand.qt.page_focus import Spot, Typewriter
from firsthand.qt.page_input import WritingSurface
from firsthand.qt.page_layout import PageLayout
from firsthand.qt.page_lines import Measures
from firsthand.qt.page_marks import faint
from firsthand.qt.page_paint import Brushes, Layer, paint_title, set_title
from firsthand.qt.page_places import Laid
from firsthand.qt.page_sizes import TYPE, Look, sizes
from firsthand.qt.page_under import Underlay
from firsthand.qt.scene_pieces import ScenePieces
from firsthand.qt.theme import LIGHT, Theme, palette

_UNDER_TITLE = 26
_MOUSE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
    }
)
_PAUSE = 300
"""Milliseconds after a change until all of the view is painted: whose other words are may follow from it too."""
_NOTCH = 120
"""What a wheel turns by one step, in the units of Qt's wheel events."""

_SCROLLBAR = """
QScrollBar:vertical {{ background: {theme.paper}; width: 11px; border: none; margin: 0; }}
QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 3px; min-height: 32px; margin: 3px; }}
QScrollBar::handle:vertical:hover {{ background: {theme.muted}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: none; }}
"""


class Page(WritingSurface):
    """The editor of one scene; empty and read-only while there is none."""

    caret_moved = Signal(int)
    """The caret's new place."""
    zoom_requested = Signal(int)
    """Ctrl and the wheel: so many steps larger, or smaller."""
    look_changed = Signal()
    """The page looks otherwise."""
    _theme = LIGHT
    rested = Signal(int, QPoint)
    """The mouse rests over a place of the text, and where on the screen that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: list[Layer] = []
        """What others show on the page, in the order in which it is painted."""
        self._pieces: ScenePieces | None = None
        self._brushes = Brushes.of(LIGHT)
        self.look = Look()
        """How the page is to look; ``set_look`` sets it."""
        self._under: Underlay | None = None
        self._unlisten: Callable[[], object] = lambda: None
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.viewport().update)
        self._turned = 0
        self._last_caret = (-1, -1)
        self._title, self._title_height = set_title("", TYPE, 1), 0
        self._paper, self._layout = self._new_paper("")
        self.setDocument(self._paper)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(page_font(TYPE))
        self.set_theme(LIGHT)
        self._name()
        self.cursorPositionChanged.connect(self._caret_changed)
        self._typewriter = Typewriter(self)
        self._spot = Spot(self)

    # What the window asks of the page

    def set_draft(self, draft: Draft | None) -> None:
        """Show a scene, with the caret where it last was; an empty page, if there is none."""
        self._let_go()
        self._draft = draft
        self._set_title()  # before the paper, which is laid out under it
        units = draft.text.units() if draft else ""
        self._paper, self._layout = self._new_paper(from_units(shown(units)))
        self.setDocument(self._paper)
        self._paper.setUndoRedoEnabled(False)
        self._last_caret = (-1, -1)
        if draft:
            self._bridge = Bridge(self._paper, draft, lambda: self.textCursor().position())
            self._bridge.carried.connect(self._carried)
            self._pieces = ScenePieces(draft)
            self._unlisten = draft.listen(lambda *_: self._pause.start())
        self.setReadOnly(draft is None)
        self._name()
        self.viewport().update()
        if draft:
            self._place_caret(min(draft.caret, len(units)))

    def set_theme(self, theme: Theme) -> None:
        """Dress the page in other colours."""
        self._theme = theme
        self._brushes = Brushes.of(theme)
        self._layout.caret_colour = QColor(theme.accent)
        with self._held():
            self._dress()
            self._measure()
        self.verticalScrollBar().setStyleSheet(_SCROLLBAR.format(theme=theme))
        self.viewport().update()

    def _dress(self) -> None:
        """Give type, paper and ink to the page, and to its viewport.

        Under a style sheet the viewport does not follow by itself, and one that is put on anew gives the page the type
        that it had first.
        """
        if self.font().pixelSize() != self.look.pixels:
            self.setFont(page_font(self.look.pixels))
            self._paper.setDefaultFont(page_font(self.look.pixels))
        colours = palette(self._theme)
        colours.setColor(QPalette.ColorRole.Window, QColor(self._theme.paper))
        self.setPalette(colours)
        self.viewport().setPalette(colours)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()  # the style sheet has put its own in their place

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()  # the same, of a window that heard of the new colours before the style sheet came

    @property
    def theme(self) -> Theme:
        """The colours that the page wears."""
        return self._theme

    def set_look(self, look: Look) -> None:
        """Look otherwise; what stands at the top of the view stays there, and nothing is set anew without need."""
        old, self.look = self.look, look
        if old == look:
            return
        with self._held():
            if old.pixels != look.pixels:
                self.setFont(page_font(look.pixels))
                self._paper.setDefaultFont(page_font(look.pixels))
            self._measure()
        self._typewriter.hold()
        self.viewport().update()
        self.look_changed.emit()

    def refresh_title(self) -> None:
        """Show the scene's title as it is now."""
        self._name()
        with self._held():
            self._measure()
        self.viewport().update()

    def reveal(self, start: int, end: int) -> None:
        """Select a stretch, and bring it into the view, a third from the top, if it is not there."""
        self._select(start, end)
        self._layout.ensure_before(self.textCursor().block(), self.viewport().height())
        box, height = self.cursorRect(), self.viewport().height()
        if box.top() < 0 or box.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - height // 3)

    def repaint_paragraph(self, block: QTextBlock) -> None:
        """Have a paragraph painted again, if it is there and in view."""
        if block.isValid():
            box = self._layout.blockBoundingRect(block)
            top = round(box.top()) - self.verticalScrollBar().value()
            self.viewport().update(0, top - 1, self.viewport().width(), round(box.height()) + 2)

    # The sheet of paper

    def _new_paper(self, text: str) -> tuple[QTextDocument, PageLayout]:
        """A document that shows ``text``, prepared before the editor sees it."""
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(page_font(self.look.pixels))
        document.setPlainText(text)  # before it has a layout, which would lay out what is then laid out again
        layout = PageLayout(document, self._measures())
        layout.caret_colour = QColor(self._theme.accent)
        document.setDocumentLayout(layout)
        layout.start_anew()
        layout.grew.connect(self._hold_text)
        return document, layout

    def _let_go(self) -> None:
        if self._bridge and self._draft:
            self._bridge.close()
            self._draft.end_group()
        self._unlisten()
        self._unlisten = lambda: None
        self._bridge = self._pieces = None

    def _measures(self) -> Measures:
        return sizes(self.look, self._theme, self.viewport().size(), self._title_height)

    def _measure(self) -> None:
        """Take the sizes from the window, the type and the title."""
        self._set_title()
        self._layout.set_measures(self._measures())

    def _set_title(self) -> None:
        text = self._draft.title if self._draft else ""
        self._title = set_title(text, self.look.pixels, self._measures().column)
        under = round(_UNDER_TITLE * self.look.pixels / TYPE)
        self._title_height = round(self._title.boundingRect().height()) + under if text else 0

    def _name(self) -> None:
        if self._draft:
            self.setAccessibleName(self.tr("Page, {title}").format(title=self._draft.title))
        else:
            self.setAccessibleName(self.tr("Page, no scene open"))

    # Caret and view

    def _caret_changed(self) -> None:
        cursor = self.textCursor()
        place, revision = cursor.position(), self._paper.revision()
        self._layout.open(cursor.block())
        if self._draft is None or (place, revision) == self._last_caret:
            return
        if revision == self._last_caret[1]:
            self._draft.end_group()  # it moved without an edit
        self._last_caret = (place, revision)
        self._draft.caret = place
        self.caret_moved.emit(place)

    def _place_caret(self, place: int) -> None:
        cursor = QTextCursor(self._paper)
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self._layout.open(cursor.block())
        self._layout.ensure_before(cursor.block(), self.viewport().height())
        self.ensureCursorVisible()
        self._typewriter.hold()

    def _carried(self, place: int, sought: bool) -> None:
        if sought:
            self._place_caret(place)

    def _hold_text(self, growth: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + growth))
        self.viewport().update()  # Qt has moved the picture by as much, while the text stands where it stood

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Whatever changes inside, the paragraph at the top of the view stays there."""
        top = self.verticalScrollBar().value()
        first = next(self._layout.between(top, top + 1), None)
        yield
        if first is not None and top > first.y - 1 and top > self._layout.measures.top:
            self._layout.ensure_before(first.block, self.viewport().height())
            self.verticalScrollBar().setValue(round(self._layout.top_of(first.block) + top - first.y))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        with self._held():
            super().resizeEvent(event)
            self._measure()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    @guarded(False)
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._layout.hitTest(
                event.pos().toPointF() + QPointF(0, self.verticalScrollBar().value()), Qt.HitTestAccuracy.ExactHit
            )
            self.rested.emit(place, event.globalPos())
            return True
        if event.type() in _MOUSE:
            with self._typewriter.at_rest():
                return super().viewportEvent(event)
        return super().viewportEvent(event)

    # Painting

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._bridge:
            self._bridge.verify()
        seen = self._paint_under(QRectF(event.rect()))
        super().paintEvent(event)
        if self.layers:
            self._paint_over(seen)

    def _paint_under(self, where: QRectF) -> list[Laid]:
        """What lies under the words: title, tint, bars; the paragraphs that are seen."""
        top = self.verticalScrollBar().value()
        self._layout.view_top = top
        self._layout.spotlight = self._spot.light()
        seen = list(self._layout.between(where.top() + top, where.bottom() + top))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        measures = self._layout.measures
        if self._draft is None:
            self._paint_nothing(painter)
        elif where.top() + top < measures.top:
            title_top = measures.top - self._title_height
            paint_title(
                painter, self._title, measures.left, title_top, faint(QColor(self._theme.ink), measures.ink.dim)
            )
        self._paint_whose(painter, seen, where.translated(0, top))
        for layer in self.layers:
            layer.under(painter, seen, measures)
        painter.end()
        return seen

    def _paint_over(self, seen: list[Laid]) -> None:
        """What others show over the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        for layer in self.layers:
            layer.over(painter, seen, self._layout.measures)
        painter.end()

    def _paint_whose(self, painter: QPainter, seen: list[Laid], where: QRectF) -> None:
        if not seen or self._pieces is None:
            return
        start, end = seen[0].block.position(), seen[-1].block.position() + seen[-1].block.length() - 1
        measures, look = self._layout.measures, self.look
        if self._under is None or self._under.wishes != (self._brushes, measures, look.tint, look.bars):
            self._under = Underlay(self._brushes, measures, tint=look.tint, bars=look.bars)
        self._under.paint(painter, seen, self._pieces.between(start, end), where)

    def _paint_nothing(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(page_font(self.look.pixels))
        box = QRectF(0, 0, self.viewport().width(), self.viewport().height() * 0.8)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("Choose a scene to write in."))
