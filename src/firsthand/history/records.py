"""The lines of a history file: what is recorded, and how each kind is written.

A history file is JSON Lines. Each line is one object whose ``k`` says which kind of record it is; a field at its
default is left out. ``t`` is milliseconds since the sitting began. Places and lengths are in UTF-16 units.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import msgspec

from firsthand.provenance import Change, Origin, Run, Source
from firsthand.provenance.units import length

FORMAT = 0
"""The version of the format that this program writes, and the newest that it reads."""


class Cause(StrEnum):
    """What brought a change about. Undo, redo and moves put nothing new into the manuscript."""

    TYPE = "type"
    PASTE = "paste"
    DROP = "drop"
    MOVE = "move"
    UNDO = "undo"
    REDO = "redo"
    SUGGESTION = "suggestion"
    REPLACE = "replace"
    IMPORT = "import"
    OUTSIDE = "outside"
    RESYNC = "resync"


PAUSE = 2000
"""Milliseconds without a key that end a run of typing."""

NOTHING_NEW = frozenset({Cause.UNDO, Cause.REDO, Cause.MOVE})


class Fate(StrEnum):
    """What the author did with a suggestion."""

    INSERTED = "inserted"
    NOTE = "note"
    SET_ASIDE = "set-aside"


def milliseconds(moment: str) -> int:
    """Milliseconds since 1970 of an ISO 8601 moment; ValueError if it is none."""
    return round(datetime.fromisoformat(moment).timestamp() * 1000)


def moment(when: int) -> str:
    """The ISO 8601 moment, in UTC, of milliseconds since 1970."""
    return datetime.fromtimestamp(when / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Sitting(msgspec.Struct, frozen=True, tag_field="k", tag="sitting", omit_defaults=True):
    """The first line of a file: one sitting on one machine. ``after`` is the last seal known when it began."""

    id: str
    manuscript: str
    began: str
    program: str
    format: int = FORMAT
    after: str = ""

    def __post_init__(self) -> None:
        milliseconds(self.began)


class Changed(
    msgspec.Struct,
    frozen=True,
    tag_field="k",
    tag="change",
    omit_defaults=True,
    rename={"removed": "del", "inserted": "ins"},
):
    """One change of a scene's text, or a run of typing that took ``ms`` milliseconds.

    ``who`` is the origin of all of ``ins`` with ``ref`` and ``offset``; where ``ins`` has several, ``runs`` holds
    ``[length, who, ref, offset]`` for each stretch instead.
    """

    scene: str
    t: int
    at: int
    removed: int = 0
    inserted: str = ""
    who: Origin = Origin.TYPED
    ref: str | None = None
    offset: int = 0
    runs: tuple[tuple[int, Origin, str | None, int], ...] = ()
    cause: Cause = Cause.TYPE
    ms: int = 0

    def change(self) -> Change:
        """The change that the line records."""
        if self.runs:
            runs = tuple(Run(n, Source(who, ref), offset) for n, who, ref, offset in self.runs)
            return Change(self.at, self.removed, self.inserted, runs)
        if self.ref is None:
            return Change(self.at, self.removed, self.inserted, self.who)
        source = Source(self.who, self.ref)
        if not self.offset:
            return Change(self.at, self.removed, self.inserted, source)
        bare = Change(self.at, self.removed, self.inserted, source)
        return Change(self.at, self.removed, self.inserted, (Run(len(bare.units()), source, self.offset),))


class Asked(msgspec.Struct, frozen=True, tag_field="k", tag="asked", omit_defaults=True):
    """A request that was sent to a model: ``sent`` holds the very body of each version that was asked for."""

    request: str
    t: int
    scene: str
    purpose: str
    model: str
    address: str = ""
    words: int = 0
    sent: tuple[msgspec.Raw, ...] = ()


class Shown(msgspec.Struct, frozen=True, tag_field="k", tag="shown", omit_defaults=True):
    """A suggestion as the author saw it."""

    suggestion: str
    t: int
    request: str
    text: str
    label: str = ""
    model: str = ""
    ms: int = 0


class Decided(msgspec.Struct, frozen=True, tag_field="k", tag="fate", omit_defaults=True):
    """What became of a suggestion when the author decided."""

    suggestion: str
    t: int
    fate: Fate


class Saved(msgspec.Struct, frozen=True, tag_field="k", tag="saved", omit_defaults=True):
    """The scene's file was written; ``sha256`` is of its text in UTF-8."""

    scene: str
    t: int
    sha256: str


class Resynced(msgspec.Struct, frozen=True, tag_field="k", tag="resync", omit_defaults=True):
    """The page and the tracked text had differed and were brought together again."""

    scene: str
    t: int
    why: str


class Seal(msgspec.Struct, frozen=True, tag_field="k", tag="seal", omit_defaults=True):
    """Closes a block of ``lines`` lines; ``hash`` is SHA-256 over the seal before (``prev``) and their bytes.

    ``late`` marks a seal that was set at the next opening, after a sitting that did not end by itself.
    """

    lines: int
    prev: str
    hash: str
    late: bool = False


Record = Sitting | Changed | Asked | Shown | Decided | Saved | Resynced | Seal

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    """The line of a record, with its newline. Lone surrogates, which UTF-8 cannot hold, are written as escapes."""
    try:
        return _encoder.encode(record) + b"\n"
    except (UnicodeEncodeError, msgspec.EncodeError):
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Record:
    """The record of a line; msgspec.DecodeError if it is none."""
    try:
        record: Record = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        if b"\\ud" not in line and b"\\uD" not in line:
            raise
        record = msgspec.convert(json.loads(line), Record)
    return record


def changed(scene: str, t: int, change: Change, cause: Cause) -> Changed:
    """The record of a change."""
    runs = change.runs()
    if len(runs) > 1:
        packed = tuple((r.length, r.source.origin, r.source.ref, r.offset) for r in runs)
        return Changed(scene, t, change.at, change.removed, change.inserted, runs=packed, cause=cause)
    who, ref, offset = (runs[0].source.origin, runs[0].source.ref, runs[0].offset) if runs else (Origin.TYPED, None, 0)
    return Changed(scene, t, change.at, change.removed, change.inserted, who, ref, offset, cause=cause)


def coalesced(records: Iterable[Record], pause: int = PAUSE) -> list[Record]:
    """The same records with runs of typing, and runs of deleting, made one; nothing is lost but the rhythm of keys.

    A run goes on while the next key comes within ``pause`` milliseconds at the place where the last one ended.
    """
    out: list[Record] = []
    for record in records:
        one = joined(out[-1], record, pause) if out else None
        if one is None:
            out.append(record)
        else:
            out[-1] = one
    return out


def joined(first: Record, second: Record, pause: int = PAUSE) -> Changed | None:
    """The two records as one run of typing or of deleting, if they are one; else None."""
    if not isinstance(first, Changed) or not isinstance(second, Changed) or first.scene != second.scene:
        return None
    if first.cause is not Cause.TYPE or second.cause is not Cause.TYPE or first.runs or second.runs:
        return None
    if first.ref or second.ref or not 0 <= second.t - first.t - first.ms <= pause:
        return None
    ms = second.t + second.ms - first.t
    end = first.at + length(first.inserted)
    if first.inserted and first.who is second.who and not second.removed and second.at == end:
        return msgspec.structs.replace(first, inserted=first.inserted + second.inserted, ms=ms)
    if not first.inserted and not second.inserted and second.removed:
        if second.at == first.at:
            return msgspec.structs.replace(first, removed=first.removed + second.removed, ms=ms)
        if second.at + second.removed == first.at:
            return msgspec.structs.replace(first, at=second.at, removed=first.removed + second.removed, ms=ms)
    return None
