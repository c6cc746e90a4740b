"""The prompt cards: what is said to a model for each purpose, read from `resources/prompts`.

A card is plain TOML that anyone can read and change; this module turns it into types and knows nothing else about
it. Placeholders: {text} the author's excerpt, {after} what follows the caret, {place} the titles, {wish} the
author's own words about what they want, {angle} the version's own direction, {quote} the opening quotation mark the
author uses.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from firsthand.resources import resource

if TYPE_CHECKING:
    from firsthand.companion.values import Purpose


class Opener(msgspec.Struct, frozen=True):
    """First words the program gives a suggestion of the built-in model, with the name of the idea behind them."""

    label: str
    text: str = ""
    temperature: float | None = None


class Angle(msgspec.Struct, frozen=True):
    """A direction for one version by a connected model."""

    label: str
    text: str


class BuiltinCard(msgspec.Struct, frozen=True):
    """What the built-in model is told; the excerpt has at most `words` words and its start moves by `step` words."""

    system: str
    user: str
    words: int
    step: int
    sentences: int
    settings: dict[str, Any]
    openers: dict[str, list[Opener]]


class ConnectedCard(msgspec.Struct, frozen=True):
    """What a connected model is told; excerpts of at most `words` before and `words_after` after the caret."""

    system: str
    user: str
    words: int
    words_after: int
    sentences: int
    angles: list[Angle]


class Card(msgspec.Struct, frozen=True):
    """One purpose: its name and explanation in the window, and what is said to each kind of model."""

    title: str
    explanation: str
    builtin: BuiltinCard
    connected: ConnectedCard


@cache
def card(purpose: Purpose) -> Card:
    """The card of this purpose. Raises FileNotFoundError, ValueError or msgspec.ValidationError if it is damaged."""
    text = resource("prompts", f"{purpose.value}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Card)
