"""The places changed on two computers, in the window: asked about once, shown side by side, chosen by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.settings import Appearance
from firsthand.history import Choice
from firsthand.provenance import Change, Origin, Source
from firsthand.qt.theme import DARK, contrast
from tests.computers import Computer, Synchroniser
from tests.qt.window_parts import novel, reopened, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise)")

OURS = "She waited for the ferry until the lamps were lit.\n"
THEIRS = "The ferry had gone."


@pytest.fixture
def manuscript(tmp_path):
    """The sample novel, of which the first two scenes went on apart on two computers."""
    one, other = Computer(tmp_path, "one", None), Computer(tmp_path, "other", None)
    one.book.parent.mkdir()
    with one.on():
        novel(tmp_path).rename(one.book)
        reopened(one.book).close()
    synchroniser = Synchroniser(one, other)
    synchroniser.begin()
    for computer, text, origin in ((one, OURS, Origin.TYPED), (other, THEIRS, Source(Origin.MODEL, "r.1"))):
        with computer.sitting() as desk:
            for entry in desk.folder.outline.scenes[:2]:
                desk.draft(entry.id).apply(Change(0, 0, text.strip() + "\n", origin))
    synchroniser.run()
    return one


@pytest.fixture
def window(qtbot, tmp_path, manuscript, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_HOME", str(manuscript.home))
    with window_on(qtbot, tmp_path, manuscript.book) as (window, _):
        window.activateWindow()
        yield window


@pytest.fixture
def dialog(window):
    window.commands["computers"].trigger()
    QApplication.processEvents()
    return window.computers.dialog


def test_the_window_says_once_and_quietly_that_places_wait(window):
    assert window.question.isVisible()
    assert window.question.text.text() == "Changed on two computers: 2 places. Both texts stand until you choose."
    next(button for button in window.question.choices if button.text() == "Choose…").click()
    assert window.computers.dialog.isVisible()
    assert not window.question.isVisible()


def test_both_texts_are_shown_with_where_they_are_from_and_whose_they_are(dialog):
    left, right = dialog.sides
    assert (left.words.toPlainText(), right.words.toPlainText()) == (OURS.strip(), THEIRS)
    assert left.heading.text().startswith("On this computer, ")
    assert right.heading.text().startswith("On another computer, ")
    assert (left.whose.text(), right.whose.text()) == ("typed by you 100%", "a model’s 100%")
    assert dialog.where.text() == "1 of 2"
    assert left.words.accessibleName() == left.heading.text()


@pytest.mark.parametrize(
    ("choice", "begins"),
    [(Choice.FIRST, OURS), (Choice.SECOND, THEIRS + "\n"), (Choice.BOTH, OURS + THEIRS + "\n")],
    ids=["left", "right", "both"],
)
def test_a_key_chooses_and_the_next_place_comes(window, dialog, choice, begins):
    desk = window.bench.desk
    first, second = (entry.id for entry in desk.folder.outline.scenes[:2])
    rest = desk.text(first).removeprefix(OURS + THEIRS + "\n")
    QTest.keyClick(dialog.choices[choice], Qt.Key.Key_Space)
    assert desk.text(first) == begins + rest
    assert [one.scene.id for one in desk.choosing.questions()] == [second]
    assert dialog.title.text() == desk.entry(second).title
    assert window.page.toPlainText() == begins + rest
    QTest.keyClick(dialog.choices[choice], Qt.Key.Key_Space)
    assert not desk.choosing.questions()
    assert not dialog.isVisible()


def test_they_are_read_in_the_dark_when_it_comes(window, dialog):
    window.settings.choose("view", appearance=Appearance.DARK)
    QApplication.processEvents()
    cursor = dialog.sides[1].words.textCursor()
    cursor.setPosition(3)
    ground = cursor.charFormat().background().color()
    assert contrast(ground, QColor(DARK.ink)) >= 7


def test_next_and_previous_go_round(dialog):
    titles = [dialog.title.text()]
    for button in (dialog.next_button, dialog.next_button, dialog.previous_button):
        QTest.keyClick(button, Qt.Key.Key_Space)
        titles.append(dialog.title.text())
    assert titles == [titles[0], titles[1], titles[0], titles[1]]
    assert titles[0] != titles[1]


def test_a_choice_is_taken_back_in_the_page_like_any_other_change(window, dialog):
    before = window.page.toPlainText()
    dialog.choices[Choice.FIRST].click()
    assert window.page.toPlainText() != before
    window.page.undo()
    assert window.page.toPlainText() == before


def test_a_manuscript_that_was_never_apart_says_so(qtbot, tmp_path):
    path = novel(tmp_path / "alone")
    reopened(path).close()
    with window_on(qtbot, tmp_path, path) as (window, _):
        window.commands["computers"].trigger()
        assert window.computers.dialog.about.text().startswith("No place waits for you")
        assert not any(button.isVisible() for button in window.computers.dialog.choices.values())
