"""A difference, made, gives the new text; what is equal is never in an edit's way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.provenance import Change, Origin, TrackedText
from firsthand.provenance.difference import differences
from firsthand.provenance.units import from_units, to_units

TEXT = st.lists(
    st.sampled_from(["salt", " ", "the ", "\n", "a", "😀", "e\u0301", "中", ".", "ledger "]), max_size=30
).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_the_edits_turn_the_old_text_into_the_new(old, new):
    text = TrackedText(old, Origin.MODEL)
    for edit in differences(to_units(old), to_units(new)):
        text.apply(Change(edit.at, edit.removed, from_units(edit.inserted), Origin.OUTSIDE))
    assert text.text == new


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT, TEXT)
def test_what_stands_before_and_after_keeps_its_origin(before, middle, after):
    text = TrackedText(before + "§" + after, Origin.TYPED)
    for edit in differences(text.units(), to_units(before + middle + after)):
        text.apply(Change(edit.at, edit.removed, from_units(edit.inserted), Origin.OUTSIDE))
    assert text.counts()[Origin.TYPED] >= len(to_units(before + after))


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("", "", []),
        ("abc", "abc", []),
        ("", "abc", [(0, 0, "abc")]),
        ("abc", "", [(0, 3, "")]),
        ("aa bb aa bb aa", "ccc bb ccc bb ccc", [(0, 2, "ccc"), (7, 2, "ccc"), (14, 2, "ccc")]),
        ("one\ntwo\nthree\n", "one\nthree\n", [(4, 4, "")]),
        ("colour", "color", [(4, 1, "")]),
    ],
)
def test_table(old, new, edits):
    assert [(e.at, e.removed, e.inserted) for e in differences(old, new)] == edits
