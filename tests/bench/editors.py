"""Firsthand beside the editors that novelists have, driven from outside in one run, turns taken.

    uv run --with python-xlib python -m tests.bench.editors [--rounds N] [--only NAME ...]

novelWriter comes from PyPI into an environment of its own in the bench's cache folder (``~/.cache/firsthand-bench``,
made by ``uv venv`` and ``uv pip install``; never something that Firsthand needs); FocusWriter and ghostwriter from
Debian (``apt-get install focuswriter ghostwriter``, and ``libenchant-2-2 hunspell-en-us`` for everyone's spelling). A
program that is absent is passed over with a sentence. All are driven by the same client of one Xvfb with openbox, which
shows every window as large as the screen, 1440x900 (``tests.bench.eye``). All show the same made text, as they are
installed, but that Firsthand's companion is switched off: it is the editor that is compared, and it has the text's
whole history, 1.5 million keystrokes. ``bare Qt`` is a QTextEdit with the text, in PySide6.

*start*: from starting the process, with a text of 500 words, until a key pressed as soon as the text is on the screen
and the keyboard is with the program has drawn its letter. *open* is the same with
120,000 words in one document, and *more* what that takes longer than the start; *scenes* the same words in 60. *key* is
from a key to its letter's pixels, in a new paragraph in the middle of the text, a key every 0.12 s: median, and 95 of
100. *search* is from the last key of a search in 60 scenes, Enter or a letter, to the last change of what it shows.
*MB* is the memory of all the program's processes after that (PSS: what is shared is divided, also with other programs
that use the same libraries meanwhile). ``an echo`` is what the way of measuring takes: a client that draws and does
nothing else.
"""

import argparse
import contextlib
import shutil
import statistics
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.eye import Box, Eye, alike, cut, line_of
from tests.bench.peers import SOUGHT, Kind, Peer, Running, Step, keep, lay, manuscript, peers, sought, start
from tests.e2e.screen import screen

LETTERS = "and she had kept"
PAUSE = 0.12
"""Seconds from one key to the next: a fast writer's."""

_LARGE = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew></focus>
<applications><application type="normal"><maximized>yes</maximized></application></applications>
</openbox_config>"""
_PATIENCE = 120.0
_FIRST_DAY = 25.0
"""Seconds that a program has at its first start for what it does once: themes, an index, the words of each day."""

Figures = dict[str, list[float]]


class Stage:
    """One program with a text, on the screen that is looked at."""

    def __init__(self, peer: Peer, kind: Kind, display: str, eye: Eye) -> None:
        self.peer, self.kind, self._display, self._eye = peer, kind, display, eye
        novel = manuscript(kind)
        self._phrase = sought(novel.read(novel.outline.scenes[0]))
        self._text = self._typed = b""
        self._letter = Box(0, 0, 1, 1)

    def prepare(self) -> None:
        """Start it for the first time, and learn on the second where its first letter stands and how it looks."""
        lay(self.peer, self.kind)
        with self.started() as running:
            self._wait_for_keyboard(running)
            self._eye.quiet(self._page, 3, _PATIENCE)
            time.sleep(_FIRST_DAY)
            if self._closes(running):
                keep(self.peer, self.kind)
        with self.started() as running:
            self._wait_for_keyboard(running)
            self._eye.quiet(self._page, 3, _PATIENCE)
            self._letter, pictures = line_of(self._eye, self._page)
            self._text, self._typed = (cut(picture, self._eye.screen, self._letter) for picture in pictures[:2])

    def _closes(self, running: Running) -> bool:
        """Close it, as one who means it; whether it closed."""
        for chord in (("Alt_L", "F4"), ("Return",), ("Alt_L", "y")):
            self._eye.press(*chord)
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.process.wait(6)
                return True
        return False

    @contextlib.contextmanager
    def started(self) -> Iterator[Running]:
        """The program, started anew, and ended at the end."""
        running = start(self.peer, self.kind, self._display, self._phrase)
        try:
            yield running
        finally:
            running.end()
            time.sleep(0.3)

    def first_key(self, running: Running) -> float:
        """Seconds from its start until a key, pressed when the text is on the screen, has drawn its letter."""
        self._eye.seen(self._letter, self._looks(self._text), _PATIENCE)
        self._wait_for_keyboard(running)
        taken = None
        while taken is None:
            self._eye.press("m")
            taken = self._eye.seen(self._letter, self._looks(self._typed), 2)
            if time.monotonic() > running.began + _PATIENCE:
                raise TimeoutError(f"{self.peer.name} took no key")
        self._eye.press("BackSpace")
        return taken - running.began

    def keys(self, count: int) -> list[float]:
        """Seconds from key to pixels for so many letters, in a paragraph of their own behind what is sought."""
        self._eye.quiet(self._page, 2, _PATIENCE)
        if self.peer.find:
            for step in (*self.peer.find, ("Return",), ("Return",), ("Up",)):
                self._do(step)
        letter, typed = line_of(self._eye, self._page)
        line = Box(letter.x, letter.y, letter.width * (len(LETTERS) + 2), letter.height)
        taken: list[float] = []
        while len(taken) < count:
            self._back(len(LETTERS) if taken else len(typed) - 1)
            for sign in LETTERS:
                time.sleep(PAUSE)
                if sign == " ":
                    self._eye.press("space")
                else:
                    taken.append(self._eye.stroke(sign, line))
        return taken

    def search(self, words: Sequence[str]) -> list[float]:
        """Seconds from the key that gives results to the last change of what is shown of them, for each word."""
        taken = []
        opening, typing, *last = self.peer.search
        for word in words:
            self._do(opening)
            self._eye.press("Control_L", "a")
            self._eye.type(word if last else word[:-1])
            self._eye.quiet(self._page, 1.5, _PATIENCE)
            sent = self._eye.press(*(last[0] if last else (word[-1],)))
            taken.append(self._eye.quiet(self._list, 1.2, _PATIENCE) - sent)
        assert typing == (SOUGHT,)
        return taken

    @property
    def _page(self) -> Box:
        """All but the screen's head and foot, where clocks may run."""
        return Box(0, 60, self._eye.screen.width, self._eye.screen.height - 110)

    @property
    def _list(self) -> Box:
        """Where the search shows what it found, below the fields: anywhere but at the head and the foot."""
        return Box(0, 250, self._eye.screen.width, self._eye.screen.height - 300)

    def _back(self, times: int) -> None:
        for _ in range(times):
            self._eye.press("BackSpace")
            time.sleep(PAUSE / 2)
        time.sleep(0.5)

    def _do(self, step: Step) -> None:
        if step == (SOUGHT,):
            self._eye.type(self._phrase)
        else:
            self._eye.press(*step)
        self._eye.quiet(self._page, 0.7, _PATIENCE)

    def _looks(self, picture: bytes) -> Callable[[bytes], bool]:
        return lambda now: alike(now, picture, self._letter.width)

    def _wait_for_keyboard(self, running: Running) -> None:
        processes: set[int] = set()
        while not self._eye.has_keyboard(processes):
            if running.process.poll() is not None or time.monotonic() > running.began + _PATIENCE:
                raise TimeoutError(f"{self.peer.name} shows no window")
            processes = running.processes()
            time.sleep(0.001)


def measured(stage: Stage, keys: int, words: Sequence[str]) -> Figures:
    """One turn of a program with a text."""
    with stage.started() as running:
        found: Figures = {"first": [stage.first_key(running)]}
        if stage.kind is not Kind.SHORT or not stage.peer.find:
            found["keys"] = stage.keys(keys)
            found["memory"] = [running.memory()]
        if stage.kind is Kind.SCENES and stage.peer.search:
            found["search"] = stage.search(words)
        return found


@contextlib.contextmanager
def large_screen() -> Iterator[str]:
    """A screen on which openbox shows every window as large as it is."""
    with screen() as display, tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rc.xml"
        rules.write_text(_LARGE, "ascii")
        manager = subprocess.Popen(["openbox", "--config-file", str(rules)], env={"DISPLAY": display, "HOME": folder})
        try:
            time.sleep(1)
            yield display
        finally:
            manager.terminate()
            manager.wait(10)


def main() -> None:
    """Prepare who is there, have them take their turns, and print the medians."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--keys", type=int, default=52, help="letters typed in each turn")
    options.add_argument("--words", nargs="*", default=["night", "river", "letter", "something"], help="sought")
    options.add_argument("--only", nargs="*", default=[], help="names of the programs that take part")
    said = options.parse_args()
    missing = [program for program in ("Xvfb", "openbox") if shutil.which(program) is None]
    if missing:
        raise SystemExit(f"This needs {' and '.join(missing)}.")
    there = [peer for peer in peers() if not said.only or peer.name in said.only]
    for peer in there:
        if peer.absent:
            print(peer.absent)
    with large_screen() as display:
        eye = Eye(display)
        stages = [Stage(peer, kind, display, eye) for peer in there if not peer.absent for kind in peer.kinds]
        stages = [stage for stage in stages if _prepared(stage)]
        taken: dict[tuple[str, Kind], Figures] = defaultdict(lambda: defaultdict(list))
        for number in range(said.rounds):
            for stage in stages:
                try:
                    found = measured(stage, said.keys, said.words)
                except (TimeoutError, LookupError) as error:
                    print(f"round {number + 1}, {stage.peer.name}, {stage.kind}: {error}", flush=True)
                    continue
                told = ", ".join(f"{name} {statistics.median(values):.4g}" for name, values in found.items())
                print(f"(round {number + 1}, {stage.peer.name}, {stage.kind}: {told})", flush=True)
                for name, values in found.items():
                    taken[stage.peer.name, stage.kind][name] += values
        eye.close()
    show(taken, [peer.name for peer in there])


def _prepared(stage: Stage) -> bool:
    try:
        stage.prepare()
    except (TimeoutError, LookupError) as error:
        print(f"{stage.peer.name} is passed over with {stage.kind}: {error}", flush=True)
        return False
    print(f"({stage.peer.name}, {stage.kind}: prepared)", flush=True)
    return True


def show(taken: dict[tuple[str, Kind], Figures], names: Sequence[str]) -> None:
    """Print a table, a line for each program; seconds, and milliseconds for keys and search."""
    heads = ("start", "open", "more", "scenes", "key", "p95", "in scenes", "p95", "search", "MB", "in scenes")
    print(f"\n{'':12}" + "".join(f"{head:>10}" for head in heads))
    for name in names:
        short, whole, scenes = (taken.get((name, kind), {}) for kind in Kind)
        begin, opened = _median(short, "first"), _median(whole, "first")
        keys = whole if "keys" in whole else short
        row = [begin, opened, opened - begin, _median(scenes, "first")]
        row += [at * 1000 for figures in (keys, scenes) for at in _spread(figures)]
        row += [_median(scenes, "search") * 1000, _median(keys, "memory"), _median(scenes, "memory")]
        print(f"{name:12}" + "".join(f"{value:10.2f}" if value == value else f"{'':10}" for value in row))


def _median(figures: Figures, name: str) -> float:
    return statistics.median(figures[name]) if figures.get(name) else float("nan")


def _spread(figures: Figures) -> tuple[float, float]:
    """The median key and the one that 95 of 100 do not exceed."""
    keys = sorted(figures.get("keys", []))
    return (statistics.median(keys), keys[int(len(keys) * 0.95)]) if keys else (float("nan"), float("nan"))


if __name__ == "__main__":
    main()
