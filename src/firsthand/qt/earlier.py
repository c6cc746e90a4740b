"""What the window does with the past: opens its list, names a moment, brings a version back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from firsthand.desk.session import Desk, DeskError
from firsthand.provenance import TrackedText
from firsthand.qt.frame import Frame

if TYPE_CHECKING:
    from firsthand.qt.versions import VersionsWindow


class Earlier(QObject):
    """The past of the open manuscript."""

    said = Signal(str)
    """A sentence for the author."""
    changed = Signal(list)
    """Words came back in the scenes of these ids."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self.versions: VersionsWindow | None = None

    def set_desk(self, desk: Desk | None) -> None:
        """This manuscript is open now, or none."""
        if self.versions is not None:
            self.versions.close()
        self._desk = desk

    def show(self, scene: str) -> None:
        """Open the list of versions at a scene."""
        if self._desk is None:
            return
        if self.versions is None:
            from firsthand.qt.versions import VersionsWindow  # no start waits for it

            self.versions = VersionsWindow(self._desk, self._window)
            self.versions.dressed.connect(self._dress)
            self._window.page.look_changed.connect(self.versions.dressed)
            self.versions.page.zoom_requested.connect(self._window.page.zoom_requested)
            self.versions.restore_requested.connect(self._restore)
            self.versions.name_requested.connect(self.name_now)
            self.versions.rename_requested.connect(self._rename)
            self.versions.unname_requested.connect(self._unname)
            self.versions.finished.connect(self._forget)
        self._dress()
        self.versions.show()
        self.versions.raise_()
        self.versions.activateWindow()
        self.versions.open_at(scene)

    def _dress(self) -> None:
        if self.versions is not None:
            self.versions.wear(self._window.theme, self._window.page.look)

    def name_now(self) -> None:
        """Ask for a name for the manuscript as it stands now."""
        self._ask_for_name(self.tr("Name this moment"), "", self._name)

    def _ask_for_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        from firsthand.qt.labels import ask_for  # no start waits for it

        question = self.tr("A name by which you will find it again")
        ask_for(self.versions or self._window, title, question, self.tr("Keep it"), take, now=name)

    def _name(self, name: str) -> None:
        if self._done(lambda desk: desk.versioning.name(name)):
            self.said.emit(self.tr("This moment is kept as “{name}”.").format(name=name))

    def _rename(self, snapshot: str, name: str) -> None:
        def take(new: str) -> None:
            self._done(lambda desk: desk.versioning.rename(snapshot, new))

        self._ask_for_name(self.tr("Rename the version"), name, take)

    def _unname(self, snapshot: str) -> None:
        self._done(lambda desk: desk.versioning.unname(snapshot))

    def _done(self, act: Callable[[Desk], object]) -> bool:
        """Do something with the names; the list is read anew. False if that is refused, which is said."""
        if self._desk is None:
            return False
        try:
            act(self._desk)
        except DeskError as error:
            self.said.emit(str(error))
            return False
        if self.versions is not None:
            self.versions.read()
        return True

    def _restore(self, scene: str, version: TrackedText, within: tuple[int, int] | None) -> None:
        desk = self._desk
        if desk is None:
            return
        try:
            came = desk.versioning.restore(scene, version, within)
        except DeskError as error:
            self.said.emit(str(error))
            return
        title = desk.entry(scene).title
        if came:
            self.changed.emit([scene])
            said = self.tr("“{title}” was brought back; Undo takes that back.")
        else:
            said = self.tr("Nothing in “{title}” differs from that version.")
        self.said.emit(said.format(title=title))

    def _forget(self) -> None:
        if self.versions is not None:
            self.versions.deleteLater()
            self.versions = None
