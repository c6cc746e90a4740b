"""What tracking costs an edit, beside loro (a commit after each edit) and pycrdt (an attribute on each), in one run.

Run it with ``uv run --with loro --with pycrdt python -m tests.bench.tracking [RUNS]``. The recorded writing of two
technical articles is replayed patch by patch, as a page would hand it on: what a patch inserts is typed. It happens in
the middle of a text that was imported. *Keys* places one key behind the other; *random* goes to uniformly random
places, as no writer does. The engines take turns at a thousand edits each. The figures are microseconds of
processor time an edit and medians of the runs; a ratio is a median too, each against our own time over the very edits
the other made. pycrdt takes part in the first run only, and in the first edits only where the whole would take minutes.
In the end the texts are compared. The few characters that are not ASCII are replaced, as pycrdt counts bytes.
"""

import gzip
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec

from firsthand.provenance import Origin, TrackedText
from tests.shared import SHARED

TRACES = SHARED / "data" / "traces"
SIZES = (0, 1_000_000, 10_000_000)
TEXT = "a lorem ips"
TURN = 1000
KEYS, RANDOM = 20_000, 2_000
FEW = TURN  # of the random edits, for pycrdt, which walks the text at each

Edit = tuple[int, int, str]


class Engine(NamedTuple):
    """A text that takes edits, and what it is in the end."""

    play: Callable[[Iterable[Edit]], None]
    read: Callable[[], str]


class _Transaction(msgspec.Struct):
    patches: list[Edit]


class _Trace(msgspec.Struct):
    txns: list[_Transaction]


def ours(before: str) -> Engine:
    """A tracked text."""
    text = TrackedText(before, Origin.IMPORTED)

    def play(edits: Iterable[Edit]) -> None:
        replace, origin = text.replace, Origin.TYPED
        for at, removed, inserted in edits:
            replace(at, removed, inserted, origin)

    return Engine(play, lambda: text.text)


def loro(before: str) -> Engine:
    """A loro document, the origin being the peer."""
    from loro import LoroDoc  # type: ignore[import-not-found, unused-ignore]

    document = LoroDoc()
    document.peer_id = 1
    text = document.get_text("text")
    text.insert(0, before)
    document.commit()
    document.peer_id = 2

    def play(edits: Iterable[Edit]) -> None:
        insert, delete, commit = text.insert_utf16, text.delete_utf16, document.commit
        for at, removed, inserted in edits:
            if removed:
                delete(at, removed)
            if inserted:
                insert(at, inserted)
            commit()

    return Engine(play, text.to_string)


def pycrdt(before: str) -> Engine:
    """A pycrdt document, the origin being an attribute."""
    from pycrdt import Doc, Text  # type: ignore[import-not-found, unused-ignore]

    document: Any = Doc()
    document["text"] = text = Text()
    text.insert(0, before, {"o": "imported"})

    def play(edits: Iterable[Edit]) -> None:
        typed = {"o": "typed"}
        for at, removed, inserted in edits:
            if removed:
                del text[at : at + removed]
            if inserted:
                text.insert(at, inserted, typed)

    return Engine(play, lambda: str(text))


def race(before: str, edits: list[Edit], makers: dict[Callable[[str], Engine], int]) -> list[tuple[float, float]]:
    """Let each engine make as many of the edits as it may: microseconds an edit, and how many times the first one's.

    That is all of them, or a number that ends with a turn.
    AssertionError if two engines that made all the edits end with different texts.
    """
    engines = [(make(before), most) for make, most in makers.items()]
    spent, same = [0.0] * len(engines), [0.0] * len(engines)
    for begin in range(0, len(edits), TURN):
        took = [0.0] * len(engines)
        order = list(enumerate(engines))
        for index, (engine, most) in order if begin // TURN % 2 else reversed(order):
            if begin < most:
                start = time.process_time()
                engine.play(edits[begin : begin + TURN])
                took[index] = time.process_time() - start
        for index, (_, most) in order:
            spent[index] += took[index]
            same[index] += took[0] if begin < most else 0.0
    ends = {engine.read() for engine, most in engines if most >= len(edits)}
    assert len(ends) == 1, "the engines made different texts of the same edits"
    return [
        (one / min(most, len(edits)) * 1e6, one / own) for one, own, (_, most) in zip(spent, same, engines, strict=True)
    ]


def recorded(name: str) -> list[Edit]:
    """The patches of a recorded article, in order."""
    trace = msgspec.json.decode(gzip.decompress((TRACES / name).read_bytes()), type=_Trace)
    patches = (patch for transaction in trace.txns for patch in transaction.patches)
    return [(at, removed, inserted.encode("ascii", "replace").decode()) for at, removed, inserted in patches]


def cases(size: int) -> Iterable[tuple[str, list[Edit], int]]:
    """What is written into a text of ``size`` units: its name, the edits, and how many of them pycrdt makes."""
    for path in sorted(TRACES.glob("*.json.gz")):
        edits = [(size // 2 + at, removed, inserted) for at, removed, inserted in recorded(path.name)]
        yield path.name.removesuffix(".json.gz"), edits, len(edits)
    yield "keys", [(size // 2 + key, 0, "x") for key in range(KEYS)], KEYS
    chance = random.Random(1)
    yield "random", [(chance.randrange(size + key + 1), 0, "x") for key in range(RANDOM)], FEW


def main() -> None:
    """Print the table."""
    if not TRACES.is_dir():
        print(f"The recorded articles are not there ({TRACES}), so there is nothing to replay.")
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{'units':>10} {'edits':20}{'ours µs':>9}{'loro µs':>9}{'ratio':>7}{'pycrdt µs':>11}{'ratio':>8}{'of':>9}")
    for size in SIZES:
        before = TEXT * (size // len(TEXT))
        for name, edits, most in cases(len(before)):
            rows = [race(before, edits, {ours: len(edits), loro: len(edits), pycrdt: most})]
            rows += [race(before, edits, {ours: len(edits), loro: len(edits)}) for _ in range(runs - 1)]
            (mine, _), (other, ratio) = (
                [statistics.median(column) for column in zip(*(row[i] for row in rows), strict=True)] for i in (0, 1)
            )
            third, far = rows[0][2]
            print(
                f"{size:>10,} {name:20}{mine:>9.2f}{other:>9.2f}{ratio:>7.2f}{third:>11.2f}{far:>8.1f}{most:>9,}",
                flush=True,
            )


if __name__ == "__main__":
    main()
