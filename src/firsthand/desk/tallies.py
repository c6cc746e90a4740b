"""A scene in numbers, and the numbers of many scenes kept with the checkpoint for a binder that shows at once.

What was kept is good as long as nothing of the scene was recorded after the checkpoint; who reads one sees to that.
"""

from collections.abc import Iterable

import msgspec

from firsthand.history import SceneState
from firsthand.provenance import Origin
from firsthand.provenance.passages import stand_ins
from firsthand.provenance.words import MIXED

_COUNTED = (*map(str, Origin), MIXED)


class Tally(msgspec.Struct, frozen=True):
    """A scene in numbers: its words, those of each origin and mixed, and its UTF-16 units by origin.

    ``instead`` are those of the typed units that stand in for words of a suggestion.
    """

    words: int
    by_origin: dict[str, int]
    units: dict[Origin, int]
    instead: int = 0

    @property
    def yours(self) -> float | None:
        """The share of words that the author typed, 0 to 1; None where there are no words."""
        return self.by_origin[Origin.TYPED] / self.words if self.words else None


class Kept(msgspec.Struct, array_like=True, frozen=True):
    """A tally as a checkpoint has it: words and units in the order of ``Origin``, words that are mixed behind them."""

    words: tuple[int, ...]
    units: tuple[int, ...]
    instead: int


def tally_of(state: SceneState) -> Tally:
    """A scene in numbers, counted."""
    words, units = state.text.words(), state.text.counts()
    return Tally(sum(words.values()), words, units, _instead(state) if units[Origin.MODEL] else 0)


def together(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one."""
    every = list(tallies)
    words = {key: sum(one.by_origin[key] for one in every) for key in _COUNTED}
    units = {origin: sum(one.units[origin] for one in every) for origin in Origin}
    return Tally(sum(words.values()), words, units, sum(one.instead for one in every))


def keep(tally: Tally) -> Kept:
    """A tally as it is kept."""
    return Kept(
        tuple(tally.by_origin[key] for key in _COUNTED), tuple(tally.units[one] for one in Origin), tally.instead
    )


def revive(kept: Kept) -> Tally | None:
    """``keep`` undone; None if another program counted by other origins."""
    if len(kept.words) != len(_COUNTED) or len(kept.units) != len(Origin):
        return None
    words, units = dict(zip(_COUNTED, kept.words, strict=True)), dict(zip(Origin, kept.units, strict=True))
    return Tally(sum(kept.words), words, units, kept.instead)


def _instead(state: SceneState) -> int:
    units, spans = state.text.units(), list(state.text.spans())
    put_in: dict[str, list[tuple[int, int]]] = {}
    for one in state.insertions:
        put_in.setdefault(one.suggestion, []).append((one.start, one.end))
    typed = (span for span in spans if span.origin is Origin.TYPED)
    amount, span = 0, next(typed, None)
    for found in stand_ins(units, spans, put_in):
        while span is not None and span.start < found.end:
            amount += max(0, min(found.end, span.end) - max(found.start, span.start))
            if span.end > found.end:
                break
            span = next(typed, None)
    return amount
