"""What became of the suggestions: requests, what they showed, and what the author did with it.

Every suggestion that was shown has one fate: inserted, kept as a note, set aside, or undecided, in this order of
precedence. One that was inserted was shown, even where the record of the showing is missing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from firsthand.history import Fate, Replay
from firsthand.report.figures import Fates, Passage, Suggestions

UNKNOWN = "unknown"
"""The purpose of a suggestion whose request is not recorded."""

_Tally = Counter[str]


def fates_by_scene(replay: Replay) -> dict[str, Fates]:
    """The fates of what was asked for each scene; scenes for which nothing was asked are left out."""
    tallies: dict[str, _Tally] = {}
    for scene, _, what in _events(replay):
        tallies.setdefault(scene, Counter())[what] += 1
    return {scene: _fates(tally) for scene, tally in tallies.items()}


def all_suggestions(replay: Replay, passages: Sequence[Passage]) -> Suggestions:
    """The fates over the whole manuscript, whose surviving scenes hold ``passages``."""
    tallies: dict[str, _Tally] = {}
    total: _Tally = Counter()
    for _, purpose, what in _events(replay):
        total[what] += 1
        tallies.setdefault(purpose, Counter())[what] += 1
    standing = [p for p in passages if p.now]
    models = {asked.model for asked, _ in replay.asked.values()} | {shown.model for shown, _ in replay.shown.values()}
    return Suggestions(
        **_numbers(total),
        standing=len(standing),
        standing_revised=sum(p.words.kept < p.words.brought or bool(p.stand_ins) for p in standing),
        standing_models=tuple(sorted({p.model for p in standing} - {""})),
        models=tuple(sorted(models - {""})),
        by_purpose={purpose: _fates(tallies[purpose]) for purpose in sorted(tallies)},
    )


def no_fates() -> Fates:
    """The fates of nothing."""
    return _fates(Counter())


def _events(replay: Replay) -> Iterator[tuple[str, str, str]]:
    """Scene, purpose and what happened, for each request and each suggestion."""
    for asked, _ in replay.asked.values():
        yield asked.scene, asked.purpose, "asked"
    put_in = {i.suggestion: scene for scene, state in replay.scenes.items() for i in state.insertions}
    for suggestion in dict.fromkeys([*replay.shown, *put_in]):
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
