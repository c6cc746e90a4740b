"""The window over a real manuscript: writing, asking, inserting, renaming, closing; only the model is played."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from firsthand.app import first_manuscript
from firsthand.desk.draft import Cause
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.desk.settings import Appearance
from firsthand.history import Fate
from firsthand.provenance import Change, Origin
from firsthand.qt.card_text import sentences
from firsthand.qt.settings import Settings
from firsthand.qt.theme import DARK, LIGHT
from tests.qt.window_parts import ANSWERS, novel, reopened, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def manuscript(tmp_path):
    return novel(tmp_path)


@pytest.fixture
def opened(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as pair:
        yield pair


def _at_end(window):
    cursor = window.page.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    window.page.setTextCursor(cursor)
    window.page.setFocus()


def _asked(qtbot, window, answerer, answers=ANSWERS):
    window.commands["ask"].trigger()
    made = [answerer.finish(number, text) for number, text in enumerate(answers, start=1)]
    with qtbot.waitSignal(window.asking.ended):
        answerer.done()
    return made


def test_the_first_scene_is_on_the_page_and_the_binder_says_so(opened):
    window, _ = opened
    assert window.page.draft.title == "The ferry office"
    assert window.windowTitle() == "The Salt Ledger — Firsthand"
    assert window.binder.view.currentIndex().data() == "The ferry office"


def test_what_is_typed_is_the_authors_and_is_saved_on_closing(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        _at_end(window)
        QTest.keyClicks(window.page, "She waited.")
    desk = reopened(manuscript)
    scene = desk.folder.outline.scenes[0]
    assert desk.text(scene.id).endswith("She waited.")
    assert desk.tally(scene.id).units[Origin.TYPED] == len("She waited.")
    assert desk.folder.read(scene).endswith("She waited.")
    desk.close()


def test_the_request_on_show_is_the_one_that_is_sent(qtbot, opened):
    window, answerer = opened
    _at_end(window)
    window.panel.ask.wish.setText("someone comes")
    with qtbot.waitSignal(window.asking.composed):
        window.commands["show_sent"].trigger()
    on_show = window.panel.ask.sent.toPlainText()
    assert "someone comes" in on_show
    window.commands["ask"].trigger()
    assert answerer.request.preview() == on_show + "\n" or answerer.request.preview() == on_show
    assert window.panel.ask.button.text() == "Stop"
    answerer.done()


def test_the_model_reads_ahead_only_for_a_companion_on_the_screen(opened):
    window, answerer = opened
    for shown in (True, False, True):
        window.set_shown("companion", shown)
        _at_end(window)
        answerer.read.clear()
        window.asking.touch()
        window.asking._compose()
        window.asking._read_ahead()
        assert answerer.read == ([window.asking.request] if shown else [])


def test_words_stream_onto_a_card_and_only_a_complete_version_can_be_used(qtbot, opened):
    window, answerer = opened
    window.commands["ask"].trigger()
    answerer.words(1, "The gul")
    qtbot.waitUntil(lambda: len(window.panel.versions) == 1)
    card = window.panel.versions[0]
    qtbot.waitUntil(lambda: card.text.toPlainText() == "The gul")
    assert not card.insert_button.isEnabled()
    before = window.page.draft.text.text
    answerer.finish(1, "The gulls had gone.")
    qtbot.waitUntil(card.insert_button.isEnabled)
    assert card.text.toPlainText() == "The gulls had gone."
    assert window.page.draft.text.text == before
    answerer.done()


def test_an_insertion_goes_to_the_caret_and_is_the_models(qtbot, opened):
    window, answerer = opened
    _at_end(window)
    first, *_ = _asked(qtbot, window, answerer)
    window.commands["insert"].trigger()
    text = window.page.draft.text
    assert text.text.rstrip().endswith("He closed the hatch. The clock went on.")
    assert text.counts()[Origin.MODEL] == len(first.text)
    assert window.page.hasFocus()
    assert window.panel.versions[0].state.text().startswith("inserted")


def test_sentences_go_in_one_after_another_and_a_click_chooses(qtbot, opened):
    window, answerer = opened
    _at_end(window)
    _asked(qtbot, window, answerer)
    window.commands["insert_sentence"].trigger()
    assert window.page.draft.text.text.rstrip().endswith("He closed the hatch.")
    window.commands["insert_sentence"].trigger()
    assert window.page.draft.text.text.rstrip().endswith("He closed the hatch. The clock went on.")
    assert not window.panel.versions[0].sentence_button.isEnabled()


def test_a_selection_on_the_card_is_what_is_inserted(qtbot, opened):
    window, answerer = opened
    _at_end(window)
    _asked(qtbot, window, answerer)
    card = window.panel.versions[0]
    cursor = card.text.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(19, cursor.MoveMode.KeepAnchor)
    card.text.setTextCursor(cursor)
    assert card.insert_button.text() == "Insert selection"
    QTest.keyClick(card.insert_button, Qt.Key.Key_Return)
    assert window.page.draft.text.text.rstrip().endswith("closed the hatch")
    spans = [span for span in window.page.draft.text.spans() if span.origin is Origin.MODEL]
    assert [(span.offset, span.end - span.start) for span in spans] == [(3, 16)]


def test_a_selection_on_the_page_is_not_replaced(qtbot, opened):
    window, answerer = opened
    _asked(qtbot, window, answerer)
    cursor = window.page.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, cursor.MoveMode.KeepAnchor)
    window.page.setTextCursor(cursor)
    before = window.page.draft.text.text
    window.commands["insert"].trigger()
    after = window.page.draft.text.text
    assert after.startswith(before[:3])
    assert after.endswith(before[3:])


def test_undo_takes_an_insertion_back_in_one_step(qtbot, opened):
    window, answerer = opened
    _at_end(window)
    before = window.page.draft.text.text
    _asked(qtbot, window, answerer)
    window.commands["insert"].trigger()
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    window.commands["undo"].trigger()
    assert window.page.draft.text.text == before


def test_a_card_calls_inserted_what_stands_in_the_text(qtbot, opened):
    window, answerer = opened
    _at_end(window)
    _asked(qtbot, window, answerer)
    card = window.panel.versions[0]
    window.commands["insert_sentence"].trigger()
    assert card.state.text().startswith("inserted")
    for command, said in (("undo", False), ("redo", True)):
        qtbot.waitUntil(window.commands[command].isEnabled)
        window.commands[command].trigger()
        qtbot.waitUntil(lambda said=said: card.state.text().startswith("inserted") == said)
        assert card._next_sentence() == sentences(card.text.text)[said]
    draft = window.page.draft
    draft.apply(Change(0, len(draft.text), ""), Cause.TYPE)  # deleted by hand
    qtbot.waitUntil(lambda: not card.state.text().startswith("inserted"))


def test_the_fate_of_every_version_is_recorded(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, answerer):
        _at_end(window)
        made = _asked(qtbot, window, answerer)
        one, two, three = window.panel.versions
        one.insert()
        two.keep_as_note()
        QTest.keyClick(three.dismiss_button, Qt.Key.Key_Space)
        assert window.panel.versions == (one, two)
        notes = window.bench.desk.folder.outline.note
    desk = reopened(manuscript)
    assert [desk.replay.fates[s.id] for s in made] == [[Fate.INSERTED], [Fate.NOTE], [Fate.SET_ASIDE]]
    assert desk.text(notes[-1].id) == made[1].text.strip()
    assert list(desk.replay.asked) == [made[0].request_id]
    desk.close()


def test_dismissing_what_was_inserted_sets_nothing_aside(qtbot, opened):
    window, answerer = opened
    first, *_ = _asked(qtbot, window, answerer)
    window.commands["insert"].trigger()
    window.commands["dismiss_all"].trigger()
    assert window.panel.versions == ()
    assert window.bench.desk.replay.fates[first.id] == [Fate.INSERTED]


def test_escape_stops_and_what_was_whole_stays(qtbot, opened):
    window, answerer = opened
    window.commands["ask"].trigger()
    answerer.finish(1, "A whole sentence.")
    window.page.setFocus()
    with qtbot.waitSignal(window.asking.ended):
        QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert answerer.stopped == 1
    assert [card.text.toPlainText() for card in window.panel.versions] == ["A whole sentence."]
    assert window.panel.ask.button.text() == "Ask"


def test_a_failure_is_one_sentence_and_asking_goes_on(qtbot, opened):
    window, answerer = opened
    window.commands["ask"].trigger()
    with qtbot.waitSignal(window.asking.ended):
        answerer.fail("The model at example.org refused the key.")
        answerer.done()
    assert window.panel.message.sentences == ("The model at example.org refused the key.",)
    assert window.panel.versions == ()
    assert window.commands["ask"].isEnabled()


def test_earlier_versions_stay_below_the_new_ones(qtbot, opened):
    window, answerer = opened
    earlier = _asked(qtbot, window, answerer, ANSWERS[:1])
    later = _asked(qtbot, window, answerer, ANSWERS[1:])
    assert [card.suggestion.id for card in window.panel.versions] == [s.id for s in (*later, *earlier)]


def test_a_scene_is_renamed_in_place(qtbot, opened):
    window, _ = opened
    window.commands["rename"].trigger()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("The  office")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.bench.desk.folder.outline.scenes[0].title == "The office")
    assert window.page.draft.title == "The office"


def test_a_new_scene_comes_after_the_open_one_and_waits_for_its_title(qtbot, opened):
    window, _ = opened
    window.commands["new_scene"].trigger()
    outline = window.bench.desk.folder.outline
    assert [scene.title for scene in outline.chapter[0].scene][:2] == ["The ferry office", "Untitled scene"]
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "F")
    new = window.bench.desk.folder.outline.chapter[0].scene[1].id
    qtbot.waitUntil(lambda: window.counts.count(new) is not None)  # which has its row painted anew
    QTest.keyClicks(editor, "og")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.bench.desk.folder.outline.chapter[0].scene[1].title == "Fog")
    assert window.page.draft.title == "Fog"
    assert window.page.hasFocus()  # what is typed next is the scene


@pytest.mark.parametrize(("key", "title"), [(Qt.Key.Key_Return, "Fog"), (Qt.Key.Key_Escape, "The ferry office")])
def test_after_a_title_the_keyboard_is_where_it_was(qtbot, opened, key, title):
    window, _ = opened
    for place in (window.page, window.binder.view):
        place.setFocus()
        window.commands["rename"].trigger()
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, "Fog")
        QTest.keyClick(editor, key)
        qtbot.waitUntil(lambda: window.bench.desk.folder.outline.scenes[0].title == title)
        qtbot.waitUntil(place.hasFocus)


def test_switching_scenes_saves_the_one_that_is_left(opened, manuscript):
    window, _ = opened
    _at_end(window)
    QTest.keyClicks(window.page, "End.")
    window.commands["next_scene"].trigger()
    assert window.page.draft.title == "What Ines kept"
    desk = window.bench.desk
    assert desk.settle()
    assert desk.folder.read(desk.folder.outline.scenes[0]).endswith("End.")


def test_the_last_place_is_found_again(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        window.open_scene(window.bench.desk.folder.outline.scenes[3].id)
        cursor = window.page.textCursor()
        cursor.setPosition(42)
        window.page.setTextCursor(cursor)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert window.page.draft.title == "The auction"
        assert window.page.textCursor().position() == 42
        assert window.settings.recent == [manuscript]


def test_a_start_after_a_kill_leads_to_where_one_wrote(qtbot, tmp_path, opened):
    window, _ = opened
    qtbot.waitUntil(lambda: not window._carets_soon.isActive())
    second = window.bench.desk.folder.outline.scenes[1].id
    window.commands["next_scene"].trigger()
    _at_end(window)
    QTest.keyClicks(window.page, " So")
    at = len(window.bench.desk.text(second))

    def kept():
        carets = Settings(tmp_path / "settings").carets(window.bench.desk.folder.outline.id)  # as the next start reads
        return carets.open, carets.of(second)

    qtbot.waitUntil(lambda: kept() == (second, at))
    QTest.keyClicks(window.page, " it")
    qtbot.waitUntil(lambda: kept() == (second, at + 3))


def test_after_a_kill_the_caret_stands_behind_the_last_words(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        scene = window.bench.desk.folder.outline.scenes[1].id
        window.open_scene(scene)
        window._go_to(20)
    desk = Desk.open(manuscript)
    desk.draft(scene).apply(Change(20, 0, "So it"))  # typed after the place was kept
    desk.draft(scene).apply(Change(25, 0, " went"))
    desk.close()
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert (window.page.draft.entry.id, window.page.textCursor().position()) == (scene, 30)
        window._go_to(7)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert window.page.textCursor().position() == 7


def test_the_figures_follow_the_words(qtbot, opened):
    window, _ = opened
    _at_end(window)
    QTest.keyClicks(window.page, " one two three")
    qtbot.waitUntil(lambda: window.footer.today.text() == "<b>3</b> words today", timeout=5000)
    index = window.binder.view.currentIndex()
    assert "593 words" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "typed by you" in index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "nowhere", "There is no folder"),
        (lambda folder: folder, "is not a manuscript"),
    ],
)
def test_what_cannot_be_opened_is_one_calm_sentence(qtbot, tmp_path, make, said):
    with window_on(qtbot, tmp_path, None) as (window, _):
        with qtbot.waitSignal(window.bench.refused):
            window.open_manuscript(make(tmp_path))
        assert said in window.threshold.text.text()
        assert window.threshold.open_button.isVisible()
        assert window.threshold.new_button.isVisible()
        assert not window.commands["new_scene"].isEnabled()


def test_a_scene_that_cannot_be_read_says_why_and_the_others_open(qtbot, tmp_path, manuscript):
    (manuscript / "scenes" / "02 What Ines kept.md").write_bytes(b"\xff\xfe broken")
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        window.open_scene("what-ines-kept")
        assert "not UTF-8" in window.threshold.text.text()
        assert window.page.draft is None
        window.open_scene("the-ferry-office")
        assert window.page.isVisible()


def test_a_second_window_reads_only(qtbot, tmp_path, manuscript):
    desk = Desk.open(manuscript)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert window.page.isReadOnly()
        assert "Reading only" in window.footer.reading.text()
        assert not window.commands["ask"].isEnabled()
        assert not window.panel.isEnabled()
        assert any("open for reading only" in sentence for sentence in window.notice.sentences)
        before = window.page.draft.text.text
        QTest.keyClicks(window.page, "x")
        assert window.page.draft.text.text == before
    desk.close()


def test_the_report_is_made_and_opened(qtbot, opened, manuscript, monkeypatch):
    window, _ = opened
    shown: list[QUrl] = []

    def show(url: QUrl) -> bool:
        shown.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    _at_end(window)
    QTest.keyClicks(window.page, " And the last words.")
    with qtbot.waitSignal(window.bench.reported, timeout=20_000):
        window.commands["report"].trigger()
    assert [Path(url.toLocalFile()) for url in shown] == [manuscript / "report.html"]
    window.notice.offer_button.click()  # whoever sees no browser is shown where the report is
    assert Path(shown[-1].toLocalFile()) == manuscript
    assert "The Salt Ledger" in (manuscript / "report.html").read_text("utf-8")
    assert make_report(manuscript).figures.totals.units.typed == len(" And the last words.")


def test_every_appearance_dresses_the_page(opened):
    window, _ = opened
    for appearance, theme in ((Appearance.DARK, DARK), (Appearance.LIGHT, LIGHT)):
        window.commands[f"appearance_{appearance}"].trigger()
        assert window.theme is theme
        picture = window.grab().toImage()
        assert picture.pixelColor(5, window.height() // 2).name() == theme.rail
        above_the_title = window.page.mapTo(window, window.page.rect().center()).x()
        assert picture.pixelColor(above_the_title, 60).name() == theme.paper


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 700), (720, 450)])
def test_no_button_is_cut_off_at_any_size(qtbot, opened, width, height):
    window, answerer = opened
    _asked(qtbot, window, answerer)
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width and _cut_off(window) == [])
    assert window.minimumSizeHint().width() <= 720


def _cut_off(window):
    """The words of buttons and labels that have not the room they need."""
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisibleTo(window)]
    narrow = [b.text() for b in buttons if b.width() < b.fontMetrics().horizontalAdvance(b.text())]
    outside = [b.text() for b in buttons if b.mapTo(window, b.rect().topRight()).x() > window.width()]
    labels = [label for label in window.panel.findChildren(QLabel) if label.isVisible()]
    low = [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
    return narrow + outside + low


def test_f6_goes_round_the_three_parts(opened):
    window, _ = opened
    window.question.put_away()
    window.binder.view.setFocus()
    seen = []
    for _step in range(3):
        window.commands["next_part"].trigger()
        seen.append(QApplication.focusWidget())
    assert seen == [window.page, window.panel.ask.wish, window.binder.view]


def test_every_action_has_a_menu_and_keys_of_its_own(opened):
    window, _ = opened
    in_menus = [action.objectName() for menu in window.commands.menus.values() for action in menu.actions()]
    keys = [key.toString() for name in window.commands for key in window.commands[name].shortcuts()]
    for name in window.commands:
        assert name in in_menus
        assert window.commands[name].shortcuts(), name
    assert len(keys) == len(set(keys))


def test_closing_while_words_come_leaves_the_manuscript_whole(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, answerer):
        window.commands["ask"].trigger()
        answerer.words(1, "The gul")
        window.commands["close_manuscript"].trigger()
        answerer.finish(2, "Too late.")
        answerer.done(stopped=True)
        QApplication.processEvents()
        assert window.panel.versions == ()
        with qtbot.waitSignal(window.bench.opened):
            window.open_manuscript(manuscript)
        assert window.commands["ask"].isEnabled()
    desk = reopened(manuscript)
    assert desk.verify().faults == ()
    assert len(desk.replay.asked) == 1
    desk.close()


def test_the_window_leaves_as_soon_as_everything_is_saved(qtbot, tmp_path, manuscript, monkeypatch):
    seen = []
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        desk = window.bench.desk
        monkeypatch.setattr(Desk, "close", _told(Desk.close, lambda: seen.append(window.isVisible())))
        window.commands["close_manuscript"].trigger()
        with qtbot.waitSignal(window.bench.opened):
            window.open_manuscript(manuscript)
        assert seen == [True]
        assert desk.folder.path == window.bench.desk.folder.path
        window.close()
    assert seen == [True, False]


def _told(what, tell):
    def told(self):
        tell()
        return what(self)

    return told


def test_the_very_first_start_opens_nothing_and_later_ones_the_last_manuscript(tmp_path):
    assert first_manuscript([], []) is None
    assert first_manuscript([], [tmp_path / "last", tmp_path / "before"]) == tmp_path / "last"
    assert first_manuscript([str(tmp_path / "asked for")], [tmp_path / "last"]) == tmp_path / "asked for"


def test_full_screen_is_the_page_alone_until_something_new_is_said(opened):
    window, _ = opened
    window.notice.say("One sentence.")
    window.commands["full_screen"].setChecked(True)
    assert window.notice.isHidden()
    window.notice.say("Another one.")
    assert not window.notice.isHidden()
    window.commands["full_screen"].setChecked(False)
    assert not window.notice.isHidden()
    assert window.notice.sentences == ("One sentence.", "Another one.")


@pytest.mark.parametrize("appearance", ["light", "dark", "sepia", "contrast"])
def test_the_page_keeps_its_colours_when_it_comes_back(opened, appearance):
    window, _ = opened
    window.commands[f"appearance_{appearance}"].trigger()
    for _ in range(2):
        window.show_threshold()
        QApplication.processEvents()
        window.show_page()
        QApplication.processEvents()
    picture = window.page.viewport().grab().toImage()
    assert picture.pixelColor(3, picture.height() - 3) == QColor(window.theme.paper)
