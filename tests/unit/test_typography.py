"""What a key becomes, language by language; and that one Backspace or one undo gives back what was typed."""

import pytest

from firsthand.desk.draft import Cause
from firsthand.desk.typography import Typographer
from firsthand.provenance import Change
from tests.qt.page_parts import scene


def written(keys: str, language: str):
    """A scene in which these keys were typed one by one; ``<`` is Backspace."""
    given, hand, caret = scene(), Typographer(), 0
    hand.language = language
    for key in keys:
        if key == "<":
            before = len(given.draft.text)
            if not hand.take_back(given.draft, caret):
                given.draft.apply(Change(caret - 1, 1, ""), Cause.TYPE)
            caret += len(given.draft.text) - before
            continue
        given.draft.apply(Change(caret, 0, key), Cause.TYPE)
        hand.typed(given.draft, key, caret + 1)
        caret = len(given.draft.text)
    return given


@pytest.mark.parametrize(
    ("language", "keys", "text"),
    [
        ("en_US", '"No," she said.', "“No,” she said."),
        ("en_US", "\"'No,' he said,\" she said.", "“‘No,’ he said,” she said."),
        ("en_US", "don't, the boys'", "don’t, the boys’"),
        ("en_US", '("No")', "(“No”)"),
        ("en_US", '"No--" he', "“No—” he"),
        ("en_US", "wait--what", "wait—what"),
        ("en_GB", "wait -- what --- so", "wait – what — so"),
        ("en_US", "wait --- what", "wait — what"),
        ("en_US", "well...", "well…"),
        ("en_US", "well....", "well…."),
        ("en_US", "---", "---"),
        ("en_US", "* * *", "* * *"),
        ("en_US", "well-known", "well-known"),
        ("en_US", '*"No"*', "*“No”*"),
        ("en_US", 'One\n"Two"', "One\n“Two”"),
        ("de_DE", '"Nein", sagte sie.', "„Nein“, sagte sie."),
        ("de_DE", "'Nein', geht's?", "‚Nein‘, geht’s?"),
        ("de_DE", "\"'Nein', sagte er\"", "„‚Nein‘, sagte er“"),
        ("de_DE", "so -- so", "so – so"),
        ("es_ES", '¿"No"?', "¿“No”?"),
        ("fr_FR", '"Non" ?', "«\u202fNon\u202f»\u202f?"),
        ("fr_FR", "Quoi? Non ! Ici: la; 10:30", "Quoi\u202f? Non\u202f! Ici\u00a0: la\u202f; 10:30"),
        ("fr_FR", "Quoi?! l'eau", "Quoi\u202f?! l’eau"),
        ("fr_FR", "«Non»", "«\u202fNon\u202f»"),
        ("", '"No"--...', '"No"--...'),
    ],
)
def test_what_a_key_becomes(language, keys, text):
    assert written(keys, language).draft.text.text == text


@pytest.mark.parametrize(
    ("language", "keys", "text"),
    [
        ("en_US", '"<', '"'),
        ("en_US", '"<<', ""),
        ("en_US", "a--<", "a--"),
        ("en_US", "a--<-", "a---"),
        ("en_US", "a...<", "a..."),
        ("en_US", 'a "x<', "a “"),
        ("fr_FR", "Quoi?<", "Quoi?"),
    ],
)
def test_one_backspace_gives_back_what_was_typed(language, keys, text):
    assert written(keys, language).draft.text.text == text


def test_one_undo_gives_back_what_was_typed():
    given = written('say "No', "en_US")
    seen = []
    while given.draft.undo():
        seen.append(given.draft.text.text)
    assert seen == ["say “", 'say "', "say ", ""]


def test_all_of_it_is_the_authors():
    given = written('"No -- well..." she said.', "en_GB")
    assert [origin for _, origin in given.spans()] == ["typed"]


def test_a_sign_that_stands_elsewhere_is_not_taken_back():
    given, hand = scene('ab"'), Typographer()
    hand.language = "en_US"
    assert hand.typed(given.draft, '"', 3)
    assert not hand.take_back(given.draft, 1)
    assert not hand.take_back(given.draft, 3)
