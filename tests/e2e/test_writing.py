"""A morning at the desk with the real window, real keys and the clipboard of another program.

Typography, spelling, finding and replacing, the binder's names, statuses and filter, a goal, the settings, a key of
one's own, a paste: each is looked for in the manuscript's files, as another program would see it.
"""

import shutil
import subprocess
import time
import tomllib
from pathlib import Path

import pytest

from firsthand.desk.session import Desk
from firsthand.manuscript import Folder
from firsthand.provenance import Change, Origin
from tests.e2e.screen import MISSING, Program, account, screen, wait_for

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
    pytest.mark.skipif(shutil.which("xclip") is None, reason="needs xclip"),
]
TIDE = "The tide was out. Nobody had told the tide.\n"


@pytest.fixture
def manuscript(tmp_path):
    """Two scenes, a and b, each with the tide in it."""
    desk = Desk.create(tmp_path / "Low Tide", "Low Tide")
    desk.rename(desk.folder.outline.scenes[0].id, "a")
    desk.arranging.add_scene("b", desk.folder.outline.chapter[0].id)
    for entry in desk.folder.outline.scenes:
        desk.draft(entry.id).apply(Change(0, 0, TIDE))
    assert desk.close()
    return tmp_path / "Low Tide"


@pytest.fixture
def program(tmp_path, manuscript):
    with screen("1440x900") as display:
        made = Program(display, tmp_path / "home", manuscript)
        try:
            made.find_window("Low Tide — Firsthand")
            yield made
            assert "Traceback" not in made.said.read_text()
        finally:
            made.end()


def texts(manuscript: Path) -> list[str]:
    told = account(manuscript)
    return [told.replay.scene(entry.id).text.text for entry in told.folder.outline.scenes]


def expect(manuscript: Path, *wanted: str) -> None:
    wait_for(lambda: texts(manuscript) == list(wanted), f"{wanted}, not {texts(manuscript)}", 20)


def chosen(file: Path, table: str, key: str) -> object:
    """What a file of settings says."""
    found = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    return found.get(table, {}).get(key)


def window_of(program: Program, title: str) -> None:
    """Give the keyboard to a window above the first one, once it can take it."""
    program.find_window(title)
    time.sleep(0.7)  # there is no window manager here that would tell


def back(program: Program) -> None:
    program.find_window("Low Tide — Firsthand")
    time.sleep(1)


def test_words_are_set_mended_found_and_pasted(program, manuscript):
    program.type('"So--')
    expect(manuscript, "“So—" + TIDE, TIDE)
    program.keys("BackSpace")
    expect(manuscript, "“So--" + TIDE, TIDE)  # one Backspace takes the typography back, and nothing else
    program.keys("BackSpace", times=5)
    program.type("nihgt ")
    expect(manuscript, "nihgt " + TIDE, TIDE)
    time.sleep(1)
    program.keys("ctrl+Home", "F7")
    time.sleep(2)
    program.keys("Menu")
    time.sleep(2)
    program.keys("Down", "Return")
    wait_for(lambda: not texts(manuscript)[0].startswith("nihgt"), "the suggestion of the dictionary")
    mended = texts(manuscript)[0].removesuffix(TIDE)
    assert mended == "night "
    spans = account(manuscript).replay.scene(first(manuscript)).text.spans()
    assert Origin.TOOL in [span.origin for span in spans]

    program.keys("ctrl+h")
    program.type("tide")
    program.keys("Tab")
    program.type("sea")
    time.sleep(1)
    program.keys("Tab", "Tab", "space")
    sea = TIDE.replace("tide", "sea")
    expect(manuscript, mended + sea, TIDE)
    program.keys("Escape", "ctrl+z")
    expect(manuscript, mended + TIDE, TIDE)  # one undo

    said = "Words of another program.\n"
    subprocess.run(["xclip", "-selection", "clipboard"], input=said.encode(), env=program.environment, check=True)
    program.keys("ctrl+Home", "ctrl+v")
    expect(manuscript, said + mended + TIDE, TIDE)
    found = list(account(manuscript).replay.scene(first(manuscript)).text.spans())
    assert (found[0].origin, found[0].end) == (Origin.PASTED, len(said))
    program.keys("ctrl+a", "ctrl+c")
    command = ["xclip", "-o", "-selection", "clipboard"]
    time.sleep(0.5)
    out = subprocess.run(command, env=program.environment, capture_output=True, check=True, timeout=20).stdout
    assert out.decode() == said + mended + TIDE


def first(manuscript: Path) -> str:
    return Folder.open(manuscript).outline.scenes[0].id


def test_the_manuscript_is_arranged_and_chosen_for_by_keys(program, manuscript, tmp_path):
    def titles() -> list[tuple[str, str]]:
        return [(entry.title, entry.status) for entry in Folder.open(manuscript).outline.scenes]

    program.keys("ctrl+n")
    time.sleep(0.5)
    program.type("Fog")
    program.keys("Return")
    wait_for(lambda: titles() == [("a", ""), ("Fog", ""), ("b", "")], "the new scene by its name")
    time.sleep(0.3)
    program.type("It came in.")
    expect(manuscript, TIDE, "It came in.", TIDE)

    for key in ("alt+b", "t", "Down", "Down", "Return"):
        program.keys(key)
        time.sleep(0.5)
    wait_for(lambda: titles()[1] == ("Fog", "draft"), "the status, by the menu", 20)
    program.keys("ctrl+shift+p")
    window_of(program, "Commands")
    program.type("typew")
    program.keys("Return")
    back(program)
    mine = tmp_path / "home" / "settings" / "settings.toml"
    wait_for(lambda: chosen(mine, "view", "typewriter"), "typewriter scrolling, by the list of commands", 20)

    program.keys("alt+shift+f")
    program.type("b")
    program.keys("Return")
    time.sleep(0.5)
    program.keys("ctrl+Home")
    program.type("X")
    expect(manuscript, TIDE, "It came in.", "X" + TIDE)  # the filter's first scene was opened
    program.keys("BackSpace")

    program.keys("ctrl+shift+f")
    time.sleep(0.5)
    program.type("tide")
    time.sleep(1)
    program.keys("Tab", times=5)
    program.keys("space")
    time.sleep(0.3)
    program.type("sea")
    time.sleep(1)  # it is shown first
    assert texts(manuscript) == [TIDE, "It came in.", TIDE]
    program.keys("Tab", "space")
    sea = TIDE.replace("tide", "sea")
    expect(manuscript, sea, "It came in.", sea)
    program.keys("Escape")

    program.keys("ctrl+alt+g")
    window_of(program, "Words and goals")
    program.keys("alt+d")
    program.type("300")
    program.keys("Tab")
    wait_for(lambda: any(chosen(file, "goals", "daily") == 300 for file in manuscript.rglob("*.toml")), "the goal")
    program.keys("Escape")
    back(program)

    program.keys("ctrl+comma")
    window_of(program, "Settings")
    program.keys("alt+s", "Up", "Up")
    wait_for(lambda: chosen(mine, "page", "size") == 21, "the size of the type, at once")
    program.keys("Escape")
    back(program)

    program.keys("F1")
    window_of(program, "Keyboard shortcuts")
    program.type("duplicate")
    program.keys("alt+k")
    program.keys("ctrl+j")
    time.sleep(1.5)  # Qt waits for a second key
    program.keys("Escape")
    time.sleep(0.5)
    back(program)
    program.keys("ctrl+j")
    expect(manuscript, sea, "It came in.", sea + sea)
