"""Reading the session logs of the CoAuthor dataset (Lee, Liang & Yang, CHI 2022).

A log is JSON Lines of editor events: Quill deltas in UTF-16 units, each with the time and with who made it, ``user``
or ``api``; the lists of suggestions that were shown; and the prompt the session began with. ``read_log`` turns one into
the records of a sitting: the prompt is ``imported``, the user's inserts are ``typed``, the api's are ``model`` and name
the suggestion they came from. Where the log's own label is wrong (a suggestion logged as the user's, text cut and put
back, a reset that brings the same text again) a finding stands beside it, by the same rules as in the editor.
"""

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from firsthand.history import Asked, Cause, Decided, Fate, Record, SceneState, Shown, changed, found
from firsthand.history.changes import joined
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source
from firsthand.provenance.difference import edits
from firsthand.provenance.origins import PLAIN
from firsthand.provenance.recognition import Found, Recogniser
from firsthand.provenance.units import length, to_units

_ONE_PIECE = 20  # UTF-16 units that no key brings at once


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
        self.state = SceneState(scene)
        self.recogniser = Recogniser()
        self.recogniser.stands(scene, self.state.text)
        self.began: int | None = None
        self.records: list[Record] = []
        self.offered: dict[str, str] = {}
        self.latest: list[str] = []
        self.waiting: list[str] = []
        self.choosing = False
        self.requests = 0
        self.t = 0
        self.events = 0

    def take(self, event: _Event) -> None:
        if self.began is None:
            self.began = event.event_timestamp
        self.t = max(self.t, event.event_timestamp - self.began)
        if isinstance(event.text_delta, _Delta):
            self._delta(event.text_delta, typed=event.event_source == "user")
            self.choosing = False
        elif event.event_name == "system-initialize":
            self._reset(event.current_doc)
        elif event.event_name == "suggestion-open":
            self._open(_offered.decode(event.current_suggestions))
        elif event.event_name == "suggestion-close":
            self._close()
        elif event.event_name == "suggestion-select":
            self.choosing = True
        self.events += 1

    def log(self) -> Log:
        self._settle()
        return Log(self.scene, self.began or 0, self.records, self.state.text.text, self.events)

    def _delta(self, delta: _Delta, *, typed: bool) -> None:
        at, came = 0, ""
        for op in delta.ops:
            if op.insert:
                text = op.insert if isinstance(op.insert, str) else "\ufffc"
                if typed:
                    self._change(Change(at, 0, text), Cause.TYPE)
                else:
                    self._model(at, text)
                at += length(text)
                came += text
                continue
            if typed and came:
                self._recognise(at - length(came), came)
            came = ""
            if op.delete:
                self._change(Change(at, op.delete, ""), Cause.TYPE)
            else:
                at += op.retain
        if typed and came:
            self._recognise(at - length(came), came)

    def _recognise(self, at: int, came: str) -> None:
        """What is found of an insert that the log calls the user's."""
        observed = PLAIN[Origin.TYPED]
        if self.choosing:
            for suggestion in self.latest:
                taken = self.recogniser.chosen(self.scene, at, length(came), suggestion, observed)
                if taken:
                    self._find(taken)
                    self._decided(suggestion)
                    return
        if len(came) >= _ONE_PIECE or " " in came.strip():
            self._find(self.recogniser.brought(self.scene, at, length(came), observed))
        self._find(self.recogniser.typed(self.scene, at, came))

    def _settle(self) -> None:
        self._find(self.recogniser.settled(self.scene))

    def _find(self, all_found: list[Found]) -> None:
        for at, runs in all_found:
            change = self.state.find(at, runs)
            self.state.take(change, Cause.FOUND, self.t)
            self.records.append(found(self.scene, self.t, change))

    def _reset(self, text: str) -> None:
        """The log gives the whole text anew; what stood in it before is what it was."""
        before, runs = self.state.text.units(), self.state.text.runs()
        self._change(Change(0, len(before), text, Origin.IMPORTED), Cause.IMPORT)
        if not before:
            return
        kept, fresh = _kept(before, to_units(text))
        for old, new, size in kept:
            self._find([(new, _moved(runs, old, size))])
        for new, size in fresh:
            self._find(self.recogniser.brought(self.scene, new, size, PLAIN[Origin.IMPORTED]))

    def _model(self, at: int, text: str) -> None:
        suggestion, offset = self._source_of(text)
        runs = (Run(length(text), Source(Origin.MODEL, suggestion), offset),)
        self._change(Change(at, 0, text, runs), Cause.SUGGESTION)
        if suggestion is not None:
            self._decided(suggestion)

    def _decided(self, suggestion: str) -> None:
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

    def _change(self, change: Change, cause: Cause) -> None:
        if not change.removed and not change.inserted:
            return
        inverse = self.state.take(change, cause, self.t)
        self.recogniser.changed(self.scene, inverse)
        record = changed(self.scene, self.t, change, cause)
        one = joined(self.records[-1], record) if self.records else None
        if one is None:
            self.records.append(record)
        else:
            self.records[-1] = one

    def _open(self, offered: list[_Offered]) -> None:
        self._settle()
        self._close()
        self.requests += 1
        request = f"{self.scene}-{self.requests}"
        self.records.append(Asked(request, self.t, self.scene, "continue", "GPT-3"))
        self.latest = []
        for one in offered:
            suggestion = f"{request}.{one.index + 1}"
            text = one.original or one.trimmed
            stood = self.recogniser.stood(text)
            self.recogniser.shown(suggestion, text, stood)
            self.offered[suggestion] = text
            self.latest.append(suggestion)
            self.waiting.append(suggestion)
            self.records.append(Shown(suggestion, self.t, request, text, model="GPT-3", stood=stood))

    def _close(self) -> None:
        self.records += [Decided(suggestion, self.t, Fate.SET_ASIDE) for suggestion in self.waiting]
        self.waiting = []


def _kept(before: str, after: str) -> tuple[list[tuple[int, int, int]], list[tuple[int, int]]]:
    """What of a text given anew had stood before (its old and its new place, its size), and the rest."""
    kept: list[tuple[int, int, int]] = []
    fresh: list[tuple[int, int]] = []
    old = new = 0
    for edit in edits(before, after):
        kept.append((old, new, edit.start - old))
        new += edit.start - old
        fresh.append((new, len(edit.inserted)))
        old, new = edit.end, new + len(edit.inserted)
    kept.append((old, new, len(before) - old))
    same = sum(size for _, _, size in kept)
    least = 1 if 2 * same >= min(len(before), len(after)) else _ONE_PIECE
    fresh += [(new, size) for _, new, size in kept if 0 < size < least]
    return [one for one in kept if one[2] >= least], sorted(one for one in fresh if one[1])


def _moved(runs: tuple[Run, ...], start: int, size: int) -> tuple[Run, ...]:
    """The runs of a stretch, found again in a text that was given anew."""
    finding = Finding(Rule.MOVED, Origin.IMPORTED)
    out: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start, at), min(start + size, at + run.length)
        if first < last:
            source = Source(run.source.origin, run.source.ref, finding)
            out.append(Run(last - first, source, run.offset + first - at if run.source.ref is not None else 0))
        at += run.length
    return tuple(out)
