"""From starting the process to a manuscript that can be written in: the frozen program against the source, in turn.

``python -m tests.bench.frozen [ROUNDS]``. Each start is a self-test on a screen of its own, ended once its account
says that a new manuscript is open. Needs build/frozen (packaging/build.py), Xvfb, and a Python with the sources.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.e2e.screen import screen

FROZEN = Path(__file__).parents[2] / "build" / "frozen" / "firsthand" / "firsthand"
PROGRAMS = {"source": [sys.executable, "-m", "firsthand"], "frozen": [str(FROZEN)]}
USABLE = 3
"""Steps of the account until a manuscript is open: a display answers, the window is seen, a manuscript opens."""


def start(command: list[str], display: str) -> float:
    """Seconds from one start to a manuscript that is open."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "found.json"
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": folder}
        began = time.monotonic()
        program = subprocess.Popen([*command, "--self-test", str(file)], env=environment, stderr=subprocess.DEVNULL)
        try:
            while len(_steps(file)) < USABLE:
                assert program.poll() is None, "the program ended early"
                time.sleep(0.005)
            return time.monotonic() - began
        finally:
            program.kill()
            program.wait(30)


def _steps(file: Path) -> list[object]:
    return list(json.loads(file.read_text("utf-8"))["steps"]) if file.exists() else []


def main(rounds: int) -> None:
    """Print the medians; the first start of each, which fills the disk's cache, does not count."""
    taken: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    with screen() as display:
        for turn in range(rounds + 1):
            for name, command in PROGRAMS.items():
                seconds = start(command, display)
                if turn:
                    taken[name].append(seconds)
    medians = {name: statistics.median(each) for name, each in taken.items()}
    for name, each in taken.items():
        print(f"{name}: median {medians[name]:.2f} s, {min(each):.2f} to {max(each):.2f}")
    print(f"frozen to source: {medians['frozen'] / medians['source']:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
