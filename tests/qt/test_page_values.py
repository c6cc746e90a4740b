"""The Qt-free parts of the page: differences, heights, whose the pieces are."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.provenance import Origin, Source, Span, difference
from firsthand.provenance.difference import Edit, edits, narrowed
from firsthand.provenance.units import from_units, to_units
from firsthand.qt import whose
from firsthand.qt.guard import guarded
from firsthand.qt.page_heights import Heights
from firsthand.qt.page_marks import Kind as Marks
from firsthand.qt.page_marks import kind_of
from firsthand.qt.whose import Kind, Piece, pieces, shares

UNITS = st.text(alphabet="ab \n.é😀😁\u0301中", max_size=60).map(to_units)

PLACES = [
    ("aa", "aaa", 1, (0, 0, "a")),
    ("aa", "aaa", 2, (1, 1, "a")),
    ("aa", "aaa", 3, (2, 2, "a")),
    ("aaa", "aa", 1, (1, 2, "")),
    ("aaa", "aa", 0, (0, 1, "")),
    ("aaa", "aa", 99, (2, 3, "")),
    ("\ud83d\ude00", "\ud83d\ude01", 2, (0, 2, "\ud83d\ude01")),
    ("\ud83d\ude00", "\ud83d\ude00\ud83d\ude00", 2, (0, 0, "\ud83d\ude00")),
    ("x", "x", 1, None),
]


@pytest.mark.parametrize(("old", "new", "caret", "found"), PLACES, ids=ascii)
def test_the_caret_says_which_of_like_letters_is_new(
    old: str, new: str, caret: int, found: tuple[int, int, str] | None
) -> None:
    assert narrowed(old, new, caret) == (Edit(*found) if found else None)


KEPT = [
    ("aa bb aa", "cc bb cc", ["aa", "aa"]),
    ("one\ntwo\nthree", "one\n2\nthree", ["two"]),
    ("the colour red", "the color red", ["u"]),
    ("a dark colour", "a light shade", ["dark colour"]),
    ("one two three four", "one 2 three 4", ["two", "four"]),
]


@pytest.mark.parametrize(("old", "new", "gone"), KEPT, ids=lambda case: str(case))
def test_what_did_not_change_is_left_alone(old: str, new: str, gone: list[str]) -> None:
    assert [old[edit.start : edit.end] for edit in edits(old, new)] == gone


@given(UNITS, UNITS, st.none() | st.integers(0, 60))
def test_edits_make_the_new_text_and_divide_no_letter(old: str, new: str, caret: int | None) -> None:
    text, last = old, 0
    found = edits(old, new, caret)
    for edit in found:
        assert last <= edit.start <= edit.end <= len(old)
        assert edit.start < edit.end or edit.inserted
        last = edit.end
    for edit in reversed(found):
        text = text[: edit.start] + edit.inserted + text[edit.end :]
        for whole in (old[: edit.start], old[edit.start : edit.end], edit.inserted):
            from_units(whole).encode()  # a divided letter cannot be encoded
    assert text == new


@given(st.lists(st.integers(0, 100), min_size=1, max_size=900), st.data())
def test_heights_are_what_a_plain_list_says(start: list[int], data: st.DataObject) -> None:
    plain, heights = [float(height) for height in start], Heights()
    heights.reset(list(plain))
    for _ in range(3):
        first = data.draw(st.integers(0, len(plain) - 1))
        count = data.draw(st.integers(0, len(plain) - first))
        new = data.draw(st.lists(st.integers(1, 50), min_size=1, max_size=5))
        plain[first : first + count] = new
        heights.replace(first, count, list(new))
        grown = data.draw(st.integers(0, 99))
        assert heights.put(first, grown) == pytest.approx(grown - plain[first])
        plain[first] = grown
        assert len(heights) == len(plain)
        assert heights.total == pytest.approx(sum(plain))
        index = data.draw(st.integers(0, len(plain) - 1))
        assert heights.top(index) == pytest.approx(sum(plain[:index]))
        found, top = heights.at(heights.top(index) + heights[index] / 2)
        assert top == pytest.approx(heights.top(found))
        assert found == index or not heights[index]


TYPED, MODEL, SPACE = Source(Origin.TYPED), Source(Origin.MODEL, "s"), Source(Origin.TOOL, "spacing")


def test_the_authors_words_in_a_models_place_are_told_apart() -> None:
    spans = [Span(0, 10, TYPED), Span(10, 20, MODEL), Span(20, 40, TYPED)]
    assert pieces(spans, [(20, 25), (30, 50)]) == [
        Piece(0, 10, Kind.AUTHOR),
        Piece(10, 20, Kind.MODEL),
        Piece(20, 25, Kind.REVISED),
        Piece(25, 30, Kind.AUTHOR),
        Piece(30, 40, Kind.REVISED),
    ]


def test_a_space_the_program_put_in_has_no_share() -> None:
    assert shares(pieces([Span(0, 3, TYPED), Span(3, 4, SPACE)])) == {Kind.AUTHOR: 1.0}
    assert shares(pieces([Span(0, 1, SPACE)])) == {Kind.TOOL: 1.0}
    assert shares([]) == {}


def test_what_fails_in_an_override_is_logged_and_answered(caplog: pytest.LogCaptureFixture) -> None:
    class Widget:
        @guarded(7)
        def sizeHint(self, fails: bool) -> int:
            return 1 // (not fails)

    assert (Widget().sizeHint(False), Widget().sizeHint(True)) == (1, 7)
    assert [record.getMessage() for record in caplog.records] == [
        f"{Widget.sizeHint.__qualname__} failed; the page goes on"
    ]


KINDS = [
    ("She kept it.", Marks.TEXT),
    ("# Part", Marks.HEADING),
    ("#Part", Marks.TEXT),
    ("####### Part", Marks.TEXT),
    ("---", Marks.BREAK),
    ("* * *", Marks.BREAK),
    ("--", Marks.TEXT),
    ("*a*", Marks.TEXT),
    ("", Marks.BLANK),
    ("  ", Marks.BLANK),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_a_paragraph_is(text: str, kind: Marks) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize("module", [difference, whose], ids=lambda module: module.__name__)
def test_the_examples_in_the_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
