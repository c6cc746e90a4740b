"""The story of the program, with the real window, real keys and the real model.

A novelist drafts, asks, takes a suggestion, rewrites half of it, changes their mind and back, leaves, comes back, and
reads a report that says to the character which words are the model's.
"""

import json
import subprocess
import sys

import pytest

from firsthand.companion import find_model
from firsthand.desk.session import Desk
from firsthand.provenance.units import to_units
from tests.e2e.screen import MISSING, Program, account, screen, wait_for

pytestmark = [
    pytest.mark.display,
    pytest.mark.model,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
    pytest.mark.skipif(find_model() is None, reason="the built-in model is not installed"),
]

DRAFT = (
    "The tide had gone out further than anyone remembered. Ada walked on the floor of the harbour in her good shoes."
)
OWN = " and she did not look back at the town."


@pytest.fixture
def display():
    with screen() as name:
        yield name


@pytest.fixture
def start(display, tmp_path):
    programs = []

    def begin(manuscript):
        program = Program(display, tmp_path / "home", manuscript)
        programs.append(program)
        program.find_window("Low Tide")
        return program

    yield begin
    for program in programs:
        program.end()


def test_a_scene_from_the_first_key_to_the_report(start, tmp_path):
    manuscript = tmp_path / "Low Tide"
    desk = Desk.create(manuscript, "Low Tide")
    scene = desk.folder.outline.scenes[0].id
    assert desk.close()

    def text():
        return account(manuscript).replay.scene(scene).text.text

    program = start(manuscript)
    program.type(DRAFT)
    wait_for(lambda: text() == DRAFT, "the draft in the history")

    program.keys("ctrl+Return")
    wait_for(lambda: len(account(manuscript).replay.shown) == 3, "three suggestions", 240)
    assert text() == DRAFT  # nothing enters the draft by itself

    program.keys("ctrl+shift+Return")
    wait_for(lambda: text() != DRAFT, "the insertion")
    asked = next(iter(account(manuscript).replay.asked))
    shown, _ = account(manuscript).replay.shown[f"{asked}.1"]
    suggested = to_units(shown.text)
    assert text() == DRAFT + shown.text

    half = len(suggested) // 2
    program.keys("shift+Left", times=half)
    program.type(OWN)
    rewritten = DRAFT + shown.text[: len(shown.text) - half] + OWN
    wait_for(lambda: text() == rewritten, "the revision")

    program.keys("ctrl+z")
    wait_for(lambda: text() != rewritten, "the undo")
    program.keys("ctrl+shift+z")
    wait_for(lambda: text() == rewritten, "the redo")

    program.keys("ctrl+q")
    assert program.wait_for_end() == 0

    program = start(manuscript)
    program.type(" It was Sunday.")
    final = rewritten + " It was Sunday."
    wait_for(lambda: text() == final, "the words of the second sitting, where the first had stopped")
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
    assert "Traceback" not in program.said.read_text()

    command = [sys.executable, "-m", "firsthand", "report", str(manuscript), "--json"]
    told = json.loads(subprocess.run(command, env=program.environment, capture_output=True, check=True).stdout)
    [reported] = [one for one in told["scenes"] if one["id"] == scene]
    kept = len(suggested) - half
    first, last = len(DRAFT), len(DRAFT) + kept
    assert reported["spans"] == [
        [0, first, "typed", None],
        [first, last, "model", shown.suggestion],
        [last, len(to_units(final)), "typed", None],
    ]
    assert reported["units"]["model"] == kept
    assert reported["units"]["typed"] == len(to_units(final)) - kept
    assert (manuscript / desk.folder.outline.scenes[0].file).read_text("utf-8") == final
    assert told["verification"]["whole"] is True
