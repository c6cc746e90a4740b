"""Looking for words in a text: what is looked for, how like it must be, and where it stands.

The theory. A text is made plain before it is searched: where accents do not count, every letter becomes its base letter
and curly quotes straight ones, character for character, so that places stay what they are; accents that stand as
characters of their own are left out, and the places of the rest are kept beside. What is looked for is made plain in
the same way. So one machine serves words and regular expressions alike: the ``regex`` package, which can be told to
stop after a time (an expression can be such that no time suffices) and lets the window go on meanwhile.

Knows no scenes but by their ids, and no window. Places are UTF-16 units of the text as it is.
"""

import re
import time
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

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

    def hits(self, units: str, limit: float = LIMIT) -> list[Hit]:
        """Where it stands in a text in unit form, in order. QueryError if that takes more than ``limit`` seconds."""
        found, spot = self._look(units, limit)
        spans = (match.span() for match in found)
        if spot is None:
            return [span for span in spans if span[0] < span[1]]
        return [(spot(start), spot(end)) for start, end in spans if start < end]

    def matches(self, units: str, limit: float = LIMIT) -> Iterator[Match]:
        """As ``hits``, with the groups of an expression, the first of which is the whole."""
        found, spot = self._look(units, limit)
        at: Spot = spot or (lambda place: place)
        for match in found:
            if match.end() > match.start():
                whole = [match.span(n) for n in range(1 + (len(match.groups()) if self.query.expression else 0))]
                groups = tuple((at(start), at(end)) if start >= 0 else None for start, end in whole)
                yield Match(at(match.start()), at(match.end()), groups)

    def _look(self, units: str, limit: float) -> "tuple[Iterator[regex.Match[str]], Spot | None]":
        text = from_units(units)
        plain, spot = _plain(text, accents=self.query.accents)
        if len(text) != len(units):
            spot = _in_units(text, spot)
        return self._matched(plain, limit), spot

    def _matched(self, plain: str, limit: float) -> "Iterator[regex.Match[str]]":
        if self.pattern is None:
            return
        if limit <= 0:
            raise _too_long()
        try:
            yield from self.pattern.finditer(plain, concurrent=True, timeout=limit)
        except TimeoutError:
            raise _too_long() from None


def search_scenes(search: Search, scenes: Iterable[tuple[str, str]], limit: float = LIMIT) -> list[Found]:
    """What is found in these scenes, given as id and text in unit form; scenes without it are left out.

    QueryError if all of it takes more than ``limit`` seconds.
    """
    until = time.monotonic() + limit
    found = (Found(scene, units, search.hits(units, until - time.monotonic())) for scene, units in scenes)
    return [one for one in found if one.hits]


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

    wanted = query.text if query.accents else unicodedata.normalize("NFC", query.text)
    wanted, _ = _plain(wanted, accents=query.accents)
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
    bases, signs = _bases(), set(text)
    marks = {sign for sign in signs if unicodedata.combining(sign)}
    for sign in signs & bases.keys():
        text = text.replace(sign, bases[sign])
    if not marks:
        return text, None
    kept = [place for place, sign in enumerate(text) if sign not in marks]
    plain = "".join(text[place] for place in kept)
    return plain, [*kept, len(text)].__getitem__


def _in_units(text: str, inner: Spot | None) -> Spot:
    """The way back to UTF-16 units of a text that has characters of two."""
    wide = [match.start() for match in _ASTRAL().finditer(text)]

    def spot(place: int) -> int:
        place = place if inner is None else inner(place)
        return place + bisect_left(wide, place)

    return spot
