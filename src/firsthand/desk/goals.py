"""How far it is to what the author wants to write."""

from datetime import date

from firsthand.desk.settings import Goals


def needed_daily(goals: Goals, own: int, today: date) -> int | None:
    """How many words of the author's own each day from today up to the deadline would reach the total.

    None if no such goal is set, or its day is over.
    """
    try:
        last = date.fromisoformat(goals.deadline)
    except ValueError:
        return None
    days = (last - today).days + 1
    if not goals.total or days < 1:
        return None
    return max(0, -(-(goals.total - own) // days))
