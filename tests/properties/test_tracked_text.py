"""The laws of the tracked text, against an oracle that keeps one source a unit.

They are tried with the limits of the program and with tiny ones, so that the borders of chunks and of what is held
apart lie everywhere.
"""

from contextlib import contextmanager
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source, TrackedText, words_by_origin
from firsthand.provenance import text as engine
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
FOUND = Source(Origin.RETYPED, "s1", Finding(Rule.RETYPED, Origin.TYPED))
MOVED = Source(Origin.TYPED, None, Finding(Rule.MOVED, Origin.PASTED, "p1"))
SOURCES = [Source(Origin.MODEL, "s1"), Source(Origin.MODEL, "s2"), FOUND, MOVED]
WHOSE = st.sampled_from([Origin.TYPED, Origin.TYPED, Origin.PASTED, Origin.IMPORTED, Source(Origin.TYPED), *SOURCES])
LIMITS = st.sampled_from([None, (8, 4, 5), (5, 2, 2), (40, 3, 12), (100, 64, 1)])
EDIT = st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 0, 0, 1, 2, 30, 5000]), st.sampled_from(["", *PIECES]), WHOSE)


@contextmanager
def limits(most):
    """The engine with these limits: units and runs of a chunk, and keys; with its own for None."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in zip(("_MOST_UNITS", "_MOST_RUNS", "_MOST_KEYS"), most or (), strict=False):
            patch.setattr(engine, name, value)
        yield


class Oracle:
    """A list with one (unit, source, offset) an element."""

    def __init__(self):
        self.cells = []

    def replace(self, at, removed, inserted, whose):
        change = Change(at, removed, inserted, whose)
        whose = [
            (run.source, run.offset + i if run.source.ref else 0) for run in change.runs() for i in range(run.length)
        ]
        self.cells[at : at + removed] = [(unit, *of) for unit, of in zip(change.units(), whose, strict=True)]

    def counts(self):
        return {origin: sum(cell[1].origin is origin for cell in self.cells) for origin in Origin}

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
@given(st.lists(EDIT, max_size=40), LIMITS)
def test_spans_tile_and_counts_agree_with_one_source_a_unit(edits, most):
    with limits(most):
        text, oracle = TrackedText(), Oracle()
        for where, removed, inserted, whose in edits:
            at, removed = place(text, where, removed)
            text.replace(at, removed, inserted, whose)
            oracle.replace(at, removed, inserted, whose)
            assert len(text) == len(oracle.cells)
        assert text.counts() == oracle.counts()
        assert oracle.of(text) == oracle.cells
        spans = list(text.spans())
    assert [s.start for s in spans] == [0, *[s.end for s in spans]][: len(spans)]
    assert not any(
        a.source == b.source and (a.source.ref is None or a.offset + a.end - a.start == b.offset)
        for a, b in pairwise(spans)
    )
    assert to_units(text.text) == to_units(from_units("".join(c[0] for c in oracle.cells)))


@settings(max_examples=150, deadline=None)
@given(st.lists(EDIT, max_size=30), LIMITS)
def test_words_counted_where_the_text_changed_are_those_of_the_whole(edits, most):
    with limits(most):
        text = TrackedText("Call me Ishmael. Some years ago —never mind", Origin.IMPORTED)
        for where, removed, inserted, whose in edits:
            text.apply(change_at(text, where, removed, inserted, whose))
            if most is not None and len(text) % 2:
                text.count_some()
            assert text.words() == words_by_origin(text.units(), text.spans())
            assert not text.count_some()


@settings(max_examples=150, deadline=None)
@given(st.lists(EDIT, max_size=30), LIMITS)
def test_inverses_bring_back_text_and_spans_bit_for_bit(edits, most):
    with limits(most):
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
@given(st.lists(EDIT, min_size=1, max_size=20), st.floats(0, 1), st.floats(0, 1), LIMITS)
def test_a_slice_has_the_text_and_spans_of_its_place(edits, one, other, most):
    with limits(most):
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


KEY = st.sampled_from(["a", "é", "中", "\n", "😀", "\ud83d", "\ude00", "ab", ""])
STEP = st.integers(-4, 4)
ACT = st.one_of(
    st.tuples(st.just("keys"), st.lists(KEY, max_size=8)),
    st.tuples(st.just("keys"), st.lists(KEY, max_size=8)),
    st.tuples(st.just("back"), st.integers(1, 6)),
    st.tuples(st.just("forward"), st.integers(1, 3)),
    st.tuples(st.just("step"), STEP),
    st.tuples(st.just("jump"), st.floats(0, 1)),
    st.tuples(st.just("over"), STEP, st.integers(1, 5), KEY, WHOSE),
    st.tuples(st.just("outside"), st.integers(1, 9)),
    st.tuples(st.just("put"), st.sampled_from(["word ", "x" * 30]), WHOSE),
    st.tuples(st.just("find"), STEP, st.integers(1, 12), st.sampled_from([*SOURCES, Source(Origin.TYPED)])),
    st.tuples(st.just("undo"), st.integers(1, 4)),
    st.tuples(st.just("redo"), st.integers(1, 4)),
    st.tuples(st.just("look"), STEP),
)


class Writer:
    """Someone who writes at a caret, and the same done to an oracle; what is looked at in between is up to them."""

    def __init__(self):
        self.text, self.oracle, self.caret = TrackedText(), Oracle(), 0
        self.undone, self.done = [], []

    def replace(self, at, removed, inserted, whose=Origin.TYPED):
        at = min(max(0, at), len(self.text))
        removed = min(removed, len(self.text) - at)
        before = list(self.oracle.cells)
        inverse = self.text.replace(at, removed, inserted, whose)
        assert inverse.inserted == from_units("".join(cell[0] for cell in before[at : at + removed]))
        self.oracle.replace(at, removed, inserted, whose)
        self.done.append((inverse, before))
        self.undone.clear()
        self.caret = at + len(to_units(inserted))

    def keys(self, keys):
        for key in keys:
            self.replace(self.caret, 0, key)

    def back(self, times):
        for _ in range(min(times, self.caret)):
            self.replace(self.caret - 1, 1, "")

    def forward(self, times):
        for _ in range(times):
            self.replace(self.caret, 1, "")

    def step(self, far):
        self.caret = min(max(0, self.caret + far), len(self.text))

    def jump(self, where):
        self.caret = round(where * len(self.text))

    def over(self, far, removed, key, whose):
        self.replace(self.caret + far, removed, key, whose)

    def outside(self, far):
        with pytest.raises(ValueError, match="outside"):
            self.text.replace(len(self.text) + far, 0, "x")

    def put(self, inserted, whose):
        self.replace(self.caret, 0, inserted, whose)

    def find(self, far, length, source):
        at = min(max(0, self.caret + far - length), len(self.text))
        end = min(at + length, len(self.text))
        caret = self.caret
        self.replace(at, end - at, from_units("".join(c[0] for c in self.oracle.cells[at:end])), source)
        self.caret = caret

    def undo(self, times):
        self._turn(self.done, self.undone, times)

    def redo(self, times):
        self._turn(self.undone, self.done, times)

    def _turn(self, source, target, times):
        for _ in range(min(times, len(source))):
            change, cells = source.pop()
            target.append((self.text.apply(change), self.oracle.cells))
            self.oracle.cells = cells
            self.caret = change.at

    def look(self, far):
        start, end = sorted((self.caret, min(max(0, self.caret + far), len(self.text))))
        self.caret = min(self.caret, len(self.text))
        assert self.text.units(start, end) == "".join(cell[0] for cell in self.oracle.cells[start:end])


@settings(max_examples=200, deadline=None)
@given(st.lists(ACT, max_size=40), LIMITS)
@example([("put", "word ", Origin.PASTED), ("over", -2, 1, "", Origin.PASTED), ("undo", 1)], None)
@example([("put", "x" * 30, Origin.TYPED), ("over", -30, 30, "", SOURCES[0]), ("outside", 30)], None)
def test_what_a_writer_does_at_a_caret_agrees_with_one_source_a_unit(acts, most):
    with limits(most):
        writer = Writer()
        for name, *rest in acts:
            getattr(writer, name)(*rest)
            assert len(writer.text) == len(writer.oracle.cells)
            assert writer.text.counts() == writer.oracle.counts()
        assert writer.oracle.of(writer.text) == writer.oracle.cells
        writer.undo(len(writer.done))
        assert writer.text.text == ""


@pytest.mark.parametrize("most", [None, (8, 4, 5)])
def test_a_finding_changes_whose_the_words_are_and_nothing_else(most):
    with limits(most):
        text = TrackedText("and all the while the ", Origin.IMPORTED)
        for i, key in enumerate("sea rose"):
            text.replace(22 + i, 0, key)
        inverse = text.apply(Change(18, 7, text.slice(18, 25), FOUND))
        text.replace(30, 0, "!")
        assert text.text == "and all the while the sea rose!"
        assert [(s.start, s.end, s.source.origin) for s in text.spans()] == [
            (0, 18, Origin.IMPORTED),
            (18, 25, Origin.RETYPED),
            (25, 31, Origin.TYPED),
        ]
        text.apply(inverse)
    assert [(s.start, s.end, s.source.origin) for s in text.spans()] == [
        (0, 22, Origin.IMPORTED),
        (22, 31, Origin.TYPED),
    ]


def test_spans_are_those_of_the_moment_they_were_asked_for():
    text = TrackedText("one two three four", (Run(4, Source(Origin.TYPED)), Run(14, Source(Origin.IMPORTED))))
    text.replace(8, 0, "typed ")
    spans = text.spans()
    first = next(spans)
    text.replace(0, 20, "")
    assert [(s.start, s.end) for s in (first, *spans)] == [(0, 4), (4, 8), (8, 14), (14, 24)]


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
        (2, -1, "x", Origin.TYPED),
        (3, -1, "", Origin.TYPED),
        (0, 0, "ab", (Run(1, Source(Origin.TYPED)),)),
        (0, 0, "ab", (Run(3, Source(Origin.TYPED)),)),
        (0, 0, "ab", (Run(2, Source(Origin.TYPED)), Run(0, Source(Origin.MODEL)))),
    ],
)
@pytest.mark.parametrize("typed", ["", "bc"])
def test_a_change_outside_the_text_is_refused_and_nothing_changes(at, removed, inserted, origin, typed):
    text = TrackedText("abc".removesuffix(typed), Origin.IMPORTED)
    text.replace(len(text), 0, typed)
    with pytest.raises(ValueError, match=r"outside|tile"):
        text.apply(Change(at, removed, inserted, origin))
    assert text.text == "abc"
    assert text.counts()[Origin.IMPORTED] == 3 - len(typed)


@pytest.mark.parametrize("text", ["", "abc", "é", "😀", "a😀b\ud83d", "\ude00\ud83d", "👩‍👩‍👧"])
def test_units_are_what_qt_counts(text):
    units = to_units(text)
    assert len(units) == length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert from_units(units) == text
