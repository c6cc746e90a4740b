"""How long a key press takes, with its repaint, in a long scene. (In the program's own window: ``tests.bench.window``.)

Four editors show the same made text in the same run, and take their turns at every place, so that their ratios say
something on any machine: Qt's bare editor; the page's own widget with nothing but its layout; the page as it is (tint,
bars and spelling in a real manuscript that is being recorded); and the page with all it can do (focus on a sentence,
typewriter scrolling, dialogue and hidden signs too).

A key is measured twice: with what the editor itself has painted again, as on a screen, and with all of the view. The
time is the processor's for the window's thread, so that other work on the machine counts little.

    python -m tests.bench.page [--words 120000] [--keys 200]
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from firsthand.desk.draft import Cause
from firsthand.desk.session import Desk
from firsthand.desk.settings import Focus, Signs
from firsthand.provenance import Change, Origin, Run, Source
from firsthand.qt.page import Page
from firsthand.qt.page_sizes import Look
from firsthand.qt.spelling import Spelling

Editors = Mapping[str, Callable[[str, Path], QTextEdit]]

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


def timed(editor: QTextEdit, at: int, keys: int, *, whole: bool) -> list[float]:
    """Milliseconds for each of ``keys`` letters pressed from place ``at`` on, with its painting."""
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    for _ in range(5):
        QApplication.processEvents()
    took = []
    for index in range(keys):
        letter = "and she had kept it in the drawer "[index % 34]
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        began = time.thread_time()  # what this thread computes, so that other work on the machine does not count
        QApplication.sendEvent(editor, press)
        if whole:
            editor.viewport().repaint()
        else:
            QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        took.append((time.thread_time() - began) * 1000)
        QApplication.processEvents()
    return took


def bare(text: str, _folder: Path) -> QTextEdit:
    """Qt's editor, with the page's type and nothing else."""
    editor = QTextEdit()
    font = QFont("EB Garamond")
    font.setPixelSize(19)
    editor.setFont(font)
    editor.setUndoRedoEnabled(False)
    editor.setPlainText(text)
    return editor


def widget(text: str, _folder: Path) -> Page:
    """The page's widget with the page's layout: nothing is recorded, tinted or looked up."""
    made = Page()
    made._paper, made._layout = made._new_paper(text)
    made.setDocument(made._paper)
    made._paper.setUndoRedoEnabled(False)
    made.setReadOnly(False)
    return made


def page(text: str, folder: Path) -> Page:
    return _in_manuscript(text, folder / "page", Look())


def everything(text: str, folder: Path) -> Page:
    look = Look(signs=Signs.HIDDEN, dialogue=True, language="en_US", focus=Focus.SENTENCE, typewriter=True)
    return _in_manuscript(text, folder / "everything", look)


def _in_manuscript(text: str, folder: Path, look: Look) -> Page:
    """The page of a real manuscript, with its spelling."""
    desk = Desk.create(folder, "Novel")
    draft = desk.draft(desk.folder.outline.scenes[0].id)
    draft.apply(Change(0, 0, text, mixed(text)), Cause.IMPORT)
    made = Page()
    spelling = Spelling(made)
    spelling.set_on(True)
    spelling.set_desk(desk, "en_US")
    spelling.ready()
    made.set_look(look)
    began = time.perf_counter()
    made.set_draft(draft)
    made.resize(796, 872)
    made.show()
    made.viewport().repaint()
    print(f"(a manuscript's scene opened and painted in {(time.perf_counter() - began) * 1000:.0f} ms)")
    _open.append((desk, spelling))
    return made


_open: list[tuple[Desk, Spelling]] = []


def shown(make: Callable[[str, Path], QTextEdit], text: str, folder: Path) -> tuple[QTextEdit, float]:
    """The editor, shown and settled, and the milliseconds until its first painting."""
    began = time.perf_counter()
    editor = make(text, folder)
    editor.resize(796, 872)
    editor.show()
    editor.viewport().repaint()
    took = (time.perf_counter() - began) * 1000
    until = time.perf_counter() + 5
    while time.perf_counter() < until:
        QApplication.processEvents()
    return editor, took


def row(name: str, took: dict[str, list[float]], first: float) -> str:
    cells = [f"{statistics.median(times):5.2f} {sorted(times)[int(len(times) * 0.95)]:6.2f}" for times in took.values()]
    return f"{name:12}" + "   ".join(cells) + f"   {first:7.0f}"


def ratios(name: str, one: dict[str, list[float]], other: dict[str, list[float]]) -> str:
    medians = [statistics.median(one[place]) / statistics.median(other[place]) for place in one]
    return f"{name:26}" + "   ".join(f"{ratio:5.2f}" for ratio in medians)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=120_000)
    parser.add_argument("--keys", type=int, default=200)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QApplication([])
    text = prose(given.words)
    places = {"start": 200, "middle": len(text) // 2, "end": len(text) - 100}
    print(f"{given.words:,} words, {given.keys} keys at each place; milliseconds a key (p50, p95)\n")
    with tempfile.TemporaryDirectory() as folder:
        compare(text, places, given.keys, Path(folder))
        for desk, spelling in _open:
            spelling.close()
            desk.close()


def compare(text: str, places: dict[str, int], keys: int, folder: Path) -> None:
    """Have the editors take turns, ten keys at a time, and print what they took."""
    editors: Editors = {"bare editor": bare, "the widget": widget, "the page": page, "everything": everything}
    made = {name: shown(make, text, folder) for name, make in editors.items()}
    for whole in (False, True):
        took: dict[str, dict[str, list[float]]] = {name: {place: [] for place in places} for name in made}
        for place, at in places.items():
            for turn in range(0, keys, 10):
                for name, (editor, _) in made.items():
                    took[name][place] += timed(editor, at + turn, min(10, keys - turn), whole=whole)
        print("\nwith all of the view painted" if whole else "\nwith what the editor has painted again")
        print(f"{'':12}" + "   ".join(f"{place:>12}" for place in places) + "   first paint")
        for name, (_, first) in made.items():
            print(row(name, took[name], first), flush=True)
        for one, other in (("the page", "bare editor"), ("the page", "the widget"), ("everything", "the widget")):
            print(ratios(f"{one} / {other}", took[one], took[other]))


if __name__ == "__main__":
    main()
