"""What the author asks of a model, and what becomes of what it wrote: each act goes into the record.

The sending itself is ``companion``'s. It knows no window.
"""

import msgspec

from firsthand.companion import BUILTIN, Context, Endpoint, Purpose, Request, Suggestion, compose
from firsthand.desk.arranging import Arranging
from firsthand.desk.drafts import Drafts
from firsthand.desk.recording import Recording
from firsthand.history import Asked, Decided, Fate, Shown
from firsthand.manuscript import Entry, Folder
from firsthand.provenance.units import from_units, to_units

_NEAR = 50_000
"""UTF-16 units on each side of the caret that a request is composed from: far more than is ever sent."""


class Suggesting:
    """The companion's place in one manuscript."""

    def __init__(self, folder: Folder, drafts: Drafts, recording: Recording, arranging: Arranging) -> None:
        self._folder, self._drafts, self._recording, self._arranging = folder, drafts, recording, arranging
        self._composed: tuple[str, str] | None = None
        self._wishes: dict[str, tuple[str, ...]] = {}  # what the author wished for, by request: the model may echo it

    def compose(
        self, scene: str, caret: int, purpose: Purpose, wish: str = "", endpoint: Endpoint = BUILTIN, versions: int = 3
    ) -> Request:
        """The request that would be sent for the place of the caret: the very value that is shown and then sent."""
        text = self._recording.replay.scene(scene).text
        caret = min(caret, len(text))
        context = Context(
            before=text.slice(max(0, (caret // _NEAR - 1) * _NEAR), caret),
            after=text.slice(caret, min(len(text), caret + _NEAR)),
            scene_title=self._drafts.entry(scene).title,
            manuscript_title=self._folder.outline.title,
            wish=wish,
        )
        request = compose(purpose, context, endpoint, versions)
        self._composed = request.id, wish
        return request

    def asked(self, scene: str, request: Request) -> None:
        """Record that a request was sent, with its very bodies."""
        if self._composed is not None and self._composed[0] == request.id:
            self._wishes[request.id] = self._composed[1:]
        self._recording.keep(
            Asked(
                request.id,
                self._recording.t(),
                scene,
                str(request.purpose),
                request.endpoint.model,
                request.endpoint.address or "",
                request.words_sent,
                tuple(msgspec.Raw(version.body) for version in request.versions),
            )
        )

    def read_on(self) -> bool:
        """Read a piece of the manuscript, some milliseconds long, so that ``shown`` need not; False if none is left."""
        return self._recording.replay.recogniser.read(1)

    def shown(self, suggestion: Suggestion) -> None:
        """Record a suggestion as the author saw it."""
        wishes = self._wishes.get(suggestion.request_id, ())
        self._recording.keep(
            Shown(
                suggestion.id,
                self._recording.t(),
                suggestion.request_id,
                suggestion.text,
                suggestion.label,
                suggestion.model,
                round(suggestion.seconds * 1000),
                self._recording.replay.recogniser.stood(suggestion.text, wishes),
            )
        )

    def insert(
        self, suggestion: Suggestion, scene: str, at: int, removed: int = 0, part: tuple[int, int] | None = None
    ) -> None:
        """The author's act: put a suggestion, or its units from ``part[0]`` to ``part[1]``, into the scene."""
        units = to_units(suggestion.text)
        start, end = part or (0, len(units))
        self._decided(suggestion, Fate.INSERTED)
        self._drafts.of(scene).insert_suggestion(at, removed, from_units(units[start:end]), suggestion.id, start)

    def keep_as_note(self, suggestion: Suggestion, title: str) -> Entry:
        """Keep a suggestion in the notes, where its words stay the model's; the note."""
        entry = self._arranging.add_note(title)
        self._drafts.of(entry.id).insert_suggestion(0, 0, suggestion.text, suggestion.id)
        self._decided(suggestion, Fate.NOTE)
        return entry

    def set_aside(self, suggestion: Suggestion) -> None:
        """Record that the author did not want a suggestion."""
        self._decided(suggestion, Fate.SET_ASIDE)

    def _decided(self, suggestion: Suggestion, fate: Fate) -> None:
        self._recording.keep(Decided(suggestion.id, self._recording.t(), fate))
