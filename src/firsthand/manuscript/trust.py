"""What ``manuscript.toml`` must be before it is believed.

It is of a format that is known, and has one id and one file for each thing.

Nothing outside the folder is read or written: no path that climbs out of it, and no symbolic link that leads out. A
scene with such a file is not opened (`OutsideError`); all others are.
"""

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import Any

from firsthand.manuscript.names import same_file
from firsthand.manuscript.outline import Chapter, Entry, Outline, Part
from firsthand.saying import say

FORMAT = 0
"""The version of ``manuscript.toml`` that this program writes, and the newest that it reads."""

NAME = "manuscript.toml"


class ManuscriptError(Exception):
    """The manuscript cannot be read or written; the text says what happened and what to do."""


class DamagedError(ManuscriptError):
    """``manuscript.toml`` is there and cannot be understood."""


class OutsideError(ManuscriptError):
    """The file of a scene or note does not lie in the manuscript's folder, or is no file."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(
            say(
                "The file of “{title}” ({file}) lies outside the manuscript’s folder, so it was not opened, and "
                "nothing there is read or changed. What the history has of its words is safe; correct its file in "
                "{outline}, then open the manuscript again.",
                title=entry.title,
                file=entry.file,
                outline=NAME,
            )
        )


def known_format(data: dict[str, Any]) -> dict[str, Any]:
    """The data, if its format is one that is read here, with an id for each chapter that has none.

    ManuscriptError if a newer program wrote it.
    """
    version = data.get("format", 0)
    if isinstance(version, int) and version > FORMAT:
        raise ManuscriptError(
            say(
                "This manuscript was made by a newer Firsthand (format {version}, this one reads up to "
                "{known}). Nothing was changed; install the newer version to open it.",
                version=version,
                known=FORMAT,
            )
        )
    chapters = data.get("chapter", [])
    for number, chapter in enumerate(chapters if isinstance(chapters, list) else []):
        if isinstance(chapter, dict) and not chapter.get("id"):
            chapter["id"] = derived_id(data, chapter, number)
    return data


def derived_id(data: dict[str, Any], chapter: dict[str, Any], number: int) -> str:
    """An id that every computer gives to a chapter of an older manuscript."""
    said = f"{data.get('id')}/{number}/{chapter.get('title')}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def check_outline(outline: Outline, folder: Path) -> None:
    """ManuscriptError if two things have one id or one file."""
    titles: dict[str, str] = {}
    things: tuple[Part | Chapter | Entry, ...] = (*outline.part, *outline.chapter, *outline.entries)
    for one in things:
        if one.id in titles:
            raise ManuscriptError(
                say(
                    "{outline} names two scenes with one id (“{other}” and “{title}”); give one of them "
                    "another. Nothing was changed.",
                    outline=NAME,
                    other=titles[one.id],
                    title=one.title,
                )
            )
        titles[one.id] = one.title
    _check_files(outline, folder)


def _check_files(outline: Outline, folder: Path) -> None:
    met: dict[str, Entry] = {}
    for entry in outline.entries:
        if climbs(entry.file):
            continue
        other = met.setdefault(same_file(entry.file), entry)
        if other is not entry and (other.file == entry.file or _one_file(folder, other, entry)):
            raise ManuscriptError(
                say(
                    "“{other}” and “{title}” have one file ({file}), so the manuscript was not opened. Give "
                    "one of them another in {outline}; nothing was changed.",
                    other=other.title,
                    title=entry.title,
                    file=entry.file,
                    outline=NAME,
                )
            )


def climbs(file: str) -> bool:
    """Whether the name of a file leads out of the folder it is in, on any system, or names no file in it."""
    parts = file.replace("\\", "/").split("/")
    return (
        not file
        or "\0" in file
        or ".." in parts
        or file.startswith(("/", "\\"))
        or re.match(r"[A-Za-z]:", file) is not None
        or parts[-1] in ("", ".")
    )


def stays_inside(folder: Path, file: str) -> bool:
    """Whether a file lies in the folder: its name does not climb, no link on the way to it leads out, and it is a file
    if it is there."""
    if climbs(file):
        return False
    at, mode = str(folder), 0
    try:
        for name in re.split(r"[/\\]" if os.sep == "\\" else "/", file):
            at = f"{at}/{name}"
            found = os.lstat(at)
            mode = found.st_mode
            if stat.S_ISLNK(mode) or getattr(found, "st_reparse_tag", None):
                return _leads_inside(folder / file, folder)
    except (OSError, ValueError):
        return True  # there is none yet
    return stat.S_ISREG(mode)


def _leads_inside(path: Path, folder: Path) -> bool:
    real = path.resolve()
    return real.is_relative_to(folder.resolve()) and (real.is_file() or not real.exists())


def _one_file(folder: Path, first: Entry, second: Entry) -> bool:
    try:
        return stays_inside(folder, first.file) and (folder / first.file).samefile(folder / second.file)
    except OSError:
        return False
