"""What a manuscript has seen of its own: the text that stands in its scenes, and what was taken out of them.

Asked about a stretch of text, it answers with the text that equals it and the runs that has, or had. Texts are compared
by their tokens (``tokens``), so that other quotes, dashes, case and white space do not hide them. Text is known again

- if the whole stretch, of 20 or more characters, equals text seen before (words may be cut off at its ends), and at
  least half of it is words, for what is not cannot be compared;
- or as far as eight or more of its words in a row do.

What was taken out comes first (``Rule.MOVED``), the latest before the earlier; then what stands (``Rule.COPIED``).
Places and lengths are UTF-16 units.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from firsthand.provenance.origins import Change, Rule, Run, join_runs
from firsthand.provenance.text import TrackedText
from firsthand.provenance.tokens import Token, forms, goes_on, tokens, weight
from firsthand.provenance.units import from_units, to_units

SHORTEST = 20  # UTF-16 units of a stretch that is looked up as a whole
WORDS = 8  # words in a row that are always known again
GRAM = 4  # words in a row by which it is told that words stood in the manuscript
_OVERLAP = 128  # units of the next piece that a line goes on into
_REACH = 64  # words behind a piece that a row of words may go on over
_NONE = range(0)
_REMEMBERED = 4_000_000  # units of removed text that are kept, the latest


Standing = TrackedText | Callable[[], TrackedText]
"""A scene's text, or what gives it when it is first looked at."""

Removed = tuple[str, tuple[Run, ...]]
"""Text that was taken out of the manuscript, and whose it was."""


class Match(NamedTuple):
    """The tokens of a stretch from index ``first`` up to ``last`` equal ``tokens`` of a text seen before.

    These tokens' places count in ``units``, whose runs are ``runs``; it reaches to the words around them.
    """

    first: int
    last: int
    rule: Rule
    units: str
    runs: tuple[Run, ...]
    tokens: Sequence[Token]


class _Line:
    """The forms of the tokens of a piece of text, in one line to search in; no word is cut at its ends."""

    def __init__(self, units: str, following: str) -> None:
        self.units = units
        self.read = False
        self._following = following

    @cached_property
    def forms(self) -> str:
        return " ".join(forms(self.units))

    @cached_property
    def count(self) -> int:
        return self.forms.count(" ") + 1 if self.forms else 0

    @cached_property
    def grams(self) -> frozenset[int]:
        """All rows of ``GRAM`` words that begin in it, hashed; the last ones go on into the piece that follows."""
        self.read = True
        return frozenset(map(hash, grams(self.forms.split() + forms(self._following)[: GRAM - 1], GRAM)))


class _View:
    """A text, and its tokens as lines, made when first needed and again where the text has changed."""

    def __init__(self, text: Standing, rule: Rule) -> None:
        self._text, self.rule = text, rule
        self._lines: list[_Line] | None = None
        self._known: dict[tuple[str, str], _Line] = {}
        self._whole: str | None = None

    @property
    def text(self) -> TrackedText:
        if not isinstance(self._text, TrackedText):
            self._text = self._text()
        return self._text

    @property
    def lines(self) -> list[_Line]:
        if self._lines is None:
            cut = _uncut(self.text.pieces())
            heads = (*(piece[:_OVERLAP] for piece in cut[1:]), "")
            keys = list(zip(cut, heads, strict=True))
            self._known = {key: self._known.get(key) or _Line(*key) for key in keys}
            self._lines = [self._known[key] for key in keys]
        return self._lines

    @property
    def line(self) -> str:
        """All its tokens in one line."""
        if self._whole is None:
            self._whole = " ".join(line.forms for line in self.lines if line.count)
        return self._whole

    def changed(self) -> None:
        self._lines = self._whole = None

    def suspicious(self, rows: frozenset[int]) -> Iterator[tuple[int, list[str], int]]:
        """The lines that may hold ``WORDS`` words in a row of those rows.

        Of each the index of its first token, the forms, which go on into the lines behind, and how many are its own.
        """
        lines = self.lines
        held = [len(rows & line.grams) for line in lines]
        index = 0
        for number, line in enumerate(lines):
            last, reach = number + 1, 0
            while last < len(lines) and reach < _REACH:
                reach += lines[last].count
                last += 1
            if held[number] and sum(held[number:last]) > WORDS - GRAM:
                yield index, [form for one in lines[number:last] for form in one.forms.split()], line.count
            index += line.count

    def within(self, at: int, length: int) -> range:
        """The indices of the tokens that stand, wholly or in part, in so many units from ``at`` on."""
        return range(self._before(at, after=False), self._before(at + length, after=True))

    def _before(self, place: int, *, after: bool) -> int:
        """How many tokens end (or, with ``after``, begin) before a place."""
        index = start = 0
        for line in self.lines:
            if place <= start + len(line.units):
                place -= start
                return index + sum((t.start if after else t.end - 1) < place for t in _tokens(line.units))
            index, start = index + line.count, start + len(line.units)
        return index

    def match(self, token: int, first: int, last: int) -> Match:
        """The match of a stretch's tokens, ``first`` up to ``last``, with those here from index ``token`` on."""
        near = self._near(max(0, token - 1), token + last - first + 1)
        begin = 1 if token else 0
        after = begin + last - first
        start = near[0].end if token else 0
        end = near[after].start if after < len(near) else len(self.text)
        here = [Token(t.start - start, t.end - start, t.form) for t in near[begin:after]]
        return Match(first, last, self.rule, self.text.units(start, end), self.text.runs(start, end), here)

    def _near(self, first: int, last: int) -> list[Token]:
        """The tokens from index ``first`` up to ``last``, as far as there are any."""
        out: list[Token] = []
        index = start = 0
        for line in self.lines:
            if first < index + line.count and index < last:
                part = _tokens(line.units)[max(0, first - index) : last - index]
                out += [Token(start + t.start, start + t.end, t.form) for t in part]
            index, start = index + line.count, start + len(line.units)
        return out


@lru_cache(maxsize=4)
def _tokens(units: str) -> list[Token]:
    """``tokens``, kept for the pieces that are looked at again and again."""
    return tokens(units)


def _uncut(pieces: tuple[str, ...]) -> list[str]:
    """The pieces, each with the rest of its last word, if the next piece began with that."""
    out = list(pieces)
    for index in range(1, len(out)):
        if out[index - 1] and goes_on(out[index - 1][-1]):
            rest = next((n for n, unit in enumerate(out[index]) if not goes_on(unit)), len(out[index]))
            out[index - 1], out[index] = out[index - 1] + out[index][:rest], out[index][rest:]
    return out


class _Removal:
    """Text that is being taken out of a scene, bit by bit, at one place."""

    def __init__(self, scene: str, at: int) -> None:
        self.scene, self.at = scene, at
        self.parts: deque[tuple[str, tuple[Run, ...]]] = deque()

    def take(self, scene: str, at: int, units: str, runs: tuple[Run, ...]) -> bool:
        """Take what stood next to it; False if it did not."""
        if scene != self.scene or self.at not in (at, at + len(units)):
            return False
        if at == self.at:
            self.parts.append((units, runs))
        else:
            self.parts.appendleft((units, runs))
            self.at = at
        return True

    def text(self) -> TrackedText:
        whole = from_units("".join(units for units, _ in self.parts))
        return TrackedText(whole, join_runs(run for _, runs in self.parts for run in runs))


class Seen:
    """The scenes of a manuscript, and the text that was taken out of them."""

    def __init__(self) -> None:
        self._scenes: dict[str, _View] = {}
        self._removed: deque[_View] = deque()
        self._held = 0
        self._earlier: Callable[[], Sequence[Removed]] | None = None
        self._removal: _Removal | None = None

    def removed(self) -> list[Removed]:
        """What was taken out of the scenes, in its order, as far as it is known again."""
        self._recall()
        return [(view.text.text, view.text.runs()) for view in self._removed]

    def removing(self) -> tuple[str, int, tuple[Removed, ...]] | None:
        """What is being taken out bit by bit: of which scene, at which place, and its parts."""
        removal = self._removal
        if removal is None:
            return None
        return removal.scene, removal.at, tuple((from_units(units), runs) for units, runs in removal.parts)

    def recall(
        self,
        removed: Callable[[], Sequence[Removed]],
        held: int,
        removing: tuple[str, int, tuple[Removed, ...]] | None,
    ) -> None:
        """Know again what ``removed`` gives, ``held`` units together, and what was being taken out (``removing``)."""
        self._earlier, self._held = removed, held
        if removing is not None:
            scene, at, parts = removing
            self._removal = _Removal(scene, at)
            self._removal.parts.extend((to_units(text), runs) for text, runs in parts)

    @property
    def held(self) -> int:
        """How many units of what was taken out are known again."""
        return self._held

    def stands(self, scene: str, text: Standing) -> None:
        """``text`` is that of a scene, now and as it changes."""
        self._scenes[scene] = _View(text, Rule.COPIED)

    def text(self, scene: str) -> TrackedText:
        """The text of a scene; KeyError if it is not known."""
        return self._scenes[scene].text

    def changed(self, scene: str, inverse: Change) -> None:
        """A scene was changed; ``inverse`` takes it back. Text taken out key by key is as good as at once."""
        if scene in self._scenes:
            self._scenes[scene].changed()
        units = inverse.units()
        if units and (self._removal is None or not self._removal.take(scene, inverse.at, units, inverse.runs())):
            self._keep()
            self._removal = _Removal(scene, inverse.at)
            self._removal.take(scene, inverse.at, units, inverse.runs())
        if inverse.removed and self._removal is not None and self._removal.scene == scene:
            self._keep()

    def read(self, most: int) -> bool:
        """Read ``most`` more pieces of all texts, so that ``stood`` need not; False if none is left."""
        self._recall()
        unread = list(islice((line for line in self._lines() if not line.read), most))
        for line in unread:
            line.grams  # noqa: B018 - kept from now on
        return bool(unread)

    def _lines(self) -> Iterator[_Line]:
        """All pieces of what stands and of what was taken out."""
        return (line for view in (*self._scenes.values(), *self._removed) for line in view.lines)

    def stood(self, words: Sequence[str]) -> list[bool]:
        """For each of these words, whether it is one of ``GRAM`` in a row that stand, or stood, in the manuscript."""
        self._keep()
        self._recall()
        out = [False] * len(words)
        rows = {place: hash(row) for place, row in enumerate(grams(words, GRAM))}
        for line in self._lines():
            for place, row in rows.items():
                if row in line.grams:
                    out[place : place + GRAM] = [True] * GRAM
        return out

    def matches(self, scene: str, at: int, length: int, mine: Sequence[Token]) -> list[Match]:
        """What is known of a stretch that now stands in a scene, whose tokens are ``mine``; in order, and apart."""
        self._keep()
        if not mine:
            return []
        if length >= SHORTEST and 2 * sum(t.end - t.start for t in mine) >= length:
            whole = self._whole(scene, at, length, mine)
            if whole is not None:
                return [whole]
        return self._parts(scene, at, length, mine) if sum(weight(t.form) for t in mine) >= WORDS else []

    def _whole(self, scene: str, at: int, length: int, mine: Sequence[Token]) -> Match | None:
        needle = " ".join(token.form for token in mine)
        for view, own in self._views(scene, at, length):
            place = view.line.find(needle)
            while place >= 0:
                index = view.line.count(" ", 0, place)
                if index + len(mine) <= own.start or index >= own.stop:
                    return view.match(index, 0, len(mine))
                place = view.line.find(needle, place + 1)
        return None

    def _parts(self, scene: str, at: int, length: int, mine: Sequence[Token]) -> list[Match]:
        wanted = [token.form for token in mine]
        starts: dict[tuple[str, ...], int] = {}
        for index, gram in enumerate(grams(wanted, WORDS)):
            starts.setdefault(gram, index)
        rows = frozenset(map(hash, grams(wanted, GRAM)))
        found: list[Match] = []
        for view, own in self._views(scene, at, length):
            for index, theirs, count in view.suspicious(rows):
                until = 0
                for place, gram in enumerate(grams(theirs[: count + WORDS - 1], WORDS)):
                    first = starts.get(gram)
                    if first is None or place < until or own.start - WORDS < index + place < own.stop:
                        continue
                    last, until = first + WORDS, place + WORDS
                    stop = own.start - index if index + until <= own.start else len(theirs)
                    while last < len(wanted) and until < min(stop, len(theirs)) and wanted[last] == theirs[until]:
                        last, until = last + 1, until + 1
                    if not any(m.first < last and first < m.last for m in found):
                        found.append(view.match(index + place, first, last))
        return sorted(found)

    def _views(self, scene: str, at: int, length: int) -> Iterator[tuple[_View, range]]:
        """All that was seen, removed text from the latest on, then what stands; with the tokens to be left out."""
        self._recall()
        for view in reversed(self._removed):
            yield view, _NONE
        for name, view in self._scenes.items():
            yield view, view.within(at, length) if name == scene else _NONE

    def _keep(self) -> None:
        """What was being taken out is now a text of its own, if it is long enough ever to be known again."""
        removal, self._removal = self._removal, None
        if removal is None:
            return
        size = sum(len(units) for units, _ in removal.parts)
        if size < SHORTEST:
            return
        self._removed.append(_View(removal.text(), Rule.MOVED))
        self._held += size
        if self._held > _REMEMBERED:
            self._recall()
        while self._held > _REMEMBERED:
            self._held -= len(self._removed.popleft().text)

    def _recall(self) -> None:
        """Have at hand what was taken out in earlier sittings."""
        earlier, self._earlier = self._earlier, None
        if earlier is not None:
            views = [_View(TrackedText(text, runs), Rule.MOVED) for text, runs in earlier()]
            self._removed.extendleft(reversed(views))


def grams(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """All rows of so many words."""
    return zip(*(words[k:] for k in range(length)), strict=False)
