"""How high each paragraph stands, and the sums that turn a place on the page into a paragraph and back. No Qt.

The heights of 256 paragraphs at a time are summed, so that a key press in a long scene costs a few additions and not
one for every paragraph. Lengths are in the page's logical pixels, measured from the top of the first paragraph.
"""

from bisect import bisect_right
from itertools import accumulate

_GROUP = 256


class Heights:
    """A list of heights with their sums."""

    def __init__(self) -> None:
        self._heights: list[float] = []
        self._sums: list[float] = []

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    @property
    def total(self) -> float:
        return sum(self._sums)

    def reset(self, heights: list[float]) -> None:
        """Start anew with these heights."""
        self._heights = heights
        self._sum_from(0)

    def put(self, index: int, height: float) -> float:
        """Set one height; how much higher it is than before."""
        growth = height - self._heights[index]
        if growth:
            self._heights[index] = height
            group = index // _GROUP
            self._sums[group] = sum(self._heights[group * _GROUP : (group + 1) * _GROUP])
        return growth

    def replace(self, first: int, count: int, heights: list[float]) -> None:
        """Put ``heights`` for the ``count`` ones from ``first`` on."""
        self._heights[first : first + count] = heights
        self._sum_from(first // _GROUP)

    def top(self, index: int) -> float:
        """Where paragraph ``index`` begins."""
        group = index // _GROUP
        return sum(self._sums[:group]) + sum(self._heights[group * _GROUP : index])

    def at(self, y: float) -> tuple[int, float]:
        """The paragraph that stands at ``y``, the first or last one where ``y`` lies outside, and where it begins."""
        if not self._heights:
            return 0, 0.0
        top, group = 0.0, 0
        while group < len(self._sums) - 1 and top + self._sums[group] <= y:
            top += self._sums[group]
            group += 1
        first = group * _GROUP
        tops = list(accumulate(self._heights[first : first + _GROUP], initial=top))[:-1]
        index = max(0, bisect_right(tops, y) - 1)
        return first + index, tops[index]

    def _sum_from(self, group: int) -> None:
        rest = range(group * _GROUP, len(self._heights), _GROUP)
        self._sums[group:] = [sum(self._heights[start : start + _GROUP]) for start in rest]
