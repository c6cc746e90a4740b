"""Closing what a kill left open: sealing what a journal holds, with a late seal, and the sitting's end.

A computer closes its own sittings only; another's may be going on there, and counts as not closed until that computer
opens the manuscript again. A sitting that begins before an earlier one is closed names that one in its journal: by its
last seal, or by its id if it has none. ``Closed`` says which seal that has become.
"""

import base64
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from firsthand.history.disk import replace_file
from firsthand.history.files import close_file, head_of, signed_by
from firsthand.history.heads import seal_before, write_head
from firsthand.history.journal import SUFFIX as JOURNAL_SUFFIX
from firsthand.history.journal import read_line
from firsthand.history.lines import LineWriter
from firsthand.history.reading import CLOSED_SUFFIX, SUFFIX, HistoryError, Reading, read_file, sitting_names
from firsthand.history.records import Record, Sitting, coalesced, ended
from firsthand.history.sealing import Chain, opening, sealed
from firsthand.history.signing import Signer
from firsthand.history.verification import in_order
from firsthand.saying import say

_HASH = 64  # the length of a seal's; ids are shorter


class Closed(msgspec.Struct):
    """What closing came to: sentences for the author, and the last seal of each sitting by what had named it before.

    ``refused`` is a sentence if the disk did not let everything be closed, or is empty; ``why`` what the disk said.
    ``before`` is, of each that had no seal, what it comes after itself: if it could not be closed, that stands for it.
    """

    said: list[str] = []
    refused: str = ""
    why: str = ""
    seals: dict[str, str] = {}
    before: dict[str, tuple[str, ...]] = {}

    def after(self, named: Iterable[str]) -> tuple[str, ...]:
        """What a sitting comes after that its journal says comes after these: seals only."""
        found: dict[str, None] = {}
        for one in named:
            if one in self.seals or len(one) == _HASH:
                found[self.seals.get(one, one)] = None
            else:
                found |= dict.fromkeys(self.after(self.before.get(one, ())))
        return tuple(found)


def left_open(folder: Path, machine: str, but: str = "") -> list[Reading]:
    """The sittings of this computer that have not closed, in their order, without that of the name ``but``.

    HistoryError if one cannot be read.
    """
    names = [name for name in sitting_names(folder) if not name.endswith(CLOSED_SUFFIX)]
    readings = [read_file(folder / name) for name in names if name.removesuffix(SUFFIX) != but]
    return [r for r in in_order(readings) if r.sitting is None or r.sitting.machine == machine]


def close_earlier(
    folder: Path, machine: str, signer: Callable[[], Signer | None] = lambda: None, going_on: str = ""
) -> Closed:
    """Seal and close the sittings of this computer (``machine``) that did not close by themselves.

    Not that of the name ``going_on``. ``signer`` is asked for the author's key if a seal has to be set. Bytes of an
    unfinished last line are kept in ``NAME.torn``. A file with a fault is left as it is. If one cannot be read or the
    disk refuses, a sentence says so, and what was not closed by then is as it was.
    """
    closed = Closed()
    try:
        readings = left_open(folder, machine, going_on)
        closed.before = {r.name: r.sitting.after for r in readings if r.sitting is not None and not r.seals}
        for reading in readings:
            _close(reading, signer, closed)
    except HistoryError as error:
        closed.said.append(str(error))
    except OSError as error:
        closed.why = error.strerror or str(error)
        closed.refused = say(
            "The history of an earlier sitting cannot be closed ({why}); what it holds is safe, and "
            "Firsthand tries again when the manuscript is opened next.",
            why=error,
        )
    return closed


def _close(reading: Reading, signer: Callable[[], Signer | None], closed: Closed) -> None:
    _, fault = reading.records, reading.fault  # reading the records may find one
    if reading.unread:
        raise OSError(0, fault)
    if fault is not None or reading.sitting is None:
        _left_over(reading)
        return
    if reading.torn_line:
        replace_file(reading.path.with_name(f"{reading.name}.torn"), reading.torn_line)
        closed.said.append(
            say(
                "The last line of the history {name} was not finished when the program ended, and was set aside.",
                name=reading.name,
            )
        )
    seal = reading.last_seal if reading.ended else _end_late(reading, signer(), closed)
    closed.seals[reading.name] = seal
    closed.seals |= dict.fromkeys((one.hash for one in reading.seals), seal)
    close_file(reading.path)


def _left_over(reading: Reading) -> None:
    """A journal in which nothing was written yet is of no meaning; any other file with a fault is left as it is."""
    journal = reading.path.with_suffix(JOURNAL_SUFFIX)
    if not reading.path.exists() and not reading.torn and journal.exists() and journal.read_bytes().count(b"\n") < 2:
        journal.unlink()


def _end_late(reading: Reading, signer: Signer | None, closed: Closed) -> str:
    """Seal what a journal holds, and the sitting's end; the hash of the seal."""
    sitting, folder = reading.sitting, reading.path.parent
    assert sitting is not None
    records: Sequence[Record] = coalesced(record for line in reading.waiting for record in read_line(line))
    if not reading.seals:
        _look_up(folder, sitting.after, closed)
        sitting = signed_by(msgspec.structs.replace(sitting, after=closed.after(sitting.after)), signer)
        records = [sitting, *records[1:]]
    data, seal = _late_block(reading, sitting, records, signer if sitting.key else None)
    head = head_of(sitting, seal, reading.last_seal or seal_before(folder, sitting.machine))
    write_head(folder, head, signer)
    replace_file(reading.path, reading.data[: reading.good] + data)
    write_head(folder, msgspec.structs.replace(head, before=""), signer)
    return seal


def _look_up(folder: Path, named: Iterable[str], closed: Closed) -> None:
    """Find the last seals of sittings that are named by their ids and have closed since."""
    for one in named:
        path = folder / f"{one}{CLOSED_SUFFIX}"
        if len(one) != _HASH and one not in closed.seals and path.exists():
            closed.seals[one] = read_file(path).last_seal


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
    chain = Chain(sitting.manuscript, sitting.id, last.link if last else ",".join(sitting.after))
    block, seal = sealed(lines, chain, said, signer)
    return block, seal.hash
