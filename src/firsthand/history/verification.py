"""Whether a manuscript's record is whole: what holds, what does not, and where the first fault is."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import msgspec

from firsthand.history.files import Reading, history_files, read_file
from firsthand.history.records import milliseconds


class Status(StrEnum):
    """``WHOLE``: every record is under a seal and every seal fits. Anything else never counts as verified."""

    WHOLE = "whole"
    UNSEALED = "unsealed"
    BROKEN = "broken"
    EMPTY = "empty"


class Verification(msgspec.Struct, frozen=True):
    """The outcome for one manuscript. ``faults`` are sentences, the first fault first."""

    status: Status
    sittings: int
    records: int
    unsealed: int
    late_seals: int
    faults: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return self.status is Status.WHOLE


def read_history(folder: Path) -> list[Reading]:
    """Every history file of the folder, in the order the sittings began. HistoryError if one cannot be read."""
    readings = [read_file(path) for path in history_files(folder)]
    return sorted(readings, key=lambda r: (milliseconds(r.sitting.began) if r.sitting else 0, r.path.name))


def verify(readings: Iterable[Reading], manuscript: str | None = None) -> Verification:
    """Check the seals, that each sitting follows a seal that is there, and that all belong to one manuscript."""
    readings = list(readings)
    known = {""} | {seal for r in readings for seal in [r.last_seal] if r.seals}
    faults = [r.fault for r in readings if r.fault]
    for r in readings:
        if r.sitting is None:
            continue
        if manuscript is not None and r.sitting.manuscript != manuscript:
            faults.append(f"{r.path.name} belongs to another manuscript")
        if r.sitting.after not in known:
            faults.append(f"the sitting before {r.path.name} is missing or was changed")
    unsealed = sum(r.unsealed for r in readings)
    torn = [f"the last line of {r.path.name} is not finished" for r in readings if r.torn and not r.fault]
    status = (
        Status.BROKEN
        if faults
        else Status.EMPTY
        if not readings
        else Status.UNSEALED
        if torn or any(r.open_block or not r.seals for r in readings)
        else Status.WHOLE
    )
    return Verification(
        status,
        len(readings),
        sum(len(r.records) for r in readings),
        unsealed,
        sum(r.late for r in readings),
        (*faults, *torn),
    )
