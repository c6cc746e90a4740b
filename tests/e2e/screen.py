"""A screen of the test's own, the real program on it, and real keys: Xvfb and xdotool, no window manager.

What the program is doing is read from what it writes into the manuscript's folder, as any other program could.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.desk.places import machine_id
from firsthand.desk.reading import FullAccount, read_account
from firsthand.manuscript import Folder

MISSING = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None]


@contextmanager
def screen(size: str = "1440x900") -> Iterator[str]:
    """An X server on a free number; its name for DISPLAY.

    It does not begin anew when the last program leaves it: one that came just then would not be let in.
    """
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-dpi", "96", "-noreset"],
        pass_fds=[theirs],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    try:
        with os.fdopen(ours) as line:
            yield f":{line.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


class Program:
    """The program with its window on a screen."""

    def __init__(self, display: str, home: Path, manuscript: Path | None = None, **more: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        self.environment = {
            **kept,
            "DISPLAY": display,
            "FIRSTHAND_HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8",
            **more,
        }
        self.said = home / "said.txt"
        self.said.parent.mkdir(parents=True, exist_ok=True)
        if not (home / "state" / "machine").exists():  # the test and the program are on one computer
            (home / "state").mkdir(exist_ok=True, mode=0o700)
            (home / "state" / "machine").write_text(f"{machine_id()}\n", "ascii")
        self._said = self.said.open("ab")
        told = home / "settings" / "window.ini"  # that nothing is signed here would move the page when it is said
        if not told.exists():
            told.parent.mkdir(exist_ok=True)
            told.write_text("[signing]\nunsigned_said=true\n", "ascii")
        command = [sys.executable, "-m", "firsthand", *([str(manuscript)] if manuscript is not None else [])]
        self.process = subprocess.Popen(
            command, env=self.environment, stdin=subprocess.DEVNULL, stdout=self._said, stderr=self._said
        )
        self.window = ""

    def find_window(self, title: str) -> None:
        """Wait for the window of this title and give it the keyboard."""

        def found() -> str:
            shown = self._xdotool("search", "--onlyvisible", "--name", title, check=False).split()[-1:]
            focused = shown and not self._run("windowfocus", "--sync", *shown).returncode  # or it is gone by now
            return shown[0] if focused else ""

        self.window = wait_for(found, f"a window called {title}", alive=self._alive)

    def focus(self) -> None:
        """Give the window the keyboard."""
        self._xdotool("windowfocus", "--sync", self.window)

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Put the window somewhere on the screen, in pixels."""
        self._xdotool("windowsize", "--sync", self.window, str(width), str(height))
        self._xdotool("windowmove", "--sync", self.window, str(x), str(y))

    def click(self, x: int, y: int, held: str = "") -> None:
        """Click with the left button at a place of the screen, with a key held."""
        keys = (["keydown", held], ["keyup", held]) if held else ([], [])
        self._xdotool("mousemove", str(x), str(y), "sleep", "0.2", *keys[0], "click", "1", *keys[1])

    def rest(self, x: int, y: int) -> None:
        """Move the mouse to a place of the screen, and leave it there."""
        self._xdotool("mousemove", str(x - 3), str(y), "sleep", "0.2", "mousemove", str(x), str(y))

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int, held: str = "") -> None:
        """Drag with the left button from one place of the screen to another, in steps, dropping with a key held."""
        self._xdotool("mousemove", *map(str, start), "sleep", "0.2", "mousedown", "1", "sleep", "0.2")
        for n in range(1, steps + 1):
            place = (start[i] + (end[i] - start[i]) * n // steps for i in (0, 1))
            self._xdotool("mousemove", *map(str, place), "sleep", "0.1")
        keys = (["keydown", held], ["sleep", "0.3", "keyup", held]) if held else ([], [])
        self._xdotool(*keys[0], "sleep", "0.3", "mouseup", "1", *keys[1])

    def keys(self, *names: str, times: int = 1) -> None:
        """Press keys, one after another, each as often as said."""
        self._xdotool("key", "--delay", "12", "--repeat", str(times), "--repeat-delay", "12", *names)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "15", text)

    def wheel(self, *, up: bool) -> None:
        """Turn the wheel one step with Ctrl held, over the middle of the window."""
        self._xdotool("mousemove", "--window", self.window, "700", "400", "sleep", "0.2", "keydown", "ctrl")
        self._xdotool("click", "4" if up else "5", "sleep", "0.2", "keyup", "ctrl")

    def wait_for_end(self) -> int:
        """Wait until the program has ended; its exit code."""
        return self.process.wait(60)

    def end(self) -> None:
        """End it, however it stands."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        self._said.close()

    def _alive(self) -> None:
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}: {self.said.read_text()[-2000:]}")

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        done = self._run(*arguments)
        assert done.returncode == 0 or not check, done.stderr
        return done.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["xdotool", *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=120)


def account(manuscript: Path) -> FullAccount:
    """The manuscript as its files tell it now."""
    return read_account(Folder.open(manuscript))


def wait_for(
    look: Callable[[], object], what: str, seconds: float = 60.0, alive: Callable[[], None] = lambda: None
) -> str:
    """What ``look`` gives, once that is something; AssertionError that names ``what`` if it takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return str(found)
        alive()
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")
