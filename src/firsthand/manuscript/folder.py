"""A manuscript on disk: a folder of Markdown scenes in the order that ``manuscript.toml`` gives.

The files say what the words are; whose they are is the history's matter. A scene's text is its file, byte for byte in
UTF-8, one line a paragraph; only the line ends of a file that came with CRLF are put right on reading and put back on
writing. Names of files are names a person can read.
"""

import contextlib
import os
import re
import tomllib
from pathlib import Path

import msgspec

from firsthand.history import replace_file
from firsthand.manuscript.names import stem
from firsthand.manuscript.outline import Entry, Outline, new_id
from firsthand.manuscript.outline_file import OutlineFile
from firsthand.manuscript.outline_toml import read_toml
from firsthand.manuscript.relocating import SCENES, Names, Relocation, renamed
from firsthand.manuscript.trust import (
    FORMAT,
    NAME,
    DamagedError,
    ManuscriptError,
    OutsideError,
    check_outline,
    known_format,
    stays_inside,
)
from firsthand.saying import say

LONGEST = 500_000
"""Characters of the longest paragraph that can be set on a page: the layout of one takes as long as it is."""


class Folder:
    """One manuscript's folder. Reads and writes its files; knows nothing of origins."""

    def __init__(self, path: Path, outline: Outline) -> None:
        self.path = path
        self.outline = outline
        self._line_ends: dict[str, str] = {}
        self._file = OutlineFile()
        self._text = ""  # what manuscript.toml held when it was last read for writing, or written

    @classmethod
    def open(cls, path: Path) -> "Folder":
        """The manuscript in the folder. ManuscriptError says in a sentence why it is none."""
        file = path / NAME
        if not path.is_dir():
            raise ManuscriptError(
                say("There is no folder {path}; choose the folder that holds {outline}.", path=path, outline=NAME)
            )
        if not file.is_file():
            raise ManuscriptError(
                say(
                    "The folder {name} is not a manuscript: it has no {outline}. Nothing was changed; choose "
                    "another folder, or make a new manuscript.",
                    name=path.name,
                    outline=NAME,
                )
            )
        if not stays_inside(path, NAME):
            raise ManuscriptError(
                say(
                    "{outline} in {name} leads out of the folder, so the manuscript was not opened.",
                    outline=NAME,
                    name=path.name,
                )
            )
        try:
            text, outline = _read(file)
        except OSError as error:
            raise ManuscriptError(say("{outline} cannot be read: {why}.", outline=NAME, why=error)) from error
        check_outline(outline, path)
        folder = cls(path, outline)
        folder._text = text if folder._file.plain(text, outline) else ""
        return folder

    @staticmethod
    def read_outline(file: Path) -> Outline:
        """The outline in a file. OSError if it cannot be read, ManuscriptError if it is none."""
        return _read(file)[1]

    @classmethod
    def create(cls, path: Path, title: str) -> "Folder":
        """A new manuscript with one chapter and one empty scene in a folder that is empty or not there yet."""
        try:
            path.mkdir(parents=True, exist_ok=True)
            if any(path.iterdir()):
                raise ManuscriptError(
                    say("The folder {name} is not empty; choose a new one for the manuscript.", name=path.name)
                )
            folder = cls(path, Outline(FORMAT, new_id(), title))
            folder.save()
        except OSError as error:
            raise ManuscriptError(
                say("The manuscript cannot be made in {path}: {why}. Choose another folder.", path=path, why=error)
            ) from error
        return folder

    def save(self) -> None:
        """Write ``manuscript.toml``, keeping what the author wrote in it beside what changed.

        ManuscriptError if the disk refuses; the old file is then still whole.
        """
        with contextlib.suppress(OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            text = (self.path / NAME).read_text("utf-8")
            if text != self._text and _is_outline(text):
                fresh = OutlineFile()
                fresh.read(text)
                self._file, self._text = fresh, text
        wanted = self._file.text(self.outline)
        self._write(NAME, wanted.encode("utf-8", "replace"))
        self._text = wanted

    def read(self, entry: Entry) -> str:
        """The text of a scene or note; empty if its file is not there. ManuscriptError if it cannot be read.

        OutsideError, which is one, if it lies elsewhere.
        """
        path = self.file(entry)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise ManuscriptError(say("“{title}” cannot be read: {why}.", title=entry.title, why=error)) from error
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ManuscriptError(
                say(
                    "“{title}” ({file}) is not UTF-8 text (byte {byte}). The file was left as it is; save it "
                    "as UTF-8 in the program that wrote it, then open the scene again.",
                    title=entry.title,
                    file=entry.file,
                    byte=error.start,
                )
            ) from error
        plain = unix_text(text)
        if overlong(plain):
            raise ManuscriptError(
                say(
                    "“{title}” ({file}) has a paragraph of more than {longest:,} characters, which no page "
                    "can set. The file was left as it is; divide the paragraph in a text editor, then open "
                    "the scene again.",
                    title=entry.title,
                    file=entry.file,
                    longest=LONGEST,
                )
            )
        self._line_ends[entry.id] = "\n" if plain == text else "\r\n"
        return plain

    def write(self, entry: Entry, text: str) -> None:
        """Put the text in the scene's file, whole or not at all. ManuscriptError if the disk refuses.

        A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD in the file; the history keeps it.
        """
        if not (self.path / NAME).is_file():
            raise ManuscriptError(
                say(
                    "The manuscript’s folder {path} is not there any more. What you write is kept in the "
                    "window; bring the folder or its drive back, and it is saved.",
                    path=self.path,
                )
            )
        ends = "\n" if "\r" in text else self._line_ends.get(entry.id, "\n")
        self._write(entry.file, file_text(text).replace("\n", ends).encode("utf-8"))

    def file(self, entry: Entry) -> Path:
        """Where the scene's file is. OutsideError if that is not in the manuscript's folder."""
        if not stays_inside(self.path, entry.file):
            raise OutsideError(entry)
        return self.path / entry.file

    def file_for(self, title: str, folder: str = SCENES) -> str:
        """A name in ``folder`` that is not taken, made from a title by what all three systems allow."""
        return Names(self.path, (entry.file for entry in self.outline.entries)).free(folder, stem(title))

    def arrange(self, outline: Outline) -> None:
        """Make this the outline, on the disk too; files are renamed as its titles and places want it.

        ManuscriptError, and nothing changed, if the disk refuses.
        """
        before, after = self.outline, renamed(self.path, self.outline, outline)
        relocation = Relocation(self.path, before, after)
        try:
            relocation.begin()
        except OSError as error:
            raise ManuscriptError(
                say("The files cannot be renamed ({why}), so nothing was changed. Your words are safe.", why=error)
            ) from error
        self.outline = after
        try:
            self.save()
        except ManuscriptError:
            self.outline = before
            relocation.take_back()
            raise
        relocation.finish()

    def _write(self, file: str, data: bytes) -> None:
        path = self.path / file
        if not stays_inside(self.path, file):
            raise ManuscriptError(
                say(
                    "{name} was not saved: its folder is now a link that leads out of the manuscript. Your "
                    "words are safe in the history; put the folder back in its place.",
                    name=path.name,
                )
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)
        except OSError as error:
            raise ManuscriptError(
                say(
                    "{name} cannot be saved ({why}). Your words are safe in the window and in the file as it "
                    "last was; Firsthand tries again at the next pause.",
                    name=path.name,
                    why=error,
                )
            ) from error


def _read(file: Path) -> tuple[str, Outline]:
    """A file's text, and the outline that it is."""
    try:
        text = file.read_text("utf-8")
        return text, msgspec.convert(known_format(read_toml(text)), Outline)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise DamagedError(
            say(
                "{outline} in {name} is damaged ({error}). Your scenes are untouched beside it; mend the "
                "file in a text editor, put back a copy, or have it made again with `firsthand repair`.",
                outline=file.name,
                name=file.parent.name,
                error=error,
            )
        ) from error


def _is_outline(text: str) -> bool:
    """Whether a file that may have been written by another program since is one whose lines can be kept."""
    try:
        msgspec.convert(known_format(read_toml(text)), Outline)
    except (msgspec.ValidationError, ManuscriptError):
        return False
    return True


def file_text(text: str) -> str:
    """The text as a UTF-8 file can hold it."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def overlong(text: str) -> bool:
    """Whether a paragraph of the text is longer than any page can set."""
    return len(text) > LONGEST and any(len(line) > LONGEST for line in text.split("\n"))


def unix_text(text: str) -> str:
    """The text with every CRLF as a line feed, if all its lines end so; a text of mixed ends stays as it is."""
    if "\r" not in text:
        return text
    ends = set(re.findall(r"\r\n|\n|\r", text))
    return text.replace("\r\n", "\n") if ends == {"\r\n"} else text


def writable(path: Path) -> bool:
    """Whether files can be made in the folder."""
    return os.access(path, os.W_OK | os.X_OK)
