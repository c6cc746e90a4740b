"""The laws of the tracked text, against an oracle that keeps one source a unit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.provenance import Change, Origin, Run, Source, TrackedText
from firsthand.provenance.units import from_units, length, to_units

PIECES = [
    "a",
    "b ",
    "word ",
    "\n",
    "é",
    "e\u0301",
    "😀",
    "👩‍👩‍👧",
    "中",
    "שלום",
    "\u2028",
    "\u00a0",
    "\ufdd0",
    "\ud83d",
    "x" * 40,
    "y" * 9000,
]
WHOSE = st.sampled_from(
    [Origin.TYPED, Origin.TYPED, Origin.PASTED, Origin.IMPORTED, Source(Origin.MODEL, "s1"), Source(Origin.MODEL, "s2")]
)
EDIT = st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 0, 0, 1, 2, 30, 5000]), st.sampled_from(["", *PIECES]), WHOSE)


class Oracle:
    """A list with one (unit, origin, ref, offset) an element."""

    def __init__(self):
        self.cells = []

    def replace(self, at, removed, inserted, whose):
        source = whose if isinstance(whose, Source) else Source(whose)
        new = [(unit, source, i if source.ref else 0) for i, unit in enumerate(to_units(inserted))]
        self.cells[at : at + removed] = new

    def of(self, text):
        cells = []
        units = text.units()
        for span in text.spans():
            for i in range(span.start, span.end):
                cells += [(units[i], span.source, span.offset + i - span.start if span.source.ref else 0)]
        return cells


def place(text: TrackedText, where: float, removed: int) -> tuple[int, int]:
    at = round(where * len(text))
    return at, min(removed, len(text) - at)


def change_at(text, where, removed, inserted, whose):
    at, removed = place(text, where, removed)
    return Change(at, removed, inserted, whose)


@settings(max_examples=150, deadline=None)
@given(st.lists(EDIT, max_size=40))
def test_spans_tile_and_counts_agree_with_one_source_a_unit(edits):
    text, oracle = TrackedText(), Oracle()
    for where, removed, inserted, whose in edits:
        at, removed = place(text, where, removed)
        text.replace(at, removed, inserted, whose)
        oracle.replace(at, removed, inserted, whose)
    assert oracle.of(text) == oracle.cells
    spans = list(text.spans())
    assert [s.start for s in spans] == [0, *[s.end for s in spans]][: len(spans)]
    assert text.counts() == {o: sum(c[1].origin is o for c in oracle.cells) for o in Origin}
    assert to_units(text.text) == to_units(from_units("".join(c[0] for c in oracle.cells)))


@settings(max_examples=150, deadline=None)
@given(st.lists(EDIT, max_size=30))
def test_inverses_bring_back_text_and_spans_bit_for_bit(edits):
    text = TrackedText("Call me Ishmael. 😀", Origin.IMPORTED)
    seen, inverses = [], []
    for where, removed, inserted, whose in edits:
        seen.append((text.units(), list(text.spans())))
        inverses.append(text.apply(change_at(text, where, removed, inserted, whose)))
    after = (text.units(), list(text.spans()))
    redos = []
    for inverse, state in zip(reversed(inverses), reversed(seen), strict=True):
        redos.append(text.apply(inverse))
        assert (text.units(), list(text.spans())) == state
    for redo in reversed(redos):
        text.apply(redo)
    assert (text.units(), list(text.spans())) == after


@settings(max_examples=60, deadline=None)
@given(st.lists(EDIT, min_size=1, max_size=20), st.floats(0, 1), st.floats(0, 1))
def test_a_slice_has_the_text_and_spans_of_its_place(edits, one, other):
    text, oracle = TrackedText(), Oracle()
    for where, removed, inserted, whose in edits:
        at, removed = place(text, where, removed)
        text.replace(at, removed, inserted, whose)
        oracle.replace(at, removed, inserted, whose)
    start, end = sorted((round(one * len(text)), round(other * len(text))))
    assert text.units(start, end) == "".join(c[0] for c in oracle.cells[start:end])
    assert sum(run.length for run in text.runs(start, end)) == end - start
    moved = TrackedText(text.slice(start, end), text.runs(start, end))
    assert list(moved.spans()) == [
        type(s)(s.start - start, s.end - start, s.source, s.offset) for s in text.spans(start, end)
    ]


def test_typing_on_is_one_span_and_the_pending_keys_count_at_once():
    text = TrackedText()
    for i, key in enumerate("the sea"):
        text.replace(i, 0, key)
        assert len(text) == i + 1
    assert [(s.start, s.end) for s in text.spans()] == [(0, 7)]
    assert text.counts()[Origin.TYPED] == 7


@pytest.mark.parametrize(
    ("at", "removed", "inserted", "origin"),
    [
        (-1, 0, "x", Origin.TYPED),
        (4, 0, "x", Origin.TYPED),
        (2, 2, "", Origin.TYPED),
        (0, 0, "ab", (Run(1, Source(Origin.TYPED)),)),
        (0, 0, "ab", (Run(3, Source(Origin.TYPED)),)),
        (0, 0, "ab", (Run(2, Source(Origin.TYPED)), Run(0, Source(Origin.MODEL)))),
    ],
)
def test_a_change_outside_the_text_is_refused_and_nothing_changes(at, removed, inserted, origin):
    text = TrackedText("abc", Origin.IMPORTED)
    with pytest.raises(ValueError, match=r"outside|tile"):
        text.apply(Change(at, removed, inserted, origin))
    assert text.text == "abc"
    assert text.counts()[Origin.IMPORTED] == 3


@pytest.mark.parametrize("text", ["", "abc", "é", "😀", "a😀b\ud83d", "\ude00\ud83d", "👩‍👩‍👧"])
def test_units_are_what_qt_counts(text):
    units = to_units(text)
    assert len(units) == length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert from_units(units) == text
