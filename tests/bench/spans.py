"""What a scene of many runs costs: to load it, to read its spans, and to say of words in it that they are another's.

Run it with ``uv run python -m tests.bench.spans [RUNS]``: medians of processor time, in milliseconds for a scene of
100,000 runs, and in microseconds for a finding, which puts another run over 1 to 60 words at a random place.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable

from firsthand.provenance import Change, Origin, Run, Source, TrackedText

COUNT = 100_000
FOUND = 1000
WORD = "words "
LENGTHS = (1, 4, 9, 30)


def scene() -> tuple[str, tuple[Run, ...]]:
    """A text of many short runs, and the runs: the author's and several models' in turns."""
    sources = (Source(Origin.TYPED), Source(Origin.MODEL, "a"), Source(Origin.PASTED), Source(Origin.MODEL, "b"))
    runs = tuple(Run(LENGTHS[i % 7 % 4], sources[i % 4]) for i in range(COUNT))
    length = sum(run.length for run in runs)
    return (WORD * (length // len(WORD) + 1))[:length], runs


def seconds(act: Callable[[], object]) -> float:
    """The processor time that doing it takes."""
    start = time.process_time()
    act()
    return time.process_time() - start


def findings(text: TrackedText, chance: random.Random) -> list[Change]:
    """Findings over stretches of the text, as changes."""
    changes = []
    for _ in range(FOUND):
        length = len(WORD) * chance.randint(1, 60)
        at = chance.randrange(len(text) - length)
        changes.append(Change(at, length, text.slice(at, at + length), Source(Origin.RETYPED, "c")))
    return changes


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    units, whose = scene()
    text = TrackedText(units, whose)
    rows: dict[str, list[float]] = {"load": [], "spans": [], "runs": [], "finding": []}
    for turn in range(runs):
        rows["load"].append(seconds(lambda: TrackedText(units, whose)))
        rows["spans"].append(seconds(lambda: list(text.spans())))
        rows["runs"].append(seconds(text.runs))
        other = TrackedText(units, whose)
        changes = findings(other, random.Random(turn))
        rows["finding"].append(seconds(lambda: [other.apply(change) for change in changes]) / FOUND)  # noqa: B023
    assert len(list(text.spans())) == COUNT
    for name in ("load", "spans", "runs"):
        print(f"{name:10}{statistics.median(rows[name]) * 1e3:9.1f} ms for {COUNT:,} runs")
    print(f"{'finding':10}{statistics.median(rows['finding']) * 1e6:9.1f} µs")


if __name__ == "__main__":
    main()
