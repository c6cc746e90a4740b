"""What comes into the order of a novel, and what its things are called: pure functions from one outline to the next."""

from collections.abc import Iterable

import msgspec

from firsthand.desk.outline_tree import ChapterNode, PartNode, Tree, behind, top_of
from firsthand.manuscript import Chapter, Entry, Label, Outline, Part, new_id


def with_scene(outline: Outline, entry: Entry, after: str = "") -> Outline:
    """A scene more, behind the scene ``after``, at the end of the chapter or part ``after``, or of everything."""
    tree = Tree(outline)
    part = tree.part(after)
    chapter = tree.chapter(after) or next((c for c in tree.chapters if after in [e.id for e in c.scenes]), None)
    if chapter is None:
        chapters = part.chapters if part else tree.chapters
        if not chapters:
            chapters = [ChapterNode(Chapter("One", id=new_id()), [])]
            (part.chapters if part else tree.top).extend(chapters)
        chapter = chapters[-1]
    order = [scene.id for scene in chapter.scenes]
    chapter.scenes.insert(order.index(after) + 1 if after in order else len(order), entry)
    return tree.outline()


def with_note(outline: Outline, entry: Entry, after: str = "") -> Outline:
    """A note more, behind the note ``after`` or at the end."""
    order = [note.id for note in outline.note]
    at = order.index(after) + 1 if after in order else len(order)
    return msgspec.structs.replace(outline, note=(*outline.note[:at], entry, *outline.note[at:]))


def with_chapter(outline: Outline, chapter: Chapter, after: str = "") -> Outline:
    """A chapter more, behind the one that is or holds ``after``, at the end of the part ``after``, or last."""
    tree, made = Tree(outline), ChapterNode(chapter, list(chapter.scene))
    beside = next((c for c in tree.chapters if after and after in (c.value.id, *(e.id for e in c.scenes))), None)
    part = tree.part(after) or (tree.part_of(beside) if beside else None)
    if part is not None:
        part.chapters.insert(behind(part.chapters, beside) if beside else len(part.chapters), made)
    else:
        tree.top.insert(behind(tree.top, beside) if beside else len(tree.top), made)
    return tree.outline()


def with_part(outline: Outline, part: Part, of: Iterable[str] = ()) -> Outline:
    """A part more, made of the chapters that are or hold ``of``; without any, an empty one at the end."""
    tree, wanted = Tree(outline), set(of)
    chapters = [c for c in tree.chapters if wanted & {c.value.id, *(e.id for e in c.scenes)}]
    at = len(tree.top)
    if chapters:
        first = top_of(tree, chapters[0])
        at = behind(tree.top, first) - (first is chapters[0])
        tree.take({chapter.value.id for chapter in chapters})
    tree.top.insert(at, PartNode(part, chapters))
    return tree.outline()


def retitled(outline: Outline, id_: str, title: str) -> Outline:
    """A part, chapter, scene or note with another title."""
    parts = tuple(msgspec.structs.replace(p, title=title) if p.id == id_ else p for p in outline.part)
    chapters = tuple(msgspec.structs.replace(c, title=title) if c.id == id_ else c for c in outline.chapter)
    outline = msgspec.structs.replace(outline, part=parts, chapter=chapters)
    return _each(outline, {id_}, title=title)


def marked(outline: Outline, ids: Iterable[str], status: str | None = None, label: str | None = None) -> Outline:
    """These scenes and notes with another status or label; empty takes it away, None leaves it."""
    wanted = set(ids)
    for chapter in outline.chapter:
        if chapter.id in wanted or chapter.part in wanted:
            wanted.update(scene.id for scene in chapter.scene)
    given = {key: value for key, value in (("status", status), ("label", label)) if value is not None}
    return _each(outline, wanted, **given)


def with_label(outline: Outline, label: Label) -> Outline:
    """A label more, or another colour for it."""
    others = tuple(one for one in outline.label if one.name != label.name)
    return msgspec.structs.replace(outline, label=(*others, label))


def _each(outline: Outline, ids: set[str], **given: str) -> Outline:
    def put(entry: Entry) -> Entry:
        return msgspec.structs.replace(entry, **given) if entry.id in ids else entry

    return msgspec.structs.replace(
        outline,
        chapter=tuple(msgspec.structs.replace(c, scene=tuple(map(put, c.scene))) for c in outline.chapter),
        note=tuple(map(put, outline.note)),
        bin=tuple(map(put, outline.bin)),
    )
