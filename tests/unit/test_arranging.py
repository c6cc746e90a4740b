"""The order of a manuscript on the disk: dividing and joining with origins kept, the bin, taking back, files' names."""

import tomllib

import pytest

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk, DeskError
from firsthand.history import Status
from firsthand.provenance import Change, Origin, Source
from tests.unit.outlines import line

TIDE = "The tide was out. "
SHOWN = "Nobody had seen it go."
GULLS = "\nThe gulls stood about."


@pytest.fixture
def place(tmp_path):
    desk = Desk.create(tmp_path / "book", "Low Tide")
    first = desk.folder.outline.scenes[0].id
    desk.rename(first, "The tide")
    draft = desk.draft(first)
    draft.apply(Change(0, 0, TIDE))
    desk.suggesting.insert(Suggestion("r.1", "r", Purpose.CONTINUE, "x", SHOWN, 1.0, "m"), first, len(TIDE))
    draft.apply(Change(len(draft.text), 0, GULLS, Source(Origin.PASTED, "paste:1")))
    second = desk.add_scene("The yard", after=first)
    desk.draft(second.id).apply(Change(0, 0, "It was dark."))
    assert desk.close()
    return tmp_path / "book"


@pytest.fixture
def desk(place):
    desk = Desk.open(place)
    yield desk
    desk.close()


def state(desk: Desk) -> list[tuple[str, object, object]]:
    """Every scene's text with its spans, in the order of the binder."""
    kept = desk.folder.outline.kept
    return [(e.title, desk.text(e.id), tuple(desk.replay.scene(e.id).text.spans())) for e in kept]


def reopened(desk: Desk, place) -> list[tuple[str, object, object]]:
    assert desk.close()
    again = Desk.open(place)
    try:
        assert not again.notices
        return state(again)
    finally:
        again.close()


def runs(desk: Desk, *scenes: str) -> list[tuple[str, Origin, str | None]]:
    """The pieces of scenes' texts, one after another, with whose they are."""
    found = []
    for scene in scenes:
        text = desk.replay.scene(scene).text
        found += [(text.slice(s.start, s.end), s.origin, s.source.ref) for s in text.spans()]
    return found


def ids(desk: Desk) -> list[str]:
    return [entry.id for entry in desk.folder.outline.scenes]


@pytest.mark.parametrize("at", [0, 4, len(TIDE), len(TIDE) + 7, len(TIDE + SHOWN), len(TIDE + SHOWN) + 1, 1000])
def test_a_divided_scene_keeps_whose_every_character_is(desk, place, at):
    first = ids(desk)[0]
    whole = desk.text(first)
    spans = [(s.origin, s.source.ref) for s in desk.replay.scene(first).text.spans() for _ in range(s.start, s.end)]
    entry = desk.arranging.split(first, at, "The tide, continued")
    assert desk.text(first) + desk.text(entry.id) == whole
    assert len(desk.text(first)) == min(at, len(whole))
    parts = [desk.replay.scene(scene).text for scene in (first, entry.id)]
    assert [(s.origin, s.source.ref) for t in parts for s in t.spans() for _ in range(s.start, s.end)] == spans
    assert ids(desk)[:2] == [first, entry.id]
    now = state(desk)
    assert reopened(desk, place) == now
    assert make_report(place).figures.verification.status is Status.WHOLE


def test_dividing_and_joining_put_nothing_new_into_the_manuscript(desk):
    first = ids(desk)[0]
    before = dict(desk.replay.scene(first).ever_inserted)
    new = desk.arranging.split(first, len(TIDE) + 4, "Then").id
    assert sum(desk.replay.scene(new).ever_inserted.values()) == 0
    assert desk.arranging.join([first]) == (first, len(TIDE) + 4 + 1)
    put_in = {origin: n for origin, n in desk.replay.scene(first).ever_inserted.items() if n != before[origin]}
    assert put_in == {Origin.TOOL: 1}  # the end of the paragraph between them


def test_joined_scenes_meet_at_a_paragraph_and_the_others_lie_in_the_bin(desk, place):
    first, second = ids(desk)
    assert desk.arranging.join([first]) == (first, len(TIDE + SHOWN + GULLS) + 1)
    assert desk.text(first) == TIDE + SHOWN + GULLS + "\nIt was dark."
    assert runs(desk, first)[-2:] == [("\n", Origin.TOOL, "spacing"), ("It was dark.", Origin.TYPED, None)]
    assert [entry.id for entry in desk.folder.outline.bin] == [second]
    now = state(desk)
    assert reopened(desk, place) == now


def test_dividing_and_joining_are_taken_back_and_made_again_with_every_span(desk, place):
    states = [state(desk)]
    first = ids(desk)[0]
    third = desk.arranging.split(first, len(TIDE) + 9, "Then").id
    states.append(state(desk))
    desk.arranging.join([third, ids(desk)[2]])
    states.append(state(desk))
    for expected in (states[1], states[0]):
        assert desk.arranging.undo()
        assert state(desk) == expected
    assert not desk.folder.outline.bin  # the scene that was made holds no words, and is gone again
    for expected in states[1:]:
        assert desk.arranging.redo()
        assert state(desk) == expected
    assert not desk.arranging.redo()
    assert reopened(desk, place) == states[2]


def test_what_was_written_since_is_not_taken_back_with_it(desk):
    first = ids(desk)[0]
    new = desk.arranging.split(first, 4, "Then").id
    assert desk.arranging.carried_last(new)
    desk.draft(new).apply(Change(0, 0, "And then "))
    assert not desk.arranging.carried_last(new)
    before = state(desk)
    with pytest.raises(DeskError, match="written in since"):
        desk.arranging.undo()
    assert state(desk) == before
    desk.draft(first).undo()  # the page's own undo gives a copy, and loses nothing
    assert desk.text(first) == TIDE + SHOWN + GULLS


@pytest.mark.parametrize("what", ["no next", "one in the bin", "nothing", "scene and note"])
def test_what_cannot_be_joined_stays(desk, what):
    first, second = ids(desk)
    note = desk.add_note("A note").id
    desk.arranging.bin([second])
    before = state(desk)
    wrong = {"no next": [first], "one in the bin": [first, second], "nothing": [], "scene and note": [first, note]}
    with pytest.raises(DeskError, match="join"):
        desk.arranging.join(wrong[what])
    assert state(desk) == before
    with pytest.raises(DeskError, match="put it back first"):
        desk.arranging.split(second, 3, "x")


def test_a_sign_of_two_units_is_never_torn(desk):
    scene = desk.add_scene("Emoji")
    desk.draft(scene.id).apply(Change(0, 0, "a😀b"))
    new = desk.arranging.split(scene.id, 2, "Then")
    assert (desk.text(scene.id), desk.text(new.id)) == ("a", "😀b")


def test_a_note_is_divided_into_notes(desk):
    note = desk.add_note("A note")
    desk.draft(note.id).apply(Change(0, 0, "One. Two."))
    new = desk.arranging.split(note.id, 5, "More")
    assert [one.id for one in desk.folder.outline.note] == [note.id, new.id]
    assert new.file == "notes/More.md"


def test_a_space_that_does_not_break_stays_in_a_title(desk):
    scene = desk.folder.outline.scenes[0].id
    desk.rename(scene, "  Dr.\u00a0Quill \t comes\nin ")
    assert desk.entry(scene).title == "Dr.\u00a0Quill comes in"


def test_files_follow_titles_and_places_and_come_back(desk, place):
    first, second = ids(desk)
    desk.settle()
    files = lambda: sorted(str(p.relative_to(place)) for p in place.glob("*/*.md"))  # noqa: E731
    assert files() == ["scenes/The tide.md", "scenes/The yard.md"]
    desk.rename(second, "The boat/yard?")
    desk.arranging.bin([first])
    assert files() == ["bin/The tide.md", "scenes/The boat yard.md"]
    assert (place / "bin/The tide.md").read_text("utf-8") == TIDE + SHOWN + GULLS
    desk.arranging.undo()
    desk.arranging.undo()
    assert files() == ["scenes/The tide.md", "scenes/The yard.md"]
    assert not desk.settle() or reopened(desk, place)


def test_a_name_that_the_author_gave_a_file_is_kept(place):
    toml = place / "manuscript.toml"
    (place / "scenes/The tide.md").rename(place / "scenes/draft-b.md")
    toml.write_text(toml.read_text("utf-8").replace("scenes/The tide.md", "scenes/draft-b.md"), "utf-8")
    desk = Desk.open(place)
    desk.rename(ids(desk)[0], "Ebb")
    assert desk.folder.outline.scenes[0].file == "scenes/draft-b.md"
    desk.close()


def test_what_is_in_the_bin_is_written_and_read_and_stands_in_no_report(desk, place):
    first, second = ids(desk)
    desk.arranging.bin([first])
    desk.draft(first).apply(Change(0, 0, "Still "))
    assert line(desk.folder.outline).endswith(f"{first}<{desk.folder.outline.chapter[0].id}")
    assert desk.close()
    figures = make_report(place).figures
    assert [scene.id for scene in figures.scenes] == [second]
    assert figures.growth[-1].units.typed == figures.totals.units.typed
    again = Desk.open(place)
    assert again.text(first).startswith("Still The tide")
    again.arranging.restore([first])
    assert ids(again) == [first, second]
    again.close()


def test_emptying_the_bin_can_be_taken_back_even_if_the_files_are_gone(desk, place):
    first = ids(desk)[0]
    desk.arranging.bin([first])
    [file] = desk.arranging.empty_bin()
    file.unlink()
    assert first not in desk.folder.outline.by_id
    desk.arranging.undo()
    desk.arranging.undo()
    now = state(desk)
    assert now[0][1] == TIDE + SHOWN + GULLS
    assert reopened(desk, place) == now
    assert (place / "scenes/The tide.md").read_text("utf-8") == TIDE + SHOWN + GULLS


def test_the_disk_refuses_and_nothing_has_changed(desk, place, monkeypatch):
    first, second = ids(desk)
    before, files = desk.folder.outline, sorted(place.glob("*/*.md"))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("firsthand.manuscript.folder.replace_file", full)
    for act in (
        lambda order: order.split(first, 3, "x"),
        lambda order: order.join([first, second]),
        lambda order: order.bin([first]),
        lambda order: order.rename(first, "Other"),
    ):
        with pytest.raises(DeskError, match="No space left"):
            act(desk.arranging)
        assert desk.folder.outline == before
    monkeypatch.undo()
    assert sorted(place.glob("*/*.md")) == files
    assert desk.text(first) == TIDE + SHOWN + GULLS


def test_a_second_window_changes_no_order(place, desk):
    second = Desk.open(place)
    with pytest.raises(DeskError, match="reading only"):
        second.rename(ids(second)[0], "Other")
    second.close()


def test_statuses_and_labels_are_kept(desk, place):
    first, second = ids(desk)
    desk.arranging.add_label("Ada", "blue", [first])
    desk.arranging.mark([first, second], status="half “done”")
    assert desk.close()
    data = tomllib.loads((place / "manuscript.toml").read_text("utf-8"))
    assert data["label"] == [{"name": "Ada", "colour": "blue"}]
    again = Desk.open(place)
    assert [(e.status, e.label) for e in again.folder.outline.scenes] == [("half “done”", "Ada"), ("half “done”", "")]
    again.close()
