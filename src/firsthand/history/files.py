"""Sittings made into files as a whole: written at once, or closed.

What is appended while a sitting goes on is the ``recorder``'s, what a kill left open ``closing``'s. Everything here is
made beside the old file, forced to disk and put in its place, so that a kill leaves the old one or the new.
"""

import base64
from collections.abc import Iterable
from pathlib import Path

import msgspec
import zstandard

from firsthand.history.disk import replace_file
from firsthand.history.heads import Head, write_head
from firsthand.history.journal import SUFFIX as JOURNAL_SUFFIX
from firsthand.history.lines import LineWriter
from firsthand.history.records import Record, Sitting, ended
from firsthand.history.sealing import Chain, opening, sealed
from firsthand.history.signing import Signer

_SMALL = 4 << 20
"""Bytes of a sitting that are pressed as small as can be, which takes a second for 1 MB, 100,000 keys. More than this,
an import's, would keep who closes the manuscript waiting: it is pressed a third larger, in a fortieth of the time."""


def signed_by(sitting: Sitting, signer: Signer | None) -> Sitting:
    """The sitting, with the key that will sign its seals."""
    return msgspec.structs.replace(sitting, key=base64.b64encode(signer.public).decode() if signer else "")


def head_of(sitting: Sitting, seal: str, before: str = "") -> Head:
    """The head that names a seal of a sitting as its computer's latest."""
    return Head(sitting.manuscript, sitting.machine, sitting.id, seal, before)


def write_closed(
    path: Path, sitting: Sitting, records: Iterable[Record], signer: Signer | None = None, level: int = 19
) -> str:
    """Write a whole sitting at once, sealed and closed, to a ``.jsonl.zst``; gives the hash of its seal.

    Its head is left to the caller: ``end_here``.
    """
    records = [signed_by(sitting, signer), *records]
    lines = LineWriter().lines(records)
    chain = Chain(sitting.manuscript, sitting.id, ",".join(sitting.after))
    data, seal = sealed(lines, chain, opening(1, len(lines), t=ended(records[-1]), end=True), signer)
    replace_file(path, _packed(data, level))
    return seal.hash


def end_here(folder: Path, sitting: Sitting, seal: str, signer: Signer | None) -> None:
    """Say in its computer's head that a sitting, which has closed with this seal, is the latest."""
    write_head(folder, head_of(sitting, seal), signer)


def close_file(path: Path) -> Path:
    """Compress the ``.jsonl`` of a sitting that is over; it and its journal go when the closed file is on disk.

    OSError if the disk refuses; it can then be called again.
    """
    target = path.with_name(path.name + ".zst")
    if path.exists() or not target.exists():
        data = path.read_bytes()
        replace_file(target, _packed(data, 19 if len(data) <= _SMALL else 9))
        path.unlink()
    path.with_suffix(JOURNAL_SUFFIX).unlink(missing_ok=True)
    return target


def _packed(data: bytes, level: int) -> bytes:
    return zstandard.ZstdCompressor(level=level, write_checksum=True).compress(data)
