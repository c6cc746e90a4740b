"""The figures that the binder and the footer show, counted a little after each change and a scene at a time.

Counting a long scene takes a while, so it never happens in a key press: a pause of the writer's starts it.
"""

import time
from collections.abc import Iterable

from msgspec import Struct, field
from PySide6.QtCore import QObject, QTimer, Signal

from firsthand.desk.session import Desk, Tally
from firsthand.provenance import Origin
from firsthand.qt.whose import Kind, kinds_of, parts_of

FIRST = 50
"""Milliseconds after a manuscript is open: the page comes first."""

PAUSE = 400
"""Milliseconds without a change before counting."""


_AT_ONCE = 0.004
"""Seconds of counting before the window has its turn again."""


class Count(Struct, frozen=True):
    """Scenes in numbers: their words, those of them that the author typed, and their UTF-16 units of each kind."""

    words: int
    own: int = 0
    units: dict[Kind, int] = field(default_factory=dict)

    @property
    def yours(self) -> float | None:
        """The share of words that the author typed, 0 to 1; None without words."""
        return self.own / self.words if self.words else None

    @property
    def shares(self) -> dict[Kind, float]:
        """The share of the characters of each kind."""
        return parts_of(self.units)


def together(counts: Iterable[Count]) -> Count:
    """Several counts as one."""
    words = own = 0
    units: dict[Kind, int] = {}
    for count in counts:
        words, own = words + count.words, own + count.own
        for kind, amount in count.units.items():
            units[kind] = units.get(kind, 0) + amount
    return Count(words, own, units)


class Counts(QObject):
    """Counts the scenes of one desk."""

    counted = Signal(str)
    """A scene's count is new."""
    settled = Signal()
    """Everything is counted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._counts: dict[str, Count] = {}
        self._tallies: dict[str, Tally] = {}
        self._stale: dict[str, None] = {}
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._begin)
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._count_some)

    def set_desk(self, desk: Desk | None) -> None:
        """Count this manuscript from now on, beginning when the page has been seen."""
        self._desk = desk
        self._counts.clear()
        self._tallies.clear()
        self._pause.stop()
        self._step.stop()
        self._stale = self._all()
        if self._stale:
            self._step.start(FIRST)
        else:
            self.settled.emit()

    def refresh(self) -> None:
        """Count what is new: scenes that came or changed."""
        self._stale = self._all()
        self._begin()

    def _all(self) -> dict[str, None]:
        return dict.fromkeys(self._desk.folder.outline.by_id) if self._desk else {}

    def changed(self, scene: str) -> None:
        """A scene has changed: count it at the next pause."""
        self._stale[scene] = None
        self._step.stop()
        self._pause.start()

    def count(self, scene: str) -> Count | None:
        """What was counted last, or None."""
        return self._counts.get(scene)

    def total(self) -> Count | None:
        """All scenes together, notes left out; None while some are not yet counted."""
        counts = [self._counts.get(entry.id) for entry in self._desk.folder.outline.scenes] if self._desk else []
        known = [count for count in counts if count is not None]
        if self._desk is None or len(known) < len(counts):
            return None
        return Count(sum(count.words for count in known), sum(count.own for count in known))

    def _begin(self) -> None:
        if self._stale:
            self._step.start(0)
        else:
            self.settled.emit()

    def _count_some(self) -> None:
        began = time.monotonic()
        self._step.setInterval(0)
        while self._desk is not None and self._stale:
            scene = next(iter(self._stale))
            here = scene in self._desk.folder.outline.by_id
            if not here or not self._desk.count_some(scene):
                del self._stale[scene]
                if here:
                    self._count(self._desk, scene)
            if time.monotonic() - began > _AT_ONCE:
                return
        self._step.stop()
        self.settled.emit()

    def _count(self, desk: Desk, scene: str) -> None:
        tally = desk.tally(scene)
        if self._tallies.get(scene) is tally:
            return
        self._tallies[scene] = tally
        kinds = kinds_of(tally.units, tally.instead)
        self._counts[scene] = Count(tally.words, tally.by_origin[Origin.TYPED], kinds)
        self.counted.emit(scene)
