"""The manuscript of format 1 that every later Firsthand opens: ``python -m tests.golden.manuscript`` made it once.

It is kept for ever and never made anew; a later format gets a folder of its own beside it. ``whole`` was written on two
computers and joined, and is closed and signed. ``killed`` is the same a sitting later, with a journal that a kill left.
``expected.json`` is what the program that made them told of them.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import keyring

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.history import Cause, Choice, Said
from firsthand.provenance import Change, Origin, Source
from tests.computers import Clock, Computer, Synchroniser
from tests.unit.test_keys import MemoryKeyring

HOME = Path(__file__).parent / "manuscript-1"
TIDE = "The tide was out, and nobody in the harbour had told Ines 🦀."
PASTED = "\n“Low water till seven,” said the man behind the hatch."
TOLD = " She kept the ledger in the flour bin, because nobody steals flour."


def told(book: Path) -> dict[str, dict[str, Any]]:
    """What the program knows of a manuscript: texts with whose they are, how far undo goes, figures."""
    desk = Desk.open(book)
    scenes: dict[str, dict[str, Any]] = {}
    for entry in desk.folder.outline.entries:
        text = desk.draft(entry.id).text
        spans = [[text.slice(s.start, s.end), str(s.origin), s.source.ref, s.offset] for s in text.spans()]
        scenes[entry.id] = {"title": entry.title, "file": entry.file, "spans": spans}
    for entry in desk.folder.outline.entries:
        draft = desk.draft(entry.id)
        steps = 0
        while draft.undo():
            steps += 1
        while draft.redo():
            pass
        scenes[entry.id]["steps"] = steps
    assert desk.close()
    return scenes


def figures(book: Path) -> Any:
    """The totals of the manuscript's report."""
    return json.loads(make_report(book).json())["totals"]


def _write(first: Computer, second: Computer) -> None:
    with first.on():
        desk = Desk.create(first.book, "Low Water", first.told.append)
        scene = desk.folder.outline.scenes[0].id
        draft = desk.draft(scene)
        for at, key in enumerate("The tidde"):
            draft.apply(Change(at, 0, key))
        draft.apply(Change(7, 1, ""))
        crab = TIDE.index("🦀")
        for at, key in enumerate(TIDE[8:], 8):
            draft.apply(Change(at + (at > crab), 0, key))  # it is two units
        assert desk.text(scene) == TIDE
        desk.draft(scene).apply(Change(len(TIDE) + 1, 0, PASTED, Source(Origin.PASTED, "paste:1")), Cause.PASTE)
        desk.declaring.declare("paste:1", Said.OWN)
        desk.versioning.name("Before the model")
        request = desk.suggesting.compose(scene, len(TIDE + PASTED) + 1, Purpose.CONTINUE)
        desk.suggesting.asked(scene, request)
        shown = Suggestion(f"{request.id}.1", request.id, Purpose.CONTINUE, "Version 1", TOLD, 1.5, "SmolLM2")
        desk.suggesting.shown(shown)
        desk.suggesting.insert(shown, scene, len(TIDE + PASTED) + 1)
        assert desk.close()
    synchroniser = Synchroniser(first, second)
    synchroniser.begin()
    for computer, word in ((first, "Here."), (second, "There.")):
        with computer.sitting() as desk:
            end = len(TIDE + PASTED + TOLD) + 1
            desk.draft(scene).apply(Change(end, 0, f"\n{word}"))
            note = desk.add_note(f"A note: {word}")
            desk.draft(note.id).apply(Change(0, 0, f"Written {word}"))
    synchroniser.run()
    with first.sitting() as desk:
        (question,) = desk.choosing.questions()
        desk.choosing.choose(question, Choice.BOTH)
    synchroniser.run()
    with first.sitting() as desk:
        scene_two = desk.arranging.split(scene, len(TIDE) + 1, "The hatch")
        desk.draft(scene_two.id).apply(Change(0, 0, "It was noon. "))


def main() -> None:
    """Make it, if it is not there."""
    if HOME.exists():
        sys.exit(f"{HOME} is kept as it is.")
    keyring.set_keyring(MemoryKeyring())
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        clock.now = 1_795_350_000_000  # later on the day on which it was made
        first, second = (Computer(Path(folder), name, clock) for name in ("first", "second"))
        _write(first, second)
        HOME.mkdir()
        shutil.copytree(first.book, HOME / "whole", ignore=shutil.ignore_patterns(".lock"))
        desk = first.open()
        desk.draft(desk.folder.outline.scenes[0].id).apply(Change(0, 0, "Once. "))
        assert desk.flush()
        shutil.copytree(first.book, HOME / "killed", ignore=shutil.ignore_patterns(".lock"))
        assert desk.close()
        with Computer(Path(folder), "third", clock).on():  # what can be taken back goes by computers
            expected = {kind: told(_copied(HOME / kind, Path(folder) / kind)) for kind in ("whole", "killed")}
            expected["totals"] = figures(_copied(HOME / "whole", Path(folder) / "figures"))
    (HOME / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _copied(book: Path, to: Path) -> Path:
    shutil.copytree(book, to)
    return to


if __name__ == "__main__":
    main()
