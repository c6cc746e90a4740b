"""Two versions of a text side by side: what stayed, what went, what came, and whose each of it is.

Which words are the same is ``difference``'s to say. Here the sources are laid beside it: a hunk is a stretch of which
one thing can be said, and the hunks in their order are the whole of both versions. A line, or the part of one, that
went in one place and came in another is said to have moved if nobody would write it twice by accident. Places and
lengths are UTF-16 units.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

import msgspec

from firsthand.patterns import late
from firsthand.provenance.difference import edits
from firsthand.provenance.origins import Change, Run, Span, join_runs
from firsthand.provenance.text import TrackedText
from firsthand.provenance.units import from_units

_LINE = late(r"[^\n]*\n|[^\n]+")
_SURE = 32
"""Units that nobody writes twice by accident, white space round them not counted."""


class Kind(StrEnum):
    """What became of a stretch from one version to the other."""

    KEPT = "kept"
    REMOVED = "removed"
    INSERTED = "inserted"
    WHOSE = "whose"
    """The same text, of another source than before."""


class Hunk(msgspec.Struct, frozen=True):
    """A stretch of text that stands at ``old`` in the one version and at ``new`` in the other, or would stand there.

    ``was`` are its runs in the old version, ``now`` in the new one; the side in which it does not stand has none. The
    two ends of a move have the same number in ``moved``; it is 0 for all else.
    """

    kind: Kind
    old: int
    new: int
    text: str
    was: tuple[Run, ...] = ()
    now: tuple[Run, ...] = ()
    moved: int = 0


class _Piece(NamedTuple):
    """The units from ``old`` to ``old_end`` became those from ``new`` to ``new_end``; ``kind`` if the text is one."""

    kind: Kind | None
    old: int
    old_end: int
    new: int
    new_end: int


def hunks(old: TrackedText, new: TrackedText) -> list[Hunk]:
    """What became of ``old`` in ``new``, in order. None of two empty texts."""
    out: list[Hunk] = []
    for kind, a, old_end, b, new_end in _pieces(old, new):
        if kind is None:
            out += [
                Hunk(Kind.REMOVED, start, b, text, old.runs(start, end)) for start, end, text in _lines(old, a, old_end)
            ]
            out += [
                Hunk(Kind.INSERTED, old_end, start, text, now=new.runs(start, end))
                for start, end, text in _lines(new, b, new_end)
            ]
        else:
            out.append(Hunk(kind, a, b, old.slice(a, old_end), old.runs(a, old_end), new.runs(b, new_end)))
    return _joined(_with_moves(out))


def changes(old: TrackedText, new: TrackedText) -> list[Change]:
    """The changes that make the text and the sources of ``old`` those of ``new``, to be made in this order.

    What is the same in both is not touched.
    """
    return [_change(new, piece) for piece in _differing(old, new)[::-1]]


def changes_within(old: TrackedText, new: TrackedText, start: int, end: int) -> list[Change]:
    """The changes that bring the paragraphs from ``start`` to ``end`` of ``new`` into ``old``, in this order.

    Nothing goes that became, or came between, other paragraphs. Where those wanted cannot be told from others, as one
    stretch became another, they come as paragraphs of their own beside it.
    """
    wanted: list[_Piece] = []
    for piece in _differing(old, new):
        first, last = max(piece.new, start), min(piece.new_end, end)
        if piece.kind is Kind.WHOSE and first < last:
            far = piece.old - piece.new
            wanted.append(_Piece(piece.kind, first + far, last + far, first, last))
        elif (first, last) == (piece.new, piece.new_end):
            wanted.append(_up_to_its_end(old, piece, start, end))
        elif first < last:
            return [_beside(old, new, piece, start, end)]
    return [_change(new, piece) for piece in wanted[::-1]]


def _up_to_its_end(old: TrackedText, piece: _Piece, start: int, end: int) -> _Piece:
    """Of text that only went, and stood where the wanted paragraphs begin or end, what was in these."""
    if piece.new < piece.new_end or start < piece.new < end:
        return piece
    units = old.units(piece.old, piece.old_end)
    if piece.new == end and "\n" in units:
        return piece._replace(old_end=piece.old + units.index("\n"))
    return piece._replace(old=piece.old + units.rfind("\n") + 1)


def _differing(old: TrackedText, new: TrackedText) -> list[_Piece]:
    return [piece for piece in _pieces(old, new) if piece.kind is not Kind.KEPT]


def _change(new: TrackedText, piece: _Piece) -> Change:
    _, a, old_end, b, new_end = piece
    return Change(a, old_end - a, new.slice(b, new_end), new.runs(b, new_end))


def _beside(old: TrackedText, new: TrackedText, piece: _Piece, start: int, end: int) -> Change:
    """The paragraphs of ``new`` from ``start`` to ``end`` put before what stands for the piece, or behind it."""
    units = old.units()
    if piece.new < start:
        at = units.find("\n", piece.old_end)
        at = len(units) if at < 0 else at
        start -= at > 0
    else:
        at = units.rfind("\n", 0, piece.old) + 1
        end += 1
    return Change(at, 0, new.slice(start, end), new.runs(start, end))


def _pieces(old: TrackedText, new: TrackedText) -> Iterator[_Piece]:
    a = b = 0
    for edit in edits(old.units(), new.units()):
        yield from _same(old, new, a, edit.start, b)
        b += edit.start - a
        yield _Piece(None, edit.start, edit.end, b, b + len(edit.inserted))
        a, b = edit.end, b + len(edit.inserted)
    yield from _same(old, new, a, len(old), b)


def _same(old: TrackedText, new: TrackedText, a: int, end: int, b: int) -> Iterator[_Piece]:
    """The text from ``a`` to ``end`` of the old version stands at ``b`` in the new one: where its sources differ."""
    far, at, kind = b - a, a, Kind.KEPT
    for start, same in _agreeing(old.spans(a, end), new.spans(b, end + far), far):
        now = Kind.KEPT if same else Kind.WHOSE
        if now is not kind and at < start:
            yield _Piece(kind, at, start, at + far, start + far)
            at = start
        kind = now
    if at < end:
        yield _Piece(kind, at, end, at + far, end + far)


def _agreeing(was: Iterator[Span], now: Iterator[Span], far: int) -> Iterator[tuple[int, bool]]:
    """From where on, in the old version, the spans agree or do not; those of the new one stand ``far`` behind."""
    mine, theirs = next(was, None), next(now, None)
    while mine is not None and theirs is not None:
        start = max(mine.start, theirs.start - far)
        same = mine.source == theirs.source
        if same and mine.source.ref is not None:
            same = mine.offset - mine.start == theirs.offset - (theirs.start - far)
        yield start, same
        end = min(mine.end, theirs.end - far)
        mine = next(was, None) if mine.end == end else mine
        theirs = next(now, None) if theirs.end - far == end else theirs


def _lines(text: TrackedText, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The lines of a stretch: where each begins and ends, and its text."""
    for line in _LINE().findall(text.units(start, end)):
        yield start, start + len(line), from_units(line)
        start += len(line)


def _with_moves(found: list[Hunk]) -> list[Hunk]:
    """The same hunks, with what went in one place and came in another known as moved."""
    gone: dict[str, list[int]] = {}
    for index, hunk in enumerate(found):
        if hunk.kind is Kind.REMOVED and len(hunk.text.strip()) >= _SURE:
            gone.setdefault(hunk.text.strip(), []).append(index)
    out, number, behind = list(found), 0, (-1, -1)
    for index, hunk in enumerate(found):
        if hunk.kind is Kind.INSERTED and gone.get(hunk.text.strip()):
            origin = gone[hunk.text.strip()].pop(0)
            number += behind != (origin, index)
            behind = origin + 1, index + 1
            for end in (origin, index):
                out[end] = msgspec.structs.replace(found[end], moved=number)
    return out


def _joined(found: Iterable[Hunk]) -> list[Hunk]:
    """The same hunks with lines of which the same is said made one."""
    out: list[Hunk] = []
    for hunk in found:
        last = out[-1] if out else None
        if last is not None and (last.kind, last.moved) == (hunk.kind, hunk.moved):
            was, now = join_runs((*last.was, *hunk.was)), join_runs((*last.now, *hunk.now))
            out[-1] = Hunk(last.kind, last.old, last.new, last.text + hunk.text, was, now, last.moved)
        else:
            out.append(hunk)
    return out
