"""The bar at the foot of the page: looks in the open scene as one types, and puts other words in the place.

All that is found is tinted on the page, and what one stands at more strongly, with a line round it. Escape leads back
to where the author was; whoever clicks into the page, or goes there by the keyboard, stays. The search itself runs off
the window's thread. Places are UTF-16 units.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from firsthand.desk.draft import Cause, Draft
from firsthand.desk.replacing import Template, plan, replace
from firsthand.desk.searching import Hit, Query, QueryError, Search
from firsthand.provenance import Change
from firsthand.qt.guard import guarded
from firsthand.qt.hit_layer import HitLayer
from firsthand.qt.links import LinkButton
from firsthand.qt.page import Page
from firsthand.qt.seeking import SeekChoices, Seeker, SeekField
from firsthand.qt.style import redress
from firsthand.qt.theme import Theme
from firsthand.qt.wording import number

AGAIN = 150
"""Milliseconds after the last change of the text until it is searched again."""

_WIDE = 960
"""Pixels from which on the choices stand beside the field."""

_MOST_SELECTED = 200
"""Characters of a selection that are taken for something to look for."""


class FindBar(QFrame):
    """Find and replace in the open scene; hidden until it is wanted."""

    manuscript_requested = Signal(object)
    """This Query is to be looked for in all scenes."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "find")
        self.setAccessibleName(self.tr("Find in this scene"))
        self._page = page
        self._draft: Draft | None = None
        self._writable = False
        self._unlisten: Callable[[], object] = lambda: None
        self._place: QTextCursor | None = None
        self._scroll = 0
        self._jumps = True
        self.layer = HitLayer()
        page.layers.append(self.layer)
        self._seeker = Seeker(self)
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self.field = SeekField(self.tr("Find in this scene"), self)
        self.choices = SeekChoices(self)
        self.count = QLabel(self)
        self.previous = LinkButton(self.tr("Previous"), self, quiet=True)
        self.next = LinkButton(self.tr("Next"), self, quiet=True)
        self.everywhere = LinkButton(self.tr("All scenes"), self)
        self.done = LinkButton(self.tr("Done"), self)
        self.said = QLabel(self)
        self.replacing = QWidget(self)
        self.template = SeekField(self.tr("Replace with"), self.replacing)
        self.replace_one = LinkButton(self.tr("Replace"), self.replacing)
        self.replace_all = LinkButton(self.tr("Replace all"), self.replacing)
        self._besides: list[QWidget] = []
        self._prepare()
        self._arrange()
        self._connect()
        self.hide()

    # -- how it is built

    def _prepare(self) -> None:
        self.count.setProperty("part", "small")
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("100 of 100"))
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.said.setProperty("part", "warning")
        self.said.setWordWrap(True)
        self.said.hide()
        for button, tip in (
            (self.previous, self.tr("Shift+Enter")),
            (self.next, self.tr("Enter")),
            (self.everywhere, self.tr("Look in every scene of the manuscript")),
            (self.done, self.tr("Back to where you were (Esc)")),
        ):
            button.setToolTip(tip)

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.field, 1)
        first.addWidget(self._beside(self.count, self.previous, self.next))
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.choices, 1)
        for part in (self.everywhere, self.done):
            second.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._rows.addLayout(first, 1)
        self._rows.addLayout(second)
        third = QHBoxLayout(self.replacing)
        third.setContentsMargins(0, 0, 0, 0)
        third.setSpacing(6)
        third.addWidget(self.template, 1)
        third.addWidget(self._beside(self.replace_one, self.replace_all))
        self.replacing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(self._rows)
        layout.addWidget(self.replacing)
        layout.addWidget(self.said)
        self._order()

    def _beside(self, *parts: QWidget) -> QWidget:
        """What stands beside a field; the fields end together, where one is under the other."""
        beside = QWidget(self)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for part in parts:
            row.addWidget(part)
        self._besides.append(beside)
        return beside

    def _order(self) -> None:
        """Tab leads from what is looked for to what is put in its place, and then to the rest."""
        words, puts = (self.field, self.template), (self.replace_one, self.replace_all)
        order = (*words, *puts, self.previous, self.next, *self.choices.chips, self.everywhere, self.done)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._look_from_place)
        self.field.next_requested.connect(self.find_next)
        self.field.previous_requested.connect(self.find_previous)
        self.choices.changed.connect(self._look_from_place)
        self.next.clicked.connect(self.find_next)
        self.previous.clicked.connect(self.find_previous)
        self.done.clicked.connect(self.go_back)
        self.everywhere.clicked.connect(lambda: self.manuscript_requested.emit(self.query()))
        self.template.textChanged.connect(self._show_what_can_be_done)
        self.template.next_requested.connect(self.put_one)
        self.template.previous_requested.connect(self.find_next)
        self.replace_one.clicked.connect(self.put_one)
        self.replace_all.clicked.connect(self.put_all)
        self._again.timeout.connect(self._look)
        self._seeker.found.connect(self._show_found)
        self._seeker.failed.connect(self._show_failed)
        for field in (self.field, self.template):
            field.left.connect(self.go_back)

    # -- what the window asks of it

    def set_draft(self, draft: Draft | None, *, writable: bool = False) -> None:
        """Another scene is open now, or none."""
        self._unlisten()
        self._unlisten = lambda: None
        self._draft, self._writable, self._place = draft, writable and draft is not None, None
        self._seeker.forget()
        self._again.stop()
        self._show([])
        if draft is not None and not self.isHidden():
            self._keep_place()
            self._begin()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.layer.set_theme(theme)

    def query(self) -> Query:
        """What is looked for."""
        return self.choices.query(self.field.text())

    def query_here(self) -> Query | None:
        """What would be looked for from where the author is now: what the bar shows, or the words selected."""
        if not self.isHidden():
            return self.query()
        words = self._selected_words()
        return Query(words) if words else None

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar, with what is selected on the page in its field, and begin to look."""
        if self._draft is None:
            return
        fresh = self.isHidden()
        self.replacing.setVisible((replacing or (not fresh and self.replacing.isVisibleTo(self))) and self._writable)
        if self._page.hasFocus() or fresh:
            self._keep_place()
            if words := self._selected_words():
                self.field.setText(words)
        self.show()
        if fresh:
            self._begin()
        field = self.template if replacing and self._writable and self.field.text() and not fresh else self.field
        field.selectAll()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> None:
        """Put the bar away and return to where the author was, unless the author has gone elsewhere on the page."""
        place, scroll = self._place, self._scroll
        self.put_away()
        if place is not None and not self._page.hasFocus():
            self._page.setTextCursor(place)
            self._page.verticalScrollBar().setValue(scroll)
        self._page.setFocus()

    def put_away(self) -> None:
        """Put the bar away and tint nothing."""
        self.hide()
        self._page.removeEventFilter(self)
        self._unlisten()
        self._unlisten = lambda: None
        self._place = None
        self._seeker.forget()
        self._again.stop()
        self._show([])

    def find_next(self) -> None:
        """Go to the next place, from the last one to the first."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def _selected_words(self) -> str:
        words = self._page.textCursor().selectedText()
        return words if len(words) <= _MOST_SELECTED and "\u2029" not in words else ""

    # -- looking

    def _begin(self) -> None:
        assert self._draft is not None
        self._unlisten()
        self._unlisten = self._draft.listen(self._changed)
        self._page.installEventFilter(self)
        self._look_from_place()

    def _keep_place(self) -> None:
        self._place = QTextCursor(self._page.textCursor())
        self._scroll = self._page.verticalScrollBar().value()

    def _look_from_place(self) -> None:
        """Look anew, and go to the first place after where the author was."""
        self._jumps = True
        self._look()

    def _look(self) -> None:
        if self._draft is None or self.isHidden():
            return
        query, units = self.query(), self._draft.text.units()
        self._seeker.seek(lambda: Search(query).hits(units))

    def _changed(self, change: Change, cause: Cause) -> None:
        """The text changed: move what was found along, and look again in a moment."""
        if cause is Cause.FOUND:
            return
        end, growth = change.at + change.removed, len(change.units()) - change.removed
        hits = self.layer.hits
        first = bisect_right(hits, change.at, key=lambda hit: hit[1])
        after = bisect_left(hits, end, lo=first, key=lambda hit: hit[0])
        moved = [(start + growth, last + growth) for start, last in hits[after:]]
        self._show([*hits[:first], *moved], min(self.layer.current, first))
        self._again.start()

    def _show_found(self, found: object) -> None:
        assert isinstance(found, list)
        self._say("")
        start = self._from()
        current = bisect_left(found, start, key=lambda hit: hit[0]) if found else -1
        self._show(found, current % len(found) if found else -1)
        if self._jumps and found:
            self._jumps = False
            self._go_to_current()
        elif self._jumps and not self.field.text():
            self._return()

    def _show_failed(self, sentence: str) -> None:
        self._show([])
        self._say(sentence)
        self.count.clear()

    def _from(self) -> int:
        """Where to look from: where the author was, or what one stands at."""
        if self._jumps and self._place is not None:
            return self._place.selectionStart()
        return self._page.textCursor().selectionStart()

    def _return(self) -> None:
        """Nothing is looked for: stand where the author was."""
        if self._place is not None and not self._page.hasFocus():
            self._page.setTextCursor(self._place)
            self._page.verticalScrollBar().setValue(self._scroll)

    def _step(self, step: int) -> None:
        if self.isHidden():
            self.open()
            return
        hits = self.layer.hits
        if not hits:
            return
        here = self._page.textCursor()
        at_one = 0 <= self.layer.current < len(hits) and hits[self.layer.current][0] == here.selectionStart()
        if at_one:
            index = self.layer.current + step
        else:
            index = bisect_left(hits, (here.selectionStart(), 0)) - (1 if step < 0 else 0)
        self.layer.current = index % len(hits)
        self._go_to_current()
        self._show(hits, self.layer.current)

    def _go_to_current(self) -> None:
        self._page.reveal(*self.layer.hits[self.layer.current])

    # -- replacing

    def put_one(self) -> None:
        """Put the replacement in the place one stands at, and go to the next."""
        if self._draft is None or not self._writable or self.layer.current < 0:
            return
        at = self.layer.hits[self.layer.current][0]
        self._put(only=at)

    def put_all(self) -> None:
        """Put the replacement in every place of the scene, in one step."""
        if self._draft is not None and self._writable:
            self._put(only=None)

    def _put(self, only: int | None) -> None:
        """Search the text as it is now, and replace in it."""
        draft = self._draft
        assert draft is not None
        try:
            search = Search(self.query())
            template = Template.of(self.template.text(), search, pasted=self.template.pasted)
            planned = plan(search, template, draft.text.units())
        except QueryError as error:
            self._say(str(error))
            return
        wanted = [one for one in planned if only is None or one.start == only]
        after = sum(len(one.text(draft.text.units())) for one in wanted[:1]) + (only or 0)
        draft.end_group()
        made = replace(draft, wanted, template.source)
        self._look_at_once(after if only is not None else None)
        if only is None:
            self._say(self.tr("%Ln place(s) replaced.", "", made), calm=True)

    def _look_at_once(self, start: int | None) -> None:
        """What is found in the text as it stands now; the first place from ``start`` on becomes the one stood at."""
        assert self._draft is not None
        self._seeker.forget()
        self._again.stop()
        hits = Search(self.query()).hits(self._draft.text.units())
        if start is None or not hits:
            self._show(hits)
            return
        self._show(hits, bisect_left(hits, (start, 0)) % len(hits))
        self._go_to_current()

    # -- what it shows

    def _show(self, hits: Sequence[Hit], current: int = -1) -> None:
        self.layer.hits = hits
        self.layer.current = current if current < len(hits) else -1
        self._page.viewport().update()
        if not self.field.text():
            text = ""
        elif not hits:
            text = self.tr("Not found")
        elif self.layer.current < 0:
            text = self.tr("%Ln place(s)", "", len(hits))
        else:
            text = self.tr("{place} of {count}").format(place=number(self.layer.current + 1), count=number(len(hits)))
        self.count.setText(text)
        self.count.setAccessibleName(text)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        some = bool(self.layer.hits)
        for button in (self.next, self.previous):
            button.setEnabled(some)
        self.everywhere.setEnabled(bool(self.field.text()))
        self.replace_one.setEnabled(some and self._writable and self.layer.current >= 0)
        self.replace_all.setEnabled(some and self._writable)

    def _say(self, sentence: str, *, calm: bool = False) -> None:
        self.field.say_wrong(bool(sentence) and not calm)
        self.said.setProperty("part", "small" if calm else "warning")
        redress(self.said)
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)
        self.said.setVisible(bool(sentence))

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.put_away()  # the author is on the page and stays there
            return True
        return False

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            return
        super().keyPressEvent(event)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        widest = max(beside.sizeHint().width() for beside in self._besides)
        for beside in self._besides:
            beside.setMinimumWidth(0 if wide else widest)
        self.choices.setMinimumWidth(self.choices.line_width() if wide else 0)
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._rows.setSpacing(16 if wide else 6)
