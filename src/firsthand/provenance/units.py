"""UTF-16 units at the edge: the one place that knows code points from units.

Qt, browsers and session logs count text in UTF-16 code units, and so does everything inside Firsthand. A Python string
counts code points. The *unit form* of a text is a string with one element for each UTF-16 unit, in which a character
beyond U+FFFF stands as its two surrogates; its ``len`` is the length Qt reports, its indices are Qt's positions. Text
without such characters is its own unit form.
"""

import re

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def to_units(text: str) -> str:
    """The unit form of a text; lone surrogates stay as they are."""
    if text.isascii() or not _ASTRAL.search(text):
        return text
    return _ASTRAL.sub(_split, text)


def from_units(units: str) -> str:
    """The text of a unit form: surrogate pairs joined, lone surrogates kept."""
    if units.isascii() or not _PAIR.search(units):
        return units
    return _PAIR.sub(_join, units)


def length(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))


def _split(match: re.Match[str]) -> str:
    code = ord(match[0]) - 0x10000
    return chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))


def _join(match: re.Match[str]) -> str:
    return chr(0x10000 + ((ord(match[0][0]) - 0xD800) << 10) + (ord(match[0][1]) - 0xDC00))
