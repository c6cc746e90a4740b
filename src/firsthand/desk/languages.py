"""The languages that spelling and typography know, and where a language's dictionary is.

A language is named as Hunspell names its dictionaries: ``en_GB``. Beside the shipped dictionaries stand those that the
author puts into the folder ``dictionaries`` beside the settings.
"""

import re
from pathlib import Path

from firsthand.desk.places import settings_folder
from firsthand.resources import resource

NAMES = {
    "en_US": "English (US)",
    "en_GB": "English (UK)",
    "de_DE": "Deutsch",
    "es_ES": "Español",
    "fr_FR": "Français",
}
"""The languages, each under its own name."""

USUAL = "en_US"


def language_for(locale: str) -> str:
    """The language that goes with a system's locale, such as ``de_AT``; English where none does."""
    if locale in NAMES:
        return locale
    if locale in ("en_US", "en_PH") or not locale.startswith("en"):
        return next((name for name in NAMES if name[:2] == locale[:2]), USUAL)
    return "en_GB"


_SMALL = {
    "en_US": "the and of to a in was that he it his her she had with as for you at not but on they said were be from",
    "de_DE": "der die und das nicht ist sie er ich zu den mit es ein sich auf war dem von hatte eine als wie aber im",
    "es_ES": "de la que el en y los se del las un por con no una su para es al lo como pero sus le ya había era",
    "fr_FR": "de la le et les des que il un une dans qui ne pas elle en du au sur ce était avec se pour est mais",
}
"""The words of a language that every page is full of."""

_FROM, _SURE = 20, 0.12
"""Words that a text must have, and the share of them that must be small ones, before it is said what language it is."""


def guessed(text: str) -> str:
    """The language that a text is in by its small words, English as American; nothing where that is not plain."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    shares = sorted(
        (sum(word in small for word in words), language)
        for language, small in ((language, frozenset(said.split())) for language, said in _SMALL.items())
    )
    (second, _), (best, language) = shares[-2:]
    return language if len(words) >= _FROM and best >= max(_SURE * len(words), 2 * second) else ""


def dictionary_folder(language: str) -> Path | None:
    """The folder that holds a language's ``.aff`` and ``.dic``, the author's before the shipped; None if none does."""
    for folder in (settings_folder() / "dictionaries", resource("dictionaries")):
        if all((folder / f"{language}.{kind}").is_file() for kind in ("aff", "dic")):
            return folder
    return None
