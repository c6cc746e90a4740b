"""Where sentences end, well enough for a few lines of a novel.

A sentence ends at full stops, exclamation and question marks or an ellipsis, with the closing quotes and brackets
behind them. "Mr. Varela", "J. Cole" and "3.5" are no ends; an ellipsis or a question before a small letter ("What?
she said") is none either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.patterns import late

if TYPE_CHECKING:
    import re

_END = late(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|$)")
_NO_END = late(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Capt|Col|Gen|Lt|Sgt|Rev|Sr|Jr|vs|etc|No)|\b[A-Z])\.$")
_CLAUSE = late(r"[,;:]|\s[–—-]\s|—")
_LETTER = late(r"\S")
_CLOSERS = "\"'”’»)]*_"


def sentence_ends(text: str) -> list[int]:
    """The offset behind the last mark of each whole sentence, in order."""
    return [match.end() for match in _END().finditer(text) if _is_end(text, match)]


def ends_sentence(text: str) -> bool:
    """Whether the text, without blanks at its end, ends in a whole sentence."""
    text = text.rstrip()
    ends = sentence_ends(text)
    return bool(ends) and ends[-1] == len(text)


def last_clause(text: str) -> int:
    """The offset of the last mark between clauses, or 0."""
    return max((match.start() for match in _CLAUSE().finditer(text)), default=0)


def _is_end(text: str, match: re.Match[str]) -> bool:
    if _NO_END().search(text, max(0, match.start() - 8), match.end()):
        return False
    found = _LETTER().search(text, match.end())
    following = found[0] if found else ""
    return not (following.islower() and (match.group()[0] != "." or match.group().rstrip(_CLOSERS) != match.group()))
