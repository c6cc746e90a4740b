"""What a word is, and whose.

A word is a stretch between white space, dashes and ellipses that holds a letter or digit, without the punctuation at
its ends; hyphens and apostrophes inside belong to it ("thirty-one" is one word, "salt—not" two). A Chinese or Japanese
character is a word each, as word processors count. A word is of one origin if all of its units are; otherwise it is
mixed.
"""

from collections.abc import Iterable, Iterator

from firsthand.patterns import late
from firsthand.provenance.origins import Origin, Span

_EAST = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = late(
    f"[{_EAST}]|[\ud840-\ud87f][\udc00-\udfff]|(?![{_EAST}])\\w(?:(?:(?!--)[^\\s—–―…/{_EAST}])*(?![{_EAST}])\\w)?"
)

MIXED = "mixed"


def words(units: str) -> Iterator[tuple[int, int]]:
    """Where each word of a text in unit form begins and ends, in UTF-16 units."""
    return (match.span() for match in _WORD().finditer(units))


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD().finditer(text))


def words_by_origin(units: str, spans: Iterable[Span]) -> dict[str, int]:
    """How many words of the text are of each origin (all named) and how many are ``mixed``."""
    counts = {**dict.fromkeys((str(o) for o in Origin), 0), MIXED: 0}
    rest = iter(spans)
    span = next(rest, None)
    for start, end in words(units):
        while span is not None and span.end <= start:
            span = next(rest, None)
        if span is None:
            break
        origin = span.origin
        whole = True
        while span is not None and span.end < end:
            span = next(rest, None)
            whole = whole and span is not None and span.origin is origin
        counts[str(origin) if whole else MIXED] += 1
    return counts
