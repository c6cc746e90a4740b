"""Opening by a checkpoint gives what opening without one gives, whatever was written, in however many sittings, however
each of them ended."""

import shutil
import tempfile
from pathlib import Path
from random import Random
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.checkpoint import checkpoint_file, keep_checkpoint, read_opening
from firsthand.desk.draft import Draft
from firsthand.desk.session import Desk
from firsthand.desk.undo import Undos
from firsthand.history import Cause, Said, disk
from firsthand.manuscript import Entry, Folder
from firsthand.provenance import Change, Origin
from firsthand.provenance.origins import PLAIN
from tests.apart import Author, begun, settle, write

PLACE, SCENE = st.floats(0, 1), st.integers(0, 2)
SAID = "She counted the boats twice, and then the men who had come back in them, and said nothing. "
TEXTS = st.sampled_from(
    ["one two ", "she\n", "😀", "\ud83d", "\ude00", "日本。", "x" * 60, SAID, "a b c d e f g h i j "]
)
DEED = st.one_of(
    st.tuples(st.just("keys"), SCENE, PLACE, TEXTS),
    st.tuples(st.just("back"), SCENE, PLACE, st.integers(1, 60)),
    st.tuples(st.just("paste"), SCENE, PLACE, TEXTS),
    st.tuples(st.just("suggest"), SCENE, PLACE, TEXTS),
    st.tuples(st.just("retype"), SCENE, PLACE, st.just(SAID)),
    st.tuples(st.just("undo"), SCENE, PLACE, st.integers(1, 4)),
    st.tuples(st.just("redo"), SCENE, PLACE, st.integers(1, 4)),
    st.tuples(st.just("declare"), SCENE, PLACE, st.sampled_from(list(Said))),
    st.tuples(st.just("wait"), SCENE, PLACE, st.integers(1, 9000)),
    st.tuples(st.just("outside"), SCENE, PLACE, TEXTS),
)
END = st.sampled_from(["closed", "closed and kept", "killed"])
SITTINGS = st.lists(st.tuples(st.lists(DEED, max_size=9), END), min_size=1, max_size=4)


class Writer:
    """Somebody at a desk, sitting after sitting, over one manuscript in ``place``."""

    def __init__(self, place: Path) -> None:
        self.place, self.now, self.shown = place / "0", 1_790_000_000_000, 0
        desk = Desk.create(self.place, "A book")
        desk.add_scene("Two")
        desk.add_scene("Three")
        assert desk.close()

    def sit(self, deeds, end):
        self.now += 100_000
        desk = Desk.open(self.place, clock=self.clock)
        for name, scene, place, what in deeds:
            entry = desk.folder.outline.scenes[scene]
            draft = desk.draft(entry.id)
            getattr(self, name)(desk, draft, round(place * len(draft.text)), what)
        if end == "killed":
            desk.save()
            assert desk.settle()
            copy = self.place.with_name(str(int(self.place.name) + 1))
            shutil.copytree(self.place, copy)
            self.place = copy
        assert desk.close()
        if end == "closed and kept":
            keep_checkpoint(Folder.open(self.place))

    def clock(self):
        self.now += 40
        return self.now

    def keys(self, desk, draft, at, text):
        for key in text:
            draft.apply(Change(at, 0, key))
            at += len(key.encode("utf-16-le", "surrogatepass")) // 2

    def back(self, desk, draft, at, count):
        removed = min(count, len(draft.text) - at)
        draft.apply(Change(at, removed, ""))

    def paste(self, desk, draft, at, text):
        draft.bring(at, 0, text, Cause.PASTE)

    def suggest(self, desk, draft, at, text):
        self.shown += 1
        made = Suggestion(f"r{self.shown}.1", f"r{self.shown}", Purpose.CONTINUE, "", text, 1.0, "a model")
        desk.suggesting.shown(made)
        desk.suggesting.insert(made, draft.entry.id, at)

    def retype(self, desk, draft, at, text):
        made = Suggestion(f"t{self.shown}.1", f"t{self.shown}", Purpose.CONTINUE, "", text, 1.0, "a model")
        desk.suggesting.shown(made)
        self.keys(desk, draft, at, text)

    def undo(self, desk, draft, at, count):
        for _ in range(count):
            draft.undo()

    def redo(self, desk, draft, at, count):
        for _ in range(count):
            draft.redo()

    def declare(self, desk, draft, at, said):
        for source in desk.declaring.sources():
            desk.declaring.declare(source.ref, said)

    def wait(self, desk, draft, at, time):
        self.now += time

    def outside(self, desk, draft, at, text):
        desk.settle()
        file = desk.folder.file(draft.entry)
        held = file.read_bytes().decode() if file.exists() else ""
        at = min(at, len(held))
        file.parent.mkdir(exist_ok=True)
        file.write_text(held[:at] + text.encode("utf-8", "replace").decode() + held[at:], "utf-8", newline="")
        desk.look_outside()


def known(place: Path, *, with_checkpoint: bool) -> dict[str, object]:
    """All that can be seen of a manuscript that is opened."""
    folder, undos = Folder.open(place), Undos()
    if not with_checkpoint:
        checkpoint_file(folder.outline.id).unlink(missing_ok=True)
    opening = read_opening(folder, undos)
    assert (opening.before is not None) is with_checkpoint
    replay, account = opening.account.replay, opening.account
    memory = replay.recogniser.memory()
    seen: dict[str, object] = {
        "told": memory.told,
        "removed": memory.removed(),
        "removing": memory.removing,
        "held": memory.held,
        "latest": opening.latest,
        "saves": account.saves,
        "outline": bytes(account.replay.line.outline or b""),
        "arrivals": account.arrivals.when,
    }
    for name in ("asked", "shown", "fates", "declared", "brought", "resyncs", "misfits", "first", "last", "sittings"):
        seen[name] = getattr(replay, name)
    seen["records"], seen["scenes"] = replay.records, list(replay.scenes)
    for scene, state in replay.scenes.items():
        seen[scene] = [
            state.text.text,
            state.text.runs(),
            state.text.counts(),
            state.ever_inserted,
            state.ever_observed,
            state.insertions,
            state.retyped,
            state.last_change,
        ]
        seen[f"{scene} known again"] = recognised(replay, scene)
    for scene in list(replay.scenes):
        seen[f"{scene} undone"] = list(turned(replay, scene, undos))
    return seen


def recognised(replay, scene):
    """What is found of a text that stands at the end of a scene, as if it had just come in."""
    text = replay.scenes[scene].text
    text.apply(Change(len(text), 0, SAID, Origin.PASTED))
    found = replay.recogniser.brought(scene, len(text) - len(SAID), len(SAID), PLAIN[Origin.PASTED])
    text.apply(Change(len(text) - len(SAID), len(SAID), ""))
    return found, replay.recogniser.stood(SAID)


def turned(replay, scene, undos):
    """Every text on the way back, and on the way here again."""
    entry, state = Entry(scene, "", ""), replay.scenes[scene]
    draft = Draft(entry, state, lambda *_, **__: None, lambda *_: None, lambda: 0, replay.recogniser, undos.of(scene))
    for turn in (draft.undo, draft.redo):
        while turn():
            yield draft.text.text, draft.text.runs()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(SITTINGS, st.sampled_from([0, disk.SETTLES]))
def test_opening_by_a_checkpoint_is_opening_without(sittings, settles):
    with tempfile.TemporaryDirectory() as home, patch.object(disk, "SETTLES", settles):
        writer = Writer(Path(home))
        for deeds, end in sittings:
            writer.sit(deeds, end)
        Desk.open(writer.place, clock=writer.clock).close()  # what a kill left is sealed
        shorter = known(writer.place, with_checkpoint=True)
        assert shorter == known(writer.place, with_checkpoint=False)
        assert shorter == known(writer.place, with_checkpoint=True)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000_000), rounds=st.integers(1, 2))
def test_opening_by_a_checkpoint_is_opening_without_where_two_computers_wrote(seed, rounds):
    chance = Random(seed)
    author = Author(chance)
    with tempfile.TemporaryDirectory() as home:
        one, other, synchroniser = begun(Path(home), author, copies=False)
        for _ in range(rounds):
            for computer in (one, other):
                write(author, computer, chance.randint(0, 5))
            settle(one, other, synchroniser)
            for _ in range(2):  # one after the other; the checkpoint is of the first, and the second comes on top
                write(author, chance.choice([one, other]), chance.randint(1, 5))
                synchroniser.run()
                for computer in (one, other):
                    with computer.on():
                        read_opening(Folder.open(computer.book), Undos())
        write(author, chance.choice([one, other]), chance.randint(1, 5))
        synchroniser.run()
        for computer in (one, other):
            with computer.on():
                shorter = known(computer.book, with_checkpoint=True)
                assert shorter == known(computer.book, with_checkpoint=False)
