"""A text that knows whose each of its characters is.

The theory. The text is a list of chunks; a chunk holds a piece of the text in unit form and the runs that tile it. An
edit walks to its chunk from where the last edit was, splices text and runs there, and divides the chunk when it has
grown large, so that its cost hardly depends on the length of the whole. What is being typed in one place is held apart
as the *keys*, a list with one unit an element: a key pressed, a key taken back and a correction within it, which are
nearly all that a writer does, only change that list. It is spliced in when anything else happens.

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

from collections.abc import Iterable, Iterator

from firsthand.provenance.origins import PLAIN, Change, Origin, Run, Span, Whose, join_runs, runs_of
from firsthand.provenance.units import from_units, to_units
from firsthand.provenance.words import Inside, words_inside, words_of_runs

_MOST_UNITS, _MOST_RUNS = 16384, 64  # what a chunk holds before it is divided
_MOST_KEYS = 1024  # units that are held apart

NO_COUNTS = dict.fromkeys(Origin, 0)
"""Nothing of any origin: to be copied, which takes less time than going through an enumeration."""


def _part(run: Run, start: int, end: int) -> Run:
    """The units of a run from ``start`` up to ``end``."""
    return Run(end - start, run.source, run.offset + start if run.source.ref is not None else 0)


class _Chunk:
    """A piece of text in unit form and the runs that tile it; and its words, once they were counted."""

    __slots__ = ("counted", "runs", "units")

    def __init__(self, units: str, runs: list[Run]) -> None:
        self.units = units
        self.runs = runs
        self.counted: Inside | None = None

    def words(self) -> Inside:
        """Its words, counted again only after a change."""
        if self.counted is None:
            self.counted = words_inside(self.units, self.runs)
        return self.counted

    def locate(self, at: int) -> tuple[int, int]:
        """The run that holds the unit before ``at``, or the first, and how many of its units are before ``at``."""
        for index, run in enumerate(self.runs):
            if at <= run.length:
                return index, at
            at -= run.length
        return 0, 0

    def splice(self, at: int, removed: int, units: str, runs: tuple[Run, ...]) -> list[Run]:
        """Put ``units`` for the ``removed`` ones; gives the runs that went."""
        self.units = self.units[:at] + units + self.units[at + removed :]
        self.counted = None
        own = self.runs
        first, into = self.locate(at)
        if own and self._stretched(first, into, removed, runs):
            return [Run(removed, own[first].source)] if removed else []
        first = self._cut(first, into)
        last = self._cut(*self.locate(at + removed)) if removed else first
        gone = own[first:last]
        before = max(0, first - 1)
        own[before : last + 1] = join_runs((*own[before:first], *runs, *own[last : last + 1]))
        return gone

    def _stretched(self, index: int, into: int, removed: int, runs: tuple[Run, ...]) -> bool:
        """Make one run longer or shorter if that is all there is to do, as it is for most edits."""
        run = self.runs[index]
        length = run.length - removed
        if into + removed > run.length or run.source.ref is not None:
            return False
        if runs:
            if len(runs) > 1 or runs[0].source != run.source:
                return False
            length += runs[0].length
        elif not length:
            return False
        self.runs[index] = Run(length, run.source)
        return True

    def _cut(self, index: int, into: int) -> int:
        """Make a boundary between runs at a place that ``locate`` gave; the index of the run that begins there."""
        if not into:
            return index
        run = self.runs[index]
        if into < run.length:
            self.runs[index : index + 1] = _part(run, 0, into), _part(run, into, run.length)
        return index + 1


def _chunks(units: str, runs: Iterable[Run]) -> list[_Chunk]:
    """Text and its runs as chunks of good size: three quarters of the most."""
    chunks: list[_Chunk] = []
    most_units, most_runs = _MOST_UNITS * 3 // 4, _MOST_RUNS * 3 // 4
    begin, end, held = 0, 0, list[Run]()
    for run in runs:
        start = 0
        while run.length - start > begin + most_units - end or len(held) == most_runs:
            if len(held) < most_runs and end < begin + most_units:
                held.append(_part(run, start, start := start + begin + most_units - end))
                end = begin + most_units
            chunks.append(_Chunk(units[begin:end], held))
            begin, held = end, []
        held.append(_part(run, start, run.length) if start else run)
        end += run.length - start
    chunks.append(_Chunk(units[begin:end], held))
    return chunks


class TrackedText:
    """A text of which every UTF-16 unit has a source; changed only by ``apply`` and ``replace``."""

    __slots__ = (
        "_chunks",
        "_counts",
        "_keys",
        "_keys_at",
        "_keys_origin",
        "_near",
        "_near_start",
        "_settled",
        "_sizes",
    )

    def __init__(self, text: str = "", origin: Whose = Origin.TYPED) -> None:
        units = to_units(text)
        runs = runs_of(origin, len(units))
        self._chunks = _chunks(units, runs)
        self._sizes = [len(chunk.units) for chunk in self._chunks]
        self._near, self._near_start = 0, 0  # the chunk of the last edit, and where it begins
        self._settled = len(units)  # the length of the chunks together
        self._counts = dict(NO_COUNTS)
        for run in runs:
            self._counts[run.source.origin] += run.length
        self._keys: list[str] = []
        self._keys_at = 0  # where they stand; without keys, any place in the text
        self._keys_origin = Origin.TYPED

    def copy(self) -> "TrackedText":
        """The same text, to be changed apart from this one."""
        self._settle()
        other = TrackedText()
        other._chunks = [_Chunk(chunk.units, list(chunk.runs)) for chunk in self._chunks]
        other._sizes, other._settled, other._counts = list(self._sizes), self._settled, dict(self._counts)
        return other

    def __len__(self) -> int:
        """The length in UTF-16 units."""
        return self._settled + len(self._keys)

    @property
    def text(self) -> str:
        """The whole text, as an ordinary string."""
        return from_units(self.units())

    def units(self, start: int = 0, end: int | None = None) -> str:
        """The text from ``start`` to ``end`` in unit form."""
        first, last = start - self._keys_at, -1 if end is None else end - self._keys_at
        if 0 <= first <= last <= len(self._keys):
            return "".join(self._keys[first:last])
        self._settle()
        end = self._settled if end is None else end
        self._check(start, end - start)
        if start == 0 and end == self._settled:
            return "".join([chunk.units for chunk in self._chunks])
        index, begin = self._find(start), self._near_start
        out = []
        while index < len(self._chunks) and begin < end:
            piece = self._chunks[index].units
            out.append(piece[max(0, start - begin) : end - begin])
            begin += len(piece)
            index += 1
        return "".join(out)

    def pieces(self) -> tuple[str, ...]:
        """The text in unit form, in pieces cut anywhere; a piece that did not change is the same object as before."""
        self._settle()
        return tuple(chunk.units for chunk in self._chunks)

    def slice(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` (UTF-16 units), as an ordinary string."""
        return from_units(self.units(start, end))

    def counts(self) -> dict[Origin, int]:
        """How many units each origin has, all origins named; takes no longer for a longer text."""
        counts = dict(self._counts)
        counts[self._keys_origin] += len(self._keys)
        return counts

    def words(self) -> dict[str, int]:
        """How many words are of each origin (all named) and how many are ``mixed``; counted where it changed since."""
        self._settle()
        units, runs, parts = "", list[Run](), []
        for chunk in self._chunks:
            inside = chunk.words()
            units += chunk.units[: inside.first]
            runs += inside.head
            if inside.first < len(chunk.units):
                parts += [words_of_runs(units, runs), inside.counts]
                units, runs = chunk.units[inside.last :], list(inside.tail)
        parts.append(words_of_runs(units, runs))
        return {key: sum(part[key] for part in parts) for key in parts[0]}

    def count_some(self) -> bool:
        """Count the words of one more chunk, so that ``words`` need not; False if none is left."""
        self._settle()
        chunk = next((chunk for chunk in self._chunks if chunk.counted is None), None)
        if chunk is not None:
            chunk.words()
        return chunk is not None

    def spans(self, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """The spans that tile the text from ``start`` to ``end``, those that continue each other made one."""
        self._settle()
        end = self._settled if end is None else end
        self._check(start, end - start)
        at = start
        source, offset = None, 0
        for run in tuple(self._clipped(start, end)):
            if run.source != source or (source.ref is not None and run.offset != offset + at - start):
                if source is not None:
                    yield Span(start, at, source, offset)
                start, source, offset = at, run.source, run.offset
            at += run.length
        if source is not None:
            yield Span(start, at, source, offset)

    def runs(self, start: int = 0, end: int | None = None) -> tuple[Run, ...]:
        """The runs that tile the text from ``start`` to ``end``: what a ``Change`` needs to put them elsewhere."""
        return tuple(Run(s.end - s.start, s.source, s.offset) for s in self.spans(start, end))

    def apply(self, change: Change) -> Change:
        """Make the change; its inverse. ValueError, and nothing changed, if it lies outside the text."""
        return self.replace(change.at, change.removed, change.inserted, change.origin)

    def replace(self, at: int, removed: int, inserted: str, origin: Whose = Origin.TYPED) -> Change:
        """``apply`` without a ``Change`` to make first: the way of a key press."""
        place, keys = at - self._keys_at, self._keys
        key = not removed and len(inserted) == 1 and inserted <= "\uffff"
        if key and origin is self._keys_origin and 0 <= place <= len(keys) < _MOST_KEYS:
            keys.insert(place, inserted)
            return Change(at, 1, "")
        if 0 <= place <= place + removed <= len(keys) < _MOST_KEYS - len(inserted) and origin is self._keys_origin:
            return self._retouch(place, removed, to_units(inserted))
        self._settle()
        self._check(at, removed)
        units = to_units(inserted)
        if isinstance(origin, Origin) and len(units) <= _MOST_KEYS:
            gone, runs = self._splice(at, removed, "", ()) if removed else ("", ())
            self._keys, self._keys_at, self._keys_origin = list(units), at, origin
        else:
            gone, runs = self._splice(at, removed, units, runs_of(origin, len(units)))
            self._keys_at = at
        return Change(at, len(units), from_units(gone), runs or Origin.TYPED)

    def _retouch(self, place: int, removed: int, units: str) -> Change:
        """Change the keys that are held apart."""
        keys = self._keys
        gone = "".join(keys[place : place + removed])
        keys[place : place + removed] = units
        return Change(self._keys_at + place, len(units), from_units(gone), self._keys_origin if gone else Origin.TYPED)

    def _settle(self) -> None:
        """Put the keys where they belong."""
        if self._keys:
            at, units = self._keys_at, "".join(self._keys)
            self._keys, self._keys_at = [], at + len(units)
            self._splice(at, 0, units, (Run(len(units), PLAIN[self._keys_origin]),))

    def _splice(self, at: int, removed: int, units: str, runs: tuple[Run, ...]) -> tuple[str, tuple[Run, ...]]:
        """Put ``units`` for the ``removed`` ones; gives what went, and its runs."""
        index = self._find(at)
        chunk = self._chunks[index]
        place = at - self._near_start
        here = chunk.units[place : place + removed]
        gone = chunk.splice(place, len(here), units, runs)
        if len(here) < removed:
            here += self._remove_after(index, removed - len(here), gone)
        self._sizes[index] = size = len(chunk.units)
        if not 0 < size <= _MOST_UNITS or len(chunk.runs) > _MOST_RUNS:
            self._tidy(index)
        self._settled += len(units) - removed
        for run in runs:
            self._counts[run.source.origin] += run.length
        for run in gone:
            self._counts[run.source.origin] -= run.length
        return here, join_runs(gone) if len(gone) > 1 else tuple(gone)

    def _remove_after(self, index: int, left: int, gone: list[Run]) -> str:
        """Remove the first ``left`` units behind the chunk at ``index``, adding their runs to ``gone``; those units."""
        out = []
        after = index + 1
        while left:
            chunk = self._chunks[after]
            piece = chunk.units[:left]
            gone += chunk.splice(0, len(piece), "", ())
            out.append(piece)
            left -= len(piece)
            self._sizes[after] = len(chunk.units)
            after += not chunk.units
        del self._chunks[index + 1 : after]
        del self._sizes[index + 1 : after]
        return "".join(out)

    def _tidy(self, index: int) -> None:
        """Divide the chunk at ``index`` if it is large, drop it if it is empty."""
        chunk = self._chunks[index]
        parts = _chunks(chunk.units, chunk.runs)
        if not chunk.units and len(self._chunks) > 1:
            parts = []
            self._near = max(0, index - 1)
            self._near_start -= self._sizes[index - 1] if index else 0
        self._chunks[index : index + 1] = parts
        self._sizes[index : index + 1] = [len(part.units) for part in parts]

    def _find(self, at: int) -> int:
        """The chunk that holds or touches the place ``at``; it begins at ``_near_start``."""
        index, begin, sizes = self._near, self._near_start, self._sizes
        while at < begin:
            index -= 1
            begin -= sizes[index]
        while at > (end := begin + sizes[index]):
            index += 1
            begin = end
        self._near, self._near_start = index, begin
        return index

    def _clipped(self, start: int, end: int) -> Iterator[Run]:
        if start >= end:
            return
        index, begin = self._find(start), self._near_start
        while begin < end:
            for run in self._chunks[index].runs:
                stop = begin + run.length
                if start <= begin and stop <= end:
                    yield run
                elif stop > start and begin < end:
                    yield _part(run, max(0, start - begin), min(stop, end) - begin)
                begin = stop
            index += 1

    def _check(self, at: int, removed: int) -> None:
        if at < 0 or removed < 0 or at + removed > self._settled:
            raise ValueError(f"units {at} to {at + removed} lie outside a text of {self._settled}")
