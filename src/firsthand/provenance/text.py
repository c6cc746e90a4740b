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

_MOST_UNITS = 32768
_NOWHERE = -(1 << 62)  # no place an edit can name
_MOST_RUNS = 64


class _Chunk:
    """A piece of text in unit form and the runs that tile it."""

    __slots__ = ("runs", "units")

    def __init__(self, units: str, runs: list[Run]) -> None:
        self.units = units
        self.runs = runs

    def cut(self, at: int) -> int:
        """Make a boundary between runs at ``at``; the index of the run that begins there."""
        runs = self.runs
        for index, run in enumerate(runs):
            if at <= 0:
                break
            if at < run.length:
                offset = run.offset + at if run.source.ref is not None else 0
                runs[index] = Run(at, run.source, run.offset)
                runs.insert(index + 1, Run(run.length - at, run.source, offset))
                return index + 1
            at -= run.length
        else:
            return len(runs)
        return index

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

    __slots__ = (
        "_chunks",
        "_counts",
        "_near",
        "_near_start",
        "_pending",
        "_pending_at",
        "_pending_end",
        "_pending_origin",
        "_settled",
        "_sizes",
    )

    def __init__(self, text: str = "", origin: Whose = Origin.TYPED) -> None:
        units = to_units(text)
        self._settled = len(units)  # the length without the pending keys
        self._counts = dict.fromkeys(Origin, 0)
        runs = join_runs(runs_of(origin, len(units)))
        for run in runs:
            self._counts[run.source.origin] += run.length
        self._chunks = _Chunk(units, list(runs)).divided()
        self._sizes = [len(chunk.units) for chunk in self._chunks]
        self._near, self._near_start = 0, 0
        self._pending: list[str] = []
        self._pending_at = self._pending_end = _NOWHERE
        self._pending_origin = Origin.TYPED

    def __len__(self) -> int:
        """The length in UTF-16 units."""
        return self._settled + self._pending_end - self._pending_at

    @property
    def text(self) -> str:
        """The whole text, as an ordinary string."""
        return from_units(self.units())

    def units(self, start: int = 0, end: int | None = None) -> str:
        """The text from ``start`` to ``end`` in unit form."""
        self._settle()
        end = self._settled if end is None else end
        self._check(start, end - start)
        if start == 0 and end == self._settled:
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
        end = self._settled if end is None else end
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
        if at == self._pending_end and origin is self._pending_origin and not removed and inserted.isascii():
            self._pending.append(inserted)
            length = len(inserted)
            self._pending_end = at + length
            return Change(at, length, "")
        self._settle()
        self._check(at, removed)
        units = to_units(inserted)
        if not removed and isinstance(origin, Origin) and units:
            self._pending.append(units)
            self._pending_origin = origin
            self._pending_at, self._pending_end = at, at + len(units)
            return Change(at, len(units), "")
        return self._splice(at, removed, units, runs_of(origin, len(units)))

    def _settle(self) -> None:
        """Put the pending keys where they belong."""
        if self._pending:
            units = "".join(self._pending)
            at = self._pending_at
            self._pending.clear()
            self._pending_at = self._pending_end = _NOWHERE
            self._splice(at, 0, units, (Run(len(units), PLAIN[self._pending_origin]),))

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
            self._sizes[after] = len(other.units)
            after += not other.units
        self._tidy(index, after)
        self._settled += len(units) - removed
        for run in runs:
            self._counts[run.source.origin] += run.length
        for run in gone:
            self._counts[run.source.origin] -= run.length
        return Change(at, len(units), from_units("".join(gone_units)), join_runs(gone) or Origin.TYPED)

    def _tidy(self, index: int, after: int) -> None:
        """Drop emptied chunks from ``index`` up to ``after`` and divide the one at ``index`` if it is large."""
        if after > index + 1:
            del self._chunks[index + 1 : after]
            del self._sizes[index + 1 : after]
        chunk = self._chunks[index]
        self._sizes[index] = len(chunk.units)
        if len(chunk.units) > _MOST_UNITS or len(chunk.runs) > _MOST_RUNS:
            parts = chunk.divided()
            self._chunks[index : index + 1] = parts
            self._sizes[index : index + 1] = [len(part.units) for part in parts]
        elif not chunk.units and len(self._chunks) > 1:
            del self._chunks[index]
            del self._sizes[index]
            self._near, self._near_start = 0, 0

    def _find(self, at: int) -> tuple[int, int]:
        """The chunk that holds the unit at ``at`` and where it begins; the last chunk for the end of the text."""
        begin, sizes = self._near_start, self._sizes
        if not begin <= at < begin + sizes[self._near]:
            ends = list(accumulate(sizes))
            self._near = index = min(bisect_right(ends, at), len(ends) - 1)
            self._near_start = begin = ends[index] - sizes[index]
        return self._near, begin

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
        if at < 0 or removed < 0 or at + removed > self._settled:
            raise ValueError(f"units {at} to {at + removed} lie outside a text of {self._settled}")
