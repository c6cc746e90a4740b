"""What can be done with the order of a novel: pure functions from one outline to the next.

Scenes stand in chapters, chapters in parts or beside them, notes in a list, and what was taken out lies in the bin. No
function here loses a scene or a note: each is in exactly one place afterwards. What does not fit (a part into a
chapter) changes nothing. An id that is not there any more is passed over. What is new comes in by `entering`.

A place is a *home*, the id of a chapter or part or one of ``TOP``, ``NOTES`` and ``BIN``, and what in it is stood ahead
of: an id, or nothing for its end.
"""

from collections.abc import Iterable, Iterator

import msgspec

from firsthand.desk.outline_tree import ChapterNode, PartNode, Tree, behind, place, plain, top_of
from firsthand.manuscript import Binned, Chapter, Entry, Outline, Part, Was

TOP, NOTES, BIN = "", "/notes", "/bin"
"""The homes that are no chapter and no part; the slash is in no id that is made."""


# -- moving


def moved(outline: Outline, ids: Iterable[str], home: str, before: str = "") -> Outline:
    """These, in the order of the binder, put into a home ahead of ``before``, or at its end.

    What is moved into the bin is as if it were ``binned``; what comes out of it becomes a scene or a note by its home.
    Chapters cannot go into chapters, nor parts into anything but the top or the bin: then nothing changes.
    """
    if home == BIN:
        return binned(outline, ids)
    tree, wanted = Tree(outline), set(ids)
    taken = tree.take(wanted)
    while before in wanted:  # what it should stand ahead of goes along: then ahead of what follows that
        before = _follower(outline, before)
    entries = [plain(one) for one in taken if isinstance(one, Entry)]
    chapters = [one for one in taken if isinstance(one, ChapterNode)]
    parts = [one for one in taken if isinstance(one, PartNode)]
    if home == NOTES:
        fits = not chapters and not parts
        tree.notes[(at := place(tree.notes, before)) : at] = entries
    elif (chapter := tree.chapter(home)) is not None:
        fits = not chapters and not parts
        chapter.scenes[(at := place(chapter.scenes, before)) : at] = entries
    elif (part := tree.part(home)) is not None:
        fits = not entries and not parts
        part.chapters[(at := place(part.chapters, before)) : at] = chapters
    else:
        fits = home == TOP and not entries
        tree.top[(at := place(tree.top, before)) : at] = [*chapters, *parts]
    return tree.outline() if fits and taken else outline


def _follower(outline: Outline, id_: str) -> str:
    """What stands behind something in the same home; nothing if it is the last there."""
    tree = Tree(outline)
    homes: list[list[str]] = [[e.id for e in tree.notes], [e.id for e in tree.bin], [one.value.id for one in tree.top]]
    homes += [[c.value.id for c in one.chapters] for one in tree.top if isinstance(one, PartNode)]
    homes += [[e.id for e in chapter.scenes] for chapter in tree.chapters]
    for home in homes:
        if id_ in home:
            return home[home.index(id_) + 1] if home.index(id_) + 1 < len(home) else ""
    return ""


def shifted(outline: Outline, ids: Iterable[str], step: int) -> Outline:
    """These moved by one place, up (-1) or down (1); from a chapter's edge a scene goes into the next chapter.

    Of several, all are put together beside the one in front. At the end of everything nothing changes.
    """
    tree = Tree(outline)
    taken = Tree(outline).take(set(ids))
    if len({_kind(tree, one) for one in taken}) != 1:
        return outline
    first = taken[0] if step < 0 else taken[-1]
    own = [one.id if isinstance(one, Entry) else one.value.id for one in taken]
    place = _next_place(tree, first, set(own), step)
    return moved(outline, own, *place) if place else outline


def _kind(tree: Tree, one: Entry | ChapterNode | PartNode) -> str:
    if isinstance(one, Entry):
        return NOTES if one in tree.notes else BIN if one in tree.bin else "scene"
    return type(one).__name__


def _next_place(tree: Tree, one: Entry | ChapterNode | PartNode, own: set[str], step: int) -> tuple[str, str] | None:
    """The home and what to stand ahead of there, one place on from where something is."""
    if isinstance(one, Entry):
        homes = [(chapter.value.id, [e.id for e in chapter.scenes]) for chapter in tree.chapters]
        if any(entry.id == one.id for entry in tree.notes):
            homes = [(NOTES, [e.id for e in tree.notes])]
    elif isinstance(one, ChapterNode):
        return _next_for_chapter(tree, one.value.id, own, step)
    else:
        homes = [(TOP, [top.value.id for top in tree.top])]
    id_ = one.id if isinstance(one, Entry) else one.value.id
    return _stepped(homes, id_, own, step)


def _stepped(homes: list[tuple[str, list[str]]], id_: str, own: set[str], step: int) -> tuple[str, str] | None:
    where = next((n for n, (_, ids) in enumerate(homes) if id_ in ids), None)
    if where is None:
        return None
    home, ids = homes[where]
    at = ids.index(id_) + step
    if step < 0 and at >= 0:
        return home, ids[at]
    if step > 0 and at < len(ids):
        return home, next((other for other in ids[at + 1 :] if other not in own), "")
    if not 0 <= where + step < len(homes):
        return None
    home, ids = homes[where + step]
    return home, (ids[0] if step > 0 and ids else "")


def _next_for_chapter(tree: Tree, id_: str, own: set[str], step: int) -> tuple[str, str] | None:
    """A chapter steps over loose chapters, and into and out of parts."""
    for one in tree.top:
        if isinstance(one, PartNode) and any(chapter.value.id == id_ for chapter in one.chapters):
            ids = [chapter.value.id for chapter in one.chapters]
            inside = _stepped([(one.value.id, ids)], id_, own, step)
            after = _follower(tree.outline(), one.value.id)
            return inside or (TOP, one.value.id if step < 0 else after)
    ids = [one.value.id for one in tree.top]
    at = ids.index(id_) + step
    if not 0 <= at < len(ids):
        return None
    beside = tree.top[at]
    if isinstance(beside, PartNode):
        return beside.value.id, (beside.chapters[0].value.id if step > 0 and beside.chapters else "")
    return _stepped([(TOP, ids)], id_, own, step)


# -- the bin


def binned(outline: Outline, ids: Iterable[str]) -> Outline:
    """These taken out into the bin, the latest first there; a chapter's scenes, and a part's, each for itself."""
    tree, wanted = Tree(outline), set(ids) - {entry.id for entry in outline.bin}
    where = {entry.id: was for entry, was in _everywhere(outline)}
    out = [entry for one in tree.take(wanted) for entry in _entries_in(one)]
    tree.bin[:0] = [Binned(e.id, e.title, e.file, e.status, e.label, where[e.id]) for e in out]
    return tree.outline()


def _entries_in(one: Entry | ChapterNode | PartNode) -> list[Entry]:
    if isinstance(one, Entry):
        return [one]
    chapters = one.chapters if isinstance(one, PartNode) else [one]
    return [scene for chapter in chapters for scene in chapter.scenes]


def _everywhere(outline: Outline) -> Iterator[tuple[Entry, Was | None]]:
    """Every scene and note that is not in the bin, with where it is."""
    titles = {part.id: part.title for part in outline.part}
    before = ""
    for chapter in outline.chapter:
        after = ""
        part = chapter.part if chapter.part in titles else ""
        for scene in chapter.scene:
            yield scene, Was(chapter.id, chapter.title, after, before, part, titles.get(part, ""))
            after = scene.id
        before = chapter.id
    yield from ((note, None) for note in outline.note)


def restored(outline: Outline, ids: Iterable[str]) -> Outline:
    """These put back from the bin to where they were; a chapter or part that is gone comes back with its scene."""
    tree, wanted = Tree(outline), set(ids)
    for entry in [one for one in outline.bin if one.id in wanted]:
        tree.bin.remove(entry)
        if entry.was is None:
            tree.notes.append(plain(entry))
            continue
        scenes = _home_again(tree, entry.was).scenes
        order = [scene.id for scene in scenes]
        scenes.insert(
            order.index(entry.was.after) + 1 if entry.was.after in order else _front(entry, order, outline),
            plain(entry),
        )
    return tree.outline()


def _front(entry: Binned, order: list[str], outline: Outline) -> int:
    """Where a scene goes whose neighbour is not there: behind those that once stood ahead of it."""
    after = {one.id: one.was.after for one in outline.bin if one.was is not None}
    ahead = entry.was.after if entry.was else ""
    while ahead and ahead not in order:
        ahead = after.pop(ahead, "")
    return order.index(ahead) + 1 if ahead else 0


def _home_again(tree: Tree, was: Was) -> ChapterNode:
    """The chapter that a scene was in, made anew if it is gone."""
    chapter = tree.chapter(was.chapter)
    if chapter is not None:
        return chapter
    chapter = ChapterNode(Chapter(was.title, id=was.chapter), [])
    neighbour = tree.chapter(was.behind)
    part = tree.part(was.part) if was.part else None
    if was.part and part is None:
        part = PartNode(Part(was.part, was.part_title))
        tree.top.insert(behind(tree.top, top_of(tree, neighbour)), part)
    if part is not None:
        part.chapters.insert(behind(part.chapters, neighbour), chapter)
    else:
        tree.top.insert(behind(tree.top, top_of(tree, neighbour)), chapter)
    return chapter


def emptied(outline: Outline) -> Outline:
    """The outline with nothing in the bin; the words stay in the history."""
    return msgspec.structs.replace(outline, bin=())


def returned(wanted: Outline, now: Outline) -> Outline:
    """``wanted`` again, with what came since put into the bin, so that taking a step back loses nothing."""
    known = wanted.by_id.keys()
    where = {entry.id: was for entry, was in _everywhere(now)}
    fresh = [
        Binned(e.id, e.title, e.file, e.status, e.label, e.was if isinstance(e, Binned) else where[e.id])
        for e in now.entries
        if e.id not in known
    ]
    labels = {label.name for label in wanted.label}
    label = (*wanted.label, *(one for one in now.label if one.name not in labels))
    return msgspec.structs.replace(wanted, bin=(*fresh, *wanted.bin), label=label)
