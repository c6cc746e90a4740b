"""What is known of the manuscripts opened last, so that a list of them can be shown without opening any.

Kept in one small file of the program's own: title, words, and when each was last open. Losing it loses no words.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from firsthand.history import replace_file
from firsthand.manuscript.trust import NAME as MANIFEST

MOST = 50
"""Of how many manuscripts something is kept."""


class Known(msgspec.Struct, frozen=True):
    """What was known when a manuscript was last open: ``opened`` in milliseconds since 1970."""

    title: str
    words: int
    opened: int


class Recent(msgspec.Struct, frozen=True):
    """A manuscript to choose from; ``there`` says whether its folder holds one now."""

    path: Path
    known: Known | None
    there: bool

    @property
    def title(self) -> str:
        return self.known.title if self.known is not None else self.path.name


def remember(file: Path, manuscript: Path, known: Known) -> None:
    """Keep what is known of a manuscript. What the disk refuses is not kept."""
    rest = {path: one for path, one in _read(file).items() if path != str(manuscript)}
    kept = dict(list({str(manuscript): known, **rest}.items())[:MOST])
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, msgspec.json.format(msgspec.json.encode(kept), indent=1))


def look(file: Path, manuscripts: Sequence[Path]) -> list[Recent]:
    """What is known of these manuscripts, in their order. Asks the disks, which may take long."""
    known = _read(file)
    return [Recent(path, known.get(str(path)), _there(path)) for path in manuscripts]


def _there(path: Path) -> bool:
    try:
        return (path / MANIFEST).is_file()
    except OSError:
        return False


def _read(file: Path) -> dict[str, Known]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Known])
    except (OSError, msgspec.DecodeError):
        return {}
