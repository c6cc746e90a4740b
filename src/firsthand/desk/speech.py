"""What is said aloud in a paragraph, by the signs that the manuscript's language sets round it. Pure.

    >>> speech("“No,” she said. “Not that one.”", "en_US")
    [(0, 5), (16, 31)]
    >>> speech("—Hola —dijo ella—. ¿Vienes?", "es_ES")
    [(0, 6), (17, 27)]

A speech that does not end in its paragraph goes on to the paragraph's end, as it is set where the next one goes on with
it. Straight quotes count in every language. Where one sign is quote and apostrophe in one (’), it ends a speech only
behind a letter or mark and before none. Places are UTF-16 units.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand.patterns import late

_DOUBLE = {
    "en": r"“[^”“]*”?",
    "de": r"„[^“”„]*[“”]?|»[^«»]*«?",
    "es": r"“[^”“]*”?|«[^«»]*»?",
    "fr": r"«[^«»]*»?|“[^”“]*”?",
}
_STRAIGHT = r'"[^"]*"?'
_SINGLE = r"(?<!\w)‘(?:[^‘’]|’(?=\w)|(?<=s)’(?=\s\w))*’?"
_GERMAN_SINGLE = r"(?<!\w)‚[^‚‘]*‘?"
_DASH = late(r"[ \t]*[—–―-][ \t\u00a0\u202f]*(?=\S)")


def speech(units: str, language: str) -> list[tuple[int, int]]:
    """From where to where something is said aloud in a paragraph in unit form, in a language as ``en_GB``."""
    kind = language[:2]
    if kind in ("es", "fr") and (dash := _DASH().match(units)) and not _breaks(units):
        return list(_after_dashes(units, dash.end())) if kind == "es" else [(0, len(units))]
    return [match.span() for match in _pattern(language).finditer(units)]


def _breaks(units: str) -> bool:
    """Whether a paragraph is nothing but dashes."""
    return not units.strip(" \t—–―-*_")


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    kind = language[:2]
    signs = [_DOUBLE.get(kind, _DOUBLE["en"]), _STRAIGHT]
    if kind == "de":
        signs.append(_GERMAN_SINGLE)
    elif language == "en_GB":
        signs.append(_SINGLE)
    return re.compile("|".join(signs))


def _after_dashes(units: str, start: int) -> Iterator[tuple[int, int]]:
    """Speech and telling take turns at every dash that stands against a word or mark."""
    at, said = 0, True
    for match in re.finditer(r"[—―]", units[start:]):
        place = start + match.start()
        if said:
            yield at, place
        at, said = place + 1, not said
    if said and units[at:].strip(" ."):
        yield at, len(units)
