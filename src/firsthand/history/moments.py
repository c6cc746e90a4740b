"""Which of a scene's many versions are worth showing.

A version may be there for several occasions. A stretch of writing ends where the scene then rests for ``REST``; a save
counts only where no other moment lies close before it, for scenes are saved at every pause. What was one act is shown
once, with what was found out about it. Times are milliseconds since 1970 (UTC).
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec

from firsthand.history.changes import Cause, Changed, Found

REST = 5 * 60_000
"""Milliseconds without a change that end a stretch of writing."""

BETWEEN = 10 * 60_000
"""Milliseconds from one moment to a save that is shown for itself."""


class Occasion(StrEnum):
    """Why a version is worth showing."""

    WRITTEN = "written"
    """A stretch of writing ended."""
    SUGGESTION = "suggestion"
    BROUGHT = "brought"
    """A paste, a drop, an import or another program brought text."""
    RESTORED = "restored"
    JOINED = "joined"
    """What another computer wrote apart was joined."""
    SAVED = "saved"
    NAMED = "named"


_OCCASIONS = {
    Cause.SUGGESTION: Occasion.SUGGESTION,
    Cause.PASTE: Occasion.BROUGHT,
    Cause.DROP: Occasion.BROUGHT,
    Cause.IMPORT: Occasion.BROUGHT,
    Cause.OUTSIDE: Occasion.BROUGHT,
    Cause.RESTORE: Occasion.RESTORED,
    Cause.JOIN: Occasion.JOINED,
}
_OF_FILES = (Cause.IMPORT, Cause.OUTSIDE, Cause.JOIN)
_AT_ONCE = 1000  # milliseconds between what the program does in one go


class Moment(msgspec.Struct, frozen=True):
    """A version worth showing: its number, when its last change was over, its length in UTF-16 units, why it is shown,
    and the names the author gave it."""

    number: int
    when: int
    length: int
    occasions: tuple[Occasion, ...]
    names: tuple[str, ...] = ()


class Mark(NamedTuple):
    """A change: its record, when it began and was over, and how long the text was then."""

    record: Changed | Found
    began: int
    ended: int
    length: int


class Saving(NamedTuple):
    """A save: which version it was of, and when."""

    number: int
    when: int


def moments(marks: Sequence[Mark], saves: Iterable[Saving], named: Iterable[tuple[int, str]]) -> list[Moment]:
    """The moments of a scene in the order of their versions, each version once.

    ``named`` are versions and their names. The empty scene is no moment.
    """
    why = _of_changes(marks)
    names: dict[int, list[str]] = {}
    for number, name in named:
        names.setdefault(number, []).append(name)
    saved = {save.number: save.when for save in reversed(list(saves))}
    out: list[Moment] = []
    shown = marks[0].began if marks else 0
    for number in sorted({*why, *names, *saved} - {0}):
        occasions = why.get(number, []) + [Occasion.NAMED] * (number in names)
        if number in saved and (occasions or saved[number] - shown >= BETWEEN):
            occasions.append(Occasion.SAVED)
        if occasions:
            shown = marks[number - 1].ended
            length = marks[number - 1].length
            out.append(Moment(number, shown, length, tuple(occasions), tuple(names.get(number, ()))))
    return out


def _of_changes(marks: Sequence[Mark]) -> dict[int, list[Occasion]]:
    """The versions that are moments for what was changed, or because nothing was for long afterwards."""
    why: dict[int, list[Occasion]] = {}
    brought: tuple[Cause, Occasion] | None = None  # the act that goes on
    for number, mark in enumerate(marks, 1):
        following = marks[number] if number < len(marks) else None
        if isinstance(mark.record, Changed):
            occasion = _OCCASIONS.get(mark.record.cause)
            brought = (mark.record.cause, occasion) if occasion is not None else None
        if brought is not None and not _goes_on(brought[0], mark, following):
            why.setdefault(number, []).append(brought[1])
            brought = None
        if following is None or following.began - mark.ended >= REST:
            why.setdefault(number, []).append(Occasion.WRITTEN)
    return why


def _goes_on(cause: Cause, mark: Mark, following: Mark | None) -> bool:
    """Whether what follows belongs to the same act, or is found out about it."""
    if following is None:
        return False
    if isinstance(following.record, Found):
        return following.began - mark.ended < _AT_ONCE
    at_once = cause in _OF_FILES and following.record.cause is cause and following.began - mark.ended < _AT_ONCE
    return following.record.joins or at_once
