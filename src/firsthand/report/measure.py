"""From a replayed history to the figures of a report: pure, and the only place where a report counts anything."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from firsthand.history import Replay, SceneState, Verification, moment
from firsthand.provenance import MIXED, Origin, words_by_origin
from firsthand.provenance.units import from_units
from firsthand.report.figures import (
    SCHEMA,
    Declared,
    Evidence,
    Fates,
    Figures,
    Grown,
    Percent,
    Record,
    Removed,
    SceneFigures,
    Totals,
    Units,
    UnitsPercent,
    Words,
    Written,
)
from firsthand.report.growth import GrowthPoint
from firsthand.report.passages import SceneText, Standing, follow, pieces, read_scene, standing_pieces
from firsthand.report.suggestions import all_suggestions, fates_by_scene, no_fates

SIGNED = False
"""The seals of history format 0 are a chain of hashes without a signature."""

_ELSEWHERE = (Origin.PASTED, Origin.IMPORTED, Origin.OUTSIDE)
"""Origins of which the author can say what the text is."""


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
) -> Figures:
    """The figures of a manuscript whose scenes, in their order, are ``scenes``; counts are UTF-16 units or words.

    A scene of which nothing is recorded is empty. ``evidence`` is noted; as no findings over the observed text are
    made yet, both kinds give the same figures.
    """
    texts = [read_scene(s.id, replay.scenes.get(s.id) or SceneState(s.id)) for s in scenes]
    standing = standing_pieces(texts)
    fates = fates_by_scene(replay)
    measured = tuple(
        _scene(s.title, text, replay, standing, fates.get(s.id) or no_fates())
        for s, text in zip(scenes, texts, strict=True)
    )
    totals = _totals(measured)
    return Figures(
        schema=SCHEMA,
        title=title,
        evidence=evidence,
        written=Written(_moment(replay.first), _moment(replay.last)),
        totals=totals,
        declared=_declared(totals),
        removed=_removed({s.id for s in scenes}, replay),
        suggestions=all_suggestions(replay, [p for s in measured for p in s.passages]),
        verification=_record(verification, replay),
        scenes=measured,
        growth=tuple(Grown(moment(point.when), _units(point.units)) for point in growth),
    )


def _scene(title: str, scene: SceneText, replay: Replay, standing: Standing, fates: Fates) -> SceneFigures:
    words = _words(words_by_origin(scene.units, scene.spans))
    passages, revised = follow(scene, replay, standing)
    return SceneFigures(
        id=scene.id,
        title=title,
        text_sha256=hashlib.sha256(from_units(scene.units).encode("utf-8", "surrogatepass")).hexdigest(),
        units=_units(scene.state.text.counts()),
        words=words,
        percent=percent(words, revised),
        revised_words=revised,
        ever_inserted=_units(scene.state.ever_inserted),
        spans=pieces(scene.spans),
        passages=passages,
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
        units_percent=_units_percent(units),
        ever_inserted_total=_sum(ever),
        ever_inserted_percent=_units_percent(ever),
        model_share_of_final=_share(units.model + units.retyped, _sum(units)),
        model_share_of_ever_inserted=_share(ever.model + ever.retyped, _sum(ever)),
        typed_share_of_written=_share(ever.typed, ever.typed + ever.model + ever.retyped),
        passages=sum(len(s.passages) for s in scenes),
    )


def percent(words: Words, revised: int) -> Percent:
    """The words as percent in tenths that add up to 100 (by largest remainder).

    No part that is there comes out as 0: it is raised to 0.1 at the cost of the largest.
    """
    counts = {name: getattr(words, name) for name in (*Origin, MIXED)}
    tenths = _tenths(counts)
    in_place = round(1000 * revised / words.total) if revised else 0
    revised_tenths = min(max(in_place, bool(revised)), tenths[Origin.TYPED] - (revised < words.typed))
    return Percent(**{str(name): n / 10 for name, n in tenths.items()}, revised=max(revised_tenths, 0) / 10)


def _units_percent(units: Units) -> UnitsPercent:
    tenths = _tenths(msgspec.structs.asdict(units))
    return UnitsPercent(**{name: n / 10 for name, n in tenths.items()})


def _tenths(counts: Mapping[str, int]) -> dict[str, int]:
    total = sum(counts.values())
    if not total:
        return dict.fromkeys(counts, 0)
    tenths = {name: 1000 * n // total for name, n in counts.items()}
    by_remainder = sorted(counts, key=lambda name: -(1000 * counts[name] % total))
    for name in by_remainder[: 1000 - sum(tenths.values())]:
        tenths[name] += 1
    largest = max(counts, key=lambda name: counts[name])
    for name, n in counts.items():
        if n and not tenths[name]:
            tenths[name] += 1
            tenths[largest] -= 1
    return tenths


def _declared(totals: Totals) -> tuple[Declared, ...]:
    """What the author says of text from elsewhere; so far there is no way to say it."""
    return tuple(
        Declared(origin, None, getattr(totals.words, origin), getattr(totals.units, origin)) for origin in _ELSEWHERE
    )


def _removed(present: set[str], replay: Replay) -> Removed:
    gone = [_units(state.ever_inserted) for scene, state in replay.scenes.items() if scene not in present]
    ever = _added(gone)
    return Removed(len(gone), ever, _sum(ever))


def _record(found: Verification, replay: Replay) -> Record:
    return Record(
        status=found.status,
        whole=found.whole,
        signed=SIGNED,
        sittings=found.sittings,
        records=found.records,
        unsealed=found.unsealed,
        late_seals=found.late_seals,
        faults=found.faults,
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


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 6) if whole else None


def _moment(when: int | None) -> str | None:
    return None if when is None else moment(when)
