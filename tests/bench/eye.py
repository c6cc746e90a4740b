"""What another client of an X server sees of a program: its keys go in by XTEST, its pixels are read back.

The server says what is drawn as it is drawn (DAMAGE, every rectangle), and the pixels of a small box are then fetched
and looked at; so the moment of a change is when its damage was heard of, which is some tenths of a millisecond late,
the same for every program. A caret that blinks is not taken for a letter: a change counts from ``LETTER`` columns on.
Times are seconds of the monotonic clock. Needs python-xlib. Knows no program."""

import select
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import damage, xtest
from Xlib.xobject.drawable import Window

LETTER = 4
"""Pixels that a letter is wide at least; a caret is narrower."""

LINE = 22
"""Pixels that are looked at of a line's height, at most."""

GAPS = (1, 40)
"""From how many pixels on two changes are apart, in rows and in columns."""

_SAME = 0.12
"""The share of a box's pixels that may differ in what is taken for the same picture: a caret, a wave below a word."""


class Box(NamedTuple):
    """A stretch of the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def meets(self, other: Any) -> bool:
        """Whether they share a pixel."""
        return bool(
            other.x < self.x + self.width
            and self.x < other.x + other.width
            and other.y < self.y + self.height
            and self.y < other.y + other.height
        )


class Eye:
    """A client of the server called ``display``."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._root = self._display.screen().root
        size = self._root.get_geometry()
        self.screen = Box(0, 0, size.width, size.height)
        self._display.damage_query_version()
        self._drawn = self._display.extension_event.DamageNotify
        self._root.damage_create(damage.DamageReportRawRectangles)
        self._display.sync()

    def close(self) -> None:
        """Leave the server."""
        self._display.close()

    # -- what is done

    def press(self, *names: str) -> float:
        """Press keys together, the last one last, and let them go; when the request was sent."""
        codes = [self._display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        sent = time.monotonic()
        self._display.flush()
        return sent

    def type(self, text: str, pause: float = 0.03) -> None:
        """Type small letters and spaces, with a pause after each."""
        for sign in text:
            self.press("space" if sign == " " else sign)
            time.sleep(pause)

    # -- what is seen

    def picture(self, box: Box) -> bytes:
        """The pixels of a box, four bytes each, row by row."""
        data = self._root.get_image(*box, X.ZPixmap, 0xFFFFFFFF).data
        return data if isinstance(data, bytes) else data.encode("latin-1")

    def has_keyboard(self, processes: set[int]) -> bool:
        """Whether the keyboard is with a window of one of these processes."""
        window = self._display.get_input_focus().focus
        while isinstance(window, Window) and window.id != self._root.id:
            told = window.get_full_property(self._display.intern_atom("_NET_WM_PID"), X.AnyPropertyType)
            if told is not None:
                return int(told.value[0]) in processes
            window = window.query_tree().parent
        return False

    def damages(self, box: Box, seconds: float) -> Iterator[float]:
        """The moments at which something was drawn in a box, for so long, with what was heard and not looked at."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not self._display.pending_events():
                select.select([self._display.fileno()], [], [], left)
            moment = time.monotonic()
            if any(box.meets(each.area) for each in self._heard()):
                yield moment

    def _heard(self) -> list[Any]:
        events = [self._display.next_event() for _ in range(self._display.pending_events())]
        return [event for event in events if event.type == self._drawn]

    def seen(self, box: Box, holds: Callable[[bytes], bool], seconds: float) -> float | None:
        """When the picture of a box first was as wished; None if it was not within so many seconds."""
        self._heard()
        if holds(self.picture(box)):
            return time.monotonic()
        return next((moment for moment in self.damages(box, seconds) if holds(self.picture(box))), None)

    def stroke(self, key: str, box: Box, seconds: float = 5) -> float:
        """Seconds from a key to a letter's pixels in a box. TimeoutError if it draws none."""
        before = self.picture(box)
        self._heard()
        sent = self.press(key)
        for moment in self.damages(box, seconds):
            if len(columns(before, self.picture(box), box.width)) >= LETTER:
                return moment - sent
        raise TimeoutError(f"the key {key} drew nothing")

    def quiet(self, box: Box, pause: float, seconds: float) -> float:
        """Wait until a box stays as it is for a pause; when it last changed. TimeoutError after so many seconds."""
        self._heard()
        last, picture = time.monotonic(), self.picture(box)
        until = last + seconds
        while time.monotonic() < until:
            moment = next(self.damages(box, pause), None)
            if moment is None:
                return last
            now = self.picture(box)
            if len(columns(picture, now, box.width)) >= LETTER:
                last, picture = moment, now
            elif moment - last > pause:
                return last
        raise TimeoutError("it never comes to rest")


def columns(one: bytes, other: bytes, width: int) -> set[int]:
    """The columns in which two pictures of a box differ, from its left."""
    return {x for _, x in _differences(one, other, width)}


def alike(one: bytes, other: bytes, width: int) -> bool:
    """Whether two pictures of a box are the same, but for little."""
    return len(_differences(one, other, width)) <= _SAME * len(one) / 4


def _differences(one: bytes, other: bytes, width: int) -> set[tuple[int, int]]:
    """The places, row and column, where two pictures differ."""
    found = set[tuple[int, int]]()
    for row in range(len(one) // (width * 4)):
        mine, theirs = (each[row * width * 4 : (row + 1) * width * 4] for each in (one, other))
        if mine != theirs:
            pixels = enumerate(zip(memoryview(mine).cast("I"), memoryview(theirs).cast("I"), strict=True))
            found |= {(row, column) for column, (here, there) in pixels if here != there}
    return found


def patches(one: bytes, other: bytes, width: int) -> list[Box]:
    """Where two pictures differ: boxes with nothing changed between them."""
    return _parted(_differences(one, other, width), 0)


def _parted(places: set[tuple[int, int]], axis: int, whole: bool = False) -> list[Box]:
    """Places parted at the rows that have none of them, then at the columns, until neither parts them."""
    parts = _stretches(sorted({place[axis] for place in places}), GAPS[axis])
    if len(parts) == 1 and whole:
        (top, bottom), (left, right) = ((min(each), max(each)) for each in zip(*places, strict=True))
        return [Box(left, top, right - left + 1, bottom - top + 1)]
    inner = ({place for place in places if first <= place[axis] <= last} for first, last in parts)
    return [box for part in inner for box in _parted(part, 1 - axis, whole=len(parts) == 1)]


def _stretches(numbers: list[int], gap: int) -> list[tuple[int, int]]:
    """Sorted numbers as first and last of each row of them without a gap."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number - found[-1][1] <= gap:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def line_of(eye: Eye, page: Box, letter: str = "m", most: int = 8) -> tuple[Box, list[bytes]]:
    """Where one writes on a page: the box of the first letter typed, and the screen before it and after each.

    Of all that changes with the keys it is what goes to the right with two in a row, farthest to the left. LookupError
    if nothing does after ``most`` letters.
    """
    pictures, before = [eye.picture(eye.screen)], list[Box]()
    for typed in range(most):
        _write(eye, page, letter)
        pictures.append(eye.picture(eye.screen))
        here = patches(pictures[-2], pictures[-1], eye.screen.width)
        pairs = [(one, other) for one in before for other in here if _goes_on(one, other)]
        if pairs and typed > 1:
            first, second = min(pairs)
            wide = second.x - first.x
            return Box(first.x - wide * (typed - 1), first.y, wide, min(first.height, LINE)), pictures
        before = here
    raise LookupError("nothing is written where one types")


def _write(eye: Eye, page: Box, letter: str) -> None:
    """Type a letter and wait until the page has changed and is at rest."""
    before = eye.picture(page)
    eye.press(letter)
    eye.seen(page, lambda now: len(columns(before, now, page.width)) >= LETTER, 8)
    eye.quiet(page, 0.9, 60)


def _goes_on(one: Box, other: Box) -> bool:
    return abs(one.y - other.y) < 8 and LETTER <= other.x - one.x <= 40


def cut(picture: bytes, whole: Box, box: Box) -> bytes:
    """A box's pixels out of a picture of the whole screen."""
    rows = ((row * whole.width + box.x) * 4 for row in range(box.y, box.y + box.height))
    return b"".join(picture[start : start + box.width * 4] for start in rows)
