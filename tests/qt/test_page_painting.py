"""What is painted again after a key is what a painting of the whole shows; of what nobody sees lines are let go."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause
from firsthand.desk.settings import Focus, Signs
from firsthand.provenance import Change, Origin, Source
from firsthand.qt import page_layout
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
        for step in range(60):
            _do(page, given.draft, rnd)
            QTest.qWait(1)
            QApplication.processEvents()
            bit_by_bit = _on_screen(page)
            page.viewport().repaint()
            assert bit_by_bit == _on_screen(page), f"step {step}"


def _do(page, draft, rnd):
    """Something that an author does."""
    length = len(draft.text)
    deed = rnd.randrange(7)
    if deed < 3:
        QTest.keyClicks(page, rnd.choice(("word ", "*", '"Yes." ', "a", ". ")))
    elif deed == 3:
        QTest.keyClick(page, rnd.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Delete)))
    elif deed == 4:
        QTest.keyClick(page, rnd.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_End)))
    elif deed == 5:
        page._place_caret(rnd.randrange(length))
    else:
        at = rnd.randrange(length - 10)
        words = rnd.choice(("", "new", "\n"))
        draft.apply(Change(at, rnd.randrange(9), words, Source(Origin.MODEL, "s1.2")), Cause.UNDO)


def test_lines_are_kept_of_the_paragraphs_seen_last(monkeypatch):
    monkeypatch.setattr(page_layout, "_KEPT", 30)
    given = scene("\n".join(f"Paragraph {number}. " * 9 for number in range(300)))
    with the_page(given) as page:
        layout = page._layout
        QTest.qWait(200)  # all heights are known by then
        height = layout.documentSize().height()
        for _ in range(200):
            QTest.keyClick(page, Qt.Key.Key_PageDown)
            QApplication.processEvents()
        blocks = [page.document().findBlockByNumber(number) for number in range(300)]
        laid = [block.blockNumber() for block in blocks if block.layout().lineCount()]
        assert 5 < len(laid) < 60
        assert laid[-1] == 299
        assert layout.documentSize().height() == height
        page.reveal(0, 9)
        assert _first(page).lineCount() > 1


def _first(page):
    page.repaint()
    return page.document().firstBlock().layout()
