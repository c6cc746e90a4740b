# ruff: noqa: E501 - a table
"""The bridge: every line of what Qt reports, one named case each, and what the text then holds and whose it is."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextBlockUserData,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause
from firsthand.provenance import Change, Origin, Run, Source
from firsthand.qt.bridge import shown
from firsthand.qt.page import Page
from tests.qt.page_parts import Scene, quiet, scene, the_page

__all__ = ["quiet"]

Do = Callable[[Page], object]


def keys(text: str) -> Do:
    """Keys that give this text; QTest itself knows ASCII only."""

    def do(page: Page) -> None:
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(page, letter)
            else:
                press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(page, press)

    return do


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Do:
    return lambda page: QTest.keyClick(page, which, modifier)


def select(start: int, end: int) -> Do:
    def do(page: Page) -> None:
        cursor = page.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        page.setTextCursor(cursor)

    return do


def caret(at: int) -> Do:
    return select(at, at)


def edit(*steps: Callable[[QTextCursor], object]) -> Do:
    """Steps of a program's own cursor, in one edit block."""

    def do(page: Page) -> None:
        cursor = QTextCursor(page.document())
        cursor.beginEditBlock()
        for step in steps:
            step(cursor)
        cursor.endEditBlock()

    return do


def put(start: int, end: int, text: str) -> Callable[[QTextCursor], object]:
    def step(cursor: QTextCursor) -> None:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    return step


def compose(preedit: str, commit: str = "", start: int = 0, length: int = 0) -> Do:
    def do(page: Page) -> None:
        event = QInputMethodEvent(preedit, [])
        if commit or length:
            event.setCommitString(commit, start, length)
        QApplication.sendEvent(page, event)

    return do


def replace_all(old: str, new: str) -> Do:
    def do(page: Page) -> None:
        cursor = QTextCursor(page.document())
        cursor.beginEditBlock()
        found = page.document().find(old)
        while not found.isNull():
            found.insertText(new)
            found = page.document().find(old, found.position())
        cursor.endEditBlock()

    return do


def in_joined_block(page: Page) -> None:
    cursor = QTextCursor(page.document())
    cursor.insertText("1")
    cursor.joinPreviousEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("2")
    cursor.endEditBlock()


def bold(page: Page) -> None:
    look = QTextCharFormat()
    look.setFontWeight(700)
    cursor = page.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(look)


def set_apart(page: Page) -> None:
    look = QTextBlockFormat()
    look.setTopMargin(5)
    cursor = page.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(look)


class Red(QSyntaxHighlighter):
    def highlightBlock(self, text: str) -> None:
        self.setFormat(0, 2, Qt.GlobalColor.red)


def highlight(page: Page) -> None:
    Red(page.document()).rehighlight()


def second_apart(page: Page) -> None:
    look = QTextBlockFormat()
    look.setTopMargin(5)
    cursor = page.textCursor()
    cursor.setPosition(5)
    cursor.setBlockFormat(look)


def unheard(do: Do) -> Do:
    """Something done while the document's signals are blocked, and then a paint."""

    def run(page: Page) -> None:
        page.document().blockSignals(True)
        do(page)
        page.document().blockSignals(False)
        page.viewport().repaint()

    return run


def overwrite(page: Page) -> None:
    page.setOverwriteMode(True)
    QTest.keyClicks(page, "Z")


def fall(page: Page, at: int, mime: QMimeData, source: QObject | None) -> None:
    """A drop at the place ``at``, from this widget or from another program."""
    cursor = page.textCursor()
    cursor.setPosition(at)
    spot = QPointF(page.cursorRect(cursor).center())
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot.toPoint(), Qt.DropAction.MoveAction, mime, button, none)
    QApplication.sendEvent(page.viewport(), enter)
    QApplication.sendEvent(page.viewport(), Drop(spot, Qt.DropAction.MoveAction, mime, source))


def drop(text: str, at: int) -> Do:
    def do(page: Page) -> None:
        mime = QMimeData()
        mime.setText(text)
        fall(page, at, mime, None)

    return do


def drag(start: int, end: int, at: int) -> Do:
    def do(page: Page) -> None:
        select(start, end)(page)
        fall(page, at, page.createMimeDataFromSelection(), page.viewport())

    return do


def paste(text: str) -> Do:
    def do(page: Page) -> None:
        mime = QMimeData()
        mime.setText(text)
        page.insertFromMimeData(mime)

    return do


def in_the_slot(page: Page) -> None:
    """A listener of the signal itself finds the edit in the document and, if it comes after the bridge, in the draft."""
    seen: list[tuple[str, str]] = []

    def look(*_: int) -> None:
        assert page.draft is not None
        seen.append((page.toPlainText(), page.draft.text.text))

    page.document().contentsChange.connect(look)
    QTest.keyClicks(page, "Z")
    page.document().contentsChange.disconnect(look)
    assert seen == [("Zabc", "Zabc")]


def new_paper(page: Page) -> None:
    """The old document is edited after the page has turned to another; nobody listens to it any more."""
    old, draft = page.document(), page.draft
    page.set_draft(draft)
    QTextCursor(old).insertText("lost")
    QTest.keyClicks(page, "x")


def table(page: Page) -> None:
    page.moveCursor(QTextCursor.MoveOperation.End)
    page.textCursor().insertTable(2, 2)


def marked(page: Page) -> None:
    """What a program keeps beside a paragraph may not keep the paragraph from being divided."""
    block = page.document().begin()
    while block.isValid():
        block.setUserData(QTextBlockUserData())
        block = block.next()
    caret(5)(page)
    QTest.keyClick(page, Qt.Key.Key_Return)


def answering(page: Page) -> None:
    """Another listener edits the document from inside the signal that reports an edit."""
    done: list[bool] = []

    def answer(*_: int) -> None:
        if not done:
            done.append(True)
            QTextCursor(page.document()).insertText("!")

    page.document().contentsChange.connect(answer)
    QTest.keyClicks(page, "Q")
    page.document().contentsChange.disconnect(answer)


def switch_undo(page: Page) -> None:
    page.document().setUndoRedoEnabled(True)
    QTest.keyClicks(page, "x")
    page.document().setUndoRedoEnabled(False)


@dataclass(frozen=True)
class Case:
    """What stood there, what is done, and each span that then stands there: T typed before, t typed now, p program's."""

    name: str
    before: str
    do: tuple[Do, ...]
    after: str
    spans: str


END = key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
ALL = select(0, 9999)
CTRL = Qt.KeyboardModifier.ControlModifier
UNDO, REDO = key(Qt.Key.Key_Z, CTRL), (lambda page: page.redo())
BACK, DEL, RETURN = key(Qt.Key.Key_Backspace), key(Qt.Key.Key_Delete), key(Qt.Key.Key_Return)

CASES = [
    Case("1 first key into an empty document", "", (keys("a"),), "a", "t"),
    Case("1b next two keys", "", (keys("a"), keys("bc")), "abc", "ttt"),
    Case("2 return", "abc", (END, key(Qt.Key.Key_Return)), "abc\n", "IIIt"),
    Case("2b backspace joins two paragraphs", "abc\n", (END, key(Qt.Key.Key_Backspace)), "abc", "III"),
    Case("3 undo", "abc\n", (END, BACK, UNDO), "abc\n", "IIII"),
    Case("3b undo twice", "abc", (END, RETURN, BACK, UNDO, UNDO), "abc", "III"),
    Case("3c redo", "abc\n", (END, BACK, UNDO, REDO), "abc", "III"),
    Case("4 setPlainText", "one\ntwo\nthree", (lambda p: p.setPlainText("xyz"),), "xyz", "ppp"),
    Case("4 setPlainText keeps what is the same", "one two", (lambda p: p.setPlainText("one x two"),), "one x two", "IIIIppIII"),
    Case("4b setPlainText on nothing", "", (lambda p: p.setPlainText("abc"),), "abc", "ppp"),
    Case("4c clear", "abc", (lambda p: p.clear(),), "", ""),
    Case("5 select all, insertText", "hello", (edit(put(0, 5, "bye")),), "bye", "ppp"),
    Case("5b select all, type", "hello", (select(0, 5), keys("x")), "x", "t"),
    Case("5b type the selection's own letter", "hello", (select(0, 5), keys("h")), "h", "t"),
    Case("5c undo of it", "hello", (select(0, 5), keys("x"), UNDO), "hello", "IIIII"),
    Case("5d select all, delete", "hello", (select(0, 5), key(Qt.Key.Key_Delete)), "", ""),
    Case("6 setCharFormat", "one\ntwo\nthree", (bold,), "one\ntwo\nthree", "I" * 13),
    Case("6b setBlockFormat on the second paragraph", "one\ntwo\nthree", (second_apart,), "one\ntwo\nthree", "I" * 13),
    Case("6c setBlockFormat", "one\ntwo\nthree", (set_apart,), "one\ntwo\nthree", "I" * 13),
    Case("7 a highlighter", "one\ntwo", (highlight,), "one\ntwo", "I" * 7),
    Case("7b key with a highlighter", "one\ntwo", (highlight, caret(0), keys("q")), "qone\ntwo", "tIIIIIII"),
    Case("8 an emoji among letters", "abc", (edit(put(3, 3, "x😀y")),), "abcx😀y", "IIIpppp"),
    Case("8b backspace over letter and emoji", "abcx😀y", (END, key(Qt.Key.Key_Backspace), key(Qt.Key.Key_Backspace)), "abcx", "IIII"),
    Case("8b an emoji for one with the same first half", "a😀b", (select(1, 3), keys("😁")), "a😁b", "IttI"),
    Case("8b a program puts one for one with the same second half", "a\U0001f600b", (edit(put(1, 3, "\U0001fa00")),), "a\U0001fa00b", "IppI"),
    Case("8b a program puts one for one with the same first half", "a\U0001f600b", (edit(put(1, 3, "\U0001f601")),), "a\U0001f601b", "IppI"),
    Case("8b delete before an emoji", "a😀b", (caret(1), DEL), "ab", "II"),
    Case("8b delete takes half of an emoji in some scripts", "क🏵b", (caret(1), DEL), "कb", "II"),
    Case("8b overwriting takes half of an emoji in some scripts", "ก🏵b", (caret(1), overwrite), "กZb", "ItI"),
    Case("8b a key between the halves of an emoji", "क🏵b", (caret(2), keys("x"), keys("y")), "क🏵xyb", "IIIttI"),
    Case("8b a selection of half an emoji", "क🏵b", (select(1, 2), keys("x")), "कxb", "ItI"),
    Case("8c an accent of its own", "e", (END, keys("\u0301"), key(Qt.Key.Key_Backspace)), "e", "I"),
    Case("8c a family of emoji, one key", "a", (END, keys("👩\u200d👧"), BACK), "a👩\u200d", "Ittt"),
    Case("8c a flag beside another", "🇩🇪", (END, keys("🇩🇰")), "🇩🇪🇩🇰", "IIIItttt"),
    Case("9 what ends a paragraph", "", (edit(put(0, 0, "a\r\nb\rc\u2029d")),), "a\nb\nc\nd", "p" * 7),
    Case("9 what does not", "", (edit(put(0, 0, "e\u2028f\u00a0g\0h")),), "e\u2028f\u00a0g\0h", "p" * 7),
    Case("9 the noncharacters end a paragraph, too", "", (edit(put(0, 0, "a\ufdd0b\ufdd1c")),), "a\nb\nc", "ppppp"),
    Case("9 typed: a line break, a hard space", "a", (END, keys("\u2028"), keys("\u00a0")), "a\u2028\u00a0", "Itt"),
    Case("9 typed: a noncharacter, which Qt does not take", "a", (END, keys("\ufdd0")), "a", "I"),
    Case("9 pasted: a noncharacter stays", "a", (END, paste("\ufdd0b")), "a\ufdd0b", "IPP"),
    Case("10 remove across paragraphs", "one\ntwo\nthree", (edit(put(2, 9, "")),), "onhree", "IIIIII"),
    Case("10b undo of a selection removed across paragraphs", "one\ntwo\nthree", (select(2, 9), DEL, UNDO), "one\ntwo\nthree", "I" * 13),
    Case("11 replace-all in one edit block", "aa bb aa bb aa", (replace_all("aa", "ccc"),), "ccc bb ccc bb ccc", "pppIIIIpppIIIIppp"),
    Case("11b undo of it", "aa bb aa bb aa", (replace_all("aa", "ccc"), UNDO), "aa bb aa bb aa", "I" * 14),
    Case("11c redo of it", "aa bb aa bb aa", (replace_all("aa", "ccc"), UNDO, REDO), "ccc bb ccc bb ccc", "pppIIIIpppIIIIppp"),
    Case("11 replace-all of emoji by emoji", "😀 a 😀", (replace_all("😀", "😁"),), "😁 a 😁", "ppIIIpp"),
    Case("11 replace-all across lines", "aa\nbb\naa", (replace_all("aa", "c"),), "c\nbb\nc", "pIIIIp"),
    Case("11d edit block at both ends", "aa bb aa", (edit(put(0, 0, "X"), put(9, 9, "Y")),), "Xaa bb aaY", "pIIIIIIIIp"),
    Case("11e insert then remove the same", "abcdef", (edit(put(3, 3, "ZZ"), put(3, 5, "")),), "abcdef", "IIIIII"),
    Case("11f replace by the same", "abcdef", (edit(put(2, 5, "cde")),), "abcdef", "IIIIII"),
    Case("11g joined edit blocks", "abcdef", (in_joined_block,), "1abcdef2", "pIIIIIIp"),
    Case("11h undo of joined edit blocks", "abcdef", (in_joined_block, UNDO, UNDO), "abcdef", "IIIIII"),
    Case("12 eleven keys", "", (keys("hello world"),), "hello world", "t" * 11),
    Case("12b undo of eleven keys", "", (keys("hello world"), UNDO, UNDO), "", ""),
    Case("12c undo of backspace", "", (keys("abcd"), BACK, BACK, UNDO), "abcd", "tttt"),
    Case("12d undo again", "", (keys("abcd"), BACK, BACK, UNDO, UNDO), "", ""),
    Case("13a composing", "ab", (END, compose("ni")), "ab", "II"),
    Case("13b composing goes on", "ab", (END, compose("ni"), compose("nih")), "ab", "II"),
    Case("13c composed", "ab", (END, compose("ni"), compose("", "你")), "ab你", "IIt"),
    Case("13d composed over what stood there", "ab你", (END, compose("", "Q", -1, 1)), "abQ", "IIt"),
    Case("13d composed over an emoji", "ab😀", (END, compose("q"), compose("", "😁", -2, 2)), "ab😁", "IItt"),
    Case("13d composed over a selection", "abc", (select(1, 2), compose("q"), compose("", "你")), "a你c", "ItI"),
    Case("13e composing in an empty document", "", (compose("x"),), "", ""),
    Case("13f composing given up", "", (compose("x"), compose("")), "", ""),
    Case("13 composed in the middle of a line of the same letters", "aaaa", (caret(2), compose("a"), compose("", "aa")), "aaaaaa", "IIttII"),
    Case("13 undo while composing", "ab", (END, keys("c"), compose("n"), UNDO, compose("", "你")), "ab你", "IIt"),
    Case("13 composed beside the same letter", "aab", (caret(1), compose("a"), compose("", "a")), "aaab", "ItII"),
    Case("14 cut", "one two three", (select(0, 4), key(Qt.Key.Key_X, CTRL)), "two three", "I" * 9),
    Case("14b cut, paste", "one two", (select(0, 4), key(Qt.Key.Key_X, CTRL), END, key(Qt.Key.Key_V, CTRL)), "twoone ", "I" * 7),
    Case("14c undo of both", "one two", (select(0, 4), key(Qt.Key.Key_X, CTRL), END, key(Qt.Key.Key_V, CTRL), UNDO, UNDO), "one two", "I" * 7),
    Case("15 drop from outside", "one two", (drop("six", 7),), "one twosix", "IIIIIIIPPP"),
    Case("15 drop of the selection at the end", "one two ", (drag(0, 4, 8),), "two one ", "I" * 8),
    Case("15 drop of the selection before itself", "one two ", (keys("x"), drag(5, 9, 1)), "xtwo one ", "tIIIIIIII"),
    Case("15 drop of the selection into itself", "one two", (drag(0, 5, 2),), "one two", "I" * 7),
    Case("16 append", "one", (lambda p: p.append("two"),), "one\ntwo", "IIIpppp"),
    Case("16b insertHtml", "one", (lambda p: p.insertHtml("<p>p1</p><p>p2 <b>b</b></p>"),), "p1\np2 bone", "p" * 7 + "III"),
    Case("16c setHtml", "one", (lambda p: p.setHtml("<p>x</p>"),), "x", "p"),
    Case("16d setMarkdown", "x", (lambda p: p.setMarkdown("# h\n\n- a\n- b"),), "h\na\nb", "ppppp"),
    Case("16e a list", "one\ntwo", (lambda p: p.textCursor().createList(QTextListFormat.Style.ListDisc),), "one\ntwo", "I" * 7),
    Case("16f a table", "one", (table,), "one\n\n\n\n\n", "IIIppppp"),
    Case("16g an image", "one", (lambda p: p.textCursor().insertImage("nope.png"),), "\ufffcone", "pIII"),
    Case("17 the edit stands in the text when the signal is heard", "abc", (caret(0), in_the_slot), "Zabc", "tIII"),
    Case("18 other fonts and directions", "abc", (lambda p: p.setLayoutDirection(Qt.LayoutDirection.RightToLeft),), "abc", "III"),
    Case("18b markContentsDirty", "abc", (lambda p: p.document().markContentsDirty(0, 3),), "abc", "III"),
    Case("19 a key overwrites", "abc", (caret(0), overwrite), "Zbc", "tII"),
    Case("19 overwriting an emoji", "😀b", (caret(0), overwrite), "Zb", "tI"),
    Case("19 overwriting at the end of a paragraph", "a\nb", (caret(1), overwrite), "aZ\nb", "ItII"),
    Case("19 overwriting the same letter", "aZZb", (caret(1), overwrite), "aZZb", "ItII"),
    Case("20 an edit inside the signal", "abc", (END, answering), "!abcQ", "pIIIt"),
    Case("21 paragraphs with data of their own", "one\ntwo", (marked,), "one\nt\nwo", "IIIIItII"),
    Case("22 delete joins two paragraphs", "one\ntwo", (caret(3), key(Qt.Key.Key_Delete)), "onetwo", "I" * 6),
    Case("22b delete a word", "one two", (END, key(Qt.Key.Key_Backspace, CTRL)), "one ", "IIII"),
    Case("22b delete the word before, with an emoji", "a 😀😀", (END, key(Qt.Key.Key_Backspace, CTRL)), "a ", "II"),
    Case("22c backspace at a paragraph's start", "a\nb", (caret(2), key(Qt.Key.Key_Backspace)), "ab", "II"),
    Case("23 with Qt's undo on", "abc", (caret(0), switch_undo), "xabc", "tIII"),
    Case("25 after setDocument the old document is silent", "abc", (caret(0), new_paper), "xabc", "tIII"),
    Case("26 a key that was not reported", "abc", (caret(0), unheard(keys("x"))), "xabc", "pIII"),
    Case("26 the same length, not reported", "abc", (unheard(edit(put(1, 2, "X"))),), "aXc", "IpI"),
    Case("26 an emoji, not reported", "a😀b", (unheard(edit(put(1, 3, "\U0001f601\U0001f602"))),), "a\U0001f601\U0001f602b", "IppppI"),
    Case("26 setPlainText, not reported", "one two", (unheard(lambda p: p.setPlainText("one x two")),), "one x two", "IIIIppIII"),
    Case("26 a paragraph taken out, not reported", "one\ntwo\nthree", (unheard(edit(put(4, 8, ""))),), "one\nthree", "I" * 9),
    Case("26 keys heard and unheard by turns", "abc", (caret(0), keys("x"), unheard(keys("y")), keys("z")), "xyzabc", "tptIII"),
    Case("27 a line break within a paragraph", "abc", (caret(0), key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)), "\u2028abc", "tIII"),
    Case("27b tab", "abc", (caret(0), key(Qt.Key.Key_Tab)), "\tabc", "tIII"),
    Case("a letter beside the same letter", "aab", (caret(1), keys("a")), "aaab", "ItII"),
    Case("a space beside a space", "a  b", (caret(2), keys(" ")), "a   b", "IItII"),
]  # fmt: skip


class Drop(QDropEvent):
    """A drop that says where it comes from, which Qt tells only while a drag of its own is under way."""

    def __init__(self, spot: QPointF, action: Qt.DropAction, mime: QMimeData, source: QObject | None) -> None:
        super().__init__(spot, action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        self._source = source

    def source(self) -> QObject:
        return self._source  # type: ignore[return-value]


LETTERS = {"typed": "t", "tool": "p", "imported": "I", "pasted": "P", "outside": "O", "model": "m"}


def whose(given: Scene) -> str:
    return "".join(LETTERS[name] for _, name, _, _ in given.letters())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_qt_does_reaches_the_draft(case: Case, quiet: None, qapp: QApplication) -> None:
    given = scene(case.before, Origin.IMPORTED)
    with the_page(given) as page:
        for do in case.do:
            do(page)
            assert page.document().characterCount() - 1 == len(given.draft.text)
        qapp.processEvents()
        assert given.draft.text.text == case.after
        assert page.document().characterCount() - 1 == len(given.draft.text)
        assert whose(given) == case.spans


UNSHOWABLE = [
    ("a\ufdd0b", "a\ufffdb"),
    ("a\rb", "a\nb"),
    ("a\u2029b", "a\nb"),
    ("a\u2028\u00a0\0\ufffcb", "a\u2028\u00a0\0\ufffcb"),
]


@pytest.mark.parametrize(("text", "on_page"), UNSHOWABLE, ids=ascii)
def test_what_a_document_cannot_hold_stays_in_the_text(text: str, on_page: str, quiet: None) -> None:
    given = scene(text, Origin.IMPORTED)
    with the_page(given) as page:
        assert shown(text) == on_page
        END(page)
        QTest.keyClicks(page, "z")
        assert given.draft.text.text == text + "z"
        assert whose(given) == "I" * len(text) + "t"
        given.draft.apply(Change(0, 0, text, Origin.OUTSIDE), Cause.OUTSIDE)
        page.viewport().repaint()
        assert given.draft.text.text == text + text + "z"
        assert given.resynced == []


def test_lone_surrogates_stay_themselves(quiet: None) -> None:
    given = scene("a\ud83db", Origin.IMPORTED)
    with the_page(given) as page:
        assert page.document().characterCount() - 1 == 3
        caret(2)(page)
        QTest.keyClicks(page, "x")
        assert given.draft.text.units() == "a\ud83dxb"
        edit(put(0, 1, "\ude00"))(page)
        assert given.draft.text.units() == "\ude00\ud83dxb"
        assert whose(given) == "pItI"


UNREPORTED, LENGTHS = "an edit was not reported", "the page and the text differed in length"


@pytest.mark.parametrize(
    ("do", "why", "text", "spans"),
    [
        (unheard(keys("x")), [UNREPORTED], "xabc", "pIII"),
        (unheard(edit(put(1, 2, "Z"))), [UNREPORTED], "aZc", "IpI"),
        (unheard(edit(put(1, 2, ""))), [UNREPORTED], "ac", "II"),
        (unheard(lambda page: None), [], "abc", "III"),
        (unheard(set_apart), [], "abc", "III"),
        (keys("x"), [], "xabc", "tIII"),
        (edit(put(0, 0, "x")), [], "xabc", "pIII"),
        (answering, [LENGTHS], "!Qabc", "ptIII"),
    ],
    ids=["lost key", "lost letter", "lost deletion", "nothing", "lost format", "key", "program", "nested"],
)
def test_only_what_was_lost_is_resynchronised(do: Do, why: list[str], text: str, spans: str, quiet: None) -> None:
    given = scene("abc", Origin.IMPORTED)
    with the_page(given) as page:
        do(page)
        page.viewport().repaint()
        assert (given.draft.text.text, whose(given), given.resynced) == (text, spans, why)


def test_a_finding_touches_neither_document_nor_caret(quiet: None) -> None:
    given = scene("one two three")
    with the_page(given) as page:
        caret(4)(page)
        before = page.document().revision()
        given.draft.find(8, (Run(5, Source(Origin.RETYPED, "s1"), 3),))
        assert (page.document().revision(), page.textCursor().position()) == (before, 4)
        assert given.spans() == [("one two ", "typed"), ("three", "retyped")]
        assert given.resynced == []


def test_a_change_of_the_draft_is_shown_and_not_reported_back(quiet: None) -> None:
    given = scene("She turned the page.")
    with the_page(given) as page:
        given.draft.apply(Change(10, 0, " slowly", Source(Origin.MODEL, "s")), Cause.SUGGESTION)
        assert page.toPlainText() == "She turned slowly the page."
        assert [cause for _, cause in given.recorded] == [Cause.SUGGESTION]
        assert page.textCursor().position() == 17
        page.undo()
        assert page.toPlainText() == "She turned the page."
        page.redo()
        assert page.toPlainText() == "She turned slowly the page."
        assert given.spans()[1] == (" slowly", "model")
        assert [cause for _, cause in given.recorded] == [Cause.SUGGESTION, Cause.UNDO, Cause.REDO]


def test_a_change_from_outside_leaves_the_caret_where_it_is(quiet: None) -> None:
    given = scene("one two three")
    with the_page(given) as page:
        caret(8)(page)
        given.draft.apply(Change(0, 3, "uno!", Origin.OUTSIDE), Cause.OUTSIDE)
        assert page.toPlainText() == "uno! two three"
        assert page.textCursor().position() == 9


def test_a_listener_that_answers_a_key_with_a_change(quiet: None) -> None:
    given = scene('say "no')
    with the_page(given) as page:

        def curl(change: Change, cause: Cause) -> None:
            if cause is Cause.TYPE and change.inserted == '"':
                given.draft.apply(Change(change.at, 1, "”", Source(Origin.TOOL, "quotes")), Cause.REPLACE)

        given.draft.listen(curl)
        END(page)
        QTest.keyClicks(page, '"')
        QTest.keyClicks(page, "!")
        assert given.draft.text.text == 'say "no”!'
        assert page.toPlainText() == 'say "no”!'
        assert [span for span in given.spans() if span[1] == "tool"] == [("”", "tool")]
        assert given.resynced == []


def test_leaving_a_scene_lets_go_of_it(quiet: None) -> None:
    first, second = scene("first"), scene("second")
    with the_page(first) as page:
        page.set_draft(second.draft)
        first.draft.apply(Change(0, 0, "x", Origin.OUTSIDE), Cause.OUTSIDE)
        assert page.toPlainText() == "second"
        QTest.keyClicks(page, "y")
        assert (first.draft.text.text, second.draft.text.text) == ("xfirst", "ysecond")
        page.set_draft(None)
        QTest.keyClicks(page, "z")
        assert (page.toPlainText(), page.isReadOnly()) == ("", True)
