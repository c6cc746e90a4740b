"""Italics and bold by keys: which signs come and go, where the selection is then, and whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.desk.emphasis import EMPHASIS, Strength, toggle
from firsthand.provenance import Origin
from tests.qt.page_parts import scene

ITALIC, BOLD = Strength.ITALIC, Strength.BOLD


def toggled(marked, strength):
    """What becomes of a text in which ``[`` and ``]`` stand round what is selected, or ``|`` where the caret is."""
    start, end = (marked.index("[" if "[" in marked else "|"), marked.find("]") - 1)
    given = scene(marked.translate({ord(sign): None for sign in "[]|"}))
    start, end = toggle(given.draft, start, end if end >= 0 else start, strength)
    text = given.draft.text.text
    shown = f"{text[:start]}[{text[start:end]}]{text[end:]}" if start < end else f"{text[:start]}|{text[start:]}"
    assert {span.origin for span in given.draft.text.spans()} <= {Origin.TYPED}
    return shown


@pytest.mark.parametrize(
    ("before", "strength", "after"),
    [
        ("the [Lamp] Room", ITALIC, "the *[Lamp]* Room"),
        ("the *[Lamp]* Room", ITALIC, "the [Lamp] Room"),
        ("the [*Lamp*] Room", ITALIC, "the [Lamp] Room"),
        ("the [Lamp] Room", BOLD, "the **[Lamp]** Room"),
        ("the *[Lamp]* Room", BOLD, "the ***[Lamp]*** Room"),
        ("the ***[Lamp]*** Room", ITALIC, "the **[Lamp]** Room"),
        ("the ***[Lamp]*** Room", BOLD, "the *[Lamp]* Room"),
        ("the _[Lamp]_ Room", ITALIC, "the [Lamp] Room"),
        ("the __[Lamp]__ Room", ITALIC, "the ***[Lamp]*** Room"),
        ("the La|mp Room", ITALIC, "the *La|mp* Room"),
        ("the *Lamp Ro|om* here", ITALIC, "the Lamp Ro|om here"),
        ("the| Room", ITALIC, "*the|* Room"),
        ("the | Room", ITALIC, "the *|* Room"),
        ("the[ Lamp ]Room", ITALIC, "the[ *Lamp* ]Room"),
        ("the [*Lamp* Room]", ITALIC, "the *[Lamp Room]*"),
        ("[one\ntwo\n\nthree]", ITALIC, "*[one*\n*two*\n\n*three]*"),
        ("[*one*\n*two*]", ITALIC, "[one\ntwo]"),
        ("[*one*\ntwo]", ITALIC, "[*one*\n*two]*"),
        ("", ITALIC, "*|*"),
    ],
)
def test_what_comes_and_goes(before, strength, after):
    assert toggled(before or "|", strength) == after


def test_it_is_one_step_of_undo():
    given = scene("one\ntwo")
    toggle(given.draft, 0, 7, BOLD)
    assert given.draft.text.text == "**one**\n**two**"
    given.draft.undo()
    assert given.draft.text.text == "one\ntwo"


@given(st.text("ab *_\n", max_size=30), st.integers(0, 30), st.integers(0, 30), st.sampled_from([ITALIC, BOLD]))
def test_no_letter_changes_and_the_selection_lies_in_the_text(text, one, other, strength):
    given = scene(text)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = toggle(given.draft, start, end, strength)
    now = given.draft.text.text
    assert 0 <= first <= last <= len(now)
    bare = str.maketrans("", "", "*_")
    assert now.translate(bare) == text.translate(bare)


def test_words_that_were_plain_are_set_off_as_the_page_shows_them():
    given = scene("Sie las das Salzhaus zweimal.")
    start, end = toggle(given.draft, 12, 20, ITALIC)
    assert [one[0] for one in EMPHASIS.finditer(given.draft.text.text)] == ["*Salzhaus*"]
    assert given.draft.text.text[start:end] == "Salzhaus"
