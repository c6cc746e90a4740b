"""The window of earlier versions: a list of them, the one that is chosen on a page, and what can be done with it.

The page is the writer's own, read-only, with whose its words are; it shows the version as it stood, or what changed
since. All that is read or counted is read on another thread; a wish that comes while something is read stands in the
place of the one before.
"""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from firsthand.desk.draft import Draft
from firsthand.desk.past import Amount, Comparison, Past, Row, paragraphs
from firsthand.desk.session import Desk
from firsthand.desk.settings import Focus
from firsthand.history import HistoryError, SceneState
from firsthand.provenance import TrackedText
from firsthand.provenance.recognition import Recogniser
from firsthand.qt.difference_layer import DifferenceLayer
from firsthand.qt.flow import Flow
from firsthand.qt.guard import guarded
from firsthand.qt.jobs import Job
from firsthand.qt.links import Button, LinkButton
from firsthand.qt.page import Page
from firsthand.qt.page_sizes import Look
from firsthand.qt.style import fit
from firsthand.qt.theme import Theme
from firsthand.qt.versions_list import Role, SceneChoice, VersionDelegate, VersionsModel, day_and_time
from firsthand.qt.wording import number

_LIST = 300


class VersionsWindow(QDialog):
    """The earlier versions of one scene, or of all of them."""

    restore_requested = Signal(str, object, object)
    """A version is to be brought back: its scene, its text, and from where to where, or None for all of it."""
    name_requested = Signal()
    """The author wants to name the manuscript as it stands now."""
    rename_requested = Signal(str, str)
    """The id of a named version, and its name as it is."""
    unname_requested = Signal(str)
    """The name of the version of this id is to go."""
    dressed = Signal()
    """The program wears other colours."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._past: Past | None = None
        self._asked = 0  # what was asked for last: answers to anything before are passed over
        self._chosen: Row | None = None
        self._version: TrackedText | None = None
        self._comparison: Comparison | None = None
        self.scenes = SceneChoice(self)
        self.model = VersionsModel(self)
        self.view = QListView(self)
        self._delegate = VersionDelegate(self.view)
        self.said = QLabel(self)
        self.as_it_stood = QToolButton(self)
        self.changes = QToolButton(self)
        self.page = Page(self)
        self._layer = DifferenceLayer()
        self.name_now = LinkButton(self.tr("Name this moment…"), self)
        self.rename = LinkButton(self.tr("Rename…"), self, quiet=True)
        self.unname = LinkButton(self.tr("Remove the name"), self, quiet=True)
        self.restore = Button(self.tr("Bring this version back"), self)
        self.restore_part = Button(self.tr("Bring this paragraph back"), self)
        self._prepare()
        self._arrange()
        self._connect()
        fit(self, 1080, 700)

    # -- how it is built

    def _prepare(self) -> None:
        self.setWindowTitle(self.tr("Earlier versions"))
        self.view.setObjectName("found")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("Versions"))
        self.view.setAccessibleDescription(self.tr("Arrow keys choose a version; the page shows it."))
        self.scenes.setAccessibleName(self.tr("Versions of"))
        self.said.setProperty("part", "small")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        group = QButtonGroup(self)
        for chip, text in ((self.as_it_stood, self.tr("As it stood")), (self.changes, self.tr("What changed since"))):
            chip.setText(text)
            chip.setProperty("part", "chip")
            chip.setCheckable(True)
            group.addButton(chip)
        self.as_it_stood.setChecked(True)
        self.page.layers.append(self._layer)
        titles = [(entry.title, entry.id) for entry in self._desk.folder.outline.entries]
        self.scenes.addItem(self.tr("All scenes and notes"), "")
        for title, scene in titles:
            self.scenes.addItem(title, scene)

    def _arrange(self) -> None:
        above, chips, below, names = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QWidget(self)
        above.setContentsMargins(18, 12, 18, 10)
        above.setSpacing(8)
        chips.setSpacing(7)
        chips.addWidget(self.as_it_stood)
        chips.addWidget(self.changes)
        chips.addStretch(1)
        above.addLayout(chips)
        above.addWidget(self.said)
        below.setContentsMargins(18, 10, 18, 12)
        below.setSpacing(7)
        below.addStretch(1)
        below.addWidget(self.restore_part)
        below.addWidget(self.restore)
        flow = Flow(6, parent=names)
        for link in (self.name_now, self.rename, self.unname):
            flow.addWidget(link)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(above)
        left.addWidget(self.page, 1)
        left.addLayout(below)
        right.setContentsMargins(14, 12, 14, 12)
        right.setSpacing(8)
        right.addWidget(self.scenes)
        right.addWidget(self.view, 1)
        right.addWidget(names)
        self.view.setFixedWidth(_LIST)
        self.scenes.setFixedWidth(_LIST)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 1)
        layout.addLayout(right)
        self.setTabOrder(self.scenes, self.view)
        self.setTabOrder(self.view, self.as_it_stood)
        self.setTabOrder(self.as_it_stood, self.changes)
        self.setTabOrder(self.changes, self.page)

    def _connect(self) -> None:
        self.scenes.currentIndexChanged.connect(lambda _: self._list())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.as_it_stood.toggled.connect(lambda _: self._show())
        self.page.cursorPositionChanged.connect(self._show_what_can_be_done)
        self.name_now.clicked.connect(self.name_requested)
        self.rename.clicked.connect(self._ask_to_rename)
        self.unname.clicked.connect(self._ask_to_unname)
        self.restore.clicked.connect(lambda: self._ask_to_restore(None))
        self.restore_part.clicked.connect(self._ask_to_restore_part)

        self.finished.connect(self._leave)

    def _leave(self) -> None:
        """Whatever is still being worked out is wanted no more."""
        self._asked += 1
        self._past = None

    # -- what the window asks of it

    def wear(self, theme: Theme, look: Look) -> None:
        """Wear these colours, with a page like the writer's; whose its words are is always shown."""
        self.page.set_look(replace(look, focus=Focus.ALL, typewriter=False, tint=True, bars=True))
        self._delegate.theme = theme
        self._layer.set_theme(theme)
        self.page.set_theme(theme)
        self.view.viewport().update()

    def open_at(self, scene: str) -> None:
        """Show the versions of a scene, read anew."""
        place = max(0, self.scenes.findData(scene))
        self.scenes.blockSignals(True)
        self.scenes.setCurrentIndex(place)
        self.scenes.blockSignals(False)
        self.read()
        self.view.setFocus()

    def read(self) -> None:
        """Read the history anew, and show what is shown as it is then."""
        self._say(self.tr("Reading the history…"))
        self._ask(lambda: Past(self._desk.versioning.read()), self._take)

    # -- reading

    def _ask(self, work: Callable[[], object], take: Callable[[object], None]) -> None:
        """Have something worked out on another thread, and taken if nothing else is wanted by then."""
        self._asked += 1
        Job(self, work, HistoryError, partial(self._took, self._asked, take), self._say).start()

    def _took(self, asked: int, take: Callable[[object], None], found: object) -> None:
        if asked == self._asked:
            take(found)

    def _take(self, past: object) -> None:
        assert isinstance(past, Past)
        self._past = past
        self._list()

    def _list(self) -> None:
        past, wanted = self._past, str(self.scenes.currentData())
        if past is None:
            return
        entries = [wanted] if wanted else [entry.id for entry in self._desk.folder.outline.entries]
        self._ask(lambda: past.rows(entries), self._show_rows)

    def _show_rows(self, rows: object) -> None:
        assert isinstance(rows, list)
        chosen, past = self._chosen, self._past
        all_of_them = not self.scenes.currentData()
        titles = {entry.id: entry.title for entry in self._desk.folder.outline.entries} if all_of_them else {}
        self.model.show_rows(rows, titles)
        place = self.model.place(chosen.scene, chosen.number) if chosen else self.model.place("", 0)
        if past is not None and rows:
            self._count(past, rows)
        if place.isValid():
            self.view.setCurrentIndex(place)
            self.view.scrollTo(place)
        else:
            self._show_nothing()
        self._show_what_can_be_done()

    def _show_nothing(self) -> None:
        self._chosen = self._version = self._comparison = None
        self._layer.marks = ()
        entries = [entry.id for entry in self._desk.folder.outline.entries]
        shown = str(self.scenes.currentData()) or next(iter(entries), "")
        self.page.set_draft(self._draft(shown, TrackedText()) if shown in entries else None)
        self.page.setReadOnly(True)
        self._say(self.tr("Nothing is recorded here yet. What you write from now on can be brought back."))

    def _count(self, past: Past, rows: list[Row]) -> None:
        Job(self, lambda: past.amounts(rows), HistoryError, partial(self._counted, past, rows)).start()

    def _counted(self, past: Past, rows: list[Row], found: dict[tuple[str, int], Amount]) -> None:
        if past is self._past and rows and self.model.holds(rows[0]):
            self.model.show_amounts(found)

    def _choose(self) -> None:
        row = self.view.currentIndex().data(Role.ROW)
        if isinstance(row, Row):
            self._chosen = row
            self._show()

    # -- showing

    def _show(self) -> None:
        """Have the chosen version shown, as it stood or with what changed since."""
        past, row = self._past, self._chosen
        if past is None or row is None:
            return
        stands = self._desk.replay.scene(row.scene).text
        now = TrackedText(stands.text, stands.runs())
        compared = self.changes.isChecked()

        def work() -> object:
            version = past.version(row.scene, row.number)
            return version, Comparison(version, now) if compared else None, Amount.of(version)

        self._ask(work, self._show_version)

    def _show_version(self, found: object) -> None:
        assert isinstance(found, tuple)
        row, old = self._chosen, self._version
        self._version, self._comparison, amount = found
        if row is None or self._version is None:
            return
        shown = self._comparison.text if self._comparison else self._version
        self._layer.marks = self._comparison.marks if self._comparison else ()
        top = self.page.verticalScrollBar().value() if old is not None else 0
        self.page.set_draft(self._draft(row.scene, shown))
        self.page.setReadOnly(True)
        self.page.verticalScrollBar().setValue(top)
        self._say(self._about(row, amount))
        self._show_what_can_be_done()

    def _draft(self, scene: str, text: TrackedText) -> Draft:
        """A draft that nobody writes in."""
        live, state = self._desk.draft(scene), SceneState(scene)
        state.text, state.insertions = text, list(live.state.insertions)
        draft = Draft(live.entry, state, _ignore_change, _ignore_words, lambda: 0, Recogniser())
        draft.carrier = live.carrier
        return draft

    def _about(self, row: Row, amount: Amount) -> str:
        said = self.tr("%Ln word(s)", "", amount.all)
        said += " · " + self.tr("{own} yours, {model} a model’s").format(
            own=number(amount.own), model=number(amount.model)
        )
        if self._comparison is not None and not self._comparison.marks:
            said += " · " + self.tr("the scene stands like this now")
        elif self._comparison is not None:
            said += " · " + self.tr("struck through: gone since; underlined: come since")
        return f"{day_and_time(row.when)} · {said}"

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)

    def _show_what_can_be_done(self) -> None:
        row, writable = self._chosen, not self._desk.read_only
        some = row is not None and self._version is not None
        self.restore.setEnabled(some and writable)
        self.restore_part.setEnabled(some and writable and self._version is not None and len(self._version) > 0)
        many = self.page.textCursor().hasSelection()
        self.restore_part.setText(
            self.tr("Bring these paragraphs back") if many else self.tr("Bring this paragraph back")
        )
        named = row is not None and bool(row.snapshots)
        for link in (self.rename, self.unname):
            link.setVisible(named)
            link.setEnabled(writable)
        self.name_now.setEnabled(writable)

    # -- wishes

    def _ask_to_restore(self, within: tuple[int, int] | None) -> None:
        if self._chosen is not None and self._version is not None:
            self.restore_requested.emit(self._chosen.scene, self._version, within)
            self._show()

    def _ask_to_restore_part(self) -> None:
        if self._version is None:
            return
        cursor = self.page.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if self._comparison is not None:
            start, end = self._comparison.old_place(start), self._comparison.old_place(end)
        self._ask_to_restore(paragraphs(self._version, start, max(start, end)))

    def _ask_to_rename(self) -> None:
        if self._chosen is not None and self._chosen.snapshots:
            last = self._chosen.snapshots[-1]
            self.rename_requested.emit(last.id, last.name)

    def _ask_to_unname(self) -> None:
        if self._chosen is not None and self._chosen.snapshots:
            self.unname_requested.emit(self._chosen.snapshots[-1].id)

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._comparison is not None:
            self._show()
        elif event.type() == QEvent.Type.PaletteChange:
            self.dressed.emit()
        super().changeEvent(event)


def _ignore_change(*_: object, **__: object) -> None:
    """A page that is only read changes nothing."""


def _ignore_words(*_: object) -> None:
    """A page that is only read has nothing to say."""
