"""The small dialogs: a new manuscript, what this program is."""

import platform
import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from firsthand import __version__


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
        self.place = _label(self, "small")
        elsewhere = QPushButton(self.tr("Another &place…"), self)
        elsewhere.setAutoDefault(False)
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


class About(QDialog):
    """What this is, and the versions of what it is made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Firsthand"))
        title = _label(self, "title")
        title.setText(f"Firsthand {__version__}")
        text = _label(self, "")
        text.setText(
            self.tr("A desk for drafting a novel that knows, for every character, whose it is. It certifies nothing.")
        )
        versions = _label(self, "small")
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
        buttons = QDialogButtonBox(self)
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


def _label(parent: QWidget, part: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("part", part)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
