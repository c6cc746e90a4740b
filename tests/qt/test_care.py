"""Getting a manuscript onto the desk and keeping it safe: the threshold, backups and copies of them, imported texts."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.backing_up import backups
from firsthand.qt.recovery import Recovery
from firsthand.qt.text_import import TextImport
from tests.qt.window_parts import novel, reopened, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))


@pytest.fixture
def manuscript(tmp_path):
    return novel(tmp_path)


def dialog(qtbot, kind):
    """The dialog of this kind, once it is there."""
    qtbot.waitUntil(lambda: any(isinstance(w, kind) and w.isVisible() for w in QApplication.topLevelWidgets()))
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def close(qtbot, window):
    """Close the manuscript and wait for what the threshold then shows, and for the backup."""
    window.commands["close_manuscript"].trigger()
    qtbot.waitUntil(lambda: window.threshold.recent.count() > 0)
    qtbot.waitUntil(lambda: not window.care._backing, timeout=20_000)


def test_the_first_start_offers_everything_and_the_sample_novel_opens(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, None) as (window, _):
        window.begin(lambda: None)
        qtbot.waitUntil(window.threshold.new_button.isVisible)
        assert not window.binder.isVisible()
        assert not window.panel.isVisible()
        assert not window.threshold.recent.isVisible()
        with qtbot.waitSignal(window.bench.opened):
            window.threshold.sample_button.click()
        assert window.bench.desk.folder.path == tmp_path / "home" / "manuscripts" / "The Salt Ledger"
        assert window.settings.language == "en_GB"  # as it is written, with grey salt
        assert window.binder.isVisible()
        assert window.panel.isVisible()


def test_what_was_open_is_listed_and_opens_with_enter(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        words = window.bench.desk.total().words
        close(qtbot, window)
        recent = window.threshold.recent
        said = recent.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert f"{words:,}" in said
        assert str(manuscript) in said
        with qtbot.waitSignal(window.bench.opened):
            QTest.keyClick(recent, Qt.Key.Key_Return)


def test_what_is_not_there_is_marked_and_can_be_taken_out(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        close(qtbot, window)
        shutil.move(manuscript, tmp_path / "moved")
        window.care.show_recents()
        recent = window.threshold.recent
        qtbot.waitUntil(lambda: "not found" in str(recent.item(0).data(Qt.ItemDataRole.AccessibleTextRole)))
        QTest.keyClick(recent, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: recent.count() == 0)
        assert window.settings.recent == []


def test_closing_makes_a_backup_and_a_copy_of_it_opens_beside(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        QTest.keyClicks(window.page, "Kept twice. ")
        close(qtbot, window)
        [made] = backups(window.care.folder)
        before = {path: path.read_bytes() for path in manuscript.rglob("*.md")}
        window.commands["backups"].trigger()
        recovery = dialog(qtbot, Recovery)
        qtbot.waitUntil(recovery.open_button.isEnabled)
        assert not recovery.make_button.isEnabled()
        with qtbot.waitSignal(window.bench.opened):
            recovery.open_button.click()
        desk = window.bench.desk
        assert desk.folder.path == manuscript.parent / f"The Salt Ledger ({made.made:%Y-%m-%d %H.%M})"
        assert desk.text(desk.folder.outline.scenes[0].id).startswith("Kept twice. ")
        assert any("copy" in sentence for sentence in window.notice.sentences)
        assert {path: path.read_bytes() for path in manuscript.rglob("*.md")} == before


def test_a_manuscript_that_cannot_be_opened_offers_its_own_backups(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        QTest.keyClicks(window.page, "a")
        close(qtbot, window)
        (manuscript / "manuscript.toml").write_text("")
        with qtbot.waitSignal(window.bench.refused):
            window.open_manuscript(manuscript)
        window.threshold.backups_button.click()
        recovery = dialog(qtbot, Recovery)
        qtbot.waitUntil(lambda: recovery.table.rowCount() == 1)
        recovery.reject()


def test_backing_up_now_is_said_and_twice_makes_one(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        window.commands["backups"].trigger()
        recovery = dialog(qtbot, Recovery)
        qtbot.waitUntil(lambda: "no backups yet" in recovery.said.text())
        recovery.make_button.click()
        qtbot.waitUntil(lambda: recovery.table.rowCount() == 1, timeout=20_000)
        recovery.make_button.click()
        qtbot.waitUntil(lambda: "Nothing has changed" in recovery.said.text(), timeout=20_000)
        assert recovery.table.rowCount() == 1
        recovery.reject()


def test_a_place_for_backups_that_cannot_be_used_is_said_once(qtbot, tmp_path, manuscript):
    (tmp_path / "file").write_text("")
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        window.settings.choose("backups", folder=str(tmp_path / "file" / "backups"))
        for _ in range(2):
            window.care._clock.timeout.emit()
            qtbot.waitUntil(lambda: not window.care._backing, timeout=20_000)
        assert len([one for one in window.notice.sentences if "backup" in one]) == 1
        QTest.keyClicks(window.page, "Writing goes on. ")
        assert window.page.draft.text.text.startswith("Writing goes on. ")


def test_a_text_is_looked_at_and_then_imported(qtbot, tmp_path):
    text = tmp_path / "ebb.md"
    text.write_text("# Ebb\n## One\n\nA b.\n\n***\n\nC d.\n## Two\n\nE.\n", "utf-8")
    with window_on(qtbot, tmp_path, None) as (window, _):
        window.care.preview([text])
        preview = dialog(qtbot, TextImport)
        qtbot.waitUntil(preview.import_button.isEnabled)
        assert preview.title.text() == "Ebb"
        assert [preview.tree.topLevelItem(n).childCount() for n in range(2)] == [2, 1]
        preview.at_breaks.click()
        qtbot.waitUntil(lambda: preview.tree.topLevelItem(0).childCount() == 1)
        preview.title.setText("Flow / Ebb")
        with qtbot.waitSignal(window.bench.opened):
            preview.import_button.click()
        assert window.bench.desk.folder.path == tmp_path / "home" / "manuscripts" / "Flow Ebb"
        qtbot.waitUntil(window.question.isVisible)
    desk = reopened(tmp_path / "home" / "manuscripts" / "Flow Ebb")
    assert desk.total().by_origin["imported"] == 5
    desk.close()


def test_what_is_no_text_is_said_in_the_preview(qtbot, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\0\0")
    with window_on(qtbot, tmp_path, None) as (window, _):
        window.care.preview([tmp_path / "a.docx"])
        preview = dialog(qtbot, TextImport)
        qtbot.waitUntil(lambda: "not a text file" in preview.note.text())
        assert not preview.import_button.isEnabled()
        preview.reject()
