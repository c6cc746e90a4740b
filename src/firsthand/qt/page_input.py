"""How the author's hands reach the draft: keys, input methods, clipboard, drag and drop, the context menu.

Typing goes through Qt's editor and is taken over by the ``Bridge``, inside an act that says it is typing. What the page
does itself (paste, cut, moving a selection) is applied to the Draft, which the document then follows. How the page
looks is ``Page``'s business. Places are UTF-16 units.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from firsthand.desk.draft import Cause, Draft
from firsthand.desk.typography import TRIGGERS, Typographer
from firsthand.provenance import Change, Origin, Run, Source, Whose, join_runs
from firsthand.provenance.units import from_units
from firsthand.qt.clipboard import has_text, packed, passage_in, plain_text
from firsthand.qt.guard import guarded
from firsthand.qt.viewports import meet_viewport

if TYPE_CHECKING:
    from firsthand.qt.bridge import Bridge

_KEYS = QKeySequence.StandardKey

DUPLICATE = "Ctrl+Shift+D"

_NOTHING = cast(QMimeData, None)
"""Where Qt takes a null pointer."""


class WritingSurface(QTextEdit):
    """An editor whose every edit is an edit of a Draft, with its cause and with whose it is."""

    menu_opens = Signal(QMenu, int)
    """The context menu for this place is being made: others may add to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        meet_viewport(self)
        self._draft: Draft | None = None
        self._bridge: Bridge | None = None
        self.typographer = Typographer()
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)

    @property
    def draft(self) -> Draft | None:
        """The scene that is open."""
        return self._draft

    def undo(self) -> None:
        """Take back the last step."""
        if self._draft:
            self._draft.undo()

    def redo(self) -> None:
        """Make the step again that was last taken back."""
        if self._draft:
            self._draft.redo()

    def cut(self) -> None:
        """Put the selection on the clipboard and take it out of the text."""
        start, end = self.insert_place()
        if self._draft and start < end and not self.isReadOnly():
            QGuiApplication.clipboard().setMimeData(self._packed(self._draft, cut=True))
            self._draft.apply(Change(start, end - start, ""), Cause.MOVE)

    def duplicate(self) -> None:
        """Put the selection in once more behind itself; without one, the caret's paragraph below itself."""
        if self._draft is None or self.isReadOnly():
            return
        (start, end), caret = self.insert_place(), self.textCursor().position()
        if start == end:
            change, shift = paragraph_again(self._draft, *_paragraph(self.textCursor()))
            self._draft.apply(change, Cause.COPY)
            self._select(caret + shift, caret + shift)
        else:
            text = self._draft.text
            self._draft.apply(Change(end, 0, text.slice(start, end), text.runs(start, end)), Cause.COPY)
            self._select(end, end + end - start)

    def insert_place(self) -> tuple[int, int]:
        """From where to where something would be inserted: the selection, or twice the caret's place.

        Never inside a surrogate pair, where Qt puts the caret in some scripts.
        """
        start, end = self._selected()
        last = end + self._divides(end)
        return start - self._divides(start) if start < end else last, last

    def _selected(self) -> tuple[int, int]:
        """From where to where Qt has the selection: what a key replaces."""
        cursor = self.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def _divides(self, at: int) -> bool:
        """Whether a place lies inside a surrogate pair."""
        character = self.document().characterAt
        return "\udc00" <= character(at) <= "\udfff" and at > 0 and "\ud800" <= character(at - 1) <= "\udbff"

    @contextmanager
    def _act(self, cause: Cause, origin: Whose, replaces: tuple[int, int] | None = None) -> Iterator[None]:
        if self._bridge is None:
            yield
            return
        with self._bridge.act(cause, origin, replaces):
            yield

    # Keys and input methods

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event):
            event.ignore()  # the window's own actions take it
            return False
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_KEYS.Undo):
            self.undo()
        elif event.matches(_KEYS.Redo):
            self.redo()
        elif event.matches(_KEYS.Cut):
            self.cut()
        elif not self._takes_back(event):
            with self._act(Cause.TYPE, Origin.TYPED, self._selected()):
                super().keyPressEvent(event)
            if self._draft and event.text() in TRIGGERS:
                self.typographer.typed(self._draft, event.text(), self.textCursor().position())

    def _takes_back(self, event: QKeyEvent) -> bool:
        """Whether the key takes back what typography made of the key before."""
        cursor = self.textCursor()
        if event.key() != Qt.Key.Key_Backspace or event.modifiers() or cursor.hasSelection() or self._draft is None:
            return False
        return self.typographer.take_back(self._draft, cursor.position())

    @guarded(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        start, end = self._selected()
        if start == end and event.replacementLength():
            start += event.replacementStart()
            end = start + event.replacementLength()
        with self._act(Cause.TYPE, Origin.TYPED, (start, end)):
            super().inputMethodEvent(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        with self._act(Cause.MOVE, Origin.TOOL):  # words dragged to another window go from here
            super().mouseMoveEvent(event)
        if event.buttons() and not QGuiApplication.mouseButtons():  # a whole drag was in there
            self._end_scrolling()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._draft:
            self._draft.end_group()
        super().focusOutEvent(event)

    # Clipboard, drag and drop

    @guarded(_NOTHING)
    def createMimeDataFromSelection(self) -> QMimeData:
        return self._packed(self._draft) if self._draft else _NOTHING

    def _packed(self, draft: Draft, *, cut: bool = False) -> QMimeData:
        start, end = self.insert_place()
        return packed(draft.carrier.leaves(draft.text.slice(start, end), draft.text.runs(start, end), cut=cut))

    @guarded(False)
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self._draft is not None and not self.isReadOnly() and has_text(source)

    @guarded(None)
    def insertFromMimeData(self, source: QMimeData) -> None:
        self._insert(source, Cause.PASTE)

    def _insert(self, mime: QMimeData, cause: Cause, *, moved: bool = False) -> None:
        """Put what came over the clipboard or by a drop in the place of the selection.

        ``moved`` says that another page of this program gives it away.
        """
        draft = self._draft
        if draft is None or not self.canInsertFromMimeData(mime):
            return
        start, end = self.insert_place()
        passage = passage_in(mime)
        if passage is not None:
            runs, cause = draft.carrier.arrives(passage, moved=moved)
            draft.apply(Change(start, end - start, passage.text, runs), cause)
        elif text := plain_text(mime):
            draft.bring(start, end - start, text, cause)

    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)  # takes the drop caret away
        self._end_scrolling()

    def _end_scrolling(self) -> None:
        """End the scrolling that a drag brings with it.

        Qt ends it at a drop in this page alone. After another drag it would go on as if the button were held, move the
        caret to the mouse and begin the drag anew. A drop of nothing does no more than end it.
        """
        none = Qt.DropAction.IgnoreAction, QMimeData(), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        super().dropEvent(QDropEvent(QPointF(), *none))

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's own way with a drop is one edit block round two edits, which cannot be told apart."""
        self.dragLeaveEvent(QDragLeaveEvent())
        if not self.canInsertFromMimeData(event.mimeData()):
            return
        target = self.cursorForPosition(event.position().toPoint()).position()
        target += self._divides(target)
        event.acceptProposedAction()
        taken = event.source() is not None and event.dropAction() == Qt.DropAction.MoveAction
        if taken and event.source() is self.viewport():
            self.move_selection(target)
            return
        self._select(target, target)
        self._insert(event.mimeData(), Cause.DROP, moved=taken)

    def move_selection(self, target: int) -> None:
        """Move the selected words to ``target``, in one step, each with the origin it has; not into themselves."""
        start, end = self.insert_place()
        if self._draft is None or self.isReadOnly() or start <= target <= end:
            return
        self._draft.apply(moved(self._draft, start, end, target), Cause.MOVE)
        first = target if target < start else target - (end - start)
        self._select(first, first + end - start)

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # The context menu

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        menu = self.menu(self.cursorForPosition(event.pos()).position() if by_mouse else None)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self, place: int | None = None) -> QMenu:
        """The context menu for a place, or for the caret's, as it should be now."""
        draft, selected = self._draft, self.textCursor().hasSelection()
        writable = draft is not None and not self.isReadOnly()
        menu = QMenu(self)
        _add(menu, self.tr("Undo"), _KEYS.Undo, self.undo, draft is not None and draft.can_undo)
        _add(menu, self.tr("Redo"), _KEYS.Redo, self.redo, draft is not None and draft.can_redo)
        menu.addSeparator()
        _add(menu, self.tr("Cut"), _KEYS.Cut, self.cut, writable and selected)
        _add(menu, self.tr("Copy"), _KEYS.Copy, self.copy, selected)
        _add(menu, self.tr("Paste"), _KEYS.Paste, self.paste, self.canPaste())
        _add(menu, self.tr("Duplicate"), DUPLICATE, self.duplicate, writable and not self.document().isEmpty())
        menu.addSeparator()
        _add(menu, self.tr("Select all"), _KEYS.SelectAll, self.selectAll, not self.document().isEmpty())
        self.menu_opens.emit(menu, self.textCursor().position() if place is None else place)
        return menu


def moved(draft: Draft, start: int, end: int, target: int) -> Change:
    """The one change that moves the units from ``start`` up to ``end`` to ``target``, which lies outside them."""
    first, last = min(start, target), max(end, target)
    text = draft.text
    stretches = [(start, end), (first, start)] if target < start else [(end, last), (start, end)]
    units = "".join(text.units(a, b) for a, b in stretches)
    runs = join_runs(run for a, b in stretches for run in text.runs(a, b))
    return Change(first, last - first, from_units(units), runs)


def paragraph_again(draft: Draft, start: int, end: int) -> tuple[Change, int]:
    """The change that puts the paragraph from ``start`` up to ``end`` in once more below itself, and how far below.

    It brings the paragraph's end along; the last one, which has none, that of the one before it; a lone one gets an end
    of the author's.
    """
    text = draft.text
    if end < len(text):
        return Change(end + 1, 0, text.slice(start, end + 1), text.runs(start, end + 1)), end + 1 - start
    if start:
        return Change(end, 0, text.slice(start - 1, end), text.runs(start - 1, end)), end + 1 - start
    runs = join_runs((Run(1, Source(Origin.TYPED)), *text.runs()))
    return Change(end, 0, "\n" + text.text, runs), end + 1


def _paragraph(cursor: QTextCursor) -> tuple[int, int]:
    """Where the caret's paragraph begins, and where its end stands."""
    block = cursor.block()
    return block.position(), block.position() + block.length() - 1


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(_KEYS.Undo) or event.matches(_KEYS.Redo)


def _add(menu: QMenu, text: str, keys: QKeySequence.StandardKey | str, wish: Callable[[], None], enabled: bool) -> None:
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(keys))
    action.setEnabled(enabled)
    action.triggered.connect(wish)
