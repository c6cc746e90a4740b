"""What became of the suggestions: requests, what they showed, and what the author did with it.

Every suggestion that was shown has one fate: inserted, kept as a note, set aside, or undecided, in this order of
precedence. One that was inserted was shown, even where the record of the showing is missing. Suggestions that another
manuscript's window showed are counted apart: here they were only brought.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from firsthand.history import Fate, Replay
from firsthand.provenance import Origin
from firsthand.report.figures import Evidence, Fates, Passage, Suggestions
from firsthand.report.scene_text import came_in

UNKNOWN = "unknown"
"""The purpose of a suggestion whose request is not recorded."""

_Tally = Counter[str]


def manuscript_of(ref: str) -> str | None:
    """The id of the other manuscript that a suggestion or source came from; None if it is of this one."""
    return ref.partition("/")[0] if "/" in ref else None


def fates_by_scene(replay: Replay, evidence: Evidence) -> dict[str, Fates]:
    """The fates of what was asked for each scene; scenes for which nothing was asked are left out."""
    tallies: dict[str, _Tally] = {}
    for scene, _, what in _events(replay, evidence):
        tallies.setdefault(scene, Counter())[what] += 1
    return {scene: _fates(tally) for scene, tally in tallies.items()}


def all_suggestions(replay: Replay, passages: Sequence[Passage], evidence: Evidence) -> Suggestions:
    """The fates over the whole manuscript, whose surviving scenes hold ``passages``, those typed again among them."""
    tallies: dict[str, _Tally] = {}
    total: _Tally = Counter()
    for _, purpose, what in _events(replay, evidence):
        total[what] += 1
        tallies.setdefault(purpose, Counter())[what] += 1
    standing = [p for p in passages if p.now and p.origin is Origin.MODEL]
    put_in, typed = (set(_scenes(replay, origin, evidence)) for origin in (Origin.MODEL, Origin.RETYPED))
    models = {asked.model for asked, _ in replay.asked.values()} | {
        shown.model for name, (shown, _) in replay.shown.items() if manuscript_of(name) is None
    }
    return Suggestions(
        **_numbers(total),
        retyped=len(typed),
        brought=sum(manuscript_of(suggestion) is not None for suggestion in put_in | typed),
        standing=len(standing),
        standing_revised=sum(p.words.kept < p.words.brought or bool(p.stand_ins) for p in standing),
        standing_retyped=sum(bool(p.now) and p.origin is Origin.RETYPED for p in passages),
        standing_models=tuple(sorted({p.model for p in standing} - {""})),
        models=tuple(sorted(models - {""})),
        by_purpose={purpose: _fates(tallies[purpose]) for purpose in sorted(tallies)},
    )


def no_fates() -> Fates:
    """The fates of nothing."""
    return _fates(Counter())


def _scenes(replay: Replay, origin: Origin, evidence: Evidence) -> dict[str, str]:
    """By suggestion, a scene it came into as ``origin``."""
    return {i.suggestion: scene for scene, s in replay.scenes.items() for i in came_in(s, evidence)[origin]}


def _events(replay: Replay, evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    """Scene, purpose and what happened, for each request and each suggestion."""
    for asked, _ in replay.asked.values():
        yield asked.scene, asked.purpose, "asked"
    put_in = _scenes(replay, Origin.MODEL, evidence)
    for suggestion in dict.fromkeys([*replay.shown, *put_in]):
        if manuscript_of(suggestion) is not None:
            continue
        shown = replay.shown.get(suggestion)
        request = replay.asked.get(shown[0].request) if shown else None
        scene = request[0].scene if request else put_in.get(suggestion, "")
        purpose = request[0].purpose if request else UNKNOWN
        yield scene, purpose, "shown"
        yield scene, purpose, _fate(replay.fates.get(suggestion, ()), suggestion in put_in)


def _fate(decided: Sequence[Fate], put_in: bool) -> str:
    if put_in or Fate.INSERTED in decided:
        return "inserted"
    if Fate.NOTE in decided:
        return "notes"
    return "set_aside" if Fate.SET_ASIDE in decided else "undecided"


def _numbers(tally: _Tally) -> dict[str, int]:
    return {name: tally[name] for name in Fates.__struct_fields__}


def _fates(tally: _Tally) -> Fates:
    return Fates(**_numbers(tally))
