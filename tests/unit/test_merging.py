"""Two texts made apart of one: what is made one after the other, what stays twice, and whose every character is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.provenance import Change, Origin, Source, TrackedText
from firsthand.provenance.merging import BETWEEN, merge

MODEL = Source(Origin.MODEL, "r.1")


def texts(*plain):
    return [TrackedText(one) for one in plain]


@pytest.mark.parametrize(
    ("base", "first", "second", "merged"),
    [
        ("one two three\n", "one 2 three\n", "one two 3\n", "one 2 3\n"),
        ("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n"),
        ("a\nb\n", "a\nN\nb\n", "a\nb!\n", "a\nN\nb!\n"),
        ("a\nb\n", "a!\nb\n", "a!\nb\n", "a!\nb\n"),
        ("a\nb\nc\n", "a\nc\n", "a\nbb\nc\n", "a\nbb\nc\n"),
        ("hello there friend", "", "hello there friend indeed", "hello there friend indeed"),
        ("a\nb\n", "b\n", "a\nN\nb\n", "N\nb\n"),
        ("x\n", "x\nA\nB\n", "x\nB\n", "x\nA\nB\n"),
        ("", "", "A", "A"),
        ("a b c d\n", "a b\nN M c d\n", "a\nN M c d\n", "a\nN M c d\n"),
        ("a b c d\n", "a N b c d\n", "a N d\n", "a N d\n"),
    ],
    ids=[
        "words apart",
        "paragraph gone, another come",
        "before a changed paragraph",
        "the very same",
        "changed what the other took away",
        "added to what the other took away",
        "behind what the other took away",
        "one holds the other's",
        "one side only",
        "put in by both, behind what one of them took away",
        "put in by both, before what one of them took away",
    ],
)
def test_what_does_not_meet_is_made_one_after_the_other(base, first, second, merged):
    for one, other in ((first, second), (second, first)):
        found = merge(*texts(base, one, other))
        assert (found.text.text, found.clashes) == (merged, ())


@pytest.mark.parametrize(
    ("base", "first", "second", "sides"),
    [
        ("x\n", "x\nA\n", "x\nB\n", ("x\n", "A\n", "B\n", "")),
        ("tide.", "tide.\nA", "tide.\nB", ("tide.", "\nA", "\nB", "")),
        ("", "A", "B", ("", "A\n", "B", "")),
        ("k\none two\nz\n", "k\none 2\nz\n", "k\none zwei\nz\n", ("k\n", "one 2\n", "one zwei\n", "z\n")),
        ("a b", "a b c", "a b d", ("", "a b c\n", "a b d", "")),
    ],
    ids=["paragraphs at one place", "at the end", "of nothing", "one word", "the last paragraph"],
)
def test_where_both_changed_the_same_place_both_stay(base, first, second, sides):
    before, one, other, after = sides
    found = merge(*texts(base, first, second))
    assert found.text.text == before + one + other + after
    assert [(c.at, c.first, c.second) for c in found.clashes] == [(len(before), one, other)]


def test_a_line_end_between_two_last_paragraphs_is_nobodys_words():
    found = merge(*texts("", "A", "B"))
    assert [(span.start, span.end) for span in found.text.spans() if span.source == BETWEEN] == [(1, 2)]


def test_a_finding_on_one_side_counts():
    base = TrackedText("It was the same as ever.")
    first, second = base.copy(), base.copy()
    first.apply(Change(7, 3, "the", MODEL))
    assert merge(base, first, second).text.runs() == merge(base, second, first).text.runs() == first.runs()


def test_who_knows_a_source_is_right_before_one_who_saw_a_program_write():
    base = TrackedText("One.\n")
    first, second = base.copy(), base.copy()
    first.apply(Change(5, 0, "Two.\n", Source(Origin.OUTSIDE, "outside:1")))
    second.apply(Change(5, 0, "Two.\n", MODEL))
    for found in (merge(base, first, second), merge(base, second, first)):
        assert (found.text.text, [str(span.origin) for span in found.text.spans()]) == (
            "One.\nTwo.\n",
            ["typed", "model"],
        )


pieces = st.lists(st.sampled_from(["one", "two", "three ", " four", "\n", "five\n", "\nsix", "🌊", " "]), max_size=12)


@st.composite
def versions(draw):
    """A text, and what two others made of it: every character says by its source where it came from."""
    base = TrackedText("".join(draw(pieces)), Origin.IMPORTED)
    out = []
    for source in (PLAIN_ONE, PLAIN_OTHER):
        text = base.copy()
        for piece in draw(st.lists(pieces, max_size=4)):
            at = draw(st.integers(0, len(text)))
            length = draw(st.integers(0, min(5, len(text) - at)))
            text.apply(Change(at, length, "".join(piece), source))
        out.append(text)
    return base, *out


PLAIN_ONE, PLAIN_OTHER = Source(Origin.MODEL, "one"), Source(Origin.MODEL, "other")


@settings(max_examples=200)
@given(versions())
def test_the_spans_tile_the_text_and_each_place_of_a_clash_is_where_it_says(made):
    found = merge(*made)
    assert sum(run.length for run in found.text.runs()) == len(found.text)
    for clash in found.clashes:
        both = clash.first + clash.second
        assert found.text.slice(clash.at, clash.at + len(TrackedText(both))) == both


@settings(max_examples=200)
@given(versions())
def test_a_side_that_did_nothing_changes_nothing(made):
    base, first, _ = made
    for found in (merge(base, first, base), merge(base, base, first), merge(base, first, first)):
        assert (found.text.text, found.text.runs(), found.clashes) == (first.text, first.runs(), ())


@settings(max_examples=200)
@given(versions())
def test_both_orders_have_the_same_places(made):
    base, first, second = made
    one, other = merge(base, first, second), merge(base, second, first)
    assert len(one.clashes) == len(other.clashes)
    assert one.clashes or one.text.text == other.text.text
