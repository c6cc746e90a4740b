"""The time in a sitting: the wall clock says when it began, a steady clock how long it has gone on.

So a clock that is set while somebody writes moves no record; that it was set is sealed with the next block, and
``verification`` says so. The steady clock goes on while the computer sleeps. Times are milliseconds, those of the wall
clock since 1970 (UTC), which know neither time zones nor daylight saving.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

CLOCKS_DIFFER = 120_000
"""Milliseconds by which two clocks may differ without a word."""

Clock = Callable[[], int]


def wall_clock() -> int:
    """What the computer's clock says."""
    return time.time_ns() // 1_000_000


def steady_clock() -> int:
    """The time since some moment, by a clock that nobody sets and that does not rest while the computer sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000  # time.monotonic rests with the computer
    return time.monotonic_ns() // 1_000_000


def milliseconds(moment: str) -> int:
    """Milliseconds since 1970 of an ISO 8601 moment; ValueError if it is none."""
    return round(datetime.fromisoformat(moment).timestamp() * 1000)


def moment(when: int) -> str:
    """The ISO 8601 moment, in UTC, of milliseconds since 1970."""
    return datetime.fromtimestamp(when / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class SittingTime:
    """The time in one sitting, which begins when this is made.

    ``began`` is the wall clock's. A clock handed in alone, as tests do, is both.
    """

    def __init__(self, wall: Clock | None = None, steady: Clock | None = None) -> None:
        self.wall = wall or wall_clock
        self._steady = steady or wall or steady_clock
        self.began = self.wall()
        self._started = self._looked = self._steady()
        self._elapsed = 0

    def t(self) -> int:
        """How long the sitting has gone on; never less than before."""
        now = self._steady()
        self._elapsed += max(0, now - self._looked)
        self._looked = now
        return self._elapsed

    def strayed(self) -> int:
        """By how much the wall clock has come away from the steady one, if that is more than ``CLOCKS_DIFFER``; else 0.

        May be asked on any thread.
        """
        away = (self.wall() - self.began) - (self._steady() - self._started)
        return away if abs(away) > CLOCKS_DIFFER else 0
