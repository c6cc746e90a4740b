"""A novel in one text file, divided at its headings into chapters and scenes.

Headings are Markdown's (``## Title``, or a line underlined with ``===`` or ``---``); where a file has none, lines that
say what they are in English, German or Spanish ("Chapter One", "Kapitel 3", "Prologue"). The deepest kind of heading
begins a scene, the one above it a chapter, and what is above that a part; a single heading on top of all others is the
book's title, and so is one without words on top of its like. What is no heading and no scene break stays as it is, in
its order: nothing is dropped but empty lines at the ends of a scene. Titles are plain words: the stars of an emphasis
in a heading are not taken.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

BOOK = "Untitled"
_TITLE = 120
"""No heading is longer, in characters."""

_ATX = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"(=+|-{3,})[ \t]*$")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^*_\n]+)(?<=\S)\1(?!\w)")
_BREAK = re.compile(r"[ \t]*(?:(?:[*_~•·⁂–—-][ \t]*){3,}|[#⁂~][ \t]*)$")
_NUMBER = r"(?:\d+|[ivxlc]+|[\w-]+)"
_SPOKEN = (
    re.compile(rf"(?:part|book|teil|buch|parte|libro)\s+{_NUMBER}\b.{{0,60}}$", re.IGNORECASE),
    re.compile(
        rf"(?:(?:chapter|kapitel|cap[íi]tulo)\s+{_NUMBER}\b.{{0,80}}|\d+\.\s+kapitel\b.{{0,80}}"
        r"|(?:prologue|epilogue|prolog|epilog|pr[óo]logo|ep[íi]logo)\b.{0,40})$",
        re.IGNORECASE,
    ),
)


class Passage(msgspec.Struct, frozen=True):
    """A scene to be: its title and its text, whose lines end in ``\\n``."""

    title: str
    text: str


class Division(msgspec.Struct, frozen=True):
    """A chapter to be; ``part`` counts the novel's parts from 1, and is 0 where it is in none."""

    title: str
    scenes: tuple[Passage, ...]
    part: int = 0


class Prose(msgspec.Struct, frozen=True):
    """A novel to be; ``parts`` are the titles of its parts."""

    title: str
    chapters: tuple[Division, ...]
    parts: tuple[str, ...] = ()

    @property
    def scenes(self) -> list[Passage]:
        """All scenes in their order."""
        return [scene for chapter in self.chapters for scene in chapter.scenes]


class _Piece(msgspec.Struct):
    """The lines under one heading, or, at level 0, before the first."""

    level: int
    title: str
    lines: list[str]


def divided(text: str, name: str = BOOK, *, at_breaks: bool = True) -> Prose:
    """The novel in a text; ``name`` is its title where the text has none.

    ``at_breaks``: a scene break (``***``, ``---``, ``#`` on a line of its own) begins a scene too.
    """
    pieces = _pieces(text.split("\n"))
    pieces, title = _without_title(pieces, name)
    book = _Book(title, sorted({piece.level for piece in pieces if piece.level}))
    for piece in pieces:
        book.take(piece, tuple(_scenes(piece, at_breaks=at_breaks)))
    return book.prose()


def joined(novels: Iterable[Prose], title: str) -> Prose:
    """Several files as one novel, in their order."""
    chapters: list[Division] = []
    parts: list[str] = []
    for novel in novels:
        moved = len(parts)
        chapters += [msgspec.structs.replace(c, part=c.part + moved if c.part else 0) for c in novel.chapters]
        parts += novel.parts
    return Prose(title, tuple(chapters), tuple(parts))


class _Book:
    """Puts pieces together to parts, chapters and scenes, by the ``levels`` of headings that there are."""

    def __init__(self, title: str, levels: Sequence[int]) -> None:
        self._title = title
        self._deepest = levels[-1] if len(levels) > 1 else 0
        self._chapter = levels[-2] if len(levels) > 2 else 0
        self._parts: list[str] = []
        self._chapters: list[Division] = []
        self._above: dict[int, str] = {}
        self._part: _Piece | None = None  # the heading of a part of which nothing has come yet

    def take(self, piece: _Piece, scenes: tuple[Passage, ...]) -> None:
        """Go on with a piece, which is divided into these scenes."""
        if 0 < piece.level < self._chapter:
            if self._part is not None and piece.level <= self._part.level:
                self._begin(self._part.title, ())
            self._above = {n: said for n, said in self._above.items() if n < piece.level} | {piece.level: piece.title}
            self._part = piece
            if scenes:
                self._begin(piece.title, scenes)
        elif not piece.level or piece.level != self._deepest:
            self._begin(piece.title or self._title, scenes)
        elif self._part is not None or not self._chapters:
            self._begin(self._part.title if self._part is not None else piece.title, scenes)
        else:
            last = self._chapters[-1]
            more = scenes or (Passage(piece.title, ""),)
            self._chapters[-1] = msgspec.structs.replace(last, scenes=last.scenes + more)

    def prose(self) -> Prose:
        """The novel."""
        if self._part is not None:
            self._begin(self._part.title, ())
        kept = [one for one in self._chapters if one.scenes or one.title != self._title or one.part]
        return Prose(self._title, tuple(kept), tuple(self._parts))

    def _begin(self, title: str, scenes: tuple[Passage, ...]) -> None:
        if self._part is not None:
            self._parts.append(" — ".join(said for said in self._above.values() if said))
            self._part = None
        self._chapters.append(Division(title, scenes, len(self._parts)))


def _pieces(lines: Sequence[str]) -> list[_Piece]:
    found = _markdown(lines)
    return found if len(found) > 1 else _spoken(lines)


def _markdown(lines: Sequence[str]) -> list[_Piece]:
    pieces, skip = [_Piece(0, "", [])], False
    for number, line in enumerate(lines):
        if skip:
            skip = False
            continue
        atx = _ATX.match(line) if len(line) <= _TITLE else None
        under = None if atx else _underlined(lines, number)
        if atx is not None and atx[2]:
            pieces.append(_Piece(len(atx[1]), _plain(atx[2]), []))
        elif under:
            pieces.append(_Piece(under, _plain(line.strip()), []))
            skip = True
        else:
            pieces[-1].lines.append(line)
    return pieces


def _underlined(lines: Sequence[str], number: int) -> int:
    """The level of a heading that is underlined; 0 if the line is none."""
    line, below = lines[number], lines[number + 1] if number + 1 < len(lines) else ""
    alone = number == 0 or not lines[number - 1].strip()
    if not alone or not line.strip() or len(line) > _TITLE or _BREAK.match(line) or not _UNDERLINE.match(below):
        return 0
    return 1 if below.startswith("=") else 2


def _spoken(lines: Sequence[str]) -> list[_Piece]:
    pieces = [_Piece(0, "", [])]
    for number, line in enumerate(lines):
        alone = number == 0 or not lines[number - 1].strip()
        said = line.strip()
        level = next((n for n, kind in enumerate(_SPOKEN, 1) if alone and len(said) <= _TITLE and kind.match(said)), 0)
        if level:
            pieces.append(_Piece(level, said, []))
        else:
            pieces[-1].lines.append(line)
    return pieces


def _without_title(pieces: list[_Piece], name: str) -> tuple[list[_Piece], str]:
    """The pieces below a single heading over all others, or on top of others that have words: the book's title."""
    before, *rest = pieces
    top = [number for number, piece in enumerate(rest) if piece.level == min(one.level for one in rest)]
    over_all, several = top == [0], len(top) > 2 or len(rest) > len(top)
    alone = top[:2] == [0, 1] and several and not _text(rest[0].lines) and all(_filled(rest, n) for n in top[1:])
    if len(rest) < 2 or not (over_all or alone) or _text(before.lines):
        return pieces, name
    return [_Piece(0, "", rest[0].lines), *rest[1:]], rest[0].title


def _filled(pieces: Sequence[_Piece], number: int) -> bool:
    """Whether a heading has words, or headings below it."""
    below = [piece.level > pieces[number].level for piece in pieces[number + 1 : number + 2]]
    return bool(_text(pieces[number].lines)) or below == [True]


def _scenes(piece: _Piece, *, at_breaks: bool) -> list[Passage]:
    texts: list[list[str]] = [[]]
    for line in piece.lines:
        if at_breaks and _BREAK.match(line):
            texts.append([])
        else:
            texts[-1].append(line)
    found = [text for lines in texts if (text := _text(lines))]
    named = [piece.title or _opening(text) for text in found[:1]]
    return [Passage(title, text) for title, text in zip([*named, *map(_opening, found[1:])], found, strict=True)]


def _text(lines: Sequence[str]) -> str:
    """Lines without the empty ones at both ends."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return "\n".join(lines[start:end])


def _opening(text: str) -> str:
    """The first words of a text, by which a scene is known that has no title."""
    words = _plain(text[:400]).split()
    return " ".join(words[:5])[:60].rstrip(",;:.") + ("…" if len(words) > 5 else "")


def _plain(title: str) -> str:
    """A title without the signs of emphasis round its words."""
    return _EMPHASIS.sub(r"\2", title)


# -- lines broken by hand

_BROKEN_AT = 45
"""A line of fewer characters was not broken to fit: verse, a letter's head, the end of a paragraph."""


def broken_by_hand(text: str) -> bool:
    """Whether most paragraphs stand between empty lines, as in Markdown or in a text that was broken to fit."""
    blocks = [block for block in re.split(r"\n[ \t]*\n", text[:200_000]) if block.strip()]
    lines = sum(1 for line in text[:200_000].split("\n") if line.strip())
    if len(blocks) < 3:
        return False
    long = sum(1 for block in blocks for line in block.split("\n")[:-1] if len(line) >= _BROKEN_AT)
    return lines <= len(blocks) * 1.3 or long >= 0.6 * (lines - len(blocks))


def mended(text: str) -> str:
    """Each paragraph as one line: broken lines joined by a space, no empty lines between. No letter changes."""
    return "\n".join(_paragraph(block) for block in re.split(r"\n[ \t]*\n+", text) if block.strip())


def _paragraph(block: str) -> str:
    first, *rest = block.strip("\n").split("\n")
    made, last = first, first
    for line in rest:
        made = f"{made.rstrip(' ')} {line.lstrip(' ')}" if _goes_on(last) else f"{made}\n{line}"
        last = line
    return made


def _goes_on(line: str) -> bool:
    return len(line) >= _BROKEN_AT and not line.endswith(("  ", "\\"))
