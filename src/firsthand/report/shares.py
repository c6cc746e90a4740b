"""Shares of a whole, so given that they add up and hide nothing."""

from collections.abc import Mapping

import msgspec

from firsthand.provenance import MIXED, Origin
from firsthand.report.amounts import Percent, SaidPercent, SaidWords, Units, UnitsPercent, Words

_SEEN = ("typed", "model", "retyped", "tool", "mixed")
"""The parts of a text that are the same whatever the author says."""


def percent(words: Words, revised: int) -> Percent:
    """The words as percent in tenths that add up to 100 (by largest remainder).

    No part that is there comes out as 0: it is raised to 0.1 at the cost of the largest.
    """
    tenths = _tenths({name: getattr(words, name) for name in (*Origin, MIXED)})
    in_place = round(1000 * revised / words.total) if revised else 0
    revised_tenths = min(max(in_place, bool(revised)), tenths[Origin.TYPED] - (revised < words.typed))
    return Percent(**{str(name): n / 10 for name, n in tenths.items()}, revised=max(revised_tenths, 0) / 10)


def units_percent(units: Units) -> UnitsPercent:
    """The units as percent, in the same manner."""
    return UnitsPercent(**{name: n / 10 for name, n in _tenths(msgspec.structs.asdict(units)).items()})


def said_percent(words: SaidWords, seen: Percent) -> SaidPercent:
    """The words, divided by what the author says, as percent in the same manner.

    What was ``seen`` keeps the percent it has there, unless too little is left to name all that was said.
    """
    tenths = {name: round(10 * getattr(seen, name)) for name in _SEEN}
    said = {name: getattr(words, name) for name in SaidPercent.__struct_fields__ if name not in _SEEN}
    left = 1000 - sum(tenths.values())
    if left < sum(n > 0 for n in said.values()):
        said |= {name: getattr(words, name) for name in _SEEN}
        left = 1000
    tenths |= _tenths(said, left)
    return SaidPercent(**{name: n / 10 for name, n in tenths.items()})


def share(part: int, whole: int) -> float | None:
    """A share from 0 to 1; None where there is nothing to have a share of."""
    return round(part / whole, 6) if whole else None


def _tenths(counts: Mapping[str, int], whole: int = 1000) -> dict[str, int]:
    """``whole`` tenths of a percent shared out; it must not be less than the parts that are there."""
    total = sum(counts.values())
    if not total:
        return dict.fromkeys(counts, 0)
    tenths = {name: whole * n // total for name, n in counts.items()}
    by_remainder = sorted(counts, key=lambda name: -(whole * counts[name] % total))
    for name in by_remainder[: whole - sum(tenths.values())]:
        tenths[name] += 1
    for name, n in counts.items():
        if n and not tenths[name]:
            tenths[max(tenths, key=lambda other: tenths[other])] -= 1
            tenths[name] += 1
    return tenths
