"""The window's parts, and what it shows of how things stand: counts, the day, the history, what can be done now.

Knows which manuscript and scene are open, but neither opens nor closes one.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from firsthand.companion import Companion, Keys
from firsthand.desk.carets import Carets
from firsthand.desk.session import Desk
from firsthand.qt.arranger import Arranger
from firsthand.qt.asking import Asking, Mailbox
from firsthand.qt.care import Care
from firsthand.qt.counts import Counts
from firsthand.qt.frame import Frame
from firsthand.qt.language import Language
from firsthand.qt.later import later
from firsthand.qt.own_keys import wear
from firsthand.qt.progress import Progress
from firsthand.qt.settings import Settings
from firsthand.qt.wording import model_words
from firsthand.qt.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from firsthand.qt.computers import Computers
    from firsthand.qt.earlier import Earlier
    from firsthand.qt.elsewhere import Elsewhere
    from firsthand.qt.helping import Helping
    from firsthand.qt.inserted import Inserted
    from firsthand.qt.page_tools import PageTools

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
_SAID_AFTER = 4000
"""Milliseconds after the start until the program says anything of itself: the manuscript comes first."""


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
        self.progress = Progress(self.counts, settings, self)
        self.care = Care(self.bench, self.counts, settings, self)
        self.carets = Carets(settings.folder / "carets", "")
        self.arranger = Arranger(self.binder, self.commands, self.notice, self)
        self.arranger.set_page(lambda: self.page.textCursor().position(), lambda: self.theme)
        self.language = Language(self.page, self.spelling, settings, self)
        self._seals = QTimer(self, interval=_SEALED_EVERY)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._carets_soon = QTimer(self, interval=_CARETS_KEPT, singleShot=True)
        self.footer.show_model(model_words(settings.endpoint))
        wear(self.commands, settings)

    # -- what is made when it is wanted

    @later
    def elsewhere(self) -> "Elsewhere":
        """What asks about text from elsewhere."""
        from firsthand.qt.elsewhere import Elsewhere

        part = Elsewhere(self.question, self)
        part.said.connect(self.notice.say)
        part.set_desk(self.bench.desk)
        return part

    @later
    def computers(self) -> "Computers":
        """What asks about places that were changed on two computers."""
        from firsthand.qt.computers import Computers

        part = Computers(self.question, lambda: self.theme, self)
        part.set_desk(self.bench.desk)
        return part

    @later
    def inserted(self) -> "Inserted":
        """What keeps the companion's cards true."""
        from firsthand.qt.inserted import Inserted

        part = Inserted(self.panel, self.counts, self)
        part.set_desk(self.bench.desk)
        return part

    @later
    def earlier(self) -> "Earlier":
        """What the window does with the past."""
        from firsthand.qt.earlier import Earlier

        part = Earlier(self)
        part.said.connect(self.notice.say)
        part.set_desk(self.bench.desk)
        return part

    @later
    def tools(self) -> "PageTools":
        """What is done on the page beside writing."""
        from firsthand.qt.page_tools import PageTools

        part = PageTools(self.page, self.spelling, self.settings, self)
        part.said.connect(self.notice.say)
        part.set_desk(self.bench.desk)
        return part

    @later
    def helping(self) -> "Helping":
        """What the Help menu opens, and what the program has to say of itself."""
        from firsthand.qt.helping import Helping

        part = Helping(self.settings, self)
        part.said.connect(self.notice.say)
        return part

    def say_at_the_start(self, crash: "Path | None") -> None:
        """The program has started; ``crash`` is the note of one that ended it last time: say that, a little later."""
        QTimer.singleShot(_SAID_AFTER, self, lambda: self.helping.begin(crash))

    def _tell_parts(self, desk: Desk | None) -> None:
        """This manuscript is open now, or none: so much for the parts that are made."""
        kind = Standing
        question = kind.question.made(self)
        if question is not None:
            question.put_away()
        for part in (kind.results, kind.inserted, kind.elsewhere, kind.computers, kind.earlier, kind.tools):
            made = part.made(self)
            if made is not None:
                made.set_desk(desk)

    # -- how things stand

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
        commands.enable(
            writable and draft is not None, "duplicate", "italic", "bold", "hard_space", "replace", "typography_pass"
        )
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
