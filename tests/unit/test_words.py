"""Words, and whose they are: a table of tiny cases."""

import pytest

from firsthand.provenance import Change, Origin, Run, Source, TrackedText, count_words, stand_ins, words_by_origin
from firsthand.provenance.units import to_units


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("   \n", 0),
        ("— … ---", 0),
        ("salt", 1),
        ("“Not money: salt.”", 3),
        ("thirty-one", 1),
        ("nobody’s", 1),
        ("salt—not money", 3),
        ("salt--not money", 3),
        ("and/or", 2),
        ("1,840 words", 2),
        ("中文字", 3),
        ("\U00020000", 1),
        ("naïve e\u0301tude", 2),
        ("she 😀 laughed", 2),
    ],
)
def test_count(text, count):
    assert count_words(to_units(text)) == count


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("one two ", "t"), ("three", "m")], {"typed": 2, "model": 1}),
        ([("one tw", "t"), ("o three", "m")], {"typed": 1, "model": 1, "mixed": 1}),
        ([("a", "t"), ("b", "m"), ("c d", "t")], {"typed": 1, "mixed": 1}),
        ([("word", "m"), (",", "t"), (" word", "m")], {"model": 2}),
        ([("word", "m"), ("s", "t")], {"mixed": 1}),
    ],
)
def test_a_word_is_of_one_origin_only_if_all_of_it_is(pieces, expected):
    text = TrackedText()
    for piece, who in pieces:
        text.replace(len(text), 0, piece, Origin.TYPED if who == "t" else Source(Origin.MODEL, "s"))
    counts = words_by_origin(text.units(), text.spans())
    assert {k: v for k, v in counts.items() if v} == expected
    assert sum(counts.values()) == count_words(text.units())


SUGGESTION = "She turned the page and found the ink still wet, though the house had been locked since Friday."


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Friday", "the morning of the burial", ["the morning of the burial"]),
        ("since Friday.", "by the priest himself. Nobody knew.", ["by the priest himself."]),
        ("She turned the page", "Ines looked down", ["Ines looked down"]),
        ("still ", "", []),
        ("", "red ", []),
        ("the ink", "the ink, " + "and on and on " * 40, []),
    ],
)
def test_what_the_author_wrote_in_place_of_a_models_words(old, new, found):
    text = TrackedText("Before. ", Origin.TYPED)
    text.replace(8, 0, SUGGESTION, Source(Origin.MODEL, "s"))
    text.replace(len(text), 0, " After that, nothing.", Origin.TYPED)
    at = text.text.index(old or "ink")
    text.apply(Change(at, len(old), new))
    stood = stand_ins(text.units(), list(text.spans()), {"s": [(0, len(SUGGESTION))]})
    assert [text.slice(s.start, s.end) for s in stood] == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("He went. " + "x" * 76, "x" * 76),
        ("He went. " + "x" * 77, None),
        ("He went. " + " " * 90 + "so", "so"),
        ("He went.”" + " " * 70 + "o" * 8, "o" * 8),
        ("He went" + " " * 70 + "o" * 8, None),
        ("x" * 76, "x" * 76),
        ("x" * 77, None),
        ("He went. " * 40 + "Now she", "Now she"),
    ],
    ids=lambda value: f"{len(value or '')} units",
)
def test_what_stands_before_is_looked_at_as_far_as_a_stand_in_can_reach(before, found):
    text = TrackedText(before, Origin.TYPED)
    text.replace(len(text), 0, SUGGESTION[8:], (Run(len(SUGGESTION) - 8, Source(Origin.MODEL, "s"), 8),))
    stood = stand_ins(text.units(), list(text.spans()), {"s": [(0, len(SUGGESTION))]})
    assert [text.slice(s.start, s.end) for s in stood] == ([found] if found else [])


def test_a_model_text_that_was_moved_away_is_not_missing():
    text = TrackedText(SUGGESTION, Source(Origin.MODEL, "s"))
    tail = text.runs(48, len(text)), text.slice(48, len(text))
    text.apply(Change(48, len(text) - 48, ""))
    text.apply(Change(48, 0, " or so.", Origin.TYPED))
    text.apply(Change(0, 0, tail[1] + "\n", (*tail[0], *TrackedText("\n").runs())))
    assert stand_ins(text.units(), list(text.spans()), {"s": [(0, len(SUGGESTION))]}) == []
