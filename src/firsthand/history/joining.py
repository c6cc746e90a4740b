"""What another line of sittings has that the main one has not, and what the texts of both are when they are joined.

The common ground of two lines is the latest point that both hold. Where they crossed (each was joined into the other at
the same time) there are several, and the ground is what a join of these makes. A scene that both lines saved as the
very same text, or that came to one of them as the file which the other saved, has its ground there. All lines are only
looked at here: the changes that make the join are the caller's, and are recorded like any others.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from firsthand.history.branches import Branches, Held, Point
from firsthand.history.records import Saved
from firsthand.history.replay import Line
from firsthand.provenance import Origin, TrackedText
from firsthand.provenance.merging import Merged, merge

_DEPTH = 8
"""How often lines may have crossed before the ground of their joins is taken to be the first of several."""


class Join(msgspec.Struct, frozen=True):
    """One other line, up to the point ``other``, and what joining it makes of the scenes that it changed.

    ``sittings`` are the ids of the two sides' sittings, and ``changed`` the scenes that each of them changed; ``first``
    says that the main line is the first side. ``ground`` and ``outline`` say how the manuscript was divided in common,
    and in the other line.
    """

    other: Point
    sittings: tuple[str, str]
    changed: tuple[frozenset[str], frozenset[str]]
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
        out |= {point for _, points in _same(branches, held, theirs).values() for point in points}
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
        base, known = _with_same(base, lines, _same(branches, held, theirs))
        sides = [(branches.main, mine), (other, lines[other])]
        first = branches.order(branches.main) <= branches.order(other)
        (one, text), (two, text_2) = sides if first else sides[::-1]
        scenes = _merged(base, text, text_2, known)
        names = branches.name(one), branches.name(two)
        changed = frozenset(_changed(base, text)), frozenset(_changed(base, text_2))
        yield Join(other, names, changed, first, scenes, base.outline, lines[other].outline)
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


_Same = dict[str, tuple[str, tuple[Point, Point]]]


def _same(branches: Branches, here: Held, there: Held) -> _Same:
    """By scene the hash that both saved last since they went apart, and where each did."""
    mine, theirs = _saves(branches, here, there), _saves(branches, there, here)
    out: _Same = {}
    for scene in mine.keys() & theirs.keys():
        for sha256 in mine[scene].keys() & theirs[scene].keys():
            points = mine[scene][sha256], theirs[scene][sha256]
            if scene not in out or points[0] > out[scene][1][0]:
                out[scene] = sha256, points
    return out


def _saves(branches: Branches, held: Held, but: Held) -> dict[str, dict[str, Point]]:
    """By scene and hash the last place where it was saved, of what is held here and not there."""
    out: dict[str, dict[str, Point]] = {}
    for sitting, records in sorted(held.items()):
        known = but.get(sitting, 0)
        for number, record in enumerate(branches.readings[sitting].records[known:records], known):
            if isinstance(record, Saved):
                out.setdefault(record.scene, {})[record.sha256] = Point(sitting, number)
    return out


def _with_same(base: Line, lines: Mapping[Point, Line], same: _Same) -> tuple[Line, set[str]]:
    """The ground with the scenes that both sides had as the very same text since, and which came to one as a file."""
    out, known = Line(), set[str]()
    out.texts, out.outline = dict(base.texts), base.outline
    for scene, (sha256, points) in same.items():
        found = [text for point in points if point in lines and _is(text := _text(lines[point], scene), sha256)]
        ground = found[0].text.split() if found else []
        whole = all(not Counter(ground) - Counter(_text(lines[p], scene).text.split()) for p in points if p in lines)
        if found and whole:  # else one side could not take all of the file in
            out.texts[scene] = min(found, key=_unknown)
            if len(found) < len(points) or found[0].runs() != found[1].runs():
                known.add(scene)
    return out, known


def _is(text: TrackedText, sha256: str) -> bool:
    return hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest() == sha256


def _unknown(text: TrackedText) -> int:
    """How many units another program brought."""
    counts = text.counts()
    return counts[Origin.OUTSIDE] + counts[Origin.IMPORTED]


def _merged(base: Line, first: Line, second: Line, known: Collection[str] = ()) -> dict[str, Merged]:
    """The scenes that either side changed since ``base``, as a join makes them."""
    changed = {*_changed(base, first), *_changed(base, second)}
    return {
        scene: merge(*(_text(line, scene) for line in (base, first, second)), known=scene in known)
        for scene in sorted(changed)
    }


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
