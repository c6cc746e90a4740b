"""Files and drives as they should not be: a sentence, nothing lost, and writing goes on."""

import os
import subprocess

import pytest

from firsthand.desk.importing_text import TextImportError, read_texts
from firsthand.desk.session import Desk
from firsthand.desk.troubles import DeskError
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


def link_outside(file, outside):
    outside.write_text("Elsewhere. ")
    file.symlink_to(outside)


STRANGE = {
    "a link that leads outside": link_outside,
    "a folder": lambda file, _: file.mkdir(),
    "a pipe": lambda file, _: os.mkfifo(file),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_scene_that_is_no_file_of_the_folder_is_said_and_not_opened(book, tmp_path, kind):
    file = file_of(book)
    file.unlink()
    STRANGE[kind](file, tmp_path / "outside.md")
    with pytest.raises(DeskError, match="lies outside"):
        Desk.open(book)
    assert not (tmp_path / "outside.md").exists() or (tmp_path / "outside.md").read_text() == "Elsewhere. "


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
