"""History files: what is sealed holds, what is changed is noticed, what is torn is set aside."""

import os
import threading
from pathlib import Path

import pytest
import zstandard

from firsthand.history import (
    Cause,
    Changed,
    HistoryError,
    Recorder,
    Sitting,
    Status,
    close_interrupted,
    read_file,
    read_history,
    verify,
    write_closed,
)
from firsthand.history.files import close_file, sealed
from firsthand.history.records import decode, encode

BEGAN = "2026-11-22T01:00:00.000Z"


def sitting(**more):
    return Sitting("one", "m", BEGAN, "Firsthand", **more)


def lines(*texts):
    return [encode(Changed("s", 10 * i, 0, 0, text)) for i, text in enumerate(texts)]


def grown(path: Path, *blocks, header=None):
    """A file of several sealed blocks; its lines, with the seals."""
    seal, data = "", b""
    for number, block in enumerate(blocks):
        given = [encode(header or sitting()), *block] if not number else list(block)
        part, seal = sealed(given, seal)
        data += part
    path.write_bytes(data)
    return data.splitlines(keepends=True)


def status(folder):
    return verify(read_history(folder), "m")


def test_a_sealed_file_is_whole(tmp_path):
    grown(tmp_path / "one.jsonl", lines("a", "b"), lines("c"))
    outcome = status(tmp_path)
    assert outcome.status is Status.WHOLE
    assert (outcome.records, outcome.sittings, outcome.unsealed, outcome.faults) == (3, 1, 0, ())


def test_no_history_is_never_whole(tmp_path):
    assert status(tmp_path).status is Status.EMPTY
    assert not status(tmp_path).whole


def passes(folder):
    """Whether the history counts as whole; one that cannot be read at all (of a newer format, say) does not."""
    try:
        return status(folder).whole
    except HistoryError:
        return False


def tampered(edit):
    def make(all_lines):
        edit(all_lines)
        return b"".join(all_lines)

    return make


def recomputed(all_lines):
    """A text edited with its own block's hash computed anew: the next seal no longer follows."""
    all_lines[1] = all_lines[1].replace(b'"a"', b'"z"')
    block, _ = sealed(all_lines[:3], "")
    return block + b"".join(all_lines[4:])


TAMPERINGS = {
    "a letter changed": tampered(lambda ls: ls.__setitem__(1, ls[1].replace(b'"a"', b'"z"'))),
    "a line removed": tampered(lambda ls: ls.pop(1)),
    "a line twice": tampered(lambda ls: ls.insert(1, ls[1])),
    "two lines swapped": tampered(lambda ls: ls.insert(1, ls.pop(2))),
    "a seal removed": tampered(lambda ls: ls.pop(3)),
    "the last seal removed": tampered(lambda ls: ls.pop()),
    "all seals removed": lambda ls: b"".join(line for line in ls if b'"seal"' not in line),
    "the last block removed": lambda ls: b"".join(ls[:4]) + b"",
    "the first block removed": lambda ls: b"".join(ls[4:]),
    "a text edited, its hash computed anew": recomputed,
    "the last line torn": lambda ls: b"".join(ls)[:-9],
    "garbage in the middle": tampered(lambda ls: ls.__setitem__(2, b"\x00\xff garbage\n")),
}


@pytest.mark.parametrize("name", [n for n in TAMPERINGS if n != "the last block removed"])
def test_tampering_is_noticed(tmp_path, name):
    all_lines = grown(tmp_path / "one.jsonl", lines("a", "b"), lines("c"))
    (tmp_path / "one.jsonl").write_bytes(TAMPERINGS[name](all_lines))
    assert not status(tmp_path).whole


def test_a_block_lost_from_the_end_is_noticed_by_the_sitting_after_it(tmp_path):
    all_lines = grown(tmp_path / "one.jsonl", lines("a", "b"), lines("c"))
    after = read_file(tmp_path / "one.jsonl").last_seal
    later = Sitting("two", "m", "2026-11-23T01:00:00.000Z", "Firsthand", after=after)
    write_closed(tmp_path / "two.jsonl.zst", [encode(later), *lines("d")], after)
    assert status(tmp_path).whole
    (tmp_path / "one.jsonl").write_bytes(TAMPERINGS["the last block removed"](all_lines))
    assert status(tmp_path).status is Status.BROKEN


def test_every_flipped_bit_of_a_sealed_file_is_noticed(tmp_path):
    path = tmp_path / "one.jsonl"
    data = b"".join(grown(path, lines("a")))
    for place in range(len(data)):
        for bit in (0, 3, 6):
            path.write_bytes(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])
            assert not passes(tmp_path), (place, bit)


def test_truncation_at_every_length_is_noticed(tmp_path):
    path = tmp_path / "one.jsonl"
    data = b"".join(grown(path, lines("a", "b")))
    for size in range(len(data)):
        path.write_bytes(data[:size])
        assert not status(tmp_path).whole, size


def test_a_history_of_another_manuscript_is_noticed(tmp_path):
    grown(tmp_path / "one.jsonl", lines("a"))
    assert verify(read_history(tmp_path), "other").status is Status.BROKEN


def test_a_damaged_closed_file_is_noticed_and_read_as_far_as_it_goes(tmp_path):
    grown(tmp_path / "one.jsonl", lines("a"))
    closed = close_file(tmp_path / "one.jsonl")
    data = closed.read_bytes()
    closed.write_bytes(data[: len(data) // 2])
    assert status(tmp_path).status is Status.BROKEN


def test_a_newer_format_is_refused_with_a_sentence(tmp_path):
    grown(tmp_path / "one.jsonl", lines("a"), header=sitting(format=99))
    with pytest.raises(HistoryError, match="newer Firsthand"):
        read_file(tmp_path / "one.jsonl")


def test_a_killed_sitting_is_sealed_late_and_its_torn_line_kept_aside(tmp_path):
    path = tmp_path / "one.jsonl"
    block, _ = sealed([encode(sitting()), *lines("a")], "")
    path.write_bytes(block + b"".join(lines("b")) + b'{"k":"change","sce')
    assert status(tmp_path).status is Status.UNSEALED
    assert "not finished" in str(close_interrupted(path))
    outcome = status(tmp_path)
    assert outcome.whole
    assert (outcome.records, outcome.late_seals) == (2, 1)
    assert (tmp_path / "one.jsonl.torn").read_bytes() == b'{"k":"change","sce'
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one.jsonl.torn", "one.jsonl.zst"]


def recorder(path, trouble=None):
    return Recorder(path, sitting(), (trouble if trouble is not None else []).append)


def test_what_was_recorded_is_read_back_sealed(tmp_path):
    one = recorder(tmp_path / "one.jsonl")
    for i, key in enumerate("the tide"):
        one.record(Changed("s", one.now(), i, 0, key))
    assert one.flush()
    assert read_file(tmp_path / "one.jsonl").records
    assert one.close()
    reading = read_file(tmp_path / "one.jsonl.zst")
    assert "".join(r.inserted for r in reading.records if isinstance(r, Changed)) == "the tide"
    assert status(tmp_path).whole


def test_a_seal_that_was_asked_for_is_there(tmp_path):
    one = recorder(tmp_path / "one.jsonl")
    one.record(Changed("s", 0, 0, 0, "a"))
    assert one.flush(seal=True)
    assert status(tmp_path).whole
    one.record(Changed("s", 0, 0, 0, "b", cause=Cause.PASTE))
    assert one.flush()
    assert status(tmp_path).status is Status.UNSEALED
    assert one.close()
    assert status(tmp_path).whole


def test_a_full_disk_loses_nothing_and_says_so_once(small_disk):
    told: list[str | None] = []
    one = recorder(small_disk / "one.jsonl", told)
    filler = small_disk / "filler"
    one.record(Changed("s", 0, 0, 0, "before"))
    assert one.flush()
    filler.write_bytes(b"x" * (small_disk_free(small_disk)))
    for i in range(400):
        one.record(Changed("s", i, 0, 0, f"word {i} " + "z" * 100, cause=Cause.PASTE))
    assert not one.flush(timeout=0.8)
    assert len(told) == 1
    assert "words are safe" in str(told[0])
    filler.unlink()
    assert one.flush(timeout=5)
    assert told[1:] == [None]
    assert one.close()
    records = read_file(small_disk / "one.jsonl.zst").records
    assert [r.inserted[:8].strip() for r in records if isinstance(r, Changed)][:3] == ["before", "word 0 z", "word 1 z"]
    assert len(records) == 401
    assert status(small_disk).whole


def small_disk_free(path):
    stat = os.statvfs(path)
    return stat.f_bavail * stat.f_frsize


def test_recording_never_waits_for_the_disk(tmp_path):
    """The recorder's thread holds no lock while it writes: a record taken meanwhile returns."""
    one = recorder(tmp_path / "one.jsonl")
    stop = threading.Event()

    def type_on():
        while not stop.is_set():
            one.record(Changed("s", one.now(), 0, 0, "k", cause=Cause.REPLACE))

    typist = threading.Thread(target=type_on)
    typist.start()
    assert one.flush()
    stop.set()
    typist.join()
    assert one.close()
    assert status(tmp_path).whole


def test_a_closed_file_is_common_zstd(tmp_path):
    write_closed(tmp_path / "one.jsonl.zst", [encode(sitting()), *lines("a")])
    data = zstandard.ZstdDecompressor().decompressobj().decompress((tmp_path / "one.jsonl.zst").read_bytes())
    assert [type(decode(line)).__name__ for line in data.splitlines(keepends=True)] == ["Sitting", "Changed", "Seal"]
