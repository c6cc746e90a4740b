"""Spelling and typography on the page, with real keys and the real speller."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from firsthand.desk.draft import Cause
from firsthand.provenance import Change, Origin
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TEXT = "She recieve the ledger, and Ines Maroto was her Quorwin.\n"


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        window.settings.choose_here("text", language="en_GB")
        draft = window.page.draft
        draft.apply(Change(0, len(draft.text), TEXT), Cause.TYPE)
        window.page.setFocus()
        yield window


def _checked(qtbot, window):
    window.spelling._start()
    qtbot.waitUntil(lambda: window.spelling.is_wrong("recieve"), timeout=20_000)


def _menu(window, place):
    menu = window.page.menu(place)
    return menu, {action.text(): action for action in menu.actions() if action.text()}


def _marked(window):
    """How many dark pixels stand below the letters of the first line."""
    window.page.repaint()
    return window.page.viewport().grab().toImage()


def test_a_wrong_word_is_marked_and_names_of_the_notes_are_not(qtbot, window):
    before = _marked(window)
    _checked(qtbot, window)
    assert _marked(window) != before
    assert window.spelling.is_wrong("Quorwin")
    assert not window.spelling.is_wrong("Maroto")
    assert window.page.draft.text.text == TEXT


def test_a_suggestion_from_the_menu_is_put_there(qtbot, window):
    _checked(qtbot, window)
    menu, _ = _menu(window, 6)
    qtbot.waitUntil(lambda: "receive" in [action.text() for action in menu.actions()], timeout=20_000)
    next(action for action in menu.actions() if action.text() == "receive").trigger()
    assert window.page.toPlainText() == TEXT.replace("recieve", "receive") == window.page.draft.text.text
    assert 0 < window.page.draft.text.counts()[Origin.TOOL] <= 2
    window.page.undo()
    assert window.page.draft.text.text == TEXT


@pytest.mark.parametrize("name", ["Add “recieve” to my words", "Add to this manuscript’s words"])
def test_a_word_that_the_author_adds_is_right(qtbot, window, name):
    _checked(qtbot, window)
    _, actions = _menu(window, 6)
    actions[name].trigger()
    assert not window.spelling.is_wrong("recieve")
    assert "Looking for suggestions…" not in _menu(window, 6)[1]


def test_the_menu_of_a_right_word_is_the_usual_one(qtbot, window):
    _checked(qtbot, window)
    assert next(iter(_menu(window, 1)[1])) == "Undo"


def test_another_language_asks_anew_and_off_is_off(qtbot, window):
    _checked(qtbot, window)
    window.settings.choose_here("text", language="de_DE")
    assert not window.spelling.is_wrong("recieve")
    window.spelling._start()
    qtbot.waitUntil(lambda: window.spelling.is_wrong("and"), timeout=20_000)
    window.commands["spelling"].trigger()
    assert not window.spelling.is_wrong("and")
    assert window.spelling._clerk is None
    assert not window.settings.choices.writing.spelling


def test_a_language_without_a_dictionary_is_not_checked(window):
    window.settings.choose_here("text", language="fr_FR")
    window.spelling._start()
    assert window.spelling._clerk is None


def test_the_word_that_is_being_written_is_not_marked(qtbot, window):
    _checked(qtbot, window)
    cursor = window.page.textCursor()
    cursor.setPosition(11)
    window.page.setTextCursor(cursor)
    _marked(window)
    assert window.spelling._skipped == (4, 11, "recieve")
    cursor.setPosition(1)
    window.page.setTextCursor(cursor)
    _marked(window)
    assert window.spelling._skipped is None


def test_signs_are_set_as_one_types_and_one_backspace_takes_that_back(window):
    page = window.page
    page.draft.apply(Change(0, len(page.draft.text), ""), Cause.TYPE)
    QTest.keyClicks(page, '"No" --')
    assert page.toPlainText() == page.draft.text.text == "“No” –"
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert page.toPlainText() == page.draft.text.text == "“No” --"
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert page.toPlainText() == "“No” -"
    assert page.draft.text.counts()[Origin.TYPED] == len(page.draft.text)


def test_typography_can_be_switched_off(window):
    page = window.page
    window.commands["typography"].trigger()
    page.draft.apply(Change(0, len(page.draft.text), ""), Cause.TYPE)
    QTest.keyClicks(page, '"No"')
    assert page.toPlainText() == '"No"'


def test_the_language_is_remembered_for_the_manuscript(window):
    assert window.settings.language == "en_GB"
    assert window.commands["language_en_GB"].isChecked()
