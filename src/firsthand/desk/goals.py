"""What the author wants to write, and how far it is: words of the author's own."""

from datetime import date

import msgspec


class Goals(msgspec.Struct, frozen=True):
    """Words a day, and words in all, by a day (``2026-05-14``); 0 and an empty string mean none."""

    daily: int = 0
    total: int = 0
    deadline: str = ""


def needed_daily(goals: Goals, own: int, today: date) -> int | None:
    """How many words of the author's own each day from today up to the deadline would reach the total; None if no such
    goal is set, or its day is over."""
    try:
        last = date.fromisoformat(goals.deadline)
    except ValueError:
        return None
    days = (last - today).days + 1
    if not goals.total or days < 1:
        return None
    return max(0, -(-(goals.total - own) // days))
