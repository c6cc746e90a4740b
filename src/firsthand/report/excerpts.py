"""A passage as it stands now: its sentence or sentences from the text, cut into pieces that say whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.provenance.units import from_units
from firsthand.report.amounts import Piece, Range
from firsthand.report.figures import Passage
from firsthand.report.scene_text import OF_A_MODEL

_END = re.compile(r"[.!?…][”’“‘»«\"')\]]*\s|\n")
_CONTEXT = 240
"""The most units of text shown before the first and after the last piece."""
_APART = 400
"""Pieces further apart than this, in units, are shown as two excerpts."""
_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Marked:
    """A piece of text. ``kind``: ``model``, ``retyped`` or ``revised`` (of this passage), ``other-model``, ``other``,
    ``typed``."""

    kind: str
    text: str


def excerpts(units: str, spans: Sequence[Piece], passage: Passage) -> list[list[Marked]]:
    """What stands where a passage was put, with the rest of its sentence; nothing if no piece of it is left.

    ``units`` is the scene's text in unit form, ``spans`` tile it.
    """
    return [_marked(units, spans, passage, _sentence(units, place)) for place in _places(passage)]


def plain(text: str) -> str:
    """The text without lone surrogates, which a page cannot hold: each is shown as U+FFFD."""
    return _LONE.sub("\ufffd", text)


def _places(passage: Passage) -> list[Range]:
    """Stretches of the text that hold pieces of the passage, those near each other joined."""
    places: list[Range] = []
    for start, end in sorted((*passage.now, *passage.stand_ins)):
        if places and start - places[-1][1] <= _APART:
            places[-1] = places[-1][0], max(end, places[-1][1])
        else:
            places.append((start, end))
    return places


def _sentence(units: str, place: Range) -> Range:
    """The place widened to its sentences, without the white space around them."""
    start, end = place
    first = max(0, start - _CONTEXT)
    ends = [match.end() for match in _END.finditer(units, first, start)]
    begin = ends[-1] if ends else first
    ended = start < end and _END.search(units[max(start, end - 4) : end] + " ")
    match = _END.search(units, end, end + _CONTEXT)
    stop = end if ended else match.end() if match else min(len(units), end + _CONTEXT)
    begin, stop = _off_pairs(units, begin, -1), _off_pairs(units, stop, 1)
    shown = units[begin:stop]
    return begin + len(shown) - len(shown.lstrip()), stop - len(shown) + len(shown.rstrip())


def _off_pairs(units: str, at: int, step: int) -> int:
    """The place itself, or the next one if it would part a surrogate pair."""
    inside = 0 < at < len(units) and "\udc00" <= units[at] <= "\udfff" and "\ud800" <= units[at - 1] <= "\udbff"
    return at + step * inside


def _marked(units: str, spans: Sequence[Piece], passage: Passage, shown: Range) -> list[Marked]:
    out: list[Marked] = []
    for start, end, origin, suggestion in spans:
        if end <= shown[0] or start >= shown[1]:
            continue
        if origin in OF_A_MODEL:
            kind = str(origin) if (origin, suggestion) == (passage.origin, passage.suggestion) else "other-model"
        else:
            kind = "typed" if origin == "typed" else "other"
        out += _cut(units, (max(start, shown[0]), min(end, shown[1])), kind, passage.stand_ins)
    return out


def _cut(units: str, part: Range, kind: str, stand_ins: Sequence[Range]) -> list[Marked]:
    """One span's part of an excerpt, in which what stands in place of the passage is marked ``revised``."""
    edges = {part[0], part[1]} | {edge for r in stand_ins for edge in r if part[0] < edge < part[1]}
    out = []
    for start, end in pairwise(sorted(edges)):
        inside = kind == "typed" and any(a <= start and end <= b for a, b in stand_ins)
        out.append(Marked("revised" if inside else kind, plain(from_units(units[start:end]))))
    return out
