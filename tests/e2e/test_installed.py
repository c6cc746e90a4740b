"""The self-test that every package is tried with, from source and, where one was built, in the frozen program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.companion import find_model
from tests.e2e.screen import MISSING, screen

FROZEN = Path(__file__).parents[2] / "build" / "frozen" / "firsthand" / "firsthand"
PROGRAMS = {"source": [sys.executable, "-m", "firsthand"], "frozen": [str(FROZEN)]}

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]


def run(program: str, file: Path, home: Path, **more: str) -> int:
    """The exit code of a self-test in an environment that holds no more than a bare user's."""
    home.mkdir(exist_ok=True)
    bare = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **more}
    command = [*PROGRAMS[program], "--self-test", str(file)]
    return subprocess.run(command, env=bare, cwd=home, timeout=300, capture_output=True, check=False).returncode


@pytest.fixture(params=PROGRAMS)
def program(request):
    if request.param == "frozen" and not FROZEN.exists():
        pytest.skip("no frozen program was built here (packaging/build.py)")
    return request.param


@pytest.mark.model
def test_the_whole_story_holds_and_leaves_nothing_in_the_home(program, tmp_path):
    file, home = tmp_path / "found.json", tmp_path / "дом of mine"
    with screen() as display:
        status = run(program, file, home, DISPLAY=display)
    told = json.loads(file.read_text("utf-8"))
    assert (status, told["passed"], [step["wrong"] for step in told["steps"] if step["wrong"]]) == (0, True, [])
    assert told["frozen"] is (program == "frozen")
    assert told["facts"]["model"] == ("installed" if find_model() or program == "frozen" else "not installed")
    assert file.with_suffix(".png").read_bytes().startswith(b"\x89PNG")
    assert [path for path in home.rglob("*") if "firsthand" in path.name.lower()] == []


def test_without_a_display_the_account_says_so(program, tmp_path):
    file = tmp_path / "found.json"
    assert run(program, file, tmp_path / "home") == 1
    [step] = json.loads(file.read_text("utf-8"))["steps"]
    assert step["wrong"] == "There is no display to open a window on."


def test_an_account_that_cannot_be_written_is_said(program, tmp_path):
    assert run(program, tmp_path / "nowhere" / "found.json", tmp_path / "home") == 2
