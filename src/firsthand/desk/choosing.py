"""The places that were changed on two computers, and what the author chooses of each.

Until then both texts stand in the scene, one after the other, and the question waits, over any number of sittings. A
question is known by its words: where the author has gone over the place since, there is nothing left to ask.
"""

from collections.abc import Iterable, Mapping

import msgspec

from firsthand.desk.drafts import Drafts
from firsthand.desk.places import machine_id
from firsthand.desk.recording import Recording
from firsthand.history import Cause, Choice, Chosen, Clashed, Replay
from firsthand.manuscript import Entry, Folder
from firsthand.provenance import Change, Span
from firsthand.provenance.units import length, to_units


class Side(msgspec.Struct, frozen=True):
    """One of the two texts: where it stands in the scene (UTF-16 units), its words, and whose each of them is.

    ``here`` says that it was written on this computer, in a sitting that began at ``when`` (milliseconds since 1970,
    UTC; None if that is not known).
    """

    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    here: bool
    when: int | None


class Open(msgspec.Struct, frozen=True):
    """A place where the author may choose."""

    id: str
    scene: Entry
    first: Side
    second: Side


class Sittings:
    """Of each sitting the computer, and when it began: what is needed to say whose a side is."""

    def __init__(self, known: Mapping[str, tuple[str, int]]) -> None:
        self.know(known)

    def know(self, known: Mapping[str, tuple[str, int]]) -> None:
        """These are the sittings there are now."""
        here = machine_id()
        self._known = {name: (wrote == here, began) for name, (wrote, began) in known.items()}

    def of(self, sitting: str) -> tuple[bool, int | None]:
        """Whether it is this computer's, and when it began."""
        return self._known.get(sitting, (False, None))


class Choosing:
    """The open questions of the manuscript in ``folder``, and the author's answers."""

    def __init__(self, folder: Folder, drafts: Drafts, recording: Recording, sittings: Sittings) -> None:
        self._folder, self._drafts, self._recording, self._sittings = folder, drafts, recording, sittings

    def questions(self) -> list[Open]:
        """The places that were changed on two computers and wait for the author's choice, in the order they stand."""
        return questions(self._folder.outline.entries, self._recording.replay, self._sittings)

    def choose(self, question: Open, choice: Choice) -> None:
        """The author's choice of a place, as one step of undo. DeskError if nothing may be written."""
        self._recording.demand_writable()
        change = change_for(question, choice)
        if change is not None:
            self._drafts.make_all(question.scene.id, [change], Cause.JOIN)
        self._recording.mark(Chosen(question.id, 0, choice))


def questions(entries: Iterable[Entry], replay: Replay, sittings: Sittings) -> list[Open]:
    """The places that wait for the author, in the order in which they stand."""
    waiting = [one for one in replay.clashes.values() if one.id not in replay.chosen]
    out: list[Open] = []
    for entry in entries:
        here = [one for one in waiting if one.scene == entry.id]
        units = replay.scene(entry.id).text.units() if here else ""
        found = [(units.find(to_units(one.first + one.second)), one) for one in here]
        seen: set[int] = set()
        for at, one in sorted(found, key=lambda pair: pair[0]):
            if at >= 0 and at not in seen:
                seen.add(at)
                out.append(_open(one, entry, at, replay, sittings))
    return out


def _open(clash: Clashed, entry: Entry, at: int, replay: Replay, sittings: Sittings) -> Open:
    between = at + length(clash.first)
    end = between + length(clash.second)
    one, other = (
        _side(entry, start, stop, replay, *sittings.of(sitting))
        for (start, stop), sitting in zip([(at, between), (between, end)], clash.sittings, strict=True)
    )
    return Open(clash.id, entry, one, other)


def _side(entry: Entry, start: int, end: int, replay: Replay, here: bool, when: int | None) -> Side:
    text = replay.scene(entry.id).text
    return Side(start, end, text.slice(start, end), tuple(text.spans(start, end)), here, when)


def change_for(question: Open, choice: Choice) -> Change | None:
    """What takes away the side that the author did not choose; None where both stay."""
    if choice is Choice.BOTH:
        return None
    first, second = question.first, question.second
    if choice is Choice.SECOND:
        return Change(first.start, first.end - first.start, "")
    joint = first.text.endswith("\n") and not second.text.endswith("\n") and not second.text.startswith("\n")
    return Change(first.end - joint, second.end - first.end + joint, "")
