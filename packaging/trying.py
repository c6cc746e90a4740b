"""What every trial of a package shares: saying what holds, running commands, a screen, the self-test's account."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MINUTES = 8


def expect(holds: object, what: str) -> None:
    """Say that something holds, or end."""
    print(f"{'ok  ' if holds else 'FAIL'} {what}", flush=True)
    if not holds:
        raise SystemExit(1)


def call(*command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, its words kept."""
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", **more}
    parts = [str(part) for part in command]
    done = subprocess.run(parts, env=surroundings, capture_output=True, text=True, timeout=MINUTES * 60, check=False)
    if done.returncode:
        print((done.stdout + done.stderr)[-3000:], file=sys.stderr)
    return done


def check_account(file: Path, *, model: bool) -> None:
    """Hold the self-test's account against what the package should hold."""
    told = json.loads(file.read_text("utf-8"))
    for step in told["steps"]:
        expect(not step["wrong"], f"self-test: {step['name']} ({step['seconds']} s) {step['wrong']}".strip())
    expect(told["passed"] and told["frozen"], f"self-test passed, frozen, {told['facts'].get('platform')}")
    expect(told["facts"]["model"] == ("installed" if model else "not installed"), "the model is there as it should be")


@contextmanager
def screen() -> Iterator[str]:
    """A display of its own on Linux; its name."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[theirs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(theirs)
    try:
        with os.fdopen(ours) as line:
            yield f":{line.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for_window(display: str, title: str) -> str:
    """The window of this title, or nothing after a minute."""
    for _ in range(60):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env={**os.environ, "DISPLAY": display},
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if found:
            return found[-1]
        time.sleep(1)
    return ""
