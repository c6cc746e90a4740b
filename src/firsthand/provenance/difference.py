"""What differs between two versions of a text, found so that what did not change is left alone.

The theory. Whoever learns of a change by its result (a page that reports a range as wide as the whole text while one
word in it is new, a file that another program wrote) must not touch the origin of what stayed.
First the common beginning and end are cut off; that settles nearly every case. Where both sides still have something
left, paragraphs are matched, then words within the paragraphs that differ, then characters within the words that
differ. A level that finds too little in common gives up and calls the whole stretch replaced: a rewritten sentence
shares "the" and "of" with the old one by accident, and accident must not make anybody's words survive.

    >>> [(e.start, e.end, e.inserted) for e in edits("aa bb aa bb aa", "ccc bb ccc bb ccc")]
    [(0, 2, 'ccc'), (6, 8, 'ccc'), (12, 14, 'ccc')]

Where a letter was put next to the same letter the texts alone cannot say which of the two is new; ``caret``, the place
of the caret after the edit, decides. Texts are in unit form, places in UTF-16 units; no edit divides a surrogate pair.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Edit:
    """The units from ``start`` up to ``end`` of the old text give way to ``inserted`` (unit form)."""

    start: int
    end: int
    inserted: str


@dataclass(frozen=True)
class _Level:
    """How texts are taken apart: what a token is, how many may be compared, what share must be the same."""

    token: re.Pattern[str]
    most: int
    share: float


_PAIR = "[\ud800-\udbff][\udc00-\udfff]"
_ONE_BY_ONE = "\u2e80-\u9fff\uac00-\ud7af"  # scripts that are written without spaces
_LEVELS = (
    _Level(re.compile(r"[^\n]*\n|[^\n]+"), 20_000, 0.0),
    _Level(re.compile(rf"(?:{_PAIR}|[{_ONE_BY_ONE}]|[^\W{_ONE_BY_ONE}]+|[^\w\s]|\s)[^\S\n]*"), 1_500, 0.35),
    _Level(re.compile(rf"{_PAIR}|.", re.DOTALL), 300, 0.5),
)


def edits(old: str, new: str, caret: int | None = None) -> list[Edit]:
    """The edits that make ``new`` of ``old``, in order and apart from each other, places counted in ``old``."""
    whole = narrowed(old, new, caret)
    if whole is None:
        return []
    return list(_refined(old[whole.start : whole.end], whole.inserted, whole.start, _LEVELS))


def narrowed(old: str, new: str, caret: int | None = None) -> Edit | None:
    """The one smallest edit that makes ``new`` of ``old``; None if they are the same."""
    if old == new:
        return None
    shorter = min(len(old), len(new))
    head = _whole(old, new, common_start(old, new))
    tail = common_end(old, new)
    if head + tail > shorter and caret is not None:
        lowest = max(0, shorter - tail)
        wanted = caret - (len(new) - shorter)
        chosen = min(max(wanted, lowest), head)
        head = chosen if _whole(old, new, chosen) == chosen else head
    elif head + tail > shorter:
        head = _readable(old if len(old) > len(new) else new, max(0, shorter - tail), head)
    tail = min(tail, shorter - head)
    while tail and _divides(old, len(old) - tail) | _divides(new, len(new) - tail):
        tail -= 1
    return Edit(head, len(old) - tail, new[head : len(new) - tail])


def common_start(first: str, second: str) -> int:
    """How many units the two begin with in common."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(first: str, second: str) -> int:
    """How many units the two end with in common."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[len(first) - middle : len(first) - low] == second[len(second) - middle : len(second) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _readable(longer: str, lowest: int, highest: int) -> int:
    """Where a stretch that came or went should be said to begin: with a line if it can, else with a word.

    "one two " less "two " is the same text as less "wo t"; a writer means the former.
    """
    line = longer.rfind("\n", max(0, lowest - 1), highest)
    if line >= 0 or lowest == 0:
        return line + 1
    word = longer.rfind(" ", lowest - 1, highest)
    return word + 1 if word >= 0 else highest


def _divides(text: str, at: int) -> bool:
    """Whether ``at`` lies inside a surrogate pair."""
    return 0 < at < len(text) and "\ud800" <= text[at - 1] <= "\udbff" and "\udc00" <= text[at] <= "\udfff"


def _whole(old: str, new: str, head: int) -> int:
    """``head``, or the place before it if it divides a surrogate pair of either text."""
    return head - 1 if _divides(old, head) or _divides(new, head) else head


def _refined(old: str, new: str, at: int, levels: tuple[_Level, ...]) -> Iterator[Edit]:
    """The edits from ``old``, which stands at ``at``, to ``new``, by the first of ``levels`` and those after it."""
    one = narrowed(old, new)
    if one is None:
        return
    whole = Edit(at + one.start, at + one.end, one.inserted)
    if not levels or not one.inserted or one.start == one.end:
        yield whole
        return
    level, finer = levels[0], levels[1:]
    before, after = level.token.findall(old), level.token.findall(new)
    if len(before) == len(after) == 1:
        yield from _refined(old, new, at, finer)
        return
    if max(len(before), len(after)) > level.most:
        yield whole
        return
    steps = SequenceMatcher(None, before, after, autojunk=level is _LEVELS[0]).get_opcodes()
    kept = sum(len("".join(before[a:b])) for tag, a, b, _, _ in steps if tag == "equal")
    if kept < level.share * max(len(old), len(new)) and not (finer and _close(old, new)):
        yield whole
        return
    place = at
    for tag, a, b, c, d in steps:
        if tag == "equal":
            place += len("".join(before[a:b]))
            continue
        for left, right in _pairs(before[a:b], after[c:d]):
            yield from _refined(left, right, place, finer)
            place += len(left)


def _close(old: str, new: str) -> bool:
    """Whether two short stretches are worth comparing by character although they share few whole words."""
    return max(len(old), len(new)) <= 64 and SequenceMatcher(None, old, new, autojunk=False).ratio() >= 0.6


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """The stretches to compare further: token by token where there are as many of each, else all at once."""
    if len(before) == len(after):
        yield from zip(before, after, strict=True)
    else:
        yield "".join(before), "".join(after)
