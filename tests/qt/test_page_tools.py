"""What is done on the page of a real window: settings that apply at once, whose words, spelling, typography, F11."""

import tomllib

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLabel, QToolTip, QWidget

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.draft import Cause
from firsthand.desk.settings import Appearance, Focus, Paragraphs, Signs
from firsthand.desk.typography import Typographer
from firsthand.provenance import Change, Origin
from firsthand.qt.theme import SEPIA
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise)")


@pytest.fixture
def window(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (made, _):
        yield made


def clear(window, text=""):
    """An open scene that holds what the author typed."""
    draft = window.page.draft
    draft.apply(Change(0, len(draft.text), ""), Cause.TYPE)
    draft.apply(Change(0, 0, text), Cause.TYPE)
    go(window, 0)
    return draft


def test_a_space_that_does_not_break_is_typed_by_keys(window):
    draft = clear(window, "Dr.Quill")
    go(window, 3)
    window.page.setFocus()
    QTest.keyClick(
        window.page, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert draft.text.text == "Dr.\u00a0Quill"
    assert {span.origin for span in draft.text.spans()} == {Origin.TYPED}
    window.commands["find"].trigger()
    window.commands["hard_space"].trigger()
    assert (window.find_bar.field.text(), draft.text.text) == ("\u00a0", "Dr.\u00a0Quill")


def test_italics_and_bold_by_keys(window):
    draft = clear(window, "The Lamp Room")
    window.page.setFocus()
    go(window, 9)
    for _ in range(4):
        QTest.keyClick(window.page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert (draft.text.text, window.page.textCursor().selectedText()) == ("The Lamp *Room*", "Room")
    QTest.keyClick(window.page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert draft.text.text == "The Lamp ***Room***"
    assert window.page.toPlainText() == draft.text.text
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    assert draft.text.text == "The Lamp Room"


def go(window, place):
    cursor = window.page.textCursor()
    cursor.setPosition(place)
    window.page.setTextCursor(cursor)


def suggest(window, at, text="He closed the hatch and listened.", name="r.1"):
    desk = window.bench.desk
    one = Suggestion(name, "r", Purpose.CONTINUE, "plain", text, 1.0, "SmolLM2")
    desk.suggesting.shown(one)
    desk.suggesting.insert(one, window.page.draft.entry.id, at)


def selected(window):
    return window.page.textCursor().selectedText()


# Settings


def fields(window):
    window.commands["settings"].trigger()
    return window.tools.settings_window


def field(dialog, caption, kind):
    """The field behind a caption of a form."""
    labels = [label for label in dialog.findChildren(QLabel) if label.text().replace("&", "") == caption]
    (buddy,) = [label.buddy() for label in labels]
    assert isinstance(buddy, kind)
    return buddy


def button(dialog, words):
    (found,) = [one for one in dialog.findChildren(QAbstractButton) if one.text().replace("&", "") == words]
    return found


def test_what_is_chosen_in_the_window_applies_at_once(window):
    dialog = fields(window)
    field(dialog, "Line length", QAbstractSpinBox).setValue(50)
    assert window.page.look.form.measure == 50
    button(dialog, "Sepia").click()
    assert window.theme is SEPIA
    assert window.commands["appearance_sepia"].isChecked()
    button(dialog, "The sentence that is being written").click()
    assert window.page.look.focus is Focus.SENTENCE
    button(dialog, "Hold the line at one height (typewriter scrolling)").click()
    assert window.commands["typewriter"].isChecked()
    button(dialog, "Hide them, except in the paragraph that is being written").click()
    assert window.page.look.signs is Signs.HIDDEN
    zoom = field(dialog, "Zoom", QComboBox)
    zoom.setCurrentIndex(zoom.findData("150"))
    zoom.activated.emit(zoom.currentIndex())
    assert window.page.look.zoom == 150
    button(dialog, "Set quotes, dashes and spaces as I type").click()
    assert window.page.typographer.language == ""
    button(dialog, "Show the companion beside the page").click()
    assert not window.panel.isVisible()


def test_what_is_chosen_elsewhere_is_seen_in_the_window(window):
    dialog = fields(window)
    window.commands["appearance_dark"].trigger()
    window.commands["dialogue"].trigger()
    window.commands["zoom_in"].trigger()
    assert button(dialog, "Dark").isChecked()
    assert button(dialog, "Set what is said aloud in another ink").isChecked()
    assert field(dialog, "Zoom", QComboBox).currentData() == "110"


def test_a_page_of_a_manuscripts_own_is_kept_with_it(qtbot, tmp_path):
    manuscript = novel(tmp_path)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        window.settings.choose("page", measure=70, size=22)
        dialog = fields(window)
        button(dialog, "A page of its own for this manuscript").click()
        assert window.page.look.form.measure == 70, "it begins as the one of all"
        field(dialog, "Line length", QAbstractSpinBox).setValue(48)
        field(dialog, "Each day", QAbstractSpinBox).setValue(600)
        assert (window.page.look.form.measure, window.settings.choices.page.measure) == (48, 70)
    here = tomllib.loads((manuscript / "settings.toml").read_text("utf-8"))
    assert (here["page"]["measure"], here["page"]["size"], here["goals"]["daily"]) == (48, 22, 600)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert window.page.look.form.measure == 48
        button(fields(window), "A page of its own for this manuscript").click()
        assert window.page.look.form.measure == 70


def test_the_window_of_settings_needs_no_mouse(qtbot, window):
    dialog = fields(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.sections.setFocus()
    for number in range(dialog.sections.count()):
        assert dialog.pages.currentIndex() == number
        page = dialog.pages.currentWidget()
        wanted = [one for one in page.findChildren(QWidget) if _takes_focus(one)]
        reached = []
        dialog.sections.setFocus()
        for _ in range(len(wanted) + 6):
            QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
            reached.append(QApplication.focusWidget())
        groups = [one for one in wanted if getattr(one, "group", lambda: None)() is None]
        assert [one for one in groups if one not in reached] == []
        assert [one for one in wanted if not _named(one, dialog)] == []
        dialog.sections.setFocus()
        QTest.keyClick(dialog.sections, Qt.Key.Key_Down)
    QTest.keyClick(dialog.sections, Qt.Key.Key_Escape)
    assert window.tools.settings_window is None


def _takes_focus(one):
    kinds = QAbstractButton | QAbstractSpinBox | QComboBox
    return isinstance(one, kinds) and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus


def _named(one, dialog):
    """Whether a screen reader has a name for a field."""
    return (
        one.accessibleName()
        or getattr(one, "text", str)()
        or any(label.buddy() is one for label in dialog.findChildren(QLabel))
    )


def test_settings_that_are_broken_are_told_of_and_the_window_opens(qtbot, tmp_path):
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.toml").write_text("[page\n", "utf-8")
    manuscript = novel(tmp_path)
    (manuscript / "settings.toml").write_text('[text]\nlanguage = 3\n[page]\nmeasure = "wide"\n', "utf-8")
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        said = " ".join(window.notice.sentences)
        assert "it is kept as settings (broken).toml" in said
        assert "“text.language”, “page.measure”" in said
    assert (tmp_path / "settings" / "settings (broken).toml").read_text("utf-8") == "[page\n"


def test_the_caret_is_where_it_was_in_every_scene(qtbot, tmp_path):
    manuscript = novel(tmp_path)
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        scenes = [entry.id for entry in window.bench.desk.folder.outline.scenes]
        for number, scene in enumerate(scenes):
            window.open_scene(scene)
            go(window, 100 + number)
        window.open_scene(scenes[1])
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert window.page.draft.entry.id == scenes[1]
        for number, scene in enumerate(scenes):
            window.open_scene(scene)
            assert window.page.textCursor().position() == 100 + number


# Full screen


def test_full_screen_is_nothing_but_the_page_and_esc_leaves_it(qtbot, window):
    window.commands["full_screen"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    beside = [window.menuBar(), window.footer, window.binder, window.panel]
    assert [part for part in beside if part.isVisible()] == []
    assert window.page.hasFocus()
    window.notice.say("A thing to be told.")
    assert window.notice.isVisible()
    window.commands["zoom_in"].trigger()
    assert window.settings.zoom == 110
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert [part for part in beside if not part.isVisible()] == []
    assert window.settings.choices.view.binder


def test_a_panel_that_is_called_for_in_full_screen_goes_with_it(qtbot, window):
    window.commands["show_binder"].trigger()
    window.commands["full_screen"].trigger()
    window.commands["show_companion"].trigger()
    assert window.panel.isVisible()
    window.commands["full_screen"].trigger()
    assert window.panel.isVisible()
    assert not window.binder.isVisible()
    assert window.settings.choices.view.companion


# Whose words


def test_whose_is_this_says_it_for_the_caret(window):
    draft = clear(window, "I typed this. ")
    suggest(window, len(draft.text))
    for place, said in ((2, "Typed by you"), (20, "Suggested {day}, SmolLM2; 6 words, as they came")):
        window.notice.clear()
        go(window, place)
        window.commands["whose"].trigger()
        (sentence,) = window.notice.sentences
        day = sentence.split("Suggested ")[-1].split(",")[0]
        assert sentence == said.format(day=day)
        assert day
    at = draft.text.text.index("hatch")
    draft.apply(Change(at, 5, "door"), Cause.TYPE)
    for place, said in ((at + 8, "1 of 6 words since replaced"), (at + 1, "Yours, in the place of words suggested")):
        window.notice.clear()
        go(window, place)
        window.commands["whose"].trigger()
        assert said in window.notice.sentences[0]


def test_the_mouse_is_told_of_others_words_alone_and_only_if_wanted(qtbot, window):
    draft = clear(window, "I typed this. ")
    suggest(window, len(draft.text))
    assert "Suggested" in rest(qtbot, window, 20)
    assert rest(qtbot, window, 3) == ""
    assert rest(qtbot, window, None) == ""
    window.commands["show_hover"].trigger()
    assert rest(qtbot, window, 20) == ""


def rest(qtbot, window, place):
    """Let the mouse rest over a place, or far below; what it is told."""
    page = window.page
    QToolTip.hideText()
    qtbot.waitUntil(lambda: QToolTip.text() == "")
    go(window, place or 0)
    point = page.cursorRect().center() + QPoint(2, 0) if place is not None else QPoint(300, page.height() - 60)
    event = QHelpEvent(QEvent.Type.ToolTip, point, page.viewport().mapToGlobal(point))
    QApplication.sendEvent(page.viewport(), event)
    return QToolTip.text()


def test_one_goes_from_passage_to_passage_of_a_model_through_all_scenes(window):
    scenes = [entry.id for entry in window.bench.desk.folder.outline.scenes]
    window.commands["next_model"].trigger()
    assert window.notice.sentences == ("No words of a model stand in this manuscript.",)
    window.open_scene(scenes[0])
    clear(window, "One. Two. Three.")
    suggest(window, 4, " First passage.", "a.1")
    suggest(window, len(window.page.draft.text), " Second passage.", "b.1")
    window.open_scene(scenes[2])
    suggest(window, 0, "Third passage. ", "c.1")
    window.open_scene(scenes[0])
    go(window, 0)
    for text in ("First", "Second", "Third", "First"):
        window.commands["next_model"].trigger()
        assert text in selected(window)
    for text in ("Third", "Second", "First"):
        window.commands["previous_model"].trigger()
        assert text in selected(window)


# Spelling and typography


def test_f7_goes_from_one_misspelled_word_to_the_next(qtbot, window):
    window.settings.choose_here("text", language="en_US")
    clear(window, "A recieved thing.\nAll is well here.\nA secodn paragraph, alsso.")
    for word in ("recieved", "secodn", "alsso", "recieved"):
        window.commands["next_misspelled"].trigger()
        qtbot.waitUntil(lambda word=word: selected(window) == word, timeout=20_000)
    clear(window, "All is well here.")
    window.commands["next_misspelled"].trigger()
    said = "No word in this scene is unknown to the dictionary."
    qtbot.waitUntil(lambda: said in window.notice.sentences, timeout=20_000)
    window.commands["spelling"].trigger()
    window.commands["next_misspelled"].trigger()
    assert "switched off" in window.notice.sentences[-1]


def test_a_search_for_misspelled_words_ends_with_an_edit(qtbot, window):
    window.settings.choose_here("text", language="en_US")
    draft = clear(window, "A recieved thing.")
    window.commands["next_misspelled"].trigger()
    draft.apply(Change(0, 0, "So, "), Cause.TYPE)
    with qtbot.waitSignal(window.spelling.answered, timeout=20_000):
        pass
    assert selected(window) == ""


def test_typography_shows_each_change_first_and_does_what_is_chosen(window):
    window.settings.choose_here("text", language="en_US")
    draft = clear(window, '"Wait--don\'t," she said.')
    window.commands["typography_pass"].trigger()
    dialog = window.tools.typography_window
    table = dialog.table
    rows = [(table.item(row, 1).text(), table.item(row, 2).text()) for row in range(table.rowCount())]
    assert rows == [('"', "“"), ("--", "—"), ("'", "’"), ('"', "”")]
    assert draft.text.text == '"Wait--don\'t," she said.'
    table.setCurrentCell(1, 0)
    assert selected(window) == "--"
    table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.ok.text() == "Change 3 places"
    dialog.ok.click()
    assert draft.text.text == "“Wait--don’t,” she said."
    assert [span.origin.value for span in draft.text.spans()] == ["typed"]
    assert window.tools.typography_window is None
    window.commands["undo"].trigger()
    assert draft.text.text == '"Wait--don\'t," she said.'


def test_typography_says_if_there_is_nothing_to_do(window):
    clear(window, "All is well.")
    window.commands["typography_pass"].trigger()
    dialog = window.tools.typography_window
    assert dialog.table.rowCount() == 0
    assert not dialog.ok.isEnabled()
    dialog.reject()
    assert window.tools.typography_window is None


def test_the_pass_does_what_typing_does(window):
    typed, made = clear(window, ""), Typographer()
    made.language = "en_US"
    text = '"Well...," he said--"no."'
    for key in text:
        end = len(typed.text)
        typed.apply(Change(end, 0, key), Cause.TYPE)
        made.typed(typed, key, end + 1)
    by_hand = typed.text.text
    draft = clear(window, text)
    window.settings.choose_here("text", language="en_US")
    window.commands["typography_pass"].trigger()
    window.tools.typography_window.ok.click()
    assert draft.text.text == by_hand


def test_type_of_another_size_stays_so_in_other_colours(window):
    for _ in range(3):
        window.commands["zoom_in"].trigger()
    pixels = window.page.look.pixels
    assert pixels > 19
    for appearance in (Appearance.DARK, Appearance.SEPIA, Appearance.LIGHT):
        window.settings.choose("view", appearance=appearance)
        assert window.page.font().pixelSize() == pixels
        assert window.page.document().defaultFont().pixelSize() == pixels


def test_paragraphs_and_appearance_are_chosen_by_key(window):
    window.commands["focus_paragraph"].trigger()
    window.commands["appearance_contrast"].trigger()
    assert window.theme.high
    assert window.page.theme is window.theme
    assert window.settings.choices.view.appearance is Appearance.CONTRAST
    assert window.page.look.form.paragraphs is Paragraphs.INDENTED
