"""Looking for words in a text: what is looked for, how like it must be, and where it stands.

The theory. A text is made plain before it is searched: where accents do not count, every letter becomes its base letter
and curly quotes straight ones, character for character, so that places stay what they are; accents that stand as
characters of their own are left out, and the places of the rest are kept beside. What is looked for is made plain in
the same way. So one machine serves words and regular expressions alike: the ``regex`` package, which can be told to
stop after a time (an expression can be such that no time suffices) and lets the window go on meanwhile. Plain words
need no such machine: where capitals can be told from small letters one by one, they are found in the text in small
letters, many times as fast. What was made plain of each scene is kept beside (``Plains``) while one goes on typing what
to look for.

Knows no scenes but by their ids, and no window. Places are UTF-16 units of the text as it is.
"""

import re
import time
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, overload

from msgspec import Struct

from firsthand.patterns import late
from firsthand.provenance.units import from_units
from firsthand.saying import say

if TYPE_CHECKING:
    import regex

LIMIT = 1.0
"""Seconds that one search may take."""

CONTEXT = 200
"""UTF-16 units of a paragraph that are shown at most on each side of what was found."""

_ASTRAL = late("[\U00010000-\U0010ffff]")
_POSITION = late(r" at position (\d+)")
_LETTER = r"[^\W_]"
"""What a word is made of: the sign of emphasis, ``_``, is no part of it."""

Hit = tuple[int, int]
"""Where something was found: from where up to where, never empty."""

Spot = Callable[[int], int]
"""From a place in the plain text to the place in the text as it is."""

_ODD = "İı"
"""Letters that are a letter of ASCII, or two signs, in the other case, and not in every language."""

_OTHER = late("[^\\x00-\\x7f]")

_MANY = 32
"""Places in one scene beyond which they are only counted until someone wants to see them."""


class Plain(Struct, frozen=True):
    """A text made plain: ``small`` is it in small letters, place for place; None if that cannot be had so."""

    units: str
    text: str
    small: str | None
    spot: Spot | None

    @classmethod
    def of(cls, units: str, *, accents: bool) -> "Plain":
        """The plain text of one in unit form; with ``accents`` they count."""
        text = from_units(units)
        plain, spot = _plain(text, accents=accents)
        if len(text) != len(units):
            spot = _in_units(text, spot)
        return cls(units, plain, None if any(odd in plain for odd in _ODD) else _small(plain), spot)


class Plains:
    """The scenes' plain texts, kept from one search to the next; for one thread at a time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool], Plain] = {}

    def of(self, scene: str, units: str, *, accents: bool) -> Plain:
        """The plain text of a scene as it is now."""
        kept = self._kept.get((scene, accents))
        if kept is None or kept.units != units:
            kept = self._kept[scene, accents] = Plain.of(units, accents=accents)
        return kept


class Places(Sequence[Hit]):
    """Where something was found in one scene: so many places, which are looked up when one of them is asked for."""

    def __init__(self, count: int, places: Callable[[], list[Hit]]) -> None:
        self._count = count
        self._places = cache(places)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...

    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        return self._places()[index]


class QueryError(ValueError):
    """What is looked for cannot be looked for; the text says in a sentence why."""


class Query(Struct, frozen=True):
    """What is looked for; what is not asked for does not count."""

    text: str
    expression: bool = False
    """It is a regular expression; ``^`` and ``$`` are the ends of a paragraph."""
    whole_words: bool = False
    case: bool = False
    """Capital letters are told from small ones."""
    accents: bool = False
    """Letters with accents are told from those without, and curly quotes from straight ones."""


class Found(Struct, frozen=True):
    """What was found in one scene: ``units`` is its text in unit form."""

    scene: str
    units: str
    hits: Sequence[Hit]


class Match(Struct, frozen=True):
    """One place where it was found, and the places of the expression's groups; None for one that took no part."""

    start: int
    end: int
    groups: tuple[Hit | None, ...] = ()


class Search:
    """A query made ready to look with."""

    def __init__(self, query: Query) -> None:
        """QueryError says in a sentence what is wrong with an expression."""
        self.query = query
        self.pattern = _compiled(query) if query.text else None
        wanted = "" if query.expression else _wanted(query)
        self._words = wanted if query.case or not wanted.isascii() else wanted.lower()
        first, last = (query.whole_words and bool(re.match(_LETTER, sign)) for sign in (wanted[:1], wanted[-1:]))
        self._edges = first, last

    def hits(self, units: str, limit: float = LIMIT) -> list[Hit]:
        """Where it stands in a text in unit form, in order.

        QueryError if that is an expression and takes more than ``limit`` seconds.
        """
        return self.hits_in(Plain.of(units, accents=self.query.accents), limit)

    def hits_in(self, plain: Plain, limit: float = LIMIT) -> list[Hit]:
        """As ``hits``, in a text that was made plain as the query wants it."""
        text, spot = self._searched(plain), plain.spot
        if text is not None:
            spans = self._found(text)
        else:
            spans = [span for match in self._matched(plain.text, limit) if (span := match.span())[0] < span[1]]
        return spans if spot is None else [(spot(start), spot(end)) for start, end in spans]

    def places_in(self, plain: Plain, limit: float = LIMIT) -> Sequence[Hit]:
        """As ``hits_in``; where there are very many they are only counted until they are wanted."""
        text = self._searched(plain)
        if text is not None and self._edges == (False, False) and (count := text.count(self._words)) > _MANY:
            return Places(count, partial(self.hits_in, plain))
        return self.hits_in(plain, limit)

    def _searched(self, plain: Plain) -> str | None:
        """The text in which plain words can be found by looking for them; None where that takes a pattern."""
        text = plain.text if self.query.case else plain.small
        return text if self._words and (self.query.case or self._words.isascii()) else None

    def _found(self, text: str) -> list[Hit]:
        """Where the plain words stand, none over another."""
        words, size, found = self._words, len(self._words), list[Hit]()
        any_place = self._edges == (False, False)
        at = text.find(words)
        while at >= 0:
            end = at + size
            if any_place or self._stands_alone(text, at, end):
                found.append((at, end))
                at = text.find(words, end)
            else:
                at = text.find(words, at + 1)
        return found

    def _stands_alone(self, text: str, start: int, end: int) -> bool:
        first, last = self._edges
        return not (first and _is_letter(text[max(0, start - 1) : start])) and not (
            last and _is_letter(text[end : end + 1])
        )

    def matches(self, units: str, limit: float = LIMIT) -> Iterator[Match]:
        """As ``hits``, with the groups of an expression, the first of which is the whole."""
        plain = Plain.of(units, accents=self.query.accents)
        at: Spot = plain.spot or (lambda place: place)
        for match in self._matched(plain.text, limit):
            if match.end() > match.start():
                whole = [match.span(n) for n in range(1 + (len(match.groups()) if self.query.expression else 0))]
                groups = tuple((at(start), at(end)) if start >= 0 else None for start, end in whole)
                yield Match(at(match.start()), at(match.end()), groups)

    def _matched(self, plain: str, limit: float) -> "Iterator[regex.Match[str]]":
        if self.pattern is None:
            return
        if not self.query.expression:  # words take no longer than the text is long
            yield from self.pattern.finditer(plain, concurrent=True)
            return
        if limit <= 0:
            raise _too_long()
        try:
            yield from self.pattern.finditer(plain, concurrent=True, timeout=limit)
        except TimeoutError:
            raise _too_long() from None


def search_scenes(
    search: Search, scenes: Iterable[tuple[str, Callable[[], str]]], limit: float = LIMIT, plains: Plains | None = None
) -> list[Found]:
    """What is found in these scenes, given as id and what gives the text in unit form; those without it are left out.

    ``plains`` keeps what was made of the texts for the next search. QueryError if matching an expression takes more
    than ``limit`` seconds in all.
    """
    kept = plains if plains is not None else Plains()
    accents, left, out = search.query.accents, limit, list[Found]()
    for scene, text in scenes:
        units = text()
        plain = kept.of(scene, units, accents=accents)
        began = time.monotonic()
        hits = search.places_in(plain, left)
        left -= time.monotonic() - began
        if hits:
            out.append(Found(scene, units, hits))
    return out


def context(units: str, hit: Hit) -> tuple[str, str]:
    """What stands before a hit and after it in its paragraph: whole words, ``CONTEXT`` units at most on each side."""
    start, end = hit
    first = max(units.rfind("\n", 0, start) + 1, start - CONTEXT)
    before, after = units[first:start], units[end : end + CONTEXT].split("\n", 1)[0]
    if first == start - CONTEXT and " " in before:
        before = before.split(" ", 1)[1]
    if len(after) == CONTEXT and " " in after:
        after = after.rsplit(" ", 1)[0]
    return from_units(before), from_units(after)


def _compiled(query: Query) -> "regex.Pattern[str]":
    import regex

    wanted = _wanted(query)
    source = wanted if query.expression else regex.escape(wanted, special_only=True)
    if query.whole_words:
        source = f"{_edge(wanted, query, first=True)}(?:{source}){_edge(wanted, query, first=False)}"
    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    try:
        if query.expression:
            regex.compile(wanted, flags)  # so that what is said of it counts in what the author wrote
        return regex.compile(source, flags)
    except regex.error as error:
        said = _POSITION().sub(lambda match: say(", at character {number}", number=int(match[1]) + 1), str(error))
        raise QueryError(say("This expression cannot be read: {said}.", said=said)) from None


def _wanted(query: Query) -> str:
    """What is looked for, made plain as the texts are."""
    text = query.text if query.accents else unicodedata.normalize("NFC", query.text)
    return _plain(text, accents=query.accents)[0]


def _is_letter(sign: str) -> bool:
    import regex

    return regex.match(_LETTER, sign) is not None


def _edge(wanted: str, query: Query, *, first: bool) -> str:
    """What must not stand beside a whole word; nothing where what is looked for ends in a sign."""
    sign = wanted[:1] if first else wanted[-1:]
    if not query.expression and not re.match(_LETTER, sign):
        return ""
    return f"(?<!{_LETTER})" if first else f"(?!{_LETTER})"


def _too_long() -> QueryError:
    return QueryError(say("Looking for this expression takes too long; make it simpler."))


# Plain texts


@cache
def _bases() -> dict[str, str]:
    """The base letter of every letter with accents, and the plain sign for every quote."""
    bases = {}
    for code in range(0xC0, 0x2000):  # beyond, a mark makes another letter, as in Japanese
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) > 1 and all(map(unicodedata.combining, parts[1:])):
            bases[chr(code)] = parts[0]
    return bases | dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys("\u00a0\u202f", " ")


def _plain(text: str, *, accents: bool) -> tuple[str, Spot | None]:
    """The text in which accents do not count, and the way back to its places; None where they are the same."""
    if accents or text.isascii():
        return text, None
    bases, signs = _bases(), set(_OTHER().findall(text))
    marks = {sign for sign in signs if unicodedata.combining(sign)}
    for sign in signs & bases.keys():
        text = text.replace(sign, bases[sign])
    if not marks:
        return text, None
    kept = [place for place, sign in enumerate(text) if sign not in marks]
    plain = "".join(text[place] for place in kept)
    return plain, [*kept, len(text)].__getitem__


def _small(plain: str) -> str:
    """A plain text in small letters, place for place; the long s is one, as it is for patterns."""
    return plain.lower().replace("ſ", "s")


def _in_units(text: str, inner: Spot | None) -> Spot:
    """The way back to UTF-16 units of a text that has characters of two."""
    wide = [match.start() for match in _ASTRAL().finditer(text)]

    def spot(place: int) -> int:
        place = place if inner is None else inner(place)
        return place + bisect_left(wide, place)

    return spot
