"""What can be done with the order of a novel, one line before and one after."""

import pytest

from firsthand.desk import entering, outlining
from firsthand.desk.outlining import BIN, NOTES, TOP
from firsthand.manuscript import Chapter, Label, Part
from tests.unit.outlines import entry, line, outline

NOVEL = "P[p] I{ A[a b c] B[d e] } II{ C[f] } | n m"


@pytest.mark.parametrize(
    ("before", "ids", "home", "ahead", "after"),
    [
        (NOVEL, "a", "A", "", "P[p] I{ A[b c a] B[d e] } II{ C[f] } | n m"),
        (NOVEL, "a", "A", "c", "P[p] I{ A[b a c] B[d e] } II{ C[f] } | n m"),
        (NOVEL, "a", "B", "e", "P[p] I{ A[b c] B[d a e] } II{ C[f] } | n m"),
        (NOVEL, "e a f", "B", "", "P[p] I{ A[b c] B[d a e f] } II{ C[] } | n m"),
        (NOVEL, "a b", "A", "b", "P[p] I{ A[a b c] B[d e] } II{ C[f] } | n m"),  # where they stand already
        (NOVEL, "a n", "C", "", "P[p] I{ A[b c] B[d e] } II{ C[f a n] } | m"),  # a note becomes a scene
        (NOVEL, "b", NOTES, "m", "P[p] I{ A[a c] B[d e] } II{ C[f] } | n b m"),
        (NOVEL, "A", "II", "", "P[p] I{ B[d e] } II{ C[f] A[a b c] } | n m"),
        (NOVEL, "A", TOP, "P", "A[a b c] P[p] I{ B[d e] } II{ C[f] } | n m"),
        (NOVEL, "P", "I", "B", "I{ A[a b c] P[p] B[d e] } II{ C[f] } | n m"),
        (NOVEL, "A a b", "II", "", "P[p] I{ B[d e] } II{ C[f] A[a b c] } | n m"),  # what is inside goes along
        (NOVEL, "II", TOP, "I", "P[p] II{ C[f] } I{ A[a b c] B[d e] } | n m"),
        (NOVEL, "A B", TOP, "", "P[p] I{  } II{ C[f] } A[a b c] B[d e] | n m"),
        (NOVEL, "a", BIN, "", "P[p] I{ A[b c] B[d e] } II{ C[f] } | n m | a<A"),
        (NOVEL + " | x<A", "x", "B", "d", "P[p] I{ A[a b c] B[x d e] } II{ C[f] } | n m"),
        (NOVEL + " | x<A", "x", NOTES, "", "P[p] I{ A[a b c] B[d e] } II{ C[f] } | n m x"),
        (NOVEL, "a", "I", "", NOVEL),  # a scene is in a chapter
        (NOVEL, "I", "II", "", NOVEL),
        (NOVEL, "A", "B", "", NOVEL),
        (NOVEL, "A", NOTES, "", NOVEL),
        (NOVEL, "gone", "A", "", NOVEL),
        (NOVEL, "a", "gone", "", NOVEL),
    ],
)
def test_moving(before, ids, home, ahead, after):
    assert line(outlining.moved(outline(before), ids.split(), home, ahead)) == after


@pytest.mark.parametrize(
    ("before", "ids", "step", "after"),
    [
        ("A[a b c] B[d]", "b", -1, "A[b a c] B[d]"),
        ("A[a b c] B[d]", "b", 1, "A[a c b] B[d]"),
        ("A[a b c] B[d]", "c", 1, "A[a b] B[c d]"),
        ("A[a b c] B[d]", "d", -1, "A[a b c d] B[]"),
        ("A[a b c] B[d]", "a", -1, "A[a b c] B[d]"),
        ("A[a b c] B[d]", "d", 1, "A[a b c] B[d]"),
        ("A[a b c] B[d]", "a b", 1, "A[c a b] B[d]"),
        ("A[a b c] B[d]", "b c", -1, "A[b c a] B[d]"),
        ("A[a b c] B[d]", "a c", -1, "A[a b c] B[d]"),
        ("A[a] | n m", "m", -1, "A[a] | m n"),
        ("A[a] | n m", "n a", 1, "A[a] | n m"),  # of two kinds: as it was
        ("A[a] B[b] C[]", "C", -1, "A[a] C[] B[b]"),
        ("A[a] I{ B[b] }", "A", 1, "I{ A[a] B[b] }"),
        ("I{ A[a] B[b] } C[]", "B", 1, "I{ A[a] } B[b] C[]"),
        ("I{ A[a] B[b] } C[]", "A", -1, "A[a] I{ B[b] } C[]"),
        ("I{ A[a] } B[b]", "B", -1, "I{ A[a] B[b] }"),
        ("I{ A[a] } II{ B[b] }", "II", -1, "II{ B[b] } I{ A[a] }"),
        ("A[a] | | x<A", "x", 1, "A[a] |  | x<A"),
    ],
)
def test_one_place_up_or_down(before, ids, step, after):
    assert line(outlining.shifted(outline(before), ids.split(), step)) == after


@pytest.mark.parametrize("ids", ["a", "b", "c", "a b c", "b d", "A", "I", "n", "p", "P", "c b n P", "I II P m"])
def test_what_comes_back_from_the_bin_is_where_it_was(ids):
    before = outline(NOVEL)
    taken = outlining.binned(before, ids.split())
    assert not {one.id for one in taken.bin} & {one.id for one in taken.kept}
    back = outlining.restored(taken, [one.id for one in taken.bin])
    assert [chapter.title for chapter in back.chapter] == [chapter.title for chapter in before.chapter]
    assert [e.id for e in back.scenes] == [e.id for e in before.scenes]
    assert {e.id for e in back.note} == {e.id for e in before.note}
    assert [part.title for part in back.part] == ["I", "II"]


def test_scenes_come_back_one_by_one_in_their_order():
    now = outlining.binned(outline("A[a b c d]"), ["A"])
    for one, expected in (("c", "A[c]"), ("b", "A[b c]"), ("d", "A[b c d]"), ("a", "A[a b c d]")):
        now = outlining.restored(now, [one])
        assert line(now).partition(" |")[0] == expected


def test_taking_back_puts_what_came_since_into_the_bin():
    before = outline("A[a]")
    now = entering.with_note(entering.with_scene(before, entry("b"), "a"), entry("n"))
    assert line(outlining.returned(before, now)) == "A[a] |  | b<A n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("A[a b] B[c]", "a", "A[a x b] B[c]"),
        ("A[a b] B[c]", "A", "A[a b x] B[c]"),
        ("A[a b] B[c]", "", "A[a b] B[c x]"),
        ("I{ A[a] } B[c]", "I", "I{ A[a x] } B[c]"),
        ("I{  } B[c]", "I", "I{ One[x] } B[c]"),
        ("", "", "One[x]"),
    ],
)
def test_where_a_new_scene_stands(before, after, expected):
    assert line(entering.with_scene(outline(before), entry("x"), after)) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", "P[p] I{ A[a b c] B[d e] } II{ C[f] } X[] | n m"),
        ("b", "P[p] I{ A[a b c] X[] B[d e] } II{ C[f] } | n m"),
        ("II", "P[p] I{ A[a b c] B[d e] } II{ C[f] X[] } | n m"),
        ("p", "P[p] X[] I{ A[a b c] B[d e] } II{ C[f] } | n m"),
    ],
)
def test_where_a_new_chapter_stands(after, expected):
    assert line(entering.with_chapter(outline(NOVEL), Chapter("X", (), "X"), after)) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("", "A[a] B[b] C[c] X{  }"),
        ("b", "A[a] X{ B[b] } C[c]"),
        ("A C", "X{ A[a] C[c] } B[b]"),
    ],
)
def test_a_new_part_is_made_of_chapters(of, expected):
    assert line(entering.with_part(outline("A[a] B[b] C[c]"), Part("X", "X"), of.split())) == expected


def test_status_and_label_of_a_chapter_are_those_of_its_scenes():
    done = entering.marked(outline(NOVEL), ["A", "n"], status="done", label="Ada")
    assert {e.id for e in done.entries if (e.status, e.label) == ("done", "Ada")} == {"a", "b", "c", "n"}
    assert entering.marked(done, ["A", "n"], status="", label="") == outline(NOVEL)
    assert entering.with_label(done, Label("Ada", "blue")).label == (Label("Ada", "blue"),)
