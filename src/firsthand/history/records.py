"""What is recorded: the values that a history is made of, whatever form they have on disk (``lines`` knows that).

Changes of text are in ``changes``, what else the author did in ``acts``; here is the rest, and all of it together.
``t`` is milliseconds since the sitting began. Places and lengths are in UTF-16 units.
"""

import json
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from firsthand.history.acts import Asked, Brought, Chosen, Clashed, Decided, Declared, Joined, Named, Outlined, Shown
from firsthand.history.changes import PAUSE, Changed, Found, joined
from firsthand.history.clocks import milliseconds

FORMAT = 1
"""The version of the format that this program writes, and the newest that it reads."""


class Sitting(msgspec.Struct, frozen=True, tag_field="k", tag="sitting", omit_defaults=True):
    """One sitting on one computer: ``machine`` is that computer's random id.

    ``after`` are the last seals that were known when it began and that nothing came after yet. ``key`` is the public
    key (base64) that signs its seals, or empty. ``imported`` says that it is made of another program's log.
    """

    id: str
    manuscript: str
    began: str
    program: str
    format: int
    machine: str
    after: tuple[str, ...] = ()
    key: str = ""
    imported: bool = False

    def __post_init__(self) -> None:
        milliseconds(self.began)


class Saved(msgspec.Struct, frozen=True):
    """The scene's file was written; ``sha256`` is of its text in UTF-8."""

    scene: str
    t: int
    sha256: str


class Resynced(msgspec.Struct, frozen=True):
    """The page and the tracked text had differed and were brought together again."""

    scene: str
    t: int
    why: str


class Stamped(msgspec.Struct, frozen=True, tag_field="k", tag="stamped", omit_defaults=True):
    """A third party's word that a seal was there: ``token`` is an RFC 3161 time stamp (base64) of the hash ``seal``."""

    t: int
    seal: str
    token: str


Record = (
    Sitting
    | Changed
    | Found
    | Declared
    | Asked
    | Shown
    | Brought
    | Decided
    | Saved
    | Named
    | Outlined
    | Joined
    | Clashed
    | Chosen
    | Resynced
    | Stamped
)


def ended(record: Record) -> int:
    """When a record's act had ended, in milliseconds since the sitting began; never below 0."""
    match record:
        case Sitting():
            return 0
        case Changed():
            return max(0, record.t + record.ms)
    return max(0, record.t)


T = TypeVar("T")

_encoder = msgspec.json.Encoder()


def as_json(value: object) -> bytes:
    """A value as JSON on one line. Lone surrogates, which UTF-8 cannot hold, are written as escapes."""
    try:
        return _encoder.encode(value)
    except (UnicodeEncodeError, msgspec.EncodeError):
        return json.dumps(msgspec.to_builtins(value), separators=(",", ":")).encode()


def from_json(data: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """``as_json`` undone; msgspec.DecodeError or ValueError if it is no such value."""
    try:
        return decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        if b"\\ud" not in data and b"\\uD" not in data:
            raise
        value: T = msgspec.convert(json.loads(data), decoder.type)
        return value


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
