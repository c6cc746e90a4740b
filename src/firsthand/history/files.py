"""Sittings made into files as a whole: written at once, closed, or closed after the program was killed.

What is appended while a sitting goes on is the ``recorder``'s. Everything here is made beside the old file, forced to
disk and put in its place, so that a kill leaves the old one or the new.
"""

import base64
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
import zstandard

from firsthand.history.disk import replace_file
from firsthand.history.heads import Head, seal_before, write_head
from firsthand.history.journal import SUFFIX as JOURNAL_SUFFIX
from firsthand.history.journal import read_line
from firsthand.history.lines import LineWriter
from firsthand.history.reading import Reading, read_file
from firsthand.history.records import Record, Sitting, coalesced, ended
from firsthand.history.sealing import Chain, opening, sealed
from firsthand.history.signing import Signer


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
    return seal


def end_here(folder: Path, sitting: Sitting, seal: str, signer: Signer | None) -> None:
    """Say in its computer's head that a sitting, which has closed with this seal, is the latest."""
    write_head(folder, head_of(sitting, seal), signer)


def close_file(path: Path) -> Path:
    """Compress the ``.jsonl`` of a sitting that is over; it and its journal go when the closed file is on disk."""
    target = path.with_name(path.name + ".zst")
    replace_file(target, _packed(path.read_bytes(), 19))
    path.unlink()
    path.with_suffix(JOURNAL_SUFFIX).unlink(missing_ok=True)
    return target


def _packed(data: bytes, level: int) -> bytes:
    return zstandard.ZstdCompressor(level=level, write_checksum=True).compress(data)


def close_interrupted(path: Path, machine: str, signer: Callable[[], Signer | None] = lambda: None) -> str | None:
    """Seal and close the ``.jsonl`` of a sitting of this computer (``machine``) that did not close by itself.

    ``signer`` is asked for the author's key if a seal has to be set.

    Bytes of an unfinished last line are kept in ``NAME.torn``. Gives a sentence about what was dropped, or None. A file
    with a fault is left as it is, and so is another computer's, where the sitting may be going on. OSError if the disk
    refuses; all is as it was then.
    """
    reading = read_file(path)
    if reading.sitting is not None and reading.sitting.machine != machine:
        return None
    if reading.fault is not None:
        _left_over(reading)
        return None
    said = _set_aside(reading)
    if not reading.ended:
        _end_late(reading, signer())
    close_file(path)
    return said


def _left_over(reading: Reading) -> None:
    """A journal in which nothing was written yet is of no meaning; any other file with a fault is left as it is."""
    journal = reading.path.with_suffix(JOURNAL_SUFFIX)
    if not reading.path.exists() and not reading.torn and journal.exists() and journal.read_bytes().count(b"\n") < 2:
        journal.unlink()


def _set_aside(reading: Reading) -> str | None:
    if not reading.torn_line:
        return None
    replace_file(reading.path.with_name(f"{reading.name}.torn"), reading.torn_line)
    return f"The last line of the history {reading.name} was not finished when the program ended, and was set aside."


def _end_late(reading: Reading, signer: Signer | None) -> None:
    """Seal what a journal holds, and the sitting's end."""
    sitting = reading.sitting
    assert sitting is not None
    records: Sequence[Record] = coalesced(record for line in reading.waiting for record in read_line(line))
    if not reading.seals:
        sitting = signed_by(sitting, signer)
        records = [sitting, *records[1:]]
    data, seal = _late_block(reading, sitting, records, signer if sitting.key else None)
    head = head_of(sitting, seal, reading.last_seal or seal_before(reading.path.parent, sitting.machine))
    write_head(reading.path.parent, head, signer)
    replace_file(reading.path, reading.data[: reading.good] + data)
    write_head(reading.path.parent, msgspec.structs.replace(head, before=""), signer)


def _late_block(
    reading: Reading, sitting: Sitting, records: Sequence[Record], signer: Signer | None
) -> tuple[bytes, str]:
    lines = LineWriter().lines(records)
    last = reading.seals[-1] if reading.seals else None
    read = (last.read if last else 0) + len(reading.waiting)
    t = ended(records[-1]) if records else last.t if last else 0
    own = signer is not None and base64.b64encode(signer.public).decode() != sitting.key
    key = signer.public if signer is not None and own else None
    said = opening(len(reading.seals) + 1, len(lines), read, t, late=True, end=True, key=key)
    return sealed(lines, reading.chain, said, signer)
