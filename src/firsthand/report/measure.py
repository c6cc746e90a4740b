"""From a replayed history to the figures of a report: pure, and the only place where a report counts anything."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from firsthand.history import Replay, SceneState, Verification, moment
from firsthand.provenance import Origin, Span, words_by_origin
from firsthand.provenance.units import from_units
from firsthand.report.amounts import Units, Words
from firsthand.report.figures import (
    SCHEMA,
    Evidence,
    Fates,
    Figures,
    Grown,
    OtherManuscript,
    Record,
    Removed,
    SceneFigures,
    Totals,
    Written,
)
from firsthand.report.findings import findings
from firsthand.report.growth import GrowthPoint
from firsthand.report.passages import Ways, follow, ways
from firsthand.report.scene_text import SceneText, counted, pieces, read_scene
from firsthand.report.shares import percent, share, units_percent
from firsthand.report.sources import declared, sources, with_declared
from firsthand.report.suggestions import all_suggestions, fates_by_scene, manuscript_of, no_fates


class SceneTitle(msgspec.Struct, frozen=True):
    """A scene of the manuscript: its id in the history, and its title."""

    id: str
    title: str


def measure(
    title: str,
    scenes: Sequence[SceneTitle],
    replay: Replay,
    verification: Verification,
    growth: Sequence[GrowthPoint] = (),
    evidence: Evidence = Evidence.ALL,
    came: Mapping[str, int] | None = None,
) -> Figures:
    """The figures of a manuscript whose scenes, in their order, are ``scenes``; counts are UTF-16 units or words.

    A scene of which nothing is recorded is empty. ``evidence`` says whether findings count; ``growth`` must be of the
    same. ``came`` says when text from elsewhere came, by its ref: milliseconds since 1970, UTC.
    """
    texts = [read_scene(s.id, replay.scenes.get(s.id) or SceneState(s.id), evidence) for s in scenes]
    model, retyped = (ways(origin, replay, texts, evidence) for origin in (Origin.MODEL, Origin.RETYPED))
    fates = fates_by_scene(replay, evidence)
    measured = tuple(
        _scene(s.title, text, (model, retyped), fates.get(s.id) or no_fates())
        for s, text in zip(scenes, texts, strict=True)
    )
    totals = _totals(measured)
    elsewhere = sources(texts, replay, came or {})
    said = declared(elsewhere)
    return Figures(
        schema=SCHEMA,
        title=title,
        evidence=evidence,
        written=Written(_moment(replay.first), _moment(replay.last)),
        totals=totals,
        findings=findings(texts),
        declared=said,
        declared_sources=elsewhere,
        with_declared=with_declared(said, totals),
        other_manuscripts=_other_manuscripts(texts, replay),
        removed=_removed({s.id for s in scenes}, replay, evidence),
        suggestions=all_suggestions(replay, [p for s in measured for p in (*s.passages, *s.retyped)], evidence),
        verification=_record(verification, replay),
        scenes=measured,
        growth=tuple(Grown(moment(point.when), _units(point.units)) for point in growth),
    )


def _scene(title: str, scene: SceneText, both: tuple[Ways, Ways], fates: Fates) -> SceneFigures:
    words = _words(words_by_origin(scene.units, scene.spans))
    (passages, revised), (retyped, _) = (follow(scene, each) for each in both)
    return SceneFigures(
        id=scene.id,
        title=title,
        text_sha256=hashlib.sha256(from_units(scene.units).encode("utf-8", "surrogatepass")).hexdigest(),
        units=_units(counted(scene.spans)),
        words=words,
        percent=percent(words, revised),
        revised_words=revised,
        ever_inserted=_units(scene.ever),
        spans=pieces(scene.spans),
        passages=passages,
        retyped=retyped,
        suggestions=fates,
    )


def _totals(scenes: Sequence[SceneFigures]) -> Totals:
    units = _added(s.units for s in scenes)
    ever = _added(s.ever_inserted for s in scenes)
    words = Words(**{name: sum(getattr(s.words, name) for s in scenes) for name in Words.__struct_fields__})
    revised = sum(s.revised_words for s in scenes)
    return Totals(
        units=units,
        words=words,
        percent=percent(words, revised),
        revised_words=revised,
        ever_inserted=ever,
        units_total=_sum(units),
        units_percent=units_percent(units),
        ever_inserted_total=_sum(ever),
        ever_inserted_percent=units_percent(ever),
        model_share_of_final=share(units.model + units.retyped, _sum(units)),
        model_share_of_ever_inserted=share(ever.model + ever.retyped, _sum(ever)),
        typed_share_of_written=share(ever.typed, ever.typed + ever.model + ever.retyped),
        passages=sum(len(s.passages) for s in scenes),
        retyped_passages=sum(len(s.retyped) for s in scenes),
    )


def _other_manuscripts(texts: Sequence[SceneText], replay: Replay) -> tuple[OtherManuscript, ...]:
    titles = {manuscript_of(ref): record.title for ref, (record, _) in replay.brought.items()}
    spans: dict[str, list[Span]] = {}
    for span in (span for text in texts for span in text.spans):
        other = manuscript_of(span.source.ref) if span.source.ref is not None else None
        if other is not None:
            spans.setdefault(other, []).append(span)
    return tuple(
        OtherManuscript(other, titles.get(other) or other, _units(counted(found))) for other, found in spans.items()
    )


def _removed(present: set[str], replay: Replay, evidence: Evidence) -> Removed:
    states = [state for scene, state in replay.scenes.items() if scene not in present]
    gone = [_units(s.ever_observed if evidence is Evidence.NONE else s.ever_inserted) for s in states]
    ever = _added(gone)
    return Removed(len(gone), ever, _sum(ever))


def _record(found: Verification, replay: Replay) -> Record:
    return Record(
        status=found.status,
        whole=found.whole,
        signed=found.signed,
        keys=tuple(key for key, _ in found.keys),
        sittings=found.sittings,
        records=found.records,
        unsealed=found.unsealed,
        late_seals=found.late_seals,
        unclosed=found.unclosed,
        faults=found.faults,
        doubts=found.doubts,
        misfits=dict(replay.misfits),
        resyncs=len(replay.resyncs),
    )


def _units(counts: Mapping[Origin, int]) -> Units:
    return Units(**{str(origin): counts.get(origin, 0) for origin in Origin})


def _words(counts: Mapping[str, int]) -> Words:
    return Words(**counts, total=sum(counts.values()))


def _added(all_units: Iterable[Units]) -> Units:
    found = list(all_units)
    return Units(**{name: sum(getattr(u, name) for u in found) for name in Units.__struct_fields__})


def _sum(units: Units) -> int:
    return sum(msgspec.structs.astuple(units))


def _moment(when: int | None) -> str | None:
    return None if when is None else moment(when)
