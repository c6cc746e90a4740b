"""The dialog that asks, when the author says so, whether there is a newer Firsthand; and the same question once a day,
where the author wished that. What is asked, and of whom, is `desk.updates`'.
"""

from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from firsthand import __version__
from firsthand.desk.updates import Releases, UpdateError, newer
from firsthand.qt.dialogs import label
from firsthand.qt.jobs import Job
from firsthand.qt.links import Button
from firsthand.qt.settings import Settings


class NewVersion(QDialog):
    """Ask now, have it asked once a day, open the page of releases."""

    def __init__(self, settings: Settings, where: Releases | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New versions"))
        self._settings = settings
        self._where = where
        self.have = label(self, "heading")
        self.have.setText(self.tr("You have Firsthand {version}.").format(version=__version__))
        self.told = label(self, "")
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.small = label(self, "small")
        self.small.setText(self._what_is_asked())
        self.ask = Button(self.tr("&Ask now"), self)
        self.page = Button(self.tr("&Open the page of releases"), self)
        self.daily = QCheckBox(self.tr("Ask once a &day, when Firsthand starts"), self)
        self.daily.setChecked(settings.choices.versions.daily)
        self._arrange()
        self.ask.clicked.connect(self._ask)
        self.page.clicked.connect(self._open_page)
        self.daily.toggled.connect(self._keep)

    def _what_is_asked(self) -> str:
        if self._where is None:
            return self.tr(
                "This copy was not told where new versions are announced, so it asks nobody. Look where you got it "
                "from."
            )
        return self.tr(
            "Firsthand asks {host} with one plain request, and only when you say so here. Nothing about you, this "
            "computer or your manuscripts goes along. Nothing is installed."
        ).format(host=urlsplit(self._where.address).hostname)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for button in (self.ask, self.page):
            button.setEnabled(self._where is not None)
            row.addWidget(button)
        row.addStretch(1)
        self.daily.setEnabled(self._where is not None)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 14)
        layout.setSpacing(10)
        layout.addWidget(self.have)
        layout.addWidget(self.small)
        layout.addLayout(row)
        layout.addWidget(self.told)
        layout.addWidget(self.daily)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        self.told.hide()
        self.setFixedWidth(460)

    def _ask(self) -> None:
        if self._where is None:
            return
        self.ask.setEnabled(False)
        self._say(self.tr("Asking…"))
        where = self._where
        Job(self, lambda: newer(where), UpdateError, self._answered, self._refused).start()

    def _answered(self, version: object) -> None:
        self.ask.setEnabled(True)
        self._say(
            self.tr("Firsthand {version} is there. It is on the page of releases.").format(version=version)
            if version
            else self.tr("There is no newer one.")
        )

    def _refused(self, sentence: str) -> None:
        self.ask.setEnabled(True)
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)
        self.told.show()
        self.setFixedHeight(self.heightForWidth(self.width()))

    def _open_page(self) -> None:
        if self._where is not None and not QDesktopServices.openUrl(QUrl(self._where.page)):
            self._say(self._where.page)

    def _keep(self, wanted: bool) -> None:
        self._settings.choose("versions", daily=wanted)


class DailyQuestion(QObject):
    """Asks once a day, where the author wished that; silent where there is nothing new or no answer."""

    said = Signal(str)
    """That there is a newer version."""

    def __init__(self, settings: Settings, where: Releases | None, parent: QObject) -> None:
        super().__init__(parent)
        if where is None or not settings.choices.versions.daily or settings.looked_for_versions():
            return
        Job(self, lambda: newer(where), UpdateError, self._answered).start()

    def _answered(self, version: object) -> None:
        if version:
            self.said.emit(
                self.tr("Firsthand {version} is there; Help, New versions leads to it.").format(version=version)
            )
