"""Says whose the words at a place are: where the mouse rests, for the caret when it is asked; and goes to a model's.

One sentence a passage. The mouse is told nothing of what the author typed, so that it is never in the way. Places are
UTF-16 units.
"""

from PySide6.QtCore import QDateTime, QLocale, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QToolTip

from firsthand.desk.session import Desk
from firsthand.desk.whose_words import Passage, model_passages
from firsthand.provenance import Origin
from firsthand.qt.page import Page
from firsthand.qt.settings import Settings
from firsthand.qt.wording import number, said_words

_SHOWN = 12_000
"""Milliseconds for which the sentence stays if the mouse does not move."""


class WhoseHere(QObject):
    """Answers for one page."""

    said = Signal(str)
    """A sentence for the author."""
    place_requested = Signal(str, int, int)
    """A scene is to be opened and a stretch of it shown."""

    def __init__(self, page: Page, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._settings = settings
        self._desk: Desk | None = None

    def set_desk(self, desk: Desk | None) -> None:
        """This manuscript is open now, or none."""
        self._desk = desk

    # -- one place

    def tell(self) -> None:
        """Say whose the words at the caret are."""
        draft = self._page.draft
        if self._desk is None or draft is None:
            return
        passage = self._desk.passage(draft.entry.id, self._page.textCursor().selectionStart())
        self.said.emit(self.sentence(passage) if passage else self.tr("Nothing stands here yet."))

    def rested(self, place: int, where: QPoint) -> None:
        """The mouse rests over a place of the text, or beside it (-1): say whose the words are, if that is wanted."""
        draft = self._page.draft
        sentence = ""
        if self._desk is not None and draft is not None and place >= 0 and self._settings.choices.view.hover:
            passage = self._desk.passage(draft.entry.id, place)
            if passage is not None and (passage.stands_in or passage.origin is not Origin.TYPED):
                sentence = self.sentence(passage)
        QToolTip.showText(where, sentence, self._page.viewport(), QRect(), _SHOWN)

    def sentence(self, passage: Passage) -> str:
        """What a person is told of a passage."""
        tell = {
            Origin.TYPED: self._typed,
            Origin.MODEL: self._suggested,
            Origin.RETYPED: self._retyped,
            Origin.TOOL: self._put_there,
        }.get(passage.origin, self._from_elsewhere)
        return tell(passage)

    def _typed(self, passage: Passage) -> str:
        if passage.stands_in:
            return self._filled(self.tr("Yours, in the place of words suggested {day}, {model}"), passage)
        return self.tr("Typed by you in another manuscript") if passage.elsewhere else self.tr("Typed by you")

    def _suggested(self, passage: Passage) -> str:
        said = self._filled(self.tr("Suggested {day}, {model}"), passage)
        if not passage.words:
            return said
        if not passage.replaced:
            return said + self.tr("; %Ln word(s), as they came", "", passage.words)
        rest = self.tr("; {gone} of %Ln word(s) since replaced", "", passage.words)
        return said + rest.format(gone=number(passage.replaced))

    def _retyped(self, passage: Passage) -> str:
        return self._filled(self.tr("Typed by you in the words that were suggested {day}, {model}"), passage)

    def _from_elsewhere(self, passage: Passage) -> str:
        how = {
            Origin.PASTED: self.tr("Pasted {day}"),
            Origin.IMPORTED: self.tr("There before recording began {day}"),
            Origin.OUTSIDE: self.tr("Written in another program, taken in {day}"),
        }[passage.origin]
        said = self._filled(how, passage)
        if passage.words:
            said += self.tr("; %Ln word(s) of it left in this scene", "", passage.words)
        if passage.said is not None:
            said += self.tr("; you say: {said}").format(said=said_words(passage.said))
        return said

    def _put_there(self, passage: Passage) -> str:
        if passage.ref == "spelling":
            return self.tr("A correction of the spelling that you accepted")
        return self.tr("Put there by Firsthand")

    def _filled(self, text: str, passage: Passage) -> str:
        model = passage.model or self.tr("a model")
        return " ".join(text.format(day=self._day(passage.when), model=model).split()).replace(" ,", ",")

    def _day(self, when: int | None) -> str:
        """The day as one says it, in the writer's own time zone; the year if it is another."""
        if when is None:
            return ""
        day = QDateTime.fromMSecsSinceEpoch(when).date()
        this_year = day.year() == QDateTime.currentDateTime().date().year()
        return QLocale().toString(day, self.tr("d MMMM") if this_year else self.tr("d MMMM yyyy"))

    # -- the next one

    def go(self, step: int) -> None:
        """Go to the next passage of a model, or the one before, from the caret on through all scenes and round."""
        desk, draft = self._desk, self._page.draft
        if desk is None or draft is None:
            return
        scenes = [entry.id for entry in desk.folder.outline.kept if entry.id not in desk.unreadable]
        at = scenes.index(draft.entry.id) if draft.entry.id in scenes else 0
        for scene in self._round(scenes, at, step):
            found = list(model_passages(desk.replay.scene(scene).text))
            if scene == draft.entry.id:
                found = self._beyond(found, step)
            if found:
                self.place_requested.emit(scene, *found[0 if step > 0 else -1])
                return
        here = list(model_passages(draft.text))
        if here:  # all of them lie behind
            self.place_requested.emit(draft.entry.id, *here[0 if step > 0 else -1])
        else:
            self.said.emit(self.tr("No words of a model stand in this manuscript."))

    def _round(self, scenes: list[str], at: int, step: int) -> list[str]:
        """The scenes in order from one on, the others after it."""
        return scenes[at:] + scenes[:at] if step > 0 else (scenes[at + 1 :] + scenes[: at + 1])[::-1]

    def _beyond(self, found: list[tuple[int, int]], step: int) -> list[tuple[int, int]]:
        """Those that begin behind the caret, or end before it; the one that is selected is neither."""
        cursor = self._page.textCursor()
        if step > 0:
            first = cursor.selectionStart() + cursor.hasSelection()
            return [one for one in found if one[0] >= first]
        return [one for one in found if one[0] < cursor.selectionStart()]
