"""The program's one window: what its parts wish is connected with what is done, and the menus with both.

Each part shows and wishes; the window passes the wishes to the desk and the news to the parts. What is slow or concerns
the manuscript as a whole is the `Workbench`'s; what is asked of a model, `Asking`'s; how the window looks and where it
stands, `Frame`'s.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from firsthand.companion import Companion, Keys, Purpose
from firsthand.desk.emphasis import Strength
from firsthand.qt.asking import Mailbox
from firsthand.qt.guard import guarded
from firsthand.qt.one_open import OneOpen
from firsthand.qt.settings import Settings

if TYPE_CHECKING:
    from firsthand.qt.find_bar import FindBar
    from firsthand.qt.find_results import FindResults
    from firsthand.qt.page_tools import PageTools


class Window(OneOpen):
    """The program's one window."""

    def __init__(self, settings: Settings, companion: Companion, mailbox: Mailbox, keys: Keys) -> None:
        super().__init__(settings, companion, mailbox, keys)
        self._connect()
        self.notice.say(settings.trouble)

    def _connect(self) -> None:
        bench, asking, panel, page = self.bench, self.asking, self.panel, self.page
        bench.opening.connect(self._show_opening)
        bench.lingering.connect(self._show_lingering)
        bench.opened.connect(self._show_desk)
        bench.refused.connect(self._show_nothing)
        bench.said.connect(self.notice.say)
        bench.outdated.connect(self.notice.replace)
        bench.arrived.connect(self._show_arrived)
        bench.reported.connect(self._show_report)
        bench.joined.connect(self._show_joined)
        self.notice.left.connect(page.setFocus)
        self.binder.left.connect(page.setFocus)
        self.binder.open_requested.connect(self.open_scene)
        self.arranger.open_requested.connect(self._open_at)
        self.arranger.arranged.connect(self._arranged)
        self.arranger.nothing_left.connect(self._show_no_scene)
        self.counts.settled.connect(self._show_counts)
        self.progress.changed.connect(self._show_today)
        page.caret_moved.connect(asking.set_caret)
        page.rested.connect(lambda place, where: self.tools.whose.rested(place, where))
        page.copyAvailable.connect(self._show_what_can_be_done)
        asking.composed.connect(panel.ask.show_request)
        asking.seen = lambda: not panel.isHidden()
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
        self._connect_later()
        self.settings.said.connect(self.notice.say)
        self._seals.timeout.connect(self._show_seal)
        self._seals.timeout.connect(self._look_outside)
        self._soon.timeout.connect(self._show_what_can_be_done)
        self._carets_soon.timeout.connect(self._keep_carets)
        self._connect_actions()

    def _connect_later(self) -> None:
        """What is to be connected with the parts that are made when they are wanted."""
        Window.find_bar.when_made(self, self._connect_find_bar)
        Window.results.when_made(self, self._connect_results)
        Window.threshold.when_made(self, self.care.serve)
        Window.question.when_made(self, lambda part: part.left.connect(self.page.setFocus))
        Window.elsewhere.when_made(self, lambda part: part.place_requested.connect(self._show_place))
        Window.computers.when_made(self, lambda part: part.place_requested.connect(self._show_place))
        Window.earlier.when_made(self, lambda part: part.changed.connect(self._scenes_changed))
        Window.tools.when_made(self, self._connect_tools)

    def _connect_tools(self, tools: "PageTools") -> None:
        tools.place_requested.connect(lambda scene, start, end: self._show_found(scene, start, end, True))
        tools.model_requested.connect(self._choose_model)

    def _connect_find_bar(self, bar: "FindBar") -> None:
        bar.manuscript_requested.connect(self._find_everywhere)
        self._find_in(self.page.draft)

    def _connect_results(self, results: "FindResults") -> None:
        results.place_requested.connect(self._show_found)
        results.changed.connect(self._scenes_changed)
        results.left.connect(self._leave_results)
        results.set_desk(self.bench.desk)

    def _connect_actions(self) -> None:
        panel = self.panel
        wishes = {
            "new_manuscript": self._new_manuscript,
            "open": self._choose_folder,
            "open_sample": self.care.open_sample,
            "import_text": self.care.import_text,
            "backups": self.care.show_backups,
            "save": self.bench.save,
            "name_moment": lambda: self.earlier.name_now(),
            "versions": lambda: self.earlier.show(self._scene),
            "show_folder": self._show_folder,
            "report": self.bench.report,
            "sources": lambda: self.elsewhere.show_sources(),
            "computers": lambda: self.computers.show(),
            "goals": self._show_goals,
            "close_manuscript": self._close_manuscript,
            "quit": self.close,
            "undo": lambda: self.arranger.undo_on(self.page),
            "redo": lambda: self.arranger.redo_on(self.page),
            "cut": lambda: self._edit("cut"),
            "copy": lambda: self._edit("copy"),
            "paste": lambda: self._edit("paste"),
            "duplicate": self.page.duplicate,
            "find": lambda: self.find_bar.open(),
            "find_next": lambda: self.find_bar.find_next(),
            "find_previous": lambda: self.find_bar.find_previous(),
            "replace": self._replace,
            "find_everywhere": lambda: self._find_everywhere(self.find_bar.query_here()),
            "select_all": lambda: self._edit("selectAll"),
            "next_scene": lambda: self._step_scene(1),
            "previous_scene": lambda: self._step_scene(-1),
            "continue": lambda: panel.ask.choose(Purpose.CONTINUE),
            "what-if": lambda: panel.ask.choose(Purpose.WHAT_IF),
            "ask": self.asking.ask,
            "stop": self.asking.stop,
            "insert": lambda: self._with_version(lambda card: card.insert()),
            "insert_sentence": lambda: self._with_version(lambda card: card.insert_sentence()),
            "keep_as_note": lambda: self._with_version(lambda card: card.keep_as_note()),
            "dismiss": panel.dismiss_current,
            "dismiss_all": panel.dismiss_all,
            "next_version": lambda: panel.choose(1),
            "previous_version": lambda: panel.choose(-1),
            "model": self._choose_model,
            "palette": self._show_palette,
            "shortcuts": self._show_shortcuts,
            "whose": lambda: self.tools.whose.tell(),
            "next_model": lambda: self.tools.whose.go(1),
            "previous_model": lambda: self.tools.whose.go(-1),
            "next_misspelled": lambda: self.tools.misspelled.go(),
            "settings": lambda: self.tools.show_settings(),
            "typography_pass": lambda: self.tools.show_typography(),
            "italic": lambda: self.tools.set_off(Strength.ITALIC),
            "bold": lambda: self.tools.set_off(Strength.BOLD),
            "hard_space": lambda: self.tools.type_hard_space(),
            "about": lambda: self.helping.show_about(),
            "new_version": lambda: self.helping.ask_for_new_version(),
            "problems": lambda: self.helping.show_problems(),
        }
        for name, wish in wishes.items():
            self.commands[name].triggered.connect(lambda _=False, wish=wish: wish())
        self.commands["show_sent"].toggled.connect(panel.ask.disclose.setChecked)
        self.commands.menus["recent"].aboutToShow.connect(self._list_recent)

    def _edit(self, what: str) -> None:
        """Cut, copy, paste or select all, where the focus is."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            getattr(widget, what)()
        else:
            getattr(self.page, what)()

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

    def say_failure(self) -> None:
        """Something failed that nobody foresaw."""
        self.notice.say(
            self.tr(
                "Something went wrong inside Firsthand. What you wrote is recorded; go on, or start again. "
                "Help, Problem reports shows what was noted."
            )
        )

    def _left(self) -> None:
        self.bench.save()

    def _came_back(self) -> None:
        self._look_outside()

    def _leave(self) -> None:
        """All is saved: the author need not look on while the history is sealed and packed."""
        self.remember()
        self.hide()

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing:
            event.accept()
            return
        if not self._close_manuscript(self._leave):
            event.ignore()
            return
        self._closing = True
        self.spelling.close()
        event.accept()
        QApplication.quit()
