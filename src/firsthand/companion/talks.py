"""The companion's side of its own thread: an event loop, the talks with models in it, and the built-in model's child.

Imported there, after the window shows: asyncio and what starts processes take a tenth of a second and more. What is
said from other threads, and when the loop begins and ends, is `companion`'s.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from firsthand.companion.answering import Answering
from firsthand.companion.builtin import BuiltinModel, Served
from firsthand.companion.troubles import Trouble
from firsthand.companion.values import Done, Event, Failed, Request, Timeouts
from firsthand.saying import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from firsthand.companion.companion import KeyStore
    from firsthand.companion.endpoint import Conversation

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class Talks:
    """What is being asked; every method but `soon` belongs to the loop that `live` runs in."""

    def __init__(
        self, deliver: Callable[[Event], None], keys: KeyStore, model_file: Path | None, timeouts: Timeouts
    ) -> None:
        self._deliver = deliver
        self._keys = keys
        self._timeouts = timeouts
        self._model = BuiltinModel(model_file)
        self._talk: tuple[Served, Conversation] | None = None
        self._answering: asyncio.Task[None] | None = None
        self._preparing: asyncio.Task[None] | None = None
        self._readying: asyncio.Task[Conversation] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending = asyncio.Event()

    def run(self, began: Callable[[Talks], None]) -> None:
        """Run the loop on this thread until `end`; ``began`` is called in it first."""
        asyncio.run(self._live(began))

    def soon(self, call: Callable[[Talks], object]) -> None:
        """Have this done in the loop, which runs; may be called on any thread."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(call, self)

    def end(self) -> None:
        """Give everything up and leave the loop."""
        self._ending.set()

    async def _live(self, began: Callable[[Talks], None]) -> None:
        self._loop = asyncio.get_running_loop()
        began(self)
        await self._ending.wait()
        tasks: list[asyncio.Task[object]] = [
            task for task in (self._answering, self._preparing, self._readying) if task and not task.done()
        ]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._hang_up()
        await self._model.close()

    def begin(self, request: Request) -> None:
        """Answer a request; one that is still being answered is stopped first."""
        earlier = self._answering
        self.stop()
        self._answering = asyncio.get_running_loop().create_task(self._answer(request, earlier))
        # Not in the coroutine: a task cancelled before its first step never enters it.
        self._answering.add_done_callback(lambda task: self._end(request, task))

    def stop(self) -> None:
        """Give up what is asked and what is prepared."""
        for task in (self._answering, self._preparing):
            if task:
                task.cancel()

    def _end(self, request: Request, task: asyncio.Task[None]) -> None:
        error = None if task.cancelled() else task.exception()
        if error:
            _log.error("answering a request failed", exc_info=error)
            self._deliver(
                Failed(
                    request.id,
                    say("Something went wrong in Firsthand’s companion. Your draft is untouched. Ask again."),
                )
            )
        self._deliver(Done(request.id, stopped=task.cancelled()))

    def get_ready(self) -> asyncio.Task[Conversation]:
        """The getting ready under way, or a new one; stopping a request does not stop it."""
        if self._readying is None or self._readying.done():
            self._readying = asyncio.get_running_loop().create_task(self._builtin())
            # A failure nobody waits for is told when the author asks.
            self._readying.add_done_callback(lambda task: task.cancelled() or task.exception())
        return self._readying

    def prepare(self, request: Request) -> None:
        """Let the built-in model read a request, unless one is being answered."""
        if self._answering and not self._answering.done():
            return
        if self._preparing:
            self._preparing.cancel()
        self._preparing = asyncio.get_running_loop().create_task(self._prepare(request))

    async def _prepare(self, request: Request) -> None:
        with suppress(Trouble):
            talk = await asyncio.shield(self.get_ready())
            await talk.read(request.versions[0].body)

    async def _answer(self, request: Request, earlier: asyncio.Task[None] | None) -> None:
        if earlier and not earlier.done():
            await asyncio.wait([earlier])
        answering = Answering(request, self._deliver)
        try:
            if request.endpoint.address is None:
                await self._ask_builtin(answering)
            else:
                await self._ask_connected(answering, request.endpoint.address, request.endpoint.name)
        except Trouble as trouble:
            answering.fail(trouble)

    async def _ask_builtin(self, answering: Answering) -> None:
        trouble = await answering.one_after_another(await asyncio.shield(self.get_ready()))
        if trouble:
            raise await self._model.why_it_ended() or trouble

    async def _ask_connected(self, answering: Answering, address: str, name: str) -> None:
        key = await _aside(lambda: self._keys.get(address))
        conversation = await asyncio.to_thread(_converse, address, key, name, self._timeouts)
        try:
            await answering.at_once(conversation)
        finally:
            await conversation.close()

    async def _builtin(self) -> Conversation:
        """The conversation with the built-in model, its child started if need be. Raises BuiltinTrouble."""
        # Importing the client and loading the model take about a second each, so both at once.
        loading = asyncio.create_task(asyncio.to_thread(_load_client))
        served = await self._model.start()
        await loading
        if self._talk and self._talk[0] == served:
            return self._talk[1]
        await self._hang_up()
        address = f"{served.address}/v1"
        talk = await asyncio.to_thread(
            _converse, address, served.key, say("The built-in model"), self._timeouts, local=True
        )
        self._talk = (served, talk)
        return talk

    async def _hang_up(self) -> None:
        talk, self._talk = self._talk, None
        if talk:
            await talk[1].close()


def _load_client() -> None:
    import firsthand.companion.endpoint  # noqa: F401 - over a second, and not on the loop


def _converse(address: str, key: str | None, name: str, timeouts: Timeouts, *, local: bool = False) -> Conversation:
    from firsthand.companion.endpoint import Conversation

    return Conversation(address, key, name, timeouts, local=local)


async def _aside(call: Callable[[], _T]) -> _T:
    """The result of a call that may block for ever, in a thread that keeps nobody from leaving."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[_T] = loop.create_future()

    def settle(value: _T) -> None:
        if not result.done():
            result.set_result(value)

    def run() -> None:
        value = call()
        with suppress(RuntimeError):  # the loop has been closed meanwhile
            loop.call_soon_threadsafe(settle, value)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    return await result
