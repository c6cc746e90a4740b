"""Which lines of a history hold a passage: those that a redacted copy keeps in words when the passage is to be shown.

A passage is a stretch of a scene's final text, or a suggestion as it was shown. What stands in a scene came by one line
or another, so the texts are followed here once more, with the line that brought it in place of each UTF-16 unit.
"""

import re
from array import array
from collections.abc import Iterable, Iterator

import msgspec

from firsthand.history.acts import Brought, Shown
from firsthand.history.branches import Branches, Point
from firsthand.history.changes import Changed
from firsthand.history.lines import LineReader
from firsthand.history.reading import Reading
from firsthand.history.records import Record, Sitting
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
    whose, readings = _Lines(), list(readings)
    branches, kept = Branches(readings), dict[Point, _Scenes]()
    places = [[one for one in _numbered(reading) if not isinstance(one[1], Sitting)] for reading in readings]
    for part in branches.along(dict, _copied, [branches.main] if branches.main else [], kept):
        number, begin = part.start
        for line, record in places[number][begin : begin + len(part.records)]:
            whose.take(record, (readings[number].name, line), part.state)
    for scenes in kept.values():
        whose.scenes = scenes
    opened: Opened = {}
    for passage in passages:
        for name, number in whose.of(passage):
            opened.setdefault(name, set()).add(number)
    return opened


_Scenes = dict[str, "array[int]"]


def _copied(scenes: _Scenes) -> _Scenes:
    return {scene: units[:] for scene, units in scenes.items()}


class _Lines:
    """The line that each unit of each scene came by, and the one that holds each suggestion."""

    def __init__(self) -> None:
        self._places: list[tuple[str, int]] = []
        self.scenes: _Scenes = {}
        self._suggestions: dict[str, tuple[str, int]] = {}

    def take(self, record: Record, place: tuple[str, int], scenes: _Scenes) -> None:
        if isinstance(record, Shown):
            self._suggestions[record.suggestion] = place
        elif isinstance(record, Brought):
            self._suggestions[record.ref] = place
        elif isinstance(record, Changed):
            units = scenes.setdefault(record.scene, array("L"))
            if record.at + record.removed <= len(units):
                self._places.append(place)
                came = array("L", [len(self._places) - 1]) * length(record.inserted)
                units[record.at : record.at + record.removed] = came

    def of(self, passage: Passage) -> set[tuple[str, int]]:
        if passage.scene in self._suggestions:
            return {self._suggestions[passage.scene]}
        units = self.scenes.get(passage.scene)
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
