"""What the author is shown of text from elsewhere, and asked about it: quietly, once, and never again unless wanted.

A paste, scenes that were there already and what another program wrote each put one line at the foot of the page. The
list of all of it is a window of its own.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from firsthand.desk.outside import Arrival
from firsthand.desk.session import Desk
from firsthand.history import Cause, Said
from firsthand.provenance import Change, Origin
from firsthand.provenance.units import length
from firsthand.qt.question import Choice, Question
from firsthand.qt.wording import SAID, number, said_words

LEAST = 20
"""UTF-16 units of a paste that is asked about."""

if TYPE_CHECKING:
    from firsthand.qt.sources import Sources


class Elsewhere(QObject):
    """Asks about text from elsewhere, and records what the author says."""

    place_requested = Signal(str, int, int)
    """A scene is to be opened and a stretch of it shown: its id, from where to where (UTF-16 units)."""
    said = Signal(str)
    """A sentence for the author."""

    def __init__(self, question: Question, window: QWidget) -> None:
        super().__init__(window)
        self._question = question
        self._window = window
        self._desk: Desk | None = None
        self._sources: Sources | None = None

    def set_desk(self, desk: Desk | None) -> None:
        """This manuscript is open now, or none."""
        self._desk = desk
        if self._sources is not None:
            self._sources.close()

    def pasted(self, scene: str, change: Change) -> None:
        """Text was pasted into a scene: ask about it, when it is known whose its words are."""
        if length(change.inserted) >= LEAST:
            refs = {run.source.ref for run in change.runs() if run.source.origin is Origin.PASTED and run.source.ref}
            QTimer.singleShot(0, self, lambda: self._ask_about_paste(scene, refs))

    def arrived(self, came: Sequence[Arrival]) -> None:
        """Text came in from other programs: show it, and ask about it."""
        desk = self._desk
        if desk is None or desk.read_only:
            return
        scenes = {entry.id for entry in desk.folder.outline.scenes}
        imports = [one for one in came if one.cause is Cause.IMPORT and one.scene in scenes and self._words([one])]
        outside = [one for one in came if one.cause is Cause.OUTSIDE]
        if imports:
            said = self.tr("%Ln scene(s) stood here before recording began. Whose words are they?", "", len(imports))
            self._ask(said, [one.ref for one in imports], see_all=True)
        if outside:
            self._show_outside(desk, outside)

    def _show_outside(self, desk: Desk, came: Sequence[Arrival]) -> None:
        words = self._words(came)
        titles = [desk.entry(one.scene).title for one in came]
        if len(came) > 1:
            said = self.tr("Another program changed {scenes} scenes; %Ln new word(s) came in.", "", words)
        elif words:
            said = self.tr("Another program changed “{title}”; %Ln new word(s) came in.", "", words)
        else:
            said = self.tr("Another program changed “{title}”. What changed is recorded.")
        said = said.format(title=titles[0], scenes=number(len(came)))
        if words:
            self._ask(said, [one.ref for one in came], see_all=len(came) > 1, show=len(came) == 1)
        else:
            self.said.emit(said)

    def show_sources(self) -> None:
        """Open the list of all text from elsewhere."""
        if self._desk is None:
            return
        if self._sources is None:
            from firsthand.qt.sources import Sources  # no start waits for it

            self._sources = Sources(self._desk, self._window)
            self._sources.declared.connect(self._declare)
            self._sources.place_requested.connect(self._show_place)
            self._sources.finished.connect(self._forget_sources)
        self._sources.show()
        self._sources.raise_()
        self._sources.activateWindow()

    def _forget_sources(self) -> None:
        if self._sources is not None:
            self._sources.deleteLater()
            self._sources = None

    def _ask_about_paste(self, scene: str, refs: Iterable[str]) -> None:
        standing = [ref for ref in refs if self._desk is not None and self._desk.declaring.words_of(scene, ref)]
        words = sum(self._desk.declaring.words_of(scene, ref) for ref in standing) if self._desk is not None else 0
        if words:
            self._ask(self.tr("Pasted %Ln word(s).", "", words), standing)

    def _ask(self, sentence: str, refs: Sequence[str], *, see_all: bool = False, show: bool = False) -> None:
        choices: list[Choice] = [(said_words(said), partial(self._declare, refs, said)) for said in SAID]
        if show:
            choices.insert(0, (self.tr("Show"), partial(self._show_place, refs[0])))
        if see_all:
            choices.append((self.tr("See all"), self.show_sources))
        self._question.ask(sentence, [*choices, (self.tr("Later"), lambda: None)])

    def _words(self, came: Sequence[Arrival]) -> int:
        return sum(self._desk.declaring.words_of(one.scene, one.ref) for one in came) if self._desk is not None else 0

    def _declare(self, refs: Iterable[str], said: Said) -> None:
        if self._desk is None or self._desk.read_only:
            return
        for ref in refs:
            self._desk.declaring.declare(ref, said)
        if self._sources is not None:
            self._sources.refresh()

    def _show_place(self, ref: str) -> None:
        for place in self._desk.declaring.places(ref) if self._desk is not None else ():
            self.place_requested.emit(*place)
            return
