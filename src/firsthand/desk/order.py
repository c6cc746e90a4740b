"""The outline of an open manuscript on its way to the disk and into the record, and what follows from a new one.

How one outline becomes another is ``arranging``'s to say, or another computer's history.
"""

from collections.abc import Callable

from firsthand.desk.drafts import Drafts
from firsthand.desk.joining import as_record
from firsthand.desk.recording import Recording
from firsthand.desk.saving import Saving
from firsthand.desk.watching import Files
from firsthand.history import Outlined
from firsthand.manuscript import Folder, ManuscriptError, Outline


class Order:
    """Keeps the outline of ``folder`` in the record, and the drafts and files with it."""

    def __init__(
        self,
        folder: Folder,
        drafts: Drafts,
        files: Files,
        saving: Saving,
        recording: Recording,
        tell: Callable[[str], None],
    ) -> None:
        self._folder, self._drafts, self._files = folder, drafts, files
        self._saving, self._recording, self._tell = saving, recording, tell

    def ready(self) -> None:
        """Files are going to be renamed: nothing else may be writing them. DeskError if nothing may be written."""
        self._recording.demand_writable()
        self._saving.wait(5.0)

    def arranged(self, before: Outline) -> None:
        """The outline is another than ``before``."""
        for entry in self._drafts.rearranged(before):
            self._files.forget(entry)
        self.keep()

    def become(self, outline: Outline) -> None:
        """Another computer's work made the outline this one."""
        before, self._folder.outline = self._folder.outline, outline
        self.arranged(before)
        self.save()

    def keep(self) -> None:
        """Record how the manuscript is divided, if that is not what the record says; its file is to say the same."""
        outline, recording = as_record(self._folder.outline), self._recording
        if not recording.read_only and bytes(recording.replay.line.outline or b"") != bytes(outline):
            recording.keep(Outlined(recording.t(), outline))

    def save(self) -> None:
        """Write the outline's file, the history first. Trouble is told."""
        self._recording.flush(timeout=2.0)
        try:
            self._folder.save()
        except ManuscriptError as error:
            self._tell(str(error))
