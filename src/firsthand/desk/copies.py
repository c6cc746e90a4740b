"""Conflicted copies: files that a synchroniser makes beside one that was changed on two computers.

A copy that holds nothing but what Firsthand itself saved, on any computer, says nothing that the history does not say:
it is put into ``SET_ASIDE``. Any other copy is left where it is, and the author is told. Nothing is ever deleted.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from firsthand.desk.reading import Account, FullAccount, digest, read_account, read_outline
from firsthand.history import Outlined, Saved
from firsthand.history.heads import SUFFIX as HEAD
from firsthand.manuscript import Folder, ManuscriptError, unix_text
from firsthand.manuscript.trust import NAME, stays_inside
from firsthand.patterns import late
from firsthand.saying import say

SET_ASIDE = ".firsthand/set aside"
"""The folder, in the manuscript's, that copies of no further use are put into."""

_COPY = late(
    r"(?P<stem>.+?)(?: \([^()]*conflicted copy[^()]*\)|\.sync-conflict-\d{8}-\d{6}[-\w]*| \(conflict[^()]*\))"
    r"(?P<number> \(?\d+\)?)?(?P<end>\.[^.]+)",
    re.IGNORECASE,
)


def original(name: str) -> str | None:
    """The name of the file that a conflicted copy is of; None if the name is of no conflicted copy.

    >>> original("Quay (Ines's conflicted copy 2026-11-22).md")
    'Quay.md'
    >>> original("manuscript.sync-conflict-20261122-071500-ABCDEFG.toml")
    'manuscript.toml'
    """
    found = _COPY().fullmatch(name) if "conflict" in name.lower() else None
    return found["stem"] + found["end"] if found else None


def tidy(account: Account) -> list[str]:
    """Put the copies aside that are known; sentences about what was done, and about those that are not."""
    copies = _copies(account.folder)
    if not copies:
        return []
    if not isinstance(account, FullAccount):
        account = read_account(account.folder)
    folder, saved = account.folder, {record.sha256 for record in _records(account) if isinstance(record, Saved)}
    moved: list[str] = []
    unknown: list[str] = []
    for path in copies:
        known = _known_outline(account, path) if path.suffix == ".toml" else _known_text(path, saved)
        (moved if known and _put_aside(folder.path, path) else unknown).append(path.name)
    return ([_said_moved(moved)] if moved else []) + [
        say(
            "{name} is a conflicted copy with words that Firsthand does not know. It was left where "
            "it is; compare it with {original}, take over what you want, and delete it.",
            name=name,
            original=original(name),
        )
        for name in unknown
    ]


def _said_moved(names: list[str]) -> str:
    if len(names) == 1:
        return say(
            "The conflicted copy {name} holds nothing that is not recorded; it was put into “{folder}”.",
            name=names[0],
            folder=SET_ASIDE,
        )
    return say(
        "{count} conflicted copies hold nothing that is not recorded; they were put into “{folder}”.",
        count=len(names),
        folder=SET_ASIDE,
    )


def _records(account: Account) -> Iterator[object]:
    for reading in account.branches.readings:
        yield from reading.records


def _copies(folder: Folder) -> list[Path]:
    """The copies beside the outline, the scenes and the heads."""
    above = {one.file.rpartition("/")[0] for one in folder.outline.entries}
    inside = [place for place in above if stays_inside(folder.path, f"{place}/{NAME}" if place else NAME)]
    places = {folder.path, folder.path / "history", *(folder.path / one for one in inside)}
    ours: Callable[[Path], bool] = lambda path: path.suffix in (".md", HEAD) or original(path.name) == NAME  # noqa: E731
    found = [place / name for place in places if place.is_dir() for name in os.listdir(place) if original(name)]  # noqa: PTH208
    return sorted(path for path in found if path.is_file() and ours(path))


def _known_text(path: Path, saved: set[str]) -> bool:
    """Whether a copy's words are recorded. A head's copy says nothing: only the head itself counts."""
    if path.suffix == HEAD:
        return True
    try:
        text = unix_text(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return False
    return not text or digest(text) in saved


def _known_outline(account: Account, path: Path) -> bool:
    try:
        outline = Folder.read_outline(path)
    except (OSError, ManuscriptError):
        return False
    return any(read_outline(one.outline) == outline for one in _records(account) if isinstance(one, Outlined))


def _put_aside(folder: Path, path: Path) -> bool:
    place = folder / SET_ASIDE
    target, number = place / path.name, 2
    try:
        place.mkdir(parents=True, exist_ok=True)
        while target.exists():
            target, number = place / f"{path.stem} {number}{path.suffix}", number + 1
        path.rename(target)
    except OSError:
        return False
    return True
