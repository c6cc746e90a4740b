"""A manuscript on disk: a folder of Markdown scenes in the order that ``manuscript.toml`` gives.

The files say what the words are; whose they are is the history's matter. A scene's text is its file, byte for byte in
UTF-8, one line a paragraph; only the line ends of a file that came with CRLF are put right on reading and put back on
writing. Names of files are names a person can read.
"""

import os
import re
import secrets
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError

from firsthand.history import replace_file

FORMAT = 0
"""The version of ``manuscript.toml`` that this program writes, and the newest that it reads."""

NAME = "manuscript.toml"


class ManuscriptError(Exception):
    """The manuscript cannot be read or written; the text says what happened and what to do."""


class Entry(msgspec.Struct, frozen=True):
    """A scene or a note: ``file`` is relative to the manuscript's folder, with ``/`` between its parts."""

    id: str
    title: str
    file: str


class Chapter(msgspec.Struct, frozen=True):
    """A chapter and its scenes in their order."""

    title: str
    scene: tuple[Entry, ...] = ()


class Outline(msgspec.Struct, frozen=True):
    """What ``manuscript.toml`` holds: the titles and the order of everything."""

    format: int
    id: str
    title: str
    chapter: tuple[Chapter, ...] = ()
    note: tuple[Entry, ...] = ()

    @property
    def scenes(self) -> tuple[Entry, ...]:
        """All scenes in the order of reading."""
        return tuple(scene for chapter in self.chapter for scene in chapter.scene)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All scenes, then all notes."""
        return self.scenes + self.note


def new_id() -> str:
    """A fresh identity: 12 hexadecimal digits."""
    return secrets.token_hex(6)


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
        try:
            outline = cls.read_outline(file)
        except OSError as error:
            raise ManuscriptError(f"{NAME} cannot be read: {error.strerror or error}.") from error
        _check_entries(outline)
        return cls(path, outline)

    @staticmethod
    def read_outline(file: Path) -> Outline:
        """The outline in a file. OSError if it cannot be read, ManuscriptError if it is none."""
        try:
            data = tomlkit.parse(file.read_text("utf-8")).unwrap()
            return msgspec.convert(_checked_format(data), Outline)
        except (TOMLKitError, UnicodeDecodeError, msgspec.ValidationError) as error:
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
        try:
            document = tomlkit.parse((self.path / NAME).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, TOMLKitError):
            document = tomlkit.document()
        for key, value in msgspec.to_builtins(self.outline).items():
            if document.unwrap().get(key) != value:
                document[key] = value
        self._write(self.path / NAME, tomlkit.dumps(document).encode())

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

    def file_for(self, title: str, folder: str = "scenes") -> str:
        """A name in ``folder`` that is not taken, made from a title by what all three systems allow."""
        taken = {entry.file.casefold() for entry in self.outline.entries}
        stem = _file_stem(title)
        for number in range(1, len(taken) + 2):
            name = f"{folder}/{stem}.md" if number == 1 else f"{folder}/{stem} {number}.md"
            if name.casefold() not in taken and not (self.path / name).exists():
                return name
        return f"{folder}/{new_id()}.md"

    def _write(self, path: Path, data: bytes) -> None:
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


def _checked_format(data: dict[str, Any]) -> dict[str, Any]:
    version = data.get("format", 0)
    if isinstance(version, int) and version > FORMAT:
        raise ManuscriptError(
            f"This manuscript was made by a newer Firsthand (format {version}, this one reads up to {FORMAT}). "
            "Nothing was changed; install the newer version to open it."
        )
    return data


def _check_entries(outline: Outline) -> None:
    ids = [entry.id for entry in outline.entries]
    if len(set(ids)) != len(ids):
        raise ManuscriptError(f"{NAME} names two scenes with one id; give one of them another. Nothing was changed.")
    for entry in outline.entries:
        parts = entry.file.replace("\\", "/").split("/")
        if ".." in parts or entry.file.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", entry.file):
            raise ManuscriptError(
                f"The file of “{entry.title}” ({entry.file}) lies outside the manuscript's folder, so the manuscript "
                f"was not opened. Correct it in {NAME}."
            )


_RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}


def _file_stem(title: str) -> str:
    stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", title)
    stem = re.sub(r"\s+", " ", stem).strip(" .")[:80].rstrip(" .") or "Untitled"
    return f"{stem} scene" if stem.split(".")[0].casefold() in _RESERVED else stem


def writable(path: Path) -> bool:
    """Whether files can be made in the folder."""
    return os.access(path, os.W_OK | os.X_OK)
