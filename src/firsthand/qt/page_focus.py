"""What is being written stands out: all but the caret's sentence or paragraph is dimmed, and the line is held in place.

The rest is drawn with less ink, so that nothing is set anew. Places are UTF-16 units of the paragraph.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from firsthand.companion.sentences import sentence_ends
from firsthand.desk.settings import Focus
from firsthand.provenance.units import to_units
from firsthand.qt.page_places import Spotlight
from firsthand.qt.page_sizes import HELD

if TYPE_CHECKING:
    from firsthand.qt.page import Page

_LONGEST = 20_000
"""UTF-16 units on each side of the caret in which its sentence is looked for."""


def sentence_at(units: str, place: int) -> tuple[int, int]:
    """From where to where the sentence goes that a place of a paragraph is in; at its end, the one before."""
    first = max(0, place - _LONGEST)
    ends = [first + end for end in sentence_ends(units[first : place + _LONGEST])]
    start = max((end for end in ends if end < place), default=0)
    end = min((end for end in ends if end >= place), default=len(units))
    if not units[start:end].strip() or (place > start and not units[start:place].strip() and place == len(units)):
        start = max((one for one in ends if one < start), default=0)
    start += len(units[start:end]) - len(units[start:end].lstrip())
    return (start, end) if start < end else (place, place)


class Spot:
    """Says what of the page stands out, and has it painted when that is another stretch."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._last: object = None
        self._found = "", -1, Spotlight(0, 0)
        page.caret_moved.connect(self._moved)

    def light(self) -> Spotlight | None:
        """What stands out now; None if all of the page does."""
        page = self._page
        focus = page.look.focus
        if focus is Focus.ALL or page.draft is None:
            return None
        cursor = page.textCursor()
        block = cursor.block()
        if focus is Focus.PARAGRAPH:
            return Spotlight(0, block.length(), whole=True)
        return self._sentence(block.text(), cursor.position() - block.position())

    def _sentence(self, text: str, place: int) -> Spotlight:
        """The sentence at a place, found once: the page asks when the caret moves and again when it is painted."""
        if self._found[:2] != (text, place):
            self._found = text, place, Spotlight(*sentence_at(to_units(text), place))
        return self._found[2]

    def _moved(self) -> None:
        """Repaint all if another stretch stands out now; how it grows is painted with the words that are typed."""
        light = self.light()
        if light is None:
            return
        here = self._page.textCursor().blockNumber(), light.start
        if here != self._last:
            self._last = here
            self._page.viewport().update()


class Typewriter:
    """Holds the caret's line at one height of the view while the author writes; the mouse moves nothing."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._rests = False
        page.caret_moved.connect(self.hold)

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Whatever moves the caret inside, the text stays where it is."""
        rested, self._rests = self._rests, True
        try:
            yield
        finally:
            self._rests = rested

    def hold(self) -> None:
        """Bring the caret's line to its height."""
        page = self._page
        if not page.look.typewriter or page.draft is None or self._rests:
            return
        bar, line = page.verticalScrollBar(), page.cursorRect()
        bar.setValue(bar.value() + line.center().y() - round(page.viewport().height() * HELD))
