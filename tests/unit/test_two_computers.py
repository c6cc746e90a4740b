"""A manuscript on two computers: joined, asked about, tidied, taken back; killed and half synchronised on the way."""

import shutil
import time

import pytest

from firsthand.desk.copies import SET_ASIDE, original
from firsthand.desk.recording import Recording
from firsthand.desk.reporting import check, make_report
from firsthand.desk.session import Desk
from firsthand.desk.versions import read_versions
from firsthand.history import Cause, Choice, Status
from firsthand.history import joining as history_joining
from firsthand.manuscript import Chapter, Entry, Outline
from firsthand.manuscript.outlines import merge_outlines
from firsthand.provenance import Change, Origin, Source
from tests.computers import Clock, Computer, Synchroniser, files, titles, whose

MODEL = Source(Origin.MODEL, "r.1")
TIDE = "The tide was out, and nobody in the harbour had told Ines.\n"
SALT = "Every entry in the ledger was in salt.\n"


class Two:
    """Two computers with a manuscript of one scene of two paragraphs."""

    def __init__(self, place, *, copies=False):
        clock = Clock()
        self.one, self.other = Computer(place, "one", clock), Computer(place, "other", clock)
        with self.one.on():
            desk = Desk.create(self.one.book, "A book")
            self.scene = desk.folder.outline.scenes[0].id
            desk.draft(self.scene).apply(Change(0, 0, TIDE + SALT))
            assert desk.close()
        self.synchroniser = Synchroniser(self.one, self.other, copies=copies)
        self.synchroniser.begin()

    def write(self, computer, at, text, origin=Origin.TYPED):
        with computer.sitting() as desk:
            at = len(desk.text(self.scene)) if at is None else at
            desk.draft(self.scene).apply(Change(at, 0, text, origin), Cause.TYPE)

    def apart(self):
        """Both add a paragraph at the end, and one of them a scene."""
        self.write(self.one, None, "One.\n")
        self.write(self.other, None, "Other.\n", MODEL)
        self.synchroniser.run()


@pytest.fixture
def two(tmp_path):
    return Two(tmp_path)


BOTH = [(TIDE + SALT + "One.\n", "typed"), ("Other.\n", "model")]


def test_what_was_written_apart_stands_on_both_computers(two):
    two.apart()
    for computer in (two.one, two.other):
        with computer.sitting() as desk:
            assert whose(desk)[two.scene] == BOTH
            assert desk.notices == [
                "What was written on another computer was joined into “Untitled scene”; nothing of either was lost."
            ]
        with computer.on():
            assert check(computer.book).status is Status.WHOLE


def test_a_report_joins_as_opening_would_and_counts_what_was_put_in_once(two):
    two.apart()
    with two.one.on():
        before = make_report(two.one.book).figures
    with two.one.sitting():
        pass
    with two.one.on():
        after = make_report(two.one.book).figures
    assert before.totals == after.totals
    assert after.totals.ever_inserted.model == len("Other.\n")
    assert after.totals.ever_inserted.typed == len(TIDE + SALT + "One.\n")


def test_versions_go_on_over_a_join(two):
    two.apart()
    with two.one.sitting():
        pass
    with two.one.on():
        versions = read_versions(two.one.book)
    assert [versions.at(two.scene, n).text for n in range(versions.latest(two.scene) + 1)] == [
        "",
        TIDE + SALT,
        TIDE + SALT + "One.\n",
        TIDE + SALT + "One.\nOther.\n",
    ]


def test_a_join_is_one_step_of_undo_and_what_came_before_it_another(two):
    with two.other.sitting() as desk:
        for at in (0, len(TIDE) + 5):
            desk.draft(two.scene).apply(Change(at, 0, "Other.\n", MODEL), Cause.SUGGESTION)
    two.write(two.one, None, "One.\n")
    two.synchroniser.run()
    with two.one.sitting() as desk:
        joined = desk.text(two.scene)
        assert desk.draft(two.scene).undo()
        assert desk.text(two.scene) == TIDE + SALT + "One.\n"
        assert desk.draft(two.scene).redo()
        assert desk.text(two.scene) == joined
        assert desk.draft(two.scene).undo()
        assert desk.draft(two.scene).undo()
        assert desk.text(two.scene) == TIDE + SALT


def test_what_was_taken_back_of_a_join_is_not_joined_again(two):
    two.apart()
    with two.one.sitting() as desk:
        desk.draft(two.scene).undo()
    for _ in range(2):
        two.synchroniser.run()
        for computer in (two.other, two.one):
            with computer.sitting() as desk:
                assert desk.text(two.scene) == TIDE + SALT + "One.\n"


# Questions


@pytest.mark.parametrize(
    ("choice", "left"),
    [(Choice.FIRST, "One.\n"), (Choice.SECOND, "Other.\n"), (Choice.BOTH, "One.\nOther.\n")],
)
def test_a_choice_is_the_authors_on_every_computer(two, choice, left):
    two.apart()
    with two.one.sitting() as desk:
        (question,) = desk.choosing.questions()
        assert [(side.text, side.here) for side in (question.first, question.second)] == [
            ("One.\n", True),
            ("Other.\n", False),
        ]
    with two.one.sitting() as desk:
        (question,) = desk.choosing.questions()  # it waits
        desk.choosing.choose(question, choice)
        assert (desk.choosing.questions(), desk.text(two.scene)) == ([], TIDE + SALT + left)
    two.synchroniser.run()
    with two.other.sitting() as desk:
        assert (desk.choosing.questions(), desk.text(two.scene)) == ([], TIDE + SALT + left)


def test_a_place_that_the_author_went_over_is_not_asked_about(two):
    two.apart()
    with two.one.sitting() as desk:
        desk.draft(two.scene).apply(Change(len(TIDE + SALT), 3, "Won"))
        assert desk.choosing.questions() == []


def test_a_choice_at_the_end_leaves_no_line_end_behind(two):
    two.write(two.one, None, "One")
    two.write(two.other, None, "Other")
    two.synchroniser.run()
    with two.one.sitting() as desk:
        desk.choosing.choose(desk.choosing.questions()[0], Choice.FIRST)
        assert desk.text(two.scene) == TIDE + SALT + "One"


# Files of their own will


def test_an_open_sitting_of_another_computer_is_read_and_left_open(two):
    with two.other.on():
        desk = two.other.open()
        desk.draft(two.scene).apply(Change(0, 0, "Other.\n", MODEL), Cause.SUGGESTION)
        desk.save()
        assert desk.saved()()
        two.synchroniser.run()
        desk.draft(two.scene).apply(Change(0, 0, "More.\n", MODEL), Cause.SUGGESTION)
    with two.one.sitting() as here:
        assert whose(here)[two.scene] == [("Other.\n", "model"), (TIDE + SALT, "typed")]
        assert any(
            path.suffix == ".jsonl"
            for path in (two.one.book / "history").iterdir()
            if path.stem in str(desk._recording.recorder.path)
        )
    with two.other.on():
        assert desk.close()
    two.synchroniser.run()
    for computer in (two.one, two.other):
        with computer.sitting() as here:
            assert whose(here)[two.scene] == [("More.\nOther.\n", "model"), (TIDE + SALT, "typed")]


def test_what_comes_while_the_manuscript_is_open_is_joined(two):
    with two.one.on():
        desk = two.one.open()
        desk.draft(two.scene).apply(Change(0, 0, "One.\n"))
        assert desk.settle()
    two.write(two.other, None, "Other.\n", MODEL)
    two.synchroniser.run()
    with two.one.on():
        desk.look_outside()
        assert whose(desk)[two.scene] == [("One.\n" + TIDE + SALT, "typed"), ("Other.\n", "model")]
        assert desk.joined
        assert not desk.arrived
        assert desk.close()
        assert check(two.one.book).status is Status.WHOLE


def test_a_file_before_its_history_is_outside_until_the_history_says_whose_it_is(two):
    two.write(two.other, 0, "Before.\n", MODEL)
    two.synchroniser.run()
    two.write(two.one, len("Before.\n" + TIDE), "One.\n")
    two.write(two.other, None, "Other.\n", MODEL)
    scene = "scenes/Untitled scene.md"
    shutil.copy(two.other.book / scene, two.one.book / scene)
    with two.one.sitting() as desk:
        assert whose(desk)[two.scene][-1] == ("Other.\n", "outside")
        assert "One.\n" in desk.text(two.scene)
    text: object = None
    for _ in range(2):
        two.synchroniser.run()
        for computer in (two.one, two.other):
            with computer.sitting() as desk:
                text = whose(desk)[two.scene]
    assert text == [("Before.\n", "model"), (TIDE + "One.\n" + SALT, "typed"), ("Other.\n", "model")]


def test_a_kill_in_the_middle_of_a_join_leaves_what_the_next_opening_completes(two, monkeypatch):
    with two.other.sitting() as desk:
        for at in (0, len(TIDE) + 5):
            desk.draft(two.scene).apply(Change(at, 0, "Other.\n", MODEL), Cause.SUGGESTION)
    two.write(two.one, None, "One.\n")
    two.synchroniser.run()
    state = two.one.book.with_name("state")
    shutil.copytree(two.one.book, state)
    with two.one.sitting() as desk:
        whole = whose(desk)[two.scene]
    shutil.rmtree(two.one.book)
    shutil.copytree(state, two.one.book)
    killed = _killed_after(two, monkeypatch, changes=1)
    with two.one.sitting() as desk:
        assert killed
        assert whose(desk)[two.scene] == whole
    with two.one.on():
        assert check(two.one.book).status is Status.WHOLE


def _killed_after(two, monkeypatch, changes):
    """Open on the first computer and stop in the middle of the join, as a kill does: nothing is closed."""

    class KilledError(BaseException):
        pass

    made: list[object] = []
    apply = Recording.changed

    def record(self, scene, change, cause, when, /, **more):
        if cause is Cause.JOIN and len(made) == changes:
            assert self.flush()
            self._lock.release()
            raise KilledError
        made.append(cause)
        apply(self, scene, change, cause, when, **more)

    monkeypatch.setattr(Recording, "changed", record)
    with two.one.on(), pytest.raises(KilledError):
        Desk.open(two.one.book, clock=two.one.clock)
    monkeypatch.setattr(Recording, "changed", apply)
    return made


def test_a_history_of_which_a_part_has_not_come_is_said_to_be_arriving(two):
    with two.other.on():
        desk = two.other.open()
        for text in ("One.\n", "Two.\n"):
            desk.draft(two.scene).apply(Change(0, 0, text, MODEL), Cause.SUGGESTION)
            assert desk.seal()
        desk.draft(two.scene).apply(Change(0, 0, "Three.\n", MODEL), Cause.SUGGESTION)
        assert desk.flush()
        two.synchroniser.run()
        blocks = next((two.one.book / "history").glob("*.jsonl"))
        whole = blocks.read_bytes()
        blocks.write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))  # the journal came, the second block not yet
    with two.one.sitting() as here:
        assert [sentence.partition(".")[0] for sentence in here.notices][:1] == [
            "The history of another computer is still arriving"
        ]
    blocks.write_bytes(whole)
    with two.one.sitting() as here:
        assert whose(here)[two.scene][0] == ("Three.\nTwo.\nOne.\n", "model")
    with two.other.on():
        assert desk.close()


# Conflicted copies


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Quay (Ines's conflicted copy 2026-11-22).md", "Quay.md"),
        ("Quay (conflicted copy 2026-11-22 071500).md", "Quay.md"),
        ("Quay.sync-conflict-20261122-071500-ABC1234.md", "Quay.md"),
        ("manuscript.sync-conflict-20261122-071500.toml", "manuscript.toml"),
        ("5d1e02c9b7f4 (Ines's conflicted copy 2026-11-22).head", "5d1e02c9b7f4.head"),
        ("Quay.md", None),
        ("A conflicted copy of the truth.md", None),
    ],
)
def test_conflicted_copies_are_known_by_their_names(name, of):
    assert original(name) == of


def test_copies_that_hold_nothing_new_are_put_aside(tmp_path):
    two = Two(tmp_path, copies=True)
    with two.one.sitting() as desk:
        desk.add_scene("Mine")
    with two.other.sitting() as desk:
        desk.add_scene("Theirs")
    two.apart()
    assert any("conflicted" in name for name in files(two.one.book))
    with two.one.sitting() as desk:
        assert whose(desk)[two.scene] == BOTH
        assert titles(desk) == ["Untitled scene", "Mine", "Theirs"]
        assert any(sentence.startswith("2 conflicted copies hold nothing") for sentence in desk.notices)
    assert all(name.startswith(SET_ASIDE) for name in files(two.one.book) if "conflicted" in name)


def test_a_copy_with_unknown_words_is_left_and_told_of(two):
    copy = two.one.book / "scenes" / "Untitled scene (Ines's conflicted copy 2026-11-22).md"
    copy.write_text("Nobody knows this.\n", "utf-8")
    with two.one.sitting() as desk:
        assert any(sentence.startswith(copy.name) and "left where it is" in sentence for sentence in desk.notices)
    assert copy.read_text("utf-8") == "Nobody knows this.\n"


# Outlines


def outline(*chapters, notes=(), title="T"):
    def entries(ids):
        return tuple(Entry(one.split(":")[0], one.split(":")[-1], f"scenes/{one[0]}.md") for one in ids.split())

    made = tuple(Chapter(name.split(":")[-1], entries(ids), name[0]) for name, ids in chapters)
    return Outline(0, "m", title, made, entries(" ".join(notes)))


@pytest.mark.parametrize(
    ("base", "first", "second", "changed", "merged"),
    [
        ([("A", "1 2")], [("A", "1 x 2")], [("A", "1 2 y")], "", [("A", "1 x 2 y")]),
        ([("A", "1 2")], [("A", "2")], [("A", "1 2 y")], "", [("A", "2 y")]),
        ([("A", "1 2")], [("A", "2")], [("A", "1 2 y")], " 1", [("A", "1 2 y")]),
        ([("A", "1 2")], [("A", "2")], [("A", "1 2 y")], "1", [("A", "2 y")]),
        ([("A", "1 2")], [("A", "2")], [("A", "1 2")], " 1", [("A", "1 2")]),
        ([("A", "1 2")], [("A", "1 2")], [("A", "2")], "1", [("A", "1 2")]),
        ([("A", "1 2 3")], [("A", "1 2 3 x")], [("A", "3 1 2")], "", [("A", "3 1 2 x")]),
        ([("A", "1 2")], [("A", "1:one 2")], [("A", "1 2:two")], "", [("A", "1:one 2:two")]),
        ([("A", "1 2")], [("A", "1 2 x")], [("A:New", "1 2")], "", [("New", "1 2 x")]),
        ([("A", "1 2")], [("A", "1 2 x")], [("A", "1 2"), ("B", "y")], "", [("A", "1 2 x"), ("B", "y")]),
        (
            [("A", "1 2"), ("B", "3")],
            [("A", "1 2 x"), ("B", "3")],
            [("A", "1"), ("B", "2 3")],
            "",
            [("A", "1 x"), ("B", "2 3")],
        ),
    ],
    ids=[
        "both add",
        "taken away",
        "taken away but changed there",
        "changed and then taken away",
        "only changed there",
        "taken away there but changed",
        "moved",
        "two titles",
        "a chapter renamed",
        "a chapter added",
        "moved to another chapter",
    ],
)  # fmt: skip
def test_outlines_are_merged_by_entry(base, first, second, changed, merged):
    """``changed``: by the first side, a space, by the second."""
    here, _, there = changed.partition(" ")
    made = merge_outlines(outline(*base), outline(*first), outline(*second), (here, there))
    assert [(c.title, " ".join(_said(s) for s in c.scene)) for c in made.chapter] == merged


def _said(entry):
    return entry.id if entry.id == entry.title else f"{entry.id}:{entry.title}"


def test_two_scenes_never_get_one_file():
    one = Outline(0, "m", "T", (Chapter("A", (Entry("1", "Quay", "scenes/Quay.md"),)),))
    other = Outline(0, "m", "T", (Chapter("A", (Entry("2", "Quay", "scenes/quay.md"),)),))
    made = merge_outlines(Outline(0, "m", "T", (Chapter("A"),)), one, other)
    assert [entry.file for entry in made.entries] == ["scenes/Quay.md", "scenes/quay 2.md"]


def test_what_crossed_is_joined_on_the_ground_of_both(two):
    """Each computer joins the other's at the same time, and both go on: no paragraph comes twice."""
    two.apart()
    for computer, text in ((two.one, "1.\n"), (two.other, "2.\n")):
        two.write(computer, 0, text)
    assert history_joining._DEPTH > 1
    for _ in range(2):
        two.synchroniser.run()
        for computer in (two.one, two.other):
            with computer.sitting() as desk:
                text = desk.text(two.scene)
    assert sorted(text.splitlines()) == sorted(["1.", "2.", *(TIDE + SALT).splitlines(), "One.", "Other."])


@pytest.mark.parametrize("with_file", [False, True])
def test_a_sitting_whose_past_has_not_come_yet_is_waited_for(two, with_file):
    two.write(two.one, None, "One.\n")
    two.write(two.other, None, "Other.\n", MODEL)
    two.synchroniser.run()
    two.write(two.one, 0, "Early.\n")
    two.write(two.one, 0, "Late.\n")
    last = max((two.one.book / "history").glob("*.zst"), key=lambda path: path.stat().st_mtime_ns)
    shutil.copy(last, two.other.book / "history")
    if with_file:
        shutil.copytree(two.one.book / "scenes", two.other.book / "scenes", dirs_exist_ok=True)
    with two.other.sitting() as desk:
        if with_file:
            assert desk.text(two.scene) == "Late.\nEarly.\n" + TIDE + SALT + "One.\nOther.\n"
        else:
            assert whose(desk)[two.scene] == BOTH
        desk.draft(two.scene).apply(Change(desk.text(two.scene).index(SALT), 0, "Here.\n"), Cause.TYPE)
    two.synchroniser.run()
    for computer in (two.one, two.other):
        with computer.sitting():
            pass
        two.synchroniser.run()
    with two.one.sitting() as desk:
        found = whose(desk)[two.scene]
    assert found == [("Late.\nEarly.\n" + TIDE + "Here.\n" + SALT + "One.\n", "typed"), ("Other.\n", "model")]
    with two.one.on():
        assert check(two.one.book).status is Status.WHOLE


def test_another_computers_history_is_read_while_one_writes(two):
    with two.one.sitting() as desk:
        two.write(two.other, None, "Other.\n", MODEL)
        two.synchroniser.run()
        assert not desk.look_outside(wait=False)
        assert not desk.save(wait=False)
        desk.draft(two.scene).apply(Change(0, 0, "Meanwhile. "))
        assert desk.text(two.scene) == "Meanwhile. " + TIDE + SALT
        while not desk.look_outside(wait=False):
            time.sleep(0.01)
        assert whose(desk)[two.scene] == [("Meanwhile. " + TIDE + SALT, "typed"), ("Other.\n", "model")]
        assert desk.save(wait=False)
    with two.one.on():
        assert check(two.one.book).status is Status.WHOLE


def test_what_came_after_a_sitting_that_is_lost_goes_on(two):
    """Written here, there, there and here; of what was written there the first is lost."""
    for text in ("There. ", "Again. "):
        two.synchroniser.run()
        two.write(two.other, 0, text)
    two.synchroniser.run()
    two.write(two.one, 0, "Here. ")
    written = sorted((two.one.book / "history").glob("*.zst"), key=lambda path: path.stat().st_mtime_ns)
    written[1].unlink()
    for _ in range(3):
        two.write(two.one, 0, "More. ")
    with two.one.sitting() as desk:
        assert desk.text(two.scene) == "More. More. More. Here. Again. There. " + TIDE + SALT
    with two.one.on():
        assert check(two.one.book).status is Status.BROKEN


def test_a_scene_that_both_began_keeps_both_when_its_file_comes_first(two):
    with two.one.sitting() as desk:
        scene = desk.add_scene("Empty").id
    two.synchroniser.run()
    with two.other.sitting() as desk:
        desk.draft(scene).apply(Change(0, 0, "There it began.\n"))
        name = desk.folder.file(desk.entry(scene)).name
    shutil.copytree(two.other.book / "history", two.one.book / "history", dirs_exist_ok=True)
    with two.one.sitting() as desk:
        desk.draft(scene).apply(Change(0, len(desk.text(scene)), "Here it began.\n"))
    with two.other.sitting() as desk:
        desk.draft(scene).apply(Change(0, len(desk.text(scene)), "There it went on otherwise.\n"))
    shutil.copy(two.other.book / "scenes" / name, two.one.book / "scenes" / name)
    with two.one.sitting() as desk:
        assert "Here it began." in desk.text(scene)
        assert "There it went on otherwise." in desk.text(scene)
