"""The page of a report: whole, safe, self-contained, and true in every case."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from firsthand.history import Status, Verification
from firsthand.provenance import Origin
from firsthand.report import render_page
from firsthand.report.page import FOLD_PASSAGES, FOLD_SCENES
from firsthand.report.phrases import percent, period
from firsthand.report.sentences import lead, record, record_notes, statement
from tests.golden.report import cases
from tests.golden.report.cases import Case
from tests.golden.report.renew import GOLDEN, golden_page
from tests.unit.test_report_measure import passage_case

ALL_CASES = [
    cases.empty,
    cases.typed_only,
    cases.imported_only,
    cases.mixed,
    cases.everything,
    cases.hostile,
    lambda: cases.long(60),
]
_VOID = {"meta", "br", "col", "img", "link", "input", "hr"}


def page_of(case: Case) -> str:
    return render_page(case.figures(), case.texts())


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data


def test_the_golden_page():
    """After a change that is meant: ``python -m tests.golden.report.renew``."""
    assert golden_page() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("make", ALL_CASES)
def test_a_page_is_well_formed_and_loads_nothing(make: Callable[[], Case]):
    page = page_of(make())
    reader = Reader(page)
    assert reader.open == []
    assert not {"script", "img", "link", "iframe", "object", "embed", "base", "form"} & set(reader.tags)
    names = {name for _, name, _ in reader.attributes}
    assert not {"src", "srcset", "href", "action", "background"} & names
    assert not [name for name in names if name.startswith("on")]
    assert {url[:16] for url in re.findall(r"url\(([^)]*)", page)} <= {"data:font/woff2;", "#lines", "#rows", "#dots"}
    assert "@import" not in page
    page.encode("utf-8")


@pytest.mark.parametrize("make", ALL_CASES)
def test_a_page_has_all_its_sections(make: Callable[[], Case]):
    page = page_of(make())
    assert re.findall(r"<h2>(.*?)</h2>", page) == [
        "Growth of the draft",
        "Scene by scene",
        "What became of the suggestions",
        "Every passage that came from a model",
        "What was found, and how",
        "Surviving and ever inserted",
        "Observed and declared apart",
        "Statement",
        "The record",
        "What this report can and cannot show",
    ]


def test_words_of_a_manuscript_stay_words():
    reader = Reader(page_of(cases.hostile()))
    for words in (
        "<script>alert('title')</script>",
        "<img src=x onerror=alert(1)>",
        "</style><script>alert('text')</script>",
        "She wrote <b>nothing</b> & stayed \ufffd here. {{ 7 * 7 }}",
        '"><svg onload=alert(2)>',
        "מלח ומים",
    ):
        assert words in reader.text


def test_text_from_a_manuscript_chooses_its_own_direction():
    page = page_of(cases.hostile())
    assert '<td dir="auto">מלח ומים</td>' in page
    assert '<p dir="auto">ואז היא פתחה את הדלת.</p>' in page


def test_long_lists_fold():
    short, long = page_of(cases.long(8)), page_of(cases.long(60))
    assert "<details>" not in short
    assert f"<summary>{60 - FOLD_SCENES} more scenes</summary>" in long
    assert f"<summary>{15 - FOLD_PASSAGES} more passages</summary>" in long


def test_a_passage_is_shown_in_its_sentence_with_whose_it_is():
    page = page_of(cases.mixed())
    assert (
        '<p dir="auto"><mark class="m">She turned </mark><mark class="r">to the last page</mark>'
        '<mark class="m"> and found the ink still wet, though the house had been locked since </mark>'
        '<mark class="r">the morning of the burial</mark><mark class="m">.</mark></p>'
    ) in page
    assert page.count("No word of it is left here.") == 1


def test_a_sentence_that_goes_on_is_shown_to_its_end():
    case = passage_case("a coat on a chair")
    case.put("s", ", which nobody wore. And more.")
    assert '<mark class="m">a coat on a chair</mark>, which nobody wore.</p>' in page_of(case)


def test_text_of_a_scene_that_is_missing_is_asked_for():
    with pytest.raises(KeyError):
        render_page(cases.mixed().figures(), {})


def test_a_scene_that_is_gone_is_mentioned():
    case = cases.typed_only()
    case.put("gone", "Nobody reads this.")
    assert "1 scene no longer in the manuscript, into which 18 characters were put" in Reader(page_of(case)).text


# ---- Sentences


def words_by(*parts: tuple[str, Origin]) -> Case:
    case = Case()
    case.scene("s", "Scene")
    for text, origin in parts:
        case.put("s", text, origin)
    return case


def after_all_was_deleted() -> Case:
    case = words_by(("Gone.", Origin.TYPED))
    case.rewrite("s", "Gone.", "")
    return case


def asked_in_vain() -> Case:
    case = words_by(("Mine alone.", Origin.TYPED))
    case.ask("r", "s")
    return case


def revised() -> Case:
    case = passage_case("It was dark and cold there.")
    case.rewrite("s", "dark and", "very")
    return case


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (cases.empty, "There are no words in this manuscript."),
        (after_all_was_deleted, "There are no words in this manuscript. What was put in has been taken out again."),
        (
            lambda: words_by(("Mine alone.", Origin.TYPED)),
            (
                "of the 2 words in this manuscript were typed by the author. No other words stand in it, and no "
                "model was asked."
            ),
        ),
        (
            lambda: words_by(("Mine.", Origin.TYPED)),
            (
                "of the one word in this manuscript was typed by the author. No other words stand in it, and no "
                "model was asked."
            ),
        ),
        (
            asked_in_vain,
            (
                "of the 2 words in this manuscript were typed by the author. No other words stand in it; of what "
                "a model suggested, no word is left in the text."
            ),
        ),
        (
            cases.imported_only,
            (
                "of the 13 words in this manuscript were typed by the author. 100% stood in the text before "
                "recording began. The author has not said whose the words that stood there before are."
            ),
        ),
        (
            revised,
            (
                "of the 7 words in this manuscript were typed by the author; 14.3% of all its words are the "
                "author’s in place of a model’s. 57.1% are a model’s words as it wrote them."
            ),
        ),
        (
            lambda: words_by(("a b", Origin.TYPED), ("c d", Origin.MODEL), (" e", Origin.PASTED), (" f", Origin.TOOL)),
            (
                "of the 5 words in this manuscript were typed by the author. 20.0% is a model’s word as it wrote "
                "it, 20.0% is a word with letters of more than one origin, 20.0% was pasted, and 20.0% was put in "
                "by a tool. The author has not said whose the pasted words are."
            ),
        ),
    ],
)
def test_the_lead_is_true_in_every_case(make, said):
    assert lead(make().figures()) == said


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (cases.empty, "There are no words in this manuscript to make a statement about."),
        (
            cases.imported_only,
            (
                "This manuscript was recorded in Firsthand, 3 March 2026. Of its 13 words, none was typed by the "
                "author. No model was asked for suggestions. 13 words (100%) stood there before recording began; "
                "the author has not said where from. Every entry of the record is under a seal, and every seal "
                "fits the one before it."
            ),
        ),
        (
            revised,
            (
                "This manuscript was drafted in Firsthand, 3 March 2026. Of its 7 words, 3 (42.9%) were typed by "
                "the author, 1 of them in place of a model’s words. Text generated by an AI model (SmolLM2-135M) "
                "makes up 57.1% of its words (4 of 7), in 1 passage listed above. Every entry of the record is "
                "under a seal, and every seal fits the one before it."
            ),
        ),
    ],
)
def test_the_statement_states_facts(make, said):
    assert statement(make().figures()) == said


@pytest.mark.parametrize(
    ("found", "said", "note"),
    [
        (Verification(Status.WHOLE, 1, 1, 0, 0), "record unbroken, 1 entry, sealed, not signed", "Every entry"),
        (Verification(Status.UNSEALED, 1, 2, 2, 0), "record of 2 entries, not all sealed", "is not verified"),
        (Verification(Status.BROKEN, 1, 2, 0, 0, ("line 3 is odd",)), "record broken (line 3 is odd)", "not verified"),
        (Verification(Status.EMPTY, 0, 0, 0, 0), "nothing recorded", "Nothing is recorded"),
    ],
)
def test_the_record_is_told_honestly(found, said, note):
    case = cases.typed_only()
    case.verification = found
    figures = case.figures()
    assert record(figures.verification) == said
    assert note in record_notes(figures)[0]


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        (None, None, ""),
        ("2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z", "3 March 2026"),
        ("2026-03-03T09:00:00Z", "2026-11-21T10:00:00Z", "3 March – 21 November 2026"),
        ("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "31 December 2025 – 1 January 2026"),
    ],
)
def test_a_period_says_nothing_twice(begin, end, said):
    assert period(begin, end) == said


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0%"), (0.1, "0.1%"), (96.14, "96.1%"), (96.0, "96.0%"), (100, "100%")]
)
def test_percent(share, said):
    assert percent(share) == said
