"""Putting other words in the place of what was found, in one scene or in many.

What the author writes into the replacement is the author's typing, as if it were written at every place by hand: what
stays the same between old and new keeps its origin, and what an expression's group brings along keeps the origins it
had. What the author pasted into the replacement is a paste, at every place. What is replaced in one scene is one step
of its undo.

A replacement for an expression may name its groups: ``\\1``, ``\\g<name>``, ``\\0`` for the whole; ``\\n`` ends a
paragraph, ``\\\\`` is a backslash. Places are UTF-16 units.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from firsthand.desk.draft import ONE_PIECE, Cause, Draft, Listener
from firsthand.desk.searching import LIMIT, Hit, QueryError, Search
from firsthand.patterns import late
from firsthand.provenance import Change, Origin, Run, Source, TrackedText, join_runs
from firsthand.provenance.difference import edits
from firsthand.provenance.origins import PLAIN
from firsthand.provenance.units import from_units, to_units
from firsthand.saying import say

_ESCAPE = late(r"\\(?:(?P<number>\d{1,2})|g<(?P<name>\w+)>|(?P<sign>.)|$)", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "\\": "\\"}

Part = str | int
"""A piece of a replacement: text in unit form, or the number of the group that stands there."""


class Template(Struct, frozen=True):
    """What is put in the place of a hit. ``source`` says whose its own words are."""

    parts: tuple[Part, ...]
    source: Source = PLAIN[Origin.TYPED]

    @classmethod
    def of(cls, text: str, search: Search, *, pasted: bool = False) -> "Template":
        """The template that the author wrote. QueryError says in a sentence what is wrong with it."""
        parts = _parts(text, search) if search.query.expression else (to_units(text),)
        return cls(parts, PLAIN[Origin.PASTED if pasted else Origin.TYPED])


class Planned(Struct, frozen=True):
    """What would be done at one place: its units, and what they would become, text in unit form or a place."""

    start: int
    end: int
    parts: tuple[str | Hit, ...]

    def text(self, units: str) -> str:
        """What would stand there, where the scene's text in unit form is ``units``."""
        return from_units("".join(part if isinstance(part, str) else units[slice(*part)] for part in self.parts))


def plan(search: Search, template: Template, units: str, limit: float = LIMIT) -> list[Planned]:
    """What would be done in a text in unit form, in order. QueryError if that takes more than ``limit`` seconds."""
    planned = []
    for match in search.matches(units, limit):
        groups = [match.groups[part] if isinstance(part, int) else part for part in template.parts]
        planned.append(Planned(match.start, match.end, tuple(part for part in groups if part)))
    return planned


def replace(draft: Draft, planned: Iterable[Planned], source: Source = PLAIN[Origin.TYPED]) -> int:
    """Do what was planned for the scene's text as it stands, as one step; how many places that changed."""
    if source.origin is Origin.PASTED:
        source = Source(Origin.PASTED, draft.new_ref("paste"))
    before, made = draft.text.units(), 0
    with draft.together():
        for one in sorted(planned, key=lambda one: one.start, reverse=True):
            old, new = before[one.start : one.end], to_units(one.text(before))
            if old != new:
                draft.apply(_change(draft, one, old, new, source), Cause.REPLACE)
                _recognise(draft, one, source)
                made += 1
    return made


class Replaced:
    """What was replaced at once in several scenes, as long as it can be taken back at once."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._open: dict[str, Draft] = {draft.entry.id: draft for draft in drafts}
        self._ends = [draft.listen(self._forgetting(draft)) for draft in drafts]

    def __bool__(self) -> bool:
        return bool(self._open)

    def take_back(self) -> list[str]:
        """Undo it in every scene where nothing was changed since; the ids of those scenes."""
        drafts = list(self._open.values())
        self.forget()
        return [draft.entry.id for draft in drafts if draft.undo()]

    def forget(self) -> None:
        """It is not to be taken back any more."""
        for end in self._ends:
            end()
        self._ends.clear()
        self._open.clear()

    def _forgetting(self, draft: Draft) -> Listener:
        def changed(_: Change, cause: Cause) -> None:
            if cause is not Cause.FOUND:
                self._open.pop(draft.entry.id, None)

        return changed


def _change(draft: Draft, one: Planned, old: str, new: str, source: Source) -> Change:
    """The change that makes ``old`` into ``new``, each unit with the origin it should have."""
    brought = TrackedText(from_units(new), _brought(draft, one, source))
    runs: list[Run] = []
    place = at = 0
    for edit in edits(old, new):
        runs += draft.text.runs(one.start + place, one.start + edit.start)
        at += edit.start - place
        runs += brought.runs(at, at + len(edit.inserted))
        place, at = edit.end, at + len(edit.inserted)
    runs += draft.text.runs(one.start + place, one.end)
    return Change(one.start, len(old), from_units(new), join_runs(runs))


def _recognise(draft: Draft, one: Planned, source: Source) -> None:
    """Look up the words that came in one piece: they may have stood in a suggestion."""
    at = one.start
    for part in one.parts:
        if isinstance(part, str) and len(part) >= ONE_PIECE:
            draft.recognise(at, len(part), source)
        at += len(part) if isinstance(part, str) else part[1] - part[0]


def _brought(draft: Draft, one: Planned, source: Source) -> tuple[Run, ...]:
    """Whose the new words are, taken by themselves."""
    runs: list[Run] = []
    offset = 0
    for part in one.parts:
        if isinstance(part, str):
            runs.append(Run(len(part), source, offset if source.ref else 0))
            offset += len(part)
        else:
            runs += draft.text.runs(*part)
    return join_runs(run for run in runs if run.length)


def _parts(text: str, search: Search) -> tuple[Part, ...]:
    """The parts of a replacement for an expression."""
    assert search.pattern is not None
    parts: list[Part] = []
    done = 0
    for match in _ESCAPE().finditer(text):
        parts.append(to_units(text[done : match.start()]))
        parts.append(_part(match, search.pattern.groups, search.pattern.groupindex))
        done = match.end()
    parts.append(to_units(text[done:]))
    return tuple(part for part in parts if part != "")


def _part(match: re.Match[str], groups: int, names: Mapping[str, int]) -> Part:
    if match["number"] or match["name"]:
        said = match["number"] or match["name"]
        group = int(said) if said.isdigit() else names.get(said, -1)
        if not 0 <= group <= groups:
            raise QueryError(
                say("The replacement names the group “{said}”, which the expression does not have.", said=said)
            )
        return group
    if (match["sign"] or "") not in _SIGNS:
        raise QueryError(
            say("The replacement has “{sign}”, which means nothing; write two backslashes for one.", sign=match[0])
        )
    return _SIGNS[match["sign"]]
