"""History files on disk: reading one, sealing its blocks, closing it.

One file holds one sitting. While it grows it is ``NAME.jsonl``; closed, it is ``NAME.jsonl.zst``. A seal line closes a
block of lines; its hash is over the seal before and the bytes of the lines, so that a line changed, a block dropped or
two blocks swapped no longer fit. Reading never repairs: it gives the records up to the first fault and says what it
found. ``close_interrupted`` is what makes a file of a sitting that was killed good again.
"""

import hashlib
import os
from pathlib import Path

import msgspec
import zstandard

from firsthand.history.records import FORMAT, Record, Seal, Sitting, decode, encode

SUFFIX = ".jsonl"
CLOSED_SUFFIX = ".jsonl.zst"


class HistoryError(Exception):
    """The history cannot be read or written; the text says what to do."""


class Reading(msgspec.Struct):
    """What a history file holds.

    ``records`` are those before the first fault, without seals. ``sealed`` of them (and the seals' own lines) are
    covered by a seal; ``fault`` is the first thing wrong, in a sentence, or None. ``torn`` counts the bytes of a last
    line that was not finished.
    """

    path: Path
    sitting: Sitting | None = None
    records: list[Record] = msgspec.field(default_factory=list)
    sealed: int = 0
    seals: int = 0
    late: int = 0
    last_seal: str = ""
    fault: str | None = None
    torn: int = 0
    good_bytes: int = 0
    open_block: bytes = b""

    @property
    def unsealed(self) -> int:
        return len(self.records) - self.sealed


def seal_of(previous: str, block: bytes) -> str:
    """The hash of a seal: SHA-256 over the seal before it, in hex, and the bytes of the block's lines."""
    return hashlib.sha256(previous.encode() + block).hexdigest()


def sealed(lines: list[bytes], previous: str, *, late: bool = False) -> tuple[bytes, str]:
    """The bytes of a block of lines with its seal, and the seal's hash."""
    block = b"".join(lines)
    digest = seal_of(previous, block)
    return block + encode(Seal(len(lines), previous, digest, late)), digest


def history_files(folder: Path) -> list[Path]:
    """The history files of a folder; where a file stands both open and closed, the closed one, which is complete."""
    if not folder.is_dir():
        return []
    closed = {p.name.removesuffix(".zst"): p for p in folder.iterdir() if p.name.endswith(CLOSED_SUFFIX)}
    grown = {p.name: p for p in folder.iterdir() if p.name.endswith(SUFFIX)}
    return [path for _, path in sorted({**grown, **closed}.items())]


def read_file(path: Path) -> Reading:
    """What the file holds. HistoryError if it cannot be read at all, or was made by a newer Firsthand."""
    short = False
    try:
        data = path.read_bytes()
        if path.name.endswith(CLOSED_SUFFIX):
            frame = zstandard.ZstdDecompressor().decompressobj()
            data = frame.decompress(data)
            short = not frame.eof or bool(frame.unused_data)
    except zstandard.ZstdError:
        return Reading(path, fault=f"{path.name} is damaged and cannot be unpacked")
    except OSError as error:
        raise HistoryError(f"The history file {path.name} cannot be read: {error.strerror or error}.") from error
    reading = _read_lines(path, data)
    if short and reading.fault is None:
        reading.fault = f"{path.name} is cut short or has something behind its end"
    return reading


def _read_lines(path: Path, data: bytes) -> Reading:
    reading = Reading(path)
    block: list[bytes] = []
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        record = _record(line)
        if record is None or (number == 1) != isinstance(record, Sitting):
            reading.torn = len(data) - reading.good_bytes
            last = reading.good_bytes + len(line) == len(data)
            if not (last and number > 1):
                reading.fault = f"line {number} of {path.name} is damaged"
            break
        if isinstance(record, Seal):
            fault = _fault_of(record, block, reading)
            if fault:
                reading.fault = f"{fault} at line {number} of {path.name}"
                break
            reading.last_seal, block = record.hash, []
            reading.seals += 1
            reading.late += record.late
            reading.sealed = len(reading.records)
        else:
            if isinstance(record, Sitting):
                if record.format > FORMAT:
                    raise HistoryError(
                        f"The history was written by a newer Firsthand (format {record.format}, this one reads up to "
                        f"{FORMAT}); nothing was changed. Install the newer version to open it."
                    )
                reading.sitting, reading.last_seal = record, record.after
            else:
                reading.records.append(record)
            block.append(line)
        reading.good_bytes += len(line)
    reading.open_block = b"".join(block)
    return reading


def _record(line: bytes) -> Record | None:
    if not line.endswith(b"\n"):
        return None
    try:
        return decode(line)
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError):
        return None


def _fault_of(seal: Seal, block: list[bytes], reading: Reading) -> str | None:
    if seal.prev != reading.last_seal:
        return "a seal does not follow the one before it"
    if seal.lines != len(block):
        return "a sealed line is missing or was added"
    if seal.hash != seal_of(seal.prev, b"".join(block)):
        return "a sealed line was changed"
    return None


def write_closed(path: Path, lines: list[bytes], after: str = "", level: int = 19) -> str:
    """Write a whole history file at once, sealed and closed; gives the hash of its seal."""
    data, digest = sealed(lines, after)
    replace_file(path, zstandard.ZstdCompressor(level=level, write_checksum=True).compress(data))
    return digest


def close_file(path: Path) -> Path:
    """Compress a file whose sitting is over; the open form goes only when the closed one is safely on disk."""
    target = path.with_name(path.name + ".zst")
    replace_file(target, zstandard.ZstdCompressor(level=19, write_checksum=True).compress(path.read_bytes()))
    path.unlink()
    return target


def close_interrupted(path: Path) -> str | None:
    """Seal and close the file of a sitting that did not end by itself.

    Bytes of an unfinished last line are kept in ``NAME.torn``. Gives a sentence about what was dropped, or None.
    A file with a fault is left as it is.
    """
    reading = read_file(path)
    if reading.fault or reading.sitting is None:
        return None
    data = path.read_bytes()
    said = None
    if reading.torn:
        replace_file(path.with_name(path.name + ".torn"), data[reading.good_bytes :])
        said = f"The last line of {path.name} was not finished when the program ended, and was set aside."
        data = data[: reading.good_bytes]
    if reading.open_block:
        lines = reading.open_block.splitlines(keepends=True)
        tail, _ = sealed(lines, reading.last_seal, late=True)
        data = data[: len(data) - len(reading.open_block)] + tail
    replace_file(path, data)
    close_file(path)
    return said


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the file's place, whole or not at all: a temporary file, forced to disk, then renamed."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force the folder's own entries to disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
