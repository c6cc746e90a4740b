"""What tracking costs an edit, beside loro (a commit after each edit) and pycrdt (an attribute on each), in one run.

Run it with ``uv run --with loro --with pycrdt python -m tests.bench.tracking [RUNS]``: microseconds an edit, medians of
alternating runs. *Typed* places one key behind the other; *random* goes to uniformly random places, as no writer does.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from firsthand.provenance import Origin, TrackedText

SIZES = (0, 1_000_000, 10_000_000)
TYPED, RANDOM = 20_000, 2_000
TEXT = "a lorem ips"


def ours(size: int) -> Callable[[int], Any]:
    """A tracked text of ``size`` units, and what puts a key at a place."""
    text = TrackedText(TEXT * (size // len(TEXT)), Origin.IMPORTED)
    return lambda at: text.replace(at, 0, "x", Origin.TYPED)


def loro(size: int) -> Callable[[int], Any]:
    """The same in loro, the origin being the peer."""
    from loro import LoroDoc  # type: ignore[import-not-found, unused-ignore]

    document = LoroDoc()
    document.peer_id = 1
    text = document.get_text("text")
    text.insert(0, TEXT * (size // len(TEXT)))
    document.commit()
    document.peer_id = 2

    def put(at: int) -> None:
        text.insert_utf16(at, "x")
        document.commit()

    return put


def pycrdt(size: int) -> Callable[[int], Any]:
    """The same in pycrdt, the origin being an attribute."""
    from pycrdt import Doc, Text  # type: ignore[import-not-found, unused-ignore]

    document: Any = Doc()
    document["text"] = text = Text()
    text.insert(0, TEXT * (size // len(TEXT)), {"o": "imported"})
    return lambda at: text.insert(at, "x", {"o": "typed"})


def cost(make: Callable[[int], Callable[[int], Any]], size: int, places: list[int]) -> float:
    """Microseconds an edit."""
    put = make(size)
    start = time.perf_counter()
    for at in places:
        put(at)
    return (time.perf_counter() - start) / len(places) * 1e6


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{'units':>10} {'places':8}{'ours µs':>10}{'loro µs':>10}{'ratio':>8}{'pycrdt µs':>12}{'ratio':>8}")
    for size in SIZES:
        chance = random.Random(1)
        have = size // len(TEXT) * len(TEXT)
        typed = [have // 2 + key for key in range(TYPED)]
        far = [chance.randrange(have + key + 1) for key in range(RANDOM)]
        for name, places in (("typed", typed), ("random", far)):
            few = places[: 200 if size else 2000]  # pycrdt walks the text at each edit
            rows = [(cost(ours, size, places), cost(loro, size, places), cost(pycrdt, size, few)) for _ in range(runs)]
            mine, other, third = (statistics.median(row[i] for row in rows) for i in range(3))
            print(
                f"{size:>10,} {name:8}{mine:>10.2f}{other:>10.2f}{other / mine:>8.2f}{third:>12.2f}{third / mine:>8.1f}"
            )


if __name__ == "__main__":
    main()
