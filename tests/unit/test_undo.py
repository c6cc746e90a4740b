"""Undo as a writer meets it: what one step takes back, and that a restart changes nothing of it."""

import shutil
from contextlib import contextmanager

import pytest

from firsthand.desk.session import Desk
from firsthand.desk.undo import UndoHistory
from firsthand.history import Cause, Changed, read_history
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source, TrackedText
from firsthand.provenance.units import length

MODEL = Source(Origin.MODEL, "r.1")
RETYPED = Source(Origin.RETYPED, "r.1", Finding(Rule.RETYPED, Origin.TYPED))
START = 1_790_000_000_000


class Writer:
    """Someone at a desk with one scene, and a clock that goes on with each key."""

    def __init__(self, folder):
        self.folder = folder
        self.clock = START
        self.at = 0
        if not folder.exists():
            Desk.create(folder, "A book").close()
        self.open()

    def open(self):
        self.desk = Desk.open(self.folder, clock=lambda: self.clock)
        self.draft = self.desk.draft(self.desk.folder.outline.scenes[0].id)
        self.draft.listen(self.follow)

    def reopen(self):
        assert self.desk.close()
        self.clock += 1  # sittings are replayed in the order in which they began
        self.open()

    @property
    def text(self):
        return self.draft.text.text

    def follow(self, change, cause):
        if cause is not Cause.FOUND:
            self.at = change.at + length(change.inserted)

    def put(self, at, removed, text, cause=Cause.TYPE, whose=Origin.TYPED):
        self.draft.apply(Change(at, removed, text, whose), cause)

    def do(self, deed, *what):
        match deed, what:
            case "type", (text, *wait):
                for key in text:
                    self.clock += wait[0] if wait else 100
                    self.put(self.at, 0, key)
            case "wait", (time,):
                self.clock += time
            case "caret", (at,):
                self.at = at
            case "back", (times,):
                for _ in range(times):
                    self.put(self.at - 1, 1, "")
            case "delete", (times,):
                for _ in range(times):
                    self.put(self.at, 1, "")
            case "over", (removed, text):
                self.put(self.at, removed, text)
            case "jump", ():
                self.draft.end_group()
            case "model", (text,):
                self.put(self.at, 0, text, Cause.SUGGESTION, MODEL)
            case "undo", ():
                assert self.draft.undo()
            case "redo", ():
                assert self.draft.redo()
            case "reopen", ():
                self.reopen()
            case cause, (text,):
                self.put(self.at, 0, text, Cause(cause))

    def replace_all(self, cause, *changes):
        with self.draft.together():
            for at, removed, text in changes:
                self.put(at, removed, text, cause)

    def steps(self):
        """The texts that undoing gives, one after the other."""
        texts = []
        while self.draft.undo():
            texts.append(self.text)
        return texts

    def records(self):
        self.desk.flush()
        readings = read_history(self.folder / "history").readings
        return [record for reading in readings for record in reading.records if isinstance(record, Changed)]


@pytest.fixture
def writing(tmp_path):
    writer = Writer(tmp_path / "book")
    yield writer
    writer.desk.close()


@contextmanager
def killed(writer, folder):
    """The same manuscript as it would be found if the program had been killed now."""
    writer.desk.flush()
    shutil.copytree(writer.folder, folder)
    other = Writer(folder)
    try:
        yield other
    finally:
        other.desk.close()


STEPS = [
    ([("type", "one two")], ["one ", ""]),
    ([("type", "one  two\nthree")], ["one  two\n", "one  ", ""]),
    ([("type", "春は、あけぼの。夏")], ["春は、あけぼの。", "春は、", ""]),
    ([("type", "on"), ("wait", 2900), ("type", "e")], [""]),
    ([("type", "on"), ("wait", 2901), ("type", "e")], ["on", ""]),
    ([("type", "slowly", 1900), ("wait", 1000), ("type", "x")], [""]),
    ([("type", "one", 2500)], [""]),
    ([("type", "one"), ("jump",), ("type", "xy")], ["one", ""]),
    ([("type", "one"), ("caret", 1), ("type", "x"), ("caret", 4), ("type", "y")], ["oxne", "one", ""]),
    ([("type", "one"), ("model", " two"), ("type", "x")], ["one two", "one", ""]),
    ([("type", "one"), ("paste", " two"), ("type", "x")], ["one two", "one", ""]),
    ([("type", "one"), ("drop", "x"), ("move", "y"), ("copy", "z")], ["onexy", "onex", "one", ""]),
    ([("type", "one"), ("replace", "x"), ("resync", "y"), ("type", "z")], ["onexy", "onex", "one", ""]),
    ([("type", "one"), ("back", 2)], ["one", ""]),
    ([("type", "one"), ("back", 2), ("type", "x")], ["o", "one", ""]),
    ([("type", "one two"), ("caret", 3), ("back", 1), ("delete", 2)], ["one two", "one ", ""]),
    ([("type", "one two"), ("back", 2), ("wait", 3001), ("back", 2)], ["one t", "one two", "one ", ""]),
    ([("type", "one"), ("caret", 0), ("over", 3, "t"), ("type", "wo six")], ["two ", "one", ""]),
    ([("type", "one two"), ("undo",), ("type", "x")], ["one ", ""]),
    ([("type", "one two"), ("undo",), ("redo",), ("type", "x")], ["one two", "one ", ""]),
    ([("type", "one two"), ("undo",), ("undo",), ("redo",)], [""]),
    ([("type", "one"), ("outside", "x"), ("outside", "y"), ("type", "z")], ["onexy", "one", ""]),
    ([("type", "one"), ("import", "x"), ("type", "y")], ["onex"]),
    ([("type", "on"), ("reopen",), ("type", "e")], ["on", ""]),
]


@pytest.mark.parametrize(("deeds", "steps"), STEPS, ids=lambda value: str(value)[:60])
def test_one_step_is_what_a_writer_takes_back_at_once(writing, tmp_path, deeds, steps):
    for deed in deeds:
        writing.do(*deed)
    with killed(writing, tmp_path / "killed") as other:
        assert other.steps() == steps
    writing.reopen()
    assert writing.steps() == steps
    with killed(writing, tmp_path / "undone") as other:
        redone = [other.text for _ in steps if other.draft.redo()]
    assert redone == [writing.text for _ in steps if writing.draft.redo()]
    assert redone[:-1] == steps[-2::-1]


@pytest.mark.parametrize("cause", [Cause.REPLACE, Cause.TYPE, Cause.RESYNC, Cause.MOVE])
@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ([(7, 0, "!"), (0, 1, "O")], "One two!"),
        ([(7, 0, "x"), (8, 0, " y z")], "one twox y z"),
        ([(6, 1, ""), (5, 1, "")], "one t"),
        ([(0, 3, "1"), (2, 3, "2 two")], "1 2 two"),
    ],
)
def test_an_act_of_several_changes_is_one_step(writing, tmp_path, cause, changes, text):
    writing.do("type", "one two")
    writing.replace_all(cause, *changes)
    assert writing.text == text
    writing.do("type", "x")
    whole = writing.text
    with killed(writing, tmp_path / "killed") as other:
        assert other.steps() == [text, "one two", "one ", ""]
        assert [other.text for _ in range(4) if other.draft.redo()] == ["one ", "one two", text, whole]
    assert writing.steps() == [text, "one two", "one ", ""]
    assert [record.joins for record in writing.records() if record.cause is cause][-2:] != [False, False]


def test_a_word_taken_back_is_one_record_however_many_keys_it_took(writing):
    writing.do("type", "incontrovertibly so")
    assert writing.draft.undo()
    assert writing.draft.undo()
    undone = [record for record in writing.records() if record.cause is Cause.UNDO]
    assert [(record.at, record.removed, record.joins) for record in undone] == [(17, 2, False), (0, 17, False)]


def test_undo_and_redo_go_on_where_they_were(writing):
    writing.do("type", "one two three four")
    writing.do("undo")
    writing.reopen()
    writing.do("undo")
    writing.reopen()
    assert writing.text == "one two "
    writing.do("redo")
    writing.reopen()
    writing.do("redo")
    assert writing.text == "one two three four"
    assert not writing.draft.can_redo
    assert writing.steps() == ["one two three ", "one two ", "one ", ""]


def test_what_was_taken_back_is_gone_when_something_else_is_written(writing):
    writing.do("type", "one two")
    writing.do("undo")
    assert writing.draft.can_redo
    writing.do("type", "x")
    assert not writing.draft.can_redo
    writing.reopen()
    assert not writing.draft.redo()


def test_spans_come_back_as_they_were_before_the_restart(writing):
    writing.do("model", "She ran. ")
    writing.do("type", "Then he")
    writing.draft.find(9, (Run(4, RETYPED, 3),))
    before = list(writing.draft.text.spans())
    writing.put(0, len(writing.text), "x")
    writing.reopen()
    writing.do("undo")
    assert list(writing.draft.text.spans()) == before


def test_a_finding_is_no_step_and_comes_back_with_its_words(writing):
    writing.do("type", "so it was")
    writing.draft.find(0, (Run(9, RETYPED, 4),))
    found = list(writing.draft.text.spans())
    for _ in range(2):
        assert writing.steps() == ["so it ", "so ", ""]
        writing.reopen()
        while writing.draft.redo():
            pass
        assert list(writing.draft.text.spans()) == found


def test_a_finding_between_keys_does_not_end_a_step(writing):
    writing.do("type", "wo")
    writing.draft.find(0, (Run(2, RETYPED, 4),))
    writing.do("type", "rd")
    writing.reopen()
    assert writing.steps() == [""]


def test_a_listener_sees_what_can_be_undone_now(writing):
    seen = []
    writing.draft.listen(lambda *_: seen.append((writing.draft.can_undo, writing.draft.can_redo)))
    writing.do("type", "x")
    writing.do("undo")
    writing.do("redo")
    assert seen == [(True, False), (False, True), (True, False)]


def test_an_edit_by_another_program_is_one_step_and_those_before_it_stay(writing):
    writing.do("type", "one two three")
    writing.desk.close()
    next((writing.folder / "scenes").glob("*.md")).write_text("One two, three", "utf-8")
    writing.clock += 1
    writing.open()
    writing.at = 14
    writing.do("type", "!")
    writing.reopen()
    assert writing.steps() == ["One two, three", "one two three", "one two ", "one ", ""]


def test_a_clock_that_is_set_back_neither_stops_the_record_nor_parts_a_word(writing):
    writing.do("type", "wo")
    writing.clock -= 3_600_000
    writing.do("type", "rd")
    times = [record.t for record in writing.records()]
    assert times == sorted(times)
    assert writing.steps() == [""]


def made(history, text, *changes, cause=Cause.TYPE):
    """Make changes in a text, and tell the history of them."""
    for change in changes:
        history.take(change, text.apply(change), cause, 0)


def test_the_oldest_steps_are_forgotten_by_their_size_not_their_number():
    text, history = TrackedText("x" * 8000), UndoHistory(most=6600)
    made(history, text, *[Change(0, 1, "y") for _ in range(60)], cause=Cause.REPLACE)
    assert undone(history, text) == 60
    made(history, text, Change(0, 500, ""), cause=Cause.REPLACE)
    assert undone(history, text) == 60
    made(history, text, Change(0, 7000, ""), cause=Cause.REPLACE)
    assert undone(history, text) == 1
    made(history, text, *[Change(at, 0, "word ") for at in range(len(text), len(text) + 10_000, 5)])
    assert undone(history, text) == 2000


def undone(history, text):
    """How many steps can be undone; they are made again."""
    count = 0
    while changes := history.undoing(text):
        made(history, text, *changes, cause=Cause.UNDO)
        count += 1
    for _ in range(count):
        made(history, text, *history.redoing(text), cause=Cause.REDO)
    return count


@pytest.mark.parametrize(
    ("change", "rest"),
    [
        (Change(5, 2, ""), ["one t", "one ", ""]),  # an undo key by key, as earlier versions recorded it
        (Change(0, 1, ""), []),
        (Change(7, 0, "x"), []),
    ],
)
def test_an_undo_that_fits_no_step_forgets_all_steps_rather_than_guess(change, rest):
    text, history = TrackedText(), UndoHistory()
    made(history, text, Change(0, 0, "one two"))
    made(history, text, change, cause=Cause.UNDO)
    texts = []
    while changes := history.undoing(text):
        texts.append(text.text)
        made(history, text, *changes, cause=Cause.UNDO)
    assert [*texts, *([text.text] if rest else [])] == rest
    assert history.can_redo == bool(rest)
