"""The sample novel that a first start opens."""

import shutil
from pathlib import Path

import msgspec

from firsthand.manuscript import Folder, ManuscriptError, new_id
from firsthand.resources import resource
from firsthand.saying import say

NAME = "The Salt Ledger"


def sample_novel(into: Path) -> Path:
    """A copy of the sample novel at ``into``, with an identity of its own; an existing manuscript there is kept.

    ManuscriptError if it cannot be made.
    """
    if (into / "manuscript.toml").exists():
        return into
    try:
        into.mkdir(parents=True, exist_ok=True)
        if any(into.iterdir()):
            raise ManuscriptError(
                say("The folder {folder} is not empty; choose a new one for the sample novel.", folder=into)
            )
        _copy(resource("sample", "the-salt-ledger"), into)
        folder = Folder.open(into)
        folder.outline = msgspec.structs.replace(folder.outline, id=new_id())
        folder.save()
    except OSError as error:
        raise ManuscriptError(
            say("The sample novel cannot be put into {folder} ({why}). Choose another folder.", folder=into, why=error)
        ) from error
    return into


def _copy(source: Path, target: Path) -> None:
    """Copy the files alone: an installed program's may be for reading only, and a manuscript is to be written in."""
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)


def free_folder(parent: Path, name: str) -> Path:
    """A folder of this name in ``parent`` that is not there yet, numbered if need be."""
    number = 1
    while (path := parent / (name if number == 1 else f"{name} {number}")).exists():
        number += 1
    return path
