"""Files and drives as they should not be: a sentence, nothing lost, and writing goes on."""

import os
import subprocess
import zipfile

import pytest

from firsthand.desk.backing_up import back_up
from firsthand.desk.bundling import make_bundle
from firsthand.desk.importing_text import TextImportError, read_texts
from firsthand.desk.repairing import repair
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.history import Cause
from firsthand.manuscript import Chapter, Entry, Folder
from firsthand.manuscript.folder import LONGEST
from firsthand.provenance import Change


@pytest.fixture
def told():
    return []


@pytest.fixture
def book(tmp_path):
    place = tmp_path / "drive" / "Book"
    desk = Desk.create(place, "Book")
    type_in(desk, "One. ")
    assert desk.close()
    return place


def scene_of(desk):
    return desk.folder.outline.scenes[0]


def file_of(book):
    return next(book.glob("scenes/*.md"))


def type_in(desk, text):
    scene = scene_of(desk).id
    desk.draft(scene).apply(Change(0, 0, text), Cause.TYPE)


KEPT = {
    "NUL": "a\0b\n\0",
    "mixed line ends": "one\r\ntwo\nthree\rfour\r\n",
    "old line ends": "one\rtwo\r",
    "NBSP": "“\u00a0Oui\u00a0!\u202f»",
    "separators": "a\u2028b\u2029c\x0bd\x0ce\x85f",
    "controls": "".join(chr(n) for n in range(1, 32) if n not in (10, 13)),
    "marks of order": "\ufeffa\u202eb\u200fc\u2066d\u2069",
    "beyond": "\U0001f469‍\U0001f680\U0010ffff\ufffe",
    "a stack": "z" + "\u0301" * 5000,
    "no end": "no end of line",
    "ends only": "\n" * 500,
}


@pytest.mark.parametrize("name", KEPT)
def test_a_scene_keeps_every_character(book, name):
    text = KEPT[name]
    file = file_of(book)
    file.write_bytes(text.encode("utf-8"))
    desk = Desk.open(book)
    assert desk.text(scene_of(desk).id) == text
    type_in(desk, "Typed: ")
    assert desk.close()
    assert file.read_bytes() == b"Typed: " + text.encode("utf-8")
    desk = Desk.open(book)
    assert (desk.text(scene_of(desk).id), desk.arrived, desk.notices) == ("Typed: " + text, [], [])
    assert desk.close()


def test_windows_line_ends_come_back_as_they_were(book):
    file_of(book).write_bytes(b"one\r\ntwo\r\n")
    desk = Desk.open(book)
    assert desk.text(scene_of(desk).id) == "one\ntwo\n"
    type_in(desk, "zero\n")
    assert desk.close()
    assert file_of(book).read_bytes() == b"zero\r\none\r\ntwo\r\n"


def test_a_paragraph_that_no_page_can_set_is_said_and_left_alone(book):
    huge = ("The tide had gone out. " * (50_000_000 // 23)).encode()
    file_of(book).write_bytes(huge)
    desk = Desk.open(book)
    scene = scene_of(desk).id
    assert f"{LONGEST:,} characters" in desk.unreadable[scene]
    other = desk.add_scene("Two")
    desk.draft(other.id).apply(Change(0, 0, "Writing goes on."), Cause.TYPE)
    assert desk.close()
    assert file_of(book).stat().st_size == len(huge)
    assert (book / other.file).read_text("utf-8") == "Writing goes on."
    file_of(book).write_bytes(b"Two. \nOne. ")
    desk = Desk.open(book)
    assert desk.text(scene) == "Two. \nOne. "
    assert desk.tally(scene).by_origin["typed"] == 1
    assert desk.close()


def test_such_a_text_is_not_imported(tmp_path):
    (tmp_path / "a.txt").write_text("x" * (LONGEST + 1))
    with pytest.raises(TextImportError, match="nothing was imported"):
        read_texts([tmp_path / "a.txt"])
    (tmp_path / "b.txt").write_text("\n".join(["x" * 1000] * 2000))
    assert len(read_texts([tmp_path / "b.txt"]).novel().scenes) == 1


def test_a_drive_that_vanishes_and_comes_back(book, told):
    desk = Desk.open(book, told.append)
    type_in(desk, "Before. ")
    assert desk.settle()
    book.parent.rename(book.parent.with_name("gone"))
    type_in(desk, "While it was gone. ")
    assert not desk.settle(timeout=2)
    assert any("is not there any more" in sentence for sentence in told)
    assert not book.parent.exists()  # nothing is written where the drive was
    desk.look_outside()
    assert desk.text(scene_of(desk).id) == "While it was gone. Before. One. "
    book.parent.with_name("gone").rename(book.parent)
    assert desk.settle()
    assert file_of(book).read_text("utf-8") == "While it was gone. Before. One. "
    assert desk.close()
    assert Desk.open(book).verify().faults == ()


def test_a_drive_that_can_only_be_read(small_disk, told):
    book = small_disk / "Book"
    desk = Desk.create(book, "Book")
    type_in(desk, "One. ")
    assert desk.close()
    remount = ["mount", "-o", "remount,ro", str(small_disk)]
    if subprocess.run(remount, capture_output=True, check=False).returncode:
        pytest.skip("a disk cannot be made read-only here")
    desk = Desk.open(book, told.append)
    assert desk.read_only
    assert desk.text(scene_of(desk).id) == "One. "
    assert desk.close()


def test_a_drive_that_becomes_read_only_while_open(small_disk, told):
    book = small_disk / "Book"
    desk = Desk.create(book, "Book", told.append)
    type_in(desk, "One. ")
    assert desk.settle()
    if subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], capture_output=True, check=False).returncode:
        desk.close()
        pytest.skip("a disk with open files cannot be made read-only here")
    type_in(desk, "Two. ")
    assert not desk.settle(timeout=2)
    assert told
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert desk.settle()
    assert desk.close()
    assert file_of(book).read_text("utf-8") == "Two. One. "


SECRET = "Elsewhere, and nobody's business. "


def link_outside(book, file, outside):
    file.unlink()
    file.symlink_to(outside)


def folder_outside(book, file, outside):
    """The folder of the scenes is a link; the other scene lies in another one."""
    file.unlink()
    file.parent.rmdir()
    file.parent.symlink_to(outside.parent)
    outside.with_name(file.name).write_text(SECRET)


def named(file):
    def name(book, own, outside):
        text = (book / "manuscript.toml").read_text("utf-8")
        wanted = file.format(outside=outside.as_posix())
        (book / "manuscript.toml").write_text(text.replace(f"scenes/{own.name}", wanted), "utf-8")

    return name


def in_its_place(make):
    def put(book, file, outside):
        file.unlink()
        make(file)

    return put


STRANGE = {
    "a link that leads outside": link_outside,
    "a folder that leads outside": folder_outside,
    "a folder": in_its_place(lambda file: file.mkdir()),
    "a pipe": in_its_place(os.mkfifo),
    "a name that climbs": named("../../outside/outside.md"),
    "a name that climbs from within": named("scenes/../../../outside/outside.md"),
    "a name that climbs as on Windows": named("scenes\\\\..\\\\..\\\\..\\\\outside\\\\outside.md"),
    "a name from the root": named("{outside}"),
    "a drive": named("C:/outside.md"),
    "a stream": named("C:outside.md"),
    "nothing": named(""),
    "the folder itself": named("."),
}


@pytest.fixture(params=STRANGE)
def strange(book, tmp_path, request):
    """A manuscript of two scenes, the file of the first of which is no file of the folder."""
    desk = Desk.open(book)
    note = desk.add_note("A note")
    desk.draft(note.id).apply(Change(0, 0, "Mine. "), Cause.TYPE)
    assert desk.close()
    outside = tmp_path / "outside" / "outside.md"
    outside.parent.mkdir()
    outside.write_text(SECRET)
    STRANGE[request.param](book, file_of(book), outside)
    return book


def all_files(place):
    return {path: path.read_bytes() for path in place.rglob("*") if path.is_file() and not path.is_symlink()}


def test_a_scene_that_is_no_file_of_the_folder_is_said_and_the_rest_is_open(strange, tmp_path):
    outside = all_files(tmp_path / "outside")
    desk = Desk.open(strange)
    scene, note = scene_of(desk).id, desk.folder.outline.note[0].id
    assert "lies outside" in desk.unreadable[scene]
    assert desk.unreadable[scene] in desk.notices
    assert list(desk.unreadable) == [scene]
    assert not desk.read_only
    assert desk.text(scene) == "One. "
    assert desk.text(note) == "Mine. "
    desk.draft(note).apply(Change(0, 0, "More. "), Cause.TYPE)
    assert desk.settle()
    assert (strange / desk.entry(note).file).read_text("utf-8") == "More. Mine. "
    desk.draft(scene).apply(Change(0, 0, "Never. "), Cause.TYPE)
    desk.look_outside()
    assert desk.close()
    assert all_files(tmp_path / "outside") == outside


def test_what_is_done_with_such_a_scene_stays_inside(strange, tmp_path):
    outside = all_files(tmp_path / "outside")
    desk = Desk.open(strange)
    scene, order = scene_of(desk).id, desk.arranging

    def acts():
        order.rename(scene, "Another title")
        order.bin([scene])
        order.restore([scene])
        order.move([scene], "/notes")
        order.undo()
        order.bin([scene])
        yield order.empty_bin()
        order.undo()

    for files in acts():
        assert not [file for file in files if not file.is_relative_to(strange)]
    assert desk.close()
    desk = Desk.open(strange)
    assert list(desk.unreadable) == [scene]
    assert desk.text(scene) == "One. "
    assert desk.close()
    assert all_files(tmp_path / "outside") == outside
    assert not [path for path, data in all_files(strange).items() if SECRET.encode() in data]
    assert all(path.stat().st_nlink == 1 for path in outside)


def test_a_backup_a_bundle_a_repair_and_a_report_stay_inside_too(strange, tmp_path):
    outside = all_files(tmp_path / "outside")
    backup = back_up(strange, tmp_path / "backups")
    make_bundle(strange, tmp_path / "whole.zip")
    assert backup is not None
    for file in (backup.path, tmp_path / "whole.zip"):
        with zipfile.ZipFile(file) as pack:
            assert not [name for name in pack.namelist() if SECRET.encode() in pack.read(name)]
    assert [scene.words.total for scene in make_report(strange).figures.scenes] == [1]
    repair(strange)
    assert all_files(tmp_path / "outside") == outside
    assert not [path for path, data in all_files(strange).items() if SECRET.encode() in data]


def test_a_file_that_becomes_a_link_while_open_is_not_followed(book, tmp_path):
    outside = tmp_path / "outside.md"
    outside.write_text(SECRET)
    desk = Desk.open(book)
    type_in(desk, "Two. ")
    link_outside(book, file_of(book), outside)
    desk.look_outside()
    assert not desk.settle(timeout=2)
    assert desk.text(scene_of(desk).id) == "Two. One. "
    assert outside.read_text() == SECRET
    assert not [path for path, data in all_files(book).items() if SECRET.encode() in data]
    file_of(book).unlink()
    assert desk.close()
    assert file_of(book).read_text("utf-8") == "Two. One. "


def test_ten_thousand_scenes(tmp_path):
    folder = Folder.create(tmp_path / "Book", "Book")
    entries = tuple(Entry(f"s{n}", f"Scene {n}", f"scenes/{n}.md") for n in range(10_000))
    (folder.path / "scenes").mkdir()
    for entry in entries:
        (folder.path / entry.file).write_text(f"Words of {entry.id}.")
    folder.outline = type(folder.outline)(0, folder.outline.id, "Book", (Chapter("One", entries),))
    folder.save()
    desk = Desk.open(folder.path)
    assert desk.total().words == 30_000
    desk.draft("s9999").apply(Change(0, 0, "Last. "), Cause.TYPE)
    assert desk.close()
    assert (folder.path / entries[-1].file).read_text() == "Last. Words of s9999."
