"""Which backups stay: the last ten, one a day for two weeks, one a week for a year. Pure.

A day and a week are those of the clock on the wall; of each the latest backup stays. Backups that hold less than they
should (``doubtful``) are kept by the same rule among themselves, so that none of them ever takes a good one's place.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

LAST = 10
DAYS = 14
WEEKS = 52


class Dated(Protocol):
    """What is kept or not: made at ``made`` (local time)."""

    @property
    def made(self) -> datetime: ...

    @property
    def doubtful(self) -> bool: ...


T = TypeVar("T", bound=Dated)


def kept(backups: Iterable[T], now: datetime) -> list[T]:
    """The backups that stay, the latest first."""
    everything = sorted(backups, key=lambda one: one.made, reverse=True)
    good = [one for one in everything if not one.doubtful]
    rest = [one for one in everything if one.doubtful]
    stay = {id(one) for kind in (good, rest) for one in _of_a_kind(kind, now)}
    return [one for one in everything if id(one) in stay]


def _of_a_kind(backups: Sequence[T], now: datetime) -> list[T]:
    days = _latest_of_each(backups, now - timedelta(days=DAYS), lambda made: made.date())
    weeks = _latest_of_each(backups, now - timedelta(weeks=WEEKS), lambda made: made.isocalendar()[:2])
    return [*backups[:LAST], *days, *weeks]


def _latest_of_each(backups: Sequence[T], since: datetime, part: Callable[[datetime], Hashable]) -> list[T]:
    """The latest of each day or week since a moment; ``backups`` come the latest first."""
    found: dict[Hashable, T] = {}
    for one in backups:
        if one.made >= since:
            found.setdefault(part(one.made), one)
    return list(found.values())
