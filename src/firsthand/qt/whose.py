"""Whose the stretches of a paragraph are, in the six kinds that the page shows. Pure; no Qt, no colours.

    >>> from firsthand.provenance import Origin, Source, Span
    >>> spans = [Span(0, 10, Source(Origin.TYPED)), Span(10, 14, Source(Origin.MODEL, "s1"))]
    >>> [(p.start, p.end, p.kind.value) for p in pieces(spans)]
    [(0, 10, 'author'), (10, 14, 'model')]
    >>> {kind.value: share for kind, share in shares(pieces(spans)).items()}
    {'author': 0.7142857142857143, 'model': 0.2857142857142857}

Places are UTF-16 units of the text.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from firsthand.provenance import Origin, Span


class Kind(StrEnum):
    """In the order in which the parts of a bar stand."""

    AUTHOR = "author"
    MODEL = "model"
    RETYPED = "retyped"
    REVISED = "revised"
    ELSEWHERE = "elsewhere"
    """Pasted, imported, or changed outside."""
    TOOL = "tool"


class Piece(Struct, frozen=True):
    """The units from ``start`` up to ``end``, of one kind."""

    start: int
    end: int
    kind: Kind

    def meets(self, start: int, end: int) -> bool:
        """Whether a part of it lies between ``start`` and ``end``."""
        return self.start < end and self.end > start

    def cut(self, start: int, end: int) -> "Piece":
        """The part of it that does."""
        return Piece(max(self.start, start), min(self.end, end), self.kind)


_KINDS = {
    Origin.TYPED: Kind.AUTHOR,
    Origin.MODEL: Kind.MODEL,
    Origin.RETYPED: Kind.RETYPED,
    Origin.PASTED: Kind.ELSEWHERE,
    Origin.IMPORTED: Kind.ELSEWHERE,
    Origin.OUTSIDE: Kind.ELSEWHERE,
    Origin.TOOL: Kind.TOOL,
}


def pieces(spans: Iterable[Span], revised: Iterable[tuple[int, int]] = ()) -> list[Piece]:
    """The pieces that tile the spans; ``revised`` are the ranges, in order, that stand in for a suggestion's words."""
    stand_ins = list(revised)
    out: list[Piece] = []
    for span in spans:
        kind = _KINDS[span.origin]
        for start, end, inside in _divided(span.start, span.end, stand_ins if kind is Kind.AUTHOR else []):
            _add(out, Piece(start, end, Kind.REVISED if inside else kind))
    return out


def amounts(found: Iterable[Piece]) -> dict[Kind, int]:
    """How many units there are of each kind, in the order of ``Kind``; those that are not there are left out."""
    units = dict.fromkeys(Kind, 0)
    for piece in found:
        units[piece.kind] += piece.end - piece.start
    return {kind: count for kind, count in units.items() if count}


def kinds_of(units: Mapping[Origin, int], instead: int) -> dict[Kind, int]:
    """``amounts`` of a text that has these units of each origin, ``instead`` of the typed ones as stand-ins."""
    found = dict.fromkeys(Kind, 0)
    for origin, count in units.items():
        found[_KINDS[origin]] += count
    found[Kind.AUTHOR] -= instead
    found[Kind.REVISED] += instead
    return {kind: count for kind, count in found.items() if count}


def parts_of(units: dict[Kind, int]) -> dict[Kind, float]:
    """The share of each kind; spaces the program put in count only where nothing else is."""
    counted = {**units, Kind.TOOL: 0} if set(units) - {Kind.TOOL} else units
    total = sum(counted.values())
    return {kind: count / total for kind in Kind if (count := counted.get(kind, 0))}


def shares(found: Iterable[Piece]) -> dict[Kind, float]:
    """The share of each kind, in the order of ``Kind``."""
    found = list(found)
    if len(found) == 1:  # as in most paragraphs that are painted
        return {found[0].kind: 1.0}
    return parts_of(amounts(found))


def _divided(start: int, end: int, ranges: list[tuple[int, int]]) -> Iterable[tuple[int, int, bool]]:
    """``start`` to ``end`` cut where ``ranges`` begin and end, and whether each part lies in one of them."""
    at = start
    for first, last in ranges:
        if last <= at or first >= end:
            continue
        if first > at:
            yield at, first, False
        yield max(at, first), min(last, end), True
        at = min(last, end)
    if at < end:
        yield at, end, False


def _add(out: list[Piece], piece: Piece) -> None:
    if out and out[-1].kind is piece.kind and out[-1].end == piece.start:
        out[-1] = Piece(out[-1].start, piece.end, piece.kind)
    else:
        out.append(piece)
