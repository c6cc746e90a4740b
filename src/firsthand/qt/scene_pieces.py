"""Whose the words in view are: the observed origins, and which of the author's stand in for a model's.

Only the part asked for and some text round it is looked at, so that painting does not depend on the length of the
scene. Qt-free. Places are UTF-16 units of the scene's text.
"""

from firsthand.desk.draft import Draft
from firsthand.provenance import Origin, Span
from firsthand.provenance.passages import stand_ins
from firsthand.qt.whose import Piece, pieces

_ROUND = 2_000


class ScenePieces:
    """Answers whose the words of one draft are."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._counted = 0
        self._put_in: dict[str, list[tuple[int, int]]] = {}

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that tile the text from ``start`` to ``end``."""
        text = self._draft.text
        end = min(end, len(text))
        if start >= end:
            return []
        spans = list(text.spans(start, end))
        near = any(span.origin is Origin.MODEL for span in spans)
        return pieces(spans, self._revised(start, end) if near else ())

    def _revised(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges that stand in for a suggestion's words."""
        text = self._draft.text
        first, last = max(0, start - _ROUND), min(len(text), end + _ROUND)
        spans = [Span(s.start - first, s.end - first, s.source, s.offset) for s in text.spans(first, last)]
        found = stand_ins(text.units(first, last), spans, self._ranges())
        return [(one.start + first, one.end + first) for one in found]

    def _ranges(self) -> dict[str, list[tuple[int, int]]]:
        """What was put in of each suggestion."""
        insertions = self._draft.state.insertions
        for one in insertions[self._counted :]:
            self._put_in.setdefault(one.suggestion, []).append((one.start, one.end))
        self._counted = len(insertions)
        return self._put_in
