"""What stands where a model's words stood.

A suggestion that was put into a text is a passage. The author may since have replaced a part of it; the words that
stand in its place are the author's, and named apart. They are found in the final spans alone. A *stand-in* is typed
text

- between two surviving pieces of one passage, where the passage's own words that lay between them are gone, or
- next to the first or last surviving piece whose beginning or end is gone, as far as the sentence goes,

and not longer than twice what is gone and 60 units, so that new text is not mistaken for a revision.

    >>> from firsthand.provenance import Change, Origin, Source, TrackedText
    >>> text = TrackedText("locked since Friday.", Source(Origin.MODEL, "s"))
    >>> _ = text.apply(Change(13, 6, "the burial"))
    >>> [(s.start, s.end, s.missing) for s in stand_ins(text.units(), list(text.spans()), {"s": [(0, 20)]})]
    [(13, 23, 6)]
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from firsthand.patterns import late
from firsthand.provenance.origins import Origin, Span

Ranges = Sequence[tuple[int, int]]

_SENTENCE_END = late(r"[.!?…][”’\"')\]]*(?=\s|$)|\n")


class StandIn(msgspec.Struct, frozen=True):
    """Typed text from ``start`` to ``end`` in the place of ``missing`` units of a suggestion, from offset ``lost``."""

    start: int
    end: int
    suggestion: str
    lost: int
    missing: int


def stand_ins(units: str, spans: Sequence[Span], put_in: Mapping[str, Ranges]) -> list[StandIn]:
    """The stand-ins of a text, in order. ``put_in`` gives, by suggestion, the ranges of it that were inserted."""
    alive = _surviving(spans)
    out: list[StandIn] = []
    for index, span in enumerate(spans):
        ref = span.source.ref
        if span.origin is not Origin.MODEL or ref is None:
            continue
        end = span.offset + span.end - span.start
        following = _next_model(spans, index)
        if following is not None and following.source == span.source and following.offset > end:
            out += _between(spans, index, following, _gone(alive[ref], end, following.offset), end)
            continue
        stop = _range_end(put_in.get(ref, ()), span.offset)
        gone = _gone(alive[ref], end, stop)
        if gone and index + 1 < len(spans) and spans[index + 1].origin is Origin.TYPED:
            out += _after(units, spans[index + 1], ref, gone, end)
    out += _heads(units, spans, put_in, alive)
    return sorted(_apart(out), key=lambda s: s.start)


def _apart(found: list[StandIn]) -> list[StandIn]:
    taken: dict[int, StandIn] = {}
    for one in found:
        taken.setdefault(one.start, one)
    out: list[StandIn] = []
    for one in sorted(taken.values(), key=lambda s: s.start):
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


def _surviving(spans: Sequence[Span]) -> dict[str, list[tuple[int, int]]]:
    alive: dict[str, list[tuple[int, int]]] = {}
    for span in spans:
        if span.origin is Origin.MODEL and span.source.ref is not None:
            alive.setdefault(span.source.ref, []).append((span.offset, span.offset + span.end - span.start))
    return alive


def _next_model(spans: Sequence[Span], index: int) -> Span | None:
    for span in spans[index + 1 :]:
        if span.origin is Origin.MODEL:
            return span
    return None


def _gone(alive: Ranges, start: int, end: int) -> int:
    """How many units of the suggestion from ``start`` to ``end`` survive nowhere in the text."""
    covered = sum(max(0, min(end, b) - max(start, a)) for a, b in alive)
    return max(0, end - start - covered)


def _range_end(ranges: Ranges, offset: int) -> int:
    return max((b for a, b in ranges if a <= offset < b), default=0)


def _range_start(ranges: Ranges, offset: int) -> int:
    return min((a for a, b in ranges if a <= offset < b), default=offset)


def _limit(gone: int) -> int:
    return 2 * gone + 60


def _between(spans: Sequence[Span], index: int, following: Span, gone: int, lost: int) -> list[StandIn]:
    inside = []
    for span in spans[index + 1 :]:
        if span is following:
            break
        if span.origin is Origin.TYPED:
            inside.append(span)
    if not gone or sum(s.end - s.start for s in inside) > _limit(gone):
        return []
    ref = following.source.ref or ""
    return [StandIn(s.start, s.end, ref, lost, gone if i == 0 else 0) for i, s in enumerate(inside)]


def _after(units: str, span: Span, ref: str, gone: int, lost: int) -> list[StandIn]:
    match = _SENTENCE_END().search(units, span.start, span.end)
    end = match.end() - (match[0] == "\n") if match else span.end
    fits = span.start < end <= span.start + _limit(gone) and units[span.start : end].strip()
    return [StandIn(span.start, end, ref, lost, gone)] if fits else []


def _nearest(units: str, span: Span, most: int) -> int:
    """From where on the end of a sentence is worth looking for, if no more than ``most`` units may come after it."""
    near = max(span.start, span.end - most)
    while near > span.start and not units[near - 1].isalnum():
        near -= 1
    return near


def _heads(
    units: str, spans: Sequence[Span], put_in: Mapping[str, Ranges], alive: Mapping[str, Ranges]
) -> list[StandIn]:
    out = []
    for before, span in pairwise(spans):
        ref = span.source.ref
        if span.origin is not Origin.MODEL or ref is None or before.origin is not Origin.TYPED:
            continue
        first = _range_start(put_in.get(ref, ()), span.offset)
        gone = _gone(alive[ref], first, span.offset)
        if not gone:
            continue
        near = _nearest(units, before, _limit(gone))
        ends = [match.end() for match in _SENTENCE_END().finditer(units, near, before.end)]
        if not ends and near > before.start:
            continue
        start = ends[-1] if ends else near
        start += len(units[start : before.end]) - len(units[start : before.end].lstrip())
        if start < before.end and before.end - start <= _limit(gone):
            out.append(StandIn(start, before.end, ref, first, gone))
    return out
