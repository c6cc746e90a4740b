"""Repairing a manuscript: its history, its ``manuscript.toml`` and its scenes' files, each from the others.

Nothing is deleted: what is damaged is kept in ``history/damaged``, with an account. What could not be rebuilt is said,
and checking the record says it for good.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from firsthand.desk.author_key import signer_soon
from firsthand.desk.closing import close_up
from firsthand.desk.outline_again import outline_again
from firsthand.desk.reading import history_folder, read_account
from firsthand.history import HistoryError, Lock, Verification, read_history, verify
from firsthand.history.damaged import keep
from firsthand.history.repair import Repair, repair_marks, repair_sittings
from firsthand.manuscript import Entry, Folder, ManuscriptError
from firsthand.manuscript.trust import NAME as OUTLINE
from firsthand.manuscript.trust import DamagedError, stays_inside

_KEY_SECONDS = 30


class RepairError(Exception):
    """The manuscript cannot be repaired now; the text says why and what to do."""


class Repaired(msgspec.Struct, frozen=True):
    """What was done, file by file, and what the record is worth now."""

    repairs: tuple[Repair, ...]
    verification: Verification

    @property
    def lost(self) -> bool:
        """Whether something could not be rebuilt."""
        return any(one.lost for one in self.repairs)


def repair(path: Path) -> Repaired:
    """Repair the manuscript in a folder. RepairError if it is open, is none, or the disk refuses."""
    history = history_folder(path)
    if not (path / OUTLINE).exists() and not history.is_dir():
        raise RepairError(f"{path.name} is not a manuscript: it has neither {OUTLINE} nor a history. Nothing was done.")
    lock = Lock(history)
    try:
        if not lock.held:
            raise RepairError(_why_not(path, lock))
        done = [*_unfinished(path), *repair_sittings(history)]
    except HistoryError as error:
        raise RepairError(str(error)) from error
    except OSError as error:
        raise _refused(error) from error
    finally:
        lock.release()
    try:
        return _and_the_rest(path, done)
    except (ManuscriptError, HistoryError) as error:
        raise RepairError(str(error)) from error
    except OSError as error:
        raise _refused(error) from error


def _why_not(path: Path, lock: Lock) -> str:
    if lock.trouble:
        return f"The history of {path.name} cannot be written ({lock.trouble}); nothing was done."
    where = f" on the computer {lock.holder}" if lock.holder else ""
    return f"{path.name} is open in a window{where}; close it, then repair it."


def _refused(error: OSError) -> RepairError:
    said = error.strerror or str(error)
    return RepairError(f"The disk refused a file ({said}). Nothing was lost; repair again when the disk is well.")


def _and_the_rest(path: Path, done: list[Repair]) -> Repaired:
    """The sittings can be read: close those that were interrupted, and mend everything that hangs on them."""
    history = history_folder(path)
    done += [Repair(history.name, sentence) for sentence in close_up(history)]
    done += repair_marks(history, lambda: signer_soon(_KEY_SECONDS))
    done += _outline(path)
    folder = Folder.open(path)
    done += _scenes(folder)
    return Repaired(tuple(done), verify(read_history(history), folder.outline.id))


def _unfinished(path: Path) -> Iterator[Repair]:
    """Files that were being written when the program was killed: the old ones are whole, so these are put away."""
    for folder in (path, path / "scenes", path / "notes", history_folder(path)):
        for file in sorted(folder.glob(".*.tmp")):
            keep(history_folder(path), file, "it was being written when the program ended", lost=False)
            file.unlink(missing_ok=True)
            yield Repair(file.name, f"{file.name}, which was never finished, was put away.")


def _outline(path: Path) -> Iterator[Repair]:
    """Write ``manuscript.toml`` again if it is damaged or gone, or names nothing though there is something."""
    target, readable = path / OUTLINE, False
    with suppress(DamagedError):
        if target.exists():
            entries, readable = Folder.open(path).outline.entries, True
            if entries:
                return
    outline, kept = outline_again(path)
    if readable and not outline.entries:
        return
    if target.exists():
        keep(history_folder(path), target, "it could not be read and was made again", lost=False)
    Folder(path, outline).save()
    said = f"{OUTLINE} was made again from the files and the history; look at the order and the titles."
    yield Repair(OUTLINE, said, not kept)


def _scenes(folder: Folder) -> Iterator[Repair]:
    """Bring scenes back whose file is gone or empty, though the history has words of them."""
    account = read_account(folder)
    for entry in folder.outline.entries:
        text = account.replay.scene(entry.id).text.text
        if text and stays_inside(folder.path, entry.file) and not _has_words(folder, entry):
            folder.write(entry, text)
            yield Repair(entry.file, f"The file of “{entry.title}” was gone or empty; its words are back.")


def _has_words(folder: Folder, entry: Entry) -> bool:
    file = folder.file(entry)
    return file.exists() and file.stat().st_size > 0
