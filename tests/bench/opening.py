"""How soon one can write: the window's start, opening a novel, going from scene to scene, saving; and what that holds.

    python -m tests.bench.opening [start] [novel] [long] [--rounds N] [--keep DIR]

*Start*: from the start of a process to the first key taken, in the real window on the sample novel, and in a bare
PySide6 window with a text editor that holds the same text; the two take turns (*worked*: processor time of all threads
by then). *Novel*: a made novel of 60 scenes, 120,000 words and 1.5 million keystrokes (``tests.bench.novel``); *long*:
600 scenes, 1,000,000 words, 12.5 million keystrokes. *First* is the opening that replays the history, *open* one by the
checkpoint, both from ``Desk.open`` to a desk, with the processor time it takes beside it; *switch* is from
``open_scene`` to the page painted, *search* from a word in the field of the search over all scenes to its results
painted (the first needs the scenes that nobody opened yet), *save* what the window's thread spends on one, *saved*
until it is on disk. Wall-clock times, medians, with the processor time of the window's thread beside them; the memory
(PSS, megabytes) is the window's process when all is counted, and at the end. The days of the calendar are counted
before (*settled*), as after any sitting in the window. With ``--keep`` the novels are kept in a folder and found
there again."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from firsthand.desk.sample import sample_novel
from tests.bench.novel import MACHINE, made, write

SIZES = {"novel": (120_000, 1_500_000, 60), "long": (1_000_000, 12_500_000, 600)}


def main() -> None:
    """Print what is wished for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("wished", nargs="*", default=["start", "novel"])
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--keep", type=Path)
    said = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = said.keep or Path(place)
        for wish in said.wished:
            if wish == "start":
                _print_start(home, said.rounds)
            else:
                _print_novel(wish, home, said.rounds)


def _print_start(home: Path, rounds: int) -> None:
    sample = sample_novel(home / "sample")
    taken: dict[str, list[dict[str, float]]] = {"bare": [], "window": []}
    for _ in range(rounds + 1):
        for kind, found in taken.items():
            found.append(_child(kind, home, sample))
    for name in ("seconds", "worked"):
        times = {kind: [run[name] for run in found[1:]] for kind, found in taken.items()}  # the first warms the disk
        medians = {kind: statistics.median(one) for kind, one in times.items()}
        for kind, one in times.items():
            print(f"{name:>8}, {kind:>8}: {medians[kind]:.3f} s ({min(one):.3f} to {max(one):.3f})")
        least = min(times["window"]) / min(times["bare"])
        print(f"{name:>8}, {'ratio':>8}: {medians['window'] / medians['bare']:.2f} (of the least: {least:.2f})")


def _print_novel(size: str, home: Path, rounds: int) -> None:
    place = home / size
    if not place.exists():
        words, keys, scenes = SIZES[size]
        write(made(words, keys, scenes), place)
    first = _child("desk", home, place, new=True)
    _child("desk", home, place)  # makes the checkpoint
    opened = [_child("desk", home, place) for _ in range(rounds)]
    passed, worked = (statistics.median(one[name] for one in opened) * 1000 for name in ("open", "worked"))
    print(f"{size}: first {first['open']:.2f} s, of work {first['worked']:.2f} s")
    print(f"{size}: open {passed:.0f} ms, of work {worked:.0f} ms")
    _child("settled", home, place)
    figures = [_child("novel", home, place) for _ in range(max(1, rounds // 3))]
    for name in figures[0]:
        print(f"{name:>12}: {statistics.median(one[name] for one in figures):.1f}")


def _child(kind: str, home: Path, place: Path | None = None, *, new: bool = False) -> dict[str, float]:
    """What one process of its own finds, with an empty home if it is to be ``new``."""
    own = home / ("new" if new else "home")
    if new:
        shutil.rmtree(own, ignore_errors=True)
    (own / "state").mkdir(parents=True, exist_ok=True)
    (own / "state" / "machine").write_text(f"{MACHINE}\n", "ascii")
    environment = {**os.environ, "FIRSTHAND_HOME": str(own), "BEGAN": str(time.monotonic_ns())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    environment.setdefault("QT_QPA_PLATFORM", "xcb" if "DISPLAY" in os.environ else "offscreen")
    command = [sys.executable, "-m", "tests.bench.opening_child", kind, *([str(place)] if place else [])]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
