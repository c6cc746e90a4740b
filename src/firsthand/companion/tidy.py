"""From what a model sends to what the author reads.

Models echo the text they were given, greet, think aloud and stop in the middle of a sentence. `Tidier` takes one
version's raw answer, however far it has come, and says what of it is to be shown now, whether it is enough, and
what stays in the end. Pure: the same answer gives the same text, and text that was shown once only grows, except
for a torn last sentence at the end.

Example, for the prefill "She ran." and the opener " Then": the answer " the gate shut. A dog bark" shows " Then the
gate shut. A dog bark" and stays as " Then the gate shut."
"""

from __future__ import annotations

import re

from msgspec import Struct

from firsthand.companion.sentences import last_clause, sentence_ends
from firsthand.companion.troubles import NothingUsable
from firsthand.companion.values import Purpose, Request, Version
from firsthand.saying import say

_THOUGHT = re.compile(r"^\s*<think>.*?(?:</think>|$)", re.DOTALL)
_GREETING = re.compile(
    r"^\s*(?:sure|certainly|of course|absolutely|here(?:'s|’s| is| are)|version \d+)\b[^\n]*", re.IGNORECASE
)
_WHAT_IF = re.compile(r"what if\b,?\s", re.IGNORECASE)
_JOINS = tuple(",.;:!?…’”»)]}—–-")
_OPENS = tuple("“«„‘([{—–-")
_ECHO_AT_LEAST = 12
_LONGEST_GREETING = 12
_SHORTEST_CLAUSE = 4
_SHORTEST_QUESTION = 6
_FEWEST_WORDS = 2
_LOOSE_ENDS = " .,;:!…—–-"
_PAIRS = {"“": "”", "«": "»", "„": "“"}


class Tidier(Struct, frozen=True):
    """Reads the answer to one version of a request."""

    purpose: Purpose
    version: Version
    builtin: bool

    @classmethod
    def of(cls, request: Request, version: Version) -> Tidier:
        """The reader for this version of this request."""
        return cls(request.purpose, version, request.endpoint.builtin)

    def shown(self, raw: str) -> str:
        """What the author sees of an answer under way; "" while there is nothing to see."""
        return self._text(raw, over=False)

    def enough(self, raw: str) -> bool:
        """Whether more of the answer would not be used."""
        text = self.shown(raw)
        if self.purpose is Purpose.WHAT_IF:
            return text.endswith("?") or "\n" in self._answer(raw).strip()
        ends = sentence_ends(text)
        return len(ends) > self.version.sentences or (len(ends) == self.version.sentences and ends[-1] < len(text))

    def kept(self, raw: str) -> str:
        """The suggestion, in whole sentences. Raises NothingUsable if the answer has none."""
        text = self._text(raw, over=True).rstrip()
        if len(text.removeprefix(self.version.opener).split()) < _FEWEST_WORDS:
            raise NothingUsable(say("The model answered, but with nothing worth showing; ask again for another try."))
        return _asked(text) if self.purpose is Purpose.WHAT_IF else _whole(text, self.version.sentences)

    def stopped(self, raw: str) -> str:
        """What stays when the answer was cut short: its whole sentences, or else what was on the screen."""
        text = self.shown(raw).rstrip()
        ends = sentence_ends(text)[: self.version.sentences]
        return text[: ends[-1]] if ends else text

    def _text(self, raw: str, *, over: bool) -> str:
        return self._question(raw) if self.purpose is Purpose.WHAT_IF else self._passage(raw, over=over)

    def _answer(self, raw: str) -> str:
        """The answer without thoughts, with the program's own first words."""
        text = _THOUGHT.sub("", raw)
        if not text.strip():
            return ""
        said = self.version.prefill.rstrip(" \t") + self.version.opener
        if self.builtin:
            return self.version.opener + (text.removeprefix(said) if said else text)
        return text

    def _passage(self, raw: str, *, over: bool) -> str:
        text = self._answer(raw)
        if not self.builtin:
            text = self._spaced(_without_echo(_without_greeting(text, over=over), self.version.prefill))
        if not self.version.prefill or self.version.prefill[-1].isspace():
            text = text.lstrip()
        return _first_paragraph(text)

    def _spaced(self, text: str) -> str:
        """With the blank that a chat model does not know to be needed after the author's last word."""
        text = text.strip("\n").lstrip()
        before = self.version.prefill[-1:]
        if not text or not before or before.isspace() or before in _OPENS or text[0] in _JOINS:
            return text
        return " " + text

    def _question(self, raw: str) -> str:
        text = self._answer(raw)
        match = _WHAT_IF.search(text)
        if not match:
            return ""
        line = "W" + text[match.start() + 1 :].split("\n", 1)[0].rstrip('*_"” ')
        end = line.find("?")
        return line if end < 0 else line[: end + 1]


def _first_paragraph(text: str) -> str:
    """Up to the first line break behind any words."""
    start = len(text) - len(text.lstrip())
    return text[:start] + text[start:].split("\n", 1)[0]


def _whole(text: str, most: int) -> str:
    ends = sentence_ends(text)[:most]
    if ends:
        return _closed(text[: ends[-1]])
    cut = last_clause(text)
    if len(text[:cut].split()) < _SHORTEST_CLAUSE:
        raise NothingUsable(say("The model did not get to the end of a sentence; ask again for another try."))
    return _closed(text[:cut].rstrip(" ,;:—–-") + ".")


def _closed(text: str) -> str:
    """With the closing quotation mark that a cut has taken away."""
    for opening, closing in _PAIRS.items():
        if text.rfind(opening) > text.rfind(closing):
            return text + closing
    return text + '"' if text.count('"') % 2 else text


def _asked(text: str) -> str:
    """As a question; one that was cut off, even if by a question mark, ends with the clause before, if that is long."""
    if text.endswith("?") and text[-2] not in _LOOSE_ENDS:
        return text
    asked = text.removesuffix("?").rstrip(_LOOSE_ENDS)
    if sentence_ends(text) != [len(text)] or text.endswith("?"):
        cut = last_clause(asked)
        asked = asked[:cut] if len(asked[:cut].split()) > _SHORTEST_QUESTION else asked
    return asked + "?"


def _without_greeting(text: str, *, over: bool) -> str:
    """Without a first line such as "Sure, here it is:"; nothing while the first line may still become one."""
    match = _GREETING.match(text)
    if not match:
        return text if over or len(text) >= _LONGEST_GREETING else ""
    rest = text[match.end() :]
    if not rest:
        return text if over else ""
    return rest if match.group().rstrip().endswith(":") else text


def _without_echo(text: str, before: str) -> str:
    """Without a beginning that repeats the end of the author's text; nothing while it may still be one."""
    own = before.rstrip()
    said = text.lstrip()
    if said and len(said) < len(own) and _tail_starting(own, said):
        return ""
    for length in range(min(len(own), len(said)), _ECHO_AT_LEAST - 1, -1):
        if own.endswith(said[:length]):
            return said[length:]
    return text


def _tail_starting(own: str, said: str) -> bool:
    at = own.rfind(said)
    return at >= 0 and len(own) - at >= _ECHO_AT_LEAST
