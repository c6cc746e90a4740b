"""The program's own log, a small file; what is in it, ``crashes`` sees to.

It is opened for the first thing that is noted: on most days there is none, and no start waits for what writes it.
"""

import logging
from pathlib import Path

NAME = "firsthand.log"
LARGEST = 500_000
"""Bytes; what is older is kept in one file more."""


class LogFile(logging.Handler):
    """Writes what is noted into a file in a folder, which is made for it; nothing where the disk does not let it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        if self._file is None:
            self._file = self._open()
        self._file.handle(record)

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file: logging.Handler = RotatingFileHandler(self._folder / NAME, maxBytes=LARGEST, backupCount=1)
        except OSError:
            return logging.NullHandler()
        file.setFormatter(self.formatter)
        return file

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()
