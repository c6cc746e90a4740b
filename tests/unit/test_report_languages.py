"""The report in the author's language: the same figures and parts in each, and right German."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from firsthand.desk.reporting import page_in
from firsthand.desk.settings import Speech
from firsthand.desk.speaking import lookup_of
from firsthand.history import Said, Status, Verification
from firsthand.provenance import Origin
from firsthand.report import Evidence, to_json, without_words
from firsthand.report.phrases import day, minute, number, percent, period, words
from firsthand.report.sentences import lead, record, record_notes, removed, statement, subtitle
from firsthand.resources import resource
from firsthand.saying import as_written, say, say_of, saying_by
from tests.golden.report import cases
from tests.golden.report.cases import Case
from tests.unit.test_report_measure import passage_case
from tests.unit.test_report_page import ALL_CASES, Reader, revised, words_by

SPACE = "\N{NO-BREAK SPACE}"
OTHERS = [speech for speech in Speech if speech not in (Speech.SYSTEM, Speech.ENGLISH)]


@pytest.fixture
def german():
    with saying_by(lookup_of(Speech.GERMAN)):
        yield


def read(case: Case, speech: Speech) -> Reader:
    return Reader(page_in(speech, case.figures(), case.texts()))


def shown(reader: Reader) -> str:
    """All that the page says, also to those who hear it."""
    said = [value for _, name, value in reader.attributes if name in ("data-is", "aria-label")]
    return "\n".join([reader.text, *said])


def figures_in(text: str, thousands: str, point: str) -> Counter[str]:
    """The numbers in a text, written in one way."""
    return Counter(found.replace(thousands, "").replace(point, ".") for found in re.findall(r"\d+(?:[.,]\d+)*", text))


@pytest.mark.parametrize("make", ALL_CASES)
def test_german_and_english_pages_hold_the_same_figures_and_parts(make: Callable[[], Case]) -> None:
    english, german = read(make(), Speech.ENGLISH), read(make(), Speech.GERMAN)
    assert german.tags == english.tags
    assert figures_in(shown(german), ".", ",") == figures_in(shown(english), ",", ".")
    drawn = [[a for a in page.attributes if a[1] in ("class", "style", "d", "fill")] for page in (english, german)]
    assert drawn[0] == drawn[1]


def test_a_page_says_which_language_it_is_in() -> None:
    for speech in (Speech.ENGLISH, Speech.GERMAN):
        assert ("html", "lang", speech.value) in read(cases.mixed(), speech).attributes


@pytest.mark.parametrize("speech", OTHERS)
def test_what_a_report_can_show_has_the_same_parts_in_each_language(speech: Speech) -> None:
    english, other = (resource("report", f"limits.{name}.md").read_text("utf-8") for name in (Speech.ENGLISH, speech))
    assert [part[:2] == "- " for part in re.split(r"\n\n|\n(?=- )", other)] == [
        part[:2] == "- " for part in re.split(r"\n\n|\n(?=- )", english)
    ]


def test_the_template_says_nothing_past_the_translators() -> None:
    bare = re.sub(r"{%.*?%}|{{.*?}}", "", resource("report", "page.html").read_text("utf-8"), flags=re.DOTALL)
    reader = Reader(bare)
    assert not re.search(r"[^\W\d_]{2}", reader.text)
    told = {name: value for _, name, value in reader.attributes if name in ("aria-label", "data-is", "title", "alt")}
    assert not any(told.values())


def test_the_json_is_the_same_in_every_language() -> None:
    figures = cases.everything().figures()
    with saying_by(lookup_of(Speech.GERMAN)):
        assert to_json(cases.everything().figures()) == to_json(figures)


def test_what_stands_for_titles_is_told_in_german(german: None) -> None:
    bare = without_words(cases.mixed().figures(), "abc")
    assert [bare.title, *(scene.title for scene in bare.scenes)] == ["Manuskript abc", "Szene 1", "Szene 2", "Szene 3"]


# ---- German, word for word


@pytest.mark.parametrize(
    ("said", "german"),
    [
        (lambda: number(28412), "28.412"),
        (lambda: number(1234567), "1.234.567"),
        (lambda: number(12), "12"),
        (lambda: percent(12.5), f"12,5{SPACE}%"),
        (lambda: percent(100), f"100{SPACE}%"),
        (lambda: percent(0), f"0{SPACE}%"),
        (lambda: words(1), "1 Wort"),
        (lambda: words(0), "0 Wörter"),
        (lambda: words(2345), "2.345 Wörter"),
        (lambda: day("2026-05-14T10:00:00Z"), f"14.{SPACE}Mai 2026"),
        (lambda: minute("2026-03-03T09:05:00Z"), f"3.{SPACE}März 2026, 09:05 UTC"),
        (lambda: period("2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z"), f"am 3.{SPACE}März 2026"),
        (
            lambda: period("2026-03-03T09:00:00Z", "2026-11-21T10:00:00Z"),
            f"vom 3.{SPACE}März bis 21.{SPACE}November 2026",
        ),
        (
            lambda: period("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z"),
            f"vom 31.{SPACE}Dezember 2025 bis 1.{SPACE}Januar 2026",
        ),
    ],
)
def test_numbers_and_dates_as_german_writes_them(said: Callable[[], str], german: str) -> None:
    with saying_by(lookup_of(Speech.GERMAN)):
        assert said() == german


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (cases.empty, "In diesem Manuskript stehen keine Wörter."),
        (
            lambda: words_by(("Mine.", Origin.TYPED)),
            (
                "des einen Wortes in diesem Manuskript ist von der Autorin oder dem Autor selbst getippt. Andere "
                "Wörter stehen nicht darin, und kein Modell wurde gefragt."
            ),
        ),
        (
            revised,
            (
                "der 7 Wörter in diesem Manuskript sind von der Autorin oder dem Autor selbst getippt; 14,3 % aller "
                "Wörter stehen anstelle von Worten eines Modells. 57,1 % sind unveränderte Worte eines Modells."
            ),
        ),
        (
            lambda: words_by(("a b", Origin.TYPED), ("c d", Origin.MODEL), (" e", Origin.PASTED), (" f", Origin.TOOL)),
            (
                "der 5 Wörter in diesem Manuskript sind von der Autorin oder dem Autor selbst getippt. 20,0 % ist ein"
                " unverändertes Wort eines Modells, 20,0 % ist ein Wort mit Buchstaben verschiedener Herkunft, 20,0 %"
                " wurde eingefügt und 20,0 % wurde von einem Werkzeug gesetzt. Es fehlt die Angabe, von wem die "
                "eingefügten Worte stammen."
            ),
        ),
    ],
)
def test_the_lead_in_german(make: Callable[[], Case], said: str, german: None) -> None:
    assert lead(make().figures()).replace(SPACE, " ") == said


def several_said() -> Case:
    case = words_by(("Mine alone.", Origin.TYPED))
    for number_, (text, said) in enumerate(
        [(" A quoted line.", Said.QUOTATION), (" Of mine.", Said.OWN), (" Left open.", None)]
    ):
        case.paste("s", text, f"paste:{number_}")
        if said is not None:
            case.say(f"paste:{number_}", said)
    return case


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (cases.empty, "In diesem Manuskript stehen keine Wörter, über die sich etwas erklären ließe."),
        (
            cases.imported_only,
            (
                "Dieses Manuskript wurde am 3. März 2026 in Firsthand aufgezeichnet. Es hat 13 Wörter, davon keines "
                "von der Autorin oder dem Autor getippt. Kein Modell wurde nach Vorschlägen gefragt. 13 Wörter (100 "
                "%) standen schon da, bevor die Aufzeichnung begann; eine Angabe zur Quelle fehlt. Jeder Eintrag der "
                "Aufzeichnung steht unter einem Siegel, und jedes Siegel passt zu dem davor."
            ),
        ),
        (
            revised,
            (
                "Dieses Manuskript wurde am 3. März 2026 in Firsthand verfasst. Es hat 7 Wörter, davon 3 (42,9 %) von"
                " der Autorin oder dem Autor selbst getippt, darunter 1 anstelle von Worten eines Modells. Von einem "
                "KI-Modell (SmolLM2-135M) erzeugter Text macht 57,1 % seiner Wörter aus (4 von 7), an 1 oben "
                "aufgeführten Stelle. Jeder Eintrag der Aufzeichnung steht unter einem Siegel, und jedes Siegel passt"
                " zu dem davor."
            ),
        ),
        (
            several_said,
            (
                "Dieses Manuskript wurde am 3. März 2026 in Firsthand verfasst. Es hat 9 Wörter, davon 2 (22,2 %) von"
                " der Autorin oder dem Autor selbst getippt. Kein Modell wurde nach Vorschlägen gefragt. 7 Wörter "
                "(77,8 %) wurden eingefügt, davon laut eigener Angabe: eigener früherer Text (2) und ein Zitat (3); "
                "für 2 fehlt eine Angabe zur Quelle. Jeder Eintrag der Aufzeichnung steht unter einem Siegel, und "
                "jedes Siegel passt zu dem davor."
            ),
        ),
    ],
)
def test_the_statement_in_german(make: Callable[[], Case], said: str, german: None) -> None:
    assert statement(make().figures()).replace(SPACE, " ") == said


@pytest.mark.parametrize(
    ("found", "said", "note"),
    [
        (
            Verification(Status.WHOLE, 1, 1, 0, 0),
            "Aufzeichnung unversehrt, 1 Eintrag, versiegelt, nicht unterschrieben",
            "Jeder Eintrag der Aufzeichnung steht unter einem Siegel, und jedes Siegel passt zu dem davor.",
        ),
        (
            Verification(Status.UNSEALED, 1, 2, 2, 0),
            "Aufzeichnung, 2 Einträge, nicht alle versiegelt",
            "Nicht unter einem Siegel: 2 Zeilen der Aufzeichnung.",
        ),
        (
            Verification(Status.BROKEN, 1, 2, 0, 0, ("line 3 is odd",)),
            "Aufzeichnung beschädigt (line 3 is odd)",
            "Mangel, in den Worten der Prüfung: line 3 is odd.",
        ),
        (
            Verification(Status.EMPTY, 0, 0, 0, 0),
            "nichts aufgezeichnet",
            "Von diesem Manuskript ist nichts aufgezeichnet, also gibt es nichts zu prüfen.",
        ),
    ],
)
def test_the_record_in_german(found: Verification, said: str, note: str, german: None) -> None:
    case = cases.typed_only()
    case.verification = found
    figures = case.figures()
    assert record(figures.verification) == said
    assert note in record_notes(figures)


def test_the_subtitle_in_german(german: None) -> None:
    assert subtitle(cases.typed_only().figures(Evidence.NONE)).replace(SPACE, " ") == (
        "192 Wörter · geschrieben am 3. März 2026 · 3 Sitzungen · Aufzeichnung unversehrt, 42 Einträge, "
        "versiegelt, nicht unterschrieben · ohne Befunde"
    )


def test_a_scene_that_is_gone_in_german(german: None) -> None:
    case = cases.typed_only()
    case.put("gone", "Nobody reads this.")
    assert removed(case.figures().removed) == (
        "1 Szene, die nicht mehr im Manuskript ist und in die 18 Zeichen eingebracht wurden, ist in keinem "
        "der beiden Maße enthalten."
    )


def test_a_passage_in_german() -> None:
    page = read(cases.everything(), Speech.GERMAN).text.replace(SPACE, " ")
    for said in (
        "Übernommen am 20. Juni 2026, 09:18 UTC · SmolLM2-135M · Weiterschreiben, „jemand kommt“",
        "Mitgebracht am 29. September 2026, 09:58 UTC, aus „The Dry Year“, einem anderen Manuskript",
        "Durch eine Regel gefunden: fast dieselben, 16 von 18 Wörtern",
        "Jetzt, in „What Ines kept“",
        "18 Wörter eingebracht · 15 noch hier · 3 ersetzt",
        "Was wäre, wenn",
    ):
        assert said in page


def test_a_german_sentence_ends_behind_its_quote() -> None:
    case = passage_case("Die Möwen waren laut.")
    case.put("s", " Sie sagte: „Komm.“ Er kam nicht.")
    case.put("s", " Ende.")
    assert "„Komm.“" not in read(case, Speech.GERMAN).text


# ---- Sentences for a while


def test_a_language_is_spoken_for_a_while_and_no_longer() -> None:
    def shouted(text: str) -> str:
        return text.upper()

    with saying_by(shouted):
        assert say("a") == "A"
        with saying_by(None):
            assert say("a") == "A"
        with saying_by(as_written):
            assert say("a") == "a"
        assert say_of(1, "one", "many") == "ONE"
    assert say_of(0, "one", "many") == "many"
