"""Outlines for tests, written and read as one line: ``I{ One[a b] } Two[c] | n | x<One``.

Parts are ``name{ … }``, chapters ``name[…]``, then the notes, then the bin (``<`` and the chapter for a scene).
"""

import re

from firsthand.manuscript import Binned, Chapter, Entry, Outline, Part, Was


def entry(name: str) -> Entry:
    """A scene or note called by its id."""
    return Entry(name, name, f"scenes/{name}.md")


def outline(line: str) -> Outline:
    """The outline that a line says."""
    tops, notes, bins = ([*line.split("|"), "", ""])[:3]
    parts: list[Part] = []
    chapters: list[Chapter] = []
    part = ""
    for token in re.findall(r"\w+\{|\}|\w+\[[^\]]*\]", tops):
        if token == "}":
            part = ""
        elif token.endswith("{"):
            part = token[:-1]
            parts.append(Part(part, part, chapters[-1].id if chapters else ""))
        else:
            name, _, inside = token[:-1].partition("[")
            chapters.append(Chapter(name, tuple(map(entry, inside.split())), name, part))
            if part:
                parts[-1] = Part(part, part)
    notes_ = tuple(Entry(name, name, f"notes/{name}.md") for name in notes.split())
    return Outline(0, "m", "M", tuple(chapters), notes_, tuple(parts), tuple(map(_binned, bins.split())))


def _binned(said: str) -> Binned:
    name, _, chapter = said.partition("<")
    return Binned(name, name, f"bin/{name}.md", was=Was(chapter, chapter) if chapter else None)


def line(of: Outline) -> str:
    """The line that says an outline."""
    from firsthand.desk.outline_tree import PartNode, Tree

    tops = []
    for top in Tree(of).top:
        chapters = top.chapters if isinstance(top, PartNode) else [top]
        said = [f"{c.value.title}[{' '.join(e.id for e in c.scenes)}]" for c in chapters]
        tops.append(f"{top.value.title}{{ {' '.join(said)} }}" if isinstance(top, PartNode) else said[0])
    notes = " ".join(note.id for note in of.note)
    bins = " ".join(f"{one.id}<{one.was.chapter}" if one.was else one.id for one in of.bin)
    return " | ".join([" ".join(tops), notes, bins]).rstrip(" |")
