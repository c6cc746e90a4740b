"""What the program does until it is killed, and how it is found afterwards. Both run in processes of their own.

Everything that it shows it tells at once through a pipe, with the moment; so does each thing that it begins to do.
"""

import json
import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.bundling import make_bundle
from firsthand.desk.repairing import repair
from firsthand.desk.reporting import check
from firsthand.desk.session import Desk
from firsthand.history import Cause
from firsthand.history import recorder as recording
from firsthand.provenance import Change, Origin, Source

_WORDS = ("tide", "slip", "rain", "ferry", "hatch", "gull", "rope", "lamp", "salt", "ledger", "quay", "fog", "bell")


class Life:
    """One run of the program on a manuscript, telling what it does to ``pipe``; it ends when it is killed."""

    def __init__(self, book: Path, pipe: int, seed: int, aim: str = "") -> None:
        recording.SEAL_LINES = 30  # so that blocks are sealed in the midst of typing too
        self.book = book
        self._pipe = pipe
        self._random = random.Random(seed)
        self._aim = aim  # what it does more often
        self._heard: set[str] = set()
        self._desk = self._open()

    def live(self) -> None:
        """Do one thing after another."""
        weights = [weight + 8 * (name == self._aim) for name, (weight, _) in ACTS.items()]
        while True:
            name = self._random.choices(list(ACTS), weights)[0]
            self.tell(name)
            ACTS[name][1](self)

    def tell(self, *what: object) -> None:
        """Say what is on the screen, or what is begun."""
        os.write(self._pipe, json.dumps([time.monotonic(), *what]).encode() + b"\n")

    def _open(self) -> Desk:
        self._heard.clear()
        desk = Desk.open(self.book)
        assert not desk.read_only, desk.read_only
        self._desk = desk
        self._listen()
        return desk

    def _listen(self) -> None:
        for entry in self._desk.folder.outline.entries:
            if entry.id not in self._heard:
                self._heard.add(entry.id)
                self._desk.draft(entry.id).listen(lambda change, _, scene=entry.id: self._show(scene, change))  # type: ignore[misc]

    def _show(self, scene: str, change: Change) -> None:
        runs = [(run.length, str(run.source.origin), run.source.ref) for run in change.runs()]
        self.tell(scene, change.at, change.removed, change.inserted, runs)

    def _scene(self) -> str:
        return self._random.choice(self._desk.folder.outline.entries).id

    def _text(self, words: int) -> str:
        return "".join(f"{self._random.choice(_WORDS)} " for _ in range(words))

    def typing(self) -> None:
        draft = self._desk.draft(self._scene())
        at = self._random.randint(0, len(draft.text))
        for key in self._text(self._random.randint(1, 8)):
            draft.apply(Change(at, 0, key))
            at += 1
            if self._random.random() < 0.1:
                draft.apply(Change(at - 1, 1, ""))
                at -= 1
            time.sleep(self._random.random() * 0.02)

    def revising(self) -> None:
        draft = self._desk.draft(self._scene())
        size = len(draft.text)
        at = self._random.randint(0, size)
        gone = min(size - at, self._random.randint(1, 60))
        text = self._text(self._random.randint(0, 5))
        if self._random.random() < 0.5:
            draft.apply(Change(at, gone, text, Source(Origin.PASTED, draft.new_ref("paste"))), Cause.PASTE)
        else:
            draft.apply(Change(at, gone, text))
        for turn in self._random.sample([draft.undo, draft.redo, draft.undo], self._random.randint(0, 3)):
            turn()

    def asking(self) -> None:
        scene = self._scene()
        place = len(self._desk.draft(scene).text)
        request = self._desk.suggesting.compose(scene, place, Purpose.CONTINUE)
        self._desk.suggesting.asked(scene, request)
        made = Suggestion(request.suggestion_id(1), request.id, Purpose.CONTINUE, "One", self._text(9), 1.0, "a model")
        self._desk.suggesting.shown(made)
        self._desk.suggesting.insert(made, scene, place)

    def saving(self) -> None:
        self._desk.save()
        self._pause()

    def sealing(self) -> None:
        self._desk.seal()

    def adding(self) -> None:
        if len(self._desk.folder.outline.entries) < 6:
            self._desk.add_scene(f"Scene {self._random.randint(1, 999)}")
            self._listen()

    def closing(self) -> None:
        self._desk.close()
        self.tell("opening")
        self._open()

    def mending(self) -> None:
        """Damage what can be rebuilt whole, rebuild it, and go on."""
        self._desk.close()
        history = self.book / "history"
        closed = self._random.choice(sorted(history.glob("*.zst")))
        harms: list[Callable[[], object]] = [
            lambda: self._append(closed, b"noise"),
            lambda: [path.write_bytes(b"noise") for path in history.glob("*.head")],
            lambda: (history / "author.pub").unlink(missing_ok=True),
            lambda: (self.book / "manuscript.toml").write_bytes(b"format = "),
            lambda: shutil.rmtree(self.book / "scenes", ignore_errors=True),
        ]
        for harm in self._random.sample(harms, 2):
            harm()
        repair(self.book)
        self.tell("opening")
        if not self._open().folder.outline.entries:
            self._desk.add_scene("Begun again")  # nothing was written yet
            self._listen()

    def _append(self, path: Path, noise: bytes) -> None:
        with path.open("ab") as file:  # never emptied on the way
            file.write(noise)

    def bundling(self) -> None:
        self._desk.settle()
        make_bundle(self.book, self.book.with_suffix(f".{os.getpid()}.zip"))

    def resting(self) -> None:
        self._pause()

    def _pause(self) -> None:
        time.sleep(self._random.random() * 0.5)


ACTS: dict[str, tuple[float, Callable[[Life], None]]] = {
    "typing": (6, Life.typing),
    "revising": (3, Life.revising),
    "asking": (1.5, Life.asking),
    "saving": (2, Life.saving),
    "sealing": (1, Life.sealing),
    "adding": (0.5, Life.adding),
    "closing": (1, Life.closing),
    "bundling": (0.7, Life.bundling),
    "mending": (0.5, Life.mending),
    "resting": (1, Life.resting),
}
"""What a run does, by name: how often, and how. Whatever else changes a manuscript on disk goes in here."""


def begin(book: Path) -> None:
    """A new manuscript, with two scenes."""
    desk = Desk.create(book, "A book")
    desk.add_scene("Another scene")
    assert desk.close()


def found(book: Path, *, mend: bool) -> dict[str, Any]:
    """How a manuscript is found after a kill: its scenes with whose every unit is, and complaints.

    With ``mend`` it was damaged on purpose when the kill came, and is repaired first.
    """
    complaints: list[str] = []
    if mend:
        repair(book)
    desk = Desk.open(book)
    if desk.read_only:
        complaints.append(desk.read_only)
    if desk.arrived:
        complaints.append(f"words came from outside: {desk.arrived}")
    scenes = {}
    for entry in desk.folder.outline.entries:
        text = desk.draft(entry.id).text
        spans = [(text.slice(s.start, s.end), str(s.origin), s.source.ref) for s in text.spans()]
        scenes[entry.id] = [(unit, origin, ref) for piece, origin, ref in spans for unit in piece]
    if not desk.close():
        complaints.append("it cannot be closed")
    entries = desk.folder.outline.entries
    complaints += [f"{e.file} is not its text" for e in entries if desk.folder.read(e) != desk.text(e.id)]
    seen = check(book)
    if not seen.whole or not seen.signed:
        complaints.append(f"the record is {seen.status}: {seen.faults}")
    return {"scenes": scenes, "complaints": complaints, "late": seen.late_seals}
