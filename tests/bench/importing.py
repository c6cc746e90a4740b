"""How fast session logs are imported: events a second, the median of several runs.

Run it with ``uv run python -m tests.bench.importing [RUNS]``. As a peer in the same run it measures what the reading
alone costs: unpacking each log and decoding every line with the standard library's json.
"""

import json
import lzma
import statistics
import sys
import tempfile
import time
from pathlib import Path

from firsthand.desk.importing import import_coauthor
from firsthand.desk.reading import read_account
from firsthand.manuscript import Folder
from tests.shared import COAUTHOR


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    logs = sorted(COAUTHOR.glob("*.jsonl.xz"))
    if not logs:
        sys.exit("the shared session logs are not beside the checkout")
    rows: dict[str, list[float]] = {"import": [], "replay": [], "json alone": []}
    events = 0
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as place:
            start = time.perf_counter()
            events = import_coauthor(logs, Path(place) / "book").events
            rows["import"].append(time.perf_counter() - start)
            start = time.perf_counter()
            read_account(Folder.open(Path(place) / "book"))
            rows["replay"].append(time.perf_counter() - start)
        start = time.perf_counter()
        for log in logs:
            for line in lzma.decompress(log.read_bytes()).splitlines():
                json.loads(line)
        rows["json alone"].append(time.perf_counter() - start)
    base = statistics.median(rows["json alone"])
    print(f"{len(logs)} logs, {events:,} events, median of {runs}")
    for name, seconds in rows.items():
        median = statistics.median(seconds)
        print(f"{name:12}{median:8.2f} s{events / median:12,.0f} events/s{median / base:8.2f} x json alone")


if __name__ == "__main__":
    main()
