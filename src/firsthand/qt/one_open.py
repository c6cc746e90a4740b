"""Which manuscript is open: the first one, another one, a new one, none; and where it lies.

What is slow about it is the ``Workbench``'s.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from firsthand.companion import Companion, Keys
from firsthand.desk.session import Desk
from firsthand.qt.asking import Mailbox
from firsthand.qt.settings import Settings
from firsthand.qt.with_model import WithModel

PATIENCE = 250
"""Milliseconds of opening after which it is said what is being opened: most have come by then."""

WARM_UP = 600
"""Milliseconds after the window is on the screen: the manuscript comes first."""


class OneOpen(WithModel):
    """A window with one manuscript open, or none."""

    def __init__(self, settings: Settings, companion: Companion, mailbox: Mailbox, keys: Keys) -> None:
        super().__init__(settings, companion, mailbox, keys)
        self._opening = ""
        self._patience = QTimer(self, interval=PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._show_slow)

    def begin(self, first: Callable[[], Path | None]) -> None:
        """The window is on its way to the screen: open the first manuscript, and a little later get the model ready.

        Where there is no manuscript, what can be begun is shown; a companion that is hidden needs no model yet.
        """
        QTimer.singleShot(0, lambda: self._open_first(first))
        QTimer.singleShot(WARM_UP, self._warm_up)

    def _warm_up(self) -> None:
        if self.settings.choices.view.companion:
            self._companion.warm_up()

    def _open_first(self, first: Callable[[], Path | None]) -> None:
        path = first()
        if path is not None:
            self.open_manuscript(path)
        else:
            self._show_nothing(self.tr("A desk for your novel that knows whose every word is."))

    def open_manuscript(self, path: Path) -> None:
        """Open the manuscript in this folder, in the place of the one that is open."""
        if self._close_manuscript():
            self.bench.open(path)

    def _show_opening(self, path: Path) -> None:
        self.notice.clear()
        self.show_blank()
        self._patience.start()
        self._opening = path.name

    def _show_slow(self) -> None:
        """It takes a while."""
        self.threshold.say(self.tr("Opening {name}…").format(name=self._opening), choices=False)
        self.show_threshold()

    def _show_lingering(self, path: Path) -> None:
        """Only a history that is read as a whole takes so long."""
        said = self.tr(
            "All of the history of {name} is being read, which takes up to a minute for a long novel; after this it "
            "opens at once."
        )
        self.threshold.say(said.format(name=path.name), choices=False)

    def _show_desk(self, desk: Desk) -> None:
        self._patience.stop()
        self.settings.opened(desk.folder.path)
        self.notice.say(self.settings.trouble)
        self.settings.trouble = ""
        self.setWindowTitle(f"{desk.title} — Firsthand")
        self.counts.set_desk(desk)
        self.progress.set_desk(desk)
        self._tell_parts(desk)
        if not desk.read_only and desk.choosing.questions():
            self.computers.ask()
        self.settings.set_manuscript(desk.folder.path, writable=not desk.read_only)
        self.language.set_desk(desk)
        self.binder.set_desk(desk)
        self.arranger.set_desk(desk)
        self.footer.show_reading(desk.read_only)
        self.panel.setEnabled(not desk.read_only)
        self._seals.start()
        self._show_seal()
        entries = [entry.id for entry in desk.folder.outline.kept]
        self.carets = self.settings.carets(desk.folder.outline.id)
        if entries:
            self.open_scene(self.carets.open if self.carets.open in entries else entries[0])
        else:
            self._show_no_scene()
        self._show_what_can_be_done()

    def _show_nothing(self, sentence: str) -> None:
        self._patience.stop()
        self.setWindowTitle("Firsthand")
        self.threshold.say(sentence)
        self.show_threshold(alone=True)
        self._show_what_can_be_done()

    def _close_manuscript(self, leave: Callable[[], None] = lambda: None) -> bool:
        """Close what is open; False if the author keeps it open because not everything could be saved.

        ``leave`` is called as soon as everything is saved.
        """
        if self.bench.desk is None:
            leave()
            return True
        self._take_leave_of_scene()
        self._keep_carets()
        if not self.bench.settle() and not self._closes_anyway():
            self.open_scene(self._scene)
            return False
        leave()
        self.asking.abandon()
        self.panel.clear()
        self._tell_parts(None)
        self.settings.set_manuscript(None)
        self.language.set_desk(None)
        self.show_results(False)
        self.bench.close()
        self._scene = ""
        self._seals.stop()
        self.counts.set_desk(None)
        self.progress.set_desk(None)
        self.binder.set_desk(None)
        self.arranger.set_desk(None)
        self.footer.clear_all()
        self._show_nothing("")
        return True

    def _closes_anyway(self) -> bool:
        from PySide6.QtWidgets import QMessageBox  # no start waits for it

        from firsthand.qt.dialogs import make_default

        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(
            self.tr(
                "The disk did not take everything you wrote. Keep the manuscript open and make room, "
                "or close it and lose what was not saved."
            )
        )
        keep = box.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        make_default(box, keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is not keep

    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        desk = self.bench.desk
        where = desk.folder.path.parent if desk else self.settings.manuscripts_folder
        dialog = QFileDialog(self, self.tr("Open a manuscript’s folder"), str(where))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.open_manuscript(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _new_manuscript(self) -> None:
        from firsthand.qt.dialogs import NewManuscript  # what is seldom wanted is imported then: no start waits for it

        dialog = NewManuscript(self.settings.manuscripts_folder, self)
        dialog.wanted.connect(self._make_manuscript)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_manuscript(self, folder: Path, title: str) -> None:
        if self._close_manuscript():
            self.bench.create(folder, title)

    def _list_recent(self) -> None:
        menu = self.commands.menus["recent"]
        menu.clear()
        for path in self.settings.recent:
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open_manuscript(path))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction(self.tr("No manuscripts yet")).setEnabled(False)

    def _show_folder(self) -> None:
        if self.bench.desk is not None:
            _opened(self.bench.desk.folder.path)

    def _show_report(self, path: Path) -> None:
        if _opened(path):
            said = self.tr("The report opens in your browser; it is {name}, in the manuscript’s folder.")
            self.notice.offer(said.format(name=path.name), self.tr("Show in folder"), self._show_folder)
        else:
            self.notice.say(self.tr("The report is written: {path}. Open it in a browser.").format(path=path))


def _opened(path: Path) -> bool:
    """Have the system open a file or folder; False if it cannot."""
    from PySide6.QtCore import QUrl  # no start waits for it
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
