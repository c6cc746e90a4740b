"""The past of a scene: which versions there are, which are shown, what the author named, and how one is restored."""

import os
import time

import msgspec
import pytest

from firsthand.cli import run
from firsthand.desk.session import Desk, DeskError
from firsthand.desk.versions import VersionError, find_scene, find_version
from firsthand.history import Cause, Changed, Moment, Named, Occasion, Saved, Versions
from firsthand.history.changes import changed, found
from firsthand.manuscript import Chapter, Entry, Folder
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source, TrackedText
from firsthand.provenance.hunks import Kind, hunks
from firsthand.provenance.units import length

DAY = 1_790_000_000_000
MINUTE = 60_000
PASTED = Source(Origin.PASTED, "paste:1")
MOVED = Source(Origin.TYPED, None, Finding(Rule.MOVED, Origin.PASTED, "paste:1"))


class Record:
    """Records of one scene, each so many minutes after the one before."""

    def __init__(self):
        self.t = self.length = 0
        self.records = []

    def add(self, kind, *what, after=1.0, **more):
        self.t += round(after * MINUTE)
        match kind, what:
            case "type", (text,):
                self.change(Change(self.length, 0, text), Cause.TYPE, **more)
            case "paste", (text,):
                self.change(Change(self.length, 0, text, PASTED), Cause.PASTE, **more)
            case "find", (n,):
                text, runs = "x" * n, (Run(n, MOVED),)
                self.records.append(found("s", self.t, Change(self.length - n, n, text, runs)))
            case cause, (text,) if isinstance(cause, Cause):
                self.change(Change(self.length, 0, text), cause, **more)
            case "save", ():
                self.records.append(Saved("s", self.t, ""))
            case "name", (snapshot, name, *scene):
                self.records.append(Named(snapshot, self.t, name, *scene))
            case "away", ():
                self.records.append(Changed("s", self.t, self.length + 9, 5))
        return self

    def change(self, change, cause, **more):
        self.records.append(changed("s", self.t, change, cause, **more))
        self.length += length(change.inserted) - change.removed

    def versions(self):
        versions = Versions()
        versions.sitting(DAY, self.records)
        return versions


@pytest.mark.parametrize(
    ("deeds", "shown"),
    [
        ([("type", "a"), ("type", "b")], [(2, "written")]),
        ([("type", "a"), ("type", "b", 5)], [(1, "written"), (2, "written")]),
        ([("type", "a"), ("paste", "b"), ("type", "c")], [(2, "brought"), (3, "written")]),
        ([("type", "a"), ("paste", "b"), ("find", 1, 0), ("type", "c")], [(3, "brought"), (4, "written")]),
        ([("paste", "b"), ("find", 1, 1), ("type", "c")], [(1, "brought"), (3, "written")]),
        ([(Cause.OUTSIDE, "a"), (Cause.OUTSIDE, "b", 0), ("type", "c")], [(2, "brought"), (3, "written")]),
        ([(Cause.OUTSIDE, "a"), (Cause.OUTSIDE, "b", 1)], [(1, "brought"), (2, "brought written")]),
        ([(Cause.SUGGESTION, "a"), ("type", "b")], [(1, "suggestion"), (2, "written")]),
        ([("type", "a"), (Cause.RESTORE, "b"), ("type", "c")], [(2, "restored"), (3, "written")]),
        ([("type", "a"), ("save",), ("type", "b")], [(2, "written")]),
        ([("type", "a"), ("save",)], [(1, "written saved")]),
        (
            [("type", "a"), *[("type", "b", 4)] * 3, ("save",), ("type", "c"), ("save", 1), ("type", "d")],
            [(4, "saved"), (6, "written")],
        ),
        ([("type", "a"), ("name", "n", "First"), ("type", "b")], [(1, "named First"), (2, "written")]),
        ([("type", "a"), ("name", "n", "First"), ("name", "m", "Also")], [(1, "written named First Also")]),
        ([("name", "n", "Before"), ("type", "a")], [(1, "written")]),
        ([("save",)], []),
        ([("type", "a"), ("away",), ("type", "b", 9)], [(1, "written")]),
    ],
)
def test_which_versions_are_shown(deeds, shown):
    record = Record()
    for kind, *what in deeds:
        *rest, last = what or [None]
        timed = isinstance(last, int | float) and (rest or kind == "save")
        record.add(kind, *(rest if timed or last is None else what), after=last if timed else 1)
    moments = record.versions().moments("s")
    assert [(m.number, " ".join([*m.occasions, *m.names])) for m in moments] == shown


def test_what_is_one_act_is_one_moment():
    record = Record().add("type", "a").add(Cause.RESTORE, "b").add(Cause.RESTORE, "c", after=0, joins=True)
    assert record.versions().moments("s") == [
        Moment(3, DAY + 2 * MINUTE, 3, (Occasion.RESTORED, Occasion.WRITTEN)),
    ]


def test_a_run_of_typing_is_one_version_in_however_many_pieces_it_was_written():
    whole, pieces = Versions(), Versions()
    whole.sitting(DAY, [Changed("s", 0, 0, 0, "word", ms=600), Changed("s", 9000, 0, 4)])
    keys = [Changed("s", 200 * n, n, 0, key) for n, key in enumerate("word")]
    pieces.sitting(DAY, [*keys, Changed("s", 9000, 0, 4)])
    for versions in (whole, pieces):
        assert [versions.at("s", n).text for n in range(3)] == ["", "word", ""]
        assert [versions.when("s", n) for n in range(3)] == [None, DAY + 600, DAY + 9000]


@pytest.mark.parametrize(
    ("when", "number"),
    [(DAY - 1, 0), (DAY + 599, 0), (DAY + 600, 1), (DAY + 8999, 1), (DAY + 9000, 2), (DAY * 2, 2)],
)
def test_a_moment_is_the_version_of_what_was_over_by_then(when, number):
    versions = Versions()
    versions.sitting(DAY, [Changed("s", 0, 0, 0, "word", ms=600), Changed("s", 9000, 0, 4)])
    assert versions.number("s", when) == number


def test_a_clock_that_was_set_back_leaves_the_order():
    versions = Versions()
    versions.sitting(DAY, [Changed("s", 0, 0, 0, "first ")])
    versions.sitting(DAY - 5000, [Changed("s", 0, 6, 0, "second")])
    assert [versions.when("s", n) for n in (1, 2)] == [DAY, DAY]
    assert (versions.number("s", DAY - 1), versions.number("s", DAY)) == (0, 2)


def test_where_the_record_does_not_fit_the_versions_end():
    versions = Record().add("type", "a").add("away").add("type", "b").versions()
    assert versions.latest("s") == 1
    with pytest.raises(ValueError, match="the latest is 1"):
        versions.at("s", 2)
    versions.sitting(DAY, [Changed("s", 0, 0, 0, "it is passed over, as in a replay")])
    assert versions.latest("s") == 1
    assert (versions.latest("another"), versions.at("another", 0).text) == (0, "")


def test_sittings_may_come_after_a_version_was_asked_for():
    versions = Versions()
    versions.sitting(DAY, [Changed("s", 0, 0, 0, "first ")])
    assert versions.latest("s") == 1
    versions.sitting(DAY + 5000, [Changed("s", 0, 6, 0, "second")])
    assert versions.at("s", 2).text == "first second"


def test_a_name_can_be_changed_and_taken_away():
    record = Record().add("type", "a").add("name", "1", "One").add("type", "b").add("name", "2", "Two", "s")
    record.add("name", "3", "Elsewhere", "t").add("type", "c").add("name", "1", "Uno")
    versions = record.versions()
    assert [(s.id, s.name, s.scene) for s in versions.snapshots()] == [
        ("1", "Uno", ""), ("2", "Two", "s"), ("3", "Elsewhere", "t"),
    ]  # fmt: skip
    assert [versions.named("s", snapshot) for snapshot in versions.snapshots()] == [1, 2, 2]
    assert [moment.names for moment in versions.moments("s")] == [("Uno",), ("Two",), ()]
    record.add("name", "2", "").add("name", "9", "")
    assert [snapshot.name for snapshot in record.versions().snapshots()] == ["Uno", "Elsewhere"]


# ---- Two versions side by side


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", []),
        ("same", "same", [("kept", "same", 0)]),
        ("", "new", [("inserted", "new", 0)]),
        ("one two", "one too", [("kept", "one t", 0), ("removed", "w", 0), ("inserted", "o", 0), ("kept", "o", 0)]),
        (
            "A\nThe tide was out and nobody told her.\nShe kept the ledger in the flour bin.\nD\n",
            "A\nShe kept the ledger in the flour bin.\nD\nThe tide was out and nobody told her.\n",
            [
                ("kept", "A\n", 0),
                ("removed", "The tide was out and nobody told her.\n", 1),
                ("kept", "She kept the ledger in the flour bin.\nD\n", 0),
                ("inserted", "The tide was out and nobody told her.\n", 1),
            ],
        ),
    ],
)
def test_what_became_of_a_text(old, new, said):
    found_ = hunks(TrackedText(old), TrackedText(new))
    assert [(str(hunk.kind), hunk.text, hunk.moved) for hunk in found_] == said


def test_words_found_to_be_another_s_are_said_so():
    old, new = TrackedText("one two three", PASTED), TrackedText("one two three", PASTED)
    new.replace(4, 3, "two", MOVED)
    assert [(hunk.kind, hunk.text) for hunk in hunks(old, new)] == [
        (Kind.KEPT, "one "),
        (Kind.WHOSE, "two"),
        (Kind.KEPT, " three"),
    ]


# ---- At the desk


@pytest.fixture
def place(tmp_path):
    Desk.create(tmp_path / "book", "A book").close()
    return tmp_path / "book"


def only_scene(desk):
    return desk.folder.outline.scenes[0].id


def bits(text):
    return text.units(), tuple(text.spans())


def test_the_desk_names_and_restores_and_one_undo_takes_it_back(place):
    desk = Desk.open(place)
    scene = only_scene(desk)
    draft = desk.draft(scene)
    draft.apply(Change(0, 0, "She kept the ledger.\nSo it went!\n"))
    draft.bring(33, 0, "A paste.\n", Cause.PASTE)
    snapshot = desk.versioning.name("  Before   the cut ")
    kept = bits(draft.text)
    draft.apply(Change(10, len(draft.text) - 12, ""))
    draft.apply(Change(0, 0, "He lost it.\n"))
    cut = bits(draft.text)
    versions = desk.versioning.read()
    assert [(s.id, s.name) for s in versions.snapshots()] == [(snapshot, "Before the cut")]
    wanted = versions.at(scene, versions.named(scene, versions.snapshots()[0]))
    inserted = dict(draft.state.ever_inserted)
    assert desk.versioning.restore(scene, wanted)
    assert bits(draft.text) == kept
    assert not desk.versioning.restore(scene, wanted)
    assert draft.state.ever_inserted == inserted
    assert desk.close()
    again = Desk.open(place)
    assert bits(again.draft(scene).text) == kept
    again.draft(scene).undo()
    assert bits(again.draft(scene).text) == cut
    again.versioning.rename(snapshot, "Long")
    assert [s.name for s in again.versioning.read().snapshots()] == ["Long"]
    again.versioning.unname(snapshot)
    assert again.versioning.read().snapshots() == []
    again.close()


def test_nothing_is_named_without_a_name_or_for_reading_only(place):
    desk = Desk.open(place)
    second = Desk.open(place)
    with pytest.raises(DeskError, match="needs a name"):
        desk.versioning.name(" ")
    for act in (
        lambda: second.versioning.name("One"),
        lambda: second.versioning.rename("x", "One"),
        lambda: second.versioning.unname("x"),
        lambda: second.versioning.restore(only_scene(second), TrackedText()),
    ):
        with pytest.raises(DeskError, match="reading only"):
            act()
    second.close()
    desk.close()


# ---- As a person asks


@pytest.fixture
def told(tmp_path, monkeypatch):
    """A manuscript with a scene of three versions, in the time of Lisbon; its desk is closed."""
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    time.tzset()
    folder = Folder.create(tmp_path / "book", "A book")
    scenes = [("scene", "What Ines kept", "kept"), ("twice", "Twice", "one"), ("again", "Twice", "other")]
    chapter = Chapter("One", tuple(Entry(scene, title, f"scenes/{file}.md") for scene, title, file in scenes))
    folder.outline = msgspec.structs.replace(folder.outline, chapter=(chapter,))
    folder.save()
    now = [1_795_309_200_000]  # 2026-11-22, one o'clock in the night
    desk = Desk.open(folder.path, clock=lambda: now[0])
    draft = desk.draft(only_scene(desk))
    for minutes, text in [(10, "She kept the ledger.\n"), (60, "So it went!\n")]:
        now[0] += minutes * MINUTE
        draft.apply(Change(len(draft.text), 0, text))
        draft.end_group()
    desk.versioning.name("Draft one")
    now[0] += 24 * 60 * MINUTE
    draft.apply(Change(0, 3, "Ines 😀", Source(Origin.MODEL, "r.1")), Cause.SUGGESTION)
    desk.close()
    yield folder.path
    monkeypatch.undo()
    time.tzset()


unix = pytest.mark.skipif(os.name == "nt", reason="the zone cannot be set for one process")


@unix
@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ("0", 0), ("2", 2), ("latest", 3), ("draft  ONE", 2), ("2026-11-22T01:09", 0), ("2026-11-22T01:10", 1),
        ("2026-11-22T01:10Z", 1), ("2026-11-22 02:10", 2), ("2026-11-22", 2), ("2026-11-23", 3), ("2026-11-21", 0),
        ("9999-12-31", 3),
    ],
)  # fmt: skip
def test_a_version_is_found_by_what_a_person_calls_it(told, wanted, number):
    desk = Desk.open(told)
    assert find_version(desk.versioning.read(), only_scene(desk), wanted) == number
    desk.close()


@unix
@pytest.mark.parametrize("wanted", ["4", "99999999999", "-1", "soon", "", "0001-01-01", "٣"])
def test_what_is_no_version_is_said(told, wanted):
    desk = Desk.open(told)
    with pytest.raises(VersionError, match="no version"):
        find_version(desk.versioning.read(), only_scene(desk), wanted)
    desk.close()


@unix
@pytest.mark.parametrize("wanted", ["scene", "what ines kept", "Kept.md", "scenes/kept.md"])
def test_a_scene_is_found_by_what_a_person_calls_it(told, wanted):
    desk = Desk.open(told)
    assert find_scene(desk.folder, wanted).id == only_scene(desk)
    desk.close()


def window(_):
    raise AssertionError("no window was asked for")


PRINTED = {
    "versions {}": """\
2026-11-22 02:10  named “Draft one”

versions  latest            id              title
       3  2026-11-23 02:10  scene           What Ines kept
       0  -                 twice           Twice
       0  -                 again           Twice
""",
    "versions {} scene": """\
 version  time                 words  why
       1  2026-11-22 01:10         4  written
       2  2026-11-22 02:10         7  “Draft one”, written
       3  2026-11-23 02:10         7  suggestion, written, saved
""",
    "show {} scene": "Ines 😀 kept the ledger.\nSo it went!\n",
    "show {} scene --at 1": "She kept the ledger.\n",
    "show {} scene --at 0": "",
    "show {} scene --origins": """\
model r.1                         Ines 😀
typed                              kept the ledger.¶So it went!¶
""",
    "diff {} scene 1 latest": """\
“What Ines kept”: version 1 (2026-11-22 01:10) to 3 (2026-11-23 02:10)
- typed: She
+ model r.1: Ines 😀
   kept the ledger.
+ typed: ¶So it went!
  ¶
""",
    "diff {} scene 2 2026-11-22": """\
“What Ines kept”: version 2 (2026-11-22 02:10) to 2 (2026-11-22 02:10)
  She kept the ledger.¶So it went!¶
Nothing differs.
""",
}


@unix
@pytest.mark.parametrize("command", PRINTED)
def test_what_the_commands_print(told, capfdbinary, command):
    assert run([part.format(told) for part in command.split()], window) == 0
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    assert (out, err) == (PRINTED[command], "")


@unix
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["versions", "{}/scenes"], "is not a manuscript"),
        (["show", "{}", "Nowhere"], "There is no scene “Nowhere”"),
        (["show", "{}", "Twice"], "2 scenes are called “Twice”"),
        (["show", "{}", "scene", "--at", "4"], "its versions are 0 to 3"),
        (["diff", "{}", "scene", "soon", "1"], "“soon” is no version"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(told, capfdbinary, command, said):
    assert run([part.format(told) for part in command], window) == 2
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
