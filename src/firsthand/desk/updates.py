"""Whether there is a newer Firsthand: asked only when the author says so, with one plain request that tells nothing.

Where to ask is written into a package when it is made (``resources/release.json``); a copy that was not told cannot
ask. Only a version number is taken from the answer: the page that is opened is the one the package was made with.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from firsthand import __version__
from firsthand.patterns import late
from firsthand.resources import resource
from firsthand.saying import say

_SECONDS = 10.0
_LARGEST = 262_144
_VERSION = late(r"v?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class UpdateError(Exception):
    """It is not known whether there is a newer version; the text says why and what to do."""


class Releases(msgspec.Struct, frozen=True):
    """Where new versions are announced: the ``address`` to ask, which answers in JSON, and the ``page`` for people."""

    address: str
    page: str


class _Answer(msgspec.Struct):
    tag_name: str


def releases(file: Path | None = None) -> Releases | None:
    """Where this copy can ask, or None where it was not told, or where the system looks after new versions itself."""
    if managed(os.environ):
        return None
    try:
        told = msgspec.json.decode((file or resource("release.json")).read_bytes(), type=Releases)
    except (OSError, msgspec.DecodeError):
        return None
    return told if _may_be_asked(told.address) and _may_be_asked(told.page) else None


def managed(environment: Mapping[str, str]) -> bool:
    """Whether this copy came from a shop of programs that renews it (Flatpak, Snap)."""
    return "FLATPAK_ID" in environment or "SNAP" in environment


def newer(where: Releases) -> str | None:
    """The version that is announced there, if it is newer than this one, else None. UpdateError; may take seconds."""
    announced = _announced(where)
    return announced if _numbers(announced) > _numbers(__version__) else None


def _announced(where: Releases) -> str:
    from firsthand.desk.fetching import RefusedError, fetched  # HTTP takes a moment to import, and is seldom wanted

    host = urlsplit(where.address).hostname
    try:
        told = fetched(where.address, _SECONDS, _LARGEST)
    except RefusedError as error:
        raise UpdateError(
            say(
                "{host} did not say which version is the newest ({code}). Look at {page}.",
                host=host,
                code=error.code,
                page=where.page,
            )
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        why = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        raise UpdateError(
            say("{host} cannot be reached ({why}). Try again when you are online.", host=host, why=why)
        ) from error
    return _understood(told, where)


def _understood(told: bytes, where: Releases) -> str:
    try:
        tag = msgspec.json.decode(told, type=_Answer).tag_name
    except (msgspec.DecodeError, UnicodeDecodeError):
        tag = ""
    if _VERSION().fullmatch(tag) is None:
        raise UpdateError(say("The answer was not one that Firsthand understands. Look at {page}.", page=where.page))
    return tag.removeprefix("v")


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION().fullmatch(version)
    return tuple(int(part or 0) for part in found.groups()) if found else ()


def _may_be_asked(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
