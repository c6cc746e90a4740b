"""Keeps the panel's cards true: what a card calls inserted is what of it stands in the text, also after undo and redo.

Looked up at once after undo and redo, else when the scenes are counted, in a pause of the writer's. Looked at are the
scene that is open and those that a version was put into. Places are UTF-16 units of the suggestion.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from firsthand.desk.draft import Cause, Draft
from firsthand.desk.session import Desk
from firsthand.provenance import Origin
from firsthand.qt.counts import Counts
from firsthand.qt.panel import Panel

if TYPE_CHECKING:
    from firsthand.qt.card_text import Part

_TURNS = frozenset({Cause.UNDO, Cause.REDO})


class Inserted(QObject):
    """Follows the text for one panel."""

    def __init__(self, panel: Panel, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._desk: Desk | None = None
        self._scenes: set[str] = set()
        self._open = ""
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._look)
        counts.settled.connect(self._soon.start)

    def set_desk(self, desk: Desk | None) -> None:
        """This manuscript is open now, or none."""
        self._desk = desk
        self._scenes.clear()

    def put(self, scene: str) -> None:
        """A version, or a part of one, was put into this scene."""
        self._scenes.add(scene)

    def changed(self, scene: str, cause: Cause) -> None:
        """The scene that is open has changed."""
        self._open = scene
        if cause in _TURNS:
            self._soon.start()

    def _look(self) -> None:
        desk = self._desk
        if desk is None or not self._scenes:
            return
        known = desk.folder.outline.by_id
        drafts = [desk.draft(scene) for scene in {*self._scenes, self._open} if scene in known]
        self._panel.follow(standing(drafts))


def standing(drafts: Sequence[Draft]) -> "Mapping[str, Sequence[Part]]":
    """The parts of each suggestion, by its id, that stand in these scenes."""
    found: dict[str, list[Part]] = {}
    for draft in drafts:
        for span in draft.text.spans():
            if span.origin is Origin.MODEL and span.source.ref is not None:
                found.setdefault(span.source.ref, []).append((span.offset, span.offset + span.end - span.start))
    return found
