"""Numbers, dates and names as people read them, in the author's language. Plain text; the page escapes it."""

from collections.abc import Sequence
from datetime import datetime

from firsthand.report.amounts import Percent
from firsthand.saying import say, say_of


def language() -> str:
    """The language of the page, as HTML names it: ``en``."""
    return say("en")


def number(n: int) -> str:
    """61204 as 61,204, or as the language has it."""
    return _marked(f"{n:,}")


def percent(share: float) -> str:
    """A percent with one decimal; 0 and 100 without."""
    return say("{number}%", number=_marked(f"{share:.0f}" if share in (0, 100) else f"{share:.1f}"))


def _marked(figures: str) -> str:
    """A number with the language's own marks of thousands and decimals, which are seen from one that it wrote."""
    written = say("1,234.5")
    return figures.translate({ord(","): written[1], ord("."): written[-2]})


def words(n: int) -> str:
    """A number of words."""
    return say_of(n, "{n} word", "{n} words", n=number(n))


def _month(at: datetime) -> str:
    return (
        say("January"),
        say("February"),
        say("March"),
        say("April"),
        say("May"),
        say("June"),
        say("July"),
        say("August"),
        say("September"),
        say("October"),
        say("November"),
        say("December"),
    )[at.month - 1]


def day(moment: str) -> str:
    """An ISO moment as ``3 March 2026`` (UTC)."""
    at = datetime.fromisoformat(moment)
    return say("{day} {month} {year}", day=at.day, month=_month(at), year=at.year)


def clock(moment: str) -> str:
    """An ISO moment as ``10:22 UTC``."""
    return f"{datetime.fromisoformat(moment):%H:%M} UTC"


def minute(moment: str) -> str:
    """An ISO moment as ``3 March 2026, 10:22 UTC``."""
    return f"{day(moment)}, {clock(moment)}"


def period(begin: str | None, end: str | None) -> str:
    """When it was written, what the two days have in common said once; empty if nothing was."""
    if begin is None or end is None:
        return ""
    first, last = datetime.fromisoformat(begin), datetime.fromisoformat(end)
    if first.date() == last.date():
        return say("{one_day}", one_day=day(end))
    if first.year == last.year:
        since = say("{day} {month}", day=first.day, month=_month(first))
        return say("{first} – {last}", first=since, last=day(end))
    return say("{first} – {last}", first=day(begin), last=day(end))


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b, and c``."""
    if len(parts) == 2:
        return say("{one} and {other}", one=parts[0], other=parts[1])
    return in_a_row(parts)


def in_a_row(parts: Sequence[str]) -> str:
    """``a``, ``a, and b``, ``a, b, and c``: of clauses."""
    if len(parts) < 2:
        return "".join(parts)
    return say("{several}, and {last}", several=", ".join(parts[:-1]), last=parts[-1])


def origin_names() -> dict[str, str]:
    """What text of each origin is."""
    return {
        "typed": say("typed by the author"),
        "model": say("inserted from a model"),
        "retyped": say("a model’s, typed again"),
        "pasted": say("pasted"),
        "imported": say("there before recording began"),
        "outside": say("changed by another program"),
        "tool": say("put in by a tool"),
        "mixed": say("of more than one origin"),
    }


def purpose(name: str) -> str:
    """A purpose as people read it: ``what-if`` as ``What if``; one that is not ours as it is recorded."""
    ours = {"continue": say("Continue"), "what-if": say("What if"), "unknown": say("Unknown")}
    spaced = name.replace("-", " ").replace("_", " ")
    return ours.get(name) or spaced[:1].upper() + spaced[1:]


def bar_summary(shares: Percent) -> str:
    """A bar of parts, for those who do not see it."""
    parts = [say("{share} of all in place of a model’s words", share=percent(shares.revised))] if shares.revised else []
    for name, what in origin_names().items():
        if getattr(shares, name):
            parts.insert(0 if name == "typed" else len(parts), f"{percent(getattr(shares, name))} {what}")
    return ", ".join(parts)
