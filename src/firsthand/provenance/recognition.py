"""Finding out whose text really is that was seen to be typed, or to come from outside.

Two sorts of finding, made over what the program observed and kept beside it (``Finding``):

- text that came in one piece (a paste, a drop, an outside edit, an insertion that no key makes) and equals text that
  was taken out of the manuscript, or stands in it, has the origins which that has (``seen``); if a suggestion had shown
  it, it is the model's (``suggested``);
- words that the author's keys gave and a suggestion had shown are ``retyped`` (``suggested``).

Words that stood in the manuscript before the suggestion was shown are never taken for the suggestion's. Nothing here
changes a text: findings are given back to whoever changes texts. Places and lengths are UTF-16 units.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from firsthand.provenance.attribution import Found, by_hits, by_match, by_range
from firsthand.provenance.origins import Change, Origin, Rule, Source, Span
from firsthand.provenance.seen import Removed, Seen, Standing
from firsthand.provenance.suggested import GRAM, Suggested, Told
from firsthand.provenance.text import TrackedText
from firsthand.provenance.tokens import Token, forms, goes_on, tokens
from firsthand.provenance.units import length, to_units

__all__ = ["Found", "Memory", "Recogniser"]

_NEAR = 64  # units looked at on each side of a key for the first sign of a suggestion
_FAR = 240  # units looked at on each side when there is one: three windows of the longest rule
_BY_KEYS = frozenset({Origin.TYPED, Origin.RETYPED})


class Memory(NamedTuple):
    """What a recogniser knows beside the scenes that stand.

    ``removed`` gives what was taken out of them, ``held`` UTF-16 units together; ``removing`` is what is being taken
    out (of which scene, at which place, its parts); ``told`` are the suggestions.
    """

    removed: Callable[[], Sequence[Removed]]
    held: int
    removing: tuple[str, int, tuple[Removed, ...]] | None
    told: Sequence[Told]


class Recogniser:
    """What a manuscript has seen: text that stood in it and text that suggestions showed. One for all its scenes."""

    def __init__(self) -> None:
        self._seen = Seen()
        self._suggested = Suggested()
        self._unfinished: dict[str, int] = {}

    # What it is told

    def stands(self, scene: str, text: Standing) -> None:
        """``text`` is a scene of the manuscript, now and as it changes, or gives it when it is first needed."""
        self._seen.stands(scene, text)

    def memory(self) -> Memory:
        """All that it knows but the scenes, for ``recall``; not while an author writes: words may be unfinished."""
        return Memory(self._seen.removed, self._seen.held, self._seen.removing(), self._suggested.told)

    def recall(self, memory: Memory) -> None:
        """Know again what another recogniser knew. For one that was told of no change yet."""
        self._seen.recall(memory.removed, memory.held, memory.removing)
        self._suggested.told += memory.told

    def prepare(self, most: int) -> bool:
        """Look at ``most`` more of the suggestions, so that the first key need not; False if none is left."""
        return self._suggested.prepare(most)

    def changed(self, scene: str, inverse: Change) -> None:
        """A scene was changed, by whatever means; ``inverse`` takes that back. To be told of every change."""
        self._seen.changed(scene, inverse)
        place = self._unfinished.get(scene)
        if place is not None and inverse.at < place:
            self._unfinished[scene] = max(inverse.at, place - len(inverse.units())) + inverse.removed

    def stood(self, text: str, known: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
        """The ranges of a suggestion's text (UTF-16 units) whose words stand, or stood, in the manuscript.

        ``known`` are texts of the author's beside the manuscript that the model had seen, such as the wish.
        """
        found = tokens(to_units(text))
        words = [token.form for token in found]
        stood = self._seen.stood(words)
        for other in known:
            said = f" {' '.join(forms(to_units(other)))} "
            for first in range(len(words) - GRAM + 1):
                if f" {' '.join(words[first : first + GRAM])} " in said:
                    stood[first : first + GRAM] = [True] * GRAM
        return _ranges(found, stood)

    def read(self, most: int) -> bool:
        """Read ``most`` more pieces of the manuscript, so that ``stood`` need not; False if none is left."""
        return self._seen.read(most)

    def shown(self, suggestion: str, text: str, stood: Iterable[tuple[int, int]] = ()) -> None:
        """A suggestion was shown, of whose words those in ``stood`` had stood in the manuscript."""
        self._suggested.show(suggestion, text, stood)

    # What it finds

    def brought(self, scene: str, at: int, came: int, observed: Source) -> list[Found]:
        """What is found of text that came into a scene in one piece as ``observed``, and now stands there."""
        text = self._seen.text(scene)
        mine = tokens(text.units(at, at + came), at)
        found: list[Found] = []
        left = mine
        for match in self._seen.matches(scene, at, came, mine):
            found += by_match(text, at, at + came, mine, match, observed)
            left = [t for t in left if not mine[match.first].start <= t.start < mine[match.last - 1].end]
        hits = self._suggested.whole(left) if left == mine else []
        hits = hits or self._suggested.hits(_words(mine, left, text, lambda span: span.source == observed))
        return found + by_hits(text, mine, hits, Origin.MODEL, lambda source: source == observed)

    def chosen(self, scene: str, at: int, came: int, suggestion: str, observed: Source) -> list[Found]:
        """Text that came in one piece as the author chose a suggestion: it is the model's if it is that text."""
        text = self._seen.text(scene)
        shown = self._suggested.get(suggestion)
        units = text.units(at, at + came)
        place = shown.units.find(units.strip()) if shown is not None and units.strip() else -1
        if shown is None or place < 0:
            return []
        lead = len(units) - len(units.lstrip())
        return by_range(text, at + lead, at + len(units.rstrip()), place, shown.id, Rule.SHOWN, observed)

    def typed(self, scene: str, at: int, inserted: str) -> list[Found]:
        """What is found of the words round text that was just typed; a word is looked at when it is finished."""
        if not self._suggested:
            return []
        text, end = self._seen.text(scene), at + length(inserted)
        last = self._unfinished.pop(scene, None)
        found = self._retyped(text, last, last) if last is not None and last not in (at, end) else []
        if goes_on(inserted[-1]):
            self._unfinished[scene] = end
            return found if len(inserted) == 1 else found + self._retyped(text, at, at)
        return found + self._retyped(text, at, end)

    def settled(self, scene: str) -> list[Found]:
        """What is found of the word that was being typed last: the author paused or went elsewhere."""
        place = self._unfinished.pop(scene, None)
        if place is None:
            return []
        text = self._seen.text(scene)
        return self._retyped(text, min(place, len(text)), min(place, len(text)))

    def _retyped(self, text: TrackedText, start: int, end: int) -> list[Found]:
        first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
        units = text.units(first, last)
        if not self._suggested.suspects(forms(units)):
            return []
        mine = tokens(units, first)
        if not self._suggested.suspects(_words(mine, mine, text, lambda span: span.origin in _BY_KEYS)):
            return []
        first, last = max(0, start - _FAR), min(len(text), end + _FAR)
        mine = tokens(text.units(first, last), first)
        hits = self._suggested.hits(_words(mine, mine, text, lambda span: span.origin in _BY_KEYS))
        return by_hits(text, mine, hits, Origin.RETYPED, lambda source: source.origin is Origin.TYPED)


def _words(
    mine: Sequence[Token], some: Sequence[Token], text: TrackedText, may: Callable[[Span], bool]
) -> list[str | None]:
    """The forms of ``mine`` with None for those that are not in ``some`` or not wholly in spans that may be found."""
    if not mine:
        return []
    left = {token.start for token in some}
    spans = iter(list(text.spans(mine[0].start, mine[-1].end)))
    span = next(spans)
    out: list[str | None] = []
    for token in mine:
        while span.end <= token.start:
            span = next(spans)
        good = may(span)
        while span.end < token.end:
            span = next(spans)
            good = good and may(span)
        out.append(token.form if good and token.start in left else None)
    return out


def _ranges(found: Sequence[Token], flags: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    """The ranges that the flagged tokens cover, those that follow each other made one."""
    out: list[tuple[int, int]] = []
    before = False
    for token, flag in zip(found, flags, strict=True):
        if flag and before:
            out[-1] = out[-1][0], token.end
        elif flag:
            out.append((token.start, token.end))
        before = flag
    return tuple(out)
