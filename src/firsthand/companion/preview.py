"""A request told in full, for the author to read before it is sent.

Everything is read back from the bytes of the bodies, so the preview cannot say anything else than what is sent. What
the versions have in common is said once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from firsthand.saying import in_words, say

if TYPE_CHECKING:
    from firsthand.companion.values import Request, Version

_SHORTEST_REFERENCE = 80


class _Message(msgspec.Struct, frozen=True):
    role: str
    content: str


def preview(request: Request) -> str:
    """The receiver, every message of every version, and the settings."""
    endpoint = request.endpoint
    name = say("SmolLM2 · on this computer") if endpoint.builtin else endpoint.name
    parts = [say("To {name}, model {model}.", name=name, model=endpoint.model)]
    first: list[_Message] = []
    common: dict[str, object] = {}
    for number, version in enumerate(request.versions, start=1):
        messages, settings = _read(version)
        told = [_told(message, first[i] if i < len(first) else None) for i, message in enumerate(messages)]
        heading = say("Version {number} · {label}", number=number, label=in_words(version.label))
        parts.append("\n\n".join([heading, *told, _settings(settings, common)]))
        first, common = first or messages, common or settings
    return "\n\n\n".join(parts) + "\n"


def _read(version: Version) -> tuple[list[_Message], dict[str, object]]:
    body: dict[str, object] = msgspec.json.decode(version.body, type=dict[str, object])
    return msgspec.convert(body.pop("messages"), list[_Message]), body


def _settings(settings: dict[str, object], before: dict[str, object]) -> str:
    own = {name: value for name, value in settings.items() if name not in before or before[name] != value}
    told = ", ".join(f"{name} {msgspec.json.encode(value).decode()}" for name, value in own.items())
    if not before:
        return say("Settings: {told}.", told=told)
    return say("Settings: as in version 1, but {told}.", told=told) if told else say("Settings: as in version 1.")


def _told(message: _Message, before: _Message | None) -> str:
    role = _roles().get(message.role, message.role)
    if before == message:
        return say("{role}: as in version 1.", role=role)
    shared = _shared(message.content, before.content) if before else 0
    if shared < _SHORTEST_REFERENCE:
        return f"{role}:\n{message.content}"
    ending = " ".join(message.content[:shared].split()[-6:])
    return say(
        "{role}: as in version 1 up to “{ending}”, and then:\n{rest}",
        role=role,
        ending=ending,
        rest=message.content[shared:],
    )


def _roles() -> dict[str, str]:
    return {"system": say("Instruction"), "user": say("Asked"), "assistant": say("The reply begins with")}


def _shared(one: str, other: str) -> int:
    """How many characters both begin with, back to the end of a word."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    while count and count < len(one) and not one[count - 1].isspace() and not one[count].isspace():
        count -= 1
    return count
