"""The order of a novel as values: parts, chapters, scenes, notes, what is in the bin, and the labels.

Parts hold chapters, chapters hold scenes; notes stand beside them. A chapter names the part it belongs to, so that all
chapters stand in one list in the order of reading. Nothing is ever deleted: what is taken out of the novel lies in the
bin and knows where it was. Everything has an id that it keeps, wherever it goes and whatever it is called.
"""

import secrets
from functools import cached_property

import msgspec


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A scene or a note: ``file`` is relative to the manuscript's folder, with ``/`` between its parts.

    ``status`` is the author's word for how far it is, ``label`` the name of a label; both may be empty.
    """

    id: str
    title: str
    file: str
    status: str = ""
    label: str = ""


class Was(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a scene in the bin was: its chapter, and the scene it stood behind (none if it was the first).

    The titles are for a chapter or part that is not there any more; ``behind`` is the chapter that such a chapter
    followed.
    """

    chapter: str
    title: str = ""
    after: str = ""
    behind: str = ""
    part: str = ""
    part_title: str = ""


class Binned(Entry, frozen=True, omit_defaults=True):
    """A scene in the bin, or a note if it ``was`` in no chapter."""

    was: Was | None = None


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of the novel; while it has no chapters, ``behind`` is the chapter it follows."""

    id: str
    title: str
    behind: str = ""


class Chapter(msgspec.Struct, frozen=True, omit_defaults=True):
    """A chapter and its scenes in their order; ``part`` is the id of the part it belongs to, or empty."""

    title: str
    scene: tuple[Entry, ...] = ()
    id: str = ""
    part: str = ""


class Label(msgspec.Struct, frozen=True, omit_defaults=True):
    """A label that scenes and notes can have; ``colour`` is one of ``COLOURS``."""

    name: str
    colour: str = "grey"


COLOURS = ("grey", "red", "amber", "green", "blue", "violet")
"""The colours of labels, by name, so that every theme shows its own shade of them."""

STATUSES = ("idea", "draft", "revised", "done")
"""The statuses that are always offered; an author's own word is as good."""


class Outline(msgspec.Struct, frozen=True, omit_defaults=True, dict=True):
    """What ``manuscript.toml`` holds: the titles and the order of everything."""

    format: int
    id: str
    title: str
    chapter: tuple[Chapter, ...] = ()
    note: tuple[Entry, ...] = ()
    part: tuple[Part, ...] = ()
    bin: tuple[Binned, ...] = ()
    label: tuple[Label, ...] = ()

    @cached_property
    def scenes(self) -> tuple[Entry, ...]:
        """All scenes in the order of reading."""
        return tuple(scene for chapter in self.chapter for scene in chapter.scene)

    @cached_property
    def kept(self) -> tuple[Entry, ...]:
        """All scenes, then all notes: what is not in the bin."""
        return self.scenes + self.note

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All that has a file: the scenes, the notes, then what is in the bin."""
        return self.kept + self.bin

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Every scene and note, those in the bin too, by its id."""
        return {entry.id: entry for entry in self.entries}


def new_id() -> str:
    """A fresh identity: 12 hexadecimal digits."""
    return secrets.token_hex(6)
