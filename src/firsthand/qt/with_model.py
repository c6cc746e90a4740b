"""What the author does with a model: asks it, takes what it gave or leaves it, chooses another one."""

from typing import TYPE_CHECKING

from firsthand.companion import Endpoint, Purpose, Request, Suggestion
from firsthand.desk.session import DeskError
from firsthand.qt import prompts
from firsthand.qt.scenes import Scenes
from firsthand.qt.wording import model_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from firsthand.qt.card_text import Part
    from firsthand.qt.panel_card import SuggestionCard


class WithModel(Scenes):
    """A window in which a model can be asked."""

    def _choose_purpose(self, purpose: str) -> None:
        self.asking.set_purpose(Purpose(purpose))
        self.commands[purpose].setChecked(True)

    def _asked(self, request: Request) -> None:
        self.panel.start(request)
        if not self.panel.isVisible():
            self.set_shown("companion", True)
        self._show_what_can_be_done()

    def _answered(self, _stopped: bool) -> None:
        self.panel.end()
        self._show_what_can_be_done()

    def _with_version(self, act: "Callable[[SuggestionCard], None]") -> None:
        """Do something with the version that is meant."""
        if self.panel.current is not None:
            act(self.panel.current)

    def _insert(self, suggestion: Suggestion, part: "Part | None") -> None:
        desk = self.bench.desk
        if desk is None or desk.read_only or self.page.draft is None:
            return
        _, place = self.page.insert_place()
        desk.suggesting.insert(suggestion, self._scene, place, part=part)
        self.panel.inserted(suggestion, part)
        self.inserted.put(self._scene)
        self.page.setFocus()
        self.page.ensureCursorVisible()

    def _keep_as_note(self, suggestion: Suggestion) -> None:
        desk = self.bench.desk
        if desk is None or desk.read_only:
            return
        title = f"{prompts.title(suggestion.purpose)}: {' '.join(suggestion.text.split()[:6])}…"
        try:
            desk.suggesting.keep_as_note(suggestion, title)
        except DeskError as error:
            self.notice.say(str(error))
            return
        self.panel.kept(suggestion)
        self.binder.refresh(desk)
        self.counts.refresh()
        self.bench.changed()

    def _set_aside(self, suggestion: Suggestion) -> None:
        if self.bench.desk is not None and not self.bench.desk.read_only:
            self.bench.desk.suggesting.set_aside(suggestion)

    def _choose_model(self) -> None:
        from firsthand.qt.endpoints import ModelDialog

        dialog = ModelDialog(self.settings.endpoint, self._keys, self)
        dialog.chosen.connect(self._use_model)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use_model(self, endpoint: Endpoint, sitting: bool) -> None:
        self.settings.endpoint = endpoint
        self.asking.set_endpoint(endpoint)
        self.footer.show_model(model_words(endpoint), sitting_key=sitting)
        if sitting:
            self.panel.message.say(
                self.tr("There is no keyring here, so the key is kept for this sitting only; give it again next time.")
            )
