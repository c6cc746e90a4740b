"""Whose the words at one place are, with all that the record knows of it: what a person is told who asks.

A *passage* is the stretch that came in one act: what one suggestion put in, one paste, one import, one outside edit.
How many of its words were since replaced is counted in the words that came, not in those that stand there now. Only
what is asked for is looked at. Places are UTF-16 units of the scene; times are milliseconds since 1970, UTC.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from firsthand.desk.declaring import words_standing
from firsthand.history import Insertion, Replay, Said
from firsthand.provenance import Origin, Rule, Source, Span, TrackedText, words
from firsthand.provenance.passages import StandIn, stand_ins
from firsthand.provenance.units import to_units

_ROUND = 2_000
"""UTF-16 units round a place in which stand-ins are looked for."""

_BREAK = 200
"""So many units of other words between two pieces of one suggestion still leave them one passage."""

_MODELS = (Origin.MODEL, Origin.RETYPED)


class Passage(Struct, frozen=True):
    """What is known of the words at a place."""

    start: int
    end: int
    """The stretch of one source round the place."""
    origin: Origin
    stands_in: bool = False
    """The author's own words, in the place of a suggestion's."""
    when: int | None = None
    """When it came, or was suggested."""
    model: str = ""
    words: int = 0
    """Of a suggestion: how many words of it came. Of what came from elsewhere: how many of its words stand here."""
    replaced: int = 0
    """How many of the words of a suggestion that came are in the manuscript no more."""
    rule: Rule | None = None
    """By which rule it was found, if it was not seen to come."""
    said: Said | None = None
    ref: str = ""
    elsewhere: bool = False
    """It came from another manuscript."""


def passage_at(replay: Replay, came: Mapping[str, int], scene: str, place: int) -> Passage | None:
    """The passage round a place of a scene, or before it at the end of the text; None in an empty scene.

    ``came`` says when each ref came.
    """
    text = replay.scene(scene).text
    if not len(text):
        return None
    at = max(0, min(place, len(text) - 1))
    span = next(iter(text.spans(at, at + 1)))
    if span.origin is Origin.TYPED and (one := _stand_in(replay, scene, at)) is not None:
        return _in_place_of(replay, one)
    start, end = _stretch(text, at)
    if span.origin in _MODELS:
        return _suggested(replay, scene, span, start, end)
    return _from_elsewhere(replay, came, scene, span.source, start, end)


def model_passages(text: TrackedText) -> Iterator[tuple[int, int]]:
    """From where to where each passage of a model goes, with what the author put into its middle."""
    last: tuple[int, int, str | None] | None = None
    for span in text.spans():
        if span.origin not in _MODELS:
            continue
        if last is not None and last[2] == span.source.ref and span.start - last[1] <= _BREAK:
            last = last[0], span.end, last[2]
            continue
        if last is not None:
            yield last[:2]
        last = span.start, span.end, span.source.ref
    if last is not None:
        yield last[:2]


def _stretch(text: TrackedText, at: int) -> tuple[int, int]:
    """From where to where the text round a place has one source, as far as it was looked at."""
    first, last = max(0, at - _ROUND), min(len(text), at + _ROUND)
    spans = list(text.spans(first, last))
    here = next(number for number, span in enumerate(spans) if span.end > at)
    start = end = here
    while start and spans[start - 1].source == spans[here].source:
        start -= 1
    while end + 1 < len(spans) and spans[end + 1].source == spans[here].source:
        end += 1
    return spans[start].start, spans[end].end


def _suggested(replay: Replay, scene: str, span: Span, start: int, end: int) -> Passage:
    """A suggestion's words, or words typed as it had them."""
    ref = span.source.ref or ""
    shown = replay.shown.get(ref)
    state = replay.scene(scene)
    put_in = _insertion(state.insertions if span.origin is Origin.MODEL else state.retyped, ref, span.offset)
    total = _words_of(shown[0].text, put_in) if shown else []
    standing = _standing(replay, ref) if total else []
    kept = sum(1 for a, b in total if any(first <= a and b <= last for first, last in standing))
    return Passage(
        start,
        end,
        span.origin,
        when=shown[1] if shown else None,
        model=shown[0].model if shown else "",
        words=len(total),
        replaced=len(total) - kept,
        rule=span.source.finding.rule if span.source.finding else None,
        ref=ref,
        elsewhere="/" in ref,
    )


def _insertion(insertions: Sequence[Insertion], ref: str, offset: int) -> tuple[int, int] | None:
    """The part of a suggestion that came with this unit of it, the last time; None means all of it."""
    for one in reversed(insertions):
        if one.suggestion == ref and one.start <= offset < one.end:
            return one.start, one.end
    return None


def _words_of(text: str, part: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The words of a part of a suggestion."""
    units = to_units(text)
    first, last = part or (0, len(units))
    return [(first + a, first + b) for a, b in words(units[first:last])]


def _standing(replay: Replay, ref: str) -> list[tuple[int, int]]:
    """The stretches of a suggestion that stand anywhere in the manuscript, those that go on from each other joined."""
    stretches = sorted(
        (span.offset, span.offset + span.end - span.start)
        for state in replay.scenes.values()
        for span in state.text.spans()
        if span.source.ref == ref and span.origin in _MODELS
    )
    out: list[tuple[int, int]] = []
    for start, end in stretches:
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _stand_in(replay: Replay, scene: str, at: int) -> StandIn | None:
    """What stands in for a suggestion's words at a place."""
    state = replay.scene(scene)
    first, last = max(0, at - _ROUND), min(len(state.text), at + _ROUND)
    spans = [Span(s.start - first, s.end - first, s.source, s.offset) for s in state.text.spans(first, last)]
    if not any(span.origin is Origin.MODEL for span in spans):
        return None
    put_in: dict[str, list[tuple[int, int]]] = {}
    for one in state.insertions:
        put_in.setdefault(one.suggestion, []).append((one.start, one.end))
    for found in stand_ins(state.text.units(first, last), spans, put_in):
        if found.start + first <= at < found.end + first:
            return StandIn(found.start + first, found.end + first, found.suggestion, found.lost, found.missing)
    return None


def _in_place_of(replay: Replay, one: StandIn) -> Passage:
    shown = replay.shown.get(one.suggestion)
    when, model = (shown[1], shown[0].model) if shown else (None, "")
    return Passage(one.start, one.end, Origin.TYPED, stands_in=True, when=when, model=model, ref=one.suggestion)


def _from_elsewhere(
    replay: Replay, came: Mapping[str, int], scene: str, source: Source, start: int, end: int
) -> Passage:
    """Typed, pasted, imported or changed outside, or put there by the program."""
    ref = source.ref or ""
    declared = replay.declared.get(ref)
    return Passage(
        start,
        end,
        source.origin,
        when=came.get(ref),
        words=words_standing(scene, replay, ref) if ref and source.origin is not Origin.TOOL else 0,
        rule=source.finding.rule if source.finding else None,
        said=declared[0].said if declared and declared[0].said is not Said.NOTHING else None,
        ref=ref,
        elsewhere="/" in ref,
    )
