"""What was noted when something failed inside, as it is kept, for the author to read and to pass on, or to remove."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from firsthand.desk.crashes import forget, notes
from firsthand.qt.dialogs import label
from firsthand.qt.links import Button
from firsthand.qt.style import fit

_NARROW = 420
"""Pixels: a window that has but one sentence to say."""


class Problems(QDialog):
    """The notes, the latest first."""

    def __init__(self, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Problem reports"))
        self._folder = folder
        self.about = label(self, "")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setProperty("part", "sent")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.windowTitle())
        self.copy = Button(self.tr("&Copy"), self)
        self.show_folder = Button(self.tr("Show in &folder"), self)
        self.remove = Button(self.tr("&Remove all"), self)
        self._arrange()
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.show_folder.clicked.connect(self._open_folder)
        self.remove.clicked.connect(self._forget)
        self._read()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(self)
        for button in (self.copy, self.show_folder, self.remove):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for part in (self.about, self.text, buttons):
            layout.addWidget(part)
        fit(self, 640, 460)

    def _read(self) -> None:
        found = [file.read_text("utf-8", "replace").strip() for file in notes(self._folder)]
        self.text.setPlainText("\n\n\n".join(found))
        self.text.setVisible(bool(found))
        for button in (self.copy, self.show_folder, self.remove):
            button.setVisible(bool(found))
        self.about.setText(
            self.tr(
                "This was noted when something failed inside Firsthand: where in the program, and no word of any "
                "manuscript. It is on this computer only and is never sent; you can pass it on to whoever helps you."
            )
            if found
            else self.tr("Nothing has failed inside Firsthand that was noted here.")
        )
        if not found:
            self.resize(_NARROW, self.sizeHint().height())

    def _open_folder(self) -> None:
        for file in notes(self._folder)[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))

    def _forget(self) -> None:
        forget(self._folder)
        self._read()
