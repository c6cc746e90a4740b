"""The page as the author meets it: what is painted, where text stands, what keys, menu and clipboard do."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause
from firsthand.provenance import Change, Origin, Source
from firsthand.qt.clipboard import FORMAT, PASSAGES, Passage, plain_text
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
        page.set_tint(False)
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
        page.set_tint(False)
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
        page.set_bars(False)
        assert count(grab(page), colour, 0, margin) == 0


def _between(image: QImage, x: int, colour: QColor) -> range:
    rows = [y for y in range(image.height()) if image.pixel(x, y) == colour.rgb()]
    return range(rows[0], rows[-1])


def test_a_mixed_paragraph_shows_its_parts_by_share(quiet: None) -> None:
    given = scene(LONG)
    given.draft.apply(Change(0, 0, LONG[: len(LONG) // 3], Source(Origin.MODEL, "s")), Cause.SUGGESTION)
    with the_page(given) as page:
        page.set_tint(False)
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
            page.set_zoom(percent)
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
        assert enabled() == {**nothing, "Select All": True}
        page.selectAll()
        page.copy()
        QTest.keyClicks(page, "x")
        page.selectAll()
        assert enabled() == {"Undo": True, "Redo": False, "Cut": True, "Copy": True, "Paste": True, "Select All": True}
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


# Clipboard and drag


def passage(text: str, origin: Source) -> QMimeData:
    return PASSAGES.pack(Passage(text, Change(0, 0, text, origin).runs()))


def test_copied_words_keep_their_origin_in_another_scene(quiet: None) -> None:
    first, second = scene("its own "), scene("")
    first.draft.insert_suggestion(8, 0, "a model's", "s9")
    with the_page(first) as page:
        page.selectAll()
        page.copy()
        page.set_draft(second.draft)
        page.paste()
    assert second.spans() == [("its own ", "typed"), ("a model's", "model")]
    assert [cause for _, cause in second.recorded] == [Cause.MOVE]


def test_a_token_is_worth_nothing_with_another_text(quiet: None) -> None:
    given = scene("")
    with the_page(given) as page:
        forged = QMimeData()
        forged.setText("altered")
        forged.setData(FORMAT, passage("honest", Source(Origin.TYPED)).data(FORMAT))
        page.insertFromMimeData(forged)
        unknown = QMimeData()
        unknown.setText("!")
        unknown.setData(FORMAT, b"0123")
        page.insertFromMimeData(unknown)
    assert given.spans() == [("altered", "pasted"), ("!", "pasted")]


TEXTS = [
    ("a\r\nb\rc", None, "a\nb\nc"),
    ("plain", "<b>rich</b>", "plain"),
    (None, "<p>one</p><p>two <i>three</i><img src='x.png'></p>", "one\ntwo three"),
]


@pytest.mark.parametrize(("text", "html", "plain"), TEXTS, ids=["line ends", "both", "html alone"])
def test_rich_text_comes_as_plain_text(text: str | None, html: str | None, plain: str, quiet: None) -> None:
    given = scene("")
    mime = QMimeData()
    if text is not None:
        mime.setText(text)
    if html is not None:
        mime.setHtml(html)
    assert plain_text(mime) == plain
    with the_page(given) as page:
        page.insertFromMimeData(mime)
        assert page.toPlainText() == plain
        assert given.recorded[0][1] is Cause.PASTE
        assert {name for _, name in given.spans()} == {"pasted"}


def test_pasting_a_corrected_version_over_the_selection_keeps_what_is_the_same(quiet: None) -> None:
    given = scene("She kept the leger in the flour bin.")
    with the_page(given) as page:
        page.selectAll()
        mime = QMimeData()
        mime.setText("She kept the ledger in the flour bin.")
        page.insertFromMimeData(mime)
    assert given.spans() == [("She kept the le", "typed"), ("d", "pasted"), ("ger in the flour bin.", "typed")]


def test_pasting_something_else_over_the_selection_keeps_nothing(quiet: None) -> None:
    given = scene("She kept the ledger in the flour bin, because nobody steals flour")
    with the_page(given) as page:
        page.selectAll()
        mime = QMimeData()
        mime.setText("They sold the old boat to a man from the next town over the hill")
        page.insertFromMimeData(mime)
    assert [name for _, name in given.spans()] == ["pasted"]


def test_a_drop_from_outside_is_called_a_drop(quiet: None) -> None:
    given = scene("one two")
    with the_page(given) as page:
        grab(page)
        mime = QMimeData()
        mime.setText("X")
        cursor = QTextCursor(page.document())
        cursor.setPosition(3)
        spot = QPointF(page.cursorRect(cursor).center())
        common = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(page.viewport(), QDragEnterEvent(spot.toPoint(), *common))
        QApplication.sendEvent(page.viewport(), QDropEvent(spot, *common))
    assert given.spans() == [("one", "typed"), ("X", "pasted"), (" two", "typed")]
    change, cause = given.recorded[0]
    assert cause is Cause.DROP
    assert str(change.runs()[0].source.ref).startswith("drop:")


@pytest.mark.parametrize(("target", "text"), [(0, "three one two "), (13, "one two three"), (4, "one three two ")])
def test_a_selection_moves_in_one_step(target: int, text: str, quiet: None) -> None:
    given = scene("one two ")
    given.draft.apply(Change(8, 0, "three ", Source(Origin.MODEL, "s")), Cause.SUGGESTION)
    before = given.letters()
    with the_page(given) as page:
        select(page, 8, 14)
        page.move_selection(target)
        assert page.toPlainText().strip() == text.strip()
        assert sorted(map(str, given.letters())) == sorted(map(str, before))
        if target < 8:
            page.undo()
            assert given.letters() == before


def test_what_was_copied_outlives_the_page_but_not_the_program() -> None:
    """A clipboard object made in Python that is left at the end would crash the process there."""
    script = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from tests.qt.page_parts import scene, the_page\n"
        "with the_page(scene('words')) as page: page.selectAll(); page.copy()\n"
        "assert app.clipboard().text() == 'words'"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


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
