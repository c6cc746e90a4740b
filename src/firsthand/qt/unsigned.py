"""Tells the author, once on this computer, that the history is not signed because there is no key to sign it with.

The key is asked for when a manuscript opens, on a thread of its own, since a keyring may ask the author to unlock it.
"""

from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from firsthand.desk.author_key import AuthorKey, author_key_soon, not_signed
from firsthand.desk.session import Desk
from firsthand.qt.settings import Settings

SOON = 600
"""Milliseconds after opening until the keyring is asked: importing it would hold back the first words."""


class Unsigned(QObject):
    """Waits for the author's key, and says so if there is none."""

    said = Signal(str)
    """A sentence for the author."""

    _came = Signal(object)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._asked = False
        self._came.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def set_desk(self, desk: Desk) -> None:
        """A manuscript is open."""
        if self._asked or desk.read_only or self._settings.unsigned_said:
            return
        self._asked = True
        QTimer.singleShot(SOON, self, lambda: author_key_soon().add_done_callback(self._tell))

    def _tell(self, answer: Future[AuthorKey]) -> None:
        """On the thread that asked; the window may be gone by then."""
        try:
            self._came.emit(answer.result())
        except RuntimeError:
            return

    def _look(self, key: object) -> None:
        assert isinstance(key, AuthorKey)
        if key.signer is not None:
            return
        self._settings.unsigned_said = True
        why = key.said.removesuffix(not_signed()).strip()
        self.said.emit(
            self.tr(
                "Your history is recorded but not signed: {why} You can go on writing; nothing is lost by it."
            ).format(why=why[:1].lower() + why[1:])
        )
