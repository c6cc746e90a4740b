"""Where things are kept on this computer: the one home of platformdirs.

``FIRSTHAND_HOME`` moves everything into one folder: portable use, and tests.
"""

import os
import re
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

_MACHINE = re.compile("[0-9a-f]{12}")


def _home() -> Path | None:
    home = os.environ.get("FIRSTHAND_HOME")
    return Path(home) if home else None


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
    home = _home()
    folder = home / "state" if home else Path(platformdirs.user_state_dir("Firsthand", appauthor=False))
    return folder / "passage.key"


def cache_folder() -> Path:
    """Where what can be made again is kept."""
    home = _home()
    return home / "cache" if home else Path(platformdirs.user_cache_dir("Firsthand", appauthor=False))


def machine_id() -> str:
    """The random id of this computer, made once; it tells nothing of it. Where none can be kept, one for this run."""
    home = _home()
    folder = home / "state" if home else Path(platformdirs.user_state_dir("Firsthand", appauthor=False))
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
