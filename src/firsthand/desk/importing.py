"""Bringing session logs into a manuscript: each becomes a scene with its whole history."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from firsthand import __version__
from firsthand.desk.author_key import signer_soon
from firsthand.desk.places import machine_id
from firsthand.desk.reading import history_folder
from firsthand.history import FORMAT, HistoryError, Sitting, end_here, moment, read_history, write_closed
from firsthand.history.signing import Signer
from firsthand.manuscript import Chapter, Entry, Folder, ManuscriptError, new_id
from firsthand.manuscript.coauthor import Log, LogError, log_id, read_log
from firsthand.saying import say

_LEVEL = 6
_SAVE_EVERY = 100
CHAPTER = "Sessions"


class ImportStoppedError(Exception):
    """Nothing more can be imported; the text says why and what to do."""


class Imported(msgspec.Struct):
    """What an import did: logs taken in, their events, and a sentence for each log that was passed over."""

    scenes: int = 0
    events: int = 0
    skipped: list[str] = msgspec.field(default_factory=list)


class _Place(msgspec.Struct):
    """Where in the history the next sitting stands: after which seals, and the last one that was written."""

    after: tuple[str, ...]
    signer: Signer | None
    last: Sitting | None = None


def import_coauthor(
    logs: Iterable[Path], into: Path, progress: Callable[[Imported], None] = lambda _: None
) -> Imported:
    """Import CoAuthor session logs into the manuscript at ``into``, which is made if it is not there.

    A log that cannot be read, or whose scene is there already, is named and passed over. ImportStoppedError if the
    manuscript itself cannot be read or written.
    """
    done = Imported()
    try:
        folder = _folder(into)
        known = {entry.id for entry in folder.outline.entries}
        fresh: list[Entry] = []
        place = _Place(read_history(history_folder(folder.path)).latest, signer_soon(30))
        for path in logs:
            _import_one(folder, path, known, fresh, done, place)
            progress(done)
            if len(fresh) >= _SAVE_EVERY:
                _list(folder, fresh)
        _list(folder, fresh)
        _end(folder, place)
    except (ManuscriptError, HistoryError) as error:
        raise ImportStoppedError(str(error)) from error
    except OSError as error:
        raise ImportStoppedError(
            say(
                "The import stopped: {folder} cannot be written ({why}). What was imported is whole; "
                "make room or choose another folder, and run it again for the rest.",
                folder=into,
                why=error,
            )
        ) from error
    return done


def _folder(into: Path) -> Folder:
    if into.exists() and any(into.iterdir()):
        return Folder.open(into)
    return Folder.create(into, into.resolve().name)


def _import_one(folder: Folder, path: Path, known: set[str], fresh: list[Entry], done: Imported, place: _Place) -> None:
    scene = log_id(path)
    if scene in known:
        done.skipped.append(f"{path.name} was passed over: its scene is in the manuscript already")
        return
    try:
        log = read_log(path)
    except LogError as error:
        done.skipped.append(str(error))
        return
    known.add(scene)
    _write(folder, log, place)
    fresh.append(_entry(scene))
    done.scenes += 1
    done.events += log.events


def _entry(scene: str) -> Entry:
    return Entry(scene, scene, f"scenes/{scene}.md")


def _write(folder: Folder, log: Log, place: _Place) -> None:
    sitting = Sitting(
        log.id,
        folder.outline.id,
        moment(log.began),
        f"Firsthand {__version__}, from a CoAuthor log",
        FORMAT,
        machine_id(),
        place.after,
        imported=True,
    )
    history = history_folder(folder.path)
    history.mkdir(parents=True, exist_ok=True)
    seal = write_closed(history / f"{log.id}.jsonl.zst", sitting, log.records, place.signer, _LEVEL)
    place.after, place.last = (seal,), sitting
    folder.write(_entry(log.id), log.text)


def _end(folder: Folder, place: _Place) -> None:
    if place.last is not None:
        end_here(history_folder(folder.path), place.last, place.after[0], place.signer)


def _list(folder: Folder, fresh: list[Entry]) -> None:
    """Put the fresh scenes into the manuscript's outline and save it."""
    chapters = list(folder.outline.chapter)
    if not chapters or chapters[-1].title != CHAPTER:
        chapters.append(Chapter(CHAPTER, id=new_id()))
    chapters[-1] = msgspec.structs.replace(chapters[-1], scene=(*chapters[-1].scene, *fresh))
    folder.outline = msgspec.structs.replace(folder.outline, chapter=tuple(chapters))
    folder.save()
    fresh.clear()
