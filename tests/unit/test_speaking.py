"""Which language is spoken where no window is, and the sentences of each."""

import locale
from pathlib import Path
from xml.etree import ElementTree

import pytest

from firsthand.desk import speaking
from firsthand.desk.reporting import ReportError, page_in
from firsthand.desk.settings import Speech
from firsthand.desk.speaking import chosen_speech, lookup_of
from firsthand.resources import resource
from firsthand.saying import CONTEXT
from tests.golden.report import cases

SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path))
    for name in SYSTEM:
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "settings").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("settings", "system", "spoken"),
    [
        ("", {}, Speech.ENGLISH),
        ("", {"LANG": "de_AT.UTF-8"}, Speech.GERMAN),
        ("", {"LANG": "fr_FR.UTF-8"}, Speech.ENGLISH),
        ("", {"LANG": "C.UTF-8"}, Speech.ENGLISH),
        ("", {"LANG": "en_GB.UTF-8", "LC_ALL": "de_DE.UTF-8"}, Speech.GERMAN),
        ("", {"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, Speech.ENGLISH),
        ('[program]\nlanguage = "system"\n', {"LANG": "de_DE.UTF-8"}, Speech.GERMAN),
        ('[program]\nlanguage = "de"\n', {"LANG": "en_US.UTF-8"}, Speech.GERMAN),
        ('[program]\nlanguage = "en"\n', {"LANG": "de_DE.UTF-8"}, Speech.ENGLISH),
        ('[program]\nlanguage = "xx"\n', {"LANG": "de_DE.UTF-8"}, Speech.GERMAN),
    ],
)
def test_the_authors_choice_goes_before_the_systems_language(
    home: Path, monkeypatch: pytest.MonkeyPatch, settings: str, system: dict[str, str], spoken: Speech
) -> None:
    (home / "settings" / "settings.toml").write_text(settings, "utf-8")
    for name, value in system.items():
        monkeypatch.setenv(name, value)
    assert chosen_speech() is spoken


@pytest.mark.parametrize(
    ("named", "spoken"), [("German_Germany", Speech.GERMAN), ("de_DE", Speech.GERMAN), (None, Speech.ENGLISH)]
)
def test_a_system_without_such_names_is_asked(
    home: Path, monkeypatch: pytest.MonkeyPatch, named: str | None, spoken: Speech
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (named, None))
    assert chosen_speech() is spoken


def test_every_sentence_is_what_its_translator_wrote() -> None:
    tree = ElementTree.parse(resource("translations", "firsthand_de.ts"))
    (said,) = [context for context in tree.iter("context") if context.findtext("name") == CONTEXT]
    written = {str(one.findtext("source")): one.findtext("translation") for one in said.iter("message")}
    look_up = lookup_of(Speech.GERMAN)
    assert len(written) > 300
    assert {source: look_up(source) for source in written} == written
    assert look_up("What nobody says.") == "What nobody says."
    assert lookup_of(Speech.ENGLISH)("January") == "January"


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:400], lambda data: data[:16] + b"\x69" * 40])
def test_a_damaged_file_is_told_and_gives_no_page(tmp_path, monkeypatch, damage) -> None:
    whole = resource("translations", "firsthand_de.qm").read_bytes()
    (tmp_path / "firsthand_de.qm").write_bytes(damage(whole))
    monkeypatch.setattr(speaking, "resource", lambda *parts: tmp_path / parts[-1])
    speaking._sentences.cache_clear()
    case = cases.typed_only()
    try:
        with pytest.raises(ReportError, match=r"firsthand_de.qm is damaged; installing Firsthand again"):
            page_in(Speech.GERMAN, case.figures(), case.texts())
    finally:
        speaking._sentences.cache_clear()
