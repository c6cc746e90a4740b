"""What is noted when something fails inside: where in the program, never with what words.

A note names the kind of the failure and the places in the program it came through. What a failure *says* is left out,
and so are the values it happened to, for both can hold words of a manuscript. Notes lie beside the program's log, are
shown to the author, and are never sent. A crash of native code is noted by Python's own fault handler, which writes
places only; it is found at the next start.
"""

import errno
import faulthandler
import logging
import os
import platform
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from firsthand import __version__
from firsthand.desk.places import log_folder
from firsthand.history import replace_file
from firsthand.patterns import late

MOST = 10
"""Notes that are kept; older ones go."""

_PREFIX = "problem-"
_NATIVE = "native-"
_DEEPEST = 8
_FOLDERS = late(r'"[^"\n]*?[\\/]((?:firsthand|site-packages|lib)[\\/][^"\n]*)"')


def described(error: BaseException) -> str:
    """The failure in lines: its kind, what it came of, and every place it went through; nothing that it says."""
    return "\n".join(_lines(error, _DEEPEST))


def _lines(error: BaseException, deep: int) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and deep:
        yield from _lines(before, deep - 1)
        yield "which led to"
    yield _kind(error)
    for place, line in traceback.walk_tb(error.__traceback__):
        yield f"  {_file(place.f_code.co_filename)}, line {line}, in {place.f_code.co_qualname}"
    if isinstance(error, BaseExceptionGroup) and deep:
        for part in error.exceptions:
            yield "made of"
            yield from _lines(part, deep - 1)


def _kind(error: BaseException) -> str:
    """The class of an error; of the system's errors also which one, by its number."""
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    number = error.errno if isinstance(error, OSError) else None
    return f"{name} ({errno.errorcode.get(number, number)})" if number is not None else name


def _file(name: str) -> str:
    """A program file without the folders above the program, which can name a person."""
    parts = name.replace("\\", "/").split("/")
    for top in ("site-packages", "firsthand"):
        if top in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(top) - (top == "firsthand") :])
    return "/".join(parts[-2:])


class WordlessFormatter(logging.Formatter):
    """Writes the log's lines; of an exception only what `described` tells."""

    def formatException(  # noqa: N802 - logging's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return described(ei[1]) if ei[1] is not None else ""


def note(error: BaseException, folder: Path | None = None) -> Path | None:
    """Keep a note of a failure; its file, or None where none can be written."""
    return _keep(described(error), folder or log_folder())


def notes(folder: Path | None = None) -> list[Path]:
    """The notes that are kept, the latest first."""
    return sorted((folder or log_folder()).glob(f"{_PREFIX}*.txt"), reverse=True)


def forget(folder: Path | None = None) -> None:
    """Remove all notes."""
    for file in notes(folder):
        with suppress(OSError):
            file.unlink()


def _keep(what: str, folder: Path) -> Path | None:
    now = datetime.now(UTC)
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    head = [f"Firsthand {__version__}, {now:%Y-%m-%d %H:%M} UTC", f"Python {platform.python_version()}, {system}"]
    file = folder / f"{_PREFIX}{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(file, "\n".join([*head, "", what, ""]).encode("utf-8", "replace"))
        for old in notes(folder)[MOST:]:
            old.unlink()
    except OSError:
        return None
    return file


class NativeCrashes:
    """Has crashes of native code noted while it lives, in a file of this process's own, and finds those of before."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or log_folder()
        self._file = self._folder / f"{_NATIVE}{os.getpid()}.txt"
        self._open: IO[str] | None = None

    def watch(self) -> None:
        """Begin. Where the file cannot be made, nothing is noted."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._open = self._file.open("w", encoding="utf-8")
            faulthandler.enable(self._open)

    def found(self) -> Path | None:
        """The note of the latest native crash since the program was last here, or None."""
        made = None
        for file in self._folder.glob(f"{_NATIVE}*.txt"):
            if file != self._file and not _runs(file.stem.removeprefix(_NATIVE)):
                with suppress(OSError, UnicodeDecodeError):
                    said = file.read_text("utf-8")
                    file.unlink()
                    made = _keep(_FOLDERS().sub(r'"\1"', said), self._folder) if said.strip() else made
        return made

    def end(self) -> None:
        """The program ends as it should."""
        if self._open is not None:
            faulthandler.disable()
            self._open.close()
            self._open = None
            with suppress(OSError):
                self._file.unlink()


def _runs(number: str) -> bool:
    """Whether a process of this number is there. Windows says nothing of that: there an open file cannot be removed."""
    if sys.platform == "win32" or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True
