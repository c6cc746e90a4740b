"""What leaves a page and comes to it: clipboard, drop, moving and duplicating, and whose it is afterwards."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.carrier import Carrier
from firsthand.desk.draft import Cause
from firsthand.desk.passages import kept_key, sealed
from firsthand.desk.places import passage_key_file
from firsthand.provenance import Change, Origin, Run, Source
from firsthand.qt.clipboard import FORMAT, packed, passage_in, plain_text
from firsthand.qt.page import Page
from firsthand.qt.page_input import DUPLICATE
from tests.qt.page_parts import Scene, quiet, scene, the_page
from tests.qt.window_parts import novel, window_on

__all__ = ["quiet"]

CTRL = Qt.KeyboardModifier.ControlModifier
MODEL = Source(Origin.MODEL, "s9")


def select(page: Page, start: int, end: int) -> None:
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def mixed() -> Scene:
    """``its own a model's``: typed, then a model's."""
    given = scene("its own ")
    given.draft.insert_suggestion(8, 0, "a model's", "s9")
    given.recorded.clear()
    return given


def beside(other: Scene) -> Scene:
    """An empty scene of the same manuscript."""
    given = scene("")
    given.draft.carrier = other.draft.carrier
    return given


def causes(given: Scene) -> list[Cause]:
    return [cause for _, cause in given.recorded]


MIXED = [("its own ", "typed"), ("a model's", "model")]


# What leaves a page and comes back


def test_copied_words_keep_their_origin_in_another_scene(quiet: None) -> None:
    first = mixed()
    second = beside(first)
    with the_page(first) as page:
        page.selectAll()
        QTest.keyClick(page, Qt.Key.Key_C, CTRL)
        page.set_draft(second.draft)
        QTest.keyClick(page, Qt.Key.Key_V, CTRL)
    assert second.spans() == MIXED
    assert (causes(first), causes(second)) == ([], [Cause.COPY])


def test_cut_words_move_once_and_are_copied_after_that(quiet: None) -> None:
    first = mixed()
    second = beside(first)
    with the_page(first) as page:
        page.selectAll()
        QTest.keyClick(page, Qt.Key.Key_X, CTRL)
        assert page.toPlainText() == ""
        page.set_draft(second.draft)
        page.paste()
        page.paste()
    assert second.spans() == MIXED * 2
    assert (causes(first), causes(second)) == ([Cause.MOVE], [Cause.MOVE, Cause.COPY])


def test_what_an_undo_put_back_is_copied(quiet: None) -> None:
    given = mixed()
    given.draft.listen(given.draft.carrier.heard)
    with the_page(given) as page:
        page.selectAll()
        page.cut()
        page.undo()
        select(page, 0, 0)
        page.paste()
    assert given.spans() == MIXED * 2
    assert causes(given) == [Cause.MOVE, Cause.UNDO, Cause.COPY]


def test_in_another_manuscript_words_are_still_whose_they_were(quiet: None) -> None:
    first, second = mixed(), scene("")
    first.draft.carrier, second.draft.carrier = Carrier("m"), Carrier("x")
    with the_page(first) as page:
        page.selectAll()
        page.cut()
        page.set_draft(second.draft)
        page.paste()
        assert second.spans() == MIXED
        assert [run.source.ref for run in second.draft.text.runs(0, 17)] == ["m/", "m/s9"]
        page.selectAll()
        page.cut()
        page.set_draft(first.draft)
        page.paste()
    assert first.draft.text.runs(0, 17) == (Run(8, Source(Origin.TYPED)), Run(9, MODEL))
    assert causes(second) == [Cause.COPY, Cause.MOVE]


@pytest.mark.parametrize(
    "text",
    [
        "a\rb\nc",
        "a\r\nb",
        "a\u2029b\u2028c",
        "a\ufeffb\x00c",
        "\ufdd0\ufdd1\ufffc",
        "a\u00a0b\u00adc",
        "x\ud83dy",
        "👩‍👩‍👧🏽‍👦e\u0301",
    ],
    ids=ascii,
)
def test_every_character_comes_back(text: str, quiet: None) -> None:
    first = scene(text, MODEL)
    second = beside(first)
    with the_page(first) as page:
        page.selectAll()
        page.copy()
        page.set_draft(second.draft)
        page.paste()
        assert second.draft.text.units() == first.draft.text.units()
        assert second.draft.text.runs(0, len(second.draft.text)) == first.draft.text.runs(0, len(first.draft.text))


# What comes from outside


def brings(text: str | None, data: bytes | None = None, html: str | None = None) -> QMimeData:
    mime = QMimeData()
    if text is not None:
        mime.setText(text)
    if html is not None:
        mime.setHtml(html)
    if data is not None:
        mime.setData(FORMAT, data)
    return mime


def honest(key: bytes | None = None) -> bytes:
    """The sealed passage of ``honest words``, typed."""
    words = Carrier("").leaves("honest words", (Run(12, Source(Origin.TYPED)),))
    return sealed(words, key or kept_key(passage_key_file()))


def test_what_is_brought_with_its_own_passage_keeps_its_origin(quiet: None) -> None:
    given = scene("")
    with the_page(given) as page:
        page.insertFromMimeData(brings("honest words", honest()))
    assert given.spans() == [("honest words", "typed")]


FORGED = {
    "another text": ("honest word", honest()),
    "one letter changed": ("honest wordS", honest()),
    "one space more": ("honest words ", honest()),
    "one byte changed": ("honest words", honest()[:-3] + b"!" + honest()[-2:]),
    "another key": ("honest words", honest(bytes(32))),
    "no seal": ("honest words", honest().partition(b"\n")[2]),
    "a word": ("honest words", b"0123"),
    "nothing": ("honest words", b""),
}


@pytest.mark.parametrize(("text", "data"), FORGED.values(), ids=FORGED.keys())
def test_a_passage_is_worth_nothing_if_it_was_touched(text: str, data: bytes, quiet: None) -> None:
    given = scene("")
    with the_page(given) as page:
        page.insertFromMimeData(brings(text, data))
    assert given.spans() == [(text, "pasted")]
    assert causes(given) == [Cause.PASTE]


def test_a_passage_without_its_text_is_nothing(quiet: None) -> None:
    given = scene("")
    with the_page(given) as page:
        assert not page.canInsertFromMimeData(brings(None, honest()))
        page.insertFromMimeData(brings(None, honest()))
        assert page.toPlainText() == ""


TEXTS = [
    ("a\r\nb\rc", None, "a\nb\nc"),
    ("plain", "<b>rich</b>", "plain"),
    (None, "<p>one</p><p>two <i>three</i><img src='x.png'></p>", "one\ntwo three"),
]


@pytest.mark.parametrize(("text", "html", "plain"), TEXTS, ids=["line ends", "both", "html alone"])
def test_rich_text_comes_as_plain_text(text: str | None, html: str | None, plain: str, quiet: None) -> None:
    given = scene("")
    mime = brings(text, html=html)
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
        page.insertFromMimeData(brings("She kept the ledger in the flour bin."))
    assert given.spans() == [("She kept the le", "typed"), ("d", "pasted"), ("ger in the flour bin.", "typed")]


def test_pasting_something_else_over_the_selection_keeps_nothing(quiet: None) -> None:
    given = scene("She kept the ledger in the flour bin, because nobody steals flour")
    with the_page(given) as page:
        page.selectAll()
        page.insertFromMimeData(brings("They sold the old boat to a man from the next town over the hill"))
    assert [name for _, name in given.spans()] == ["pasted"]


# Drops and moves


def drop(page: Page, mime: QMimeData, at: int, action: Qt.DropAction = Qt.DropAction.CopyAction) -> None:
    """Drop something from another program at a place of the text."""
    cursor = QTextCursor(page.document())
    cursor.setPosition(at)
    spot = QPointF(page.cursorRect(cursor).center())
    common = (action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.viewport(), QDragEnterEvent(spot.toPoint(), *common))
    QApplication.sendEvent(page.viewport(), QDropEvent(spot, *common))


def test_a_drop_from_outside_is_called_a_drop(quiet: None) -> None:
    given = scene("one two")
    with the_page(given) as page:
        page.viewport().grab()
        drop(page, brings("X"), 3)
    assert given.spans() == [("one", "typed"), ("X", "pasted"), (" two", "typed")]
    change, cause = given.recorded[0]
    assert cause is Cause.DROP
    assert str(change.runs()[0].source.ref).startswith("drop:")


@pytest.mark.parametrize("action", [Qt.DropAction.CopyAction, Qt.DropAction.MoveAction])
def test_a_passage_dropped_from_another_window_keeps_its_origins(action: Qt.DropAction, quiet: None) -> None:
    given, other = scene("one two"), mixed()
    given.draft.carrier, other.draft.carrier = Carrier("m"), Carrier("x")
    text = other.draft.text
    with the_page(given) as page:
        page.viewport().grab()
        drop(page, packed(other.draft.carrier.leaves(text.text, text.runs(0, 17))), 3, action)
    assert given.spans() == [("one", "typed"), *MIXED, (" two", "typed")]
    assert causes(given) == [Cause.COPY]


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


# Duplicating

NL = ("\n", "typed")
DUPLICATES = [
    ("a selection", "one two", (0, 4), "one one two", (4, 8)),
    ("a selection over paragraphs", "a\nb\nc", (0, 4), "a\nb\na\nb\nc", (4, 8)),
    ("the only paragraph", "one", (2, 2), "one\none", (6, 6)),
    ("the first paragraph", "one\ntwo", (1, 1), "one\none\ntwo", (5, 5)),
    ("the last paragraph", "one\ntwo", (5, 5), "one\ntwo\ntwo", (9, 9)),
    ("an empty paragraph", "one\n\ntwo", (4, 4), "one\n\n\ntwo", (5, 5)),
    ("the empty end", "one\n", (4, 4), "one\n\n", (5, 5)),
    ("nothing", "", (0, 0), "\n", (1, 1)),
    ("a pair of units", "😀", (0, 2), "😀😀", (2, 4)),
]


@pytest.mark.parametrize(
    ("text", "chosen", "after", "then"), [d[1:] for d in DUPLICATES], ids=[d[0] for d in DUPLICATES]
)
def test_duplicating(text: str, chosen: tuple[int, int], after: str, then: tuple[int, int], quiet: None) -> None:
    given = scene(text, MODEL)
    with the_page(given) as page:
        select(page, *chosen)
        page.duplicate()
        assert (page.toPlainText(), given.draft.text.text) == (after, after)
        assert page.insert_place() == then
        assert causes(given) == [Cause.COPY]
        page.undo()
        assert given.draft.text.text == text


def test_a_duplicate_is_whose_the_original_is(quiet: None) -> None:
    given = mixed()
    with the_page(given) as page:
        select(page, 2, 2)
        page.duplicate()
        assert given.spans() == [*MIXED, ("\nits own ", "typed"), ("a model's", "model")]
        select(page, 4, 17)
        page.duplicate()
    assert given.spans()[:5] == [*MIXED, ("own ", "typed"), ("a model's", "model"), ("\nits own ", "typed")]
    assert given.draft.state.ever_inserted[Origin.MODEL] == 27


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_window_duplicates_by_menu_and_keys(qtbot, tmp_path: Path) -> None:
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        duplicate = window.commands["duplicate"]
        assert (duplicate.isEnabled(), duplicate.shortcut().toString()) == (True, DUPLICATE)
        before = window.page.draft.text.text
        select(window.page, 0, 5)
        duplicate.trigger()
        assert window.page.draft.text.text == before[:5] + before
        assert window.page.insert_place() == (5, 10)
        window.page.undo()
        assert window.page.draft.text.text == before


# What must not happen


def test_a_page_for_reading_gives_but_does_not_take(quiet: None) -> None:
    given = mixed()
    with the_page(given) as page:
        page.setReadOnly(True)
        select(page, 0, 8)
        page.copy()
        assert passage_in(QApplication.clipboard().mimeData()) is not None
        QTest.keyClick(page, Qt.Key.Key_X, CTRL)
        QTest.keyClick(page, Qt.Key.Key_V, CTRL)
        page.duplicate()
        page.move_selection(17)
        page.insertFromMimeData(brings("X"))
        drop(page, brings("X"), 3)
    assert given.spans() == MIXED
    assert given.recorded == []


def test_what_was_copied_outlives_the_page_and_ends_with_the_program() -> None:
    """A clipboard object made in Python that is left at the end would crash the process there."""
    script = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from tests.qt.page_parts import scene, the_page\n"
        "with the_page(scene('words')) as page: page.selectAll(); page.copy()\n"
        "assert app.clipboard().text() == 'words'"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_cut_and_a_paste_never_divide_an_emoji(quiet: None) -> None:
    """In some scripts Qt lets the caret stand between the two units of an emoji."""
    given = scene("क🏵b")
    with the_page(given) as page:
        select(page, 1, 2)
        page.cut()
        assert given.draft.text.text == "कb"
        page.undo()
        assert given.draft.text.text == "क🏵b"
        select(page, 2, 2)
        page.paste()
        assert given.draft.text.text == "क🏵🏵b"
