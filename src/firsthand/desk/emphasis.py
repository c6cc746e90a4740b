"""Emphasis in a scene's Markdown: where it is, and what sets or takes away its signs.

One sign on each side is emphasis (italics), two are strong (bold), three are both. No emphasis goes over the end of a
paragraph. The signs are the author's own typing: who presses the keys for italics writes stars. Places are UTF-16
units.
"""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from firsthand.desk.draft import Draft
from firsthand.patterns import late
from firsthand.provenance import Change

EMPHASIS = re.compile(
    r"(?P<stars>\*{1,3})(?=[^\s*])(?:[^*]*[^\s*])?(?P=stars)(?!\*)"
    r"|(?<![\w_])(?P<lines>_{1,2})(?=[^\s_])(?:[^_]*[^\s_])?(?P=lines)(?![\w_])"
)
"""A stretch with the same signs at both ends."""

_WORD = late(r"\w+(?:['’-]\w+)*")


class Strength(IntEnum):
    """How many signs stand on each side."""

    ITALIC = 1
    BOLD = 2


class _Edit(NamedTuple):
    """So many units at a place become other signs; what is put in stands outside the words (``opens`` them or not)."""

    at: int
    removed: int
    signs: str
    opens: bool


def toggle(draft: Draft, start: int, end: int, strength: Strength) -> tuple[int, int]:
    """Set a stretch of the scene off, or no longer if all of it is; one step of undo. The stretch as it stands then.

    Without a stretch it is the word at that place; where there is none, the signs are put round the place.
    """
    units = draft.text.units()
    lines = list(_paragraphs(units, start, end))
    takes_away = all(_set_off(units[a:b], s - a, e - a, strength) for a, b, s, e in lines)
    edits = [
        edit._replace(at=edit.at + a)
        for a, b, s, e in lines
        if takes_away or not _set_off(units[a:b], s - a, e - a, strength)
        for edit in _edits(units[a:b], s - a, e - a, strength)
    ]
    draft.end_group()
    with draft.together():
        for edit in sorted(edits, reverse=True):
            draft.apply(Change(edit.at, edit.removed, edit.signs))
    return _moved(start, edits, opens=True), _moved(end, edits, opens=start == end)


def _paragraphs(units: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Each paragraph from where to where, and what of it is meant, without the blanks at its ends."""
    first = units.rfind("\n", 0, start) + 1
    while first <= end:
        last = units.find("\n", first)
        last = len(units) if last < 0 else last
        a, b = max(first, start), min(last, end)
        inside = units[a:b]
        if start == end:
            yield first, last, start, end
        elif inside.strip():
            yield first, last, b - len(inside.lstrip()), a + len(inside.rstrip())
        first = last + 1


def _around(units: str, start: int, end: int) -> re.Match[str] | None:
    """The emphasis that holds all of a stretch."""
    found = EMPHASIS.finditer(units)
    return next((one for one in found if one.start() <= start and end <= one.end()), None)


def _set_off(units: str, start: int, end: int, strength: Strength) -> bool:
    found = _around(units, start, end)
    return found is not None and _signs(found) in (strength, Strength.ITALIC + Strength.BOLD)


def _signs(found: re.Match[str]) -> int:
    return len(found["stars"] or found["lines"])


def _edits(units: str, start: int, end: int, strength: Strength) -> Iterable[_Edit]:
    found = _around(units, start, end)
    if found is not None:
        have = _signs(found)
        on = have in (strength, Strength.ITALIC + Strength.BOLD)
        signs = "*" * (have - strength if on else have + strength)
        return [_Edit(found.start(), have, signs, True), _Edit(found.end() - have, have, signs, False)]
    if start == end:
        around = [word for word in _WORD().finditer(units) if word.start() <= start <= word.end()]
        start, end = around[0].span() if around else (start, end)
    inner = [one for one in EMPHASIS.finditer(units, start, end) if one.end() <= end]
    signs = "*" * strength
    return [
        _Edit(start, 0, signs, True),
        *(_Edit(at, _signs(one), "", True) for one in inner for at in (one.start(), one.end() - _signs(one))),
        _Edit(end, 0, signs, False),
    ]


def _moved(place: int, edits: Iterable[_Edit], *, opens: bool) -> int:
    """Where a place is after the edits; ``opens``: at a place where signs come in, behind those that open."""
    out = place
    for edit in edits:
        if edit.at + edit.removed <= place and (edit.at < place or edit.removed or (edit.opens and opens)):
            out += len(edit.signs) - edit.removed
        elif edit.at < place:
            out += edit.at - place + min(len(edit.signs), place - edit.at)
    return out
