"""A difference, made, gives the new text; what is equal is never in an edit's way."""

import random
import re

import pytest
from hypothesis import example, given, settings
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
@example("saltsalt", " salt", "salt")  # words are divided elsewhere in the one than in the other
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
        ("in colouring then", "in Xolourinß then", [(3, 1, "X"), (11, 1, "ß")]),
        ("colouring", "xolourin戣", [(0, 1, "x"), (8, 1, "戣")]),
        ("nobody had", "no one had", [(2, 4, " one")]),
        ("a a", "a a a", [(0, 0, "a ")]),
        ("one two", "one one two", [(0, 0, "one ")]),
    ],
)
def test_table(old, new, expected):
    assert [(e.start, e.end - e.start, e.inserted) for e in edits(old, new)] == expected


def prose(words, seed, line):
    """Lines of up to ``line`` words, some of them as frequent as in English and most of them rare; deterministic."""
    chance = random.Random(seed)
    parts = ["sal", "mor", "ti", "ne", "ta", "ru", "lo", "ven", "qui", "dar", "he", "as"]
    vocabulary = ["".join(parts[n // 12**k % 12] for k in range(1 + n % 3)) for n in range(1_500)]
    out = []
    while words > 0:
        here = chance.randint(1, line)
        out.append(" ".join(vocabulary[int(1_500 ** chance.random())] for _ in range(here)) + ".\n")
        words -= here
    return "".join(out)


def with_other_words(text, every, seed):
    """The text with about one word in ``every`` given up for another; how many units went."""
    chance, gone = random.Random(seed), 0
    parts = re.split(r"(\W+)", text)
    for at in range(0, len(parts) - 1, 2):
        if not chance.randrange(every):
            gone += len(parts[at])
            parts[at] = f"XQ{chance.randrange(10)}"
    return "".join(parts), gone


WIDE = [(300, 40, 8), (6_000, 40, 8), (6_000, 40, 50), (6_000, 6_000, 8), (6_000, 6_000, 500), (40_000, 40_000, 3_000)]


@pytest.mark.parametrize(("words", "line", "every"), WIDE)
def test_law_4_what_did_not_change_keeps_its_origin_in_a_wide_range(words, line, every):
    old = prose(words, 1, line)
    new, gone = with_other_words(old, every, 2)
    text = TrackedText(old, Origin.TYPED)
    make(text, edits(old, new))
    assert text.text == new
    assert text.counts()[Origin.TYPED] >= len(old) - gone * 1.01


KEPT_IN_A_REWRITE = "and the key had told everyone where to look."


@pytest.mark.parametrize("around", [60, 600, 6_000])
def test_a_sentence_kept_in_a_rewritten_scene_keeps_its_origin(around):
    def page(seed):
        return prose(around, seed, 30) + KEPT_IN_A_REWRITE + "\n" + prose(around, seed + 1, 30)

    text = TrackedText(page(1), Origin.TYPED)
    make(text, edits(text.units(), page(5)))
    at = text.text.index(KEPT_IN_A_REWRITE)
    assert {span.origin for span in text.spans(at, at + len(KEPT_IN_A_REWRITE))} == {Origin.TYPED}


def test_one_changed_word_beside_new_paragraphs_is_one_changed_word():
    old = "She kept the ledger in the flour bin, because nobody steals flour. Her mother had kept it in a drawer.\n"
    new = prose(80, 3, 40) + old.replace("nobody", "no thief") + prose(80, 4, 40)
    text = TrackedText(old, Origin.TYPED)
    make(text, edits(old, new))
    assert text.counts()[Origin.TYPED] == len(old) - len("nobody") + len("no")


@pytest.mark.parametrize("words", [12, 200, 4_000])
def test_a_rewrite_that_shares_small_words_by_accident_is_a_rewrite(words):
    old, new = prose(words, 1, 30), prose(words, 7, 30)
    assert sum(edit.end - edit.start for edit in edits(old, new)) >= 0.97 * len(old)
