"""The journal of a sitting: its records since the last seal, one a line, as they came.

Each line stands by itself and has a number in its sitting, so that after a kill those which a seal took in already are
known and passed over. A last line that was not finished counts as not there.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from firsthand.history.lines import LineReader, LineWriter
from firsthand.history.records import Record, Sitting, as_json, from_json
from firsthand.history.sealing import split_lines

SUFFIX = ".journal"


class _Header(msgspec.Struct, tag_field="k", tag="journal", rename={"first": "from"}):
    sitting: str
    first: int


_decoder = msgspec.json.Decoder(_Header)


class Journal(msgspec.Struct, frozen=True):
    """What a journal holds: whole lines, the first of them number ``first``, and the bytes of an unfinished one."""

    sitting: str
    first: int
    lines: tuple[bytes, ...]
    torn: bytes = b""

    def since(self, read: int) -> tuple[bytes, ...]:
        """The lines that no seal has taken in, if the seals have taken in ``read``; ValueError if some are missing."""
        if self.first > read:
            raise ValueError(f"records {read} to {self.first - 1} of its sitting are missing")
        return self.lines[read - self.first :]


def header(sitting: str, first: int) -> bytes:
    """The first line of a journal."""
    return as_json(_Header(sitting, first)) + b"\n"


def journal_lines(records: Iterable[Record]) -> list[bytes]:
    """The lines of records in a journal, each with its newline."""
    return [LineWriter().lines([record])[0] for record in records]


def read_line(line: bytes) -> Sequence[Record]:
    """What a line of a journal records; msgspec.DecodeError or ValueError if it is no such line."""
    return LineReader().records(line)


def read_journal(path: Path) -> Journal | None:
    """The journal in a file, of no sitting (an empty name) if not even its first line is whole; None if there is none.

    OSError if it cannot be read, ValueError if it is no journal.
    """
    try:
        lines = split_lines(path.read_bytes())
    except FileNotFoundError:
        return None
    torn = lines.pop() if lines and not lines[-1].endswith(b"\n") else b""
    if not lines:
        return Journal("", 0, (), torn)
    begin = from_json(lines[0], _decoder)
    return Journal(begin.sitting, begin.first, tuple(lines[1:]), torn)


def sitting_of(lines: Iterable[bytes]) -> Sitting | None:
    """The sitting that a journal from the beginning tells of."""
    for line in lines:
        records = read_line(line)
        return records[0] if isinstance(records[0], Sitting) else None
    return None
