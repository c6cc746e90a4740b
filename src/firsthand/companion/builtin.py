"""The built-in model: the child process that serves it.

The child is started when it is first needed, started again if it has died, and ended by closing its standard input.
Where the model's file is, `model_file` knows; see `worker` for the other side.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from firsthand.companion.model_file import RUNTIME_PACKAGE, find_model
from firsthand.companion.troubles import BuiltinTrouble
from firsthand.companion.worker import KEY_VARIABLE
from firsthand.saying import say

if TYPE_CHECKING:
    from pathlib import Path

_START_SECONDS = 60.0
_END_SECONDS = 3.0
_ILLEGAL_INSTRUCTION = (-4, 0xC000001D, -1073741795)


def worker_command(gguf: Path) -> list[str]:
    """The command that starts the child: an installed program calls itself, a Python calls the package."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--llm-worker", str(gguf)]
    return [sys.executable, "-m", "firsthand", "--llm-worker", str(gguf)]


class Served(Struct, frozen=True):
    """Where the child answers, and the key it asks for (made for this child alone)."""

    address: str
    key: str


class _Line(msgspec.Struct, frozen=True):
    address: str = ""
    trouble: str = ""


class BuiltinModel:
    """The child process; every method belongs to one event loop."""

    def __init__(self, model_file: Path | None = None) -> None:
        self._model_file = model_file
        self._child: asyncio.subprocess.Process | None = None
        self._served: Served | None = None
        self._starting = asyncio.Lock()

    async def start(self) -> Served:
        """Where the model answers, once it does. Raises BuiltinTrouble."""
        async with self._starting:
            if self._served and self.alive:
                return self._served
            await self.close()
            path = self._model_file or await asyncio.to_thread(find_model)
            if path is None:
                raise _trouble("missing")
            self._served = await self._begin(path)
            return self._served

    @property
    def alive(self) -> bool:
        """Whether the child runs."""
        return self._child is not None and self._child.returncode is None

    @property
    def pid(self) -> int | None:
        """The child's process id, while there is one."""
        return self._child.pid if self._child else None

    async def why_it_ended(self) -> BuiltinTrouble | None:
        """The sentence for a child that has died, or None while it lives; waits a moment for a death under way."""
        if self._child is None:
            return None
        try:
            status = await asyncio.wait_for(self._child.wait(), 0.5)
        except TimeoutError:
            return None
        return _death(status)

    async def close(self) -> None:
        """End the child and wait until it is gone."""
        child, self._child, self._served = self._child, None, None
        if child is None or child.stdin is None:
            return
        child.stdin.close()
        try:
            await asyncio.wait_for(child.wait(), _END_SECONDS)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):  # it may have ended just now
                child.kill()
            await child.wait()

    async def _begin(self, path: Path) -> Served:
        key = secrets.token_urlsafe(24)
        try:
            self._child = await asyncio.create_subprocess_exec(
                *worker_command(path),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, KEY_VARIABLE: key},
                creationflags=_creation_flags(),
            )
        except OSError as error:
            raise BuiltinTrouble(
                say("The built-in model could not be started ({why}). {other}", why=error, other=_other())
            ) from error
        try:
            line = await asyncio.wait_for(_first_line(self._child), _START_SECONDS)
        except TimeoutError as error:
            await self.close()
            raise BuiltinTrouble(
                say("The built-in model did not start within a minute. Your draft is untouched. Ask again.")
            ) from error
        if line.address:
            return Served(line.address, key)
        status = await self._child.wait()
        raise _trouble(line.trouble) if line.trouble else _death(status)


async def _first_line(child: asyncio.subprocess.Process) -> _Line:
    """What the child says of itself; an empty line if it ends without a word. Native code may print before it."""
    assert child.stdout is not None
    async for line in child.stdout:
        try:
            return msgspec.json.decode(line, type=_Line)
        except msgspec.DecodeError:
            continue
    return _Line()


def _trouble(kind: str) -> BuiltinTrouble:
    if kind == "library":
        return BuiltinTrouble(f"{_library()} {_other()}")
    again = say("Installing Firsthand again brings it back.")
    return BuiltinTrouble(f"{_lost(kind)} {again} {_other()}")


def _lost(kind: str) -> str:
    if kind == "missing":
        return say("The built-in model’s file is not on this computer.")
    if kind == "package":
        return say("The program that runs the built-in model ({package}) is not installed.", package=RUNTIME_PACKAGE)
    return say("The built-in model’s file is damaged.")


def _library() -> str:
    if sys.platform == "win32":
        return say(
            "The built-in model needs Microsoft’s Visual C++ Redistributable, which is missing on this computer."
        )
    return say("The built-in model does not run on this system, because a system library is missing.")


def _other() -> str:
    return say("Everything else works, and another model can be connected in the settings.")


def _death(status: int) -> BuiltinTrouble:
    if status in _ILLEGAL_INSTRUCTION:
        old = say("This computer’s processor is too old for the built-in model (it lacks AVX2).")
        return BuiltinTrouble(f"{old} {_other()}")
    return BuiltinTrouble(
        say(
            "The built-in model ended unexpectedly (status {status}). Your draft is untouched. Ask "
            "again to start it anew.",
            status=status,
        )
    )


def _creation_flags() -> int:
    """On Windows: no console window, and the editor first."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0
