"""Backups: made beside, read back, rotated; a bad one never takes a good one's place; restoring writes over nothing."""

import json
import os
import shutil
import zipfile
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from firsthand.desk.backing_up import back_up, backups, restore_copy
from firsthand.desk.backup_file import ACCOUNT, BackupError, check_backup, read_backup
from firsthand.desk.reporting import check
from firsthand.desk.rotation import kept
from firsthand.desk.session import Desk
from firsthand.history import Cause, Status
from firsthand.provenance import Change

NOW = 1_790_000_000_000
MINUTE = 60_000


@pytest.fixture
def book(tmp_path):
    desk = Desk.create(tmp_path / "Low Tide", "Low Tide")
    write(desk, "The tide had gone out. " * 40)
    desk.add_note("Ada")
    assert desk.close()
    return tmp_path / "Low Tide"


def backed(book, into, now=NOW):
    made = back_up(book, into, now)
    assert made is not None
    return made


def write(desk, text):
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(0, 0, text), Cause.TYPE)
    return scene


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def rewrite(path, change):
    """Make a zip anew with its files changed by a function of them."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    change(held)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)


def test_a_backup_holds_everything_and_comes_back_as_it_was(book, tmp_path):
    made = backed(book, tmp_path / "backups", NOW)
    assert (made.account.words, made.account.scenes, made.doubtful) == (200, 1, False)
    restored = restore_copy(made, tmp_path)
    assert restored.name == f"Low Tide ({made.made:%Y-%m-%d %H.%M})"
    expected = files(book)
    expected.pop("history/.lock")
    assert files(restored) == expected
    assert check(restored).status is Status.WHOLE
    again = restore_copy(made, tmp_path)
    assert again not in (book, restored)


def test_nothing_changed_makes_no_second_backup(book, tmp_path):
    assert back_up(book, tmp_path / "backups", NOW) is not None
    assert back_up(book, tmp_path / "backups", NOW + MINUTE) is None
    (book / "mine.txt").write_text("a file of the author's own")
    assert back_up(book, tmp_path / "backups", NOW + 2 * MINUTE) is not None
    assert len(backups(tmp_path / "backups")) == 2


def test_what_is_being_written_is_backed_up_and_no_text_is_ahead_of_its_history(book, tmp_path):
    desk = Desk.open(book)
    scene = write(desk, "While it is open. ")
    assert desk.settle()
    made = backed(book, tmp_path / "backups", NOW)
    assert not made.doubtful
    assert desk.close()
    copy = Desk.open(restore_copy(made, tmp_path / "elsewhere"))
    assert copy.text(scene).startswith("While it is open. The tide")
    assert (copy.notices, copy.arrived) == ([], [])
    assert copy.close()


@pytest.mark.parametrize("loss", ["emptied", "gone", "nulls"])
def test_a_manuscript_that_lost_its_words_never_takes_a_good_backups_place(book, tmp_path, loss):
    into = tmp_path / "backups"
    good = backed(book, into, NOW)
    [scene] = book.glob("scenes/*.md")
    for number in range(1, 15):
        {
            "emptied": lambda: scene.write_text(""),
            "gone": lambda: scene.unlink(missing_ok=True),
            "nulls": lambda: scene.write_bytes(bytes(4000)),
        }[loss]()
        (book / "mine.txt").write_text(str(number))
        assert backed(book, into, NOW + number * 100 * 24 * 60 * MINUTE).doubtful
    there = backups(into)
    assert good.path in [one.path for one in there]
    assert len([one for one in there if one.doubtful]) == 10
    check_backup(good)


def test_a_damaged_history_makes_a_doubtful_backup(book, tmp_path):
    [closed] = book.glob("history/*.jsonl.zst")
    closed.write_bytes(closed.read_bytes()[:-9])
    made = backed(book, tmp_path / "backups", NOW)
    assert "history was damaged" in made.account.doubt


def test_a_manuscript_that_cannot_be_read_leaves_the_backups_alone(book, tmp_path):
    into = tmp_path / "backups"
    back_up(book, into, NOW)
    before = files(into)
    (book / "manuscript.toml").write_text("")
    with pytest.raises(BackupError, match="earlier ones are as they were"):
        back_up(book, into, NOW + MINUTE)
    assert files(into) == before


def test_a_full_disk_is_said_and_leaves_the_backups_alone(book, small_disk):
    into = small_disk / "backups"
    good = backed(book, into, NOW)
    (book / "picture.png").write_bytes(os.urandom(400_000))
    with pytest.raises(BackupError, match="Your words are saved in the manuscript"):
        back_up(book, into, NOW + MINUTE)
    assert [path.name for path in into.iterdir()] == [good.path.name]
    check_backup(good)


def test_a_place_that_is_no_folder_is_said(book, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupError, match="choose another folder"):
        back_up(book, tmp_path / "file" / "backups", NOW)


def change_a_scene(held):
    name = next(name for name in held if name.startswith("scenes/"))
    held[name] = b"Nobody wrote this."


def add_a_file(held):
    held["scenes/more.md"] = b""


def lose_a_file(held):
    del held["manuscript.toml"]


@pytest.mark.parametrize("harm", [change_a_scene, add_a_file, lose_a_file])
def test_a_changed_backup_is_never_restored(book, tmp_path, harm):
    made = backed(book, tmp_path / "backups", NOW)
    rewrite(made.path, harm)
    with pytest.raises(BackupError, match="damaged"):
        restore_copy(made, tmp_path / "elsewhere")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("end", [0, 1, 100, -1, -30])
def test_a_cut_backup_is_passed_over_and_never_restored(book, tmp_path, end):
    made = backed(book, tmp_path / "backups", NOW)
    made.path.write_bytes(made.path.read_bytes()[:end])
    assert backups(tmp_path / "backups") == []
    with pytest.raises(BackupError):
        restore_copy(made, tmp_path / "elsewhere")


@pytest.mark.parametrize(
    "name", ["../out.md", "/out.md", "a/../../out.md", "C:/out.md", "a\\..\\..\\out.md", "c:out.md"]
)
def test_a_backup_cannot_put_a_file_outside(book, tmp_path, name):
    made = backed(book, tmp_path / "backups", NOW)
    text = b"out"

    def climb(held):
        account = json.loads(held[ACCOUNT])
        held[name] = text
        account["files"][name] = "4a9a9c8ee8e6d3be8e5d2a0ff8b5b9a2cb5be5b2dca8a5e3fb2f2f7f1b0b6d3c"
        held[ACCOUNT] = json.dumps(account).encode()

    rewrite(made.path, climb)
    before = files(tmp_path)
    with pytest.raises(BackupError):
        restore_copy(read_backup(made.path), tmp_path / "elsewhere")
    assert files(tmp_path) == before


def test_a_newer_backup_is_said_to_be_one(book, tmp_path):
    made = backed(book, tmp_path / "backups", NOW)

    def newer(held):
        held[ACCOUNT] = msgspec.json.encode(msgspec.structs.replace(made.account, format=99))

    rewrite(made.path, newer)
    with pytest.raises(BackupError, match="newer Firsthand"):
        read_backup(made.path)


def test_no_temporary_file_and_no_lock_is_backed_up(book, tmp_path):
    (book / ".cache").mkdir()
    (book / ".cache" / "big").write_text("x")
    (book / "scenes" / ".x.md.123.tmp").write_text("x")
    made = backed(book, tmp_path / "backups", NOW)
    assert not [name for name in made.account.files if "/." in f"/{name}"]


def test_the_manuscript_itself_is_never_written_to(book, tmp_path):
    before = files(book)
    back_up(book, tmp_path / "backups", NOW)
    assert files(book) == before


def test_a_whole_manuscript_that_was_deleted_comes_back(book, tmp_path):
    made = backed(book, tmp_path / "backups", NOW)
    shutil.rmtree(book)
    desk = Desk.open(restore_copy(made, tmp_path))
    assert desk.total().by_origin["typed"] == 200
    assert desk.close()


# -- which stay


class One(msgspec.Struct, frozen=True):
    made: datetime
    doubtful: bool = False


def test_the_last_ten_one_a_day_for_two_weeks_and_one_a_week_for_a_year_stay():
    now = datetime(2026, 11, 22, 18, tzinfo=UTC)
    hourly = [One(now - timedelta(hours=h)) for h in range(24 * 800)]
    left = kept(hourly, now)
    assert left[:10] == hourly[:10]
    days = [one.made.date() for one in left if now - one.made < timedelta(days=14)]
    assert len(set(days)) == 15  # today, and each of the two weeks before
    assert 10 + 14 + 45 <= len(left) <= 10 + 14 + 53
    assert now - left[-1].made > timedelta(weeks=51)
    assert kept(left, now) == left


def test_years_without_writing_lose_no_backup():
    now = datetime(2026, 11, 22, 18, tzinfo=UTC)
    old = [One(now - timedelta(days=2000 + n)) for n in range(9)]
    assert kept(old, now) == old


def test_the_doubtful_ones_are_kept_apart():
    now = datetime(2026, 11, 22, 18, tzinfo=UTC)
    bad = [One(now - timedelta(minutes=n), doubtful=True) for n in range(300)]
    good = [One(now - timedelta(days=700))]
    left = kept([*bad, *good], now)
    assert good[0] in left
    assert len(left) < 13
