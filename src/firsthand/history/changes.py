"""Changes of text as they are recorded: what brought them about, whose what they insert is, and runs of keys made one.

``t`` is milliseconds since the sitting began. Places and lengths are in UTF-16 units.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source
from firsthand.provenance.units import length

PAUSE = 2000
"""Milliseconds without a key that end a run of typing."""


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


NOTHING_NEW = frozenset({Cause.UNDO, Cause.REDO, Cause.MOVE, Cause.RESTORE, Cause.JOIN, Cause.FOUND})


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


def joined(first: object, second: object, pause: int = PAUSE) -> Changed | None:
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
