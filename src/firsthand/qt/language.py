"""What the author has chosen of language: which one the manuscript is in, and whether spelling and typography go by it.

Holds the actions of these choices, the settings, and what goes by them together.
"""

from PySide6.QtCore import QObject

from firsthand.desk.languages import NAMES
from firsthand.desk.session import Desk
from firsthand.qt.actions import Actions
from firsthand.qt.page import Page
from firsthand.qt.settings import Settings
from firsthand.qt.spelling import Spelling

_CHOICES = tuple(f"language_{language}" for language in NAMES)


class Language(QObject):
    """Hands the choices to the page."""

    def __init__(self, page: Page, spelling: Spelling, settings: Settings, commands: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._spelling = spelling
        self._settings = settings
        self._commands = commands
        self._manuscript = ""
        for what in ("spelling", "typography"):
            commands[what].setChecked(settings.checks(what))
            commands[what].toggled.connect(lambda on, what=what: self._turn(what, on))
        for language in NAMES:
            choice = commands[f"language_{language}"]
            choice.triggered.connect(lambda _=False, language=language: self.choose(language))
        commands.enable(False, *_CHOICES)
        spelling.set_on(settings.checks("spelling"))

    @property
    def current(self) -> str:
        """The language of the open manuscript, or nothing."""
        return self._settings.language(self._manuscript) if self._manuscript else ""

    def set_desk(self, desk: Desk | None) -> None:
        """Another manuscript is open now, or none."""
        self._manuscript = desk.folder.outline.id if desk else ""
        self._commands.enable(desk is not None, *_CHOICES)
        if self.current:
            self._commands[f"language_{self.current}"].setChecked(True)
        self._spelling.set_desk(desk, self.current)
        self._go_by_it()

    def choose(self, language: str) -> None:
        """The manuscript is in this language."""
        if self._manuscript:
            self._settings.set_language(self._manuscript, language)
            self._commands[f"language_{language}"].setChecked(True)
            self._spelling.set_language(language)
            self._go_by_it()

    def _turn(self, what: str, on: bool) -> None:
        self._settings.set_checks(what, on)
        if what == "spelling":
            self._spelling.set_on(on)
        self._go_by_it()

    def _go_by_it(self) -> None:
        self._page.typographer.language = self.current if self._settings.checks("typography") else ""
