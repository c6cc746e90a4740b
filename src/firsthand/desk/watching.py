"""The scenes' files as Firsthand last read or wrote them, and what another program has made of one since.

A look at a file costs one question to the file system; it is read only when its time, size or place on the disk is
another. Nothing of another program's is ever written over: what cannot be taken in is kept in a file beside.
"""

import contextlib
import os
from pathlib import Path

import msgspec

from firsthand.desk.reading import Unread, as_read, digest
from firsthand.history import replace_file
from firsthand.manuscript import Entry, Folder, ManuscriptError
from firsthand.saying import say

_Look = tuple[int, int, int]


class _Known(msgspec.Struct):
    """What a file holds, and how it looked to the file system; None if that is not known."""

    text: str | Unread
    look: _Look | None

    def whole(self) -> str:
        """All of the text."""
        if isinstance(self.text, Unread):
            self.text = self.text.read()
        return self.text

    def is_it(self, text: str) -> bool:
        """Whether the file holds this text."""
        return digest(text) == self.text.sha256 if isinstance(self.text, Unread) else text == self.text


class Files:
    """What the files of a manuscript hold, as far as is known.

    Not to be used by two threads at once.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._known: dict[str, _Known] = {}
        self._met: dict[str, _Known] = {}
        self._tried: dict[str, set[str]] = {}  # digests of what a disk refused, which may be in its place nevertheless

    def knows(self, entry: Entry, text: str | Unread) -> None:
        """``text`` was just read from the scene's file, or is known to stand in it."""
        self._tried.pop(entry.id, None)
        self._known[entry.id] = _Known(text, self._look(entry))

    def known(self, scene: str) -> str | None:
        """The text of a scene's file when it was last read or written; None if it never was."""
        known = self._known.get(scene)
        return known.whole() if known is not None else None

    def news(self, entry: Entry) -> str | None:
        """The text of a scene's file if another program has changed it; news until it is ``taken``.

        None if it is as it was, or if there is nothing to take in: the file is gone or empty, cannot be read, or is not
        UTF-8, as it may be for a moment while it is written.
        """
        known, look = self._known.get(entry.id), self._look(entry)
        if known is None or look is None or look == known.look:
            return None
        try:
            text = self._folder.read(entry)
        except ManuscriptError:
            return None
        same = known.is_it(text)
        if not text and not same:
            return None
        self._met[entry.id] = _Known(text, look)
        if same or digest(text) in self._tried.get(entry.id, ()):
            self.taken(entry)
            return None
        return text

    def taken(self, entry: Entry) -> None:
        """The news of a scene's file has been dealt with."""
        self._known[entry.id] = self._met.pop(entry.id)

    def write(self, entry: Entry, text: str, when: str) -> Path | None:
        """Write a scene's file. What another program put there meanwhile is kept beside it: in which file.

        ``when`` says the moment, for the name of that file. ManuscriptError if the disk refuses.
        """
        kept = self._kept(entry, when)
        self._tried.setdefault(entry.id, set()).add(digest(as_read(text)))
        self._folder.write(entry, text)
        self.knows(entry, as_read(text))
        return kept

    def keep_beside(self, entry: Entry, when: str) -> Path:
        """Keep a copy of the scene's file as it is beside it: which file. ManuscriptError if the disk refuses."""
        path = self._folder.file(entry)
        copy = _free(path, when)
        try:
            replace_file(copy, path.read_bytes())
        except OSError as error:
            raise ManuscriptError(say("{file} cannot be saved: {why}.", file=entry.file, why=error)) from error
        return copy

    def forget(self, entry: Entry) -> None:
        """The scene, which has no words, is out of the outline: its file goes, if it is as it was last written."""
        known = self._known.pop(entry.id, None)
        with contextlib.suppress(OSError, ManuscriptError):
            if known is not None and known.is_it(self._folder.read(entry)):
                self._folder.file(entry).unlink()

    def _kept(self, entry: Entry, when: str) -> Path | None:
        known, look = self._known.get(entry.id), self._look(entry)
        if known is None or look is None:
            return None
        try:
            text = self._folder.read(entry)
            same = not text or known.is_it(text) or digest(text) in self._tried.get(entry.id, ())
        except ManuscriptError as error:
            if isinstance(error.__cause__, OSError):
                raise ManuscriptError(
                    say(
                        "{file} cannot be saved, as it cannot be read ({why}). Your words are safe in the "
                        "window; Firsthand tries again at the next pause.",
                        file=entry.file,
                        why=error.__cause__,
                    )
                ) from error
            same = False  # it is not UTF-8
        return None if same else self.keep_beside(entry, when)

    def _look(self, entry: Entry) -> _Look | None:
        try:
            found = os.stat(f"{self._folder.path}/{entry.file}")  # noqa: PTH116 - ten thousand of them, every two seconds
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def _free(path: Path, when: str) -> Path:
    """A name beside ``path`` that says what the file is, and that no file has."""
    stem = f"{path.stem} (changed outside {when[:19].replace(':', '.')})"
    copy, number = path.with_name(f"{stem}.md"), 2
    while copy.exists():
        copy, number = path.with_name(f"{stem} {number}.md"), number + 1
    return copy
