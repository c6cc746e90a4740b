"""Whatever is done with the order of a novel, every scene and note is in exactly one place, and can be taken back."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from firsthand.desk import entering, outlining
from firsthand.desk.outline_tree import Tree
from firsthand.desk.outlining import BIN, NOTES, TOP
from firsthand.manuscript import Chapter, Outline, Part
from tests.unit.outlines import entry, outline

START = "P[p] I{ A[a b c] B[d e] } II{ C[f] D[] } E[g] III{ } | n m o | x<A y z<Gone"
IDS = [*"PIABCDEabcdefgpnmoxyz", "II", "III", "k0", "k1", "q0", "gone"]
some = st.lists(st.sampled_from(IDS), max_size=5)
one = st.sampled_from(IDS)
acts = st.one_of(
    st.tuples(st.just("move"), some, st.sampled_from([*IDS, TOP, NOTES, BIN]), one | st.just("")),
    st.tuples(st.just("shift"), some, st.sampled_from([-1, 1])),
    st.tuples(st.just("bin"), some),
    st.tuples(st.just("restore"), some),
    st.tuples(st.just("scene"), one),
    st.tuples(st.just("chapter"), one),
    st.tuples(st.just("part"), some),
)


def act(now: Outline, what: Any, number: int) -> Outline:
    match what:
        case "move", ids, home, before:
            return outlining.moved(now, ids, home, before)
        case "shift", ids, step:
            return outlining.shifted(now, ids, step)
        case "bin", ids:
            return outlining.binned(now, ids)
        case "restore", ids:
            return outlining.restored(now, ids)
        case "scene", after:
            return entering.with_scene(now, entry(f"k{number}"), after)
        case "chapter", after:
            return entering.with_chapter(now, Chapter(f"q{number}", (), f"q{number}"), after)
        case "part", of:
            return entering.with_part(now, Part(f"t{number}", f"t{number}"), of)
    raise AssertionError(what)


@given(st.lists(acts, max_size=12))
def test_every_scene_is_in_one_place_and_every_step_can_be_taken_back(todo):
    now, steps = outline(START), []
    expected = {e.id for e in now.entries}
    for number, what in enumerate(todo):
        after = act(now, what, number)
        expected |= {f"k{number}"} if what[0] == "scene" else set()
        ids = [e.id for e in after.entries]
        assert sorted(ids) == sorted(expected)
        everything = [*ids, *(c.id for c in after.chapter), *(p.id for p in after.part)]
        assert len(set(everything)) == len(everything)
        assert {c.part for c in after.chapter} <= {"", *(p.id for p in after.part)}
        assert Tree(after).outline() is after
        steps.append((now, after))
        now = after
    for before, after in reversed(steps):
        assert outlining.returned(after, now).kept == after.kept
        now = outlining.returned(before, now)
        assert (now.part, now.chapter, now.note) == (before.part, before.chapter, before.note)
        assert {e.id for e in now.entries} == expected
