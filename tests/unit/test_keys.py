"""Keys: in a real Secret Service, without a keyring, and with one that fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked, PasswordSetError

from firsthand.companion import Keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "https://api.example.org/v1"
PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")
SITTING = "There is no system keyring here, so the key is kept for this sitting only."


class MemoryKeyring(KeyringBackend):
    """A keyring that works."""

    name = "SecretService Keyring"
    priority: ClassVar[float] = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    """One whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("dismissed")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("dismissed")


class StrangeKeyring(MemoryKeyring):
    """One that raises what it likes, as plug-ins do."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError("no") if "x" in password else Exception("D-Bus went away")


class ForgetfulKeyring(MemoryKeyring):
    """One that takes a key and does not keep it."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


@pytest.fixture(autouse=True)
def _own_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_keyring_keeps_keys_beyond_the_sitting() -> None:
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    keys = Keys()
    assert keys.get(ADDRESS) is None
    keys.set(ADDRESS, "sk-1")
    assert backend.kept == {("Firsthand", ADDRESS): "sk-1"}
    assert (keys.persistent, keys.where()) == (True, "The key is kept in the desktop’s keyring.")
    assert Keys().get(ADDRESS) == "sk-1"
    keys.delete(ADDRESS)
    keys.delete(ADDRESS)
    assert Keys().get(ADDRESS) is None


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
def test_without_a_keyring_a_key_lives_for_the_sitting(backend: type[KeyringBackend]) -> None:
    keyring.set_keyring(backend())
    keys = Keys()
    keys.set(ADDRESS, "sk-1")
    assert keys.get(ADDRESS) == "sk-1"
    assert (keys.persistent, keys.where()) == (False, SITTING)
    assert Keys().get(ADDRESS) is None
    keys.delete(ADDRESS)
    assert keys.get(ADDRESS) is None


@pytest.mark.parametrize("backend", [LockedKeyring, StrangeKeyring, ForgetfulKeyring])
def test_a_key_that_the_keyring_does_not_take_lives_for_the_sitting(backend: type[MemoryKeyring]) -> None:
    keyring.set_keyring(backend())
    keys = Keys()
    for key in ("sk-1", "sk-x"):
        keys.set(ADDRESS, key)
        assert keys.get(ADDRESS) == key
        assert not keys.persistent
        assert keys.where() == "The system keyring did not take the key, so it is kept for this sitting only."


def test_a_keyring_that_recovers_takes_the_next_key() -> None:
    keyring.set_keyring(StrangeKeyring())
    keys = Keys()
    keys.set(ADDRESS, "sk-1")
    StrangeKeyring.set_password, broken = MemoryKeyring.set_password, StrangeKeyring.set_password  # type: ignore[method-assign]
    try:
        keys.set(ADDRESS, "sk-2")
    finally:
        StrangeKeyring.set_password = broken  # type: ignore[method-assign]
    assert keys.persistent
    assert keys.get(ADDRESS) == "sk-2"


def test_of_several_keyrings_the_first_that_works_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    several = chainer.ChainerBackend()
    working = MemoryKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [null.Keyring(), working])
    keyring.set_keyring(several)
    Keys().set(ADDRESS, "sk-1")
    assert working.kept == {("Firsthand", ADDRESS): "sk-1"}


def test_nothing_is_touched_before_the_first_call(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()

    def get_keyring() -> KeyringBackend:
        asked.set()
        return fail.Keyring()

    monkeypatch.setattr(keyring, "get_keyring", get_keyring)
    keys = Keys()
    assert not asked.is_set()
    assert not keys.persistent
    assert asked.is_set()


@pytest.mark.skipif(any(shutil.which(p) is None for p in PROGRAMS), reason=f"needs {' and '.join(PROGRAMS)}")
def test_a_real_secret_service_keeps_a_key_from_one_program_run_to_the_next(tmp_path: Path) -> None:
    steps = [
        "k.set(A, 'sk-secret'); print(k.persistent, k.where(), k._sitting)",
        "print(k.get(A))",
        "k.delete(A)",
        "print(k.get(A))",
    ]
    told = in_a_secret_service(tmp_path, steps)
    assert told == ["True The key is kept in the desktop’s keyring. {}", "sk-secret", "None"]


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
def test_a_session_without_a_secret_service_keeps_a_key_for_the_sitting(tmp_path: Path) -> None:
    told = in_a_secret_service(tmp_path, ["k.set(A, 'sk-secret'); print(k.get(A), k.persistent)"], service=False)
    assert told == ["sk-secret False"]


def in_a_secret_service(home: Path, steps: list[str], *, service: bool = True) -> list[str]:
    """What programs say, each step a program of its own, in a D-Bus session with a new, unlocked keyring."""
    preface = f"from firsthand.companion import Keys; k = Keys(); A = {ADDRESS!r}; "
    unlock = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1\n" if service else ""
    run = "".join(f'"$PYTHON" -c "$STEP{number}"\n' for number in range(len(steps)))
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        # Only this session's own services: no activation of what the machine has installed.
        "XDG_DATA_DIRS": str(home / "none"),
        "PYTHON": sys.executable,
        **{f"STEP{number}": preface + step for number, step in enumerate(steps)},
    }
    (home / "run").mkdir(mode=0o700)
    done = subprocess.run(
        ["dbus-run-session", "--", "/bin/sh", "-ec", unlock + run],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
