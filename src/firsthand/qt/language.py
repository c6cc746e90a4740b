"""What goes by the language of the manuscript: spelling, and typography as one types, each if it is wanted."""

from PySide6.QtCore import QObject

from firsthand.desk.session import Desk
from firsthand.qt.page import Page
from firsthand.qt.settings import Settings
from firsthand.qt.spelling import Spelling


class Language(QObject):
    """Hands the language on."""

    def __init__(self, page: Page, spelling: Spelling, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._spelling = spelling
        self._settings = settings
        self._given: tuple[str, bool] = "", settings.choices.writing.spelling
        spelling.set_on(self._given[1])
        settings.changed.connect(self._go_by_it)

    def set_desk(self, desk: Desk | None) -> None:
        """Another manuscript is open now, or none; the settings know it already."""
        self._given = self._settings.language, self._given[1]
        self._spelling.set_desk(desk, self._settings.language)
        self._go_by_it()

    def _go_by_it(self) -> None:
        language, writing = self._settings.language, self._settings.choices.writing
        was, self._given = self._given, (language, writing.spelling)
        if was[0] != language:
            self._spelling.set_language(language)
        if was[1] != writing.spelling:
            self._spelling.set_on(writing.spelling)
        self._page.typographer.language = language if writing.typography else ""
