"""Names, roles, values, text and caret as a screen reader gets them, from the real window over the real bus."""

import os
import re
import time
from contextlib import suppress
from functools import partial

import pytest

from firsthand.desk.sample import sample_novel
from firsthand.manuscript import Folder
from tests.e2e.accessible import FOCUSABLE, MISSING, Bus, Node, buses
from tests.e2e.screen import MISSING as NO_SCREEN
from tests.e2e.screen import Program, screen, wait_for

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(NO_SCREEN + MISSING), reason=f"needs {' and '.join(NO_SCREEN + MISSING)}"),
]

NO_ROLE = {"", "unknown", "invalid", "panel", "layered pane"}
"""Roles that tell nobody what can be done. A filler is what Qt calls a widget of a kind of its own: its name tells."""


@pytest.fixture
def world():
    with screen() as display, buses() as (environment, address), Bus(address) as bus:
        yield display, environment, bus


def program_on(bus) -> Node:
    """The program, once the bus knows it."""
    wait_for(lambda: bus.root().children, "the program on the accessibility bus")
    programs: list[Node] = bus.root().children
    return programs[-1]


def nameless(root: Node) -> list[str]:
    """What can have the focus and does not say what it is."""
    found = [(node.role, node.name) for node in root.walk() if FOCUSABLE in node.states]
    assert found
    return [f"{role} “{name}”" for role, name in found if not name.strip() or role in NO_ROLE]


def window(root: Node, title: str) -> Node | None:
    for one in root.children:
        with suppress(RuntimeError):  # it went between two questions
            if re.search(title, one.name):
                return one
    return None


def gone(root: Node, title: str) -> bool:
    return window(root, title) is None


def all_named(root: Node, title: str) -> Node:
    """The window of this title, in which everything that can have the focus has a name and a role."""
    wait_for(lambda: window(root, title), f"“{title}” on the accessibility bus")
    found = window(root, title)
    assert found is not None
    time.sleep(0.5)
    assert nameless(found) == []
    return found


def test_everything_has_a_name_and_the_page_can_be_read(world, tmp_path):
    display, environment, bus = world
    manuscript = sample_novel(tmp_path / "The Salt Ledger")
    outline = Folder.open(manuscript).outline
    (manuscript / "settings.toml").write_text("[goals]\ndaily = 4\n")
    program = Program(display, tmp_path / "home", manuscript, **environment)
    try:
        program.find_window("The Salt Ledger")
        root = program_on(bus)
        shown = all_named(root, "The Salt Ledger")
        page = next(node for node in shown.walk() if node.name.startswith("Page"))
        text = (manuscript / outline.scenes[0].file).read_text("utf-8")
        assert page.role == "text"
        assert page.text() == text
        program.type("One two. ")
        wait_for(lambda: page.text() == f"One two. {text}", "what was typed, read over the bus")
        assert page.caret() == len("One two. ")
        program.keys("ctrl+Right")
        wait_for(lambda: page.caret() == len("One two. ") + len(text.split()[0]) + 1, "the caret a word farther")
        bar = next(node for node in shown.walk() if node.role == "progress bar")
        wait_for(lambda: bar.value() == (2.0, 4.0), "two words of four")
        assert bar.name
        for keys, title in (
            ("ctrl+shift+p", "Commands"),
            ("F1", "Keyboard shortcuts"),
            ("ctrl+alt+g", "Words and goals"),
            ("ctrl+alt+b", "Backups"),
            ("ctrl+alt+n", "New manuscript"),
        ):
            program.find_window("The Salt Ledger")
            program.keys(keys)
            program.find_window(title)
            all_named(root, title)
            program.keys("Escape")
            wait_for(partial(gone, root, title), f"“{title}” to be gone")
        program.find_window("The Salt Ledger")
        program.keys("ctrl+w")
        welcome = all_named(root, "^Firsthand$")
        names = [node.name for node in welcome.walk()]
        assert any(name.startswith("New manuscript") for name in names)
        wait_for(
            lambda: any(node.name.startswith("The Salt Ledger, ") for node in welcome.walk()), "the recent manuscript"
        )
        program.keys("ctrl+q")
        assert program.wait_for_end() == 0
        assert "Traceback" not in program.said.read_text()
    finally:
        program.end()
    assert os.environ.get("DBUS_SESSION_BUS_ADDRESS") != environment["DBUS_SESSION_BUS_ADDRESS"]
