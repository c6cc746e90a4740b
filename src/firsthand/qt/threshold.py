"""What stands in the page's place while no manuscript is open: what can be begun, and what was open last."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from firsthand.desk.recent import Recent
from firsthand.qt.actions import Actions
from firsthand.qt.fonts import page_font
from firsthand.qt.guard import guarded
from firsthand.qt.recent_list import RecentList
from firsthand.qt.rows import RowButton
from firsthand.qt.viewports import meet_viewport

_WIDE = 560


class Threshold(QScrollArea):
    """Says a sentence; with ``choices`` it offers everything that a manuscript can be opened or made by."""

    def __init__(self, commands: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        meet_viewport(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget(self)
        ground.setObjectName("threshold")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = self._label("Firsthand", ground)
        self.title.setFont(page_font(40))
        self.text = self._label("", ground)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.begin = QWidget(ground)
        self.new_button = self._row(commands["new_manuscript"])
        self.open_button = self._row(commands["open"])
        self.import_button = self._row(commands["import_text"])
        self.sample_button = self._row(commands["open_sample"])
        self.backups_button = self._row(commands["backups"])
        self.heading = self._label(self.tr("Recent manuscripts"), ground)
        self.heading.setProperty("part", "small")
        self.recent = RecentList(ground)
        self._recents: Sequence[Recent] = ()
        self._lay_out(ground)
        self.setWidget(ground)

    def _label(self, text: str, parent: QWidget) -> QLabel:
        label = QLabel(text, parent)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _row(self, action: QAction) -> RowButton:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        row = RowButton(action.text().replace("&", ""), self.begin)
        row.set_note(keys)
        row.clicked.connect(action.trigger)
        action.changed.connect(lambda: row.set_note(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)))
        return row

    def _lay_out(self, ground: QWidget) -> None:
        rows = QVBoxLayout(self.begin)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for row in (self.new_button, self.open_button, self.import_button, self.sample_button, self.backups_button):
            rows.addWidget(row)
        column = QWidget(ground)
        column.setMaximumWidth(_WIDE)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(24, 32, 24, 32)
        inside.setSpacing(6)
        for part, space in (
            (self.title, 0), (self.text, 20), (self.begin, 26), (self.heading, 2), (self.recent, 0),
        ):  # fmt: skip
            part.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(part)
            inside.addSpacing(space)
        for part in (self.title, self.text, self.heading):
            part.setIndent(12)
        outside = QVBoxLayout(ground)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(2)
        outside.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outside.addStretch(3)
        self._column = column

    def say(self, sentence: str, *, choices: bool = True) -> None:
        """Show a sentence, with what can be begun or without."""
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.text.setVisible(bool(sentence))
        for part in (self.title, self.begin):
            part.setVisible(choices)
        for part in (self.heading, self.recent):
            part.setVisible(choices and bool(self._recents))
        self._fit()

    def show_recents(self, recents: Sequence[Recent]) -> None:
        """List what was open last."""
        waiting = self.new_button.hasFocus() and not self._recents
        self._recents = recents
        self.recent.show_recents(recents)
        for part in (self.heading, self.recent):
            part.setVisible(bool(recents) and self.begin.isVisibleTo(self))
        if waiting:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to what a person most likely wants: the manuscript open last, or a new one."""
        (self.recent if self._recents else self.new_button).setFocus()

    def _fit(self) -> None:
        self._column.setFixedWidth(min(_WIDE, max(200, self.viewport().width())))

    @guarded(QSize(400, 400))
    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
