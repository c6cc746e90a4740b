"""What the disk refuses, told once: the first refusal, and when everything is written again.

It knows no disk. Whoever writes tells under a name of its own, on any thread; a name that is refused over and over, and
others while the first is still in trouble, say nothing new to a person who is writing.
"""

import threading
from collections.abc import Callable

from firsthand.saying import say


def written_again() -> str:
    """What is told when nothing is refused any more."""
    return say("Everything is on disk again; nothing was lost.")


class Refusals:
    """Who is refused by the disk, told to ``tell`` in single sentences."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._refused: set[str] = set()
        self._last = ""
        self._lock = threading.Lock()

    def refused(self, who: str, sentence: str) -> None:
        """The disk refused what ``who`` has to write; the sentence is told if nobody was in trouble."""
        with self._lock:
            first = not self._refused
            self._refused.add(who)
            self._last = sentence if first else self._last
        if first:
            self._tell(sentence)

    def written(self, who: str) -> None:
        """The disk took what ``who`` has to write; that is told if it was the last one in trouble."""
        with self._lock:
            was, self._refused = self._refused, self._refused - {who}
            last = bool(was) and not self._refused
        if last:
            self._tell(written_again())

    def outdated(self, sentence: str) -> str:
        """The sentence told before that is no longer true when this one is told; empty if there is none."""
        return {written_again(): self._last, self._last: written_again()}.get(sentence, "")
