"""The shim that makes system calls fail (``shim.c``), built where there is a compiler, and its functions."""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

_SOURCE = Path(__file__).with_name("shim.c")
_LIBRARY = "FIRSTHAND_FAULTS"


class Fault(IntEnum):
    """What befalls a call. ``SHORT``: half of a write is done, other calls fail. ``LOST``: what a failed fsync was to
    force is gone from the file, as on systems that drop it."""

    NO_SPACE = errno.ENOSPC
    IO_ERROR = errno.EIO
    PERMISSION = errno.EACCES
    SHORT = -1
    LOST = -2


FOR_EVER = 1_000_000_000


def why_not() -> str:
    """Why no call can be made to fail here; empty if they can."""
    if sys.platform != "linux":
        return "calls are made to fail by LD_PRELOAD, which is Linux's"
    return "" if shutil.which("cc") else "there is no C compiler here"


def build(folder: Path) -> Path:
    """The shim, compiled into a folder."""
    library = folder / "shim.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, _SOURCE, "-ldl"], check=True)
    return library


def environment(library: Path) -> dict[str, str]:
    """The environment of a process that has the shim."""
    return {**os.environ, "LD_PRELOAD": str(library), _LIBRARY: str(library)}


class BadDisk:
    """The shim of this process, which was begun with ``environment``."""

    def __init__(self, folder: Path) -> None:
        self._shim = ctypes.CDLL(os.environ[_LIBRARY])
        self._shim.faults_what.restype = ctypes.c_char_p
        self._shim.faults_count.restype = self._shim.faults_hits.restype = ctypes.c_long
        self._shim.faults_arm.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_int)
        self._shim.faults_folder(os.fsencode(folder))

    def arm(self, first: int, last: int, fault: Fault) -> None:
        """Let the calls from the ``first`` to the ``last`` fail; they are counted from 1 now."""
        self._shim.faults_arm(first, last, int(fault))

    def recover(self) -> None:
        """No call fails any more."""
        self._shim.faults_recover()

    @property
    def count(self) -> int:
        """How many calls there were."""
        return int(self._shim.faults_count())

    @property
    def hits(self) -> int:
        """How many calls were made to fail."""
        return int(self._shim.faults_hits())

    @property
    def what(self) -> str:
        """The first call that was, and its file, if the call named it."""
        return os.fsdecode(self._shim.faults_what()).strip()
