"""Bringing a scene's file and its history together: when a manuscript is opened, reported on, or changed while open.

The file says what, the history says whose. Where they disagree there are three cases: the scene was never recorded (an
import), the file is one that Firsthand itself saved before the history went on (the program was killed: the history has
the words), or someone edited it outside (a recorded change, in which all that stayed keeps its origin).

All edits of all scenes are made first, as what they were seen to be; only then is asked whose the text that came in
really is, so that a paragraph moved from one scene into another keeps its origins. ``meet`` and ``take_in`` are the one
way for the desk and for a report on a manuscript that is closed.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

import msgspec

from firsthand.desk.arriving import made_of, saved_texts
from firsthand.desk.reading import Account, Unread, as_read, digest
from firsthand.history import Cause, Replay, SceneState
from firsthand.history.disk import look_at
from firsthand.manuscript import Entry, Folder, ManuscriptError
from firsthand.manuscript.trust import NAME, stays_inside
from firsthand.provenance import Change, Origin, Source, TrackedText
from firsthand.provenance.difference import Edit, edits
from firsthand.provenance.merging import merge, words_round
from firsthand.provenance.units import from_units, to_units


class Standing(StrEnum):
    """How a scene's file stands to its history."""

    SAME = "same"
    NEW = "new"
    BEHIND = "behind"
    OUTSIDE = "outside"
    MISSING = "missing"
    UNREADABLE = "unreadable"


_CAUSES = {Standing.NEW: Cause.IMPORT, Standing.OUTSIDE: Cause.OUTSIDE}
_NO_WORDS = digest("")
_ORIGINS = {Cause.IMPORT: Origin.IMPORTED, Cause.OUTSIDE: Origin.OUTSIDE}


class Met(msgspec.Struct, frozen=True):
    """The file of a scene or note beside its history. ``trouble`` says in a sentence why it cannot be read.

    ``base`` is the text (unit form) that another computer's file was made of, if that is an earlier one of the scene.
    """

    entry: Entry
    standing: Standing
    text: str | Unread = ""
    trouble: str = ""
    base: str | None = None

    @property
    def cause(self) -> Cause | None:
        """As what the file's text comes into the history; None if it does not."""
        return _CAUSES.get(self.standing)


class Arrival(msgspec.Struct, frozen=True):
    """Text that an import or an outside edit brought into a scene, as it stands there: UTF-16 units by place."""

    scene: str
    cause: Cause
    ref: str
    stretches: tuple[tuple[int, int], ...]

    @property
    def source(self) -> Source:
        return Source(_ORIGINS[self.cause], self.ref)


Make = Callable[[str, Change, Cause], object]
"""Makes a change in a scene, and tells the replay's recogniser."""


def meet(account: Account) -> list[Met]:
    """Every scene and note of the manuscript, its file beside its history."""
    inside = _Inside(account.folder)
    entries = account.folder.outline.entries
    return [_known(account, entry, inside) or _met(account, entry) for entry in entries]


class _Inside(dict[str, bool]):
    """Whether the folders of scenes lie in the manuscript's: looked up once for all their files."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def __missing__(self, place: str) -> bool:
        self[place] = inside = stays_inside(self._folder.path, f"{place}/{NAME}" if place else NAME)
        return inside


def _known(account: Account, entry: Entry, inside: _Inside) -> Met | None:
    """A file that looks as it did when it held what the history left there; None if it has to be read."""
    known = account.looks.get(entry.id)
    if known is None or known[0] != entry.file or entry.id not in account.stands:
        return None
    file, look = known
    if not inside[file.rpartition("/")[0]] or look_at(f"{account.folder.path}/{file}") != look:
        return None
    return Met(entry, Standing.SAME, Unread(account.stands[entry.id], account.texts[entry.id]))


def _met(account: Account, entry: Entry) -> Met:
    try:
        text = account.folder.read(entry)
    except ManuscriptError as error:
        return Met(entry, Standing.UNREADABLE, trouble=str(error))
    if entry.id in account.stands and account.stands[entry.id] == digest(text):
        return Met(entry, Standing.SAME, text)
    saved = account.saves.of(entry)
    exists = bool(text) or account.folder.file(entry).exists()
    found = standing(account.replay.scene(entry.id), text, exists=exists, saved=saved)
    if (found is Standing.NEW and account.holes) or (found is Standing.BEHIND and account.astray(entry.id)):
        found = Standing.OUTSIDE  # a part of the history is missing: only the file knows the words
    if found is Standing.OUTSIDE and account.apart:
        base = made_of(to_units(text), saved_texts(account, entry.id))
        return Met(entry, Standing.BEHIND if base == to_units(text) else found, text, base=base)
    return Met(entry, found, text)


def saved_unknown(met: Met, account: Account) -> bool:
    """Whether a file is as the history left it, but no save of late says so: a repair put it there, or a person."""
    if met.standing is not Standing.SAME:
        return False
    held = met.text.sha256 if isinstance(met.text, Unread) else digest(met.text)
    return held != _NO_WORDS and held not in account.saves.of(met.entry)


def standing(state: SceneState, text: str, *, exists: bool, saved: frozenset[str]) -> Standing:
    """Compare. ``saved`` are the digests of what Firsthand saved last."""
    if text == as_read(state.text.text):
        return Standing.SAME
    if state.last_change is None:
        return Standing.BEHIND if text and digest(text) in saved else Standing.NEW
    if not exists or (not text and len(state.text)):
        return Standing.MISSING
    return Standing.BEHIND if digest(text) in saved else Standing.OUTSIDE


def take_in(met: Iterable[Met], replay: Replay, make: Make, ref: Callable[[Entry, Cause], str]) -> list[Arrival]:
    """Make the scenes what their files hold, where those go before the history; what came in.

    ``ref`` gives what the text that comes into a scene refers to.
    """
    begun = replay.first is not None
    came = []
    for one in met:
        if one.cause is None or isinstance(one.text, Unread):
            continue
        found = _found(replay.scene(one.entry.id).text.units(), one.base, one.text)
        came.append(bring(one.entry.id, found, one.cause, ref(one.entry, one.cause), make))
    if begun:
        recognise(came, replay, make)
    return came


def _found(now: str, base: str | None, text: str) -> list[Edit]:
    """What the file's text changes of the scene's, which may have gone on since the text the file was made of.

    Where both changed the same place both stay, so that no word is lost before its history comes.
    """
    if base is None:
        return edits(now, to_units(text))
    whole = merge(TrackedText(from_units(base)), TrackedText(from_units(now)), TrackedText(text))
    return edits(now, whole.text.units())


def bring(scene: str, found: list[Edit], cause: Cause, ref: str, make: Make) -> Arrival:
    """Make edits of a scene, seen to come from outside; what came in."""
    arrival = Arrival(scene, cause, ref, tuple(_stretches(found)))
    for edit in reversed(found):
        make(scene, Change(edit.start, edit.end - edit.start, from_units(edit.inserted), arrival.source), cause)
    return arrival


def _stretches(found: list[Edit]) -> Iterator[tuple[int, int]]:
    """Where what edits insert stands when all of them are made: places and lengths."""
    moved = 0
    for edit in found:
        if edit.inserted:
            yield edit.start + moved, len(edit.inserted)
        moved += len(edit.inserted) - (edit.end - edit.start)


def recognise(came: Iterable[Arrival], replay: Replay, make: Make) -> None:
    """Find what of the text that came in had stood in the manuscript, or had been shown. No text changes."""
    for arrival in came:
        state = replay.scene(arrival.scene)
        for at, length in arrival.stretches:
            for place, runs in replay.recogniser.brought(arrival.scene, at, length, arrival.source):
                make(arrival.scene, state.find(place, runs), Cause.FOUND)


class Merge(msgspec.Struct, frozen=True):
    """Another program's edits, placed in a text that was changed here too; ``whole`` if all of them could be."""

    edits: list[Edit]
    whole: bool


def merged(base: str, mine: str, theirs: str) -> Merge:
    """What another program made of ``base``, as edits of ``mine``, which was made of it here. All in unit form.

    What touches words that were changed here is left out, unless it is the very same edit.
    """
    here = edits(base, mine)
    changed = [words_round(base, edit) for edit in here]
    fitting: list[Edit] = []
    whole, moved, at = True, 0, 0
    for edit in edits(base, theirs):
        start, end = words_round(base, edit)
        while at < len(here) and changed[at][1] < start:
            moved += len(here[at].inserted) - (here[at].end - here[at].start)
            at += 1
        if at == len(here) or changed[at][0] > end:
            fitting.append(Edit(edit.start + moved, edit.end + moved, edit.inserted))
        elif edit not in here:
            whole = False
    return Merge(fitting, whole)
