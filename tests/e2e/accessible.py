"""What a screen reader is told of the program, asked over the very bus that it uses (AT-SPI).

A session bus and an accessibility bus of the test's own; nothing of the person at the machine is touched. What speaks
to them is jeepney, which keyring brings along on Linux.
"""

import importlib.util
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LAUNCHER = next((path for path in LAUNCHERS if Path(path).exists()), "")
_THERE = LAUNCHER and shutil.which("dbus-daemon") and importlib.util.find_spec("jeepney")
MISSING = [] if _THERE else ["at-spi2-core"]

_PREFIX = "org.a11y.atspi."
FOCUSABLE, FOCUSED, SHOWING, ENABLED = 11, 12, 25, 8
"""States of AT-SPI, by their numbers."""


@contextmanager
def buses() -> Iterator[tuple[dict[str, str], str]]:
    """Two buses: what a program needs in its environment to use them, and the address of the accessibility bus."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert daemon.stdout is not None
    session = daemon.stdout.readline().decode().strip()
    environment = {"DBUS_SESSION_BUS_ADDRESS": session, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    launcher = subprocess.Popen(
        [LAUNCHER, "--launch-immediately"],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with Bus(session) as bus:
            yield environment, bus.address_of_accessibility()
    finally:
        for process in (launcher, daemon):
            process.terminate()
            process.wait(10)
        daemon.stdout.close()


class Bus:
    """A connection, for asking one thing after another."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self._connection = open_dbus_connection(address)

    def __enter__(self) -> "Bus":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def ask(
        self, name: str, path: str, interface: str, method: str, signature: str = "", body: tuple[object, ...] = ()
    ) -> Any:
        """The first value of the answer; RuntimeError if it is an error."""
        from jeepney import DBusAddress, MessageType, new_method_call

        message = new_method_call(DBusAddress(path, name, interface), method, signature or None, body)
        answer = self._connection.send_and_get_reply(message, timeout=20)
        if answer.header.message_type is MessageType.error:
            raise RuntimeError(f"{method} of {path}: {answer.body}")
        return answer.body[0] if answer.body else None

    def address_of_accessibility(self) -> str:
        for _ in range(100):
            try:
                return str(self.ask("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"))
            except RuntimeError:
                time.sleep(0.1)
        raise AssertionError("the accessibility bus did not start")

    def root(self) -> "Node":
        """The desktop, whose children are the programs."""
        return Node(self, _PREFIX + "Registry", "/org/a11y/atspi/accessible/root")


@dataclass(frozen=True)
class Node:
    """Something that a screen reader can be on."""

    bus: Bus
    owner: str
    path: str

    def ask(self, interface: str, method: str, signature: str = "", *body: object) -> Any:
        return self.bus.ask(self.owner, self.path, _PREFIX + interface, method, signature, body)

    def get(self, interface: str, name: str) -> Any:
        values = "org.freedesktop.DBus.Properties"
        return self.bus.ask(self.owner, self.path, values, "Get", "ss", (_PREFIX + interface, name))[1]

    @property
    def name(self) -> str:
        return str(self.get("Accessible", "Name"))

    @property
    def role(self) -> str:
        return str(self.ask("Accessible", "GetRoleName"))

    @property
    def states(self) -> set[int]:
        low, high = self.ask("Accessible", "GetState")
        bits = low | high << 32
        return {number for number in range(64) if bits >> number & 1}

    @property
    def children(self) -> list["Node"]:
        return [Node(self.bus, owner, path) for owner, path in self.ask("Accessible", "GetChildren")]

    def walk(self) -> Iterator["Node"]:
        """This, and all that is below it and shown."""
        yield self
        for child in self.children:
            if SHOWING in child.states:
                yield from child.walk()

    def text(self) -> str:
        return str(self.ask("Text", "GetText", "ii", 0, -1))

    def caret(self) -> int:
        return int(self.get("Text", "CaretOffset"))

    def value(self) -> tuple[float, float]:
        """The value of a bar and its most."""
        return float(self.get("Value", "CurrentValue")), float(self.get("Value", "MaximumValue"))
