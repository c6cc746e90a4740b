"""What the author does with the order of the novel, from the binder's wishes and the menu to the desk and back.

The desk does it (`desk.arranging`); here is what of it is chosen, what is shown afterwards, and what is asked or said.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from firsthand.desk.arranging import Arranging
from firsthand.desk.session import Desk, DeskError
from firsthand.manuscript import Entry
from firsthand.qt.actions import Actions
from firsthand.qt.binder import Binder
from firsthand.qt.binder_tree import RowKind
from firsthand.qt.marking import Marking
from firsthand.qt.notice import Notice
from firsthand.qt.page import Page
from firsthand.qt.theme import Theme

_CHANGES = ("move_up", "move_down", "new_novel_part", "split_scene", "join_scenes", "to_bin", "restore", "empty_bin")
_MENU = ("rename", "new_scene", "new_chapter", "move_up", "move_down", "join_scenes")


class Arranger(QObject):
    """Carries wishes about the order of one window's manuscript to its desk."""

    open_requested = Signal(str, int)
    """A scene is to be on the page with the caret at this place (UTF-16 units), or where it was (-1)."""
    arranged = Signal()
    """The order, a title or the words of scenes have changed."""
    nothing_left = Signal()
    """No scene or note is left that could be on the page."""

    def __init__(self, binder: Binder, commands: Actions, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._binder = binder
        self._commands = commands
        self._notice = notice
        self._window = parent
        self._desk: Desk | None = None
        self._scene = ""
        self._caret: Callable[[], int] = lambda: 0
        self._marking = Marking(binder, commands, self._chosen, self._act, parent)
        self._connect()

    def _connect(self) -> None:
        binder, commands = self._binder, self._commands
        binder.rename_requested.connect(lambda id_, title: self._act(lambda order: order.rename(id_, title)))
        binder.move_requested.connect(self._moved)
        binder.wished.connect(self._wish)
        binder.menu_requested.connect(self._show_menu)
        binder.view.selectionModel().selectionChanged.connect(self.show_what_can_be_done)
        wishes: dict[str, Callable[[], object]] = {
            "new_scene": self.new_scene,
            "new_note": self.new_note,
            "new_chapter": self.new_chapter,
            "rename": binder.rename_current,
            "move_up": lambda: self._shift(-1),
            "move_down": lambda: self._shift(1),
            "new_novel_part": self.new_part,
            "split_scene": self.split,
            "join_scenes": self.join,
            "to_bin": self.to_bin,
            "restore": self.restore,
            "empty_bin": self.empty_bin,
            "undo_order": self.undo,
            "redo_order": self.redo,
            "filter_binder": binder.open_filter,
        }
        for name, wish in wishes.items():
            commands[name].triggered.connect(lambda _=False, wish=wish: wish())

    def set_desk(self, desk: Desk | None) -> None:
        """Arrange this manuscript from now on."""
        self._desk, self._scene = desk, ""
        self._marking.set_desk(desk)
        self._notice.withdraw()
        self.show_what_can_be_done()

    def set_page(self, caret: Callable[[], int], theme: Callable[[], Theme]) -> None:
        """Where the caret on the page is, and the colours of the window."""
        self._caret = caret
        self._marking.set_theme(theme)

    def set_open(self, scene: str) -> None:
        """This scene is on the page."""
        self._scene = scene
        self.show_what_can_be_done()

    # -- what is new

    def new_scene(self) -> None:
        """A new scene behind the one on the page, its title to be written."""
        where = self._where()
        self._add(lambda order: order.add_scene(self.tr("Untitled scene"), where))

    def new_note(self) -> None:
        """A new note, its title to be written."""
        self._add(lambda order: order.add_note(self.tr("Untitled note")))

    def new_chapter(self) -> None:
        """Ask for a chapter's title, and make it with an empty scene."""
        self._ask_for(self.tr("New chapter"), self._make_chapter)

    def new_part(self) -> None:
        """Ask for a part's title, and make it of the chosen chapters."""
        self._ask_for(self.tr("New part of the novel"), self._make_part)

    def _ask_for(self, what: str, make: Callable[[str], None]) -> None:
        from firsthand.qt.labels import ask_for

        ask_for(self._window, what, self.tr("Its title"), self.tr("Make it"), make)

    def _make_chapter(self, title: str) -> None:
        where = self._where()

        def add(order: Arranging) -> Entry:
            return order.add_chapter(title, where, self.tr("Untitled scene")).scene[0]

        self._add(add)

    def _make_part(self, title: str) -> None:
        rows = self._binder.model.rows.by_id
        chosen = [id_ for id_ in self._chosen() if id_ in rows and rows[id_].kind is RowKind.CHAPTER]
        self._act(lambda order: order.add_part(title, chosen))

    def _add(self, add: Callable[[Arranging], Entry]) -> None:
        made: list[Entry] = []
        if self._act(lambda order: made.append(add(order))):
            self.open_requested.emit(made[0].id, 0)
            self._binder.rename_at(made[0].id)

    def _where(self) -> str:
        """What a new scene or chapter is put behind: the current row if the binder has the keyboard, or the page's."""
        here = self._binder.view.hasFocus()
        chosen = self._binder.view.chosen()[-1:] if here else []
        return chosen[0] if chosen else self._scene

    # -- order

    def _moved(self, ids: list[str], home: str, before: str) -> None:
        if self._act(lambda order: order.move(ids, home, before)):
            self._binder.show_chosen(ids)
            self._leave_bin()

    def _shift(self, step: int) -> None:
        ids = self._chosen()
        if self._act(lambda order: order.shift(ids, step)):
            self._binder.show_chosen(ids)

    def to_bin(self) -> None:
        """Put what is chosen into the bin, and offer to take that back."""
        ids, went = self._chosen(), [0]
        beside = self._beside(ids)

        def act(order: Arranging) -> None:
            went[0] = order.bin(ids)

        if not self._act(act):
            return
        self._leave_bin(beside)
        self._binder.show_chosen([beside or self._scene])
        said = self.tr("%Ln scene(s) or note(s) moved to the bin; nothing is deleted.", "", went[0])
        self._offer(said if went[0] else self.tr("What was empty is gone."))

    def restore(self) -> None:
        """Put what is chosen back from the bin to where it was."""
        ids = self._chosen()
        if self._act(lambda order: order.restore(ids)):
            self._binder.show_chosen(ids)

    def empty_bin(self) -> None:
        """Ask, then take everything out of the bin; the files go to the system's own bin."""
        count = len(self._desk.folder.outline.bin) if self._desk else 0
        from PySide6.QtWidgets import QMessageBox  # no start waits for it

        from firsthand.qt.dialogs import make_default

        box = QMessageBox(self._window)
        box.setText(self.tr("Empty the bin with its %Ln scene(s) or note(s)?", "", count))
        box.setInformativeText(
            self.tr("Their files go to the system’s own bin, and every word stays in the manuscript’s history.")
        )
        empty = box.addButton(self.tr("Empty the bin"), QMessageBox.ButtonRole.AcceptRole)
        make_default(box, box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        if box.clickedButton() is empty:
            self._act(self._empty)

    def _empty(self, order: Arranging) -> None:
        from PySide6.QtCore import QFile  # no start waits for it

        left = [file.name for file in order.empty_bin() if not bool(QFile.moveToTrash(str(file)))]
        self._leave_bin()
        if left:
            said = self.tr("The system has no bin for {name}, so it stays in the manuscript’s folder “bin”.")
            self._notice.say(said.format(name=left[0] if len(left) == 1 else self.tr("%Ln file(s)", "", len(left))))

    def _offer(self, sentence: str) -> None:
        """Say what was done, and offer to take back that and nothing else."""
        order = self._desk.arranging if self._desk else None
        latest = order.latest if order is not None else None

        def take_back() -> None:
            if self._desk is not None and self._desk.arranging is order and order.latest is latest:
                self.undo()

        self._notice.offer(sentence, self.tr("Undo"), take_back)

    # -- dividing and putting together

    def split(self) -> None:
        """Divide the scene on the page at the caret; the page goes to the new one's beginning."""
        scene, at, made = self._scene, self._caret(), [""]
        desk = self._desk
        if desk is None or scene not in desk.folder.outline.by_id:
            return
        title = self.tr("{title}, continued").format(title=desk.entry(scene).title)

        def act(order: Arranging) -> None:
            made[0] = order.split(scene, at, title).id

        if self._act(act):
            self.open_requested.emit(made[0], 0)

    def join(self) -> None:
        """Put the chosen scenes together, or the one on the page and the next; the caret stands where they meet."""
        ids = self._chosen()
        entries = self._desk.folder.outline.by_id if self._desk else {}
        ids = ids if len(ids) > 1 or ids[0] in entries else [self._scene]
        met = [("", 0)]

        def act(order: Arranging) -> None:
            met[0] = order.join(ids)

        if self._act(act):
            self.open_requested.emit(*met[0])
            self._offer(self.tr("The scenes are one now."))

    # -- taking back

    def undo(self) -> None:
        """Take back the last change of the order."""
        self._turn(Arranging.undo, back=True)

    def redo(self) -> None:
        """Make again what was last taken back."""
        self._turn(Arranging.redo, back=False)

    def undo_on(self, page: Page) -> None:
        """Undo on the page: if the last act moved words from or into its scene, all of that is taken back."""
        order = self._desk.arranging if self._desk else None
        if order is not None and order.carried_last(self._scene):
            self.undo()
        else:
            page.undo()

    def redo_on(self, page: Page) -> None:
        """Redo on the page, likewise."""
        order = self._desk.arranging if self._desk else None
        if order is not None and order.carried_back_last(self._scene):
            self.redo()
        else:
            page.redo()

    def _turn(self, turn: Callable[[Arranging], bool], *, back: bool) -> None:
        scene, carried = self._scene, self._desk.arranging.carried(back=back) if self._desk else []
        before = self._kept()
        if self._act(turn):
            came = [id_ for id_ in self._kept() if id_ not in before]
            self._leave_bin(*carried)
            if came:
                self._binder.show_chosen(came)
            elif self._scene == scene in self._kept() and not self._binder.view.hasFocus():
                self._binder.show_chosen([scene])

    def _kept(self) -> dict[str, None]:
        """The scenes and notes that are not in the bin, in their order."""
        return {entry.id: None for entry in self._desk.folder.outline.kept} if self._desk else {}

    # -- what is chosen, and what can be done with it

    def _chosen(self) -> list[str]:
        """What a wish is about: the chosen rows, if the binder has the keyboard or they are several; or the page's."""
        chosen = self._binder.view.chosen()
        here = self._binder.view.hasFocus() or self._binder.filter.hasFocus() or len(chosen) > 1
        return chosen if here or not self._scene else [self._scene]

    def _wish(self, wish: str) -> None:
        wishes = {"up": "move_up", "down": "move_down", "bin": "to_bin", "undo": "undo_order", "redo": "redo_order"}
        kinds = {entry.kind for entry in map(self._binder.model.rows.by_id.get, self._chosen()) if entry is not None}
        if wish == "bin" and kinds == {RowKind.BIN}:
            wishes["bin"] = "empty_bin"
        self.show_what_can_be_done()
        self._commands[wishes[wish]].trigger()

    def _show_menu(self, place: QPoint) -> None:
        self.show_what_can_be_done()
        menu = QMenu(self._window)
        menu.addActions([self._commands[name] for name in _MENU])
        menu.addSeparator()
        menu.addActions([self._commands.menus[name].menuAction() for name in ("status", "label")])
        menu.addSeparator()
        menu.addActions([self._commands[name] for name in ("to_bin", "restore", "empty_bin")])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def show_what_can_be_done(self) -> None:
        """Make the actions available that can be done now."""
        desk, commands = self._desk, self._commands
        writable = desk is not None and not desk.read_only
        commands.enable(writable, *_CHANGES)
        commands.enable(desk is not None, "filter_binder")
        commands.enable(writable and desk is not None and desk.arranging.can_undo, "undo_order")
        commands.enable(writable and desk is not None and desk.arranging.can_redo, "redo_order")
        for name in ("status", "label"):
            commands.menus[name].setEnabled(writable)
        if desk is None or not writable:
            return
        rows = [node for id_ in self._chosen() if (node := self._binder.model.rows.by_id.get(id_)) is not None]
        binned = [node for node in rows if node.kind is RowKind.BINNED]
        own = [node for node in rows if node.kind not in (RowKind.BIN, RowKind.NOTES, RowKind.BINNED)]
        commands.enable(bool(binned), "restore")
        commands.enable(bool(own), "to_bin", "move_up", "move_down")
        commands.enable(bool(desk.folder.outline.bin), "empty_bin")
        kept = any(entry.id == self._scene for entry in desk.folder.outline.kept)
        commands.enable(kept, "split_scene")
        several = len(rows) > 1
        commands["join_scenes"].setText(
            self.tr("&Join the scenes") if several else self.tr("&Join with the next scene")
        )
        commands.enable(kept or several, "join_scenes")

    # -- what comes of it

    def _act(self, act: Callable[[Arranging], object]) -> bool:
        """Do something with the order and show what came of it; False if that was refused."""
        desk = self._desk
        if desk is None:
            return False
        self._notice.withdraw()
        try:
            act(desk.arranging)
        except DeskError as error:
            self._notice.say(str(error))
            return False
        self._binder.refresh(desk)
        self.arranged.emit()
        self.show_what_can_be_done()
        return True

    def _beside(self, ids: list[str]) -> str:
        """The scene to go to when these are gone: the next one, or the one before."""
        rows = self._binder.model.rows
        gone = {scene.id for id_ in ids if id_ in rows.by_id for scene in rows.by_id[id_].scenes()} | set(ids)
        kept = [e.id for e in self._desk.folder.outline.kept] if self._desk else []
        places = [n for n, id_ in enumerate(kept) if id_ in gone]
        after = [id_ for id_ in kept[places[0] :] if id_ not in gone] if places else kept
        before = [id_ for id_ in kept[: places[0]] if id_ not in gone] if places else []
        return (after or before[::-1] or [""])[0]

    def _leave_bin(self, *beside: str) -> None:
        """If what is on the page went into the bin or is gone, show the first of these that is there, or another."""
        outline = self._desk.folder.outline if self._desk else None
        kept = [entry.id for entry in outline.kept] if outline is not None else []
        if self._scene in kept:
            return
        here = self._binder.view.hasFocus()
        if kept:
            self.open_requested.emit(next((id_ for id_ in beside if id_ in kept), kept[0]), -1)
        else:
            self.nothing_left.emit()
        if here:
            self._binder.view.setFocus()
