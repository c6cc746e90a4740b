"""One conversation with an OpenAI-compatible endpoint, through the openai client.

The only module that imports openai, which takes over a second: import it off the UI thread. It sends bytes that
others have composed, hands out the words as they come, and turns everything that can go wrong into a `Trouble`.
Nothing is sent but the body, the key and the headers that HTTP needs, and only to the address the author gave: no
redirects are followed, nothing is repeated, and what the openai client would take from the environment or tell
about this computer is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
import openai
from openai import AsyncOpenAI, AsyncStream, DefaultAsyncHttpxClient, Timeout

from firsthand.companion.troubles import BrokenOff, EndpointTrouble
from firsthand.saying import say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from httpx2 import Request as HttpRequest

    from firsthand.companion.values import Timeouts

_HEADERS = {"host", "connection", "accept", "accept-encoding", "content-type", "content-length", "user-agent"}
_NO_KEY = "none"
_LONGEST_QUOTE = 160


class _Delta(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    delta: _Delta | None = None
    finish_reason: str | None = None


class _Chunk(msgspec.Struct, frozen=True):
    choices: list[_Choice] | None = None


class Conversation:
    """A client for one address and key; `close` it when done. `local` addresses are never asked through a proxy."""

    def __init__(self, address: str, key: str | None, name: str, timeouts: Timeouts, *, local: bool = False) -> None:
        self._name = name
        self._key = _checked_key(key, name)
        self._address = _checked_address(address, name)
        self._client = AsyncOpenAI(
            base_url=self._address,
            api_key=self._key or _NO_KEY,
            max_retries=0,
            http_client=DefaultAsyncHttpxClient(
                timeout=Timeout(timeouts.read, connect=timeouts.connect),
                follow_redirects=False,
                trust_env=not local,
                event_hooks={"request": [self._only_what_is_needed]},
            ),
        )

    async def words(self, body: bytes) -> AsyncGenerator[str, None]:
        """The pieces of the answer as they arrive. Raises EndpointTrouble, BrokenOff after the first words."""
        finished = arrived = False
        try:
            async with await self._ask(body) as stream:
                async for data in stream:
                    choice = _choice(data)
                    if choice is None:
                        continue
                    if choice.delta and choice.delta.content:
                        arrived = True
                        yield choice.delta.content
                    finished = finished or choice.finish_reason is not None
        except (openai.APIError, ValueError) as error:
            raise self._trouble(error, arrived=arrived) from error
        if arrived and not finished:
            raise self._broken_off()
        if not arrived:
            raise EndpointTrouble(
                say(
                    "{name} answered without a single word of text. Your draft is untouched. Ask again.",
                    name=self._name,
                )
            )

    async def read(self, body: bytes) -> None:
        """Have the built-in model read the messages and say nothing; it keeps them in mind. Raises EndpointTrouble."""
        silent = msgspec.json.decode(body, type=dict[str, object]) | {"stream": False, "max_tokens": 0}
        try:
            await self._client.post("/chat/completions", cast_to=object, body=silent)
        except (openai.APIError, ValueError) as error:
            raise self._trouble(error, arrived=False) from error

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.close()

    async def _ask(self, body: bytes) -> AsyncStream[object]:
        return await self._client.post(
            "/chat/completions",
            cast_to=object,
            content=body,
            options={"headers": {"Content-Type": "application/json", "Accept": "text/event-stream"}},
            stream=True,
            stream_cls=AsyncStream[object],
        )

    async def _only_what_is_needed(self, request: HttpRequest) -> None:
        for name in list(request.headers):
            if name.lower() not in _HEADERS:
                del request.headers[name]
        if self._key:
            request.headers["Authorization"] = f"Bearer {self._key}"
        request.headers["User-Agent"] = "Firsthand"
        # A connection kept for later may be closed by the other side in the moment it is used again.
        request.headers["Connection"] = "close"

    def _broken_off(self) -> BrokenOff:
        return BrokenOff(
            say(
                "The connection to {name} broke off; what had arrived is kept. Your draft is untouched.",
                name=self._name,
            )
        )

    def _trouble(self, error: Exception, *, arrived: bool) -> EndpointTrouble:
        if arrived and isinstance(error, openai.APIConnectionError):
            return self._broken_off()
        if isinstance(error, openai.APIStatusError):
            return EndpointTrouble(self._refusal(error.status_code, _said(error)))
        return EndpointTrouble(self._failure(error))

    def _failure(self, error: Exception) -> str:
        if isinstance(error, openai.APITimeoutError):
            return say(
                "{name} did not answer in time. Ask again, or look whether the address is right. Your draft is "
                "untouched.",
                name=self._name,
            )
        if isinstance(error, openai.APIConnectionError):
            return say(
                "{name} cannot be reached. Look whether it is running and the address is right. Your draft is "
                "untouched.",
                name=self._name,
            )
        if isinstance(error, ValueError):
            return say(
                "{name} answered with something that is no text of a model. Look whether the address is right. Your "
                "draft is untouched.",
                name=self._name,
            )
        return say(
            "{name} stopped with a fault of its own{quoted}. Ask again later. Your draft is untouched.",
            name=self._name,
            quoted=self._quoted(_said(error)),
        )

    def _refusal(self, status: int, said: str) -> str:
        name = self._name
        if status in (401, 403):
            return say(
                "{name} did not accept the key. Your draft is untouched. Enter the key again in the settings.",
                name=name,
            )
        if status == 404:
            return say(
                "{name} does not know this model or address. Your draft is untouched. Look at both in the settings.",
                name=name,
            )
        if status in (402, 429):
            return say(
                "{name} takes no more requests just now{quoted}. Your draft is untouched. Wait a little and ask again.",
                name=name,
                quoted=self._quoted(said),
            )
        if status >= 500:
            return say(
                "{name} has a fault of its own (HTTP {status}). Your draft is untouched. Ask again later.",
                name=name,
                status=status,
            )
        if 300 <= status < 400:
            return say(
                "{name} has moved elsewhere (HTTP {status}). Your draft is untouched. Enter the new "
                "address in the settings.",
                name=name,
                status=status,
            )
        return say(
            "{name} refused the request (HTTP {status}){quoted}. Your draft is untouched.",
            name=name,
            status=status,
            quoted=self._quoted(said),
        )

    def _quoted(self, said: str) -> str:
        """What the other side said, short and never with the key in it."""
        line = " ".join(said.split())
        if self._key:
            line = line.replace(self._key, "…")
        line = line[:_LONGEST_QUOTE].rstrip(". ")
        return say(" and says “{line}”", line=line) if line else ""


def _choice(data: object) -> _Choice | None:
    """The first choice of a piece of the stream; None for pieces that carry none, such as counts. Raises ValueError."""
    chunk = msgspec.convert(data, _Chunk)
    if chunk.choices is None:
        raise ValueError("a piece of the stream that is no part of an answer")
    return chunk.choices[0] if chunk.choices else None


def _said(error: Exception) -> str:
    """The message in an answer such as `{"error": {"message": "..."}}`, or nothing."""
    body = getattr(error, "body", None)
    inner = body.get("error", body) if isinstance(body, dict) else None
    message = inner.get("message") if isinstance(inner, dict) else inner
    return message if isinstance(message, str) else ""


def _checked_address(address: str, name: str) -> str:
    """The base address, without what people paste with it. Raises EndpointTrouble."""
    base = address.strip().rstrip("/").removesuffix("/chat/completions")
    try:
        parts = urlsplit(base)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise EndpointTrouble(
            say(
                "The address of {name} is none; it begins with http:// or https://. Your draft is "
                "untouched. Look at it in the settings.",
                name=name,
            )
        )
    return base


def _checked_key(key: str | None, name: str) -> str:
    """The key without blanks round it, "" for none. Raises EndpointTrouble for what no key can be."""
    key = (key or "").strip()
    if not (key.isascii() and key.isprintable()):
        raise EndpointTrouble(
            say(
                "The key of {name} has characters that no key has. Your draft is untouched. Enter it "
                "again in the settings.",
                name=name,
            )
        )
    return key
