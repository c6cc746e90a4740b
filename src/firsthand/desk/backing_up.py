"""Backups of a manuscript: made beside, read back and checked, and only then given their name; old ones go last.

A backup holds the folder whole, state and history; left out are what other programs keep in hidden folders, the lock
and unfinished files. It is written under a temporary name and forced to disk, every file of it is read again and
compared, its history is verified as any other, and it is renamed. Only then may old ones go (``rotation``), of which a
backup that holds less than the one before never replaces any. Nothing here ever writes into the manuscript's folder.
"""

import hashlib
import os
import tempfile
import time
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from firsthand.desk.backup_file import (
    ACCOUNT,
    FORMAT,
    SUFFIX,
    Account,
    Backup,
    BackupError,
    check_backup,
    read_backup,
    unpack,
    unpack_backup,
)
from firsthand.desk.reading import HISTORY, history_folder
from firsthand.desk.rotation import kept
from firsthand.desk.sample import free_folder
from firsthand.history import HistoryError, Status, moment, read_history, sync_folder, verify
from firsthand.history.lock import NAME as LOCK
from firsthand.manuscript import Entry, Folder, ManuscriptError
from firsthand.manuscript.names import stem
from firsthand.manuscript.trust import stays_inside
from firsthand.provenance.words import count_words
from firsthand.saying import say

SHRUNK = 10
"""A backup with less than a tenth of the words of the last good one is doubtful."""

_LAST_READ = (".journal", ".jsonl", ".jsonl.zst")
_PACKED = (".zst", ".zip", ".png", ".jpg", ".gz")


def back_up(manuscript: Path, into: Path, now: int | None = None) -> Backup | None:
    """Back up the manuscript in a folder to ``into`` and let old backups go; None if nothing changed since the last.

    ``now`` is milliseconds since 1970 (now, if None). BackupError if the manuscript cannot be read or the disk refuses;
    all backups are as they were then.
    """
    now = time.time_ns() // 1_000_000 if now is None else now
    before = backups(into)
    try:
        folder = Folder.open(manuscript)
        into.mkdir(parents=True, exist_ok=True)
        made = _made(folder, into, before, now)
    except (ManuscriptError, HistoryError) as error:
        raise BackupError(
            say("No backup was made, and the earlier ones are as they were: {error}", error=error)
        ) from error
    except OSError as error:
        raise BackupError(
            say(
                "No backup could be made in {folder} ({why}). Your words are saved in the manuscript as "
                "always; make room, or choose another folder for the backups.",
                folder=into,
                why=error,
            )
        ) from error
    if made is not None:
        _let_go([made, *before], now)
    return made


def backups(folder: Path) -> list[Backup]:
    """Every backup in a folder and in its folders, the latest first; what is none or is damaged is passed over."""
    found = []
    for path in sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else ():
        if not path.name.startswith("."):
            with suppress(BackupError):
                found.append(read_backup(path))
    return sorted(found, key=lambda one: one.made, reverse=True)


def restore_copy(backup: Backup, beside: Path) -> Path:
    """Unpack a backup into a new folder in ``beside``, whole or not at all; where it is.

    What is there already is never touched. BackupError if the backup is damaged or the disk refuses.
    """
    check_backup(backup)
    name = stem(f"{backup.account.title} ({backup.made:%Y-%m-%d %H.%M})")
    try:
        beside.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=beside) as place:
            unpacked = Path(place) / "manuscript"
            unpack_backup(backup, unpacked)
            target = free_folder(beside, name)
            unpacked.rename(target)
    except OSError as error:
        raise BackupError(
            say(
                "The backup could not be unpacked in {folder} ({why}). Choose another folder.", folder=beside, why=error
            )
        ) from error
    return target


# -- making one


def _made(folder: Folder, into: Path, before: list[Backup], now: int) -> Backup | None:
    name = f"{stem(folder.outline.title)} {_local(now):%Y-%m-%d %H.%M.%S}"
    target = _free_file(into, name)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        hashes = _write(temporary, _files(folder.path))
        if before and hashes == before[0].account.files:
            return None
        _add_account(temporary, _account(temporary, hashes, folder, before, now))
        check_backup(read_backup(temporary))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(into)
    return read_backup(target)


def _files(manuscript: Path) -> list[tuple[str, Path]]:
    """What of a manuscript's folder goes into a backup, by the name it gets there, in the order of reading.

    The manuscript may be going on meanwhile, and its files are written history first, and in it from the journal into
    the sealed blocks. So they are read the other way round: no text can then be ahead of the history that knows it.
    """
    found = []
    for place, folders, names in os.walk(manuscript):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place) / name
            inner = path.relative_to(manuscript).as_posix()
            if name != LOCK and not (name.startswith(".") and name.endswith(".tmp")) and path.is_file():
                found += [(inner, path)] if stays_inside(manuscript, inner) else []
    return sorted(found, key=_turn)


def _turn(file: tuple[str, Path]) -> tuple[bool, int, str]:
    name = file[0]
    ending = next((n for n, end in enumerate(_LAST_READ) if name.endswith(end)), -1)
    return name.startswith(f"{HISTORY}/"), ending, name


def _write(target: Path, files: Iterable[tuple[str, Path]]) -> dict[str, str]:
    """Put files into a new zip; their SHA-256, in hex. A file that went meanwhile is left out."""
    hashes = {}
    with zipfile.ZipFile(target, "w") as archive:
        for name, path in files:
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                continue
            how = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, how)
            hashes[name] = hashlib.sha256(data).hexdigest()
    return hashes


def _add_account(target: Path, account: Account) -> None:
    """Put what a backup says of itself into it, last, and force all of it to disk."""
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(ACCOUNT, msgspec.json.format(msgspec.json.encode(account), indent=1))
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def _account(archive: Path, hashes: dict[str, str], folder: Folder, before: list[Backup], now: int) -> Account:
    """What a new backup says of itself, from its own files: unpacked, read and verified like any manuscript."""
    known_as = folder.outline.id
    with tempfile.TemporaryDirectory(prefix="firsthand-backup-") as place:
        unpack(archive, hashes, Path(place))
        copy = Folder.open(Path(place))
        scenes = copy.outline.scenes
        words = sum(_words(copy, scene) for scene in scenes)
        broken = _broken(copy.path, known_as)
    if broken and not _broken(folder.path, known_as):
        raise BackupError(
            say(
                "No backup was made: what was written did not pass its own check. The earlier backups "
                "are as they were, and Firsthand tries again later."
            )
        )
    doubt = say("The history was damaged when it was made.") if broken else _shrunk(words, before)
    where = str(folder.path.resolve())
    return Account(FORMAT, known_as, copy.outline.title, where, moment(now), words, len(scenes), hashes, doubt)


def _words(copy: Folder, scene: Entry) -> int:
    """How many words of a scene are in a backup; none where it cannot be read or lies outside the manuscript."""
    try:
        return count_words(copy.read(scene))
    except ManuscriptError:
        return 0


def _shrunk(words: int, before: Iterable[Backup]) -> str:
    """A sentence if there are far fewer words than in the last good backup."""
    good = next((one.account.words for one in before if not one.doubtful), 0)
    return (
        say("It holds {words} words; the one before it held {good}.", words=words, good=good)
        if words * SHRUNK < good
        else ""
    )


def _broken(manuscript: Path, known_as: str) -> bool:
    """Whether something is wrong with the history; one that is not sealed to its end is merely going on."""
    return verify(read_history(history_folder(manuscript)), known_as).status is Status.BROKEN


def _local(now: int) -> datetime:
    return datetime.fromtimestamp(now / 1000, UTC).astimezone()


def _free_file(folder: Path, name: str) -> Path:
    number = 1
    while (path := folder / (f"{name}{SUFFIX}" if number == 1 else f"{name} {number}{SUFFIX}")).exists():
        number += 1
    return path


def _let_go(found: Iterable[Backup], now: int) -> None:
    """Delete the backups whose time is over; one that cannot be deleted stays."""
    everything = list(found)
    staying = {one.path for one in kept(everything, _local(now))}
    for one in everything:
        if one.path not in staying:
            with suppress(OSError):
                one.path.unlink(missing_ok=True)
