"""What is recorded: the values that a history is made of, whatever form they have on disk (``lines`` knows that).

``t`` is milliseconds since the sitting began. Places and lengths are in UTF-16 units.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

import msgspec

from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source
from firsthand.provenance.units import length

FORMAT = 1
"""The version of the format that this program writes, and the newest that it reads."""


class Cause(StrEnum):
    """What brought a change about. Undo, redo, moves and restoring put nothing new into the manuscript.

    ``COPY`` puts text of the manuscript, or of another one, into it once more. ``RESTORE`` brings back how an earlier
    version of the scene stood. ``FOUND`` changes no text, only whose it is said to be. ``JOIN`` brings in what was
    written apart on another computer, with whose it is there.
    """

    TYPE = "type"
    PASTE = "paste"
    DROP = "drop"
    MOVE = "move"
    COPY = "copy"
    UNDO = "undo"
    REDO = "redo"
    SUGGESTION = "suggestion"
    REPLACE = "replace"
    IMPORT = "import"
    OUTSIDE = "outside"
    RESYNC = "resync"
    RESTORE = "restore"
    JOIN = "join"
    FOUND = "found"


PAUSE = 2000
"""Milliseconds without a key that end a run of typing."""

NOTHING_NEW = frozenset({Cause.UNDO, Cause.REDO, Cause.MOVE, Cause.RESTORE, Cause.JOIN, Cause.FOUND})


class Fate(StrEnum):
    """What the author did with a suggestion."""

    INSERTED = "inserted"
    NOTE = "note"
    SET_ASIDE = "set-aside"


class Said(StrEnum):
    """What the author says that text from elsewhere is."""

    OWN = "own"
    """The author's own earlier text."""
    QUOTATION = "quotation"
    AI = "ai"
    """Text of another AI tool; it stands on the model's side, named apart."""
    PERSON = "person"
    """Another person's text."""
    NOTHING = "nothing"
    """What was said before is taken back."""


def milliseconds(moment: str) -> int:
    """Milliseconds since 1970 of an ISO 8601 moment; ValueError if it is none."""
    return round(datetime.fromisoformat(moment).timestamp() * 1000)


def moment(when: int) -> str:
    """The ISO 8601 moment, in UTC, of milliseconds since 1970."""
    return datetime.fromtimestamp(when / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


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


PackedRun = tuple[int, Origin, str | None, int]
PackedFinding = tuple[int, Rule, Origin, str | None]


def packed(runs: Iterable[Run]) -> tuple[tuple[PackedRun, ...], tuple[PackedFinding, ...]]:
    """Runs as a line holds them, and the findings over them."""
    plain: list[PackedRun] = []
    found: list[PackedFinding] = []
    for run in runs:
        source = run.source
        if source.finding is not None:
            found.append((len(plain), source.finding.rule, source.finding.observed, source.finding.ref))
        plain.append((run.length, source.origin, source.ref, run.offset))
    return tuple(plain), tuple(found)


def unpacked(runs: tuple[PackedRun, ...], found: tuple[PackedFinding, ...]) -> tuple[Run, ...]:
    """``packed`` undone; ValueError if a finding is over no run."""
    findings = {index: Finding(rule, observed, ref) for index, rule, observed, ref in found}
    if any(not 0 <= index < len(runs) for index in findings):
        raise ValueError("a finding is over no run of its change")
    return tuple(Run(n, Source(who, ref, findings.get(i)), at) for i, (n, who, ref, at) in enumerate(runs))


class Changed(msgspec.Struct, frozen=True):
    """One change of a scene's text, or a run of typing that took ``ms`` milliseconds.

    ``who`` is the origin of all that is inserted with ``ref`` and ``offset``; where it has several, ``runs`` holds
    ``[length, who, ref, offset]`` for each stretch instead, and ``found`` the findings over these, ``[index of the run,
    rule, observed origin, observed ref]`` each. ``joins`` says that it is undone together with the change before it,
    ``apart`` that it is not, though it goes on where that ended: the caret had been elsewhere in between.
    """

    scene: str
    t: int
    at: int
    removed: int = 0
    inserted: str = ""
    who: Origin = Origin.TYPED
    ref: str | None = None
    offset: int = 0
    runs: tuple[PackedRun, ...] = ()
    found: tuple[PackedFinding, ...] = ()
    cause: Cause = Cause.TYPE
    ms: int = 0
    joins: bool = False
    apart: bool = False

    def change(self) -> Change:
        """The change that the line records; ValueError if its runs and findings do not fit each other."""
        if self.runs:
            return Change(self.at, self.removed, self.inserted, unpacked(self.runs, self.found))
        if self.ref is None:
            return Change(self.at, self.removed, self.inserted, self.who)
        source = Source(self.who, self.ref)
        if not self.offset:
            return Change(self.at, self.removed, self.inserted, source)
        bare = Change(self.at, self.removed, self.inserted, source)
        return Change(self.at, self.removed, self.inserted, (Run(len(bare.units()), source, self.offset),))


class Found(msgspec.Struct, frozen=True, tag_field="k", tag="found", omit_defaults=True):
    """A finding over text that stands at ``at``: whose it is now said to be, in ``runs`` and ``found`` as in a change.

    What was observed is in ``found``, so that it can always be read without the finding.
    """

    scene: str
    t: int
    at: int
    runs: tuple[PackedRun, ...]
    found: tuple[PackedFinding, ...] = ()

    def sources(self) -> tuple[Run, ...]:
        """The runs of the stretch; ValueError if its findings do not fit them."""
        return unpacked(self.runs, self.found)


class Declared(msgspec.Struct, frozen=True, tag_field="k", tag="declared", omit_defaults=True):
    """The author's statement what a paste, an import or an outside edit (``ref``) is; the latest one stands."""

    ref: str
    t: int
    said: Said


class Asked(msgspec.Struct, frozen=True):
    """A request that was sent to a model: ``sent`` holds the very body of each version that was asked for."""

    request: str
    t: int
    scene: str
    purpose: str
    model: str
    address: str = ""
    words: int = 0
    sent: tuple[msgspec.Raw, ...] = ()


class Shown(msgspec.Struct, frozen=True):
    """A suggestion as the author saw it.

    ``stood`` are the ranges of its text (UTF-16 units) whose words had stood in the manuscript before it was shown.
    """

    suggestion: str
    t: int
    request: str
    text: str
    label: str = ""
    model: str = ""
    ms: int = 0
    stood: tuple[tuple[int, int], ...] = ()


class Brought(msgspec.Struct, frozen=True):
    """What text from another manuscript refers to, recorded once, before the first of it comes.

    ``ref`` is what the text's runs name here: the id of that manuscript, a slash, and what they named there (nothing
    for words that were typed there). ``title`` is that manuscript's. Of a suggestion there are its ``text``, ``label``,
    ``model`` and ``purpose``, and ``stood`` as in ``Shown``; of a paste, import or outside edit what the author
    ``said`` there that it is. ``when`` (ISO 8601, UTC) that was shown or said.
    """

    ref: str
    t: int
    title: str = ""
    text: str = ""
    label: str = ""
    model: str = ""
    purpose: str = ""
    stood: tuple[tuple[int, int], ...] = ()
    said: Said | None = None
    when: str = ""

    def __post_init__(self) -> None:
        if self.when:
            milliseconds(self.when)


class Decided(msgspec.Struct, frozen=True, tag_field="k", tag="fate", omit_defaults=True):
    """What became of a suggestion when the author decided."""

    suggestion: str
    t: int
    fate: Fate


class Saved(msgspec.Struct, frozen=True):
    """The scene's file was written; ``sha256`` is of its text in UTF-8."""

    scene: str
    t: int
    sha256: str


class Named(msgspec.Struct, frozen=True):
    """The author gave the manuscript as it stands here a name, or only its ``scene`` if one is named.

    A later record with the same ``id`` gives that version another name, or takes the name away if ``name`` is empty.
    """

    id: str
    t: int
    name: str = ""
    scene: str = ""


class Resynced(msgspec.Struct, frozen=True):
    """The page and the tracked text had differed and were brought together again."""

    scene: str
    t: int
    why: str


class Outlined(msgspec.Struct, frozen=True):
    """How the manuscript is divided from here on: titles, order and files of its scenes and notes, as JSON."""

    t: int
    outline: msgspec.Raw


class Joined(msgspec.Struct, frozen=True, tag_field="k", tag="joined", omit_defaults=True):
    """From here on the texts hold what another line of sittings had made of them: up to so many ``records`` of one.

    The records of a sitting are counted as they are read from its blocks, its first line left out; those behind the
    last seal as they will be in a block.
    """

    t: int
    sitting: str
    records: int


class Clashed(msgspec.Struct, frozen=True):
    """Both sides of a join had changed one place: in the scene now stands ``first``, and then ``second``.

    ``sittings`` are the two that the texts are from.
    """

    id: str
    t: int
    scene: str
    sittings: tuple[str, str]
    first: str
    second: str


class Choice(StrEnum):
    """What the author wants of a place that was changed on both sides."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


class Chosen(msgspec.Struct, frozen=True, tag_field="k", tag="chosen", omit_defaults=True):
    """The author's choice in a clash."""

    id: str
    t: int
    choice: Choice


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


def changed(scene: str, t: int, change: Change, cause: Cause, *, joins: bool = False, apart: bool = False) -> Changed:
    """The record of a change."""
    record = Changed(scene, t, change.at, change.removed, change.inserted, cause=cause, joins=joins, apart=apart)
    runs = change.runs()
    if len(runs) > 1 or any(run.source.finding is not None for run in runs):
        plain, found = packed(runs)
        return msgspec.structs.replace(record, runs=plain, found=found)
    for run in runs:
        source = run.source
        record = msgspec.structs.replace(record, who=source.origin, ref=source.ref, offset=run.offset)
    return record


def found(scene: str, t: int, change: Change) -> Found:
    """The record of a finding, given as the change that makes it: the same text with other runs."""
    return Found(scene, t, change.at, *packed(change.runs()))


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
    if first.ref or second.ref or second.joins or second.apart or not 0 <= second.t - first.t - first.ms <= pause:
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
