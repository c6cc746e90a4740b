"""Every action by a few letters or by keys of the author's own choosing, which are kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.qt.palette import Command, Palette, commands_of
from firsthand.qt.settings import Settings
from firsthand.qt.shortcuts import Shortcuts, holder
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))


@pytest.fixture
def window(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        yield window


def palette_of(window):
    window.commands["palette"].trigger()
    palette = window.findChild(Palette)
    assert palette is not None
    return palette


def listed(palette):
    return [palette.list.item(row).text() for row in range(palette.list.count())]


# -- the palette


def test_every_action_is_in_the_palette_once(window):
    names = [command.name for command in commands_of(window.commands)]
    assert sorted(names) == sorted(window.commands)
    palette = palette_of(window)
    here = [item.data(Qt.ItemDataRole.UserRole) for item in map(palette.list.item, range(palette.list.count()))]
    assert [name for name in here if name in names] == sorted(names, key=here.index)
    assert len(here) == len(set(here)) > len(names)
    palette.close()


def test_what_menus_hold_that_fill_themselves_is_found_and_done(qtbot, window):
    def scene():
        return window.bench.desk.folder.outline.scenes[0]

    window.bench.desk.arranging.add_label("Ines & co.", "amber", [])
    for typed, first in (("status revis", "Revised"), ("label ines", "Ines & co.")):
        palette = palette_of(window)
        QTest.keyClicks(palette.seek, typed)
        assert listed(palette)[0] == first
        QTest.keyClick(palette.seek, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.findChild(Palette) is None)
    qtbot.waitUntil(lambda: (scene().status, scene().label) == ("revised", "Ines & co."))
    palette = palette_of(window)
    QTest.keyClicks(palette.seek, "status")
    assert "✓ Revised" in listed(palette)
    palette.seek.clear()
    QTest.keyClicks(palette.seek, "recent")
    with qtbot.waitSignal(window.bench.opened):
        QTest.keyClick(palette.seek, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("new sc", "New scene"),
        ("NEXT SC", "Next scene"),
        ("dark", "Dark"),
        ("appear dark", "Dark"),
        ("spell", "✓ Check spelling"),
        ("qu", "Quit"),
        ("repl", "Replace"),
        ("german", "Deutsch"),
        ("status draft", "Draft"),
        ("recent salt", "The Salt Ledger"),
        ("snapshot", "Name this moment"),
        ("preferences", "Settings"),
    ],
)
def test_a_few_letters_find_an_action(window, typed, first):
    palette = palette_of(window)
    QTest.keyClicks(palette.seek, typed)
    assert listed(palette)[0] == first
    palette.close()


def test_nothing_fits_nothing_happens(window):
    palette = palette_of(window)
    QTest.keyClicks(palette.seek, "xyzzy")
    assert listed(palette) == ["No command has these words."]
    QTest.keyClick(palette.seek, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(palette.seek, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_enter_does_it_with_the_focus_back_on_the_page(qtbot, window):
    before = len(window.bench.desk.folder.outline.note)
    palette = palette_of(window)
    QTest.keyClicks(palette.seek, "new note")
    QTest.keyClick(palette.seek, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.bench.desk.folder.outline.note) == before + 1)


def test_the_arrows_choose_and_what_cannot_be_done_stands_last_and_is_not_done(window):
    palette = palette_of(window)
    QTest.keyClick(palette.seek, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    palette.list.setCurrentRow(palette.list.count() - 1)
    assert not palette.list.currentItem().flags() & Qt.ItemFlag.ItemIsEnabled
    QTest.keyClick(palette.seek, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


@pytest.mark.parametrize(
    ("looked_for", "fits"), [("", True), ("sc new", True), ("file", True), ("ew", True), ("old", False)]
)
def test_what_fits(looked_for, fits):
    assert (Command("new_scene", "New scene", "File").rank(looked_for) is not None) is fits


# -- the keys


def keys_dialog(window, qtbot, name):
    dialog = Shortcuts(window.commands, window.settings, window)
    dialog.show()
    row = next(row for row, one in enumerate(dialog._shown) if one.name == name)
    dialog.table.selectRow(row)
    return dialog


def press(dialog, keys):
    """As if the author had pressed these keys in the field and waited."""
    dialog.keys.setKeySequence(QKeySequence(keys))
    dialog.keys.editingFinished.emit()


def test_other_keys_work_at_once_and_after_a_restart(qtbot, tmp_path, window):
    dialog = keys_dialog(window, qtbot, "report")
    press(dialog, "Ctrl+Alt+9")
    assert window.commands["report"].shortcut() == QKeySequence("Ctrl+Alt+9")
    window.settings.sync()
    assert Settings(tmp_path / "settings").choices.keyboard.keys == {"report": ["Ctrl+Alt+9"]}
    press(dialog, "Ctrl+Shift+R")
    assert window.settings.choices.keyboard.keys == {}
    dialog.close()


def test_keys_that_are_taken_are_said_to_be_and_given_only_when_told(qtbot, window):
    dialog = keys_dialog(window, qtbot, "report")
    press(dialog, "Ctrl+N")
    assert dialog.said.text() == "Ctrl+N belongs to “New scene”."
    assert window.commands["report"].shortcut() == QKeySequence("Ctrl+Shift+R")
    dialog.take_button.click()
    assert window.commands["report"].shortcut() == QKeySequence("Ctrl+N")
    assert window.commands["new_scene"].shortcuts() == []
    dialog.reset_button.click()
    assert window.commands["report"].shortcut() == QKeySequence("Ctrl+Shift+R")
    row = next(row for row, one in enumerate(dialog._shown) if one.name == "new_scene")
    dialog.table.selectRow(row)
    dialog.reset_button.click()
    assert window.commands["new_scene"].shortcut() == QKeySequence("Ctrl+N")
    assert window.settings.choices.keyboard.keys == {}
    dialog.close()


def test_resetting_keys_that_another_action_took_meanwhile_gives_them_back(qtbot, window):
    dialog = keys_dialog(window, qtbot, "report")
    press(dialog, "Ctrl+N")
    dialog.take_button.click()
    row = next(row for row, one in enumerate(dialog._shown) if one.name == "new_scene")
    dialog.table.selectRow(row)
    dialog.reset_button.click()
    assert window.commands["new_scene"].shortcut() == QKeySequence("Ctrl+N")
    for name in window.commands:
        for keys in window.commands[name].shortcuts():
            assert holder(window.commands, keys, name) == ""
    dialog.close()


def test_an_action_can_be_without_keys_and_all_can_be_reset(qtbot, window):
    dialog = keys_dialog(window, qtbot, "quit")
    press(dialog, "")
    assert window.commands["quit"].shortcuts() == []
    QApplication.processEvents()
    dialog.all_button.click()
    assert window.commands["quit"].shortcut() == QKeySequence("Ctrl+Q")
    dialog.close()


def test_nonsense_in_the_settings_leaves_an_action_without_keys_and_no_more(qtbot, tmp_path):
    file = tmp_path / "settings" / "settings.toml"
    file.parent.mkdir()
    file.write_text('[keyboard.keys]\nreport = ["Gibberish+§§§"]\nnobody = ["Ctrl+N"]\n', "utf-8")
    with window_on(qtbot, tmp_path, None) as (window, _):
        assert window.commands["new_scene"].shortcut() == QKeySequence("Ctrl+N")


# -- everything by the keyboard


def focus(window):
    return QApplication.focusWidget()


def test_f6_reaches_a_message_what_was_found_and_the_bar(qtbot, window):
    window.question.put_away()
    window.notice.say("Something to read.")
    window._find_everywhere(None)
    window.binder.view.setFocus()
    seen = []
    for _step in range(5):
        window.commands["next_part"].trigger()
        seen.append(focus(window))
    assert seen == [
        window.page, window.results.field, window.notice.dismiss_button, window.binder.view, window.page
    ]  # fmt: skip
    window.commands["previous_part"].trigger()
    window.commands["previous_part"].trigger()
    QTest.keyClick(focus(window), Qt.Key.Key_Return)
    assert (window.notice.isHidden(), focus(window)) == (True, window.page)


@pytest.mark.parametrize("part", ["binder", "wish", "ask", "notice"])
def test_escape_leads_to_the_page(window, part):
    window.notice.say("Something to read.")
    parts = {"binder": window.binder.view, "wish": window.panel.ask.wish, "ask": window.panel.ask.button}
    parts |= {"notice": window.notice.dismiss_button}
    parts[part].setFocus()
    QTest.keyClick(parts[part], Qt.Key.Key_Escape)
    assert focus(window) is window.page


def test_escape_closes_what_was_found_from_any_part_of_it(window):
    window._find_everywhere(None)
    window.results.choices.words.setFocus()
    QTest.keyClick(window.results.choices.words, Qt.Key.Key_Escape)
    assert (window.results.isVisible(), focus(window)) == (False, window.page)


def test_enter_presses_the_button_that_has_the_focus(qtbot, window):
    window._find_everywhere(None)
    QTest.keyClicks(window.results.field, "ferry")
    window.commands["replace"].trigger()
    assert focus(window) is window.results.template
    QTest.keyClicks(window.results.template, "boat")
    qtbot.waitUntil(lambda: window.results.replace_all.isEnabled() and bool(window.results.model.chosen()))
    window.results.replace_all.setFocus()
    QTest.keyClick(window.results.replace_all, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    qtbot.waitUntil(window.results.take_back.isVisible)
