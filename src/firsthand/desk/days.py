"""How many words stood at the end of each day, the author's own apart from a model's: from the history.

What counts: words of the scenes that are in the manuscript now, notes left out, each whole word by whose it is
(``provenance.words``); a day ends at midnight by this computer's clock. What a day brought is the difference to the day
before, so that writing and deleting the same word on one day brings nothing. The result is kept in a small file of the
program's own, for it follows from the history alone: where that has other sittings than the file knows, it is replayed.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from firsthand.desk.places import machine_id
from firsthand.desk.reading import history_folder
from firsthand.history import Changed, Found, Replay, read_history, replace_file
from firsthand.history.branches import Branches
from firsthand.history.reading import CLOSED_SUFFIX, SUFFIX, sitting_names
from firsthand.manuscript import Folder
from firsthand.provenance import Origin, Source, Span, TrackedText
from firsthand.provenance.words import words_by_origin


class DayEnd(msgspec.Struct, frozen=True):
    """The words that stood at the end of a day: the author's own, typed, and those of a model."""

    own: int = 0
    model: int = 0


Days = dict[str, DayEnd]
"""By the day, as ``2026-05-14``, in their order; days on which nothing changed are left out."""


class _Kept(msgspec.Struct, frozen=True):
    """The file: the sittings that are counted in, and the days."""

    sittings: tuple[str, ...]
    days: Days


def read_days(folder: Folder, kept: Path, current: str = "") -> Days:
    """The days of a manuscript, from the file ``kept`` or else from its history; ``current`` is a sitting to pass over.

    Takes as long as replaying the history where the file does not know all of it. HistoryError if that cannot be read.
    """
    known = _read(kept)
    sittings = [name for name in _sittings(folder) if name != current]
    if known is not None and sorted(known.sittings) == sorted(sittings):
        return known.days
    days = count_days(folder)
    keep_days(folder, kept, days, sittings)
    return days


def keep_days(folder: Folder, kept: Path, days: Days, sittings: Iterable[str] | None = None) -> None:
    """Keep the days in a file, as those of all sittings that the history has by now. What the disk refuses is not."""
    names = tuple(_sittings(folder) if sittings is None else sittings)
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        replace_file(kept, msgspec.json.format(msgspec.json.encode(_Kept(names, days)), indent=1))


def count_days(folder: Folder) -> Days:
    """The days of a manuscript, by replaying its main line. HistoryError if a file of it cannot be read.

    What another computer wrote apart counts on the day it was joined.
    """
    counting = _Counting([entry.id for entry in folder.outline.scenes])
    readings = read_history(history_folder(folder.path)).readings
    for began, records in Branches(readings, machine_id()).main_records():
        for record in records:
            if isinstance(record, Changed | Found):
                counting.change(record, began)
    return counting.finished()


def brought(days: Days, day: str) -> DayEnd:
    """What a day brought: the difference to the last day before it. Less than nothing where more went than came."""
    before = DayEnd()
    for known, end in days.items():
        if known >= day:
            break
        before = end
    end = days.get(day, before)
    return DayEnd(end.own - before.own, end.model - before.model)


def each_day(days: Days) -> Days:
    """What each day brought."""
    made, before = {}, DayEnd()
    for day, end in days.items():
        made[day] = DayEnd(end.own - before.own, end.model - before.model)
        before = end
    return made


def day_of(when: int) -> str:
    """The day of a moment (milliseconds since 1970), by this computer's clock."""
    return _local(when).date().isoformat()


class _Counting:
    """Takes changes in their order and counts at each midnight what changed since the last."""

    def __init__(self, scenes: Iterable[str]) -> None:
        self._scenes = dict.fromkeys(scenes, DayEnd())
        self._replay = Replay()
        self._lines = _Lines()
        self._changed: set[str] = set()
        self._days: Days = {}
        self._day = ""
        self._midnight = 0

    def change(self, record: Changed | Found, began: int) -> None:
        when = began + record.t
        if when >= self._midnight:
            self._end_day()
            self._begin_day(when)
        self._replay.take(record, began)
        self._changed.add(record.scene)

    def finished(self) -> Days:
        self._end_day()
        return self._days

    def _begin_day(self, when: int) -> None:
        today = _local(when).date()
        self._day = today.isoformat()
        self._midnight = _midnight_after(today)

    def _end_day(self) -> None:
        for scene in self._changed.intersection(self._scenes):
            self._scenes[scene] = self._lines.count(self._replay.scene(scene).text)
        self._changed.clear()
        if self._day:
            ends = self._scenes.values()
            self._days[self._day] = DayEnd(sum(end.own for end in ends), sum(end.model for end in ends))


class _Lines:
    """Counts a text line by line and knows lines again: from one day to the next, most of a scene stays as it is."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, tuple[tuple[int, Origin], ...]], DayEnd] = {}

    def count(self, text: TrackedText) -> DayEnd:
        own = model = 0
        for line in _divided(text):
            end = self._known.get(line)
            if end is None:
                end = self._known[line] = _counted(*line)
            own += end.own
            model += end.model
        return DayEnd(own, model)


def _divided(text: TrackedText) -> Iterator[tuple[str, tuple[tuple[int, Origin], ...]]]:
    """Each line in unit form, with where in it each stretch of one origin ends. No word goes beyond its line."""
    spans = [(span.end, span.source.origin) for span in text.spans()]
    begin = at = 0
    for line in text.units().split("\n"):
        end = begin + len(line)
        pieces = []
        while at < len(spans) and spans[at][0] < end:
            pieces.append((spans[at][0] - begin, spans[at][1]))
            at += 1
        if line:
            pieces.append((len(line), spans[at][1]))
            yield line, tuple(pieces)
        begin = end + 1
        while at < len(spans) and spans[at][0] < begin:
            at += 1


def _counted(line: str, pieces: tuple[tuple[int, Origin], ...]) -> DayEnd:
    starts = (0, *(end for end, _ in pieces))
    spans = (Span(start, end, Source(origin)) for start, (end, origin) in zip(starts, pieces, strict=False))
    counts = words_by_origin(line, spans)
    return DayEnd(counts[Origin.TYPED], counts[Origin.MODEL])


def _sittings(folder: Folder) -> list[str]:
    return [n.removesuffix(CLOSED_SUFFIX).removesuffix(SUFFIX) for n in sitting_names(history_folder(folder.path))]


def _read(kept: Path) -> _Kept | None:
    try:
        return msgspec.json.decode(kept.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return None


def _local(when: int) -> datetime:
    return datetime.fromtimestamp(when / 1000, UTC).astimezone()


def _midnight_after(day: date) -> int:
    """When the next day begins by this computer's clock, in milliseconds since 1970."""
    following = day + timedelta(days=1)
    return round(datetime(following.year, following.month, following.day).timestamp() * 1000)  # noqa: DTZ001 - local
