"""Whether a record holds: that of a manuscript's folder or of a bundle, with the time stamps in it. Writes nothing.

What a bundle holds is checked as a stranger would, thoroughly. The outcome is a ``Worth``, on which the stand-alone
verifier agrees (``docs/cli.md``).
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from pathlib import Path

import msgspec

from firsthand.desk.bundling import REPORT, BundleError, named, replayed, unpacked
from firsthand.desk.reading import as_read, history_folder
from firsthand.desk.stamping import Found, StampingError, stamps, trusted
from firsthand.history import History, HistoryError, Replay, Status, Verification, read_history, verify
from firsthand.manuscript import Folder, ManuscriptError
from firsthand.manuscript.trust import NAME as OUTLINE

_SAVED = re.compile(rb'^{"k":"saved","scene":"([^"\\]*)",.*"x":"([0-9a-f]{64})"}$', re.MULTILINE)


class CheckError(Exception):
    """There is nothing that could be checked; the text says why."""


class Worth(IntEnum):
    """What a record is worth as proof, and the exit code that says so."""

    PROVED = 0
    """No fault; all is sealed, closed and signed, by one key or by those that were named."""
    FAULT = 1
    LESS = 2
    """No fault, but less than proved."""
    NOTHING = 3
    """There is nothing that could be checked."""


class Checked(msgspec.Struct, frozen=True):
    """What checking found, in sentences beside the ``verification``.

    ``faults`` are of time stamps, keys and a bundle's report, ``less`` says what else keeps the record from being
    proved. ``thorough`` says how it was checked, ``redacted`` that words were taken out.
    """

    verification: Verification
    stamps: tuple[Found, ...]
    faults: tuple[str, ...]
    less: tuple[str, ...]
    thorough: bool
    redacted: bool

    @property
    def worth(self) -> Worth:
        """What it comes to."""
        found = self.verification
        if found.status is Status.EMPTY:
            return Worth.NOTHING
        if found.status is Status.BROKEN or self.faults:
            return Worth.FAULT
        return Worth.LESS if self.less or not (found.whole and found.signed) else Worth.PROVED


class _Wish(msgspec.Struct, frozen=True):
    certificate: Path | None
    keys: Sequence[str]
    thorough: bool


def check_record(
    path: Path, certificate: Path | None = None, keys: Sequence[str] = (), *, thorough: bool = False
) -> Checked:
    """Check the record of the manuscript in a folder, or of a bundle.

    ``certificate`` is of a time-stamping authority: where none is given, a stamp by an authority that this computer
    does not know proves nothing, and is no fault. ``keys`` are fingerprints: where any are given, another is a fault.
    CheckError if there is nothing to check, or the certificate cannot be read.
    """
    try:
        if path.is_file():
            return _bundle(path, _Wish(certificate, keys, thorough=True))
        folder = Folder.open(path)
        history = read_history(history_folder(path))
        return _checked(
            history, folder.outline.id, _Wish(certificate, keys, thorough), less=_not_as_saved(path, history)
        )
    except (ManuscriptError, HistoryError, BundleError, StampingError) as error:
        raise CheckError(str(error)) from error


def _bundle(path: Path, wish: _Wish) -> Checked:
    with unpacked(path) as place:
        history = read_history(history_folder(place))
        folder = Folder.open(place) if (place / OUTLINE).exists() else None
        replay = replayed(history)
        faults, other = _report_faults(place, replay), _other_texts(folder, replay) if folder else ()
        return _checked(history, folder.outline.id if folder else None, wish, faults, other)


def _checked(
    history: History, manuscript: str | None, wish: _Wish, faults: Iterable[str] = (), less: Iterable[str] = ()
) -> Checked:
    verification = verify(history, manuscript, thorough=wish.thorough)
    found = stamps(history, trusted(wish.certificate)) if wish.certificate is not None else _by_the_system(history)
    all_faults = [f"The time stamp of the seal {one.seal[:12]}…: {one.fault}" for one in found if one.fault]
    wanted, keys = {_plain(key) for key in wish.keys}, [key for key, _ in verification.keys]
    all_faults += [f"{key} is not a key that you named." for key in keys if wanted and _plain(key) not in wanted]
    several = ["It is signed by several keys; name those that are the author's with --key."] * (
        len(keys) > 1 and not wanted
    )
    redacted = any(reading.redacted for reading in history.readings)
    return Checked(verification, tuple(found), (*all_faults, *faults), (*several, *less), wish.thorough, redacted)


def _plain(key: str) -> str:
    """A fingerprint without its blanks."""
    return key.replace(" ", "").lower()


def _not_as_saved(path: Path, history: History) -> Iterator[str]:
    """A sentence for each scene of which no file has one of the last two texts that were saved."""
    saved: dict[str, list[str]] = {}
    for reading in history.readings:
        for line in (*_SAVED.finditer(reading.data), *filter(None, map(_SAVED.match, reading.waiting))):
            saved.setdefault(line[1].decode(), []).append(line[2].decode())
    files = [file.read_bytes() for file in path.rglob("*.md")] if saved else []
    there = {hashlib.sha256(data).hexdigest() for one in files for data in (one, one.replace(b"\r\n", b"\n"))}
    for scene, hashes in saved.items():
        if there.isdisjoint(hashes[-2:]):
            yield f"No file has the text that was last saved of the scene {scene}; another program changed it."


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


def _other_texts(folder: Folder, replay: Replay) -> Iterator[str]:
    """Where a whole bundle's texts are not what its history says."""
    for entry in folder.outline.entries:
        try:
            text = folder.read(entry)
        except ManuscriptError as error:
            yield str(error)
            continue
        if as_read(replay.scene(entry.id).text.text) != text:
            yield f"The file {entry.file} is not what the history says."
