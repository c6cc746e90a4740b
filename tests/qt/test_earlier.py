"""Earlier versions in the real window: the list, the page, what changed since, names, and bringing words back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QPushButton

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.past import Row
from firsthand.desk.session import Desk
from firsthand.provenance import Change, Origin
from firsthand.provenance.hunks import Kind
from firsthand.qt.jobs import wait_for_jobs
from firsthand.qt.versions_list import Role
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise)")

BOATS = "She counted the boats.\n"
SAID = "The eighth had gone down. "
NAME = "Before the second draft"


class Clock:
    now = 1_790_000_000_000

    def __call__(self):
        self.now += 40
        return self.now


@pytest.fixture
def manuscript(tmp_path):
    """The sample novel with three things done to its first scene, the second of them named."""
    place, clock = novel(tmp_path), Clock()
    desk = Desk.open(place, clock=clock)
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(0, 0, BOATS))
    clock.now += 700_000
    made = Suggestion("x.1", "x", Purpose.CONTINUE, "", SAID, 1.0, "a model")
    desk.suggesting.shown(made)
    desk.suggesting.insert(made, scene, 0)
    desk.versioning.name(NAME)
    clock.now += 90_000_000
    desk.draft(scene).apply(Change(0, len(SAID), ""))
    assert desk.close()
    return place


@pytest.fixture
def shown(qtbot, tmp_path, manuscript):
    """The window, and its earlier versions of the first scene."""
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        yield window, opened(qtbot, window)


def opened(qtbot, window):
    window.commands["versions"].trigger()
    versions = window.earlier.versions
    qtbot.waitUntil(lambda: versions.page.draft is not None and versions.model.rowCount() > 0, timeout=10_000)
    qtbot.waitUntil(lambda: bool(rows(versions)[0].data(Role.AMOUNT)), timeout=10_000)
    return versions


def rows(versions):
    indexes = [versions.model.index(row) for row in range(versions.model.rowCount())]
    return [index for index in indexes if isinstance(index.data(Role.ROW), Row)]


def text_of(versions):
    return versions.page.draft.text.text


def choose(qtbot, versions, row, holds):
    versions.view.setCurrentIndex(rows(versions)[row])
    qtbot.waitUntil(lambda: holds(text_of(versions)), timeout=10_000)


def test_the_list_says_when_why_and_how_much(shown):
    _, versions = shown
    assert [index.data(Role.NAMES) for index in rows(versions)] == ["", NAME, "", ""]
    assert [index.data(Role.AMOUNT) for index in rows(versions)][:3] == ["−5 a model’s", "+5 a model’s", "+4 yours"]
    assert [index.data().split(" · ")[1] for index in rows(versions)][:2] == ["saved", "a suggestion taken"]
    headings = [versions.model.index(row) for row in range(versions.model.rowCount())]
    assert [index.flags() for index in headings if index.data(Role.ROW) is None] == [Qt.ItemFlag.NoItemFlags] * 2
    spoken = rows(versions)[1].data(Qt.ItemDataRole.AccessibleTextRole)
    assert NAME in spoken
    assert "+5 a model’s" in spoken


def test_the_arrow_keys_go_through_the_versions(qtbot, shown):
    _, versions = shown
    assert text_of(versions).startswith(BOATS)
    versions.view.setFocus()
    QTest.keyClick(versions.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: text_of(versions).startswith(SAID), timeout=10_000)
    assert versions.page.draft.text.counts()[Origin.MODEL] == len(SAID)
    assert versions.page.isReadOnly()
    QTest.keyClick(versions.page, Qt.Key.Key_X)
    assert text_of(versions).startswith(SAID)
    QTest.keyClick(versions.view, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: text_of(versions).startswith(BOATS), timeout=10_000)


def test_what_changed_since_is_marked(qtbot, shown):
    _, versions = shown
    choose(qtbot, versions, 1, lambda text: text.startswith(SAID))
    versions.changes.click()
    qtbot.waitUntil(lambda: bool(versions._layer.marks), timeout=10_000)
    (mark,) = versions._layer.marks
    assert mark.kind is Kind.REMOVED
    assert text_of(versions)[mark.start : mark.end].strip() == SAID.strip()
    assert "struck through" in versions.said.text()


def test_a_version_comes_back_as_one_step(qtbot, shown):
    window, versions = shown
    now = window.page.draft.text.text
    choose(qtbot, versions, 1, lambda text: text.startswith(SAID))
    QTest.mouseClick(versions.restore, Qt.MouseButton.LeftButton)
    assert window.page.toPlainText().startswith(SAID)
    assert window.page.draft.text.counts()[Origin.MODEL] == len(SAID)
    assert "Undo takes that back" in " ".join(window.notice.sentences)
    window.commands["undo"].trigger()
    assert window.page.draft.text.text == now


@pytest.mark.parametrize("compared", [False, True])
def test_a_paragraph_comes_back_alone(qtbot, shown, compared):
    window, versions = shown
    second = window.page.draft.text.text.index("\n") + 1
    window.page.draft.apply(Change(second, 5, "Other"))
    now = window.page.draft.text.text
    choose(qtbot, versions, 1, lambda text: text.startswith(SAID))
    if compared:
        versions.changes.click()
        qtbot.waitUntil(lambda: len(versions._layer.marks) > 1, timeout=10_000)
    cursor = QTextCursor(versions.page.document())
    cursor.setPosition(3)
    versions.page.setTextCursor(cursor)
    QTest.mouseClick(versions.restore_part, Qt.MouseButton.LeftButton)
    assert window.page.draft.text.text == SAID + now


def asked_now(qtbot):
    """The dialog that asks for a name, when it is there."""

    def asked():
        dialogs = [d for d in qtbot_dialogs() if d.isVisible()]
        return dialogs[0] if dialogs else None

    qtbot.waitUntil(lambda: asked() is not None)
    return asked()


def answer(qtbot, text):
    """Answer the dialog that asks for a name."""
    dialog = asked_now(qtbot)
    dialog.setTextValue(text)
    dialog.accept()


def qtbot_dialogs():
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QInputDialog)]


def names(versions):
    return [index.data(Role.NAMES) for index in rows(versions) if index.data(Role.NAMES)]


def test_a_name_is_given_changed_and_taken_away(qtbot, shown):
    window, versions = shown
    window.commands["name_moment"].trigger()
    answer(qtbot, "As it is  now")
    qtbot.waitUntil(lambda: names(versions) == ["As it is now", NAME], timeout=10_000)
    assert "As it is now" in " ".join(window.notice.sentences)
    choose(qtbot, versions, 1, lambda text: text.startswith(SAID))
    assert versions.rename.isVisible()
    versions.rename.click()
    answer(qtbot, "The long one")
    qtbot.waitUntil(lambda: names(versions) == ["As it is now", "The long one"], timeout=10_000)
    versions.unname.click()
    qtbot.waitUntil(lambda: names(versions) == ["As it is now"], timeout=10_000)
    assert not versions.rename.isVisible()


def test_no_name_is_no_name(qtbot, shown):
    window, versions = shown
    window.commands["name_moment"].trigger()
    dialog = asked_now(qtbot)
    keep = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Keep it")
    assert not keep.isEnabled()
    dialog.setTextValue("   ")
    assert not keep.isEnabled()
    dialog.setTextValue(" x")
    assert keep.isEnabled()
    dialog.reject()
    assert names(versions) == [NAME]


def test_all_scenes_are_listed_with_their_titles(qtbot, shown):
    window, versions = shown
    versions.scenes.setCurrentIndex(0)
    qtbot.waitUntil(lambda: len(rows(versions)) > 4, timeout=10_000)
    titles = {entry.title for entry in window.bench.desk.folder.outline.entries}
    said = {index.data().split(" · ")[1] for index in rows(versions)}
    assert said <= titles
    assert len(said) > 1


def test_a_scene_without_a_past_says_so(qtbot, shown):
    window, versions = shown
    versions.close()
    window.commands["new_scene"].trigger()
    window.commands["versions"].trigger()
    versions = window.earlier.versions
    qtbot.waitUntil(lambda: "Nothing is recorded" in versions.said.text(), timeout=10_000)
    assert not versions.restore.isEnabled()
    assert not versions.restore_part.isEnabled()


def test_it_closes_with_the_manuscript(shown):
    window, versions = shown
    window.commands["close_manuscript"].trigger()
    assert not versions.isVisible()
    assert window.earlier.versions is None
    assert not window.commands["versions"].isEnabled()


def test_a_manuscript_for_reading_only_brings_nothing_back(qtbot, tmp_path, manuscript):
    other = Desk.open(manuscript)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        versions = opened(qtbot, window)
        choose(qtbot, versions, 1, lambda text: text.startswith(SAID))
        for button in (versions.restore, versions.restore_part, versions.name_now, versions.rename):
            assert not button.isEnabled()
        assert not window.commands["name_moment"].isEnabled()
    assert other.close()


def test_the_page_looks_like_the_writers(shown):
    window, versions = shown
    before = versions.page.look.pixels
    versions.page.zoom_requested.emit(3)
    assert versions.page.look.pixels == window.page.look.pixels > before
    assert versions.page.document().defaultFont() == window.page.document().defaultFont()
    assert versions.page._layout.measures.leading == window.page._layout.measures.leading
    window.commands["appearance_dark"].trigger()
    QApplication.processEvents()
    ground = window.earlier.versions.page.viewport().grab().toImage().pixelColor(3, 3)
    assert ground.name() == window.theme.paper
    assert versions.page.theme == window.page.theme


def test_it_can_be_closed_while_the_history_is_still_being_read(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        window.commands["versions"].trigger()
        window.earlier.versions.close()
        assert window.earlier.versions is None
        wait_for_jobs()
        qtbot.wait(50)  # what was read arrives, and nobody is there; an exception would fail this
        assert opened(qtbot, window).isVisible()
