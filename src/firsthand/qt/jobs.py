"""One job off the window's thread: a function there, its result or a sentence here.

No Qt object goes with a job to the other thread, and none is made or let go there: what ends is put into a line, and
one object of the window's thread, which is never deleted, takes it out and calls who waits for it. A job holds its
receivers and its work until then, and lets them go on the window's thread, whatever became of its owner meanwhile.
"""

import logging
from collections import deque
from collections.abc import Callable
from functools import cache
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

_log = logging.getLogger("firsthand.qt")
R = TypeVar("R")


class Job(Generic[R]):
    """``work`` on a thread of the pool; then one of the two receivers is called on the window's thread.

    ``done`` takes what ``work`` returned; ``failed`` a sentence: what an ``expected`` exception said, or one for any
    other. Neither is called once ``owner`` is deleted. To be made on the window's thread.
    """

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], R],
        expected: type[Exception],
        done: Callable[[R], object] | None = None,
        failed: Callable[[str], object] | None = None,
    ) -> None:
        self._parts: tuple[
            QObject, Callable[[], R], type[Exception], Callable[[R], object] | None, Callable[[str], object] | None
        ] = owner, work, expected, done, failed
        self._result: list[R] = []
        self._sentence = ""
        self._post = _post()

    def start(self) -> None:
        """Begin; returns at once."""
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        expected = self._parts[2]
        try:
            self._result.append(self._parts[1]())
        except expected as error:
            self._sentence = str(error)
        except Exception:  # noqa: BLE001 - a thread of Qt's must not see it; it is logged and said
            _log.exception("a job failed")
            self._sentence = QCoreApplication.translate(
                "Job", "Something went wrong inside Firsthand; your words are safe. Please try again."
            )
        self._post.take(self)

    def deliver(self) -> None:
        """Call who waits, and let go of all that the job held: the pool's thread may hold the job a moment longer."""
        (owner, _, _, done, failed), result = self._parts, self._result
        del self._parts
        self._result = []
        if not isValid(owner):
            return
        if not result:
            if failed is not None:
                failed(self._sentence)
        elif done is not None:
            done(result[0])


class _Post(QObject):
    """Where jobs that have ended wait for the window's thread."""

    _came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line: deque[Job[object]] = deque()
        application = QCoreApplication.instance()
        if application is not None:
            self.moveToThread(application.thread())
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def take(self, job: "Job[R]") -> None:
        """A job has ended; from any thread."""
        self._line.append(job)  # type: ignore[arg-type]
        self._came.emit()

    def _deliver(self) -> None:
        if self._line:  # one for each call: a receiver may open a dialogue, in which the next ones are called
            self._line.popleft().deliver()


@cache
def _post() -> _Post:
    return _Post()


def wait_for_jobs() -> None:
    """Wait until no job runs any more: before the program ends."""
    QThreadPool.globalInstance().waitForDone()
