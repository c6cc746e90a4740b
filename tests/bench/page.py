"""How long a key press takes, with the repaint of what it changed, in a long scene: the page against Qt's bare editor.

The page records every key in a Draft and paints tint and bars; the bare editor does nothing of the kind. Both show the
same made text in the same run, so that their ratio says something on any machine.

    python -m tests.bench.page [--words 120000] [--keys 200]
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from firsthand.provenance import Origin, Run, Source
from firsthand.qt.page import Page
from tests.qt.page_parts import Scene, scene

_WORDS = """
salt ledger flour key drawer mother chapel burial the a of and in she had kept it was every entry one sack marked with
small cross owed thirty years nobody town would speak about front her turned last page found ink still wet though house
locked since morning single line hand that leaned way own did when tired
""".split()  # noqa: SIM905 - easier to read


def prose(words: int, seed: int = 7) -> str:
    """Paragraphs of made prose, with some emphasis, headings and breaks."""
    rnd = random.Random(seed)
    out, count = [], 0
    while count < words:
        size = rnd.choice((8, 20, 45, 70, 110))
        line = [rnd.choice(_WORDS) for _ in range(size)]
        if rnd.random() < 0.2:
            line[3] = f"*{line[3]}*"
        out.append(" ".join(line).capitalize() + ".")
        if rnd.random() < 0.01:
            out.append(rnd.choice(("---", "## Another night")))
        count += size
    return "\n".join(out)


def mixed(text: str, seed: int = 3) -> tuple[Run, ...]:
    """Runs that tile the text, a tenth of it a model's."""
    rnd = random.Random(seed)
    runs, left, number = [], len(text), 0
    while left:
        model = rnd.random() < 0.4
        length = min(left, rnd.choice((20, 60, 180)) if model else int(rnd.expovariate(1 / 900)) + 1)
        number += 1
        runs.append(Run(length, Source(Origin.MODEL, f"s{number}") if model else Source(Origin.TYPED)))
        left -= length
    return tuple(runs)


def timed(editor: QTextEdit, at: int, keys: int) -> list[float]:
    """Milliseconds for each of ``keys`` letters pressed from place ``at`` on, each painted."""
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    for _ in range(5):
        QApplication.processEvents()
    took = []
    for index in range(keys):
        letter = "lorem ipsum "[index % 12]
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        began = time.thread_time()  # what this thread computes, so that other work on the machine does not count
        QApplication.sendEvent(editor, press)
        editor.viewport().repaint()
        took.append((time.thread_time() - began) * 1000)
        QApplication.processEvents()
    return took


def bare(text: str) -> QTextEdit:
    """Qt's editor, with the page's type and nothing else."""
    editor = QTextEdit()
    font = QFont("EB Garamond")
    font.setPixelSize(19)
    editor.setFont(font)
    editor.setUndoRedoEnabled(False)
    editor.setPlainText(text)
    return editor


def page(text: str) -> Page:
    given: Scene = scene(text, mixed(text))
    made = Page()
    made.set_draft(given.draft)
    return made


def shown(make: Callable[[str], QTextEdit], text: str) -> tuple[QTextEdit, float]:
    """The editor, shown and settled, and the milliseconds until its first painting."""
    began = time.perf_counter()
    editor = make(text)
    editor.resize(796, 872)
    editor.show()
    editor.viewport().repaint()
    took = (time.perf_counter() - began) * 1000
    until = time.perf_counter() + 4
    while time.perf_counter() < until:
        QApplication.processEvents()
    return editor, took


def row(name: str, took: dict[str, list[float]], first: float) -> str:
    cells = [f"{statistics.median(times):5.2f} {sorted(times)[int(len(times) * 0.95)]:6.2f}" for times in took.values()]
    return f"{name:12}" + "   ".join(cells) + f"   {first:7.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=120_000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--no-paint", action="store_true", help="neither tint nor bars")
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QApplication([])
    text = prose(given.words)
    places = {"start": 200, "middle": len(text) // 2, "end": len(text) - 100}
    results: dict[str, dict[str, list[float]]] = {}
    print(f"{given.words:,} words, {given.keys} keys at each place; ms a key with its repaint (p50, p95)\n")
    print(f"{'':12}" + "   ".join(f"{place:>12}" for place in places) + "   first paint")
    for name, make in {"bare editor": bare, "the page": page}.items():
        editor, first = shown(make, text)
        if given.no_paint and isinstance(editor, Page):
            editor.set_look(replace(editor.look, tint=False))
            editor.set_look(replace(editor.look, bars=False))
        results[name] = {place: timed(editor, at, given.keys) for place, at in places.items()}
        print(row(name, results[name], first), flush=True)
        editor.close()
    ratios = [
        f"{statistics.median(results['the page'][place]) / statistics.median(results['bare editor'][place]):5.2f}"
        for place in places
    ]
    print(f"{'ratio (p50)':12}" + "   ".join(f"{ratio:>12}" for ratio in ratios))


if __name__ == "__main__":
    main()
