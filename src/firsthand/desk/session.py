"""One drafting session over one manuscript: what a window, a command or a test drives.

``Desk.open`` brings the folder and its history together, begins a sitting and gives drafts; everything the author does
goes through it into the history. It knows no window: what a person has to be told goes to ``tell``, a function of the
opener's. All writing to disk happens on threads of its own.
"""

import hashlib
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

import msgspec

from firsthand import __version__
from firsthand.companion import BUILTIN, Context, Endpoint, Purpose, Request, Suggestion, compose
from firsthand.desk.carrier import Carrier
from firsthand.desk.draft import Draft
from firsthand.desk.outside import Standing, standing, taken_in
from firsthand.desk.reading import history_folder, read_account
from firsthand.history import (
    Asked,
    Brought,
    Cause,
    Decided,
    Fate,
    HistoryError,
    Lock,
    Recorder,
    Resynced,
    SceneState,
    Shown,
    Sitting,
    Verification,
    changed,
    close_interrupted,
    found,
    moment,
    read_history,
    verify,
)
from firsthand.history import Saved as SavedRecord
from firsthand.history.files import SUFFIX
from firsthand.manuscript import Chapter, Entry, Folder, ManuscriptError, file_text, new_id, unix_text, writable
from firsthand.provenance import Change, Origin, words_by_origin
from firsthand.provenance.recognition import Recogniser
from firsthand.provenance.units import from_units, to_units

_KEPT_SAVES = 2

_NEAR = 50_000
"""UTF-16 units on each side of the caret that a request is composed from: far more than is ever sent."""


class DeskError(Exception):
    """The manuscript cannot be worked on; the text says what happened and what to do."""


class Tally(msgspec.Struct, frozen=True):
    """A scene in numbers: its words, those of each origin and mixed, and its UTF-16 units by origin."""

    words: int
    by_origin: dict[str, int]
    units: dict[Origin, int]

    @property
    def yours(self) -> float | None:
        """The share of words that the author typed, 0 to 1; None where there are no words."""
        return self.by_origin[Origin.TYPED] / self.words if self.words else None


def _now() -> int:
    return time.time_ns() // 1_000_000


class Desk:
    """An open manuscript.

    ``notices`` are sentences about what opening it found; ``read_only`` says why it is, or is empty.
    """

    def __init__(self, folder: Folder, tell: Callable[[str], None], clock: Callable[[], int] = _now) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self.read_only = ""
        self.unreadable: dict[str, str] = {}
        self.began = clock()
        self._tell = tell
        self._clock = clock
        self._drafts: dict[str, Draft] = {}
        self._on_disk: dict[str, str] = {}
        self._saver = ThreadPoolExecutor(1, thread_name_prefix="save")
        self.recogniser = Recogniser()
        self._pending_saves: list[Future[None]] = []
        self._tallies: dict[str, tuple[int, Tally]] = {}
        self._versions: dict[str, int] = {}
        self._recorder: Recorder | None = None
        self._lock = Lock(history_folder(folder.path)) if writable(folder.path) else None
        self._begin()

    @classmethod
    def open(cls, path: Path, tell: Callable[[str], None] = lambda _: None, clock: Callable[[], int] = _now) -> "Desk":
        """Open the manuscript in a folder. DeskError says in a sentence why that is not possible."""
        try:
            return cls(Folder.open(path), tell, clock)
        except (ManuscriptError, HistoryError) as error:
            raise DeskError(str(error)) from error

    @classmethod
    def create(cls, path: Path, title: str, tell: Callable[[str], None] = lambda _: None) -> "Desk":
        """A new manuscript with one empty scene. DeskError if the folder is in use or cannot be written."""
        try:
            folder = Folder.create(path, title)
        except ManuscriptError as error:
            raise DeskError(str(error)) from error
        desk = cls(folder, tell)
        desk.add_chapter("One")
        desk.add_scene("Untitled scene")
        return desk

    # -- opening

    def _begin(self) -> None:
        history = history_folder(self.folder.path)
        if self._lock is None:
            self.read_only = "The folder is read-only, so the manuscript is open for reading only."
        elif not self._lock.held:
            who = f" ({self._lock.holder})" if self._lock.holder else ""
            self.read_only = f"Another Firsthand{who} has this manuscript open, so it is open for reading only here."
        else:
            self._close_interrupted(history)
        account = read_account(self.folder)
        self.replay, self._saves = account.replay, account.saves
        self._carrier = Carrier(self.folder.outline.id, self.title, self.replay, self._brought)
        for reading in account.readings:
            if reading.fault:
                self.notices.append(
                    f"A part of the history is damaged: {reading.fault}. Your words are untouched; what it recorded "
                    "before that point is kept, and the report will say so."
                )
        if not self.read_only:
            self._start_recorder(history, account.last_seal)
        self._bring_together()

    def _close_interrupted(self, history: Path) -> None:
        for path in sorted(history.glob(f"*{SUFFIX}")):
            try:
                said = close_interrupted(path)
            except OSError as error:
                said = f"The history of an earlier sitting cannot be closed ({error.strerror or error})."
            if said:
                self.notices.append(said)

    def _start_recorder(self, history: Path, after: str) -> None:
        began = moment(self.began)
        name = began.replace(":", "").replace("-", "")[:15] + f"-{new_id()[:6]}"
        sitting = Sitting(name, self.folder.outline.id, began, f"Firsthand {__version__}", after=after)
        self._recorder = Recorder(history / f"{name}{SUFFIX}", sitting, self._trouble)

    def _trouble(self, sentence: str | None) -> None:
        self._tell(sentence or "The history is written again; nothing was lost.")

    def _bring_together(self) -> None:
        for entry in self.folder.outline.entries:
            try:
                text = self.folder.read(entry)
            except ManuscriptError as error:
                self.unreadable[entry.id] = str(error)
                self.notices.append(str(error))
                continue
            self._join(entry, text)

    def _join(self, entry: Entry, text: str) -> None:
        state = self.replay.scene(entry.id)
        digest = _digest(text)
        self._on_disk[entry.id] = digest
        saved = frozenset(self._saves.get(entry.id, [])[-_KEPT_SAVES:])
        match standing(state, text, digest, exists=self.folder.file(entry).exists(), saved=saved):
            case Standing.NEW:
                self._take_in(entry, text, Origin.IMPORTED, Cause.IMPORT)
            case Standing.OUTSIDE:
                self._take_in(entry, text, Origin.OUTSIDE, Cause.OUTSIDE)
                self.notices.append(
                    f"“{entry.title}” was changed by another program; what came in stands as “outside” in the report."
                )
            case Standing.MISSING:
                self.notices.append(
                    f"The file of “{entry.title}” was gone or empty; its words were brought back from the history."
                )
                self._save_later(entry)
            case Standing.BEHIND:
                self.notices.append(f"“{entry.title}” was brought back to where you stopped, from the history.")
                self._save_later(entry)
            case Standing.SAME:
                pass

    def _take_in(self, entry: Entry, text: str, origin: Origin, cause: Cause) -> None:
        draft = self.draft(entry.id)
        ref = draft.new_ref(cause)
        for change in taken_in(draft.state, text, origin, ref):
            draft.apply(change, cause)
        draft.forget_undo()
        draft.dirty = False
        self._note_on_disk(entry)

    def _note_on_disk(self, entry: Entry) -> None:
        """Record what the file holds, so that the next opening knows it from an edit by another program."""
        digest = self._on_disk.get(entry.id)
        if self._recorder is not None and digest is not None:
            self._recorder.record(SavedRecord(entry.id, self._recorder.now(), digest))

    # -- scenes

    @property
    def title(self) -> str:
        return self.folder.outline.title

    def entry(self, scene: str) -> Entry:
        """The scene or note of an id; KeyError if there is none."""
        for entry in self.folder.outline.entries:
            if entry.id == scene:
                return entry
        raise KeyError(scene)

    def draft(self, scene: str) -> Draft:
        """The scene, open for writing; always the same object for one scene. KeyError if there is none."""
        if scene not in self._drafts:
            state = self.replay.scene(scene)
            draft = Draft(self.entry(scene), state, self._record, self._resynced, self._clock, self.recogniser)
            draft.carrier = self._carrier
            draft.listen(self._carrier.heard)
            self._drafts[scene] = draft
        return self._drafts[scene]

    def text(self, scene: str) -> str:
        """The scene's text as it stands."""
        return self.replay.scene(scene).text.text

    def tally(self, scene: str) -> Tally:
        """The scene in numbers; counted again only when it has changed."""
        state: SceneState = self.replay.scene(scene)
        version = self._versions.get(scene, 0)
        known = self._tallies.get(scene)
        if known is None or known[0] != version:
            counts = words_by_origin(state.text.units(), state.text.spans())
            known = version, Tally(sum(counts.values()), counts, state.text.counts())
            self._tallies[scene] = known
        return known[1]

    def total(self) -> Tally:
        """All scenes together, notes left out."""
        tallies = [self.tally(entry.id) for entry in self.folder.outline.scenes]
        words = {key: sum(t.by_origin[key] for t in tallies) for key in (*map(str, Origin), "mixed")}
        units = {origin: sum(t.units[origin] for t in tallies) for origin in Origin}
        return Tally(sum(words.values()), words, units)

    def add_chapter(self, title: str) -> None:
        """A new chapter at the end."""
        outline = self.folder.outline
        self._outline(msgspec.structs.replace(outline, chapter=(*outline.chapter, Chapter(title))))

    def add_scene(self, title: str, after: str | None = None) -> Entry:
        """A new empty scene behind the scene ``after``, or at the end of the last chapter."""
        entry = Entry(new_id(), title, self.folder.file_for(title))
        chapters = list(self.folder.outline.chapter) or [Chapter("One")]
        at = len(chapters) - 1
        place = len(chapters[at].scene)
        for number, chapter in enumerate(chapters):
            ids = [scene.id for scene in chapter.scene]
            if after in ids:
                at, place = number, ids.index(after) + 1
        scenes = (*chapters[at].scene[:place], entry, *chapters[at].scene[place:])
        chapters[at] = msgspec.structs.replace(chapters[at], scene=scenes)
        self._outline(msgspec.structs.replace(self.folder.outline, chapter=tuple(chapters)))
        return entry

    def add_note(self, title: str) -> Entry:
        """A new empty note."""
        entry = Entry(new_id(), title, self.folder.file_for(title, "notes"))
        outline = self.folder.outline
        self._outline(msgspec.structs.replace(outline, note=(*outline.note, entry)))
        return entry

    def rename(self, scene: str, title: str) -> None:
        """Give a scene or note another title; its file keeps its name."""
        title = " ".join(title.split())
        old = self.entry(scene)
        if not title or title == old.title:
            return
        new = msgspec.structs.replace(old, title=title)
        outline = self.folder.outline
        chapters = tuple(
            msgspec.structs.replace(c, scene=tuple(new if s.id == scene else s for s in c.scene))
            for c in outline.chapter
        )
        notes = tuple(new if n.id == scene else n for n in outline.note)
        self._outline(msgspec.structs.replace(outline, chapter=chapters, note=notes))
        if scene in self._drafts:
            self._drafts[scene].entry = new

    def _outline(self, outline: object) -> None:
        before = self.folder.outline
        self.folder.outline = msgspec.convert(outline, type(before), from_attributes=True)
        try:
            self.folder.save()
        except ManuscriptError as error:
            self.folder.outline = before
            raise DeskError(str(error)) from error

    # -- recording

    def _record(self, scene: str, change: Change, cause: Cause) -> None:
        self._versions[scene] = self._versions.get(scene, 0) + 1
        if self._recorder is not None:
            t = self._recorder.now()
            record = found(scene, t, change) if cause is Cause.FOUND else changed(scene, t, change, cause)
            self._recorder.record(record)

    def _brought(self, record: Brought) -> None:
        self._keep(msgspec.structs.replace(record, t=self._t()))

    def _resynced(self, scene: str, why: str) -> None:
        if self._recorder is not None:
            self._recorder.record(Resynced(scene, self._recorder.now(), why))

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
        return self.saved(timeout)() and not any(draft.dirty for draft in self._drafts.values())

    def saved(self, timeout: float = 10.0) -> Callable[[], bool]:
        """A function that waits, on any thread, for the saves begun by now and seals; False if that took too long."""
        begun = list(self._pending_saves)
        return lambda: not wait(begun, timeout).not_done and self.seal(timeout)

    # -- saving

    def save(self) -> None:
        """Have the changed scenes written; returns at once, troubles are told."""
        if self.read_only:
            return
        for draft in self._drafts.values():
            if draft.dirty:
                draft.dirty = False
                self._save_later(draft.entry)

    def _save_later(self, entry: Entry) -> None:
        if self.read_only or entry.id in self.unreadable:
            return
        text = file_text(self.text(entry.id))
        if self._recorder is not None:
            self._recorder.record(SavedRecord(entry.id, self._recorder.now(), _digest(unix_text(text))))
        self._pending_saves = [f for f in self._pending_saves if not f.done()]
        self._pending_saves.append(self._saver.submit(self._save, entry, text))

    def _save(self, entry: Entry, text: str) -> None:
        """Write a scene, the history first, so that a file is never ahead of it (on the saver's thread)."""
        self.flush(timeout=2.0)
        try:
            self._keep_outside_version(entry)
            self.folder.write(entry, text)
            self._on_disk[entry.id] = _digest(unix_text(text))
        except ManuscriptError as error:
            draft = self._drafts.get(entry.id)
            if draft is not None:
                draft.dirty = True
            self._note_on_disk(entry)
            self._tell(str(error))

    def _keep_outside_version(self, entry: Entry) -> None:
        """Another program wrote the file while it was open here: what it wrote is kept beside it."""
        path = self.folder.file(entry)
        known = self._on_disk.get(entry.id)
        if known is None or not path.exists():
            return
        try:
            data = path.read_bytes()
            same = _digest(unix_text(data.decode("utf-8"))) == known
        except UnicodeDecodeError:
            same = False
        except OSError as error:
            raise ManuscriptError(f"{entry.file} cannot be read: {error.strerror or error}.") from error
        if not same:
            copy = path.with_name(f"{path.stem} (changed outside {moment(self._clock())[:19].replace(':', '.')}).md")
            try:
                path.rename(copy)
            except OSError as error:
                raise ManuscriptError(f"{entry.file} cannot be saved: {error.strerror or error}.") from error
            self._tell(
                f"“{entry.title}” was changed by another program while open here; its version is kept as {copy.name}."
            )

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
        return compose(purpose, context, endpoint, versions)

    def asked(self, scene: str, request: Request) -> None:
        """Record that a request was sent, with its very bodies."""
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
        return self._recorder.now() if self._recorder is not None else 0

    def _keep(self, record: Asked | Shown | Brought | Decided) -> None:
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
        self._saver.shutdown(wait=True)
        good = not any(draft.dirty for draft in self._drafts.values())
        if self._recorder is not None:
            good = self._recorder.close() and good
        if self._lock is not None:
            self._lock.release()
        return good or bool(self.read_only)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
