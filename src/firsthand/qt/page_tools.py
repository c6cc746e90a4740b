"""What is done on the page beside writing: whose words stand here, the next misspelled one, typography, settings.

Makes the parts, knows when their windows are open, and passes on what they say.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from firsthand.desk.emphasis import Strength, toggle
from firsthand.desk.session import Desk
from firsthand.qt.misspelled import NextMisspelled
from firsthand.qt.page import Page
from firsthand.qt.settings import Settings
from firsthand.qt.spelling import Spelling
from firsthand.qt.whose_here import WhoseHere

if TYPE_CHECKING:
    from firsthand.qt.settings_window import SettingsWindow
    from firsthand.qt.typography_window import TypographyWindow


class PageTools(QObject):
    """The parts, for one window."""

    said = Signal(str)
    """A sentence for the author."""
    place_requested = Signal(str, int, int)
    """A scene is to be opened and a stretch of it shown."""
    model_requested = Signal()
    """The author wants to choose a model."""

    def __init__(self, page: Page, spelling: Spelling, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._page = page
        self._settings = settings
        self._window = window
        self._desk: Desk | None = None
        self.whose = WhoseHere(page, settings, self)
        self.misspelled = NextMisspelled(page, spelling, self)
        self.settings_window: SettingsWindow | None = None
        self.typography_window: TypographyWindow | None = None
        self.whose.said.connect(self.said)
        self.whose.place_requested.connect(self.place_requested)
        self.misspelled.said.connect(self.said)

    def set_desk(self, desk: Desk | None) -> None:
        """This manuscript is open now, or none; the windows that speak of another one close."""
        self._desk = desk
        self.whose.set_desk(desk)
        for window in (self.settings_window, self.typography_window):
            if window is not None:
                window.close()

    def show_settings(self) -> None:
        """Open the window of settings, or bring it to the front."""
        if self.settings_window is None:
            from firsthand.qt.settings_window import SettingsWindow  # no start waits for it

            made = SettingsWindow(self._settings, self._window)
            made.model_requested.connect(self.model_requested)
            made.finished.connect(self._forget_settings)
            self.settings_window = made
        _bring(self.settings_window)

    def set_off(self, strength: Strength) -> None:
        """Set what is selected, or the word at the caret, in italics or bold, or no longer."""
        draft, cursor = self._page.draft, self._page.textCursor()
        if draft is None or self._page.isReadOnly():
            return
        backwards = cursor.position() < cursor.anchor()
        start, end = toggle(draft, *self._page.insert_place(), strength)
        cursor.setPosition(end if backwards else start)
        cursor.setPosition(start if backwards else end, cursor.MoveMode.KeepAnchor)
        self._page.setTextCursor(cursor)

    def type_hard_space(self) -> None:
        """Type a space at which no line breaks, on the page or in the field that has the focus."""
        focus = QApplication.focusWidget()
        plain, sign = Qt.KeyboardModifier.NoModifier, "\N{NO-BREAK SPACE}"
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_nobreakspace, plain, sign)
        QApplication.sendEvent(focus if isinstance(focus, QLineEdit) else self._page, key)

    def show_typography(self) -> None:
        """Show what typography would set otherwise in the open scene."""
        draft = self._page.draft
        if draft is None or self._page.isReadOnly():
            return
        if self.typography_window is not None:
            self.typography_window.close()
        from firsthand.qt.typography_window import TypographyWindow  # no start waits for it

        made = TypographyWindow(draft, self._settings.language, self._window)
        made.place_requested.connect(self._page.reveal)
        made.said.connect(self.said)
        made.finished.connect(self._forget_typography)
        self.typography_window = made
        _bring(made)

    def _forget_settings(self) -> None:
        if self.settings_window is not None:
            self.settings_window.deleteLater()
            self.settings_window = None

    def _forget_typography(self) -> None:
        if self.typography_window is not None:
            self.typography_window.deleteLater()
            self.typography_window = None
        self._page.setFocus()


def _bring(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
