"""The page as the author meets it: what is painted, where text stands, what keys and menu do."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause
from firsthand.provenance import Change, Origin, Source
from firsthand.qt.fonts import FAMILY, load_fonts
from firsthand.qt.page import Page
from firsthand.qt.page_paint import Brushes
from firsthand.qt.theme import DARK, LIGHT, Theme, palette
from firsthand.qt.whose import Kind
from tests.qt.page_parts import quiet, scene, the_page

__all__ = ["quiet"]

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "She kept the ledger in the flour bin, because nobody steals flour. " * 12


def grab(page: Page) -> QImage:
    QApplication.processEvents()
    return page.viewport().grab().toImage()


def count(image: QImage, colour: QColor, left: int = 0, right: int | None = None) -> int:
    """How many pixels have this very colour, between two columns."""
    right = image.width() if right is None else right
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(left, right) for y in range(image.height()))


def select(page: Page, start: int, end: int) -> None:
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


# What is painted


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_models_words_are_tinted_and_the_authors_are_not(theme: Theme, quiet: None) -> None:
    given = scene("Written by hand, all of it.")
    tint = Brushes.of(theme).tint[Kind.MODEL]
    with the_page(given) as page:
        page.set_theme(theme)
        assert count(grab(page), tint) == 0
        given.draft.insert_suggestion(15, 0, "as far as anyone could see from the road", "s")
        assert count(grab(page), tint) > 500
        page.set_look(replace(page.look, tint=False))
        assert count(grab(page), tint) == 0


def test_words_that_stand_in_for_a_models_are_tinted_otherwise(quiet: None) -> None:
    given = scene("")
    given.draft.insert_suggestion(0, 0, "The house had been locked since Friday, and cold.", "s")
    at = given.draft.text.text.index("Friday")
    given.draft.apply(Change(at, 6, "the burial"), Cause.TYPE)
    with the_page(given) as page:
        image = grab(page)
        tints = Brushes.of(LIGHT).tint
        assert count(image, tints[Kind.REVISED]) > 100
        assert count(image, tints[Kind.MODEL]) > 500


BARS = [
    (Origin.TYPED, Kind.AUTHOR, 3),
    (Source(Origin.MODEL, "s"), Kind.MODEL, 5),
    (Source(Origin.PASTED, "paste:1"), Kind.ELSEWHERE, 5),
    (Source(Origin.IMPORTED, "file"), Kind.ELSEWHERE, 5),
    (Source(Origin.RETYPED, "s"), Kind.RETYPED, 5),
]


@pytest.mark.parametrize(
    ("origin", "kind", "width"), BARS, ids=[str(kind) + str(n) for n, (_, kind, _) in enumerate(BARS)]
)
def test_the_margin_tells_origins_apart_by_colour_and_by_shape(
    origin: Origin | Source, kind: Kind, width: int, quiet: None
) -> None:
    brushes = Brushes.of(LIGHT)
    colour = brushes.faint if kind is Kind.AUTHOR else brushes.bar[kind]
    with the_page(scene(LONG, origin)) as page:
        page.set_look(replace(page.look, tint=False))
        image = grab(page)
        column = page.document().documentLayout().blockBoundingRect(page.document().begin()).left()
        margin = int(column) - 10
        painted = [x for x in range(margin) if count(image, colour, x, x + 1)]
        assert len(painted) <= width
        middle = count(image, colour, painted[len(painted) // 2], painted[len(painted) // 2] + 1)
        whole = count(image, colour, painted[0], painted[0] + 1)
        hollow, broken = kind is Kind.ELSEWHERE, kind is Kind.RETYPED
        assert (middle < whole / 2) == hollow
        assert any(image.pixel(painted[0], y) != colour.rgb() for y in _between(image, painted[0], colour)) == broken
        page.set_look(replace(page.look, bars=False))
        assert count(grab(page), colour, 0, margin) == 0


def _between(image: QImage, x: int, colour: QColor) -> range:
    rows = [y for y in range(image.height()) if image.pixel(x, y) == colour.rgb()]
    return range(rows[0], rows[-1])


def test_a_mixed_paragraph_shows_its_parts_by_share(quiet: None) -> None:
    given = scene(LONG)
    given.draft.apply(Change(0, 0, LONG[: len(LONG) // 3], Source(Origin.MODEL, "s")), Cause.SUGGESTION)
    with the_page(given) as page:
        page.set_look(replace(page.look, tint=False))
        image, bars = grab(page), Brushes.of(LIGHT).bar
        left = int(page.document().documentLayout().blockBoundingRect(page.document().begin()).left())
        author = count(image, bars[Kind.AUTHOR], 0, left - 10) / 3
        model = count(image, bars[Kind.MODEL], 0, left - 10) / 5
        assert 2 < author / model < 4


def test_the_caret_has_the_colour_of_the_theme(quiet: None) -> None:
    with the_page(scene("")) as page:
        page.set_theme(DARK)
        page.activateWindow()
        page.setFocus()
        assert count(grab(page), QColor(DARK.accent)) >= 30


def test_an_empty_page_says_so_and_takes_no_words(quiet: None) -> None:
    with the_page(scene("words")) as page:
        page.set_draft(None)
        QTest.keyClicks(page, "x")
        assert (page.toPlainText(), page.accessibleName()) == ("", "Page, no scene open")
        assert count(grab(page), QColor(LIGHT.muted)) > 0


def test_palettes_leave_no_role_to_the_system() -> None:
    for theme in (LIGHT, DARK):
        dress = palette(theme)
        assert dress.text().color().name() == theme.ink
        assert dress.base().color().name() == theme.paper


# Where text stands


def test_lines_are_about_66_characters_and_indents_follow_what_stands_before(quiet: None) -> None:
    text = f"{LONG}\n{LONG}\n---\n{LONG}\n# Part\n{LONG}\n\n{LONG}\n{LONG}"
    with the_page(scene(text)) as page:
        grab(page)
        document = page.document()
        blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
        for block in blocks:
            document.documentLayout().blockBoundingRect(block)
        lines = [blocks[0].layout().lineAt(n).textLength() for n in range(blocks[0].layout().lineCount() - 1)]
        assert 60 <= sum(lines) / len(lines) <= 72
        indents = [block.layout().lineAt(0).x() > 20 for block in blocks]
        assert indents == [False, True, False, False, False, False, False, False, True]


def test_typing_a_heading_takes_the_indent_from_what_follows(quiet: None) -> None:
    with the_page(scene("one\nPart two\nthree")) as page:
        grab(page)
        third = page.document().findBlockByNumber(2)
        assert third.layout().lineAt(0).x() > 20
        select(page, 4, 4)
        QTest.keyClicks(page, "# ")
        assert third.layout().lineAt(0).x() == 0


@pytest.mark.parametrize("width", [320, 500, 796, 1600])
def test_the_column_fits_every_width(width: int, quiet: None) -> None:
    with the_page(scene(LONG), width) as page:
        grab(page)
        box = page.document().documentLayout().blockBoundingRect(page.document().begin())
        assert box.left() >= 26
        assert box.right() <= page.viewport().width()
        assert page.horizontalScrollBar().maximum() == 0


def test_a_wider_window_lays_nothing_out_again(quiet: None) -> None:
    with the_page(scene(LONG), 900) as page:
        grab(page)
        layout = page.document().begin().layout()
        before = layout.lineAt(0).textLength()
        page.resize(1300, 600)
        assert layout.lineCount() > 1  # a layout thrown away has no lines until it is asked for
        assert layout.lineAt(0).textLength() == before


def test_a_paragraph_written_from_right_to_left_begins_at_the_right(quiet: None) -> None:
    with the_page(scene("one\nשלום לכולם\nשלום")) as page:
        grab(page)
        column = page.document().documentLayout().blockBoundingRect(page.document().begin()).width()
        rights = [page.document().findBlockByNumber(n).layout().lineAt(0).naturalTextRect().right() for n in (1, 2)]
        assert rights[0] == pytest.approx(column - 26.6, abs=1)
        assert rights[1] == pytest.approx(rights[0], abs=1)


def test_a_click_finds_the_letter_under_it(quiet: None) -> None:
    with the_page(scene(f"{LONG}\n# Part\n{LONG}😀 שלום {LONG}")) as page:
        grab(page)
        for at in (0, 5, 70, 200, len(LONG) + 3, len(LONG) + 30):
            cursor = QTextCursor(page.document())
            cursor.setPosition(at)
            assert page.cursorForPosition(page.cursorRect(cursor).center()).position() == at


def test_every_place_of_the_page_answers_a_click(quiet: None) -> None:
    with the_page(scene(f"{LONG}\n\n---\nend")) as page:
        grab(page)
        length = len(page.toPlainText())
        for x in range(0, page.viewport().width(), 60):
            for y in range(0, page.viewport().height(), 17):
                assert 0 <= page.cursorForPosition(QPoint(x, y)).position() <= length


def test_zoom_keeps_the_paragraph_at_the_top_of_the_view(quiet: None) -> None:
    text = "\n".join(f"{n} {LONG}" for n in range(60))
    with the_page(scene(text)) as page:
        grab(page)
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
        grab(page)
        number = page.cursorForPosition(QPoint(300, 2)).blockNumber()
        for percent in (150, 80, 100):
            page.set_look(replace(page.look, zoom=percent))
            grab(page)
            assert abs(page.cursorForPosition(QPoint(300, 2)).blockNumber() - number) <= 1


def test_a_scene_opens_where_it_was_left(quiet: None) -> None:
    given = scene("\n".join(f"{n} {LONG}" for n in range(80)))
    given.draft.caret = given.draft.text.text.index("\n70 ") + 4
    with the_page(given) as page:
        grab(page)
        assert page.textCursor().position() == given.draft.caret
        assert page.viewport().rect().contains(page.cursorRect().center())


@pytest.mark.parametrize("undone", [True, False], ids=["undo", "suggestion"])
def test_what_the_author_asked_for_is_brought_into_view(undone: bool, quiet: None) -> None:
    given = scene("\n".join(f"{n} {LONG}" for n in range(80)))
    with the_page(given) as page:
        select(page, 0, 0)
        grab(page)
        at = given.draft.text.text.index("\n60 ")
        given.draft.apply(Change(at, 0, " Found.", Source(Origin.MODEL, "s")), Cause.SUGGESTION)
        if undone:
            select(page, 0, 0)
            page.undo()
        grab(page)
        assert page.textCursor().position() == (at if undone else at + 7)
        assert page.viewport().rect().contains(page.cursorRect().center())


def test_emphasis_looks_like_what_it_is(quiet: None) -> None:
    with the_page(scene("a *b* **c** ***d*** _e_ snake_case 2 * 3 * 4\n## Part\n😀 *x*")) as page:
        grab(page)
        block = page.document().begin()
        looks = [(r.start, r.length, r.format.fontItalic(), r.format.fontWeight()) for r in block.layout().formats()]
        assert [(start, length) for start, length, italic, weight in looks if italic or weight == 700] == [
            (2, 3),
            (6, 5),
            (12, 7),
            (20, 3),
        ]
        last = page.document().lastBlock().layout().formats()
        assert (last[0].start, last[0].length) == (3, 3)


# Keys, menu, names


def test_undo_keys_are_left_to_the_window(quiet: None) -> None:
    with the_page(scene("abc")) as page:
        for modifiers in (CTRL, CTRL | Qt.KeyboardModifier.ShiftModifier):
            event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, modifiers)
            QApplication.sendEvent(page, event)
            assert not event.isAccepted()


def test_undo_and_redo_are_the_drafts(quiet: None) -> None:
    given = scene("")
    with the_page(given) as page:
        QTest.keyClicks(page, "one two")
        QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
        assert page.toPlainText() == "one "
        QTest.keyClick(page, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert page.toPlainText() == "one two"
        assert given.spans() == [("one two", "typed")]


def test_moving_the_caret_ends_a_step_of_undo(quiet: None) -> None:
    given = scene("")
    with the_page(given) as page:
        QTest.keyClicks(page, "ab")
        QTest.keyClick(page, Qt.Key.Key_Left)
        QTest.keyClick(page, Qt.Key.Key_Right)
        QTest.keyClicks(page, "cd")
        page.undo()
        assert page.toPlainText() == "ab"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_offers_what_can_be_done(quiet: None) -> None:
    given = scene("abc")
    with the_page(given) as page:
        QApplication.clipboard().clear()

        def enabled() -> dict[str, bool]:
            menu = page.menu()
            found = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
            menu.deleteLater()
            return found

        nothing = dict.fromkeys(("Undo", "Redo", "Cut", "Copy", "Paste"), False)
        assert enabled() == {**nothing, "Duplicate": True, "Select all": True}
        page.selectAll()
        page.copy()
        QTest.keyClicks(page, "x")
        page.selectAll()
        assert enabled() == {**dict.fromkeys((*nothing, "Duplicate", "Select all"), True), "Redo": False}
        spot = QPoint(100, 100)
        QApplication.sendEvent(page.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, spot))
        menu = QApplication.activePopupWidget()
        assert menu is not None
        menu.close()


def test_caret_place_and_name_are_told(quiet: None) -> None:
    given = scene("abc", title="A borrowed coat")
    with the_page(given) as page:
        moved = QSignalSpy(page.caret_moved)
        select(page, 1, 3)
        assert [moved.at(n) for n in range(moved.count())] == [[3]]
        assert (page.insert_place(), given.draft.caret) == ((1, 3), 3)
        assert page.accessibleName() == "Page, A borrowed coat"


def test_the_typeface_is_the_programs_own(qapp: QApplication) -> None:
    assert load_fonts() == FAMILY
    with the_page(scene("x")) as page:
        assert page.fontInfo().family() == FAMILY


def test_a_key_lays_out_and_paints_its_own_paragraph_alone(quiet: None) -> None:
    with the_page(scene("\n".join([LONG] * 5))) as page:
        grab(page)
        select(page, len(LONG) + 10, len(LONG) + 10)
        grab(page)
        painted: list[float] = []
        page.document().documentLayout().update.connect(lambda where: painted.append(where.height()))
        QTest.keyClicks(page, "i")
        box = page.document().documentLayout().blockBoundingRect(page.document().findBlockByNumber(1))
        assert painted
        assert max(painted) == pytest.approx(box.height())


def settle(page: Page) -> None:
    """Until every paragraph is set and all is painted."""
    QApplication.processEvents()
    while page._layout._idle.isActive():
        QApplication.processEvents()
    QApplication.processEvents()


def test_the_screen_shows_what_stands_there_when_paragraphs_above_prove_higher_than_thought(quiet):
    text = "\n".join("Will " * (1 + n % 61) + "Illimitable willows, " * (n % 5) for n in range(400))
    with the_page(scene(text)) as page:
        settle(page)
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() - 100)
        settle(page)
        grew = QSignalSpy(page._layout.grew)
        page.set_theme(DARK)  # all is set again, what is seen first and what is above when nothing else is to be done
        settle(page)
        assert grew.count() > 2
        shown, drawn = page.screen().grabWindow(page.winId()).toImage(), page.grab().toImage()
        assert shown.convertToFormat(drawn.format()) == drawn
