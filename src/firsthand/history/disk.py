"""Files that survive a kill at any moment: one replaced as a whole, one appended to, both forced to disk."""

import os
from pathlib import Path


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
    """A new file that is appended to. Every method raises OSError if the disk refuses, and can then be called again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unforced = False
        self._fd: int | None = None
        self._end = 0

    def append(self, data: bytes) -> None:
        """Append all of ``data`` or nothing: after a refusal the file is cut back to where it was."""
        file, done = self._open(), 0
        os.lseek(file, self._end, os.SEEK_SET)
        try:
            while done < len(data):
                done += os.write(file, data[done:])
        except OSError:
            os.ftruncate(file, self._end)
            raise
        self._end += done
        self.unforced = True

    def force(self) -> None:
        """Force to disk what was appended."""
        if self.unforced:
            os.fsync(self._open())
            self.unforced = False

    def empty(self) -> None:
        """Take everything out of the file."""
        os.ftruncate(self._open(), 0)
        self._end = 0
        self.unforced = False

    def close(self) -> None:
        """Close the file; it is not appended to any more."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _open(self) -> int:
        if self._fd is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._fd = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o644)
            sync_folder(self.path.parent)
        return self._fd
