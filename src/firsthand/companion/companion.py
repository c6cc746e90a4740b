"""The companion: takes requests, asks the models, and delivers what comes, event by event.

All network code and the built-in model's child process live in one thread with an event loop of its own (`talks`),
started on first use. `deliver` is called on that thread. Cancelling the task is the one way to give up a request that
works even while a model still reads the prompt, so stopping is that. For every request the events end with exactly one
`Done`.

Versions of the built-in model come one after another: they share nearly all of their text, so the second and third
begin after a tenth of a second, while three at once would each have to read it and the first words would come three
times as late. Versions of a connected model are separate requests at once.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from firsthand.companion.values import Event, Request, Timeouts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from firsthand.companion.talks import Talks

_CLOSE_SECONDS = 10.0


class KeyStore(Protocol):
    """What the companion needs to know of keys."""

    def get(self, address: str) -> str | None:
        """The key for an endpoint's address, or None; may block."""


class Companion:
    """Asks models and never touches the draft. Methods return at once (but `close`) and may be called on any thread."""

    def __init__(
        self,
        deliver: Callable[[Event], None],
        keys: KeyStore,
        model_file: Path | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._deliver = deliver
        self._keys = keys
        self._model_file = model_file
        self._timeouts = timeouts or Timeouts()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._talks: Talks | None = None
        self._waiting: list[Callable[[Talks], object]] = []
        self._closed = False

    def ask(self, request: Request) -> None:
        """Ask; a request still under way is stopped first. Raises RuntimeError after `close`."""
        self._on_thread(lambda talks: talks.begin(request))

    def stop(self) -> None:
        """Give up the request under way, at once; nothing happens if there is none."""
        with self._lock:
            if self._thread and not self._closed:
                self._pass_on(lambda talks: talks.stop())

    def warm_up(self) -> None:
        """Get the built-in model ready in the background. What is in the way is told when it is asked."""
        self._on_thread(lambda talks: talks.get_ready())

    def prepare(self, request: Request) -> None:
        """Let the built-in model read this request while the author looks at it; its first words then come at once.

        Nothing is made of it, and nothing at all happens for a connected model: what leaves the computer leaves it when
        the author asks.
        """
        if request.endpoint.builtin:
            self._on_thread(lambda talks: talks.prepare(request))

    def close(self) -> None:
        """Stop, end the child process and the thread; waits for both. No event is delivered after it returns."""
        with self._lock:
            already, self._closed = self._closed, True
            if self._thread and not already:
                self._pass_on(lambda talks: talks.end())
        if self._thread and not already:
            self._thread.join(_CLOSE_SECONDS)

    def _on_thread(self, call: Callable[[Talks], object]) -> None:
        with self._lock:
            if self._closed:
                raise RuntimeError("the companion is closed")
            if self._thread is None:
                self._thread = threading.Thread(target=self._live, name="companion", daemon=True)
                self._thread.start()
            self._pass_on(call)

    def _pass_on(self, call: Callable[[Talks], object]) -> None:
        """Have something done on the thread, in its turn; what it is told before it can listen waits."""
        if self._talks is None:
            self._waiting.append(call)
        else:
            self._talks.soon(call)

    def _live(self) -> None:
        from firsthand.companion.talks import Talks  # a tenth of a second and more, and nobody waits for it here

        Talks(self._deliver, self._keys, self._model_file, self._timeouts).run(self._began)

    def _began(self, talks: Talks) -> None:
        with self._lock:
            self._talks, waiting, self._waiting = talks, self._waiting, []
        for call in waiting:
            call(talks)
