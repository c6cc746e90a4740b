"""The companion's panel by itself: cards, sentences, choosing a version by keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.companion import BUILTIN, Context, Endpoint, Failed, Purpose, Suggestion, compose
from firsthand.qt.panel import Panel
from firsthand.qt.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

TEXT = " The gate shut. A dog barked twice. Nobody came."


@pytest.fixture
def panel(qtbot):
    made = Panel()
    qtbot.addWidget(made)
    made.resize(372, 800)
    made.show()
    return made


def _request(purpose=Purpose.CONTINUE, endpoint=BUILTIN):
    return compose(purpose, Context("She waited."), endpoint, seed=1)


def _answered(panel, request, *texts):
    panel.start(request)
    for number, text in enumerate(texts, start=1):
        version = request.versions[number - 1]
        name = request.suggestion_id(number)
        panel.finish(Suggestion(name, request.id, request.purpose, version.label, text, 2.0, "m"))
    panel.end()
    QApplication.processEvents()
    return panel.versions


def test_a_first_card_waits_as_soon_as_something_is_asked(qtbot, panel):
    request = _request()
    panel.start(request)
    qtbot.waitUntil(lambda: len(panel.versions) == 1)
    [card] = panel.versions
    assert request.versions[0].label in card.label.text()
    assert card.text.toPlainText() == ""
    panel.end()
    assert panel.versions == ()


def test_the_cards_text_is_shown_without_its_leading_blank_but_counts_with_it(panel):
    [card] = _answered(panel, _request(), TEXT)
    assert card.text.toPlainText() == TEXT.lstrip()
    cursor = card.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(8, cursor.MoveMode.KeepAnchor)
    card.text.setTextCursor(cursor)
    assert card.text.selected() == (1, 9)


def test_sentences_are_wished_for_in_order_and_a_click_chooses(panel):
    [card] = _answered(panel, _request(), TEXT)
    wishes = []
    panel.insert_requested.connect(lambda suggestion, part: wishes.append(part))
    card.insert_sentence()
    panel.inserted(card.suggestion, wishes[-1])
    spot = card.text.cursorRect()
    cursor = card.text.textCursor()
    cursor.setPosition(TEXT.index("Nobody") + 2)
    spot = card.text.cursorRect(cursor).center()
    QTest.mouseClick(card.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    card.insert_sentence()
    panel.inserted(card.suggestion, wishes[-1])
    card.insert_sentence()
    panel.inserted(card.suggestion, wishes[-1])
    assert [TEXT[start:end] for start, end in wishes] == [" The gate shut.", " Nobody came.", " A dog barked twice."]
    assert not card.sentence_button.isEnabled()
    assert card.state.text().startswith("inserted")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_pointing_at_insert_sentence_shows_which_one_it_would_be(panel, theme):
    panel.set_theme(theme)
    [card] = _answered(panel, _request(), TEXT)
    assert card.text.extraSelections() == []
    here = QPointF(2, 2)
    QApplication.sendEvent(card.sentence_button, QEnterEvent(here, here, here))
    [mark] = card.text.extraSelections()
    assert mark.cursor.selectedText() == "The gate shut."
    assert mark.format.background().color() == theme.tint(theme.model, 0.17)
    QApplication.sendEvent(card.sentence_button, QEvent(QEvent.Type.Leave))
    assert card.text.extraSelections() == []


@pytest.mark.parametrize(
    ("purpose", "text", "sentence"),
    [
        (Purpose.CONTINUE, TEXT, True),
        (Purpose.CONTINUE, " One sentence.", False),
        (Purpose.WHAT_IF, "What if the gate were open? What then?", False),
    ],
)
def test_a_sentence_is_offered_where_there_are_several(panel, purpose, text, sentence):
    [card] = _answered(panel, _request(purpose), text)
    assert card.insert_button.isEnabled()
    assert card.sentence_button.isVisible() is sentence


def test_versions_are_chosen_by_keyboard_and_the_choice_is_seen(panel):
    cards = _answered(panel, _request(), " One.", " Two.", " Three.")
    assert panel.current is cards[0]
    seen = []
    for step in (1, 1, 1, 1, -1):
        panel.choose(step)
        seen.append(cards.index(panel.current))
        assert [bool(card.property("current")) for card in cards] == [card is panel.current for card in cards]
    assert seen == [0, 1, 2, 0, 2]


def test_dismissing_keeps_the_focus_among_the_cards(panel):
    cards = _answered(panel, _request(), " One.", " Two.")
    aside: list[Suggestion] = []
    panel.set_aside_requested.connect(aside.append)
    cards[0].dismiss_button.setFocus()
    QTest.keyClick(cards[0].dismiss_button, Qt.Key.Key_Return)
    assert [suggestion.text for suggestion in aside] == [" One."]
    assert QApplication.focusWidget() is cards[1].insert_button
    QTest.keyClick(cards[1].dismiss_button, Qt.Key.Key_Space)
    assert panel.versions == ()


def test_a_version_that_failed_leaves_its_sentence_and_no_card(panel):
    request = _request()
    panel.start(request)
    panel.show_words(request.suggestion_id(1), "A whole")
    panel.show_words(request.suggestion_id(2), "Half a")
    panel.fail(Failed(request.id, "The model gave nothing usable here.", request.suggestion_id(2)))
    assert [card.label.text().split(" ")[1] for card in panel.versions] == ["1"]
    assert panel.message.sentences == ("The model gave nothing usable here.",)


@pytest.mark.parametrize(
    ("endpoint", "said", "spark"),
    [
        (BUILTIN, "Sends 2 words from this scene to SmolLM2 on this computer", True),
        (Endpoint("big · api.example.org", "big", "https://api.example.org/v1"), "to big · api.example.org", False),
    ],
)
def test_the_panel_says_what_goes_where(panel, endpoint, said, spark):
    request = _request(endpoint=endpoint)
    panel.ask.show_request(request)
    assert said in panel.ask.small.text()
    assert panel.ask.spark.isVisible() is spark
    panel.ask.disclose.click()
    assert panel.ask.sent.toPlainText().split() == request.preview().split()
    panel.ask.show_request(None)
    assert not panel.ask.button.isEnabled()
    assert panel.ask.sent.toPlainText() == ""
