"""What a word is, and whose.

A word is a stretch between white space, dashes and ellipses that holds a letter or digit, without the punctuation at
its ends; hyphens and apostrophes inside belong to it ("thirty-one" is one word, "salt—not" two). A Chinese or Japanese
character is a word each, as word processors count. A word is of one origin if all of its units are; otherwise it is
mixed.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from firsthand.patterns import late
from firsthand.provenance.origins import Origin, Run, Span

_EAST = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = late(
    f"[{_EAST}]|[\ud840-\ud87f][\udc00-\udfff]|(?![{_EAST}])\\w(?:(?:(?!--)[^\\s—–―…/{_EAST}])*(?![{_EAST}])\\w)?"
)

MIXED = "mixed"


def words(units: str) -> Iterator[tuple[int, int]]:
    """Where each word of a text in unit form begins and ends, in UTF-16 units."""
    return (match.span() for match in _WORD().finditer(units))


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD().finditer(text))


def words_by_origin(units: str, spans: Iterable[Span]) -> dict[str, int]:
    """How many words of the text are of each origin (all named) and how many are ``mixed``."""
    return _counted(units, ((span.end, span.origin) for span in spans))


class Inside(msgspec.Struct, frozen=True, gc=False):
    """The words of a piece of a text that are whole whatever stands before and behind it.

    They lie from its first white space, at unit ``first``, up to its last, which ends at unit ``last``; without white
    space both are the piece's length. ``head`` and ``tail`` are the runs of what is before and behind.
    """

    counts: dict[str, int]
    first: int
    last: int
    head: tuple[Run, ...]
    tail: tuple[Run, ...]


def words_inside(units: str, runs: Sequence[Run]) -> Inside:
    """The words of a piece of a text in unit form, which ``runs`` tile."""
    size = len(units)
    first = next((at for at, unit in enumerate(units) if unit.isspace()), size)
    last = size - next((at for at, unit in enumerate(reversed(units)) if unit.isspace()), 0)
    counts = words_of_runs(units[first:last], _between(runs, first, last))
    return Inside(counts, first, last, _between(runs, 0, first), _between(runs, last, size))


def words_of_runs(units: str, runs: Iterable[Run]) -> dict[str, int]:
    """``words_by_origin`` of a text that ``runs`` tile."""
    every = tuple(runs)
    ends = accumulate(run.length for run in every)
    return _counted(units, zip(ends, (run.source.origin for run in every), strict=True))


def _between(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs from unit ``start`` up to ``end``; the offsets in what they refer to are not kept."""
    found, at = [], 0
    for run in runs:
        length = min(end, at + run.length) - max(start, at)
        if length > 0:
            found.append(Run(length, run.source))
        at += run.length
    return tuple(found)


def _counted(units: str, spans: Iterable[tuple[int, Origin]]) -> dict[str, int]:
    """``words_by_origin`` with the end and the origin of each span."""
    counts = {**dict.fromkeys((str(o) for o in Origin), 0), MIXED: 0}
    rest = iter(spans)
    span = next(rest, None)
    for start, end in words(units):
        while span is not None and span[0] <= start:
            span = next(rest, None)
        if span is None:
            break
        origin = span[1]
        whole = True
        while span is not None and span[0] < end:
            span = next(rest, None)
            whole = whole and span is not None and span[1] is origin
        counts[str(origin) if whole else MIXED] += 1
    return counts
