"""Files that survive a kill at any moment: one replaced as a whole, one appended to, both forced to disk."""

import os
import stat
import threading
import time
from contextlib import suppress
from pathlib import Path

Look = tuple[int, int, int, int]
"""How a file looks to the file system: its size, when it was last written and otherwise changed (ns), its place."""

SETTLES = 3.0
"""Seconds after which a file cannot be changed and look as before, on disks with the coarsest of clocks."""


def look_at(path: str) -> Look | None:
    """How a file looks now; None if there is none, or it is a link or anything else that is no file."""
    try:
        found = os.lstat(path)  # a path of text: there are thousands of them
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def settled(look: Look | None) -> Look | None:
    """A look that was just taken, if whatever is done to the file from now on makes it another; else None."""
    return look if look is not None and max(look[1:3]) < time.time_ns() - SETTLES * 1e9 else None


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the file's place, whole or not at all: a temporary file, forced to disk, then renamed."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force the folder's own entries to disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Grown:
    """A new file that is appended to. Every method raises OSError if the disk refuses, and can then be called again.

    What was appended and not yet forced to disk is kept: a system that fails to force a file may forget what it was
    to write, and say at the next try that all is well. So it is then written once more. One thread may append while
    another one forces, which can take long; all else is for one thread at a time.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._fd: int | None = None
        self._end = self._forced = 0
        self._kept: list[bytes] = []
        self._lock = threading.Lock()
        self._doubtful = False  # whether the file may hold something else than it should
        self._new = False  # whether its folder may not know of it yet

    @property
    def unforced(self) -> bool:
        """Whether something that was appended is not forced to disk."""
        return bool(self._kept)

    def append(self, data: bytes) -> None:
        """Append all of ``data`` or nothing: after a refusal the file is cut back to where it was."""
        with self._lock:
            file = self._open()
            self._settle(file)
            try:
                _write(file, data, self._end)
            except OSError:
                self._doubtful = True
                with suppress(OSError):
                    os.ftruncate(file, self._end)
                raise
            self._end += len(data)
            self._kept.append(data)

    def force(self) -> None:
        """Force to disk what was appended before."""
        with self._lock:
            if not self._kept:
                return
            file = self._open()
            self._settle(file)
            count, end = len(self._kept), self._end
        try:
            os.fsync(file)
        except OSError:
            with self._lock:
                self._doubtful = True
            raise
        with self._lock:
            self._forced = end
            del self._kept[:count]

    def empty(self) -> None:
        """Take everything out of the file."""
        with self._lock:
            os.ftruncate(self._open(), 0)
            self._end = self._forced = 0
            self._kept, self._doubtful = [], False

    def close(self) -> None:
        """Close the file, of which all was forced to disk; it is not appended to any more."""
        if self._fd is not None:
            file, self._fd = self._fd, None  # it is closed even where closing is said to have failed
            os.close(file)

    def _settle(self, file: int) -> None:
        """Where the file may hold something else, write again what came since it was last forced, and nothing more."""
        if self._doubtful:
            _write(file, b"".join(self._kept), self._forced)
            os.ftruncate(file, self._end)
            self._doubtful = False

    def _open(self) -> int:
        if self._fd is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._fd = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o644)
            self._new = True
        if self._new:
            sync_folder(self.path.parent)
            self._new = False
        return self._fd


def _write(file: int, data: bytes, at: int) -> None:
    os.lseek(file, at, os.SEEK_SET)
    done = 0
    while done < len(data):
        done += os.write(file, data[done:])
