"""What a history costs: its size on disk, a record on the window's thread, checking and replaying a whole novel.

Run it with ``uv run --with loro python -m tests.bench.history [sizes] [append] [novel] [long]``; without loro its
figures are left out. *Sizes*: the recorded writing of two technical articles with its true times, each patch a key,
goes the way the recorder takes it (journal, seals at its own times, coalescing, closing); loro's document of the same
edits, a commit with its time after each, is compressed as ours is, in the same run. *Append*: microseconds that
``Recorder.record`` takes on the thread that calls it. *Novel*: 1.5 million keys, in scenes of up to 25,000 keys of
those articles, every scene a sitting; *long*: 13 million keys. Times are processor time, medians of three.
"""

import gzip
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import zstandard

from firsthand.history import FORMAT, Changed, Recorder, Replay, Sitting, milliseconds, read_history, verify
from firsthand.history.clocks import moment
from firsthand.history.files import close_file, end_here, signed_by
from firsthand.history.journal import journal_lines
from firsthand.history.lines import LineWriter
from firsthand.history.recorder import SEAL_EVERY, SEAL_LINES, WRITE_EVERY, Sealer
from firsthand.history.records import Record, coalesced
from firsthand.history.sealing import Chain, blocks, read_seal, sealed, split_lines
from firsthand.history.signing import Signer
from tests.shared import SHARED

TRACES = ("seph-blog1", "json-crdt-blog-post")
PAUSE = 30 * 60_000
KEYS_A_SCENE = 25_000
SCENE = "4c1d2e5f"
SIGNER = Signer(bytes(range(32)))


class _Transaction(msgspec.Struct):
    time: str
    patches: list[tuple[int, int, str]]


class _Trace(msgspec.Struct):
    txns: list[_Transaction]


def keys(name: str) -> list[Changed]:
    """The edits of a trace, each a change; ``t`` since the first."""
    data = gzip.decompress((SHARED / "data" / "traces" / f"{name}.json.gz").read_bytes())
    trace = msgspec.json.decode(data, type=_Trace)
    times = [round(datetime.fromisoformat(one.time).timestamp() * 1000) for one in trace.txns]
    return [
        Changed(SCENE, when - times[0], *patch)
        for when, one in zip(times, trace.txns, strict=True)
        for patch in one.patches
    ]


def parts(records: list[Changed], pause: float) -> Iterator[list[Changed]]:
    """The records, divided where nothing was written for longer than ``pause`` milliseconds."""
    edges = [0, *(i for i, (a, b) in enumerate(pairwise(records), 1) if b.t - a.t > pause), len(records)]
    for start, end in pairwise(edges):
        began = records[start].t
        yield [msgspec.structs.replace(record, t=record.t - began) for record in records[start:end]]


def written(folder: Path, name: str, records: list[Changed], after: tuple[str, ...] = ()) -> tuple[Path, str]:
    """A closed sitting with these records, sealed when the recorder would have; its file and last seal."""
    sitting = Sitting(name, "9f0c11d2e3a4", moment(1_600_000_000_123), "Firsthand 0.1.0", FORMAT, "5d1e02c9b7f4", after)
    sealer = Sealer(sitting, lambda: SIGNER)
    waiting: list[Record] = [sitting]
    batch: list[Record] = []
    read, begins, sealed, out, seal = 1, 0.0, 0.0, [], ""
    for record in [*records, None]:
        if batch and (record is None or record.t > begins + WRITE_EVERY * 1000):
            read += len(journal_lines(batch := coalesced(batch)))
            waiting += batch
            batch = []
            late = record is None or record.t > sealed + SEAL_EVERY * 1000
            if late or len(waiting) >= SEAL_LINES:
                block = sealer.block(waiting, read, end=record is None)
                out.append(block.data)
                seal, waiting, sealed = block.seal, [], record.t if record else 0
        if record is not None:
            begins = begins if batch else record.t
            batch.append(record)
    path = folder / f"{name}.jsonl"
    path.write_bytes(b"".join(out))
    return close_file(path), seal


def loro_size(records: list[Changed]) -> int | None:
    """Bytes of loro's snapshot, or of its updates if they are fewer, compressed; None without loro."""
    try:
        from loro import ExportMode, LoroDoc, VersionVector  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    document: Any = LoroDoc()
    document.peer_id = 1
    document.set_record_timestamp(True)
    document.set_change_merge_interval(1)
    text = document.get_text("text")
    for record in records:
        if record.removed:
            text.delete_utf16(record.at, record.removed)
        if record.inserted:
            text.insert_utf16(record.at, record.inserted)
        document.set_next_commit_timestamp((1_600_000_000_000 + record.t) // 1000)
        document.commit()
    forms = document.export(ExportMode.Snapshot()), document.export(ExportMode.Updates(VersionVector()))
    return min(len(zstandard.ZstdCompressor(level=19).compress(form)) for form in forms)


def sizes() -> None:
    for name in TRACES:
        records = keys(name)
        for pause in (float("inf"), PAUSE):
            with tempfile.TemporaryDirectory() as folder:
                made = list(parts(records, pause))
                size = sum(written(Path(folder), f"s{i}", part)[0].stat().st_size for i, part in enumerate(made))
            print(
                f"{name}: {len(records):,} keys, {len(made)} sittings: {size / len(records):.3f} bytes a key",
                flush=True,
            )
        loro = loro_size(records)
        if loro is not None:
            print(f"{name}: loro {loro / len(records):.3f} bytes a key", flush=True)


def append() -> None:
    records = keys(TRACES[0])
    with tempfile.TemporaryDirectory() as folder:
        sitting = Sitting("one", "m", moment(0), "Firsthand", FORMAT, "m1")
        recorder = Recorder(Path(folder) / "one.jsonl", sitting, lambda _: None, lambda: SIGNER)
        costs = []
        for start in range(0, len(records), 100):
            some = records[start : start + 100]
            began = time.perf_counter()
            for record in some:
                recorder.record(record)
            costs.append((time.perf_counter() - began) / len(some) * 1e6)
            time.sleep(0.002)
        recorder.close()
    print(
        f"append: median {statistics.median(costs):.2f} µs, 99 of 100 below {sorted(costs)[-len(costs) // 100]:.2f} µs"
    )


def novel(count: int) -> None:
    """Check, read and replay a history of about ``count`` keys."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = [next(parts(keys(name)[:KEYS_A_SCENE], float("inf"))) for name in TRACES]
        models = [_unpacked(written(folder, f"m{i}", records)[0]) for i, records in enumerate(made)]
        after: tuple[str, ...] = ()
        total = number = 0
        while total < count:
            sitting, seal = _again(folder, models[number % 2], number, after)
            after, total, number = (seal,), total + len(made[number % 2]), number + 1
            end_here(folder, sitting, seal, SIGNER)
        size = sum(path.stat().st_size for path in folder.iterdir())
        print(f"{total:,} keys in {number} scenes, {size / 1e6:.1f} MB", flush=True)
        checked = median(lambda: _check(folder))
        without = median(lambda: read_history(folder))
        print(f"  verify {checked:.2f} s, of it signatures {checked - without:.2f} s", flush=True)
        if count < 10_000_000:
            decoded = median(lambda: [reading.records for reading in read_history(folder).readings])
            whole = median(lambda: _replay(folder))
            print(f"  read and decode {decoded:.2f} s, read and replay {whole:.2f} s", flush=True)


def _unpacked(path: Path) -> bytes:
    data = zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes())
    path.unlink()
    return data


def _again(folder: Path, model: bytes, number: int, after: tuple[str, ...]) -> tuple[Sitting, str]:
    """The sitting of a file once more, as that of another scene."""
    name, scene, link, out = f"s{number:04}", f"{number:08x}".encode(), ",".join(after), []
    seal = ""
    sitting = signed_by(Sitting(name, "m", moment(0), "Firsthand 0.1.0", FORMAT, "5d1e02c9b7f4", after), SIGNER)
    for begin, at, end in blocks(model):
        lines = split_lines(model[begin:at].replace(SCENE.encode(), scene))
        if not begin:
            lines[0] = LineWriter().lines([sitting])[0]
        said = read_seal(model[at:end])
        assert said is not None
        data, made = sealed(lines, Chain("m", name, link), said.open, SIGNER)
        link, seal = made.link, made.hash
        out.append(data)
    (folder / f"{name}.jsonl.zst").write_bytes(zstandard.ZstdCompressor(write_checksum=True).compress(b"".join(out)))
    return sitting, seal


def _check(folder: Path) -> None:
    found = verify(read_history(folder))
    assert found.whole, found.faults
    assert found.signed


def _replay(folder: Path) -> None:
    replay = Replay()
    for reading in read_history(folder).readings:
        assert reading.sitting is not None
        replay.sitting(milliseconds(reading.sitting.began), reading.records)
    assert not replay.misfits


def median(act: Callable[[], object]) -> float:
    """Seconds of processor time, the median of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return statistics.median(times)


if __name__ == "__main__":
    wished = sys.argv[1:] or ["sizes", "append", "novel", "long"]
    ways: dict[str, Callable[[], None]] = {
        "sizes": sizes,
        "append": append,
        "novel": lambda: novel(1_500_000),
        "long": lambda: novel(13_000_000),
    }
    with suppress(KeyboardInterrupt):
        for wish in wished:
            ways[wish]()
