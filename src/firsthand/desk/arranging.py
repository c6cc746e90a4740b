"""The order of an open manuscript, and what the author does with it: the one way of a change of the outline.

Every act makes an outline of the one before (`outlining`, `entering`), has the folder write it, and is kept as a step
that can be taken back. Taking a step back loses nothing: what came since goes into the bin, and if it holds no words,
out of the outline. Words that moved from scene to scene (`carrying`) go with their step.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from firsthand.desk import entering, outlining
from firsthand.desk.carrying import Carried, divide, unite, whole_place
from firsthand.desk.draft import Draft
from firsthand.desk.troubles import DeskError
from firsthand.manuscript import Chapter, Entry, Folder, Label, ManuscriptError, Outline, Part, new_id
from firsthand.manuscript.trust import stays_inside
from firsthand.patterns import late
from firsthand.saying import say

MOST_STEPS = 200

_BLANKS = late(r"[ \t\r\n\f\v\u2028\u2029]+")
"""What becomes one space in a title; a space that does not break stays."""


class _Step(Struct, frozen=True):
    before: Outline
    after: Outline
    carried: Carried | None = None

    def forget(self) -> None:
        if self.carried is not None:
            self.carried.forget()


class Arranging:
    """The order of one manuscript.

    ``ready`` is called before anything is changed and refuses with a DeskError; ``draft`` gives a scene that is open
    for writing; ``arranged`` is told of the outline as it was before each change.
    """

    def __init__(
        self,
        folder: Folder,
        ready: Callable[[], None],
        draft: Callable[[str], Draft],
        arranged: Callable[[Outline], None],
    ) -> None:
        self._folder = folder
        self._ready = ready
        self._draft = draft
        self._arranged = arranged
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._busy = False

    @property
    def outline(self) -> Outline:
        return self._folder.outline

    # -- what is new, and what things are called

    def add_scene(self, title: str, after: str = "") -> Entry:
        """A new empty scene behind the scene ``after``, in the chapter ``after``, or at the end."""
        entry = Entry(new_id(), title, self._folder.file_for(title))
        self._do(entering.with_scene(self.outline, entry, after))
        return entry

    def add_note(self, title: str, after: str = "") -> Entry:
        """A new empty note."""
        entry = Entry(new_id(), title, self._folder.file_for(title, "notes"))
        self._do(entering.with_note(self.outline, entry, after))
        return entry

    def add_chapter(self, title: str, after: str = "", scene: str = "") -> Chapter:
        """A new chapter behind the one that is or holds ``after``, or at the end; with an empty scene if titled."""
        inside = (Entry(new_id(), scene, self._folder.file_for(scene)),) if scene else ()
        chapter = Chapter(title, inside, new_id())
        self._do(entering.with_chapter(self.outline, chapter, after))
        return chapter

    def add_part(self, title: str, of: Iterable[str] = ()) -> Part:
        """A new part, made of the chapters that are or hold ``of``."""
        part = Part(new_id(), title)
        self._do(entering.with_part(self.outline, part, of))
        return part

    def rename(self, id_: str, title: str) -> None:
        """Give a part, chapter, scene or note another title; a file that was called after the old one follows."""
        title = _BLANKS().sub(" ", title).strip()
        if title:
            self._do(entering.retitled(self.outline, id_, title))

    def mark(self, ids: Iterable[str], status: str | None = None, label: str | None = None) -> None:
        """Give scenes and notes a status or a label; empty takes it away, None leaves it as it is."""
        self._do(entering.marked(self.outline, ids, status, label))

    def add_label(self, name: str, colour: str, ids: Iterable[str] = ()) -> None:
        """A new label, or another colour for it, given to these at once."""
        outline = entering.with_label(self.outline, Label(name, colour))
        self._do(entering.marked(outline, ids, label=name))

    # -- order

    def move(self, ids: Iterable[str], home: str, before: str = "") -> None:
        """Put these into a home (`outlining`), ahead of ``before`` or at its end."""
        self._do(outlining.moved(self.outline, ids, home, before))

    def shift(self, ids: Iterable[str], step: int) -> None:
        """Move these one place up (-1) or down (1)."""
        self._do(outlining.shifted(self.outline, ids, step))

    def bin(self, ids: Iterable[str]) -> int:
        """Put these into the bin; how many scenes and notes went."""
        before = len(self.outline.bin)
        self._do(outlining.binned(self.outline, ids))
        return len(self.outline.bin) - before

    def restore(self, ids: Iterable[str]) -> None:
        """Put these back from the bin to where they were."""
        self._do(outlining.restored(self.outline, ids))

    def empty_bin(self) -> list[Path]:
        """Take everything out of the bin; the files, which are still there. Every word stays in the history."""
        inside = [entry for entry in self.outline.bin if stays_inside(self._folder.path, entry.file)]
        files = [self._folder.file(entry) for entry in inside]
        self._do(outlining.emptied(self.outline))
        return [file for file in files if file.exists()]

    # -- dividing and putting together

    def split(self, scene: str, at: int, title: str) -> Entry:
        """Divide a scene or note at a place (UTF-16 units): what follows goes into a new one behind it.

        DeskError if it lies in the bin, and then nothing is changed.
        """
        old = self._kept(scene)
        draft = self._draft(scene)
        at = whole_place(draft, at)
        note = old in self.outline.note
        file = self._folder.file_for(title, "notes" if note else "scenes")
        entry = Entry(new_id(), title, file, old.status, old.label)
        add = entering.with_note if note else entering.with_scene
        self._do(add(self.outline, entry, scene), lambda: divide(draft, at, self._draft(entry.id)))
        return entry

    def join(self, ids: Iterable[str]) -> tuple[str, int]:
        """Put scenes or notes together into the first of them, or one with the next; which that is, and where the
        words of the second begin there (UTF-16 units). The others go into the bin, without words.

        DeskError if there are no two of one kind that are not in the bin, and then nothing is changed.
        """
        first, *others = self._joined(set(ids))
        drafts = [self._draft(other) for other in others]
        target = self._draft(first)
        before = len(target.text)
        self._do(outlining.binned(self.outline, others), lambda: unite(target, drafts))
        between = target.text.units(before, before + 1) == "\n" and before > 0
        return first, before + between

    def _kept(self, scene: str) -> Entry:
        for entry in self.outline.kept:
            if entry.id == scene:
                return entry
        raise DeskError(say("What lies in the bin cannot be divided or joined; put it back first."))

    def _joined(self, ids: set[str]) -> list[str]:
        """The ids of what is to be put together, in the order of the binder."""
        for entries in (self.outline.scenes, self.outline.note):
            order = [entry.id for entry in entries]
            chosen = [one for one in order if one in ids]
            if len(ids) == len(chosen) == 1:
                chosen = order[order.index(chosen[0]) :][:2]
            if len(chosen) >= 2 and len(chosen) >= len(ids):
                return chosen
        raise DeskError(
            say("There are no two scenes here to join; choose a scene that another follows, or several scenes.")
        )

    # -- taking back

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def carried_last(self, scene: str) -> bool:
        """Whether the last act moved words from or into this scene, and nothing was written there since."""
        return _touches(self._undo, scene)

    def carried_back_last(self, scene: str) -> bool:
        """Whether what was taken back last moved words from or into this scene, and nothing was written since."""
        return _touches(self._redo, scene)

    @property
    def latest(self) -> object:
        """What would be taken back next: the same value as long as it is that."""
        return self._undo[-1] if self._undo else None

    def carried(self, *, back: bool) -> list[str]:
        """The scenes whose words moved in what would be taken back next, or made again."""
        steps = self._undo if back else self._redo
        carried = steps[-1].carried if steps else None
        return [draft.entry.id for draft in carried.drafts] if carried is not None else []

    def undo(self) -> bool:
        """Take back the last change of the order; False if there is none.

        DeskError, and nothing changed, if words went from scene to scene and these were written in since.
        """
        if not self._undo:
            return False
        step = self._undo[-1]
        self._check(step)
        now = self.outline
        with self._acting():
            if step.carried is not None:
                step.carried.take_back()
            try:
                self._write(self._without_empty(outlining.returned(step.before, now), now))
            except DeskError:
                if step.carried is not None:
                    step.carried.make_again()
                raise
        self._redo.append(self._undo.pop())
        return True

    def redo(self) -> bool:
        """Make again what was last taken back; False if there is nothing. DeskError as for ``undo``."""
        if not self._redo:
            return False
        step = self._redo[-1]
        self._check(step)
        with self._acting():
            self._write(outlining.returned(step.after, self.outline))
            if step.carried is not None:
                step.carried.make_again()
        self._undo.append(self._redo.pop())
        return True

    def _check(self, step: _Step) -> None:
        if step.carried is not None and not step.carried.untouched:
            raise DeskError(
                say(
                    "These scenes were written in since they were divided or joined, so that cannot be taken "
                    "back at once; your words are where you see them. Join or split them again instead."
                )
            )

    def _without_empty(self, outline: Outline, now: Outline) -> Outline:
        """The outline without what came since and holds no words."""
        fresh = {e.id for e in outline.bin if e.id not in {b.id for b in now.bin} and e.id in now.by_id}
        known = {e.id for e in self._undo[-1].before.entries}
        empty = {id_ for id_ in fresh - known if not len(self._draft(id_).text)}
        return msgspec.structs.replace(outline, bin=tuple(e for e in outline.bin if e.id not in empty))

    def _do(self, outline: Outline, carry: Callable[[], list[Draft]] | None = None) -> None:
        """Make this the outline, and a step of it; nothing at all if it is the one that there is."""
        before = self.outline
        if outline == before:
            return
        with self._acting():
            self._write(outline)
            carried = Carried(carry(), lambda: self._busy) if carry is not None else None
        self._undo.append(_Step(before, self.outline, carried))
        for gone in (*self._redo, *self._undo[:-MOST_STEPS]):
            gone.forget()
        self._redo.clear()
        del self._undo[:-MOST_STEPS]

    @contextmanager
    def _acting(self) -> Iterator[None]:
        """What is changed in scenes meanwhile belongs to a step of the order."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def _write(self, outline: Outline) -> None:
        self._ready()
        before = self.outline
        try:
            self._folder.arrange(outline)
        except ManuscriptError as error:
            raise DeskError(str(error)) from error
        self._arranged(before)


def _touches(steps: list[_Step], scene: str) -> bool:
    carried = steps[-1].carried if steps else None
    return carried is not None and carried.untouched and any(d.entry.id == scene for d in carried.drafts)
