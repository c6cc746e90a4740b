"""Undo as laws: whatever was done, taking all of it back and making it again gives text and spans bit for bit, and the
record alone gives the same steps as the sitting had."""

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.desk.draft import Draft
from firsthand.desk.undo import MOST, UndoHistory
from firsthand.history import Cause, Replay, changed, coalesced, found
from firsthand.history.lines import LineReader, LineWriter
from firsthand.manuscript import Entry
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source
from firsthand.provenance.origins import PLAIN
from firsthand.provenance.units import length

FIRST = "Call me Ishmael. 😀 Some years ago\n"
KEYS = ["a", "b", " ", "\n", "é", "😀", "\ud83d", "\ude00", "。", "日"]
TEXTS = ["one two", "she ", " and then\nhe ", "👩‍👩‍👧", "\ud83d", "x" * 60]
WAITS = st.sampled_from([0, 40, 40, 40, 900, 2500, 3000, 3001, 9000])
PLACE = st.floats(0, 1)
DEED = st.one_of(
    st.tuples(st.just("key"), WAITS, st.sampled_from(KEYS)),
    st.tuples(st.just("key"), WAITS, st.sampled_from([*KEYS, *TEXTS])),
    st.tuples(st.just("keys"), WAITS, st.sampled_from(["word", "two words", "wo"])),
    st.tuples(st.just("back"), WAITS, st.integers(1, 3)),
    st.tuples(st.just("delete"), WAITS, st.integers(1, 3)),
    st.tuples(st.just("over"), WAITS, st.sampled_from(KEYS), st.integers(1, 9)),
    st.tuples(st.just("caret"), WAITS, PLACE),
    st.tuples(st.just("jump"), WAITS),
    st.tuples(st.just("paste"), WAITS, st.sampled_from(TEXTS), st.integers(0, 9)),
    st.tuples(st.just("suggestion"), WAITS, st.sampled_from(TEXTS), st.integers(0, 9)),
    st.tuples(st.just("move"), WAITS, PLACE, st.integers(1, 9)),
    st.tuples(
        st.just("together"),
        WAITS,
        st.sampled_from([Cause.TYPE, Cause.REPLACE, Cause.RESYNC, Cause.OUTSIDE]),
        st.integers(1, 4),
    ),
    st.tuples(st.just("find"), WAITS, PLACE),
    st.tuples(st.just("elsewhere"), WAITS, st.sampled_from([Cause.RESYNC, Cause.OUTSIDE]), st.sampled_from(TEXTS)),
    st.tuples(st.just("undo"), WAITS, st.integers(1, 4)),
    st.tuples(st.just("redo"), WAITS, st.integers(1, 4)),
    st.tuples(st.just("reopen"), WAITS),
)


class Sitting:
    """A draft, what is recorded of it, a clock and a caret."""

    def __init__(self, most):
        self.most = most
        self.now = self.caret = 0
        self.records = []
        self.draft = self.draft_of(Replay(), UndoHistory(most))
        self.draft.apply(Change(0, 0, FIRST, Source(Origin.IMPORTED, "import:1")), Cause.IMPORT)

    def draft_of(self, replay, undo):
        entry, state = Entry("s", "A scene", "s.md"), replay.scene("s")
        return Draft(entry, state, self.record, lambda *_: None, lambda: self.now, replay.recogniser, undo)

    def record(self, scene, change, cause, when, /, *, joins, apart):
        is_found = cause is Cause.FOUND
        self.records.append(
            found(scene, when, change) if is_found else changed(scene, when, change, cause, joins=joins, apart=apart)
        )

    def reopened(self):
        """The draft that the record alone gives."""
        undo = UndoHistory(self.most)

        def took(replay, record, when):
            change, inverse = replay.latest
            undo.take(change, inverse, record.cause, when, lasted=record.ms, joins=record.joins, apart=record.apart)

        replay = Replay(took)
        reader = LineReader()
        lines = LineWriter().lines(coalesced(self.records))
        replay.sitting(0, [record for line in lines for record in reader.records(line)])
        assert not replay.misfits
        return self.draft_of(replay, undo)

    def place(self, at, most=0):
        """A place in the text, and how much of ``most`` units there are behind it."""
        at = min(at, len(self.draft.text))
        return at, min(most, len(self.draft.text) - at)

    def change(self, at, most, text):
        at, removed = self.place(at, most)
        return Change(at, removed, text)

    def do(self, deed, wait, *what):
        self.now += wait
        draft, (at, _) = self.draft, self.place(self.caret)
        match deed, what:
            case "key", (text,):
                self.put(Change(at, 0, text))
            case "keys", (text,):
                for n, key in enumerate(text):
                    self.now += wait if n else 0
                    self.put(Change(at + n, 0, key))
            case "back", (keys,):
                n = min(keys, at)
                self.put(Change(at - n, n, ""))
            case "delete", (keys,):
                self.put(self.change(at, keys, ""))
            case "over", (text, most):
                self.put(self.change(at, most, text))
            case "caret", (where,):
                self.caret = round(where * len(draft.text))
            case "jump", ():
                draft.end_group()
            case "paste", (text, most):
                draft.bring(*self.place(at, most), text, Cause.PASTE)
                self.caret = at + length(text)
            case "suggestion", (text, most):
                draft.insert_suggestion(*self.place(at, most), text, "r.1", 3)
            case "move", (where, most):
                self.move(at, most, where)
            case "together", (cause, changes):
                with draft.together():
                    for n in range(changes):
                        self.put(self.change(self.caret + n // 3, n // 2, ("a ", "b")[n % 2]), cause)
            case "find", (where,):
                self.find(where)
            case "elsewhere", (cause, text):
                draft.apply(Change(at, 0, text, Source(Origin.TOOL, "page")), cause)
            case "undo", (times,):
                assert [draft.undo() for _ in range(times)].count(True) <= times
            case "redo", (times,):
                assert [draft.redo() for _ in range(times)].count(True) <= times
            case "reopen", ():
                self.draft = self.reopened()

    def put(self, change, cause=Cause.TYPE):
        self.draft.apply(change, cause)
        self.caret = change.at + length(change.inserted)

    def move(self, at, most, where):
        start, n = self.place(at, most)
        text = self.draft.text
        units, runs = text.slice(start, start + n), text.runs(start, start + n)
        with self.draft.together():
            self.draft.apply(Change(start, n, ""), Cause.MOVE)
            self.draft.apply(Change(round(where * len(text)), 0, units, runs), Cause.MOVE)

    def find(self, where):
        """Typed words are found to be a suggestion's."""
        typed = [s for s in self.draft.text.spans() if s.source == PLAIN[Origin.TYPED]]
        if typed:
            span = typed[round(where * (len(typed) - 1))]
            source = Source(Origin.RETYPED, "r.1", Finding(Rule.RARE, Origin.TYPED))
            self.draft.find(span.start, (Run((span.end - span.start + 1) // 2, source, 7),))


def state(draft):
    return draft.text.units(), tuple(draft.text.spans())


def all_of(turn, draft):
    states = [state(draft)]
    while turn():
        states.append(state(draft))
    return states


@settings(max_examples=200, deadline=None)
@given(st.lists(DEED, max_size=40))
def test_all_can_be_taken_back_and_made_again_bit_for_bit(deeds):
    sitting = Sitting(MOST)
    first = state(sitting.draft)
    for deed in deeds:
        sitting.do(*deed)
    last = all_of(sitting.draft.redo, sitting.draft)[-1]
    back = all_of(sitting.draft.undo, sitting.draft)
    assert back[-1] == first
    assert all_of(sitting.draft.redo, sitting.draft) == back[::-1]
    assert state(sitting.draft) == last


@settings(max_examples=200, deadline=None)
@given(st.lists(DEED, max_size=40), st.sampled_from([150, 600, MOST]))
def test_the_record_alone_gives_the_same_steps(deeds, most):
    sitting = Sitting(most)
    for deed in deeds:
        sitting.do(*deed)
    again = sitting.reopened()
    assert state(again) == state(sitting.draft)
    assert (again.can_undo, again.can_redo) == (sitting.draft.can_undo, sitting.draft.can_redo)
    for _ in range(2):
        for turn in ("redo", "undo"):
            assert all_of(getattr(again, turn), again) == all_of(getattr(sitting.draft, turn), sitting.draft)
