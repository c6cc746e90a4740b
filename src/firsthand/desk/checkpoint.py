"""Opening a manuscript without replaying all of its history again: what is kept of it between sittings.

The checkpoint lies in this user's cache, never in the manuscript, which may be synchronised. It is only ever a shorter
way to what ``read_account`` gives: where it does not fit the history on disk, or cannot be read, the history is read
and replayed as a whole; and so it is where more than one computer wrote the history. Reports, verification and the past
of a scene read the history itself.
"""

import hashlib
import logging
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from firsthand.desk.places import cache_folder, machine_id
from firsthand.desk.reading import Account, Saves, as_read, digest, history_folder, read_account, read_outline
from firsthand.desk.tallies import Kept, keep, tally_of
from firsthand.desk.undo import Undos
from firsthand.history import HistoryError, Reading
from firsthand.history.checkpoint import Checkpoint, comes_after, fingerprints, load, made, revive, save
from firsthand.history.heads import read_heads
from firsthand.history.packing import DamagedError
from firsthand.history.reading import read_file, sitting_files
from firsthand.history.verification import in_order, latest, without_seal
from firsthand.manuscript import Folder

_SUFFIX = ".checkpoint"
_FORGOTTEN = 90 * 86_400
"""Seconds after which the checkpoint of a manuscript that nobody opened is removed."""

_DESK, _UNDO = "desk", "undo/"
_log = logging.getLogger("firsthand.desk")


class _More(msgspec.Struct):
    """What the desk keeps of an account."""

    saves: Saves
    outline: str
    arrivals: dict[str, int]
    stands: dict[str, str]
    tallies: dict[str, Kept] = {}


class Opening(msgspec.Struct, frozen=True):
    """What opening a manuscript begins with.

    ``latest`` is what a new sitting's journal says that it comes after. ``readings`` are the sittings that were read:
    all, or those since ``before``, the checkpoint used.
    """

    account: Account
    undos: Undos
    readings: Sequence[Reading]
    latest: tuple[str, ...]
    before: Checkpoint | None = None


def checkpoint_file(manuscript: str) -> Path:
    """Where this computer keeps the checkpoint of a manuscript (its id)."""
    name = hashlib.sha256(f"{manuscript}\n{machine_id()}".encode()).hexdigest()[:32]
    return cache_folder() / "checkpoints" / f"{name}{_SUFFIX}"


def read_opening(folder: Folder, undos: Undos) -> Opening:
    """What the history of a manuscript tells, by its checkpoint if there is one that fits; else one is made.

    HistoryError if a file of the history cannot be read.
    """
    file = checkpoint_file(folder.outline.id)
    files = _fingerprints(folder)
    opening = _shortened(folder, undos, load(file, folder.outline.id), files)
    if opening is None or not _same_outline(opening.account):
        undos.forget()
        account = read_account(folder, undos.replayed)
        opening = Opening(account, undos, account.history.readings, account.after)
        _keep(file, opening, files)
    return opening


def keep_checkpoint(folder: Folder) -> None:
    """Bring the checkpoint of a manuscript that was closed to where its history ends now.

    For a thread that need not hurry. Where there is none that fits, the next opening makes one. A history that cannot
    be read, or a disk that refuses, leaves it as it is.
    """
    file, undos = checkpoint_file(folder.outline.id), Undos()
    files = _fingerprints(folder)
    before = load(file, folder.outline.id)
    if before is not None and before.files == files:
        return
    try:
        opening = _shortened(folder, undos, before, files)
    except HistoryError as error:
        _log.warning("a checkpoint was left as it was: %s", error)
        return
    if opening is not None:
        _count(opening.account)
        _keep(file, opening, files)
    _forget_old(file.parent)


def _fingerprints(folder: Folder) -> dict[str, bytes]:
    try:
        return fingerprints(history_folder(folder.path))
    except OSError:
        return {}


def _shortened(folder: Folder, undos: Undos, before: Checkpoint | None, files: dict[str, bytes]) -> Opening | None:
    """What the checkpoint and the sittings since give; None if it is not of this history's beginning."""
    if before is None or not before.files.items() <= files.items():
        return None
    history = history_folder(folder.path)
    since = [read_file(path) for path in sitting_files(history) if path.name not in before.files]
    readings = list(in_order(since))
    if not comes_after(readings, before.tips) or not _alone(readings, before.tips):
        return None
    account = Account(folder, undos.replayed)
    try:
        _revive(before, account, undos)
    except (DamagedError, msgspec.DecodeError) as error:
        _log.warning("a checkpoint was left unused: %s", error)
        return None
    account.take(readings, before.seal_hashes())
    heads, _ = read_heads(history)
    seals = latest(readings, heads, before.tips, before.seal_hashes())
    return Opening(account, undos, readings, (*seals, *without_seal(readings, machine_id())), before)


def _revive(checkpoint: Checkpoint, account: Account, undos: Undos) -> None:
    more = msgspec.json.decode(checkpoint.more[_DESK], type=_More)
    revive(checkpoint, account.replay)
    account.saves, account.stands, account.tallies = more.saves, more.stands, more.tallies
    account.replay.line.outline = msgspec.Raw(more.outline.encode()) if more.outline else None
    account.arrivals.when = more.arrivals
    for name, packed in checkpoint.more.items():
        if name.startswith(_UNDO):
            undos.keep(name.removeprefix(_UNDO), packed)


def _keep(file: Path, opening: Opening, files: dict[str, bytes]) -> None:
    """Keep what an opening gave, before anything else was done with it, if its history is whole and closed."""
    if not _whole(opening, files):
        return
    before, account = opening.before, opening.account
    seals = [seal.hash for reading in opening.readings for seal in reading.seals]
    known = before.seal_hashes() if before is not None else frozenset()
    tips = latest(opening.readings, (), before.tips if before is not None else ())
    try:
        made_now = made(
            account.folder.outline.id, files, (*known, *seals), tips, account.replay, before, _more(opening)
        )
        save(file, made_now)
    except (OSError, ValueError) as error:
        _log.warning("a checkpoint could not be kept: %s", error)


def _whole(opening: Opening, files: dict[str, bytes]) -> bool:
    """Whether every file is closed and without a fault, and all is one line, of this computer alone."""
    readings = opening.readings
    known = {seal.hash for reading in readings for seal in reading.seals}
    known |= opening.before.seal_hashes() if opening.before is not None else frozenset()
    tips = opening.before.tips if opening.before is not None else ()
    return _alone(readings, tips) and all(
        reading.fault is None
        and reading.ended
        and reading.path.name in files
        and reading.sitting is not None
        and known.issuperset(reading.sitting.after)
        for reading in readings
    )


def _more(opening: Opening) -> dict[str, bytes]:
    account = opening.account
    outline = bytes(account.replay.line.outline or b"").decode()
    more = _More(account.saves, outline, account.arrivals.when, _standing(account), account.tallies)
    undos = {_UNDO + scene: packed for scene, packed in opening.undos.packed().items()}
    return {_DESK: msgspec.json.encode(more), **undos}


def _alone(readings: Iterable[Reading], tips: Sequence[str]) -> bool:
    """Whether this computer wrote these, and each goes on from where all that came before had ended."""
    before = set(tips)
    for number, reading in enumerate(readings):
        sitting = reading.sitting
        if sitting is None or sitting.machine != machine_id() or len(sitting.after) > 1:
            return False
        if (number or tips) and not before.intersection(sitting.after):
            return False
        before = {reading.last_seal} if reading.last_seal else {reading.name}
    return True


def _same_outline(account: Account) -> bool:
    """Whether the manuscript is divided as was last recorded, if it was."""
    recorded = read_outline(account.replay.line.outline)
    return recorded is None or recorded == account.folder.outline


def _standing(account: Account) -> dict[str, str]:
    """The digest of every scene as its file should hold it."""
    scenes = account.replay.scenes
    return {
        scene: account.stands.get(scene) or digest(as_read(scenes[scene].text.text))
        for scene in scenes
        if scene not in account.replay.misfits
    }


def _count(account: Account) -> None:
    """Count the scenes whose numbers are not known, so that the next opening need not."""
    scenes = account.replay.scenes
    account.tallies |= {one: keep(tally_of(scenes[one])) for one in scenes if one not in account.tallies}


def _forget_old(folder: Path) -> None:
    """Remove the checkpoints of manuscripts that nobody has closed for long, and what a kill left of others."""
    for path in folder.iterdir() if folder.is_dir() else ():
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - _FORGOTTEN:
                path.unlink()
