"""The values of provenance: whose a stretch of text is, and a change of text that says so.

All values are frozen. Lengths and places are in UTF-16 units.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from firsthand.provenance.units import to_units


class Origin(StrEnum):
    """Where text came from: a closed set, in which text of unknown origin is never the author's by default.

    ``RETYPED`` is never observed; it is a finding over typed text that repeats a shown suggestion.
    """

    TYPED = "typed"
    MODEL = "model"
    RETYPED = "retyped"
    PASTED = "pasted"
    IMPORTED = "imported"
    OUTSIDE = "outside"
    TOOL = "tool"


class Rule(StrEnum):
    """By which rule a finding was made (``recognition`` states them in full)."""

    MOVED = "moved"
    """It equals text that was cut or deleted earlier, and has the origins that had."""
    COPIED = "copied"
    """It equals text that stands in the manuscript, and has the origins that has."""
    SHOWN = "shown"
    """It came in one piece and equals text that a suggestion had shown."""
    RETYPED = "retyped"
    """Typed words that a suggestion had shown, eight or more in a row."""
    RARE = "rare"
    """Typed words that a suggestion had shown, five to seven in a row that are rare together."""
    ALIGNED = "aligned"
    """Typed words that a suggestion had shown, some of them changed: at least thirteen of fifteen."""


class Finding(msgspec.Struct, frozen=True, gc=False):
    """The rule by which text was found to be of another origin than was observed, and what was observed."""

    rule: Rule
    observed: Origin
    ref: str | None = None


class Source(msgspec.Struct, frozen=True, gc=False):
    """An origin and what it refers to.

    ``ref`` names the suggestion of ``model`` text, the paste, import or outside edit of text that came from elsewhere,
    or the tool. Text with a ``ref`` also keeps, in its run, the offset in what it refers to. ``finding`` is there if
    the origin was found, not observed.
    """

    origin: Origin
    ref: str | None = None
    finding: Finding | None = None

    @property
    def observed(self) -> "Source":
        """What the program saw, without findings."""
        return self if self.finding is None else Source(self.finding.observed, self.finding.ref)


class Run(msgspec.Struct, frozen=True, gc=False):
    """``length`` units from one source; ``offset`` is where they begin in the text the source refers to."""

    length: int
    source: Source
    offset: int = 0


class Span(msgspec.Struct, frozen=True, gc=False):
    """The units from ``start`` up to ``end`` of a text, with their source and the offset in it."""

    start: int
    end: int
    source: Source
    offset: int = 0

    @property
    def origin(self) -> Origin:
        return self.source.origin


PLAIN = {origin: Source(origin) for origin in Origin}
"""The source of each origin that refers to nothing."""

Whose = Origin | Source | tuple[Run, ...]
"""How a change says whose its text is: one origin, one source, or a run for each stretch."""


class Change(msgspec.Struct, frozen=True, gc=False):
    """At ``at``, ``removed`` units go and the text ``inserted`` comes, whose origin is ``origin``.

    ``origin`` is an Origin or a Source for the whole of ``inserted``, or a tuple of runs that tile it exactly, which is
    how the inverse of a deletion brings every span back.
    """

    at: int
    removed: int
    inserted: str
    origin: Whose = Origin.TYPED

    def units(self) -> str:
        """``inserted`` in unit form."""
        return to_units(self.inserted)

    def runs(self) -> tuple[Run, ...]:
        """The runs of ``inserted``; ValueError if they do not tile it."""
        return runs_of(self.origin, len(self.units()))


def runs_of(whose: Whose, length: int) -> tuple[Run, ...]:
    """The runs that say ``length`` units are ``whose``; ValueError if given runs add up to another length."""
    if isinstance(whose, tuple):
        if sum(run.length for run in whose) != length or any(run.length <= 0 for run in whose):
            raise ValueError(f"runs of {sum(run.length for run in whose)} units do not tile a text of {length}")
        return whose
    if not length:
        return ()
    return (Run(length, whose if isinstance(whose, Source) else PLAIN[whose]),)


def follows(first: Run, second: Run) -> bool:
    """Whether the second run goes on where the first ends, so that the two are one."""
    return first.source == second.source and (first.source.ref is None or first.offset + first.length == second.offset)


def join_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same runs with those that continue each other made one."""
    out: list[Run] = []
    for run in runs:
        if out and follows(out[-1], run):
            last = out[-1]
            out[-1] = Run(last.length + run.length, last.source, last.offset)
        else:
            out.append(run)
    return tuple(out)
