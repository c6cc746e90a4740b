"""The menus of status and label: what can be put on the scenes that are chosen in the binder, and what stands there.

What is chosen, and the way to the desk, are the `Arranger`'s.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from firsthand.desk.arranging import Arranging
from firsthand.desk.session import Desk
from firsthand.manuscript import STATUSES, Entry
from firsthand.qt.actions import Actions
from firsthand.qt.binder import Binder
from firsthand.qt.theme import Theme
from firsthand.qt.wording import status_word


class Marking(QObject):
    """Fills the two menus whenever they are opened, and has what is taken there done by ``act``.

    ``chosen`` gives the ids of the rows that a wish is about.
    """

    def __init__(
        self,
        binder: Binder,
        commands: Actions,
        chosen: Callable[[], list[str]],
        act: Callable[[Callable[[Arranging], object]], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._binder = binder
        self._menus = commands.menus
        self._chosen = chosen
        self._act = act
        self._window = parent
        self._desk: Desk | None = None
        self._theme: Callable[[], Theme] | None = None
        self._menus["status"].aboutToShow.connect(self._list_statuses)
        self._menus["label"].aboutToShow.connect(self._list_labels)

    def set_desk(self, desk: Desk | None) -> None:
        """Mark scenes of this manuscript from now on."""
        self._desk = desk

    def set_theme(self, theme: Callable[[], Theme]) -> None:
        """Where the colours of the window are to be asked for."""
        self._theme = theme

    def _list_statuses(self) -> None:
        menu, entries = self._menus["status"], self._entries()
        used = [e.status for e in self._desk.folder.outline.entries if e.status] if self._desk else []
        words = list(dict.fromkeys((*STATUSES, *sorted(set(used) - set(STATUSES)))))
        menu.clear()
        for status in ("", *words):
            action = menu.addAction(status_word(status).replace("&", "&&") if status else self.tr("&None"))
            _show_chosen(action, [e.status == status for e in entries])
            action.triggered.connect(lambda _=False, status=status: self._mark(status=status))
        menu.addSeparator()
        menu.addAction(self.tr("&Another word…")).triggered.connect(self._ask_for_status)

    def _list_labels(self) -> None:
        from firsthand.qt.labels import swatch

        menu, entries = self._menus["label"], self._entries()
        labels = self._desk.folder.outline.label if self._desk else ()
        known = {label.name for label in labels}
        loose = sorted({e.label for e in self._desk.folder.outline.entries if e.label} - known) if self._desk else []
        menu.clear()
        for name in ("", *(label.name for label in labels), *loose):
            action = menu.addAction(name.replace("&", "&&") if name else self.tr("&None"))
            if name and self._theme is not None:
                action.setIcon(swatch(self._theme().label(self._binder.model.colour(name))))
            _show_chosen(action, [e.label == name for e in entries])
            action.triggered.connect(lambda _=False, name=name: self._mark(label=name))
        menu.addSeparator()
        menu.addAction(self.tr("Ne&w label…")).triggered.connect(self._new_label)

    def _entries(self) -> list[Entry]:
        rows = self._binder.model.rows.by_id
        nodes = [rows[id_] for id_ in self._chosen() if id_ in rows]
        scenes = [scene for node in nodes for scene in ([node] if node.entry is not None else node.scenes())]
        return [node.entry for node in scenes if node.entry is not None]

    def _mark(self, status: str | None = None, label: str | None = None) -> None:
        ids = self._chosen()
        self._act(lambda order: order.mark(ids, status, label))

    def _ask_for_status(self) -> None:
        from firsthand.qt.labels import ask_for  # no start waits for it

        word, take = self.tr("Your word for it"), self.tr("Use it")
        ask_for(self._window, self.tr("Status"), word, take, lambda word: self._mark(status=word))

    def _new_label(self) -> None:
        ids = self._chosen()
        theme = self._theme() if self._theme is not None else None
        from firsthand.qt.labels import LabelDialog

        dialog = LabelDialog(theme, self._window)
        dialog.wanted.connect(lambda name, colour: self._act(lambda order: order.add_label(name, colour, ids)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _show_chosen(action: QAction, same: list[bool]) -> None:
    """Tick what all the chosen scenes have; nothing can be taken where none is chosen."""
    action.setCheckable(True)
    action.setChecked(bool(same) and all(same))
    action.setEnabled(bool(same))
