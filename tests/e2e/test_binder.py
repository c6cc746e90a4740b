"""The binder with real keys and a real mouse: dragging, choosing several, the bin, dividing, taking back."""

import shutil
import subprocess
import time

import pytest
from PySide6.QtGui import QImage

from firsthand.desk.session import Desk
from firsthand.manuscript import Folder
from firsthand.provenance import Change, Origin, Source
from firsthand.qt.theme import LIGHT
from tests.e2e.screen import MISSING, Program, account, screen, wait_for
from tests.unit.outlines import line

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
    pytest.mark.skipif(shutil.which("import") is None, reason="needs ImageMagick's import"),
]
MINE, PASTED = "It was dark, and the tide was out. ", "Nobody came."


@pytest.fixture
def manuscript(tmp_path):
    """Two chapters: a, b, c and d, e."""
    desk = Desk.create(tmp_path / "Low Tide", "Low Tide")
    first = desk.folder.outline.scenes[0].id
    chapter = desk.folder.outline.chapter[0].id
    desk.rename(first, "a")
    for title in "bc":
        desk.arranging.add_scene(title, chapter)
    other = desk.arranging.add_chapter("Two", chapter).id
    for title in "de":
        desk.arranging.add_scene(title, other)
    for entry in desk.folder.outline.scenes:
        desk.draft(entry.id).apply(Change(0, 0, MINE))
        desk.draft(entry.id).apply(Change(len(MINE), 0, PASTED, Source(Origin.PASTED, "paste:1")))
    assert desk.close()
    return tmp_path / "Low Tide"


@pytest.fixture
def program(tmp_path, manuscript):
    with screen("1200x800") as display:
        made = Program(display, tmp_path / "home", manuscript)
        try:
            made.find_window("Low Tide")
            made.place(0, 0, 1200, 800)
            yield made
        finally:
            made.end()


def order(manuscript) -> str:
    """The order on the disk, by titles."""
    outline = Folder.open(manuscript).outline
    said = line(outline)
    for entry in outline.entries:
        said = said.replace(entry.id, entry.title)
    return said.replace(outline.chapter[0].id, outline.chapter[0].title) if outline.chapter else said


def rows(program, tmp_path, count) -> list[int]:
    """The heights of the scenes' bars on the screen, from the top; waits until there are ``count``."""

    def look() -> list[int]:
        picture = tmp_path / "screen.png"
        command = ["import", "-window", "root", str(picture)]
        subprocess.run(command, env=program.environment, check=True, timeout=30)
        image = QImage(str(picture))
        hits = [y for y in range(60, 700) if image.pixelColor(30, y).name() == LIGHT.author]
        found = [y for y in hits if y - 1 not in hits and y + 2 in hits]  # bars are three high; a frame is one
        return found if len(found) == count else []

    wait_for(look, f"{count} scenes in the binder")
    time.sleep(0.3)
    return look()


def expect(manuscript, said):
    wait_for(lambda: order(manuscript) == said, said)


def test_an_order_made_by_mouse_and_keys(program, manuscript, tmp_path):
    expect(manuscript, "One[a b c] Two[d e]")
    places = rows(program, tmp_path, 5)
    program.drag((60, places[0] - 12), (70, places[3] + 1), 8)
    expect(manuscript, "One[b c] Two[d a e]")
    program.keys("ctrl+z")
    expect(manuscript, "One[a b c] Two[d e]")
    program.keys("ctrl+y")
    expect(manuscript, "One[b c] Two[d a e]")
    program.keys("alt+Up")
    expect(manuscript, "One[b c] Two[a d e]")
    program.keys("alt+Up")
    expect(manuscript, "One[b c a] Two[d e]")
    program.keys("alt+Down", "alt+Down", "alt+Down")
    expect(manuscript, "One[b c] Two[d e a]")
    places = rows(program, tmp_path, 5)
    program.click(60, places[0] - 12)
    program.click(60, places[2] - 12, held="ctrl")
    program.keys("Delete")
    expect(manuscript, "One[c] Two[e a] |  | b<One d<" + Folder.open(manuscript).outline.chapter[1].id)
    program.keys("ctrl+z")
    expect(manuscript, "One[b c] Two[d e a]")
    assert "Traceback" not in program.said.read_text()


def test_a_scene_divided_and_joined_from_the_page(program, manuscript, tmp_path):
    first = Folder.open(manuscript).outline.scenes[0].id

    def said() -> list[str]:
        now = account(manuscript)
        return [now.replay.scene(entry.id).text.text for entry in now.folder.outline.scenes[:2]]

    a, *_ = rows(program, tmp_path, 5)
    program.click(60, a - 12)
    time.sleep(0.5)
    program.keys("ctrl+Home")
    program.keys("Right", times=7)
    program.keys("alt+shift+s")
    wait_for(lambda: said() == [MINE[:7], MINE[7:] + PASTED], "the scene divided")
    second = Folder.open(manuscript).outline.scenes[1]
    assert second.title == "a, continued"
    spans = account(manuscript).replay.scene(second.id).text.spans()
    assert [(s.start, s.end, s.origin) for s in spans] == [
        (0, len(MINE) - 7, Origin.TYPED),
        (len(MINE) - 7, len(MINE + PASTED) - 7, Origin.PASTED),
    ]
    program.keys("ctrl+z")
    wait_for(lambda: said() == [MINE + PASTED, MINE + PASTED], "the scene as it was, and the next one")
    program.keys("ctrl+shift+z")
    wait_for(lambda: said() == [MINE[:7], MINE[7:] + PASTED], "the scene divided again")
    program.type("X")
    wait_for(lambda: said()[0] == MINE[:7] + "X" or said()[1].startswith("X"), "a key where the caret stands")
    a, *_ = rows(program, tmp_path, 6)
    program.click(60, a - 12)
    program.keys("alt+shift+j")
    wait_for(lambda: len(Folder.open(manuscript).outline.bin) == 1, "the scenes joined")
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
    text = account(manuscript).replay.scene(first).text.text
    assert text.replace("\n", "").replace("X", "") == MINE + PASTED
    assert "Traceback" not in program.said.read_text()
