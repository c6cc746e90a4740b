"""The program in other languages: nothing untranslated, nothing lost on the way, access keys that lead to one thing."""

import ast
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMenu

from firsthand.desk.reporting import page_in
from firsthand.desk.settings import Speech
from firsthand.qt.application import speak, speak_as_chosen
from firsthand.qt.settings_window import SettingsWindow
from firsthand.qt.wording import percent
from firsthand.saying import say
from tests.golden.report.cases import everything
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import translations  # type: ignore[import-not-found]  # noqa: E402

QT = ROOT / "src" / "firsthand" / "qt"
REPORT = sorted((ROOT / "src" / "firsthand" / "report").glob("*.py"))
FILES = sorted((ROOT / "resources" / "translations").glob("firsthand_*.ts"))
WHOLE = [file for file in FILES if file.stem != "firsthand_en"]
"""English has its plurals alone."""


def messages(file: Path) -> Iterator[tuple[str, str, ElementTree.Element]]:
    """Context, source and translation of each message."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield str(context.findtext("name")), str(message.findtext("source")), translation


def forms(translation: ElementTree.Element) -> list[str]:
    return [form.text or "" for form in translation] or [translation.text or ""]


def kept(text: str) -> Counter[str]:
    """What a translation must have as often as its source: names in braces, numbers, one access key."""
    return Counter(re.findall(r"\{[^}]*\}|%L?n|(?<!&)&(?=\w)", text))


def test_no_words_are_said_where_no_translator_finds_them() -> None:
    """Qt's tools do not look into f-strings."""
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in sorted(QT.glob("*.py"))
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("tr", "translate")
    ]
    assert hidden == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_message_is_translated_and_keeps_what_is_filled_in(file: Path) -> None:
    every = list(messages(file))
    assert [source for _, source, translation in every if translation.get("type") or not all(forms(translation))] == []
    wrong = [(source, form) for _, source, made in every for form in forms(made) if kept(form) != kept(source)]
    assert wrong == []
    assert [(a, b) for _, a, made in every for b in forms(made) if (a[:1] == " ") != (b[:1] == " ")] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_translators_see_is_what_the_program_says(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After ``python packaging/translations.py`` nothing is new."""
    shutil.copy(file, tmp_path)
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    gathered = translations.gather(file.stem.removeprefix("firsthand_"))
    assert {one[:2] for one in messages(gathered)} == {one[:2] for one in messages(file)}


def test_no_message_is_without_a_home() -> None:
    """``tr`` of anything but ``self`` stands under a context that nobody looks in."""
    assert [source for file in FILES for context, source, _ in messages(file) if not context[:1].isupper()] == []


@pytest.mark.parametrize("file", WHOLE, ids=lambda file: file.stem)
def test_german_quotes_are_german(file: Path) -> None:
    texts = [form for _, _, made in messages(file) for form in forms(made)]
    assert [text for text in texts if text.count("„") != text.count("“") or "”" in text] == []
    assert any("„{title}“" in text for text in texts)


@pytest.mark.parametrize("file", WHOLE, ids=lambda file: file.stem)
def test_a_number_shows_its_marks(file: Path) -> None:
    (written,) = [forms(made)[0] for _, source, made in messages(file) if source == "1,234.5"]
    assert re.fullmatch(r"1\D234\D5", written)
    (named,) = [forms(made)[0] for _, source, made in messages(file) if source == "en"]
    assert file.stem == f"firsthand_{named}"


def test_what_is_said_of_one_is_not_what_is_said_of_many() -> None:
    """Nor could a language tell them apart."""
    calls = [
        node
        for module in sorted((ROOT / "src" / "firsthand").rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and called(node) == "say_of"
    ]
    assert [ast.unparse(call) for call in calls if ast.dump(call.args[1]) == ast.dump(call.args[2])] == []
    assert len(calls) > 20


def test_what_a_template_says_is_gathered() -> None:
    page = """<p class="{{ x }}">{{ say("One.") }} {% if say("Two {n}", n=f(say("Three"))) %}{% endif %}
    {{ say_of(n, "{n} word", "{n} words", n=n | number) }} {{ other.say("Four") }}</p>"""
    assert translations.said_in_template(page) == ["One.", "Two {n}", "Three", "{n} word", "{n} words"]


# ---- Words of the window that nobody could translate

MARKING = {"tr", "translate", "QT_TRANSLATE_NOOP", "translated", "say", "say_of"}
INSIDE = {"getLogger", "debug", "info", "warning", "error", "exception", "setObjectName", "setProperty", "Spec"}
"""Calls whose words nobody sees, and the table of actions, which is marked word by word."""

SHOWN = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setTitle", "setStatusTip", "setWhatsThis", "setSuffix", "setPrefix", "setSpecialValueText", "addItem", "addMenu",
    "addAction", "addTab", "addRow", "setHorizontalHeaderLabels", "setHeaderLabels", "QLabel", "QPushButton",
    "QCheckBox", "QRadioButton", "QAction", "QGroupBox", "QFileDialog", "heading", "about", "button", "switch",
}  # fmt: skip
"""Calls whose words somebody sees."""

ALLOWED = {
    "Firsthand", "English", "Deutsch", " · Qt ", "Python ", "Firsthand ", " — Firsthand",
    "https://api.example.org/v1",
}  # fmt: skip
"""Names, which are the same in every language."""


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def plain_words(node: ast.AST) -> Iterator[str]:
    """The words in an expression that go through no translation; keys of what is looked up are no words."""
    if isinstance(node, ast.Call) and called(node) in MARKING | INSIDE:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"[A-Za-z]{2}", node.value):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if not isinstance(node, ast.Subscript | ast.Compare):
            yield from plain_words(child)


def untranslated(text: str) -> list[str]:
    """What a module shows to people and does not translate: words in showing calls, and sentences anywhere."""
    tree = ast.parse(text)
    shown = [
        words
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in SHOWN
        for argument in node.args[:1]
        if isinstance(argument, ast.Constant | ast.JoinedStr | ast.BinOp | ast.IfExp)
        for words in plain_words(argument)
    ]
    prose = {ast.literal_eval(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and _is_text(node)}
    sentences = [words for words in plain_words(tree) if re.search(r"[a-z] [a-z]+.*[.…]$", words)]
    return [words for words in [*shown, *sentences] if words not in ALLOWED and words not in prose]


def _is_text(node: ast.Expr) -> bool:
    return isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


SAMPLE_TEXTS = {
    "She kept the ledger in the flour bin, because nobody steals flour. Her mother had kept it in a drawer.",
    "The harbour was empty. She put down the lamp and waited.",
}
"""Prose for measuring a line, and for trying a model."""


@pytest.mark.parametrize("module", [*sorted(QT.glob("*.py")), *REPORT], ids=lambda module: module.stem)
def test_the_window_and_the_report_say_nothing_that_cannot_be_translated(module: Path) -> None:
    assert [words for words in untranslated(module.read_text("utf-8")) if words not in SAMPLE_TEXTS] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('label.setText("Save me")', ["Save me"]),
        ('label.setText(self.tr("Save me"))', []),
        ('label.setText(f"{n} words")', [" words"]),
        ('label.setText("yes" if a else self.tr("No"))', ["yes"]),
        ('notice.emit("The disk is full now.")', ["The disk is full now."]),
        ('"""The disk is full now."""', []),
        ('x = table["The disk is full now."]', []),
    ],
)
def test_words_past_the_translators_are_found(text: str, found: list[str]) -> None:
    assert untranslated(text) == found


# ---- In German


@pytest.fixture
def german(qapp):
    speak_as_chosen(qapp, Speech.GERMAN)
    yield
    QLocale.setDefault(QLocale(QLocale.Language.English))
    speak(qapp, QLocale(QLocale.Language.English))


def access_keys(texts: list[str]) -> list[str]:
    found = [re.search(r"(?<!&)&(\w)", text) for text in texts]
    return [match[1].lower() for match in found if match]


def twice(texts: list[str]) -> list[str]:
    return [f"{key}: {texts}" for key, count in Counter(access_keys(texts)).items() if count > 1]


def _menus(bar) -> Iterator[list[QAction]]:
    yield bar.actions()
    for menu in bar.findChildren(QMenu):
        yield menu.actions()


def test_the_window_speaks_german(qtbot, tmp_path, german):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        assert window.commands["save"].text() == "S&peichern"
        assert [wrong for actions in _menus(window.menuBar()) for wrong in twice([a.text() for a in actions])] == []
        menus = [actions for actions in _menus(window.menuBar()) if actions]
        bare = [a.text() for actions in menus for a in actions if a.text() and not access_keys([a.text()])]
        names = {action.text() for action in window.commands.menus["language"].actions()}
        recent = {action.text() for action in window.commands.menus["recent"].actions()}
        assert set(bare) - names - recent == set()


def test_settings_speak_german_and_each_page_has_its_keys_once(qtbot, tmp_path, german):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        settings = SettingsWindow(window.settings, window)
        assert settings.windowTitle() == "Einstellungen"
        for number in range(settings.pages.count()):
            page = settings.pages.widget(number)
            shown = [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]
            assert twice([one.text() for one in shown]) == []


def test_the_language_is_chosen_in_the_settings(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        settings = SettingsWindow(window.settings, window)
        box = next(b for b in settings.findChildren(QComboBox) if b.findText("Deutsch") >= 0)
        assert box.currentText() == "As the system"
        box.setCurrentIndex(box.findText("Deutsch"))
        box.activated.emit(box.currentIndex())
        assert window.settings.choices.program.language is Speech.GERMAN
        window.settings.sync()
        assert 'language = "de"' in window.settings.files[0].read_text("utf-8")


def test_rooms_below_speak_as_the_window_does(qapp, german, tmp_path):
    gone = FileNotFoundError(2, "No such file or directory")
    assert say("“{title}” cannot be read: {why}.", title="{Eins}", why=gone) == (
        "„{Eins}“ lässt sich nicht lesen: Datei oder Ordner nicht gefunden."
    )
    assert percent(0.5) == "50\N{NO-BREAK SPACE}%"


def test_the_window_and_the_commands_write_one_report(qapp, german):
    """Qt's way of looking sentences up and the one without it give the same page, on any thread."""
    case = everything()
    page = page_in(Speech.GERMAN, case.figures(), case.texts())
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(page_in, None, case.figures(), case.texts()).result() == page
    assert '<html lang="de">' in page
    assert '<html lang="en">' in page_in(Speech.ENGLISH, case.figures(), case.texts())


def test_english_comes_back_in_place_of_german(qapp, german):
    speak_as_chosen(qapp, Speech.ENGLISH)
    assert QLocale().language() == QLocale.Language.English
    gone = FileNotFoundError(2, "No such file or directory")
    assert say("“{title}” cannot be read: {why}.", title="One", why=gone) == (
        "“One” cannot be read: No such file or directory."
    )
    assert percent(0.5) == "50%"


def test_what_the_system_speaks_is_not_touched(qapp):
    before = QLocale()
    speak_as_chosen(qapp, Speech.SYSTEM)
    assert QLocale() == before
