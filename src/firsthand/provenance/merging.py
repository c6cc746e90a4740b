"""Two texts that were made apart of one, made one again, with whose every character is.

The theory. What each side did is a row of edits of the common text. Edits that touch different words are made one
after the other. Where the two meet and differ, the paragraphs they stand in are taken as each side has them, and both
stay, the first side's before the second's, until the author chooses: a ``Clash``. Three things are no clash: both made
the very same of the place; one side took away what the other changed (it stays, changed); one side's paragraphs hold
all of the other's. What one side put in, and the other put in at the very same place beside a change of its own (it had
it from the other's file, then), is common ground.

Neither side is favoured: who merges two texts on one computer and who does it on another get the same, if only they
agree which side is the first. Where both have the same characters of different sources, the side that changed the
source is right, and one that knows the source is, before one that only saw another program bring the text.

Texts are in unit form, places in UTF-16 units.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from firsthand.provenance.difference import Edit, edits
from firsthand.provenance.origins import PLAIN, Origin, Run, Source, join_runs
from firsthand.provenance.text import TrackedText
from firsthand.provenance.units import from_units

BETWEEN = Source(Origin.TOOL, "joining")
"""Whose the line end is that is put between two versions of a last paragraph."""

_UNKNOWN = frozenset({Origin.OUTSIDE, Origin.IMPORTED})


class Clash(msgspec.Struct, frozen=True):
    """Where both sides changed the same place: at ``at`` of the merged text stands ``first``, and then ``second``."""

    at: int
    first: str
    second: str


class Merged(msgspec.Struct, frozen=True):
    """The text that holds both sides, and the places where both changed the same."""

    text: TrackedText
    clashes: tuple[Clash, ...]


class _Place(msgspec.Struct):
    """The units from ``start`` up to ``end`` of the common text, and what each side did there."""

    start: int
    end: int
    edits: tuple[list[Edit], list[Edit]]

    @property
    def contested(self) -> bool:
        return bool(self.edits[0] and self.edits[1])


class _Sides(msgspec.Struct, frozen=True):
    """A place as the two sides have it: from where to where in each."""

    place: _Place
    first: tuple[int, int]
    second: tuple[int, int]


def merge(base: TrackedText, first: TrackedText, second: TrackedText, *, known: bool = False) -> Merged:
    """The one text of ``first`` and ``second``, which were both made of ``base``.

    With ``known`` one of them had the base as a file only, so that the base's own sources are right but for findings.
    """
    out, base = _Out(known=known), _with_shared(base, first.units(), second.units())
    at = one = two = 0
    for sides in _places(base.units(), first.units(), second.units()):
        out.keep(base, (at, sides.place.start), first, one, second, two)
        out.take(sides, first, second)
        at, one, two = sides.place.end, sides.first[1], sides.second[1]
    out.keep(base, (at, len(base)), first, one, second, two)
    return Merged(TrackedText(from_units("".join(out.units)), join_runs(out.runs)), tuple(out.clashes))


def words_round(base: str, edit: Edit) -> tuple[int, int]:
    """From where to where the words reach that an edit changes."""
    start, end = edit.start, edit.end
    texts = [text for text in (base[start:end], edit.inserted) if text]
    if not all(text[0].isspace() for text in texts):
        while start and not base[start - 1].isspace():
            start -= 1
    if not all(text[-1].isspace() for text in texts):
        while end < len(base) and not base[end].isspace():
            end += 1
    return start, end


class _Out:
    """The merged text as it grows."""

    def __init__(self, *, known: bool) -> None:
        self._known = known
        self.units: list[str] = []
        self.runs: list[Run] = []
        self.clashes: list[Clash] = []

    def keep(
        self, base: TrackedText, where: tuple[int, int], first: TrackedText, one: int, second: TrackedText, two: int
    ) -> None:
        """What neither side changed, which stands at ``one`` and at ``two`` in them."""
        start, end = where
        if start == end:
            return
        length = end - start
        self.units.append(base.units(start, end))
        was, mine, theirs = base.runs(start, end), first.runs(one, one + length), second.runs(two, two + length)
        self.runs += _agreed(was, mine, theirs, known=self._known)

    def take(self, sides: _Sides, first: TrackedText, second: TrackedText) -> None:
        """A place that was changed."""
        place = sides.place
        one, two = first.units(*sides.first), second.units(*sides.second)
        if not place.contested:
            text, where = (first, sides.first) if place.edits[0] else (second, sides.second)
            self._add(text.units(*where), text.runs(*where))
        elif one == two:
            unknown = (Run(len(one), PLAIN[Origin.OUTSIDE]),) if one else ()
            self._add(one, _agreed(unknown, first.runs(*sides.first), second.runs(*sides.second)))
        elif _within(two, one):
            self._add(one, first.runs(*sides.first))
        elif _within(one, two):
            self._add(two, second.runs(*sides.second))
        else:
            self._clash(one, first.runs(*sides.first), two, second.runs(*sides.second))

    def _clash(self, one: str, whose: tuple[Run, ...], two: str, theirs: tuple[Run, ...]) -> None:
        if not one.endswith("\n") and not two.startswith("\n"):
            one, whose = one + "\n", (*whose, Run(1, BETWEEN))
        self.clashes.append(Clash(sum(map(len, self.units)), from_units(one), from_units(two)))
        self._add(one, whose)
        self._add(two, theirs)

    def _add(self, units: str, runs: Iterable[Run]) -> None:
        self.units.append(units)
        self.runs += runs


def _with_shared(base: TrackedText, first: str, second: str) -> TrackedText:
    """The common text with what both sides put in at one place, where one of them changed something beside it."""
    units = base.units()
    mine, theirs = ([_by_words(units, edit) for edit in edits(units, text)] for text in (first, second))
    found = {
        (one.start, one.inserted)
        for here, there in ((mine, theirs), (theirs, mine))
        for one in _shared(units, here, there)
    }
    if not found:
        return base
    pieces, runs, at = [], list[Run](), 0
    for place, inserted in sorted(found):
        pieces += [units[at:place], inserted]
        runs += [*base.runs(at, place), Run(len(inserted), PLAIN[Origin.OUTSIDE])]
        at = place
    return TrackedText(from_units("".join([*pieces, units[at:]])), join_runs([*runs, *base.runs(at, len(base))]))


def _by_words(base: str, edit: Edit) -> Edit:
    """The edit as one of whole words."""
    start, end = words_round(base, edit)
    return Edit(start, end, base[start : edit.start] + edit.inserted + base[edit.end : end])


def _shared(base: str, here: Iterable[Edit], there: Iterable[Edit]) -> Iterator[Edit]:
    """What is only put in here, and there stands first or last of what came into the place of something."""
    replaced = [edit for edit in there if edit.end > edit.start]
    begin, finish = {edit.start: edit for edit in replaced}, {edit.end: edit for edit in replaced}
    for edit in here:
        text, words = edit.inserted, edit.inserted.strip()
        if edit.end > edit.start or not words:
            continue
        first, last = begin.get(edit.start), finish.get(edit.start)
        if first is not None and first.inserted.startswith(words):
            after = first.inserted + base[first.end : first.end + len(text)]
            found = after.startswith(text)
        elif last is not None and last.inserted.endswith(words):
            before = base[max(0, last.start - len(text)) : last.start] + last.inserted
            found = before.endswith(text)
        else:
            found = False
        if found:
            yield edit


def _places(base: str, first: str, second: str) -> Iterator[_Sides]:
    """The places that were changed, in order and apart from each other; contested ones are whole paragraphs."""
    found = _met(
        base,
        (
            _Place(*words_round(base, edit), ([edit], []) if side == 0 else ([], [edit]))
            for side, text in enumerate((first, second))
            for edit in edits(base, text)
        ),
    )
    while True:
        sides = list(_beside(found))
        wide = [_widened(base, one, first, second) for one in sides]
        if all(one is sides_.place for one, sides_ in zip(wide, sides, strict=True)):
            return iter(sides)
        found = _met(base, wide)


def _met(base: str, places: Iterable[_Place]) -> list[_Place]:
    """The places in order, those that share something made one."""
    out: list[_Place] = []
    for place in sorted(places, key=lambda one: (one.start, one.end)):
        last = out[-1] if out else None
        if last is not None and (place.start < last.end or _touch(base, last, place)):
            both = ([*last.edits[0], *place.edits[0]], [*last.edits[1], *place.edits[1]])
            out[-1] = _Place(last.start, max(last.end, place.end), both)
        else:
            out.append(place)
    return out


def _touch(base: str, one: _Place, other: _Place) -> bool:
    """Whether two places that only touch are one: two insertions are, and an addition to what the other took away."""
    if one.end != other.start:
        return False
    made, after = [[edit.inserted for side in place.edits for edit in side] for place in (one, other)]
    if one.start == one.end:
        return other.start == other.end or (not any(after) and not made[-1].endswith("\n"))
    return other.start == other.end and not any(made) and base[one.end - 1] != "\n" and not after[0].startswith("\n")


def _beside(places: Iterable[_Place]) -> Iterator[_Sides]:
    """Where the places stand in the two sides."""
    moved = [0, 0]
    for place in places:
        ends = []
        for side, made in enumerate(place.edits):
            start = place.start + moved[side]
            moved[side] += sum(len(edit.inserted) - (edit.end - edit.start) for edit in made)
            ends.append((start, place.end + moved[side]))
        yield _Sides(place, *ends)


def _widened(base: str, sides: _Sides, first: str, second: str) -> _Place:
    """The place as whole paragraphs, if the sides differ there and it is not yet."""
    place = sides.place
    texts = [first[slice(*sides.first)], second[slice(*sides.second)]]
    if not place.contested or texts[0] == texts[1] or _whole_lines(base, place, texts):
        return place
    start = base.rfind("\n", 0, place.start) + 1
    end = base.find("\n", max(start, place.end - 1 if place.end > place.start else place.end)) + 1 or len(base)
    same = (start, end) == (place.start, place.end)
    return place if same else _Place(start, end, place.edits)


def _whole_lines(base: str, place: _Place, texts: Sequence[str]) -> bool:
    """Whether both sides have whole lines there, with the line ends behind them or with those before them."""
    start, end = place.start, place.end
    begins = start == 0 or base[start - 1] == "\n"
    ended = end == 0 or base[end - 1] == "\n"
    if begins and (end == len(base) or (ended and all(not text or text.endswith("\n") for text in texts))):
        return True
    stops = (end == len(base) or base[end] == "\n") and (start == len(base) or base[start] == "\n")
    return stops and all(not text or text.startswith("\n") for text in texts)


def _within(one: str, other: str) -> bool:
    """Whether the lines of one stretch all stand in the other, in their order."""
    there = iter([line for line in other.split("\n") if line])
    return all(line in there for line in one.split("\n") if line)


def _agreed(base: Iterable[Run], first: Iterable[Run], second: Iterable[Run], *, known: bool = False) -> Iterator[Run]:
    """Whose characters are that both sides have: what was changed in one of them, or is known there."""
    rows = [_Row(base), _Row(first), _Row(second)]
    while all(row.left for row in rows):
        length = min(row.left for row in rows)
        was, one, two = [row.next(length) for row in rows]
        found = one.source.finding or two.source.finding
        yield was if known and not found and was.source.origin not in _UNKNOWN else _chosen(was, one, two)


def _chosen(was: Run, one: Run, two: Run) -> Run:
    if (one.source.origin in _UNKNOWN) != (two.source.origin in _UNKNOWN):
        return two if one.source.origin in _UNKNOWN else one
    return two if one == was else one


class _Row:
    """Runs, taken from the front in any lengths."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = iter(runs)
        self._run = next(self._runs, None)

    @property
    def left(self) -> int:
        """How many units of the run in front are left; 0 at the end."""
        return self._run.length if self._run is not None else 0

    def next(self, length: int) -> Run:
        run = self._run
        assert run is not None
        after = run.offset + length if run.source.ref is not None else 0
        rest = Run(run.length - length, run.source, after)
        self._run = rest if rest.length else next(self._runs, None)
        return Run(length, run.source, run.offset)
