"""Every action with its keys, to look up and to change: what the author chose is kept in the settings.

Keys that are taken are said to be, and by what; they are given to another action only when the author says so.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from firsthand.qt.actions import Actions, plain
from firsthand.qt.links import Button
from firsthand.qt.own_keys import wear
from firsthand.qt.palette import Command, commands_of
from firsthand.qt.settings import Settings
from firsthand.qt.style import fit

_ROUND = 48
"""Pixels of the field for keys round its words: its margins, and the cross that empties it."""


def holder(commands: Actions, keys: QKeySequence, besides: str) -> str:
    """The action that has these keys, other than ``besides``; empty if none has."""
    for name in commands:
        if name != besides and any(keys == one for one in commands[name].shortcuts()):
            return name
    return ""


class Shortcuts(QDialog):
    """A list to search, and a field that takes the keys as they are pressed."""

    def __init__(self, commands: Actions, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._commands, self._settings = commands, settings
        self._all = list(commands_of(commands))
        self._shown: list[Command] = []
        self.seek = QLineEdit(self)
        self.seek.setPlaceholderText(self.tr("Find an action"))
        self.seek.setAccessibleName(self.seek.placeholderText())
        self.table = self._table()
        self.keys = QKeySequenceEdit(self)
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self._field = self.keys.findChild(QLineEdit) or self.keys
        if isinstance(self._field, QLineEdit):
            asks = self._field.placeholderText()  # Qt's own words
            self.keys.setMinimumWidth(self.fontMetrics().horizontalAdvance(asks) + _ROUND)
        self.caption = QLabel(self)
        self.caption.setBuddy(self.keys)
        self.said = QLabel(self)
        self.said.setProperty("part", "warning")
        self.said.setWordWrap(True)
        self.take_button = self._button(self.tr("&Use it here instead"))
        self.reset_button = self._button(self.tr("&Reset"))
        buttons = QDialogButtonBox(self)
        self.all_button = self._button(self.tr("Reset &all"))
        buttons.addButton(self.all_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self._button(self.tr("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._connect()
        self._list("")
        self.seek.setFocus()

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Menu"), self.tr("Keys")])
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAccessibleName(self.windowTitle())
        return table

    def _button(self, text: str) -> QPushButton:
        return Button(text, self)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        row = QHBoxLayout()
        for part in (self.caption, self.keys, self.reset_button):
            row.addWidget(part, int(part is self.caption))
        warning = QHBoxLayout()
        warning.addWidget(self.said, 1)
        warning.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.seek)
        layout.addWidget(self.table)
        layout.addLayout(row)
        layout.addLayout(warning)
        layout.addWidget(buttons)
        fit(self, 820, 620)

    def _connect(self) -> None:
        self.seek.textChanged.connect(self._list)
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.keys.editingFinished.connect(self._set)
        self.take_button.clicked.connect(self._take)
        self.reset_button.clicked.connect(self._reset)
        self.all_button.clicked.connect(self._reset_all)

    # -- the list

    def _list(self, looked_for: str) -> None:
        self._shown = [one for one in self._all if one.rank(looked_for) is not None]
        self.table.setRowCount(len(self._shown))
        for row, command in enumerate(self._shown):
            for column, text in enumerate((command.words, command.place, "")):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._refresh()
        if self._shown:
            self.table.selectRow(0)

    def _refresh(self) -> None:
        for row, command in enumerate(self._shown):
            keys = self._commands[command.name].shortcut()
            item = self.table.item(row, 2)
            if item is not None:
                item.setText(keys.toString(QKeySequence.SequenceFormat.NativeText))
                font = item.font()
                font.setBold(command.name in self._own)
                item.setFont(font)

    @property
    def chosen(self) -> str:
        """The name of the action that is selected, or nothing."""
        rows = self.table.selectionModel().selectedRows()
        return self._shown[rows[0].row()].name if rows and rows[0].row() < len(self._shown) else ""

    def _show_chosen(self) -> None:
        name = self.chosen
        self.keys.setEnabled(bool(name))
        self.said.setText("")
        self.take_button.hide()
        if not name:
            return
        self.caption.setText(self.tr("New &keys for “{action}”").format(action=plain(self._commands[name].text())))
        self._field.setAccessibleName(plain(self.caption.text()))
        self.keys.setKeySequence(self._commands[name].shortcut())
        self.reset_button.setEnabled(name in self._own)

    # -- changing

    def _set(self) -> None:
        """The author has pressed keys: give them to the action, unless another has them."""
        name, keys = self.chosen, self.keys.keySequence()
        if not name or keys == self._commands[name].shortcut():
            return
        taken = holder(self._commands, keys, name) if not keys.isEmpty() else ""
        self.take_button.setVisible(bool(taken))
        if taken:
            self.said.setText(
                self.tr("{keys} belongs to “{action}”.").format(
                    keys=keys.toString(QKeySequence.SequenceFormat.NativeText),
                    action=plain(self._commands[taken].text()),
                )
            )
            return
        self._give(name, [] if keys.isEmpty() else [keys])
        self.table.setFocus()  # else Esc would be taken for the next keys

    def _take(self) -> None:
        """Give the keys to this action and leave the other one without."""
        name, keys = self.chosen, self.keys.keySequence()
        other = holder(self._commands, keys, name)
        if other:
            self._give(other, [one for one in self._commands[other].shortcuts() if one != keys])
        self._give(name, [keys])
        self.table.setFocus()

    @property
    def _own(self) -> dict[str, list[str]]:
        """The keys that the author chose, by action."""
        return self._settings.choices.keyboard.keys

    def _give(self, name: str, keys: list[QKeySequence]) -> None:
        rest = {other: said for other, said in self._own.items() if other != name}
        said = [one.toString(QKeySequence.SequenceFormat.PortableText) for one in keys]
        self._wear(rest if keys == self._commands.defaults[name] else {**rest, name: said})

    def _reset(self) -> None:
        """Give an action its own keys again, and the same to any that has these."""
        name = self.chosen
        takers = {holder(self._commands, keys, name) for keys in self._commands.defaults[name]}
        self._wear({other: said for other, said in self._own.items() if other not in {name, *takers}})

    def _reset_all(self) -> None:
        self._wear({})

    def _wear(self, keys: dict[str, list[str]]) -> None:
        self._settings.choose("keyboard", keys=keys)
        wear(self._commands, self._settings)
        self._refresh()
        self._show_chosen()
