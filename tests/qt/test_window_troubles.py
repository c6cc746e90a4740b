"""When the disk refuses, or another thread has something to say: one sentence, nothing lost, never in the way."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from firsthand.desk.refusals import written_again
from firsthand.desk.session import Desk
from firsthand.manuscript import Folder, ManuscriptError
from firsthand.qt import workbench
from tests.qt.window_parts import novel, reopened, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

REFUSED = "01 The ferry office.md cannot be saved (No space left on device). Your words are safe in the window."


@pytest.fixture
def manuscript(tmp_path):
    return novel(tmp_path)


@pytest.fixture
def full_disk(monkeypatch):
    """A disk that takes no scene while the flag is set; the manuscript's other files are not touched."""
    full = threading.Event()
    write = Folder.write

    def refuse(self, entry, text):
        if full.is_set():
            raise ManuscriptError(REFUSED)
        write(self, entry, text)

    monkeypatch.setattr(Folder, "write", refuse)
    return full


def _write(window, text):
    cursor = window.page.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    window.page.setTextCursor(cursor)
    QTest.keyClicks(window.page, text)


def _press(label):
    """Press a button of the message box that is about to be shown."""

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        [button] = [button for button in box.buttons() if button.text() == label]
        button.click()

    QTimer.singleShot(300, press)


def test_what_the_disk_refused_is_said_and_written_later(qtbot, tmp_path, manuscript, full_disk):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        full_disk.set()
        _write(window, "Lost?")
        window.commands["save"].trigger()
        qtbot.waitUntil(lambda: REFUSED in window.notice.sentences)
        assert window.notice.isVisible()
        full_disk.clear()
        window.commands["save"].trigger()
        desk = window.bench.desk
        scene = desk.folder.outline.scenes[0]
        qtbot.waitUntil(lambda: desk.folder.read(scene).endswith("Lost?"))
        qtbot.waitUntil(lambda: window.notice.sentences == (written_again(),))
        window.notice.dismiss_button.click()
        assert not window.notice.isVisible()


def test_a_manuscript_that_cannot_be_saved_stays_open_if_the_author_wants(qtbot, tmp_path, manuscript, full_disk):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        full_disk.set()
        _write(window, "Still here.")
        _press("Keep open")
        window.close()
        assert window.isVisible()
        assert window.bench.desk is not None
        assert window.page.draft is not None
        assert window.page.draft.text.text.endswith("Still here.")
        full_disk.clear()
    desk = reopened(manuscript)
    assert desk.folder.read(desk.folder.outline.scenes[0]).endswith("Still here.")
    desk.close()


def test_what_could_not_be_saved_comes_back_from_the_history(qtbot, tmp_path, manuscript, full_disk):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        full_disk.set()
        _write(window, "Closed anyway.")
        _press("Close anyway")
        window.close()
        assert not window.isVisible()
    full_disk.clear()
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert window.page.draft.text.text.endswith("Closed anyway.")
        assert any("brought back" in sentence for sentence in window.notice.sentences)


def test_sentences_from_other_threads_arrive_one_by_one(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, None) as (window, _):
        for sentence in ("One thing.", "Another thing.", "One thing."):
            thread = threading.Thread(target=window.bench._told.emit, args=(sentence,))
            thread.start()
            thread.join()
        qtbot.waitUntil(lambda: len(window.notice.sentences) == 2)
        assert list(window.notice.sentences) == ["One thing.", "Another thing."]
        window.notice.dismiss_button.click()
        assert list(window.notice.sentences) == ["Another thing."]


def test_a_failure_nobody_foresaw_is_one_sentence(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, None) as (window, _):
        window.say_failure()
        assert len(window.notice.sentences) == 1


def test_a_manuscript_can_be_followed_by_another(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        _write(window, "First book.")
        with qtbot.waitSignal(window.bench.opened):
            window._make_manuscript(tmp_path / "Second", "Second")
        assert window.page.draft.title == "Untitled scene"
        _write(window, "Second book.")
        with qtbot.waitSignal(window.bench.opened):
            window.open_manuscript(manuscript)
        assert window.page.draft.text.text.endswith("First book.")
        assert window.settings.recent[:2] == [manuscript, tmp_path / "Second"]
        window.commands["close_manuscript"].trigger()
        assert window.bench.desk is None
        assert window.threshold.isVisible()


def test_a_history_that_takes_long_to_read_is_said_to_be(qtbot, monkeypatch, tmp_path, manuscript):
    read, go_on, opened = threading.Event(), threading.Event(), Desk.open

    def slowly(*given):
        read.set()
        assert go_on.wait(10)
        return opened(*given)

    monkeypatch.setattr(workbench, "LONG", 10)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        monkeypatch.setattr(Desk, "open", slowly)
        window.open_manuscript(manuscript)
        qtbot.waitUntil(lambda: "is being read" in window.threshold.text.text())
        assert read.wait(10)
        assert window.isVisible()
        go_on.set()
        qtbot.waitUntil(lambda: window.bench.desk is not None)
        QTest.qWait(50)
        assert window.page.isVisible()
        assert not window.threshold.isVisible()
