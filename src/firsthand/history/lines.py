"""How records are written as lines, and read again: what stands in a line, in which order, and what is left out.

A line is shorter than its record by what the lines before it in the block say: a ``LineWriter`` and a ``LineReader``
each go through one block. Typing with its corrections, several changes, is one line. Words are always the last field,
``x``, so that they can be taken out of a line (``sealing``); a reader that meets a line without them puts ``STAND_IN``
in their place. ``docs/history-format.md`` states every field.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from firsthand.history.acts import (
    Asked,
    Brought,
    Chosen,
    Clashed,
    Decided,
    Declared,
    Joined,
    Named,
    Outlined,
    Said,
    Shown,
)
from firsthand.history.changes import PAUSE, Cause, Changed, Found, PackedFinding, PackedRun
from firsthand.history.records import Record, Resynced, Saved, Sitting, Stamped, as_json, from_json
from firsthand.provenance import Origin
from firsthand.provenance.units import from_units, length, to_units

_TYPED, _KEYS = Origin.TYPED, Cause.TYPE
_NOT_AS_LONG = "a text is not as long as its line says"

STAND_IN = "·"
"""Stands for each UTF-16 unit of words that a redacted copy does not hold."""


class _Line(msgspec.Struct, tag_field="k", omit_defaults=True, gc=False):
    pass


class _Change(msgspec.Struct, omit_defaults=True, gc=False, rename={"removed": "del"}):
    scene: str = ""
    at: int | None = None
    by: int = 0
    t: int = 0
    removed: int = 0
    who: Origin = Origin.TYPED
    ref: str | None = None
    offset: int = 0
    runs: tuple[PackedRun, ...] = ()
    found: tuple[PackedFinding, ...] = ()
    cause: Cause = Cause.TYPE
    joins: bool = False
    apart: bool = False
    ms: int = 0
    n: int | tuple[int, ...] = 0
    x: str = ""


class _Words(msgspec.Struct, omit_defaults=True):
    text: str = ""
    label: str = ""
    title: str = ""


class _Asked(_Line, tag="asked"):
    request: str
    t: int
    scene: str
    purpose: str
    model: str
    address: str = ""
    words: int = 0
    x: tuple[msgspec.Raw, ...] = ()


class _Shown(_Line, tag="shown"):
    suggestion: str
    t: int
    request: str
    model: str = ""
    ms: int = 0
    stood: tuple[tuple[int, int], ...] = ()
    n: int = 0
    x: _Words | None = None


class _Brought(_Line, tag="brought"):
    ref: str
    t: int
    model: str = ""
    purpose: str = ""
    stood: tuple[tuple[int, int], ...] = ()
    said: Said | None = None
    when: str = ""
    n: int = 0
    x: _Words | None = None


class _Saved(_Line, tag="saved"):
    scene: str
    t: int
    x: str = ""


class _Named(_Line, tag="named"):
    id: str
    t: int
    scene: str = ""
    n: int = 0
    x: str = ""


class _Outlined(_Line, tag="outline"):
    t: int
    x: msgspec.Raw = msgspec.Raw(b"")


class _Clashed(_Line, tag="clash"):
    id: str
    t: int
    scene: str
    sittings: tuple[str, str]
    n: tuple[int, int] = (0, 0)
    x: tuple[str, str] | None = None


class _Resynced(_Line, tag="resync"):
    scene: str
    t: int
    x: str = ""


_Wire = (
    _Asked
    | _Shown
    | _Brought
    | _Saved
    | _Named
    | _Outlined
    | _Clashed
    | _Resynced
    | Sitting
    | Found
    | Declared
    | Decided
    | Joined
    | Chosen
    | Stamped
)

_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_Wire)
_changes = msgspec.json.Decoder(_Change)
_NAMED = b'{"k":'
"""What a line begins with that says its kind; any other is a change."""


class LineWriter:
    """Writes the lines of one block, in their order."""

    def __init__(self) -> None:
        self._ended = 0
        self._scene = ""
        self._carets: dict[str, int] = {}

    def lines(self, records: Iterable[Record]) -> list[bytes]:
        """The lines of these records, each with its newline; typing with corrections becomes one."""
        return [self._typing(one) if isinstance(one, list) else self._line(one) for one in _chained(records)]

    def _line(self, record: Record) -> bytes:
        if isinstance(record, Sitting):
            return _json(record)
        t, self._ended = record.t - self._ended, record.t
        match record:
            case Changed():
                self._ended += record.ms
                return _json(self._change(record, t))
            case Asked(request, _, scene, purpose, model, address, words, sent):
                return _json(_Asked(request, t, scene, purpose, model, address, words, sent))
            case Shown(name, _, request, text, label, model, ms, stood):
                words_shown = _Words(text, label)
                return _json(_Shown(name, t, request, model, ms, stood, length(text), words_shown))
            case Brought(ref, _, title, text, label, model, purpose, stood, said, when):
                brought = _Words(text, label, title)
                return _json(_Brought(ref, t, model, purpose, stood, said, when, length(text), brought))
            case Saved(scene, _, sha256):
                return _json(_Saved(scene, t, sha256))
            case Named(name, _, said, scene):
                return _json(_Named(name, t, scene, length(said), said))
            case Outlined(_, outline):
                return _json(_Outlined(t, outline))
            case Clashed(name, _, scene, sittings, first, second):
                return _json(_Clashed(name, t, scene, sittings, (length(first), length(second)), (first, second)))
            case Resynced(scene, _, why):
                return _json(_Resynced(scene, t, why))
        return _json(msgspec.structs.replace(record, t=t))

    def _change(self, record: Changed, t: int) -> _Change:
        came = length(record.inserted)
        line = self._placed(record.scene, record.at, record.at + came, t)
        line.removed, line.n, line.x = record.removed, came, record.inserted
        line.who, line.ref, line.offset = record.who, record.ref, record.offset
        line.runs, line.found, line.cause, line.ms = record.runs, record.found, record.cause, record.ms
        line.joins, line.apart = record.joins, record.apart
        return line

    def _typing(self, parts: list[Changed]) -> bytes:
        first, last = parts[0], parts[-1]
        line = self._placed(
            first.scene, first.at + first.removed, last.at + length(last.inserted), first.t - self._ended
        )
        line.joins, line.apart, line.ms = first.joins, first.apart, last.t + last.ms - first.t
        line.n = tuple(length(part.inserted) or -part.removed for part in parts)
        line.x = "".join(part.inserted for part in parts)
        self._ended = last.t + last.ms
        return _json(line)

    def _placed(self, scene: str, at: int, ends: int, t: int) -> _Change:
        """A line for a change at ``at`` that leaves the caret at ``ends``."""
        line = _Change("" if scene == self._scene else scene, t=t)
        before = self._carets.get(scene)
        if before is None:
            line.at = at
        else:
            line.by = at - before
        self._scene, self._carets[scene] = scene, ends
        return line


class LineReader:
    """Reads the lines of one block, in their order."""

    def __init__(self) -> None:
        self._ended = 0
        self._scene = ""
        self._carets: dict[str, int] = {}

    def records(self, line: bytes) -> Sequence[Record]:
        """What a line records; msgspec.DecodeError or ValueError if it is no such line."""
        if not line.startswith(_NAMED):
            return self._changes(from_json(line, _changes))
        wire = from_json(line, _decoder)
        if isinstance(wire, Sitting):
            return (wire,)
        t = self._ended = self._ended + wire.t
        match wire:
            case _Asked(request, _, scene, purpose, model, address, words, sent):
                return (Asked(request, t, scene, purpose, model, address, words, sent),)
            case _Shown(name, _, request, model, ms, stood, n, x):
                shown = x or _Words(STAND_IN * n)
                return (Shown(name, t, request, shown.text, shown.label, model, ms, stood),)
            case _Brought(ref, _, model, purpose, stood, said, when, n, x):
                brought = x or _Words(STAND_IN * n)
                return (Brought(ref, t, brought.title, brought.text, brought.label, model, purpose, stood, said, when),)
            case _Saved(scene, _, sha256):
                return (Saved(scene, t, sha256),)
            case _Named(name, _, scene, n, x):
                return (Named(name, t, x or STAND_IN * n, scene),)
            case _Outlined(_, outline):
                return (Outlined(t, outline),)
            case _Clashed(name, _, scene, sittings, (one, two), both):
                first, second = both or (STAND_IN * one, STAND_IN * two)
                return (Clashed(name, t, scene, sittings, first, second),)
            case _Resynced(scene, _, why):
                return (Resynced(scene, t, why),)
        return (msgspec.structs.replace(wire, t=t),)

    def _changes(self, line: _Change) -> Sequence[Record]:
        t = self._ended + line.t
        self._ended = t + line.ms
        scene = self._scene = line.scene or self._scene
        at = line.at
        if at is None:
            if scene not in self._carets:
                raise ValueError("a change has no place")
            at = self._carets[scene] + line.by
        if isinstance(line.n, int):
            text = line.x or STAND_IN * line.n
            if length(text) != line.n:
                raise ValueError(_NOT_AS_LONG)
            self._carets[scene] = at + line.n
            rest = line.who, line.ref, line.offset, line.runs, line.found, line.cause, line.ms, line.joins, line.apart
            return (Changed(scene, t, at, line.removed, text, *rest),)
        parts = _parts(line, line.n, scene, t, at)
        self._carets[scene] = parts[-1].at + length(parts[-1].inserted) if parts else at
        return parts


def _json(wire: object) -> bytes:
    return as_json(wire) + b"\n"


def _chained(records: Iterable[Record]) -> Iterator[Record | list[Changed]]:
    """The records, with typing and the corrections in it as one list."""
    chain: list[Changed] = []
    for record in records:
        if isinstance(record, Changed) and _plain(record):
            if not (chain and _goes_on(chain[-1], record)):
                yield from _links(chain)
                chain = []
            chain.append(record)
            continue
        yield from _links(chain)
        chain = []
        yield record
    yield from _links(chain)


def _links(chain: list[Changed]) -> Iterable[Record | list[Changed]]:
    return [chain] if len(chain) > 1 else chain


def _plain(record: Changed) -> bool:
    """Whether a change is one of keys: text typed, or text taken away."""
    keys = record.cause is Cause.TYPE and record.who is Origin.TYPED and not record.ref
    return keys and not record.runs and bool(record.inserted) != bool(record.removed)


def _goes_on(first: Changed, second: Changed) -> bool:
    """Whether ``second`` is typed or taken away where the caret was after ``first``, without a pause."""
    if second.joins or second.apart or first.scene != second.scene:
        return False
    caret = first.at + length(first.inserted)
    return second.at + second.removed == caret and 0 <= second.t - first.t - first.ms <= PAUSE


def _parts(line: _Change, sizes: tuple[int, ...], scene: str, t: int, at: int) -> list[Changed]:
    """The changes of typing with corrections; its time is divided among them by their size."""
    whole = sum(map(abs, sizes))
    came = (whole + sum(sizes)) // 2
    text = to_units(line.x) if line.x else STAND_IN * came
    if len(text) != came or 0 in sizes:
        raise ValueError(_NOT_AS_LONG)
    parts: list[Changed] = []
    done = read = 0
    begins, joins, apart = t, line.joins, line.apart
    for size in sizes:
        done += abs(size)
        ends = t + line.ms * done // whole
        removed, piece = (0, from_units(text[read : read + size])) if size > 0 else (-size, "")
        start = at if size > 0 else at + size
        parts.append(
            Changed(scene, begins, start, removed, piece, _TYPED, None, 0, (), (), _KEYS, ends - begins, joins, apart)
        )
        at, read, begins, joins, apart = at + size, read + max(0, size), ends, False, False
    return parts
