"""Random writing through a real page, beside an oracle that knows nothing of how the page works.

Every letter that is ever put in is a different one, so the oracle is a dictionary: this letter came from there. After
each step the page, the draft and the oracle must agree, letter by letter. The short form is a test; the long one is

    QT_QPA_PLATFORM=offscreen uv run python -m tests.qt.fuzz_page --ops 1000000 --seed 7
"""

import argparse
import itertools
import random
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause
from firsthand.provenance import Change, Origin, Source
from firsthand.provenance.units import from_units, length, to_units
from firsthand.qt.page import Page
from firsthand.qt.theme import DARK, LIGHT
from tests.qt.page_parts import Scene, scene, the_page

_FIRST = "THE FIRST LINE.\nTHE SECOND."  # of no letter that is used later
ROUND = 1500  # steps on one page
_RANGES = (
    range(0x61, 0x7B),
    range(0x3B1, 0x3CA),
    range(0x410, 0x450),
    range(0x5D0, 0x5EB),
    range(0x621, 0x64B),
    range(0x301, 0x340),
    range(0x1F300, 0x1F5F0),
    range(0x4E00, 0x9FA0),
    range(0xE000, 0xF800),
)


class DisagreementError(AssertionError):
    """The page, the draft and the oracle do not agree; says how to see it again."""


class Writer:
    """Somebody who does random things to one page."""

    def __init__(self, page: Page, given: Scene, seed: int) -> None:
        self.page, self.given = page, given
        self.random = random.Random(seed)
        self.where = f"seed {seed}"
        self.done: list[str] = []
        self.origin: dict[str, str] = {}
        self.fresh = self._supply()
        self.steps: list[tuple[int, Callable[[], str | None]]] = [
            (40, self.type),
            (6, self.enter),
            (8, self.delete),
            (6, self.type_over),
            (4, self.compose),
            (3, self.paste),
            (2, self.paste_html),
            (3, self.drop),
            (4, self.cut_and_paste),
            (2, self.copy_and_paste),
            (3, self.drag),
            (4, self.suggest),
            (2, self.outside),
            (3, self.replace_all),
            (1, self.unheard),
            (8, self.undo),
            (5, self.redo),
            (3, self.look),
        ]

    def _supply(self) -> Iterator[str]:
        """Letters, no two alike, those of many scripts among each other."""
        letters = [chr(code) for codes in _RANGES for code in codes]
        self.random.shuffle(letters)
        return iter(letters)

    def step(self) -> None:
        """Do something, and compare."""
        do = self.random.choices([do for _, do in self.steps], [weight for weight, _ in self.steps])[0]
        self.done.append(do.__name__)
        self.compare(do())

    # What can be compared

    def compare(self, expected: str | None) -> None:
        """Page and text are the same, the text is what was expected, and every letter is whose it was when it came."""
        text = self.given.draft.text
        units = text.units()
        self.need(self.on_page() == units, "the page shows another text than the draft holds")
        if expected is not None:
            self.need(units == expected, f"expected {expected!a}, found {units!a}")
        at = 0
        for span in text.spans():
            self.need(span.start == at and span.end > at, "the spans do not tile the text")
            at = span.end
            for letter in from_units(units[span.start : span.end]):
                known = self.origin.get(letter, span.origin.value)
                self.need(known == span.origin.value, f"{letter!a} was {known} and is now {span.origin.value}")
        self.need(at == len(text) == len(units), "the spans do not reach the end of the text")

    def on_page(self) -> str:
        return to_units(self.page.document().toRawText()).replace("\u2029", "\n")

    def need(self, true: bool, what: str) -> None:
        if not true:
            last = ", ".join(f"{n}" for n in self.done[-12:])
            raise DisagreementError(f"{self.where}, step {len(self.done)}: {what}; last steps: {last}")

    # Choices

    def new(self, count: int, origin: str, seams: str = "") -> str:
        """Letters never seen before, with some spaces or lines among them if there may be."""
        letters = "".join(itertools.islice(self.fresh, count))
        self.origin.update(dict.fromkeys(letters, origin))
        if not seams:
            return letters
        return "".join(letter + (self.random.choice(seams) if self.random.random() < 0.2 else "") for letter in letters)

    def place(self) -> int:
        """A place in the text that divides no letter."""
        units = self.given.draft.text.units()
        at = self.random.randint(0, len(units))
        return at - 1 if 0 < at < len(units) and "\udc00" <= units[at] <= "\udfff" else at

    def range(self, most: int = 12) -> tuple[int, int]:
        start = self.place()
        end = self.place()
        if abs(end - start) > most:
            end = min(len(self.given.draft.text), start + most)
            units = self.given.draft.text.units()
            end += 0 < end < len(units) and "\udc00" <= units[end] <= "\udfff"
        return min(start, end), max(start, end)

    def select(self, start: int, end: int) -> None:
        cursor = self.page.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)

    def with_new(self, start: int, end: int, text: str) -> str:
        units = self.given.draft.text.units()
        return units[:start] + to_units(text) + units[end:]

    def press(self, text: str) -> None:
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.page, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, text))

    # What a writer does; each gives the text it should come to, or None where only Qt knows

    def type(self) -> str:
        at = self.place() if self.random.random() < 0.4 else self.page.textCursor().position()
        at = min(at, len(self.given.draft.text))
        self.select(at, at)
        text = self.new(self.random.randint(1, 4), "typed", " ")
        expected = self.with_new(at, at, text)
        for letter in text:
            self.press(letter)
        return expected

    def enter(self) -> str:
        at = self.place()
        self.select(at, at)
        soft = self.random.random() < 0.2
        expected = self.with_new(at, at, "\u2028" if soft else "\n")
        modifier = Qt.KeyboardModifier.ShiftModifier if soft else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.page, Qt.Key.Key_Return, modifier)
        return expected

    def delete(self) -> str | None:
        start, end = self.range() if self.random.random() < 0.4 else (self.place(),) * 2
        self.select(start, end)
        expected = self.with_new(start, end, "") if start < end else None
        which = self.random.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
        modifier = self.random.choice((Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ControlModifier,))
        QTest.keyClick(self.page, which, modifier if start == end else Qt.KeyboardModifier.NoModifier)
        return expected

    def type_over(self) -> str:
        start, end = self.range()
        self.select(start, end)
        text = self.new(1, "typed")
        expected = self.with_new(start, end, text)
        self.press(text)
        return expected

    def compose(self) -> str:
        start, end = self.range(3)
        self.select(start, end)
        text = self.new(self.random.randint(1, 3), "typed")
        expected = self.with_new(start, end, text)
        for part in ("n", "ni", "ni hao"):
            QApplication.sendEvent(self.page, QInputMethodEvent(part, []))
            self.page.viewport().repaint()
        commit = QInputMethodEvent("", [])
        commit.setCommitString(text)
        QApplication.sendEvent(self.page, commit)
        return expected

    def _bring(self, text: str, html: bool = False) -> None:
        mime = QMimeData()
        if html:
            mime.setHtml("<p>" + text.replace("\n", "</p><p>") + "</p>")
        else:
            mime.setText(text)
        QApplication.clipboard().setMimeData(mime)
        QTest.keyClick(self.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def paste(self) -> str:
        start, end = self.range()
        self.select(start, end)
        text = self.new(self.random.randint(1, 30), "pasted", " \n")
        expected = self.with_new(start, end, text)
        self._bring(text)
        return expected

    def paste_html(self) -> str:
        at = self.place()
        self.select(at, at)
        text = "7".join(self.new(3, "pasted"))
        expected = self.with_new(at, at, text)
        self._bring(text, html=True)
        return expected

    def drop(self) -> None:
        text = self.new(self.random.randint(1, 5), "pasted")
        mime = QMimeData()
        mime.setText(text)
        spot = QPointF(self.random.randint(0, 700), self.random.randint(0, 500))
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        before = len(self.given.draft.text)
        enter = QDragEnterEvent(spot.toPoint(), Qt.DropAction.CopyAction, mime, button, none)
        QApplication.sendEvent(self.page.viewport(), enter)
        event = QDropEvent(spot, Qt.DropAction.CopyAction, mime, button, none)
        QApplication.sendEvent(self.page.viewport(), event)
        self.need(len(self.given.draft.text) == before + length(text), "what was dropped did not arrive")

    def cut_and_paste(self) -> str:
        start, end = self.range(30)
        self.select(start, end)
        piece = from_units(self.given.draft.text.units(start, end))
        QApplication.clipboard().clear()
        QTest.keyClick(self.page, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
        at = self.place()
        self.select(at, at)
        expected = self.with_new(at, at, piece)
        QTest.keyClick(self.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return expected

    def copy_and_paste(self) -> str | None:
        """Copy, paste, and take the copy's original away, so that no letter stands twice."""
        start, end = self.range(20)
        self.select(start, end)
        piece = from_units(self.given.draft.text.units(start, end))
        QApplication.clipboard().clear()
        QTest.keyClick(self.page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(self.page, Qt.Key.Key_Delete)
        at = self.place()
        self.select(at, at)
        expected = self.with_new(at, at, piece)
        QTest.keyClick(self.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return expected if start < end else None

    def drag(self) -> str:
        start, end = self.range(30)
        target = self.place()
        self.select(start, end)
        units = self.given.draft.text.units()
        expected = units
        if target < start:
            expected = units[:target] + units[start:end] + units[target:start] + units[end:]
        elif target > end:
            expected = units[:start] + units[end:target] + units[start:end] + units[target:]
        self.page.move_selection(target)
        return expected

    def suggest(self) -> str | None:
        start, end = self.range(6)
        text = self.new(self.random.randint(2, 25), "model", " ")
        self.given.draft.insert_suggestion(start, end - start, text, f"s{len(self.done)}")
        return None

    def outside(self) -> str:
        start, end = self.range(6)
        text = self.new(self.random.randint(1, 9), "outside", " \n")
        expected = self.with_new(start, end, text)
        self.given.draft.apply(Change(start, end - start, text, Source(Origin.OUTSIDE, "file")), Cause.OUTSIDE)
        return expected

    def replace_all(self) -> str:
        """A program's edit block that changes a few letters here and there, which Qt reports as one wide range."""
        units = self.given.draft.text.units()
        first = self.place()
        targets = [
            at for at in range(first, min(len(units), first + 60), self.random.randint(7, 20)) if units[at].isalpha()
        ]
        cursor = QTextCursor(self.page.document())
        cursor.beginEditBlock()
        for at in reversed(targets):
            text = self.new(1, "tool")
            cursor.setPosition(at)
            cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
            units = units[:at] + to_units(text) + units[at + 1 :]
        cursor.endEditBlock()
        return units

    def unheard(self) -> str:
        """A key whose report is lost."""
        at = self.place()
        self.select(at, at)
        text = self.new(1, "tool")
        expected = self.with_new(at, at, text)
        self.page.document().blockSignals(True)
        self.press(text)
        self.page.document().blockSignals(False)
        self.page.viewport().repaint()
        return expected

    def undo(self) -> None:
        self.page.undo()

    def redo(self) -> None:
        self.page.redo()

    def look(self) -> str:
        """What changes no letter."""
        expected = self.given.draft.text.units()
        bar = self.page.verticalScrollBar()
        do: Callable[[], object] = self.random.choice(
            (
                lambda: self.page.resize(self.random.randint(300, 1400), self.random.randint(200, 900)),
                lambda: self.page.set_zoom(self.random.choice((60, 100, 175))),
                lambda: self.page.set_theme(self.random.choice((LIGHT, DARK))),
                lambda: bar.setValue(self.random.randint(0, max(1, bar.maximum()))),
                lambda: QTest.keyClick(self.page, Qt.Key.Key_PageUp),
                lambda: QTest.keyClick(self.page, Qt.Key.Key_Down),
                QApplication.processEvents,
            )
        )
        do()
        self.page.viewport().repaint()
        return expected


def write(seed: int, steps: int) -> int:
    """One page and ``steps`` random steps on it, then everything undone and redone; how many steps were made."""
    given = scene(_FIRST, Origin.IMPORTED)
    with the_page(given) as page:
        writer = Writer(page, given, seed)
        for _ in range(steps):
            writer.step()
        last, whose = given.draft.text.units(), list(given.draft.text.spans())
        turned = 0
        while given.draft.undo():
            turned += 1
        writer.need(given.draft.text.text == _FIRST, "undoing all does not give the first text")
        writer.need({s.origin for s in given.draft.text.spans()} == {Origin.IMPORTED}, "nor whose it was")
        for _ in range(turned):
            given.draft.redo()
        writer.compare(last)
        writer.need(list(given.draft.text.spans()) == whose, "redoing all does not give the same spans")
    QApplication.clipboard().clear()  # what Python put there may not be there when it ends
    return steps


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ops", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    _app = QApplication.instance() or QApplication([])
    done, seed = 0, given.seed
    while done < given.ops:
        done += write(seed, min(ROUND, given.ops - done))
        print(f"seed {seed}: {done:,} steps agree", flush=True)
        seed += 1


if __name__ == "__main__":
    main()
