"""Numbers by origin, and what all parts of the figures have in common.

Nothing here counts. Units are UTF-16 units; a percent is in tenths.
"""

import msgspec

from firsthand.provenance import Origin

Range = tuple[int, int]
Piece = tuple[int, int, Origin, str | None]
"""Start, end, origin, and the suggestion if the origin is on the model's side."""


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all parts of the figures have in common: they do not change, and nothing unnamed belongs to them."""


class Units(Figure, frozen=True):
    """UTF-16 units by origin, every origin named."""

    typed: int
    model: int
    retyped: int
    pasted: int
    imported: int
    outside: int
    tool: int


class Words(Figure, frozen=True):
    """Words of a final text by origin. A word is ``mixed`` if its letters are not all of one origin."""

    typed: int
    model: int
    retyped: int
    pasted: int
    imported: int
    outside: int
    tool: int
    mixed: int
    total: int


class UnitsPercent(Figure, frozen=True):
    """Percent of a number of units, in tenths that add up to 100, or are 0 if there are none.

    What is there is never given as 0.
    """

    typed: float
    model: float
    retyped: float
    pasted: float
    imported: float
    outside: float
    tool: float


class Percent(Figure, frozen=True):
    """Percent of the words of a final text, in tenths; all but ``revised`` add up to 100, or are 0 if it has no words.

    ``revised`` is the part of ``typed`` that stands in place of a model's words. What is there is never given as 0.
    """

    typed: float
    revised: float
    model: float
    retyped: float
    pasted: float
    imported: float
    outside: float
    tool: float
    mixed: float


class SaidWords(Figure, frozen=True):
    """The words of the final text, those from elsewhere divided by what the author says of them."""

    typed: int
    own: int
    model: int
    retyped: int
    ai: int
    quotation: int
    person: int
    not_said: int
    tool: int
    mixed: int
    total: int


class SaidPercent(Figure, frozen=True):
    """The same in percent, in tenths that add up to 100, or are 0 if there are no words."""

    typed: float
    own: float
    model: float
    retyped: float
    ai: float
    quotation: float
    person: float
    not_said: float
    tool: float
    mixed: float
