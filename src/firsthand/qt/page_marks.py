"""What a paragraph of Markdown is, and how its signs, its emphasis and what is said aloud in it look on the page.

The text keeps its signs. They are shown faint beside what they mean, or are hidden everywhere but in the paragraph that
the caret is in, where they are wanted and where the caret would otherwise seem to stick. Only what a novel needs is
known: headings, scene breaks, emphasis, strong text. Places are UTF-16 units of the paragraph.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextFormat, QTextLayout

from firsthand.desk.emphasis import EMPHASIS
from firsthand.desk.speech import speech
from firsthand.provenance.units import to_units

ORNAMENT = "⁂"
"""What stands for a scene break whose signs are hidden."""

_LONGEST = 20_000
"""UTF-16 units of the longest paragraph in which speech is looked for."""

_HIDDEN = 1
"""Pixels of type that nobody sees."""

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BREAK = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*")
_SIZES = {1: 25 / 19, 2: 22 / 19}


class Ink(Struct, frozen=True):
    """In what ink a page is set, beside the plain one."""

    signs: str = "#6f6a5f"
    """The colour of Markdown's signs, as ``#rrggbb``."""
    hidden: bool = False
    """Whether the signs are hidden where the caret is not."""
    speech: str = ""
    """The colour of what is said aloud; nothing if it has none of its own."""
    language: str = ""
    """The language by which speech is known."""
    dim: float = 1.0
    """How much ink, from 0 to 1, the paragraphs have that the caret is not in."""


class Kind(Enum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    BREAK = "break"
    BLANK = "blank"


def kind_of(text: str) -> Kind:
    """What a paragraph with this text is."""
    if not text or text.isspace():
        return Kind.BLANK
    if text[0] == "#" and _HEADING.match(text):
        return Kind.HEADING
    if text[0] in " \t-*_" and _BREAK.fullmatch(text):
        return Kind.BREAK
    return Kind.TEXT


def has_signs(text: str) -> bool:
    """Whether a paragraph has signs of Markdown that can be hidden."""
    return kind_of(text) in (Kind.HEADING, Kind.BREAK) or EMPHASIS.search(text) is not None


def formats(text: str, pixels: int, ink: Ink, *, opened: bool) -> list[QTextLayout.FormatRange]:
    """How the stretches of a paragraph look that are not plain text, for type of ``pixels``.

    ``opened`` says that the caret is in it.
    """
    units = to_units(text)
    kind, hides = kind_of(units), ink.hidden and not opened
    dim = 1.0 if opened else ink.dim
    if kind is Kind.HEADING and (match := _HEADING.match(units)):
        size = round(pixels * _SIZES.get(len(match[1]), 1.0))
        return [_range(0, len(units), _heading(size)), _range(0, match.end(), _sign(ink.signs, size, dim, hides))]
    if kind is Kind.BREAK:
        return [_range(0, len(units), _sign(ink.signs, 0, dim, hides))]
    out = list(_speech(units, ink, dim)) if ink.speech and len(units) <= _LONGEST else []
    if "*" in units or "_" in units:
        out += _emphasis(units, ink.signs, dim, hides)
    return out


def faint(colour: QColor, dim: float) -> QColor:
    """A colour with so much of its ink, from 0 to 1.

    Letters in such a colour look as they would under a painter's opacity, with which Qt takes four times as long.
    """
    thin = QColor(colour)
    thin.setAlphaF(colour.alphaF() * dim)
    return thin


def beside_preedit(
    ours: list[QTextLayout.FormatRange], layout: QTextLayout, length: int
) -> list[QTextLayout.FormatRange]:
    """``ours`` moved past the ``length`` units an input method composes in ``layout``, with its own looks kept."""
    at = layout.preeditAreaPosition()
    for one in ours:
        if one.start >= at:
            one.start += length
        elif one.start + one.length > at:
            one.length += length
    return ours + [one for one in layout.formats() if one.start >= at and one.start + one.length <= at + length]


def _speech(units: str, ink: Ink, dim: float) -> Iterator[QTextLayout.FormatRange]:
    for start, end in speech(units, ink.language):
        yield _range(start, end - start, _said(ink.speech, dim))


def _emphasis(units: str, colour: str, dim: float, hides: bool) -> Iterator[QTextLayout.FormatRange]:
    for match in EMPHASIS.finditer(units):
        signs = len(match["stars"] or match["lines"])
        yield _range(match.start(), match.end() - match.start(), _look(signs))
        yield _range(match.start(), signs, _sign(colour, 0, dim, hides))
        yield _range(match.end() - signs, signs, _sign(colour, 0, dim, hides))


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length, one.format = start, length, look
    return one


@lru_cache
def _look(signs: int) -> QTextCharFormat:
    """One sign is emphasis, two are strong, three are both."""
    look = QTextCharFormat()
    if signs in (1, 3):
        look.setFontItalic(True)
    if signs in (2, 3):
        look.setFontWeight(QFont.Weight.Bold)
    return look


@lru_cache
def _heading(size: int) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Medium)
    look.setProperty(QTextFormat.Property.FontPixelSize, size)
    return look


@lru_cache
def _sign(colour: str, size: int, dim: float, hides: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(0, 0, 0, 0) if hides else faint(QColor(colour), dim))
    if hides or size:
        look.setProperty(QTextFormat.Property.FontPixelSize, _HIDDEN if hides else size)
    return look


@lru_cache
def _said(colour: str, dim: float) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(faint(QColor(colour), dim))
    return look
