"""A text that knows whose each of its characters is.

The theory. The text is a list of chunks; a chunk holds a piece of the text in unit form and the runs that tile it. An
edit finds its chunk from where the last edit was, splices text and runs there, and divides the chunk when it has grown
large, so that its cost does not depend on the length of the whole. A key pressed where the last one ended, which is
nearly every key a writer presses, only appends to a pending list; the list is spliced in when anything else happens.

Every edit gives back its inverse, a ``Change`` that carries the removed text and the runs it had:

    >>> text = TrackedText("She wrote.", Origin.IMPORTED)
    >>> inverse = text.apply(Change(9, 0, " it", Origin.TYPED))
    >>> [(s.start, s.end, str(s.origin)) for s in text.spans()]
    [(0, 9, 'imported'), (9, 12, 'typed'), (12, 13, 'imported')]
    >>> redo = text.apply(inverse)
    >>> text.text
    'She wrote.'

Laws: spans tile the text exactly; counts equal the sum over spans; apply, then invert, gives back text and spans.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from firsthand.provenance.origins import PLAIN, Change, Origin, Run, Span, Whose, join_runs, runs_of
from firsthand.provenance.units import from_units, to_units

_MOST_UNITS = 8192
_MOST_RUNS = 256


class _Chunk:
    """A piece of text in unit form and the runs that tile it."""

    __slots__ = ("runs", "units")

    def __init__(self, units: str, runs: list[Run]) -> None:
        self.units = units
        self.runs = runs

    def cut(self, at: int) -> int:
        """Make a boundary between runs at ``at``; the index of the run that begins there."""
        if at == len(self.units):
            return len(self.runs)
        start = 0
        for index, run in enumerate(self.runs):
            if start >= at:
                return index
            if start + run.length > at:
                left = at - start
                offset = run.offset + left if run.source.ref is not None else 0
                self.runs[index : index + 1] = [
                    Run(left, run.source, run.offset),
                    Run(run.length - left, run.source, offset),
                ]
                return index + 1
            start += run.length
        return len(self.runs)

    def splice(self, at: int, removed: int, units: str, runs: tuple[Run, ...]) -> list[Run]:
        """Put ``units`` for the ``removed`` ones; gives the runs that went."""
        first = self.cut(at)
        last = self.cut(at + removed) if removed else first
        gone = self.runs[first:last]
        around = self.runs[max(0, first - 1) : first], self.runs[last : last + 1]
        self.runs[max(0, first - 1) : last + 1] = join_runs((*around[0], *runs, *around[1]))
        self.units = self.units[:at] + units + self.units[at + removed :]
        return gone

    def divided(self) -> list["_Chunk"]:
        """This chunk as several of good size."""
        parts = []
        rest: _Chunk = self
        while len(rest.units) > _MOST_UNITS or len(rest.runs) > _MOST_RUNS:
            by_runs = sum(run.length for run in rest.runs[: _MOST_RUNS // 2])
            at = min(_MOST_UNITS // 2, by_runs)
            index = rest.cut(at)
            parts.append(_Chunk(rest.units[:at], rest.runs[:index]))
            rest = _Chunk(rest.units[at:], rest.runs[index:])
        return [*parts, rest]


class TrackedText:
    """A text of which every UTF-16 unit has a source; changed only by ``apply`` and ``replace``."""

    def __init__(self, text: str = "", origin: Whose = Origin.TYPED) -> None:
        units = to_units(text)
        self._length = len(units)
        self._counts = dict.fromkeys(Origin, 0)
        runs = join_runs(runs_of(origin, len(units)))
        for run in runs:
            self._counts[run.source.origin] += run.length
        self._chunks = _Chunk(units, list(runs)).divided()
        self._near, self._near_start = 0, 0
        self._pending: list[str] = []
        self._pending_at = self._pending_end = -1
        self._pending_origin = Origin.TYPED

    def __len__(self) -> int:
        """The length in UTF-16 units."""
        return self._length

    @property
    def text(self) -> str:
        """The whole text, as an ordinary string."""
        return from_units(self.units())

    def units(self, start: int = 0, end: int | None = None) -> str:
        """The text from ``start`` to ``end`` in unit form."""
        self._settle()
        end = self._length if end is None else end
        self._check(start, end - start)
        if start == 0 and end == self._length:
            return "".join(chunk.units for chunk in self._chunks)
        index, begin = self._find(start)
        out = []
        while index < len(self._chunks) and begin < end:
            piece = self._chunks[index].units
            out.append(piece[max(0, start - begin) : end - begin])
            begin += len(piece)
            index += 1
        return "".join(out)

    def slice(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` (UTF-16 units), as an ordinary string."""
        return from_units(self.units(start, end))

    def counts(self) -> dict[Origin, int]:
        """How many units each origin has, all origins named; takes no longer for a longer text."""
        self._settle()
        return dict(self._counts)

    def spans(self, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """The spans that tile the text from ``start`` to ``end``, those that continue each other made one."""
        self._settle()
        end = self._length if end is None else end
        self._check(start, end - start)
        at = start
        for run in join_runs(self._clipped(start, end)):
            yield Span(at, at + run.length, run.source, run.offset)
            at += run.length

    def runs(self, start: int = 0, end: int | None = None) -> tuple[Run, ...]:
        """The runs that tile the text from ``start`` to ``end``: what a ``Change`` needs to put them elsewhere."""
        return tuple(Run(s.end - s.start, s.source, s.offset) for s in self.spans(start, end))

    def apply(self, change: Change) -> Change:
        """Make the change; its inverse. ValueError, and nothing changed, if it lies outside the text."""
        return self.replace(change.at, change.removed, change.inserted, change.origin)

    def replace(self, at: int, removed: int, inserted: str, origin: Whose = Origin.TYPED) -> Change:
        """``apply`` without a ``Change`` to make first: the way of a key press."""
        if (
            self._pending
            and at == self._pending_end
            and not removed
            and origin is self._pending_origin
            and inserted.isascii()
        ):
            self._pending.append(inserted)
            self._pending_end += len(inserted)
            self._length += len(inserted)
            return Change(at, len(inserted), "", Origin.TYPED)
        self._settle()
        self._check(at, removed)
        units = to_units(inserted)
        if not removed and isinstance(origin, Origin) and units:
            self._pending, self._pending_origin = [units], origin
            self._pending_at, self._pending_end = at, at + len(units)
            self._length += len(units)
            return Change(at, len(units), "", Origin.TYPED)
        return self._splice(at, removed, units, runs_of(origin, len(units)))

    def _settle(self) -> None:
        """Put the pending keys where they belong."""
        if self._pending:
            units = "".join(self._pending)
            at, origin = self._pending_at, self._pending_origin
            self._pending = []
            self._pending_at = self._pending_end = -1
            self._length -= len(units)
            self._splice(at, 0, units, (Run(len(units), PLAIN[origin]),))

    def _splice(self, at: int, removed: int, units: str, runs: tuple[Run, ...]) -> Change:
        index, begin = self._find(at)
        chunk = self._chunks[index]
        here = min(removed, len(chunk.units) - (at - begin))
        gone_units = [chunk.units[at - begin : at - begin + here]]
        gone = chunk.splice(at - begin, here, units, runs)
        left, after = removed - here, index + 1
        while left:
            other = self._chunks[after]
            take = min(left, len(other.units))
            gone_units.append(other.units[:take])
            gone += other.splice(0, take, "", ())
            left -= take
            after += not other.units
        self._tidy(index, after)
        self._length += len(units) - removed
        for run in runs:
            self._counts[run.source.origin] += run.length
        for run in gone:
            self._counts[run.source.origin] -= run.length
        return Change(at, len(units), from_units("".join(gone_units)), join_runs(gone) or Origin.TYPED)

    def _tidy(self, index: int, after: int) -> None:
        """Drop emptied chunks from ``index`` up to ``after`` and divide the one at ``index`` if it is large."""
        del self._chunks[index + 1 : after]
        chunk = self._chunks[index]
        if len(chunk.units) > _MOST_UNITS or len(chunk.runs) > _MOST_RUNS:
            self._chunks[index : index + 1] = chunk.divided()
        elif not chunk.units and len(self._chunks) > 1:
            del self._chunks[index]
            self._near, self._near_start = 0, 0

    def _find(self, at: int) -> tuple[int, int]:
        """The chunk that holds the unit at ``at`` and where it begins; the last chunk for the end of the text."""
        index, begin = self._near, self._near_start
        chunks = self._chunks
        if at < begin or at > begin + 8 * _MOST_UNITS:
            ends = list(accumulate(len(chunk.units) for chunk in chunks))
            index = min(bisect_right(ends, at), len(ends) - 1)
            begin = ends[index] - len(chunks[index].units)
        while index < len(chunks) - 1 and begin + len(chunks[index].units) <= at:
            begin += len(chunks[index].units)
            index += 1
        self._near, self._near_start = index, begin
        return index, begin

    def _clipped(self, start: int, end: int) -> Iterator[Run]:
        if start >= end:
            return
        index, begin = self._find(start)
        while begin < end:
            for run in self._chunks[index].runs:
                stop = begin + run.length
                if stop > start and begin < end:
                    skip = max(0, start - begin)
                    offset = run.offset + skip if run.source.ref is not None else 0
                    yield Run(min(stop, end) - begin - skip, run.source, offset)
                begin = stop
            index += 1

    def _check(self, at: int, removed: int) -> None:
        if at < 0 or removed < 0 or at + removed > self._length:
            raise ValueError(f"units {at} to {at + removed} lie outside a text of {self._length}")
