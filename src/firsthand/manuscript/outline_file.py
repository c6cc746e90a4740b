"""``manuscript.toml`` as text: read into an outline, and written so that all else that stands in it stays.

The file is divided at its table headers into pieces: what stands before the first table of the outline, one piece for
each chapter, scene and so on, and tables that are someone else's. A piece that is written as this program would write
it is not kept; one with comments or keys of the author's own is, and only what changed in it is set anew. What cannot
be divided so (tables written in a line) is written in the program's form, with all its keys but not its comments.
"""

import re
import tomllib
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

import msgspec

from firsthand.manuscript.outline import Binned, Chapter, Entry, Label, Outline, Part, Was
from firsthand.manuscript.outline_toml import read_toml
from firsthand.manuscript.trust import derived_id
from firsthand.patterns import late

Item = Entry | Chapter | Part | Label
_HEADER = late(r"^[ \t]*\[{1,2}[ \t]*([A-Za-z0-9_.\- \t\"']+?)[ \t]*\]{1,2}[ \t]*(?:#.*)?$", re.MULTILINE)
_LISTS = ("label", "part", "chapter", "note", "bin")
_KINDS = (*_LISTS, "chapter.scene")
_HEAD = ("format", "id", "title")
_KNOWN: dict[str, tuple[str, ...]] = {
    "label": ("name", "colour"),
    "part": ("id", "title", "behind"),
    "chapter": ("id", "title", "part"),
    "chapter.scene": ("id", "title", "file", "status", "label"),
    "note": ("id", "title", "file", "status", "label"),
    "bin": ("id", "title", "file", "status", "label", "was"),
}


class OutlineFile:
    """What stands in one ``manuscript.toml`` beside the outline: comments, and keys and tables of others."""

    def __init__(self) -> None:
        self._head = ""
        self._tail = ""
        self._own: dict[str, str] = {}
        self._made: dict[tuple[str, Item], str] = {}

    def plain(self, text: str, outline: Outline) -> bool:
        """Whether a file's text is what this program writes for ``outline``, and nothing of anyone else's."""
        fresh = OutlineFile()
        if fresh.text(outline) != text:
            return False
        self._head, self._tail, self._own, self._made = "", "", {}, fresh._made
        return True

    def read(self, text: str) -> dict[str, Any]:
        """Take in a file's text; its data. tomllib.TOMLDecodeError if it is no TOML."""
        data = read_toml(text)
        self._made = {}
        pieces = list(_divided(text))
        if [kind for kind, _ in pieces if kind in _KINDS] == [kind for kind, _, _ in _listed(data)]:
            self._take_pieces(pieces, data)
        if not self._whole(data):
            self._take_values(data)
        return data

    def text(self, outline: Outline) -> str:
        """The file's text for an outline, with all that was taken in."""
        head = {key: getattr(outline, key) for key in _HEAD}
        parts = [_edited(self._head, head, _HEAD) if self._head else _lines(head)]
        if self._tail:
            return "\n".join([_ended(one) for one in (*parts, *self._pieces(outline), self._tail)])
        return "\n".join([*map(_ended, parts), *self._pieces(outline)])

    def _pieces(self, outline: Outline) -> Iterator[str]:
        """The pieces of an outline; one is made anew only where its item was not in the outline before."""
        before, self._made = self._made, {}
        for kind, item in _items(outline):
            known = kind, msgspec.structs.replace(item, scene=()) if isinstance(item, Chapter) else item
            piece = before.get(known)
            self._made[known] = piece = _ended(self._piece(kind, item)) if piece is None else piece
            yield piece

    def _take_pieces(self, pieces: list[tuple[str, str]], data: dict[str, Any]) -> None:
        self._head = pieces[0][1]
        self._tail = "\n\n".join(piece.strip("\n") for kind, piece in pieces[1:] if kind not in _KINDS)
        self._own = {}
        mine = [piece for kind, piece in pieces if kind in _KINDS]
        for piece, (kind, values, key) in zip(mine, _listed(data), strict=True):
            known = {key: values[key] for key in _KNOWN[kind] if key in values}
            if piece.strip() != f"[[{kind}]]\n{_lines(known)}".strip():
                self._own[key] = piece

    def _whole(self, data: dict[str, Any]) -> bool:
        """Whether the pieces that are not the program's own form say what the file said."""
        try:
            rest = tomllib.loads(self._head) | tomllib.loads(self._tail)
            own = {key: tomllib.loads(_bare(piece)) for key, piece in self._own.items()}
        except tomllib.TOMLDecodeError:
            return False
        mine = {key: _without_scenes(kind, values) for kind, values, key in _listed(data)}
        return rest == {k: v for k, v in data.items() if k not in _LISTS} and own.items() <= mine.items()

    def _take_values(self, data: dict[str, Any]) -> None:
        import tomlkit

        self._head = tomlkit.dumps({key: value for key, value in data.items() if key not in _LISTS})
        self._tail = ""
        self._own = {}
        for kind, values, key in _listed(data):
            inner = _without_scenes(kind, values)
            if set(inner) - set(_KNOWN[kind]):
                body = tomlkit.dumps(inner).replace("\n[", f"\n[{kind}.")
                self._own[key] = f"[[{kind}]]\n{body}"

    def _piece(self, kind: str, item: Item) -> str:
        values = {key: value for key, value in _values(item).items() if key in _KNOWN[kind]}
        own = self._own.get(_key(kind, values))
        if own is None:
            return f"[[{kind}]]\n{_lines(values)}"
        lead, was, body = _taken_apart(own)
        body = re.sub(rf"(?m)^([ \t]*\[+[ \t]*){re.escape(was)}(?=\.)", rf"\g<1>{kind}", body)
        return f"{lead}[[{kind}]]\n{_edited(body, values, _KNOWN[kind])}"


def _ended(piece: str) -> str:
    return piece.strip("\n") + "\n"


def _divided(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a file: what table each begins with (nothing for the first), and its text with comments above."""
    kind, start, cut = "", 0, len(text)
    for header in _HEADER().finditer(text):
        name = re.sub(r"[ \t\"']", "", header[1])
        if kind in _KINDS and name.startswith(f"{kind}.") and name not in _KINDS:
            continue
        cut = _comments_above(text, header.start(), start)
        yield kind, text[start:cut]
        kind, start = name, cut
    yield kind, text[start:]


def _comments_above(text: str, place: int, least: int) -> int:
    """Where the lines of comment that stand right above a place begin."""
    while place > least:
        line = text.rfind("\n", least, place - 1) + 1
        if line <= least or not text[line:place].lstrip(" \t").startswith("#"):
            break
        place = line
    return place


def _taken_apart(piece: str) -> tuple[str, str, str]:
    """The comments above a piece's header, the header without its brackets, and what follows."""
    header = _HEADER().search(piece)
    assert header is not None
    return piece[: header.start()].lstrip("\n"), header[1], piece[header.end() :].lstrip("\n")


def _bare(piece: str) -> str:
    """A piece's keys and tables as if they stood in a file of their own."""
    _, kind, body = _taken_apart(piece)
    return re.sub(rf"(?m)^([ \t]*\[+[ \t]*){re.escape(kind)}\.", r"\g<1>", body)


def _without_scenes(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != "scene" or kind != "chapter"}


def _edited(body: str, wanted: dict[str, Any], known: tuple[str, ...]) -> str:
    """Lines of keys and values with what is ``wanted`` of the ``known`` keys, the rest as it is."""
    lines = _HEADER().search(body)
    end = lines.start() if lines else len(body)
    now = tomllib.loads(body[:end])
    if {key: now[key] for key in known if key in now} == wanted:
        return body
    import tomlkit

    document = tomlkit.parse(body[:end])
    for key in known:
        if key not in wanted:
            document.pop(key, None)
        elif now.get(key) != wanted[key]:
            value = tomlkit.inline_table() if isinstance(wanted[key], dict) else wanted[key]
            if isinstance(wanted[key], dict):
                value.update(wanted[key])
            document[key] = value
    return tomlkit.dumps(document).rstrip("\n") + "\n\n" + body[end:]


def _listed(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The tables of an outline in the order of the file, each with what it is known by."""
    for name in (key for key in data if key in _LISTS):
        for number, values in enumerate(data[name]):
            unnamed = name == "chapter" and not values.get("id")
            yield name, values, derived_id(data, values, number) if unnamed else _key(name, values)
            for scene in values.get("scene", ()) if name == "chapter" else ():
                yield "chapter.scene", scene, _key("chapter.scene", scene)


def _items(outline: Outline) -> Iterator[tuple[str, Item]]:
    """What an outline holds, in the order in which it is written."""
    yield from (("label", label) for label in outline.label)
    yield from (("part", part) for part in outline.part)
    for chapter in outline.chapter:
        yield "chapter", chapter
        yield from (("chapter.scene", scene) for scene in chapter.scene)
    yield from (("note", note) for note in outline.note)
    yield from (("bin", binned) for binned in outline.bin)


def _key(kind: str, values: dict[str, Any]) -> str:
    """What a piece is known by: an id goes with its scene from list to list."""
    return f"{kind}:{values.get('name')}" if kind == "label" else str(values.get("id", ""))


def _values(item: Item) -> dict[str, Any]:
    """The keys of an item that are not at their default, as TOML holds them."""
    if isinstance(item, Chapter):
        return {"id": item.id, "title": item.title, **({"part": item.part} if item.part else {})}
    if isinstance(item, Label):
        return {"name": item.name, "colour": item.colour}
    if isinstance(item, Part):
        return {"id": item.id, "title": item.title, **({"behind": item.behind} if item.behind else {})}
    values = {"id": item.id, "title": item.title, "file": item.file}
    values |= {key: value for key in ("status", "label") if (value := getattr(item, key))}
    was: Was | None = item.was if isinstance(item, Binned) else None
    return values | ({"was": msgspec.to_builtins(was)} if was else {})


def _lines(values: dict[str, Any]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in values.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, int):
        return str(value)
    plain: str = value if value.isascii() else value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return encode_basestring(plain).replace("\x7f", "\\u007f")
