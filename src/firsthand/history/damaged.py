"""Where damaged files of a history go: into a folder of their own, with an account that a person can read.

Nothing is ever deleted. A file set aside keeps its name, with an ending that says what became of what it held:
``.mended`` where all of it is back in the history, ``.lost`` where some of it is not. The ``.lost`` ones stay a fault
of the record for good (``lost``).
"""

from datetime import UTC, datetime
from pathlib import Path

from firsthand.history.disk import replace_file, sync_folder

NAME = "damaged"
ACCOUNT = "README.txt"
LOST, MENDED = ".lost", ".mended"

_ABOUT = """Files that Firsthand found damaged and set aside, the oldest first. Nothing was deleted.

.mended  all that the file held is in the history again
.lost    some of what it recorded could not be read; the words of your scenes are in the scenes' own files

"""


def keep(folder: Path, path: Path, account: str, *, lost: bool) -> Path:
    """Keep a copy of a damaged file among the damaged ones of a history ``folder``, with a line of account: where.

    OSError if the disk refuses. A file that cannot be read is moved.
    """
    kept = _free(folder / NAME, path.name, LOST if lost else MENDED)
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        data = path.read_bytes()
    except OSError:
        path.replace(kept)
        sync_folder(kept.parent)
    else:
        replace_file(kept, data)
    _write_down(kept, account)
    return kept


def set_aside(folder: Path, path: Path, account: str, *, lost: bool) -> Path:
    """``keep`` a damaged file, and take it from its place."""
    kept = keep(folder, path, account, lost=lost)
    path.unlink(missing_ok=True)
    return kept


def lost(folder: Path) -> list[str]:
    """A sentence for each file of a history that was set aside and could not be read again as a whole."""
    names = sorted(path.name.removesuffix(LOST) for path in (folder / NAME).glob(f"*{LOST}"))
    return [f"{name} was damaged and set aside; not all that it held could be read again" for name in names]


def _free(folder: Path, name: str, ending: str) -> Path:
    path, number = folder / f"{name}{ending}", 2
    while path.exists():
        path, number = folder / f"{name}.{number}{ending}", number + 1
    return path


def _write_down(kept: Path, account: str) -> None:
    target = kept.with_name(ACCOUNT)
    before = target.read_text("utf-8", "replace") if target.exists() else _ABOUT
    when = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    replace_file(target, f"{before}{when}  {kept.name}: {account}\n".encode())
