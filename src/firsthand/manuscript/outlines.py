"""Two outlines that were made apart of one, made one again, by entry. Pure.

What one side added, renamed, moved or took away counts; where both did something else to the same entry, the first
side's counts. An entry that one side took away stays if its words were changed on the other. No file's name is given
twice.
"""

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from pathlib import PurePosixPath

import msgspec

from firsthand.manuscript.folder import Chapter, Entry, Outline


def merge_outlines(base: Outline, first: Outline, second: Outline, changed: Collection[str] = ()) -> Outline:
    """The one outline of ``first`` and ``second``, which were both made of ``base``.

    ``changed`` are the ids of scenes whose words either side changed since.
    """
    if first == second or second == base:
        return first
    if first == base and not set(_ids(base)) - set(_ids(second)) & set(changed):
        return second
    gone = _gone(base, first, second, changed)
    chapters = _chapters(base, first, second)
    moved = _moved(base, second) - _moved(base, first)
    _place(chapters, second, gone, moved)
    titles = {entry.id: entry for entry in _merged_entries(base, first, second)}
    standing = {one for _, scenes in chapters for one in scenes}
    return Outline(
        first.format,
        first.id,
        second.title if first.title == base.title else first.title,
        tuple(Chapter(title, tuple(titles[one] for one in scenes if one not in gone)) for title, scenes in chapters),
        tuple(titles[one] for one in _note_order(first, second) if one not in gone | standing),
    )


def difference(one: Outline, other: Outline) -> int:
    """How many entries and chapters stand in one of the two only, or otherwise."""
    here = {*one.entries, *(chapter.title for chapter in one.chapter), one.title}
    return len(here ^ {*other.entries, *(chapter.title for chapter in other.chapter), other.title})


def _ids(outline: Outline) -> list[str]:
    return [entry.id for entry in outline.entries]


def _gone(base: Outline, first: Outline, second: Outline, changed: Collection[str]) -> set[str]:
    here, there = set(_ids(first)), set(_ids(second))
    return {one for one in _ids(base) if one not in here & there and not (one in here | there and one in changed)}


_Chapters = list[tuple[str, list[str]]]


def _chapters(base: Outline, first: Outline, second: Outline) -> _Chapters:
    """The chapters of the first side with its scenes, renamed where only the second renamed, and the second's new."""
    out: _Chapters = [(chapter.title, [scene.id for scene in chapter.scene]) for chapter in first.chapter]
    was = {chapter.title for chapter in base.chapter}
    known = {chapter.title for chapter in first.chapter}
    for number, chapter in enumerate(second.chapter):
        if chapter.title in known:
            continue
        same = _same_chapter(chapter, first, second)
        if same is None:
            before = second.chapter[number - 1].title if number else None
            titles = [title for title, _ in out]
            out.insert(titles.index(before) + 1 if before in titles else len(out) if number else 0, (chapter.title, []))
        elif out[same][0] in was:
            out[same] = chapter.title, out[same][1]
    return [one for one in out if one[1] or one[0] in {c.title for c in (*first.chapter, *second.chapter)}]


def _same_chapter(chapter: Chapter, first: Outline, second: Outline) -> int | None:
    """The chapter of the first side that this one of the second is, though called otherwise: it has scenes of it."""
    mine = {scene.id for scene in chapter.scene}
    shared = [len(mine & {scene.id for scene in one.scene}) for one in first.chapter]
    best = max(range(len(shared)), key=shared.__getitem__, default=None)
    taken = best is not None and any(first.chapter[best].title == other.title for other in second.chapter)
    return best if best is not None and shared[best] and not taken else None


def _moved(base: Outline, side: Outline) -> set[str]:
    """The scenes that stand in another order or chapter than before."""
    was, now = [s.id for s in base.scenes], [s.id for s in side.scenes]
    both = set(was) & set(now)
    was, now = [one for one in was if one in both], [one for one in now if one in both]
    kept: set[str] = set()
    for block in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks():
        kept.update(was[block.a : block.a + block.size])
    firsts = [{s.id: c.scene[0].id for c in outline.chapter for s in c.scene} for outline in (base, side)]
    whole = (
        {s.id: c.title for c in base.chapter for s in c.scene},
        {s.id: c.title for c in side.chapter for s in c.scene},
    )
    elsewhere = {one for one in both if whole[0][one] != whole[1][one] and firsts[0][one] != firsts[1][one]}
    return (both - kept) | elsewhere


def _place(chapters: _Chapters, second: Outline, gone: set[str], moved: set[str]) -> None:
    """Put the second side's own scenes, and those it moved, behind the scene they follow there."""
    for _, scenes in chapters:
        scenes[:] = [one for one in scenes if one not in moved]
    placed, there = {one for _, scenes in chapters for one in scenes}, set(_ids(second))
    for chapter in second.chapter:
        before: str | None = None
        for scene in chapter.scene:
            if scene.id not in placed and scene.id not in gone:
                _put(chapters, scene.id, before, chapter, there)
                placed.add(scene.id)
            before = scene.id


def _put(chapters: _Chapters, scene: str, before: str | None, chapter: Chapter, there: set[str]) -> None:
    """Put a scene behind the one ``before``, and behind what only the first side has there."""
    mine = {one.id for one in chapter.scene}
    holding = [scenes for _, scenes in chapters if before in scenes]
    holding += [scenes for title, scenes in chapters if title == chapter.title or mine & set(scenes)]
    if not holding:
        chapters.append((chapter.title, [scene]))
        return
    at = holding[0].index(before) + 1 if before is not None and before in holding[0] else 0
    while at < len(holding[0]) and holding[0][at] not in there:
        at += 1
    holding[0].insert(at, scene)


def _note_order(first: Outline, second: Outline) -> list[str]:
    notes = [note.id for note in first.note]
    return notes + [note.id for note in second.note if note.id not in notes]


def _merged_entries(base: Outline, first: Outline, second: Outline) -> Iterable[Entry]:
    """Every entry with the title that counts, and a file of its own."""
    was = {entry.id: entry for entry in base.entries}
    here = {entry.id: entry for entry in first.entries}
    there = {entry.id: entry for entry in second.entries}
    taken: set[str] = set()
    for one in dict.fromkeys((*here, *there)):
        entry = _chosen(was.get(one), here.get(one), there.get(one))
        entry = msgspec.structs.replace(entry, file=_free(entry.file, taken))
        taken.add(entry.file.casefold())
        yield entry


def _chosen(was: Entry | None, mine: Entry | None, theirs: Entry | None) -> Entry:
    if mine is None or theirs is None:
        entry = mine or theirs
        assert entry is not None
        return entry
    return theirs if mine == was else mine


def _free(file: str, taken: set[str]) -> str:
    path, number = PurePosixPath(file), 2
    while file.casefold() in taken:
        file, number = str(path.with_name(f"{path.stem} {number}{path.suffix}")), number + 1
    return file
