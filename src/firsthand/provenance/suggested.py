"""What suggestions have shown, and where words of a text are theirs.

Words are taken to be a suggestion's if they are, in this order,

- ``Rule.RETYPED``: eight or more words in a row of it;
- ``Rule.RARE``: five to seven words in a row of it that are rare together (``rarity``);
- ``Rule.ALIGNED``: at least 13 of 15 words in a row, in the suggestion's order and hardly stretched, around four in
  a row.

A word that stood in the manuscript with its neighbours before the suggestion was shown is the author's: it neither
counts nor is taken. The rules and their rates of error are in ``docs/recognition.md``.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

from firsthand.patterns import late
from firsthand.provenance.origins import Rule
from firsthand.provenance.rarity import rarity
from firsthand.provenance.tokens import Token, tokens, weight
from firsthand.provenance.units import to_units

LONG = 8  # words in a row that are always the suggestion's
SHORT = 5  # words in a row that are, if they are rare together
RARE = 5.5  # from which rarity on they are
WINDOW, SAME = 15, 13  # of so many words in a row, so many must be the same
STRETCH = 17  # words of the suggestion that a window may reach over
_ENDS = late(r"[.!?…\n]")
GRAM = 4  # words in a row by which a suggestion is found at all, and by which it is told that words had stood before
_STEP = 2  # every second place of a suggestion is found; five words in a row hold one such place
_MOST = 64  # suggestions looked at for one seed, the latest


class Shown(Struct, frozen=True):
    """A suggestion: its text in unit form, its tokens, their forms, and for each whether it had stood before."""

    id: str
    units: str
    tokens: list[Token]
    forms: list[str]
    line: str
    stood: list[bool]

    def sentences(self, first: int, last: int) -> bool:
        """Whether the tokens from index ``first`` up to ``last`` begin and end with a sentence, or with the text."""
        before = self.units[self.tokens[first - 1].end : self.tokens[first].start] if first else "."
        after = self.units[self.tokens[last - 1].end : self.tokens[last].start] if last < len(self.tokens) else "."
        return _ENDS().search(before) is not None and _ENDS().search(after) is not None


class Told(NamedTuple):
    """What was said of a suggestion when it was shown: its text, and the ranges of it (UTF-16 units) that had stood."""

    suggestion: str
    text: str
    stood: tuple[tuple[int, int], ...] = ()


class Hit(NamedTuple):
    """The word at index ``mine`` of a text is the word at index ``theirs`` of a suggestion, by a rule."""

    mine: int
    shown: Shown
    theirs: int
    rule: Rule


class _Row(NamedTuple):
    """Words in a row: ``length`` of them from ``mine`` in the text and from ``theirs`` in a suggestion."""

    mine: int
    theirs: int
    length: int
    shown: Shown


class Suggested:
    """Everything that suggestions have shown. Their words are looked at when it is first asked for any."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        """All of it, in its order."""
        self._shown: list[Shown] = []  # what is looked at of it by now
        self._seeds: dict[int, int | list[int]] = {}

    def __len__(self) -> int:
        return len(self.told)

    def show(self, suggestion: str, text: str, stood: Iterable[tuple[int, int]] = ()) -> None:
        """A suggestion was shown; ``stood`` are the ranges of it (UTF-16 units) that stood in the manuscript."""
        self.told.append(Told(suggestion, text, tuple(stood)))

    def prepare(self, most: int | None = None) -> bool:
        """Look at all that was shown, or at so many more; False if nothing is left to look at."""
        here = len(self._shown)
        for told in self.told[here : None if most is None else here + most]:
            self._look_at(told)
        return len(self._shown) < len(self.told)

    def _look_at(self, told: Told) -> None:
        units = to_units(told.text)
        found = tokens(units)
        words = [token.form for token in found]
        stood = [any(a <= token.start < b for a, b in told.stood) for token in found]
        shown = Shown(told.suggestion, units, found, words, f" {' '.join(words)} ", stood)
        number = len(self._shown)
        self._shown.append(shown)
        for place in range(0, len(found) - GRAM + 1, _STEP):
            key, value = hash(tuple(shown.forms[place : place + GRAM])), number << 16 | place
            known = self._seeds.setdefault(key, value)
            if isinstance(known, list):
                known.append(value)
            elif known != value:
                self._seeds[key] = [known, value]

    def suspects(self, forms: Sequence[str | None]) -> bool:
        """Whether any four words in a row begin at a place where a suggestion can be found."""
        self.prepare()
        return not self._seeds.keys().isdisjoint(map(hash, zip(forms, forms[1:], forms[2:], forms[3:], strict=False)))

    def get(self, suggestion: str) -> Shown | None:
        """The suggestion of an id as it was shown last."""
        self.prepare()
        return next((shown for shown in reversed(self._shown) if shown.id == suggestion), None)

    def whole(self, found: Sequence[Token]) -> list[Hit]:
        """The tokens of a stretch if they are all of a suggestion, or whole sentences of it; the latest such one."""
        words = [token.form for token in found]
        if len(words) < 2:
            return []
        self.prepare()
        line = f" {' '.join(words)} "
        for shown in reversed(self._shown):
            place = shown.line.find(line)
            if place < 0:
                continue
            first = shown.line.count(" ", 0, place)
            if shown.sentences(first, first + len(words)):
                hits = [Hit(k, shown, first + k, Rule.SHOWN) for k in range(len(words)) if not shown.stood[first + k]]
                if 2 * len(hits) >= len(words):
                    return hits
        return []

    def hits(self, words: Sequence[str | None]) -> list[Hit]:
        """Which words are a suggestion's, in order; None stands for a word that cannot be."""
        rows = self._rows(words)
        taken: dict[int, Hit] = {}
        for row in sorted(rows, key=lambda r: -r.length):
            rule = _rule(row)
            if rule is not None:
                for k in range(row.length):
                    if not row.shown.stood[row.theirs + k]:
                        taken.setdefault(row.mine + k, Hit(row.mine + k, row.shown, row.theirs + k, rule))
        for shown in _worth_aligning(rows):
            for hit in _aligned(words, shown):
                taken.setdefault(hit.mine, hit)
        return [taken[index] for index in sorted(taken)]

    def _rows(self, words: Sequence[str | None]) -> list[_Row]:
        """All rows of words that a seed lies in, each once."""
        self.prepare()
        rows: list[_Row] = []
        covered: set[tuple[int, int, int]] = set()
        for index in range(len(words) - GRAM + 1):
            known = self._seeds.get(hash(tuple(words[index : index + GRAM])))
            if known is None:
                continue
            for value in known[-_MOST:] if isinstance(known, list) else (known,):
                number, place = value >> 16, value & 0xFFFF
                if (number, place - index, index) not in covered:
                    row = _grown(words, index, self._shown[number], place)
                    covered.update((number, place - index, row.mine + k) for k in range(row.length))
                    rows += [row] if row.length >= GRAM else []
        return rows


def _grown(words: Sequence[str | None], index: int, shown: Shown, place: int) -> _Row:
    """The longest row through a seed."""
    theirs, first, last = shown.forms, 0, 0
    while index + last < len(words) and place + last < len(theirs) and words[index + last] == theirs[place + last]:
        last += 1
    while index - first > 0 and place - first > 0 and words[index - first - 1] == theirs[place - first - 1]:
        first += 1
    return _Row(index - first, place - first, first + last, shown)


def _rule(row: _Row) -> Rule | None:
    new = [k for k in range(row.theirs, row.theirs + row.length) if not row.shown.stood[k]]
    counted = sum(weight(row.shown.forms[k]) for k in new)
    if counted >= LONG:
        return Rule.RETYPED
    rare = counted >= SHORT and rarity(row.shown.forms[k] for k in new) >= RARE
    return Rule.RARE if rare else None


def _worth_aligning(rows: Sequence[_Row]) -> Iterator[Shown]:
    """The suggestions with rows enough for a window; of three rows in one, two may be too short to be seen."""
    held: dict[str, int] = {}
    for row in rows:
        held[row.shown.id] = held.get(row.shown.id, 0) + row.length
    shown = {row.shown.id: row.shown for row in rows}
    return (
        shown[one] for one, count in held.items() if count >= SAME - 2 * (GRAM - 1) and len(shown[one].forms) >= SAME
    )


def _aligned(words: Sequence[str | None], shown: Shown) -> Iterator[Hit]:
    """The words of all windows in which at least ``SAME`` of ``WINDOW`` words are the suggestion's."""
    pairs: dict[int, int] = {}
    mine = [word if word is not None else index for index, word in enumerate(words)]
    matcher: SequenceMatcher[str | int] = SequenceMatcher(None, mine, shown.forms, autojunk=False)
    for block in matcher.get_matching_blocks():
        pairs.update((block.a + k, block.b + k) for k in range(block.size))
    if len(pairs) < SAME:
        return iter(())
    order = sorted(pairs)
    found: set[int] = set()
    for low, index in enumerate(order[: len(order) - SAME + 1]):
        high = bisect_left(order, index + WINDOW, low + SAME - 1)
        inside = order[low:high]
        if len(inside) >= SAME and pairs[inside[-1]] - pairs[index] < STRETCH:
            new = [one for one in inside if not shown.stood[pairs[one]]]
            found.update(new if len(new) >= LONG else ())
    return (Hit(index, shown, pairs[index], Rule.ALIGNED) for index in sorted(found))
