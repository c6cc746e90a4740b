"""The Help menu's wishes, and what the program has to say of itself at the start: a crash before, a newer version."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from firsthand.desk.updates import releases
from firsthand.qt.actions import Actions
from firsthand.qt.settings import Settings

_LATER = 4000
"""Milliseconds after the start until anything of this is said: the manuscript comes first."""


class Helping(QObject):
    """Opens what the Help menu names, above its window."""

    said = Signal(str)
    """A sentence for the author."""

    def __init__(self, commands: Actions, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        commands["about"].triggered.connect(self._show_about)
        commands["new_version"].triggered.connect(self._ask_for_new_version)
        commands["problems"].triggered.connect(self._show_problems)

    # What is opened is imported when it is wanted, so that no start waits for it.

    def _show_about(self) -> None:
        from firsthand.qt.about import About

        About(self._window).open()

    def _ask_for_new_version(self) -> None:
        from firsthand.qt.new_version import NewVersion

        NewVersion(self._settings, releases(), self._window).open()

    def _show_problems(self) -> None:
        from firsthand.qt.problems import Problems

        Problems(self._window).open()

    def begin(self, crash: Path | None) -> None:
        """The program has started; ``crash`` is the note of one that ended it last time."""
        QTimer.singleShot(_LATER, self, lambda: self._say_at_the_start(crash))

    def _say_at_the_start(self, crash: Path | None) -> None:
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
