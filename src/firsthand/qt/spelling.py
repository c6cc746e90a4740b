"""Spelling on the page: a quiet wave under words that no dictionary knows, suggestions in the context menu.

What is painted is looked up, so that the words in view come first and nothing waits for the rest: words nobody has
asked about yet go to the speller's thread, and the page is painted again when it answers. Nothing is kept by place, so
an edit moves nothing here. Accepted suggestions are applied to the draft.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QTextCursor
from PySide6.QtWidgets import QMenu

from firsthand.desk.languages import dictionary_folder
from firsthand.desk.session import Desk
from firsthand.desk.settings import Focus
from firsthand.desk.spelling import KnownWords, Reading, Word, correct, words_in
from firsthand.provenance.units import to_units
from firsthand.qt.page import Page
from firsthand.qt.page_lines import Measures
from firsthand.qt.page_places import Laid, boxes
from firsthand.qt.spelling_wave import under, wave
from firsthand.qt.style import readable
from firsthand.qt.theme import LIGHT, Theme

if TYPE_CHECKING:
    from firsthand.qt.spelling_clerk import Clerk

PAUSE = 800
"""Milliseconds after a manuscript is opened until the speller is started: the window comes first."""

_KEPT = 1000
"""Paragraphs whose waves are kept."""

_LONGEST = 20_000
"""UTF-16 units of the longest paragraph that is looked at."""


class Spelling(QObject):
    """Checks what the page shows, and offers corrections."""

    said = Signal(str)
    """A sentence for the author."""
    answered = Signal()
    """The speller has looked words up."""

    def __init__(self, page: Page, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.known = KnownWords()
        self._language = ""
        self._on = False
        self._desk: Desk | None = None
        self._clerk: Clerk | None = None
        self._wrong: dict[str, bool] = {}
        self._verdicts: dict[str, bool] = {}
        self._writing = Reading()
        self._asked: set[str] = set()
        self._sent: set[str] = set()
        self._waves: dict[int, list[QRectF]] = {}
        self._skipped: Word | None = None
        self._skipped_in = QTextCursor()  # not a block, which would outlive its document
        self._suggesting: Callable[[Sequence[str]], None] | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self._pause.timeout.connect(self._start)
        page.layers.append(self)
        page.menu_opens.connect(self._add_to_menu)
        page.cursorPositionChanged.connect(self._caret_moved)
        self.set_theme(LIGHT)

    # -- what the window says

    def set_desk(self, desk: Desk | None, language: str = "") -> None:
        """Another manuscript is open now, in this language, or none."""
        self._desk = desk
        self.known.set_manuscript(desk.folder.path if desk else None)
        self._begin(language, self._on)

    def set_language(self, language: str) -> None:
        """Check by another dictionary."""
        self._begin(language, self._on)

    def set_on(self, on: bool) -> None:
        """Whether spelling is checked at all."""
        self._begin(self._language, on)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._colour = readable(theme)

    def notes_changed(self) -> None:
        """The names in the notes may be others now."""
        if self._clerk is not None:  # else they are read when there is one
            self.known.set_notes(_notes(self._desk))
            self._repaint()

    def close(self) -> None:
        """End the speller."""
        self._begin("", on=False)

    def _begin(self, language: str, on: bool) -> None:
        self._pause.stop()
        clerk, self._clerk = self._clerk, None
        if clerk is not None:
            clerk.close()
            clerk.deleteLater()
        self._language, self._on = language, on
        self._wrong.clear()
        self._asked.clear()
        self._sent.clear()
        self._repaint()
        if on and self._desk is not None and language:
            self._pause.start()

    def _start(self) -> None:
        self._pause.stop()
        if self._clerk is not None or dictionary_folder(self._language) is None:
            return
        from firsthand.qt.spelling_clerk import Clerk  # no start waits for it

        clerk = self._clerk = Clerk(self._language, self)
        self.known.set_notes(_notes(self._desk))
        clerk.checked.connect(self._take)
        clerk.suggested.connect(self._take_suggestions)
        clerk.failed.connect(self._fail)
        self._repaint()

    # -- looking words up

    def ready(self) -> bool:
        """Whether words can be looked up; the speller is started if it was to be later."""
        if self._pause.isActive():
            self._start()
        return self._clerk is not None

    def verdict(self, word: str) -> bool | None:
        """Whether a word, as a dictionary has it, is wrong; None if that is not known yet."""
        return self.is_wrong(word) if word in self._wrong or word in self.known else None

    def ask(self, words: set[str]) -> None:
        """Look words up; ``answered`` follows, once or more."""
        self._asked |= words
        self._ask()

    def _verdict(self, word: str) -> bool | None:
        """Whether a word is wrong, as far as the dictionary has said, remembered until other words are known."""
        verdict = self._verdicts.get(word)
        if verdict is None and word in self._wrong:
            verdict = self._verdicts[word] = self.is_wrong(word)
        return verdict

    def is_wrong(self, word: str) -> bool:
        """Whether a word is known to be wrong."""
        return self._wrong.get(word, False) and word not in self.known

    def _ask(self) -> None:
        words = self._asked - self._sent
        self._asked.clear()
        if self._clerk is not None and words:
            self._sent |= words
            self._clerk.check(words)

    def _take(self, words: tuple[str, ...], wrong: set[str]) -> None:
        if self.sender() is self._clerk:
            self._sent.difference_update(words)
            self._wrong.update((word, word in wrong) for word in words)
            if wrong:
                self._page.viewport().update()
            self.answered.emit()

    def _fail(self, sentence: str) -> None:
        if self.sender() is self._clerk:
            self.said.emit(sentence)

    # -- on the page

    def under(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None:
        """Nothing lies under the words."""

    def over(self, painter: QPainter, seen: Sequence[Laid], measures: Measures) -> None:
        if self._clerk is None:
            return
        pattern = wave(measures.pixels, self._colour.rgb(), painter.device().devicePixelRatio())
        caret = self._caret()
        lit_only = self._page.look.focus is not Focus.ALL  # what is dimmed is not to be looked at now
        for laid in seen:
            if lit_only and not laid.opened:
                continue
            if laid.block.length() <= _LONGEST and not laid.block.layout().preeditAreaText():
                for box in self._waves_of(laid, measures, caret - laid.block.position()):
                    painter.drawTiledPixmap(box.translated(measures.left, laid.y), pattern)
        if self._asked:
            self._soon.start()

    def _waves_of(self, laid: Laid, measures: Measures, caret: int) -> list[QRectF]:
        """Where a paragraph has waves, measured from its corner; the word that ends at the caret is being written."""
        if laid.block == self._skipped_in.block():
            self._skipped, self._skipped_in = None, QTextCursor()
        waves = self._waves.get(laid.stamp) if not 0 < caret < laid.block.length() else None
        if waves is not None:
            return waves
        waves, settled, verdicts = [], True, self._verdicts
        at_home = laid._replace(y=0.0), replace(measures, left=0)
        words = (self._writing.words if laid.opened else words_in)(to_units(laid.block.text()))
        for start, end, form in [word for word in words if verdicts.get(word[2]) is not False]:
            wrong = self._verdict(form)
            if end == caret:
                self._skipped, self._skipped_in, settled = (start, end, form), QTextCursor(laid.block), False
            elif wrong is None:
                self._asked.add(form)
                settled = False
            elif wrong:
                waves += [under(box, measures.pixels) for box in boxes(*at_home, start, end)]
        if settled:
            self._keep(laid.stamp, waves)
        return waves

    def _keep(self, stamp: int, waves: list[QRectF]) -> None:
        if len(self._waves) >= _KEPT:
            self._waves.clear()
        self._waves[stamp] = waves

    def _caret(self) -> int:
        return self._page.textCursor().position() if self._page.hasFocus() else -1

    def _caret_moved(self) -> None:
        """The word that was being written may have its wave now."""
        if self._skipped is not None:
            self._page.repaint_paragraph(self._skipped_in.block())

    def _repaint(self) -> None:
        """Other words are wrong now."""
        self._waves.clear()
        self._verdicts.clear()
        self._page.viewport().update()

    # -- the context menu

    def _add_to_menu(self, menu: QMenu, place: int) -> None:
        draft = self._page.draft
        block = self._page.document().findBlock(place)
        at = place - block.position()
        here = [word for word in words_in(to_units(block.text())) if word[0] <= at <= word[1]]
        if self._clerk is None or draft is None or self._page.isReadOnly() or not here or not self.is_wrong(here[0][2]):
            return
        start, end, word = here[0]
        first = menu.actions()[0]
        looking = QAction(self.tr("Looking for suggestions…"), menu)
        looking.setEnabled(False)
        own = QAction(self.tr("Add “{word}” to my words").format(word=word), menu)
        manuscript = QAction(self.tr("Add to this manuscript’s words"), menu)
        own.triggered.connect(lambda: self._add(self.known.add, word))
        manuscript.triggered.connect(lambda: self._add(self.known.add_here, word))
        menu.insertActions(first, [looking, menu.insertSeparator(first), own, manuscript])
        menu.insertSeparator(first)
        span = block.position() + start, block.position() + end
        self._suggesting = partial(self._offer, menu, looking, span, word)
        menu.destroyed.connect(self._forget_menu)
        self._clerk.suggest(word)

    def _forget_menu(self) -> None:
        self._suggesting = None

    def _take_suggestions(self, _word: str, words: tuple[str, ...]) -> None:
        if self.sender() is self._clerk and self._suggesting is not None:
            self._suggesting(words)
            self._suggesting = None

    def _offer(self, menu: QMenu, looking: QAction, span: tuple[int, int], wrong: str, words: Sequence[str]) -> None:
        """Put the suggestions into the menu, which may be open already."""
        for word in words:
            action = QAction(word.replace("&", "&&"), menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _=False, word=word: self._correct(span, wrong, word))
            menu.insertAction(looking, action)
        if words:
            menu.removeAction(looking)
        else:
            looking.setText(self.tr("No suggestions"))

    def _correct(self, span: tuple[int, int], wrong: str, word: str) -> None:
        """Put the correction there, if the word still stands where it stood."""
        draft = self._page.draft
        if draft is None or self._page.isReadOnly():
            return
        if any(form == wrong for _, _, form in words_in(draft.text.units(*span))):
            correct(draft, *span, word)

    def _add(self, add: Callable[[str], None], word: str) -> None:
        try:
            add(word)
        except OSError as error:
            self.said.emit(
                self.tr("The word could not be kept ({why}); it counts as right until you close Firsthand.").format(
                    why=error.strerror or error
                )
            )
        self._repaint()


def _notes(desk: Desk | None) -> list[tuple[str, str]]:
    if desk is None:
        return []
    return [(note.title, desk.text(note.id)) for note in desk.folder.outline.note if note.id not in desk.unreadable]
