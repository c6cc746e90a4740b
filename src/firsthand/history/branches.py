"""The lines of a history: which sittings follow each other, and where computers went apart and were joined.

The theory. A sitting's texts begin as they stood at the seal that its ``after`` names first. That makes a tree, and a
*line* is a way from its root. What another line had made of the texts comes into a line by ordinary recorded changes,
behind which a ``Joined`` says how far that line is then held: so replay merges nothing. A ``Point`` is a place in a
line (a sitting, and how many of its records), and *holds* all points that it comes after by either way.

Nothing is replayed here: ``along`` goes through the tree once and takes whatever state its caller keeps.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

import msgspec

from firsthand.history.acts import Clashed, Named
from firsthand.history.changes import Cause, Changed
from firsthand.history.clocks import milliseconds
from firsthand.history.reading import Reading
from firsthand.history.records import Record


class Point(NamedTuple):
    """A place in the history: how many ``records`` of a ``sitting``, which is the number of its reading."""

    sitting: int
    records: int


Held = dict[int, int]
"""Of each sitting how many records are held."""

T = TypeVar("T")


class Part(NamedTuple, Generic[T]):
    """Records of one sitting, which began at ``began`` (milliseconds since 1970, UTC), and the state they go into.

    The records are those behind ``start``.
    """

    state: T
    began: int
    start: Point
    records: Sequence[Record]


class Branches:
    """The lines of the readings, which come each after those it came after.

    ``machine`` is the computer that asks: of lines that have not been joined its own is the main one, else the one
    that goes on the latest. ``bases`` are where the sittings' texts begin, None for those that begin with nothing.
    """

    def __init__(self, readings: Sequence[Reading], machine: str = "") -> None:
        self.readings = readings
        self._machine = machine
        self._of_id: dict[str, int] = {}
        self._waiting: set[int] = set()
        for number, reading in enumerate(readings):
            if reading.sitting is not None:
                self._of_id.setdefault(reading.sitting.id, number)
        self._of_seal = {seal.hash: number for number, one in enumerate(readings) for seal in one.seals}
        self.bases = [self._base(number) for number in range(len(readings))]
        self._late = self._waiting if self._is_whole_here() else frozenset[int]()
        self.main = self._main()
        self.others = self._others()

    # -- points

    def end(self, sitting: int) -> Point:
        """Where a sitting ends, as far as it is there."""
        return Point(sitting, len(self.readings[sitting].records))

    @property
    def named(self) -> str:
        """What a new sitting names first of what it comes after: a seal, or the id of a sitting that has none yet."""
        if self.main is None:
            return ""
        return self.readings[self.main.sitting].last_seal or self.name(self.main)

    def settled(self, sitting: int) -> Point:
        """``end``, without a last run of typing that may still grow: its computer is writing."""
        reading, end = self.readings[sitting], self.end(sitting)
        last = reading.records[-1] if reading.records else None
        grows = not reading.ended and isinstance(last, Changed) and last.cause is Cause.TYPE
        return Point(sitting, end.records - grows)

    def name(self, point: Point) -> str:
        """The id of the sitting of a point."""
        sitting = self.readings[point.sitting].sitting
        return sitting.id if sitting is not None else ""

    def order(self, point: Point) -> tuple[str, str]:
        """By what points are put in order, the same on every computer: when their sittings began."""
        sitting = self.readings[point.sitting].sitting
        return (sitting.began, sitting.id) if sitting is not None else ("", "")

    def held(self, *points: Point | None) -> Held:
        """All that these points hold."""
        held: Held = {}
        left = [point for point in points if point is not None]
        while left:
            sitting, records = left.pop()
            known = held.get(sitting, -1)
            if known >= records:
                continue
            held[sitting] = records
            base = self.bases[sitting]
            if known < 0 and base is not None:
                left.append(base)
            left += [
                Point(self._of_id[one.sitting], one.records)
                for number, one in self.readings[sitting].joins
                if known <= number < records and one.sitting in self._of_id
            ]
        return held

    def holds(self, point: Point, held: Held) -> bool:
        return held.get(point.sitting, -1) >= point.records

    def common(self, here: Held, there: Held) -> list[Point]:
        """The latest points that both hold; none if they have nothing in common, several if they crossed."""
        shared = [Point(s, min(n, there[s])) for s, n in sorted(here.items()) if s in there]
        shared = [point for point in shared if point.records <= len(self.readings[point.sitting].records)]
        return [p for p in shared if not any(q != p and self.holds(p, self.held(q)) for q in shared)]

    def unfinished(self) -> Point:
        """Where the main line stands without the changes of a join at its end that was cut off by a kill."""
        sitting, number = self.main or Point(0, 0)
        for record in reversed(self.readings[sitting].records[:number]):
            joining = isinstance(record, Clashed) or (isinstance(record, Changed) and record.cause is Cause.JOIN)
            if not joining:
                break
            number -= 1
        return Point(sitting, number)

    def complete(self, point: Point) -> bool:
        """Whether all is there that the texts at a point come from."""
        base: Point | None = point
        while base is not None:
            if base.sitting in self._waiting:
                return False
            base = self.bases[base.sitting]
        return True

    def line(self, point: Point | None) -> list[Point]:
        """The points at which the line to a point leaves each of its sittings, the first sitting first."""
        out: list[Point] = []
        base = point
        while base is not None:
            out.append(base)
            base = self.bases[base.sitting]
        return out[::-1]

    # -- going through

    def main_records(self) -> Iterator[tuple[int, list[Record]]]:
        """The records of the main line by sitting, each with when it began (milliseconds since 1970, UTC).

        Names that were given in another line are there from where that was joined.
        """
        for point in self.line(self.main):
            records = self.readings[point.sitting].records[: point.records]
            began = self._began(point.sitting)
            joined = [number for number, _ in self.readings[point.sitting].joins if number < point.records]
            for number in reversed(joined):
                before = self.held(Point(point.sitting, number))
                records[number:number] = self._names(before, self.held(Point(point.sitting, number + 1)), began)
            yield began, records

    def _names(self, before: Held, after: Held, began: int) -> list[Record]:
        """What was named between, its times counted from ``began``."""
        out: list[Record] = []
        for sitting, records in sorted(after.items()):
            far = self._began(sitting) - began
            new = self.readings[sitting].records[before.get(sitting, 0) : records]
            out += [msgspec.structs.replace(one, t=one.t + far) for one in new if isinstance(one, Named)]
        return out

    def _began(self, number: int) -> int:
        sitting = self.readings[number].sitting
        return milliseconds(sitting.began) if sitting is not None else 0

    def along(
        self, new: Callable[[], T], copy: Callable[[T], T], wanted: Iterable[Point], kept: dict[Point, T]
    ) -> Iterator[Part[T]]:
        """All records of all sittings, each with the state of its line; where lines part the state is copied.

        The states at the points that are ``wanted`` are put into ``kept``; they are not to be changed there.
        """
        wishes = set(wanted)
        uses = Counter(base for base in self.bases if base is not None)
        uses.update(wishes)
        cuts: dict[int, set[int]] = {}
        for point in uses:
            cuts.setdefault(point.sitting, set()).add(min(point.records, len(self.readings[point.sitting].records)))
        held: dict[Point, T] = {}
        for number, reading in enumerate(self.readings):
            base, records = self.bases[number], reading.records
            began = self._began(number)
            state, done = (new() if base is None else _taken(held, uses, base, copy)), 0
            for cut in sorted(cuts.get(number, set()) | {len(records)}):
                part = records if not done and cut == len(records) else records[done:cut]
                yield Part(state, began, Point(number, done), part)
                done, here = cut, Point(number, cut)
                if uses[here]:
                    held[here] = state if cut == len(records) else copy(state)
        kept.update({point: held[point] for point in wishes if point in held})

    # -- what is found once

    def _base(self, number: int) -> Point | None:
        sitting = self.readings[number].sitting
        if sitting is None or not sitting.after:
            return None
        seal = sitting.after[0]
        found = self._of_seal.get(seal, self._of_id.get(seal))
        if found is None or found >= number:
            self._waiting.add(number)
            return self.end(number - 1) if number else None
        before = self.readings[found].sitting
        whole = not self.readings[number].seals and before is not None and before.machine == sitting.machine
        return self.end(found) if whole else self._at(found, seal)

    def _at(self, number: int, seal: str) -> Point:
        """Where a seal stands. Behind the last that fits all counts that can be read, if what follows is damaged."""
        reading = self.readings[number]
        records = None if reading.fault and seal == reading.last_seal else reading.count_at(seal)
        return self.end(number) if records is None else Point(number, records)

    def _is_whole_here(self) -> bool:
        """Whether all is there that this computer's latest sitting comes from.

        What another's comes from and is missing is then on its way, and its sitting waits; else it is lost, and
        whatever came after the loss goes on from what there is.
        """
        own = [number for number, one in enumerate(self.readings) if self._is_own(one)]
        return bool(own) and self.complete(self.end(own[-1]))

    def _is_own(self, reading: Reading) -> bool:
        return reading.sitting is not None and bool(self._machine) and reading.sitting.machine == self._machine

    def _main(self) -> Point | None:
        """The end of the sitting that goes on here, or else that which a new one of this computer would begin from."""
        going_on = [number for number in range(len(self.readings)) if self._goes_on(number)]
        if going_on:
            return self.end(going_on[-1])
        ends = [self._open_end(number) for number in range(len(self.readings))]
        found = self._latest([end for end in ends if end is not None])
        return max(found, key=self._preferred) if found else None

    def _goes_on(self, number: int) -> bool:
        reading = self.readings[number]
        return self._is_own(reading) and not reading.ended and reading.fault is None

    def _open_end(self, number: int) -> Point | None:
        """The end of a sitting, or its last seal, if it is another computer's and has not closed."""
        reading = self.readings[number]
        if reading.ended or reading.sitting is None or self._machine in ("", reading.sitting.machine):
            return self.end(number)
        return self._at(number, reading.last_seal) if reading.seals else None

    def _latest(self, ends: list[Point]) -> list[Point]:
        """Of these ends those that none of the others holds, if all is there that their texts come from."""
        led_on = {base for number, base in enumerate(self.bases) if base is not None and number not in self._late}
        ends = [end for end in ends if end not in led_on]
        ends = [end for end in ends if self.complete(end)] or ends
        held = {end: self.held(end) for end in ends}
        return [one for one in ends if not any(two != one and self.holds(one, held[two]) for two in ends)]

    def _preferred(self, point: Point) -> tuple[bool, tuple[str, str]]:
        sitting = self.readings[point.sitting].sitting
        return bool(self._machine and sitting and sitting.machine == self._machine), self.order(point)

    def _others(self) -> list[Point]:
        """The ends of other lines that the main one does not hold, the earliest first."""
        if self.main is None:
            return []
        held = self.held(self.main)
        ends = self._latest([self.settled(number) for number in range(len(self.readings))])
        return sorted((end for end in ends if self.complete(end) and not self.holds(end, held)), key=self.order)


def _taken(held: dict[Point, T], uses: Counter[Point], point: Point, copy: Callable[[T], T]) -> T:
    """The state at a point: itself for the last who needs it, a copy for those before."""
    uses[point] -= 1
    return copy(held[point]) if uses[point] else held.pop(point)
