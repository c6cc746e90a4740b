"""Typography for a scene as it stands: what would be set otherwise, so that the author can look at it first.

The rules are those of typing (``desk.typography``), as if the scene were typed anew key by key; what is chosen of it is
done in one step and counts as the author's typing, as it would have then. Places are UTF-16 units.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from firsthand.desk.draft import Draft
from firsthand.desk.replacing import Planned, replace
from firsthand.desk.typography import LOOK, TRIGGERS, Better, better


class Correction(Struct, frozen=True):
    """At one place, ``old`` would become ``new``; both, and what stands before and behind, in unit form."""

    start: int
    end: int
    old: str
    new: str
    before: str
    behind: str


def corrections(units: str, language: str) -> list[Correction]:
    """What would be set otherwise in a text in unit form, in order."""
    out: list[Correction] = []
    at = 0
    for line in units.split("\n"):
        if not TRIGGERS.isdisjoint(line):
            out += _of_line(line, at, language)
        at += len(line) + 1
    return out


def correct(draft: Draft, chosen: Iterable[Correction]) -> int:
    """Make the corrections that were chosen, where the text is still what it was, as one step; how many."""
    units = draft.text.units()
    wanted = [Planned(one.start, one.end, (one.new,)) for one in chosen if units[one.start : one.end] == one.old]
    draft.end_group()
    return replace(draft, wanted)


class _Piece(Struct):
    """What stands for the units from ``start`` to ``end`` of a line."""

    start: int
    end: int
    text: str


def _of_line(line: str, at: int, language: str) -> Iterator[Correction]:
    for piece in _typed(line, language):
        start, end, new = _trimmed(line, piece)
        if line[start:end] != new:
            before, behind = line[max(0, start - LOOK) : start], line[end : end + LOOK]
            yield Correction(at + start, at + end, line[start:end], new, before, behind)


def _typed(line: str, language: str) -> list[_Piece]:
    """The line as it would stand if it were typed key by key."""
    out: list[_Piece] = []
    for at, key in enumerate(line):
        out.append(_Piece(at, at + 1, key))
        if key not in TRIGGERS:
            continue
        made = better("".join(piece.text for piece in out[-LOOK:]), language)
        if made is not None:
            _put(out, made)
    return out


def _put(out: list[_Piece], made: Better) -> None:
    """Let something better stand for what was typed last."""
    start, end, gone = out[-1].start, out[-1].end, ""
    while len(gone) < made.removed:
        piece = out.pop()
        start, gone = piece.start, piece.text + gone
    out.append(_Piece(start, end, gone[: len(gone) - made.removed] + made.text))


def _trimmed(line: str, piece: _Piece) -> tuple[int, int, str]:
    """The piece without what it has in common with the line at its ends."""
    start, end, new = piece.start, piece.end, piece.text
    while start < end and new and line[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and line[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new
