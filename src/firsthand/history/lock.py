"""One writer at a time: a lock on a manuscript's history that the system itself lifts when its holder dies."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

NAME = ".lock"


class Lock:
    """The lock of one history folder. ``held`` says whether this process has it; ``holder`` who else does."""

    def __init__(self, folder: Path) -> None:
        self.held = False
        self.holder = ""
        self._file: BinaryIO | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = (folder / NAME).open("a+b")
        except OSError:
            return
        self.held = _take(self._file)
        if self.held:
            self._sign()
        else:
            self.holder = self._read()

    def release(self) -> None:
        """Give the lock up; the file stays, empty of meaning."""
        if self._file is not None:
            self._file.close()
            self._file = None
        self.held = False

    def _sign(self) -> None:
        if self._file is not None:
            self._file.truncate(1)
            self._file.seek(1)
            self._file.write(f"\nprocess {os.getpid()} on {_machine()}\n".encode())
            self._file.flush()

    def _read(self) -> str:
        if self._file is None:
            return ""
        self._file.seek(1)
        return self._file.read(200).decode("utf-8", "replace").strip()


def _machine() -> str:
    import socket

    return socket.gethostname()


def _take(file: BinaryIO) -> bool:
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
        with (folder / NAME).open("r+b") as file:
            return not _take(file)
    except OSError:
        return False
