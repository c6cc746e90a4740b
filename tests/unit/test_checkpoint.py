"""Which checkpoints are used, and which are as if they were not there."""

import os
import shutil
from pathlib import Path

import msgspec
import pytest

from firsthand.desk import checkpoint as desk_checkpoint
from firsthand.desk.checkpoint import checkpoint_file, keep_checkpoint, read_opening
from firsthand.desk.draft import Draft
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.desk.tallies import keep, tally_of
from firsthand.desk.undo import Undos
from firsthand.history import Cause, disk
from firsthand.history import checkpoint as history_checkpoint
from firsthand.history.checkpoint import load, save
from firsthand.manuscript import Folder
from firsthand.provenance import Change, Origin, Source
from firsthand.qt.scene_pieces import ScenePieces
from firsthand.qt.whose import amounts, kinds_of

FIRST, SECOND = "Nobody had told Ines. ", "The ferry ran until nine. "


def sit(book, text):
    """One sitting in which ``text`` is typed at the beginning."""
    desk = Desk.open(book)
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(0, 0, text))
    assert desk.close()


@pytest.fixture
def book(tmp_path):
    """A manuscript of two sittings, with a checkpoint of both."""
    Desk.create(tmp_path / "book", "A book").close()
    for text in (FIRST, SECOND):
        sit(tmp_path / "book", text)
    keep_checkpoint(Folder.open(tmp_path / "book"))
    return tmp_path / "book"


def opened(book):
    return read_opening(Folder.open(book), Undos())


def file_of(book):
    return checkpoint_file(Folder.open(book).outline.id)


def the_text(opening):
    scene = opening.account.folder.outline.scenes[0].id
    return opening.account.replay.scene(scene).text.text


def first_closed(book):
    return min((book / "history").glob("*.zst"))


def flipped(at):
    def flip(book):
        data = bytearray(file_of(book).read_bytes())
        data[at if at >= 0 else len(data) + at] ^= 1
        file_of(book).write_bytes(bytes(data))

    return flip


def cut(book):
    data = file_of(book).read_bytes()
    file_of(book).write_bytes(data[: len(data) // 2])


def half_way(book):
    """What a kill while it is written leaves: the temporary file."""
    file = file_of(book)
    file.rename(file.with_name(f".{file.name}.1.tmp"))


def altered(**values):
    def alter(book):
        found = load(file_of(book), Folder.open(book).outline.id)
        assert found is not None
        save(file_of(book), msgspec.structs.replace(found, **values))

    return alter


def of_another(book):
    other = book.parent / "other"
    Desk.create(other, "Another").close()
    sit(other, "Something else.")
    opened(other)
    shutil.copy(file_of(other), file_of(book))


def history_damaged(book):
    file = first_closed(book)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))


UNUSED = {
    "no file": lambda book: file_of(book).unlink(),
    "a folder in its place": lambda book: (file_of(book).unlink(), file_of(book).mkdir()),
    "empty": lambda book: file_of(book).write_bytes(b""),
    "its first byte": flipped(0),
    "its hash": flipped(30),
    "in the middle": flipped(200),
    "its last byte": flipped(-1),
    "cut": cut,
    "written half way": half_way,
    "of another manuscript": of_another,
    "of an older format": altered(format=0),
    "of another version of the program": altered(program="0.0.1"),
    "a part that is none": altered(known=b"\x28\xb5\x2f\xfd"),
    "a file of history gone": lambda book: first_closed(book).unlink(),
    "a file of history renamed": lambda book: first_closed(book).rename(book / "history" / "00000.jsonl.zst"),
    "a file of history damaged": history_damaged,
}


@pytest.mark.parametrize("spoil", UNUSED.values(), ids=UNUSED.keys())
def test_a_checkpoint_that_does_not_fit_is_not_used(book, spoil):
    assert opened(book).before is not None
    spoil(book)
    opening = opened(book)
    assert opening.before is None
    scenes = opening.account.folder.outline.scenes
    assert set(opening.account.replay.scenes) <= {scene.id for scene in scenes}


@pytest.fixture
def looked_at(book, monkeypatch):
    """The manuscript, with a checkpoint that knows how all files look, as if they had not been changed of late."""
    monkeypatch.setattr(disk, "SETTLES", 0)
    sit(book, "Again. ")
    keep_checkpoint(Folder.open(book))
    return book


def read(monkeypatch, book):
    """The names of the scenes and closed sittings that are read when the manuscript is opened; its first scene."""
    names, read_bytes = [], Path.read_bytes

    def noted(path):
        names.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    desk = Desk.open(book)
    text = desk.text(desk.folder.outline.scenes[0].id)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert desk.close()
    return [name for name in names if name.endswith((".zst", ".md"))], text


def test_files_that_look_as_they_did_are_not_read_again(looked_at, monkeypatch):
    assert read(monkeypatch, looked_at) == ([], "Again. " + SECOND + FIRST)


def test_files_that_may_have_changed_since_are_read(looked_at, monkeypatch):
    for file in (first_closed(looked_at), next(looked_at.glob("scenes/*.md"))):
        os.utime(file)
        assert file.name in read(monkeypatch, looked_at)[0]


def test_files_changed_a_moment_ago_are_read(book, monkeypatch):
    """On some disks a file can be changed twice in one tick of the clock, and look the same."""
    monkeypatch.setattr(disk, "SETTLES", 3600)
    sit(book, "Again. ")
    keep_checkpoint(Folder.open(book))
    names, _ = read(monkeypatch, book)
    assert set(names) >= {first_closed(book).name, next(book.glob("scenes/*.md")).name}


def test_a_scene_that_was_not_read_is_merged_with_what_another_program_makes_of_it(looked_at):
    desk = Desk.open(looked_at)
    entry = desk.folder.outline.scenes[0]
    desk.draft(entry.id).apply(Change(0, 0, "Now. "))
    file = desk.folder.file(entry)
    file.write_text(file.read_text("utf-8") + "Somebody else wrote this.\n", "utf-8")
    assert desk.look_outside()
    assert desk.text(entry.id) == "Now. Again. " + SECOND + FIRST + "Somebody else wrote this.\n"
    assert desk.close()
    assert file.read_text("utf-8") == desk.text(entry.id)


def test_a_scene_that_was_not_read_and_is_behind_a_link_now_is_not_opened(looked_at, tmp_path):
    (looked_at / "scenes").rename(tmp_path / "elsewhere")
    (looked_at / "scenes").symlink_to(tmp_path / "elsewhere")
    desk = Desk.open(looked_at)
    assert list(desk.unreadable) == [desk.folder.outline.scenes[0].id]
    assert desk.close()


def test_the_line_ends_of_a_scene_are_those_of_its_file(looked_at):
    """So one with other ends is read at every opening."""
    file = next(looked_at.glob("scenes/*.md"))
    file.write_bytes(b"One.\r\nTwo.\r\n")
    for _ in range(2):
        sit(looked_at, "More. ")
        keep_checkpoint(Folder.open(looked_at))
    assert file.read_bytes() == b"More. More. One.\r\nTwo.\r\n"


def test_what_goes_bad_on_a_disk_that_does_not_say_so_is_told_of_after_the_next_closing(looked_at, monkeypatch):
    file, taken = first_closed(looked_at), disk.look_at
    look = disk.look_at(str(file))
    history_damaged(looked_at)
    monkeypatch.setattr(history_checkpoint, "look_at", lambda path: look if path == str(file) else taken(path))
    assert opened(looked_at).before is not None
    keep_checkpoint(Folder.open(looked_at))
    assert any(reading.fault for reading in opened(looked_at).readings)


def test_what_a_spoilt_checkpoint_would_have_said_is_read_from_the_history(book):
    flipped(-1)(book)
    assert the_text(opened(book)) == SECOND + FIRST
    assert opened(book).before is not None  # a new one was made


def test_a_damaged_history_is_told_of_at_every_opening(book):
    history_damaged(book)
    for _ in range(2):
        assert any(reading.fault for reading in opened(book).readings)
        assert opened(book).before is None


def test_a_sitting_since_is_replayed_on_top(book):
    before = load(file_of(book), Folder.open(book).outline.id)
    sit(book, "Again. ")
    opening = opened(book)
    assert opening.before == before
    assert [reading.ended for reading in opening.readings] == [True]
    assert the_text(opening) == "Again. " + SECOND + FIRST
    keep_checkpoint(Folder.open(book))
    assert opened(book).readings == []


def test_a_sitting_that_did_not_come_after_is_no_sitting_since(book, tmp_path):
    apart = tmp_path / "apart"
    shutil.copytree(book, apart)
    sit(apart, "There. ")
    sit(book, "Here. ")
    keep_checkpoint(Folder.open(book))
    for file in (apart / "history").glob("*.zst"):
        if not (book / "history" / file.name).exists():
            shutil.copy(file, book / "history")
    assert opened(book).before is None


def test_a_sitting_that_goes_on_elsewhere_is_not_kept(book):
    desk = Desk.open(book)
    desk.draft(desk.folder.outline.scenes[0].id).apply(Change(0, 0, "Now. "))
    assert desk.seal()
    before = file_of(book).read_bytes()
    keep_checkpoint(Folder.open(book))
    assert file_of(book).read_bytes() == before
    assert the_text(opened(book)) == "Now. " + SECOND + FIRST
    assert desk.close()


def test_a_file_changed_outside_is_met_as_before(book):
    desk = Desk.open(book)
    file = desk.folder.file(desk.folder.outline.scenes[0])
    assert desk.close()
    keep_checkpoint(Folder.open(book))
    file.write_text(file.read_text("utf-8") + "Somebody else wrote this.\n", "utf-8")
    desk = Desk.open(book)
    scene = desk.folder.outline.scenes[0].id
    assert desk.text(scene).endswith("Somebody else wrote this.\n")
    assert [one.cause.value for one in desk.arrived] == ["outside"]
    assert desk.close()


def test_a_disk_that_refuses_leaves_all_as_it_is(book, monkeypatch, caplog):
    def refuse(path, data):
        raise OSError(28, "No space left on device")

    before = file_of(book).read_bytes()
    sit(book, "Again. ")
    monkeypatch.setattr(history_checkpoint, "replace_file", refuse)
    keep_checkpoint(Folder.open(book))
    assert file_of(book).read_bytes() == before
    assert "could not be kept" in caplog.text
    caplog.clear()


def test_reports_do_not_look_at_it(book, monkeypatch):
    def never(*what):
        raise AssertionError("the checkpoint was read")

    plain = make_report(book).json()
    monkeypatch.setattr(history_checkpoint, "load", never)
    monkeypatch.setattr(desk_checkpoint, "load", never)
    assert make_report(book).json() == plain


def test_the_ones_nobody_needs_are_forgotten(book):
    old, young = (file_of(book).with_name(f"{name}.checkpoint") for name in ("old", "young"))
    for other in (old, young):
        other.write_bytes(b"")
    os.utime(old, (0, 0))
    sit(book, "Again. ")
    keep_checkpoint(Folder.open(book))
    assert not old.exists()
    assert young.exists()


def test_it_is_for_nobody_else_to_read(book):
    assert file_of(book).parent.stat().st_mode & 0o077 == 0


def test_the_numbers_of_scenes_are_kept(book):
    """They are those that counting gives, and what was recorded since is counted anew."""
    desk = Desk.open(book)
    scene = desk.folder.outline.scenes[0].id
    draft = desk.draft(scene)
    draft.insert_suggestion(0, 0, "The tide was out and nobody came. ", "s1")
    draft.apply(Change(4, 4, "moon"))
    draft.apply(Change(0, 0, "“Pasted,” she said. ", Source(Origin.PASTED, "p1")), Cause.PASTE)
    assert desk.close()
    keep_checkpoint(Folder.open(book))
    account = opened(book).account
    counted = tally_of(account.replay.scene(scene))
    assert account.tallies[scene] == keep(counted)
    assert counted.instead == 4
    replay, entry = account.replay, desk.entry(scene)
    draft = Draft(entry, replay.scene(scene), lambda *_, **__: None, lambda *_: None, lambda: 0, replay.recogniser)
    found = ScenePieces(draft)
    assert kinds_of(counted.units, counted.instead) == amounts(found.between(0, 10_000))
    sit(book, "More. ")
    assert scene not in opened(book).account.tallies
    desk = Desk.open(book)
    assert desk.tally(scene) == tally_of(desk.replay.scene(scene)) != counted
    assert desk.close()
    keep_checkpoint(Folder.open(book))
    desk = Desk.open(book)
    before = desk.tally(scene)
    desk.draft(scene).apply(Change(0, 0, "Three more words. "))
    assert desk.tally(scene).words == before.words + 3
    assert desk.close()
