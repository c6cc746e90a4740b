"""Whether a record holds: that of a manuscript's folder or of a bundle, with the time stamps in it. Writes nothing."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from firsthand.desk.bundling import REPORT, BundleError, named, replayed, unpacked
from firsthand.desk.outside import as_read
from firsthand.desk.reading import history_folder
from firsthand.desk.stamping import Found, StampingError, stamps, trusted
from firsthand.history import History, HistoryError, Replay, Verification, read_history, verify
from firsthand.manuscript import Folder, ManuscriptError
from firsthand.manuscript.trust import NAME as OUTLINE


class CheckError(Exception):
    """There is nothing that could be checked; the text says why."""


class Checked(msgspec.Struct, frozen=True):
    """What checking found. ``faults`` are of time stamps and of a bundle's report, in sentences."""

    verification: Verification
    stamps: tuple[Found, ...]
    faults: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return self.verification.whole and not self.faults


def check_record(path: Path, certificate: Path | None = None) -> Checked:
    """Check the record of the manuscript in a folder, or of a bundle. ``certificate``: of a time-stamping authority.

    Where none is given, a stamp by an authority that this computer does not know proves nothing, and is no fault.
    CheckError if there is nothing to check, or the certificate cannot be read.
    """
    try:
        if path.is_file():
            return _bundle(path, certificate)
        folder = Folder.open(path)
        return _checked(read_history(history_folder(path)), folder.outline.id, certificate)
    except (ManuscriptError, HistoryError, BundleError, StampingError) as error:
        raise CheckError(str(error)) from error


def _bundle(path: Path, certificate: Path | None) -> Checked:
    with unpacked(path) as place:
        history = read_history(history_folder(place))
        folder = Folder.open(place) if (place / OUTLINE).exists() else None
        replay = replayed(history)
        faults = [*_report_faults(place, replay), *(_text_faults(folder, replay) if folder else ())]
        return _checked(history, folder.outline.id if folder else None, certificate, faults)


def _checked(history: History, manuscript: str | None, certificate: Path | None, faults: Iterable[str] = ()) -> Checked:
    found = stamps(history, trusted(certificate)) if certificate is not None else _by_the_system(history)
    stamp_faults = [f"The time stamp of the seal {one.seal[:12]}…: {one.fault}" for one in found if one.fault]
    return Checked(verify(history, manuscript), tuple(found), (*stamp_faults, *faults))


def _by_the_system(history: History) -> list[Found]:
    plain = stamps(history)
    known = stamps(history, trusted(None)) if plain else []
    return [one if one.stamp is not None else bare for one, bare in zip(known, plain, strict=True)]


def _report_faults(place: Path, replay: Replay) -> Iterator[str]:
    """Where a bundle's report does not follow from its history, counted by characters."""
    try:
        scenes = json.loads((place / REPORT).read_bytes())["scenes"]
        said = {str(scene["id"]): (scene["units"], scene["ever_inserted"]) for scene in scenes}
    except (OSError, KeyError, TypeError, ValueError):
        yield "The bundle's report is missing or damaged."
        return
    for scene, figures in said.items():
        state = replay.scene(scene)
        if figures != (named(state.text.counts()), named(state.ever_inserted)):
            yield f"The bundle's report does not follow from its history in the scene {scene}."


def _text_faults(folder: Folder, replay: Replay) -> Iterator[str]:
    """Where a whole bundle's texts are not what its history says."""
    for entry in folder.outline.entries:
        if as_read(replay.scene(entry.id).text.text) != folder.read(entry):
            yield f"The file {entry.file} is not what the history says."
