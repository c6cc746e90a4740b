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
from firsthand.manuscript.relocating import SCENES, Names, Relocation, renamed
from firsthand.manuscript.trust import FORMAT, NAME, ManuscriptError, check_outline, known_format, stays_inside


class Folder:
    """One manuscript's folder. Reads and writes its files; knows nothing of origins."""

    def __init__(self, path: Path, outline: Outline) -> None:
        self.path = path
        self.outline = outline
        self._line_ends: dict[str, str] = {}

    @classmethod
    def open(cls, path: Path) -> "Folder":
        """The manuscript in the folder. ManuscriptError says in a sentence why it is none."""
        file = path / NAME
        if not path.is_dir():
            raise ManuscriptError(f"There is no folder {path}; choose the folder that holds {NAME}.")
        if not file.is_file():
            raise ManuscriptError(
                f"The folder {path.name} is not a manuscript: it has no {NAME}. Nothing was changed; "
                "choose another folder, or make a new manuscript."
            )
        if not stays_inside(path, NAME):
            raise ManuscriptError(f"{NAME} in {path.name} leads out of the folder, so the manuscript was not opened.")
        try:
            outline = cls.read_outline(file)
        except OSError as error:
            raise ManuscriptError(f"{NAME} cannot be read: {error.strerror or error}.") from error
        check_outline(outline, path)
        return cls(path, outline)

    @staticmethod
    def read_outline(file: Path) -> Outline:
        """The outline in a file. OSError if it cannot be read, ManuscriptError if it is none."""
        try:
            return msgspec.convert(known_format(OutlineFile().read(file.read_text("utf-8"))), Outline)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
            raise ManuscriptError(
                f"{file.name} in {file.parent.name} is damaged ({error}). Your scenes are untouched beside it; "
                "mend the file in a text editor or put back a copy."
            ) from error

    @classmethod
    def create(cls, path: Path, title: str) -> "Folder":
        """A new manuscript with one chapter and one empty scene in a folder that is empty or not there yet."""
        try:
            path.mkdir(parents=True, exist_ok=True)
            if any(path.iterdir()):
                raise ManuscriptError(f"The folder {path.name} is not empty; choose a new one for the manuscript.")
            folder = cls(path, Outline(FORMAT, new_id(), title))
            folder.save()
        except OSError as error:
            raise ManuscriptError(
                f"The manuscript cannot be made in {path}: {error.strerror or error}. Choose another folder."
            ) from error
        return folder

    def save(self) -> None:
        """Write ``manuscript.toml``, keeping what the author wrote in it beside what changed.

        ManuscriptError if the disk refuses; the old file is then still whole.
        """
        file = OutlineFile()
        with contextlib.suppress(OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            file.read((self.path / NAME).read_text("utf-8"))
        self._write(self.path / NAME, file.text(self.outline).encode("utf-8", "replace"))

    def read(self, entry: Entry) -> str:
        """The text of a scene or note; empty if its file is not there. ManuscriptError if it cannot be read."""
        path = self.file(entry)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise ManuscriptError(f"“{entry.title}” cannot be read: {error.strerror or error}.") from error
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ManuscriptError(
                f"“{entry.title}” ({entry.file}) is not UTF-8 text (byte {error.start}). The file was left as it is; "
                "save it as UTF-8 in the program that wrote it, then open the scene again."
            ) from error
        plain = unix_text(text)
        self._line_ends[entry.id] = "\n" if plain == text else "\r\n"
        return plain

    def write(self, entry: Entry, text: str) -> None:
        """Put the text in the scene's file, whole or not at all. ManuscriptError if the disk refuses.

        A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD in the file; the history keeps it.
        """
        ends = "\n" if "\r" in text else self._line_ends.get(entry.id, "\n")
        self._write(self.file(entry), file_text(text).replace("\n", ends).encode("utf-8"))

    def file(self, entry: Entry) -> Path:
        """Where the scene's file is."""
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
                f"The files cannot be renamed ({error.strerror or error}), so nothing was changed. Your words are safe."
            ) from error
        self.outline = after
        try:
            self.save()
        except ManuscriptError:
            self.outline = before
            relocation.take_back()
            raise
        relocation.finish()

    def _write(self, path: Path, data: bytes) -> None:
        if not stays_inside(self.path, path.relative_to(self.path).as_posix()):
            raise ManuscriptError(
                f"{path.name} was not saved: its folder is now a link that leads out of the manuscript. Your words are "
                "safe in the history; put the folder back in its place."
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)
        except OSError as error:
            raise ManuscriptError(
                f"{path.name} cannot be saved ({error.strerror or error}). Your words are safe in the window and in "
                "the file as it last was; Firsthand tries again at the next pause."
            ) from error


def file_text(text: str) -> str:
    """The text as a UTF-8 file can hold it."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def unix_text(text: str) -> str:
    """The text with every CRLF as a line feed, if all its lines end so; a text of mixed ends stays as it is."""
    ends = set(re.findall(r"\r\n|\n|\r", text))
    return text.replace("\r\n", "\n") if ends == {"\r\n"} else text


def writable(path: Path) -> bool:
    """Whether files can be made in the folder."""
    return os.access(path, os.W_OK | os.X_OK)
