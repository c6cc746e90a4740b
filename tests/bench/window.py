"""A long scene in the program's own window: how soon it opens, what a key costs with all that follows, what it holds.

    python -m tests.bench.window [--words 120000] [--keys 200] [--model]

The manuscript is made by one process and opened by another, so that nothing of the making is counted. *Opened* is from
``open_manuscript`` to the page painted; *key* from the press until the window has nothing left to do at once (painting,
menus, the footer), in milliseconds of wall and of the window's thread; the memory (PSS, megabytes) is the window's
process when all is laid out, counted and looked up; without what a model's client takes, or with it (``--model``).
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.bench.opening_child import _pss, _until
from tests.bench.page import mixed, prose


def make(place: Path, words: int) -> None:
    """Write a manuscript of one long scene."""
    from firsthand.desk.draft import Cause
    from firsthand.desk.session import Desk
    from firsthand.provenance import Change

    desk = Desk.create(place, "Novel")
    text = prose(words)
    desk.draft(desk.folder.outline.scenes[0].id).apply(Change(0, 0, text, mixed(text)), Cause.IMPORT)
    desk.close()


def show(place: Path, keys: int, *, model: bool) -> None:
    """Open it in the window, and write in it."""
    from firsthand.companion import Companion, Keys
    from firsthand.desk.places import settings_folder
    from firsthand.qt.application import make_application
    from firsthand.qt.asking import Mailbox
    from firsthand.qt.collecting import Collector
    from firsthand.qt.jobs import wait_for_jobs
    from firsthand.qt.settings import Settings
    from firsthand.qt.window import Window

    app = make_application([])
    collector, mailbox, known = Collector(app), Mailbox(), Keys()
    companion = Companion(mailbox.deliver, known)
    if not model:
        companion.prepare = lambda request: None  # type: ignore[method-assign]
    window = Window(Settings(settings_folder()), companion, mailbox, known)
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    empty, start, worked = _pss(), time.perf_counter(), time.thread_time()
    window.open_manuscript(place)
    _until(app, lambda: window.page.draft is not None)
    window.page.viewport().repaint()
    figures: dict[str, Any] = {
        "opened, ms": (time.perf_counter() - start) * 1000,
        "work of it": (time.thread_time() - worked) * 1000,
    }
    until = time.perf_counter() + 6
    _until(app, lambda: window.counts.total() is not None and time.perf_counter() > until)
    figures |= {"memory, MB": _pss(), "before it was opened": empty}
    length = window.page.document().characterCount()
    for name, at in {"start": 200, "middle": length // 2, "end": length - 100}.items():
        figures[name] = _keys(app, window.page, at, keys)
    figures["memory at the end, MB"] = _pss()
    window.close()
    companion.close()
    wait_for_jobs()
    collector.stop()
    print(json.dumps(figures))


def _keys(app: Any, page: Any, at: int, keys: int) -> list[tuple[float, float]]:
    """Milliseconds for each of so many letters from place ``at`` on, and of them of work."""
    cursor = page.textCursor()
    cursor.setPosition(at)
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    for _ in range(5):
        app.processEvents()
    took = []
    for index in range(keys):
        letter = "and she had kept it in the drawer "[index % 34]
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        began, worked = time.perf_counter(), time.thread_time()
        app.sendEvent(page, press)
        app.processEvents()
        took.append(((time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000))
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=120_000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--model", action="store_true", help="with what is imported when a model reads ahead")
    parser.add_argument("step", nargs="?", choices=("make", "show"))
    parser.add_argument("place", nargs="?", type=Path)
    given = parser.parse_args()
    if given.step == "make":
        make(given.place, given.words)
    elif given.step == "show":
        show(given.place, given.keys, model=given.model)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _print(json.loads(_both(Path(folder), given.words, given.keys, model=given.model)))


def _both(home: Path, words: int, keys: int, *, model: bool) -> str:
    """Make it and show it, each in a process of its own; what the second said."""
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **{name: str(home / name) for name in names}}
    given = ["--words", str(words), "--keys", str(keys), *(["--model"] if model else [])]
    said = ""
    for step in ("make", "show"):
        command = [sys.executable, "-m", "tests.bench.window", *given, step, str(home / "novel")]
        said = subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout
    return said.splitlines()[-1]


def _print(figures: dict[str, Any]) -> None:
    for name, figure in figures.items():
        if isinstance(figure, list):
            wall, work = (sorted(column) for column in zip(*figure, strict=True))
            said = [f"{statistics.median(x):.2f}, {x[int(len(x) * 0.95)]:.2f}" for x in (wall, work)]
            print(f"a key at the {name}: p50, p95 {said[0]}; of work {said[1]}")
        else:
            print(f"{name}: {figure:.1f}")


if __name__ == "__main__":
    main()
