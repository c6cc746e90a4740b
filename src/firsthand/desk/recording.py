"""What one sitting writes into the history, and whether it may: the lock, the recorder and the sitting's time.

It knows no scene and no file but those of the history. What is kept goes into the replay too, so that the live
manuscript knows what a later reading of the record will.
"""

from collections.abc import Callable

import msgspec

from firsthand import __version__
from firsthand.desk.author_key import signer_soon
from firsthand.desk.closing import close_meanwhile
from firsthand.desk.places import machine_id
from firsthand.desk.reading import HISTORY, digest, history_folder
from firsthand.desk.refusals import Refusals
from firsthand.desk.troubles import DeskError
from firsthand.history import (
    FORMAT,
    Asked,
    Brought,
    Cause,
    Chosen,
    Clashed,
    Decided,
    Declared,
    Joined,
    Lock,
    Named,
    Outlined,
    Recorder,
    Replay,
    Resynced,
    Saved,
    Shown,
    Sitting,
    changed,
    found,
    moment,
)
from firsthand.history.clocks import SittingTime
from firsthand.history.reading import SUFFIX
from firsthand.manuscript import Folder, new_id, writable
from firsthand.provenance import Change
from firsthand.saying import say

Kept = Asked | Shown | Brought | Decided | Declared | Named | Outlined | Clashed | Joined | Chosen
"""The records that tell of no change of a text."""


class Recording:
    """The record of one sitting over the manuscript in ``folder``. Troubles of the disk go to ``tell``.

    ``read_only`` says why nothing may be written, or is empty; ``sitting`` is what the history calls the sitting, empty
    until it has begun. ``replay`` is what the history had told when the manuscript was opened, and all that came since.
    """

    def __init__(self, folder: Folder, tell: Callable[[str], None], time: SittingTime) -> None:
        self.time = time
        self.began = time.began
        self.refusals = Refusals(tell)
        self.replay = Replay()
        self.sitting = ""
        self.recorder: Recorder | None = None
        self._folder = folder
        self._tell = tell
        self._lock = Lock(history_folder(folder.path)) if writable(folder.path) else None
        self.read_only = _why_not(self._lock)

    def begin(self, after: tuple[str, ...]) -> None:
        """Begin the sitting, which comes after these seals and sittings: first what its texts go on from."""
        history, began = history_folder(self._folder.path), moment(self.began)
        name = began.replace(":", "").replace("-", "")[:15] + f"-{new_id()[:6]}"
        sitting = Sitting(name, self._folder.outline.id, began, f"Firsthand {__version__}", FORMAT, machine_id(), after)
        self.sitting = name
        closed = close_meanwhile(history, name, self._tell)
        self.recorder = Recorder(
            history / f"{name}{SUFFIX}",
            sitting,
            self._trouble,
            signer_soon,
            self.time,
            lambda: closed().after(after),
        )

    def demand_writable(self) -> None:
        """DeskError, which says why, if nothing may be written."""
        if self.read_only:
            raise DeskError(self.read_only)

    def t(self) -> int:
        """Milliseconds since the sitting began."""
        return self.time.t()

    # -- what is recorded

    def changed(self, scene: str, change: Change, cause: Cause, when: int, /, *, joins: bool, apart: bool) -> None:
        """A change of a scene, as ``draft.Record`` takes it."""
        if self.recorder is not None:
            t = when - self.began
            is_found = cause is Cause.FOUND
            self.recorder.record(
                found(scene, t, change) if is_found else changed(scene, t, change, cause, joins=joins, apart=apart)
            )

    def resynced(self, scene: str, why: str) -> None:
        """A page and its text had differed."""
        if self.recorder is not None:
            self.recorder.record(Resynced(scene, self.t(), why))

    def saved(self, scene: str, text: str) -> None:
        """The scene's file holds ``text`` (as read), or is about to."""
        if self.recorder is not None:
            self.recorder.record(Saved(scene, self.t(), digest(text)))

    def keep(self, record: Kept) -> None:
        """Record something, and know it from now on."""
        self.replay.take(record, self.began)
        if self.recorder is not None:
            self.recorder.record(record)

    def mark(self, record: Clashed | Joined | Chosen) -> None:
        """``keep``, at this moment."""
        self.keep(msgspec.structs.replace(record, t=self.t()))

    def brought(self, record: Brought) -> None:
        """``keep`` what another manuscript says of a passage that came from it, at this moment."""
        stood = self.replay.recogniser.stood(record.text) if record.text else ()
        self.keep(msgspec.structs.replace(record, t=self.t(), stood=stood))

    # -- on its way to the disk

    @property
    def sealed_at(self) -> float | None:
        """When the history was last sealed, in seconds since 1970, or None."""
        return self.recorder.sealed_at if self.recorder is not None else None

    @property
    def busy(self) -> bool:
        """Whether the disk is taking something just now."""
        return self.recorder is not None and self.recorder.busy

    def flush(self, timeout: float = 5.0, *, seal: bool = False) -> bool:
        """Wait until all that was recorded is on disk, with a seal under it if that is wished.

        False if that took more than ``timeout`` seconds.
        """
        return self.recorder is None or self.recorder.flush(timeout, seal=seal)

    def close(self) -> bool:
        """Seal, close, and give up the lock; False if the disk did not take all of the record."""
        good = self.recorder is None or self.recorder.close()
        if self._lock is not None:
            self._lock.release()
        return good

    def _trouble(self, sentence: str | None) -> None:
        if sentence is None:
            self.refusals.written(HISTORY)
        else:
            self.refusals.refused(HISTORY, sentence)


def _why_not(lock: Lock | None) -> str:
    """Why nothing may be written under this lock; empty if it may."""
    if lock is None:
        return say("The folder is read-only, so the manuscript is open for reading only.")
    if lock.trouble:
        return say(
            "The disk refuses the manuscript’s folder ({why}), so it is open for reading only; open "
            "it again when the disk is well.",
            why=lock.trouble,
        )
    if lock.held:
        return ""
    if not lock.holder:
        return say("Another Firsthand has this manuscript open, so it is open for reading only here.")
    return say(
        "Another Firsthand, on the computer {computer}, has this manuscript open, so it is open for reading only here.",
        computer=lock.holder,
    )
