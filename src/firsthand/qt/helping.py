"""The Help menu's wishes, and what the program has to say of itself at the start: a crash before, a newer version."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from firsthand.desk.updates import releases
from firsthand.qt.about import About
from firsthand.qt.actions import Actions
from firsthand.qt.new_version import DailyQuestion, NewVersion
from firsthand.qt.problems import Problems
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
        wishes = {
            "about": lambda: About(window).open(),
            "new_version": lambda: NewVersion(settings, releases(), window).open(),
            "problems": lambda: Problems(window).open(),
        }
        for name, wish in wishes.items():
            commands[name].triggered.connect(lambda _=False, wish=wish: wish())

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
        question = DailyQuestion(self._settings, releases(), self)
        question.said.connect(self.said)
