"""The state machine of writing, a few hundred examples."""

from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.qt.fuzz_page import two_pages
from tests.qt.machine import WritingMachine
from tests.qt.page_parts import quiet

__all__ = ["quiet"]

EXAMPLES = 200
PHASES = set(Phase) - {Phase.explain}  # which would run a failing example over and over


def test_no_way_of_writing_makes_the_record_wrong(quiet: None) -> None:
    with two_pages() as WritingMachine.pages:
        run_state_machine_as_test(
            WritingMachine,
            settings=settings(max_examples=EXAMPLES, stateful_step_count=12, deadline=None, phases=PHASES),
        )
