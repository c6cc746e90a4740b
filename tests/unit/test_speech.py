"""What counts as said aloud, language by language."""

import pytest

from firsthand.desk.speech import speech


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en_US", "She said nothing.", []),
        ("en_US", "“No,” she said. “Not that one.”", ["“No,”", "“Not that one.”"]),
        ("en_US", "“It goes on", ["“It goes on"]),
        ("en_US", '"Straight," he said.', ['"Straight,"']),
        ("en_US", "The ‘so-called’ heir", []),
        ("en_US", "“He said ‘no’ twice.”", ["“He said ‘no’ twice.”"]),
        ("en_GB", "‘Don’t,’ she said. The boys’ coats.", ["‘Don’t,’"]),
        ("en_GB", "‘The boys’ coats,’ he said.", ["‘The boys’ coats,’"]),
        ("en_GB", "‘He said “no”,’ she said.", ["‘He said “no”,’"]),
        ("de_DE", "„Nein“, sagte sie. »Doch!«", ["„Nein“", "»Doch!«"]),
        ("de_DE", "Er sagte ‚nein‘ dazu.", ["‚nein‘"]),
        ("es_ES", "—Hola —dijo ella—. ¿Vienes?", ["—Hola ", ". ¿Vienes?"]),
        ("es_ES", "—Hola.", ["—Hola."]),
        ("es_ES", "—No sé —murmuró.", ["—No sé "]),
        ("es_ES", "«No», dijo.", ["«No»"]),
        ("es_ES", "---", []),
        ("es_ES", "— — —", []),
        ("fr_FR", "— Bonjour, dit-elle.", ["— Bonjour, dit-elle."]),
        ("fr_FR", "«\u202fNon\u202f», dit-il.", ["«\u202fNon\u202f»"]),
        ("", "“No”", ["“No”"]),
    ],
)
def test_what_is_said_aloud(language: str, text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in speech(text, language)] == said
