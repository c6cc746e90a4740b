"""The binder with ten thousand scenes, beside a plain tree view with Qt's own item model in the same run.

    QT_QPA_PLATFORM=offscreen python -m tests.bench.binder [--scenes 10000]

Shown, filtered, scrolled and one scene moved: medians in milliseconds of this thread's own computing.
"""

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTreeView

from firsthand.desk.checkpoint import keep_checkpoint
from firsthand.desk.session import Desk
from firsthand.manuscript import Chapter, Entry, Folder
from firsthand.qt.binder import Binder
from firsthand.qt.counts import Counts

_A_CHAPTER = 25
_TIMES = 3


def made(place: Path, scenes: int) -> Folder:
    """A manuscript of many short scenes, its files written."""
    folder = Folder.create(place, "Ten thousand scenes")
    entries = [Entry(f"{n:012x}", f"Scene {n} of the tide", f"scenes/Scene {n}.md") for n in range(scenes)]
    chapters = [
        Chapter(f"Chapter {n // _A_CHAPTER + 1}", tuple(entries[n : n + _A_CHAPTER]), f"c{n:011x}")
        for n in range(0, scenes, _A_CHAPTER)
    ]
    folder.outline = type(folder.outline)(0, folder.outline.id, "Ten thousand scenes", tuple(chapters))
    folder.save()
    (place / "scenes").mkdir()
    for n, entry in enumerate(entries):
        (place / entry.file).write_text(f"It was the {n}th time that the tide went out.\n" * 5, "utf-8")
    return folder


def timed(act: Callable[[], object], times: int = _TIMES, before: Callable[[], object] = lambda: None) -> float:
    """The median of some tries, in milliseconds; ``before`` is done before each and does not count."""
    took = []
    for _ in range(times):
        before()
        QApplication.processEvents()
        began = time.thread_time()
        act()
        took.append((time.thread_time() - began) * 1000)
    return statistics.median(took)


def plain(scenes: int) -> tuple[QTreeView, QStandardItemModel, QSortFilterProxyModel]:
    """A tree view as Qt gives it."""
    model = QStandardItemModel()
    fill_plain(model, scenes)
    proxy = QSortFilterProxyModel()
    proxy.setRecursiveFilteringEnabled(True)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.setSourceModel(model)
    view = QTreeView()
    view.setModel(proxy)
    view.setHeaderHidden(True)
    return view, model, proxy


def fill_plain(model: QStandardItemModel, scenes: int) -> None:
    model.clear()
    for first in range(0, scenes, _A_CHAPTER):
        chapter = QStandardItem(f"Chapter {first // _A_CHAPTER + 1}")
        chapter.appendRows([QStandardItem(f"Scene {n} of the tide") for n in range(first, first + _A_CHAPTER)])
        model.appendRow(chapter)


def show(view: QTreeView) -> None:
    view.resize(244, 900)
    view.show()
    view.expandAll()
    view.viewport().repaint()


def scroll(view: QTreeView) -> None:
    """From top to bottom in forty steps, each painted."""
    bar = view.verticalScrollBar()
    for step in range(41):
        bar.setValue(bar.maximum() * step // 40)
        view.viewport().repaint()


def report(name: str, ours: float, theirs: float) -> None:
    print(f"{name:34} {ours:9.1f} ms   plain {theirs:9.1f} ms   {ours / max(theirs, 0.001):5.2f}x")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--scenes", type=int, default=10_000)
    scenes = parser.parse_args().scenes
    app = QApplication([])
    gc.disable()  # as the program does
    with tempfile.TemporaryDirectory() as place:
        folder = made(Path(place) / "book", scenes)
        began = time.thread_time()
        Folder.open(folder.path)
        print(f"{'the outline read':34} {(time.thread_time() - began) * 1000:9.1f} ms")
        began = time.thread_time()
        desk = Desk.open(folder.path)
        print(f"{'the manuscript opened (all of it)':34} {(time.thread_time() - began) * 1000:9.1f} ms")
        desk.settle(60)
        compare(desk, scenes)
        closed(desk)
        began = time.thread_time()
        desk = Desk.open(folder.path)
        print(f"{'opened another day':34} {(time.thread_time() - began) * 1000:9.1f} ms")
        began = time.thread_time()
        desk.total()
        print(f"{'its words and totals known':34} {(time.thread_time() - began) * 1000:9.1f} ms")
        closed(desk)
    app.quit()


def closed(desk: Desk) -> None:
    """Close it, all threads' computing counted, and bring its checkpoint up to date as the window does afterwards."""
    began = time.process_time()
    desk.close()
    print(f"{'closed':34} {(time.process_time() - began) * 1000:9.1f} ms")
    began = time.process_time()
    keep_checkpoint(desk.folder)
    print(f"{'its checkpoint, afterwards':34} {(time.process_time() - began) * 1000:9.1f} ms")


def compare(desk: Desk, scenes: int) -> None:
    counts = Counts()
    binder = Binder(counts)
    view, model, proxy = plain(scenes)
    began = time.thread_time()
    counts.set_desk(desk)
    while counts.total() is None:
        QApplication.processEvents()
    print(f"{'words counted, in slices':34} {(time.thread_time() - began) * 1000:9.1f} ms")
    binder.resize(268, 900)
    binder.show()

    def fill() -> None:
        binder.set_desk(desk)
        binder.view.viewport().repaint()

    def fill_theirs() -> None:
        fill_plain(model, scenes)
        show(view)

    report("filled and shown", timed(fill), timed(fill_theirs))
    report("scrolled through in 40 steps", timed(lambda: scroll(binder.view)), timed(lambda: scroll(view)))
    for words in ("1", "12", "tide", "nothing"):

        def ours(words: str = words) -> None:
            binder.filter.setText(words)
            binder.view.viewport().repaint()

        def theirs(words: str = words) -> None:
            proxy.setFilterFixedString(words)
            view.expandAll()
            view.viewport().repaint()

        def all_again() -> None:
            binder.filter.clear()
            proxy.setFilterFixedString("")
            view.expandAll()

        report(f"filtered by “{words}”", timed(ours, before=all_again), timed(theirs, before=all_again))
        all_again()
    first = desk.folder.outline.chapter[0].scene[0].id
    step = [1, -1]

    def move() -> None:
        desk.arranging.shift([first], step[0])
        step.reverse()
        binder.refresh(desk)
        binder.view.viewport().repaint()

    print(f"{'a scene moved, written and shown':34} {timed(move, 7):9.1f} ms")
    homes = [desk.folder.outline.chapter[n].id for n in (0, -1)]

    def carry() -> None:
        homes.reverse()
        desk.arranging.move([first], homes[0])
        binder.refresh(desk)
        binder.view.viewport().repaint()

    print(f"{'… into another chapter':34} {timed(carry):9.1f} ms")
    print(f"{'looked for changes outside':34} {timed(desk.look_outside):9.1f} ms")
    print(f"{'counted again after a change':34} {timed(counts.total):9.1f} ms")


if __name__ == "__main__":
    main()
