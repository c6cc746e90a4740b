"""Between the panel and the companion: keeps the request that would be sent now, sends it, and tells what comes back.

The request is composed when the author pauses, so that what is shown as "what is sent" is the very value that is sent.
The companion delivers on a thread of its own; a `Mailbox` brings its events to the window's thread, where streaming
words are gathered to about thirty updates a second.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from firsthand.companion import Companion, Done, Endpoint, Event, Failed, Finished, Purpose, Request, Suggestion, Words
from firsthand.desk.session import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 250
"""Milliseconds without a change before the request is composed anew."""

AHEAD = 1500
"""Milliseconds after which the built-in model reads what would be sent, so that its first words come at once."""

FRAME = 33
"""Milliseconds between two updates of streaming words."""


class Mailbox(QObject):
    """Takes the companion's events on any thread; ``arrived`` is received on the thread of its receiver."""

    arrived = Signal(object)

    def deliver(self, event: Event) -> None:
        """Pass an event on."""
        self.arrived.emit(event)


class Asking(QObject):
    """What would be asked, and what is being asked."""

    composed = Signal(object)
    """The Request that would be sent now, or None where nothing can be asked."""
    started = Signal(object)
    """This Request has been sent."""
    words = Signal(str, str)
    """The text so far of the suggestion of this id."""
    finished = Signal(object)
    """A Suggestion is complete and recorded as shown."""
    failed = Signal(object)
    """A Failed."""
    ended = Signal(bool)
    """The request has ended; whether it was stopped."""

    def __init__(
        self, companion: Companion, mailbox: Mailbox, endpoint: Endpoint, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._companion = companion
        self._desk: Desk | None = None
        self._scene = ""
        self._caret = 0
        self._purpose = Purpose.CONTINUE
        self._wish = ""
        self._endpoint = endpoint
        self._next: Request | None = None
        self._running: Request | None = None
        self.seen: Callable[[], bool] = lambda: True
        """Whether the author has the companion on the screen: the model reads ahead for nobody else."""
        self._asked_of: dict[str, Desk] = {}
        self._streamed: dict[str, str] = {}
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._compose)
        self._ahead = QTimer(self, interval=AHEAD, singleShot=True)
        self._ahead.timeout.connect(self._read_ahead)
        self._frame = QTimer(self, interval=FRAME, singleShot=True)
        self._frame.timeout.connect(self._show_words)
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)
        mailbox.arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> Request | None:
        """The request that is being answered."""
        return self._running

    @property
    def request(self) -> Request | None:
        """What was composed last and is not yet sent."""
        return self._next

    # -- where the author stands

    def set_place(self, desk: Desk | None, scene: str = "", caret: int = 0) -> None:
        """Where something would be asked for; no desk: nowhere."""
        self._desk, self._scene, self._caret = desk, scene, caret
        self.touch()

    def set_caret(self, caret: int) -> None:
        self._caret = caret
        self.touch()

    def set_purpose(self, purpose: Purpose) -> None:
        self._purpose = purpose
        self.touch()

    def set_wish(self, wish: str) -> None:
        self._wish = wish
        self.touch()

    def set_endpoint(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.touch()

    def touch(self) -> None:
        """The text changed, or something else that a request depends on."""
        self._next = None
        self._ahead.stop()
        self._pause.start()

    # -- asking

    def ask(self) -> None:
        """Send the request; nothing happens while one is being answered, or where nothing can be asked."""
        if self._running is not None:
            return
        if self._next is None:
            self._compose()
        request, desk = self._next, self._desk
        if request is None or desk is None:
            return
        self._ahead.stop()
        self._running, self._next = request, None
        self._asked_of[request.id] = desk
        desk.suggesting.asked(self._scene, request)
        self.started.emit(request)
        self._companion.ask(request)
        self._reading.start()

    def stop(self) -> None:
        """Give the request up; what is whole of it still arrives."""
        if self._running is not None:
            self._companion.stop()

    def abandon(self) -> None:
        """The manuscript closes: what still arrives belongs to nobody."""
        self.stop()
        self._running = None
        self._ahead.stop()
        self._asked_of.clear()
        self._streamed.clear()
        self.set_place(None)

    def _compose(self) -> None:
        self._pause.stop()
        if self._running is not None:
            return
        if self._next is None and self._desk is not None and self._scene:
            self._next = self._desk.suggesting.compose(
                self._scene, self._caret, self._purpose, self._wish, self._endpoint
            )
            self._ahead.start()
        self.composed.emit(self._next)

    def _read_ahead(self) -> None:
        if self._next is not None and self._running is None and self.seen():
            self._companion.prepare(self._next)

    def _read_on(self) -> None:
        """Read the manuscript bit by bit while the model writes: what it says is looked up in there."""
        if self._running is None or self._desk is None or not self._desk.suggesting.read_on():
            self._reading.stop()

    # -- what comes back

    def _take(self, event: Event) -> None:
        match event:
            case Words():
                self._streamed[event.suggestion_id] = event.text
                if not self._frame.isActive():
                    self._frame.start()
            case Finished():
                self._finish(event.suggestion)
            case Failed():
                if event.request_id in self._asked_of:
                    self._show_words()
                    self.failed.emit(event)
            case Done():
                self._end(event)

    def _show_words(self) -> None:
        self._frame.stop()
        streamed, self._streamed = self._streamed, {}
        for suggestion, text in streamed.items():
            if suggestion.rpartition(".")[0] in self._asked_of:
                self.words.emit(suggestion, text)

    def _finish(self, suggestion: Suggestion) -> None:
        desk = self._asked_of.get(suggestion.request_id)
        self._show_words()
        if desk is not None:
            desk.suggesting.shown(suggestion)
            self.finished.emit(suggestion)

    def _end(self, done: Done) -> None:
        if self._asked_of.pop(done.request_id, None) is None:
            return
        self._show_words()
        if self._running is not None and self._running.id == done.request_id:
            self._running = None
            self.ended.emit(done.stopped)
            self.touch()
