"""Which words of a text spelling looks at, and which are right because the author says so.

Right are the author's own words, those of the manuscript, and the names in its notes; what else is right a ``Speller``
says. Each list of words is a plain file, one word a line, that the author may edit: one beside the settings, and
``words.txt`` in the manuscript's folder. Places are UTF-16 units.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from firsthand.desk.draft import Draft
from firsthand.desk.places import settings_folder
from firsthand.patterns import late
from firsthand.provenance import Origin, Source
from firsthand.provenance.difference import common_end, common_start
from firsthand.provenance.units import to_units

NAME = "words.txt"
"""The file with a list of words."""

SPELLING = Source(Origin.TOOL, "spelling")
"""Whose the letters of an accepted correction are."""

LONGEST = 80
"""Characters of the longest word that is looked at."""

_MARK = "[\u0300-\u036f]"
_WORD = late(rf"(?:[^\W\d_]{_MARK}*)+(?:['’](?:[^\W\d_]{_MARK}*)+)*")
_POSSESSIVE = late(r"'s?$")

Word = tuple[int, int, str]
"""A word in a text: from where to where it stands, and as a dictionary has it."""


@lru_cache(maxsize=2048)
def words_in(units: str) -> tuple[Word, ...]:
    """The words of a paragraph in unit form that are looked at: no figures, addresses, letters alone, other scripts."""
    out = []
    for match in _WORD().finditer(units):
        start, end = match.span()
        beside = units[max(0, start - 1) : start] + units[end : end + 1]
        plain = not any(sign.isdigit() or sign in "@/\\" for sign in beside)
        if plain and 1 < end - start <= LONGEST and _latin(units[start]):
            out.append((start, end, plain_word(match[0])))
    return tuple(out)


class Reading:
    """The words of a paragraph that is being written: what has not changed since is not read again."""

    def __init__(self) -> None:
        self._units = ""
        self._words: tuple[Word, ...] = ()

    def words(self, units: str) -> tuple[Word, ...]:
        """The same as ``words_in``."""
        old, before = self._units, self._words
        if old != units:
            same = common_start(old, units)
            rest = min(common_end(old, units), min(len(old), len(units)) - same)
            head, tail = _word_before(units, same), _word_behind(units, len(units) - rest)
            grown = len(units) - len(old)
            middle = [(start + head, end + head, word) for start, end, word in words_in(units[head:tail])]
            first, last = bisect_right(before, head, key=_end), bisect_left(before, tail - grown, key=_start)
            moved = before[last:] if not grown else [(a + grown, b + grown, word) for a, b, word in before[last:]]
            self._words = (*before[:first], *middle, *moved)
            self._units = units
        return self._words


def _start(word: Word) -> int:
    return word[0]


def _end(word: Word) -> int:
    return word[1]


def _word_before(units: str, at: int) -> int:
    """Behind the last blank before a place that has changed."""
    return units.rfind(" ", 0, at) + 1


def _word_behind(units: str, at: int) -> int:
    """The first blank behind a place that has changed, or the end."""
    found = units.find(" ", at)
    return found if found >= 0 else len(units)


def _latin(letter: str) -> bool:
    """Whether a letter is one of the alphabet that all our dictionaries are in; words of others are not looked at."""
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff"


def plain_word(word: str) -> str:
    """A word as dictionaries have it: letters with their accents in one character, a straight apostrophe."""
    return unicodedata.normalize("NFC", word.replace("’", "'"))


class KnownWords:
    """The words that are right because the author says so."""

    def __init__(self) -> None:
        self._own = settings_folder() / NAME
        self._manuscript: Path | None = None
        self._words: dict[str, set[str]] = {"own": _read(self._own), "manuscript": set(), "names": set()}

    def set_manuscript(self, folder: Path | None, notes: Sequence[tuple[str, str]] = ()) -> None:
        """Another manuscript is open now, or none; ``notes`` are the titles and texts of its notes."""
        self._manuscript = folder / NAME if folder is not None else None
        self._words["manuscript"] = _read(self._manuscript) if self._manuscript else set()
        self.set_notes(notes)

    def set_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """The names in the notes: words with a capital in their titles, and inside the sentences of their texts."""
        words = [word for title, _ in notes for _, _, word in words_in(to_units(title)) if word[0].isupper()]
        words += [word for _, text in notes for line in to_units(text).split("\n") for word in _names(line)]
        self._words["names"] = {form for word in words for form in _forms(word)}

    def __contains__(self, word: str) -> bool:
        return any(_forms(word) & words for words in self._words.values())

    def add(self, word: str) -> None:
        """Add to the author's own words. OSError if the disk refuses; until the end of the sitting it is right."""
        self._words["own"].add(_form(word))
        _append(self._own, word)

    def add_here(self, word: str) -> None:
        """Add to the manuscript's words. OSError if the disk refuses; until the end of the sitting it is right."""
        self._words["manuscript"].add(_form(word))
        if self._manuscript is not None:
            _append(self._manuscript, word)


def correct(draft: Draft, start: int, end: int, word: str) -> None:
    """Put a correction that the author accepted in the place of a word; its new letters are the spelling's."""
    curly = "’" in draft.text.units(start, end)
    text = word.replace("'", "’") if curly else word
    draft.end_group()
    from firsthand.desk.replacing import Planned, replace  # no start waits for it

    replace(draft, [Planned(start, end, (to_units(text),))], SPELLING)
    draft.end_group()


def _form(word: str) -> str:
    return plain_word(word).casefold()


def _forms(word: str) -> set[str]:
    """The word, and what it is without the ``'s`` of a possessive."""
    return {_form(word), _form(_POSSESSIVE().sub("", word))}


def _names(line: str) -> Iterator[str]:
    """The words of a paragraph with a capital that do not owe it to the beginning of a sentence."""
    for start, _, word in words_in(line):
        before = line[:start].rstrip(" “\"‘'(*_")[-1:]
        if word[0].isupper() and before and before not in ".!?…:—–-#":
            yield word


def _read(file: Path) -> set[str]:
    try:
        lines = file.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    return {_form(line.strip()) for line in lines if line.strip()}


def _append(file: Path, word: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_bytes() if file.is_file() else b""
    with file.open("ab") as out:
        out.write(b"\n" if before and not before.endswith(b"\n") else b"")
        out.write(f"{plain_word(word)}\n".encode())
