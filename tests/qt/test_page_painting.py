"""What is painted again after a key is what a painting of the whole shows; what nobody sees takes no lines."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause
from firsthand.desk.settings import Focus, Signs
from firsthand.provenance import Change, Origin, Source
from firsthand.qt.page_sizes import Look
from tests.qt.page_parts import quiet, scene, the_page  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("quiet")

PARAGRAPHS = [
    "“Where is the *ledger*,” she said. “Who took it from the drawer?” He did not know. A long silence followed.",
    "## Another night",
    "The house had been locked since **Friday**, and nobody had the key any more. She waited. It grew dark.",
    "---",
    "Short. And _stressed_.",
]
WAYS = [Qt.Key[f"Key_{name}"] for name in ("Down", "Up", "Left", "Home", "End", "PageDown", "PageUp")]
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
LOOKS = {
    "plain": Look(),
    "signs hidden": Look(signs=Signs.HIDDEN),
    "focus on a sentence": Look(focus=Focus.SENTENCE, dialogue=True, language="en_US"),
    "focus on a paragraph": Look(focus=Focus.PARAGRAPH, dialogue=True, language="en_US", signs=Signs.HIDDEN),
    "typewriter": Look(typewriter=True, focus=Focus.SENTENCE),
}


@pytest.fixture
def still(qapp):
    """A caret that does not blink."""
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(flash)


def _on_screen(page):
    """The page on the screen, without the scroll bar."""
    return page.screen().grabWindow(page.winId()).toImage().copy(page.viewport().geometry())


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("name", LOOKS)
def test_nothing_old_stays_on_the_screen(name):
    rnd = random.Random(name)
    given = scene("\n".join(PARAGRAPHS * 8))
    with the_page(given) as page:
        page.set_look(LOOKS[name])
        given.draft.insert_suggestion(115, 0, "It was locked. Nobody came.", "s1.1")
        for step in range(120):
            deed = rnd.choice(DEEDS)
            deed(page, given.draft, rnd)
            _settle(page)
            bit_by_bit = _on_screen(page)
            page.viewport().repaint()
            assert bit_by_bit == _on_screen(page), f"step {step}, {deed.__name__}"


def _settle(page):
    """Until every paragraph has its height, and what follows from that is painted."""
    for _ in range(2_000):
        QApplication.processEvents()
        if not page._layout._idle.isActive() and not page._layout._tell.isActive():
            break
    QTest.qWait(1)
    QApplication.processEvents()


# What an author does


def _types(page, _draft, rnd):
    QTest.keyClicks(page, rnd.choice(("word ", "*", '"Yes." ', "a", ". ")))


def _takes_back(page, _draft, rnd):
    QTest.keyClick(page, rnd.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Delete)))


def _goes(page, _draft, rnd):
    QTest.keyClick(page, rnd.choice(WAYS))


def _jumps(page, draft, rnd):
    page._place_caret(rnd.randrange(len(draft.text) + 1))


def _sees_it_changed(_page, draft, rnd):
    at = rnd.randrange(len(draft.text) + 1)
    words = rnd.choice(("", "new", "\n"))
    draft.apply(
        Change(at, min(rnd.randrange(9), len(draft.text) - at), words, Source(Origin.MODEL, "s1.2")), Cause.UNDO
    )


def _selects(page, _draft, rnd):
    QTest.keyClick(page, rnd.choice(WAYS), rnd.choice((SHIFT, SHIFT | Qt.KeyboardModifier.ControlModifier)))


def _clicks(page, _draft, rnd):
    QTest.mouseClick(page.viewport(), LEFT, rnd.choice((SHIFT, NONE)), _anywhere(page, rnd))


def _drags(page, _draft, rnd):
    page.setTextCursor(QTextCursor(page.document()))  # else what is selected would be dragged
    QTest.mousePress(page.viewport(), LEFT, NONE, _anywhere(page, rnd))
    QTest.mouseMove(page.viewport(), _anywhere(page, rnd))
    QTest.mouseRelease(page.viewport(), LEFT, NONE, _anywhere(page, rnd))


def _scrolls(page, _draft, rnd):
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() + rnd.choice((-300, -37, -7, 5, 41, 300)))


def _is_led(page, draft, rnd):
    at = rnd.randrange(len(draft.text) + 1)
    page.reveal(at, min(len(draft.text), at + rnd.randrange(200)))


def _anywhere(page, rnd):
    return QPoint(rnd.randrange(page.viewport().width()), rnd.randrange(page.viewport().height()))


DEEDS = (
    *(_types, _takes_back, _goes, _jumps, _sees_it_changed),
    *(_selects, _selects, _clicks, _drags, _scrolls, _is_led),
)


def test_what_nobody_has_seen_is_measured_without_lines():
    given = scene("\n".join(PARAGRAPHS * 40 + ["שלום לכולם. " * 20, "\U0001d4d0" * 90, "", "日本語。" * 60] * 9))
    with the_page(given) as page:
        page.set_look(Look(signs=Signs.HIDDEN, dialogue=True, language="en_US"))
        layout, document = page._layout, page.document()
        _settle(page)
        height = layout.documentSize().height()
        states = [document.findBlockByNumber(number).userState() for number in range(document.blockCount())]
        assert states.count(-1) > 150
        for _ in range(150):
            QTest.keyClick(page, Qt.Key.Key_PageDown)
        QApplication.processEvents()
        assert -1 not in [document.findBlockByNumber(number).userState() for number in range(200)]
        assert layout.documentSize().height() == height


@pytest.mark.usefixtures("still")
def test_what_was_seen_long_ago_gives_its_lines_back():
    given = scene("\n".join(PARAGRAPHS * 500))
    with the_page(given) as page:
        _settle(page)
        bar, document = page.verticalScrollBar(), page.document()
        height = page._layout.documentSize().height()
        for y in (*range(0, bar.maximum(), 500), 0):
            bar.setValue(y)
            QApplication.processEvents()
        blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
        assert sum(block.layout().lineCount() > 0 for block in blocks) < 1_000
        assert page._layout.documentSize().height() == height
        bit_by_bit = _on_screen(page)
        page.viewport().repaint()
        assert bit_by_bit == _on_screen(page)
