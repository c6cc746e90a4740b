"""The manuscript on the desk: opening, saving, the report, closing. Everything slow happens off the window's thread.

The desk tells its troubles on threads of its own; ``said`` brings them to the window's.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

from firsthand.desk.checkpoint import keep_checkpoint
from firsthand.desk.session import Desk, DeskError
from firsthand.qt.jobs import Job

AUTOSAVE = 1000
"""Milliseconds after the last change."""

SOON = 300
"""Milliseconds after opening: the window is painted first."""

LONG = 1500
"""Milliseconds after which the author is told why opening takes so long."""

A_FEW = 12
"""Suggestions that are looked at in one turn of the event loop: a few milliseconds."""

AGAIN = 15_000
"""Milliseconds after which what the disk refused is tried again."""


class Workbench(QObject):
    """Holds the open desk, or none."""

    opening = Signal(object)
    """A manuscript is being opened: its Path."""
    lingering = Signal(object)
    """It is still being opened after ``LONG``: its Path."""
    opened = Signal(object)
    """This Desk is open."""
    refused = Signal(str)
    """A sentence on why a manuscript cannot be opened or made."""
    closed = Signal()
    said = Signal(str)
    """A sentence for the author."""
    outdated = Signal(str, str)
    """A sentence that is no longer true, and the one that is true now."""
    arrived = Signal(list)
    """What other programs brought into the scenes: Arrivals."""
    joined = Signal()
    """What was written on another computer has come in while the manuscript is open."""
    reported = Signal(object)
    """The Path of the report that was written."""

    _told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self._wanted: Path | None = None
        self._reporting = False
        self._autosave = QTimer(self, interval=AUTOSAVE, singleShot=True)
        self._autosave.timeout.connect(self.save)
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self._save_again)
        self._long = QTimer(self, interval=LONG, singleShot=True)
        self._long.timeout.connect(lambda: self.lingering.emit(self._wanted))
        self._told.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def open(self, path: Path) -> None:
        """Open a manuscript; ``opened`` or ``refused`` follows."""
        self._begin(path, lambda: Desk.open(path, self._told.emit))

    def create(self, path: Path, title: str) -> None:
        """Make a manuscript and open it; ``opened`` or ``refused`` follows."""
        self._begin(path, lambda: Desk.create(path, title, self._told.emit))

    def _begin(self, path: Path, make: Callable[[], Desk]) -> None:
        self._wanted = path
        self.opening.emit(path)
        self._long.start()
        Job(self, make, DeskError, self._arrived, self._refuse).start()

    def _arrived(self, desk: Desk) -> None:
        if self.desk is not None or desk.folder.path != self._wanted:
            desk.close()  # the author went on to another one meanwhile
            return
        self.desk = desk
        self._long.stop()
        self._again.start()
        self.opened.emit(desk)
        for notice in desk.notices:
            self.said.emit(notice)
        if desk.read_only:
            self.said.emit(desk.read_only)
        self._tell_arrived()
        QTimer.singleShot(SOON, self, self._prepare)

    def _prepare(self) -> None:
        """Look at what suggestions had shown, a few at a time, so that no key has to wait for all of it."""
        if self.desk is not None and self.desk.replay.recogniser.prepare(A_FEW):
            QTimer.singleShot(0, self, self._prepare)

    def _say(self, sentence: str) -> None:
        before = self.desk.refusals.outdated(sentence) if self.desk is not None else ""
        if before:
            self.outdated.emit(before, sentence)
        else:
            self.said.emit(sentence)

    def _refuse(self, sentence: str) -> None:
        self._long.stop()
        self.refused.emit(sentence)

    def changed(self) -> None:
        """Something was written: save it at the next pause."""
        self._autosave.start()

    def save(self) -> None:
        """Have everything that changed written; returns at once."""
        self._autosave.stop()
        if self.desk is not None:
            if not self.desk.save(wait=False):
                self._autosave.start()
            self._tell_arrived()

    def look_outside(self) -> None:
        """Take in what other programs have made of the files; ``arrived`` follows if they have."""
        if self.desk is not None:
            if not self.desk.look_outside(wait=False):
                self._autosave.start()
            self._tell_arrived()

    def _tell_arrived(self) -> None:
        if self.desk is not None and self.desk.arrived:
            came = self.desk.take_arrived()
            self._autosave.start()
            self.arrived.emit(came)

        if self.desk is not None and self.desk.joined:
            self.desk.joined_shown()
            self._autosave.start()
            self.joined.emit()

    def _save_again(self) -> None:
        """Only what the disk refused, or what nobody said had changed, is still to be written by now."""
        if not self._autosave.isActive():
            self.save()

    def settle(self) -> bool:
        """Save and wait for it; False if the disk did not let everything be written."""
        self._autosave.stop()
        if self.desk is None or self.desk.read_only:
            return True
        try:
            return self.desk.settle()
        except TimeoutError:
            return False

    def close(self) -> None:
        """Close the manuscript; what could not be written by now stays in the history as far as the disk took it."""
        for timer in (self._autosave, self._again, self._long):
            timer.stop()
        desk, self.desk, self._wanted = self.desk, None, None
        if desk is not None:
            desk.close()
            if not desk.read_only:
                QThreadPool.globalInstance().start(lambda: keep_checkpoint(desk.folder))
            self.closed.emit()

    def report(self) -> None:
        """Write the report of what stands now; ``reported`` or ``said`` follows."""
        desk = self.desk
        if desk is None or self._reporting:
            return
        from firsthand.desk.reporting import ReportError, write_report

        self._reporting = True
        desk.save()
        wait = desk.saved()

        def work() -> Path:
            wait()
            return write_report(desk.folder.path)

        Job(self, work, ReportError, self._report_done, self._report_failed).start()

    def _report_done(self, path: object) -> None:
        self._reporting = False
        self.reported.emit(path)

    def _report_failed(self, sentence: str) -> None:
        self._reporting = False
        self.said.emit(sentence)
