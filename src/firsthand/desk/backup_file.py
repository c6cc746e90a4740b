"""One backup: a zip file of a whole manuscript, and what is known of it without unpacking it.

The zip holds the folder's files by their names, and last ``backup.json``: when it was made and of what, and the SHA-256
of every file. Any program that opens zip files gives the words back without Firsthand.
"""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath

import msgspec

from firsthand.history import milliseconds
from firsthand.saying import say

FORMAT = 0
"""The version of ``backup.json`` that this program writes, and the newest that it reads."""

ACCOUNT = "backup.json"
SUFFIX = ".zip"
_BLOCK = 1 << 20


class BackupError(Exception):
    """A backup cannot be made, read or restored; the text says what happened and what to do."""


class Account(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a backup says of itself: ``when`` is ISO 8601 in UTC, ``place`` the manuscript's folder.

    ``words`` are those of all scenes, ``scenes`` how many there are, ``doubt`` a sentence on why it may be worth less
    than the one before it (empty: it is not). ``files`` are the SHA-256 in hex of every file, by its name in the zip.
    """

    format: int
    manuscript: str
    title: str
    place: str
    when: str
    words: int
    scenes: int
    files: dict[str, str]
    doubt: str = ""

    def __post_init__(self) -> None:
        milliseconds(self.when)


class Backup(msgspec.Struct, frozen=True):
    """A backup on disk: its file, what it says of itself, and its size in bytes."""

    path: Path
    account: Account
    size: int

    @property
    def made(self) -> datetime:
        """When it was made, by the clock on the wall here."""
        return datetime.fromisoformat(self.account.when).astimezone()

    @property
    def doubtful(self) -> bool:
        return bool(self.account.doubt)


def read_backup(path: Path) -> Backup:
    """What a backup says of itself. BackupError if it is none, is damaged at its end, or is of a newer Firsthand."""
    with _opened(path) as archive:
        account = msgspec.json.decode(archive.read(ACCOUNT), type=Account)
    if account.format > FORMAT:
        raise BackupError(
            say("The backup {name} was made by a newer Firsthand; install that to open it.", name=path.name)
        )
    return Backup(path, account, path.stat().st_size)


def check_backup(backup: Backup) -> None:
    """Read every byte of a backup. BackupError if a file of it is missing, is one too many, or is not what it was."""
    with _opened(backup.path) as archive:
        names = set(archive.namelist()) - {ACCOUNT}
        if names != set(backup.account.files):
            raise _damaged(backup.path)
        for name, expected in backup.account.files.items():
            if _digest_in(archive, name) != expected:
                raise _damaged(backup.path)


def unpack_backup(backup: Backup, into: Path) -> None:
    """Put every file of a backup into a folder, each checked. BackupError if it is damaged or names a place outside."""
    unpack(backup.path, backup.account.files, into)


def unpack(path: Path, files: Mapping[str, str], into: Path) -> None:
    """Put these files of a zip (their SHA-256, in hex, by name) into a folder, each checked. As ``unpack_backup``."""
    for name in files:
        if not _inside(name):
            raise BackupError(
                say(
                    "The backup {name} names a file outside its folder ({file}); it was not opened.",
                    name=path.name,
                    file=name,
                )
            )
    with _opened(path) as archive:
        for name, expected in files.items():
            data = archive.read(name)
            if hashlib.sha256(data).hexdigest() != expected:
                raise _damaged(path)
            target = into.joinpath(*PurePosixPath(name).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _inside(name: str) -> bool:
    """Whether a name stays in the folder that it is unpacked into, on any system."""
    parts = re.split(r"[/\\]", name)
    return ".." not in parts and "" not in parts and not re.match(r"[A-Za-z]:", name)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except OSError as error:
        raise BackupError(
            say("The backup {name} cannot be read or unpacked ({why}).", name=path.name, why=error)
        ) from error
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        KeyError,
        EOFError,
        NotImplementedError,
        ValueError,
        zlib.error,
    ) as error:
        raise _damaged(path) from error


def _digest_in(archive: zipfile.ZipFile, name: str) -> str:
    known = hashlib.sha256()
    with archive.open(name) as file:
        while block := file.read(_BLOCK):
            known.update(block)
    return known.hexdigest()


def _damaged(path: Path) -> BackupError:
    return BackupError(
        say("The backup {name} is damaged, so nothing was taken from it. Choose another one.", name=path.name)
    )
