"""The window's parts, and what it shows of how things stand: counts, the day, the history, what can be done now.

Knows which manuscript and scene are open, but neither opens nor closes one.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from firsthand.companion import Companion, Keys
from firsthand.desk.carets import Carets
from firsthand.qt.arranger import Arranger
from firsthand.qt.asking import Asking, Mailbox
from firsthand.qt.care import Care
from firsthand.qt.computers import Computers
from firsthand.qt.counts import Counts
from firsthand.qt.earlier import Earlier
from firsthand.qt.elsewhere import Elsewhere
from firsthand.qt.frame import Frame
from firsthand.qt.helping import Helping
from firsthand.qt.inserted import Inserted
from firsthand.qt.language import Language
from firsthand.qt.own_keys import wear
from firsthand.qt.page_tools import PageTools
from firsthand.qt.progress import Progress
from firsthand.qt.settings import Settings
from firsthand.qt.wording import model_words
from firsthand.qt.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable

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


class Standing(Frame):
    """A frame with its parts, which says how things stand."""

    def __init__(self, settings: Settings, companion: Companion, mailbox: Mailbox, keys: Keys) -> None:
        super().__init__(settings, Counts())
        self._keys = keys
        self._companion = companion
        self._scene = ""
        self._unlisten: Callable[[], object] = lambda: None
        self._closing = False
        self._could = False, False
        self.bench = Workbench(self)
        self.asking = Asking(companion, mailbox, settings.endpoint, self)
        self.elsewhere = Elsewhere(self.question, self)
        self.computers = Computers(self.question, lambda: self.theme, self)
        self.progress = Progress(self.counts, settings, self)
        self.inserted = Inserted(self.panel, self.counts, self)
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

    def _show_counts(self) -> None:
        desk, total = self.bench.desk, self.counts.total()
        if desk is None or total is None:
            return
        count = self.counts.count(self._scene)
        self.footer.show_scene(count.yours if count else None)

    def _show_today(self) -> None:
        standing = self.progress.standing
        self.footer.show_today(standing.today.own if standing else None, self.progress.goals.daily)

    def _show_seal(self) -> None:
        desk = self.bench.desk
        if desk is not None:
            self.footer.show_history(desk.sealed_at, recording=not desk.read_only)

    def _can_turn(self) -> tuple[bool, bool]:
        """Whether something can be taken back on the page, and made again."""
        draft = self.page.draft
        return (draft.can_undo, draft.can_redo) if draft is not None else (False, False)

    def _show_what_can_be_done(self) -> None:
        desk, draft, commands = self.bench.desk, self.page.draft, self.commands
        self._could = self._can_turn()
        writable = desk is not None and not desk.read_only
        commands.enable(desk is not None, *_ON_A_MANUSCRIPT, "close_manuscript", "next_scene", "previous_scene")
        if not writable:
            commands.enable(False, "new_scene", "new_note", "new_chapter", "rename", "save", "name_moment")
        self.arranger.show_what_can_be_done()
        commands.enable(writable and draft is not None, "duplicate", "hard_space", "replace", "typography_pass")
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
