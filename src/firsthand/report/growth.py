"""How the draft grew: the units of each origin at 128 to 256 places along the recorded changes.

A ``Growth`` goes along with a replay (``Replay(on_change=growth.changed)``). It looks only at every n-th change, and
then only at scenes that changed since; when it holds 256 points it drops every second one and doubles n, so that a
replay of 600,000 changes hardly notices it.
"""

from collections.abc import Collection

import msgspec

from firsthand.history import Changed, Replay
from firsthand.provenance import Origin, TrackedText
from firsthand.report.figures import Evidence
from firsthand.report.scene_text import counted, observed

_MOST = 256


class GrowthPoint(msgspec.Struct, frozen=True):
    """The units of each origin over all scenes at ``when`` (milliseconds since 1970, UTC)."""

    when: int
    units: dict[Origin, int]


class Growth:
    """Collects the points of one replay."""

    def __init__(self, aside: Collection[str] = (), evidence: Evidence = Evidence.ALL) -> None:
        """``aside`` are ids that do not count: the notes of a manuscript. ``evidence`` says whether findings do."""
        self._counts = _observed_counts if evidence is Evidence.NONE else TrackedText.counts
        self._aside = frozenset(aside)
        self._points: list[GrowthPoint] = []
        self._step = 1
        self._left = 1
        self._scene = ""
        self._changed: set[str] = set()
        self._known: dict[str, dict[Origin, int]] = {}
        self._totals = dict.fromkeys(Origin, 0)
        self._replay: Replay | None = None

    def changed(self, replay: Replay, record: Changed, when: int) -> None:
        """Take notice of one change that was replayed at ``when``: the way of every change, so it does next to nothing.

        ``Replay(on_change=growth.changed)`` spends half the time on the call that ``Replay(on_change=growth)`` does.
        """
        if record.scene != self._scene:
            self._scene = record.scene
            self._changed.add(record.scene)
        self._left -= 1
        if not self._left:
            self._take(replay, when)

    __call__ = changed

    def points(self) -> tuple[GrowthPoint, ...]:
        """The points so far, in the order of the record; the last is the present state, at the end of the record."""
        if self._replay is None or self._replay.last is None:
            return ()
        before = self._points[:-1] if self._left == self._step else self._points
        self._changed.update(self._replay.scenes)
        self._add_up(self._replay)
        return (*before, GrowthPoint(self._replay.last, dict(self._totals)))

    def _take(self, replay: Replay, when: int) -> None:
        self._replay = replay
        self._add_up(replay)
        self._points.append(GrowthPoint(when, dict(self._totals)))
        self._changed = {self._scene}
        if len(self._points) >= _MOST:
            del self._points[::2]
            self._step *= 2
        self._left = self._step

    def _add_up(self, replay: Replay) -> None:
        for scene in self._changed - self._aside:
            counts = self._counts(replay.scenes[scene].text)
            before = self._known.get(scene)
            for origin, count in counts.items():
                self._totals[origin] += count - (before[origin] if before else 0)
            self._known[scene] = counts


def _observed_counts(text: TrackedText) -> dict[Origin, int]:
    return counted(observed(text.spans()))
