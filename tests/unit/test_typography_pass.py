"""What a pass over a scene would set otherwise, and that doing it is one step and the author's typing."""

import pytest

from firsthand.desk.draft import Cause
from firsthand.desk.typography_pass import correct, corrections
from firsthand.provenance import Change, Origin, Source
from firsthand.provenance.units import to_units
from tests.qt.page_parts import scene


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en_US", "Nothing to do here.", []),
        ("en_US", '"No," she said.', [('"', "“"), ('"', "”")]),
        ("en_US", "“No,” she said…", []),
        ("en_US", "don't wait--now...", [("'", "’"), ("--", "—"), ("...", "…")]),
        ("en_US", "one --- two", [("---", "—")]),
        ("en_US", "---\n* * *\n***", []),
        ("en_GB", "one -- two", [("--", "–")]),
        ("de_DE", '"Nein"', [('"', "„"), ('"', "“")]),
        ("fr_FR", "Quoi ? Non! «Si»", [(" ", "\u202f"), ("", "\u202f"), ("", "\u202f"), ("", "\u202f")]),
        ("fr_FR", "Quoi\u202f?", []),
        ("es_ES", '\U0001f30a "Sí"', [('"', "“"), ('"', "”")]),
        ("", '"No"', []),
    ],
)
def test_what_would_be_set_otherwise(language: str, text: str, found: list[tuple[str, str]]) -> None:
    units = to_units(text)
    made = corrections(units, language)
    assert [(one.old, one.new) for one in made] == found
    assert all(units[one.start : one.end] == one.old for one in made)
    assert all(units[: one.start].endswith(one.before) and units[one.end :].startswith(one.behind) for one in made)


def test_doing_it_is_one_step_of_the_authors_and_leaves_the_rest_whose_it_was() -> None:
    given = scene('Mine: "yes".')
    given.draft.apply(Change(12, 0, ' "No," he said...', Source(Origin.MODEL, "s")), Cause.SUGGESTION)
    found = corrections(given.draft.text.units(), "en_US")
    assert correct(given.draft, found) == 5
    assert given.draft.text.text == "Mine: “yes”. “No,” he said…"
    assert given.spans() == [
        ("Mine: “yes”.", "typed"),
        (" ", "model"),
        ("“", "typed"),
        ("No,", "model"),
        ("”", "typed"),
        (" he said", "model"),
        ("…", "typed"),
    ]
    assert given.draft.undo()
    assert given.draft.text.text == 'Mine: "yes". "No," he said...'
    assert [origin for _, origin in given.spans()] == ["typed", "model"]


def test_only_what_was_chosen_is_done_and_only_where_the_text_is_still_the_same() -> None:
    given = scene('"One" and "two" -- three')
    found = corrections(given.draft.text.units(), "en_US")
    given.draft.apply(Change(0, 1, "x"), Cause.TYPE)
    assert correct(given.draft, [found[0], found[1], found[4]]) == 2
    assert given.draft.text.text == 'xOne” and "two" — three'
