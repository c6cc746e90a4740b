"""What keeps a manuscript safe and gets one onto the desk: backups, recovery, recent manuscripts, importing a text.

Shows no part of the window by itself but the threshold; it listens to the workbench and tells the window, by signals,
which manuscript to open and what to say.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from firsthand.desk.places import recent_file
from firsthand.desk.recent import Known, look, remember
from firsthand.desk.session import Desk
from firsthand.manuscript import ManuscriptError
from firsthand.manuscript.names import stem
from firsthand.qt.counts import Counts
from firsthand.qt.jobs import Job
from firsthand.qt.settings import Settings
from firsthand.qt.workbench import Workbench

if TYPE_CHECKING:
    from firsthand.desk.backup_file import Backup
    from firsthand.qt.recovery import Recovery
    from firsthand.qt.threshold import Threshold


class Care(QObject):
    """Looks after the manuscript that is open, and after those that were."""

    said = Signal(str)
    """A sentence for the author."""
    open_requested = Signal(object)
    """The Path of a manuscript that is to be opened."""

    def __init__(self, bench: Workbench, counts: Counts, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._counts = bench, counts
        self._threshold: Threshold | None = None
        self._settings, self._window = settings, window
        self._open: Path | None = None
        self._known: Known | None = None
        self._id = ""
        self._refused: Path | None = None
        self._backing = False
        self._told = False
        self._recovery: Recovery | None = None
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._back_up)
        settings.changed.connect(self._keep_time)
        bench.opening.connect(self._opening)
        bench.opened.connect(self._opened)
        bench.refused.connect(self._was_refused)
        bench.closed.connect(self._closed)
        counts.settled.connect(self._counted)

    def serve(self, threshold: "Threshold") -> None:
        """List recent manuscripts on this threshold from now on, and do what is wished there."""
        self._threshold = threshold
        threshold.recent.chosen.connect(self.open_requested)
        threshold.recent.forget_requested.connect(self._forget)
        self.show_recents()

    # -- what is open

    def _opening(self, path: Path) -> None:
        self._refused = path

    def _was_refused(self, _sentence: str) -> None:
        self.show_recents()

    def _opened(self, desk: Desk) -> None:
        self._refused = None
        self._open, self._id = desk.folder.path, desk.folder.outline.id
        self._keep_time()
        if not desk.read_only:
            self._clock.start()

    def _keep_time(self) -> None:
        """Go by how often a backup is wished; what has run of the time begins anew only where that is another."""
        every = self._settings.choices.backups.minutes * 60_000
        if self._clock.interval() != every:
            self._clock.setInterval(every)

    def _counted(self) -> None:
        desk, total = self._bench.desk, self._counts.total()
        if desk is not None and total is not None:
            self._known = Known(desk.title, total.words, time.time_ns() // 1_000_000)

    def _closed(self) -> None:
        """The last words are on disk: this is what a backup should hold."""
        self._clock.stop()
        if self._open is not None and self._known is not None:
            remember(recent_file(), self._open, self._known)
        self._back_up()
        self._open = self._known = None
        self.show_recents()

    # -- backups

    @property
    def folder(self) -> Path:
        """Where backups go."""
        return self._settings.backups_folder

    def _back_up(self, tell: bool = False) -> None:
        """Make a backup on another thread, unless one is being made."""
        if self._open is None or self._backing:
            return
        from firsthand.desk.backing_up import back_up  # no start waits for it
        from firsthand.desk.backup_file import BackupError

        self._backing = True
        manuscript, into = self._open, self.folder / stem(self._id)
        done = partial(self._backed_up, tell)
        Job(self, lambda: back_up(manuscript, into), BackupError, done, self._not_backed_up).start()

    def _backed_up(self, tell: bool, made: "Backup | None") -> None:
        self._backing, self._told = False, False
        if not tell or self._recovery is None:
            return
        if made is None:
            self._recovery.say(self.tr("Nothing has changed since the latest backup."))
        else:
            self._look_for_backups()

    def _not_backed_up(self, sentence: str) -> None:
        self._backing = False
        if self._recovery is not None:
            self._recovery.say(sentence)
        elif not self._told:
            self._told = True
            self.said.emit(sentence)

    # -- recovery

    def show_backups(self) -> None:
        """List the backups of the manuscript that is open, or could not be opened; else of all."""
        from firsthand.qt.recovery import Recovery

        desk = self._bench.desk
        title = desk.title if desk is not None else self._refused.name if self._refused is not None else ""
        self._recovery = recovery = Recovery(title, self.folder, self._window)
        recovery.make_button.setEnabled(desk is not None)
        recovery.copy_requested.connect(self._restore)
        recovery.make_requested.connect(lambda: self._back_up(tell=True))
        recovery.finished.connect(self._put_away)
        recovery.open()
        self._look_for_backups()

    def _put_away(self) -> None:
        if self._recovery is not None:
            self._recovery.deleteLater()
        self._recovery = None

    def _look_for_backups(self) -> None:
        from firsthand.desk.backing_up import backups
        from firsthand.desk.backup_file import BackupError

        folder = self.folder
        Job(self, lambda: backups(folder), BackupError, self._found).start()

    def _found(self, found: "list[Backup]") -> None:
        if self._recovery is None:
            return
        own = [one for one in found if self._is_own(one)]
        self._recovery.say("" if found else self.tr("There are no backups yet."))
        self._recovery.show_backups(own or found)
        if found and not own and self._bench.desk is not None:
            self._recovery.say(self.tr("There is no backup of this manuscript yet; these are of others."))

    def _is_own(self, backup: "Backup") -> bool:
        if self._bench.desk is not None:
            return backup.account.manuscript == self._bench.desk.folder.outline.id
        return self._refused is None or backup.account.place == str(self._refused.resolve())

    def _restore(self, backup: "Backup") -> None:
        from firsthand.desk.backing_up import restore_copy
        from firsthand.desk.backup_file import BackupError

        beside = Path(backup.account.place).parent
        beside = beside if beside.is_dir() else self._settings.manuscripts_folder
        Job(self, lambda: restore_copy(backup, beside), BackupError, self._restored, self._not_restored).start()

    def _restored(self, path: Path) -> None:
        if self._recovery is not None:
            self._recovery.accept()
        self.open_requested.emit(path)
        self.said.emit(
            self.tr("This is a copy of a backup, in {folder}. The manuscript itself was not touched.").format(
                folder=path
            )
        )

    def _not_restored(self, sentence: str) -> None:
        if self._recovery is not None:
            self._recovery.say(sentence)
            self._recovery.open_button.setEnabled(True)

    # -- what was open, and what can be begun

    def show_recents(self) -> None:
        """Look what is known of the recent manuscripts, and list them on the threshold, if there is one."""
        if self._threshold is None:
            return
        file, paths = recent_file(), self._settings.recent
        Job(self, lambda: look(file, paths), ManuscriptError, self._threshold.show_recents).start()

    def _forget(self, path: Path) -> None:
        self._settings.forget(path)
        self.show_recents()

    def open_sample(self) -> None:
        """Open the sample novel; it is put into its place if it is not there."""
        from firsthand.desk.sample import NAME, sample_novel

        self._later(lambda: sample_novel(self._settings.manuscripts_folder / NAME))

    def _later(self, make: Callable[[], Path]) -> None:
        Job(self, make, ManuscriptError, self.open_requested.emit, self.said.emit).start()

    def import_text(self) -> None:
        """Choose text files, look at what they would become, and open that."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("Import a text"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Text and Markdown (*.txt *.md *.markdown *.text)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda files: self.preview([Path(file) for file in files]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def preview(self, paths: list[Path]) -> None:
        """Show what text files would become."""
        from firsthand.qt.text_import import TextImport

        dialog = TextImport(paths, self._settings.manuscripts_folder, self._window)
        dialog.made.connect(self.open_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
