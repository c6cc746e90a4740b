"""The page with real keys and a real wheel: what is chosen is kept, words arrive, the caret is where it was."""

import tomllib
from pathlib import Path

import pytest

from firsthand.desk.sample import sample_novel
from tests.e2e.screen import MISSING, Program, screen, wait_for

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]


def first_scene(manuscript: Path) -> Path:
    return min((manuscript / "scenes").glob("*.md"))


@pytest.mark.parametrize("scale", ["1", "2"])
def test_a_sitting_with_all_the_page_can_do(tmp_path: Path, scale: str) -> None:
    manuscript = sample_novel(tmp_path / "The Salt Ledger")
    scene = first_scene(manuscript)
    before = scene.read_text("utf-8")
    with screen("1600x1000") as display:
        program = Program(display, tmp_path / "home", manuscript, QT_SCALE_FACTOR=scale)
        try:
            program.find_window("The Salt Ledger")
            program.type("One ")
            program.keys("alt+3", "alt+4", "alt+5", "alt+6", "ctrl+shift+i")
            program.keys("F11")
            program.type("two ")
            program.keys("ctrl+plus")
            program.wheel(up=True)
            program.keys("Escape")
            program.type("three ")
            wait_for(lambda: scene.read_text("utf-8") == "One two three " + before, "the words in the file")
            program.keys("ctrl+q")
            assert program.wait_for_end() == 0
            view = tomllib.loads((tmp_path / "home" / "settings" / "settings.toml").read_text("utf-8"))["view"]
            assert (view["focus"], view["typewriter"], view["dialogue"]) == ("sentence", True, True)
            assert (view["signs"], view["appearance"], view["zoom"]) == ("hidden", "sepia", 125)
            assert (view["binder"], view["companion"]) == (True, True)
        finally:
            program.end()
        again = Program(display, tmp_path / "home", manuscript, QT_SCALE_FACTOR=scale)
        try:
            again.find_window("The Salt Ledger")
            again.type("four ")
            wait_for(
                lambda: scene.read_text("utf-8") == "One two three four " + before, "the words where the caret was"
            )
            again.keys("ctrl+q")
            assert again.wait_for_end() == 0
        finally:
            again.end()
