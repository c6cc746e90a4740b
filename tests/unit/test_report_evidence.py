"""What was found and what the author says, in the figures of a report and in its words."""

from collections.abc import Callable

import msgspec
import pytest

from firsthand.history import Cause, Said
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source
from firsthand.report import Evidence, Figures, render_page
from firsthand.report.amounts import SaidWords, Words
from firsthand.report.apart import found_by, not_said, source_name, source_said
from firsthand.report.figures import Declared, Found, FoundTotal, Passage, PassageWords
from firsthand.report.sentences import lead, record_notes, statement, subtitle
from firsthand.report.shares import percent, said_percent
from firsthand.report.told_passages import origin_of
from tests.golden.report import cases
from tests.golden.report.cases import Case

SHOWN = "The tide had left its wallet on the step and nobody dared to open it."
TYPED = "The tide had left its wallet on the step"


def shown_case() -> Case:
    """A scene of the author's, to which a suggestion was shown and not inserted."""
    case = Case()
    case.scene("s", "Scene")
    case.scene("other", "Another")
    case.put("s", "Before it. ")
    case.ask("r", "s")
    case.show("x", "r", SHOWN, "later")
    return case


def retyped() -> Case:
    case = shown_case()
    case.put("s", TYPED + ", she saw.")
    case.find_shown("s", TYPED, "x", Rule.RETYPED)
    return case


def aligned() -> Case:
    case = shown_case()
    case.put("s", "The tide had left a purse on the step and nobody dared to open it.")
    for words in ("The tide had left ", " on the step and nobody dared to open it."):
        case.find_shown("s", words, "x", Rule.ALIGNED)
    return case


def pasted_again() -> Case:
    case = shown_case()
    case.paste("s", SHOWN, "paste:1")
    case.find_shown("s", SHOWN, "x", Rule.SHOWN, "paste:1")
    return case


def moved() -> Case:
    """A paste of what had been deleted: a part of a suggestion among the author's words."""
    case = shown_case()
    case.insert("s", "x", 0, 9)
    case.rewrite("s", "it. The tide ", "")
    case.paste("other", "it. The tide ", "paste:1")
    finding = Finding(Rule.MOVED, Origin.PASTED, "paste:1")
    typed, model = Source(Origin.TYPED, None, finding), Source(Origin.MODEL, "x", finding)
    case.find("other", "it. The tide ", Run(4, typed), Run(9, model))
    return case


def said(*statements: Said) -> Case:
    """A scene with eight pasted words, of which the author says one thing after the other."""
    case = Case()
    case.scene("s", "Scene")
    case.put("s", "Two words. ")
    case.paste("s", "The room smelled of wet wool and varnish. ", "paste:1")
    for one in statements:
        case.say("paste:1", one)
    return case


def parts(numbers: msgspec.Struct) -> dict[str, int]:
    return {name: n for name, n in msgspec.to_builtins(numbers).items() if n}


# ---- With findings, and without


@pytest.mark.parametrize(
    ("make", "found", "observed"),
    [
        (retyped, {"typed": 4, "retyped": 9, "total": 13}, {"typed": 13, "total": 13}),
        (aligned, {"typed": 4, "retyped": 13, "total": 17}, {"typed": 17, "total": 17}),
        (pasted_again, {"typed": 2, "model": 15, "total": 17}, {"typed": 2, "pasted": 15, "total": 17}),
        (moved, {"typed": 2, "model": 2, "total": 4}, {"typed": 1, "pasted": 3, "total": 4}),
    ],
)
def test_words_with_findings_and_without(make: Callable[[], Case], found, observed):
    case = make()
    assert parts(case.figures().totals.words) == found
    assert parts(case.figures(Evidence.NONE).totals.words) == observed


@pytest.mark.parametrize(
    ("make", "found", "observed"),
    [
        (retyped, {"typed": 21, "retyped": 40}, {"typed": 61}),
        (pasted_again, {"typed": 11, "model": 69}, {"typed": 11, "pasted": 69}),
        (moved, {"typed": 11, "model": 9}, {"typed": 11, "model": 9, "pasted": 13}),
    ],
)
def test_ever_inserted_with_findings_and_without(make: Callable[[], Case], found, observed):
    case = make()
    assert parts(case.figures().totals.ever_inserted) == found
    assert parts(case.figures(Evidence.NONE).totals.ever_inserted) == observed


def test_retyped_words_stand_on_the_models_side():
    totals = retyped().figures().totals
    assert totals.model_share_of_final == round(40 / 61, 6)
    assert totals.model_share_of_ever_inserted == round(40 / 61, 6)
    assert totals.typed_share_of_written == round(21 / 61, 6)


def test_without_findings_nothing_found_is_left():
    case = cases.everything()
    plain = case.figures(Evidence.NONE)
    assert (plain.findings.each, plain.findings.totals) == ((), ())
    assert {how for scene in plain.scenes for p in scene.passages for how in p.how} == {"inserted"}
    assert [scene.retyped for scene in plain.scenes] == [(), (), (), ()]
    assert plain.totals.ever_inserted.retyped == plain.suggestions.retyped == plain.suggestions.standing_retyped == 0
    assert plain.growth[-1].units == plain.totals.units
    assert case.figures().growth[-1].units == case.figures().totals.units


def test_a_report_without_findings_says_so():
    figures = retyped().figures(Evidence.NONE)
    assert subtitle(figures).endswith(" · findings left out")
    assert "Findings are left out: every figure is what the program saw." in statement(figures)
    assert "findings left out" not in subtitle(retyped().figures())


# ---- Findings, one by one


@pytest.mark.parametrize(
    ("make", "each"),
    [
        (retyped, Found("s", 11, 51, Rule.RETYPED, Origin.TYPED, (Origin.RETYPED,), "x", 9, 9, 40)),
        (aligned, Found("s", 11, 77, Rule.ALIGNED, Origin.TYPED, (Origin.RETYPED,), "x", 13, 15, 59)),
        (pasted_again, Found("s", 11, 80, Rule.SHOWN, Origin.PASTED, (Origin.MODEL,), "x", 15, 15, 69)),
        (moved, Found("other", 0, 13, Rule.MOVED, Origin.PASTED, (Origin.MODEL, Origin.TYPED), None, 3, 3, 13)),
    ],
)
def test_a_finding_is_one_stretch(make: Callable[[], Case], each):
    found = make().figures().findings
    assert found.each == (each,)
    assert found.totals == (FoundTotal(each.rule, each.observed, 1, each.words, each.units),)


def test_stretches_of_a_suggestion_that_do_not_go_on_are_apart():
    case = retyped()
    case.put("s", " And " + TYPED)
    case.find_shown("s", TYPED, "x", Rule.RETYPED)
    (total,) = case.figures().findings.totals
    assert (total.stretches, total.words) == (2, 18)


def test_words_found_by_one_rule_after_the_other_are_one_stretch():
    """While the author types, five rare words are found first, and then eight in a row."""
    case = shown_case()
    case.put("s", TYPED)
    case.find_shown("s", "The tide had left its wallet", "x", Rule.RARE)
    case.find_shown("s", " on the step", "x", Rule.RETYPED)
    (one,) = case.figures().findings.each
    assert (one.rule, one.words, one.of_words) == (Rule.RETYPED, 9, 9)
    (passage,) = case.figures().scenes[0].retyped
    assert (passage.how, found_by(passage, [one])) == (("rare", "retyped"), "Found by a rule: 9 words in a row")


def test_findings_are_summed_by_rule_in_the_order_of_the_rules():
    found = cases.everything().figures().findings
    assert [t.rule for t in found.totals] == ["moved", "shown", "retyped", "rare", "aligned"]
    assert sum(t.stretches for t in found.totals) == len(found.each)
    assert sum(t.units for t in found.totals) == sum(one.units for one in found.each)


# ---- Passages


def passages(figures: Figures) -> list[Passage]:
    return [p for scene in figures.scenes for p in (*scene.passages, *scene.retyped)]


def test_a_retyped_passage_is_listed_with_its_suggestion():
    (passage,) = retyped().figures().scenes[0].retyped
    assert (passage.suggestion, passage.origin, passage.how) == ("x", "retyped", ("retyped",))
    assert (passage.text, passage.inserted, passage.now) == (TYPED, ((0, 40),), ((11, 51),))
    assert (passage.shown, passage.when) == ("2026-03-03T09:03:00.000Z", "2026-03-03T09:05:00.000Z")
    assert passage.words == PassageWords(9, 9, 0, 0, 0)


def test_a_passage_typed_again_with_changes_shows_what_was_changed():
    (passage,) = aligned().figures().scenes[0].retyped
    assert passage.text == SHOWN
    assert passage.words == PassageWords(13, 13, 0, 0, 0)


def test_a_retyped_passage_stays_listed_when_it_is_gone():
    case = retyped()
    case.rewrite("s", TYPED, "The sea")
    (passage,) = case.figures().scenes[0].retyped
    assert (passage.now, passage.words) == ((), PassageWords(9, 0, 0, 0, 9))
    assert case.figures().suggestions.retyped == 1
    assert case.figures().suggestions.standing_retyped == 0


def test_typing_a_suggestion_again_does_not_decide_its_fate():
    found = retyped().figures().suggestions
    assert (found.retyped, found.inserted, found.undecided, found.standing, found.standing_retyped) == (1, 0, 1, 0, 1)


def test_a_suggestion_found_in_a_paste_counts_as_inserted_only_with_findings():
    case = pasted_again()
    assert case.figures().suggestions.inserted == 1
    assert case.figures(Evidence.NONE).suggestions.undecided == 1


@pytest.mark.parametrize(
    ("make", "came", "found"),
    [
        (
            retyped,
            "Typed by hand 3 March 2026, 09:05 UTC, shown 3 March 2026, 09:03 UTC · SmolLM2-135M · Continue, “later”",
            "Found by a rule: 9 words in a row",
        ),
        (
            aligned,
            "Typed by hand 3 March 2026, 09:05 UTC, shown 3 March 2026, 09:03 UTC · SmolLM2-135M · Continue, “later”",
            "Found by a rule: nearly the same, 13 of 15 words",
        ),
        (
            pasted_again,
            (
                "Pasted 3 March 2026, 09:05 UTC, and equal to a suggestion shown 3 March 2026, 09:03 UTC · "
                "SmolLM2-135M · Continue, “later”"
            ),
            "Found by a rule: 15 words, all that came, as they were shown",
        ),
    ],
)
def test_a_passage_says_how_it_was_found(make: Callable[[], Case], came, found):
    figures = make().figures()
    (passage,) = passages(figures)
    assert origin_of(passage, {}, figures.findings.each) == came
    assert found_by(passage, figures.findings.each) == found


def test_what_was_seen_to_be_inserted_needs_no_rule():
    case = shown_case()
    case.insert("s", "x")
    (passage,) = passages(case.figures())
    assert (passage.how, found_by(passage, ())) == (("inserted",), "")


def test_a_suggestion_of_another_manuscript_says_so():
    case = shown_case()
    case.bring("m2/r.1", "The Dry Year", "Nobody came.")
    case.put_brought("s", "m2/r.1")
    figures = case.figures()
    (passage,) = passages(figures)
    assert (passage.from_manuscript, passage.shown) == ("The Dry Year", "2026-02-11T10:00:00Z")
    assert origin_of(passage, {}).startswith("Brought 3 March 2026, 09:05 UTC from “The Dry Year”, another manuscript")
    assert (figures.suggestions.shown, figures.suggestions.inserted, figures.suggestions.brought) == (1, 0, 1)


def test_words_typed_in_another_manuscript_are_the_authors_and_named():
    case = Case()
    case.scene("s", "Scene")
    case.change("s", Change(0, 0, "So nobody looked.", Source(Origin.TYPED, "m2/")), Cause.COPY)
    figures = case.figures()
    assert figures.totals.words.typed == 3
    assert [(o.manuscript, o.title, parts(o.units)) for o in figures.other_manuscripts] == [("m2", "m2", {"typed": 17})]
    assert any("“m2”, another manuscript: 17 characters" in note for note in record_notes(figures))


# ---- What the author says


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (said, [("pasted", None, 8)]),
        (lambda: said(Said.AI), [("pasted", None, 0), ("pasted", "ai", 8)]),
        (lambda: said(Said.AI, Said.OWN), [("pasted", None, 0), ("pasted", "own", 8)]),
        (lambda: said(Said.AI, Said.NOTHING), [("pasted", None, 8)]),
    ],
    ids=["nothing", "once", "changed", "taken back"],
)
def test_the_latest_statement_stands(make: Callable[[], Case], expected):
    declared = make().figures().declared
    assert [(d.origin, d.said, d.words) for d in declared if d.origin is Origin.PASTED] == expected
    assert [d for d in declared if d.origin is not Origin.PASTED] == [
        Declared(Origin.IMPORTED, None, 0, 0),
        Declared(Origin.OUTSIDE, None, 0, 0),
    ]


def test_a_source_tells_when_it_came_and_what_was_said_when():
    (source,) = said(Said.QUOTATION).figures().declared_sources
    assert (source.ref, source.words, source.units) == ("paste:1", 8, 42)
    assert source.first_words == "The room smelled of wet wool and varnish."
    assert source_name(source, {"s": "Scene"}) == "Pasted 3 March 2026, 09:02 UTC, in “Scene”"
    assert source_said(source) == "a quotation, said 3 March 2026, 09:03 UTC"


def test_the_main_figures_stay_what_was_seen():
    silent, spoken = said().figures(), said(Said.AI).figures()
    assert spoken.totals == silent.totals
    assert spoken.totals.model_share_of_final == 0
    assert spoken.with_declared.model_share_of_final == round(42 / 53, 6)
    assert parts(spoken.with_declared.words) == {"typed": 2, "ai": 8, "total": 10}
    assert parts(silent.with_declared.words) == {"typed": 2, "not_said": 8, "total": 10}
    assert spoken.with_declared.percent.ai == 80.0


@pytest.mark.parametrize("make", [cases.empty, cases.imported_only, cases.mixed, cases.everything, said])
@pytest.mark.parametrize("evidence", Evidence)
def test_sources_add_up_to_what_came_from_elsewhere(make: Callable[[], Case], evidence):
    figures = make().figures(evidence)
    for origin in (Origin.PASTED, Origin.IMPORTED, Origin.OUTSIDE):
        for found in (figures.declared, figures.declared_sources):
            mine = [d for d in found if d.origin is origin]
            assert sum(d.words for d in mine) == getattr(figures.totals.words, origin)
            assert sum(d.units for d in mine) == getattr(figures.totals.units, origin)
    shares, seen = figures.with_declared.percent, figures.totals.percent
    assert round(sum(msgspec.structs.astuple(shares)), 1) == (100 if figures.totals.words.total else 0)
    assert (shares.typed, shares.model, shares.retyped) == (seen.typed, seen.model, seen.retyped)
    told = msgspec.to_builtins(figures.with_declared.words)
    assert told.pop("total") == sum(told.values()) == figures.totals.words.total


def test_all_that_was_said_is_named_however_little_it_is():
    counts = dict.fromkeys(SaidWords.__struct_fields__, 1) | {"typed": 100_000, "total": 100_009}
    pasted = Words(100_000, 1, 1, 5, 0, 0, 1, 1, 100_009)
    shares = msgspec.to_builtins(said_percent(SaidWords(**counts), percent(pasted, 0)))
    assert shares.pop("typed") == 99.1
    assert set(shares.values()) == {0.1}


def test_a_word_of_two_pastes_counts_for_the_one_it_begins_in():
    case = Case()
    case.scene("s", "Scene")
    case.paste("s", "One wo", "paste:1")
    case.paste("s", "rd more.", "paste:2")
    assert [(d.ref, d.words) for d in case.figures().declared_sources] == [("paste:1", 2), ("paste:2", 1)]


def test_text_that_was_found_to_be_a_models_is_no_source():
    assert pasted_again().figures().declared_sources == ()
    assert [d.ref for d in pasted_again().figures(Evidence.NONE).declared_sources] == ["paste:1"]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (said, "8 words (80.0%) were pasted; the author has not said where from."),
        (lambda: said(Said.OWN), "8 words (80.0%) were pasted; the author says: the author’s own earlier text."),
        (
            lambda: said(Said.AI),
            (
                "8 words (80.0%) were pasted; the author says: another AI tool’s text. With what the author says of "
                "it, 80.0% of its words are a model’s or another AI tool’s."
            ),
        ),
        (
            cases.everything,
            (
                "19 words (8.2%) were pasted; of these words the author says: another AI tool’s text (8) and a "
                "quotation (6); of 5 the author has not said where from."
            ),
        ),
        (retyped, "9 words (69.2%) are typed again from a model’s suggestions, in 1 passage listed above."),
    ],
)
def test_the_statement_keeps_apart_what_was_seen_found_and_said(make: Callable[[], Case], sentence):
    assert sentence in statement(make().figures())


def test_silence_is_named_and_speech_is_not_called_silence():
    assert not_said(said(Said.OWN).figures()) == []
    assert not_said(said().figures()) == ["The author has not said whose the pasted words are."]
    assert not_said(cases.everything().figures()) == [
        "The author has not said whose the rest of the pasted words and the words from another program are."
    ]
    assert "are a model’s words typed again by hand" in lead(retyped().figures())


# ---- The page


def page_of(case: Case, evidence: Evidence = Evidence.ALL) -> str:
    return render_page(case.figures(evidence), case.texts())


def test_the_page_marks_what_was_typed_again():
    assert f'<p dir="auto"><mark class="t">{TYPED}</mark>, she saw.</p>' in page_of(retyped())
    assert '<mark class="t">' not in page_of(retyped(), Evidence.NONE)


def test_what_the_author_says_is_drawn_only_where_something_was_said():
    assert '<div class="said">' not in page_of(said())
    page = page_of(said(Said.AI))
    assert '<div class="said">' in page
    assert '<i class="ai" style="width:80.0%"></i>' in page


def test_many_moves_are_counted_and_not_listed():
    case = Case()
    case.scene("s", "Scene")
    finding = Finding(Rule.MOVED, Origin.PASTED, "paste:1")
    for number in range(30):
        case.paste("s", f"Line {number} of it all. ", "paste:1")
        words = f"Line {number} of it all."
        case.find("s", words, Run(len(words), Source(Origin.TYPED, None, finding)))
    page = page_of(case)
    assert "30 moves and copies are counted here and listed in the JSON form of this report." in page
    assert "Each finding, to be checked" not in page
