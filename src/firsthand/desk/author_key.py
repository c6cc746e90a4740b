"""The author's key: made once, kept in the system's keyring, and handed to the history, which signs with it.

Without a keyring there is no key and the seals are not signed; it is then said so. A key lies in a plain file only
where the author asked for that. A keyring may block, since it can ask the author to unlock it: so nothing here belongs
on the window's thread, and ``author_key_soon`` asks on a thread of its own.
"""

import base64
import binascii
import os
import threading
import time
from concurrent.futures import Future
from functools import cache
from pathlib import Path

import msgspec

from firsthand.companion import Keyring, KeyringError
from firsthand.desk.places import author_key_file
from firsthand.history import Lock
from firsthand.history.signing import KEY_LENGTH, KeyFileError, Signer, exported, fingerprint, imported, new_private_key
from firsthand.saying import say

NAME = "author's key"
"""Under what the keyring keeps it."""

_TRIES = 30


class KeyTroubleError(Exception):
    """Something cannot be done with the author's key; the text says why and what to do."""


class AuthorKey(msgspec.Struct, frozen=True):
    """The author's signer and, in a sentence, where its key is kept; or no signer, and why."""

    signer: Signer | None
    said: str

    @property
    def fingerprint(self) -> str | None:
        """By what a person knows the key, or None without one."""
        return fingerprint(self.signer.public) if self.signer is not None else None


def not_signed() -> str:
    """What follows where there is no key, in a sentence."""
    return say("Seals are chained but not signed.")


def author_key() -> AuthorKey:
    """The author's key; made now if there is none yet and a keyring takes it. May block."""
    try:
        private, where = _found()
        if private is None:
            private, where = _made()
    except KeyTroubleError as error:
        return AuthorKey(None, str(error))
    return AuthorKey(Signer(private), where)


def known_key() -> AuthorKey:
    """The author's key if there is one; none is made."""
    try:
        private, where = _found()
    except KeyTroubleError as error:
        return AuthorKey(None, str(error))
    if private is None:
        return AuthorKey(None, say("It is made, and kept in the system’s keyring, when a manuscript is opened."))
    return AuthorKey(Signer(private), where)


@cache
def author_key_soon() -> Future[AuthorKey]:
    """The author's key, asked for once in a run of the program, on a thread of its own that may never end."""
    answer: Future[AuthorKey] = Future()
    threading.Thread(target=lambda: answer.set_result(author_key()), name="author's key", daemon=True).start()
    return answer


def signer_soon(seconds: float = 3.0) -> Signer | None:
    """The author's signer, if its key is there or comes within that time: a keyring may be asking the author."""
    try:
        return author_key_soon().result(seconds).signer
    except TimeoutError:
        return None


def export_key(target: Path, passphrase: str) -> str:
    """Write the key to a file under a passphrase, readable by its owner only; the fingerprint.

    KeyTroubleError if there is no key, the passphrase is empty, the file is there already or cannot be written.
    """
    private, _ = _found()
    if private is None:
        raise KeyTroubleError("There is no author's key on this computer yet; it is made when a manuscript is opened.")
    if not passphrase:
        raise KeyTroubleError("A key goes out only under a passphrase; choose one and try again.")
    if target.exists():
        raise KeyTroubleError(f"{target.name} is there already; nothing was written over. Choose another name.")
    _write(target, exported(private, passphrase))
    return fingerprint(Signer(private).public)


def import_key(source: Path, passphrase: str, *, replace: bool = False, plain_file: bool = False) -> str:
    """Take the key of an exported file as the author's on this computer; the fingerprint.

    Another key that is here already goes only with ``replace``. KeyTroubleError if it cannot be.
    """
    try:
        private = imported(source.read_bytes(), passphrase)
    except OSError as error:
        raise KeyTroubleError(say("{source} cannot be read ({why}).", source=source, why=error)) from error
    except KeyFileError as error:
        raise KeyTroubleError(str(error)) from error
    _keep(private, replace=replace, plain_file=plain_file)
    return fingerprint(Signer(private).public)


def make_key_in_plain_file() -> str:
    """Make the author's key and keep it in a plain file, because the author said so; the fingerprint.

    KeyTroubleError if there is a key already.
    """
    private = new_private_key()
    _keep(private, replace=False, plain_file=True)
    return fingerprint(Signer(private).public)


def _found() -> tuple[bytes | None, str]:
    """The key, or None, and where it is kept. A plain file, which only the author can have wished for, comes first."""
    file = author_key_file()
    try:
        if file.exists():
            return _read(file.read_text("ascii")), say(
                "The key is kept in the plain file {file}, as you wished.", file=file
            )
    except (OSError, UnicodeDecodeError) as error:
        raise KeyTroubleError(
            say("The key file {file} cannot be read, so seals are not signed ({error}).", file=file, error=error)
        ) from error
    try:
        kept = Keyring().get(NAME)
    except KeyringError as error:
        raise KeyTroubleError(f"{error} {not_signed()}") from error
    return None if kept is None else _read(kept), say("The key is kept in the system’s keyring.")


def _made() -> tuple[bytes, str]:
    """Make the key, unless another window has just done so, and where it is kept."""
    lock = _locked()
    try:
        private, where = _found()
        if private is None:
            private = new_private_key()
            Keyring().set(NAME, _written(private))
    except KeyringError as error:
        raise KeyTroubleError(f"{error} {not_signed()}") from error
    finally:
        lock.release()
    return private, where


def _locked() -> Lock:
    """A lock against other windows that make a key; after some seconds without it where none is to be had."""
    lock = Lock(author_key_file().parent)
    for _ in range(_TRIES):
        if lock.held:
            break
        lock.release()
        time.sleep(0.1)
        lock = Lock(author_key_file().parent)
    return lock


def _keep(private: bytes, *, replace: bool, plain_file: bool) -> None:
    try:
        before, _ = _found()
    except KeyTroubleError:
        if not plain_file:
            raise
        before = None
    if before is not None and before != private and not replace:
        known = fingerprint(Signer(before).public)
        raise KeyTroubleError(
            say(
                "There is another author’s key on this computer ({known}). Export it first if anything "
                "was signed with it, then import again with --replace.",
                known=known,
            )
        )
    if plain_file:
        _write(author_key_file(), _written(private).encode())
        return
    try:
        Keyring().set(NAME, _written(private))
    except KeyringError as error:
        raise KeyTroubleError(say("{error} The key was not taken.", error=error)) from error
    author_key_file().unlink(missing_ok=True)


def _written(private: bytes) -> str:
    return base64.b64encode(private).decode()


def _read(kept: str) -> bytes:
    try:
        private = base64.b64decode(kept.strip(), validate=True)
    except (binascii.Error, ValueError):
        private = b""
    if len(private) != KEY_LENGTH:
        raise KeyTroubleError(
            say(
                "What is kept as the author’s key is damaged, so seals are not signed; put the key back "
                "with `firsthand key import`."
            )
        )
    return private


def _write(target: Path, data: bytes) -> None:
    """Put a file there that from its first moment only its owner can read."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        raise KeyTroubleError(say("{target} cannot be written ({why}).", target=target, why=error)) from error
