"""Text from elsewhere in the window: shown and asked about quietly, listed, and what is said of it recorded."""

import os

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.history import Said
from firsthand.provenance import Origin
from tests.qt.window_parts import novel, reopened, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise)")

LETTER = "She said the tide would turn by nine, and that nobody would notice who had rowed out.\n"


@pytest.fixture
def manuscript(tmp_path):
    """The sample novel, opened once before: nothing about it is news."""
    path = novel(tmp_path)
    reopened(path).close()
    return path


@pytest.fixture
def window(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        window.activateWindow()
        window.page.setFocus()
        yield window


def paste(window, text):
    mime = QMimeData()
    mime.setText(text)
    window.page.insertFromMimeData(mime)
    QApplication.processEvents()


def labels(window):
    return [button.text() for button in window.question.choices]


def choose(window, label):
    next(button for button in window.question.choices if button.text() == label).click()


def written_outside(window, number, change):
    """Have another program change a scene's file; the Entry."""
    entry = window.bench.desk.folder.outline.scenes[number]
    path = window.bench.desk.folder.file(entry)
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 2_000_000))
    return entry


def said(window):
    return {one.first_words.split()[0]: one.said for one in window.bench.desk.declaring.sources()}


# The question


def test_a_paste_is_asked_about_without_taking_the_keyboard(window):
    paste(window, LETTER)
    assert window.question.isVisible()
    assert window.question.text.text() == "Pasted 17 words."
    assert labels(window) == ["Mine, earlier", "Quotation", "Another AI tool", "Another person", "Later"]
    assert window.page.hasFocus()
    QTest.keyClicks(window.page, "ok")
    assert window.page.draft.text.counts()[Origin.TYPED] == 2


def test_an_answer_is_recorded_and_the_question_goes(window):
    paste(window, LETTER)
    choose(window, "Another AI tool")
    assert not window.question.isVisible()
    assert said(window)["She"] is Said.AI


@pytest.mark.parametrize("text", ["nineteen characters", "   \n" * 10])
def test_little_things_are_not_asked_about(window, text):
    paste(window, text)
    assert not window.question.isVisible()


def test_what_is_known_again_is_not_asked_about(window):
    known = window.page.draft.text.text.split("\n")[0]
    assert len(known) > 100
    paste(window, known)
    assert not window.question.isVisible()


def test_the_question_goes_by_itself_and_nothing_is_said(window):
    paste(window, LETTER)
    window.question.patience.timeout.emit()
    assert not window.question.isVisible()
    assert said(window)["She"] is None


def test_it_stays_while_it_has_the_keyboard_and_gives_it_back(window):
    paste(window, LETTER)
    window.commands["next_part"].trigger()
    assert window.question.choices[0].hasFocus()
    window.question.patience.timeout.emit()
    assert window.question.isVisible()
    QTest.keyClick(window.question.choices[0], Qt.Key.Key_Tab)
    assert window.question.choices[1].hasFocus()
    QTest.keyClick(window.question.choices[1], Qt.Key.Key_Return)
    assert said(window)["She"] is Said.QUOTATION
    assert window.page.hasFocus()


def test_escape_puts_it_away(window):
    paste(window, LETTER)
    window.commands["next_part"].trigger()
    QTest.keyClick(window.question.choices[0], Qt.Key.Key_Escape)
    assert not window.question.isVisible()
    assert window.page.hasFocus()


def test_the_next_paste_takes_its_place(window):
    paste(window, LETTER)
    paste(window, "And nothing more was heard of it.\n")
    assert window.question.text.text() == "Pasted 7 words."
    choose(window, "Quotation")
    assert (said(window)["And"], said(window)["She"]) == (Said.QUOTATION, None)


def test_scenes_that_stood_there_before_are_asked_about_once_and_together(qtbot, tmp_path):
    path = novel(tmp_path)
    with window_on(qtbot, tmp_path, path) as (window, _):
        assert window.question.text.text() == "5 scenes stood here before recording began. Whose words are they?"
        choose(window, "Mine, earlier")
        assert {one.said for one in window.bench.desk.declaring.sources()} == {Said.OWN}
    with window_on(qtbot, tmp_path, path) as (window, _):
        assert not window.question.isVisible()
        assert {one.said for one in window.bench.desk.declaring.sources()} == {Said.OWN}


# Other programs


def test_an_edit_by_another_program_comes_onto_the_page_and_the_caret_stays(window):
    page = window.page
    cursor = page.textCursor()
    cursor.setPosition(len(page.draft.text) - 10)
    page.setTextCursor(cursor)
    before = page.draft.text.units(page.textCursor().position())
    written_outside(window, 0, lambda text: "A line that another program put first.\n" + text)
    window.bench.look_outside()
    assert page.toPlainText().startswith("A line that another program")
    assert page.toPlainText() == page.draft.text.text
    assert page.draft.text.units(page.textCursor().position()) == before
    assert window.question.text.text() == "Another program changed “The ferry office”; 7 new words came in."
    QTest.keyClicks(page, "x")
    assert page.toPlainText() == page.draft.text.text
    choose(window, "Show")
    assert page.textCursor().selectedText().startswith("A line that another program put first.")


def test_coming_back_to_the_window_is_enough(qtbot, window):
    written_outside(window, 1, lambda text: text + "A line that another program put last.\n")
    window._came_back()
    qtbot.waitUntil(window.question.isVisible)
    choose(window, "Another person")
    assert said(window)["A"] is Said.PERSON


def test_the_question_about_several_scenes_leads_to_the_list(qtbot, window):
    written_outside(window, 1, lambda text: text + "A line that another program put last.\n")
    written_outside(window, 2, lambda text: "Nobody here had asked for such things.\n" + text)
    window.bench.look_outside()
    assert window.question.text.text() == "Another program changed 2 scenes; 14 new words came in."
    choose(window, "See all")
    assert window.elsewhere._sources.isVisible()


def test_what_another_program_only_took_away_is_told(window):
    written_outside(window, 1, lambda text: text[text.index("\n") + 1 :])
    window.bench.look_outside()
    assert not window.question.isVisible()
    assert window.notice.sentences == ("Another program changed “What Ines kept”. What changed is recorded.",)


def test_an_edit_elsewhere_while_writing_is_saved_with_what_was_written(window):
    QTest.keyClicks(window.page, "Hm. ")
    entry = written_outside(window, 0, lambda text: text + "A line that another program put last.\n")
    window.bench.save()
    assert window.bench.settle()
    text = window.bench.desk.folder.read(entry)
    assert text.startswith("Hm. ")
    assert text.endswith("put last.\n")
    assert window.notice.sentences == ()


# The list


@pytest.fixture
def listed(qtbot, window):
    paste(window, LETTER)
    window.commands["sources"].trigger()
    sources = window.elsewhere._sources
    qtbot.waitUntil(lambda: sources.table.rowCount() == 6, timeout=20_000)
    return window, sources


def row(sources, number):
    return [sources.table.item(number, column).text() for column in (0, 2, 3, 4)]


def test_the_list_names_all_text_from_elsewhere(listed):
    _, sources = listed
    assert row(sources, 0) == ["She said the tide would turn by nine, …", "The ferry office", "17", "Not said"]
    assert [row(sources, number)[1] for number in range(2, 6)] == [
        "What Ines kept",
        "A borrowed coat",
        "The auction",
        "Letters, unsent",
    ]
    assert not sources.isModal()
    assert not sources.show_button.isEnabled()


def test_several_can_be_spoken_of_at_once_and_it_can_be_taken_back(listed):
    window, sources = listed
    sources.table.selectAll()
    sources.choices[Said.OWN].click()
    assert [row(sources, number)[3] for number in range(6)] == ["Mine, earlier"] * 6
    sources.table.clearSelection()
    sources.table.selectRow(0)
    sources.choices[Said.NOTHING].click()
    assert row(sources, 0)[3] == "Not said"
    assert set(said(window).values()) == {None, Said.OWN}
    assert sources.table.selectionModel().selectedRows()[0].row() == 0


def test_the_list_leads_to_the_text(listed):
    window, sources = listed
    sources.table.selectRow(2)
    sources.show_button.click()
    assert window.page.draft.title == "What Ines kept"
    assert window.page.textCursor().selectionStart() == 0
    assert window.page.textCursor().selectionEnd() == len(window.page.draft.text)


def test_it_goes_with_its_manuscript(qtbot, listed):
    window, sources = listed
    window.commands["close_manuscript"].trigger()
    assert not sources.isVisible()
    assert not window.question.isVisible()
    assert not window.commands["sources"].isEnabled()


def test_where_it_is_only_read_nothing_can_be_said(qtbot, tmp_path, manuscript):
    first = reopened(manuscript)
    try:
        with window_on(qtbot, tmp_path, manuscript) as (window, _):
            assert not window.question.isVisible()
            window.commands["sources"].trigger()
            sources = window.elsewhere._sources
            qtbot.waitUntil(lambda: sources.table.rowCount() == 5, timeout=20_000)
            sources.table.selectRow(0)
            assert sources.show_button.isEnabled()
            assert not any(button.isEnabled() for button in sources.choices.values())
    finally:
        first.close()


def test_a_manuscript_all_written_here_says_so(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, None) as (window, _):
        with qtbot.waitSignal(window.bench.opened, timeout=10_000):
            window.bench.create(tmp_path / "New", "New")
        QTest.keySequence(window, QKeySequence("Ctrl+Shift+T"))
        sources = window.elsewhere._sources
        qtbot.waitUntil(lambda: "was written here" in sources.about.text(), timeout=20_000)
        assert sources.table.rowCount() == 0
