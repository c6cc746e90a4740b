"""Which words are looked at, which are right, and what the real Hunspell says in its own process."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.desk import spelling
from firsthand.desk.languages import NAMES, dictionary_folder, language_for
from firsthand.desk.speller import Speller, SpellerError
from firsthand.desk.spelling import KnownWords, Reading, correct, words_in
from firsthand.provenance import Origin, Source
from firsthand.provenance.units import to_units
from tests.qt.page_parts import scene


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path))
    return tmp_path / "settings"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She kept it.", ["She", "kept", "it"]),
        ("“Don’t,” _he_ said", ["Don't", "he", "said"]),
        ("a well-known B", ["well", "known"]),
        ("the שלום and слово", ["the", "and"]),
        ("in 1984, the 3rd, R2D2", ["in", "the"]),
        ("ines@example.org and", ["org", "and"]),
        ("cafe\u0301 naïve", ["café", "naïve"]),
        ("😀salt", ["salt"]),
        ("", []),
    ],
)
def test_which_words_are_looked_at(text, words):
    assert [word for _, _, word in words_in(to_units(text))] == words


def test_places_are_utf_16_units():
    assert words_in(to_units("😀 salt")) == ((3, 7, "salt"),)


def test_own_words_words_of_the_manuscript_and_names_in_notes_are_right(settings, tmp_path):
    known = KnownWords()
    known.set_manuscript(tmp_path, [("Ines Maroto", "Keeps the ledger of Quiroga.\nLives at Varela’s. Teh end.")])
    known.add("Firsthand")
    known.add_here("boathook")
    right = ["Ines", "Maroto's", "MAROTO", "Quiroga", "Varela", "firsthand", "boathook", "Boathook"]
    assert [word for word in right if word not in known] == []
    assert [word for word in ("ledger", "Keeps", "Teh") if word in known] == []
    assert (settings / "words.txt").read_text("utf-8") == "Firsthand\n"
    assert (tmp_path / "words.txt").read_text("utf-8") == "boathook\n"
    known.set_manuscript(None)
    assert ("Firsthand" in known, "boathook" in known, "Ines" in known) == (True, False, False)
    assert "Firsthand" in KnownWords()


def test_a_list_that_the_author_edited_is_kept(settings):
    settings.mkdir()
    (settings / "words.txt").write_text("Pilar\n\n  Tomé  ", "utf-8")
    known = KnownWords()
    known.add("Amparo")
    assert (settings / "words.txt").read_text("utf-8") == "Pilar\n\n  Tomé  \nAmparo\n"
    assert [word for word in ("pilar", "Tomé", "Amparo") if word not in known] == []


@pytest.mark.parametrize("origin", [Origin.TYPED, Source(Origin.MODEL, "r1.1")])
def test_the_letters_that_a_correction_brings_are_the_spellings(origin):
    given = scene("recieve it", origin)
    correct(given.draft, 0, 7, "receive")
    text = given.draft.text
    tool = [span for span in text.spans() if span.origin is Origin.TOOL]
    assert text.text == "receive it"
    assert {span.source.ref for span in tool} == {"spelling"}
    assert sum(span.end - span.start for span in tool) <= 2
    given.draft.undo()
    assert given.draft.text.text == "recieve it"


def test_a_correction_keeps_the_curly_apostrophe():
    given = scene("dont’t")
    correct(given.draft, 0, 6, "don't")
    assert given.draft.text.text == "don’t"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de_AT", "de_DE"), ("en_AU", "en_GB"), ("en_US", "en_US"), ("fr_CA", "fr_FR"), ("C", "en_US"), ("xx", "en_US")],
)
def test_the_language_that_goes_with_a_system(locale, language):
    assert language_for(locale) == language


def test_the_authors_own_dictionaries_come_first(settings):
    folder = settings / "dictionaries"
    folder.mkdir(parents=True)
    assert dictionary_folder("fr_FR") is None
    for kind in ("aff", "dic"):
        (folder / f"fr_FR.{kind}").touch()
    assert dictionary_folder("fr_FR") == folder
    assert [name for name in NAMES if dictionary_folder(name) is None] == []


# ---- the child


@pytest.mark.parametrize(
    ("language", "right", "wrong", "meant"),
    [
        ("en_US", ["color", "dog's", "don't"], ["colour", "recieve"], ("recieve", "receive")),
        ("en_GB", ["colour", "dog's", "etc"], ["color", "recieve"], ("recieve", "receive")),
        ("de_DE", ["Straßenbahn", "geht's", "Dr", "bzw", "usw"], ["Strasenbahn"], ("Strasenbahn", "Straßenbahn")),
        ("es_ES", ["señora"], ["exajerado"], ("exajerado", "exagerado")),
    ],
)
def test_what_each_dictionary_says(language, right, wrong, meant):
    folder = dictionary_folder(language)
    assert folder is not None
    speller = Speller(folder, language)
    try:
        assert speller.wrong([*right, *wrong, "\u4e00\u4e01"]) >= set(wrong)
        assert speller.wrong(right) == set()
        assert meant[1] in speller.suggestions(meant[0])
    finally:
        speller.close()
        speller.wait()


def test_a_dictionary_that_is_not_there_is_told(tmp_path):
    speller = Speller(tmp_path, "xx_XX")
    with pytest.raises(SpellerError, match="the dictionary cannot be read"):
        speller.wrong(["word"])
    speller.close()
    speller.wait()


def test_a_speller_that_has_ended_is_told(tmp_path):
    speller = Speller(Path(str(dictionary_folder("en_US"))), "en_US")
    speller.close()
    with pytest.raises(SpellerError, match="ended"):
        speller.wrong(["word"])
    speller.wait()


def test_the_source_of_a_correction_is_named():
    assert Source(Origin.TOOL, "spelling") == spelling.SPELLING


_EDIT = st.tuples(st.integers(0, 60), st.integers(0, 9), st.text("ab '’.1@é\u05d0 \n\U0001f30a", max_size=8))


@given(st.lists(_EDIT, max_size=12))
def test_a_paragraph_that_is_being_written_is_read_like_any_other(steps: list[tuple[int, int, str]]) -> None:
    reading, units = Reading(), ""
    for at, removed, text in steps:
        at = min(at, len(units))
        units = units[:at] + to_units(text) + units[at + removed :]
        assert reading.words(units) == words_in(units)
