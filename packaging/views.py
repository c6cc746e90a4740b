"""Takes a picture of every view of the program: ``python packaging/views.py FOLDER [VIEW …] [--run=NAME]``.

The real window stands on a screen of its own (Xvfb, a window manager if there is one), in light, dark, sepia and high
contrast, at 1024x700 and 1440x900 and at 200 %, in English and German. One file each:
``FOLDER/<language>-<size>/<view>-<appearance>.png``. ``--run=de-1024x700``: that folder alone. What a view is
stands in `view_novel.py`, `view_panes.py` and `view_rest.py`.
"""

# ruff: noqa: E402 - Qt reads its surroundings when it is imported

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.e2e.screen import screen

RUNS = (
    ("en", "1024x700", "1"),
    ("en", "1440x900", "1"),
    ("en", "2048x1400", "2"),
    ("de", "1024x700", "1"),
)
"""Language, size of the window in pixels of the screen, scale."""

_BARE = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application type="normal"><decor>no</decor></application></applications>
</openbox_config>
"""


def main(folder: Path, views: list[str], run: str) -> None:
    for language, size, scale in RUNS:
        into = folder / f"{language}-{size}"
        if run and run != into.name:
            continue
        with screen(size) as display, _managed(display, folder):
            environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": scale}
            command = [sys.executable, __file__, str(into), *views, "--child", language]
            subprocess.run(command, env=environment, check=True)


@contextlib.contextmanager
def _managed(display: str, folder: Path):  # type: ignore[no-untyped-def]
    """A window manager on the screen, which gives the main window no frame: it fills the screen."""
    if shutil.which("openbox") is None:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    rules = folder / "openbox.xml"
    rules.write_text(_BARE)
    manager = subprocess.Popen(
        ["openbox", "--config-file", str(rules)],
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        manager.terminate()
        manager.wait(10)
        rules.unlink()


def child(folder: Path, views: list[str], language: str) -> None:
    """Take the pictures on the screen that is there."""
    from view_table import take  # with Qt, which only the child needs

    take(folder, views, language)


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if "--child" in sys.argv:
        child(Path(arguments[0]), arguments[1:-1], arguments[-1])
    else:
        run = next((argument.removeprefix("--run=") for argument in sys.argv if argument.startswith("--run=")), "")
        main(Path(arguments[0]).absolute(), arguments[1:], run)
