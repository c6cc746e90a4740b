"""Each inserted suggestion followed to the end: what it brought to a scene, and what became of that.

Words kept are words of the final text that lie wholly inside surviving pieces. Words replaced are counted by stand-in:
as many as were typed there, but no more than are missing there. Words that stand in another scene were moved. The rest
is deleted. None of these is ever more than what the passage brought, so that the four add up to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from firsthand.history import Insertion, Replay, moment
from firsthand.provenance import Origin, StandIn, count_words, stand_ins
from firsthand.provenance.units import from_units, to_units
from firsthand.report.amounts import Range
from firsthand.report.figures import Evidence, How, Passage, PassageWords
from firsthand.report.scene_text import SceneText, came_in, joined, pieces, whole_words
from firsthand.report.suggestions import UNKNOWN, manuscript_of

_BETWEEN = 60
"""UTF-16 units of a suggestion, between two stretches that were typed again, that are shown with them."""

Standing = Mapping[str, Mapping[str, Sequence[Range]]]
"""By suggestion and scene, the ranges of the suggestion that stand there."""


@dataclass(frozen=True)
class Ways:
    """All that came from suggestions as one origin: where it stands, and when and where each first came in."""

    origin: Origin
    replay: Replay
    standing: Standing
    first: Mapping[str, tuple[int, str]]
    """By suggestion, the time (milliseconds since 1970, UTC) and the scene."""


def ways(origin: Origin, replay: Replay, scenes: Iterable[SceneText], evidence: Evidence) -> Ways:
    """What ``follow`` needs to know of the whole manuscript, whose scenes are ``scenes``."""
    standing: dict[str, dict[str, list[Range]]] = {}
    for scene in scenes:
        for span in scene.spans:
            if span.origin is origin and span.source.ref is not None:
                ranges = standing.setdefault(span.source.ref, {}).setdefault(scene.id, [])
                ranges.append((span.offset, span.offset + span.end - span.start))
    first: dict[str, tuple[int, str]] = {}
    for name, state in replay.scenes.items():
        for i in came_in(state, evidence)[origin]:
            first[i.suggestion] = min(first.get(i.suggestion, (i.when, name)), (i.when, name))
    return Ways(origin, replay, standing, first)


def follow(scene: SceneText, ways: Ways) -> tuple[tuple[Passage, ...], int]:
    """The passages of a scene in the order they came, and how many words stand in place of a model's."""
    put_in = scene.put_in(ways.origin)
    ranges = {name: joined((i.start, i.end) for i in came) for name, came in put_in.items()}
    standing_in, revised = _standing_in(scene, ranges) if ways.origin is Origin.MODEL else ({}, 0)
    pieces_of = _pieces_by_suggestion(scene, ways.origin)
    out = []
    for suggestion in dict.fromkeys([*put_in, *pieces_of]):
        now, kept = pieces_of.get(suggestion, ((), 0))
        places = ways.standing.get(suggestion, {})
        inserted = ranges.get(suggestion) or joined(places.get(scene.id, ()))
        fate = _Fate(inserted, now, kept, standing_in.get(suggestion, ()), _elsewhere(scene.id, inserted, places))
        out.append(_passage(suggestion, fate, ways, put_in.get(suggestion, ())))
    return tuple(sorted(out, key=lambda p: (p.when or "", p.suggestion))), revised


def _standing_in(
    scene: SceneText, put_in: Mapping[str, Sequence[Range]]
) -> tuple[dict[str, list[tuple[StandIn, int]]], int]:
    """By suggestion, the stand-ins with the words of each, and the words of all."""
    found = stand_ins(scene.units, scene.spans, put_in)
    typed = whole_words(scene.units, [(s.start, s.end) for s in found])
    by_suggestion: dict[str, list[tuple[StandIn, int]]] = {}
    for stand_in, count in zip(found, typed, strict=True):
        by_suggestion.setdefault(stand_in.suggestion, []).append((stand_in, count))
    return by_suggestion, sum(typed)


@dataclass(frozen=True)
class _Fate:
    """What became of one suggestion in one scene: the ranges inserted, where they stand, what stands in their place."""

    inserted: tuple[Range, ...]
    now: tuple[Range, ...]
    kept: int
    stand_ins: Sequence[tuple[StandIn, int]]
    elsewhere: tuple[Range, ...]


def _passage(suggestion: str, fate: _Fate, ways: Ways, came: Sequence[Insertion]) -> Passage:
    shown = ways.replay.shown.get(suggestion)
    request = ways.replay.asked.get(shown[0].request) if shown else None
    brought = ways.replay.brought.get(suggestion)
    whole = to_units(shown[0].text) if shown else ""
    first, where = ways.first.get(suggestion, (None, None))
    when = min(i.when for i in came) if came else first
    return Passage(
        suggestion=suggestion,
        origin=ways.origin,
        how=tuple(dict.fromkeys(How(i.rule) if i.rule else How.INSERTED for i in came)),
        inserted=fate.inserted,
        text=_text(whole, fate.inserted, _BETWEEN if ways.origin is Origin.RETYPED else 0),
        label=shown[0].label if shown else "",
        model=(shown[0].model if shown else "") or (request[0].model if request else ""),
        purpose=(request[0].purpose if request else brought[0].purpose if brought else "") or UNKNOWN,
        shown=brought[0].when or None if brought else moment(shown[1]) if shown else None,
        when=None if when is None else moment(when),
        came_from=None if came else where,
        from_manuscript=(brought[0].title if brought else "") or manuscript_of(suggestion),
        now=fate.now,
        stand_ins=tuple((s.start, s.end) for s, _ in fate.stand_ins),
        words=_balance(whole, fate),
    )


def _text(whole: str, ranges: Sequence[Range], between: int) -> str:
    """The ranges of a suggestion as text; of what lies between two, at most ``between`` units are shown too."""
    near = joined((start, end + between) for start, end in ranges)
    parts = [whole[start : max(start, end - between)] for start, end in near]
    return " … ".join(from_units(part) for part in parts if part)


def _balance(whole: str, fate: _Fate) -> PassageWords:
    replaced = _replaced(whole, fate.stand_ins)
    brought = _words_in(whole, fate.inserted) if whole else fate.kept + replaced
    kept = min(fate.kept, brought)
    replaced = min(replaced, brought - kept)
    moved = min(_words_in(whole, fate.elsewhere), brought - kept - replaced)
    return PassageWords(brought, kept, replaced, moved, brought - kept - replaced - moved)


def _words_in(whole: str, ranges: Iterable[Range]) -> int:
    return sum(count_words(whole[start:end]) for start, end in ranges)


def _replaced(whole: str, found: Sequence[tuple[StandIn, int]]) -> int:
    """Over the gaps of a passage: the words typed in each, but no more than are missing there."""
    total = 0
    for lost, group in groupby(sorted(found, key=lambda f: f[0].lost), key=lambda f: f[0].lost):
        gap = list(group)
        missing = sum(s.missing for s, _ in gap)
        typed = sum(n for _, n in gap)
        total += min(typed, count_words(whole[lost : lost + missing])) if whole else typed
    return total


def _elsewhere(scene: str, inserted: Sequence[Range], standing: Mapping[str, Sequence[Range]]) -> tuple[Range, ...]:
    """The parts of what was inserted here that stand in other scenes and not in this one."""
    others = joined(r for other, ranges in standing.items() if other != scene for r in ranges)
    here = joined(standing.get(scene, ()))
    return tuple(part for a, b in _overlap(others, inserted) for part in _without((a, b), here))


def _overlap(first: Sequence[Range], second: Sequence[Range]) -> Iterator[Range]:
    for a, b in first:
        for c, d in second:
            if max(a, c) < min(b, d):
                yield max(a, c), min(b, d)


def _without(part: Range, holes: Sequence[Range]) -> Iterator[Range]:
    start, end = part
    for a, b in holes:
        if a > start:
            yield start, min(a, end)
        start = max(start, b)
        if start >= end:
            return
    yield start, end


def _pieces_by_suggestion(scene: SceneText, origin: Origin) -> dict[str, tuple[tuple[Range, ...], int]]:
    """By suggestion, the ranges of the scene where it stands as ``origin``, and the words wholly inside them."""
    standing = [p for p in pieces(scene.spans) if p[2] is origin and p[3] is not None]
    counts = whole_words(scene.units, [(start, end) for start, end, _, _ in standing])
    out: dict[str, tuple[tuple[Range, ...], int]] = {}
    for (start, end, _, ref), count in zip(standing, counts, strict=True):
        ranges, kept = out.get(ref or "", ((), 0))
        out[ref or ""] = (*ranges, (start, end)), kept + count
    return out
