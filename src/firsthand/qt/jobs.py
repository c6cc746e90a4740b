"""One job off the window's thread: a function there, its result or a sentence here."""

import logging
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

_log = logging.getLogger("firsthand.qt")


class Job(QObject):
    """Runs ``work`` on a thread of the pool; one of the two signals arrives on the thread that made the job.

    Where ``parent`` goes before it is done, nothing arrives.
    """

    done = Signal(object)
    """What ``work`` returned."""
    failed = Signal(str)
    """What an expected exception said, or one sentence for any other."""

    _ended = Signal(object, str)

    def __init__(self, parent: QObject, work: Callable[[], object], expected: type[Exception]) -> None:
        super().__init__(parent)
        self._work = work
        self._expected = expected
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; returns at once."""
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        result: object = None
        sentence = ""
        try:
            result = self._work()
        except self._expected as error:
            sentence = str(error)
        except Exception:  # noqa: BLE001 - a thread of Qt's must not see it; it is logged and said
            _log.exception("a job failed")
            sentence = self.tr("Something went wrong inside Firsthand; your words are safe. Please try again.")
        with suppress(RuntimeError):  # whoever asked has been closed meanwhile, and the job with it
            self._ended.emit(result, sentence)

    def _deliver(self, result: object, sentence: str) -> None:
        if sentence:
            self.failed.emit(sentence)
        else:
            self.done.emit(result)
        self.deleteLater()


def wait_for_jobs() -> None:
    """Wait until no job runs any more: before the program ends."""
    QThreadPool.globalInstance().waitForDone()
