"""What of a paragraph is in view, where it is higher than the window."""

import pytest

from firsthand.qt.page import Page
from firsthand.qt.page_places import boxes, units_between
from tests.qt.page_parts import scene

TEXT = "the salt ledger lay in the flour drawer  " * 400


@pytest.fixture
def page(qtbot):
    made = Page()
    qtbot.addWidget(made)
    made.set_draft(scene(TEXT).draft)
    made.resize(700, 400)
    return made


@pytest.mark.parametrize(("top", "bottom"), [(0, 300), (500, 520), (1000, 1900), (0, 100_000)])
def test_all_that_stands_between_two_heights_is_found_and_little_else(page, top, bottom):
    (laid,) = page._layout.between(0, 100_000)
    first, last = units_between(laid, top, bottom)
    lines = [laid.block.layout().lineAt(n) for n in range(laid.block.layout().lineCount())]
    seen = [line for line in lines if laid.y + line.y() + line.height() > top and laid.y + line.y() < bottom]
    assert first <= seen[0].textStart()
    assert last >= seen[-1].textStart() + seen[-1].textLength() - 1
    within = [line for line in lines if first <= line.textStart() < last]
    assert len(within) <= len(seen) + 4


@pytest.mark.parametrize(("start", "end"), [(0, 8), (0, 9), (30, 41), (0, 3), (60, 400), (len(TEXT) - 5, len(TEXT))])
def test_no_box_reaches_over_the_space_at_the_end_of_a_line(page, start, end):
    (laid,) = page._layout.between(0, 100_000)
    found = list(boxes(laid, page._layout.measures, start, end))
    for line in (laid.block.layout().lineAt(n) for n in range(laid.block.layout().lineCount())):
        text = TEXT[line.textStart() : line.textStart() + line.textLength()].rstrip()
        right = page._layout.measures.left + line.cursorToX(line.textStart() + len(text))[0]
        here = [box for box in found if box.top() < laid.y + line.y() + line.ascent() < box.bottom()]
        assert all(box.right() <= right + 0.01 for box in here)
    assert found
