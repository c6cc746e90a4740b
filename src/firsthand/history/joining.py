"""What another line of sittings has that the main one has not, and what the texts of both are when they are joined.

The common ground of two lines is the latest point that both hold. Where they crossed (each was joined into the other at
the same time) there are several, and the ground is what a join of these makes. All lines are only looked at here: the
changes that make the join are the caller's, and are recorded like any others.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from firsthand.history.branches import Branches, Held, Point
from firsthand.history.replay import Line
from firsthand.provenance import TrackedText
from firsthand.provenance.merging import Merged, merge

_DEPTH = 8
"""How often lines may have crossed before the ground of their joins is taken to be the first of several."""


class Join(msgspec.Struct, frozen=True):
    """One other line, up to the point ``other``, and what joining it makes of the scenes that it changed.

    ``sittings`` are the ids of the two sides' sittings; ``first`` says that the main line is the first side. ``ground``
    and ``outline`` say how the manuscript was divided in common, and in the other line.
    """

    other: Point
    sittings: tuple[str, str]
    first: bool
    scenes: dict[str, Merged]
    ground: msgspec.Raw | None
    outline: msgspec.Raw | None


def wanted(branches: Branches) -> set[Point]:
    """The points whose lines ``joins`` will need."""
    if branches.main is None:
        return set()
    out = {branches.main, branches.unfinished(), *branches.others}
    held = branches.held(branches.unfinished())
    for other in branches.others:
        theirs = branches.held(other)
        out |= _ground_points(branches, held, theirs, _DEPTH)
        held = _both(held, theirs)
    return out


def joins(branches: Branches, lines: Mapping[Point, Line]) -> Iterator[Join]:
    """The joins that make the main line hold all others, one after another."""
    if branches.main is None:
        return
    begun = branches.unfinished()
    mine, held = lines[begun], branches.held(begun)
    for other in branches.others:
        theirs = branches.held(other)
        base = _ground(branches, lines, held, theirs, _DEPTH)
        sides = [(branches.main, mine), (other, lines[other])]
        first = branches.order(branches.main) <= branches.order(other)
        (one, text), (two, text_2) = sides if first else sides[::-1]
        scenes = _merged(base, text, text_2)
        names = branches.name(one), branches.name(two)
        yield Join(other, names, first, scenes, base.outline, lines[other].outline)
        mine, held = _line(mine, scenes), _both(held, theirs)


def _both(one: Held, other: Held) -> Held:
    return {sitting: max(one.get(sitting, 0), other.get(sitting, 0)) for sitting in {**one, **other}}


def _ground_points(branches: Branches, here: Held, there: Held, depth: int) -> set[Point]:
    points = branches.common(here, there)
    out = set(points)
    if depth and len(points) > 1:
        held = branches.held(points[0])
        for point in points[1:]:
            out |= _ground_points(branches, held, branches.held(point), depth - 1)
            held = _both(held, branches.held(point))
    return out


def _ground(branches: Branches, lines: Mapping[Point, Line], here: Held, there: Held, depth: int) -> Line:
    """What two lines were made of."""
    points = sorted(branches.common(here, there), key=branches.order)
    if not points:
        return Line()
    line, held = lines[points[0]], branches.held(points[0])
    for point in points[1:] if depth else ():
        theirs = branches.held(point)
        base = _ground(branches, lines, held, theirs, depth - 1)
        line = _line(line, _merged(base, line, lines[point]))
        held = _both(held, theirs)
    return line


def _merged(base: Line, first: Line, second: Line) -> dict[str, Merged]:
    """The scenes that either side changed since ``base``, as a join makes them."""
    changed = {*_changed(base, first), *_changed(base, second)}
    return {scene: merge(*(_text(line, scene) for line in (base, first, second))) for scene in sorted(changed)}


def _changed(base: Line, line: Line) -> Iterable[str]:
    for scene in {**base.texts, **line.texts}:
        was, now = _text(base, scene), _text(line, scene)
        if was.units() != now.units() or was.runs() != now.runs():
            yield scene


def _line(line: Line, scenes: Mapping[str, Merged]) -> Line:
    """The line with these scenes in the place of its own."""
    out = Line()
    out.texts = {**line.texts, **{scene: merged.text for scene, merged in scenes.items()}}
    out.outline = line.outline
    return out


def _text(line: Line, scene: str) -> TrackedText:
    return line.texts.get(scene) or TrackedText()
