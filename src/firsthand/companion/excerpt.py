"""Which part of a scene goes to a model.

The text nearest to the caret, in whole sentences. Its start does not creep along with the caret: it jumps by a
whole number of words, so that two requests a few words apart begin with the same text and the built-in model, which
keeps the text it has read, need only read what is new. For example, with at most 100 words in steps of 40, the
carets behind word 141 to word 180 all get an excerpt that starts at the first sentence after word 80.
"""

from __future__ import annotations

from firsthand.patterns import late

_WORD = late(r"\S+")
_SENTENCE_START = late(r"(?:[.!?…][\"'”’»)\]]*\s+|\n\s*)(?=\S)")
_SMALLEST = 0.5


def before_caret(text: str, words: int, step: int) -> str:
    """The end of `text`: at most `words` words, from the start of a sentence where there is one."""
    starts = [match.start() for match in _WORD().finditer(text)]
    surplus = len(starts) - words
    if surplus <= 0:
        return text.lstrip()
    first = min(-(-surplus // step) * step, len(starts) - 1)
    latest = starts[max(first, len(starts) - int(words * _SMALLEST))]
    sentence = _SENTENCE_START().search(text, starts[first - 1])
    if sentence and sentence.end() <= latest:
        return text[sentence.end() :]
    return text[starts[first] :]


def after_caret(text: str, words: int) -> str:
    """The beginning of `text`: at most `words` words, up to the end of a sentence where there is one."""
    matches = list(_WORD().finditer(text))
    if len(matches) <= words:
        return text.strip()
    piece = text[: matches[words - 1].end() + 1] if words else ""
    ends = [match.start() for match in _SENTENCE_START().finditer(piece)]
    return piece[: ends[-1] + 1].strip() if ends else piece.strip()
