"""The backups, to look at and to open copies of: a plain page that promises to write over nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from firsthand.desk.backup_file import Backup
from firsthand.qt.style import fit
from firsthand.qt.wording import number


class Recovery(QDialog):
    """Lists backups: of one manuscript, or of all. What is slow happens elsewhere; it is told what came of it."""

    copy_requested = Signal(object)
    """The Backup of which a copy is to be opened."""
    make_requested = Signal()

    def __init__(self, title: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups"))
        self._folder = folder
        self._backups: Sequence[Backup] = ()
        self._sentence = ""
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        explained = QLabel(
            self.tr(
                "A copy is opened beside the manuscript; nothing is ever written over. Firsthand makes a backup when a "
                "manuscript is closed, and every few minutes of writing."
            ),
            self,
        )
        explained.setWordWrap(True)
        explained.setProperty("part", "small")
        self.table = self._table()
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.make_button = self.buttons.addButton(self.tr("&Back up now"), role.ActionRole)
        self.folder_button = self.buttons.addButton(self.tr("Show in &folder"), role.ActionRole)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self.open_button = self.buttons.addButton(self.tr("&Open a copy"), role.AcceptRole)
        self.open_button.setDefault(True)
        self._lay_out(explained)
        self._connect()
        self.say(self.tr("Looking for backups of “{title}”…").format(title=title) if title else "")
        self._refresh()

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4, self)
        table.setHorizontalHeaderLabels([self.tr("Made"), self.tr("Manuscript"), self.tr("Words"), self.tr("Scenes")])
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
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

    def _lay_out(self, explained: QLabel) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        for part in (self.said, self.table, explained):
            layout.addWidget(part, int(part is self.table))
        layout.addWidget(self.buttons)
        fit(self, 620, 470)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._refresh)
        self.table.cellDoubleClicked.connect(lambda *_: self._open())
        self.open_button.clicked.connect(self._open)
        self.make_button.clicked.connect(self.make_requested)
        self.folder_button.clicked.connect(self._show_folder)
        self.buttons.rejected.connect(self.reject)

    def say(self, sentence: str) -> None:
        """What there is to know; of a doubtful backup that is chosen, why it is."""
        self._sentence = sentence
        self._show_sentence()

    def _show_sentence(self) -> None:
        chosen = self.chosen
        sentence = chosen.account.doubt if chosen is not None and chosen.doubtful else self._sentence
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List these, the latest first."""
        self._backups = backups
        self.table.setRowCount(len(backups))
        for row, backup in enumerate(backups):
            self._show(row, backup)
        if backups:
            good = (row for row, backup in enumerate(backups) if not backup.doubtful)
            self.table.selectRow(next(good, 0))
            self.table.setFocus()
        self._refresh()

    def _show(self, row: int, backup: Backup) -> None:
        account = backup.account
        made = QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp()))
        when = QLocale().toString(made, QLocale().dateTimeFormat(QLocale.FormatType.ShortFormat))
        title = self.tr("{title} (doubtful)").format(title=account.title) if backup.doubtful else account.title
        cells = (when, title, number(account.words), number(account.scenes))
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column > 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(account.doubt or account.place)
            self.table.setItem(row, column, item)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        rows = self.table.selectionModel().selectedRows() if self._backups else []
        return self._backups[rows[0].row()] if rows else None

    def _refresh(self) -> None:
        self.open_button.setEnabled(self.chosen is not None)
        self._show_sentence()

    def _open(self) -> None:
        if self.chosen is not None:
            self.open_button.setEnabled(False)
            self.copy_requested.emit(self.chosen)

    def _show_folder(self) -> None:
        place = self.chosen.path.parent if self.chosen is not None else self._folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
