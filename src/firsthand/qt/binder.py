"""The binder: the manuscript's title and figures, and its parts, chapters, scenes, notes and bin to choose from.

Shows and wishes; opening, renaming, moving and counting are done elsewhere. What is closed, chosen and looked at stays
so when the outline changes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStyledItemDelegate, QVBoxLayout, QWidget
from shiboken6 import isValid

from firsthand.desk.outlining import BIN
from firsthand.desk.session import Desk
from firsthand.qt.binder_model import BinderModel, Role
from firsthand.qt.binder_paint import SIDE
from firsthand.qt.binder_view import BinderView
from firsthand.qt.counts import Counts
from firsthand.qt.guard import guarded
from firsthand.qt.theme import Theme
from firsthand.qt.wording import percent


class FilterField(QLineEdit):
    """Where the words of the filter are written; Escape leaves it, Down and Enter go to the list."""

    left = Signal()
    down = Signal(bool)
    """The author goes to the list; with Enter, to open what stands first."""

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.down.emit(event.key() != Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Binder(QWidget):
    """Title, figures, and the rows."""

    open_requested = Signal(str)
    """The author chose the scene or note of this id."""
    rename_requested = Signal(str, str)
    """The id of something, and its new title."""
    move_requested = Signal(list, str, str)
    """These ids were dropped into a home, ahead of an id or at its end (`desk.outlining`)."""
    wished = Signal(str)
    """A key in the list: one of ``binder_view.KEYS``."""
    left = Signal()
    """Escape was pressed, and no filter was left with it."""
    menu_requested = Signal(QPoint)
    """A menu for what is chosen, at this place of the screen."""

    def __init__(self, counts: Counts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("binder")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = counts
        self._closed = {BIN}
        self._came_from: QWidget | None = None
        self._title = _label("title", self)
        self._figures = _label("small", self)
        self.filter = FilterField(self)
        self.filter.setProperty("part", "seek")
        self.filter.hide()
        self._nothing = _label("small", self)
        self._nothing.hide()
        self.model = BinderModel(counts, self)
        self.view = BinderView(self.model, self)
        self._lay_out()
        self.setFocusProxy(self.view)
        self._name()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 18, 12, 8)
        layout.setSpacing(1)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(1)
        head.addWidget(self._title)
        head.addWidget(self._figures)
        layout.addLayout(head)
        layout.addSpacing(9)
        layout.addWidget(self.filter)
        inside = QVBoxLayout()
        inside.setContentsMargins(SIDE, 8, SIDE, 0)
        inside.addWidget(self._nothing)
        layout.addLayout(inside)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.view.open_requested.connect(self._open)
        self.view.wished.connect(self._wish)
        self.view.rows.closeEditor.connect(self._renamed)
        self.view.typed.connect(self.open_filter)
        self.view.expanded.connect(lambda index: self._remember(index, closed=False))
        self.view.collapsed.connect(lambda index: self._remember(index, closed=True))
        self.view.customContextMenuRequested.connect(
            lambda point: self.menu_requested.emit(self.view.viewport().mapToGlobal(point))
        )
        self.filter.textChanged.connect(self._filter)
        self.filter.left.connect(self.close_filter)
        self.filter.down.connect(self._leave_filter)
        self.model.rename_requested.connect(self.rename_requested, Qt.ConnectionType.QueuedConnection)
        self.model.move_requested.connect(self.move_requested, Qt.ConnectionType.QueuedConnection)
        self._counts.settled.connect(self._show_figures)

    def set_desk(self, desk: Desk | None) -> None:
        """Show a manuscript, or nothing."""
        self._title.setText(desk.title if desk else "")
        self._title.setToolTip(desk.title if desk else "")
        self._closed = {BIN}
        self.view.rows.open_scene = ""
        self.model.writable = desk is not None and not desk.read_only
        self.filter.clear()
        self.filter.hide()
        self._keeping(lambda: self.model.set_outline(desk.folder.outline if desk else None))
        self._show_figures()

    def refresh(self, desk: Desk | None) -> None:
        """Show the outline as it is now; what was chosen stays so."""
        writes = self.view.state() == BinderView.State.EditingState  # in a row that may be another's now
        self._keeping(lambda: self.model.set_outline(desk.folder.outline if desk else None, anew=writes))
        self._show_figures()

    def set_open(self, scene: str) -> None:
        """Mark the scene that is on the page."""
        left, self.view.rows.open_scene = self.view.rows.open_scene, scene
        if self.view.chosen()[:1] != [scene]:
            self._make_current(scene)
        for row in (left, scene):
            self._repaint_row(row)

    def _repaint_row(self, id_: str) -> None:
        """Have a row painted anew over the whole width."""
        place = self.view.visualRect(self.model.place(id_))
        self.view.viewport().update(0, place.top(), self.view.viewport().width(), place.height())

    def set_theme(self, theme: Theme) -> None:
        self.view.rows.theme = theme
        self.view.doItemsLayout()

    def rename_current(self) -> None:
        """Let the author write another title in place; then the keyboard is again where it was."""
        index = self.view.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._came_from = QApplication.focusWidget()
            self.view.setFocus()
            self.view.edit(index)

    def _renamed(self, _editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """The title is written, or left as it was; not if the author went elsewhere with the mouse."""
        back, self._came_from = self._came_from, None
        if back is None or hint is QStyledItemDelegate.EndEditHint.NoHint or not isValid(back):
            return
        if not self.isAncestorOf(back):
            back.setFocus()

    def rename_at(self, id_: str) -> None:
        """Let the author write the title of something in place."""
        self._make_current(id_)
        self.rename_current()

    def show_chosen(self, ids: list[str]) -> None:
        """Choose these, and see to it that the first is in view."""
        if ids:
            self.view.choose(ids)
            self.view.scrollTo(self.view.currentIndex())

    # -- the filter

    def open_filter(self, words: str = "") -> None:
        """Show the field of the filter, with letters that were typed in the list."""
        self.filter.show()
        self.filter.setFocus()
        if words:
            self.filter.setText(self.filter.text() + words)
        else:
            self.filter.selectAll()

    def close_filter(self) -> None:
        """Show everything again, and the list has the keyboard."""
        chosen = self.view.chosen()
        self.filter.clear()
        self.filter.hide()
        self.view.setFocus()
        self.show_chosen(chosen or [self.view.rows.open_scene])

    def _filter(self, words: str) -> None:
        self._keeping(lambda: self.model.set_filter(words))
        self._nothing.setVisible(bool(words) and not self.model.rowCount())

    def _leave_filter(self, opens: bool) -> None:
        first = next((node for node in self.model.rows.root.scenes()), None)
        if first is None:
            return
        self._make_current(first.id)
        self.view.setFocus()
        if opens:
            self.open_requested.emit(first.id)

    # -- what stays when the rows are made anew

    def _keeping(self, change: Callable[[], bool]) -> None:
        """Change the rows; what is chosen, closed and in view stays."""
        bar, chosen, closed = self.view.verticalScrollBar(), self.view.chosen(), set(self._closed)
        height = bar.value()
        self.view.setUpdatesEnabled(False)
        self.view.blockSignals(True)
        if change():
            self.view.expandAll()
        still = [id_ for id_ in chosen if self.model.place(id_).isValid()]
        self.view.choose(still or [self.view.rows.open_scene])  # which opens what it is in
        for id_ in () if self.model.rows.filtered else closed:
            self.view.collapse(self.model.place(id_))
        self.view.blockSignals(False)
        bar.setValue(height)
        self.view.setUpdatesEnabled(True)

    def _remember(self, index: QModelIndex, *, closed: bool) -> None:
        if not self.model.rows.filtered:
            (self._closed.add if closed else self._closed.discard)(self.model.node(index).id)

    def _make_current(self, id_: str) -> None:
        self.view.choose([id_])
        if self.model.place(id_).isValid():
            self.view.scrollTo(self.view.currentIndex())

    def _wish(self, wish: str) -> None:
        if wish == "filter":
            self.open_filter()
        elif wish == "leave":
            if self.filter.isHidden():
                self.left.emit()
            else:
                self.close_filter()
        else:
            self.wished.emit(wish)

    def _open(self, index: QModelIndex) -> None:
        scene = index.data(Role.ID)
        if scene:
            self.open_requested.emit(scene)

    def _show_figures(self) -> None:
        total = self._counts.total()
        if total is None:
            self._figures.clear()
            return
        text = self.tr("%Ln word(s)", "", total.words)
        if total.yours is not None:
            share = self.tr("{share} yours").format(share=percent(total.yours, 1))
            text = f"{_unbroken(text)} · {_unbroken(share)}"
        self._figures.setText(text)

    def _name(self) -> None:
        self.view.setAccessibleName(self.tr("Scenes and notes"))
        self.view.setAccessibleDescription(
            self.tr("Arrow keys choose, Enter opens, F2 renames, Alt and an arrow moves, letters filter.")
        )
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter of scenes and notes"))
        self._nothing.setText(self.tr("Nothing here has these words in its title, status or label."))

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.view.rows.measure()
            self.view.doItemsLayout()
        super().changeEvent(event)


def _unbroken(text: str) -> str:
    """A few words that stay in one line."""
    return text.replace(" ", "\u00a0")


def _label(part: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("part", part)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
