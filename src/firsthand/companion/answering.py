"""One request being answered: from the pieces of the models' answers to events for the author.

When a version is cut short (Stop, or a connection that breaks off), its whole sentences, or else the words that
were on the screen, are kept as a `Finished` suggestion: the author has read them, and the history must know that
they were shown. A trouble that all versions share is told once, for the request.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from firsthand.companion.tidy import Tidier
from firsthand.companion.troubles import BrokenOff, NothingUsable, Trouble
from firsthand.companion.values import Event, Failed, Finished, Request, Suggestion, Version, Words
from firsthand.saying import say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable


class Source(Protocol):
    """Something that answers a body with pieces of text."""

    def words(self, body: bytes) -> AsyncGenerator[str, None]:
        """The pieces as they come. Raises Trouble."""


class _Miss(Struct, frozen=True):
    """A version that came to nothing, or (`kept`) not to its end."""

    number: int
    trouble: Trouble
    kept: bool = False


class Answering:
    """The answering of one request; `deliver` gets every event but `Done`."""

    def __init__(self, request: Request, deliver: Callable[[Event], None]) -> None:
        self._request = request
        self._deliver = deliver
        self._said: set[str] = set()

    async def one_after_another(self, source: Source) -> Trouble | None:
        """Ask for the versions in order. Returns the trouble that makes it pointless to go on, not yet told.

        An answer with nothing usable in it (one of a hundred by the built-in model) is asked for once more.
        """
        for number, version in enumerate(self._request.versions, start=1):
            miss = await self._version(number, version, source)
            if miss and isinstance(miss.trouble, NothingUsable):
                miss = await self._version(number, version, source)
            if miss and not isinstance(miss.trouble, NothingUsable):
                return miss.trouble
            if miss:
                self._tell(miss)
        return None

    async def at_once(self, source: Source) -> None:
        """Ask for all versions together."""
        async with asyncio.TaskGroup() as group:
            versions = enumerate(self._request.versions, start=1)
            tasks = [group.create_task(self._version(number, version, source)) for number, version in versions]
        misses = [miss for task in tasks if (miss := task.result())]
        sentences = {str(miss.trouble) for miss in misses}
        if len(sentences) == 1 and len(misses) == len(tasks):
            self.fail(misses[0].trouble)
            return
        for miss in misses:
            self._tell(miss)

    def fail(self, trouble: Trouble) -> None:
        """Say that the request as a whole came to nothing more."""
        self._deliver(Failed(self._request.id, str(trouble)))

    async def _version(self, number: int, version: Version, source: Source) -> _Miss | None:
        answer = _Answer(self._request, number, version, self._deliver)
        try:
            async with aclosing(source.words(version.body)) as pieces:
                async for piece in pieces:
                    if answer.add(piece):
                        break
            return self._finish(answer, answer.kept())
        except asyncio.CancelledError:
            self._finish(answer, answer.stopped())
            raise
        except BrokenOff as trouble:
            text = answer.stopped()
            return self._finish(answer, text) or _Miss(number, trouble, kept=bool(text))
        except Trouble as trouble:
            return _Miss(number, trouble)

    def _finish(self, answer: _Answer, text: str) -> _Miss | None:
        """Deliver the suggestion, unless there is none or it says what another version says."""
        plain = " ".join(text.split()).casefold()
        if not plain:
            return None
        if plain in self._said:
            return _Miss(
                answer.number,
                NothingUsable(say("The model only repeated another version here; ask again for something new.")),
            )
        self._said.add(plain)
        self._deliver(Finished(answer.suggestion(text)))
        return None

    def _tell(self, miss: _Miss) -> None:
        suggestion = None if miss.kept else self._request.suggestion_id(miss.number)
        self._deliver(Failed(self._request.id, str(miss.trouble), suggestion))


class _Answer:
    """One version's answer under way."""

    def __init__(self, request: Request, number: int, version: Version, deliver: Callable[[Event], None]) -> None:
        self.number = number
        self._request = request
        self._label = version.label
        self._deliver = deliver
        self._tidier = Tidier.of(request, version)
        self._raw = ""
        self._shown = ""
        self._began = time.monotonic()

    def add(self, piece: str) -> bool:
        """Take a piece and show what is new; returns whether it is enough."""
        self._raw += piece
        text = self._tidier.shown(self._raw)
        if text.strip() and text != self._shown:
            self._shown = text
            self._deliver(Words(self._request.suggestion_id(self.number), text))
        return self._tidier.enough(self._raw)

    def kept(self) -> str:
        """The suggestion of a complete answer. Raises NothingUsable."""
        return self._tidier.kept(self._raw)

    def stopped(self) -> str:
        """The suggestion of an answer cut short, "" if nothing of it was shown."""
        return self._tidier.stopped(self._raw) if self._shown else ""

    def suggestion(self, text: str) -> Suggestion:
        """This answer as a suggestion with this text."""
        request = self._request
        seconds = round(time.monotonic() - self._began, 3)
        name = request.suggestion_id(self.number)
        return Suggestion(name, request.id, request.purpose, self._label, text, seconds, request.endpoint.model)
