"""A scene as a report reads it: its final text, whose each stretch is, and what of suggestions was ever put into it.

With ``Evidence.NONE`` all of that is as it was observed; findings are left out here, once, and nobody after has to ask.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.history import Insertion, SceneState
from firsthand.provenance import Origin, Span, words
from firsthand.report.amounts import Piece, Range
from firsthand.report.figures import Evidence

OF_A_MODEL = frozenset({Origin.MODEL, Origin.RETYPED})
"""Origins on the model's side, whose ``ref`` names a suggestion."""


@dataclass(frozen=True)
class SceneText:
    """A scene's final text in unit form, the spans that tile it, and all that was ever put in.

    ``ever`` are units by origin; ``came`` are the pieces of suggestions that came, by the origin they came as.
    """

    id: str
    units: str
    spans: Sequence[Span]
    ever: Mapping[Origin, int]
    came: Mapping[Origin, Sequence[Insertion]]

    def put_in(self, origin: Origin) -> dict[str, list[Insertion]]:
        """By suggestion, the pieces of it that came here as ``origin``, in the order they came."""
        found: dict[str, list[Insertion]] = {}
        for insertion in self.came[origin]:
            found.setdefault(insertion.suggestion, []).append(insertion)
        return found


def read_scene(scene: str, state: SceneState, evidence: Evidence) -> SceneText:
    """The final text of a scene."""
    came = came_in(state, evidence)
    text = state.text
    if evidence is Evidence.NONE:
        return SceneText(scene, text.units(), list(observed(text.spans())), state.ever_observed, came)
    return SceneText(scene, text.units(), list(text.spans()), state.ever_inserted, came)


def came_in(state: SceneState, evidence: Evidence) -> dict[Origin, Sequence[Insertion]]:
    """The pieces of suggestions that ever came into a scene, by the origin they came as."""
    if evidence is Evidence.NONE:
        return {Origin.MODEL: [i for i in state.insertions if i.rule is None], Origin.RETYPED: []}
    return {Origin.MODEL: state.insertions, Origin.RETYPED: state.retyped}


def observed(spans: Iterable[Span]) -> Iterator[Span]:
    """The same spans as they were observed, without findings."""
    for span in spans:
        yield span if span.source.finding is None else Span(span.start, span.end, span.source.observed)


def counted(spans: Iterable[Span]) -> dict[Origin, int]:
    """How many units each origin has, all origins named."""
    counts = dict.fromkeys(Origin, 0)
    for span in spans:
        counts[span.origin] += span.end - span.start
    return counts


def pieces(spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The spans as the figures give them: neighbours of one origin and one suggestion are one, offsets left out."""
    out: list[Piece] = []
    for span in spans:
        ref = span.source.ref if span.origin in OF_A_MODEL else None
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
