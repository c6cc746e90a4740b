"""The first ten minutes of somebody new, with real keys: from an empty home to a book that is kept twice.

And what people of other editors complain of most: two windows on one manuscript.
"""

import time

import pytest

from firsthand.desk.backing_up import backups, restore_copy
from firsthand.desk.session import Desk
from tests.e2e.screen import MISSING, Program, account, screen, wait_for

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]


@pytest.fixture
def display():
    with screen() as name:
        yield name


@pytest.fixture
def start(display, tmp_path):
    programs = []

    def begin(title, *manuscript, besides=""):
        """Start the program; the window of this title is its, or the one that is there besides another's."""
        program = Program(display, tmp_path / "home", *manuscript)
        programs.append(program)
        if besides:
            wait_for(lambda: len(shown(program)) == 2, "the second window")
            [program.window] = [one for one in shown(program) if one != besides]
            program.focus()
            time.sleep(1)
        else:
            program.find_window(title)
        return program

    def shown(program):
        return program._xdotool("search", "--onlyvisible", "--name", "Low Tide", check=False).split()

    yield begin
    for program in programs:
        program.end()


def text_of(manuscript):
    told = account(manuscript)
    return told.replay.scene(told.folder.outline.scenes[0].id).text.text


def test_from_an_empty_home_to_a_book_that_is_kept_twice(start, tmp_path):
    book = tmp_path / "home" / "manuscripts" / "Low Tide"
    program = start("Firsthand")
    program.keys("ctrl+alt+n")
    program.find_window("New manuscript")
    time.sleep(1)  # there is no window manager here that would tell when the dialog has the keyboard
    program.type("Low Tide")
    program.keys("Return")
    wait_for(book.is_dir, "the folder of the manuscript")
    program.find_window("Low Tide")
    time.sleep(1)
    wanted = "The tide had gone out. Ada walked on the floor of the harbour."
    program.type(wanted)
    wait_for(lambda: text_of(book) == wanted, "the words in the history")

    other = start("", book, besides=program.window)
    other.type("Lost words.")
    other.keys("ctrl+s", "ctrl+q")
    assert other.wait_for_end() == 0
    assert text_of(book) == wanted  # the second window can only read

    program.focus()
    program.type(" It was Sunday.")
    wait_for(lambda: text_of(book) == f"{wanted} It was Sunday.", "the words of the first window")
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
    for one in (program, other):
        assert "Traceback" not in one.said.read_text()

    kept = backups(tmp_path / "home" / "backups")
    assert [(one.account.title, one.account.words, one.doubtful) for one in kept][:1] == [("Low Tide", 16, False)]
    desk = Desk.open(restore_copy(kept[0], tmp_path))
    assert desk.text(desk.folder.outline.scenes[0].id) == f"{wanted} It was Sunday."
    assert desk.total().by_origin["typed"] == 16
    assert desk.close()
