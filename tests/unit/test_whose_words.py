"""What is known of the words at a place: who, when, and how many of them were since replaced."""

from pathlib import Path

import pytest

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.draft import Cause
from firsthand.desk.session import Desk
from firsthand.desk.whose_words import model_passages
from firsthand.history import Said
from firsthand.provenance import Change, Origin

SHOWN = "He closed the hatch and listened. The clock went on without him, as clocks do."


@pytest.fixture
def desk(tmp_path: Path):
    made = Desk.create(tmp_path / "novel", "Novel")
    yield made
    made.close()


def scene_of(desk: Desk) -> str:
    return desk.folder.outline.scenes[0].id


def suggest(desk: Desk, at: int, text: str = SHOWN, part: tuple[int, int] | None = None, name: str = "r.1") -> None:
    suggestion = Suggestion(name, name.split(".")[0], Purpose.CONTINUE, "plain", text, 1.0, "SmolLM2")
    desk.suggesting.shown(suggestion)
    desk.suggesting.insert(suggestion, scene_of(desk), at, part=part)


def test_an_empty_scene_has_none(desk: Desk) -> None:
    assert desk.passage(scene_of(desk), 0) is None


def test_typed_words_are_the_authors(desk: Desk) -> None:
    desk.draft(scene_of(desk)).apply(Change(0, 0, "The ferry was late."), Cause.TYPE)
    for place in (0, 7, 19, 400):
        found = desk.passage(scene_of(desk), place)
        assert found is not None
        assert (found.origin, found.stands_in, found.start, found.end) == (Origin.TYPED, False, 0, 19)


def test_a_suggestion_tells_its_model_and_what_was_replaced(desk: Desk) -> None:
    suggest(desk, 0)
    draft = desk.draft(scene_of(desk))
    found = desk.passage(scene_of(desk), 5)
    assert found is not None
    assert (found.origin, found.model, found.words, found.replaced) == (Origin.MODEL, "SmolLM2", 15, 0)
    assert found.when is not None
    at = draft.text.text.index("without him")
    draft.apply(Change(at, len("without him"), "regardless"), Cause.TYPE)
    draft.apply(Change(at + len("regardless, as "), len("clocks"), "ferries"), Cause.TYPE)
    found = desk.passage(scene_of(desk), 5)
    assert found is not None
    assert (found.words, found.replaced) == (15, 3)
    stand_in = desk.passage(scene_of(desk), at + 2)
    assert stand_in is not None
    assert (stand_in.origin, stand_in.stands_in, stand_in.model) == (Origin.TYPED, True, "SmolLM2")


def test_a_part_of_a_suggestion_counts_its_own_words_alone(desk: Desk) -> None:
    suggest(desk, 0, part=(0, 33))
    found = desk.passage(scene_of(desk), 2)
    assert found is not None
    assert (found.words, found.replaced) == (6, 0)


def test_words_moved_into_another_scene_are_not_replaced(desk: Desk) -> None:
    suggest(desk, 0)
    other = desk.add_scene("Other").id
    draft = desk.draft(scene_of(desk))
    runs, text = draft.text.runs(33, 78), draft.text.slice(33, 78)
    draft.apply(Change(33, 45, ""), Cause.MOVE)
    desk.draft(other).apply(Change(0, 0, text, runs), Cause.MOVE)
    found = desk.passage(scene_of(desk), 2)
    assert found is not None
    assert (found.words, found.replaced) == (15, 0)


def test_a_paste_tells_how_many_words_stand_and_what_the_author_says(desk: Desk) -> None:
    draft = desk.draft(scene_of(desk))
    draft.bring(0, 0, "Six words from a web page.", Cause.PASTE)
    found = desk.passage(scene_of(desk), 3)
    assert found is not None
    assert (found.origin, found.words, found.said) == (Origin.PASTED, 6, None)
    assert found.when is not None
    desk.declaring.declare(found.ref, Said.QUOTATION)
    found = desk.passage(scene_of(desk), 3)
    assert found is not None
    assert found.said is Said.QUOTATION


def test_what_is_told_is_the_same_after_another_start(desk: Desk, tmp_path: Path) -> None:
    suggest(desk, 0)
    desk.draft(scene_of(desk)).apply(Change(3, 6, "shut"), Cause.TYPE)
    desk.draft(scene_of(desk)).bring(0, 0, "Pasted words here. ", Cause.PASTE)
    places = range(0, 60, 3)
    before = [desk.passage(scene_of(desk), place) for place in places]
    desk.close()
    again = Desk.open(tmp_path / "novel")
    try:
        assert [again.passage(scene_of(again), place) for place in places] == before
    finally:
        again.close()


def test_passages_of_a_model_are_one_across_what_was_put_into_them(desk: Desk) -> None:
    draft = desk.draft(scene_of(desk))
    draft.apply(Change(0, 0, "Typed before. "), Cause.TYPE)
    suggest(desk, 14)
    draft.apply(Change(20, 3, "ten"), Cause.TYPE)
    end = len(draft.text)
    draft.apply(Change(end, 0, "\n" + "Typed behind. " * 20), Cause.TYPE)
    suggest(desk, len(draft.text), "Another thing.", name="q.1")
    found = list(model_passages(draft.text))
    assert [draft.text.slice(a, b)[:8] for a, b in found] == ["He clo" + draft.text.slice(20, 22), "Another "]
    assert found[0][1] == end
