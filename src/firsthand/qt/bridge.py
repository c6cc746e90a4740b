"""Between the page's QTextDocument and the Draft: carries every edit over, in both directions, with whose it is.

The draft is the truth; the document shows it. ``QTextDocument.contentsChange`` is a hint and never a record: its range
may reach past the end, cover text that did not change, or be missing (``docs/page.md``). So the bridge reads what the
document now holds in the reported range, compares it with the tracked text, and applies the difference.

- Inside an *act* (``with bridge.act(...)``: a key, an input method) an edit is the act's, with its cause and origin.
- Outside any act nobody has said whose an edit is; when the document settles it is taken over by a comparison of the
  whole, and what is new is the program's own (``tool``), never the author's.
- What the document changed without saying so (a lost signal) is found by the length after every event and by the
  document's revision before every paint, taken over in the same way, and recorded by ``Draft.resynchronised``.
- A change of the draft that the page did not make (undo, an accepted suggestion) is carried into the document.

The document cannot hold all that a text can: ``shown`` says how a text stands in it, unit for unit. Nor does Qt leave
every character whole: in some scripts a key takes away half of a surrogate pair, or writes between its halves. The text
takes the edit for the whole pair, and the document follows.
Places and lengths are UTF-16 units throughout.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from firsthand.desk.draft import Cause, Draft
from firsthand.provenance import Change, Origin, Source, Whose
from firsthand.provenance.difference import Edit, edits
from firsthand.provenance.units import from_units, to_units
from firsthand.qt.guard import guarded

PROGRAM = Source(Origin.TOOL, "page")
"""Whose text is that came into the document by no act of the author's."""

_ELSEWHERE = frozenset({Cause.OUTSIDE, Cause.IMPORT, Cause.RESYNC, Cause.REPLACE})
"""Causes of changes that happen where the author may not be looking, and leave the caret where it is."""

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
_UNSHOWN = re.compile("[\r\u2029\ufdd0\ufdd1]")
_STAND_INS = str.maketrans({"\r": "\n", "\u2029": "\n", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})


def shown(text: str) -> str:
    """How ``text`` stands in a QTextDocument; of the same length.

    Qt keeps carriage returns and U+2029 as ends of paragraphs, and makes such an end of the non-characters U+FDD0 and
    U+FDD1, for which the replacement character stands instead. Everything else stands for itself.
    """
    return text.translate(_STAND_INS) if _UNSHOWN.search(text) else text


class Act(Struct, frozen=True):
    """Something the author does: its cause, whose the text is that it brings, and the units it will replace."""

    cause: Cause
    origin: Whose
    replaces: tuple[int, int] | None = None


class Bridge(QObject):
    """Keeps one document and one draft alike until ``close``."""

    carried = Signal(int, bool)
    """A change of the draft now stands in the document: where it ends, and whether the author looks for it there."""

    def __init__(self, document: QTextDocument, draft: Draft, caret: Callable[[], int]) -> None:
        """``document`` must hold the draft's text as ``shown``; ``caret`` gives the page's caret place."""
        super().__init__(document)
        self._document = document
        self._draft = draft
        self._caret = caret
        self._act: Act | None = None
        self._own: Change | None = None
        self._carrying = False
        self._reporting = False
        self._behind = False
        self._sought: int | None = None
        self._unsaid = False
        self._revision = document.revision()
        self._unlisten = draft.listen(self._draft_changed)
        document.contentsChange.connect(self._document_changed)
        document.contentsChanged.connect(self._document_settled)

    def close(self) -> None:
        """Take over what may still differ, and let go of both sides."""
        self.verify()
        self._unlisten()
        self._document.contentsChange.disconnect(self._document_changed)
        self._document.contentsChanged.disconnect(self._document_settled)

    @contextmanager
    def act(self, cause: Cause, origin: Whose, replaces: tuple[int, int] | None = None) -> Iterator[None]:
        """Edits made inside are the author's doing: of this cause and origin.

        ``replaces`` is what the act is expected to replace, from where up to where; where the document agrees, all that
        came in its place is new, and none of it is mistaken for what stood there before.
        """
        outer, self._act = self._act, Act(cause, origin, replaces)
        try:
            yield
        finally:
            self._act = outer

    def verify(self) -> None:
        """Compare document and text if the document was changed since the last event, and take over what differs.

        Costs nothing when there was no change.
        """
        if self._document.revision() != self._revision and not self._carrying:
            self._take_over("an edit was not reported")

    def _length(self) -> int:
        """The length of the document without its final separator."""
        return self._document.characterCount() - 1

    def _read(self, start: int, end: int) -> str:
        """What the document holds from ``start`` to ``end``, in unit form."""
        if start >= end:
            return ""
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        units = to_units(cursor.selectedText())
        if len(units) != end - start:  # strings lose lone surrogates on their way to Python, single characters do not
            units = "".join(self._document.characterAt(at) for at in range(start, end))
        return _UNSHOWN.sub("\n", units)  # ends of paragraphs and of a table's cells

    # From the document to the draft

    @guarded(None)
    def _document_changed(self, at: int, removed: int, added: int) -> None:
        if self._carrying:
            return
        act, text = self._act, self._draft.text
        if act is None:
            self._unsaid = True
            return
        before, after = len(text), self._length()
        start = min(at, before, after)
        old_end, new_end = min(at + removed, before), min(at + added, after)
        if before - old_end != after - new_end:
            self._unsaid = True  # the report does not add up: compare the whole when the document has settled
            return
        first, last = max(0, start - 1), min(old_end + 1, before)
        old = shown(text.units(first, last))
        if first < start and not _PAIR.match(old):
            first, old = start, old[1:]
        if old_end < last and not _PAIR.match(old, len(old) - 2):
            last, old = old_end, old[:-1]
        found = self._differences(act, first, old, self._read(first, new_end + last - old_end))
        self._apply(found, act.cause, act.origin)
        self._revision = self._document.revision()

    def _differences(self, act: Act, start: int, old: str, new: str) -> list[Edit]:
        """What the act changed; ``old`` and ``new`` stand at ``start``, the places of the edits count from the top."""
        if old == new:
            return []
        exact = _as_expected(act.replaces, start, old, new)
        found = [exact] if exact else edits(old, new, self._caret() - start)
        whole = [_of_whole_characters(old, edit) for edit in found]
        if whole != found:
            self._behind, self._sought = True, start + whole[-1].start + len(whole[-1].inserted)
        return [Edit(start + edit.start, start + edit.end, edit.inserted) for edit in whole]

    def _apply(self, found: list[Edit], cause: Cause, origin: Whose) -> None:
        """Apply edits whose places count in the text as it was, the last one first."""
        self._reporting = True
        try:
            with self._draft.together() if len(found) > 1 else nullcontext():
                for edit in reversed(found):
                    self._own = Change(edit.start, edit.end - edit.start, from_units(edit.inserted), origin)
                    self._draft.apply(self._own, cause)
        finally:
            self._own = None
            self._reporting = False

    @guarded(None)
    def _document_settled(self) -> None:
        if self._carrying:
            return
        if self._behind:
            self._show_again()
        elif self._length() != len(self._draft.text):
            self._take_over("" if self._unsaid and self._act is None else "the page and the text differed in length")
        elif self._unsaid:
            self._take_over("")
        self._unsaid = False

    def _take_over(self, why: str) -> None:
        """Make the text what the document holds; what did not change keeps its origin. ``why`` is recorded."""
        self._revision = self._document.revision()
        found = edits(shown(self._draft.text.units()), self._read(0, self._length()))
        self._apply(found, Cause.RESYNC, PROGRAM)
        if why and found:
            self._draft.resynchronised(why)

    # From the draft to the document

    @guarded(None)
    def _draft_changed(self, change: Change, cause: Cause) -> None:
        if change is self._own or cause is Cause.FOUND:
            return
        if self._reporting:
            self._behind = True  # Qt is in the middle of telling us of an edit: the document must not change now
            return
        inserted = change.units()
        if self._length() + len(inserted) - change.removed != len(self._draft.text):
            self._show_again()
            return
        with self._carry():
            self._put(change.at, change.at + change.removed, inserted)
        self.carried.emit(change.at + len(inserted), cause not in _ELSEWHERE)

    def _show_again(self) -> None:
        """Make the document what the text is."""
        self._behind = False
        caret = self._caret()
        sought, self._sought = self._sought, None
        with self._carry():
            for edit in reversed(edits(self._read(0, self._length()), shown(self._draft.text.units()))):
                self._put(edit.start, edit.end, edit.inserted)
        self.carried.emit(min(caret, self._length()) if sought is None else sought, sought is not None)

    def _put(self, start: int, end: int, units: str) -> None:
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(from_units(shown(units)))
        cursor.endEditBlock()

    @contextmanager
    def _carry(self) -> Iterator[None]:
        """The document changes inside are the draft's own and not reported back."""
        self._carrying = True
        try:
            yield
        finally:
            self._carrying = False
            self._revision = self._document.revision()


def _as_expected(replaces: tuple[int, int] | None, start: int, old: str, new: str) -> Edit | None:
    """The edit that puts something for exactly the units expected; None if that is not what happened."""
    if replaces is None:
        return None
    first, last = replaces[0] - start, replaces[1] - start
    length = len(new) - (len(old) - (last - first))
    if first < 0 or last > len(old) or length < 0:
        return None
    if old[:first] != new[:first] or old[last:] != new[first + length :]:
        return None
    return Edit(first, last, new[first : first + length])


def _of_whole_characters(old: str, edit: Edit) -> Edit:
    """``edit`` of ``old``, made such that it neither takes half of a surrogate pair away nor writes into one."""
    start, end = edit.start, edit.end
    if _PAIR.match(old, max(0, start - 1)) and start:
        start += 1 if start == end else -1
        end = max(start, end)
    if start < end and _PAIR.match(old, end - 1):
        end += 1
    inserted = _HALF.sub("", edit.inserted) if _PAIR.search(old, start, end) else edit.inserted
    return Edit(start, end, inserted)
