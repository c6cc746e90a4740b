"""Dividing a scene and putting scenes together: text goes from one scene into another with its runs.

What goes is first put where it goes to, then taken from where it was, each a recorded change (``Cause.MOVE``): a kill
in between leaves it in both. Every character keeps whose it is. Places and lengths are UTF-16 units.
"""

from collections.abc import Callable, Sequence

from firsthand.desk.draft import Cause, Draft
from firsthand.provenance import Change, Origin, Source

_BREAK = Source(Origin.TOOL, "spacing")


class Carried:
    """Text that went from scene to scene at once, as long as that can be taken back at once.

    ``drafts`` are the scenes, in the order in which they are to be taken back; while ``busy``, changes of them are made
    by acts that are taken back before this one.
    """

    def __init__(self, drafts: Sequence[Draft], busy: Callable[[], bool]) -> None:
        self.drafts = tuple(drafts)
        self._busy = busy
        self.untouched = True
        """Whether nothing was written in these scenes since."""
        self._ends = [draft.listen(self._heard) for draft in drafts]

    def take_back(self) -> None:
        """Bring all text back to where it was. Only while ``untouched``."""
        for draft in self.drafts:
            draft.undo()

    def make_again(self) -> None:
        """After ``take_back``: do it again."""
        for draft in reversed(self.drafts):
            draft.redo()

    def forget(self) -> None:
        """It is not to be taken back any more."""
        for end in self._ends:
            end()
        self._ends.clear()

    def _heard(self, _: Change, cause: Cause) -> None:
        if not self._busy() and cause is not Cause.FOUND:
            self.untouched = False


def divide(source: Draft, at: int, target: Draft) -> list[Draft]:
    """Put what stands in ``source`` from ``at`` on into the empty scene ``target``; in which order to take it back."""
    _carry(source, at, target)
    return [source, target]


def unite(first: Draft, others: Sequence[Draft]) -> list[Draft]:
    """Put all that stands in the others behind what stands in the first; in which order to take it back.

    Where there is no end of a paragraph between two, the program puts one.
    """
    with first.together():
        for other in others:
            _end_paragraph(first, other)
            _carry(other, 0, first)
    return [*others, first]


def whole_place(draft: Draft, at: int) -> int:
    """The place ``at`` or, where that would tear a sign of two units, the one before it."""
    at = max(0, min(at, len(draft.text)))
    around = draft.text.units(max(0, at - 1), min(len(draft.text), at + 1))
    torn = len(around) == 2 and "\ud800" <= around[0] <= "\udbff" and "\udc00" <= around[1] <= "\udfff"
    return at - 1 if torn else at


def _carry(source: Draft, start: int, target: Draft) -> None:
    """Put what stands in ``source`` from ``start`` on at the end of ``target``."""
    end = len(source.text)
    if start == end:
        return
    text, runs = source.text.slice(start, end), source.text.runs(start, end)
    with target.together():
        target.apply(Change(len(target.text), 0, text, runs), Cause.MOVE)
    with source.together():
        source.apply(Change(start, end - start, ""), Cause.MOVE)


def _end_paragraph(first: Draft, other: Draft) -> None:
    end = len(first.text)
    if end and len(other.text) and first.text.units(end - 1, end) != "\n" and other.text.units(0, 1) != "\n":
        first.apply(Change(end, 0, "\n", _BREAK), Cause.REPLACE)
