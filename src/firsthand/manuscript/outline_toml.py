"""``manuscript.toml`` read as data: as ``tomllib`` reads it, and many times as fast where it stands as it is written.

An outline of thousands of scenes is read at every opening. Lines in the form in which this program writes them are
understood here one by one; whatever else stands in a line goes to ``tomllib``, and the whole file does where lines
cannot be told apart so (a value over several lines, a table that is no outline's, anything that is no TOML).
"""

import tomllib
from typing import Any

from firsthand.patterns import late

_LISTS = ("label", "part", "chapter", "note", "bin")
_HEADERS = {f"[[{name}]]": name for name in _LISTS}
_SCENE = "[[chapter.scene]]"
_TABLES = frozenset({*_LISTS, "scene"})
_ODD = late(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What stands in no line that is read here: tomllib says which of it is allowed, and where."""


class _OtherwiseError(Exception):
    """The file is not written as this program writes it."""


def read_toml(text: str) -> dict[str, Any]:
    """The data of a file's text. tomllib.TOMLDecodeError if it is no TOML.

    >>> read_toml('format = 0\\n\\n[[chapter]]\\ntitle = "One"\\n')
    {'format': 0, 'chapter': [{'title': 'One'}]}
    """
    if not _ODD().search(text):
        try:
            return _read(text)
        except (_OtherwiseError, tomllib.TOMLDecodeError):
            pass  # it is read as a whole, or said what is wrong with it
    return tomllib.loads(text)


def _read(text: str) -> dict[str, Any]:
    data: dict[str, Any] = {}
    table = data
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            table = _begun(data, line)
            continue
        key, _, value = line.partition(" = ")
        if value[:1] == value[-1:] == '"' and len(value) > 1 and "\\" not in line and value.count('"') == 2:
            read: Any = value[1:-1]
        else:
            read = _alone(line, key)
        if key in table or key in _TABLES or not key.isidentifier() or not key.isascii():
            raise _OtherwiseError
        table[key] = read
    return data


def _begun(data: dict[str, Any], line: str) -> dict[str, Any]:
    """The table that begins with a header."""
    above, name = data, _HEADERS.get(line)
    if line == _SCENE and "chapter" in data:
        above, name = data["chapter"][-1], "scene"
    if name is None:
        raise _OtherwiseError
    table: dict[str, Any] = {}
    above.setdefault(name, []).append(table)
    return table


def _alone(line: str, key: str) -> Any:
    """The value of a line that is read by itself."""
    read = tomllib.loads(line)
    if list(read) != [key]:
        raise _OtherwiseError
    return read[key]
