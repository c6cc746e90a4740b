"""Whether a manuscript's record is whole: what holds, what does not, and where the first fault is."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import msgspec

from firsthand.history.clocks import CLOCKS_DIFFER, milliseconds, moment
from firsthand.history.damaged import lost
from firsthand.history.heads import Head, read_heads
from firsthand.history.lock import in_use
from firsthand.history.reading import Reading, read_file, sitting_files
from firsthand.history.sealing import SIGNED, Seal, exact_base64
from firsthand.history.signing import fingerprint
from firsthand.history.signing import verify as genuine

FIRST_YEAR = milliseconds("2026-01-01T00:00:00.000Z")
"""No sitting can have begun before, for there was no Firsthand; milliseconds since 1970."""


class Status(StrEnum):
    """What a record is worth. Only ``WHOLE`` counts as verified.

    ``WHOLE``: every record is under a seal, every seal fits, every sitting has closed (but the one that is going on).
    ``UNSEALED``: some records are under no seal yet. ``UNCLOSED``: a sitting has no end, so that part may be missing.
    """

    WHOLE = "whole"
    UNSEALED = "unsealed"
    UNCLOSED = "unclosed"
    BROKEN = "broken"
    EMPTY = "empty"


class Verification(msgspec.Struct, frozen=True):
    """The outcome for one manuscript.

    ``faults`` are sentences, the first fault first. ``unclosed`` and ``unsigned`` name sittings. ``signed`` is true
    only if every seal is signed. ``keys`` are the fingerprints of the keys that signed, each with the sittings it
    signed (or the head, if it signed no sitting), that of the first sitting first. ``doubts`` are clauses about clocks
    that do not agree with the order or with each other.
    """

    status: Status
    sittings: int
    records: int
    unsealed: int
    late_seals: int
    faults: tuple[str, ...] = ()
    signed: bool = False
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unclosed: tuple[str, ...] = ()
    unsigned: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return self.status is Status.WHOLE


class History(msgspec.Struct, frozen=True):
    """All that is on disk of a manuscript's history.

    ``readings`` are its sittings, each after those it came after. ``in_use`` says that someone has it open.
    """

    readings: tuple[Reading, ...] = ()
    heads: tuple[Head, ...] = ()
    faults: tuple[str, ...] = ()
    in_use: bool = False

    @property
    def latest(self) -> tuple[str, ...]:
        """The seals that a new sitting comes after: the last of each sitting that nothing came after yet.

        Those that heads name are among them, even if they are not there: so their loss stays known.
        """
        return latest(self.readings, self.heads)


def latest(
    readings: Sequence[Reading], heads: Iterable[Head], tips: Iterable[str] = (), seals: Collection[str] = ()
) -> tuple[str, ...]:
    """``History.latest`` of these readings, and of earlier ones that hold ``seals`` and end in ``tips``."""
    known = {*seals, *(seal.hash for r in readings for seal in r.seals)}
    followed = {seal for r in readings if r.sitting is not None for seal in r.sitting.after}
    last = [*tips, *(r.last_seal for r in readings if r.last_seal)]
    lost = [head.seal for head in heads if head.seal not in known and head.before not in known]
    return tuple(dict.fromkeys(seal for seal in (*last, *lost) if seal not in followed))


def without_seal(readings: Iterable[Reading], machine: str) -> tuple[str, ...]:
    """The ids of this computer's sittings that have no seal yet; a new one's journal names them beside the latest."""
    return tuple(r.name for r in readings if not r.seals and r.sitting is not None and r.sitting.machine == machine)


def read_history(folder: Path) -> History:
    """The history in a folder. HistoryError if a file of it cannot be read."""
    heads, faults = read_heads(folder)
    readings = [read_file(path) for path in sitting_files(folder)]
    return History(tuple(in_order(readings)), tuple(heads), (*faults, *lost(folder)), in_use(folder))


def verify(history: History, manuscript: str | None = None, *, thorough: bool = False) -> Verification:
    """Check signatures, that every sitting follows seals that are there, heads, and that all is of one manuscript.

    Of each key the last signature of a sitting is checked, which vouches for all before it; with ``thorough`` every one
    is, and that the copies with words and without stand for the same.
    """
    readings, of = history.readings, _by_seal(history.readings)
    faults = [fault for r in readings for fault in _faults_in(r, thorough=thorough)]
    faults += _sitting_faults(readings, of, manuscript)
    faults += [*history.faults, *_head_faults(history, of, manuscript)]
    going_on = _going_on(readings) if history.in_use else None
    unclosed = tuple(r.name for r in readings if not r.ended and r is not going_on)
    unsigned = tuple(r.name for r in readings if not r.seals or any(seal.signature is None for seal in r.seals))
    unsealed = sum(len(r.waiting) - (bool(r.waiting) and not r.seals) for r in readings)
    torn = tuple(f"the last line of the journal of {r.name} is not finished" for r in readings if r.torn_line)
    if faults:
        status = Status.BROKEN
    elif not readings:
        status = Status.EMPTY
    elif torn or any(r.waiting or not r.seals for r in readings):
        status = Status.UNSEALED
    else:
        status = Status.UNCLOSED if unclosed else Status.WHOLE
    return Verification(
        status,
        len(readings),
        sum(r.lines for r in readings) + unsealed,
        unsealed,
        sum(r.late for r in readings),
        (*faults, *torn),
        bool(readings) and not unsigned and not faults,
        _keys(history),
        unclosed,
        unsigned,
        tuple(_doubts(readings, of)),
    )


_BySeal = Mapping[str, tuple[Reading, Seal]]


def _by_seal(readings: Sequence[Reading]) -> _BySeal:
    return {seal.hash: (r, seal) for r in readings for seal in r.seals}


def _sitting_faults(readings: Sequence[Reading], of: _BySeal, manuscript: str | None) -> Iterator[str]:
    seen: set[str] = set()
    names = {reading.name for reading in readings}
    for reading in readings:
        sitting = reading.sitting
        if sitting is None:
            continue
        if manuscript not in (None, sitting.manuscript):
            yield f"{reading.path.name} belongs to another manuscript"
        if sitting.id in seen:
            yield f"the sitting of {reading.path.name} is there twice"
        known = of if reading.seals else of.keys() | names  # no seal was there yet to name an earlier one by
        if any(after not in known for after in sitting.after):
            yield f"the sitting before {reading.path.name} is missing or was cut"
        seen.add(sitting.id)


def in_order(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Each sitting after those it came after, and else by when it began."""
    of = {name: i for i, r in enumerate(readings) for name in (r.name, *(seal.hash for seal in r.seals))}
    before = [{of[a] for a in r.sitting.after if a in of} - {i} if r.sitting else set() for i, r in enumerate(readings)]
    after: list[list[int]] = [[] for _ in readings]
    for i, earlier in enumerate(before):
        for one in earlier:
            after[one].append(i)
    keys = [(milliseconds(r.sitting.began) if r.sitting else 0, r.path.name, i) for i, r in enumerate(readings)]
    ready = [keys[i] for i, earlier in enumerate(before) if not earlier]
    heapq.heapify(ready)
    left = len(readings)
    while ready:
        *_, i = heapq.heappop(ready)
        left -= 1
        yield readings[i]
        for later in after[i]:
            before[later].discard(i)
            if not before[later]:
                heapq.heappush(ready, keys[later])
    assert not left  # a ring would take two hashes that hold each other


def _going_on(readings: Sequence[Reading]) -> Reading | None:
    """The sitting that whoever has the manuscript open is writing: the last that has not closed."""
    return next((r for r in reversed(readings) if not r.ended), None)


def _key_of(reading: Reading, seal: Seal) -> bytes | None:
    own = reading.sitting.key if reading.sitting is not None else ""
    return seal.key or exact_base64(own.encode() or None)


def _faults_in(reading: Reading, *, thorough: bool) -> Iterator[str]:
    """What is wrong with one sitting by itself, in the order in which it stands there."""
    faults = [_missing_signature(reading), _wrong_signature(reading, thorough=thorough)]
    faults += [reading.spine_fault() if thorough else None, reading.fault]
    yield from (fault for fault in faults if fault)


def _missing_signature(reading: Reading) -> str | None:
    """The first seal that has a signature and should not, or has none and should."""
    promised = bool(reading.sitting and reading.sitting.key)
    for seal in reading.seals:
        if seal.signature is None and promised and not (seal.late and seal.key is None):
            return f"{_place(reading, seal)}, has lost its signature"
        if seal.signature is not None and (not promised or _key_of(reading, seal) is None):
            return f"{_place(reading, seal)}, has a signature but no key for it"
    return None


def _wrong_signature(reading: Reading, *, thorough: bool) -> str | None:
    """The first seal of which the signature is not that of its key.

    A seal is chained to the signature before it: so the last one by a key vouches for all that stands before.
    """
    signed = [seal for seal in reading.seals if seal.signature is not None]
    last = {_key_of(reading, seal): seal for seal in signed}
    if not thorough and all(_signed(key, seal) for key, seal in last.items()):
        return None
    wrong = next((seal for seal in signed if not _signed(_key_of(reading, seal), seal)), None)
    return f"{_place(reading, wrong)}, is not signed by the key it names" if wrong is not None else None


def _signed(key: bytes | None, seal: Seal) -> bool:
    return genuine(key or b"", seal.signature or b"", SIGNED + bytes.fromhex(seal.hash))


def _place(reading: Reading, seal: Seal) -> str:
    return f"the seal of {reading.path.name}, block {seal.block}"


def _head_faults(history: History, of: _BySeal, manuscript: str | None) -> Iterator[str]:
    for head in history.heads:
        found, _ = of.get(head.seal) or of.get(head.before) or (None, None)
        if manuscript not in (None, head.manuscript):
            yield f"{head.machine}.head belongs to another manuscript"
        elif found is None or found.sitting is None or found.sitting.machine != head.machine:
            yield f"the latest sitting of the computer {head.machine} is missing or was cut, as its head tells"
        elif not head.genuine() or (found.sitting.key and not head.key and found.seals[-1].signature is not None):
            yield f"{head.machine}.head is not signed by the key it names"
    with_head = {head.machine for head in history.heads}
    ended = {r.sitting.machine for r in history.readings if r.ended and r.sitting and not r.sitting.imported}
    for machine in sorted(ended - with_head):
        yield f"the head of the computer {machine} is missing: its latest sitting may be"


def _keys(history: History) -> tuple[tuple[str, tuple[str, ...]], ...]:
    signed: dict[bytes, dict[str, None]] = {}
    for reading in history.readings:
        for seal in reading.seals:
            key = _key_of(reading, seal)
            if key is not None and seal.signature is not None:
                signed.setdefault(key, {})[reading.name] = None
    for head in history.heads:
        if head.public is not None and head.public not in signed:
            signed[head.public] = {f"{head.machine}.head": None}
    return tuple((fingerprint(key), tuple(names)) for key, names in signed.items())


def _doubts(readings: Sequence[Reading], of: _BySeal) -> Iterator[str]:
    """Where clocks contradict the order, each other, or what can be; those of imported sittings are not Firsthand's."""
    for reading, sitting in ((r, r.sitting) for r in readings if r.sitting is not None and not r.sitting.imported):
        if milliseconds(sitting.began) < FIRST_YEAR:
            yield f"by its clock the sitting {reading.name} began at {sitting.began}, before there was Firsthand"
        yield from _settings(reading)
        for found, seal in (of[after] for after in sitting.after if after in of):
            before = found.sitting
            if before is None or before.imported:
                continue
            then = milliseconds(before.began) + seal.t
            if milliseconds(sitting.began) < then - CLOCKS_DIFFER:
                yield (
                    f"the sitting {reading.name} began at {sitting.began} by its computer's clock, but comes after "
                    f"{found.name}, which went on until {moment(then)} by its"
                )


def _settings(reading: Reading) -> Iterator[str]:
    """When a computer's clock was set while a sitting went on."""
    before = 0
    for seal in reading.seals:
        by = seal.clock - before
        if abs(by) > CLOCKS_DIFFER:
            minutes, way = round(abs(by) / 60_000), "forward" if by > 0 else "back"
            yield f"in the sitting {reading.name} the computer's clock was set {way} by {minutes:,} minutes"
            before = seal.clock
