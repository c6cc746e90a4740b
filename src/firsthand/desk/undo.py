"""What the author can take back in one scene, and make again: the stacks of undo and redo.

The theory. An ``UndoHistory`` is told of every change as it happens, with its inverse, and of the same changes again
when the history is replayed at the next opening; it looks only at what the record keeps, so that both ways give the
same steps. The record keeps a run of typing as one change: so a run is held as one inverse, however many keys it took,
and it is divided into words when it is taken back, by the text that then stands there. Undoing and redoing are changes
too, and turn the stacks when they are told of. What to apply is said here; the ``Draft`` applies it.

A step is what a writer takes back at once: a word typed, a stretch deleted, a paste, a suggestion, an act of several
changes (those that ``join`` the one before). Typing goes on in one step only where the last key ended, within
``PAUSE``, and unless it is said to stand ``apart``. What another program did to the scene's file is a step of its own,
so that the author's own steps before it are not lost. An import cannot be taken back; findings are no steps.

Places and lengths are UTF-16 units, times are milliseconds since 1970 (UTC).
"""

from collections import deque
from collections.abc import Sequence

import msgspec

from firsthand.history import Cause, Changed, Replay
from firsthand.history.packing import Packer, Unpacker
from firsthand.patterns import late
from firsthand.provenance import Change, TrackedText

PAUSE = 3000
"""Milliseconds without a key that end a step."""

MOST = 4_000_000
"""UTF-16 units that the inverses of one scene may hold, each counted as ``_EACH`` more than its text."""

_EACH = 100
"""What a step itself takes in memory, in UTF-16 units of two bytes."""

_WORD = late(r"[^\s、。，！？；：]+[\s、。，！？；：]*|[\s、。，！？；：]+")
"""A word and what ends it: white space, or the full stop or comma of a script that is written without."""


_TYPE, _OUTSIDE, _IMPORT, _UNDO, _REDO, _FOUND = (
    Cause.TYPE,
    Cause.OUTSIDE,
    Cause.IMPORT,
    Cause.UNDO,
    Cause.REDO,
    Cause.FOUND,
)
"""Looked up once: to find a member of an enumeration takes as long as all else that is done here of a key."""

_CAUSES = list(Cause)


class _Step(msgspec.Struct):
    """The inverses of what is taken back at once, the latest last; with ``words``, one run that goes word by word."""

    inverses: list[Change]
    words: bool = False


class UndoHistory:
    """The steps of one scene that can be taken back or made again.

    ``most`` bounds what the inverses hold, in UTF-16 units: beyond it the oldest steps are forgotten, never the last.
    What was taken back is not counted: it was bounded before, and goes with the next change.
    """

    def __init__(self, most: int = MOST, kept: bytes = b"") -> None:
        self._most = most
        self._kept = kept  # what ``packed`` gave, until any of it is asked for
        self._size = 0
        self._undo: deque[_Step] = deque()
        self._redo: deque[_Step] = deque()
        self._last: Cause | None = None  # of the change before; None where there is no step that could go on
        self._when = 0
        self._due: list[Change] = []  # what is left of the step that is being undone or redone, the next one last

    def packed(self) -> bytes:
        """All of it, as bytes from which it can be made again."""
        if self._kept:
            return self._kept
        pack = Packer()
        for number in (self._size, self._when, -1 if self._last is None else _CAUSES.index(self._last)):
            pack.number(number)
        _pack_changes(pack, self._due)
        for stack in (self._undo, self._redo):
            pack.number(len(stack))
            for step in stack:
                pack.number(int(step.words))
                _pack_changes(pack, step.inverses)
        return bytes([bool(self._undo), bool(self._redo)]) + pack.packed()

    def _unpack(self) -> None:
        give, self._kept = Unpacker(self._kept[2:]), b""
        self._size, self._when, last = give.number(), give.number(), give.number()
        self._last = None if last < 0 else _CAUSES[last]
        self._due = _unpack_changes(give)
        for stack in (self._undo, self._redo):
            for _ in range(give.number()):
                words = bool(give.number())
                stack.append(_Step(_unpack_changes(give), words))

    @property
    def can_undo(self) -> bool:
        return bool(self._kept[0] if self._kept else self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._kept[1] if self._kept else self._redo)

    @property
    def typed_last(self) -> int | None:
        """Where typing ended (UTF-16 units), if the last change was that; None also if nobody has looked for long."""
        if self._kept or self._last is not _TYPE or not self._undo:
            return None
        last = self._undo[-1].inverses[-1]
        return last.at + last.removed

    def undoing(self, text: TrackedText) -> Sequence[Change]:
        """The changes that take back the last step of ``text``, in their order; none if there is none."""
        return self._next(self._undo, text)

    def redoing(self, text: TrackedText) -> Sequence[Change]:
        """The changes that make again what was last taken back, in their order; none if there is nothing."""
        return self._next(self._redo, text)

    def continues(self, change: Change, cause: Cause, when: int) -> bool:
        """Whether the change, made at ``when``, goes on with the typing or the deleting before it."""
        if self._kept:
            self._unpack()
        if self._last is not _TYPE or cause is not _TYPE or when - self._when > PAUSE:
            return False
        last = self._undo[-1].inverses[-1]
        if last.removed:
            return bool(change.inserted) and not change.removed and change.at == last.at + last.removed
        return not change.inserted and change.at <= last.at <= change.at + change.removed

    def take(
        self,
        change: Change,
        inverse: Change,
        cause: Cause,
        when: int,
        *,
        lasted: int = 0,
        joins: bool = False,
        apart: bool = False,
    ) -> None:
        """A change was made at ``when`` and, if it is a run of typing, took ``lasted`` milliseconds.

        ``joins`` says that it is one step with the change before it; ``apart`` that it is none with the typing before.
        """
        if cause is _FOUND:
            return
        if self._kept:
            self._unpack()
        if cause is _UNDO:
            self._turn(self._undo, self._redo, change, inverse, joins=joins)
        elif cause is _REDO:
            self._turn(self._redo, self._undo, change, inverse, joins=joins)
        elif cause is _IMPORT:
            self._forget()
        elif not joins and not apart and self.continues(change, cause, when):
            self._extend(inverse)
        else:
            self._add(inverse, cause, joins=joins or cause is self._last is _OUTSIDE)
        self._when = when + lasted
        if self._size > self._most:
            self._forget_oldest()

    def _add(self, inverse: Change, cause: Cause, *, joins: bool) -> None:
        """A new step, or a further part of the last one; what was taken back before cannot be made again."""
        if self._redo or self._due:
            self._redo.clear()
            self._due.clear()
        if joins and self._undo:
            self._undo[-1].inverses.append(inverse)
            self._undo[-1].words = False
        else:
            self._undo.append(_Step([inverse], cause is _TYPE and inverse.removed > 0))
        self._last = cause
        self._size += _weight(inverse)

    def _extend(self, inverse: Change) -> None:
        """Make the inverse of a further key one with the last inverse."""
        inverses = self._undo[-1].inverses
        last = inverses[-1]
        if last.removed:
            inverses[-1] = Change(last.at, last.removed + inverse.removed, last.inserted, last.origin)
            return
        gone = TrackedText(inverse.inserted, inverse.origin)
        gone.replace(last.at - inverse.at, 0, last.inserted, last.origin)
        inverses[-1] = Change(inverse.at, 0, gone.text, gone.runs())
        self._size += _weight(inverses[-1]) - _weight(last)

    def _next(self, stack: deque[_Step], text: TrackedText) -> Sequence[Change]:
        if self._kept:
            self._unpack()
        if not stack:
            return ()
        step = stack[-1]
        return (_last_word(step.inverses[-1], text),) if step.words else step.inverses[::-1]

    def _turn(
        self, source: deque[_Step], target: deque[_Step], change: Change, inverse: Change, *, joins: bool
    ) -> None:
        """A change that undoes or redoes was made: the first of a step takes this from one stack to the other."""
        self._last = None
        if not joins:
            self._due = self._taken(source, change)
        if not self._due or not _same(self._due.pop(), change):
            self._forget()  # a record that tells of steps which are not known here: nothing can be taken back for sure
            return
        if joins:
            target[-1].inverses.append(inverse)
        else:
            target.append(_Step([inverse]))
        if target is self._undo:
            self._size += _weight(inverse)

    def _taken(self, source: deque[_Step], change: Change) -> list[Change]:
        """Take the last step from a stack, or of a run of typing only the end that the change removes."""
        if not source:
            return []
        step = source[-1]
        last = step.inverses[-1]
        if step.words and change.at > last.at and change.at + change.removed == last.at + last.removed:
            step.inverses[-1] = Change(last.at, change.at - last.at, last.inserted, last.origin)
            return [Change(change.at, change.removed, "")]
        source.pop()
        if source is self._undo:
            self._size -= sum(map(_weight, step.inverses))
        return step.inverses

    def _forget(self) -> None:
        self._undo.clear()
        self._redo.clear()
        self._due.clear()
        self._last = None
        self._size = 0

    def _forget_oldest(self) -> None:
        while self._size > self._most and len(self._undo) > 1:
            self._size -= sum(map(_weight, self._undo.popleft().inverses))


class Undos:
    """The undo of every scene of a manuscript. ``replayed`` goes along with a replay: ``Replay(undos.replayed)``."""

    def __init__(self) -> None:
        self._scenes: dict[str, UndoHistory] = {}

    def of(self, scene: str) -> UndoHistory:
        """The undo of a scene; always the same object for one scene."""
        history = self._scenes.get(scene)
        if history is None:
            history = self._scenes[scene] = UndoHistory()
        return history

    def keep(self, scene: str, packed: bytes) -> None:
        """A scene's undo is what was ``packed``; it is looked at when it is first needed."""
        self._scenes[scene] = UndoHistory(kept=packed)

    def forget(self) -> None:
        """Know of no scene any more."""
        self._scenes.clear()

    def packed(self) -> dict[str, bytes]:
        """The undo of every scene, as bytes."""
        return {scene: history.packed() for scene, history in self._scenes.items()}

    def replayed(self, replay: Replay, record: Changed, when: int) -> None:
        """A change was replayed."""
        change, inverse = replay.latest
        self.of(record.scene).take(
            change, inverse, record.cause, when, lasted=record.ms, joins=record.joins, apart=record.apart
        )


def _pack_changes(pack: Packer, changes: Sequence[Change]) -> None:
    pack.number(len(changes))
    for change in changes:
        pack.change(change)


def _unpack_changes(give: Unpacker) -> list[Change]:
    return [give.change() for _ in range(give.number())]


def _weight(inverse: Change) -> int:
    return len(inverse.inserted) + _EACH


def _same(expected: Change, change: Change) -> bool:
    """Whether two changes do the same to the text, whosever it is."""
    return (expected.at, expected.removed, expected.units()) == (change.at, change.removed, change.units())


def _last_word(run: Change, text: TrackedText) -> Change:
    """What takes the last word of a run of typing back; ``run`` itself, if that is its first."""
    units = text.units(run.at, run.at + run.removed)
    start = 0
    for word in _WORD().finditer(units):
        start = word.start()
    return Change(run.at + start, run.removed - start, "") if start else run
