"""What other programs do to the files: taken in as changes, at opening and while open, with whose everything is."""

import os
from contextlib import contextmanager

import pytest

from firsthand.desk.outside import merged
from firsthand.desk.reporting import check, make_report
from firsthand.desk.session import Desk
from firsthand.history import Cause, Said, Status
from firsthand.provenance import Change, Origin, Rule, Source

TIDE = "The tide was out, and nobody in the harbour had told Ines about the auction.\n"
SALT = "Every entry in the ledger was in salt, so many sacks to the Varelas and to the chapel.\n"
GULLS = "Outside the gulls had stopped, as a clock stops that has been ticking all your life.\n"
COAT = "He wore a borrowed coat with somebody else's ferry ticket in the left pocket.\n"


class Clock:
    """Time that goes on by a second whenever it is asked, on a day to come."""

    def __init__(self, day=0):
        self.now = 1_900_000_000_000 + day * 86_400_000

    def __call__(self):
        self.now += 1000
        return self.now


@pytest.fixture
def place(tmp_path):
    """A manuscript of two scenes; a model wrote the second paragraph of the first."""
    desk = Desk.create(tmp_path / "book", "A book")
    first = desk.folder.outline.scenes[0].id
    second = desk.add_scene("Second").id
    desk.draft(first).apply(Change(0, 0, TIDE))
    desk.draft(first).apply(Change(len(TIDE), 0, SALT, Source(Origin.MODEL, "r.1")), Cause.SUGGESTION)
    desk.draft(first).apply(Change(len(TIDE + SALT), 0, GULLS))
    desk.draft(second).apply(Change(0, 0, COAT))
    assert desk.close()
    return tmp_path / "book"


def files(place):
    return [place / "scenes" / "Untitled scene.md", place / "scenes" / "Second.md"]


def whose(desk, number=0, seen=False):
    """The scene's text in stretches of one origin, as found, or as ``seen``."""
    text = desk.replay.scene(desk.folder.outline.scenes[number].id).text
    out: list[tuple[str, str]] = []
    for span in text.spans():
        piece, origin = text.slice(span.start, span.end), str(span.source.observed.origin if seen else span.origin)
        before = out.pop()[0] if out and out[-1][1] == origin else ""
        out.append((before + piece, origin))
    return out


def rules(desk, number=0):
    spans = desk.replay.scene(desk.folder.outline.scenes[number].id).text.spans()
    return [span.source.finding.rule for span in spans if span.source.finding is not None]


@contextmanager
def opened(place, **kwargs):
    desk = Desk.open(place, **kwargs)
    yield desk
    assert desk.close()
    assert check(place).status is Status.WHOLE


def reported(place, number=0):
    scene = make_report(place).figures.scenes[number]
    return [(span[0], str(span[2])) for span in scene.spans]


# While it was closed


def test_a_paragraph_moved_by_another_program_keeps_whose_it_is(place):
    files(place)[0].write_text(SALT + GULLS + TIDE, "utf-8")
    before = reported(place)
    with opened(place) as desk:
        assert whose(desk) == [(SALT, "model"), (GULLS + TIDE, "typed")]
        assert rules(desk) == [Rule.MOVED]
        assert sum(len(piece) for piece, origin in whose(desk, seen=True) if origin == "outside") in map(
            len, (TIDE, SALT)
        )
        assert desk.replay.scene(desk.folder.outline.scenes[0].id).ever_inserted[Origin.OUTSIDE] == 0
    assert reported(place) == before


def test_a_paragraph_moved_from_scene_to_scene_keeps_whose_it_is(place):
    first, second = files(place)
    first.write_text(TIDE + GULLS, "utf-8")
    second.write_text(COAT + SALT, "utf-8")
    before = reported(place, 1)
    with opened(place) as desk:
        assert whose(desk, 1) == [(COAT, "typed"), (SALT, "model")]
        assert whose(desk, 1, seen=True) == [(COAT, "typed"), (SALT, "outside")]
    assert reported(place, 1) == before


def test_it_does_so_into_an_earlier_scene_too(place):
    first, second = files(place)
    first.write_text(TIDE + SALT + COAT + GULLS, "utf-8")
    second.write_text("Rewritten entirely", "utf-8")
    with opened(place) as desk:
        assert whose(desk, 0) == [(TIDE, "typed"), (SALT, "model"), (COAT + GULLS, "typed")]
        assert whose(desk, 1) == [("Rewritten entirely", "outside")]


def test_a_scene_divided_in_two_by_another_program_keeps_whose_it_is(place):
    files(place)[0].write_text(TIDE, "utf-8")
    (place / "scenes" / "New.md").write_text(SALT + GULLS, "utf-8")
    outline = (place / "manuscript.toml").read_text("utf-8")
    added = '[[chapter.scene]]\nid = "new"\ntitle = "New"\nfile = "scenes/New.md"\n'
    (place / "manuscript.toml").write_text(outline.rstrip() + "\n\n" + added, "utf-8")
    with opened(place) as desk:
        assert whose(desk, 2) == [(SALT, "model"), (GULLS, "typed")]
        assert whose(desk, 2, seen=True) == [(SALT + GULLS, "imported")]


def test_what_is_new_stays_outside_and_refers_to_its_edit(place):
    files(place)[0].write_text(TIDE + "Then came a stranger nobody had asked.\n" + SALT + GULLS, "utf-8")
    with opened(place) as desk:
        assert whose(desk)[1] == ("Then came a stranger nobody had asked.\n", "outside")
        (arrival,) = desk.arrived
        assert arrival.ref.startswith("outside:")
        assert arrival.stretches == ((len(TIDE), 39),)
        assert desk.declaring.words_of(arrival.scene, arrival.ref) == 7
    with opened(place) as again:
        assert again.notices == []
        assert again.arrived == []
        assert [one.ref for one in again.declaring.sources()] == [arrival.ref]


# While it is open


@pytest.fixture
def told():
    return []


@pytest.fixture
def desk(place, told):
    desk = Desk.open(place, tell=told.append, clock=Clock())
    yield desk
    desk.close()
    assert check(place).status is Status.WHOLE


def write(path, text, encoding="utf-8", ends="\n"):
    """Write as another program, at another time than the last one."""
    path.write_bytes(text.replace("\n", ends).encode(encoding))
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 2_000_000))


def draft(desk, number=0):
    return desk.draft(desk.folder.outline.scenes[number].id)


def test_an_edit_outside_is_taken_in_while_open(place, desk, told):
    write(files(place)[0], (TIDE + SALT + GULLS).replace("nobody", "no one"))
    desk.look_outside()
    assert whose(desk)[:3] == [
        ("The tide was out, and no", "typed"),
        (" one", "outside"),
        (" in the harbour had told Ines about the auction.\n", "typed"),
    ]
    assert not draft(desk).dirty
    assert [one.cause for one in desk.arrived] == [Cause.OUTSIDE]
    assert told == []
    desk.look_outside()
    assert len(desk.arrived) == 1
    assert list((place / "scenes").glob("*changed outside*")) == []


def test_a_move_between_scenes_is_found_while_open_too(place, desk):
    write(files(place)[0], TIDE + GULLS)
    write(files(place)[1], SALT + COAT)
    desk.look_outside()
    assert whose(desk, 1) == [(SALT, "model"), (COAT, "typed")]


@pytest.mark.parametrize(
    ("here", "outside", "whole"),
    [
        (lambda d: d.apply(Change(0, 0, "Once. ")), GULLS.replace("gulls", "crows"), ["Once. ", "crows"]),
        (lambda d: d.apply(Change(4, 4, "flood")), GULLS.replace("gulls", "crows"), ["The flood was", "crows"]),
        (lambda d: d.apply(Change(0, len(TIDE), "")), "", ["Every entry"]),
    ],
)
def test_edits_here_and_outside_in_different_places_go_together(place, desk, told, here, outside, whole):
    here(draft(desk))
    write(files(place)[0], TIDE + SALT + outside)
    desk.save()
    desk.settle()
    text = files(place)[0].read_text("utf-8")
    assert text == desk.text(desk.folder.outline.scenes[0].id)
    assert all(piece in text for piece in whole)
    assert told == []
    assert list((place / "scenes").glob("*changed outside*")) == []


def test_where_both_changed_the_same_place_both_versions_stay(place, desk, told):
    mine, theirs = "The tide was low", "The tide was far out"
    draft(desk).apply(Change(13, 3, "low"))
    write(files(place)[0], TIDE.replace("The tide was out", theirs) + SALT + GULLS.replace("gulls", "crows"))
    desk.settle()
    text = files(place)[0].read_text("utf-8")
    assert text.startswith(mine)
    assert "crows" in text
    (kept,) = (place / "scenes").glob("*changed outside*")
    assert kept.read_text("utf-8").startswith(theirs)
    assert " ".join(told) == (
        "“Untitled scene” was changed here and by another program in the same place; "
        f"your words stay, and its version is kept as {kept.name}."
    )
    desk.settle()
    assert len(list((place / "scenes").glob("*changed outside*"))) == 1


def test_the_same_correction_made_here_and_outside_is_no_conflict(place, desk, told):
    draft(desk).apply(Change(13, 3, "low"))
    write(files(place)[0], TIDE.replace("out", "low", 1) + SALT + GULLS)
    desk.look_outside()
    assert desk.text(desk.folder.outline.scenes[0].id) == TIDE.replace("out", "low", 1) + SALT + GULLS
    assert whose(desk)[0] == (TIDE.replace("out", "low", 1), "typed")
    assert told == []


def test_two_conflicts_in_one_second_keep_both_versions(place, told):
    desk = Desk.open(place, tell=told.append, clock=lambda: 1_900_000_000_000)
    for name in ("one", "two"):
        draft(desk).apply(Change(0, 3, f"My {name}"))
        write(files(place)[0], f"Their {name}" + TIDE[3:] + SALT + GULLS)
        desk.settle()
    desk.close()
    kept = {path.read_text("utf-8")[:9] for path in (place / "scenes").glob("*changed outside*")}
    assert kept == {"Their one", "Their two"}


@pytest.mark.parametrize("left", [None, ""])
def test_a_file_taken_away_or_emptied_while_open_is_written_again(place, desk, left):
    path = files(place)[0]
    path.unlink()
    if left is not None:
        write(path, left)
    desk.look_outside()
    assert whose(desk)[0] == (TIDE, "typed")
    draft(desk).apply(Change(0, 0, "x"))
    desk.settle()
    assert path.read_text("utf-8") == "x" + TIDE + SALT + GULLS
    assert list((place / "scenes").glob("*changed outside*")) == []


def test_other_line_ends_alone_are_no_change_and_are_kept(place, desk):
    write(files(place)[0], TIDE + SALT + GULLS, ends="\r\n")
    desk.look_outside()
    assert desk.arrived == []
    draft(desk).apply(Change(0, 0, "x"))
    desk.settle()
    assert files(place)[0].read_bytes() == ("x" + TIDE + SALT + GULLS).replace("\n", "\r\n").encode()


def test_a_file_in_another_encoding_is_kept_beside_and_never_read_as_words(place, desk, told):
    write(files(place)[0], "café\n" + TIDE, encoding="latin-1")
    desk.look_outside()
    assert whose(desk)[0] == (TIDE, "typed")
    assert told == []
    draft(desk).apply(Change(0, 0, "x"))
    desk.settle()
    (kept,) = (place / "scenes").glob("*changed outside*")
    assert kept.read_bytes().startswith(b"caf\xe9")
    assert "kept as" in told[0]
    assert files(place)[0].read_text("utf-8").startswith("x")


def test_a_byte_order_mark_put_in_outside_is_outside(place, desk):
    write(files(place)[0], TIDE + SALT + GULLS, encoding="utf-8-sig")
    desk.look_outside()
    assert whose(desk)[0] == ("\ufeff", "outside")
    assert whose(desk)[1] == (TIDE, "typed")


def test_half_a_letter_here_is_no_edit_outside(place, desk):
    draft(desk).apply(Change(0, 0, "\ud83d half "))
    desk.settle()
    written = files(place)[0].read_text("utf-8")
    write(files(place)[0], written.replace("gulls", "heron"))
    desk.look_outside()
    assert draft(desk).text.units(0, 1) == "\ud83d"
    assert [piece for piece, origin in whose(desk) if origin == "outside"] == ["heron"]


def test_looking_costs_nothing_where_nothing_happened(place, desk, monkeypatch):
    monkeypatch.setattr(desk.folder, "read", lambda entry: pytest.fail("a file was read"))
    desk.look_outside()


def test_a_killed_program_does_not_take_its_own_merge_for_an_edit(place):
    desk = Desk.open(place, clock=Clock())
    draft(desk).apply(Change(0, 0, "Once. "))
    write(files(place)[0], TIDE + SALT + GULLS.replace("gulls", "crows"))
    desk.look_outside()
    desk.flush()
    wanted = desk.text(desk.folder.outline.scenes[0].id)
    desk._recording._lock.release()  # as if it had been killed: the file is not written again
    with opened(place, clock=Clock(day=1)) as again:
        assert again.text(again.folder.outline.scenes[0].id) == wanted
        assert again.notices == ["“Untitled scene” was brought back to where you stopped, from the history."]
    desk._saving.close()


def test_an_edit_taken_in_while_open_is_one_step_of_undo_and_takes_none_away(place, desk):
    one = draft(desk)
    one.apply(Change(0, 0, "Once. "))
    mine = whose(desk)
    write(files(place)[0], SALT + GULLS.replace("gulls", "heron") + TIDE)
    desk.look_outside()
    theirs = whose(desk)
    assert theirs != mine
    assert one.undo()
    assert whose(desk) == mine
    assert one.undo()
    assert whose(desk)[0] == (TIDE, "typed")
    assert one.redo()
    assert one.redo()
    assert whose(desk) == theirs


def test_what_was_taken_in_while_open_is_there_again(place):
    with opened(place, clock=Clock()) as desk:
        draft(desk).apply(Change(0, 0, "Once. "))
        write(files(place)[0], TIDE + GULLS.replace("gulls", "heron"))
        write(files(place)[1], COAT + SALT)
        desk.look_outside()
        before = [whose(desk, number, seen) for number in (0, 1) for seen in (False, True)]
    with opened(place, clock=Clock(day=1)) as again:
        assert again.arrived == []
        assert [whose(again, number, seen) for number in (0, 1) for seen in (False, True)] == before


MERGES = [
    ("a b c", "a b c", "a x c", "a x c", True),
    ("a b c", "x b c", "a b y", "x b y", True),
    ("a b c", "x b c", "y b c", "x b c", False),
    ("a b c", "a b c d", "a b c e", "a b c d", False),
    ("one two three", "two three", "one two 3", "two 3", True),
    ("one two three", "zero one two three", "one three", "zero one three", True),
    ("one two three", "one 2 three", "one 2 three", "one 2 three", True),
    ("", "x", "y", "x", False),
    ("same", "same", "same", "same", True),
    ("The tide", "My tide", "Their tide", "My tide", False),
]


@pytest.mark.parametrize(("base", "mine", "theirs", "together", "whole"), MERGES)
def test_merges(base, mine, theirs, together, whole):
    found = merged(base, mine, theirs)
    text = mine
    for edit in reversed(found.edits):
        text = text[: edit.start] + edit.inserted + text[edit.end :]
    assert (text, found.whole) == (together, whole)


# What the author says of it


def test_what_the_author_says_is_recorded_with_its_time_and_can_be_changed(place):
    files(place)[1].write_text(COAT + "A stranger said so.\n", "utf-8")
    with opened(place, clock=Clock()) as desk:
        desk.draft(desk.folder.outline.scenes[0].id).bring(0, 0, "Pasted from a letter of hers. ", Cause.PASTE)
        paste, outside = desk.declaring.sources()
        assert (paste.origin, paste.words, paste.first_words, paste.said) == (
            Origin.PASTED,
            6,
            "Pasted from a letter of hers.",
            None,
        )
        assert outside.scenes == (desk.folder.outline.scenes[1].id,)
        desk.declaring.declare(paste.ref, Said.QUOTATION)
        desk.declaring.declare(outside.ref, Said.AI)
        desk.declaring.declare(outside.ref, Said.PERSON)
        assert [one.said for one in desk.declaring.sources()] == [Said.QUOTATION, Said.PERSON]
        assert all(one.came < one.said_when for one in desk.declaring.sources())
        said = desk.declaring.sources()
    with opened(place, clock=Clock(day=1)) as again:
        assert again.declaring.sources() == said
        again.declaring.declare(paste.ref, Said.NOTHING)
        assert [one.said for one in again.declaring.sources()] == [None, Said.PERSON]
    assert [one.said for one in make_report(place).figures.declared_sources] == [None, Said.PERSON]


def test_it_is_known_where_text_from_elsewhere_stands(desk):
    scene = desk.folder.outline.scenes[1].id
    desk.draft(scene).bring(3, 0, "quietly and slowly, ", Cause.PASTE)
    (one,) = desk.declaring.sources()
    desk.draft(scene).apply(Change(11, 0, "X"))
    assert desk.declaring.places(one.ref) == [(scene, 3, 11), (scene, 12, 24)]
    desk.draft(scene).apply(Change(0, 30, ""))
    assert desk.declaring.places(one.ref) == []
    assert desk.declaring.sources() == ()
