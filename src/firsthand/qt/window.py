"""The window: binder, page and companion side by side, a quiet line for messages, a footer; and how they are connected.

Each part shows and wishes; the window passes the wishes to the desk and the news to the parts. What is slow or concerns
the manuscript as a whole is the `Workbench`'s; what is asked of a model, `Asking`'s; how the window looks and where it
stands, `Frame`'s.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QTextEdit

from firsthand.companion import Companion, Endpoint, Keys, Purpose, Request, Suggestion
from firsthand.desk.carets import Carets
from firsthand.desk.draft import Cause
from firsthand.desk.outside import Arrival
from firsthand.desk.searching import Query
from firsthand.desk.session import Desk, DeskError
from firsthand.provenance import Change
from firsthand.qt import prompts
from firsthand.qt.arranger import Arranger
from firsthand.qt.asking import Asking, Mailbox
from firsthand.qt.card_text import Part
from firsthand.qt.care import Care
from firsthand.qt.computers import Computers
from firsthand.qt.counts import Counts
from firsthand.qt.earlier import Earlier
from firsthand.qt.elsewhere import Elsewhere
from firsthand.qt.frame import Frame
from firsthand.qt.guard import guarded
from firsthand.qt.helping import Helping
from firsthand.qt.language import Language
from firsthand.qt.own_keys import wear
from firsthand.qt.page_tools import PageTools
from firsthand.qt.panel_card import SuggestionCard
from firsthand.qt.progress import Progress
from firsthand.qt.settings import Settings
from firsthand.qt.wording import model_words
from firsthand.qt.workbench import Workbench

_log = logging.getLogger("firsthand.qt")

WARM_UP = 600
"""Milliseconds after the window is on the screen: the manuscript comes first."""

_ON_A_MANUSCRIPT = (
    "find_everywhere",
    "new_scene",
    "new_note",
    "new_chapter",
    "rename",
    "save",
    "name_moment",
    "versions",
    "show_folder",
    "report",
    "sources",
    "computers",
    "goals",
)
_ON_A_SCENE = ("whose", "next_model", "previous_model", "next_misspelled")
_SEALED_EVERY = 2000
_CARETS_KEPT = 1000


class Window(Frame):
    """The program's one window."""

    def __init__(self, settings: Settings, companion: Companion, mailbox: Mailbox, keys: Keys) -> None:
        super().__init__(settings, Counts())
        self._keys = keys
        self._companion = companion
        self._scene = ""
        self._unlisten: Callable[[], object] = lambda: None
        self._closing = False
        self.bench = Workbench(self)
        self.asking = Asking(companion, mailbox, settings.endpoint, self)
        self.elsewhere = Elsewhere(self.question, self)
        self.computers = Computers(self.question, lambda: self.theme, self)
        self.progress = Progress(self.counts, settings, self)
        self.care = Care(self.bench, self.counts, self.threshold, settings, self)
        self.earlier = Earlier(self)
        self.tools = PageTools(self.page, self.spelling, settings, self.commands, self)
        self.carets = Carets(settings.folder / "carets", "")
        self.arranger = Arranger(self.binder, self.commands, self.notice, self)
        self.arranger.set_page(lambda: self.page.textCursor().position(), lambda: self.theme)
        self.language = Language(self.page, self.spelling, settings, self)
        self.helping = Helping(self.commands, settings, self)
        self._seals = QTimer(self, interval=_SEALED_EVERY)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._carets_soon = QTimer(self, interval=_CARETS_KEPT, singleShot=True)
        self.footer.show_model(model_words(settings.endpoint))
        wear(self.commands, settings)
        self._connect()
        self.threshold.say("", choices=False)
        self.notice.say(settings.trouble)

    # -- connections

    def _connect(self) -> None:
        bench, asking, panel, page = self.bench, self.asking, self.panel, self.page
        bench.opening.connect(self._show_opening)
        bench.opened.connect(self._show_desk)
        bench.refused.connect(self._show_nothing)
        bench.said.connect(self.notice.say)
        bench.outdated.connect(self.notice.replace)
        bench.arrived.connect(self._show_arrived)
        bench.reported.connect(self._show_report)
        self.elsewhere.said.connect(self.notice.say)
        self.earlier.said.connect(self.notice.say)
        self.earlier.changed.connect(self._scenes_changed)
        self.helping.said.connect(self.notice.say)
        self.elsewhere.place_requested.connect(self._show_place)
        self.computers.place_requested.connect(self._show_place)
        bench.joined.connect(self._show_joined)
        self.question.left.connect(page.setFocus)
        self.binder.open_requested.connect(self.open_scene)
        self.arranger.open_requested.connect(self._open_at)
        self.arranger.arranged.connect(self._arranged)
        self.arranger.nothing_left.connect(self._show_no_scene)
        self.counts.settled.connect(self._show_counts)
        self.progress.changed.connect(self._show_today)
        page.caret_moved.connect(asking.set_caret)
        page.copyAvailable.connect(self._show_what_can_be_done)
        asking.composed.connect(panel.ask.show_request)
        asking.started.connect(self._asked)
        asking.words.connect(panel.show_words)
        asking.finished.connect(panel.finish)
        asking.failed.connect(panel.fail)
        asking.ended.connect(self._answered)
        panel.ask.ask_requested.connect(asking.ask)
        panel.ask.stop_requested.connect(asking.stop)
        panel.ask.purpose_chosen.connect(self._choose_purpose)
        self._choose_purpose(Purpose.CONTINUE)
        panel.ask.wish_changed.connect(asking.set_wish)
        panel.ask.sent_toggled.connect(self.commands["show_sent"].setChecked)
        panel.insert_requested.connect(self._insert)
        panel.note_requested.connect(self._keep_as_note)
        panel.set_aside_requested.connect(self._set_aside)
        panel.versions_changed.connect(self._show_what_can_be_done)
        self.spelling.said.connect(self.notice.say)
        self.care.said.connect(self.notice.say)
        self.care.open_requested.connect(self.open_manuscript)
        self.find_bar.manuscript_requested.connect(self._find_everywhere)
        self.results.place_requested.connect(self._show_found)
        self.results.changed.connect(self._scenes_changed)
        self.results.left.connect(self._leave_results)
        self.settings.said.connect(self.notice.say)
        self.tools.said.connect(self.notice.say)
        self.tools.place_requested.connect(lambda scene, start, end: self._show_found(scene, start, end, True))
        self.tools.model_requested.connect(self._choose_model)
        self._seals.timeout.connect(self._show_seal)
        self._seals.timeout.connect(self._look_outside)
        self._soon.timeout.connect(self._show_what_can_be_done)
        self._carets_soon.timeout.connect(self._keep_carets)
        self._connect_actions()

    def _connect_actions(self) -> None:
        panel = self.panel
        wishes = {
            "new_manuscript": self._new_manuscript,
            "open": self._choose_folder,
            "open_sample": self.care.open_sample,
            "import_text": self.care.import_text,
            "backups": self.care.show_backups,
            "save": self.bench.save,
            "name_moment": self.earlier.name_now,
            "versions": lambda: self.earlier.show(self._scene),
            "show_folder": self._show_folder,
            "report": self.bench.report,
            "sources": self.elsewhere.show_sources,
            "computers": self.computers.show,
            "goals": self._show_goals,
            "close_manuscript": self._close_manuscript,
            "quit": self.close,
            "undo": lambda: self.arranger.undo_on(self.page),
            "redo": lambda: self.arranger.redo_on(self.page),
            "cut": lambda: self._edit("cut"),
            "copy": lambda: self._edit("copy"),
            "paste": lambda: self._edit("paste"),
            "duplicate": self.page.duplicate,
            "find": self.find_bar.open,
            "find_next": self.find_bar.find_next,
            "find_previous": self.find_bar.find_previous,
            "replace": lambda: self.find_bar.open(replacing=True),
            "find_everywhere": lambda: self._find_everywhere(self.find_bar.query_here()),
            "select_all": lambda: self._edit("selectAll"),
            "next_scene": lambda: self._step_scene(1),
            "previous_scene": lambda: self._step_scene(-1),
            "continue": lambda: panel.ask.choose(Purpose.CONTINUE),
            "what-if": lambda: panel.ask.choose(Purpose.WHAT_IF),
            "ask": self.asking.ask,
            "stop": self.asking.stop,
            "insert": lambda: self._with_version(SuggestionCard.insert),
            "insert_sentence": lambda: self._with_version(SuggestionCard.insert_sentence),
            "keep_as_note": lambda: self._with_version(SuggestionCard.keep_as_note),
            "dismiss": panel.dismiss_current,
            "dismiss_all": panel.dismiss_all,
            "next_version": lambda: panel.choose(1),
            "previous_version": lambda: panel.choose(-1),
            "model": self._choose_model,
            "palette": self._show_palette,
            "shortcuts": self._show_shortcuts,
        }
        for name, wish in wishes.items():
            self.commands[name].triggered.connect(lambda _=False, wish=wish: wish())
        self.commands["show_sent"].toggled.connect(panel.ask.disclose.setChecked)
        self.commands.menus["recent"].aboutToShow.connect(self._list_recent)

    # -- the manuscript

    def begin(self, first: Callable[[], Path | None]) -> None:
        """The window is on its way to the screen: open the first manuscript, and get the model ready a little later.

        Where there is none, what can be begun is shown.
        """
        QTimer.singleShot(0, lambda: self._open_first(first))
        QTimer.singleShot(WARM_UP, self._companion.warm_up)

    def _open_first(self, first: Callable[[], Path | None]) -> None:
        path = first()
        if path is not None:
            self.open_manuscript(path)
        else:
            self._show_nothing(self.tr("A desk for your novel that knows whose every word is."))

    def say_failure(self) -> None:
        """Something failed that nobody foresaw."""
        self.notice.say(
            self.tr(
                "Something went wrong inside Firsthand. What you wrote is recorded; go on, or start again. "
                "Help, Problem reports shows what was noted."
            )
        )

    def open_manuscript(self, path: Path) -> None:
        """Open the manuscript in this folder, in the place of the one that is open."""
        if self._close_manuscript():
            self.bench.open(path)

    def _show_opening(self, path: Path) -> None:
        self.notice.clear()
        self.threshold.say(self.tr("Opening {name}…").format(name=path.name), choices=False)
        self.show_threshold()

    def _show_desk(self, desk: Desk) -> None:
        self.settings.opened(desk.folder.path)
        self.notice.say(self.settings.trouble)
        self.settings.trouble = ""
        self.setWindowTitle(f"{desk.title} — Firsthand")
        self.counts.set_desk(desk)
        self.progress.set_desk(desk)
        self.elsewhere.set_desk(desk)
        self.computers.set_desk(desk)
        self.earlier.set_desk(desk)
        self.results.set_desk(desk)
        self.settings.set_manuscript(desk.folder.path, writable=not desk.read_only)
        self.language.set_desk(desk)
        self.tools.set_desk(desk)
        self.binder.set_desk(desk)
        self.arranger.set_desk(desk)
        self.footer.show_reading(desk.read_only)
        self.panel.setEnabled(not desk.read_only)
        self._seals.start()
        self._show_seal()
        entries = [entry.id for entry in desk.folder.outline.kept]
        self.carets = self.settings.carets(desk.folder.outline.id)
        if entries:
            self.open_scene(self.carets.open if self.carets.open in entries else entries[0])
        else:
            self._show_no_scene()
        self._show_what_can_be_done()

    def _show_nothing(self, sentence: str) -> None:
        self.setWindowTitle("Firsthand")
        self.threshold.say(sentence)
        self.show_threshold(alone=True)
        self._show_what_can_be_done()

    def _close_manuscript(self) -> bool:
        """Close what is open; False if the author keeps it open because not everything could be saved."""
        if self.bench.desk is None:
            return True
        self._take_leave_of_scene()
        self._keep_carets()
        if not self.bench.settle() and not self._closes_anyway():
            self.open_scene(self._scene)
            return False
        self.asking.abandon()
        self.panel.clear()
        self.results.set_desk(None)
        self.settings.set_manuscript(None)
        self.language.set_desk(None)
        self.tools.set_desk(None)
        self.show_results(False)
        self.elsewhere.set_desk(None)
        self.computers.set_desk(None)
        self.earlier.set_desk(None)
        self.bench.close()
        self._scene = ""
        self._seals.stop()
        self.counts.set_desk(None)
        self.progress.set_desk(None)
        self.binder.set_desk(None)
        self.arranger.set_desk(None)
        self.footer.clear_all()
        self._show_nothing("")
        return True

    def _closes_anyway(self) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(
            self.tr(
                "The disk did not take everything you wrote. Keep the manuscript open and make room, "
                "or close it and lose what was not saved."
            )
        )
        keep = box.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is not keep

    def _choose_folder(self) -> None:
        desk = self.bench.desk
        where = desk.folder.path.parent if desk else self.settings.manuscripts_folder
        dialog = QFileDialog(self, self.tr("Open a manuscript's folder"), str(where))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.open_manuscript(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _new_manuscript(self) -> None:
        from firsthand.qt.dialogs import NewManuscript  # what is seldom wanted is imported then: no start waits for it

        dialog = NewManuscript(self.settings.manuscripts_folder, self)
        dialog.wanted.connect(self._make_manuscript)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_manuscript(self, folder: Path, title: str) -> None:
        if self._close_manuscript():
            self.bench.create(folder, title)

    def _list_recent(self) -> None:
        menu = self.commands.menus["recent"]
        menu.clear()
        for path in self.settings.recent:
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open_manuscript(path))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction(self.tr("No manuscripts yet")).setEnabled(False)

    def _show_folder(self) -> None:
        if self.bench.desk is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.bench.desk.folder.path)))

    def _show_report(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = self.tr("The report opens in your browser; it is {name}, in the manuscript's folder.")
            self.notice.offer(said.format(name=path.name), self.tr("Show in folder"), self._show_folder)
        else:
            self.notice.say(self.tr("The report is written: {path}. Open it in a browser.").format(path=path))

    # -- scenes

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
        draft.caret = draft.caret or self.carets.of(scene)
        self._unlisten = draft.listen(self._scene_changed)
        self.show_page()
        caret = draft.caret
        self.page.set_draft(draft)
        self.page.setReadOnly(bool(desk.read_only))
        self._go_to(caret)
        self.find_bar.set_draft(draft, writable=not desk.read_only)
        self.spelling.notes_changed()
        self.page.setFocus()
        self.asking.set_place(None if desk.read_only else desk, scene, draft.caret)
        self._show_counts()
        self._show_what_can_be_done()

    def _go_to(self, place: int) -> None:
        """Put the caret at a place of the open scene, and that into view."""
        cursor = self.page.textCursor()
        cursor.setPosition(min(place, self.page.document().characterCount() - 1))
        self.page.setTextCursor(cursor)
        self.page.ensureCursorVisible()

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

    def _find_everywhere(self, query: Query | None) -> None:
        self.find_bar.put_away()
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

    def _leave_results(self) -> None:
        self.show_results(False)
        self.page.setFocus()

    def _scenes_changed(self, scenes: list[str]) -> None:
        """Words were replaced in scenes, which need not be open."""
        for scene in scenes:
            self.counts.changed(scene)
        self.bench.changed()
        self._soon.start()

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

    def _take_leave_of_scene(self) -> None:
        desk, draft = self.bench.desk, self.page.draft
        if desk is not None and draft is not None:
            self.carets.put(draft.entry.id, draft.caret)
            self._carets_soon.start()
        self.find_bar.set_draft(None)
        self.page.set_draft(None)
        self._unlisten()
        self._unlisten = lambda: None
        self.bench.save()

    def _keep_carets(self) -> None:
        self._carets_soon.stop()
        try:
            self.carets.save()
        except OSError as error:
            _log.warning("the caret's places were not kept: %s", error)

    def _scene_changed(self, change: Change, cause: Cause) -> None:
        self.elsewhere.changed(self._scene, change, cause)
        self.bench.changed()
        self.counts.changed(self._scene)
        self.results.touch()
        self.asking.touch()
        self._soon.start()

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

    def _arranged(self) -> None:
        """The order, a title or the words of scenes have changed."""
        self.counts.refresh()
        self.bench.changed()
        self.page.refresh_title()
        self.results.touch()
        self.asking.touch()
        self._soon.start()

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

    def _step_scene(self, step: int) -> None:
        desk = self.bench.desk
        entries = [entry.id for entry in desk.folder.outline.kept] if desk else []
        if self._scene in entries:
            at = entries.index(self._scene) + step
            if 0 <= at < len(entries):
                self.open_scene(entries[at])

    # -- the companion

    def _choose_purpose(self, purpose: str) -> None:
        self.asking.set_purpose(Purpose(purpose))
        self.commands[purpose].setChecked(True)

    def _asked(self, request: Request) -> None:
        self.panel.start(request)
        if not self.panel.isVisible():
            self.set_shown("companion", True)
        self._show_what_can_be_done()

    def _answered(self, _stopped: bool) -> None:
        self.panel.end()
        self._show_what_can_be_done()

    def _with_version(self, act: Callable[[SuggestionCard], None]) -> None:
        """Do something with the version that is meant."""
        if self.panel.current is not None:
            act(self.panel.current)

    def _insert(self, suggestion: Suggestion, part: Part | None) -> None:
        desk = self.bench.desk
        if desk is None or desk.read_only or self.page.draft is None:
            return
        _, place = self.page.insert_place()
        desk.insert(suggestion, self._scene, place, part=part)
        self.panel.inserted(suggestion, part)
        self.page.setFocus()
        self.page.ensureCursorVisible()

    def _keep_as_note(self, suggestion: Suggestion) -> None:
        desk = self.bench.desk
        if desk is None or desk.read_only:
            return
        title = f"{prompts.title(suggestion.purpose)}: {' '.join(suggestion.text.split()[:6])}…"
        try:
            desk.keep_as_note(suggestion, title)
        except DeskError as error:
            self.notice.say(str(error))
            return
        self.panel.kept(suggestion)
        self.binder.refresh(desk)
        self.counts.refresh()
        self.bench.changed()

    def _set_aside(self, suggestion: Suggestion) -> None:
        if self.bench.desk is not None and not self.bench.desk.read_only:
            self.bench.desk.set_aside(suggestion)

    def _choose_model(self) -> None:
        from firsthand.qt.endpoints import ModelDialog

        dialog = ModelDialog(self.settings.endpoint, self._keys, self)
        dialog.chosen.connect(self._use_model)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use_model(self, endpoint: Endpoint, sitting: bool) -> None:
        self.settings.endpoint = endpoint
        self.asking.set_endpoint(endpoint)
        self.footer.show_model(model_words(endpoint), sitting_key=sitting)
        if sitting:
            self.panel.message.say(
                self.tr("There is no keyring here, so the key is kept for this sitting only; give it again next time.")
            )

    # -- what is shown of all this

    def _show_counts(self) -> None:
        desk, total = self.bench.desk, self.counts.total()
        if desk is None or total is None:
            return
        count = self.counts.count(self._scene)
        self.footer.show_scene(count.yours if count else None)

    def _show_today(self) -> None:
        standing = self.progress.standing
        self.footer.show_today(standing.today.own if standing else None, self.progress.goals.daily)

    def _show_goals(self) -> None:
        from firsthand.qt.goals_panel import GoalsPanel

        panel = GoalsPanel(self.progress, lambda: self.theme, self)
        panel.finished.connect(panel.deleteLater)
        panel.open()

    def _show_palette(self) -> None:
        from firsthand.qt.palette import Palette

        Palette(self.commands, self).open()

    def _show_shortcuts(self) -> None:
        from firsthand.qt.shortcuts import Shortcuts

        Shortcuts(self.commands, self.settings, self).open()

    def _show_seal(self) -> None:
        desk = self.bench.desk
        if desk is not None:
            self.footer.show_history(desk.sealed_at, recording=not desk.read_only)

    def _show_what_can_be_done(self) -> None:
        desk, draft, commands = self.bench.desk, self.page.draft, self.commands
        writable = desk is not None and not desk.read_only
        commands.enable(desk is not None, *_ON_A_MANUSCRIPT, "close_manuscript", "next_scene", "previous_scene")
        if not writable:
            commands.enable(False, "new_scene", "new_note", "new_chapter", "rename", "save", "name_moment")
        self.arranger.show_what_can_be_done()
        commands.enable(writable and draft is not None, "duplicate", "replace", "typography_pass")
        commands.enable(draft is not None, "find", "find_next", "find_previous", *_ON_A_SCENE)
        commands.enable(writable and draft is not None and draft.can_undo, "undo")
        commands.enable(writable and draft is not None and draft.can_redo, "redo")
        running = self.asking.running is not None
        commands.enable(running, "stop")
        commands.enable(writable and draft is not None and not running, "ask")
        some = self.panel.current is not None
        commands.enable(some and writable and draft is not None, "insert", "insert_sentence")
        commands.enable(some and writable, "keep_as_note")
        commands.enable(some, "dismiss", "dismiss_all", "next_version", "previous_version")

    def _edit(self, what: str) -> None:
        """Cut, copy, paste or select all, where the focus is."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            getattr(widget, what)()
        else:
            getattr(self.page, what)()

    def _left(self) -> None:
        self.bench.save()

    def _came_back(self) -> None:
        self._look_outside()

    # -- the end

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing:
            event.accept()
            return
        if not self._close_manuscript():
            event.ignore()
            return
        self._closing = True
        self.spelling.close()
        self.remember()
        event.accept()
        QApplication.quit()
