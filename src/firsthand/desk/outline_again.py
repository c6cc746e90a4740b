"""A ``manuscript.toml`` made again: as the history tells that it was, or from what of the damaged one can be read.

Scenes' files that it does not name are put behind the others. Such a file and a scene of the history belong together if
the history ends with the file's words or with nearly these.
"""

import tomllib
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar

import msgspec

from firsthand.desk.reading import as_read, read_account, read_outline
from firsthand.history import History
from firsthand.manuscript import Binned, Chapter, Entry, Folder, Label, Outline, Part, new_id, unix_text
from firsthand.manuscript.relocating import BIN, NOTES, SCENES
from firsthand.manuscript.trust import FORMAT, climbs, stays_inside
from firsthand.manuscript.trust import NAME as OUTLINE

_Kind = TypeVar("_Kind")
_FOLDERS = (SCENES, NOTES, BIN)
_ALIKE = 0.6
"""How alike (0 to 1) a file and a scene of the history have to be to be taken for the same."""


def outline_again(path: Path) -> tuple[Outline, bool]:
    """An outline for the manuscript in a folder, and whether an old one told of every file in it.

    Scenes that only the history has words of get a file's name; the file is not written. HistoryError if a file of the
    history was made by a newer Firsthand, OSError if the disk refuses.
    """
    account = read_account(Folder(path, Outline(FORMAT, "", path.name)))
    old = read_outline(account.replay.line.outline) or _Old(path).outline(_of(account.history), path.name)
    ids, known = {entry.id for entry in old.entries}, {entry.file for entry in old.entries}
    files = [file for kind in _FOLDERS for file in sorted((path / kind).rglob("*.md"))]
    found = [file.relative_to(path).as_posix() for file in files]
    texts = {scene: as_read(state.text.text) for scene, state in account.replay.scenes.items() if scene not in ids}
    texts = {scene: text for scene, text in texts.items() if text}
    entries = [_entry(path, name, texts) for name in found if name not in known]
    entries += [_lost_file(scene, number, found) for number, scene in enumerate(texts, 1)]
    return _with(old, entries), not entries


def _with(old: Outline, entries: list[Entry]) -> Outline:
    """An outline with more scenes, at the end of the last chapter, notes and things in the bin."""
    of = {kind: tuple(entry for entry in entries if entry.file.split("/")[0] == kind) for kind in _FOLDERS}
    chapters = list(old.chapter) or ([Chapter("One", id=new_id())] if of[SCENES] else [])
    if of[SCENES]:
        chapters[-1] = msgspec.structs.replace(chapters[-1], scene=(*chapters[-1].scene, *of[SCENES]))
    binned = (*old.bin, *(Binned(entry.id, entry.title, entry.file) for entry in of[BIN]))
    return msgspec.structs.replace(old, chapter=tuple(chapters), note=(*old.note, *of[NOTES]), bin=binned)


class _Old:
    """What can be read of a damaged outline, table by table: each that is whole, with nothing told twice."""

    def __init__(self, folder: Path) -> None:
        self.chapters: list[Chapter] = []
        self.notes: list[Entry] = []
        self.parts: list[Part] = []
        self.bin: list[Binned] = []
        self.labels: list[Label] = []
        self.ids: set[str] = set()
        self.files: set[str] = set()
        self._folder = folder
        self._top: dict[str, object] = {}
        path = folder / OUTLINE
        text = path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
        for table in _tables(text):
            self._take(*table)

    def outline(self, manuscript: str, title: str) -> Outline:
        """It, with the ``manuscript``'s id and the ``title`` where it has none."""
        known = self._top.get("id") or manuscript or new_id()
        said = self._top.get("title") or title
        divided = tuple(self.chapters), tuple(self.notes), tuple(self.parts), tuple(self.bin), tuple(self.labels)
        return Outline(FORMAT, str(known), str(said), *divided)

    def _take(self, name: str, values: dict[str, object]) -> None:
        match name:
            case "":
                self._top = self._top or values
            case "chapter":
                given = {"id": new_id(), "title": "One", **values, "scene": ()}
                self.chapters += self._whole(Chapter, given)
            case "scene":
                chapter = self.chapters.pop() if self.chapters else Chapter("One", id=new_id())
                scenes = (*chapter.scene, *self._whole(Entry, values))
                self.chapters.append(msgspec.structs.replace(chapter, scene=scenes))
            case "note":
                self.notes += self._whole(Entry, values)
            case "part":
                self.parts += self._whole(Part, values)
            case "bin":
                self.bin += self._whole(Binned, values)
            case "label":
                self.labels += self._whole(Label, values)

    def _whole(self, kind: type[_Kind], values: dict[str, object]) -> list[_Kind]:
        """The one thing of a table, or nothing if some of it is missing or it was told of before."""
        try:
            thing = msgspec.convert(values, kind)
        except msgspec.ValidationError:
            return []
        name = getattr(thing, "id", None)
        file = getattr(thing, "file", None)
        if name in self.ids or (file is not None and not self._good(file)):
            return []
        if isinstance(name, str):
            self.ids.add(name)
        if isinstance(file, str):
            self.files.add(file)
        return [thing]

    def _good(self, file: str) -> bool:
        return file not in self.files and not climbs(file) and stays_inside(self._folder, file)


def _tables(text: str) -> list[tuple[str, dict[str, object]]]:
    """Each table of a TOML text by the last part of its name, the lines that can be read in it as its values."""
    tables: list[tuple[str, dict[str, object]]] = [("", {})]
    for line in text.splitlines():
        if line.startswith("["):
            tables.append((line.strip("[] \t").rpartition(".")[2], {}))
            continue
        try:
            tables[-1][1].update(tomllib.loads(line))
        except tomllib.TOMLDecodeError:
            continue
    return tables


def _of(history: History) -> str:
    """The manuscript that most sittings are of."""
    said = Counter(reading.sitting.manuscript for reading in history.readings if reading.sitting is not None)
    return said.most_common(1)[0][0] if said else ""


def _entry(path: Path, file: str, texts: dict[str, str]) -> Entry:
    """The scene of a file; taken out of ``texts`` if the history knows it."""
    try:
        text = unix_text((path / file).read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        text = ""
    scene = _most_alike(text, texts)
    if scene is not None:
        del texts[scene]
    return Entry(scene or new_id(), Path(file).stem, file)


def _most_alike(text: str, texts: dict[str, str]) -> str | None:
    best, how = None, _ALIKE
    for scene, other in texts.items():
        if other == text:
            return scene
        words = SequenceMatcher(None, text.split(), other.split(), autojunk=False)
        if words.real_quick_ratio() > how and words.quick_ratio() > how and (ratio := words.ratio()) > how:
            best, how = scene, ratio
    return best


def _lost_file(scene: str, number: int, found: list[str]) -> Entry:
    """An entry for a scene of the history that no file belongs to."""
    title = f"Found again {number}"
    while f"scenes/{title}.md" in found:
        title += " (from the history)"
    return Entry(scene, title, f"scenes/{title}.md")
