"""What any version of a scene costs, in a made novel of 60 scenes, and in the same novel as one single scene.

Run it with ``uv run python -m tests.bench.versions [CHANGES...]``; the numbers are changes between keyframes to try. A
novel is written to disk and read as ``Versioning.read`` does. *First* is the first version asked of a scene, which lays
its keyframes; *version* any after that, at 600 random numbers; *differences* are between a random version and the one
20 changes later, hunk by hunk. Milliseconds of processor time; the memory is that of the keyframes of all scenes.
"""

import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from firsthand.desk.reading import history_folder
from firsthand.history import Reading, Versions, milliseconds, read_history
from firsthand.history.versions import EVERY
from firsthand.provenance.hunks import hunks
from tests.bench.novel import made, write

ASKED = 600


def main() -> None:
    """Print the table."""
    tried = [int(number) for number in sys.argv[1:]] or [EVERY]
    head = ("keyframes", "first, p50", "max", "version, p50", "p95", "max", "diff., p50", "p95", "MB")
    for scenes in (60, 1):
        with tempfile.TemporaryDirectory() as place:
            novel = made(scenes=scenes)
            write(novel, Path(place) / "novel")
            start = time.process_time()
            readings = list(read_history(history_folder(Path(place) / "novel")).readings)
            middle = time.process_time()
            taken(readings, EVERY)
            ready = time.process_time()
        print(f"{scenes} scenes, {novel.keystrokes:,} keystrokes, {sum(len(r.records) for r in readings):,} records")
        print(f"read from disk {middle - start:.2f} s, taken in {ready - middle:.2f} s")
        print("".join(f"{name:>14}" for name in head))
        for every in tried:
            print(f"{every:>14}" + "".join(f"{figure:>14.1f}" for figure in measured(readings, every)), flush=True)


def taken(readings: list[Reading], every: int) -> Versions:
    """The versions of what was read, as the desk takes them in."""
    versions = Versions(every)
    for reading in readings:
        assert reading.sitting is not None
        versions.sitting(milliseconds(reading.sitting.began), reading.records)
    return versions


def measured(readings: list[Reading], every: int) -> list[float]:
    """The figures of the table."""
    chance, versions = random.Random(1), taken(readings, every)
    scenes = versions.scenes()
    first = [spent(versions.latest, scene) for scene in scenes]
    asked = [(scene, chance.randrange(versions.latest(scene) + 1)) for scene in chance.choices(scenes, k=ASKED)]
    later = [spent(versions.at, *one) for one in asked]
    beside = [
        (versions.at(scene, n), versions.at(scene, min(n + 20, versions.latest(scene)))) for scene, n in asked[:100]
    ]
    differences = [spent(hunks, *pair) for pair in beside]
    return [
        statistics.median(first),
        max(first),
        *spread(later),
        max(later),
        *spread(differences),
        memory(readings, every),
    ]


def spent(do: Callable[..., object], *what: object) -> float:
    """Milliseconds that a call takes."""
    start = time.process_time()
    do(*what)
    return (time.process_time() - start) * 1000


def spread(figures: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return statistics.median(figures), statistics.quantiles(figures, n=20)[-1]


def memory(readings: list[Reading], every: int) -> float:
    """Megabytes that the keyframes of all scenes hold."""
    versions = taken(readings, every)
    tracemalloc.start()
    for scene in versions.scenes():
        versions.latest(scene)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return held / 1e6


if __name__ == "__main__":
    main()
