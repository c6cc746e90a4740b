"""Any version of any scene: what stood in it after each of its changes, with whose every character was.

The theory. A scene's versions are counted by its recorded changes, findings among them: version 0 is the empty scene,
version ``n`` what the first ``n`` changes made of it. A run of typing is one change, in however many pieces it was
written down, so that a version has the same number whoever reads the record.

A version is the scene replayed up to there, from the keyframe before it. When a scene is first asked for it is replayed
once as a whole, which lays a keyframe every so many changes: the paragraphs that stood there and their runs, of which
two keyframes share all that is the same. Their number is bounded, and with it the memory; a scene with more changes has
them farther apart.

Where the record does not fit the scene, its versions end, as they do in ``Replay``. What is on disk and how it is read
is not known here. Times are milliseconds since 1970 (UTC); where a clock was set back, a version is as late as the
latest before it.
"""

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from firsthand.history.acts import Named
from firsthand.history.changes import Cause, Changed, Found
from firsthand.history.moments import Mark, Moment, Occasion, Saving, moments
from firsthand.history.records import Record, Saved, coalesced
from firsthand.history.replay import SceneState
from firsthand.provenance import Run, TrackedText
from firsthand.provenance.units import from_units

__all__ = ["Moment", "Occasion", "Snapshot", "Versions"]

EVERY = 256
"""Changes from one keyframe to the next: their replay takes about as long as reading the keyframe does."""

MOST = 128
"""Keyframes of one scene."""


class Snapshot(msgspec.Struct, frozen=True):
    """A version that the author gave a name: of the whole manuscript, or of one ``scene`` if it is not empty.

    ``when`` it was named. ``place`` is how many records came before it.
    """

    id: str
    name: str
    when: int
    scene: str
    place: int


class _Keyframe(msgspec.Struct, frozen=True, gc=False):
    """A text in unit form, line by line, and the runs that tile it."""

    lines: tuple[str, ...]
    runs: tuple[Run, ...]

    def text(self) -> TrackedText:
        return TrackedText(from_units("\n".join(self.lines)), self.runs)


class _Shared:
    """Makes keyframes of a scene, which hold what is equal in them once."""

    def __init__(self) -> None:
        self._lines: dict[str, str] = {}
        self._runs: dict[Run, Run] = {}

    def keyframe(self, text: TrackedText) -> _Keyframe:
        return _Keyframe(
            tuple([self._lines.setdefault(line, line) for line in text.units().split("\n")]),
            tuple([self._runs.setdefault(run, run) for run in text.runs()]),
        )


class _Scene:
    """The changes of one scene in their order; when each was over, its place among all records; the scene's saves."""

    def __init__(self, scene: str) -> None:
        self.scene = scene
        self.changes: list[Changed | Found] = []
        self.places: list[int] = []
        self.began: list[int] = []
        self.ended: list[int] = []
        self.lengths: list[int] = []
        self.saves: list[tuple[int, int]] = []
        self.keyframes: list[_Keyframe] = []
        self.apart = 0
        self.fits = True

    def add(self, record: Changed | Found, when: int, place: int) -> None:
        if not self.fits:
            return
        lasted = record.ms if isinstance(record, Changed) else 0
        self.changes.append(record)
        self.places.append(place)
        self.began.append(when)
        self.ended.append(max(when + lasted, self.ended[-1] if self.ended else 0))
        self.keyframes.clear()

    def replay(self, every: int, most: int) -> None:
        """Replay all changes, laying the keyframes; the first that does not fit goes, with those behind it."""
        self.apart = max(every, -(-len(self.changes) // most))
        self.lengths = [0]
        shared, state = _Shared(), SceneState(self.scene)
        self.keyframes = [shared.keyframe(state.text)]
        for number, change in enumerate(self.changes, 1):
            try:
                _make(state, change, self.began[number - 1])
            except ValueError:
                for known in (self.changes, self.places, self.began, self.ended):
                    del known[number - 1 :]
                self.fits = False
                return
            self.lengths.append(len(state.text))
            if number % self.apart == 0:
                self.keyframes.append(shared.keyframe(state.text))

    def version(self, number: int) -> TrackedText:
        nearest, state = number // self.apart, SceneState(self.scene)
        state.text = self.keyframes[nearest].text()
        for index in range(nearest * self.apart, number):
            _make(state, self.changes[index], self.began[index])
        return state.text


def _make(state: SceneState, change: Changed | Found, when: int) -> None:
    """Make a change as a sitting makes it. ValueError if it does not fit."""
    if isinstance(change, Changed):
        state.take(change.change(), change.cause, when)
    else:
        state.take(state.find(change.at, change.sources()), Cause.FOUND, when)


class Versions:
    """The versions of every scene. Take the sittings in their order, then ask.

    ``every`` is how many changes lie between keyframes, ``most`` how many keyframes a scene has at most.
    """

    def __init__(self, every: int = EVERY, most: int = MOST) -> None:
        self._every = every
        self._most = most
        self._known: dict[str, _Scene] = {}
        self._snapshots: dict[str, Snapshot] = {}
        self._place = 0

    def sitting(self, began: int, records: Iterable[Record]) -> None:
        """Take the records of one sitting, which began at ``began``."""
        for record in coalesced(records):
            self._place += 1
            match record:
                case Changed() | Found():
                    self._of(record.scene).add(record, began + record.t, self._place)
                case Saved():
                    self._of(record.scene).saves.append((self._place, began + record.t))
                case Named():
                    self._named(record, began + record.t)
                case _:
                    pass

    def scenes(self) -> list[str]:
        """The ids of the scenes that have versions, in the order in which they were begun."""
        return [scene for scene, known in self._known.items() if known.changes]

    def latest(self, scene: str) -> int:
        """The number of the scene's latest version; 0 if nothing is recorded of it."""
        return len(self._scene(scene).changes)

    def at(self, scene: str, number: int) -> TrackedText:
        """The scene as its version ``number`` stood, a text of the caller's own. ValueError if there is none."""
        known = self._scene(scene)
        if not 0 <= number <= len(known.changes):
            raise ValueError(f"there is no version {number}; the latest is {len(known.changes)}")
        return known.version(number)

    def number(self, scene: str, when: int) -> int:
        """The version that stood at a moment: of the changes that were over by then. 0 before the first."""
        return bisect_right(self._scene(scene).ended, when)

    def when(self, scene: str, number: int) -> int | None:
        """When a version's last change was over; None for version 0. IndexError if there is no such version."""
        return self._scene(scene).ended[number - 1] if number else None

    def length(self, scene: str, number: int) -> int:
        """How many UTF-16 units a version has. IndexError if there is none."""
        return self._scene(scene).lengths[number]

    def snapshots(self) -> list[Snapshot]:
        """What the author named, in the order in which it was."""
        return list(self._snapshots.values())

    def named(self, scene: str, snapshot: Snapshot) -> int:
        """The version of a scene that stood when the author named it; 0 if there was nothing yet."""
        return bisect_right(self._scene(scene).places, snapshot.place)

    def moments(self, scene: str) -> list[Moment]:
        """The versions of a scene that are worth showing, in their order."""
        known = self._scene(scene)
        marks = [Mark(*one) for one in zip(known.changes, known.began, known.ended, known.lengths[1:], strict=True)]
        saves = [Saving(bisect_right(known.places, place), when) for place, when in known.saves]
        named = [(self.named(scene, one), one.name) for one in self._snapshots.values() if one.scene in ("", scene)]
        return moments(marks, saves, named)

    def _named(self, record: Named, when: int) -> None:
        known = self._snapshots.get(record.id)
        if not record.name:
            self._snapshots.pop(record.id, None)
        elif known is None:
            self._snapshots[record.id] = Snapshot(record.id, record.name, when, record.scene, self._place)
        else:
            self._snapshots[record.id] = msgspec.structs.replace(known, name=record.name)

    def _of(self, scene: str) -> _Scene:
        known = self._known.get(scene)
        if known is None:
            known = self._known[scene] = _Scene(scene)
        return known

    def _scene(self, scene: str) -> _Scene:
        """The scene, replayed if it was not yet."""
        known = self._known.get(scene) or _Scene(scene)
        if not known.keyframes:
            known.replay(self._every, self._most)
        return known
