"""Making a manuscript of text files: read, divided into chapters and scenes, looked at, and only then written.

The files themselves are only read. The scenes come into the history when the manuscript is opened for the first time,
as imported text, and the author is asked whose it is: as any text that stood there before recording began.
"""

import codecs
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from firsthand.desk.languages import guessed
from firsthand.desk.sample import free_folder
from firsthand.desk.settings import NAME, ManuscriptChoices, SettingsFile, Text
from firsthand.manuscript import Chapter, Entry, Folder, ManuscriptError, Part, new_id
from firsthand.manuscript.folder import LONGEST, overlong
from firsthand.manuscript.names import same_file, stem
from firsthand.manuscript.prose import Passage, Prose, broken_by_hand, divided, joined, mended
from firsthand.saying import say

ENDINGS = (".md", ".markdown", ".txt", ".text")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SCENES, _READ = 40, 1000
"""In how many scenes, and how many characters of each, is looked what language they are in."""

_OLD = "cp1252"
"""What text of no known encoding is taken for: that of older Windows programs."""


class TextImportError(Exception):
    """A text cannot be imported; the text says why, and what to do."""


class Texts(msgspec.Struct, frozen=True):
    """Text files as they were read: name and text of each. ``notes`` are sentences on what had to be guessed."""

    files: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()

    @property
    def paragraphs_apart(self) -> bool:
        """Whether paragraphs stand between empty lines, so that it is well to mend them."""
        return all(broken_by_hand(text) for _, text in self.files)

    def novel(self, *, at_breaks: bool = True, mend: bool = False) -> Prose:
        """The novel in the files: each by its headings, one after another.

        ``at_breaks``: scene breaks begin scenes. ``mend``: every paragraph becomes one line.
        """
        parts = [divided(text, name, at_breaks=at_breaks) for name, text in self.files]
        novel = parts[0] if len(parts) == 1 else joined(parts, self.files[0][0])
        if not mend:
            return novel
        chapters = [
            msgspec.structs.replace(c, scenes=tuple(Passage(s.title, mended(s.text)) for s in c.scenes))
            for c in novel.chapters
        ]
        return msgspec.structs.replace(novel, chapters=tuple(chapters))


def read_texts(paths: Sequence[Path]) -> Texts:
    """Read text files. TextImportError if one cannot be read or is no text."""
    files, notes = [], []
    for path in paths:
        try:
            text, guessed = _decoded(path.read_bytes())
        except OSError as error:
            raise TextImportError(say("{name} cannot be read ({why}).", name=path.name, why=error)) from error
        if "\0" in text:
            raise TextImportError(
                say(
                    "{name} is not a text file, so nothing was imported. Save it as plain text or Markdown "
                    "in the program that wrote it.",
                    name=path.name,
                )
            )
        if overlong(text):
            raise TextImportError(
                say(
                    "{name} has a paragraph of more than {longest:,} characters, which no page can set, so "
                    "nothing was imported. Put line ends between its paragraphs in the program that wrote it.",
                    name=path.name,
                    longest=LONGEST,
                )
            )
        if guessed:
            notes.append(
                say(
                    "{name} does not say how it is encoded; look whether its accents and quotes are right.",
                    name=path.name,
                )
            )
        files.append((path.stem, text))
    return Texts(tuple(files), tuple(notes))


def write_novel(novel: Prose, into: Path, usual: str = "") -> Path:
    """Make a manuscript of a novel in a new folder ``into`` (numbered, if that is there); where it is.

    It says its language, if the novel is plainly not in the ``usual`` one. TextImportError if the disk refuses; nothing
    is left behind then.
    """
    target = free_folder(into.parent, into.name)
    try:
        folder = Folder.create(target, novel.title)
        taken: set[str] = set()
        parts = [Part(new_id(), title) for title in novel.parts]
        ids = ["", *(part.id for part in parts)]
        chapters = [
            Chapter(one.title, tuple(_put(folder, scene, taken) for scene in one.scenes), new_id(), ids[one.part])
            for one in novel.chapters
        ]
        folder.outline = msgspec.structs.replace(folder.outline, chapter=tuple(chapters), part=tuple(parts))
        folder.save()
        _say_language(novel, target, usual)
    except (ManuscriptError, OSError) as error:
        _remove(target)
        raise TextImportError(say("Nothing was imported: {error}", error=error)) from error
    return target


def _say_language(novel: Prose, folder: Path, usual: str) -> None:
    """Have spelling and quotes go by the novel's language from its first day on."""
    language = guessed(" ".join(scene.text[:_READ] for scene in novel.scenes[:_SCENES]))
    if usual and language and language[:2] != usual[:2]:
        SettingsFile(folder / NAME, ManuscriptChoices).write(ManuscriptChoices(Text(language)))


def _put(folder: Folder, scene: Passage, taken: set[str]) -> Entry:
    wanted, number = stem(scene.title), 1
    while same_file(name := wanted if number == 1 else f"{wanted} {number}") in taken:
        number += 1
    taken.add(same_file(name))
    entry = Entry(new_id(), scene.title, f"scenes/{name}.md")
    folder.write(entry, scene.text)
    return entry


def _remove(folder: Path) -> None:
    """Take away what an import had begun to make in a folder of its own."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _decoded(data: bytes) -> tuple[str, bool]:
    """A file's text with plain line ends, and whether its encoding was guessed."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text, guessed = data.decode(encoding), False
    except UnicodeDecodeError:
        text, guessed = data.decode(_OLD, "replace"), True
    return re.sub(r"\r\n?", "\n", text), guessed
