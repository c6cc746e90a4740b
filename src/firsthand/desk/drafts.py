"""The scenes and notes of an open manuscript: each one's draft, made when it is first asked for, and its numbers.

Every change that a draft makes goes from here into the record. It knows no file and no window.
"""

from collections.abc import Iterable

from firsthand.desk.carrier import Carrier
from firsthand.desk.draft import Draft
from firsthand.desk.reading import Account
from firsthand.desk.recording import Recording
from firsthand.desk.tallies import Tally, revive, tally_of, together
from firsthand.desk.undo import Undos
from firsthand.history import Cause
from firsthand.manuscript import Entry, Folder, Outline
from firsthand.provenance import Change


class Drafts:
    """The drafts of the manuscript in ``folder``, whose history told ``account`` and ``undos``."""

    def __init__(self, folder: Folder, account: Account, undos: Undos, recording: Recording) -> None:
        self._folder = folder
        self._recording = recording
        self._replay, self._arrivals, self._kept_tallies = account.replay, account.arrivals, account.tallies
        self._undos = undos
        self.carrier = Carrier(folder.outline.id, folder.outline.title, account.replay, recording.brought)
        self._open: dict[str, Draft] = {}
        self._tallies: dict[str, tuple[int, Tally]] = {}
        self._versions: dict[str, int] = {}

    def entry(self, scene: str) -> Entry:
        """The scene or note of an id, in the bin too; KeyError if there is none."""
        return self._folder.outline.by_id[scene]

    def of(self, scene: str) -> Draft:
        """The scene, open for writing; always the same object for one scene. KeyError if there is none."""
        if scene not in self._open:
            state = self._replay.scene(scene)
            recording, recogniser, undo = self._recording, self._replay.recogniser, self._undos.of(scene)
            clock = lambda: recording.began + recording.t()  # noqa: E731
            draft = Draft(self.entry(scene), state, self._changed, recording.resynced, clock, recogniser, undo)
            draft.carrier = self.carrier
            draft.listen(self.carrier.heard)
            self._open[scene] = draft
        return self._open[scene]

    def known(self, scene: str) -> Draft | None:
        """The scene's draft if it was asked for before."""
        return self._open.get(scene)

    def text(self, scene: str) -> str:
        """The scene's text as it stands."""
        return self._replay.scene(scene).text.text

    @property
    def shown(self) -> list[Draft]:
        """The drafts of what is in the outline: what was taken out of it for good is not written any more."""
        return [draft for scene, draft in self._open.items() if scene in self._folder.outline.by_id]

    @property
    def dirty(self) -> bool:
        """Whether words of a shown draft are not in its file, nor on their way."""
        return any(draft.dirty for draft in self.shown)

    def settle(self) -> None:
        """The author pauses: every draft looks at its last words as if they were finished."""
        for draft in self._open.values():
            draft.settle()

    # -- changes made without the page

    def make(self, scene: str, change: Change, cause: Cause) -> None:
        """Make a change that comes from a file, or a finding over it."""
        draft = self.of(scene)
        if cause is Cause.FOUND:
            draft.find(change.at, change.runs())
        else:
            draft.apply(change, cause)

    def make_all(self, scene: str, changes: Iterable[Change], cause: Cause) -> None:
        """Make changes of a scene that are one act."""
        draft = self.of(scene)
        with draft.together():
            for change in changes:
                draft.apply(change, cause)

    def rearranged(self, before: Outline) -> list[Entry]:
        """The outline is another than ``before``: the drafts go by it, and words that it brought back are to be saved.

        Gives what went out of it for good without a word.
        """
        now = self._folder.outline.by_id
        for scene in now.keys() - before.by_id.keys():
            if len(self._replay.scene(scene).text):
                self.of(scene).dirty = True
        gone = []
        for scene, draft in self._open.items():
            if scene in now:
                draft.entry = now[scene]
            elif scene in before.by_id and not len(draft.text):
                gone.append(before.by_id[scene])
        return gone

    # -- numbers

    def tally(self, scene: str) -> Tally:
        """The scene in numbers; counted again only when it has changed."""
        version = self._versions.get(scene, 0)
        known = self._tallies.get(scene)
        if known is None or known[0] != version:
            kept = self._kept_tallies.get(scene) if not version else None
            known = version, (revive(kept) if kept else None) or tally_of(self._replay.scene(scene))
            self._tallies[scene] = known
        return known[1]

    def count_some(self, scene: str) -> bool:
        """Count a part of what ``tally`` would; False if ``tally`` has an answer at once."""
        version = self._versions.get(scene, 0)
        known = self._tallies.get(scene)
        if (known is not None and known[0] == version) or (not version and scene in self._kept_tallies):
            return False
        return self._replay.scene(scene).text.count_some()

    def total(self) -> Tally:
        """All scenes together, notes left out."""
        return together(self.tally(entry.id) for entry in self._folder.outline.scenes)

    def _changed(self, scene: str, change: Change, cause: Cause, when: int, /, *, joins: bool, apart: bool) -> None:
        self._versions[scene] = self._versions.get(scene, 0) + 1
        self._arrivals.came(change.origin, when)
        self._recording.changed(scene, change, cause, when, joins=joins, apart=apart)
