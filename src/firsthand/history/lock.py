"""One writer at a time: a lock on a manuscript's history that the system itself lifts when its holder dies."""

import os
import sys
from contextlib import suppress
from io import FileIO
from pathlib import Path

NAME = ".lock"


class Lock:
    """The lock of one history folder. ``held`` says whether this process has it; ``holder`` which computer else has.

    ``trouble`` is what the disk said if there can be no lock.
    """

    def __init__(self, folder: Path) -> None:
        self.held = False
        self.holder = self.trouble = ""
        self._file: FileIO | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = (folder / NAME).open("a+b", buffering=0)
        except OSError as error:
            self.trouble = error.strerror or str(error)
            return
        self.held = _take(self._file)
        with suppress(OSError):  # who holds it is a courtesy to others
            if self.held:
                self._sign(self._file)
            else:
                self.holder = self._read(self._file)

    def release(self) -> None:
        """Give the lock up; the file stays, empty of meaning."""
        file, self._file = self._file, None
        self.held = False
        if file is not None:
            with suppress(OSError):  # it is closed even where closing is said to have failed
                file.close()

    def _sign(self, file: FileIO) -> None:
        file.truncate(1)
        file.seek(1)
        file.write(f"\nprocess {os.getpid()} on {_machine()}\n".encode())

    def _read(self, file: FileIO) -> str:
        file.seek(1)
        return file.read(200).decode("utf-8", "replace").strip().partition(" on ")[2]


def _machine() -> str:
    if sys.platform == "win32":
        import socket

        return socket.gethostname()
    return os.uname().nodename  # as the other says, without all that it imports


def _take(file: FileIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def in_use(folder: Path) -> bool:
    """Whether someone, this process or another, holds the lock of a history folder."""
    try:
        with (folder / NAME).open("r+b", buffering=0) as file:
            return not _take(file)
    except OSError:
        return False
