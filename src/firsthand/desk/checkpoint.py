"""Opening a manuscript without replaying all of its history again: what is kept of it between sittings.

The checkpoint lies in this user's cache, never in the manuscript, which may be synchronised. It is only ever a shorter
way to what ``read_account`` gives: where it does not fit the history on disk, or cannot be read, the history is read
and replayed as a whole. So it is where computers have written apart, until what each of them wrote is joined; and where
several have, if a scene's file is not as the history left it. Reports, verification and the past of a scene read the
history itself.
"""

import hashlib
import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec

from firsthand.desk.places import cache_folder, machine_id
from firsthand.desk.reading import Account, Saves, as_read, digest, history_folder, read_account, read_outline
from firsthand.desk.tallies import Kept, keep, tally_of
from firsthand.desk.undo import Undos
from firsthand.history import HistoryError, Reading
from firsthand.history.branches import Branches
from firsthand.history.checkpoint import Checkpoint, Print, comes_after, fingerprints, load, made, revive, save
from firsthand.history.disk import Look, look_at, settled
from firsthand.history.heads import read_heads
from firsthand.history.packing import DamagedError, units_of
from firsthand.history.reading import read_file, sitting_names
from firsthand.history.verification import in_order, latest, without_seal
from firsthand.manuscript import Entry, Folder, ManuscriptError
from firsthand.provenance.units import from_units

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
    sittings: dict[str, tuple[str, int]]
    named: str
    tallies: dict[str, Kept]
    looks: dict[str, tuple[str, Look]]


class Opening(msgspec.Struct, frozen=True):
    """What opening a manuscript begins with.

    ``latest`` is what a new sitting's journal says that it comes after, first what it goes on from. ``readings`` are
    the sittings that were read: all, or those since ``before``, the checkpoint used.
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
    before = load(file, folder.outline.id)
    files = _fingerprints(folder, before)
    opening = _shortened(folder, undos, before, files)
    if opening is None or not _same_outline(opening.account) or not _same_files(opening.account):
        undos.forget()
        account = read_account(folder, undos.replayed)
        opening = Opening(account, undos, account.history.readings, account.after)
        _keep(file, opening, files)
    return opening


def keep_checkpoint(folder: Folder) -> None:
    """Bring the checkpoint of a manuscript that was closed to where its history ends now.

    For a thread that need not hurry: every byte of the history is looked at, so that what goes bad on a disk is told of
    at the next opening, for which there is no checkpoint then. Where there is none that fits, that makes one. A history
    that cannot be read, or a disk that refuses, leaves it as it is.
    """
    file, undos = checkpoint_file(folder.outline.id), Undos()
    files = _fingerprints(folder)
    before = load(file, folder.outline.id)
    if before is not None and before.files == files:
        return
    if before is not None and files and not before.fits(files):
        file.unlink(missing_ok=True)
        return
    try:
        opening = _shortened(folder, undos, before, files)
    except HistoryError as error:
        _log.warning("a checkpoint was left as it was: %s", error)
        return
    if opening is not None:
        _count(opening.account)
        opening.account.looks = dict(_looks(opening.account))
        _keep(file, opening, files)
    _forget_old(file.parent)


def _fingerprints(folder: Folder, before: Checkpoint | None = None) -> dict[str, Print]:
    try:
        return fingerprints(history_folder(folder.path), before.files if before is not None else None)
    except OSError:
        return {}


def _shortened(folder: Folder, undos: Undos, before: Checkpoint | None, files: dict[str, Print]) -> Opening | None:
    """What the checkpoint and the sittings since give; None if it is not of this history's beginning."""
    if before is None or not before.fits(files):
        return None
    history = history_folder(folder.path)
    since = [read_file(history / name) for name in sitting_names(history) if name not in before.files]
    readings = list(in_order(since))
    if not comes_after(readings, before.tips):
        return None
    account = Account(folder, undos.replayed)
    try:
        _revive(before, account, undos)
    except (DamagedError, msgspec.DecodeError) as error:
        _log.warning("a checkpoint was left unused: %s", error)
        return None
    apart = account.apart
    if not _one_line(readings, account.named):
        return None
    account.take(readings, before.seal_hashes())
    if account.apart is not apart:
        return None  # what was one computer's is looked at with other eyes
    heads, _ = read_heads(history)
    seals = latest(readings, heads, before.tips, before.seal_hashes())
    after = (account.named, *seals, *without_seal(readings, machine_id()))
    return Opening(account, undos, readings, tuple(dict.fromkeys(one for one in after if one)), before)


def _revive(checkpoint: Checkpoint, account: Account, undos: Undos) -> None:
    more = msgspec.json.decode(checkpoint.more[_DESK], type=_More)
    revive(checkpoint, account.replay)
    account.saves, account.stands = more.saves, more.stands
    account.sittings, account.named, account.tallies = more.sittings, more.named, more.tallies
    account.looks = more.looks
    account.texts = {scene: partial(_read_again, data) for scene, data in checkpoint.scenes}
    account.replay.line.outline = msgspec.Raw(more.outline.encode()) if more.outline else None
    account.arrivals.when = more.arrivals
    for name, packed in checkpoint.more.items():
        if name.startswith(_UNDO):
            undos.keep(name.removeprefix(_UNDO), packed)


def _read_again(packed: bytes) -> str:
    """What the file of a scene holds that is as it was when the scene was packed."""
    return as_read(from_units(units_of(packed)))


def _keep(file: Path, opening: Opening, files: dict[str, Print]) -> None:
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


def _whole(opening: Opening, files: dict[str, Print]) -> bool:
    """Whether every file is closed and without a fault, and one line holds all."""
    known = {seal.hash for reading in opening.readings for seal in reading.seals}
    known |= opening.before.seal_hashes() if opening.before is not None else frozenset()
    return _joined(opening.account.branches) and all(
        reading.fault is None
        and reading.ended
        and reading.path.name in files
        and reading.sitting is not None
        and known.issuperset(reading.sitting.after)
        for reading in opening.readings
    )


def _joined(branches: Branches) -> bool:
    """Whether the main line holds all of every other; one that was not looked for is not there."""
    held = branches.held(branches.main)
    return all(held.get(number, -1) >= len(one.records) for number, one in enumerate(branches.readings))


def _more(opening: Opening) -> dict[str, bytes]:
    account = opening.account
    outline = bytes(account.replay.line.outline or b"").decode()
    when, sittings = account.arrivals.when, account.sittings
    stands, looks = _standing(account), account.looks
    more = _More(account.saves, outline, when, stands, sittings, account.named, account.tallies, looks)
    undos = {_UNDO + scene: packed for scene, packed in opening.undos.packed().items()}
    return {_DESK: msgspec.json.encode(more), **undos}


def _one_line(readings: Iterable[Reading], named: str) -> bool:
    """Whether each sitting goes on from where the one before it ended, the first from what is ``named``.

    One that another computer has not closed may still grow, and goes on from its seals only.
    """
    here = machine_id()
    for reading in readings:
        sitting = reading.sitting
        if sitting is None or (sitting.machine != here and (not reading.ended or reading.fault is not None)):
            return False
        if (sitting.after[0] if sitting.after else "") != named:
            return False
        named = reading.last_seal or sitting.id
    return True


def _same_outline(account: Account) -> bool:
    """Whether the manuscript is divided as was last recorded, if it was."""
    recorded = read_outline(account.replay.line.outline)
    return recorded is None or recorded == account.folder.outline


def _same_files(account: Account) -> bool:
    """Whether every scene's file is as the history left it, or only one computer ever wrote."""
    if not account.apart:
        return True
    stands, entries = _standing(account), account.folder.outline.entries
    try:
        return all(digest(account.folder.read(entry)) == stands.get(entry.id) for entry in entries)
    except ManuscriptError:
        return False


def _standing(account: Account) -> dict[str, str]:
    """The digest of every scene as its file should hold it."""
    scenes = account.replay.scenes
    return {
        scene: account.stands.get(scene) or digest(as_read(scenes[scene].text.text))
        for scene in scenes
        if scene not in account.replay.misfits
    }


def _looks(account: Account) -> Iterator[tuple[str, tuple[str, Look]]]:
    """How the files look that hold what they should: the next opening need not read one that looks so still.

    One whose line ends are put right when it is read is not among them.
    """
    folder, stands = account.folder, _standing(account)
    for entry in folder.outline.entries:
        path = f"{folder.path}/{entry.file}"
        look = settled(look_at(path))
        if look is None or entry.id not in stands:
            continue
        known = account.looks.get(entry.id) == (entry.file, look) and entry.id in account.stands
        if known or _holds(folder, entry, stands[entry.id]):
            yield entry.id, (entry.file, look)


def _holds(folder: Folder, entry: Entry, stands: str) -> bool:
    """Whether a scene's file can be read, and its very bytes have this digest."""
    try:
        return digest(folder.read(entry)) == stands == hashlib.sha256(folder.file(entry).read_bytes()).hexdigest()
    except (ManuscriptError, OSError):
        return False


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
