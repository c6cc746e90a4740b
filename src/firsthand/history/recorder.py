"""Writing the history of a sitting as it happens.

``record`` puts a record in a queue and returns; a thread of the recorder's own writes what is queued at most a quarter
of a second later, forces it to disk within two seconds, and seals what it wrote from time to time and at the end. When
the disk refuses, everything stays queued, the author is told through ``on_trouble``, and the thread tries again until
it succeeds.
"""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from firsthand.history.files import close_file, sealed, sync_folder
from firsthand.history.records import Record, Sitting, coalesced, encode

WRITE_EVERY = 0.15  # seconds; a change is in the file at most 250 ms after it is on the screen
FORCE_EVERY = 1.0  # seconds
SEAL_EVERY = 60.0  # seconds
SEAL_LINES = 1024


class Recorder:
    """The open history file of one sitting.

    ``on_trouble`` is called on the recorder's thread with a sentence when the disk refuses, and with None when all is
    written again.
    """

    def __init__(self, path: Path, sitting: Sitting, on_trouble: Callable[[str | None], None]) -> None:
        self.path = path
        self.last_seal = sitting.after
        self.sealed_at: float | None = None
        self._on_trouble = on_trouble
        self._began = time.monotonic()
        self._queue: list[Record] = [sitting]
        self._waiting = threading.Condition()
        self._unwritten: list[Record] = []
        self._taken, self._safe = 1, 0  # how many records were taken, and how many are forced to disk
        self._flush_to = 0
        self._seal_now = False
        self._closing = False
        self._fd: int | None = None
        self._end = 0
        self._forced = self._sealed = time.monotonic()
        self._unforced = False
        self._block: list[bytes] = []
        self._in_trouble = False
        self._thread = threading.Thread(target=self._run, name="history", daemon=True)
        self._thread.start()

    def now(self) -> int:
        """Milliseconds since the sitting began."""
        return round((time.monotonic() - self._began) * 1000)

    def record(self, record: Record) -> None:
        """Take a record; it is on its way to disk when this returns, and this never waits for the disk."""
        with self._waiting:
            self._queue.append(record)
            self._taken += 1

    def flush(self, timeout: float = 5.0, *, seal: bool = False) -> bool:
        """Wait until everything recorded so far is forced to disk; False if that took longer than ``timeout`` s.

        With ``seal`` it is under a seal too.
        """
        with self._waiting:
            self._seal_now = self._seal_now or seal
            self._taken += seal  # a seal is a line of its own to wait for
            target = self._flush_to = self._taken
            self._waiting.notify_all()
            return self._waiting.wait_for(lambda: self._safe >= target, timeout)

    def close(self, timeout: float = 10.0) -> bool:
        """Write, seal and close the file; False if the disk did not let that happen within ``timeout`` seconds."""
        with self._waiting:
            self._closing = True
            self._waiting.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive() and not self._in_trouble

    def _run(self) -> None:
        while True:
            with self._waiting:
                if not self._closing and self._flush_to <= self._safe:
                    self._waiting.wait(WRITE_EVERY)
                self._unwritten += self._queue
                self._queue = []
                taken, closing, seal = self._taken, self._closing, self._seal_now
                self._seal_now = False
            try:
                self._step(taken, closing=closing, seal=seal)
            except OSError as error:
                self._refused(error)
                self._seal_now = self._seal_now or seal
                if not closing:
                    time.sleep(0.2)
            if closing:
                return

    def _step(self, taken: int, *, closing: bool, seal: bool) -> None:
        """Bring the first ``taken`` records into the file; each part is taken up again if the disk refuses it."""
        if self._unwritten:
            lines = [encode(record) for record in coalesced(self._unwritten)]
            self._write(b"".join(lines))
            self._block += lines
            self._unwritten = []
        now = time.monotonic()
        due = closing or seal or len(self._block) >= SEAL_LINES or now - self._sealed > SEAL_EVERY
        if self._block and due:
            self._seal()
        if self._unforced and (closing or self._flush_to > self._safe or now - self._forced > FORCE_EVERY):
            os.fsync(self._file())
            self._forced, self._unforced = now, False
        if closing:
            self._finish()
        if not self._unforced:
            with self._waiting:
                self._safe = taken
                self._waiting.notify_all()
        if self._in_trouble:
            self._in_trouble = False
            self._on_trouble(None)

    def _write(self, data: bytes) -> None:
        """Append all of ``data`` or nothing: after a refusal the file is cut back to where it was."""
        file, done = self._file(), 0
        os.lseek(file, self._end, os.SEEK_SET)
        try:
            while done < len(data):
                done += os.write(file, data[done:])
        except OSError:
            os.ftruncate(file, self._end)
            raise
        self._end += done
        self._unforced = True

    def _seal(self) -> None:
        block, digest = sealed(self._block, self.last_seal)
        self._write(block[sum(map(len, self._block)) :])
        self.last_seal, self._block = digest, []
        self._sealed = time.monotonic()
        self.sealed_at = time.time()

    def _file(self) -> int:
        if self._fd is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._fd = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o644)
            sync_folder(self.path.parent)
        return self._fd

    def _finish(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None
            close_file(self.path)

    def _refused(self, error: OSError) -> None:
        if not self._in_trouble:
            self._in_trouble = True
            self._on_trouble(
                f"The history cannot be written ({error.strerror or error}): your words are safe in the window; "
                "Firsthand keeps trying and will tell you when they are on disk."
            )
