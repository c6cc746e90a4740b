"""The figures of a report: what they count, and that they add up."""

import hashlib
import json
from collections.abc import Callable

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.history import Cause, Changed, Fate
from firsthand.provenance import Change, Origin, Source
from firsthand.provenance.units import to_units
from firsthand.report import Figures, schema, to_json
from firsthand.report.amounts import Words
from firsthand.report.figures import Fates, PassageWords
from firsthand.report.shares import percent
from firsthand.resources import resource
from tests.golden.report import cases
from tests.golden.report.cases import LOCKED, Case

ALL_CASES = [
    cases.empty,
    cases.typed_only,
    cases.imported_only,
    cases.mixed,
    cases.everything,
    cases.hostile,
    lambda: cases.long(30),
]


def passage_case(text: str = LOCKED) -> Case:
    """A scene whose first sentence is the author's and whose second is a suggestion."""
    case = Case()
    case.scene("s", "Scene")
    case.scene("other", "Another")
    case.put("s", "Before it. ")
    case.ask("r", "s")
    case.show("x", "r", text)
    case.insert("s", "x")
    return case


# ---- Everything adds up, in every case


@pytest.mark.parametrize("make", ALL_CASES)
def test_totals_are_the_sums_over_the_scenes(make: Callable[[], Case]):
    figures = make().figures()
    for name in ("units", "words", "ever_inserted"):
        parts = [msgspec.to_builtins(getattr(scene, name)) for scene in figures.scenes]
        total = msgspec.to_builtins(getattr(figures.totals, name))
        assert total == {key: sum(part[key] for part in parts) for key in total}
    assert figures.totals.revised_words == sum(scene.revised_words for scene in figures.scenes)
    assert figures.totals.words.total == sum(
        n for key, n in msgspec.to_builtins(figures.totals.words).items() if key != "total"
    )


@pytest.mark.parametrize("make", ALL_CASES)
def test_spans_tile_the_text_and_hold_the_units(make: Callable[[], Case]):
    case = make()
    for scene in case.figures().scenes:
        counts = dict.fromkeys(Origin, 0)
        at, before = 0, None
        for start, end, origin, suggestion in scene.spans:
            assert start == at < end
            assert (origin, suggestion) != before
            assert suggestion is None or origin in (Origin.MODEL, Origin.RETYPED)
            counts[origin] += end - start
            at, before = end, (origin, suggestion)
        assert at == len(to_units(case.text(scene.id)))
        assert counts == msgspec.to_builtins(scene.units)


@pytest.mark.parametrize("make", ALL_CASES)
def test_passages_lie_in_the_text_and_their_words_add_up(make: Callable[[], Case]):
    case = make()
    for scene in case.figures().scenes:
        model = [(start, end, ref) for start, end, origin, ref in scene.spans if origin is Origin.MODEL]
        assert sorted((*r, p.suggestion) for p in scene.passages for r in p.now) == sorted(model)
        for p in scene.passages:
            w = p.words
            assert w.brought == w.kept + w.replaced + w.moved + w.deleted
            assert min(w.kept, w.replaced, w.moved, w.deleted) >= 0
        assert scene.revised_words <= scene.words.typed


@pytest.mark.parametrize("make", ALL_CASES)
def test_the_hash_is_of_the_text_as_utf_8(make: Callable[[], Case]):
    case = make()
    for scene in case.figures().scenes:
        text = case.text(scene.id).encode("utf-8", "surrogatepass")
        assert scene.text_sha256 == hashlib.sha256(text).hexdigest()


@pytest.mark.parametrize("make", ALL_CASES)
def test_measuring_changes_nothing(make: Callable[[], Case]):
    case = make()
    first = case.figures()
    assert case.figures() == first


# ---- Passages


@pytest.mark.parametrize(
    ("act", "words", "revised"),
    [
        (lambda c: None, PassageWords(18, 18, 0, 0, 0), 0),
        (lambda c: c.rewrite("s", "Friday", "the morning of the burial"), PassageWords(18, 17, 1, 0, 0), 5),
        (lambda c: c.rewrite("s", "the ink still", "it"), PassageWords(18, 15, 1, 0, 2), 1),
        (lambda c: c.rewrite("s", "still ", ""), PassageWords(18, 17, 0, 0, 1), 0),
        (lambda c: c.rewrite("s", LOCKED, "Nobody came."), PassageWords(18, 0, 0, 0, 18), 0),
        (lambda c: c.rewrite("s", "Friday", "Frid"), PassageWords(18, 17, 1, 0, 0), 1),
        (lambda c: c.rewrite("s", "locked", "locked up"), PassageWords(18, 17, 1, 0, 0), 2),
        (lambda c: c.rewrite("s", "urned", "hrew"), PassageWords(18, 17, 0, 0, 1), 0),
        (lambda c: c.move("though the house", "s", "other"), PassageWords(18, 15, 0, 3, 0), 0),
        (lambda c: c.insert("s", "x"), PassageWords(18, 18, 0, 0, 0), 0),
    ],
    ids=["untouched", "replaced", "shortened", "cut", "rewritten", "same", "widened", "mixed", "moved", "twice"],
)
def test_what_became_of_a_passage(act, words, revised):
    case = passage_case()
    act(case)
    scene = case.figures().scenes[0]
    assert [p.words for p in scene.passages] == [words]
    assert scene.revised_words == revised


def test_a_part_of_a_suggestion_is_told_by_its_offsets():
    case = passage_case("One. Two three. Four.")
    case.rewrite("s", "One. Two three. Four.", "")
    case.insert("s", "x", 5, 15)
    case.show("y", "r", "Ä 😀 b. Last words.")
    case.insert("other", "y", 8)
    first, second = (scene.passages for scene in case.figures().scenes)
    assert [(p.inserted, p.text) for p in first] == [(((0, 21),), "One. Two three. Four.")]
    assert [(p.inserted, p.text) for p in second] == [(((8, 19),), "Last words.")]


def test_a_moved_passage_is_listed_in_both_scenes():
    case = passage_case()
    case.move("though the house", "s", "other")
    came = case.figures().scenes[1].passages
    assert [(p.came_from, p.inserted, p.text, p.now) for p in came] == [
        ("s", ((49, 65),), "though the house", ((0, 16),))
    ]
    assert came[0].words == PassageWords(3, 3, 0, 0, 0)


def test_a_passage_knows_what_was_asked_and_when():
    case = cases.mixed()
    first = case.figures().scenes[1].passages[0]
    assert (first.label, first.model, first.purpose) == ("colder, shorter sentences", "SmolLM2-135M", "continue")
    assert first.when == "2026-04-21T09:11:00.000Z"


def test_a_suggestion_that_the_record_does_not_hold_is_listed_without_words_it_may_have_lost():
    case = Case()
    case.scene("s", "Scene")
    case.change("s", Change(0, 0, "Two words.", Source(Origin.MODEL, "lost")), Cause.SUGGESTION)
    case.rewrite("s", "words", "")
    (passage,) = case.figures().scenes[0].passages
    assert (passage.text, passage.model, passage.purpose) == ("", "", "unknown")
    assert passage.words == PassageWords(1, 1, 0, 0, 0)
    assert case.figures().suggestions.inserted == case.figures().suggestions.shown == 1


@given(st.data())
def test_a_human_rewrite_takes_the_words_it_replaced_out_of_the_models_count(data):
    """Law 8: and the passage stays listed."""
    suggested = LOCKED.split()
    first = data.draw(st.integers(0, len(suggested) - 1))
    last = data.draw(st.integers(first + 1, len(suggested)))
    typed = data.draw(st.lists(st.sampled_from(["salt", "ledger", "harbour"]), max_size=12))
    case = passage_case(LOCKED)
    case.rewrite("s", " ".join(suggested[first:last]), " ".join(typed))
    scene = case.figures().scenes[0]
    assert scene.words.model == len(suggested) - (last - first)
    assert scene.words.typed == 2 + len(typed)
    (passage,) = scene.passages
    assert passage.words.kept == scene.words.model
    assert passage.words.replaced <= min(len(typed), last - first)
    assert passage.words.brought == len(suggested)


# ---- Suggestions and their fates


@pytest.mark.parametrize(
    ("fates", "inserted", "expected"),
    [
        ([], False, "undecided"),
        ([Fate.SET_ASIDE], False, "set_aside"),
        ([Fate.NOTE], False, "notes"),
        ([Fate.SET_ASIDE, Fate.NOTE], False, "notes"),
        ([Fate.NOTE, Fate.SET_ASIDE], False, "notes"),
        ([Fate.INSERTED], False, "inserted"),
        ([Fate.SET_ASIDE], True, "inserted"),
    ],
)
def test_each_suggestion_has_one_fate(fates, inserted, expected):
    case = Case()
    case.scene("s", "Scene")
    case.ask("r", "s", "what-if")
    case.show("x", "r", "Something.")
    for fate in fates:
        case.decide("x", fate)
    if inserted:
        case.insert("s", "x")
    counts = {**dict.fromkeys(Fates.__struct_fields__, 0), "asked": 1, "shown": 1, expected: 1}
    figures = case.figures()
    assert msgspec.to_builtins(figures.scenes[0].suggestions) == counts
    assert msgspec.to_builtins(figures.suggestions.by_purpose) == {"what-if": counts}
    assert getattr(figures.suggestions, expected) == 1


def test_a_request_that_left_no_text_is_counted():
    case = Case()
    case.scene("s", "Scene")
    case.ask("r", "s")
    assert case.figures().suggestions.asked == case.figures().scenes[0].suggestions.asked == 1
    assert case.figures().suggestions.shown == 0


@pytest.mark.parametrize("make", ALL_CASES)
def test_fates_add_up(make: Callable[[], Case]):
    found = make().figures()
    for f in (found.suggestions, *found.suggestions.by_purpose.values(), *(s.suggestions for s in found.scenes)):
        assert f.shown == f.inserted + f.notes + f.set_aside + f.undecided


# ---- Measures


def test_surviving_and_ever_inserted_differ_by_what_was_taken_out():
    case = passage_case("Model words here.")
    case.rewrite("s", "Model words here.", "mine")
    totals = case.figures().totals
    assert (totals.units.typed, totals.units.model) == (15, 0)
    assert (totals.ever_inserted.typed, totals.ever_inserted.model) == (15, 17)
    assert totals.model_share_of_final == 0
    assert totals.model_share_of_ever_inserted == round(17 / 32, 6)
    assert totals.typed_share_of_written == round(15 / 32, 6)


def test_undo_puts_nothing_in():
    case = Case()
    case.scene("s", "Scene")
    case.put("s", "Once.")
    case.change("s", Change(0, 5, ""), Cause.UNDO)
    case.change("s", Change(0, 0, "Once."), Cause.REDO)
    assert case.figures().totals.ever_inserted.typed == 5


def test_shares_of_nothing_are_not_zero():
    totals = cases.empty().figures().totals
    shares = (totals.model_share_of_final, totals.model_share_of_ever_inserted, totals.typed_share_of_written)
    assert shares == (None, None, None)


def test_a_scene_that_is_gone_is_told_apart():
    case = cases.typed_only()
    case.put("gone", "Nobody reads this.")
    removed = case.figures().removed
    assert (removed.scenes, removed.ever_inserted.typed, removed.ever_inserted_total) == (1, 18, 18)
    assert case.figures().totals == cases.typed_only().figures().totals


def test_a_record_that_does_not_fit_its_text_is_named():
    case = cases.typed_only()
    case.take(lambda t: Changed("s1", t, 100_000, 5, ""))
    assert list(case.figures().verification.misfits) == ["s1"]


def words_of(**counts: int) -> Words:
    parts = {name: counts.get(name, 0) for name in Words.__struct_fields__ if name != "total"}
    return Words(**parts, total=sum(counts.values()))


@pytest.mark.parametrize(
    ("words", "revised", "expected"),
    [
        ({}, 0, {}),
        ({"typed": 7}, 0, {"typed": 100.0}),
        ({"typed": 2, "model": 1}, 0, {"typed": 66.7, "model": 33.3}),
        ({"typed": 1, "model": 1, "pasted": 1}, 0, {"typed": 33.4, "model": 33.3, "pasted": 33.3}),
        ({"typed": 61_203, "model": 1}, 0, {"typed": 99.9, "model": 0.1}),
        ({"typed": 61_204, "model": 2}, 1, {"typed": 99.9, "revised": 0.1, "model": 0.1}),
        ({"typed": 3, "model": 3}, 3, {"typed": 50.0, "revised": 50.0, "model": 50.0}),
    ],
)
def test_percents_add_up_and_hide_nothing(words, revised, expected):
    found = msgspec.to_builtins(percent(words_of(**words), revised))
    assert {name: share for name, share in found.items() if share} == expected


@given(st.lists(st.integers(0, 10**6), min_size=8, max_size=8), st.data())
def test_percents_of_any_words(counts, data):
    words = Words(**dict(zip(Words.__struct_fields__, [*counts, sum(counts)], strict=True)))
    revised = data.draw(st.integers(0, words.typed))
    found = msgspec.to_builtins(percent(words, revised))
    in_place = found.pop("revised")
    assert round(sum(found.values()), 1) == (100 if words.total else 0)
    assert all((found[name] > 0) == (n > 0) for name, n in msgspec.to_builtins(words).items() if name != "total")
    assert 0 <= in_place <= found["typed"]
    if words.total:
        exact = {name: 100 * getattr(words, name) / words.total for name in found}
        assert all(abs(found[name] - exact[name]) < 0.9 for name in found)


# ---- JSON


@pytest.mark.parametrize("make", ALL_CASES)
def test_the_json_is_what_the_schema_says(make: Callable[[], Case]):
    found = json.loads(to_json(make().figures()))
    shipped = json.loads(resource("report", "report-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(shipped).validate(found)
    assert found["schema"] == "firsthand/report/1"


def test_the_shipped_schema_is_that_of_the_figures():
    """After a change: ``python -m tests.golden.report.renew``."""
    assert json.loads(resource("report", "report-1.schema.json").read_text(encoding="utf-8")) == schema()


def test_the_schema_leaves_nothing_open():
    jsonschema.Draft202012Validator.check_schema(schema())
    for name, part in schema()["$defs"].items():
        if part.get("type") == "object":
            assert part["additionalProperties"] is False, name
            assert sorted(part["required"]) == sorted(part["properties"]), name


@pytest.mark.parametrize("make", ALL_CASES)
def test_the_json_reads_back_as_the_same_figures(make: Callable[[], Case]):
    figures = make().figures()
    assert msgspec.convert(json.loads(to_json(figures)), Figures) == figures


def test_the_json_names_every_origin():
    totals = json.loads(to_json(cases.empty().figures()))["totals"]
    assert list(totals["units"]) == list(totals["ever_inserted"]) == [str(origin) for origin in Origin]
    assert list(totals["words"]) == [*(str(origin) for origin in Origin), "mixed", "total"]


def test_a_lone_surrogate_does_not_stop_the_json():
    case = passage_case("half \ud83d of it")
    assert "\\ud83d" in to_json(case.figures()).decode()
