"""What a scene should hold: for every unit whose it is, kept in the plainest way and knowing nothing of the program.

A ``Sheet`` is three lists beside each other: the units, what each one's source is called ("typed", "model s3"), and
the offset in what the source refers to. ``differences`` says in words where a draft holds something else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firsthand.provenance import Origin, Source, Span, TrackedText
from firsthand.provenance.difference import common_start
from firsthand.provenance.units import from_units, length, to_units

ANYBODY = "?"
"""A source that the oracle learns from the draft: the name that a paste or an edit outside got."""

_COUNTED = ("model", "pasted")
"""Origins whose offsets mean something; elsewhere they only say where a piece of an edit began."""


def named(source: Source) -> str:
    """How the oracle calls a source."""
    return f"{source.origin} {source.ref}" if source.ref else str(source.origin)


@dataclass
class Sheet:
    """One scene as it should be."""

    units: str = ""
    who: list[str] = field(default_factory=list)
    offset: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, units: str, spans: tuple[Span, ...]) -> "Sheet":
        """A sheet with what a draft held at some time."""
        sheet = cls(units)
        for span in spans:
            size = span.end - span.start
            sheet.who += [named(span.source)] * size
            sheet.offset += range(span.offset, span.offset + size) if span.source.ref else [0] * size
        return sheet

    def put(self, start: int, end: int, text: str, who: str, first: int = 0) -> None:
        """The units from ``start`` up to ``end`` give way to ``text``, whose offsets begin with ``first``."""
        size = length(text)
        self.units = self.units[:start] + to_units(text) + self.units[end:]
        self.who[start:end] = [who] * size
        self.offset[start:end] = range(first, first + size) if " " in who else [0] * size

    def cut(self, start: int, end: int) -> "Sheet":
        """Take the units from ``start`` up to ``end`` out; what they were."""
        gone = Sheet(self.units[start:end], self.who[start:end], self.offset[start:end])
        self.put(start, end, "", "")
        return gone

    def lay(self, at: int, other: "Sheet") -> None:
        """Put a piece in at ``at``, each unit whose it was."""
        self.units = self.units[:at] + other.units + self.units[at:]
        self.who[at:at] = other.who
        self.offset[at:at] = other.offset

    def letters(self) -> Iterator[tuple[int, str]]:
        """Each code point and where it stands."""
        at = 0
        for letter in from_units(self.units):
            yield at, letter
            at += 1 + (letter > "\uffff")

    def whose(self) -> dict[str, tuple[str, int]]:
        """The source of each code point and the offset it begins at; of those that stand twice, of the last one."""
        return {letter: (self.who[at], self.offset[at]) for at, letter in self.letters()}


def differences(sheet: Sheet, text: TrackedText, doubtful: frozenset[int] = frozenset()) -> list[str]:
    """In words, what ``text`` does otherwise than the sheet says; units at ``doubtful`` places may be anybody's.

    Where the sheet says ``ANYBODY``, or where it may be anybody's, it takes over what the draft says.
    """
    units = text.units()
    if units != sheet.units:
        return [unlike(units, sheet.units)]
    at, said, counts = 0, [], dict.fromkeys(Origin, 0)
    for span in text.spans():
        if span.start != at or span.end <= at:
            said.append(f"a span from {span.start} to {span.end} follows one that ends at {at}")
        at = span.end
        counts[span.origin] += span.end - span.start
        said += _in_span(sheet, span, doubtful)
    if not at == len(text) == len(units):
        said.append(f"the spans end at {at}, the text at {len(text)}, the letters at {len(units)}")
    if text.counts() != counts:
        said.append(f"the counts are {text.counts()} and the spans add up to {counts}")
    return said


def unlike(found: str, expected: str) -> str:
    """In words, where two texts first differ."""
    at = common_start(found, expected)
    here = slice(max(0, at - 8), at + 16)
    return f"at {at} the text is {found[here]!a} and should be {expected[here]!a}"


def _in_span(sheet: Sheet, span: Span, doubtful: frozenset[int]) -> list[str]:
    here, name, size = slice(span.start, span.end), named(span.source), span.end - span.start
    counted = span.origin in _COUNTED and span.source.ref is not None
    offsets = list(range(span.offset, span.offset + size)) if span.source.ref else [0] * size
    if sheet.who[here] == [name] * size and (not counted or sheet.offset[here] == offsets):
        return []
    said = []
    for at, offset in zip(range(span.start, span.end), offsets, strict=True):
        expected = sheet.who[at]
        if at in doubtful or _learns(expected, span):
            sheet.who[at], sheet.offset[at] = name, offset
        elif expected != name:
            said.append(f"{sheet.units[at]!a} at {at} should be {expected} and is {name}")
        elif counted and sheet.offset[at] != offset:
            said.append(f"{sheet.units[at]!a} at {at} should be at {sheet.offset[at]} of {name} and is at {offset}")
    return said


def _learns(expected: str, span: Span) -> bool:
    return expected == f"{span.origin} {ANYBODY}" and bool(span.source.ref)
