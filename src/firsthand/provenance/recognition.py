"""Finding out whose text really is that came in one piece, or by keys, and had been seen before.

A first form: what was taken out of the manuscript is remembered.
"""

from collections.abc import Iterable

from firsthand.provenance.origins import Run
from firsthand.provenance.text import TrackedText

Found = tuple[int, tuple[Run, ...]]
"""A finding: where a stretch of the text begins (UTF-16 units), and of which sources it is."""


class Recogniser:
    """What a manuscript has seen: text that stood in it and text that suggestions showed. One for all its scenes."""

    def __init__(self) -> None:
        self._texts: dict[str, TrackedText] = {}

    def stands(self, scene: str, text: TrackedText) -> None:
        """``text`` is a scene of the manuscript, now and as it changes."""
        self._texts[scene] = text

    def showed(self, suggestion: str, text: str, known: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
        """A suggestion was shown; the ranges of its text (UTF-16 units) whose words had stood in the manuscript.

        ``known`` are texts of the author's beside the manuscript that the model had seen, such as the wish.
        """
        return ()

    def shown_before(self, suggestion: str, text: str, stood: tuple[tuple[int, int], ...]) -> None:
        """``showed`` in an earlier sitting, with what it gave then."""

    def removed(self, scene: str, at: int, units: str, runs: tuple[Run, ...]) -> None:
        """``units`` (unit form) with these runs were taken out of a scene at ``at``, by whatever means."""

    def brought(self, scene: str, at: int, length: int) -> list[Found]:
        """What is found of text that came into a scene in one piece, and now stands there."""
        return []

    def typed(self, scene: str, at: int, length: int) -> list[Found]:
        """What is found of the words round text that was just typed."""
        return []

    def settled(self, scene: str) -> list[Found]:
        """What is found of the word that was being typed last: the author paused or went elsewhere."""
        return []
