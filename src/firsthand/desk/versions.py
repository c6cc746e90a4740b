"""The past of a manuscript, as a person asks for it: which scene, which of its versions.

Versions are read from the history on disk, so that they are the same ones with the same numbers for a window, a command
and a report. Nothing is written here.
"""

import re
from datetime import datetime, timedelta
from pathlib import Path

from firsthand.desk.places import machine_id
from firsthand.desk.reading import history_folder
from firsthand.history import HistoryError, Versions, read_history
from firsthand.history.branches import Branches
from firsthand.manuscript import Entry, Folder, ManuscriptError
from firsthand.patterns import late

LATEST = "latest"
_DAY = late(r"\d{4}-\d\d-\d\d")


class VersionError(Exception):
    """There is no such manuscript, scene or version; the text says what to do."""


def read_versions(folder: Path) -> Versions:
    """The versions of the manuscript in a folder. HistoryError if its history cannot be read.

    What another computer wrote apart is in them from where it was joined.
    """
    history = read_history(history_folder(folder))
    branches, versions = Branches(history.readings, machine_id()), Versions()
    for began, records in branches.main_records():
        versions.sitting(began, records)
    return versions


def open_past(path: Path) -> tuple[Folder, Versions]:
    """A manuscript and its versions, for reading only. VersionError if it is none or cannot be read."""
    try:
        return Folder.open(path), read_versions(path)
    except (ManuscriptError, HistoryError) as error:
        raise VersionError(str(error)) from error


def find_scene(folder: Folder, wanted: str) -> Entry:
    """The scene or note of an id, a title or a file's name. VersionError if there is none, or more than one."""
    entries = folder.outline.entries
    for entry in entries:
        if entry.id == wanted:
            return entry
    name = wanted.casefold()
    found = [
        one for one in entries if name in (one.title.casefold(), one.file.casefold(), Path(one.file).name.casefold())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(entry.id for entry in found)
        raise VersionError(f"{len(found)} scenes are called “{wanted}”; name one by its id: {ids}.")
    raise VersionError(
        f"There is no scene “{wanted}” in the manuscript; `firsthand versions {folder.path}` lists its scenes."
    )


def find_version(versions: Versions, scene: str, wanted: str) -> int:
    """The number of the version that a person means: a name the author gave, a number, a moment, or ``latest``.

    Of two versions with one name it is the later one. A moment is ISO 8601, in local time if it names no zone; a day
    means its end. VersionError if there is no such version.
    """
    name = " ".join(wanted.split()).casefold()
    for snapshot in reversed(versions.snapshots()):
        if snapshot.name.casefold() == name and snapshot.scene in ("", scene):
            return versions.named(scene, snapshot)
    latest = versions.latest(scene)
    if name == LATEST:
        return latest
    if re.fullmatch(r"[0-9]+", name):
        if len(name) > 9 or int(name) > latest:
            raise VersionError(f"There is no version {wanted} of the scene; its versions are 0 to {latest}.")
        return int(name)
    return versions.number(scene, _milliseconds(wanted.strip()))


def _milliseconds(wanted: str) -> int:
    """The moment that a person names, in milliseconds since 1970 (UTC). VersionError if it is none."""
    try:
        moment = datetime.fromisoformat(wanted)
        if _DAY().fullmatch(wanted):
            moment += timedelta(days=1, milliseconds=-1)
        return round(moment.timestamp() * 1000)
    except (ValueError, OverflowError):
        raise VersionError(
            f"“{wanted}” is no version of the scene: give a number, a name you gave, “{LATEST}”, or a time such as "
            "2026-11-22T01:13."
        ) from None
