"""What this program is, and everything it is made of with its licence. What that is, `desk.contents` knows."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from firsthand import __version__
from firsthand.desk.contents import Part, parts
from firsthand.qt.dialogs import label
from firsthand.qt.guard import guarded
from firsthand.qt.links import Button
from firsthand.qt.style import fit


class About(QDialog):
    """What this is, and the versions of what it is made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Firsthand"))
        title = label(self, "title")
        title.setText(f"Firsthand {__version__}")
        text = label(self, "")
        text.setText(
            self.tr("A desk for drafting a novel that knows, for every character, whose it is. It certifies nothing.")
        )
        versions = label(self, "small")
        versions.setText(
            "\n".join(
                [
                    f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()} {platform.machine()}",
                    self.tr("Qt and PySide6 are used under the LGPL; the page is set in EB Garamond (OFL)."),
                    self.tr("MIT licence."),
                ]
            )
        )
        versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.inside = Button(self.tr("What is &inside…"), self)
        self.inside.clicked.connect(self._show_inside)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.inside, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 14)
        layout.setSpacing(10)
        for part in (title, text, versions):
            layout.addWidget(part)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        self.setFixedWidth(440)

    def _show_inside(self) -> None:
        Inside(parts(), self).open()


class Inside(QDialog):
    """Every part with version and licence; below, the licence's words of the one that is chosen."""

    def __init__(self, inside: list[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What is inside Firsthand"))
        self._parts = inside
        self.table = QTableWidget(len(inside), 3, self)
        self.words = QPlainTextEdit(self)
        self._fill()
        self._arrange()
        self.table.currentCellChanged.connect(self._show)
        self.table.setCurrentCell(0, 0)

    def _fill(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        table.setAccessibleName(self.windowTitle())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        for row, part in enumerate(self._parts):
            for column, text in enumerate((part.name, part.version, part.licence)):
                table.setItem(row, column, QTableWidgetItem(text))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def _arrange(self) -> None:
        self.words.setReadOnly(True)
        self.words.setProperty("part", "sent")
        self.words.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))  # as licences are set
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("The licence of the chosen part"))
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.addWidget(self.table)
        both.addWidget(self.words)
        both.setHandleWidth(9)
        both.setSizes([300, 260])
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(both)
        layout.addWidget(buttons)
        fit(self, 680, 640)

    @guarded(None)
    def _show(self, row: int, *_: int) -> None:
        text = self._parts[row].text() if 0 <= row < len(self._parts) else ""
        self.words.setPlainText(text or self.tr("This part brings no licence text of its own."))
