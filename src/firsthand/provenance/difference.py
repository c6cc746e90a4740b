"""What differs between two versions of a text, found so that what did not change is left alone.

The theory. Whoever learns of a change by its result (a page that reports a range as wide as the whole text while one
word in it is new, a file that another program wrote) must not touch the origin of what stayed.
First the common beginning and end are cut off; that settles nearly every case. Where both sides still have something
left, paragraphs are matched, then words within the paragraphs that differ, then characters within the words that
differ. A stretch of 32 units or more that both sides have is no accident and is kept, however much changed round it.
What lies between such stretches is judged by itself: where it has too little in common it is called replaced, for a
rewritten sentence shares "the" and "of" with the old one by accident, and accident must not make anybody's words
survive.

    >>> [(e.start, e.end, e.inserted) for e in edits("aa bb aa bb aa", "ccc bb ccc bb ccc")]
    [(0, 2, 'ccc'), (6, 8, 'ccc'), (12, 14, 'ccc')]

Long texts are matched from their anchors, the runs of tokens that are as frequent on both sides, so that the time it
takes grows with the length and not with its square. Where a letter was put next to the same letter the texts alone
cannot say which of the two is new; ``caret``, the place of the caret after the edit, decides. Texts are in unit form,
places in UTF-16 units; no edit divides a surrogate pair.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from firsthand.patterns import late


class Edit(Struct, frozen=True):
    """The units from ``start`` up to ``end`` of the old text give way to ``inserted`` (unit form)."""

    start: int
    end: int
    inserted: str


class _Level(Struct, frozen=True):
    """How texts are taken apart and put beside each other.

    ``token`` is what they are taken apart into. Stretches in common of ``_SURE`` units are looked for from runs of
    ``run`` tokens with at least ``least`` units. Of the rest, at most ``most`` tokens are compared each with each, and
    a ``share`` of the units must be the same.
    """

    token: Callable[[], re.Pattern[str]]
    run: int
    least: int
    most: int
    share: float


class _Block(Struct, frozen=True):
    """``length`` tokens that stand at ``before`` in the old text and at ``after`` in the new one."""

    before: int
    after: int
    length: int


_SURE = 32  # units that two texts do not have in common by accident
_BESIDE = 16  # units of what is kept beside a stretch that speak for what lies in it
_PAIR = "[\ud800-\udbff][\udc00-\udfff]"
_ONE_BY_ONE = "\u2e80-\u9fff\uac00-\ud7af"  # scripts that are written without spaces
_LEVELS = (
    _Level(late(r"[^\n]*\n|[^\n]+"), 1, _SURE, 1_500, 0.0),
    _Level(late(rf"(?:{_PAIR}|[{_ONE_BY_ONE}]|[^\W{_ONE_BY_ONE}]+|[^\w\s]|\s)[^\S\n]*"), 4, 8, 1_500, 0.35),
    _Level(late(rf"{_PAIR}|.", re.DOTALL), 0, 0, 300, 0.5),
)


def edits(old: str, new: str, caret: int | None = None) -> list[Edit]:
    """The edits that make ``new`` of ``old``, in order and apart from each other, places counted in ``old``."""
    whole = narrowed(old, new, caret)
    if whole is None:
        return []
    if not whole.inserted or whole.start == whole.end:
        return [whole]
    start = old.rfind("\n", 0, whole.start) + 1
    tail = old.find("\n", whole.end) + 1 or len(old)
    found = list(_refined(old[start:tail], new[start : len(new) - (len(old) - tail)], start, _LEVELS))
    kept_less = sum(one.end - one.start for one in found) > whole.end - whole.start
    return [whole] if kept_less else found


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
    one = _simple(old, new, at, levels)
    if one is not None:
        yield from one
        return
    level, finer = levels[0], levels[1:]
    before, after = level.token().findall(old), level.token().findall(new)
    if len(before) == len(after) == 1:
        yield from _refined(old, new, at, finer)
        return
    blocks = _anchored(before, after, level.run, level.least) if level.run else []
    blocks = [block for block in blocks if _units(before, block) >= _SURE]
    for place, left, right in _gaps(before, after, blocks, at):
        sides = (place > at) + (place + sum(map(len, left)) < at + len(old))
        yield from _judged(left, right, place, levels, sides * _BESIDE)


def _judged(before: list[str], after: list[str], at: int, levels: tuple[_Level, ...], beside: int) -> Iterator[Edit]:
    """The edits between two rows of tokens that have no long stretch in common, with ``beside`` units kept beside."""
    level, finer = levels[0], levels[1:]
    head, tail = _common_ends(before, after)
    first, last = sum(map(len, before[:head])), sum(map(len, before[len(before) - tail :]))
    at, beside = at + first, min(beside + first + last, 2 * _BESIDE) if finer else 0
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    old, new = "".join(before), "".join(after)
    one = _simple(old, new, at, levels)
    if one is not None:
        yield from one
        return
    blocks = _matching(before, after, level)
    kept = sum(_units(before, block) for block in blocks) + beside
    if kept < level.share * (max(len(old), len(new)) + beside) and not (finer and _close(old, new)):
        yield from _simple(old, new, at, ()) or ()
        return
    for place, some, others in _gaps(before, after, blocks, at):
        for left, right in _pairs(some, others, level):
            yield from _refined(left, right, place, finer)
            place += len(left)


def _simple(old: str, new: str, at: int, levels: tuple[_Level, ...]) -> list[Edit] | None:
    """The edits if there is none or one that nothing makes finer; None if it is worth looking closer."""
    one = narrowed(old, new)
    if one is None:
        return []
    if levels and one.inserted and one.start < one.end:
        return None
    return [Edit(at + one.start, at + one.end, one.inserted)]


def _units(tokens: list[str], block: _Block) -> int:
    return sum(map(len, tokens[block.before : block.before + block.length]))


def _common_ends(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many tokens two rows begin with in common, and how many they end with besides."""
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next((n for n in range(shorter - head) if before[-n - 1] != after[-n - 1]), shorter - head)
    return head, tail


def _gaps(
    before: list[str], after: list[str], blocks: Iterable[_Block], at: int
) -> Iterator[tuple[int, list[str], list[str]]]:
    """What lies before, between and behind the blocks: where in the text, and the tokens of both sides."""
    a = b = 0
    for block in (*blocks, _Block(len(before), len(after), 0)):
        if a < block.before or b < block.after:
            yield at, before[a : block.before], after[b : block.after]
        a, b, behind = block.before + block.length, block.after + block.length, a
        at += sum(map(len, before[behind:a]))


def _matching(before: list[str], after: list[str], level: _Level) -> list[_Block]:
    """What the two rows have in common, in order; beyond ``level.most`` tokens only round what is easily found."""
    if max(len(before), len(after)) <= level.most:
        found = SequenceMatcher(None, before, after, autojunk=level is _LEVELS[0]).get_matching_blocks()
        return [_Block(*one) for one in found if one.size]
    blocks = []
    a = b = 0
    for block in (*(_anchored(before, after, 1, 1) if level.run else ()), _Block(len(before), len(after), 0)):
        left, right = before[a : block.before], after[b : block.after]
        if left and right and max(len(left), len(right)) <= level.most:
            blocks += [_Block(a + m.before, b + m.after, m.length) for m in _matching(left, right, level)]
        blocks.append(block)
        a, b = block.before + block.length, block.after + block.length
    return blocks[:-1]


def _anchored(before: list[str], after: list[str], run: int, least: int) -> list[_Block]:
    """What the two rows have in common, in order, found from runs of ``run`` tokens with at least ``least`` units.

    A run that is as frequent on one side as on the other is taken to be the same, the first the first, and so on; of
    those that contradict each other in their order the most are kept that do not.
    """
    there = _places(after, run, least)
    pairs: list[tuple[int, int]] = []
    for key, here in _places(before, run, least).items():
        others = there.get(key, ())
        if len(here) == len(others):
            pairs += zip(here, others, strict=True)
    blocks: list[_Block] = []
    a = b = 0
    for i, j in _rising(sorted(pairs)):
        if i < a or j < b:
            continue  # it lies in the block that grew from the pair before
        back = 0
        while i - back > a and j - back > b and before[i - back - 1] == after[j - back - 1]:
            back += 1
        most = min(len(before) - i, len(after) - j)
        forth = next((n for n in range(most) if before[i + n] != after[j + n]), most)
        blocks.append(_Block(i - back, j - back, back + forth))
        a, b = i + forth, j + forth
    return blocks


def _places(tokens: list[str], run: int, least: int) -> dict[tuple[str, ...], list[int]]:
    """Where each run of ``run`` tokens begins, if it has ``least`` units."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, key in enumerate(zip(*(tokens[n:] for n in range(run)), strict=False)):
        if sum(map(len, key)) >= least:
            places.setdefault(key, []).append(at)
    return places


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of sorted pairs in which the second numbers rise too."""
    ends: list[int] = []  # the least second number that a choice of each length ends with
    last: list[int] = []  # and which pair that is
    earlier: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        earlier.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [number]
    chosen = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = earlier[number]
    return chosen[::-1]


def _close(old: str, new: str) -> bool:
    """Whether two short stretches are worth comparing by character although they share few whole words."""
    return max(len(old), len(new)) <= 64 and SequenceMatcher(None, old, new, autojunk=False).ratio() >= 0.6


def _pairs(before: list[str], after: list[str], level: _Level) -> Iterator[tuple[str, str]]:
    """The stretches to compare further: word by word where there are as many of each, else all at once."""
    if len(before) == len(after) and level is not _LEVELS[0]:
        yield from zip(before, after, strict=True)
    else:
        yield "".join(before), "".join(after)
