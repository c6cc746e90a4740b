"""The figures that the binder and the footer show, counted a little after each change and a scene at a time.

Counting a long scene takes a while, so it never happens in a key press: a pause of the writer's starts it.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from firsthand.desk.session import Desk, Tally
from firsthand.qt.scene_pieces import ScenePieces
from firsthand.qt.whose import Kind, shares

PAUSE = 400
"""Milliseconds without a change before counting."""


@dataclass(frozen=True)
class Count:
    """A scene in numbers: its words, the share of them the author typed (None without words), and the share of its
    characters of each kind."""

    words: int
    yours: float | None
    shares: dict[Kind, float] = field(default_factory=dict)


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
        self._stale: list[str] = []
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._begin)
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._count_one)

    def set_desk(self, desk: Desk | None) -> None:
        """Count this manuscript from now on, beginning at once."""
        self._desk = desk
        self._counts.clear()
        self._tallies.clear()
        self._pause.stop()
        self._step.stop()
        self.refresh()

    def refresh(self) -> None:
        """Count what is new: scenes that came or changed."""
        self._stale = [entry.id for entry in self._desk.folder.outline.entries] if self._desk else []
        self._begin()

    def changed(self, scene: str) -> None:
        """A scene has changed: count it at the next pause."""
        if scene not in self._stale:
            self._stale.append(scene)
        self._step.stop()
        self._pause.start()

    def count(self, scene: str) -> Count | None:
        """What was counted last, or None."""
        return self._counts.get(scene)

    def total(self) -> Count | None:
        """All scenes together, notes left out; None while some are not yet counted."""
        if self._desk is None or any(e.id not in self._tallies for e in self._desk.folder.outline.scenes):
            return None
        total = self._desk.total()
        return Count(total.words, total.yours)

    def _begin(self) -> None:
        if self._stale:
            self._step.start()
        else:
            self.settled.emit()

    def _count_one(self) -> None:
        if self._desk is None or not self._stale:
            self._step.stop()
            self.settled.emit()
            return
        self._count(self._desk, self._stale.pop(0))

    def _count(self, desk: Desk, scene: str) -> None:
        tally = desk.tally(scene)
        if self._tallies.get(scene) is tally:
            return
        self._tallies[scene] = tally
        draft = desk.draft(scene)
        found = ScenePieces(draft).between(0, len(draft.text))
        self._counts[scene] = Count(tally.words, tally.yours, shares(found))
        self.counted.emit(scene)
