"""What changed between two texts, kept as small as it can be.

Whoever learns of a change only by its result (a page that reports too wide a range, a file that another program wrote)
must not touch the origin of what stayed. The two texts are compared by lines, what differs there by words, and what
differs there by characters. Where a comparison would be too long, the stretch counts as changed whole.

    >>> [(e.at, e.removed, e.inserted) for e in differences("The salt road", "The old salt lane")]
    [(4, 0, 'old '), (13, 4, 'lane')]
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

_LEVELS = (re.compile(r"[^\n]*\n|[^\n]+"), re.compile(r"\w+|\s|."), None)
_MOST_PAIRS = 4_000_000
_ALIKE = 0.34


class Edit(msgspec.Struct, frozen=True):
    """At ``at``, ``removed`` units go and ``inserted`` (unit form) comes."""

    at: int
    removed: int
    inserted: str


def differences(old: str, new: str) -> list[Edit]:
    """The edits that, made in their order, turn ``old`` into ``new``; both in unit form.

    Each edit's place is in the text as the edits before it have left it.
    """
    edits, shift = [], 0
    for start, end, inserted in _differ(old, new, 0, 0):
        edits.append(Edit(start + shift, end - start, inserted))
        shift += len(inserted) - (end - start)
    return edits


def trim(old: str, new: str) -> tuple[int, int]:
    """How many units ``old`` and ``new`` share at the start, and then at the end."""
    most = min(len(old), len(new))
    head = _common(old, new, most)
    tail = 0
    while tail < most - head and old[len(old) - 1 - tail] == new[len(new) - 1 - tail]:
        tail += 1
    return head, tail


def _slide(before: str, piece: str) -> int:
    """How far to the left a stretch that came or went should be said to lie, so that it begins with a line or a word.

    "one two " less "two " is the same text as less "wo t"; a writer means the former.
    """
    best, rank = 0, 0
    for left in range(min(len(before), len(piece)) + 1):
        if left and before[-left] != piece[-left]:
            break
        previous = before[len(before) - left - 1 : len(before) - left] or "\n"
        value = 2 if previous == "\n" else int(previous.isspace())
        if value > rank:
            best, rank = left, value
    return best


def _common(old: str, new: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _differ(old: str, new: str, base: int, level: int) -> Iterator[tuple[int, int, str]]:
    """The changed stretches of ``old``, which begins at ``base``, with what stands there in ``new``."""
    head, tail = trim(old, new)
    before = old[:head]
    old, new, base = old[head : len(old) - tail], new[head : len(new) - tail], base + head
    if not old or not new:
        if old or new:
            slid = _slide(before, old or new)
            piece = before[len(before) - slid :] + (old or new)[: len(old or new) - slid]
            yield (base - slid, base - slid + len(old), piece if new else "")
        return
    if level == len(_LEVELS):
        yield base, base + len(old), new
        return
    yield from _blocks(old, new, base, level)


def _blocks(old: str, new: str, base: int, level: int) -> Iterator[tuple[int, int, str]]:
    tokens = _LEVELS[level]
    olds, news = (list(old), list(new)) if tokens is None else (tokens.findall(old), tokens.findall(new))
    if len(olds) * len(news) > _MOST_PAIRS:
        yield base, base + len(old), new
        return
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    if tokens is None and matcher.ratio() < _ALIKE:
        yield base, base + len(old), new
        return
    old_ends, new_ends = _ends(olds), _ends(news)
    for tag, i, i2, j, j2 in matcher.get_opcodes():
        if tag != "equal":
            a, b = old_ends[i], old_ends[i2]
            c, d = new_ends[j], new_ends[j2]
            yield from _differ(old[a:b], new[c:d], base + a, level + 1)


def _ends(tokens: list[str]) -> list[int]:
    ends = [0]
    for token in tokens:
        ends.append(ends[-1] + len(token))
    return ends
