"""The panel that looks in all scenes: what was found in its words, scene by scene, and putting other words there.

It stands in the companion's place while it is open. A click or Enter leads to the place; with a replacement every row
shows what it would become, and rows can be left out. What was replaced at once can be taken back at once, and scene by
scene with the scenes' own undo. The search runs off the window's thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from firsthand.desk.replacing import Planned, Replaced, Template, plan, replace
from firsthand.desk.searching import LIMIT, Found, Plains, Query, QueryError, Search, search_scenes
from firsthand.desk.session import Desk
from firsthand.provenance import Origin
from firsthand.provenance.origins import PLAIN
from firsthand.qt.flow import Flow
from firsthand.qt.found_model import MOST, FoundModel, Results
from firsthand.qt.found_paint import FoundDelegate
from firsthand.qt.found_view import PlacesView
from firsthand.qt.guard import guarded
from firsthand.qt.links import Button, LinkButton
from firsthand.qt.seeking import SeekChoices, Seeker, SeekField
from firsthand.qt.theme import Theme
from firsthand.qt.wording import number

AGAIN = 500
"""Milliseconds after the last change of any scene until all are searched again."""

_TEXTS = tuple[tuple[str, Callable[[], str]], ...]


class FindResults(QWidget):
    """Find and replace in all scenes and notes; hidden until it is wanted."""

    place_requested = Signal(str, int, int, bool)
    """A place is to be shown: its scene, from where to where, and whether the author goes there too."""
    changed = Signal(list)
    """Words were replaced in the scenes of these ids, or taken back."""
    left = Signal()
    """The author has done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Find in all scenes"))
        self._desk: Desk | None = None
        self._done: Replaced | None = None
        self._plains = Plains()
        self._seeker = Seeker(self)
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self.title = QLabel(self.tr("Find in all scenes"), self)
        self.done = LinkButton(self.tr("Done"), self)
        self.field = SeekField(self.tr("Find"), self)
        self.choices = SeekChoices(self)
        self.said = QLabel(self)
        self.replacing = LinkButton(self.tr("Replace…"), self, quiet=True)
        self.template = SeekField(self.tr("Replace with"), self)
        self.replace_one = Button(self.tr("Replace this one"), self)
        self.replace_all = Button("", self)
        self.take_back = LinkButton(self.tr("Take all of it back"), self)
        self.model = FoundModel(self)
        self.view = PlacesView(self)
        self._delegate = FoundDelegate(self.view)
        self._prepare()
        self._arrange()
        self._connect()
        self._show_replacing(False)

    # -- how it is built

    def _prepare(self) -> None:
        self.title.setProperty("part", "heading")
        self.said.setProperty("part", "small")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.replacing.setCheckable(True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Places found"))
        self.take_back.hide()

    def _arrange(self) -> None:
        head, count = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.done)
        count.addWidget(self.said, 1)
        count.addWidget(self.replacing, 0, Qt.AlignmentFlag.AlignTop)
        self._acts = QWidget(self)
        acts = Flow(6, parent=self._acts)
        for button in (self.replace_one, self.replace_all):
            acts.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 16, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.field)
        layout.addWidget(self.choices)
        layout.addWidget(self.template)
        layout.addWidget(self._acts)
        layout.addLayout(count)
        layout.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.look)
        self.template.textChanged.connect(self.look)
        self.choices.changed.connect(self.look)
        self.field.next_requested.connect(lambda: self._step(1))
        self.field.previous_requested.connect(lambda: self._step(-1))
        self.template.next_requested.connect(self._replace_this)
        self.replacing.toggled.connect(self._show_replacing)
        self.replace_one.clicked.connect(self._replace_this)
        self.replace_all.clicked.connect(self._replace_chosen)
        self.take_back.clicked.connect(self._take_back)
        self.view.clicked.connect(lambda index: self._request(index, go=False))
        self.view.activated.connect(lambda index: self._request(index, go=True))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_what_can_be_done())
        self.model.chosen_changed.connect(self._show_what_can_be_done)
        self._again.timeout.connect(self.look)
        self._seeker.found.connect(self._show_found)
        self._seeker.failed.connect(self._show_failed)
        self.done.clicked.connect(self.left)
        for part in (self.field, self.template, self.view):
            part.left.connect(self.left)

    # -- what the window asks of it

    def set_desk(self, desk: Desk | None) -> None:
        """Look in this manuscript, or in none."""
        self._forget_done()
        self._desk, self._plains = desk, Plains()
        self._seeker.forget()
        self._again.stop()
        self.model.show_results(Results(), {})
        self._say("")
        self.replacing.setVisible(desk is not None and not desk.read_only)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def open(self, query: Query | None = None) -> None:
        """Begin to look, for ``query`` if there is one."""
        words = query.text if query is not None else ""
        if query is not None and words:
            with QSignalBlocker(self.choices):
                self.choices.show_query(query)
        if words and words != self.field.text():
            self.field.setText(words)  # which looks
        else:
            self.look()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def touch(self) -> None:
        """A scene changed: look again in a moment."""
        if self.isVisible():
            self._again.start()

    # -- looking

    def look(self) -> None:
        """Look in all scenes as they are now."""
        desk = self._desk
        if desk is None:
            return
        scenes, kept = desk.replay.scenes, desk.folder.outline.kept
        texts = tuple((one.id, scenes.reading(one.id)) for one in kept if one.id not in desk.unreadable)
        query = self.choices.query(self.field.text())
        replacement = self.template.text() if self.replacing.isChecked() else None
        plains = self._plains
        self._seeker.seek(lambda: _results(query, replacement, texts, plains))

    def open_replacing(self) -> None:
        """Show what takes the place of what is found, and go there."""
        self.replacing.setChecked(self.replacing.isVisible())
        if self.replacing.isChecked():
            self.template.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        self._plains = Plains()
        super().hideEvent(event)

    def _show_found(self, results: object) -> None:
        assert isinstance(results, Results)
        desk = self._desk
        if desk is None:
            return
        titles = {entry.id: entry.title for entry in desk.folder.outline.entries}
        here = self.model.place(self.view.currentIndex())
        self.model.show_results(results, titles)
        if here is not None:
            self.view.setCurrentIndex(self.model.nearest(here[0], here[1]))
        self.field.say_wrong(False)
        self.template.say_wrong(bool(results.wrong))
        self._say(results.wrong or self._counted(results))
        self._show_what_can_be_done()

    def _show_failed(self, sentence: str) -> None:
        self.model.show_results(Results(), {})
        self.field.say_wrong(True)
        self._say(sentence)
        self._show_what_can_be_done()

    def _counted(self, results: Results) -> str:
        if not self.field.text():
            return ""
        if not results.count:
            return self.tr("Not found in any scene.")
        places = self.tr("%Ln place(s)", "", results.count)
        if results.count > MOST:
            return self.tr("{places} in %Ln scene(s); the first of them are listed", "", len(results.found)).format(
                places=places
            )
        return self.tr("{places} in %Ln scene(s)", "", len(results.found)).format(places=places)

    def _step(self, step: int) -> None:
        """Show the next place, or the one before, without going there."""
        self.view.setCurrentIndex(self.model.step(self.view.currentIndex(), step))
        self._request(self.view.currentIndex(), go=False)

    def _request(self, index: QModelIndex, *, go: bool) -> None:
        place = self.model.place(index)
        if place is not None:
            self.place_requested.emit(*place, go)

    # -- replacing

    def _show_replacing(self, on: bool) -> None:
        for part in (self.template, self._acts):
            part.setVisible(on)
        self.replacing.setText(self.tr("Only find") if on else self.tr("Replace…"))
        if on:
            self.template.setFocus()
        self.look()

    def _replace_this(self) -> None:
        one = self.model.planned(self.view.currentIndex())
        if one is None:
            self._step(1)
        else:
            self._replace([one])

    def _replace_chosen(self) -> None:
        self._replace(self.model.chosen())

    def _replace(self, chosen: list[tuple[Found, list[Planned]]]) -> None:
        """Replace what was shown; nothing, if the scenes are not any more what they were when they were searched."""
        desk = self._desk
        if desk is None or desk.read_only or not chosen:
            return
        if any(_units(desk, found.scene) != found.units for found, _ in chosen):
            self.look()
            self._say(self.tr("The text has changed meanwhile, so nothing was replaced; look at the places again."))
            return
        self._forget_done()
        made, drafts = 0, []
        source = PLAIN[Origin.PASTED if self.template.pasted else Origin.TYPED]
        for found, planned in chosen:
            draft = desk.draft(found.scene)
            draft.end_group()
            done = replace(draft, planned, source)
            made += done
            drafts += [draft] if done else []
        self._done = Replaced(drafts)
        self._tell(made, [draft.entry.id for draft in drafts])

    def _tell(self, made: int, scenes: list[str]) -> None:
        self.take_back.setText(self.tr("Take back %Ln replacement(s)", "", made))
        self.take_back.setVisible(made > 0)
        self.changed.emit(scenes)
        self.look()

    def _take_back(self) -> None:
        scenes = self._done.take_back() if self._done is not None else []
        self._forget_done()
        self.changed.emit(scenes)
        self.look()

    def _forget_done(self) -> None:
        if self._done is not None:
            self._done.forget()
        self._done = None
        self.take_back.hide()

    # -- what it shows

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)

    def _show_what_can_be_done(self) -> None:
        chosen = sum(len(planned) for _, planned in self.model.chosen())
        every = chosen == self.model.results.count
        words = self.tr("Replace all {count}") if every else self.tr("Replace the {count} chosen")
        self.replace_all.setText(words.format(count=number(chosen)) if chosen else self.tr("Replace all"))
        self.replace_all.setEnabled(chosen > 0)
        self.replace_one.setEnabled(self.model.planned(self.view.currentIndex()) is not None)
        if self._done is not None and not self._done:
            self._forget_done()


def _units(desk: Desk, scene: str) -> str:
    return desk.replay.scene(scene).text.units()


def _results(query: Query, replacement: str | None, texts: _TEXTS, plains: Plains) -> Results:
    """What is found, and what it would become; on another thread."""
    search = Search(query)
    found = search_scenes(search, texts, plains=plains)
    if replacement is None:
        return Results(found)
    try:
        template = Template.of(replacement, search)
    except QueryError as error:
        return Results(found, wrong=str(error))
    return Results(found, [plan(search, template, one.units, LIMIT) for one in found])
