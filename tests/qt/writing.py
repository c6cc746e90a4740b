"""Somebody who writes: two real pages, each on a scene of a real manuscript on disk, beside the oracle of both.

Every act says what it does in units that fit the scene, does it the way a person or another program would (keys,
input methods, clipboard, drops, files), and tells the oracle what should come of it. ``compare`` holds page, draft and
oracle against each other, unit by unit. Who chooses the acts, at random or to find the shortest way to a fault, is the
business of ``fuzz_page`` and ``machine``.
"""

import atexit
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.draft import Cause, Draft
from firsthand.desk.reading import read_account
from firsthand.desk.session import Desk
from firsthand.manuscript import Chapter, Entry, Folder
from firsthand.provenance import Change, Origin, Source, Span
from firsthand.provenance.difference import common_start
from firsthand.provenance.units import from_units, length, to_units
from firsthand.qt.bridge import shown
from firsthand.qt.page import Page
from firsthand.qt.theme import DARK, LIGHT
from tests.qt.alphabet import SEAMS, Alphabet
from tests.qt.oracle import Sheet, differences, unlike

FIRST = "THE FIRST LINE\nTHE SECOND", "IN ANOTHER SCENE"  # of no letter that is used later
PROGRAM = "tool page"
_BEGAN = 1_764_000_000_000  # milliseconds since 1970: when the writing begins
_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton
_WHITE = frozenset(SEAMS.values())

Snapshot = tuple[str, tuple[Span, ...]]


class DisagreementError(AssertionError):
    """The page, the draft and the oracle do not agree."""


class _Complaints(logging.Handler):
    """What the program logged as failed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(self.format(record))


class _Drop(QDropEvent):
    """A drop that comes from a page, which Qt itself tells only while a drag of its own is under way."""

    def __init__(self, spot: QPointF, action: Qt.DropAction, mime: QMimeData, source: QObject | None) -> None:
        super().__init__(spot, action, mime, _LEFT, _NONE)
        self._source = source

    def source(self) -> QObject:
        return self._source  # type: ignore[return-value]


class Past:
    """What a draft has held, for the law that undo and redo bring it back bit for bit."""

    def __init__(self, draft: Draft) -> None:
        self.before: list[tuple[Snapshot, Cause]] = []
        self.after: list[Snapshot] = []
        self._passed: list[Snapshot] = []
        self._heard = Cause.TYPE
        self._attach(draft)

    def _attach(self, draft: Draft) -> None:
        self._draft = draft
        self._last = self.now()
        draft.listen(self._changed)

    def reopened(self, draft: Draft) -> None:
        """The scene was closed and opened, and perhaps edited outside: with an undo that goes on, or begins anew."""
        last = self._last
        self._attach(draft)
        if self._last != last:
            self.before.append((last, Cause.OUTSIDE))
            self.after.clear()
        if not draft.can_undo:
            self.before.clear()
        if not draft.can_redo:
            self.after.clear()

    def now(self) -> Snapshot:
        """What the draft holds."""
        return self._draft.text.units(), tuple(self._draft.text.spans())

    def _changed(self, change: Change, cause: Cause) -> None:
        self._heard = cause
        if cause not in (Cause.UNDO, Cause.REDO, Cause.FOUND):  # a finding is none of the author's steps
            self.before.append((self._last, cause))
            self.after.clear()
        self._last = self.now()

    def undone(self, before: Snapshot) -> str:
        """What is wrong with the undo that was just made from ``before``; an empty string if nothing is."""
        now = self.now()
        for place in range(len(self.before) - 1, -1, -1):
            if self.before[place][0] == now:
                taken = {cause for _, cause in self.before[place:]}
                self._passed += [state for state, _ in self.before[place:]]
                del self.before[place:]
                self.after.append(before)
                return "" if len(taken) == 1 else f"one undo took back {sorted(taken)}"
        self.after.append(before)
        same = now == before and self._heard is Cause.UNDO  # a key had given what was selected
        held = same or now in self._passed  # an equal state, further back, may have been taken for the one before
        return "" if held or _words_less(before, now) else "undo gave what the draft had never held"

    def redone(self, before: Snapshot) -> str:
        """What is wrong with the redo that was just made from ``before``."""
        self.before.append((before, Cause.REDO))
        return "" if self.now() == self.after.pop() else "redo did not give what stood there before the undo"


def _words_less(before: Snapshot, now: Snapshot) -> bool:
    """Whether something that was typed at once (an input method may commit several words) was taken back in part."""
    sheet, size = Sheet.of(*before), len(before[0]) - len(now[0])
    at = common_start(before[0], now[0])
    at -= "\udc00" <= before[0][at : at + 1] <= "\udfff"
    return size > 0 and set(sheet.cut(at, at + size).who) == {"typed"} and sheet == Sheet.of(*now)


@cache
def _blank() -> Path:
    """A manuscript of two scenes that hold ``FIRST`` and were never opened; made once, to be copied."""
    path = Path(tempfile.mkdtemp(prefix="firsthand-blank-"))
    atexit.register(shutil.rmtree, path)
    folder = Folder.create(path / "book", "Two scenes")
    entries = Entry("first", "The first", "scenes/1.md"), Entry("other", "The other", "scenes/2.md")
    folder.outline = msgspec.structs.replace(folder.outline, chapter=(Chapter("One", entries),))
    folder.save()
    for entry, text in zip(entries, FIRST, strict=True):
        folder.write(entry, text)
    return folder.path


class Writing:
    """Two pages on two scenes of one manuscript, and what should stand in them."""

    def __init__(self, pages: tuple[Page, Page], folder: Path, alphabet: Alphabet) -> None:
        """Begin with a new manuscript in ``folder``; its scenes hold ``FIRST`` as imported texts."""
        for page in pages:
            page.resize(700, 500)
            page.set_look(replace(page.look, zoom=100))
        self.pages, self.folder, self.alphabet = pages, folder, alphabet
        self.now = _BEGAN
        self.done: list[str] = []
        self.known: dict[str, tuple[str, int]] = {}
        self._suggestions = 0
        self._doubtful: dict[int, frozenset[int]] = {}
        self._beside = (0, 0)
        self._complaints = _Complaints()
        logging.getLogger("firsthand").addHandler(self._complaints)
        shutil.copytree(_blank(), folder)
        outline = Folder.open(folder).outline
        self.scenes = [entry.id for entry in outline.scenes]
        self.files = [folder / entry.file for entry in outline.scenes]
        self.sheets = [Sheet(), Sheet()]
        for sheet, text in zip(self.sheets, FIRST, strict=True):
            sheet.put(0, 0, text, "imported ?")
        self.desk = self._open()
        self.pasts = [Past(self.draft(scene)) for scene in (0, 1)]
        self.compare()

    # The parts

    def _open(self) -> Desk:
        desk = Desk.open(self.folder, clock=lambda: self.now)
        for page, scene in zip(self.pages, self.scenes, strict=True):
            page.set_draft(desk.draft(scene))
        return desk

    def draft(self, scene: int) -> Draft:
        """The draft of the first or second scene."""
        return self.desk.draft(self.scenes[scene])

    def close(self) -> None:
        """Let go of everything; the pages can be used again."""
        for page in self.pages:
            page.set_draft(None)
        self.desk.close()
        logging.getLogger("firsthand").removeHandler(self._complaints)
        shutil.rmtree(self.folder)

    def text(self, kinds: Iterable[str]) -> str:
        """A new text of characters of these kinds."""
        return "".join(self.alphabet.give(kind) for kind in kinds)

    def place(self, scene: int, number: int) -> int:
        """The place that a number means in a scene: one that divides no surrogate pair."""
        units = self.sheets[scene].units
        at = number % (len(units) + 1)
        return at - 1 if 0 < at < len(units) and "\udc00" <= units[at] <= "\udfff" else at

    def range(self, scene: int, number: int, size: int) -> tuple[int, int]:
        """The stretch of a scene that begins where ``number`` says and is about ``size`` long."""
        start = self.place(scene, number)
        units = self.sheets[scene].units
        end = min(len(units), start + size)
        return start, end + (start < end < len(units) and "\udc00" <= units[end] <= "\udfff")

    def need(self, true: bool, what: str) -> None:
        """DisagreementError with the last acts if it is not so."""
        if not true:
            raise DisagreementError(f"step {len(self.done)}: {what}; last steps: {'; '.join(self.done[-8:])}")

    # What must be so after each act

    def compare(self) -> None:
        """Pages, drafts and oracle agree: the text, the spans, the counts, and whose every character is."""
        for scene, sheet in enumerate(self.sheets):
            text = self.draft(scene).text
            on_page, expected = self.pages[scene].document().toRawText().replace("\u2029", "\n"), shown(text.text)
            self.need(on_page == expected, f"on the page of scene {scene}, {unlike(on_page, expected)}")
            said = differences(sheet, text, self._doubtful.get(scene, frozenset()))
            self.need(not said, f"scene {scene}: " + ", ".join(said[:3]))
        self._doubtful.clear()
        self._remember()
        self.need(not self._complaints.said, "the program logged " + " ".join(self._complaints.said))

    def _remember(self) -> None:
        """Keep whose each new character is for good: the dictionary that what undo brings back is held against."""
        new, self.alphabet.fresh = self.alphabet.fresh, []
        whose = {letter: known for sheet in self.sheets for letter, known in sheet.whose().items()} if new else {}
        self.known.update({letter: whose[letter] for letter in new if letter in whose})

    def _tell(self, what: str) -> None:
        self.now += 100
        self.done.append(what)

    def _doubt(self, scene: int, start: int = 0, end: int = 1 << 30) -> None:
        """Whose the characters between are that stand more than once cannot be said after this act: it is learnt."""
        letters = self.sheets[scene].letters()
        places = [range(at, at + length(letter)) for at, letter in letters if letter not in self.alphabet.unique]
        self._doubtful[scene] = frozenset(at for of_one in places for at in of_one if start <= at < end)

    def select(self, scene: int, start: int, end: int) -> None:
        """Put the selection, or the caret, there."""
        page = self.pages[scene]
        cursor = page.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        page.setTextCursor(cursor)

    def press(self, scene: int, text: str) -> None:
        """The key, or the keys at once, that give this text."""
        page = self.pages[scene]
        if text in ("\n", "\u2028"):
            modifier = Qt.KeyboardModifier.ShiftModifier if text == "\u2028" else _NONE
            QTest.keyClick(page, Qt.Key.Key_Return, modifier)
        elif text == "\t":
            QTest.keyClick(page, Qt.Key.Key_Tab)
        else:
            QApplication.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, _NONE, text))

    # Writing

    def type(self, scene: int, start: int, end: int, texts: list[str], who: str = "typed") -> None:
        """Select, and press a key for each of the texts."""
        self._tell(f"type {start}-{end} {texts!a} in {scene}")
        self.select(scene, start, end)
        for text in texts:
            self.press(scene, text)
        self.sheets[scene].put(start, end, "".join(texts), who)
        if end == start + length(texts[0]):
            self._doubt(scene, start, end)  # the key may have given what was selected

    def type_on(self, scene: int, texts: list[str]) -> None:
        """Press keys where the caret is."""
        start, end = self.pages[scene].insert_place()
        self.type(scene, self.place(scene, start), self.place(scene, end), texts)

    def delete(self, scene: int, start: int, end: int, which: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """A deleting key on a selection, or where only Qt knows how much goes: a character, a word, a line."""
        self._tell(f"delete {start}-{end} {which.name} {modifier.name} in {scene}")
        before = len(self.sheets[scene].units)
        self.select(scene, start, end)
        QTest.keyClick(self.pages[scene], which, modifier)
        gone = before - len(self.draft(scene).text)
        if start < end and gone:
            self.need(gone == end - start, f"{gone} units went and should be {end - start}")
        elif start == end and which is Qt.Key.Key_Backspace:
            start -= gone
        self.sheets[scene].put(start, start + gone, "", "")

    def overwrite(self, scene: int, at: int, text: str) -> None:
        """A key in overwrite mode, which takes the character behind the caret away, but no end of a line."""
        self._tell(f"overwrite {at} {text!a} in {scene}")
        page, before = self.pages[scene], len(self.sheets[scene].units)
        self.select(scene, at, at)
        page.setOverwriteMode(True)
        self.press(scene, text)
        page.setOverwriteMode(False)
        gone = before + length(text) - len(self.draft(scene).text)
        self.need(not gone or shown(self.sheets[scene].units)[at : at + 1] != "\n", "a line's end was overwritten")
        self.sheets[scene].put(at, at + gone, text, "typed")

    def compose(self, scene: int, start: int, end: int, parts: list[str], text: str) -> None:
        """An input method: what it shows meanwhile, and what it commits (nothing, if it was given up)."""
        self._tell(f"compose {start}-{end} {parts!a} {text!a} in {scene}")
        self.select(scene, start, end)
        sheet = self.sheets[scene]
        for part in parts:
            QApplication.sendEvent(self.pages[scene], QInputMethodEvent(part, []))
            sheet.put(start, end, "", "")  # Qt takes the selection out when composing begins
            end = start
            self.need(self.draft(scene).text.units() == sheet.units, "composing changed the text")
        self._commit(scene, text)
        sheet.put(start, end, text, "typed")

    def _commit(self, scene: int, text: str, start: int = 0, size: int = 0) -> None:
        commit = QInputMethodEvent("", [])
        commit.setCommitString(text, start, size)
        QApplication.sendEvent(self.pages[scene], commit)

    def compose_anew(self, scene: int, start: int, end: int, text: str, caret_at_end: bool) -> None:
        """An input method takes back what stands there and commits something else for it."""
        self._tell(f"compose anew {start}-{end} {text!a} in {scene}")
        caret = end if caret_at_end else start
        self.select(scene, caret, caret)
        QApplication.sendEvent(self.pages[scene], QInputMethodEvent("n", []))
        self._commit(scene, text, start - caret, end - start)
        self.sheets[scene].put(start, end, text, "typed")
        if start < end:
            self._doubt(scene, start, start + length(text))  # it may have given what stood there

    # Clipboard and drag

    def paste(self, scene: int, start: int, end: int, text: str, html: bool = False) -> None:
        """Text of another program, over the clipboard; as HTML it may hold letters only."""
        self._tell(f"paste {start}-{end} {text!a} in {scene}")
        mime = QMimeData()
        if html:
            mime.setHtml("<p>" + text.replace("\n", "</p><p>") + "</p>")
        else:
            mime.setText(text)
        QApplication.clipboard().setMimeData(mime)
        self.select(scene, start, end)
        QTest.keyClick(self.pages[scene], Qt.Key.Key_V, _CTRL)
        self.sheets[scene].put(start, end, text, "pasted ?")
        if start < end:
            self._doubt(scene, start, start + length(text))  # the same white space stays whose it was

    def move(self, source: int, start: int, end: int, target: int, at: int, over: int, copy: bool = False) -> None:
        """Cut, or copy and delete, and paste over ``over`` units at ``at`` of a scene as it then is."""
        self._tell(f"move {start}-{end} of {source} to {at}+{over} of {target} {copy=}")
        QApplication.clipboard().clear()
        self.select(source, start, end)
        QTest.keyClick(self.pages[source], Qt.Key.Key_C if copy else Qt.Key.Key_X, _CTRL)
        if copy:
            QTest.keyClick(self.pages[source], Qt.Key.Key_Delete)
        piece = self.sheets[source].cut(start, end)
        first, last = self.range(target, at, over)
        self.select(target, first, last)
        QTest.keyClick(self.pages[target], Qt.Key.Key_V, _CTRL)
        self.sheets[target].cut(first, last)
        self.sheets[target].lay(first, piece)

    def _let_fall(
        self, scene: int, mime: QMimeData, spot: tuple[int, int], action: Qt.DropAction, source: QObject | None
    ) -> None:
        """Drop on a page, as it is seen."""
        viewport = self.pages[scene].viewport()
        viewport.repaint()
        point = QPoint(spot[0] % viewport.width(), spot[1] % viewport.height())
        QApplication.sendEvent(viewport, QDragEnterEvent(point, action, mime, _LEFT, _NONE))
        QApplication.sendEvent(viewport, _Drop(QPointF(point), action, mime, source))

    def _landed(self, scene: int, rest: str, piece: str) -> int:
        """Where a drop put ``piece`` in among ``rest``, which only Qt knows; nothing else may have changed."""
        now = self.draft(scene).text.units()
        last = common_start(rest, now)
        found = [at for at in range(last, -1, -1) if rest[:at] + piece + rest[at:] == now]
        self.need(bool(found), f"what was dropped is not among {unlike(now, rest)}")
        self._beside = (found[-1], found[0] + len(piece)) if found[1:] else (0, 0)  # of like characters any may be it
        return found[0]

    def drop(self, scene: int, spot: tuple[int, int], text: str) -> None:
        """Text of another program is dropped on a page."""
        self._tell(f"drop {text!a} at {spot} in {scene}")
        mime = QMimeData()
        mime.setText(text)
        self._let_fall(scene, mime, spot, Qt.DropAction.CopyAction, None)
        place = self._landed(scene, self.sheets[scene].units, to_units(text))
        self.sheets[scene].put(place, place, text, "pasted ?")
        self._doubt(scene, *self._beside)

    def drag(self, scene: int, start: int, end: int, spot: tuple[int, int]) -> None:
        """Words are dragged within a page."""
        self._tell(f"drag {start}-{end} to {spot} in {scene}")
        self.select(scene, start, end)
        page, sheet = self.pages[scene], self.sheets[scene]
        mime = page.createMimeDataFromSelection()
        self._let_fall(scene, mime, spot, Qt.DropAction.MoveAction, page.viewport())
        piece = sheet.cut(start, end)
        sheet.lay(self._landed(scene, sheet.units, piece.units), piece)
        self._doubt(scene, *self._beside)

    def drag_over(self, source: int, start: int, end: int, spot: tuple[int, int]) -> None:
        """Words are dragged from one page to the other. Qt takes them out of the first when they have arrived."""
        self._tell(f"drag {start}-{end} of {source} over to {spot}")
        self.select(source, start, end)
        page, target = self.pages[source], 1 - source
        mime = page.createMimeDataFromSelection()
        self._let_fall(target, mime, spot, Qt.DropAction.MoveAction, page.viewport())
        with page._act(Cause.MOVE, Origin.TOOL):  # as in the page's mouseMoveEvent, where the drag ends
            page.textCursor().removeSelectedText()
        piece = self.sheets[source].cut(start, end)
        self.sheets[target].lay(self._landed(target, self.sheets[target].units, piece.units), piece)
        self._doubt(target, *self._beside)

    # Undo

    def undo(self, scene: int) -> None:
        """One step back."""
        self._turn(scene, "undo", self.draft(scene).can_undo, self.pages[scene].undo, self.pasts[scene].undone)

    def redo(self, scene: int) -> None:
        """One step forth."""
        self._turn(scene, "redo", self.draft(scene).can_redo, self.pages[scene].redo, self.pasts[scene].redone)

    def _turn(self, scene: int, name: str, can: bool, do: Callable[[], None], wrong: Callable[[Snapshot], str]) -> None:
        self._tell(f"{name} in {scene}")
        before = self.pasts[scene].now()
        do()
        if not can:
            return
        said = wrong(before)
        self.need(not said, said)
        sheet = self.sheets[scene] = Sheet.of(*self.pasts[scene].now())
        wrong_ones = [letter for letter, whose in sheet.whose().items() if self.known.get(letter, whose) != whose]
        self.need(not wrong_ones, f"{name} gave {wrong_ones!a} to somebody else")

    # What other hands do

    def suggest(self, scene: int, start: int, end: int, text: str, part: tuple[int, int] | None = None) -> None:
        """The author puts a suggestion, or a part of it, in the place of the units from ``start`` to ``end``."""
        self._tell(f"suggest {start}-{end} {text!a} {part} in {scene}")
        self._suggestions += 1
        name = f"r{self._suggestions}.1"
        suggestion = Suggestion(name, f"r{self._suggestions}", Purpose.CONTINUE, "A", text, 1.0, "a model")
        self.desk.suggesting.shown(suggestion)
        self.desk.suggesting.insert(suggestion, self.scenes[scene], start, end - start, part)
        sheet = self.sheets[scene]
        first, last = part or (0, length(text))
        before, after = sheet.units[start - 1 : start] if start else "", sheet.units[end : end + 1]
        sheet.put(start, end, from_units(to_units(text)[first:last]), f"model {name}", first)
        if after and not after.isspace():
            sheet.put(start + last - first, start + last - first, " ", "tool spacing")
        if before and not before.isspace():
            sheet.put(start, start, " ", "tool spacing")

    def program(self, scene: int, places: list[int], new: Callable[[], str]) -> None:
        """A program's edit block replaces a letter here and there, which Qt reports as one wide range."""
        sheet = self.sheets[scene]
        letters = dict(sheet.letters())
        chosen = [at for at in places if letters.get(at, "") in self.alphabet.unique]
        self._tell(f"program {chosen} in {scene}")
        cursor = QTextCursor(self.pages[scene].document())
        cursor.beginEditBlock()
        for at in reversed(chosen):
            text, end = new(), at + length(letters[at])
            cursor.setPosition(at)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
            sheet.put(at, end, text, PROGRAM)
        cursor.endEditBlock()
        self._doubt(scene)

    def unheard(self, scene: int, at: int, text: str) -> None:
        """A key whose report is lost."""
        page = self.pages[scene]
        page.document().blockSignals(True)
        self.type(scene, at, at, [text], PROGRAM)
        page.document().blockSignals(False)
        page.viewport().repaint()

    def nested(self, scene: int, at: int, text: str, answer: str) -> None:
        """A key, and another listener that edits the document from inside the signal that reports it."""
        document, done = self.pages[scene].document(), list[bool]()

        def edit(*_: int) -> None:
            if not done:
                done.append(True)
                QTextCursor(document).insertText(answer)

        document.contentsChange.connect(edit)
        self.type(scene, at, at, [text])
        document.contentsChange.disconnect(edit)
        self.sheets[scene].put(0, 0, answer, PROGRAM)
        self._doubt(scene)

    def answered(self, scene: int, at: int, text: str, answer: str) -> None:
        """A key, for which a listener of the draft puts something else."""

        def curl(change: Change, cause: Cause) -> None:
            if cause is Cause.TYPE and change.inserted == text:
                source = Source(Origin.TOOL, "quotes")
                self.draft(scene).apply(Change(change.at, length(text), answer, source), Cause.REPLACE)

        unlisten = self.draft(scene).listen(curl)
        self.type(scene, at, at, [text])
        unlisten()
        self.sheets[scene].put(at, at + length(text), answer, "tool quotes")

    def look(self, scene: int, number: int) -> None:
        """What changes no letter."""
        page = self.pages[scene]
        bar = page.verticalScrollBar()
        deeds: list[Callable[[], object]] = [
            lambda: page.resize(300 + number % 700, 200 + number % 500),
            lambda: page.set_look(replace(page.look, zoom=(60, 100, 175)[number % 3])),
            lambda: page.set_theme((LIGHT, DARK)[number % 2]),
            lambda: bar.setValue(number % max(1, bar.maximum() + 1)),
            lambda: QTest.keyClick(page, Qt.Key.Key_PageUp),
            lambda: QTest.keyClick(page, Qt.Key.Key_Down),
            self.desk.save,
            QApplication.processEvents,
        ]
        which = number % len(deeds)
        self._tell(f"look {which} in {scene}")
        deeds[which]()
        page.viewport().repaint()

    def pause(self) -> None:
        """The author thinks."""
        self._tell("pause")
        self.now += 10_000

    # Closing and opening

    def reopen(self, *outside: tuple[int, int, int, str]) -> None:
        """Close the manuscript and open it, after another program has edited (scene, from, to, text), if one has."""
        self._tell(f"reopen {outside!a}")
        for page in self.pages:
            page.set_draft(None)
        self.need(self.desk.close(), "the disk did not take everything")
        for scene, start, end, text in outside:
            sheet = self.sheets[scene]
            sheet.put(start, end, text.replace("\r\n", "\n"), "outside ?")  # where all ends are CRLF, it is read so
            self.files[scene].write_bytes(from_units(sheet.units).encode())
            self._doubt(scene)
        self.desk = self._open()
        for scene, past in enumerate(self.pasts):
            past.reopened(self.draft(scene))

    def replay(self) -> None:
        """What the history on disk gives is what the drafts hold."""
        self._tell("replay")
        self.need(self.desk.flush(), "the disk did not take everything")
        account = read_account(Folder.open(self.folder))
        for scene, name in enumerate(self.scenes):
            text, live = account.replay.scene(name).text, self.draft(scene).text
            self.need(text.units() == live.units(), f"the history of scene {scene} gives another text")
            self.need(list(text.spans()) == list(live.spans()), f"the history of scene {scene} gives other spans")

    def back_and_forth(self, scene: int) -> None:
        """Everything undone, one by one, and redone."""
        last = self.pasts[scene].now()
        turned = 0
        while self.draft(scene).can_undo:
            self.undo(scene)
            turned += 1
        for _ in range(turned):
            self.redo(scene)
        self.need(self.pasts[scene].now() == last, "undoing all and redoing it does not give the same spans")
