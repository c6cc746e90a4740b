"""Some of the calls on a bad disk; ``python -m tests.faults`` makes every one fail."""

import subprocess
import sys

import pytest

from tests.faults.disk import why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


def test_what_a_bad_disk_refuses_is_said_and_written_when_it_is_well():
    short = [sys.executable, "-m", "tests.faults", "--every", "60", "--jobs", "8"]
    done = subprocess.run(short, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].endswith(" s")
