"""One process of the bench ``opening``: a window, bare or ours, from its start on; or a novel in our window.

``python -m tests.bench.opening_child bare|window|desk|settled|novel [MANUSCRIPT]``; ``BEGAN`` in the environment
is when it was started, in nanoseconds of the monotonic clock. Prints what it found as JSON.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SWITCHES = 20
SAVES = 9
SOUGHT = ("night", "river", "the", "something", "letter", "e", "and she", "garden", "whisper")
"""Words to look for: rare and common ones, a letter, a phrase."""


def bare(_place: Path) -> None:
    """A plain editor with the sample novel's text."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    from firsthand.resources import resource

    app = QApplication(["bare"])
    window, editor = QMainWindow(), QPlainTextEdit()
    texts = sorted(resource("sample").rglob("*.md"))
    editor.setPlainText(texts[0].read_text("utf-8"))
    window.setCentralWidget(editor)
    window.resize(1440, 900)
    window.show()
    editor.setFocus()
    _when_it_takes_a_key(editor, editor.toPlainText, app.quit)
    app.exec()


def window(place: Path) -> None:
    """Our window on the sample novel."""
    gc.disable()  # as the program does
    from firsthand.app import _run

    def begin(shown: Any) -> None:
        shown.begin(lambda: place)
        page = shown.page
        _when_it_takes_a_key(page, lambda: page.draft.text.text if page.draft else None, shown.close)

    _run(begin)


def _when_it_takes_a_key(editor: Any, text: Callable[[], str | None], leave: Callable[[], object]) -> None:
    """Press a key as soon as the window is on the screen, until it is taken; say when that was."""
    from PySide6.QtCore import QEvent, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    timer = QTimer(editor, interval=1)

    def press() -> None:
        before, handle = text(), editor.window().windowHandle()
        if before is None or handle is None or not handle.isExposed():
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
            QApplication.sendEvent(editor, event)
        if text() != before:
            timer.stop()
            seconds = (time.monotonic_ns() - int(os.environ["BEGAN"])) / 1e9
            print(json.dumps({"seconds": seconds, "worked": time.process_time()}), flush=True)
            leave()

    timer.timeout.connect(press)
    timer.start()


def desk(place: Path) -> None:
    """Opening alone."""
    from firsthand.desk.checkpoint import keep_checkpoint
    from firsthand.desk.session import Desk

    gc.disable()  # as the program does
    start, worked = time.perf_counter(), time.process_time()
    opened = Desk.open(place)
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    opened.close()
    keep_checkpoint(opened.folder)
    print(json.dumps({"open": seconds, "worked": worked}))


@contextmanager
def _shown() -> Iterator[tuple[Any, Any]]:
    """Our window and the application, closed at the end with all that is done afterwards."""
    from firsthand.companion import Companion, Keys
    from firsthand.desk.places import settings_folder
    from firsthand.qt.application import make_application
    from firsthand.qt.asking import Mailbox
    from firsthand.qt.collecting import Collector
    from firsthand.qt.jobs import wait_for_jobs
    from firsthand.qt.settings import Settings
    from firsthand.qt.window import Window

    app = make_application([])
    collector = Collector(app)
    mailbox, keys = Mailbox(), Keys()
    companion = Companion(mailbox.deliver, keys)
    shown = Window(Settings(settings_folder()), companion, mailbox, keys)
    shown.show()
    yield shown, app
    shown.close()
    companion.close()
    wait_for_jobs()
    collector.stop()


def settled(place: Path) -> None:
    """Have the days of a novel counted, which replays it once, and are then known at every opening by the window."""
    with _shown() as (shown, app):
        shown.open_manuscript(place)
        _until(app, lambda: shown.progress.standing is not None)
    print("{}")


def novel(place: Path) -> None:
    """A novel in our window: from scene to scene, and saving."""
    with _shown() as (shown, app):
        figures = _lived_with(shown, app, place)
    print(json.dumps(figures))


def _lived_with(shown: Any, app: Any, place: Path) -> dict[str, float]:
    start = time.perf_counter()
    shown.open_manuscript(place)
    _until(app, lambda: shown.page.draft is not None)
    shown.page.viewport().repaint()
    figures = {"opened, ms": (time.perf_counter() - start) * 1000}
    opened = shown.bench.desk
    assert opened is not None
    _until(app, lambda: shown.counts.total() is not None)
    figures["counted, ms"] = (time.perf_counter() - start) * 1000
    figures["memory, MB"] = _pss()
    scenes = opened.folder.outline.scenes
    switches, worked = [], []
    for entry in scenes[1 :: max(1, len(scenes) // SWITCHES)]:
        start, work = time.perf_counter(), time.thread_time()
        shown.open_scene(entry.id)
        app.processEvents()
        shown.page.viewport().repaint()
        switches.append((time.perf_counter() - start) * 1000)
        worked.append((time.thread_time() - work) * 1000)
    figures["switch, ms"] = sorted(switches)[len(switches) // 2]
    figures["of work"] = sorted(worked)[len(worked) // 2]
    figures["slowest work"] = max(worked)
    figures |= _searched(shown, app)
    figures |= _saved(opened, [entry.id for entry in scenes[1 :: max(1, len(scenes) // SAVES)]])
    figures["memory at the end, MB"] = _pss()
    return figures


def _saved(opened: Any, scenes: list[str]) -> dict[str, float]:
    """What saving a scene that was written in takes, on this thread and until it is on the disk: medians."""
    from firsthand.provenance import Change

    times, works, ends = [], [], []
    for scene in scenes:
        opened.draft(scene).apply(Change(0, 0, "A"))
        start, work = time.perf_counter(), time.thread_time()
        opened.save()
        times.append((time.perf_counter() - start) * 1000)
        works.append((time.thread_time() - work) * 1000)
        opened.saved()()
        ends.append((time.perf_counter() - start) * 1000)
    middle = len(times) // 2
    return {
        "save, ms": sorted(times)[middle],
        "its work": sorted(works)[middle],
        "saved, ms": sorted(ends)[middle],
    }


def _searched(shown: Any, app: Any) -> dict[str, float]:
    """What looking for words in all scenes takes until the places stand on the screen: the first word, and others."""
    from firsthand.desk.searching import Query

    results, ended = shown.results, list[object]()
    shown.show_results(True)
    results._seeker.found.connect(ended.append)
    app.processEvents()
    times, worked = [], []
    for word in SOUGHT:
        ended.clear()
        start, work = time.perf_counter(), time.thread_time()
        results.open(Query(word))
        _until(app, lambda: bool(ended))
        results.view.viewport().repaint()
        times.append((time.perf_counter() - start) * 1000)
        worked.append((time.thread_time() - work) * 1000)
    shown.show_results(False)
    return {
        "first search": times[0],
        "search, ms": sorted(times[1:])[len(SOUGHT) // 2],
        "slowest": max(times[1:]),
        "its work, ms": sorted(worked[1:])[len(SOUGHT) // 2],
    }


def _until(app: Any, holds: Callable[[], bool]) -> None:
    while not holds():
        app.processEvents()
        time.sleep(0.0005)


def _pss() -> float:
    """Megabytes that the process holds, what it shares divided among those that share it."""
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    raise OSError("the system does not tell")


if __name__ == "__main__":
    ways: dict[str, Callable[..., None]] = {one.__name__: one for one in (bare, window, desk, settled, novel)}
    ways[sys.argv[1]](*map(Path, sys.argv[2:]))
