"""The languages that spelling and typography know, and where a language's dictionary is.

A language is named as Hunspell names its dictionaries: ``en_GB``. Beside the shipped dictionaries stand those that the
author puts into the folder ``dictionaries`` beside the settings.
"""

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


def dictionary_folder(language: str) -> Path | None:
    """The folder that holds a language's ``.aff`` and ``.dic``, the author's before the shipped; None if none does."""
    for folder in (settings_folder() / "dictionaries", resource("dictionaries")):
        if all((folder / f"{language}.{kind}").is_file() for kind in ("aff", "dic")):
            return folder
    return None
