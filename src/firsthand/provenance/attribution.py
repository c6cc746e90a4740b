"""From what was recognised to whose each unit is: the runs of findings.

A finding changes only units whose source is the one that was observed, so that it never touches text which stood
there before. White space and punctuation go with the words they stand between; beyond the first and the last word they
go with them as far as they are the same, but white space only where a whole text is known again. Places and
lengths are UTF-16 units.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from firsthand.provenance.origins import Finding, Origin, Rule, Run, Source, join_runs
from firsthand.provenance.seen import Match
from firsthand.provenance.suggested import Hit
from firsthand.provenance.text import TrackedText
from firsthand.provenance.tokens import Token

Found = tuple[int, tuple[Run, ...]]
"""A finding: where a stretch of a text begins, and of which sources it is."""


_Same = Callable[[str, str], bool]


class _Piece(NamedTuple):
    """The units from ``start`` up to ``end`` of a text are those from ``place`` on of another."""

    start: int
    end: int
    place: int


def by_match(
    text: TrackedText, start: int, end: int, mine: Sequence[Token], match: Match, observed: Source
) -> list[Found]:
    """What stands from ``start`` to ``end``, observed as ``observed``, has the runs of what it was matched with."""
    found = mine[match.first : match.last]
    stretch = text.units(start, end), start
    whole = match.units, 0
    out: list[Found] = []
    for piece in _pieces(stretch, found, whole, match.tokens, spaces=len(found) == len(mine)):
        runs = _cut(match.runs, piece.place, piece.end - piece.start)
        out += _over(text, piece.start, runs, match.rule, lambda source: source == observed)
    return _joined(out)


def by_hits(
    text: TrackedText, mine: Sequence[Token], hits: Sequence[Hit], origin: Origin, may: Callable[[Source], bool]
) -> list[Found]:
    """The words that are a suggestion's are of ``origin``, where what was observed ``may`` be found otherwise."""
    out: list[Found] = []
    for group in _groups(hits):
        shown, rule = group[0].shown, group[0].rule
        first, last = mine[group[0].mine], mine[group[-1].mine]
        start, end = max(0, first.start - 4), min(len(text), last.end + 4)
        stretch = text.units(start, end), start
        found = [mine[hit.mine] for hit in group]
        theirs = [shown.tokens[hit.theirs] for hit in group]
        for piece in _pieces(stretch, found, (shown.units, 0), theirs, spaces=False):
            run = Run(piece.end - piece.start, Source(origin, shown.id), piece.place)
            out += _over(text, piece.start, (run,), rule, may)
    return _joined(out)


def by_range(
    text: TrackedText, start: int, end: int, place: int, suggestion: str, rule: Rule, observed: Source
) -> list[Found]:
    """What stands from ``start`` to ``end`` is a suggestion's from its unit ``place`` on."""
    run = Run(end - start, Source(Origin.MODEL, suggestion), place)
    return _joined(list(_over(text, start, (run,), rule, lambda source: source == observed)))


def _groups(hits: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Hits that go on from each other in both texts, by one rule."""
    group: list[Hit] = []
    for hit in hits:
        last = group[-1] if group else None
        if last is not None and hit == Hit(last.mine + 1, last.shown, last.theirs + 1, last.rule):
            group.append(hit)
            continue
        if group:
            yield group
        group = [hit]
    if group:
        yield group


def _pieces(
    mine: tuple[str, int], found: Sequence[Token], theirs: tuple[str, int], known: Sequence[Token], *, spaces: bool
) -> Iterator[_Piece]:
    """How the stretch ``found`` of one text lies over the stretch ``known`` of another, word by word and gap by gap.

    A text is given with where it begins. A piece may be longer than what it lies over.
    """
    same = _same if spaces else _same_mark
    head = _same_before(mine, found[0].start, theirs, known[0].start, same)
    first, place = found[0].start, known[0].start
    if len(found[0].form) < len(known[0].form):  # the beginning of a word was cut off
        place = known[0].end - (found[0].end - first)
    yield _Piece(first - head, first, known[0].start - head)
    for index, (a, b) in enumerate(zip(found, known, strict=True)):
        yield _Piece(a.start, a.end, place if index == 0 else b.start)
        if index + 1 < len(found):
            yield _Piece(a.end, found[index + 1].start, b.end)
    tail = _same_after(mine, found[-1].end, theirs, known[-1].end, same)
    yield _Piece(found[-1].end, found[-1].end + tail, known[-1].end)


def _same_before(mine: tuple[str, int], a: int, theirs: tuple[str, int], b: int, same: _Same) -> int:
    count = 0
    a, b = a - mine[1], b - theirs[1]
    while count < min(a, b) and same(mine[0][a - count - 1], theirs[0][b - count - 1]):
        count += 1
    return count


def _same_after(mine: tuple[str, int], a: int, theirs: tuple[str, int], b: int, same: _Same) -> int:
    count = 0
    a, b = a - mine[1], b - theirs[1]
    while a + count < len(mine[0]) and b + count < len(theirs[0]) and same(mine[0][a + count], theirs[0][b + count]):
        count += 1
    return count


def _same_mark(one: str, other: str) -> bool:
    """``_same``, and no white space."""
    return not one.isspace() and _same(one, other)


def _same(one: str, other: str) -> bool:
    """Whether two units are the same, and no part of a word."""
    return not one.isalnum() and (one == other or {one, other} in _QUOTES)


_QUOTES = ({'"', "“"}, {'"', "”"}, {"'", "‘"}, {"'", "’"}, {" ", "\u00a0"})


def _cut(runs: Sequence[Run], start: int, length: int) -> tuple[Run, ...]:
    """``length`` units of some runs from ``start`` on; the last one is drawn out if they end before."""
    out: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start, at), min(start + length, at + run.length)
        if first < last:
            out.append(Run(last - first, run.source, run.offset + first - at if run.source.ref is not None else 0))
        at += run.length
    missing = length - sum(run.length for run in out)
    if missing > 0 and runs:
        end = out[-1] if out else runs[-1]
        out.append(Run(missing, end.source, end.offset + end.length if end.source.ref is not None else 0))
    return tuple(out)


def _over(
    text: TrackedText, start: int, runs: tuple[Run, ...], rule: Rule, may: Callable[[Source], bool]
) -> Iterator[Found]:
    """The findings that say ``runs`` of what stands at ``start``, where what was observed there ``may`` be changed."""
    length = sum(run.length for run in runs)
    for span in text.spans(start, start + length) if length else ():
        if not may(span.source):
            continue
        seen = span.source.observed
        finding = Finding(rule, seen.origin, seen.ref)
        cut = _cut(runs, span.start - start, span.end - span.start)
        yield (
            span.start,
            tuple(Run(run.length, Source(run.source.origin, run.source.ref, finding), run.offset) for run in cut),
        )


def _joined(found: list[Found]) -> list[Found]:
    """Findings that follow each other made one."""
    out: list[Found] = []
    for at, runs in found:
        if out and out[-1][0] + sum(run.length for run in out[-1][1]) == at:
            out[-1] = out[-1][0], join_runs((*out[-1][1], *runs))
        else:
            out.append((at, join_runs(runs)))
    return out
