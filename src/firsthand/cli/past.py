"""What ``versions``, ``show`` and ``diff`` print: the past of a manuscript, for reading and for other programs.

A stretch of text stands on one line, with ``¶`` for the end of a paragraph in it.
"""

import argparse
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from firsthand.desk.versions import find_scene, find_version, open_past
from firsthand.history import Moment, Versions
from firsthand.manuscript import Entry, Folder, file_text
from firsthand.provenance import Run, Source, TrackedText, count_words
from firsthand.provenance.hunks import Hunk, Kind, hunks
from firsthand.provenance.units import from_units, to_units

_CONTEXT = 30
"""Characters shown at each end of text that stayed as it was."""

_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def lines(options: argparse.Namespace) -> Iterator[bytes]:
    """What a command about the past prints, in UTF-8. VersionError if there is no such thing."""
    folder, versions = open_past(options.dir)
    if options.scene is None:
        return _encoded(_overview(folder, versions))
    entry = find_scene(folder, options.scene)
    if options.command == "versions":
        return _encoded(_table(entry, versions))
    if options.command == "diff":
        old, new = (find_version(versions, entry.id, one) for one in (options.old, options.new))
        return _encoded(_difference(entry, versions, old, new))
    text = versions.at(entry.id, find_version(versions, entry.id, options.at))
    return _encoded(_origins(text)) if options.origins else iter([file_text(text.text).encode()])


def _encoded(said: Iterator[str]) -> Iterator[bytes]:
    return (file_text(line).encode() + b"\n" for line in said)


def _overview(folder: Folder, versions: Versions) -> Iterator[str]:
    """What the author named, and every scene with how many versions it has."""
    named = versions.snapshots()
    titles = {entry.id: entry.title for entry in folder.outline.entries}
    for snapshot in named:
        of = f" (only “{titles.get(snapshot.scene, snapshot.scene)}”)" if snapshot.scene else ""
        yield f"{_time(snapshot.when)}  named “{snapshot.name}”{of}"
    if named:
        yield ""
    yield f"{'versions':>8}  {'latest':16}  {'id':14}  title"
    for entry in folder.outline.entries:
        latest = versions.latest(entry.id)
        yield f"{latest:>8}  {_time(versions.when(entry.id, latest)):16}  {entry.id:14}  {entry.title}"


def _table(entry: Entry, versions: Versions) -> Iterator[str]:
    """The versions of one scene that are worth showing."""
    yield f"{'version':>8}  {'time':16}  {'words':>8}  why"
    for moment in versions.moments(entry.id):
        words = count_words(versions.at(entry.id, moment.number).units())
        yield f"{moment.number:>8}  {_time(moment.when):16}  {words:>8,}  {_why(moment)}"


def _why(moment: Moment) -> str:
    said = [str(one) for one in moment.occasions if not (moment.names and one == "named")]
    return ", ".join([*(f"“{name}”" for name in moment.names), *said])


def _origins(text: TrackedText) -> Iterator[str]:
    for span in text.spans():
        yield f"{_whose(span.source):32}  {_one_line(text.slice(span.start, span.end))}"


def _difference(entry: Entry, versions: Versions, old: int, new: int) -> Iterator[str]:
    """The hunks from one version to another, a line for each stretch of one source."""
    first, last = (f"{number} ({_time(versions.when(entry.id, number))})" for number in (old, new))
    yield f"“{entry.title}”: version {first} to {last}"
    found = hunks(versions.at(entry.id, old), versions.at(entry.id, new))
    for hunk in found:
        yield from _said(hunk)
    if all(hunk.kind is Kind.KEPT for hunk in found):
        yield "Nothing differs."


def _said(hunk: Hunk) -> Iterator[str]:
    if hunk.kind is Kind.KEPT:
        yield f"  {_shortened(hunk.text)}"
    elif hunk.kind is Kind.WHOSE:
        yield f"~ {_all(hunk.was)} -> {_all(hunk.now)}: {_one_line(hunk.text)}"
    else:
        sign = "-" if hunk.kind is Kind.REMOVED else "+"
        moved = f" (moved, {hunk.moved})" if hunk.moved else ""
        for source, text in _stretches(to_units(hunk.text), hunk.was or hunk.now):
            yield f"{sign} {_whose(source)}{moved}: {_one_line(text)}"


def _stretches(units: str, runs: tuple[Run, ...]) -> Iterator[tuple[Source, str]]:
    at = 0
    for run in runs:
        yield run.source, from_units(units[at : at + run.length])
        at += run.length


def _all(runs: tuple[Run, ...]) -> str:
    return ", ".join(dict.fromkeys(_whose(run.source) for run in runs))


def _whose(source: Source) -> str:
    return f"{source.origin} {source.ref}" if source.ref else str(source.origin)


def _shortened(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= 2 * _CONTEXT else f"{line[:_CONTEXT]} … {line[-_CONTEXT:]}"


def _one_line(text: str) -> str:
    return _END.sub("¶", text)


def _time(when: int | None) -> str:
    """A moment in local time, to the minute; a dash if there is none."""
    return "-" if when is None else f"{datetime.fromtimestamp(when / 1000, UTC).astimezone():%Y-%m-%d %H:%M}"
