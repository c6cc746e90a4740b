"""History files as they grow: what is written is read back sealed, and neither a kill nor a full disk loses a word."""

import os
import shutil
import threading

import pytest
import zstandard

from firsthand.history import (
    FORMAT,
    Cause,
    Changed,
    HistoryError,
    Recorder,
    Saved,
    Sitting,
    Status,
    close_earlier,
    end_here,
    read_file,
    read_history,
    verify,
    write_closed,
)
from firsthand.history import recorder as recording
from firsthand.history.clocks import SittingTime
from firsthand.history.journal import header, journal_lines
from firsthand.history.lines import LineReader
from firsthand.history.signing import PUBLIC_NAME, read_public_file
from firsthand.history.verification import without_seal
from tests.sealed import OTHER, SIGNER

BEGAN = "2026-11-22T01:00:00.000Z"


def sitting(name="one", after=(), **more):
    return Sitting(name, "m", BEGAN, "Firsthand", FORMAT, "m1", tuple(after), **more)


def outcome(folder):
    return verify(read_history(folder), "m")


def texts(folder):
    return [r.inserted for one in read_history(folder).readings for r in one.records if isinstance(r, Changed)]


def recorder(folder, trouble=None, signer=SIGNER, **more):
    told = trouble if trouble is not None else []
    return Recorder(folder / "one.jsonl", sitting(**more), told.append, lambda: signer)


def files(folder):
    return sorted(path.name for path in folder.iterdir() if path.name[0] != "." and path.name != PUBLIC_NAME)


def test_no_history_is_never_whole(tmp_path):
    assert outcome(tmp_path).status is Status.EMPTY
    assert not outcome(tmp_path).whole


def test_what_was_recorded_is_read_back_sealed(tmp_path):
    one = recorder(tmp_path)
    for i, key in enumerate("the tide"):
        one.record(Changed("s", 100 * i, i, 0, key))
    assert one.flush()
    assert files(tmp_path) == ["one.journal"]
    assert "".join(texts(tmp_path)) == "the tide"
    assert outcome(tmp_path).status is Status.UNSEALED
    assert one.close()
    assert files(tmp_path) == ["m1.head", "one.jsonl.zst"]
    assert read_public_file((tmp_path / PUBLIC_NAME).read_bytes()) == SIGNER.public
    assert texts(tmp_path) == ["the tide"]
    found = outcome(tmp_path)
    assert (found.status, found.records, found.sittings, found.signed) == (Status.WHOLE, 1, 1, True)


@pytest.mark.parametrize("signer", [SIGNER, None])
def test_a_sitting_without_a_key_is_whole_but_not_signed(tmp_path, signer):
    assert recorder(tmp_path, signer=signer).close()
    found = outcome(tmp_path)
    assert (found.whole, found.signed, found.unsigned) == (True, signer is not None, () if signer else ("one",))


def test_a_seal_that_was_asked_for_is_there(tmp_path):
    one = recorder(tmp_path)
    one.record(Changed("s", 0, 0, 0, "a"))
    assert one.flush(seal=True)
    assert outcome(tmp_path).status is Status.UNCLOSED
    one.record(Changed("s", 0, 0, 0, "b", cause=Cause.PASTE))
    assert one.flush()
    assert (outcome(tmp_path).status, outcome(tmp_path).unsealed) == (Status.UNSEALED, 1)
    assert one.close()
    assert outcome(tmp_path).whole
    assert [seal.read for seal in read_file(tmp_path / "one.jsonl.zst").seals] == [2, 3]


def test_a_sitting_that_is_sealed_already_closes_with_an_empty_block(tmp_path):
    one = recorder(tmp_path)
    assert one.flush(seal=True)
    assert one.close()
    assert [(seal.lines, seal.end) for seal in read_file(tmp_path / "one.jsonl.zst").seals] == [(1, False), (0, True)]
    assert outcome(tmp_path).whole


def test_a_block_is_sealed_when_the_journal_is_long_and_coalesced_as_a_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(recording, "SEAL_LINES", 5)
    one = recorder(tmp_path)
    for i, key in enumerate("the tide"):
        one.record(Changed("s", 100 * i, i, 0, key))
        assert one.flush()
    assert (tmp_path / "one.jsonl").read_bytes().count(b'"seal"') == 1
    assert [len(r.waiting) for r in read_history(tmp_path).readings] == [4]
    assert texts(tmp_path) == ["the ", "tide"]
    assert one.close()
    assert texts(tmp_path) == ["the ", "tide"]


def killed(folder, into, *, after):
    """A copy of a history as it is at this moment: what a kill leaves."""
    shutil.copytree(folder, into)
    after()
    return into


@pytest.mark.parametrize("seal", [False, True])
@pytest.mark.parametrize("more", [(), ("b",)])
def test_a_killed_sitting_loses_nothing_and_is_sealed_late(tmp_path, seal, more):
    (tmp_path / "live").mkdir()
    one = recorder(tmp_path / "live")
    one.record(Changed("s", 0, 0, 0, "a"))
    assert one.flush(seal=seal)
    for text in more:
        one.record(Changed("s", 9000, 1, 0, text))
    assert one.flush()
    left = killed(tmp_path / "live", tmp_path / "killed", after=one.close)
    before = texts(left)
    assert before == ["a", *more]
    assert not outcome(left).whole
    assert close_earlier(left, "m1", lambda: SIGNER).said == []
    found = outcome(left)
    assert (found.status, found.late_seals, found.signed, found.faults) == (Status.WHOLE, 1, True, ())
    assert texts(left) == before
    assert files(left) == ["m1.head", "one.jsonl.zst"]


@pytest.mark.parametrize(("signer", "signed"), [(OTHER, True), (None, False)])
def test_a_late_seal_is_of_the_key_that_is_there_then(tmp_path, signer, signed):
    (tmp_path / "live").mkdir()
    one = recorder(tmp_path / "live")
    assert one.flush(seal=True)
    left = killed(tmp_path / "live", tmp_path / "killed", after=one.close)
    close_earlier(left, "m1", lambda: signer)
    found = outcome(left)
    assert (found.whole, found.signed, len(found.keys)) == (True, signed, 1 + signed)


def test_the_sitting_of_another_computer_is_left_alone(tmp_path):
    (tmp_path / "live").mkdir()
    one = recorder(tmp_path / "live")
    assert one.flush(seal=True)
    left = killed(tmp_path / "live", tmp_path / "killed", after=one.close)
    assert close_earlier(left, "m2", lambda: SIGNER).seals == {}
    assert files(left) == ["m1.head", "one.journal", "one.jsonl"]


JOURNAL = header("one", 0) + b"".join(journal_lines([sitting(), Changed("s", 0, 0, 0, "a"), Saved("s", 5, "ff")]))


def test_a_journal_torn_at_any_place_gives_its_whole_lines(tmp_path):
    path = tmp_path / "one.journal"
    for size in range(len(JOURNAL)):
        path.write_bytes(JOURNAL[:size])
        whole = JOURNAL[:size].count(b"\n")
        reading = read_file(tmp_path / "one.jsonl")
        assert len(reading.records) == max(0, whole - 2)
        assert reading.torn_line == JOURNAL[:size].split(b"\n")[-1]


def test_a_torn_line_is_kept_aside_and_said(tmp_path):
    (tmp_path / "one.journal").write_bytes(JOURNAL[:-4])
    assert "not finished" in str(close_earlier(tmp_path, "m1").said)
    assert texts(tmp_path) == ["a"]
    assert outcome(tmp_path).whole
    assert files(tmp_path) == ["m1.head", "one.jsonl.zst", "one.torn"]
    assert (tmp_path / "one.torn").read_bytes() == JOURNAL.splitlines()[-1][:-3]


@pytest.mark.parametrize("begun", [b"", JOURNAL[:9], header("one", 0), header("one", 0) + b'{"k":"sit'])
def test_a_sitting_that_was_killed_before_its_first_record_is_no_fault_and_goes(tmp_path, begun):
    whole = Sitting("zero", "m", BEGAN, "Firsthand", FORMAT, "m1")
    end_here(tmp_path, whole, write_closed(tmp_path / "zero.jsonl.zst", whole, [], SIGNER), SIGNER)
    (tmp_path / "one.journal").write_bytes(begun)
    assert outcome(tmp_path).status is Status.UNSEALED
    assert close_earlier(tmp_path, "m1", lambda: SIGNER).seals == {}
    assert outcome(tmp_path).whole
    assert files(tmp_path) == ["m1.head", "zero.jsonl.zst"]


def test_a_block_that_was_being_written_is_in_the_journal_still(tmp_path):
    """A kill before the block is whole, and one before the journal is emptied, at every byte of the block."""
    (tmp_path / "live").mkdir()
    one = recorder(tmp_path / "live")
    one.record(Changed("s", 0, 0, 0, "a"))
    assert one.flush()
    journal = (tmp_path / "live" / "one.journal").read_bytes()
    assert one.flush(seal=True)
    block, head = ((tmp_path / "live" / name).read_bytes() for name in ("one.jsonl", "m1.head"))
    assert one.close()
    for size in range(len(block) + 1):
        left = tmp_path / str(size)
        left.mkdir()
        for name, data in {"one.jsonl": block[:size], "one.journal": journal, "m1.head": head}.items():
            (left / name).write_bytes(data)
        assert texts(left) == ["a"]
        if size % 50 == 0 or size == len(block):
            assert close_earlier(left, "m1", lambda: SIGNER).said == []
            assert outcome(left).whole
            assert texts(left) == ["a"]


def test_a_file_that_is_both_open_and_closed_counts_once(tmp_path):
    one = recorder(tmp_path)
    one.record(Changed("s", 0, 0, 0, "a"))
    assert one.close()
    data = zstandard.ZstdDecompressor().decompressobj().decompress((tmp_path / "one.jsonl.zst").read_bytes())
    (tmp_path / "one.jsonl").write_bytes(data)
    assert texts(tmp_path) == ["a"]
    assert outcome(tmp_path).whole


def test_a_damaged_file_is_left_as_it_is_and_read_as_far_as_it_goes(tmp_path):
    one = recorder(tmp_path)
    one.record(Changed("s", 0, 0, 0, "a"))
    assert one.flush(seal=True)
    one.record(Changed("s", 9000, 1, 0, "b"))
    assert one.close()
    data = zstandard.ZstdDecompressor().decompressobj().decompress((tmp_path / "one.jsonl.zst").read_bytes())
    (tmp_path / "one.jsonl.zst").unlink()
    (tmp_path / "one.jsonl").write_bytes(data.replace(b'"x":"a"', b'"x":"z"'))
    assert texts(tmp_path) == ["z", "b"]
    before = (tmp_path / "one.jsonl").read_bytes()
    assert close_earlier(tmp_path, "m1").said == []
    assert (tmp_path / "one.jsonl").read_bytes() == before
    assert "block 1 (lines 1 to 3)" in outcome(tmp_path).faults[0]


def test_a_damaged_closed_file_is_noticed(tmp_path):
    write_closed(tmp_path / "one.jsonl.zst", sitting(), [Changed("s", 0, 0, 0, "a")])
    data = (tmp_path / "one.jsonl.zst").read_bytes()
    for damaged in (data[: len(data) // 2], b"no frame at all", data + b"x", data[:-1]):
        (tmp_path / "one.jsonl.zst").write_bytes(damaged)
        assert outcome(tmp_path).status is Status.BROKEN


def test_a_newer_format_is_refused_with_a_sentence(tmp_path):
    newer = Sitting("one", "m", BEGAN, "Firsthand", 99, "m1")
    (tmp_path / "one.journal").write_bytes(header("one", 0) + journal_lines([newer])[0])
    with pytest.raises(HistoryError, match="newer Firsthand"):
        read_file(tmp_path / "one.jsonl")


def test_sittings_written_at_once_are_whole_one_after_the_other(tmp_path):
    first = write_closed(tmp_path / "one.jsonl.zst", sitting(), [Changed("s", 0, 0, 0, "a")], SIGNER)
    two = sitting("two", [first])
    end_here(tmp_path, two, write_closed(tmp_path / "two.jsonl.zst", two, [Changed("s", 0, 0, 0, "b")], SIGNER), SIGNER)
    assert outcome(tmp_path).whole
    assert outcome(tmp_path).signed
    (tmp_path / "one.jsonl.zst").unlink()
    assert outcome(tmp_path).status is Status.BROKEN


def test_a_closed_file_is_common_zstd(tmp_path):
    write_closed(tmp_path / "one.jsonl.zst", sitting(), [Changed("s", 0, 0, 0, "a")])
    data = zstandard.ZstdDecompressor().decompressobj().decompress((tmp_path / "one.jsonl.zst").read_bytes())
    *lines, seal = data.splitlines(keepends=True)
    reader = LineReader()
    assert [type(r).__name__ for line in lines for r in reader.records(line)] == ["Sitting", "Changed"]
    assert seal.startswith(b'{"k":"seal","block":1,"lines":2,"end":true,"hash":"')


def test_a_full_disk_loses_nothing_and_says_so_once(small_disk):
    told: list[str | None] = []
    one = recorder(small_disk, told)
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
    assert [text[:8].strip() for text in texts(small_disk)][:3] == ["before", "word 0 z", "word 1 z"]
    assert len(texts(small_disk)) == 401
    assert outcome(small_disk).whole


def test_a_seal_on_a_full_disk_is_set_when_there_is_room(small_disk):
    told: list[str | None] = []
    one = recorder(small_disk, told)
    for i in range(60):
        one.record(Changed("s", i, 0, 0, f"{i} " + "z" * 1000, cause=Cause.PASTE))
    assert one.flush()
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * (small_disk_free(small_disk) - 20_000))
    assert not one.flush(timeout=0.8, seal=True)
    assert len(told) == 1
    assert len(texts(small_disk)) == 60
    filler.unlink()
    assert one.flush(timeout=5, seal=True)
    assert outcome(small_disk).status is Status.UNCLOSED
    assert one.close()
    assert outcome(small_disk).whole
    assert len(texts(small_disk)) == 60


def small_disk_free(path):
    stat = os.statvfs(path)
    return stat.f_bavail * stat.f_frsize


def test_recording_never_waits_for_the_disk(tmp_path):
    """The recorder's thread holds no lock while it writes: a record taken meanwhile returns."""
    one = recorder(tmp_path)
    stop, taken = threading.Event(), SittingTime()

    def type_on():
        while not stop.is_set():
            one.record(Changed("s", taken.t(), 0, 0, "k", cause=Cause.REPLACE))

    typist = threading.Thread(target=type_on)
    typist.start()
    assert one.flush()
    stop.set()
    typist.join()
    assert one.close()
    assert outcome(tmp_path).whole


def test_sittings_killed_before_a_seal_keep_their_order_whatever_their_clocks_say(tmp_path):
    """Of two that only have journals, the second names the first by its id until that has a seal."""
    whole = Sitting("zero", "m", BEGAN, "Firsthand", FORMAT, "m1")
    seal = write_closed(tmp_path / "zero.jsonl.zst", whole, [Changed("s", 0, 0, 0, "a")], SIGNER)
    end_here(tmp_path, whole, seal, SIGNER)
    for name, after, record in [
        ("two", ["one"], Changed("s", 0, 2, 0, "c")),
        ("one", [seal], Changed("s", 0, 1, 0, "b")),
    ]:
        began = "2016-11-22T01:00:00.000Z" if name == "two" else BEGAN
        begun = Sitting(name, "m", began, "Firsthand", FORMAT, "m1", tuple(after))
        lines = journal_lines([begun, record])
        (tmp_path / f"{name}.journal").write_bytes(header(name, 0) + b"".join(lines))
    found = read_history(tmp_path)
    assert [reading.name for reading in found.readings] == ["zero", "one", "two"]
    assert (found.latest, without_seal(found.readings, "m1")) == ((), ("one", "two"))
    assert without_seal(found.readings, "m2") == ()
    assert verify(found, "m").status is Status.UNSEALED
    closed = close_earlier(tmp_path, "m1", lambda: SIGNER)
    last = {reading.name: reading.last_seal for reading in read_history(tmp_path).readings}
    assert closed.after(["one", "two", "lost"]) == (last["one"], last["two"])
    assert [reading.sitting.after for reading in read_history(tmp_path).readings] == [(), (seal,), (last["one"],)]
    assert (outcome(tmp_path).status, outcome(tmp_path).late_seals) == (Status.WHOLE, 2)
    assert texts(tmp_path) == ["a", "b", "c"]


def test_an_id_that_a_journal_names_is_found_though_that_sitting_has_closed_since(tmp_path):
    earlier = Sitting("one", "m", BEGAN, "Firsthand", FORMAT, "m1")
    seal = write_closed(tmp_path / "one.jsonl.zst", earlier, [], SIGNER)
    end_here(tmp_path, earlier, seal, SIGNER)
    begun = Sitting("two", "m", BEGAN, "Firsthand", FORMAT, "m1", ("one", "lost"))
    (tmp_path / "two.journal").write_bytes(header("two", 0) + b"".join(journal_lines([begun])))
    close_earlier(tmp_path, "m1", lambda: SIGNER)
    assert read_history(tmp_path).readings[1].sitting.after == (seal,)
    assert outcome(tmp_path).whole


def test_what_the_sitting_that_goes_on_wrote_is_not_closed(tmp_path):
    one = recorder(tmp_path)
    assert one.flush(seal=True)
    assert close_earlier(tmp_path, "m1", lambda: SIGNER, "one").seals == {}
    assert one.close()
    assert outcome(tmp_path).late_seals == 0


def test_a_journal_with_a_line_that_cannot_be_read_is_left_as_it_is(tmp_path):
    (tmp_path / "one.journal").write_bytes(JOURNAL.replace(b'"at":0', b'"at":x'))
    assert close_earlier(tmp_path, "m1", lambda: SIGNER).seals == {}
    assert files(tmp_path) == ["one.journal"]


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(tmp_path, monkeypatch):
    lines = journal_lines([sitting(after=["f" * 64]), Changed("s", 0, 0, 0, "a")])
    (tmp_path / "one.journal").write_bytes(header("one", 0) + b"".join(lines))

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("firsthand.history.closing.replace_file", refuse)
    closed = close_earlier(tmp_path, "m1", lambda: SIGNER)
    assert "No space left on device" in closed.refused
    assert closed.after(["one", "e" * 64, "one"]) == ("f" * 64, "e" * 64)  # what the one that is not closed comes after
    assert texts(tmp_path) == ["a"]
    monkeypatch.undo()
    closed = close_earlier(tmp_path, "m1", lambda: SIGNER)
    assert (closed.said, closed.refused) == ([], "")
    assert files(tmp_path) == ["m1.head", "one.jsonl.zst"]
