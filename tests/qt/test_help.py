"""The Help menu: what is inside, what was noted of failures, newer versions; and what is said of these at the start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.contents import Part, parts
from firsthand.desk.crashes import note, notes
from firsthand.desk.updates import Releases
from firsthand.qt.about import About, Inside
from firsthand.qt.new_version import DailyQuestion, NewVersion
from firsthand.qt.problems import Problems
from firsthand.qt.settings import Settings
from tests.qt.window_parts import novel, window_on
from tests.unit.test_updates import PAGE, refused, server, told

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path)


def said(dialog):
    return dialog.told.text()


def test_about_leads_to_every_part_and_its_licence(qtbot):
    about = About()
    qtbot.addWidget(about)
    about.show()
    about.inside.click()
    inside = about.findChild(Inside)
    assert inside.table.rowCount() == len(parts())
    assert inside.words.toPlainText() == parts()[0].text()
    QTest.keyClick(inside.table, Qt.Key.Key_Down)
    assert inside.words.toPlainText() == parts()[1].text()


def test_a_part_without_a_text_says_so(qtbot):
    inside = Inside([Part("ink", "1", "free")])
    qtbot.addWidget(inside)
    assert inside.words.toPlainText() == "This part brings no licence text of its own."


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("v9.0", "Firsthand 9.0 is there. It is on the page of releases."),
        ("v0.0", "There is no newer one."),
        ("?", f"The answer was not one that Firsthand understands. Look at {PAGE}."),
    ],
)
def test_asking_for_a_newer_version_says_what_was_answered(qtbot, settings, tag, sentence):
    with server(body=told(tag)) as (where, got):
        dialog = NewVersion(settings, where)
        qtbot.addWidget(dialog)
        dialog.show()
        assert got == []
        dialog.ask.click()
        assert said(dialog) == "Asking…"
        qtbot.waitUntil(lambda: said(dialog) == sentence)
        assert dialog.ask.isEnabled()
        assert len(got) == 1


def test_a_copy_that_was_not_told_offers_nothing(qtbot, settings):
    dialog = NewVersion(settings, None)
    qtbot.addWidget(dialog)
    assert not any(part.isEnabled() for part in (dialog.ask, dialog.page, dialog.daily))


def test_nothing_is_asked_at_the_start_unless_the_author_wished_it(qtbot, settings, qapp):
    with server(body=told("v9.0")) as (where, got):
        dialog = NewVersion(settings, where)
        qtbot.addWidget(dialog)
        assert not dialog.daily.isChecked()
        heard: list[str] = []
        for _ in range(2):
            question = DailyQuestion(settings, where, qapp)
            question.said.connect(heard.append)
            qtbot.wait(50)
        assert got == []
        dialog.daily.click()
        for _ in range(2):
            question = DailyQuestion(settings, where, qapp)
            question.said.connect(heard.append)
            qtbot.waitUntil(lambda: bool(heard))
        qtbot.wait(50)
        assert heard == ["Firsthand 9.0 is there; Help, New versions leads to it."]
        assert len(got) == 1


def test_the_daily_question_is_silent_where_there_is_no_answer(qtbot, settings, qapp):
    settings.choose("versions", daily=True)
    with server(status=503) as (where, got):
        question = DailyQuestion(settings, where, qapp)
        heard: list[str] = []
        question.said.connect(heard.append)
        qtbot.waitUntil(lambda: len(got) == 1)
        qtbot.wait(100)
        assert heard == []


def test_notes_are_shown_copied_and_removed(qtbot, tmp_path):
    note(ValueError("words"), tmp_path)
    dialog = Problems(folder=tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "ValueError" in dialog.text.toPlainText()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    dialog.remove.click()
    assert notes(tmp_path) == []
    assert not dialog.text.isVisible()
    assert dialog.about.text() == "Nothing has failed inside Firsthand that was noted here."


def test_a_crash_before_is_said_after_the_manuscript_has_come(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("firsthand.qt.standing._SAID_AFTER", 10)
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        window.say_at_the_start(tmp_path / "problem.txt")
        qtbot.waitUntil(lambda: bool(window.notice.sentences))
        assert window.notice.sentences[0].startswith("Firsthand ended suddenly last time.")


@pytest.mark.parametrize(("name", "kind"), [("about", About), ("problems", Problems), ("new_version", NewVersion)])
def test_the_help_menu_opens_them(qtbot, tmp_path, name, kind):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        window.commands[name].trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        dialog.close()


def test_a_refusal_leaves_the_question_open(qtbot, settings):
    with server(status=404) as (where, _):
        dialog = NewVersion(settings, Releases(where.address, PAGE))
        qtbot.addWidget(dialog)
        dialog.ask.click()
        qtbot.waitUntil(lambda: said(dialog) == refused(404))
        assert dialog.ask.isEnabled()
