"""Damaged files of a history rebuilt from what can still be read; what cannot be is said, and stays known.

A block that does not fit its seal is left as it is: no repair makes a changed record whole. Whatever is replaced is
kept first (``damaged``), so that a kill leaves the old file, the new one, or both, and repairing again goes on.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
import zstandard

from firsthand.history import damaged
from firsthand.history.disk import replace_file
from firsthand.history.files import close_file, end_here
from firsthand.history.heads import SUFFIX as HEAD_SUFFIX
from firsthand.history.heads import read_heads
from firsthand.history.journal import SUFFIX as JOURNAL_SUFFIX
from firsthand.history.journal import header, read_journal, read_line
from firsthand.history.reading import CLOSED_SUFFIX, Reading, read_file, sitting_files
from firsthand.history.records import Sitting
from firsthand.history.sealing import exact_base64, split_lines
from firsthand.history.signing import PUBLIC_NAME, Signer, public_file, read_public_file
from firsthand.history.verification import read_history
from firsthand.saying import say

Signing = Callable[[], Signer | None]


class Repair(msgspec.Struct, frozen=True):
    """What was done about one file, in a sentence. ``lost``: some of what it held is gone, or could not be rebuilt."""

    file: str
    said: str
    lost: bool = False


def repair_sittings(folder: Path) -> list[Repair]:
    """Rebuild the damaged files of sittings, and set damaged heads aside.

    OSError if the disk refuses; what was done by then is whole.
    """
    done = [_head_aside(path) for path in sorted(folder.glob(f"*{HEAD_SUFFIX}")) if not _is_head(path)]
    for path in sitting_files(folder):
        one = _closed(path) if path.name.endswith(CLOSED_SUFFIX) else _growing(path)
        if one is not None:
            done.append(one)
    return done


def repair_journal(path: Path, machine: str | None = None) -> Repair | None:
    """Make the journal of a sitting that did not close readable, if it is not; ``path`` is its ``.jsonl``.

    With ``machine`` only if the sitting is of that computer. None if nothing was wrong. OSError if the disk refuses.
    """
    place = path.with_suffix(JOURNAL_SUFFIX)
    lines = split_lines(place.read_bytes()) if place.exists() else []
    torn = lines.pop() if lines and not lines[-1].endswith(b"\n") else b""
    blocks = Reading(path, path.read_bytes() if path.exists() else b"", None)
    sitting = blocks.sitting or _sitting_in(lines[1:2])
    if not lines or (machine is not None and (sitting is None or sitting.machine != machine)):
        return None
    begin, whole = _header(place, lines[0], blocks, sitting)
    body, good = lines[1:], _readable(lines[1:])
    if whole and good == len(body):
        return None
    if not begin or not (good or blocks.seals):
        return _hopeless(place)
    lost = good < len(body)
    said = (
        say("{good} of its {count} lines could be read", good=good, count=len(body))
        if lost
        else say("its beginning was written again")
    )
    damaged.keep(path.parent, place, said, lost=lost)
    replace_file(place, b"".join([begin, *body[:good], b"" if lost else torn]))
    return Repair(place.name, _put_aside(place, said), lost)


def _put_aside(path: Path, said: str) -> str:
    return say("{name} was damaged and set aside: {said}.", name=path.name, said=said)


def repair_marks(folder: Path, signer: Signing) -> list[Repair]:
    """Make the heads and the public key again where they are missing or damaged. OSError if the disk refuses.

    That nothing came after the sitting which a head then names is not proved.
    """
    return [*_heads(folder, signer), *_public_key(folder)]


def _closed(path: Path) -> Repair | None:
    """Rebuild a closed file: from the open one beside it, or from what of it can be unpacked."""
    reading = read_file(path)
    if reading.fault is None:
        return None
    plain = path.with_name(path.name.removesuffix(".zst"))
    beside = plain.exists()
    data, packed_well = _salvaged(path)
    if packed_well and reading.records:
        return _stays(reading)
    twin = Reading(plain, plain.read_bytes() if beside else data, None)
    if not twin.records and not twin.seals:
        return _hopeless(path)
    if not beside:
        replace_file(plain, data)
    whole = twin.fault is None and twin.ended
    said = "it was made again, whole" if whole else f"{len(twin.records)} records could be read and are in {plain.name}"
    damaged.set_aside(path.parent, path, said, lost=not whole)
    if whole:
        close_file(plain)
    return Repair(path.name, _put_aside(path, said), not whole)


def _stays(reading: Reading) -> Repair:
    said = f"{reading.path.name} stays as it is, and what follows the fault is not proved: {reading.fault}."
    return Repair(reading.path.name, said, True)


def _hopeless(path: Path) -> Repair:
    said = say("nothing in it could be read")
    damaged.set_aside(path.parent, path, said, lost=True)
    return Repair(path.name, _put_aside(path, said), True)


def _growing(path: Path) -> Repair | None:
    """Mend what belongs to a sitting that did not close."""
    mended = repair_journal(path)
    if mended is not None or not path.exists():
        return mended
    reading = read_file(path)
    if reading.fault is None:
        return None
    return _stays(reading) if reading.sitting is not None or reading.records else _hopeless(path)


def _salvaged(path: Path) -> tuple[bytes, bool]:
    """What can be unpacked of a closed file, as far as whole lines go, and whether the packing is sound."""
    frame, out, sound = zstandard.ZstdDecompressor().decompressobj(), [], False
    try:
        data = path.read_bytes()
        for at in range(len(data)):  # byte by byte, as what a step gives is lost where the step fails
            out.append(frame.decompress(data[at : at + 1]))
            if frame.eof:
                sound = at == len(data) - 1
                break
    except (OSError, zstandard.ZstdError):
        pass
    whole = b"".join(out)
    return whole[: whole.rfind(b"\n") + 1], sound


def _header(place: Path, line: bytes, blocks: Reading, sitting: Sitting | None) -> tuple[bytes, bool]:
    """A journal's first line, a new one if it is damaged, and whether it was whole; none without a sitting."""
    try:
        journal = read_journal(place)
    except ValueError:
        journal = None
    if journal is not None and journal.sitting:
        return line, True
    return (header(sitting.id, blocks.seals[-1].read if blocks.seals else 0) if sitting else b""), False


def _sitting_in(lines: Sequence[bytes]) -> Sitting | None:
    for line in lines[: _readable(lines)]:
        for record in read_line(line):
            if isinstance(record, Sitting):
                return record
    return None


def _readable(lines: Iterable[bytes]) -> int:
    """How many lines can be read before the first that cannot."""
    good = 0
    for line in lines:
        try:
            read_line(line)
        except (msgspec.DecodeError, ValueError):
            break
        good += 1
    return good


def _head_aside(path: Path) -> Repair:
    damaged.set_aside(path.parent, path, "it could not be read; the next seal makes one", lost=False)
    return Repair(path.name, f"{path.name} was damaged and set aside.")


def _is_head(path: Path) -> bool:
    _, faults = read_heads(path.parent)
    return f"{path.name} is damaged" not in faults


def _heads(folder: Path, signer: Signing) -> list[Repair]:
    history = read_history(folder)
    known = {head.machine for head in history.heads}
    latest: dict[str, Reading] = {}
    for reading in history.readings:
        if reading.sitting is not None and reading.seals and not reading.sitting.imported:
            latest[reading.sitting.machine] = reading
    done: list[Repair] = []
    for machine, reading in latest.items():
        sitting = reading.sitting
        if sitting is None or machine in known or not reading.ended:
            continue
        key = signer() if sitting.key else None
        name = f"{machine}{HEAD_SUFFIX}"
        if sitting.key and key is None:
            done.append(Repair(name, f"{name} is missing, and cannot be made without the author's key.", True))
            continue
        end_here(folder, sitting, reading.last_seal, key)
        said = f"{name} was made again; whether a later sitting is missing cannot be known."
        done.append(Repair(name, said))
    return done


def _public_key(folder: Path) -> list[Repair]:
    path = folder / PUBLIC_NAME
    keys = [r.sitting.key for r in read_history(folder).readings if r.sitting is not None and r.sitting.key]
    key = exact_base64(keys[0].encode()) if keys else None
    if key is None or (path.exists() and read_public_file(path.read_bytes()) is not None):
        return []
    if path.exists():
        damaged.keep(folder, path, "it held no key", lost=False)
    replace_file(path, public_file(key))
    return [Repair(path.name, f"{path.name} was made again from the sittings.")]
