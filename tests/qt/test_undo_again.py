"""Undo in the window after a restart: the keys take back what was written the day before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def test_the_keys_of_undo_and_redo_go_on_after_a_restart(qtbot, tmp_path):
    manuscript = novel(tmp_path)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        before = window.page.toPlainText()
        window.page.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(window.page, "She waited there.")
        whole = window.page.toPlainText()
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        page, text = window.page, window.page.draft.text
        assert window.commands["undo"].isEnabled()
        assert not window.commands["redo"].isEnabled()
        page.moveCursor(QTextCursor.MoveOperation.Start)
        for left in ("She waited ", "She ", ""):
            QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            assert page.toPlainText() == text.text == before + left
            assert page.textCursor().position() == len(before + left)
        qtbot.waitUntil(lambda: not window.commands["undo"].isEnabled())
        for _ in range(3):
            QTest.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert page.toPlainText() == text.text == whole
        qtbot.waitUntil(lambda: not window.commands["redo"].isEnabled())
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert window.page.toPlainText() == whole
        window.commands["undo"].trigger()
        assert window.page.toPlainText() == before + "She waited "
