"""The window that lists all text from elsewhere, with what the author says of it.

It stays open beside the page, asks for nothing, and every statement in it can be changed or taken back.
"""

from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from firsthand.desk.session import Desk
from firsthand.history import Said
from firsthand.provenance import Origin
from firsthand.qt.guard import guarded
from firsthand.qt.jobs import Job
from firsthand.qt.links import Button
from firsthand.qt.style import fit
from firsthand.qt.wording import SAID, number, said_words

_REF = Qt.ItemDataRole.UserRole
_WORDS, _SAID = 3, 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Sources(QDialog):
    """What stands of each paste, import and outside edit."""

    declared = Signal(list, object)
    """The author says of the text that came as these refs what it is: a ``Said``."""
    place_requested = Signal(str)
    """The author wants to see where the text stands that came as this ref."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Text from elsewhere"))
        self._desk = desk
        self._ready = False
        self.about = QLabel(self)
        self.table = QTableWidget(0, 5, self)
        self.choices = {said: Button(said_words(said), self) for said in (*SAID, Said.NOTHING)}
        self.show_button = Button(self.tr("Show in the &text"), self)
        self._prepare()
        self._arrange()
        self.table.itemSelectionChanged.connect(self._show_what_can_be_done)
        self.table.itemActivated.connect(lambda _: self._show_place())
        self.show_button.clicked.connect(self._show_place)
        for said, button in self.choices.items():
            button.clicked.connect(lambda _=False, said=said: self._say(said))
        fit(self, 820, 460)
        self._make_ready()

    def _prepare(self) -> None:
        self.about.setProperty("part", "small")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        table = self.table
        names = [self.tr("It begins"), self.tr("Came"), self.tr("Stands in"), self.tr("Words"), self.tr("You say")]
        for column, name in enumerate(names):
            heading = QTableWidgetItem(name)
            heading.setTextAlignment(_RIGHT if column == _WORDS else _LEFT)
            table.setHorizontalHeaderItem(column, heading)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.windowTitle())

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(7)
        for button in self.choices.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(11)
        layout.addWidget(self.about)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)

    def _make_ready(self) -> None:
        """The room that counts takes a moment to open: not on the window's thread."""
        self.about.setText(self.tr("Counting…"))
        self._show_what_can_be_done()
        Job(self, lambda: import_module("firsthand.report"), ImportError, self._begin).start()

    def _begin(self, _: object) -> None:
        self._ready = True
        self.refresh()

    def refresh(self) -> None:
        """Show what stands now."""
        if not self._ready:
            return
        selected = set(self._selected())
        found = self._desk.declaring.sources()
        self.table.clearSelection()
        self.table.setRowCount(len(found))
        titles = {entry.id: entry.title for entry in self._desk.folder.outline.entries}
        for row, one in enumerate(found):
            where = ", ".join(titles.get(scene, "") for scene in one.scenes)
            said = said_words(one.said or Said.NOTHING)
            parts = [one.first_words or "", self._came(one.origin, one.came), where, number(one.words), said]
            tips = [*parts[:1], _moment(one.came), *parts[2:4], _moment(one.said_when if one.said else None)]
            self._put(row, str(one.ref), parts, tips)
            if one.ref in selected:
                self.table.selectRow(row)
        self.about.setText(self._about(len(found)))
        self._show_what_can_be_done()

    def _about(self, count: int) -> str:
        if not count:
            return self.tr("Every word that stands in the scenes was written here.")
        return self.tr(
            "Words that came from elsewhere. What you say of them is recorded with its time, as your statement; the "
            "report names it beside what Firsthand saw."
        )

    def _put(self, row: int, ref: str, parts: list[str], tips: list[str]) -> None:
        for column, (text, tip) in enumerate(zip(parts, tips, strict=True)):
            item = QTableWidgetItem(text)
            item.setData(_REF, ref)
            item.setToolTip(tip)
            item.setTextAlignment(_RIGHT if column == _WORDS else _LEFT)
            if column == _SAID and not tip:
                item.setForeground(self.table.palette().brush(QPalette.ColorRole.PlaceholderText))
            self.table.setItem(row, column, item)

    def _came(self, origin: Origin, when: str | None) -> str:
        """How and on what day; what was there before the recording was there before that day."""
        how = {
            Origin.PASTED: self.tr("pasted {day}"),
            Origin.IMPORTED: self.tr("there before {day}"),
            Origin.OUTSIDE: self.tr("another program {day}"),
        }[origin]
        return how.format(day=QLocale().toString(_local(when).date(), QLocale.FormatType.ShortFormat))

    def _selected(self) -> Iterable[str]:
        return [item.data(_REF) for item in self.table.selectedItems() if item.column() == 0]

    def _say(self, said: Said) -> None:
        refs = list(self._selected())
        if refs:
            self.declared.emit(refs, said)

    def _show_place(self) -> None:
        for ref in self._selected():
            self.place_requested.emit(ref)
            return

    def _show_what_can_be_done(self) -> None:
        some = bool(self._selected())
        self.show_button.setEnabled(some)
        for button in self.choices.values():
            button.setEnabled(some and not self._desk.read_only)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()
        super().changeEvent(event)


def _local(when: str | None) -> QDateTime:
    """An ISO moment in the writer's own time zone."""
    return QDateTime.fromString(when or "", Qt.DateFormat.ISODateWithMs).toLocalTime()


def _moment(when: str | None) -> str:
    """An ISO moment as the writer's own language has it; nothing for None."""
    return QLocale().toString(_local(when), QLocale.FormatType.ShortFormat)
