"""Versions as laws: each is the replay cut there, bit for bit; two of them side by side are both of them whole; and to
restore one gives it back and can be taken back."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.desk.undo import MOST
from firsthand.history import Cause, Changed, Found, Replay, Versions
from firsthand.history.records import coalesced
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source, TrackedText, join_runs
from firsthand.provenance.hunks import Kind, changes, hunks
from tests.properties.test_undo import DEED, Sitting, state

SOURCES = [
    Source(Origin.TYPED),
    Source(Origin.MODEL, "r.1"),
    Source(Origin.RETYPED, "r.1", Finding(Rule.RARE, Origin.TYPED)),
    Source(Origin.PASTED, "paste:1"),
]
LINES = [
    "one",
    " two",
    "\n",
    "😀",
    "\ud83d",
    "She kept the ledger in the flour bin.\n",
    "The tide was out, and nobody had said so.\n",
]
PIECES = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(SOURCES), st.integers(0, 3)), max_size=12)


def is_version(record):
    return isinstance(record, Changed | Found)


def cut_after(records, number):
    """What the first ``number`` changes replay to."""
    replay, left = Replay(), number
    for record in records:
        if is_version(record) and not left:
            break
        replay.take(record, 0)
        left -= is_version(record)
    assert not replay.misfits
    text = replay.scene("s").text
    return text.units(), tuple(text.spans())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(DEED, max_size=30),
    st.integers(1, 5),
    st.integers(1, 4),
    st.lists(st.floats(0, 1), max_size=8),
    st.randoms(),
)
def test_every_version_is_the_replay_cut_there(deeds, every, most, cuts, chance):
    writer = Sitting(MOST)
    for deed in deeds:
        writer.do(*deed)
    records = coalesced(writer.records)
    versions = Versions(every, most)
    places = sorted(math.floor(cut * len(records)) for cut in cuts)
    for start, end in zip([0, *places], [*places, len(records)], strict=True):
        versions.sitting(0, records[start:end])
    latest = sum(map(is_version, records))
    assert versions.latest("s") == latest
    for number in chance.sample(range(latest + 1), latest + 1):
        text = versions.at("s", number)
        assert (text.units(), tuple(text.spans())) == cut_after(records, number)
        assert len(text) == versions.length("s", number)
        text.replace(0, 0, "what is made of a version stays out of the others")


def tracked(pieces):
    text = TrackedText()
    for piece, source, offset in pieces:
        text.replace(len(text), 0, piece, (Run(len(TrackedText(piece)), source, offset if source.ref else 0),))
    return text


def bits(text):
    return text.units(), tuple(text.spans())


@settings(max_examples=300, deadline=None)
@given(PIECES, PIECES, st.booleans())
def test_hunks_are_the_whole_of_both_versions(old, new, alike):
    first, second = tracked(old), tracked(old[:4] + new + old[4:] if alike else new)
    found = hunks(first, second)
    for text, side, without in [(first, "was", Kind.INSERTED), (second, "now", Kind.REMOVED)]:
        mine = [hunk for hunk in found if hunk.kind is not without]
        whole = TrackedText()
        for hunk in mine:
            assert len(whole) == (hunk.old if side == "was" else hunk.new)
            whole.replace(len(whole), 0, hunk.text, getattr(hunk, side))
        assert bits(whole) == bits(text)
        assert join_runs(run for hunk in mine for run in getattr(hunk, side)) == text.runs()
    for hunk in found:
        assert {
            Kind.KEPT: hunk.was == hunk.now,
            Kind.WHOSE: hunk.was != hunk.now,
            Kind.REMOVED: not hunk.now,
            Kind.INSERTED: not hunk.was,
        }[hunk.kind]
    moved = [(hunk.moved, hunk.kind) for hunk in found if hunk.moved]
    assert {(n, Kind.REMOVED) for n, _ in moved} == {(n, Kind.REMOVED) for n, kind in moved if kind is Kind.REMOVED}
    assert {(n, Kind.INSERTED) for n, _ in moved} == {(n, Kind.INSERTED) for n, kind in moved if kind is Kind.INSERTED}


@settings(max_examples=300, deadline=None)
@given(PIECES, PIECES, st.booleans())
def test_changes_make_the_one_version_of_the_other(old, new, alike):
    first, second = tracked(old), tracked(old[:4] + new + old[4:] if alike else new)
    before = bits(first)
    inverses = [first.apply(change) for change in changes(first, second)]
    assert bits(first) == bits(second)
    assert changes(first, second) == []
    for inverse in reversed(inverses):
        first.apply(inverse)
    assert bits(first) == before


@settings(max_examples=150, deadline=None)
@given(st.lists(DEED, max_size=30), st.floats(0, 1))
def test_what_is_restored_is_that_version_and_can_be_taken_back_at_once(deeds, which):
    writer = Sitting(MOST)
    for deed in deeds:
        writer.do(*deed)
    versions = Versions()
    versions.sitting(0, writer.records)
    wanted = versions.at("s", round(which * versions.latest("s")))
    before, inserted = state(writer.draft), dict(writer.draft.state.ever_inserted)
    with writer.draft.together():
        made = [writer.draft.apply(change, Cause.RESTORE) for change in changes(writer.draft.text, wanted)]
    assert state(writer.draft) == bits(wanted)
    assert writer.draft.state.ever_inserted == inserted
    again = writer.reopened()
    assert state(again) == bits(wanted)
    for draft in (writer.draft, again):
        if made:
            draft.undo()
        assert state(draft) == before
        if made:
            draft.redo()
        assert state(draft) == bits(wanted)


def test_a_change_of_its_own_is_what_is_restored_without_text():
    """Only whose the words are may differ."""
    text, found = TrackedText("seven words"), TrackedText("seven words")
    found.replace(6, 5, "words", SOURCES[2])
    assert changes(text, found) == [Change(6, 5, "words", (Run(5, SOURCES[2]),))]
