"""The page in its forms: how it is set, what is hidden, dimmed or held in place, and that no text changes by it."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.settings import Focus, PageForm, Paragraphs, Signs
from firsthand.provenance import Change
from firsthand.provenance.units import to_units
from firsthand.qt.page import Page
from firsthand.qt.page_focus import sentence_at
from firsthand.qt.page_lines import cursor_x
from firsthand.qt.page_sizes import HELD
from firsthand.qt.theme import CONTRAST, DARK, LIGHT
from tests.qt.page_parts import quiet, scene, the_page

__all__ = ["quiet"]

LONG = "She kept the ledger in the flour bin, because nobody steals flour. " * 4
MARKED = "# Night\nShe *kept* the __old__ ledger.\n---\n“Go,” he said.\nHer **own**, \U0001f30a *too*."


def look(page: Page, **wishes: object) -> None:
    page.set_look(replace(page.look, **wishes))
    QApplication.processEvents()


def grab(page: Page) -> QImage:
    QApplication.processEvents()
    return page.viewport().grab().toImage()


def go(page: Page, place: int) -> None:
    cursor = page.textCursor()
    cursor.setPosition(place)
    page.setTextCursor(cursor)
    QApplication.processEvents()


def heights(page: Page) -> list[float]:
    out, block, layout = [], page.document().begin(), page.document().documentLayout()
    while block.isValid():
        out.append(layout.blockBoundingRect(block).height())
        block = block.next()
    return out


def lines(page: Page, number: int) -> int:
    block = page.document().findBlockByNumber(number)
    page.document().documentLayout().blockBoundingRect(block)
    return block.layout().lineCount()


# How it is set


def test_a_shorter_line_breaks_earlier_and_more_leading_stands_higher(quiet: None) -> None:
    with the_page(scene(LONG)) as page:
        usual, high = lines(page, 0), heights(page)[0]
        look(page, form=PageForm(measure=44))
        assert lines(page, 0) > usual
        look(page, form=PageForm(leading=200))
        assert heights(page)[0] == pytest.approx(
            high * 38 / 30, rel=0.02
        )  # 19 px type: 38 px from line to line, not 30


def test_paragraphs_are_indented_or_spaced_never_both(quiet: None) -> None:
    with the_page(scene("One is short.\nTwo is short.\nThree.")) as page:
        second = page.document().findBlockByNumber(1)
        indented = heights(page)
        assert second.layout().lineAt(0).x() > 20
        look(page, form=PageForm(paragraphs=Paragraphs.SPACED))
        spaced = heights(page)
        assert second.layout().lineAt(0).x() == 0
        assert all(b > a + 10 for a, b in zip(indented, spaced, strict=True))


def test_the_words_at_the_top_stay_when_the_form_changes(quiet: None) -> None:
    with the_page(scene("\n".join(f"Paragraph {n}. " + LONG for n in range(60)))) as page:
        page.verticalScrollBar().setValue(2500)
        QApplication.processEvents()
        before = page.cursorForPosition(QPoint(300, 2)).block().blockNumber()
        for form in (PageForm(measure=50), PageForm(size=24), PageForm(leading=190, paragraphs=Paragraphs.SPACED)):
            look(page, form=form)
            assert page.cursorForPosition(QPoint(300, 2)).block().blockNumber() == before


@pytest.mark.parametrize(("turns", "steps"), [((120,), [1]), ((-120,), [-1]), ((60, 60, 60), [1]), ((240,), [2])])
def test_ctrl_and_the_wheel_ask_for_other_type(turns: tuple[int, ...], steps: list[int], quiet: None) -> None:
    with the_page(scene(LONG * 9)) as page:
        spy = QSignalSpy(page.zoom_requested)
        for turn in turns:
            event = QWheelEvent(
                QPointF(200, 200),
                page.mapToGlobal(QPointF(200, 200)),
                QPoint(),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(page.viewport(), event)
        assert [spy.at(n)[0] for n in range(spy.count())] == steps
        assert page.verticalScrollBar().value() == 0


# Signs and dialogue


def looks(page: Page, number: int) -> list[tuple[int, int, int]]:
    """Where in a paragraph something looks otherwise, and its size where it has one of its own."""
    block = page.document().findBlockByNumber(number)
    page.document().documentLayout().blockBoundingRect(block)
    return [(r.start, r.length, r.format.font().pixelSize()) for r in block.layout().formats()]


def test_hidden_signs_are_shown_where_the_caret_is(quiet: None) -> None:
    given = scene(MARKED)
    with the_page(given) as page:
        look(page, signs=Signs.HIDDEN)
        go(page, len(page.toPlainText()))
        assert (4, 1, 1) in looks(page, 1)
        assert (9, 1, 1) in looks(page, 1)
        assert (0, 2, 1) in looks(page, 0)
        go(page, 12)
        assert [size for _, _, size in looks(page, 1)].count(1) == 0
        assert (0, 2, 1) in looks(page, 0)
        go(page, 0)
        assert (4, 1, 1) in looks(page, 1)
        assert [size for _, _, size in looks(page, 0)].count(1) == 0
        QTest.keyClicks(page, "x")
        assert given.draft.text.text == "x" + MARKED
        look(page, signs=Signs.FAINT)
        assert [size for _, _, size in looks(page, 1)].count(1) == 0


def test_hidden_signs_take_no_room(quiet: None) -> None:
    with the_page(scene("She *kept* it.\nShe kept it.\n.")) as page:
        look(page, signs=Signs.HIDDEN)
        go(page, len(page.toPlainText()))
        heights(page)
        widths = [page.document().findBlockByNumber(n).layout().lineAt(0).naturalTextWidth() for n in (0, 1)]
        look(page, signs=Signs.FAINT)
        heights(page)
        faint = page.document().findBlockByNumber(0).layout().lineAt(0).naturalTextWidth()
        assert faint - widths[0] > 12
        assert widths[0] - widths[1] < 8  # italic letters are of other widths


def test_a_scene_break_whose_signs_are_hidden_is_an_ornament(quiet: None) -> None:
    with the_page(scene("One.\n---\nTwo.")) as page:
        look(page, signs=Signs.HIDDEN)
        hidden = grab(page)
        go(page, 6)
        assert grab(page) != hidden
        go(page, 0)
        assert grab(page) == hidden
        QTest.keyClick(page, Qt.Key.Key_Down)
        assert page.textCursor().blockNumber() == 1


def test_what_is_said_aloud_has_an_ink_of_its_own(quiet: None) -> None:
    with the_page(scene(MARKED)) as page:
        assert looks(page, 3) == []
        look(page, dialogue=True, language="en_US")
        assert [(start, length) for start, length, _ in looks(page, 3)] == [(0, 5)]
        block = page.document().findBlockByNumber(3)
        assert block.layout().formats()[0].format.foreground().color() == QColor(LIGHT.speech)
        page.set_theme(DARK)
        page.document().documentLayout().blockBoundingRect(block)
        assert block.layout().formats()[0].format.foreground().color() == QColor(DARK.speech)
        go(page, page.toPlainText().index("Go") + 2)
        QTest.keyClicks(page, " on")
        assert [(start, length) for start, length, _ in looks(page, 3)] == [(0, 8)]


def test_no_look_changes_a_letter(quiet: None) -> None:
    given = scene(MARKED)
    with the_page(given) as page:
        for wishes in (
            {"signs": Signs.HIDDEN, "dialogue": True, "language": "en_GB"},
            {"focus": Focus.SENTENCE, "typewriter": True},
            {"form": PageForm(size=30, measure=40, leading=220, paragraphs=Paragraphs.SPACED), "zoom": 200},
        ):
            look(page, **wishes)
            grab(page)
            go(page, 20)
        assert page.document().toPlainText() == MARKED
        assert given.draft.text.text == MARKED
        assert given.recorded == []


# Focus and typewriter


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("", 0, ""),
        ("One.", 0, "One."),
        ("One. Two.", 2, "One."),
        ("One. Two.", 4, "One."),
        ("One. Two.", 5, "Two."),
        ("One. Two.", 9, "Two."),
        ("One. ", 5, "One. "),
        ("Mr. Varela left. She stayed", 6, "Mr. Varela left."),
        ("Mr. Varela left. She stayed", 27, "She stayed"),
        ("“No.” She left.", 12, "She left."),
        ("   ", 1, ""),
    ],
)
def test_the_sentence_at_a_place(text: str, place: int, sentence: str) -> None:
    start, end = sentence_at(to_units(text), place)
    assert text[start:end] == sentence


def ink(image: QImage, top: int, bottom: int) -> int:
    """How dark the darkest pixel of some rows is: 0 is black."""
    return min(
        QColor(image.pixel(x, y)).lightness() for x in range(120, image.width() - 120) for y in range(top, bottom)
    )


def test_all_but_the_paragraph_is_dimmed(quiet: None) -> None:
    with the_page(scene("First of all, this.\nThen that, later on.\nThird comes here.")) as page:
        clear = grab(page)
        tops = [round(page.document().documentLayout().blockBoundingRect(b).top()) for b in _blocks(page)]
        look(page, focus=Focus.PARAGRAPH)
        go(page, 25)
        dim = grab(page)
        shades = [(ink(clear, top, top + 30), ink(dim, top, top + 30)) for top in tops]
        assert [dimmed - usual > 60 for usual, dimmed in shades] == [True, False, True]
        go(page, 3)
        dim = grab(page)
        assert [ink(dim, top, top + 30) - ink(clear, top, top + 30) > 60 for top in tops] == [False, True, True]
        look(page, focus=Focus.ALL)
        assert ink(grab(page), tops[1], tops[1] + 30) == ink(clear, tops[1], tops[1] + 30)


def _blocks(page: Page):
    block = page.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def test_what_is_dimmed_can_still_be_read_where_contrast_is_wanted(quiet: None) -> None:
    with the_page(scene("First of all, this.\nThen that, later on.")) as page:
        page.set_theme(CONTRAST)
        top = round(page.document().documentLayout().blockBoundingRect(page.document().begin()).top())
        look(page, focus=Focus.PARAGRAPH)
        go(page, 25)
        assert ink(grab(page), top, top + 30) <= 110  # at least 4.5:1 on white


def test_only_the_sentence_stands_out(quiet: None) -> None:
    with the_page(scene("One is here. Two is there. Three is gone.")) as page:
        look(page, focus=Focus.SENTENCE)
        box = page.document().documentLayout().blockBoundingRect(page.document().begin())
        line = page.document().begin().layout().lineAt(0)
        middle = [box.left() + _x(line, place) for place in (5, 20, 35)]
        for place, bright in ((3, 0), (16, 1), (30, 2)):
            go(page, place)
            image = grab(page)
            shades = [_darkest(image, round(x), round(box.top()), 30) for x in middle]
            assert shades.index(min(shades)) == bright
            assert sorted(shades)[1] - min(shades) > 60


def _x(line, place: int) -> float:
    return cursor_x(line, place)


def _darkest(image: QImage, x: int, top: int, width: int) -> int:
    return min(
        QColor(image.pixel(a, y)).lightness()
        for a in range(x - width // 2, x + width // 2)
        for y in range(top, top + 30)
    )


def caret_height(page: Page) -> float:
    return page.cursorRect().center().y() / page.viewport().height()


def test_the_line_is_held_at_one_height_while_one_writes(quiet: None) -> None:
    with the_page(scene("\n".join(f"{n}. " + LONG for n in range(40)))) as page:
        look(page, typewriter=True)
        for place in (0, 900, len(page.toPlainText())):
            go(page, place)
            assert caret_height(page) == pytest.approx(HELD, abs=0.02)
        for _ in range(4):
            QTest.keyClick(page, Qt.Key.Key_Return)
            QTest.keyClicks(page, "on")
            assert caret_height(page) == pytest.approx(HELD, abs=0.02)
        QTest.keyClick(page, Qt.Key.Key_Up)
        assert caret_height(page) == pytest.approx(HELD, abs=0.02)


def test_a_click_moves_no_line(quiet: None) -> None:
    with the_page(scene("\n".join(f"{n}. " + LONG for n in range(40)))) as page:
        look(page, typewriter=True)
        go(page, 4000)
        value = page.verticalScrollBar().value()
        QTest.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 500))
        QTest.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 500))
        assert page.verticalScrollBar().value() == value
        assert caret_height(page) == pytest.approx(500 / 600, abs=0.05)
        QTest.keyClick(page, Qt.Key.Key_Right)
        assert caret_height(page) == pytest.approx(HELD, abs=0.02)


def test_the_title_stands_over_the_first_line_wherever_that_is(quiet: None) -> None:
    with the_page(scene("One.", title="Low water")) as page:
        look(page, typewriter=True)
        top = page.document().documentLayout().blockBoundingRect(page.document().begin()).top()
        image = grab(page)
        assert ink(image, round(top) - 60, round(top) - 15) < 100
        assert ink(image, 40, 110) > 200


# Other scripts


@pytest.mark.parametrize(
    ("title", "at_the_right"), [("המלח", True), ("الملح", True), ("Low water", False), ("12", False)]
)
def test_a_title_begins_where_its_words_begin(title: str, at_the_right: bool, quiet: None) -> None:
    with the_page(scene("One.", title=title)) as page:
        image = grab(page)
        rows, columns = range(40, 110), range(20, image.width() - 40)
        inked = [x for x in columns if any(QColor(image.pixel(x, y)).lightness() < 100 for y in rows)]
        assert inked
        assert (inked[0] + inked[-1] > image.width()) is at_the_right


@pytest.mark.parametrize(
    "text", ["היא שמרה את הספר בתיבת הקמח.", "وضعت الدفتر في صندوق الطحين."], ids=["Hebrew", "Arabic"]
)
def test_a_paragraph_from_right_to_left_is_set_from_the_right(text: str, quiet: None) -> None:
    with the_page(scene(f"One.\n{text}\nTwo.")) as page:
        block = page.document().findBlockByNumber(1)
        box = page.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        start, end = _x(line, 0), _x(line, len(text))
        assert start > end
        assert box.width() - start == pytest.approx(page.look.pixels * 1.4, abs=2), "the indent is at the right"
        for place in (0, 5, len(text)):
            x = box.left() + _x(line, place)
            point = QPoint(round(x), round(box.center().y()) - page.verticalScrollBar().value())
            assert page.cursorForPosition(point).position() - block.position() == place


def keys(page: Page, text: str) -> None:
    """Press keys that QTest has no names for."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(page, event)


def test_the_caret_goes_leftwards_and_keys_arrive_in_order(quiet: None) -> None:
    given = scene("")
    with the_page(given) as page:
        keys(page, "שלום")
        assert given.draft.text.text == "שלום"
        assert given.spans() == [("שלום", "typed")]
        QTest.keyClick(page, Qt.Key.Key_Right)
        assert page.textCursor().position() == 3
        QTest.keyClick(page, Qt.Key.Key_Home)
        right = page.cursorRect().x()
        QTest.keyClick(page, Qt.Key.Key_End)
        assert page.cursorRect().x() < right
        look(page, signs=Signs.HIDDEN, focus=Focus.SENTENCE, dialogue=True, language="de_DE")
        keys(page, " *עולם*.")
        grab(page)
        assert given.draft.text.text == "שלום *עולם*."


# Where the mouse rests


def test_the_page_says_where_the_mouse_rests(quiet: None) -> None:
    with the_page(scene("One two three.\nFour.")) as page:
        spy = QSignalSpy(page.rested)
        box = page.document().documentLayout().blockBoundingRect(page.document().begin())
        for x, y in ((box.left() + 2, box.center().y()), (box.left() + 2, 560)):
            point = QPoint(round(x), round(y))
            event = QHelpEvent(QHelpEvent.Type.ToolTip, point, page.viewport().mapToGlobal(point))
            QApplication.sendEvent(page.viewport(), event)
        assert [spy.at(n)[0] for n in range(spy.count())] == [0, -1]


def test_an_edit_over_hidden_signs_is_recorded_as_it_was_made(quiet: None) -> None:
    given = scene("Her *own* words.\nMore.")
    with the_page(given) as page:
        look(page, signs=Signs.HIDDEN)
        go(page, 6)
        QTest.keyClick(page, Qt.Key.Key_Backspace)
        QTest.keyClick(page, Qt.Key.Key_Return)
        assert given.draft.text.text == "Her *\nwn* words.\nMore."
        given.draft.apply(Change(0, 0, "## "))
        assert page.document().toPlainText() == given.draft.text.text
