"""The binder's list, by keyboard and for those who cannot see its colours."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.session import Desk
from firsthand.provenance import Change
from firsthand.qt.binder import Binder
from firsthand.qt.binder_model import Role
from firsthand.qt.counts import Counts
from firsthand.qt.theme import DARK, LIGHT
from tests.qt.window_parts import novel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def desk(tmp_path):
    made = Desk.open(novel(tmp_path))
    yield made
    made.close()


@pytest.fixture
def binder(qtbot, desk):
    counts = Counts()
    made = Binder(counts)
    counts.setParent(made)
    qtbot.addWidget(made)
    made.resize(244, 600)
    made.show()
    with qtbot.waitSignal(counts.settled):
        counts.set_desk(desk)
    made.set_desk(desk)
    return made


def test_the_model_keeps_qts_rules(binder):
    QAbstractItemModelTester(binder.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [binder.model.index(row, 0).data() for row in range(3)] == ["One — Low Water", "Two — Slack", "Notes"]


def test_arrows_go_from_row_to_row_and_enter_opens(qtbot, binder):
    binder.set_open("a-borrowed-coat")
    QTest.keyClick(binder.view, Qt.Key.Key_Down)
    assert binder.view.currentIndex().data() == "Two — Slack"
    QTest.keyClick(binder.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(binder.open_requested) as wish:
        QTest.keyClick(binder.view, Qt.Key.Key_Return)
    assert wish.args == ["the-auction"]


def test_a_click_opens_and_a_heading_does_not(qtbot, binder):
    wishes: list[str] = []
    binder.open_requested.connect(wishes.append)
    for index in (binder.model.index(0, 0), binder.model.place("letters-unsent")):
        spot = binder.view.visualRect(index).center()
        QTest.mouseClick(binder.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wishes == ["letters-unsent"]


def test_the_tooltip_says_in_words_what_the_bar_says_in_colours(qtbot, binder, desk):
    draft = desk.draft("the-auction")
    draft.apply(Change(0, len(draft.text), "Mine it is. "))
    desk.suggesting.insert(
        Suggestion("r.1", "r", Purpose.CONTINUE, "x", "The gulls left the yard.", 1.0, "m"),
        "the-auction",
        len(draft.text),
    )
    counts = binder.findChild(Counts)
    with qtbot.waitSignal(counts.settled):
        counts.changed("the-auction")
    index = binder.model.place("the-auction")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "The auction\n8 words\ntyped by you 33%, a model’s 66%"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("The auction, scene, 8 words")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_bar_shows_whose_the_words_are(qtbot, binder, desk, theme):
    draft = desk.draft("the-auction")
    draft.apply(Change(0, len(draft.text), "Mine. " * 20))
    counts = binder.findChild(Counts)
    with qtbot.waitSignal(counts.settled):
        counts.changed("the-auction")
    binder.set_theme(theme)
    colours = {}
    for scene in ("the-ferry-office", "the-auction"):
        spot = binder.view.visualRect(binder.model.place(scene))
        picture = binder.view.viewport().grab(spot).toImage()
        colours[scene] = picture.pixelColor(spot.width() // 2, spot.height() - 7).name()
    assert colours == {"the-ferry-office": theme.pasted, "the-auction": theme.author}


def test_what_has_no_words_has_no_figures(binder, desk):
    entry = desk.add_note("Empty")
    binder.refresh(desk)
    assert binder.model.place(entry.id).data(Qt.ItemDataRole.ToolTipRole) == "Empty\nno words yet"
    assert binder.model.place("nothing") == QModelIndex()


def test_the_current_scene_stays_current_when_the_outline_changes(binder, desk):
    binder.set_open("the-auction")
    desk.add_scene("New", after="the-ferry-office")
    binder.refresh(desk)
    assert binder.view.currentIndex().data(Role.ID) == "the-auction"
