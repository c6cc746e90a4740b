"""Where keys are kept: those of connected models (`Keys`), and the author's own (`Keyring`).

A model's key goes to the system's keyring, or else the memory of this sitting; the author's to the keyring or nowhere.

The only module that imports keyring. A keyring can be absent, locked or broken, and it may block (it can ask the
author to unlock it): so nothing is touched before the first call, and no call belongs on the UI thread. Whatever
happens, a key that was set can be got again until the program ends; only whether it lasts longer differs, and
`where` says so.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from firsthand.saying import say

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Firsthand"


class KeyringError(Exception):
    """The system's keyring cannot be asked; the text says why, in a sentence."""


class Keyring:
    """Secrets by name in the system's keyring, and nowhere else. Methods may be called from any thread, and may block.

    "It holds nothing" and "it does not answer" are never taken for each other: a key that was made anew because the
    keyring was locked would part an author from their own record.
    """

    def get(self, name: str) -> str | None:
        """The secret of this name, or None if there is none. KeyringError if the keyring does not say."""
        return self._ask("get_password", name)

    def set(self, name: str, secret: str) -> None:
        """Keep this secret under this name. KeyringError if it is not there afterwards."""
        self._ask("set_password", name, secret)
        if self._ask("get_password", name) != secret:
            raise KeyringError(say("The system keyring did not keep the key."))

    def _ask(self, method: str, *arguments: str) -> str | None:
        backend = _usable()
        if backend is None:
            raise KeyringError(say("There is no system keyring here."))
        try:
            answer = getattr(backend, method)(SERVICE, *arguments)
        except Exception as error:  # keyrings are other people's plug-ins and raise whatever they like
            raise KeyringError(
                say("The system keyring does not answer ({why}).", why=str(error) or type(error).__name__)
            ) from error
        return answer if isinstance(answer, str) else None


class Keys:
    """Keys by endpoint address. Methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._sitting: dict[str, str] = {}
        self._backend: KeyringBackend | None = None
        self._looked = False
        self._refused = False

    def get(self, address: str) -> str | None:
        """The key for this address, or None."""
        with self._lock:
            if address in self._sitting:
                return self._sitting[address]
            return self._try("get_password", address)

    def set(self, address: str, key: str) -> None:
        """Keep this key for this address: in the keyring if there is one, else for this sitting."""
        with self._lock:
            self._sitting[address] = key
            if self._keyring() is None:
                return
            self._refused = False
            self._try("set_password", address, key)
            if self._try("get_password", address) == key:
                del self._sitting[address]
            else:
                self._refused = True

    def delete(self, address: str) -> None:
        """Forget the key for this address; it is no error if there is none."""
        with self._lock:
            self._sitting.pop(address, None)
            if self._try("get_password", address) is not None:
                self._try("delete_password", address)

    @property
    def persistent(self) -> bool:
        """Whether keys outlive this sitting."""
        with self._lock:
            return self._keyring() is not None and not self._refused

    def where(self) -> str:
        """One sentence for the window: where a key is kept."""
        with self._lock:
            backend = self._keyring()
            if backend is None:
                return say("There is no system keyring here, so the key is kept for this sitting only.")
            if self._refused:
                return say("The system keyring did not take the key, so it is kept for this sitting only.")
            name = next((name for word, name in _names().items() if word in backend.name), backend.name)
            return say("The key is kept in {name}.", name=name)

    def _try(self, method: str, *arguments: str) -> str | None:
        """Ask the keyring; None if there is none, or it holds nothing, or it fails."""
        backend = self._keyring()
        if backend is None:
            return None
        try:
            answer = getattr(backend, method)(SERVICE, *arguments)
        except Exception:  # noqa: BLE001 - keyrings are other people's plug-ins and raise whatever they like
            self._refused = True
            return None
        return answer if isinstance(answer, str) else None

    def _keyring(self) -> KeyringBackend | None:
        if not self._looked:
            self._looked = True
            self._backend = _usable()
        return self._backend


def _names() -> dict[str, str]:
    """How a person knows a keyring, by a part of the name that it has itself."""
    return {
        "SecretService": say("the desktop’s keyring"),
        "kwallet": "KWallet",
        "libsecret": say("the desktop’s keyring"),
        "macOS": say("the macOS Keychain"),
        "Windows": say("the Windows Credential Manager"),
    }


def _usable() -> KeyringBackend | None:
    """The system's keyring; None where keyring itself says that there is none."""
    import keyring
    from keyring.backends import chainer, fail, null

    backend = keyring.get_keyring()
    if isinstance(backend, chainer.ChainerBackend):
        usable = [b for b in backend.backends if not isinstance(b, fail.Keyring | null.Keyring)]
        return usable[0] if usable else None
    return None if isinstance(backend, fail.Keyring | null.Keyring) else backend
