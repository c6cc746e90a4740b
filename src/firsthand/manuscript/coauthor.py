"""Reading the session logs of the CoAuthor dataset (Lee, Liang & Yang, CHI 2022).

A log is JSON Lines of editor events: Quill deltas in UTF-16 units, each with the time and with who made it, ``user``
or ``api``; the lists of suggestions that were shown; and the prompt the session began with. ``read_log`` turns one into
the records of a sitting: the prompt is ``imported``, the user's inserts are ``typed``, the api's are ``model`` and name
the suggestion they came from. Nothing is judged here: findings about the log's own labels belong to the report.
"""

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from firsthand.history import Asked, Cause, Changed, Decided, Fate, Record, Shown
from firsthand.history.records import joined
from firsthand.provenance import Change, Origin, Source, TrackedText
from firsthand.provenance.units import length, to_units


class LogError(Exception):
    """A log cannot be read; the text says where it fails."""


class _Op(msgspec.Struct):
    retain: int = 0
    delete: int = 0
    insert: str | dict[str, Any] = ""


class _Delta(msgspec.Struct):
    ops: list[_Op] = []


class _Event(msgspec.Struct, rename="camel"):
    event_name: str
    event_source: str
    event_timestamp: int
    text_delta: _Delta | str = ""
    current_doc: str = ""
    current_suggestions: msgspec.Raw = msgspec.Raw(b"[]")


class _Offered(msgspec.Struct):
    index: int = 0
    original: str = ""
    trimmed: str = ""


_event = msgspec.json.Decoder(_Event)
_offered = msgspec.json.Decoder(list[_Offered])


class Log(msgspec.Struct, frozen=True):
    """A session: when it began (ms since 1970), its records, the text it ended with, its number of events."""

    id: str
    began: int
    records: list[Record]
    text: str
    events: int


def log_id(path: Path) -> str:
    """The id of the scene a log becomes: the file's stem."""
    return path.name.removesuffix(".xz").removesuffix(".jsonl")


def read_log(path: Path) -> Log:
    """The session in a ``.jsonl`` or ``.jsonl.xz`` file. LogError, naming the line, if it cannot be read."""
    reader = _Reader(log_id(path))
    try:
        for line in _lines(path):
            reader.take(_event.decode(line))
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise LogError(f"{path.name} cannot be read: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise LogError(f"{path.name} is not a session log (line {reader.events + 1}: {error})") from error
    if not reader.events:
        raise LogError(f"{path.name} is empty")
    return reader.log()


def _lines(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    if path.name.endswith(".xz"):
        data = lzma.decompress(data)
    return (line for line in data.split(b"\n") if line.strip())


class _Reader:
    """Takes the events of one log in their order."""

    def __init__(self, scene: str) -> None:
        self.scene = scene
        self.text = TrackedText()
        self.began: int | None = None
        self.records: list[Record] = []
        self.offered: dict[str, str] = {}
        self.waiting: list[str] = []
        self.requests = 0
        self.t = 0
        self.events = 0

    def take(self, event: _Event) -> None:
        if self.began is None:
            self.began = event.event_timestamp
        self.t = max(self.t, event.event_timestamp - self.began)
        if isinstance(event.text_delta, _Delta):
            self._delta(event.text_delta, typed=event.event_source == "user")
        elif event.event_name == "system-initialize":
            self._change(Change(0, len(self.text), event.current_doc, Origin.IMPORTED), Cause.IMPORT)
        elif event.event_name == "suggestion-open":
            self._open(_offered.decode(event.current_suggestions))
        elif event.event_name == "suggestion-close":
            self._close()
        self.events += 1

    def log(self) -> Log:
        return Log(self.scene, self.began or 0, self.records, self.text.text, self.events)

    def _delta(self, delta: _Delta, *, typed: bool) -> None:
        at = 0
        for op in delta.ops:
            if op.insert:
                text = op.insert if isinstance(op.insert, str) else "\ufffc"
                if typed:
                    self._change(Change(at, 0, text, Origin.TYPED), Cause.TYPE)
                else:
                    self._model(at, text)
                at += length(text)
            elif op.delete:
                self._change(Change(at, op.delete, ""), Cause.TYPE)
            else:
                at += op.retain

    def _model(self, at: int, text: str) -> None:
        suggestion, offset = self._source_of(text)
        self._change(Change(at, 0, text, Source(Origin.MODEL, suggestion)), Cause.SUGGESTION, offset)
        if suggestion is not None:
            if suggestion in self.waiting:
                self.waiting.remove(suggestion)
            self.records.append(Decided(suggestion, self.t, Fate.INSERTED))

    def _source_of(self, text: str) -> tuple[str | None, int]:
        """The latest suggestion that holds the inserted text, and where in it."""
        bare = text.strip()
        for suggestion, shown in reversed(self.offered.items()):
            place = shown.find(text)
            if place >= 0:
                return suggestion, len(to_units(shown[:place]))
            if bare and bare == shown.strip():
                return suggestion, 0
        return None, 0

    def _change(self, change: Change, cause: Cause, offset: int = 0) -> None:
        self.text.apply(change)
        origin = change.origin
        source = (
            origin
            if isinstance(origin, Source)
            else Source(origin)
            if isinstance(origin, Origin)
            else Source(Origin.TYPED)
        )
        record = Changed(
            self.scene,
            self.t,
            change.at,
            change.removed,
            change.inserted,
            source.origin,
            source.ref,
            offset,
            cause=cause,
        )
        one = joined(self.records[-1], record) if self.records else None
        if one is None:
            self.records.append(record)
        else:
            self.records[-1] = one

    def _open(self, offered: list[_Offered]) -> None:
        self._close()
        self.requests += 1
        request = f"{self.scene}-{self.requests}"
        self.records.append(Asked(request, self.t, self.scene, "continue", "GPT-3"))
        for one in offered:
            suggestion = f"{request}.{one.index + 1}"
            text = one.original or one.trimmed
            self.offered[suggestion] = text
            self.waiting.append(suggestion)
            self.records.append(Shown(suggestion, self.t, request, text, model="GPT-3"))

    def _close(self) -> None:
        self.records += [Decided(suggestion, self.t, Fate.SET_ASIDE) for suggestion in self.waiting]
        self.waiting = []
