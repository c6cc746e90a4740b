"""Homes, desktops and disks that are not as they should be: the program says what is wrong in a sentence, or works."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.screen import MISSING, screen, wait_for

FROZEN = Path(__file__).parents[2] / "build" / "frozen" / "firsthand" / "firsthand"
PROGRAMS = {"source": [sys.executable, "-m", "firsthand"], "frozen": [str(FROZEN)]}
BARE = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}

EVERYTHING_WRONG = {
    "HOME": "/proc",
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    "LIBGL_DRIVERS_PATH": "/nowhere",
    "__EGL_VENDOR_LIBRARY_DIRS": "/nowhere",
    "XDG_RUNTIME_DIR": "/nowhere",
    "LANG": "",
    "LC_ALL": "POSIX",
}

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
    pytest.mark.skipif(sys.platform != "linux", reason="these grounds are Linux's"),
]


@pytest.fixture(params=PROGRAMS)
def program(request):
    if request.param == "frozen" and not FROZEN.exists():
        pytest.skip("no frozen program was built here (packaging/build.py)")
    return PROGRAMS[request.param]


@pytest.fixture(scope="module")
def display():
    with screen() as name:
        yield name


def tried(program, folder, **environment):
    """The steps of a self-test in this environment and nothing else: what was wrong in each."""
    file = folder / "found.json"
    done = subprocess.run(
        [*program, "--self-test", str(file)], env={**BARE, **environment}, cwd=folder, timeout=600, capture_output=True
    )
    told = json.loads(file.read_text("utf-8"))
    return done.returncode, {step["name"]: step["wrong"] for step in told["steps"]}, told["facts"]


@pytest.mark.model
@pytest.mark.parametrize(
    "ground",
    [
        pytest.param({}, id="no home, no bus, no keyring"),
        pytest.param({"HOME": "{folder}/дом of Žofie 日本"}, id="a home of spaces and other letters"),
        pytest.param(EVERYTHING_WRONG, id="a home that takes nothing, a dead bus, no drivers, no language"),
    ],
)
def test_the_self_test_passes_on(ground, program, display, tmp_path):
    ground = {name: value.format(folder=tmp_path) for name, value in ground.items()}
    status, wrong, _ = tried(program, tmp_path, DISPLAY=display, **ground)
    assert (status, [each for each in wrong.values() if each]) == (0, [])


@pytest.mark.parametrize(
    ("ground", "sentence"),
    [
        ({}, "There is no display to open a window on."),
        ({"DISPLAY": ":4099"}, "No display answers at DISPLAY=:4099."),
        ({"WAYLAND_DISPLAY": "nowhere-0", "XDG_RUNTIME_DIR": "/nowhere"}, "No Wayland display answers at nowhere-0."),
    ],
)
def test_without_a_display_it_says_so(ground, sentence, program, tmp_path):
    status, wrong, _ = tried(program, tmp_path, **ground)
    assert (status, list(wrong.values())) == (1, [sentence])


def xdotool(display, *words):
    """What xdotool says."""
    done = subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": display}, capture_output=True, text=True)
    return done.stdout.strip()


def test_a_home_that_takes_nothing_still_opens_a_window_and_nothing_ends_it(program, tmp_path):
    with screen() as display:
        environment = {**BARE, "HOME": "/proc", "DISPLAY": display}
        running = subprocess.Popen(program, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            window = wait_for(lambda: xdotool(display, "search", "--onlyvisible", "--name", "Firsthand"), "the window")
            xdotool(display, "sleep", "2", "windowfocus", "--sync", window.split()[-1], "sleep", "1", "key", "ctrl+q")
            assert running.wait(60) == 0
        finally:
            running.kill()
            said = running.communicate()[1]
    assert b"Traceback" not in said
