"""Places that were changed on two computers: the author is asked about them, and the choices go to the desk.

What the two texts look like side by side is ``two_computers``'s business.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from firsthand.desk.choosing import Open
from firsthand.desk.session import Desk
from firsthand.history import Choice
from firsthand.qt.question import Question
from firsthand.qt.theme import Theme

if TYPE_CHECKING:
    from firsthand.qt.two_computers import TwoComputers


class Computers(QObject):
    """Asks about places that were changed on two computers, and takes the author's choices to the desk."""

    place_requested = Signal(str, int, int)
    """A scene is to be opened and a stretch of it shown."""

    def __init__(self, question: Question, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._question = question
        self._window = window
        self._desk: Desk | None = None
        self._theme = theme
        self.dialog: TwoComputers | None = None

    def set_desk(self, desk: Desk | None) -> None:
        """This manuscript is open now, or none."""
        self._desk = desk
        if self.dialog is not None:
            self.dialog.close()

    def ask(self) -> None:
        """Say that places wait, if any do."""
        count = len(self._desk.choosing.questions()) if self._desk is not None and not self._desk.read_only else 0
        if count:
            said = self.tr("Changed on two computers: %Ln place(s). Both texts stand until you choose.", "", count)
            self._question.ask(said, [(self.tr("Choose…"), self.show), (self.tr("Later"), lambda: None)])
        if self.dialog is not None:
            self.dialog.refresh()

    def show(self) -> None:
        """Open the places side by side."""
        if self._desk is None:
            return
        self._question.put_away()
        if self.dialog is None:
            from firsthand.qt.two_computers import TwoComputers  # no start waits for it

            self.dialog = TwoComputers(self._desk, self._theme, self._window)
            self.dialog.chosen.connect(self._choose)
            self.dialog.place_requested.connect(self.place_requested)
            self.dialog.finished.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _choose(self, place: Open, choice: Choice) -> None:
        if self._desk is not None and not self._desk.read_only:
            self._desk.choosing.choose(place, choice)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
