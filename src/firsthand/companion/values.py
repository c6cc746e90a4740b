"""The values that go in and out of the companion.

A `Request` holds the very bytes that will be sent, so that the window can show them first and the history can keep
them. Nothing here asks a model, reads a file or knows a window. `Suggestion.text` is put at the caret as it stands:
where a space is needed before it, it begins with one, so that every character put into the draft has its offset in
the suggestion.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec import Struct

BUILTIN_MODEL_NAME = "SmolLM2-135M-Instruct"


class Purpose(StrEnum):
    """What the author asks for; titles and explanations stand in the prompt cards."""

    CONTINUE = "continue"
    WHAT_IF = "what-if"


class Endpoint(msgspec.Struct, frozen=True):
    """A model and where it answers; `address` is an OpenAI-compatible base address, or None for the built-in model."""

    name: str
    model: str
    address: str | None = None

    @property
    def builtin(self) -> bool:
        """Whether this is the model that runs on this computer as part of the program."""
        return self.address is None


BUILTIN = Endpoint(name="SmolLM2 · on this computer", model=BUILTIN_MODEL_NAME)


class Timeouts(Struct, frozen=True):
    """How long to wait, in seconds: for a connection, and for the next words."""

    connect: float = 5.0
    read: float = 60.0


class Context(Struct, frozen=True):
    """Where the author stands: the scene's text on both sides of the caret, and what they say they want, if they do."""

    before: str
    after: str = ""
    scene_title: str = ""
    manuscript_title: str = ""
    wish: str = ""


class Version(Struct, frozen=True):
    """One of the ways asked for: a whole request of its own.

    `body` is the JSON that goes over the wire, byte for byte. `prefill` is the author's text that the suggestion
    follows: it never becomes part of the suggestion, and an echo of it is taken off. `opener` is what the program
    itself chose as the suggestion's first words. `sentences` is the most that is kept.
    """

    label: str
    body: bytes
    prefill: str = ""
    opener: str = ""
    sentences: int = 3


class Request(Struct, frozen=True):
    """What will be sent, to whom, and for what; `words_sent` counts the author's words in it, once for all versions."""

    id: str
    purpose: Purpose
    endpoint: Endpoint
    versions: tuple[Version, ...]
    words_sent: int

    def suggestion_id(self, number: int) -> str:
        """The id of the suggestion that the version of this number (from 1) gives."""
        return f"{self.id}.{number}"

    def preview(self) -> str:
        """What will be sent, complete, for a person to read."""
        from firsthand.companion.preview import preview

        return preview(self)


class Suggestion(Struct, frozen=True):
    """What a model gave: `text` as it was shown; `seconds` from sending to the last word."""

    id: str
    request_id: str
    purpose: Purpose
    label: str
    text: str
    seconds: float
    model: str


class Words(Struct, frozen=True):
    """A suggestion under way: the whole text so far, as it should be shown."""

    suggestion_id: str
    text: str


class Finished(Struct, frozen=True):
    """A suggestion is complete."""

    suggestion: Suggestion


class Failed(Struct, frozen=True):
    """One version (or the whole request, when `suggestion_id` is None) came to nothing; `message` is for the author."""

    request_id: str
    message: str
    suggestion_id: str | None = None


class Done(Struct, frozen=True):
    """The last event of a request, exactly once; `stopped` when the author stopped it or asked for something else."""

    request_id: str
    stopped: bool


Event = Words | Finished | Failed | Done
