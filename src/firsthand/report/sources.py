"""Text that came from elsewhere: what stands of each paste, import and outside edit, and what the author says of it.

What is said is the author's word, and never mixed with what was seen: ``with_declared`` is the one place where the two
are added up, and says so.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.history import Replay, Said, moment
from firsthand.provenance import Origin, words
from firsthand.provenance.units import from_units
from firsthand.report.amounts import SaidWords
from firsthand.report.figures import Declared, DeclaredSource, Totals, WithDeclared
from firsthand.report.scene_text import SceneText
from firsthand.report.shares import said_percent, share

ELSEWHERE = (Origin.PASTED, Origin.IMPORTED, Origin.OUTSIDE)
"""Origins of which the author can say what the text is."""

_FIRST_WORDS = 8
_LOOKED_AT = 160
"""UTF-16 units from which the first words are taken."""

_Key = tuple[Origin, str | None]


class _Standing:
    """What stands of one source."""

    def __init__(self, first_words: str) -> None:
        self.first_words = first_words
        self.scenes: dict[str, None] = {}
        self.units = 0


def sources(scenes: Iterable[SceneText], replay: Replay, came: Mapping[str, int]) -> tuple[DeclaredSource, ...]:
    """Every source of which text stands in ``scenes``, in the order it stands there.

    A word that belongs to several sources of one origin counts for the one it begins in. ``came`` says when each came:
    milliseconds since 1970, UTC.
    """
    standing: dict[_Key, _Standing] = {}
    counts: Counter[_Key] = Counter()
    for scene in scenes:
        if any(span.origin in ELSEWHERE for span in scene.spans):
            counts.update(_words(scene))
            _take(scene, standing)
    return tuple(_source(key, found, counts[key], replay, came) for key, found in standing.items())


def declared(found: Sequence[DeclaredSource]) -> tuple[Declared, ...]:
    """The sources added up by origin and what the author says; what is not said is named for every origin."""
    sums: dict[tuple[Origin, Said | None], tuple[int, int]] = {(origin, None): (0, 0) for origin in ELSEWHERE}
    for one in found:
        n, units = sums.get((one.origin, one.said), (0, 0))
        sums[one.origin, one.said] = n + one.words, units + one.units
    ordered = sorted(sums.items(), key=lambda s: (ELSEWHERE.index(s[0][0]), s[0][1] is not None, s[0][1] or ""))
    return tuple(Declared(origin, said, n, units) for (origin, said), (n, units) in ordered)


def with_declared(found: Sequence[Declared], totals: Totals) -> WithDeclared:
    """The final text with what the author says of the text from elsewhere."""
    words, units = totals.words, totals.units
    said = Counter(dict.fromkeys(Said, 0))
    for one in found:
        said[one.said or Said.NOTHING] += one.words
    told = SaidWords(
        typed=words.typed,
        own=said[Said.OWN],
        model=words.model,
        retyped=words.retyped,
        ai=said[Said.AI],
        quotation=said[Said.QUOTATION],
        person=said[Said.PERSON],
        not_said=said[Said.NOTHING],
        tool=words.tool,
        mixed=words.mixed,
        total=words.total,
    )
    of_a_tool = sum(one.units for one in found if one.said is Said.AI)
    model_side = units.model + units.retyped + of_a_tool
    return WithDeclared(told, said_percent(told, totals.percent), share(model_side, totals.units_total))


def _take(scene: SceneText, standing: dict[_Key, _Standing]) -> None:
    for span in scene.spans:
        if span.origin in ELSEWHERE:
            key = span.origin, span.source.ref
            if key not in standing:
                standing[key] = _Standing(_beginning(scene.units[span.start : min(span.end, span.start + _LOOKED_AT)]))
            standing[key].scenes[scene.id] = None
            standing[key].units += span.end - span.start


def _beginning(units: str) -> str:
    parts = from_units(units).split()
    return " ".join(parts[:_FIRST_WORDS]) + (" …" if len(parts) > _FIRST_WORDS or len(units) == _LOOKED_AT else "")


def _words(scene: SceneText) -> Iterator[_Key]:
    """The source of each word that is of one origin from elsewhere."""
    starts = [span.start for span in scene.spans]
    for start, end in words(scene.units):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        origin = scene.spans[first].origin
        if origin in ELSEWHERE and all(span.origin is origin for span in scene.spans[first + 1 : last + 1]):
            yield origin, scene.spans[first].source.ref


def _source(key: _Key, found: _Standing, count: int, replay: Replay, came: Mapping[str, int]) -> DeclaredSource:
    origin, ref = key
    statement, said_when = replay.declared.get(ref or "", (None, None))
    said = None if statement is None or statement.said is Said.NOTHING else statement.said
    when = came.get(ref) if ref is not None else None
    return DeclaredSource(
        origin=origin,
        ref=ref,
        came=None if when is None else moment(when),
        scenes=tuple(found.scenes),
        words=count,
        units=found.units,
        first_words=found.first_words,
        said=said,
        said_when=None if said_when is None else moment(said_when),
    )
