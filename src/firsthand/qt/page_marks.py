"""What a paragraph of Markdown is, and how its signs and emphasis look on the page.

The text keeps its signs. They are shown faint beside what they mean, because with hidden signs the caret seems to
stick. One grey serves them on light and dark paper, so that a change of theme sets nothing again. Only what a novel
needs is known: headings, scene breaks, emphasis, strong text. Places are UTF-16 units of the paragraph.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextFormat, QTextLayout

from firsthand.provenance.units import to_units

_GREY = QColor(148, 141, 130)
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BREAK = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*")
_EMPHASIS = re.compile(
    r"(?P<stars>\*{1,3})(?=[^\s*])(?:[^*]*[^\s*])?(?P=stars)(?!\*)"
    r"|(?<![\w_])(?P<lines>_{1,2})(?=[^\s_])(?:[^_]*[^\s_])?(?P=lines)(?![\w_])"
)
_SIZES = {1: 25 / 19, 2: 22 / 19}


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


def formats(text: str, pixels: int) -> list[QTextLayout.FormatRange]:
    """How the stretches of a paragraph look that are not plain text, for type of ``pixels``."""
    units = to_units(text)
    kind = kind_of(units)
    if kind is Kind.HEADING and (match := _HEADING.match(units)):
        size = round(pixels * _SIZES.get(len(match[1]), 1.0))
        return [_range(0, len(units), _heading(size)), _range(0, match.end(), _sign(size))]
    if kind is Kind.BREAK:
        return [_range(0, len(units), _sign(0))]
    if "*" not in units and "_" not in units:
        return []
    return list(_emphasis(units))


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


def _emphasis(units: str) -> Iterator[QTextLayout.FormatRange]:
    for match in _EMPHASIS.finditer(units):
        signs = len(match["stars"] or match["lines"])
        yield _range(match.start(), match.end() - match.start(), _look(signs))
        yield _range(match.start(), signs, _sign(0))
        yield _range(match.end() - signs, signs, _sign(0))


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
def _sign(size: int) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(_GREY)
    if size:
        look.setProperty(QTextFormat.Property.FontPixelSize, size)
    return look
