"""What was found over the observed text, stretch by stretch, so that a reader can check each finding.

A stretch is text of one finding that stands together. Where words of a suggestion were found, the author's own words
between them do not end the stretch while they are few: of nearly the same words, those that differ stay the author's.
Nor does another rule end it, for rules are met while the author types: five rare words are found at once, and the next
ones as a part of eight in a row. Such a stretch is of the plainest of its rules.
"""

from collections.abc import Iterable, Iterator, Sequence

from firsthand.provenance import Origin, Rule, Span, count_words
from firsthand.report.figures import Findings, Found, FoundTotal
from firsthand.report.scene_text import SceneText, joined, whole_words

_GAP = 60
"""The most UTF-16 units of other text inside a stretch, between two of its pieces."""

_RULES = list(Rule)
_MOVES = frozenset({Rule.MOVED, Rule.COPIED})


def findings(scenes: Iterable[SceneText]) -> Findings:
    """The findings over the final text of ``scenes``, in their order."""
    each = tuple(found for scene in scenes for found in _in_scene(scene))
    groups: dict[tuple[Rule, Origin], list[Found]] = {}
    for one in each:
        groups.setdefault((one.rule, one.observed), []).append(one)
    ordered = sorted(groups.items(), key=lambda g: (_RULES.index(g[0][0]), g[0][1]))
    return Findings(tuple(_total(group) for _, group in ordered), each)


def _total(group: Sequence[Found]) -> FoundTotal:
    words, units = sum(one.words for one in group), sum(one.units for one in group)
    return FoundTotal(group[0].rule, group[0].observed, len(group), words, units)


def _in_scene(scene: SceneText) -> Iterator[Found]:
    stretches = list(_stretches(scene.spans))
    ranges = [joined((span.start, span.end) for span in stretch) for stretch in stretches]
    words = iter(whole_words(scene.units, [r for parts in ranges for r in parts]))
    for stretch, parts in zip(stretches, ranges, strict=True):
        yield _found(scene, stretch, sum(next(words) for _ in parts))


def _stretches(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The found spans, those of one stretch together."""
    stretch: list[Span] = []
    for span in spans:
        if span.source.finding is None:
            continue
        if stretch and not _goes_on(stretch[-1], span):
            yield stretch
            stretch = []
        stretch.append(span)
    if stretch:
        yield stretch


def _goes_on(before: Span, span: Span) -> bool:
    first, second = before.source.finding, span.source.finding
    if first is None or second is None or (first.observed, first.ref) != (second.observed, second.ref):
        return False
    if first.rule in _MOVES or second.rule in _MOVES:
        return first.rule is second.rule and before.end == span.start
    forward = before.offset + before.end - before.start <= span.offset
    same = (before.origin, before.source.ref) == (span.origin, span.source.ref)
    return same and span.start - before.end <= _GAP * forward


def _found(scene: SceneText, stretch: Sequence[Span], words: int) -> Found:
    first, last = stretch[0], stretch[-1]
    finding = min((s.source.finding for s in stretch if s.source.finding), key=lambda f: _RULES.index(f.rule))
    return Found(
        scene=scene.id,
        start=first.start,
        end=last.end,
        rule=finding.rule,
        observed=finding.observed,
        origins=tuple(sorted({span.origin for span in stretch})),
        suggestion=None if finding.rule in _MOVES else first.source.ref,
        words=words,
        of_words=count_words(scene.units[first.start : last.end]),
        units=sum(span.end - span.start for span in stretch),
    )
