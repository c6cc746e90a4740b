"""Writing the history of a sitting as it happens.

``record`` puts a record in a queue and returns; threads of the recorder's own write what is queued to the sitting's
journal at most a quarter of a second later and forces it to disk within two seconds. From time to time, and at the end,
it makes one block of all that came since the last, seals it and begins the journal anew. When the disk refuses,
everything stays queued, the author is told through ``on_trouble``, and the thread tries again until it succeeds.
"""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from firsthand.history import journal
from firsthand.history.clocks import SittingTime
from firsthand.history.disk import Grown
from firsthand.history.files import close_file, head_of, signed_by
from firsthand.history.heads import seal_before, write_head
from firsthand.history.lines import LineWriter
from firsthand.history.records import Record, Sitting, coalesced, ended
from firsthand.history.sealing import Chain, opening, sealed
from firsthand.history.signing import Signer
from firsthand.saying import say

WRITE_EVERY = 0.1  # seconds; a change is in the file at most 250 ms after it is on the screen, on a busy computer too
FORCE_EVERY = 1.0  # seconds
SEAL_EVERY = 3600.0  # seconds
SEAL_LINES = 4096
CLOSE_TRIES = 2.0  # seconds in which closing is tried again where the disk refuses
_PAUSE = 0.2  # seconds between two tries
_MOMENT = 0.02  # seconds between two looks at whether a seal can be set


class Block(msgspec.Struct, frozen=True):
    """A sealed block that is on its way to disk."""

    data: bytes
    seal: str
    read: int
    end: bool


class Sealer:
    """Makes the blocks of a sitting, one after another.

    ``signer`` is asked for once, at the first, and so is what the sitting comes ``after``, if that was not settled yet;
    ``strayed`` at each, by how much the computer's clock has been set.
    """

    def __init__(
        self,
        sitting: Sitting,
        signer: Callable[[], Signer | None],
        strayed: Callable[[], int] = lambda: 0,
        after: Callable[[], tuple[str, ...]] | None = None,
    ) -> None:
        self.sitting = sitting
        self.signer: Signer | None = None
        self._asked, self._strayed, self._after = signer, strayed, after
        self._made, self._ended = 0, 0
        self._previous = ""
        self._asking: threading.Thread | None = None
        self._error: OSError | None = None
        self._settled = False  # whether it is known what the sitting comes after, and who signs

    def block(self, records: list[Record], read: int, *, end: bool) -> Block:
        """The next block. ``read`` counts the journal's lines that are in it and the blocks before."""
        records = coalesced(records)
        if not self._made:
            self._begun()
            records[0] = self.sitting
        lines = LineWriter().lines(records)
        self._made += 1
        self._ended = ended(records[-1]) if records else self._ended
        chain = Chain(self.sitting.manuscript, self.sitting.id, self._previous)
        said = opening(self._made, len(lines), read, self._ended, clock=self._strayed(), end=end)
        data, seal = sealed(lines, chain, said, self.signer)
        self._previous = seal.link
        return Block(data, seal.hash, read, end)

    def ready(self) -> bool:
        """Whether the next block can be made at once; if not, what it takes is asked for on a thread of its own.

        It is asked for again if the disk refused. OSError, once, when it does.
        """
        if not self._settled and (self._asking is None or not self._asking.is_alive()):
            refused, self._error = self._error, None
            if refused is not None:
                raise refused
            self._asking = threading.Thread(target=self._ask, name="sealing", daemon=True)
            self._asking.start()
        return self._settled

    def _ask(self) -> None:
        try:
            self._begin()
        except OSError as error:
            self._error = error

    def _begun(self) -> None:
        if self._asking is not None:
            self._asking.join()
        if not self._settled:
            self._begin()

    def _begin(self) -> None:
        self.signer = self._asked()
        after = self._after() if self._after is not None else self.sitting.after
        self.sitting = signed_by(msgspec.structs.replace(self.sitting, after=after), self.signer)
        self._previous = ",".join(after)
        self._settled = True


class Recorder:
    """The open history file of one sitting, ``path`` being its ``.jsonl``.

    ``on_trouble`` is called on the recorder's thread with a sentence when the disk refuses, and with None when all is
    written again. ``signer`` gives the author's key, or None if there is none; it is asked on that thread too, once.
    ``sitting_time`` is that of the records; seals say how far the computer's clock has come away from it. ``after``
    gives the seals that the sitting comes after where earlier ones are being closed meanwhile; it may wait for that.
    """

    def __init__(
        self,
        path: Path,
        sitting: Sitting,
        on_trouble: Callable[[str | None], None],
        signer: Callable[[], Signer | None] = lambda: None,
        sitting_time: SittingTime | None = None,
        after: Callable[[], tuple[str, ...]] | None = None,
    ) -> None:
        self.path = path
        self.last_seal = ""
        self.sealed_at: float | None = None
        self._on_trouble = on_trouble
        self._queue: list[Record] = [sitting]
        self._waiting = threading.Condition()
        self._unwritten: list[Record] = []
        self._taken, self._safe = 1, 0  # how many records were taken, and how many are forced to disk
        self._flush_to = 0
        self._seal_now = False
        self._seal_to = 0  # up to which record somebody waits for a seal that cannot be set yet, or 0
        self._closing = self._ended = False
        self._give_up = 0.0
        self._sealer = Sealer(sitting, signer, (sitting_time or SittingTime()).strayed, after)
        self._blocks = Grown(path)
        self._journal = Grown(path.with_suffix(journal.SUFFIX))
        self._read = 0  # lines that ever went into the journal
        self._since: list[Record] = []  # the records among them that are in no block yet
        self._block: Block | None = None
        self._appended = False  # whether it is in the file, if perhaps not forced to disk
        self._journal_begun = False
        self._forced = self._sealed = time.monotonic()
        self._in_trouble = False
        self._pen = threading.Lock()  # who holds it writes the journal
        self._thread = threading.Thread(target=self._run, name="history", daemon=True)
        self._thread.start()
        threading.Thread(target=self._write_on, name="journal", daemon=True).start()

    def record(self, record: Record) -> None:
        """Take a record; it is on its way to disk when this returns, and this never waits for the disk."""
        with self._waiting:
            self._queue.append(record)
            self._taken += 1

    @property
    def sitting(self) -> str:
        """The id of the sitting."""
        return self._sealer.sitting.id

    @property
    def taken(self) -> int:
        """A number that grows with every record."""
        with self._waiting:
            return self._taken

    def flush(self, timeout: float = 5.0, *, seal: bool = False) -> bool:
        """Wait until everything recorded so far is forced to disk; False if that took longer than ``timeout`` s.

        With ``seal`` it is under a seal too.
        """
        with self._waiting:
            self._seal_now = self._seal_now or seal
            self._taken += seal  # a seal is a line of its own to wait for
            target = self._flush_to = self._taken
            self._seal_to = self._seal_to or (target if seal else 0)
            self._waiting.notify_all()
            return self._waiting.wait_for(lambda: self._safe >= target, timeout)

    @property
    def busy(self) -> bool:
        """Whether it is at work, and the disk does not refuse."""
        return self._thread.is_alive() and not self._in_trouble

    def close(self, timeout: float = 60.0) -> bool:
        """Write, seal and close the file; False if the disk did not let that happen within ``timeout`` seconds."""
        with self._waiting:
            self._closing = True
            self._give_up = time.monotonic() + CLOSE_TRIES
            self._waiting.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive() and not self._in_trouble

    def _run(self) -> None:
        while True:
            with self._waiting:
                if not self._closing and self._flush_to <= self._safe:
                    self._waiting.wait(WRITE_EVERY)
                taken, closing, seal = self._taken, self._closing, self._seal_now
                self._seal_now = False
            try:
                self._step(taken, closing=closing, seal=seal)
            except OSError as error:
                self._refused(error)
                self._seal_now = self._seal_now or seal
                if not closing or time.monotonic() < self._give_up:
                    time.sleep(_PAUSE)
                    continue
            if closing:
                return

    def _step(self, taken: int, *, closing: bool, seal: bool) -> None:
        """Bring the first ``taken`` records to disk; each part is taken up again if the disk refuses it."""
        with self._pen:
            self._take_queue()
            if self._unwritten:
                self._write_journal()
        now = time.monotonic()
        due = seal or len(self._since) >= SEAL_LINES or now - self._sealed > SEAL_EVERY
        held = False
        if self._block is not None or (closing and not self._ended) or (self._since and due):
            held = not closing and not self._sealer.ready()
            if not held:
                self._seal(end=closing)
        forced = closing or self._flush_to > self._safe or now - self._forced > FORCE_EVERY
        if forced:
            self._journal.force()
            self._forced = now
        if closing:
            self._finish()
        if forced or not self._journal.unforced:
            self._tell_safe(taken, held=held, seal=seal)
        if self._in_trouble:
            self._in_trouble = False
            self._on_trouble(None)

    def _tell_safe(self, taken: int, *, held: bool, seal: bool) -> None:
        """The first ``taken`` are forced to disk; who waits for a seal goes on waiting while it is ``held`` up."""
        with self._waiting:
            if held:
                self._seal_now = self._seal_now or seal
                self._safe = min(taken, self._seal_to - 1) if self._seal_to else taken
                self._waiting.wait(_MOMENT)
            else:
                self._safe, self._seal_to = taken, 0 if seal else self._seal_to
            self._waiting.notify_all()

    def _write_on(self) -> None:
        """Write what is recorded while the other thread waits for the disk; what is refused is left to that."""
        while self._thread.is_alive():
            time.sleep(WRITE_EVERY)
            with suppress(OSError), self._pen:
                self._take_queue()
                if self._unwritten and not self._closing:
                    self._write_journal()

    def _take_queue(self) -> None:
        with self._waiting:
            self._unwritten += self._queue
            self._queue = []

    def _write_journal(self) -> None:
        records = coalesced(self._unwritten)
        lines = journal.journal_lines(records)
        begin = b"" if self._journal_begun else journal.header(self._sealer.sitting.id, self._read)
        self._journal.append(begin + b"".join(lines))
        self._journal_begun = True
        self._read += len(lines)
        self._since += records
        self._unwritten = []

    def _seal(self, *, end: bool) -> None:
        """Append a block of all that the journal holds beyond the last, with its seal, and begin the journal anew."""
        if self._block is None or (end and not self._block.end):
            self._put_block()
            with self._pen:
                self._block = self._sealer.block(self._since, self._read, end=end)
                self._since = []
        self._put_block()
        with suppress(OSError), self._pen:  # its lines are numbered: what is in a block too does no harm
            if not end and not self._since:
                self._journal.empty()
                self._journal_begun = False

    def _put_block(self) -> None:
        """Bring the block that is on its way to disk, its head before it."""
        block = self._block
        if block is None:
            return
        if not self._appended:
            self._write_head(block.seal, self.last_seal or seal_before(self.path.parent, self._sealer.sitting.machine))
            self._blocks.append(block.data)
            self._appended = True
        self._blocks.force()
        self.last_seal, self._block, self._appended = block.seal, None, False
        self._ended = block.end
        self._sealed, self.sealed_at = time.monotonic(), time.time()

    def _write_head(self, seal: str, before: str) -> None:
        write_head(self.path.parent, head_of(self._sealer.sitting, seal, before), self._sealer.signer)

    def _finish(self) -> None:
        self._write_head(self.last_seal, "")
        self._blocks.close()
        self._journal.close()
        close_file(self.path)

    def _refused(self, error: OSError) -> None:
        if not self._in_trouble:
            self._in_trouble = True
            self._on_trouble(
                say(
                    "The history cannot be written ({why}): your words are safe in the window; Firsthand "
                    "keeps trying and will tell you when they are on disk.",
                    why=error,
                )
            )
