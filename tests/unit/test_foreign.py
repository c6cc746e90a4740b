"""Noticing what comes into the folder of a history, however seldom its files are looked at."""

import os
import time

import pytest

from firsthand.desk.foreign import Looks

OLD = 1_700_000_000


@pytest.fixture
def folder(tmp_path):
    """A history of three closed sittings, one that goes on elsewhere, and what is this sitting's own; all of it old."""
    for name in ("a.jsonl.zst", "b.jsonl.zst", "c.jsonl.zst", "d.jsonl", "own.jsonl", "here.head", "x.lock", ".tmp"):
        (tmp_path / name).write_bytes(name.encode())
        os.utime(tmp_path / name, (OLD, OLD))
    os.utime(tmp_path, (OLD, OLD))
    return tmp_path


def names(look):
    return sorted(name for name, _, _ in look)


def grown(folder):
    with (folder / "d.jsonl").open("ab") as file:
        file.write(b"more")


def renamed_in(folder):
    (folder / "new").write_bytes(b"other")
    (folder / "new").rename(folder / "b.jsonl.zst")


NEWS = {
    "one that goes on elsewhere has grown": grown,
    "a closed one was put in the place of another": renamed_in,
    "a closed one came": lambda folder: (folder / "e.jsonl.zst").write_bytes(b"e"),
    "a closed one went": lambda folder: (folder / "a.jsonl.zst").unlink(),
}


@pytest.mark.parametrize("happens", NEWS.values(), ids=NEWS.keys())
def test_what_happens_is_seen_at_the_next_look(folder, happens):
    looks = Looks(folder, "own", "here")
    before = looks.now()
    assert names(before) == ["a.jsonl.zst", "b.jsonl.zst", "c.jsonl.zst", "d.jsonl"]
    assert looks.now() == before
    happens(folder)
    after = looks.now()
    assert after != before
    assert after == Looks(folder, "own", "here").now()


def test_a_closed_one_that_is_still_on_its_way_is_looked_at_every_time(folder):
    file = folder / "a.jsonl.zst"
    file.write_bytes(b"a part")
    os.utime(folder, (OLD, OLD))
    looks = Looks(folder, "own", "here")
    before = looks.now()
    file.write_bytes(b"a part and the rest")
    assert looks.now() != before


def test_all_are_looked_at_after_a_while_where_the_folder_says_nothing(folder, monkeypatch):
    looks, clock = Looks(folder, "own", "here"), time.monotonic
    before = looks.now()
    (folder / "a.jsonl.zst").write_bytes(b"other bytes")
    os.utime(folder, (OLD, OLD))
    assert looks.now() == before
    monkeypatch.setattr(time, "monotonic", lambda: clock() + 31)
    assert looks.now() != before


def test_a_folder_that_is_not_there_has_no_files(tmp_path):
    assert Looks(tmp_path / "none", "", "here").now() == frozenset()
