"""Fifty kills, and six of a join; ``python -m tests.kills`` and ``tests.kills.joining`` make as many as one likes."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


def test_what_was_on_the_screen_survives_a_kill():
    fifty = [sys.executable, "-m", "tests.kills", "50", "--jobs", "3"]
    done = subprocess.run(fifty, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "50 kills, 0 complaints" in done.stdout


def test_a_join_that_is_killed_is_made_again_as_if_nothing_had_happened():
    six = [sys.executable, "-m", "tests.kills.joining", "6"]
    done = subprocess.run(six, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ", 0 complaints" in done.stdout
