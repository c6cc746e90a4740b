"""A small dialog: a new manuscript; and the words and the usual answers of dialogs."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from firsthand.qt.guard import guarded
from firsthand.qt.links import Button
from firsthand.qt.style import make_room


class NewManuscript(QDialog):
    """Asks for a title, and where the folder is to be made."""

    wanted = Signal(object, str)
    """The Path of the folder to be made, and the title."""

    def __init__(self, where: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New manuscript"))
        self._where = where
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Untitled novel"))
        self.place = label(self, "small")
        elsewhere = Button(self.tr("Another &place…"), self)
        buttons = QDialogButtonBox(self)
        self.ok = buttons.addButton(self.tr("Make it"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.ok.setDefault(True)
        caption = QLabel(self.tr("&Title"), self)
        caption.setBuddy(self.title)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(elsewhere, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(9)
        for part in (caption, self.title):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        self.resize(480, self.sizeHint().height())
        self.title.textChanged.connect(self._refresh)
        elsewhere.clicked.connect(self._choose)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._refresh()

    @property
    def folder(self) -> Path:
        """The folder that would be made."""
        name = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", self._title())
        return self._where / (" ".join(name.split()).strip(" .")[:80] or "Untitled")

    def _title(self) -> str:
        return " ".join(self.title.text().split()) or self.title.placeholderText()

    def _refresh(self) -> None:
        taken = self.folder.exists()
        said = self.tr("There is a folder {folder} already.") if taken else self.tr("It will be the folder {folder}.")
        self.place.setText(said.format(folder=self.folder))
        self.ok.setEnabled(not taken)
        if self.isVisible():
            make_room(self)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        make_room(self)  # a folder's name can take three lines

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the manuscript is to be"), str(self._where))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._put)
        dialog.open()

    def _put(self, folder: str) -> None:
        self._where = Path(folder)
        self._refresh()

    def _accept(self) -> None:
        if self.ok.isEnabled():
            self.wanted.emit(self.folder, self._title())
            self.accept()


def label(parent: QWidget, part: str) -> QLabel:
    """An empty line of words in the dress of a ``part`` of the window."""
    words = QLabel(parent)
    words.setProperty("part", part)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    return words


def make_default(box: QMessageBox, button: QPushButton) -> None:
    """Make a button the answer of the Enter key, and keep it so.

    Else, when the program is dressed in other colours while it asks, Qt takes the first button that would do something.
    """
    for one in box.buttons():
        if isinstance(one, QPushButton):
            one.setAutoDefault(False)
    box.setDefaultButton(button)
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(0, 18, 20, 16)  # what would be the icon's place makes the rest at the left
