"""Closing what earlier sittings of this computer left open: while a manuscript is being worked on, or before a bundle.

The author's key may be long in coming, since a keyring can ask the author to unlock it. So opening a manuscript waits
for nothing here: a thread closes what there is, and only the first seal of the new sitting waits for that.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from firsthand.desk.author_key import signer_soon
from firsthand.desk.care import mend_journals
from firsthand.desk.places import machine_id
from firsthand.history import Closed, Lock, close_earlier

_log = logging.getLogger("firsthand.desk")


def close_up(history: Path) -> list[str]:
    """Seal and close what earlier sittings of this computer left open, unless a window has it open; sentences of it."""
    lock = Lock(history)
    try:
        if not lock.held:
            return []
        mended = mend_journals(history)
        closed = close_earlier(history, machine_id(), lambda: signer_soon(30))
        return [*mended, *closed.said, *([closed.refused] if closed.refused else [])]
    finally:
        lock.release()


def close_meanwhile(history: Path, going_on: str, tell: Callable[[str], None]) -> Callable[[], Closed]:
    """Close them on a thread, though the sitting ``going_on`` has begun; the lock is the caller's.

    The function that it gives waits for the outcome, and tries again what the disk refused: OSError if it still does,
    for the new sitting cannot be sealed before those it comes after. It is not to be called by two threads at once.
    ``tell`` is called with each sentence.
    """
    first: Future[Closed] = Future()
    latest: list[Closed] = []

    def close() -> None:
        try:
            first.set_result(_close(history, going_on, tell))
        except BaseException as error:
            first.set_exception(error)
            raise

    def outcome() -> Closed:
        closed = latest[-1] if latest else first.result()
        if closed.refused:
            again = _close(history, going_on, tell)
            again.seals, again.before = closed.seals | again.seals, closed.before | again.before
            latest[:] = [again]
            if again.refused:
                raise OSError(0, again.why)
            return again
        return closed

    threading.Thread(target=close, name="closing", daemon=True).start()
    return outcome


def _close(history: Path, going_on: str, tell: Callable[[str], None]) -> Closed:
    closed = close_earlier(history, machine_id(), signer_soon, going_on)
    if closed.refused:
        _log.warning("%s", closed.refused)  # it is tried again when the new sitting is sealed, and told then
    for sentence in closed.said:
        tell(sentence)
    return closed
