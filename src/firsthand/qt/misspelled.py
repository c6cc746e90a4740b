"""Goes to the next word that no dictionary knows, from the caret on and round to it again.

The page asks the speller only for what it shows; here the words ahead are asked for, some thousand at a time, and the
search goes on when they are answered. An edit, another scene or another wish ends it. Places are UTF-16 units.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock

from firsthand.desk.spelling import words_in
from firsthand.provenance.units import to_units
from firsthand.qt.page import Page
from firsthand.qt.spelling import Spelling

_AHEAD = 2000
"""Words that are asked for at a time."""


class NextMisspelled(QObject):
    """Finds it on one page."""

    said = Signal(str)
    """A sentence for the author."""

    def __init__(self, page: Page, spelling: Spelling, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._spelling = spelling
        self._waiting: tuple[object, int] | None = None
        spelling.answered.connect(self._go_on)

    def go(self) -> None:
        """Select the next misspelled word, as soon as it is known."""
        self._waiting = None
        if self._page.draft is None:
            return
        if not self._spelling.ready():
            self.said.emit(self.tr("Spelling is not checked now: it is switched off, or has no dictionary."))
            return
        self._seek()

    def _go_on(self) -> None:
        """The speller has answered: go on, if nothing has changed meanwhile."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting == self._now():
            self._seek()

    def _now(self) -> tuple[object, int]:
        return self._page.draft, self._page.document().revision()

    def _seek(self) -> None:
        unknown: set[str] = set()
        for start, end, word in self._ahead():
            wrong = self._spelling.verdict(word)
            if wrong is None:
                unknown.add(word)
                if len(unknown) >= _AHEAD:
                    break
            elif wrong and not unknown:
                self._page.reveal(start, end)
                self._page.setFocus()
                return
        if unknown:
            self._waiting = self._now()
            self._spelling.ask(unknown)
        else:
            self.said.emit(self.tr("No word in this scene is unknown to the dictionary."))

    def _ahead(self) -> Iterator[tuple[int, int, str]]:
        """The words of the scene from behind the caret or the selection on, then those before it."""
        document, cursor = self._page.document(), self._page.textCursor()
        place = cursor.selectionEnd()
        first = document.findBlock(place)
        yield from (word for word in _words(first) if word[0] >= place)
        block = first.next()
        while block.isValid():
            yield from _words(block)
            block = block.next()
        block = document.begin()
        while block.isValid() and block.position() <= first.position():
            yield from (word for word in _words(block) if word[0] < place)
            block = block.next()


def _words(block: QTextBlock) -> Iterator[tuple[int, int, str]]:
    at = block.position()
    return ((at + start, at + end, word) for start, end, word in words_in(to_units(block.text())))
