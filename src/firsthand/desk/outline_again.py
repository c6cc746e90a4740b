"""A ``manuscript.toml`` made again: from what of the old one can be read, the scenes' files, and the history.

A file and a scene of the history belong together if the old outline says so, or the history ends with the file's words
or with nearly these. What a scene was called beyond its file's name, and the chapters, are known from the old one only.
"""

import tomllib
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar

import msgspec

from firsthand.desk.reading import as_read, history_folder
from firsthand.history import History, Replay, milliseconds, read_history
from firsthand.manuscript import Binned, Chapter, Entry, Label, Outline, Part, new_id, unix_text
from firsthand.manuscript.relocating import BIN, NOTES, SCENES
from firsthand.manuscript.trust import FORMAT, climbs, stays_inside
from firsthand.manuscript.trust import NAME as OUTLINE

_Kind = TypeVar("_Kind")
_FOLDERS = (SCENES, NOTES, BIN)
_ALIKE = 0.6
"""How alike (0 to 1) a file and a scene of the history have to be to be taken for the same."""


def outline_again(path: Path) -> tuple[Outline, bool]:
    """An outline for the manuscript in a folder, and whether the old one told of every file in it.

    Scenes that only the history knows get a file's name; the file is not written. HistoryError if a file of the history
    was made by a newer Firsthand, OSError if the disk refuses.
    """
    history = read_history(history_folder(path))
    old = _Old(path)
    found = [
        str(file.relative_to(path).as_posix()) for kind in _FOLDERS for file in sorted((path / kind).rglob("*.md"))
    ]
    new = [name for name in found if name not in old.files]
    texts = {scene: text for scene, text in _texts(history).items() if scene not in old.ids and text}
    entries = [_entry(path, name, texts) for name in new]
    entries += [_lost_file(scene, number, found) for number, scene in enumerate(texts, 1)]
    of = {kind: [entry for entry in entries if entry.file.split("/")[0] == kind] for kind in _FOLDERS}
    chapters = old.chapters or ([Chapter("One", id=new_id())] if of[SCENES] else [])
    if of[SCENES]:
        chapters[-1] = msgspec.structs.replace(chapters[-1], scene=(*chapters[-1].scene, *of[SCENES]))
    outline = Outline(
        FORMAT,
        old.top("id") or _of(history) or new_id(),
        old.top("title") or path.name,
        tuple(chapters),
        (*old.notes, *of[NOTES]),
        tuple(old.parts),
        (*old.bin, *(Binned(entry.id, entry.title, entry.file) for entry in of[BIN])),
        tuple(old.labels),
    )
    return outline, not entries


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

    def top(self, name: str) -> str:
        """A text of the manuscript itself, or nothing."""
        value = self._top.get(name)
        return value if isinstance(value, str) else ""

    def _take(self, name: str, values: dict[str, object]) -> None:
        match name:
            case "":
                self._top = values
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


def _texts(history: History) -> dict[str, str]:
    """The scenes of a history and how their files should read."""
    replay = Replay()
    for reading in history.readings:
        if reading.sitting is not None:
            replay.sitting(milliseconds(reading.sitting.began), reading.records)
    return {scene: as_read(state.text.text) for scene, state in replay.scenes.items()}


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
