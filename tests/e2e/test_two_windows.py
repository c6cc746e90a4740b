"""Two windows on two manuscripts, and strangers on the same clipboard: whose the words are when they arrive."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.session import Desk
from firsthand.history import Cause, Changed, SceneState
from firsthand.provenance import Change
from tests.e2e.screen import MISSING, Program, account, screen, wait_for

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
    pytest.mark.skipif(shutil.which("xclip") is None, reason="needs xclip"),
]

FORMAT = "application/x-firsthand-passage"
OWN = "The harbour was dry that morning. "
GULL = "A gull sat down on the rail."
SUGGESTION = "r1.1"

STRANGER = """
import sys
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtWidgets import QApplication
app = QApplication([])
mime = QMimeData()
mime.setText(sys.argv[1])
mime.setData(sys.argv[2], QByteArray(open(sys.argv[3], "rb").read()))
app.clipboard().setMimeData(mime)
print("mine", flush=True)
app.exec()
"""


@pytest.fixture
def display() -> Iterator[str]:
    with screen("2000x900") as name:
        yield name


@pytest.fixture
def start(display: str, tmp_path: Path) -> Iterator[Callable[[Path, str], Program]]:
    programs: list[Program] = []

    def begin(manuscript: Path, title: str) -> Program:
        program = Program(display, tmp_path / "home", manuscript)
        programs.append(program)
        program.find_window(title)
        return program

    yield begin
    for program in programs:
        program.end()


def low_tide(folder: Path, lines: int = 1) -> Path:
    """A manuscript of the author's words with a model's behind them, in each of its lines."""
    desk = Desk.create(folder, "Low Tide")
    scene = desk.folder.outline.scenes[0].id
    draft = desk.draft(scene)
    desk.suggesting.shown(Suggestion(SUGGESTION, "r1", Purpose.CONTINUE, "Version 1", GULL, 1.0, "a model"))
    for number in range(lines):
        draft.apply(Change(len(draft.text), 0, "\n" * bool(number) + OWN))
        draft.insert_suggestion(len(draft.text), 0, GULL, SUGGESTION)
    assert desk.close()
    return folder


def high_water(folder: Path) -> Path:
    assert Desk.create(folder, "High Water").close()
    return folder


def scene_of(manuscript: Path) -> SceneState:
    told = account(manuscript)
    return told.replay.scene(told.folder.outline.scenes[0].id)


def spans(manuscript: Path) -> list[tuple[str, str, str | None]]:
    text = scene_of(manuscript).text
    return [(text.slice(s.start, s.end), s.origin.value, s.source.ref) for s in text.spans()]


def changes(manuscript: Path) -> list[Changed]:
    return [r for reading in account(manuscript).history.readings for r in reading.records if isinstance(r, Changed)]


def offered(display: str) -> bytes:
    """The sealed passage on the clipboard; nothing if there is none."""
    command = ["xclip", "-o", "-selection", "clipboard", "-t", FORMAT]
    return subprocess.run(command, env={"DISPLAY": display}, capture_output=True, check=False, timeout=20).stdout


@contextmanager
def stranger(display: str, folder: Path, text: str, passage: bytes) -> Iterator[None]:
    """Another program that puts a text and what it says is a passage on the clipboard."""
    data = folder / "passage"
    data.write_bytes(passage)
    home = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    command = [sys.executable, "-c", STRANGER, text, FORMAT, str(data)]
    folder.chmod(0o700)
    process = subprocess.Popen(command, env=home, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "mine\n"
        yield
    finally:
        process.kill()
        process.communicate()


def paste(program: Program, manuscript: Path, expected: str) -> None:
    """Paste at the end and wait until the scene is ``expected``, on disk."""
    program.focus()
    program.keys("ctrl+End", "ctrl+v")
    wait_for(lambda: scene_of(manuscript).text.text == expected, "what was pasted to be recorded")


def test_words_keep_their_origins_from_window_to_window_and_nobody_else_can_give_them(display, start, tmp_path):
    a, b = low_tide(tmp_path / "a"), high_water(tmp_path / "b")
    low = start(a, "Low Tide")
    low.keys("ctrl+a", "ctrl+c")
    wait_for(lambda: offered(display), "the copied words on the clipboard")
    passage = offered(display)
    high = start(b, "High Water")

    altered = OWN.replace("dry", "wet") + GULL
    with stranger(display, tmp_path / "b", altered, passage):  # another text beside a true passage
        paste(high, b, altered)
    forged = passage.replace(b'"model"', b'"typed"')
    assert forged != passage
    with stranger(display, tmp_path / "b", OWN + GULL, forged):  # a passage that was altered
        paste(high, b, altered + OWN + GULL)
    assert {origin for _, origin, _ in spans(b)} == {"pasted"}

    low.focus()
    low.keys("ctrl+a", "ctrl+c")
    wait_for(lambda: offered(display) not in (b"", passage, forged), "the copied words on the clipboard")
    before = altered + OWN + GULL
    paste(high, b, before + OWN + GULL)
    there = account(a).folder.outline.id
    arrived = [(OWN, "typed", f"{there}/"), (GULL, "model", f"{there}/{SUGGESTION}")]
    assert spans(b)[-2:] == arrived

    passage = offered(display)
    low.focus()
    low.keys("ctrl+q")
    assert low.wait_for_end() == 0
    with stranger(display, tmp_path / "b", OWN + GULL, passage):  # a clipboard manager keeps what it was given
        paste(high, b, before + (OWN + GULL) * 2)
    assert spans(b)[-4:] == arrived * 2
    high.keys("ctrl+a", "ctrl+x", "ctrl+q")
    assert high.wait_for_end() == 0, high.said.read_text()
    told = account(b).replay
    assert [told.shown[ref][0].text for ref in told.brought if ref in told.shown] == [GULL]


def test_a_passage_without_its_words_is_not_pasted(display, start, tmp_path):
    b = high_water(tmp_path / "b")
    high = start(b, "High Water")
    data = tmp_path / "passage"
    data.write_bytes(b"0123")
    command = ["xclip", "-i", "-selection", "clipboard", "-t", FORMAT, str(data)]
    subprocess.run(command, env={"DISPLAY": display}, check=True, timeout=20)
    high.keys("ctrl+v", "a")
    wait_for(lambda: scene_of(b).text.text == "a", "the key to be recorded")
    assert spans(b) == [("a", "typed", None)]
    high.keys("ctrl+q")
    assert high.wait_for_end() == 0


@pytest.mark.parametrize("steps", [1, 12], ids=["at once", "as a hand does"])
def test_words_dragged_to_another_window_go_from_here_and_keep_their_origins(display, start, tmp_path, steps):
    a, b = low_tide(tmp_path / "a", lines=30), high_water(tmp_path / "b")
    low, high = start(a, "Low Tide"), start(b, "High Water")
    low.place(0, 0, 1000, 900)
    high.place(1000, 0, 1000, 900)
    low.focus()
    low.keys("ctrl+a")
    low.drag((420, 450), (1420, 450), steps)
    text = "\n".join([OWN + GULL] * 30)
    wait_for(lambda: scene_of(b).text.text == text, "what was dropped to be recorded")
    wait_for(lambda: not len(scene_of(a).text), "what was dragged to be gone")
    there = account(a).folder.outline.id
    assert {span[1:] for span in spans(b)} == {("typed", f"{there}/"), ("model", f"{there}/{SUGGESTION}")}
    assert scene_of(a).ever_inserted == scene_of(b).ever_inserted
    high.focus()
    high.keys("x")  # the caret is behind what was dropped
    wait_for(lambda: scene_of(b).text.text == text + "x", "the key to be recorded")
    for program in (low, high):
        program.focus()
        program.keys("ctrl+q")
        assert program.wait_for_end() == 0


@pytest.mark.parametrize(("held", "cause"), [("", Cause.MOVE), ("ctrl", Cause.COPY)], ids=["moved", "copied with Ctrl"])
def test_words_dragged_within_the_page(display, start, tmp_path, held, cause):
    a = low_tide(tmp_path / "a", lines=30)
    before = scene_of(a)
    low = start(a, "Low Tide")
    low.place(0, 0, 1000, 900)
    low.keys("ctrl+Home")
    low.keys("shift+Down", times=8)
    low.drag((420, 300), (420, 700), 12, held)
    wait_for(lambda: changes(a)[-1].cause is cause, "the drag to be recorded")
    after, change = scene_of(a), changes(a)[-1]
    assert len(changes(a)) == 60 + 1
    copied = len(change.inserted) if cause is Cause.COPY else 0
    assert 0 < len(change.inserted) < len(before.text)
    assert len(after.text) == len(before.text) + copied
    assert sum(after.ever_inserted.values()) == sum(before.ever_inserted.values()) + copied
    for piece, origin, _ in spans(a):
        assert set(piece) <= set(GULL if origin == "model" else OWN + "\n"), piece
    low.keys("ctrl+z", "ctrl+q")
    assert low.wait_for_end() == 0
    assert (scene_of(a).text.text, list(scene_of(a).text.spans())) == (before.text.text, list(before.text.spans()))
