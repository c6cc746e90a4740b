"""A novel in text files becomes a manuscript: divided at its headings, not a word lost, all of it imported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.desk.importing_text import TextImportError, read_texts, write_novel
from firsthand.desk.reporting import check
from firsthand.desk.session import Desk
from firsthand.desk.settings import NAME, ManuscriptChoices, SettingsFile, Text
from firsthand.history import Status
from firsthand.manuscript import Folder
from firsthand.manuscript.prose import broken_by_hand, divided, mended

LONG = "The tide had gone out further than anyone remembered, and"


def shape(text, **how):
    return [(c.title, [(s.title, s.text) for s in c.scenes]) for c in divided(text, "Book", **how).chapters]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Only words.", [("Book", [("Only words", "Only words.")])]),
        ("# One\nA.\n# Two\nB.", [("One", [("One", "A.")]), ("Two", [("Two", "B.")])]),
        ("# One\n## a\nA.\n## b\nB.\n# Two\n## c\nC.", [("One", [("a", "A."), ("b", "B.")]), ("Two", [("c", "C.")])]),
        ("Before.\n# One\nA.\n# Two\nB.", [
            ("Book", [("Before", "Before.")]), ("One", [("One", "A.")]), ("Two", [("Two", "B.")])]),
        ("# One\nHead.\n## a\nA.\n# Two\n", [("One", [("One", "Head."), ("a", "A.")]), ("Two", [])]),
        ("# P\n## One\n### a\nA.\n## Two\n### b\nB.\n# Q\n## Three\n### c\nC.", [
            ("One", [("a", "A.")]), ("Two", [("b", "B.")]), ("Three", [("c", "C.")])]),
        ("# *One* **day**\nA.\n# 2*3*4\n*B*, he said.\n***\n_Alone_", [
            ("One day", [("One day", "A.")]), ("2*3*4", [("2*3*4", "*B*, he said."), ("Alone", "_Alone_")])]),
        ("# One\nA.\n\n***\n\nB then more words follow here.\n# Two\nC.", [
            ("One", [("One", "A."), ("B then more words follow…", "B then more words follow here.")]),
            ("Two", [("Two", "C.")])]),
        ("One\n===\nA.\n\nTwo\n===\nB.", [("One", [("One", "A.")]), ("Two", [("Two", "B.")])]),
        ("Chapter One\n\nA.\n\nChapter Two: Salt\n\nB.", [
            ("Chapter One", [("Chapter One", "A.")]), ("Chapter Two: Salt", [("Chapter Two: Salt", "B.")])]),
        ("Prolog\n\nA.\n\nKapitel 1\n\nB.", [("Prolog", [("Prolog", "A.")]), ("Kapitel 1", [("Kapitel 1", "B.")])]),
        ("She read chapter two.\nChapter two was long.", [
            ("Book", [("She read chapter two. Chapter…", "She read chapter two.\nChapter two was long.")])]),
        ("#hashtag\n#### \n", [("Book", [("#hashtag ####", "#hashtag\n#### ")])]),
    ],
)  # fmt: skip
def test_where_a_text_is_divided(text, expected):
    assert shape(text) == expected


def test_one_heading_over_all_others_is_the_title():
    novel = divided("# The Salt Ledger\n\n## One\nA.\n## Two\nB.", "file")
    assert (novel.title, [c.title for c in novel.chapters]) == ("The Salt Ledger", ["One", "Two"])


@pytest.mark.parametrize(
    ("text", "parts", "chapters"),
    [
        ("# P\n## One\n### a\nA.\n# Q\n## Two\n### b\nB.", ["P", "Q"], [("One", 1), ("Two", 2)]),
        ("# P\nHead.\n## One\n### a\nA.\n# Q\n### b\nB.", ["P", "Q"], [("P", 1), ("One", 1), ("Q", 2)]),
        ("# P\n## One\n### a\nA.\n# Q", ["P", "Q"], [("One", 1), ("Q", 2)]),
        ("# O\nA.\n# P\n# Q\n## One\n### a\nA.", ["O", "P", "Q"], [("O", 1), ("P", 2), ("One", 3)]),
        ("Before.\n# P\n## One\n### a\nA.\n# Q\n## Two", ["P", "Q"], [("Book", 0), ("One", 1), ("Two", 2)]),
        ("# B\n## P\n### One\n#### a\nA.\n# C\n## Q\n### Two", ["B — P", "C — Q"], [("One", 1), ("Two", 2)]),
    ],
)
def test_headings_above_those_of_chapters_are_parts(text, parts, chapters):
    novel = divided(text, "Book")
    assert (list(novel.parts), [(one.title, one.part) for one in novel.chapters]) == (parts, chapters)


@pytest.mark.parametrize(
    ("text", "title", "chapters"),
    [
        ("# Flood\n\n# One\nA.\n# Two\nB.", "Flood", ["One", "Two"]),
        ("# Flood\n# P\n## One\n### a\nA.", "Flood", ["One"]),
        ("# One\n# Two\n# Three\nC.", "Book", ["One", "Two", "Three"]),  # chapters that are not written yet
        ("# One\n# Two\nB.", "Book", ["One", "Two"]),
        ("# One\nA.\n# Two\nB.", "Book", ["One", "Two"]),
    ],
)
def test_a_heading_without_words_on_top_of_its_like_is_the_title(text, title, chapters):
    novel = divided(text, "Book")
    assert (novel.title, [one.title for one in novel.chapters]) == (title, chapters)


@pytest.mark.parametrize(
    ("text", "usual", "said"),
    [
        ("Der Wind kam von See her, und sie sah das Licht nicht, das auf dem Wasser war. " * 3, "en_US", "de_DE"),
        ("Der Wind kam von See her, und sie sah das Licht nicht, das auf dem Wasser war. " * 3, "de_DE", ""),
        ("The wind came in from the sea, and she had not seen the light that was on the water. " * 3, "de_DE", "en_US"),
        ("The wind came in from the sea, and she had not seen the light that was on the water. " * 3, "en_GB", ""),
        ("El viento venía del mar, y ella no había visto la luz que era de los barcos. " * 3, "en_US", "es_ES"),
        ("Le vent venait de la mer, et elle ne voyait pas les bateaux dans le port. " * 3, "en_US", "fr_FR"),
        ("Lorem ipsum dolor sit amet consectetur. " * 9, "en_US", ""),
        ("Der Wind und die See.", "en_US", ""),
    ],
)
def test_an_imported_novel_says_its_language_where_it_is_not_the_usual(tmp_path, text, usual, said):
    place = write_novel(divided(text, "Book"), tmp_path / "Book", usual)
    assert SettingsFile(place / NAME, ManuscriptChoices).read() == (ManuscriptChoices(Text(said)), "")


def test_breaks_can_stay_in_the_text():
    assert shape("# One\nA.\n***\nB.\n# Two\nC.", at_breaks=False)[0] == ("One", [("One", "A.\n***\nB.")])


@given(
    st.lists(
        st.sampled_from(["# A", "## B", "### C", "word", "***", "", "  two words", "Chapter One", "==="]), max_size=25
    )
)
def test_no_line_of_the_text_is_lost_or_moved(lines):
    novel = divided("\n".join(lines), "Book", at_breaks=False)
    left = [line for scene in novel.scenes for line in scene.text.split("\n") if line.strip()]
    rest = iter(line for line in lines if line.strip())
    assert all(line in rest for line in left)  # in their order
    gone = len([line for line in lines if line.strip()]) - len(left)
    assert gone <= sum(line.startswith("#") or line in ("Chapter One", "===") or "===" in lines for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\nAda walked on.\n\nShe sat.", f"{LONG} Ada walked on.\nShe sat."),
        ("A rose\nis a rose\n\nis one", "A rose\nis a rose\nis one"),
        (f"{LONG}  \nAda.", f"{LONG}  \nAda."),
        ("A\u00a0b\u2028c\n\n\n\nd", "A\u00a0b\u2028c\nd"),
    ],
)
def test_paragraphs_become_lines_and_no_letter_changes(text, expected):
    assert mended(text) == expected
    assert mended(text).split() == text.split()


def test_texts_with_paragraphs_apart_are_known():
    assert broken_by_hand("\n\n".join([f"{LONG}\n{LONG}\nit ended."] * 9))
    assert broken_by_hand("\n\n".join([LONG * 4] * 9))
    assert not broken_by_hand("\n".join([LONG * 4] * 9))


@pytest.mark.parametrize(
    ("data", "text", "guessed"),
    [
        ("Häuser – “so”\r\nzwei".encode(), "Häuser – “so”\nzwei", False),
        ("Häuser".encode("utf-8-sig"), "Häuser", False),
        ("Häuser".encode("utf-16"), "Häuser", False),
        ("Häuser – “so”".encode("cp1252"), "Häuser – “so”", True),
        (b"old\rmac", "old\nmac", False),
        ("a\u00a0b\u2028c\x0cd\n".encode(), "a\u00a0b\u2028c\x0cd\n", False),
    ],
)
def test_what_a_file_is_read_as(tmp_path, data, text, guessed):
    (tmp_path / "a.txt").write_bytes(data)
    read = read_texts([tmp_path / "a.txt"])
    assert read.files == (("a", text),)
    assert bool(read.notes) is guessed


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0\0", "wide".encode("utf-16-le")])
def test_what_is_no_text_is_said(tmp_path, data):
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(TextImportError, match="not a text file"):
        read_texts([tmp_path / "a.docx"])
    with pytest.raises(TextImportError, match="cannot be read"):
        read_texts([tmp_path / "none.txt"])


def test_an_imported_novel_is_imported_text_in_a_whole_history(tmp_path):
    (tmp_path / "b.md").write_text("# Low Tide\n## One\nA b.\n## CON\nC d e.\n## One\nF.\n", "utf-8")
    novel = read_texts([tmp_path / "b.md"]).novel()
    place = write_novel(novel, tmp_path / "Low Tide")
    assert sorted(path.name for path in (place / "scenes").iterdir()) == ["CON scene.md", "One 2.md", "One.md"]
    desk = Desk.open(place)
    assert [desk.text(scene.id) for scene in desk.folder.outline.scenes] == ["A b.", "C d e.", "F."]
    assert desk.total().by_origin["imported"] == desk.total().words == 6
    assert len(desk.arrived) == 3
    assert desk.close()
    assert write_novel(novel, place).name == "Low Tide 2"
    assert check(place).status is Status.WHOLE


def test_parts_of_several_files_are_parts_of_the_manuscript(tmp_path):
    for name, part in (("a", "Ebb"), ("b", "Flow")):
        (tmp_path / f"{name}.md").write_text(
            f"# {part}\n## One\n### x\nA.\n\nB.\n# {part} 2\n## Two\n### y\nC.\n", "utf-8"
        )
    novel = read_texts([tmp_path / "a.md", tmp_path / "b.md"]).novel(mend=True)
    outline = Folder.open(write_novel(novel, tmp_path / "Tides")).outline
    titles = {part.id: part.title for part in outline.part}
    assert [(titles[one.part], one.title, len(one.scene)) for one in outline.chapter] == [
        ("Ebb", "One", 1), ("Ebb 2", "Two", 1), ("Flow", "One", 1), ("Flow 2", "Two", 1)
    ]  # fmt: skip


def test_several_files_follow_each_other(tmp_path):
    for name, text in (("1 Ebb", "A."), ("2 Flow", "# x\nB.\n# y\nC.")):
        (tmp_path / f"{name}.txt").write_text(text)
    novel = read_texts([tmp_path / "1 Ebb.txt", tmp_path / "2 Flow.txt"]).novel()
    assert [chapter.title for chapter in novel.chapters] == ["1 Ebb", "x", "y"]


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path, small_disk):
    (tmp_path / "b.md").write_text("# One\n" + "word " * 100_000)
    with pytest.raises(TextImportError, match="Nothing was imported"):
        write_novel(read_texts([tmp_path / "b.md"]).novel(), small_disk / "Book")
    assert list(small_disk.iterdir()) == []
