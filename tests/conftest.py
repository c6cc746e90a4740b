"""What every test stands on: no screen, and a home of its own.

Nothing here knows a room of the program. The environment is set when this module is imported, before PySide6 and
keyring are, so that no test reads or writes what belongs to the person at the machine: settings, manuscripts, keys.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

_HOME = Path(tempfile.mkdtemp(prefix="firsthand-tests-"))
_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}


def _live_apart() -> None:
    """Give this process and its children an empty home (the runtime folder private, or Qt complains)."""
    os.environ["HOME"] = str(_HOME)
    for name, folder in _FOLDERS.items():
        (_HOME / folder).mkdir(mode=0o700)
        os.environ[name] = str(_HOME / folder)
    atexit.register(shutil.rmtree, _HOME, ignore_errors=True)


_live_apart()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

# A busy machine must not fail a law; what failed must be repeatable.
settings.register_profile("firsthand", deadline=None, print_blob=True)
settings.load_profile("firsthand")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KiB that really fills; the test is skipped where none can be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here (it takes root)")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
