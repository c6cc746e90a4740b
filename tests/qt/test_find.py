"""Finding and replacing with the keyboard, in the open scene and in all of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause
from firsthand.provenance import Change, Origin, Source
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "Salt and sand.\nThe salt was wet, and the café shut; salted, SALT.\n"


@pytest.fixture
def window(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        draft = window.page.draft
        draft.apply(Change(0, len(draft.text), TEXT), Cause.TYPE)
        _put_caret(window, 0)
        yield window


def _put_caret(window, place):
    cursor = window.page.textCursor()
    cursor.setPosition(place)
    window.page.setTextCursor(cursor)
    window.page.setFocus()


def _selected(window):
    return window.page.textCursor().selectionStart(), window.page.textCursor().selectedText()


def _look_for(qtbot, window, words):
    bar = window.find_bar
    with qtbot.waitSignal(bar._seeker.found, timeout=5000):
        bar.field.setText(words)


def _bar(qtbot, window, words, *, replacing=False):
    window.commands["replace" if replacing else "find"].trigger()
    _look_for(qtbot, window, words)
    return window.find_bar


def test_as_one_types_the_first_place_after_the_caret_is_shown(qtbot, window):
    _put_caret(window, 5)
    bar = _bar(qtbot, window, "salt")
    assert bar.layer.hits == [(0, 4), (19, 23), (52, 56), (60, 64)]
    assert bar.count.text() == "2 of 4"
    assert _selected(window) == (19, "salt")


def test_enter_goes_on_shift_enter_back_and_both_go_round(qtbot, window):
    bar = _bar(qtbot, window, "salt")
    seen = []
    for modifier in (Qt.KeyboardModifier.NoModifier, _SHIFT, _SHIFT, Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(bar.field, Qt.Key.Key_Return, modifier)
        seen.append((bar.count.text(), _selected(window)[0]))
    assert seen == [("2 of 4", 19), ("1 of 4", 0), ("4 of 4", 60), ("1 of 4", 0)]


def test_escape_leads_back_to_the_place(qtbot, window):
    _put_caret(window, 7)
    bar = _bar(qtbot, window, "café")
    assert _selected(window) == (41, "café")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert _selected(window) == (7, "")
    assert list(bar.layer.hits) == []


def test_escape_on_the_page_stays_where_the_author_went(qtbot, window):
    bar = _bar(qtbot, window, "café")
    window.page.setFocus()
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert _selected(window) == (41, "café")


def test_words_selected_on_the_page_are_looked_for(qtbot, window):
    _put_caret(window, 9)
    window.page._select(9, 13)
    with qtbot.waitSignal(window.find_bar._seeker.found, timeout=5000):
        window.commands["find"].trigger()
    assert window.find_bar.field.text() == "sand"


@pytest.mark.parametrize(
    ("choice", "words", "count"),
    [("case", "salt", 2), ("words", "salt", 3), ("accents", "cafe", 0), ("expression", r"\bs\w+", 6)],
)
def test_each_choice_counts(qtbot, window, choice, words, count):
    bar = _bar(qtbot, window, words)
    with qtbot.waitSignal(bar._seeker.found, timeout=5000):
        getattr(bar.choices, choice).click()
    assert len(bar.layer.hits) == count


def test_a_bad_expression_is_told_in_a_sentence_and_forgotten(qtbot, window):
    bar = _bar(qtbot, window, "salt")
    with qtbot.waitSignal(bar._seeker.found, timeout=5000):
        bar.choices.expression.click()
    with qtbot.waitSignal(bar._seeker.failed, timeout=5000):
        bar.field.setText("(salt")
    assert bar.said.text() == "This expression cannot be read: missing ), at character 6."
    assert not bar.said.isHidden()
    _look_for(qtbot, window, "(salt)")
    assert bar.said.isHidden()


def test_what_was_found_moves_along_while_one_types(qtbot, window):
    bar = _bar(qtbot, window, "salt")
    _put_caret(window, 5)
    QTest.keyClicks(window.page, "xx")
    assert list(bar.layer.hits) == [(0, 4), (21, 25), (54, 58), (62, 66)]
    with qtbot.waitSignal(bar._seeker.found, timeout=5000):
        QTest.keyClicks(window.page, " salt ")
    assert len(bar.layer.hits) == 5


def test_replacing_one_by_one(qtbot, window):
    bar = _bar(qtbot, window, "salt", replacing=True)
    QTest.keyClicks(bar.template, "sugar")
    QTest.keyClick(bar.template, Qt.Key.Key_Return)
    assert window.page.draft.text.text.startswith("sugar and sand.\nThe salt")
    assert bar.count.text() == "1 of 3"
    QTest.keyClick(bar.template, Qt.Key.Key_Return)
    assert window.page.toPlainText().startswith("sugar and sand.\nThe sugar was")
    assert window.page.toPlainText() == window.page.draft.text.text


def test_replacing_all_is_one_step_and_the_authors(qtbot, window):
    bar = _bar(qtbot, window, "salt", replacing=True)
    QTest.keyClicks(bar.template, "sugar")
    bar.replace_all.click()
    draft = window.page.draft
    assert draft.text.text.count("sugar") == 4
    assert bar.said.text() == "4 places replaced."
    assert draft.text.counts()[Origin.TYPED] == len(draft.text)
    window.page.undo()
    assert draft.text.text == window.page.toPlainText() == TEXT


def test_what_was_pasted_into_the_field_is_pasted_on_the_page(qtbot, window):
    bar = _bar(qtbot, window, "sand", replacing=True)
    QApplication.clipboard().setText("a long sentence from elsewhere")
    bar.template.paste()
    bar.replace_all.click()
    assert window.page.draft.text.counts()[Origin.PASTED] >= 20
    QApplication.clipboard().clear()


def test_the_next_scene_is_searched_when_it_opens(qtbot, window):
    bar = _bar(qtbot, window, "ledger")
    assert bar.count.text() == "Not found"
    with qtbot.waitSignal(bar._seeker.found, timeout=5000):
        window.commands["next_scene"].trigger()
    assert bar.count.text() == "1 of 1"


# ---- all scenes


def _everywhere(qtbot, window, words, replacement=None):
    panel = window.results
    window.commands["find_everywhere"].trigger()
    if replacement is not None:
        panel.replacing.setChecked(True)
        panel.template.setText(replacement)
    with qtbot.waitSignal(panel._seeker.found, timeout=5000):
        panel.field.setText(words)
    return panel


def _rows(panel):
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def test_what_is_found_stands_below_its_scene_in_its_words(qtbot, window):
    panel = _everywhere(qtbot, window, "ledger")
    assert panel.isVisible()
    assert not window.panel.isVisible()
    assert _rows(panel)[0] == "What Ines kept"
    assert "had kept the ledger in a drawer" in _rows(panel)[1]
    assert panel.said.text() == "1 place in 1 scene"


def test_enter_in_the_field_shows_a_place_and_in_the_list_goes_there(qtbot, window):
    panel = _everywhere(qtbot, window, "ledger")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert window.page.draft.title == "What Ines kept"
    assert _selected(window)[1] == "ledger"
    assert panel.field.hasFocus()
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert window.page.hasFocus()


def test_escape_gives_the_companion_its_place_back(qtbot, window):
    panel = _everywhere(qtbot, window, "ledger")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.panel.isVisible()
    assert window.page.hasFocus()


def test_a_preview_shows_what_it_would_become_and_rows_can_be_left_out(qtbot, window):
    panel = _everywhere(qtbot, window, "salt", "sugar")
    before = panel.model.results.count
    assert _rows(panel)[1].startswith("Salt would become sugar: ")
    assert panel.replace_all.text() == f"Replace all {before}"
    panel.view.setCurrentIndex(panel.model.index(1))
    QTest.keyClick(panel.view, Qt.Key.Key_Space)
    assert panel.replace_all.text() == f"Replace the {before - 1} chosen"
    panel.replace_all.click()
    assert window.page.draft.text.text == TEXT.replace("salt", "sugar").replace("SALT", "sugar")
    assert panel.take_back.text() == f"Take back {before - 1} replacements"


def test_replacing_everywhere_is_one_undo_a_scene_or_one_for_all(qtbot, window):
    desk = window.bench.desk
    texts = {entry.id: desk.text(entry.id) for entry in desk.folder.outline.entries}
    panel = _everywhere(qtbot, window, "salt", "sugar")
    scenes = [one.scene for one in panel.model.results.found]
    assert len(scenes) > 2
    panel.replace_all.click()
    assert not any("salt" in desk.text(scene).lower() for scene in texts)
    desk.draft(scenes[-1]).undo()
    assert desk.text(scenes[-1]) == texts[scenes[-1]]
    panel.take_back.click()
    assert {scene: desk.text(scene) for scene in texts} == texts


def test_only_the_place_that_is_chosen(qtbot, window):
    panel = _everywhere(qtbot, window, "salt", "sugar")
    panel.view.setCurrentIndex(panel.model.index(2))
    panel.replace_one.click()
    assert window.page.draft.text.text == TEXT.replace("The salt", "The sugar")


def test_nothing_is_replaced_that_was_not_shown(qtbot, window):
    panel = _everywhere(qtbot, window, "salt", "sugar")
    window.page.draft.apply(Change(0, 0, "New. ", Source(Origin.TYPED)), Cause.TYPE)
    panel.replace_all.click()
    assert "sugar" not in window.page.draft.text.text
    assert panel.said.text().startswith("The text has changed meanwhile")


def test_a_wrong_replacement_is_told_and_the_places_stay(qtbot, window):
    panel = _everywhere(qtbot, window, "salt", r"\1")
    with qtbot.waitSignal(panel._seeker.found, timeout=5000):
        panel.choices.expression.click()
    assert panel.said.text() == "The replacement names the group “1”, which the expression does not have."
    assert panel.model.results.count > 0
    assert not panel.replace_all.isEnabled()


def test_the_keys_are_the_usual_ones(window):
    keys = {name: window.commands[name].shortcut().toString() for name in ("find", "replace", "find_everywhere")}
    assert keys == {"find": "Ctrl+F", "replace": "Ctrl+H", "find_everywhere": "Ctrl+Shift+F"}
    assert QKeySequence("F3") in window.commands["find_next"].shortcuts()


def test_tab_leads_from_what_is_looked_for_to_what_takes_its_place(qtbot, window):
    bar = _bar(qtbot, window, "salt", replacing=True)
    bar.field.setFocus()
    for wanted in (bar.template, bar.replace_one, bar.replace_all, bar.previous):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted


def test_the_columns_are_as_wide_as_wanted_when_the_results_are_left(qtbot, window):
    window.set_shown("companion", True)
    window.commands["find_everywhere"].trigger()
    QApplication.processEvents()
    assert window.panel.isHidden()
    window.results.left.emit()
    QApplication.processEvents()
    binder, _, panel = window.columns.sizes()
    assert [binder, panel] == window._wanted
