"""Each inserted suggestion followed to the end: what it brought to a scene, and what became of that.

Words kept are words of the final text that lie wholly inside surviving pieces. Words replaced are counted by stand-in:
as many as were typed there, but no more than are missing there. Words that stand in another scene were moved. The rest
is deleted. None of these is ever more than what the passage brought, so that the four add up to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from firsthand.history import Replay, SceneState, moment
from firsthand.provenance import Origin, Span, StandIn, count_words, stand_ins, words
from firsthand.provenance.units import from_units, to_units
from firsthand.report.figures import Passage, PassageWords, Piece, Range
from firsthand.report.suggestions import UNKNOWN

Standing = Mapping[str, Mapping[str, Sequence[Range]]]
"""By suggestion and scene, the ranges of the suggestion that stand there."""


@dataclass(frozen=True)
class SceneText:
    """A scene's final text in unit form, its spans, and the state they were read from."""

    id: str
    units: str
    spans: Sequence[Span]
    state: SceneState

    @cached_property
    def first_put_in(self) -> dict[str, int]:
        """By suggestion, when it was first inserted here: milliseconds since 1970, UTC."""
        first: dict[str, int] = {}
        for insertion in self.state.insertions:
            first[insertion.suggestion] = min(insertion.when, first.get(insertion.suggestion, insertion.when))
        return first

    def put_in(self) -> dict[str, tuple[Range, ...]]:
        """By suggestion, the ranges of it that were ever inserted here, in order and joined."""
        ranges: dict[str, list[Range]] = {}
        for insertion in self.state.insertions:
            ranges.setdefault(insertion.suggestion, []).append((insertion.start, insertion.end))
        return {suggestion: joined(found) for suggestion, found in ranges.items()}


def read_scene(scene: str, state: SceneState) -> SceneText:
    """The final text of a scene."""
    return SceneText(scene, state.text.units(), list(state.text.spans()), state)


def standing_pieces(scenes: Iterable[SceneText]) -> Standing:
    """Where the pieces of each suggestion stand, over all scenes."""
    found: dict[str, dict[str, list[Range]]] = {}
    for scene in scenes:
        for span in _model_spans(scene.spans):
            ranges = found.setdefault(span.source.ref or "", {}).setdefault(scene.id, [])
            ranges.append((span.offset, span.offset + span.end - span.start))
    return found


def pieces(spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The spans as the figures give them: neighbours of one origin and one suggestion are one, offsets left out."""
    out: list[Piece] = []
    for span in spans:
        ref = span.source.ref if span.origin in (Origin.MODEL, Origin.RETYPED) else None
        if out and out[-1][2:] == (span.origin, ref):
            out[-1] = (out[-1][0], span.end, *out[-1][2:])
        else:
            out.append((span.start, span.end, span.origin, ref))
    return tuple(out)


def joined(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The same ranges in order, those that meet or overlap made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple(out)


def whole_words(units: str, ranges: Sequence[Range]) -> list[int]:
    """How many words of a text lie wholly inside each of these ranges, which are in order and apart."""
    counts = [0] * len(ranges)
    index = 0
    for start, end in words(units) if ranges else ():
        while index < len(ranges) and ranges[index][1] < end:
            index += 1
        if index == len(ranges):
            break
        counts[index] += ranges[index][0] <= start
    return counts


def follow(scene: SceneText, replay: Replay, standing: Standing) -> tuple[tuple[Passage, ...], int]:
    """The passages of a scene in the order they came, and how many words stand in place of a model's."""
    put_in = scene.put_in()
    found = stand_ins(scene.units, scene.spans, put_in)
    typed = whole_words(scene.units, [(s.start, s.end) for s in found])
    standing_in: dict[str, list[tuple[StandIn, int]]] = {}
    for stand_in, count in zip(found, typed, strict=True):
        standing_in.setdefault(stand_in.suggestion, []).append((stand_in, count))
    pieces_of = _pieces_by_suggestion(scene)
    out = []
    for suggestion in dict.fromkeys([*put_in, *pieces_of]):
        now, kept = pieces_of.get(suggestion, ((), 0))
        places = standing.get(suggestion, {})
        inserted = put_in.get(suggestion) or joined(places.get(scene.id, ()))
        fate = _Fate(inserted, now, kept, standing_in.get(suggestion, ()), _elsewhere(scene.id, inserted, places))
        out.append(_passage(suggestion, replay, fate, _first(suggestion, scene, replay)))
    return tuple(sorted(out, key=lambda p: (p.when or "", p.suggestion))), sum(typed)


@dataclass(frozen=True)
class _Fate:
    """What became of one suggestion in one scene: the ranges inserted, where they stand, what stands in their place."""

    inserted: tuple[Range, ...]
    now: tuple[Range, ...]
    kept: int
    stand_ins: Sequence[tuple[StandIn, int]]
    elsewhere: tuple[Range, ...]


def _passage(suggestion: str, replay: Replay, fate: _Fate, first: tuple[str | None, int | None]) -> Passage:
    shown = replay.shown.get(suggestion)
    request = replay.asked.get(shown[0].request) if shown else None
    whole = to_units(shown[0].text) if shown else ""
    came_from, when = first
    return Passage(
        suggestion=suggestion,
        inserted=fate.inserted,
        text=" … ".join(from_units(whole[a:b]) for a, b in fate.inserted if whole[a:b]),
        label=shown[0].label if shown else "",
        model=(shown[0].model if shown else "") or (request[0].model if request else ""),
        purpose=request[0].purpose if request else UNKNOWN,
        when=None if when is None else moment(when),
        came_from=came_from,
        now=fate.now,
        stand_ins=tuple((s.start, s.end) for s, _ in fate.stand_ins),
        words=_balance(whole, fate),
    )


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


def _first(suggestion: str, scene: SceneText, replay: Replay) -> tuple[str | None, int | None]:
    """The scene a suggestion came from, None if it was put in here, and when it was first put in, None if unknown."""
    here = scene.first_put_in.get(suggestion)
    if here is not None:
        return None, here
    for name, state in replay.scenes.items():
        times = [i.when for i in state.insertions if i.suggestion == suggestion]
        if times:
            return name, min(times)
    return None, None


def _pieces_by_suggestion(scene: SceneText) -> dict[str, tuple[tuple[Range, ...], int]]:
    """By suggestion, the ranges of the scene where it stands and the words wholly inside them."""
    standing = [p for p in pieces(scene.spans) if p[2] is Origin.MODEL and p[3] is not None]
    counts = whole_words(scene.units, [(start, end) for start, end, _, _ in standing])
    out: dict[str, tuple[tuple[Range, ...], int]] = {}
    for (start, end, _, ref), count in zip(standing, counts, strict=True):
        ranges, kept = out.get(ref or "", ((), 0))
        out[ref or ""] = (*ranges, (start, end)), kept + count
    return out


def _model_spans(spans: Iterable[Span]) -> Iterator[Span]:
    return (span for span in spans if span.origin is Origin.MODEL and span.source.ref is not None)
