"""One drafting session over one manuscript: what a window, a command or a test drives.

``Desk.open`` brings the folder and its history together, begins a sitting and gives drafts; everything the author does
goes through it into the history. It knows no window: what a person has to be told goes to ``tell``, a function of the
opener's. All writing to disk happens on threads of its own.
"""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from firsthand import __version__
from firsthand.companion import BUILTIN, Context, Endpoint, Purpose, Request, Suggestion, compose
from firsthand.desk.arranging import Arranging
from firsthand.desk.author_key import signer_soon
from firsthand.desk.care import damage_said, mend_journals, why_only_reading
from firsthand.desk.carrier import Carrier
from firsthand.desk.checkpoint import read_opening
from firsthand.desk.choosing import Open, Sittings, change_for, questions
from firsthand.desk.closing import close_meanwhile
from firsthand.desk.copies import tidy
from firsthand.desk.declaring import Place, places, sources, words_standing
from firsthand.desk.draft import Draft
from firsthand.desk.foreign import Foreign
from firsthand.desk.joining import as_record, join_scenes, joined_notice, joined_outline
from firsthand.desk.outside import Arrival, Met, Standing, bring, meet, merged, recognise, saved_unknown, take_in
from firsthand.desk.places import machine_id
from firsthand.desk.reading import HISTORY, Account, as_read, digest, history_folder
from firsthand.desk.refusals import Refusals
from firsthand.desk.tallies import Tally as Tally
from firsthand.desk.tallies import revive, tally_of, together
from firsthand.desk.troubles import DeskError as DeskError
from firsthand.desk.undo import Undos
from firsthand.desk.versions import read_versions
from firsthand.desk.watching import Files
from firsthand.desk.whose_words import Passage, passage_at
from firsthand.history import (
    FORMAT,
    Asked,
    Brought,
    Cause,
    Choice,
    Chosen,
    Clashed,
    Decided,
    Declared,
    Fate,
    HistoryError,
    Joined,
    Lock,
    Named,
    Outlined,
    Recorder,
    Resynced,
    Said,
    Shown,
    Sitting,
    Verification,
    Versions,
    changed,
    found,
    moment,
    read_history,
    verify,
)
from firsthand.history import Saved as SavedRecord
from firsthand.history.clocks import Clock, SittingTime
from firsthand.history.reading import SUFFIX
from firsthand.manuscript import Entry, Folder, ManuscriptError, Outline, file_text, new_id, writable
from firsthand.provenance import Change, TrackedText
from firsthand.provenance.hunks import changes, changes_within
from firsthand.provenance.units import from_units, to_units
from firsthand.saying import say

if TYPE_CHECKING:
    from firsthand.report.figures import DeclaredSource

_NEAR = 50_000
"""UTF-16 units on each side of the caret that a request is composed from: far more than is ever sent."""


def _brought_back(standing: Standing, title: str) -> str | None:
    """What the author is told of a scene whose file is not what the history says."""
    if standing is Standing.MISSING:
        return say(
            "The file of “{title}” was gone or empty; its words were brought back from the history.", title=title
        )
    if standing is Standing.BEHIND:
        return say("“{title}” was brought back to where you stopped, from the history.", title=title)
    return None


class Desk:
    """An open manuscript.

    ``notices`` are sentences about what opening it found; ``read_only`` says why it is, or is empty; ``sitting``
    is what the history calls this sitting, or empty. ``arrived`` is
    what came in from other programs, from opening it on; whoever has told the author of it takes it out of the list.
    ``joined`` says that another computer's work has come in since it was opened; whoever has shown it sets it back.
    """

    def __init__(self, folder: Folder, tell: Callable[[str], None], time: SittingTime | None = None) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self.read_only = ""
        self.sitting = ""
        self.unreadable: dict[str, str] = {}
        self._time = time or SittingTime()
        self.began = self._time.began
        self._tell = tell
        self.refusals = Refusals(tell)
        self._drafts: dict[str, Draft] = {}
        self._undos = Undos()
        self._files = Files(folder)
        self.arrived: list[Arrival] = []
        self.joined = False
        self._saver = ThreadPoolExecutor(1, thread_name_prefix="save")
        self._composed: tuple[str, str] | None = None
        self._wishes: dict[str, tuple[str, ...]] = {}  # what the author wished for, by request: the model may echo it
        self._pending_saves: list[Future[None]] = []
        self._tallies: dict[str, tuple[int, Tally]] = {}
        self._versions: dict[str, int] = {}
        self._recorder: Recorder | None = None
        self.arranging = Arranging(folder, self._ready_to_arrange, self.draft, self._arranged)
        self._lock = Lock(history_folder(folder.path)) if writable(folder.path) else None
        try:
            self._begin()
        except BaseException:
            self._let_go()
            raise

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

    def _begin(self) -> None:
        history = history_folder(self.folder.path)
        if self._lock is None:
            self.read_only = say("The folder is read-only, so the manuscript is open for reading only.")
        elif self._lock.trouble:
            self.read_only = say(
                "The disk refuses the manuscript's folder ({why}), so it is open for reading only; open "
                "it again when the disk is well.",
                why=self._lock.trouble,
            )
        elif not self._lock.held:
            who = f" ({self._lock.holder})" if self._lock.holder else ""
            self.read_only = say(
                "Another Firsthand{who} has this manuscript open, so it is open for reading only here.", who=who
            )
        else:
            self.notices += mend_journals(history)
        opened = read_opening(self.folder, self._undos)
        account = opened.account
        on_disk, self.folder.outline = self.folder.outline, joined_outline(account)
        self.replay, self._arrivals, self._kept_tallies = account.replay, account.arrivals, account.tallies
        self._carrier = Carrier(self.folder.outline.id, self.title, self.replay, self._brought)
        self.notices += damage_said(opened.readings, self.folder.path.name)
        self.read_only = self.read_only or why_only_reading(opened.readings)
        if not self.read_only:
            self._start_recorder(history, opened.latest)
        self._sittings, self._saves = Sittings(account.sittings, machine_id()), account.saves
        self._foreign = Foreign(self.folder, self._recorder)
        self._keep_outline()
        if not self.read_only:
            self.notices += tidy(account)
            if self.folder.outline != on_disk:
                self._save_outline()
        joined = self._join(account)
        known = frozenset(on_disk.entries)
        new = [entry.id for entry in self.folder.outline.entries if entry not in known]
        self._bring_together(account, joined, new)

    def _start_recorder(self, history: Path, after: tuple[str, ...]) -> None:
        began = moment(self.began)
        name = began.replace(":", "").replace("-", "")[:15] + f"-{new_id()[:6]}"
        sitting = Sitting(name, self.folder.outline.id, began, f"Firsthand {__version__}", FORMAT, machine_id(), after)
        self.sitting = name
        closed = close_meanwhile(history, name, self._tell)
        self._recorder = Recorder(
            history / f"{name}{SUFFIX}",
            sitting,
            self._trouble,
            signer_soon,
            self._time,
            lambda: closed().after(after),
        )

    def _trouble(self, sentence: str | None) -> None:
        if sentence is None:
            self.refusals.written(HISTORY)
        else:
            self.refusals.refused(HISTORY, sentence)

    def _join(self, account: Account) -> list[str]:
        """Bring in what other computers wrote apart; the scenes that it changed."""

        def bring(scene: str, made: Sequence[Change]) -> None:
            with self.draft(scene).together():
                for change in made:
                    self.draft(scene).apply(change, Cause.JOIN)

        scenes = [entry.id for entry in self.folder.outline.entries]
        return join_scenes(account, self.replay, scenes, bring, self._mark)

    def _look_elsewhere(self, *, wait: bool) -> bool:
        """Join what other computers have written since, if their history has grown; False if it is still read."""
        try:
            known, account = self._foreign.news(wait=wait)
        except HistoryError as error:
            self._tell(str(error))
            return True
        if account is not None:
            self._saves, self._sittings = account.saves, Sittings(account.sittings, machine_id())
            if account.branches.others:
                self._join_more(account)
        return known

    def _join_more(self, account: Account) -> None:
        self.replay.learn(account.replay)
        self._arrivals.when |= account.arrivals.when
        outline = joined_outline(account)
        before = self.folder.outline
        if outline != before:
            self.folder.outline = outline
            self._arranged(before)
            self._save_outline()
        joined = self._join(account)
        self.joined = True
        if joined:
            self._tell(joined_notice([self.entry(scene).title for scene in joined]))

    def _mark(self, record: Clashed | Joined | Chosen) -> None:
        self._keep(msgspec.structs.replace(record, t=self._t()))

    def _bring_together(self, account: Account, joined: Collection[str], new: Collection[str]) -> None:
        met = meet(account)
        for one in met:
            self._meet(one, quietly=one.entry.id in joined or one.entry.id in new)
        if joined:
            self.notices.append(joined_notice([self.entry(scene).title for scene in joined]))
        self.arrived = take_in(met, self.replay, self._make, self._new_ref)
        for one in met:
            if one.cause is not None:
                self.draft(one.entry.id).dirty = False
            if one.cause is not None or saved_unknown(one, account):
                self._note_on_disk(one.entry)

    def _meet(self, met: Met, *, quietly: bool) -> None:
        entry = met.entry
        if met.standing is Standing.UNREADABLE:
            self.unreadable[entry.id] = met.trouble
            self.notices.append(met.trouble)
            return
        self._files.knows(entry, met.text)
        said = _brought_back(met.standing, entry.title)
        if said is not None and not quietly:
            self.notices.append(said)
        if met.standing in (Standing.MISSING, Standing.BEHIND):
            self._save_later(entry)

    def _make(self, scene: str, change: Change, cause: Cause) -> None:
        """Make a change that comes from a file, or a finding over it."""
        draft = self.draft(scene)
        if cause is Cause.FOUND:
            draft.find(change.at, change.runs())
        else:
            draft.apply(change, cause)

    def _new_ref(self, entry: Entry, cause: Cause) -> str:
        return self.draft(entry.id).new_ref(cause)

    def look_outside(self, *, wait: bool = True) -> bool:
        """Take in what other programs have made of the scenes' files since these were last read or written.

        What touches places that were changed here and are not saved yet stays out: the other version is then kept
        beside, and the author is told. Cheap where nothing happened. What came in is in ``arrived``. Without ``wait``
        the history of another computer is read meanwhile: False if that goes on, and nothing was taken in.
        """
        if self.read_only or not all(save.done() for save in self._pending_saves):
            return True
        if not self._look_elsewhere(wait=wait):
            return False
        came = [one for entry in self.folder.outline.entries if (one := self._merge(entry)) is not None]
        recognise(came, self.replay, self._make)
        self.arrived += came
        return True

    def _merge(self, entry: Entry) -> Arrival | None:
        theirs = self._files.news(entry)
        if theirs is None:
            return None
        if digest(theirs) in self._saves.of(entry):
            self._files.taken(entry)
            self.draft(entry.id).dirty |= as_read(self.text(entry.id)) != theirs
            return None
        draft, base = self.draft(entry.id), self._files.known(entry.id) or ""
        merge = merged(to_units(base), draft.text.units(), to_units(theirs))
        if not merge.whole and not self._keep_theirs(entry):
            return None
        self._files.taken(entry)
        dirty = draft.dirty
        with draft.together():
            arrival = bring(entry.id, merge.edits, Cause.OUTSIDE, self._new_ref(entry, Cause.OUTSIDE), self._make)
        draft.dirty = dirty or as_read(draft.text.text) != theirs
        self._note_on_disk(entry)
        return arrival

    def _keep_theirs(self, entry: Entry) -> bool:
        """Keep beside what another program made of the scene; False if the disk did not let that happen."""
        try:
            copy = self._files.keep_beside(entry, moment(self._time.wall()))
        except ManuscriptError as error:
            self._tell(str(error))
            return False
        self._tell(
            say(
                "“{title}” was changed here and by another program in the same place; your words stay, "
                "and its version is kept as {copy}.",
                title=entry.title,
                copy=copy.name,
            )
        )
        return True

    def _note_on_disk(self, entry: Entry) -> None:
        """Record what the file holds, so that the next opening knows it from an edit by another program."""
        text = self._files.known(entry.id)
        if self._recorder is not None and text is not None:
            self._recorder.record(SavedRecord(entry.id, self._t(), digest(text)))

    # -- scenes

    @property
    def title(self) -> str:
        return self.folder.outline.title

    def entry(self, scene: str) -> Entry:
        """The scene or note of an id, in the bin too; KeyError if there is none."""
        return self.folder.outline.by_id[scene]

    def draft(self, scene: str) -> Draft:
        """The scene, open for writing; always the same object for one scene. KeyError if there is none."""
        if scene not in self._drafts:
            state = self.replay.scene(scene)
            clock, recogniser = lambda: self.began + self._t(), self.replay.recogniser
            undo = self._undos.of(scene)
            draft = Draft(self.entry(scene), state, self._record, self._resynced, clock, recogniser, undo)
            draft.carrier = self._carrier
            draft.listen(self._carrier.heard)
            self._drafts[scene] = draft
        return self._drafts[scene]

    def text(self, scene: str) -> str:
        """The scene's text as it stands."""
        return self.replay.scene(scene).text.text

    def _shown_drafts(self) -> list[Draft]:
        """The drafts of what is in the outline: what was taken out of it for good is not written any more."""
        return [draft for scene, draft in self._drafts.items() if scene in self.folder.outline.by_id]

    def tally(self, scene: str) -> Tally:
        """The scene in numbers; counted again only when it has changed."""
        version = self._versions.get(scene, 0)
        known = self._tallies.get(scene)
        if known is None or known[0] != version:
            kept = self._kept_tallies.get(scene) if not version else None
            known = version, (revive(kept) if kept else None) or tally_of(self.replay.scene(scene))
            self._tallies[scene] = known
        return known[1]

    def total(self) -> Tally:
        """All scenes together, notes left out."""
        return together(self.tally(entry.id) for entry in self.folder.outline.scenes)

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

    def _save_outline(self) -> None:
        self.flush(timeout=2.0)
        try:
            self.folder.save()
        except ManuscriptError as error:
            self._tell(str(error))

    def _keep_outline(self) -> None:
        """Record how the manuscript is divided, if that is not what the record says; its file is to say the same."""
        outline = as_record(self.folder.outline)
        if self._recorder is None or bytes(self.replay.line.outline or b"") == bytes(outline):
            return
        self._keep(Outlined(self._t(), outline))

    def _ready_to_arrange(self) -> None:
        """Files are going to be renamed: nothing else may be writing them. DeskError if nothing may be written."""
        self._writable()
        wait(self._pending_saves, timeout=5.0)

    def _arranged(self, before: Outline) -> None:
        """The outline is another: the drafts go by what it says now, and words that it brought back are saved."""
        now = self.folder.outline.by_id
        for scene in now.keys() - before.by_id.keys():
            if len(self.replay.scene(scene).text):
                self.draft(scene).dirty = True
        for scene, draft in self._drafts.items():
            if scene in now:
                draft.entry = now[scene]
            elif scene in before.by_id and not len(draft.text):
                self._files.forget(before.by_id[scene])
        self._keep_outline()

    # -- recording

    def _record(self, scene: str, change: Change, cause: Cause, when: int, /, *, joins: bool, apart: bool) -> None:
        self._versions[scene] = self._versions.get(scene, 0) + 1
        self._arrivals.came(change.origin, when)
        if self._recorder is not None:
            t = when - self.began
            is_found = cause is Cause.FOUND
            self._recorder.record(
                found(scene, t, change) if is_found else changed(scene, t, change, cause, joins=joins, apart=apart)
            )

    def _brought(self, record: Brought) -> None:
        stood = self.replay.recogniser.stood(record.text) if record.text else ()
        self._keep(msgspec.structs.replace(record, t=self._t(), stood=stood))

    def _resynced(self, scene: str, why: str) -> None:
        if self._recorder is not None:
            self._recorder.record(Resynced(scene, self._t(), why))

    @property
    def sealed_at(self) -> float | None:
        """When the history was last sealed, in seconds since 1970, or None."""
        return self._recorder.sealed_at if self._recorder is not None else None

    def flush(self, timeout: float = 5.0) -> bool:
        """Wait until all that was recorded is on disk; False if that took more than ``timeout`` seconds."""
        return self._recorder is None or self._recorder.flush(timeout)

    def seal(self, timeout: float = 5.0) -> bool:
        """``flush``, with a seal under all that was recorded: before a report is made."""
        return self._recorder is None or self._recorder.flush(timeout, seal=True)

    def settle(self, timeout: float = 10.0) -> bool:
        """Save every changed scene and wait for it, then seal; False if the disk did not let that happen."""
        self.save()
        return self.saved(timeout)() and not any(draft.dirty for draft in self._shown_drafts())

    def saved(self, timeout: float = 10.0) -> Callable[[], bool]:
        """A function that waits, on any thread, for the saves begun by now and seals; False if that took too long."""
        begun = list(self._pending_saves)
        return lambda: not wait(begun, timeout).not_done and self.seal(timeout)

    # -- saving

    def save(self, *, wait: bool = True) -> bool:
        """Have the changed scenes written; returns at once, troubles are told.

        What other programs made of the files is taken in first. Without ``wait`` nothing is written, and this is
        False, while the history of another computer is being read.
        """
        if self.read_only:
            return True
        if not self.look_outside(wait=wait):
            return False
        for draft in self._shown_drafts():
            draft.settle()
            if draft.dirty:
                draft.dirty = False
                self._save_later(draft.entry)
        return True

    def _save_later(self, entry: Entry) -> None:
        if self.read_only or entry.id in self.unreadable:
            return
        text = file_text(self.text(entry.id))
        self._pending_saves = [f for f in self._pending_saves if not f.done()]
        self._pending_saves.append(self._saver.submit(self._save, entry, text))

    def _save(self, entry: Entry, text: str) -> None:
        """Write a scene, the history first, so that a file is never ahead of it (on the saver's thread).

        What is about to be written is recorded only now: of the last two saves that are recorded, the file holds one.
        """
        if self._recorder is not None:
            self._recorder.record(SavedRecord(entry.id, self._t(), digest(as_read(text))))
        while not self.flush(timeout=2.0) and self._recorder is not None and self._recorder.busy:
            pass  # it is slow, not refused
        try:
            kept = self._files.write(entry, text, moment(self._time.wall()))
        except ManuscriptError as error:
            draft = self._drafts.get(entry.id)
            if draft is not None:
                draft.dirty = True
            self._note_on_disk(entry)
            self.refusals.refused(entry.id, str(error))
            return
        self.refusals.written(entry.id)
        if kept is not None:
            self._tell(
                say(
                    "“{title}” was changed by another program while open here; its version is kept as {copy}.",
                    title=entry.title,
                    copy=kept.name,
                )
            )

    # -- the past

    def versions(self) -> Versions:
        """Every version of every scene, as the history on disk has them when all that was recorded is sealed.

        Reads the whole history, so it is for a thread that need not hurry. HistoryError if a file cannot be read.
        """
        self.seal()
        return read_versions(self.folder.path)

    def name_version(self, name: str, scene: str = "") -> str:
        """Give the manuscript as it stands now, or one scene of it, a name; what to call it by when renaming it.

        DeskError if the name is empty or the manuscript is open for reading only.
        """
        snapshot = new_id()
        for draft in self._drafts.values():
            draft.settle()
        self._keep(Named(snapshot, self._t(), self._name(name), scene))
        return snapshot

    def rename_version(self, snapshot: str, name: str) -> None:
        """Give a named version another name. DeskError as for ``name_version``."""
        self._keep(Named(snapshot, self._t(), self._name(name)))

    def unname_version(self, snapshot: str) -> None:
        """Take the name of a version away; the version itself stays in the history, as all do."""
        self._writable()
        self._keep(Named(snapshot, self._t()))

    def restore(self, scene: str, version: TrackedText, within: tuple[int, int] | None = None) -> bool:
        """Make the scene what it was in a version of it, with whose every character was: one step of undo.

        What is the same in both is not touched; with ``within``, where paragraphs of the version begin and end, only
        they are brought back. False if nothing differs. DeskError if the manuscript is open for
        reading only.
        """
        self._writable()
        draft = self.draft(scene)
        draft.settle()
        wanted = changes_within(draft.text, version, *within) if within else changes(draft.text, version)
        with draft.together():
            for change in wanted:
                draft.apply(change, Cause.RESTORE)
        return bool(wanted)

    def _name(self, name: str) -> str:
        self._writable()
        name = " ".join(name.split())
        if not name:
            raise DeskError(
                say("A version needs a name of at least one letter; none was given, and nothing was changed.")
            )
        return name

    def _writable(self) -> None:
        if self.read_only:
            raise DeskError(self.read_only)

    # -- two computers

    def questions(self) -> list[Open]:
        """The places that were changed on two computers and wait for the author's choice, in the order they stand."""
        return questions(self.folder.outline.entries, self.replay, self._sittings)

    def choose(self, question: Open, choice: Choice) -> None:
        """The author's choice of a place, as one step of undo. DeskError if the manuscript is open for reading only."""
        self._writable()
        change = change_for(question, choice)
        if change is not None:
            with self.draft(question.scene.id).together():
                self.draft(question.scene.id).apply(change, Cause.JOIN)
        self._mark(Chosen(question.id, 0, choice))

    # -- text from elsewhere

    def sources(self) -> "tuple[DeclaredSource, ...]":
        """Every paste, import and outside edit of which words stand in the scenes, with what the author says of it."""
        return sources([entry.id for entry in self.folder.outline.scenes], self.replay, self._arrivals.when)

    def places(self, ref: str) -> list[Place]:
        """Where text that came as ``ref`` stands, in the scenes and then in the notes."""
        return places([entry.id for entry in self.folder.outline.entries], self.replay, ref)

    def words_of(self, scene: str, ref: str) -> int:
        """How many words stand in a scene of the text that came as ``ref``."""
        return words_standing(scene, self.replay, ref)

    def passage(self, scene: str, place: int) -> Passage | None:
        """Whose the words round a place of a scene are, and all that is known of them; None in an empty scene."""
        return passage_at(self.replay, self._arrivals.when, scene, place)

    def declare(self, ref: str, said: Said) -> None:
        """The author's statement what a paste, an import or an outside edit is; the latest one stands."""
        self._keep(Declared(ref, self._t(), said))

    # -- the companion

    def compose(
        self, scene: str, caret: int, purpose: Purpose, wish: str = "", endpoint: Endpoint = BUILTIN, versions: int = 3
    ) -> Request:
        """The request that would be sent for the place of the caret: the very value that is shown and then sent."""
        text = self.replay.scene(scene).text
        caret = min(caret, len(text))
        context = Context(
            before=text.slice(max(0, (caret // _NEAR - 1) * _NEAR), caret),
            after=text.slice(caret, min(len(text), caret + _NEAR)),
            scene_title=self.entry(scene).title,
            manuscript_title=self.title,
            wish=wish,
        )
        request = compose(purpose, context, endpoint, versions)
        self._composed = request.id, wish
        return request

    def asked(self, scene: str, request: Request) -> None:
        """Record that a request was sent, with its very bodies."""
        if self._composed is not None and self._composed[0] == request.id:
            self._wishes[request.id] = self._composed[1:]
        self._keep(
            Asked(
                request.id,
                self._t(),
                scene,
                str(request.purpose),
                request.endpoint.model,
                request.endpoint.address or "",
                request.words_sent,
                tuple(msgspec.Raw(version.body) for version in request.versions),
            )
        )

    def shown(self, suggestion: Suggestion) -> None:
        """Record a suggestion as the author saw it."""
        self._keep(
            Shown(
                suggestion.id,
                self._t(),
                suggestion.request_id,
                suggestion.text,
                suggestion.label,
                suggestion.model,
                round(suggestion.seconds * 1000),
                self.replay.recogniser.stood(suggestion.text, self._wishes.get(suggestion.request_id, ())),
            )
        )

    def insert(
        self, suggestion: Suggestion, scene: str, at: int, removed: int = 0, part: tuple[int, int] | None = None
    ) -> None:
        """The author's act: put a suggestion, or its units from ``part[0]`` to ``part[1]``, into the scene."""
        units = to_units(suggestion.text)
        start, end = part or (0, len(units))
        self._keep(Decided(suggestion.id, self._t(), Fate.INSERTED))
        self.draft(scene).insert_suggestion(at, removed, from_units(units[start:end]), suggestion.id, start)

    def keep_as_note(self, suggestion: Suggestion, title: str) -> Entry:
        """Keep a suggestion in the notes, where its words stay the model's; the note."""
        entry = self.add_note(title)
        self.draft(entry.id).insert_suggestion(0, 0, suggestion.text, suggestion.id)
        self._keep(Decided(suggestion.id, self._t(), Fate.NOTE))
        return entry

    def set_aside(self, suggestion: Suggestion) -> None:
        """Record that the author did not want a suggestion."""
        self._keep(Decided(suggestion.id, self._t(), Fate.SET_ASIDE))

    def _t(self) -> int:
        """Milliseconds since the sitting began."""
        return self._time.t()

    def _keep(
        self, record: Asked | Shown | Brought | Decided | Declared | Named | Outlined | Clashed | Joined | Chosen
    ) -> None:
        self.replay.take(record, self.began)
        if self._recorder is not None:
            self._recorder.record(record)

    # -- the end

    def verify(self) -> Verification:
        """Check the record on disk as it is now."""
        self.flush()
        return verify(read_history(history_folder(self.folder.path)), self.folder.outline.id)

    def close(self) -> bool:
        """Save, seal and close; False if the disk did not let everything be written."""
        self.save()
        return self._let_go() or bool(self.read_only)

    def _let_go(self) -> bool:
        """End what is under way and give up the lock; False if the disk did not let everything be written."""
        self._saver.shutdown(wait=True)
        good = not any(draft.dirty for draft in self._shown_drafts())
        if self._recorder is not None:
            good = self._recorder.close() and good
        if self._lock is not None:
            self._lock.release()
        return good
