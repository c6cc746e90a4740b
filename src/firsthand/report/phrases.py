"""Numbers, dates and names as people read them. Plain text; the page escapes it."""

from collections.abc import Sequence
from datetime import datetime

from firsthand.report.amounts import Percent

ORIGIN_NAMES = {
    "typed": "typed by the author",
    "model": "inserted from a model",
    "retyped": "a model’s, typed again",
    "pasted": "pasted",
    "imported": "there before recording began",
    "outside": "changed by another program",
    "tool": "put in by a tool",
    "mixed": "of more than one origin",
}

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
"""The page is in English whatever the machine speaks, so the system's own names of months are not asked for."""


def number(n: int) -> str:
    """61204 as 61,204."""
    return f"{n:,}"


def percent(share: float) -> str:
    """A percent with one decimal; 0 and 100 without."""
    return f"{share:.0f}%" if share in (0, 100) else f"{share:.1f}%"


def count(n: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def day(moment: str) -> str:
    """An ISO moment as ``3 March 2026`` (UTC)."""
    at = datetime.fromisoformat(moment)
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def minute(moment: str) -> str:
    """An ISO moment as ``3 March 2026, 10:22 UTC``."""
    return f"{day(moment)}, {datetime.fromisoformat(moment):%H:%M} UTC"


def period(begin: str | None, end: str | None) -> str:
    """When it was written, what the two days have in common said once; empty if nothing was."""
    if begin is None or end is None:
        return ""
    first, last = datetime.fromisoformat(begin), datetime.fromisoformat(end)
    if first.date() == last.date():
        return day(end)
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(end)}"
    return f"{day(begin)} – {day(end)}"


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b, and c``."""
    if len(parts) < 3:
        return " and ".join(parts)
    return ", ".join(parts[:-1]) + ", and " + parts[-1]


def purpose(name: str) -> str:
    """A purpose as people read it: ``what-if`` as ``What if``."""
    spaced = name.replace("-", " ").replace("_", " ")
    return spaced[:1].upper() + spaced[1:]


def bar_summary(shares: Percent) -> str:
    """A bar of parts, for those who do not see it."""
    parts = [f"{percent(shares.revised)} of all in place of a model’s words"] if shares.revised else []
    for name, what in ORIGIN_NAMES.items():
        if getattr(shares, name):
            parts.insert(0 if name == "typed" else len(parts), f"{percent(getattr(shares, name))} {what}")
    return ", ".join(parts)
