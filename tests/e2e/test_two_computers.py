"""Two computers and one place changed on both: in the real window the author chooses with the keyboard alone."""

import pytest

from firsthand.desk.reporting import check
from firsthand.desk.session import Desk
from firsthand.history import Choice, Status
from firsthand.provenance import Change
from tests.computers import Clock, Computer, Synchroniser, whose
from tests.e2e.screen import MISSING, Program, account, screen, wait_for

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}")

TIDE = "The tide was out, and nobody in the harbour had told Ines.\n"


@pytest.fixture
def computers(tmp_path):
    clock = Clock()
    one, other = Computer(tmp_path, "one", clock), Computer(tmp_path, "other", clock)
    with one.on():
        desk = Desk.create(one.book, "Two harbours")
        scene = desk.folder.outline.scenes[0].id
        desk.draft(scene).apply(Change(0, 0, TIDE))
        assert desk.close()
    synchroniser = Synchroniser(one, other)
    synchroniser.begin()
    for computer, text in ((one, "She waited.\n"), (other, "She went home.\n")):
        with computer.sitting() as desk:
            desk.draft(scene).apply(Change(len(TIDE), 0, text))
    synchroniser.run()
    return one, other, synchroniser, scene


def test_the_author_chooses_by_keyboard_and_both_computers_agree(computers):
    one, other, synchroniser, scene = computers
    with screen() as display:
        program = Program(display, one.home, one.book)
        try:
            program.find_window("Two harbours — Firsthand")
            wait_for(lambda: account(one.book).replay.clashes, "the question to be recorded")
            program.keys("ctrl+alt+w")
            program.find_window("Written on two computers")
            program.keys("alt+r")
            wait_for(lambda: account(one.book).replay.chosen, "the choice to be recorded")
            program.find_window("Two harbours — Firsthand")
            program.keys("ctrl+q")
            assert program.wait_for_end() == 0
        finally:
            program.end()
    assert [one.choice for one in account(one.book).replay.chosen.values()] == [Choice.SECOND]
    synchroniser.run()
    with other.sitting() as desk:
        assert whose(desk)[scene] == [(TIDE + "She went home.\n", "typed")]
        assert desk.choosing.questions() == []
    for computer in (one, other):
        with computer.on():
            assert check(computer.book).status is Status.WHOLE
