"""Which lines of a history hold a passage: those that a redacted copy keeps in words when the passage is to be shown.

A passage is a stretch of a scene's final text, or a suggestion as it was shown. What stands in a scene came by one line
or another, so the texts are followed here once more, with the line that brought it in place of each UTF-16 unit.
"""

import re
from array import array
from collections.abc import Iterable, Iterator

import msgspec

from firsthand.history.lines import LineReader
from firsthand.history.reading import Reading
from firsthand.history.records import Brought, Changed, Record, Shown
from firsthand.history.sealing import blocks, split_lines
from firsthand.provenance.units import length

_STRETCH = re.compile(r"(.+):(\d+)-(\d+)")

Opened = dict[str, set[int]]
"""By the name of a sitting, the numbers of lines of its file, from 1."""


class NoPassageError(Exception):
    """A passage is not in the history; the text says which."""


class Passage(msgspec.Struct, frozen=True):
    """UTF-16 units ``start`` to ``end`` (to the last, if None) of a scene; or a suggestion, if ``scene`` names one."""

    scene: str
    start: int = 0
    end: int | None = None

    @classmethod
    def of(cls, text: str) -> "Passage":
        """The passage of ``SCENE:START-END``, ``SCENE`` or ``SUGGESTION``."""
        found = _STRETCH.fullmatch(text)
        return cls(found[1], int(found[2]), int(found[3])) if found else cls(text)


def lines_of(readings: Iterable[Reading], passages: Iterable[Passage]) -> Opened:
    """The lines that hold these passages, of readings in their order. NoPassageError if one is nowhere."""
    whose = _Lines()
    for reading in readings:
        for number, record in _numbered(reading):
            whose.take(record, (reading.name, number))
    opened: Opened = {}
    for passage in passages:
        for name, number in whose.of(passage):
            opened.setdefault(name, set()).add(number)
    return opened


class _Lines:
    """The line that each unit of each scene came by, and the one that holds each suggestion."""

    def __init__(self) -> None:
        self._places: list[tuple[str, int]] = []
        self._scenes: dict[str, array[int]] = {}
        self._suggestions: dict[str, tuple[str, int]] = {}

    def take(self, record: Record, place: tuple[str, int]) -> None:
        if isinstance(record, Shown):
            self._suggestions[record.suggestion] = place
        elif isinstance(record, Brought):
            self._suggestions[record.ref] = place
        elif isinstance(record, Changed):
            units = self._scenes.setdefault(record.scene, array("L"))
            if record.at + record.removed <= len(units):
                self._places.append(place)
                came = array("L", [len(self._places) - 1]) * length(record.inserted)
                units[record.at : record.at + record.removed] = came

    def of(self, passage: Passage) -> set[tuple[str, int]]:
        if passage.scene in self._suggestions:
            return {self._suggestions[passage.scene]}
        units = self._scenes.get(passage.scene)
        if units is None:
            raise NoPassageError(f"There is no scene and no suggestion {passage.scene} in the history.")
        end = len(units) if passage.end is None else passage.end
        if not passage.start <= end <= len(units):
            raise NoPassageError(
                f"The scene {passage.scene} has {len(units)} units; it has no passage {passage.start} to {end}."
            )
        return {self._places[one] for one in set(units[passage.start : end])}


def _numbered(reading: Reading) -> Iterator[tuple[int, Record]]:
    """The sealed records of a reading without a fault, each with the number of its line in the file."""
    number = 0
    for begin, at, end in blocks(reading.data[: reading.good]):
        read = LineReader().records
        for line in split_lines(reading.data[begin:at]):
            number += 1
            for record in read(line):
                yield number, record
        number += at < end
