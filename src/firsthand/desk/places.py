"""Where things are kept on this computer: the one home of platformdirs.

``FIRSTHAND_HOME`` moves everything into one folder; so does a file ``portable`` (or ``portable.txt``) beside an
installed program, which then keeps everything in the folder ``Firsthand data`` next to it.
"""

import os
import re
import secrets
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

_MACHINE = re.compile("[0-9a-f]{12}")


def _home() -> Path | None:
    home = os.environ.get("FIRSTHAND_HOME")
    if home:
        return Path(home)
    if not getattr(sys, "frozen", False):
        return None
    return portable_home(Path(os.environ.get("APPIMAGE") or sys.executable))


@cache
def portable_home(program: Path) -> Path | None:
    """Where a program that is carried around keeps everything; None where no such file lies beside it.

    Beside a program of macOS means beside its ``.app``.
    """
    bundle = next((folder for folder in program.parents if folder.suffix == ".app"), program)
    beside = bundle.parent
    carried = any((beside / name).is_file() for name in ("portable", "portable.txt"))
    return beside / "Firsthand data" if carried else None


def settings_folder() -> Path:
    """Where settings are kept."""
    home = _home()
    return home / "settings" if home else Path(platformdirs.user_config_dir("Firsthand", appauthor=False))


def log_folder() -> Path:
    """Where the program's own log is kept; it holds no words of any manuscript."""
    home = _home()
    return home / "log" if home else Path(platformdirs.user_log_dir("Firsthand", appauthor=False))


def passage_key_file() -> Path:
    """Where the key is kept under which passages travel from one window to another."""
    return _state_folder() / "passage.key"


def _state_folder() -> Path:
    home = _home()
    return home / "state" if home else Path(platformdirs.user_state_dir("Firsthand", appauthor=False))


def recent_file() -> Path:
    """Where it is kept what is known of the manuscripts opened last."""
    return _state_folder() / "recent.json"


def days_file(manuscript: str) -> Path:
    """Where the words of each day are kept for the manuscript of this id; they follow from its history."""
    return _state_folder() / "days" / f"{re.sub('[^A-Za-z0-9_-]', '_', manuscript)[:60]}.json"


def cache_folder() -> Path:
    """Where what can be made again is kept."""
    home = _home()
    return home / "cache" if home else Path(platformdirs.user_cache_dir("Firsthand", appauthor=False))


def machine_id() -> str:
    """The random id of this computer, made once; it tells nothing of it. Where none can be kept, one for this run."""
    folder = _state_folder()
    try:
        kept = (folder / "machine").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        kept = ""
    if not _MACHINE.fullmatch(kept):
        kept = _new_machine(folder)
    return kept


@cache
def _new_machine(folder: Path) -> str:
    made = secrets.token_hex(6)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "machine").write_text(f"{made}\n", "ascii")
    return made


def author_key_file() -> Path:
    """Where the author's key is kept if the author said that it may lie in a plain file."""
    return settings_folder() / "author.key"


def manuscripts_folder() -> Path:
    """Where new manuscripts, and the sample novel, are proposed to go."""
    home = _home()
    return (home / "manuscripts") if home else Path(platformdirs.user_documents_dir()) / "Firsthand"


def backups_folder() -> Path:
    """Where backups go unless the author chose another place; in it each manuscript has a folder of its own."""
    home = _home()
    return (home or Path(platformdirs.user_data_dir("Firsthand", appauthor=False))) / "backups"
