"""What names files get, what of manuscript.toml stays, and that nothing leads out of the manuscript's folder."""

import os
import tomllib
import unicodedata

import msgspec
import pytest

from firsthand.desk import entering, outlining
from firsthand.manuscript import Binned, Chapter, Entry, Folder, Label, ManuscriptError, Outline, Was
from firsthand.manuscript.names import same_file, stem
from firsthand.manuscript.outline_file import OutlineFile
from firsthand.manuscript.trust import OutsideError
from tests.unit.outlines import entry


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The tide", "The tide"),
        ('A/B: the \\ *end*? "x" <y> |z', "A B the end x y z"),
        ("CON", "CON scene"),
        ("con.md", "con scene.md"),
        ("nul .txt", "nul scene.txt"),
        ("Com1", "Com1 scene"),
        ("LPT³", "LPT³ scene"),
        ("CONIN$", "CONIN$ scene"),
        ("COM10", "COM10"),
        ("Confetti", "Confetti"),
        ("...", "Untitled"),
        ("", "Untitled"),
        ("\u200b\u202e\x00\x1f\x7f", "Untitled"),
        ("Trailing dots...   ", "Trailing dots"),
        (".hidden", "hidden"),
        ("~$lock", "~$lock"),
        ("  x\n\ty\u2028z ", "x y z"),
        ("Ωmega — “quoted”", "Ωmega — “quoted”"),
        ("Cafe\u0301", "Café"),
        ("\u202eright to left", "right to left"),
        ("half \ud83d torn", "half torn"),
        ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
        ("می‌خواهم", "می‌خواهم"),
        ("y" * 300, "y" * 80),
        ("é" * 300, "é" * 80),
        ("海" * 300, "海" * 60),
        ("a" * 79 + "👍🏽b", "a" * 79),
        ("👩‍👩‍👧" * 60, "👩‍👩‍👧" * 10),
    ],
)
def test_a_name_that_three_systems_allow(title, name):
    made = stem(title)
    assert made == name
    assert unicodedata.is_normalized("NFC", made)
    whole = f".{made} (changed outside 2026-11-22T07.03.35) 12.md.123456.tmp"
    assert len(whole.encode()) <= 255
    assert stem(made) == made


@pytest.mark.parametrize(
    ("there", "wanted", "name"),
    [
        ("Fog", "Fog", "scenes/Fog 2.md"),
        ("Fog", "FOG", "scenes/FOG 2.md"),
        ("Cafe\u0301", "Café", "scenes/Café 2.md"),
        ("STRASSE", "Straße", "scenes/Straße 2.md"),
        ("Fog", "Frog", "scenes/Frog.md"),
    ],
)
def test_names_that_are_one_file_somewhere_are_taken_for_one(tmp_path, there, wanted, name):
    folder = Folder.create(tmp_path / "book", "B")
    (folder.path / "scenes").mkdir()
    (folder.path / "scenes" / f"{there}.md").write_text("someone's", "utf-8")
    assert folder.file_for(wanted) == name
    assert same_file(there) != same_file(wanted) or "2" in name


def manuscript(tmp_path, *files, text=None):
    """A manuscript in which scenes have these files."""
    place = tmp_path / "book"
    (place / "scenes").mkdir(parents=True)
    lines = ['format = 0\nid = "0123456789ab"\ntitle = "B"\n[[chapter]]\ntitle = "One"\n']
    for number, file in enumerate(files):
        lines.append(f'[[chapter.scene]]\nid = "s{number}"\ntitle = "Scene {number}"\nfile = {file!r}\n')
    (place / "manuscript.toml").write_text(text or "".join(lines), "utf-8")
    return place


@pytest.mark.parametrize(
    "file",
    [
        "../out.md",
        "scenes/../../out.md",
        "scenes\\..\\..\\out.md",
        "/etc/hostname",
        "\\\\server\\share\\x.md",
        "C:/x.md",
        "c:x.md",
        "scenes/",
        "",
    ],
)
def test_a_path_that_climbs_out_is_not_followed(tmp_path, file):
    (tmp_path / "out.md").write_text("mine", "utf-8")
    folder = Folder.open(manuscript(tmp_path, file, "scenes/b.md"))
    scene, other = folder.outline.scenes
    with pytest.raises(OutsideError, match="outside the manuscript’s folder"):
        folder.read(scene)
    with pytest.raises(ManuscriptError, match="was not saved"):
        folder.write(scene, "words")
    folder.write(other, "words")
    assert folder.read(other) == "words"
    assert (tmp_path / "out.md").read_text("utf-8") == "mine"


def read_first(place):
    folder = Folder.open(place)
    return folder.read(folder.outline.scenes[0])


@pytest.mark.parametrize("which", ["file", "folder", "outline", "pipe"])
def test_a_link_that_leads_out_is_not_followed(tmp_path, which):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("mine", "utf-8")
    place = manuscript(tmp_path, "scenes/a.md")
    if which == "file":
        (place / "scenes/a.md").symlink_to(outside / "a.md")
    elif which == "folder":
        (place / "scenes").rmdir()
        (place / "scenes").symlink_to(outside, target_is_directory=True)
    elif which == "outline":
        (place / "manuscript.toml").rename(outside / "manuscript.toml")
        (place / "manuscript.toml").symlink_to(outside / "manuscript.toml")
    else:
        os.mkfifo(place / "scenes/a.md")
    with pytest.raises(ManuscriptError, match="not opened"):
        read_first(place)
    assert (outside / "a.md").read_text("utf-8") == "mine"


def test_a_folder_that_becomes_a_link_while_open_is_not_written_through(tmp_path):
    place = manuscript(tmp_path, "scenes/a.md")
    folder = Folder.open(place)
    (tmp_path / "outside").mkdir()
    (place / "scenes").rmdir()
    (place / "scenes").symlink_to(tmp_path / "outside", target_is_directory=True)
    with pytest.raises(ManuscriptError, match="leads out"):
        folder.write(folder.outline.scenes[0], "words")
    assert not list((tmp_path / "outside").iterdir())


def test_links_inside_and_a_linked_manuscript_are_welcome(tmp_path):
    place = manuscript(tmp_path, "scenes/a.md")
    (place / "scenes/b.md").write_text("inside", "utf-8")
    (place / "scenes/a.md").symlink_to(place / "scenes/b.md")
    (tmp_path / "way").symlink_to(place, target_is_directory=True)
    folder = Folder.open(tmp_path / "way")
    assert folder.read(folder.outline.scenes[0]) == "inside"


def test_two_scenes_with_one_file_are_refused(tmp_path):
    with pytest.raises(ManuscriptError, match="have one file"):
        Folder.open(manuscript(tmp_path, "scenes/a.md", "scenes/a.md"))


OWN = """# my book, begun in May
format = 0
id = "0123456789ab"
title = "B"   # for now
agent = "A. Gent"

[goals]
daily = 500

# the quiet one
[[chapter]]
title = "One"
mood = "slow"

[[chapter.scene]]
id = "a" # first
title = "The tide"
file = "scenes/a.md"
pov = "Ines"

[chapter.scene.mine]
weather = ["rain", "fog"]

[[chapter.scene]]
id = "b"
title = "The yard"
file = "scenes/b.md"

[[note]]
id = "n"
title = "A note"
file = "notes/n.md"
seen = 3

[other]
kept = true
"""


def parsed(place):
    return tomllib.loads((place / "manuscript.toml").read_text("utf-8"))


def test_the_authors_own_lines_go_with_what_they_are_about(tmp_path):
    place = manuscript(tmp_path, text=OWN)
    folder = Folder.open(place)
    outline = entering.retitled(folder.outline, "a", "Ebb")
    outline = outlining.moved(outline, ["a"], outlining.NOTES)
    outline = entering.with_scene(outline, entry("x"), "b")
    folder.arrange(outline)
    text, data = (place / "manuscript.toml").read_text("utf-8"), parsed(place)
    for kept in ("# my book, begun in May", "# for now", "# the quiet one", "# first"):
        assert kept in text
    assert (data["agent"], data["goals"], data["other"]) == ("A. Gent", {"daily": 500}, {"kept": True})
    assert data["chapter"][0]["mood"] == "slow"
    ebb = data["note"][1]
    assert (ebb["title"], ebb["pov"], ebb["mine"]) == ("Ebb", "Ines", {"weather": ["rain", "fog"]})
    assert data["note"][0]["seen"] == 3
    assert Folder.open(place).outline == folder.outline


@pytest.mark.parametrize(
    "text",
    [
        (
            'format = 0\nid = "i"\ntitle = "B"\nchapter = [{title = "One", mood = "slow", '
            'scene = [{id = "a", title = "T", file = "a.md", pov = "Ines"}]}]\n'
        ),
        (
            'format = 0\nid = "i"\ntitle = """B\n[[chapter]]\n"""\n[[chapter]]\ntitle = "One"\nmood = "slow"\n'
            '[[chapter.scene]]\nid = "a"\ntitle = "T"\nfile = "a.md"\npov = "Ines"\n'
        ),
        (
            'format = 0\nid = "i"\ntitle = "B"\n[[note]]\nid = "n"\ntitle = "N"\nfile = "n.md"\n[[chapter]]\n'
            'title = "One"\nmood = "slow"\n[[chapter.scene]]\nid = "a"\ntitle = "T"\nfile = "a.md"\npov = "Ines"\n'
        ),
    ],
)
def test_what_is_written_otherwise_keeps_its_keys(tmp_path, text):
    place = manuscript(tmp_path, text=text)
    folder = Folder.open(place)
    folder.arrange(entering.retitled(folder.outline, "a", "Ebb"))
    data = parsed(place)
    assert data["title"] == tomllib.loads(text)["title"]
    assert data["chapter"][0]["mood"] == "slow"
    assert (data["chapter"][0]["scene"][0]["title"], data["chapter"][0]["scene"][0]["pov"]) == ("Ebb", "Ines")
    assert Folder.open(place).outline == folder.outline


@pytest.mark.parametrize("title", ['Say "no"', "back\\slash", "tab\t and \x7f and \x01", "😀 Ω", "a # b [[chapter]]"])
def test_every_title_is_read_as_it_was_written(title):
    outline = Outline(0, "i", title, (Chapter(title, (Entry("a", title, "scenes/a.md"),), "c"),))
    data = tomllib.loads(OutlineFile().text(outline))
    assert msgspec.convert(data, Outline) == outline


def test_chapters_of_an_older_manuscript_get_the_same_ids_on_every_computer(tmp_path):
    place = manuscript(tmp_path, "scenes/a.md")
    first, second = Folder.open(place).outline, Folder.open(place).outline
    assert first.chapter[0].id == second.chapter[0].id != ""


def test_an_outline_that_is_written_again_is_written_as_if_for_the_first_time(tmp_path):
    """What was made of it before is used again only where it is still the same."""
    scenes = [Entry(f"s{n}", f"Scene “{n}”\\", f"scenes/{n}.md", label="Ines" if n % 2 else "") for n in range(6)]
    one = Outline(0, "m", "Book", (Chapter("A", tuple(scenes[:3]), "a"), Chapter("B", tuple(scenes[3:]), "b")))
    outlines = [
        one,
        msgspec.structs.replace(one, chapter=(Chapter("A", (scenes[5], *scenes[:5]), "a"), Chapter("B", (), "b"))),
        msgspec.structs.replace(one, note=(scenes[0],), label=(Label("Ines", "red"),), chapter=one.chapter[1:]),
        msgspec.structs.replace(one, bin=(Binned("s0", "Scene", "bin/0.md", was=Was("a", "A")),), chapter=()),
    ]
    file = OutlineFile()
    for outline in [*outlines, *reversed(outlines)]:
        assert file.text(outline) == OutlineFile().text(outline)
    text = file.text(one)
    assert OutlineFile().plain(text, one)
    assert not OutlineFile().plain(text.replace("[[chapter]]", "# mine\n[[chapter]]", 1), one)
