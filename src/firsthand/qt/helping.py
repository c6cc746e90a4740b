"""The Help menu's wishes, and what the program has to say of itself at the start: a crash before, a newer version."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from firsthand.desk.updates import releases
from firsthand.qt.settings import Settings


class Helping(QObject):
    """Opens what the Help menu names, above its window."""

    said = Signal(str)
    """A sentence for the author."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window

    def show_about(self) -> None:
        """Say what Firsthand is, and which one this is."""
        from firsthand.qt.about import About

        About(self._window).open()

    def ask_for_new_version(self) -> None:
        """Ask whether there is a newer one, if the author says so."""
        from firsthand.qt.new_version import NewVersion

        NewVersion(self._settings, releases(), self._window).open()

    def show_problems(self) -> None:
        """Show what was noted of problems."""
        from firsthand.qt.problems import Problems

        Problems(self._window).open()

    def begin(self, crash: Path | None) -> None:
        """The program has started; ``crash`` is the note of one that ended it last time."""
        if crash is not None:
            self.said.emit(
                self.tr(
                    "Firsthand ended suddenly last time. What you wrote is recorded; Help, Problem reports shows what "
                    "was noted."
                )
            )
        from firsthand.qt.new_version import DailyQuestion

        question = DailyQuestion(self._settings, releases(), self)
        question.said.connect(self.said)
