"""Which scene is on the page: how the author comes to it and leaves it, and what is told when its words change."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause, Draft
from firsthand.desk.outside import Arrival
from firsthand.provenance import Change
from firsthand.qt.standing import Standing

if TYPE_CHECKING:
    from firsthand.desk.searching import Query

_log = logging.getLogger("firsthand.qt")

PASTES = frozenset({Cause.PASTE, Cause.DROP})
"""By what text comes onto the page whose words may be another's: the author is asked about it."""

_PAUSE = 200
"""Milliseconds without a key after which the menus say what can be done, where undo and redo stay as they were."""


class Scenes(Standing):
    """A window with a page on which one scene stands, or none."""

    def open_scene(self, scene: str) -> None:
        """Put a scene or note on the page."""
        desk = self.bench.desk
        if desk is None or not scene:
            return
        self._take_leave_of_scene()
        self._scene = scene
        self.binder.set_open(scene)
        self.arranger.set_open(scene)
        if scene in desk.unreadable:
            self.threshold.say(desk.unreadable[scene], choices=False)
            self.show_threshold()
            self.asking.set_place(None)
            return
        draft = desk.draft(scene)
        draft.caret = draft.caret or self._last_place(draft)
        self._unlisten = draft.listen(self._scene_changed)
        self.show_page()
        caret = draft.caret
        self.page.set_draft(draft)
        self.page.setReadOnly(bool(desk.read_only))
        self._go_to(caret)
        self._find_in(draft)
        self.spelling.notes_changed()
        self.page.setFocus()
        self._carets_soon.start()
        self.asking.set_place(None if desk.read_only else desk, scene, draft.caret)
        self._show_counts()
        self._show_what_can_be_done()

    def _find_in(self, draft: Draft | None) -> None:
        """What finds in the open scene, if it is made, has to know which one that is."""
        desk, bar = self.bench.desk, Scenes.find_bar.made(self)
        if bar is not None:
            bar.set_draft(draft, writable=desk is not None and not desk.read_only)

    def _go_to(self, place: int) -> None:
        """Put the caret at a place of the open scene, and that into view."""
        cursor = self.page.textCursor()
        cursor.setPosition(min(place, self.page.document().characterCount() - 1))
        self.page.setTextCursor(cursor)
        self.page.ensureCursorVisible()

    def _open_at(self, scene: str, caret: int) -> None:
        """Open a scene with the caret at a place, or where it was (-1)."""
        desk = self.bench.desk
        if desk is not None and caret >= 0 and scene not in desk.unreadable:
            desk.draft(scene).caret = caret
        if scene == self._scene and caret >= 0:
            self._go_to(caret)
            self.page.setFocus()
        else:
            self.open_scene(scene)

    def _show_place(self, scene: str, start: int, end: int) -> None:
        """Open a scene with a stretch of it selected."""
        if scene != self._scene:
            self.open_scene(scene)
        self._go_to(end)
        self._go_to(start)
        cursor = self.page.textCursor()
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)
        self.activateWindow()
        self.page.setFocus()

    def _find_everywhere(self, query: "Query | None") -> None:
        bar = Scenes.find_bar.made(self)
        if bar is not None:
            bar.put_away()
        self.show_results(True)
        self.results.open(query)

    def _show_found(self, scene: str, start: int, end: int, go: bool) -> None:
        """Show a place that was found; the author goes there, or stays in the list."""
        focus = QApplication.focusWidget()
        if scene != self._scene:
            self.open_scene(scene)
        self.page.reveal(start, end)
        if go:
            self.page.setFocus()
        elif focus is not None:
            focus.setFocus()

    def _replace(self) -> None:
        """Replace in the scene, or in all scenes if that is where the author is looking."""
        focus, results = QApplication.focusWidget(), Scenes.results.made(self)
        if focus is not None and results is not None and results.isAncestorOf(focus):
            results.open_replacing()
        else:
            self.find_bar.open(replacing=True)

    def _leave_results(self) -> None:
        self.show_results(False)
        self.page.setFocus()

    def _step_scene(self, step: int) -> None:
        desk = self.bench.desk
        entries = [entry.id for entry in desk.folder.outline.kept] if desk else []
        if self._scene in entries:
            at = entries.index(self._scene) + step
            if 0 <= at < len(entries):
                self.open_scene(entries[at])

    def _show_no_scene(self) -> None:
        """The manuscript has no scene that could be shown."""
        self._take_leave_of_scene()
        self._scene = ""
        self.asking.set_place(None)
        self.binder.set_open("")
        self.arranger.set_open("")
        self.threshold.say(
            self.tr("There is no scene here. Make a new one, or put one back from the bin."), choices=False
        )
        self.show_threshold()
        self._show_what_can_be_done()

    def _take_leave_of_scene(self) -> None:
        self._note_caret()
        self._carets_soon.start()
        self._find_in(None)
        self.page.set_draft(None)
        self._unlisten()
        self._unlisten = lambda: None
        self.bench.save()

    def _note_caret(self) -> None:
        desk, draft = self.bench.desk, self.page.draft
        if desk is not None and draft is not None:
            self.carets.put(draft.entry.id, draft.caret, len(draft.text))

    def _last_place(self, draft: Draft) -> int:
        """Where the caret was kept; if words were typed after that, before a kill, where those end."""
        scene = draft.entry.id
        typed = draft.typed_last if self.carets.outdated(scene, len(draft.text)) else None
        return self.carets.of(scene) if typed is None else typed

    def _keep_carets(self) -> None:
        """Keep where the author is: while writing too, so that a start after a kill leads there."""
        self._carets_soon.stop()
        self._note_caret()
        try:
            self.carets.save()
        except OSError as error:
            _log.warning("the caret's places were not kept: %s", error)

    def _scene_changed(self, change: Change, cause: Cause) -> None:
        if cause in PASTES:
            self.elsewhere.pasted(self._scene, change)
        inserted = Scenes.inserted.made(self)
        if inserted is not None:
            inserted.changed(self._scene, cause)
        self.bench.changed()
        self.counts.changed(self._scene)
        self._touch_results()
        self.asking.touch()
        if not self._carets_soon.isActive():
            self._carets_soon.start()
        self._soon.start(0 if self._can_turn() != self._could else _PAUSE)

    def _scenes_changed(self, scenes: list[str]) -> None:
        """Words were replaced in scenes, which need not be open."""
        for scene in scenes:
            self.counts.changed(scene)
        self.bench.changed()
        self._soon.start(0)

    def _arranged(self) -> None:
        """The order, a title or the words of scenes have changed."""
        self.counts.refresh()
        self.bench.changed()
        self.page.refresh_title()
        self._touch_results()
        self.asking.touch()
        self._soon.start(0)

    def _touch_results(self) -> None:
        """What was found may stand elsewhere now."""
        results = Scenes.results.made(self)
        if results is not None:
            results.touch()

    def _look_outside(self) -> None:
        """See what other programs have written meanwhile; not in the middle of a word that an input method composes."""
        if self.isActiveWindow() and not self.page.textCursor().block().layout().preeditAreaText():
            self.bench.look_outside()

    def _show_arrived(self, came: list[Arrival]) -> None:
        self.counts.refresh()
        self.elsewhere.arrived(came)

    def _show_joined(self) -> None:
        """What another computer wrote has come in, and perhaps scenes with it."""
        self.binder.refresh(self.bench.desk)
        self.counts.refresh()
        self.computers.ask()
