"""A report from a folder: what a real sitting found and what was said in it, with findings and without."""

import json

import pytest

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.history import Cause, Said
from firsthand.provenance import Change
from firsthand.report import Evidence

SHOWN = "The tide had left its wallet on the step and nobody dared to open it before noon."
AGAIN = "The tide had left its wallet on the step"
MINE = "Ines wound both clocks of the ferry office backwards. "
QUOTED = "“Salt is the sea’s own receipt.”"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A sitting in which a suggestion was typed again, a sentence went through another program, a line was pasted."""
    place = tmp_path_factory.mktemp("book") / "book"
    desk = Desk.create(place, "A book")
    scene = desk.folder.outline.scenes[0].id
    draft = desk.draft(scene)
    type_at(draft, 0, MINE)
    request = desk.suggesting.compose(scene, len(MINE), Purpose.CONTINUE)
    desk.suggesting.asked(scene, request)
    desk.suggesting.shown(Suggestion(f"{request.id}.1", request.id, Purpose.CONTINUE, "later", SHOWN, 1.0, "a-model"))
    type_at(draft, len(MINE), AGAIN + ".\n")
    draft.settle()
    draft.apply(Change(0, len(MINE), ""))
    draft.bring(len(draft.text), 0, MINE, Cause.PASTE)
    draft.bring(len(draft.text), 0, QUOTED, Cause.PASTE)
    (ref,) = [source.ref for source in desk.declaring.sources() if source.ref is not None]
    desk.declaring.declare(ref, Said.QUOTATION)
    assert desk.close()
    return place


def type_at(draft, at, text):
    for number, key in enumerate(text):
        draft.apply(Change(at + number, 0, key))


def words(figures):
    return {name: n for name, n in figures["totals"]["words"].items() if n}


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (Evidence.ALL, {"typed": 9, "retyped": 9, "pasted": 6, "total": 24}),
        (Evidence.NONE, {"typed": 9, "pasted": 15, "total": 24}),
    ],
)
def test_a_sitting_is_reported_with_findings_and_without(place, evidence, expected):
    found = json.loads(make_report(place, evidence).json())
    assert words(found) == expected
    assert found["verification"]["whole"] is True


def test_what_was_found_and_said_is_listed(place):
    report = make_report(place)
    found = report.figures
    assert {(t.rule, t.observed, t.words) for t in found.findings.totals} == {
        ("retyped", "typed", 9),
        ("moved", "pasted", 9),
    }
    assert [(d.words, d.first_words, d.said) for d in found.declared_sources] == [(6, QUOTED, Said.QUOTATION)]
    assert found.declared_sources[0].came is not None
    assert f'<mark class="t">{AGAIN}' in report.page()
