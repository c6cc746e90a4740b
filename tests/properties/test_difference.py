"""A difference, made, gives the new text; what is equal is never in an edit's way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.provenance import Change, Origin, TrackedText
from firsthand.provenance.difference import edits
from firsthand.provenance.units import from_units, to_units

TEXT = st.lists(
    st.sampled_from(["salt", " ", "the ", "\n", "a", "😀", "e\u0301", "中", ".", "ledger "]), max_size=30
).map("".join)


def make(text, found):
    for edit in reversed(found):
        text.apply(Change(edit.start, edit.end - edit.start, from_units(edit.inserted), Origin.OUTSIDE))


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_the_edits_turn_the_old_text_into_the_new(old, new):
    text = TrackedText(old, Origin.MODEL)
    make(text, edits(to_units(old), to_units(new)))
    assert text.text == new


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT, TEXT)
def test_what_stands_before_and_after_keeps_its_origin(before, middle, after):
    text = TrackedText(before + "§" + after, Origin.TYPED)
    make(text, edits(text.units(), to_units(before + middle + after)))
    assert text.counts()[Origin.TYPED] >= len(to_units(before + after))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("abc", "abc", []),
        ("", "abc", [(0, 0, "abc")]),
        ("abc", "", [(0, 3, "")]),
        ("aa bb aa bb aa", "ccc bb ccc bb ccc", [(0, 2, "ccc"), (6, 2, "ccc"), (12, 2, "ccc")]),
        ("one\ntwo\nthree\n", "one\nthree\n", [(4, 4, "")]),
        ("colour", "color", [(4, 1, "")]),
        ("a a", "a a a", [(0, 0, "a ")]),
        ("one two", "one one two", [(0, 0, "one ")]),
    ],
)
def test_table(old, new, expected):
    assert [(e.start, e.end - e.start, e.inserted) for e in edits(old, new)] == expected
