"""One scene open for writing: the one way a change of text takes.

``apply`` makes a change in the tracked text, appends it to the history, tells the undo of it and then the listeners;
typing, paste, accepted suggestions and outside edits all come through it. An undo is a change like any other, so that
it is recorded too. What is taken back at once is the ``UndoHistory``'s to say; the draft says what changes cannot show:
that the caret had been elsewhere, and which of them were one act.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from firsthand.desk.carrier import Carrier
from firsthand.desk.undo import UndoHistory
from firsthand.history import Cause, SceneState
from firsthand.manuscript import Entry
from firsthand.provenance import Change, Origin, Run, Source, TrackedText, join_runs
from firsthand.provenance.difference import edits
from firsthand.provenance.origins import PLAIN
from firsthand.provenance.recognition import Found, Recogniser
from firsthand.provenance.units import length, to_units

__all__ = ["Cause", "Draft", "Listener"]

ONE_PIECE = 20
"""UTF-16 units that no key brings at once: text this long that came in one piece is looked up as a paste is."""

Listener = Callable[[Change, Cause], None]


class Record(Protocol):
    """Takes a change of a scene, made at ``when`` (milliseconds since 1970, UTC), on its way to the history.

    ``joins`` and ``apart`` are those of ``history.Changed``.
    """

    def __call__(self, scene: str, change: Change, cause: Cause, when: int, /, *, joins: bool, apart: bool) -> None: ...


class Draft:
    """A scene being written. All lengths and places are UTF-16 units.

    ``clock`` gives milliseconds since 1970 (UTC); ``record`` takes each change on its way to the history. ``carrier``
    takes passages out of the manuscript and into it.
    """

    def __init__(
        self,
        entry: Entry,
        state: SceneState,
        record: Record,
        resynced: Callable[[str, str], None],
        clock: Callable[[], int],
        recogniser: Recogniser,
        undo: UndoHistory | None = None,
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
        self._undo = undo or UndoHistory()
        self._together = False
        self._joins = False
        self._apart = True

    @property
    def text(self) -> TrackedText:
        return self.state.text

    @property
    def title(self) -> str:
        return self.entry.title

    @property
    def can_undo(self) -> bool:
        return self._undo.can_undo

    @property
    def can_redo(self) -> bool:
        return self._undo.can_redo

    @property
    def typed_last(self) -> int | None:
        """Where typing ended (UTF-16 units), if that was the last change of the scene."""
        return self._undo.typed_last

    def apply(self, change: Change, cause: Cause = Cause.TYPE) -> None:
        """Make a change. ValueError, and nothing changed, if it lies outside the text."""
        if self._make(change, cause, joins=self._joins):
            self._joins = self._together

    def bring(self, at: int, removed: int, text: str, cause: Cause) -> None:
        """Put text that came from outside (a paste, a drop) in the place of ``removed`` units at ``at``.

        What stood there before and stands in ``text`` too stays whose it was. What is recognised gets the origins that
        it had; the rest is ``pasted``, of a paste of its own.
        """
        source = Source(Origin.PASTED, self.new_ref(cause.value))
        self.apply(Change(at, removed, text, self._over(at, removed, text, source) if removed else source), cause)
        self.recognise(at, length(text), source)

    def recognise(self, at: int, came: int, observed: Source) -> None:
        """Look up the ``came`` units at ``at``, which came in one piece and were seen to be ``observed``."""
        self._find_all(self._recogniser.brought(self.entry.id, at, came, observed))

    def settle(self) -> None:
        """The author pauses: look at the words that were typed last as if they were finished."""
        self._find_all(self._recogniser.settled(self.entry.id))

    def find(self, at: int, runs: tuple[Run, ...]) -> None:
        """Make a finding: the text that stands at ``at`` is of these sources. No text changes, and nothing to undo.

        ValueError if it lies outside the text.
        """
        self._make(self.state.find(at, runs), Cause.FOUND)

    def undo(self) -> bool:
        """Take back the last step; False if there is none."""
        return self._turn(self._undo.undoing(self.text), Cause.UNDO)

    def redo(self) -> bool:
        """Make again what was last taken back; False if there is nothing."""
        return self._turn(self._undo.redoing(self.text), Cause.REDO)

    @contextmanager
    def together(self) -> Iterator[None]:
        """The changes made inside are undone as one, as they were one act of the author's."""
        if self._together:
            yield
            return
        self._together = self._apart = True
        try:
            yield
        finally:
            self._together = self._joins = False
            self._apart = True

    def end_group(self) -> None:
        """The next change begins a new step of undo: the caret jumped, or the page lost the focus."""
        self._apart = True

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

    def _make(self, change: Change, cause: Cause, *, joins: bool = False) -> bool:
        """Make a change and tell everyone of it; False if it changes nothing."""
        if not change.removed and not change.inserted:
            return False
        when = self._clock()
        apart = self._apart and not joins and self._undo.continues(change, cause, when)
        inverse = self.state.take(change, cause, when)
        self._record(self.entry.id, change, cause, when, joins=joins, apart=apart)
        self._undo.take(change, inverse, cause, when, joins=joins, apart=apart)
        if cause is not Cause.FOUND:
            self._apart, self.dirty = False, True
        for listener in tuple(self._listeners):
            listener(change, cause)
        if cause is not Cause.FOUND:
            self._recognise(change, inverse, cause)
        return True

    def _recognise(self, change: Change, inverse: Change, cause: Cause) -> None:
        """Look up what came in, and remember what went."""
        scene, came = self.entry.id, inverse.removed
        self._recogniser.changed(scene, inverse)
        if cause is Cause.TYPE and came >= ONE_PIECE:
            self.recognise(change.at, came, PLAIN[Origin.TYPED])
        elif cause is Cause.TYPE and came:
            self._find_all(self._recogniser.typed(scene, change.at, change.inserted))

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

    def _turn(self, changes: Iterable[Change], cause: Cause) -> bool:
        made = False
        for change in changes:
            made = self._make(change, cause, joins=made)
        return made
