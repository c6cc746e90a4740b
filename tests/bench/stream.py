"""How soon a model's first words are on the screen, and how long the window is held while they stream.

Run as ``python -m tests.bench.stream [--rounds N] [--cold]``: the real window (without a screen unless
QT_QPA_PLATFORM says otherwise), the sample novel, the built-in model. A timer that fires whenever the event loop is
free measures the gaps between its turns; a gap is a time in which no key would have been answered. *Own work* is the
processor time of the window's thread in a gap: on a busy machine the rest is other programs' doing.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from firsthand.companion import Companion, Keys
from firsthand.desk.sample import sample_novel
from firsthand.qt.application import make_application
from firsthand.qt.asking import Mailbox
from firsthand.qt.collecting import Collector
from firsthand.qt.settings import Settings
from firsthand.qt.window import Window

MOMENT = 16.0


class Heartbeat:
    """The gaps between the turns of the event loop, in milliseconds."""

    def __init__(self) -> None:
        self.gaps: list[tuple[float, float]] = []
        self._last = self._worked = 0.0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.gaps.clear()
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> list[tuple[float, float]]:
        """The gaps from the shortest to the longest, each with the window's own work in it."""
        self._timer.stop()
        return sorted(self.gaps)

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append(((now - self._last) * 1000, (worked - self._worked) * 1000))
        self._last, self._worked = now, worked
        time.sleep(0.0005)  # an event loop that never rests would be the model's rival for the processor


def until(happens: object, seconds: float = 120.0) -> bool:
    """Turn the event loop until a signal arrives; whether it did."""
    loop = QEventLoop()
    arrived: list[bool] = []

    def note(*_: object) -> None:
        arrived.append(True)
        loop.quit()

    happens.connect(note)  # type: ignore[attr-defined]
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    happens.disconnect(note)  # type: ignore[attr-defined]
    return bool(arrived)


def pause(milliseconds: int) -> None:
    """Let the program go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def told(gaps: list[tuple[float, float]]) -> str:
    """The gaps in a line: the longest ones, how many held the window for a moment or more, the most own work."""
    if not gaps:
        return "no turns"
    late = sum(1 for gap, _ in gaps if gap >= MOMENT)
    own = max(work for _, work in gaps)
    p99 = gaps[int(len(gaps) * 0.99)][0]
    times = f"longest {gaps[-1][0]:5.1f} ms, 99th percentile {p99:4.1f} ms"
    return f"{times}, {late} of {len(gaps)} at {MOMENT:.0f} ms or more; most own work {own:4.1f} ms"


def measure(rounds: int, *, cold: bool) -> None:
    folder = Path(tempfile.mkdtemp(prefix="firsthand-bench-"))
    sys.setswitchinterval(0.001)
    app = make_application([])
    collector = Collector(app)
    mailbox, keys = Mailbox(), Keys()
    companion = Companion(mailbox.deliver, keys)
    window = Window(Settings(folder / "settings"), companion, mailbox, keys)
    beat = Heartbeat()
    window.show()
    began = time.perf_counter()
    window.begin(lambda: sample_novel(folder / "novel"))
    until(window.bench.opened)
    print(f"manuscript on the page       {time.perf_counter() - began:6.2f} s after the window")
    beat.start()
    pause(0 if cold else 6000)
    if not cold:
        print(f"while the model gets ready   {told(beat.stop())}")
    firsts = []
    for number in range(rounds):
        cursor = window.page.textCursor()
        cursor.setPosition(len(window.page.draft.text) - 200 * number if window.page.draft else 0)
        window.page.setTextCursor(cursor)
        pause(600)
        beat.start()
        asked = time.perf_counter()
        window.asking.ask()
        if not until(window.asking.words):
            print("no words came")
            break
        app.processEvents()
        firsts.append(time.perf_counter() - asked)
        until(window.asking.ended)
        print(f"request {number + 1}: first words {firsts[-1]:5.2f} s, {told(beat.stop())}")
    if firsts:
        print(f"first words: median {statistics.median(firsts):.2f} s, slowest {max(firsts):.2f} s")
    window.close()
    companion.close()
    collector.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cold", action="store_true", help="ask at once, before the model is ready")
    options = parser.parse_args()
    measure(options.rounds, cold=options.cold)
