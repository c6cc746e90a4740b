"""The versions of an open manuscript: giving them names, and bringing scenes back to what they were.

``past`` tells of what is in them; nothing is ever taken out of the history.
"""

from pathlib import Path

from firsthand.desk.drafts import Drafts
from firsthand.desk.recording import Recording
from firsthand.desk.troubles import DeskError
from firsthand.desk.versions import read_versions
from firsthand.history import Cause, Named, Versions
from firsthand.manuscript import new_id
from firsthand.provenance import TrackedText
from firsthand.provenance.hunks import changes, changes_within
from firsthand.saying import say


class Versioning:
    """The versions of the manuscript in the folder at ``path``."""

    def __init__(self, path: Path, drafts: Drafts, recording: Recording) -> None:
        self._path, self._drafts, self._recording = path, drafts, recording

    def read(self) -> Versions:
        """Every version of every scene, as the history on disk has them when all that was recorded is sealed.

        Reads the whole history, so it is for a thread that need not hurry. HistoryError if a file cannot be read.
        """
        self._recording.flush(seal=True)
        return read_versions(self._path)

    def name(self, name: str, scene: str = "") -> str:
        """Give the manuscript as it stands now, or one scene of it, a name; what to call it by when renaming it.

        DeskError if the name is empty or the manuscript is open for reading only.
        """
        snapshot = new_id()
        self._drafts.settle()
        self._recording.keep(Named(snapshot, self._recording.t(), self._name(name), scene))
        return snapshot

    def rename(self, snapshot: str, name: str) -> None:
        """Give a named version another name. DeskError as for ``name``."""
        self._recording.keep(Named(snapshot, self._recording.t(), self._name(name)))

    def unname(self, snapshot: str) -> None:
        """Take the name of a version away; the version itself stays in the history, as all do."""
        self._recording.demand_writable()
        self._recording.keep(Named(snapshot, self._recording.t()))

    def restore(self, scene: str, version: TrackedText, within: tuple[int, int] | None = None) -> bool:
        """Make the scene what it was in a version of it, with whose every character was: one step of undo.

        What is the same in both is not touched; with ``within``, where paragraphs of the version begin and end, only
        they are brought back. False if nothing differs. DeskError if the manuscript is open for
        reading only.
        """
        self._recording.demand_writable()
        draft = self._drafts.of(scene)
        draft.settle()
        wanted = changes_within(draft.text, version, *within) if within else changes(draft.text, version)
        self._drafts.make_all(scene, wanted, Cause.RESTORE)
        return bool(wanted)

    def _name(self, name: str) -> str:
        self._recording.demand_writable()
        name = " ".join(name.split())
        if not name:
            raise DeskError(
                say("A version needs a name of at least one letter; none was given, and nothing was changed.")
            )
        return name
