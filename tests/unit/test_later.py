"""Parts that are made when they are wanted: once for each window, and whoever waits for one is told."""

import pytest

from firsthand.qt.later import later


class Window:
    """Something with a part."""

    def __init__(self) -> None:
        self.made = 0

    @later
    def part(self) -> list[int]:
        """A part."""
        self.made += 1
        return [self.made]


def test_a_part_is_made_at_the_first_look_and_only_once():
    window, other = Window(), Window()
    assert Window.part.made(window) is None
    assert window.made == 0
    part = window.part
    assert window.part is part
    assert Window.part.made(window) is part
    assert window.made == 1
    assert Window.part.made(other) is None
    assert Window.part.__doc__ == "A part."


def test_who_waits_is_told_when_it_is_made_and_who_comes_later_at_once():
    window, told = Window(), list[object]()
    Window.part.when_made(window, lambda part: told.append(("first", part)))
    Window.part.when_made(window, lambda part: told.append(("second", part)))
    assert told == []
    part = window.part
    assert told == [("first", part), ("second", part)]
    Window.part.when_made(window, lambda part: told.append(("late", part)))
    assert told[2:] == [("late", part)]
    assert window.part is part
    assert len(told) == 3


def test_an_empty_part_is_a_part():
    class Empty:
        @later
        def part(self) -> list[int]:
            return []

    window, told = Empty(), list[object]()
    assert window.part == []
    Empty.part.when_made(window, told.append)
    assert told == [[]]
    assert window.part is told[0]


def test_who_is_told_may_look_at_it():
    window, told = Window(), list[object]()
    Window.part.when_made(window, lambda _: told.append(window.part))
    assert window.part is told[0]
    assert window.made == 1


def test_a_part_that_cannot_be_made_is_tried_again():
    class Refusing:
        tries = 0

        @later
        def part(self) -> int:
            self.tries += 1
            if self.tries == 1:
                raise OSError("no")
            return 2

    window, told = Refusing(), list[object]()
    Refusing.part.when_made(window, told.append)
    with pytest.raises(OSError, match="no"):
        assert window.part
    assert told == []
    assert window.part == 2
    assert told == [2]
