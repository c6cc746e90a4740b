"""Words as recognition compares them: without case, and with one form of each quote and accent.

A token is a stretch of letters and digits with the apostrophes inside it, or one Chinese or Japanese character. Dashes,
hyphens, punctuation and white space part tokens and are not compared, so that text is known again after another program
has set other quotes, dashes and line ends. Texts are in unit form, places in UTF-16 units.
"""

import unicodedata
from typing import NamedTuple

from firsthand.patterns import late

_EAST = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f"
)
_LETTERS = rf"[^\W_{_EAST}]+"
_TOKEN = late(rf"{_LETTERS}(?:['’ʼ]?[{_MARKS}]*{_LETTERS}|[{_MARKS}]+)*|[{_EAST}]")
_ASCII = late(r"[0-9a-z]+(?:'[0-9a-z]+)*")
_TYPOGRAPHIC = [("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", "-"), ("–", "-"), ("…", "."), ("\u00a0", " ")]
_INSIDE = late(rf"[^\W_{_EAST}]|[{_MARKS}'’ʼ]")
_EASTERN = late(f"[{_EAST}]")


class Token(NamedTuple):
    """The units from ``start`` up to ``end`` of a text, and the form in which they are compared."""

    start: int
    end: int
    form: str


def tokens(units: str, start: int = 0) -> list[Token]:
    """The tokens of a text; its first unit stands at ``start``."""
    plain = _plain(units)
    if plain.isascii():
        return [Token(start + m.start(), start + m.end(), m[0]) for m in _ASCII().finditer(plain.lower())]
    return [Token(start + m.start(), start + m.end(), form(m[0])) for m in _TOKEN().finditer(units)]


def forms(units: str) -> list[str]:
    """The tokens' forms alone, which is quicker."""
    plain = _plain(units)
    return _ASCII().findall(plain.lower()) if plain.isascii() else [form(word) for word in _TOKEN().findall(plain)]


def _plain(units: str) -> str:
    """The text with typewriter's quotes and dashes, of the same length."""
    if not units.isascii():
        for fine, plain in _TYPOGRAPHIC:
            units = units.replace(fine, plain)
    return units


def form(word: str) -> str:
    """The form in which a word is compared."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word.replace("’", "'").replace("ʼ", "'")).casefold()


def goes_on(unit: str) -> bool:
    """Whether a word that ends with this unit may still be going on."""
    return _INSIDE().match(unit) is not None


def weight(form: str) -> float:
    """What a token counts as, in words: a Chinese or Japanese character is half a word, for most words have two."""
    return 0.5 if len(form) == 1 and _EASTERN().match(form) else 1.0
