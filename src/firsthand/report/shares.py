"""Shares of a whole, so given that they add up and hide nothing."""

from collections.abc import Mapping

import msgspec

from firsthand.provenance import MIXED, Origin
from firsthand.report.amounts import Percent, SaidPercent, SaidWords, Units, UnitsPercent, Words


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


def said_percent(words: SaidWords) -> SaidPercent:
    """The words, divided by what the author says, as percent in the same manner."""
    counts = {name: getattr(words, name) for name in SaidPercent.__struct_fields__}
    return SaidPercent(**{name: n / 10 for name, n in _tenths(counts).items()})


def share(part: int, whole: int) -> float | None:
    """A share from 0 to 1; None where there is nothing to have a share of."""
    return round(part / whole, 6) if whole else None


def _tenths(counts: Mapping[str, int]) -> dict[str, int]:
    total = sum(counts.values())
    if not total:
        return dict.fromkeys(counts, 0)
    tenths = {name: 1000 * n // total for name, n in counts.items()}
    by_remainder = sorted(counts, key=lambda name: -(1000 * counts[name] % total))
    for name in by_remainder[: 1000 - sum(tenths.values())]:
        tenths[name] += 1
    largest = max(counts, key=lambda name: counts[name])
    for name, n in counts.items():
        if n and not tenths[name]:
            tenths[name] += 1
            tenths[largest] -= 1
    return tenths
