"""The drawings of the report: the parts of a bar, and the growth of the draft as layers.

Only shapes are made here, from figures that are there already; sizes are percent or pixels of the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.report.amounts import Percent, SaidPercent
from firsthand.report.apart import said_parts
from firsthand.report.figures import Grown
from firsthand.report.phrases import clock, day

WIDTH = 932
HEIGHT = 150

_BAR = ("typed", "revised", "model", "retyped", "mixed", "pasted", "imported", "outside", "tool")
_LAYERS = ("model", "retyped", "pasted", "imported", "outside", "tool", "typed")
"""From the bottom of the drawing."""


@dataclass(frozen=True)
class Part:
    """A stretch of a bar: what it is and how wide, in percent of the bar."""

    kind: str
    width: float


@dataclass(frozen=True)
class Layer:
    """One origin's area in the drawing of growth, as an SVG path, and how many units it ends with."""

    kind: str
    path: str
    units: int


@dataclass(frozen=True)
class Growing:
    """The drawing of growth: layers from the bottom, dates along the axis, the largest number of units."""

    layers: tuple[Layer, ...]
    ticks: tuple[str, ...]
    most: int


def bar(shares: Percent) -> list[Part]:
    """The parts of a bar; the author's words in place of a model's are drawn apart from the rest of the typed."""
    widths = {name: getattr(shares, name) for name in _BAR}
    widths["typed"] = round(shares.typed - shares.revised, 1)
    return [Part(name, width) for name, width in widths.items() if width > 0]


def said_bar(shares: SaidPercent) -> list[Part]:
    """The parts of the bar that adds what the author says."""
    return [Part(name, getattr(shares, name)) for name in said_parts() if getattr(shares, name)]


def growing(growth: Sequence[Grown]) -> Growing | None:
    """The drawing of growth, None if there is too little to draw."""
    sums = [[0] * len(growth)]
    for name in _LAYERS:
        sums.append([below + getattr(g.units, name) for below, g in zip(sums[-1], growth, strict=True)])
    most = max(sums[-1], default=0)
    if len(growth) < 2 or not most:
        return None
    layers = [
        Layer(name, _area(sums[index], sums[index + 1], most), getattr(growth[-1].units, name))
        for index, name in enumerate(_LAYERS)
        if any(getattr(g.units, name) for g in growth)
    ]
    return Growing(tuple(layers), _ticks(growth), most)


def _area(below: Sequence[int], above: Sequence[int], most: int) -> str:
    """The closed path between two lines of heights."""
    step = WIDTH / (len(above) - 1)
    top = [f"{i * step:.1f} {HEIGHT * (1 - n / most):.1f}" for i, n in enumerate(above)]
    bottom = [f"{i * step:.1f} {HEIGHT * (1 - n / most):.1f}" for i, n in enumerate(below)]
    return f"M{' L'.join(top)} L{' L'.join(reversed(bottom))}Z"


def _ticks(growth: Sequence[Grown], wanted: int = 5) -> tuple[str, ...]:
    """What to write under the drawing at even distances: dates, or times if all was written in a day.

    What the place before says is not said again.
    """
    moments = [growth[round(i * (len(growth) - 1) / (wanted - 1))].when for i in range(wanted)]
    if day(moments[0]) != day(moments[-1]):
        said = [day(moment) for moment in moments]
    else:
        said = [clock(moment) for moment in moments]
    return tuple("" if i and text == said[i - 1] else text for i, text in enumerate(said))
