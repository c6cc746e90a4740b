"""What a writer does on a bad disk, and what must hold while it is bad and when it is well again.

The real desk and recorder in one process: an opening with a sitting to be closed, typing, a suggestion, saves, a new
scene, a note, a name, a bundle, closing, and an opening on the disk that is well.
"""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.bundling import BundleError, make_bundle
from firsthand.desk.refusals import written_again
from firsthand.desk.reporting import check
from firsthand.desk.session import Desk, DeskError
from firsthand.history import Cause
from firsthand.provenance import Change, Origin, Source
from tests.faults.disk import BadDisk

_PATIENCE = 8.0
"""Seconds in which a disk that is well has to take everything."""

Texts = dict[str, list[tuple[str, str, str | None]]]
T = TypeVar("T")


def texts(desk: Desk) -> Texts:
    """Every scene's text by whose it is."""
    return {
        entry.id: [
            (text.slice(span.start, span.end), str(span.origin), span.source.ref)
            for text in [desk.draft(entry.id).text]
            for span in text.spans()
        ]
        for entry in desk.folder.outline.entries
    }


class Writer:
    """Writes in one manuscript while its disk is bad; ``complaints`` are what should not have been."""

    def __init__(self, book: Path, disk: BadDisk, *, lasting: bool) -> None:
        self.book = book
        self.disk = disk
        self.told: list[str] = []
        self.refused: list[str] = []
        self.complaints: list[str] = []
        self._lasting = lasting
        threading.excepthook = lambda args: self.complaints.append(f"a thread failed: {args.exc_value!r}")
        sys.unraisablehook = lambda args: self.complaints.append(f"not raised: {args.exc_value!r} in {args.object!r}")

    def write(self) -> None:
        """All of it, from opening to opening."""
        desk = self._open()
        scene = desk.folder.outline.scenes[0].id
        self._type(desk, scene, "The ferry was late. ")
        self._suggestion(desk, scene)
        desk.save()
        self._type(desk, scene, "Nobody waited. ")
        self._settled(desk)
        other = self._try(lambda: desk.add_scene("Another scene"))
        self._type(desk, other.id, "Rain on the slip. ")
        note = self._try(lambda: desk.add_note("A note"))
        desk.draft(note.id).apply(Change(0, 0, "Ask Ines.", Source(Origin.PASTED, "n")), Cause.PASTE)
        self._try(lambda: desk.rename(other.id, "The slip"))
        desk.versioning.name("Before the storm")
        self._settled(desk)
        self._try(lambda: make_bundle(self.book, self.book / "book.zip"))
        self._type(desk, scene, "She counted again. ")
        self._settled(desk)
        expected = texts(desk)
        desk.close()
        self._known(written_again())
        self.disk.recover()
        self._meet(expected)

    def _open(self) -> Desk:
        """Open the manuscript; what is refused is tried again, as a person would, when the disk is well."""
        for _ in range(4):
            try:
                desk = Desk.open(self.book, self.told.append)
            except DeskError as error:
                self._refuse(str(error))
                continue
            if not desk.read_only and not desk.unreadable:
                return desk
            self._refuse(desk.read_only or " ".join(desk.unreadable.values()))
            desk.close()
        raise AssertionError("the manuscript does not open on a disk that is well")

    def _refuse(self, sentence: str) -> None:
        self.refused.append(sentence)
        if not self.disk.hits:
            self.complaints.append(f"refused without a fault: {sentence}")
        self.disk.recover()

    def _try(self, act: Callable[[], T]) -> T:
        """Do something that the disk may refuse, and again when it is well."""
        try:
            return act()
        except (DeskError, BundleError) as error:
            self._refuse(str(error))
            return act()

    def _type(self, desk: Desk, scene: str, text: str) -> None:
        draft = desk.draft(scene)
        for key in text:
            draft.apply(Change(len(draft.text), 0, key))
        if not draft.text.text.endswith(text):
            self.complaints.append(f"the screen lost “{text}”")
        time.sleep(0.2)
        self._heal()

    def _suggestion(self, desk: Desk, scene: str) -> None:
        request = desk.suggesting.compose(scene, 20, Purpose.CONTINUE)
        desk.suggesting.asked(scene, request)
        text = "He closed the hatch. "
        made = Suggestion(request.suggestion_id(1), request.id, Purpose.CONTINUE, "One", text, 1.0, "a model")
        desk.suggesting.shown(made)
        desk.suggesting.insert(made, scene, len(desk.draft(scene).text))

    def _heal(self) -> None:
        """A lasting fault ends when the author has been told of it."""
        if self._lasting and self.told:
            time.sleep(0.3)
            self.disk.recover()

    def _settled(self, desk: Desk) -> None:
        """Everything gets to disk: at once, or when the disk is well."""
        if desk.settle(1.0):
            return
        if not self.told:
            self.complaints.append("the disk refused and nobody was told")
        self.disk.recover()
        ends = time.monotonic() + _PATIENCE
        while not desk.settle(1.0):
            if time.monotonic() > ends:
                self.complaints.append("the disk is well, and not everything was written")
                return

    def _known(self, again: str) -> None:
        """Told once of the refusal and once of the end of it."""
        for number, sentence in enumerate(self.told):
            if (sentence == again) != bool(number % 2):
                self.complaints.append(f"told {self.told}")
                return
        if len(self.told) > 2 or any(not sentence.endswith(".") for sentence in (*self.told, *self.refused)):
            self.complaints.append(f"told {self.told}, refused {self.refused}")

    def _meet(self, expected: Texts) -> None:
        """What stands on disk when all is over."""
        desk = self._open()
        if texts(desk) != expected:
            self.complaints.append(f"expected {expected}, found {texts(desk)}")
        for entry in desk.folder.outline.entries:
            if desk.folder.read(entry) != desk.text(entry.id):
                self.complaints.append(f"the file of {entry.title} is not its text")
        notices = list(desk.notices)
        desk.close()
        found = check(self.book)
        if not found.whole or not found.signed:
            self.complaints.append(f"the record is {found.status}, {found.faults}, {notices}")
        left = [
            path.name for path in self.book.rglob("*") if path.name.endswith(".tmp") or "changed outside" in path.name
        ]
        if left:
            self.complaints.append(f"left behind: {left}")
