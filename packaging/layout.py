"""What every package is made of: version, date, the frozen program copied with or without the model, names of files.

The date is that of the last commit (or SOURCE_DATE_EPOCH), so that two builds of one commit are the same to the byte.
"""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from trimming import belongs_to_model

ROOT = Path(__file__).parent.parent
HERE = ROOT / "packaging"
ICONS = ROOT / "resources" / "icons"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
FROZEN = BUILD / "frozen" / "firsthand"

sys.path.insert(0, str(ROOT / "src"))
from firsthand import __version__ as VERSION  # noqa: E402, N812 - the one place that says it is the program


def epoch() -> int:
    """The moment all files of a package carry, in seconds since 1970."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if said:
        return int(said)
    command = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def date() -> str:
    """The day of `epoch`, as 2026-11-22."""
    return datetime.fromtimestamp(epoch(), UTC).date().isoformat()


def filled(name: str) -> str:
    """A text of packaging/ with version and date put in."""
    return (HERE / name).read_text("utf-8").replace("@VERSION@", VERSION).replace("@DATE@", date())


def put(target: Path, text: str, mode: int = 0o644) -> None:
    """Write a text file, with the folders above it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="\n")
    target.chmod(mode)


def copy_program(target: Path, *, model: bool) -> None:
    """Copy the frozen program to a new folder, with or without the built-in model."""

    def left_out(folder: str, names: list[str]) -> list[str]:
        here = PurePosixPath(Path(folder).relative_to(FROZEN).as_posix())
        return (
            []
            if model
            else [name for name in names if belongs_to_model(here / name / "any") or belongs_to_model(here / name)]
        )

    shutil.copytree(FROZEN, target, symlinks=True, ignore=left_out)


def settle(folder: Path) -> None:
    """Give everything below a folder the same owner's rights and the same moment, whoever builds it and when."""
    moment = epoch()
    for path in [folder, *sorted(folder.rglob("*"))]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def fresh(folder: Path) -> Path:
    """An empty folder in the place of whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    """Run a command with the date set; what it printed. SystemExit shows what a failing one said."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "1", **environment}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=surroundings, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(
            f"{' '.join(map(str, command))} failed ({done.returncode}):\n{done.stdout[-4000:]}{done.stderr[-4000:]}"
        )
    return done.stdout


def with_model(name: str, *, model: bool) -> str:
    """The name of a package that holds the built-in model, or of one that does not."""
    return f"{name}-with-model" if model else name
