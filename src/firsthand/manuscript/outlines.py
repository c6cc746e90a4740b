"""Two outlines that were made apart of one, made one again, by entry. Pure.

What one side added, renamed, marked, moved or took away counts; where both did something else to the same, the first
side's counts. An entry that one side took away stays if its words were changed on the other. No file's name is given
twice.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TypeVar

import msgspec

from firsthand.manuscript.outline import Binned, Chapter, Entry, Label, Outline, Part

Changed = tuple[Collection[str], Collection[str]]
_NOTES, _BIN = "/notes", "/bin"

_Homes = dict[str, list[str]]
"""Chapters, the notes and the bin by their keys, and the ids of what stands in each, in order."""

Value = TypeVar("Value", Entry, Chapter, Part, Label)


def merge_outlines(base: Outline, first: Outline, second: Outline, changed: Changed = ((), ())) -> Outline:
    """The one outline of ``first`` and ``second``, which were both made of ``base``.

    ``changed`` are the ids of scenes whose words were changed since, by the first side and by the second.
    """
    if first == second:
        return first
    if base in (first, second) and _gone(base, first, second, ((), ())) == _gone(base, first, second, changed):
        return first if second == base else second
    gone = _gone(base, first, second, changed)
    moved = _moved(base, second) - _moved(base, first)
    homes = _placed(base, first, second, gone, moved)
    entries = dict(_entries(base, first, second))
    binned = {one.id: one for outline in (second, first) for one in outline.bin}
    chapters = {_key(c): c for c in _merged(base.chapter, first.chapter, second.chapter, _key)}
    return Outline(
        first.format,
        first.id,
        second.title if first.title == base.title else first.title,
        tuple(
            msgspec.structs.replace(chapters[key], scene=tuple(entries[one] for one in ids))
            for key, ids in homes.items()
            if key in chapters
        ),
        tuple(entries[one] for one in homes[_NOTES]),
        tuple(_standing(base.part, first.part, second.part, lambda one: one.id)),
        tuple(_in_bin(entries[one], binned.get(one)) for one in homes[_BIN]),
        tuple(_standing(base.label, first.label, second.label, lambda one: one.name)),
    )


def difference(one: Outline, other: Outline) -> int:
    """How many entries and chapters stand in one of the two only, or otherwise."""
    return len(_parts(one) ^ _parts(other))


def _parts(outline: Outline) -> set[object]:
    homes = {(one, home) for home, ids in _homes(outline).items() for one in ids}
    chapters = {(chapter.title, chapter.part) for chapter in outline.chapter}
    return {*map(_plain, outline.entries), *homes, *chapters, outline.title}


def _key(chapter: Chapter) -> str:
    return chapter.id or chapter.title


def _homes(outline: Outline) -> _Homes:
    homes: _Homes = {}
    for chapter in outline.chapter:
        homes.setdefault(_key(chapter), []).extend(scene.id for scene in chapter.scene)
    homes[_NOTES] = [note.id for note in outline.note]
    homes[_BIN] = [entry.id for entry in outline.bin]
    return homes


def _gone(base: Outline, first: Outline, second: Outline, changed: Changed) -> set[str]:
    """What one side took out altogether, and the other did not change."""
    sides = [(first.by_id.keys(), changed[0]), (second.by_id.keys(), changed[1])]
    stays = {one for has, wrote in sides for one in has if one in wrote}
    return {one for one in base.by_id if one not in stays and not all(one in has for has, _ in sides)}


def _moved(base: Outline, side: Outline) -> set[str]:
    """What stands in another home or order than before."""
    before, after = _homes(base), _homes(side)
    home = {one: key for key, ids in before.items() for one in ids}
    out = {one for key, ids in after.items() for one in ids if home.get(one, key) != key}
    for key, ids in after.items():
        was = [one for one in before.get(key, ()) if one in ids]
        now = [one for one in ids if one in was]
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        kept = {one for a, _, size in matcher.get_matching_blocks() for one in was[a : a + size]}
        out |= set(now) - kept
    return out


def _placed(base: Outline, first: Outline, second: Outline, gone: set[str], moved: set[str]) -> _Homes:
    """The first side's homes, with what is the second's own and what it moved behind what it follows there."""
    before, theirs = _homes(base), _homes(second)
    homes = {key: [one for one in ids if one not in moved | gone] for key, ids in _homes(first).items()}
    homes = _with_new(homes, before, theirs)
    placed = {one for ids in homes.values() for one in ids}
    for key, ids in theirs.items():
        previous = ""
        for one in ids:
            if one not in placed and one not in gone:
                _put(homes.setdefault(key, []), one, previous, second.by_id.keys())
                placed.add(one)
            previous = one
    dropped = {key for key, ids in homes.items() if not ids and key in before and key not in theirs}
    return {key: ids for key, ids in homes.items() if key not in dropped}


def _with_new(homes: _Homes, before: _Homes, theirs: _Homes) -> _Homes:
    """With the chapters that only the second side has, each behind the one that it follows there."""
    order, previous = list(homes), ""
    for key in theirs:
        if key not in homes and key not in before:
            order.insert(order.index(previous) + 1 if previous in order else 0, key)
        previous = key
    return {key: homes.get(key, []) for key in order}


def _put(ids: list[str], one: str, previous: str, there: Collection[str]) -> None:
    """Put one behind the ``previous``, and behind what only the first side has there."""
    at = ids.index(previous) + 1 if previous in ids else 0
    while at < len(ids) and ids[at] not in there:
        at += 1
    ids.insert(at, one)


def _entries(base: Outline, first: Outline, second: Outline) -> Iterable[tuple[str, Entry]]:
    """Every entry as it counts, and with a file of its own."""
    taken: set[str] = set()
    was, mine, theirs = ([_plain(one) for one in outline.entries] for outline in (base, first, second))
    for entry in _merged(was, mine, theirs, lambda one: one.id):
        file = _free(entry.file, taken)
        taken.add(file.casefold())
        yield entry.id, msgspec.structs.replace(entry, file=file)


def _plain(entry: Entry) -> Entry:
    return Entry(entry.id, entry.title, entry.file, entry.status, entry.label)


def _in_bin(entry: Entry, binned: Binned | None) -> Binned:
    was = binned.was if binned is not None else None
    return Binned(entry.id, entry.title, entry.file, entry.status, entry.label, was)


def _merged(
    base: Sequence[Value], first: Sequence[Value], second: Sequence[Value], key: Callable[[Value], str]
) -> list[Value]:
    """All that either side has, field by field as it was changed on one of them; the first side's before the others."""
    was, mine, theirs = ({key(one): one for one in side} for side in (base, first, second))
    return [_fields(was.get(one), mine.get(one), theirs.get(one)) for one in {**mine, **theirs}]


def _standing(
    base: Sequence[Value], first: Sequence[Value], second: Sequence[Value], key: Callable[[Value], str]
) -> list[Value]:
    """``_merged``, without what one side took away."""
    was, mine, theirs = ({key(one) for one in side} for side in (base, first, second))
    return [one for one in _merged(base, first, second, key) if key(one) not in was - (mine & theirs)]


def _fields(was: Value | None, mine: Value | None, theirs: Value | None) -> Value:
    if mine is None or theirs is None:
        one = mine or theirs
        assert one is not None
        return one
    if was is None:
        return mine
    new = {
        name: getattr(theirs, name)
        for name in mine.__struct_fields__
        if getattr(mine, name) == getattr(was, name) != getattr(theirs, name)
    }
    return msgspec.structs.replace(mine, **new)


def _free(file: str, taken: set[str]) -> str:
    path, number = PurePosixPath(file), 2
    while file.casefold() in taken:
        file, number = str(path.with_name(f"{path.stem} {number}{path.suffix}")), number + 1
    return file
