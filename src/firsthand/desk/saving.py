"""Writing the scenes' files: on a thread of its own, in the order in which they were to be saved, the history first.

What another program puts into a file meanwhile is never written over; ``incoming`` takes it in.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from firsthand.desk.drafts import Drafts
from firsthand.desk.reading import as_read
from firsthand.desk.recording import Recording
from firsthand.desk.watching import Files
from firsthand.history import moment
from firsthand.manuscript import Entry, ManuscriptError, file_text
from firsthand.saying import say


class Saving:
    """Writes the ``drafts`` of a manuscript into ``files``. What a person has to be told goes to ``tell``.

    ``unreadable`` are the scenes whose files could not be read, which are left alone, with a sentence that says why.
    """

    def __init__(self, drafts: Drafts, files: Files, recording: Recording, tell: Callable[[str], None]) -> None:
        self.unreadable: dict[str, str] = {}
        self._drafts, self._files, self._recording, self._tell = drafts, files, recording, tell
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="save")
        self._pending: list[Future[None]] = []

    @property
    def busy(self) -> bool:
        """Whether a file is being written, or waits for it."""
        return not all(save.done() for save in self._pending)

    def save(self) -> None:
        """Have the changed scenes written; returns at once."""
        for draft in self._drafts.shown:
            draft.settle()
            if draft.dirty:
                draft.dirty = False
                self.later(draft.entry)

    def later(self, entry: Entry) -> None:
        """Have a scene written as it stands; returns at once."""
        if self._recording.read_only or entry.id in self.unreadable:
            return
        text = file_text(self._drafts.text(entry.id))
        self._pending = [f for f in self._pending if not f.done()]
        self._pending.append(self._thread.submit(self._save, entry, text))

    def wait(self, timeout: float) -> None:
        """Wait until nothing is being written, at most so many seconds."""
        wait(self._pending, timeout)

    def saved(self, timeout: float) -> Callable[[], bool]:
        """A function that waits, on any thread, for the saves begun by now and seals; False if that took too long."""
        begun = list(self._pending)
        return lambda: not wait(begun, timeout).not_done and self._recording.flush(seal=True)

    def note_on_disk(self, entry: Entry) -> None:
        """Record what the file holds, so that the next opening knows it from an edit by another program."""
        text = self._files.known(entry.id)
        if text is not None:
            self._recording.saved(entry.id, text)

    def close(self) -> bool:
        """Write what waits, and no more; False if the disk did not take all of it."""
        self._thread.shutdown(wait=True)
        return not self._drafts.dirty

    def _save(self, entry: Entry, text: str) -> None:
        """Write a scene, the history first, so that a file is never ahead of it (on the saver's thread).

        What is about to be written is recorded only now: of the last two saves that are recorded, the file holds one.
        """
        recording = self._recording
        recording.saved(entry.id, as_read(text))
        while not recording.flush(timeout=2.0) and recording.busy:
            pass  # it is slow, not refused
        try:
            kept = self._files.write(entry, text, moment(recording.time.wall()))
        except ManuscriptError as error:
            self._refused(entry, error)
            return
        recording.refusals.written(entry.id)
        if kept is not None:
            self._tell(
                say(
                    "“{title}” was changed by another program while open here; its version is kept as {copy}.",
                    title=entry.title,
                    copy=kept.name,
                )
            )

    def _refused(self, entry: Entry, error: ManuscriptError) -> None:
        draft = self._drafts.known(entry.id)
        if draft is not None:
            draft.dirty = True
        self.note_on_disk(entry)
        self._recording.refusals.refused(entry.id, str(error))
