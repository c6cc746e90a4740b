"""A passage: text that leaves a manuscript over the clipboard or by drag, and whose every character of it is.

It travels *sealed*, as bytes that only a Firsthand of the same user makes: the HMAC-SHA256 of a line of JSON, under a
key of 32 random bytes kept among the user's own files, then that line. The line holds the text itself, so that what is
on the clipboard beside it can be compared with it. What a manuscript says of its passages, and makes of those that
arrive, is the ``Carrier``'s business; how they lie on a clipboard is Qt's. Lengths are UTF-16 units.
"""

import hmac
import os
import secrets
from functools import cache
from pathlib import Path

import msgspec

from firsthand.history import Brought
from firsthand.history.changes import PackedFinding, PackedRun, packed, unpacked
from firsthand.history.records import as_json, from_json
from firsthand.patterns import late
from firsthand.provenance import Run
from firsthand.provenance.units import length

VERSION = 1
"""Of the sealed form; a passage of another version is text from outside."""

KEY_LENGTH = 32
"""Bytes."""

_UNCARRIED = late("[\x00\ufeff\ufffd\ud800-\udfff]")
"""Characters that some clipboard or other leaves out or replaces: they are not compared."""


class Passage(msgspec.Struct, frozen=True):
    """Text taken from a manuscript, its runs, and what those refer to there (``about``, whose ``t`` says nothing).

    ``nonce`` names this one act of copying or cutting.
    """

    text: str
    runs: tuple[Run, ...]
    manuscript: str = ""
    title: str = ""
    about: tuple[Brought, ...] = ()
    nonce: str = ""

    def is_in(self, text: str) -> bool:
        """Whether ``text``, which came along with the passage, says the same."""
        return _comparable(text) == _comparable(self.text)


class _Line(msgspec.Struct, frozen=True):
    version: int
    nonce: str
    manuscript: str
    title: str
    runs: tuple[PackedRun, ...]
    found: tuple[PackedFinding, ...]
    about: tuple[Brought, ...]
    text: str


_decoder = msgspec.json.Decoder(_Line)


def sealed(passage: Passage, key: bytes) -> bytes:
    """The passage as it travels."""
    runs, found = packed(passage.runs)
    it = passage
    line = as_json(_Line(VERSION, it.nonce, it.manuscript, it.title, runs, found, it.about, it.text))
    return _mac(line, key) + b"\n" + line


def unsealed(data: bytes, key: bytes) -> Passage | None:
    """The passage that was sealed under ``key``; None for anything else."""
    mac, _, line = data.partition(b"\n")
    if not hmac.compare_digest(mac, _mac(line, key)):
        return None
    try:
        it = from_json(line, _decoder)
        runs = unpacked(it.runs, it.found)
    except (msgspec.DecodeError, ValueError):
        return None
    if it.version != VERSION or not _tile(runs, it.text):
        return None
    return Passage(it.text, runs, it.manuscript, it.title, it.about, it.nonce)


def unix_lines(text: str) -> str:
    """The text with every end of a line or paragraph as a newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")


@cache
def kept_key(path: Path) -> bytes:
    """The user's key, made at first need. If the disk refuses, one that holds in this process alone."""
    try:
        return _read(path) or _made(path)
    except OSError:
        return secrets.token_bytes(KEY_LENGTH)


def _read(path: Path) -> bytes | None:
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    return key if len(key) == KEY_LENGTH else None


def _made(path: Path) -> bytes:
    """A fresh key at ``path``, or the one that another window has put there meanwhile. OSError if there is none."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and _read(path) is None:  # damaged; what another window has just made is whole
        path.unlink(missing_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(secrets.token_bytes(KEY_LENGTH))
        _put_first(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    key = _read(path)
    if key is None:
        raise OSError(f"{path} holds no key")
    return key


def _put_first(fresh: Path, path: Path) -> None:
    """Put a whole file in its place, unless one is there."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    except OSError:  # a disk without links, such as a stick
        if not path.exists():
            fresh.rename(path)


def _mac(line: bytes, key: bytes) -> bytes:
    return hmac.digest(key, line, "sha256").hex().encode()


def _tile(runs: tuple[Run, ...], text: str) -> bool:
    return sum(run.length for run in runs) == length(text) and all(r.length > 0 and r.offset >= 0 for r in runs)


def _comparable(text: str) -> str:
    return _UNCARRIED().sub("", unix_lines(text))
