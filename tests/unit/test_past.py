"""The past of a manuscript as a window shows it: its rows, what came with each, and what has changed since."""

import pytest

from firsthand.desk.past import Amount, Comparison, Marked, Past, paragraphs
from firsthand.desk.session import Desk
from firsthand.history import Occasion
from firsthand.provenance import Change, Origin, Run, Source, TrackedText
from firsthand.provenance.hunks import Kind

KEPT, CAME, GONE, WHOSE = Kind.KEPT, Kind.INSERTED, Kind.REMOVED, Kind.WHOSE
MODEL = Source(Origin.MODEL, "r1.1")

COMPARED = [
    ("", "", "", []),
    ("one two", "one two", "one two", []),
    ("one two", "one new two", "one new two", [(4, 8, CAME)]),
    ("one old two", "one two", "one old two", [(4, 8, GONE)]),
    ("one old two", "one new two", "one oldnew two", [(4, 7, GONE), (7, 10, CAME)]),
    ("a 😀", "a 😀 b", "a 😀 b", [(4, 6, CAME)]),
]


@pytest.mark.parametrize(("old", "new", "text", "marks"), COMPARED)
def test_two_versions_are_shown_as_one_text(old, new, text, marks):
    found = Comparison(TrackedText(old), TrackedText(new))
    assert found.text.text == text
    assert found.marks == [Marked(*mark) for mark in marks]


def test_words_that_are_anothers_now_are_marked():
    found = Comparison(TrackedText("one two"), TrackedText("one two", (Run(4, MODEL), Run(3, Source(Origin.TYPED)))))
    assert found.marks == [Marked(0, 4, WHOSE)]
    assert found.text.counts()[Origin.MODEL] == 4


@pytest.mark.parametrize(("at", "place"), [(0, 0), (4, 4), (6, 6), (7, 7), (9, 7), (10, 7), (12, 9)])
def test_a_place_in_the_comparison_is_one_in_the_old_version(at, place):
    assert Comparison(TrackedText("one old two"), TrackedText("one new two")).old_place(at) == place


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 0, (0, 3)), (3, 3, (0, 3)), (4, 4, (4, 7)), (1, 5, (0, 7)), (4, 8, (4, 7)), (8, 8, (8, 8)), (9, 12, (9, 12))],
)
def test_a_stretch_lies_in_paragraphs(start, end, found):
    assert paragraphs(TrackedText("one\ntwo\n\nfour"[:12]), start, end) == found


class Clock:
    now = 1_790_000_000_000

    def __call__(self):
        Clock.now += 40
        return Clock.now


@pytest.fixture
def desk(tmp_path):
    Desk.create(tmp_path / "book", "A book").close()
    desk = Desk.open(tmp_path / "book", clock=Clock())
    yield desk
    assert desk.close()


def typed(desk, text, at=0, removed=0, whose=Origin.TYPED):
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(at, removed, text, whose))
    Clock.now += 10 * 60_000
    return scene


def test_the_rows_say_why_and_how_much(desk):
    scene = typed(desk, "One two three. ")
    typed(desk, "A model's words. ", whose=MODEL)
    named = desk.versioning.name("Before the cut")
    typed(desk, "", at=0, removed=2)
    past = Past(desk.versioning.read())
    rows = past.rows([scene])
    assert [row.number for row in rows] == [3, 2, 1]
    assert [[one.name for one in row.snapshots] for row in rows] == [[], ["Before the cut"], []]
    assert [one.id for one in rows[1].snapshots] == [named]
    assert Occasion.NAMED in rows[1].occasions
    amounts = past.amounts(rows)
    assert amounts[scene, 1] == Amount(3, 0, 3)
    assert amounts[scene, 2] == Amount(0, 3, 3)
    assert amounts[scene, 3] == Amount(0, -1, -1)
    assert past.version(scene, 1).text == "One two three. "


BOATS = "Ines counted the boats.\nNobody came.\nThe tide went out.\n"
PARAGRAPHS = [
    # what stood, what stands, the paragraph that is wanted of the first, what it gives
    (BOATS, "Ines sold the boats.\nThe tide came in.\n", "Ines", "Ines counted the boats.\nThe tide came in.\n"),
    (
        BOATS,
        "Ines sold the boats.\nThe tide came in.\n",
        "Nobody",
        "Ines sold the boats.\nNobody came.\nThe tide came in.\n",
    ),
    (BOATS, "Ines sold the boats.\nThe tide came in.\n", "The", "Ines sold the boats.\nThe tide went out.\n"),
    (BOATS, "", "Nobody", "Nobody came."),
    ("One\nTwo\nThree", "four\nfive", "One", "One\nfour\nfive"),
    ("One\nTwo\nThree", "four\nfive", "Two", "four\nfive\nTwo"),
    ("One\nTwo\nThree", "four\nfive", "Three", "four\nfive\nThree"),
    ("One\n\nThree", "One\nThree", "One", None),
    ("One\nThree", "One\nTwo, since\nThree", "One", None),
    ("One\nThree", "One more\nTwo, since\nThree", "One", "One\nTwo, since\nThree"),
]


@pytest.mark.parametrize(("stood", "stands", "wanted", "text"), PARAGRAPHS)
def test_a_paragraph_of_a_version_comes_back_alone(desk, stood, stands, wanted, text):
    scene = typed(desk, stood)
    version = Past(desk.versioning.read()).version(scene, 1)
    typed(desk, stands, removed=len(version))
    at = stood.index(wanted)
    assert desk.versioning.restore(scene, version, paragraphs(version, at, at)) is (text is not None)
    assert desk.text(scene) == (stands if text is None else text)
    assert text is None or desk.draft(scene).undo()
    assert desk.text(scene) == stands
