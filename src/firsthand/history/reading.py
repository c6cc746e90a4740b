"""What a sitting's files hold: its blocks checked against their seals, its records, and the first thing that is wrong.

Reading never repairs. The hashes are checked at once, which takes no decoding; the records are decoded when they are
asked for, as far as their lines can be read, whether their seals fit or not: whoever shows them has to say which.
Whether signatures are good, and whether all sittings of a manuscript are there, is ``verification``'s to say.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec
import zstandard

from firsthand.history.acts import Joined
from firsthand.history.journal import SUFFIX as JOURNAL_SUFFIX
from firsthand.history.journal import Journal, read_journal, read_line
from firsthand.history.lines import LineReader
from firsthand.history.records import FORMAT, Record, Sitting, coalesced
from firsthand.history.sealing import (
    Chain,
    Seal,
    SealingError,
    blocks,
    check_block,
    check_spine,
    read_seal,
    split_lines,
)
from firsthand.saying import say

SUFFIX = ".jsonl"
CLOSED_SUFFIX = ".jsonl.zst"


class HistoryError(Exception):
    """The history cannot be read or written; the text says what to do."""


def sitting_files(folder: Path) -> list[Path]:
    """For each sitting in a folder its ``.jsonl.zst``, or else its ``.jsonl``, which may not be there yet."""
    return [folder / name for name in sitting_names(folder)]


def sitting_names(folder: Path) -> list[str]:
    """The names of the ``sitting_files``: a long novel has thousands, and few are looked at."""
    files = [file for file in os.listdir(folder) if file[:1] != "."] if folder.is_dir() else []  # noqa: PTH208
    closed = {file[: -len(CLOSED_SUFFIX)] for file in files if file.endswith(CLOSED_SUFFIX)}
    grown = {file.rpartition(".")[0] for file in files if file.endswith((SUFFIX, JOURNAL_SUFFIX))} - closed
    return [name + (CLOSED_SUFFIX if name in closed else SUFFIX) for name in sorted(closed | grown)]


class Reading:
    """What is on disk of one sitting.

    ``path`` is its ``.jsonl`` or ``.jsonl.zst``. ``seals`` are those that fit; ``good`` is where the last of them ends
    in ``data``, the blocks' bytes. ``fault`` is the first thing wrong, in words that name the file, or None.
    ``waiting`` are the journal's lines that no seal has taken in. ``torn`` are the bytes of a block that was not
    finished, ``torn_line`` those of a journal's line. ``redacted`` says that words were taken out, ``unread`` that the
    disk did not give its file, which may be sound.
    """

    def __init__(self, path: Path, data: bytes, journal: Journal | None, fault: str | None = None) -> None:
        self.path = path
        self.data = data
        self.sitting: Sitting | None = None
        self.seals: list[Seal] = []
        self.waiting: tuple[bytes, ...] = ()
        self._waiting_from = 2
        self.torn = self.torn_line = b""
        self.good = 0
        self.redacted = self.unread = False
        self.fault = fault
        self._check()
        self._meet(journal)
        self._see_that_it_tells_of_one(journal)

    @property
    def name(self) -> str:
        """The name that the sitting's files share."""
        return self.path.name.removesuffix(".zst").removesuffix(SUFFIX)

    @property
    def last_seal(self) -> str:
        """The hash of the last seal that fits, or an empty string."""
        return self.seals[-1].hash if self.seals else ""

    @property
    def lines(self) -> int:
        """How many lines are under a seal, the sitting's own left out."""
        return max(0, sum(seal.lines for seal in self.seals) - 1)

    @property
    def ended(self) -> bool:
        return bool(self.seals) and self.seals[-1].end

    @property
    def late(self) -> int:
        """How many seals were set at a later opening."""
        return sum(seal.late for seal in self.seals)

    @property
    def chain(self) -> Chain:
        """Where its next block stands. Only where there is a sitting."""
        assert self.sitting is not None
        previous = self.seals[-1].link if self.seals else ",".join(self.sitting.after)
        return Chain(self.sitting.manuscript, self.sitting.id, previous)

    @property
    def records(self) -> list[Record]:
        """All that is recorded, in order; ends at the first line that cannot be read, which is then the ``fault``.

        What is in no block yet is coalesced as it will be there, so that a record has the same number before and after.
        """
        return self._decoded[0]

    def count_at(self, seal: str) -> int | None:
        """How many records stand before one of its seals; None if it has no such seal."""
        number = next((number for number, one in enumerate(self.seals) if one.hash == seal), None)
        return None if number is None else (*self._decoded[1], *[len(self.records)] * len(self.seals))[number]

    @cached_property
    def joins(self) -> list[tuple[int, Joined]]:
        """Its records of joins, each with how many records come before it."""
        mark = b'{"k":"joined"'
        if mark not in self.data and not any(line.startswith(mark) for line in self.waiting):
            return []
        return [(number, one) for number, one in enumerate(self.records) if isinstance(one, Joined)]

    @cached_property
    def _decoded(self) -> tuple[list[Record], list[int]]:
        """The records, and how many there are up to the end of each block."""
        records: list[Record] = []
        ends: list[int] = []
        for place, first, lines, read in self._readable():
            part: list[Record] = []
            whole = self._read_into(part, place, first, lines, read)
            part = _without_sitting(part)
            records += part if place == self.path.name else coalesced(part)
            ends.append(len(records))
            if not whole:
                break
        return records, ends

    def _read_into(
        self,
        records: list[Record],
        place: str,
        first: int,
        lines: Sequence[bytes],
        read: Callable[[bytes], Iterable[Record]],
    ) -> bool:
        """Decode lines; False at the first that cannot be read, which is told."""
        for number, line in enumerate(lines, first):
            try:
                records += read(line)
            except (msgspec.DecodeError, ValueError):
                self.fault = self.fault or f"line {number} of {place} cannot be read"
                return False
        return True

    def spine_fault(self) -> str | None:
        """Whether the words under each seal are those that a copy without them would stand for; the first that are not.

        This takes a hash for each line; who has not the author's key cannot bring it about.
        """
        for (begin, at, _), seal in zip(blocks(self.data[: self.good]), self.seals, strict=True):
            try:
                check_spine(self.data[begin:at], seal)
            except SealingError as error:
                return f"{self.path.name}, block {seal.block}: {error}"
        return None

    def _readable(self) -> Iterator[tuple[str, int, Sequence[bytes], Callable[[bytes], Iterable[Record]]]]:
        """The lines of each block and of the journal: their file, the number of the first there, and who reads them."""
        first = 1
        for begin, at, end in blocks(self.data):
            if at == end and not self.fault:
                break  # a block that was being written: the journal has it
            lines = split_lines(self.data[begin:at])
            yield self.path.name, first, lines, LineReader().records
            first += len(lines) + 1
        yield self.name + JOURNAL_SUFFIX, self._waiting_from, self.waiting, read_line

    def _check(self) -> None:
        number = 0
        for begin, at, end in blocks(self.data):
            block = self.data[begin:at]
            if not begin:
                self.sitting = self._first(block)
            if at == end:
                self.torn = block
                return
            count = block.count(b"\n")
            seal = read_seal(self.data[at:end])
            fault = self._fault_of(seal, block, count)
            if fault is not None or seal is None:
                place = f"{self.path.name}, block {len(self.seals) + 1} (lines {number + 1} to {number + count + 1})"
                self.fault = self.fault or f"{place}: {fault}"
                return
            self.seals.append(seal)
            self.good = end
            number += count + 1

    def _first(self, block: bytes) -> Sitting | None:
        line = block.partition(b"\n")[0]
        try:
            sitting = LineReader().records(line)[0]
        except (msgspec.DecodeError, ValueError):
            return None
        if not isinstance(sitting, Sitting):
            return None
        if sitting.format > FORMAT:
            raise HistoryError(
                say(
                    "The history was written by a newer Firsthand (format {format}, this one reads up to "
                    "{known}); nothing was changed. Install the newer version to open it.",
                    format=sitting.format,
                    known=FORMAT,
                )
            )
        return sitting

    def _fault_of(self, seal: Seal | None, block: bytes, count: int) -> str | None:
        """What is wrong with a block and its seal, or None."""
        if seal is None:
            return "its seal is damaged"
        if self.sitting is None:
            return "it does not begin with its sitting"
        if self.ended:
            return "it stands after the sitting's end"
        if seal.block != len(self.seals) + 1 or seal.lines != count:
            return "a block or a line is missing or was added"
        try:
            check_block(block, seal, self.chain)
        except SealingError as error:
            return str(error)
        self.redacted = self.redacted or (seal.whole is not None and b',"c":"' in block)
        return None

    def _meet(self, journal: Journal | None) -> None:
        """Take in what the journal adds to the blocks; nothing where something is wrong with them."""
        if journal is not None and self.fault is None:
            self.torn_line = journal.torn
            if self.sitting is None and not self.seals:
                self.sitting = self._first(b"".join(journal.lines[:1]))
            if journal.sitting and (journal.lines or self.sitting is not None):
                self._add(journal)
        if self.torn and not self.waiting and self.fault is None:
            self.fault = f"{self.path.name} has something behind its last seal"

    def _see_that_it_tells_of_one(self, journal: Journal | None) -> None:
        """It is no fault if a kill came before the first record was in the journal."""
        only_begun = not self.data and journal is not None and not journal.lines
        if self.fault is None and self.sitting is None and not only_begun:
            self.fault = f"{self.path.name} tells of no sitting"

    def _add(self, journal: Journal) -> None:
        file = self.name + JOURNAL_SUFFIX
        if self.sitting is None or journal.sitting != self.sitting.id:
            self.fault = f"{file} is of another sitting"
            return
        try:
            self.waiting = journal.since(self.seals[-1].read if self.seals else 0)
            self._waiting_from = 2 + len(journal.lines) - len(self.waiting)
        except ValueError as error:
            self.fault = f"{file}: {error}"
        if self.waiting and self.ended:
            self.fault = f"{file} goes on after the sitting's end"


def _without_sitting(records: list[Record]) -> list[Record]:
    return [record for record in records if not isinstance(record, Sitting)]


def read_file(path: Path) -> Reading:
    """What is on disk of the sitting of a ``.jsonl`` or ``.jsonl.zst`` file.

    HistoryError if it was made by a newer Firsthand. What the disk does not give is a fault (``unread``).
    """
    closed = path.name.endswith(CLOSED_SUFFIX)
    try:
        if not closed and not path.exists() and path.with_name(path.name + ".zst").exists():
            return read_file(path.with_name(path.name + ".zst"))  # it has just closed
        data, fault = _unpacked(path) if closed else _grown(path)
        journal = None if closed else _journal(path)
    except OSError as error:
        unread = Reading(path, b"", None, f"{path.name} cannot be read ({error.strerror or error})")
        unread.unread = True
        return unread
    if isinstance(journal, str):
        return Reading(path, data, None, fault or journal)
    return Reading(path, data, journal, fault)


def _unpacked(path: Path) -> tuple[bytes, str | None]:
    frame = zstandard.ZstdDecompressor().decompressobj()
    try:
        data = frame.decompress(path.read_bytes())
    except zstandard.ZstdError:
        return b"", f"{path.name} is damaged and cannot be unpacked"
    short = not frame.eof or bool(frame.unused_data)
    return data, f"{path.name} is cut short or has something behind its end" if short else None


def _grown(path: Path) -> tuple[bytes, str | None]:
    return (path.read_bytes() if path.exists() else b""), None


def _journal(path: Path) -> Journal | str | None:
    journal = path.with_suffix(JOURNAL_SUFFIX)
    try:
        return read_journal(journal)
    except ValueError:
        return f"{journal.name} is damaged"
