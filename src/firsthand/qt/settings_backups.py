"""Backups in the window of settings: how often, where, and which of them stay."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from firsthand.desk.rotation import DAYS, LAST, WEEKS
from firsthand.qt.settings import Settings
from firsthand.qt.settings_fields import Fields

_MINUTES = (1, 999, 5)


class BackupFields(QObject):
    """The fields of backups."""

    def __init__(self, fields: Fields, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self.minutes = fields.number(self.tr("A backup &every"), "backups", "minutes", _MINUTES, self.tr(" minutes"))
        fields.about(
            self.tr(
                "So much of writing, and one whenever a manuscript is closed. Each is checked. The last {last} stay, "
                "one a day for {days} days, and one a week for {weeks} weeks."
            ).format(last=LAST, days=DAYS, weeks=WEEKS)
        )
        self.place = fields.about("")
        self.another, self.usual, self.open = fields.buttons(
            (self.tr("Another p&lace for backups…"), self._choose_folder),
            (self.tr("The &usual place"), lambda: settings.choose("backups", folder="")),
            (self.tr("Show the &backups"), self._open),
        )
        fields.follow(self._show)

    def _show(self) -> None:
        folder = self._settings.backups_folder
        self.place.setText(self.tr("They are kept in {folder}.").format(folder=folder))
        self.usual.setEnabled(bool(self._settings.choices.backups.folder))
        self.open.setEnabled(folder.is_dir())

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Where backups go"), str(self._settings.backups_folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.keep_in)
        dialog.open()

    def keep_in(self, folder: str) -> None:
        """Have backups go to this folder from now on; those that were made stay where they are."""
        self._settings.choose("backups", folder=str(Path(folder)))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.backups_folder)))
