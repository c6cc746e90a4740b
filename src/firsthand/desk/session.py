"""One drafting session over one manuscript: what a window, a command or a test drives.

``Desk.open`` brings the folder and its history together, begins a sitting and gives drafts; everything the author does
goes through it into the history. It is put together of parts with one concern each: what is recorded (``recording``),
the drafts (``drafts``), writing files (``saving``), what comes from outside (``incoming``), the order of scenes
(``order``, ``arranging``), versions (``versioning``), text from elsewhere (``declaring``), open questions
(``choosing``) and the companion (``suggesting``). It knows no window: what a person has to be told goes to ``tell``, a
function of the opener's. All writing to disk happens on threads of its own.
"""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from firsthand.desk.arranging import Arranging
from firsthand.desk.care import damage_said, mend_journals, why_only_reading
from firsthand.desk.checkpoint import Opening, read_opening
from firsthand.desk.choosing import Choosing
from firsthand.desk.copies import tidy
from firsthand.desk.declaring import Declaring
from firsthand.desk.draft import Draft
from firsthand.desk.drafts import Drafts
from firsthand.desk.incoming import Incoming
from firsthand.desk.joining import joined_outline
from firsthand.desk.order import Order
from firsthand.desk.outside import Arrival
from firsthand.desk.reading import history_folder
from firsthand.desk.recording import Recording
from firsthand.desk.refusals import Refusals
from firsthand.desk.saving import Saving
from firsthand.desk.suggesting import Suggesting
from firsthand.desk.tallies import Tally as Tally
from firsthand.desk.troubles import DeskError as DeskError
from firsthand.desk.undo import Undos
from firsthand.desk.versioning import Versioning
from firsthand.desk.watching import Files
from firsthand.desk.whose_words import Passage, passage_at
from firsthand.history import HistoryError, Replay, Verification, read_history, verify
from firsthand.history.clocks import Clock, SittingTime
from firsthand.manuscript import Entry, Folder, ManuscriptError, Outline
from firsthand.saying import say


class Desk:
    """An open manuscript.

    ``notices`` are sentences about what opening it found. The parts that have wishes of their own are open to whoever
    drives the desk: ``arranging``, ``versioning``, ``declaring``, ``choosing`` and ``suggesting``.
    """

    def __init__(self, folder: Folder, tell: Callable[[str], None], time: SittingTime | None = None) -> None:
        self.folder = folder
        self.notices: list[str] = []
        with ExitStack() as given_up:
            self._recording = Recording(folder, tell, time or SittingTime())
            given_up.callback(self._recording.close)
            on_disk, undos = folder.outline, Undos()
            opened = self._read(undos)
            account = opened.account
            self._drafts = Drafts(folder, account, undos, self._recording)
            files = Files(folder)
            self._saving = Saving(self._drafts, files, self._recording, tell)
            given_up.callback(self._saving.close)
            self._order = Order(folder, self._drafts, files, self._saving, self._recording, tell)
            self.arranging = Arranging(folder, self._order.ready, self.draft, self._order.arranged)
            self._incoming = Incoming(
                folder, account, self._drafts, files, self._saving, self._recording, tell, self._order.become
            )
            self.versioning = Versioning(folder.path, self._drafts, self._recording)
            self.declaring = Declaring(folder, self._recording, account.arrivals)
            self.choosing = Choosing(folder, self._drafts, self._recording, self._incoming.sittings)
            self.suggesting = Suggesting(folder, self._drafts, self._recording, self.arranging)
            self._came = account.arrivals
            self._bring_together(opened, on_disk)
            given_up.pop_all()

    @classmethod
    def open(
        cls,
        path: Path,
        tell: Callable[[str], None] = lambda _: None,
        clock: Clock | None = None,
        steady: Clock | None = None,
    ) -> "Desk":
        """Open the manuscript in a folder. DeskError says in a sentence why that is not possible.

        ``clock`` and ``steady`` stand for the computer's clocks, as ``SittingTime`` takes them.
        """
        try:
            return cls(Folder.open(path), tell, SittingTime(clock, steady))
        except (ManuscriptError, HistoryError) as error:
            raise DeskError(str(error)) from error
        except OSError as error:
            raise DeskError(
                say(
                    "{name} cannot be read ({why}); nothing was changed. Try again when the disk is well.",
                    name=path.name,
                    why=error,
                )
            ) from error

    @classmethod
    def create(cls, path: Path, title: str, tell: Callable[[str], None] = lambda _: None) -> "Desk":
        """A new manuscript with one empty scene. DeskError if the folder is in use or cannot be written."""
        try:
            folder = Folder.create(path, title)
        except ManuscriptError as error:
            raise DeskError(str(error)) from error
        desk = cls(folder, tell)
        try:
            desk.add_chapter(say("One"))
            desk.add_scene(say("Untitled scene"))
        except DeskError:
            desk.close()
            raise
        return desk

    # -- opening

    def _read(self, undos: Undos) -> Opening:
        """Read the history, mended if need be, and begin the sitting; the folder's outline is then what it tells."""
        recording = self._recording
        if not recording.read_only:
            self.notices += mend_journals(history_folder(self.folder.path))
        opened = read_opening(self.folder, undos)
        self.folder.outline = joined_outline(opened.account)
        recording.replay = opened.account.replay
        self.notices += damage_said(opened.readings, self.folder.path.name)
        recording.read_only = recording.read_only or why_only_reading(opened.readings)
        if not recording.read_only:
            recording.begin(opened.latest)
        return opened

    def _bring_together(self, opened: Opening, on_disk: Outline) -> None:
        """Make history, outline and files one; ``on_disk`` is the outline that the file held."""
        self._order.keep()
        if not self.read_only:
            self.notices += tidy(opened.account)
            if self.folder.outline != on_disk:
                self._order.save()
        known = frozenset(on_disk.entries)
        new = [entry.id for entry in self.folder.outline.entries if entry not in known]
        self.notices += self._incoming.meet(opened.account, new)

    # -- how it stands

    @property
    def title(self) -> str:
        return self.folder.outline.title

    @property
    def read_only(self) -> str:
        """Why nothing may be written, in a sentence; empty if it may."""
        return self._recording.read_only

    @property
    def sitting(self) -> str:
        """What the history calls this sitting; empty if nothing may be written."""
        return self._recording.sitting

    @property
    def began(self) -> int:
        """When the sitting began, in milliseconds since 1970 (UTC)."""
        return self._recording.began

    @property
    def replay(self) -> Replay:
        """What the history tells, with all that came since it was opened."""
        return self._recording.replay

    @property
    def refusals(self) -> Refusals:
        """What the disk refuses."""
        return self._recording.refusals

    @property
    def unreadable(self) -> dict[str, str]:
        """The scenes whose files cannot be read, with a sentence that says why."""
        return self._saving.unreadable

    @property
    def sealed_at(self) -> float | None:
        """When the history was last sealed, in seconds since 1970, or None."""
        return self._recording.sealed_at

    # -- scenes

    def entry(self, scene: str) -> Entry:
        """The scene or note of an id, in the bin too; KeyError if there is none."""
        return self._drafts.entry(scene)

    def draft(self, scene: str) -> Draft:
        """The scene, open for writing; always the same object for one scene. KeyError if there is none."""
        return self._drafts.of(scene)

    def text(self, scene: str) -> str:
        """The scene's text as it stands."""
        return self._drafts.text(scene)

    def tally(self, scene: str) -> Tally:
        """The scene in numbers; counted again only when it has changed."""
        return self._drafts.tally(scene)

    def count_some(self, scene: str) -> bool:
        """Count a part of what ``tally`` would, which takes some milliseconds; False if that has an answer at once."""
        return self._drafts.count_some(scene)

    def total(self) -> Tally:
        """All scenes together, notes left out."""
        return self._drafts.total()

    def passage(self, scene: str, place: int) -> Passage | None:
        """Whose the words round a place of a scene are, and all that is known of them; None in an empty scene."""
        return passage_at(self.replay, self._came.when, scene, place)

    def add_chapter(self, title: str) -> None:
        """A new chapter at the end."""
        self.arranging.add_chapter(title)

    def add_scene(self, title: str, after: str | None = None) -> Entry:
        """A new empty scene behind the scene ``after``, or at the end of the last chapter."""
        return self.arranging.add_scene(title, after or "")

    def add_note(self, title: str) -> Entry:
        """A new empty note."""
        return self.arranging.add_note(title)

    def rename(self, scene: str, title: str) -> None:
        """Give a scene or note another title."""
        self.arranging.rename(scene, title)

    # -- what others do to it

    @property
    def arrived(self) -> list[Arrival]:
        """What came in from other programs, from opening it on."""
        return self._incoming.arrived

    def take_arrived(self) -> list[Arrival]:
        """``arrived``, which is empty from then on: the author is told of it."""
        came, self._incoming.arrived = self._incoming.arrived, []
        return came

    @property
    def joined(self) -> bool:
        """Whether another computer's work has come in since it was opened, and was not shown yet."""
        return self._incoming.joined

    def joined_shown(self) -> None:
        """What another computer's work changed is shown."""
        self._incoming.joined = False

    def look_outside(self, *, wait: bool = True) -> bool:
        """Take in what other programs have made of the scenes' files since these were last read or written.

        What touches places that were changed here and are not saved yet stays out: the other version is then kept
        beside, and the author is told. Cheap where nothing happened. What came in is in ``arrived``. Without ``wait``
        the history of another computer is read meanwhile: False if that goes on, and nothing was taken in.
        """
        return self._incoming.look(wait=wait)

    # -- to the disk

    def save(self, *, wait: bool = True) -> bool:
        """Have the changed scenes written; returns at once, troubles are told.

        What other programs made of the files is taken in first. Without ``wait`` nothing is written, and this is
        False, while the history of another computer is being read.
        """
        if self.read_only:
            return True
        if not self.look_outside(wait=wait):
            return False
        self._saving.save()
        return True

    def saved(self, timeout: float = 10.0) -> Callable[[], bool]:
        """A function that waits, on any thread, for the saves begun by now and seals; False if that took too long."""
        return self._saving.saved(timeout)

    def settle(self, timeout: float = 10.0) -> bool:
        """Save every changed scene and wait for it, then seal; False if the disk did not let that happen."""
        self.save()
        return self.saved(timeout)() and not self._drafts.dirty

    def flush(self, timeout: float = 5.0) -> bool:
        """Wait until all that was recorded is on disk; False if that took more than ``timeout`` seconds."""
        return self._recording.flush(timeout)

    def seal(self, timeout: float = 5.0) -> bool:
        """``flush``, with a seal under all that was recorded: before a report is made."""
        return self._recording.flush(timeout, seal=True)

    def verify(self) -> Verification:
        """Check the record on disk as it is now."""
        self.flush()
        return verify(read_history(history_folder(self.folder.path)), self.folder.outline.id)

    def close(self) -> bool:
        """Save, seal and close; False if the disk did not let everything be written."""
        self.save()
        saved = self._saving.close()
        recorded = self._recording.close()
        return (saved and recorded) or bool(self.read_only)
