"""One scene open for writing: the one way a change of text takes, and its undo.

``apply`` makes a change in the tracked text, appends it to the history, remembers its inverse and tells the listeners;
typing, paste, accepted suggestions and outside edits all come through it. Undo is a list of groups of inverses. A
group is what a writer would take back at once: a word typed without a pause. It never spans a caret jump, a paste or a
suggestion. An undo is a change like any other, so that it is recorded too.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from firsthand.desk.carrier import Carrier
from firsthand.history import Cause, SceneState
from firsthand.manuscript import Entry
from firsthand.provenance import Change, Origin, Run, Source, TrackedText, join_runs
from firsthand.provenance.difference import edits
from firsthand.provenance.recognition import Found, Recogniser
from firsthand.provenance.units import length, to_units

__all__ = ["Cause", "Draft", "Listener"]

PAUSE = 3000  # milliseconds without a key that end a group of undo
_MOST_UNDO = 4_000_000  # UTF-16 units that the inverses may hold, per scene

ONE_PIECE = 20
"""UTF-16 units that no key brings at once: text this long that came in one piece is looked up as a paste is."""

_FROM_OUTSIDE = frozenset({Cause.PASTE, Cause.DROP})

Listener = Callable[[Change, Cause], None]


class _Group:
    """Inverses that are undone together, the latest last."""

    __slots__ = ("cause", "deleting", "end", "inverses", "when")

    def __init__(self, cause: Cause, when: int) -> None:
        self.cause = cause
        self.when = when
        self.inverses: list[Change] = []
        self.end = -1
        self.deleting = False


def _weight(change: Change) -> int:
    return len(change.inserted) + 8


class Draft:
    """A scene being written. All lengths and places are UTF-16 units.

    ``clock`` gives milliseconds since 1970 (UTC); ``record`` takes each change on its way to the history. ``carrier``
    takes passages out of the manuscript and into it.
    """

    def __init__(
        self,
        entry: Entry,
        state: SceneState,
        record: Callable[[str, Change, Cause], None],
        resynced: Callable[[str, str], None],
        clock: Callable[[], int],
        recogniser: Recogniser,
    ) -> None:
        self.entry = entry
        self.state = state
        self.caret = 0
        self.carrier = Carrier()
        self.dirty = False
        self._record = record
        self._resynced = resynced
        self._clock = clock
        self._recogniser = recogniser
        self._listeners: list[Listener] = []
        self._undo: list[_Group] = []
        self._redo: list[_Group] = []
        self._weight = 0
        self._one: _Group | None = None
        self._joining = False

    @property
    def text(self) -> TrackedText:
        return self.state.text

    @property
    def title(self) -> str:
        return self.entry.title

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def apply(self, change: Change, cause: Cause = Cause.TYPE) -> None:
        """Make a change. ValueError, and nothing changed, if it lies outside the text."""
        inverse = self._make(change, cause)
        if inverse is None:
            return
        self._redo.clear()
        group = self._group_for(change, cause)
        group.inverses.append(inverse)
        self._weight += _weight(inverse)
        self._forget_oldest()
        group.when = self._clock()
        group.end = change.at + length(change.inserted)

    def bring(self, at: int, removed: int, text: str, cause: Cause) -> None:
        """Put text that came from outside (a paste, a drop) in the place of ``removed`` units at ``at``.

        What stood there before and stands in ``text`` too stays whose it was. What is recognised gets the origins that
        it had; the rest is ``pasted``, of a paste of its own.
        """
        source = Source(Origin.PASTED, self.new_ref(cause.value))
        self.apply(Change(at, removed, text, self._over(at, removed, text, source) if removed else source), cause)

    def settle(self) -> None:
        """The author pauses: look at the words that were typed last as if they were finished."""
        self._find_all(self._recogniser.settled(self.entry.id))

    def find(self, at: int, runs: tuple[Run, ...]) -> None:
        """Make a finding: the text that stands at ``at`` is of these sources. No text changes, and nothing to undo.

        ValueError if it lies outside the text.
        """
        self._make(self.state.find(at, runs), Cause.FOUND)

    def undo(self) -> bool:
        """Take back the last group of changes; False if there is none."""
        return self._turn(self._undo, self._redo, Cause.UNDO)

    def redo(self) -> bool:
        """Make again what was last taken back; False if there is nothing."""
        return self._turn(self._redo, self._undo, Cause.REDO)

    @contextmanager
    def together(self) -> Iterator[None]:
        """The changes made inside are undone as one, as they were one act of the author's."""
        outer = self._joining
        self._joining = True
        try:
            yield
        finally:
            self._joining = outer
            if not outer:
                self.end_group()
                self._one = None

    def end_group(self) -> None:
        """The next change begins a new group of undo: the caret jumped, or the page lost the focus."""
        if self._undo:
            self._undo[-1].end = -1

    def forget_undo(self) -> None:
        """What was done so far cannot be taken back: it was not the author's doing."""
        self._undo.clear()
        self._redo.clear()
        self._weight = 0

    def insert_suggestion(self, at: int, removed: int, text: str, suggestion: str, offset: int = 0) -> None:
        """Put a suggestion, or a part of it that begins at ``offset``, at the place the author chose.

        White space that the join needs (a space after a word) is put in as the program's own, not the model's; a space
        too many is left out.
        """
        source = Source(Origin.MODEL, suggestion)
        before = self.text.units(max(0, at - 1), at)
        after = self.text.units(at + removed, min(len(self.text), at + removed + 1))
        if not before or before.isspace():
            offset += len(text) - len(text.lstrip())
            text = text.lstrip()
        runs: list[Run] = [Run(length(text), source, offset)]
        if before and not before.isspace() and text[:1] not in "'’,.;:!?)…" and not text[:1].isspace():
            text, runs = " " + text, [Run(1, Source(Origin.TOOL, "spacing")), *runs]
        if after and not after.isspace() and after not in ",.;:!?)…’”" and not text[-1:].isspace():
            text, runs = text + " ", [*runs, Run(1, Source(Origin.TOOL, "spacing"))]
        self.apply(Change(at, removed, text, join_runs(runs)), Cause.SUGGESTION)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have ``listener`` called after every change with it and its cause; call what this returns to end that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def new_ref(self, kind: str) -> str:
        """A fresh name for a paste or drop, for example ``paste:5f0c2a``."""
        return f"{kind}:{secrets.token_hex(4)}"

    def resynchronised(self, why: str) -> None:
        """Record that the page and the text had differed."""
        self._resynced(self.entry.id, why)

    def _make(self, change: Change, cause: Cause) -> Change | None:
        if not change.removed and not change.inserted:
            return None
        inverse = self.state.take(change, cause, self._clock())
        self._record(self.entry.id, change, cause)
        self.dirty = self.dirty or cause is not Cause.FOUND
        for listener in tuple(self._listeners):
            listener(change, cause)
        if cause is not Cause.FOUND:
            self._recognise(change, inverse, cause)
        return inverse

    def _recognise(self, change: Change, inverse: Change, cause: Cause) -> None:
        """Look up what came in, and remember what went."""
        scene, came = self.entry.id, inverse.removed
        if inverse.inserted:
            self._recogniser.removed(scene, change.at, inverse.units(), inverse.runs())
        if cause in _FROM_OUTSIDE or (cause is Cause.TYPE and came >= ONE_PIECE):
            self._find_all(self._recogniser.brought(scene, change.at, came))
        elif cause is Cause.TYPE and came:
            self._find_all(self._recogniser.typed(scene, change.at, came))

    def _find_all(self, found: list[Found]) -> None:
        for at, runs in found:
            self.find(at, runs)

    def _over(self, at: int, removed: int, text: str, source: Source) -> tuple[Run, ...]:
        """Whose ``text`` is when it is put over ``removed`` units: what stays the same stays whose it was."""
        runs: list[Run] = []
        place = offset = 0
        for edit in edits(self.text.units(at, at + removed), to_units(text)):
            runs += self.text.runs(at + place, at + edit.start)
            offset += edit.start - place
            if edit.inserted:
                runs.append(Run(len(edit.inserted), source, offset))
            place, offset = edit.end, offset + len(edit.inserted)
        runs += self.text.runs(at + place, at + removed)
        return join_runs(runs)

    def _group_for(self, change: Change, cause: Cause) -> _Group:
        if self._one is not None:
            return self._one
        if self._undo and not self._joining and self._continues(self._undo[-1], change, cause):
            return self._undo[-1]
        group = _Group(cause, self._clock())
        group.deleting = not change.inserted
        self._undo.append(group)
        if self._joining:
            self._one = group
        return group

    def _forget_oldest(self) -> None:
        while self._weight > _MOST_UNDO and len(self._undo) > 1:
            self._weight -= sum(map(_weight, self._undo.pop(0).inverses))

    def _continues(self, group: _Group, change: Change, cause: Cause) -> bool:
        if cause is not Cause.TYPE or group.cause is not Cause.TYPE or group.end < 0:
            return False
        if self._clock() - group.when > PAUSE or group.deleting != (not change.inserted):
            return False
        if group.deleting:
            return change.at in (group.end, group.end - change.removed)
        if change.removed or change.at != group.end:
            return False
        starts_word = not change.inserted[:1].isspace()
        last = self.text.units(change.at - 1, change.at)
        return not (starts_word and last.isspace())

    def _turn(self, source: list[_Group], target: list[_Group], cause: Cause) -> bool:
        if not source:
            return False
        group = source.pop()
        if source is self._undo:
            self._weight -= sum(map(_weight, group.inverses))
        turned = _Group(group.cause, self._clock())
        turned.deleting = group.deleting
        for change in reversed(group.inverses):
            inverse = self._make(change, cause)
            if inverse is not None:
                turned.inverses.append(inverse)
        target.append(turned)
        if target is self._undo:
            self._weight += sum(map(_weight, turned.inverses))
        return True
