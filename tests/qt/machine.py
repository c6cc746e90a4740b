"""What ``fuzz_page`` does at random, as a state machine, for Hypothesis to find the shortest way to a fault.

The rules choose, ``Writing`` acts: two real pages on a real manuscript. Whatever the rules come to, page, draft and
oracle agree after each of them, and at the end the history on disk gives the same spans.
"""

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import Qt

from firsthand.provenance.units import length
from firsthand.qt.page import Page
from tests.qt.alphabet import ENDS, KINDS, LETTERS, SEAMS, STRANGE, Alphabet
from tests.qt.fuzz_page import COMPOSED, DELETING
from tests.qt.writing import Writing

_SCENE = st.integers(0, 1)
_PLACE = st.integers(0, 400)
_SIZE = st.integers(0, 12)
_MORE = st.integers(1, 40)
_SPOT = st.tuples(st.integers(0, 800), st.integers(0, 400))
_LETTER = st.sampled_from(LETTERS)


def _kinds(most: int, others: dict[str, str] = SEAMS) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from((*KINDS, *others)), max_size=most - 1)


class WritingMachine(RuleBasedStateMachine):
    """Somebody who writes in two scenes; ``pages`` must be given before it runs."""

    pages: ClassVar[tuple[Page, Page]]

    @initialize(start=st.integers(0, 50))
    def begin(self, start: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="firsthand-machine-"))
        self.writing = Writing(self.pages, self.folder / "book", Alphabet(start))

    def teardown(self) -> None:
        try:
            self.writing.replay()
        finally:
            self.writing.close()
            shutil.rmtree(self.folder)

    @invariant()
    def all_agree(self) -> None:
        self.writing.compare()

    def _text(self, kinds: list[str], last: str) -> str:
        return self.writing.text([*kinds, last])

    # What the author does

    @rule(scene=_SCENE, place=_PLACE, size=st.sampled_from((0, 0, 0, 3, 12)), kinds=_kinds(4), last=_LETTER)
    def type(self, scene: int, place: int, size: int, kinds: list[str], last: str) -> None:
        texts = [self.writing.text([kind]) for kind in (*kinds, last)]
        self.writing.type(scene, *self.writing.range(scene, place, size), texts)

    @rule(scene=_SCENE, kinds=_kinds(4), last=_LETTER)
    def type_on(self, scene: int, kinds: list[str], last: str) -> None:
        self.writing.type_on(scene, [self.writing.text([kind]) for kind in (*kinds, last)])

    @rule(scene=_SCENE, place=_PLACE, how=st.sampled_from(DELETING))
    def delete(self, scene: int, place: int, how: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        at = self.writing.place(scene, place)
        self.writing.delete(scene, at, at, *how)

    @rule(scene=_SCENE, place=_PLACE, size=_MORE, how=st.sampled_from(DELETING[:2]))
    def delete_selected(self, scene: int, place: int, size: int, how: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        start, end = self.writing.range(scene, place, size)
        if start < end:
            self.writing.delete(scene, start, end, *how)

    @rule(scene=_SCENE, place=_PLACE, kind=st.sampled_from(KINDS))
    def overwrite(self, scene: int, place: int, kind: str) -> None:
        self.writing.overwrite(scene, self.writing.place(scene, place), self.writing.text([kind]))

    @rule(
        scene=_SCENE,
        place=_PLACE,
        size=st.sampled_from((0, 0, 3)),
        parts=st.lists(st.sampled_from(("n", "ni", "ni hao")), min_size=1, max_size=3),
        kinds=st.lists(st.sampled_from((*KINDS, *COMPOSED)), max_size=3),
    )
    def compose(self, scene: int, place: int, size: int, parts: list[str], kinds: list[str]) -> None:
        self.writing.compose(scene, *self.writing.range(scene, place, size), parts, self.writing.text(kinds))

    @rule(scene=_SCENE, place=_PLACE, size=st.integers(0, 4), kind=_LETTER, caret_at_end=st.booleans())
    def compose_anew(self, scene: int, place: int, size: int, kind: str, caret_at_end: bool) -> None:
        start, end = self.writing.range(scene, place, size)
        self.writing.compose_anew(scene, start, end, self.writing.text([kind]), caret_at_end)

    @rule(scene=_SCENE, place=_PLACE, size=_SIZE, kinds=_kinds(30, SEAMS | STRANGE), last=_LETTER)
    def paste(self, scene: int, place: int, size: int, kinds: list[str], last: str) -> None:
        self.writing.paste(scene, *self.writing.range(scene, place, size), self._text(kinds, last))

    @rule(scene=_SCENE, spot=_SPOT, kinds=_kinds(6, SEAMS | STRANGE), last=_LETTER)
    def drop(self, scene: int, spot: tuple[int, int], kinds: list[str], last: str) -> None:
        self.writing.drop(scene, spot, self._text(kinds, last))

    @rule(source=_SCENE, place=_PLACE, size=_MORE, goal=_SCENE, at=_PLACE, over=_SIZE, copy=st.booleans())
    def move(self, source: int, place: int, size: int, goal: int, at: int, over: int, copy: bool) -> None:
        start, end = self.writing.range(source, place, size)
        if start < end:
            self.writing.move(source, start, end, goal, at, over, copy)

    @rule(scene=_SCENE, place=_PLACE, size=_MORE, spot=_SPOT)
    def drag(self, scene: int, place: int, size: int, spot: tuple[int, int]) -> None:
        start, end = self.writing.range(scene, place, size)
        if start < end:
            self.writing.drag(scene, start, end, spot)

    @rule(source=_SCENE, place=_PLACE, size=_MORE, spot=_SPOT)
    def drag_over(self, source: int, place: int, size: int, spot: tuple[int, int]) -> None:
        start, end = self.writing.range(source, place, size)
        if start < end:
            self.writing.drag_over(source, start, end, spot)

    @rule(scene=_SCENE, times=st.integers(1, 5))
    def undo(self, scene: int, times: int) -> None:
        for _ in range(times):
            self.writing.undo(scene)

    @rule(scene=_SCENE, times=st.integers(1, 5))
    def redo(self, scene: int, times: int) -> None:
        for _ in range(times):
            self.writing.redo(scene)

    @rule()
    def pause(self) -> None:
        self.writing.pause()

    @rule(scene=_SCENE, number=st.integers(0, 2000))
    def look(self, scene: int, number: int) -> None:
        self.writing.look(scene, number)

    # What other hands do

    @rule(scene=_SCENE, place=_PLACE, size=_SIZE, words=st.lists(_LETTER, min_size=1, max_size=8), part=st.booleans())
    def suggest(self, scene: int, place: int, size: int, words: list[str], part: bool) -> None:
        made = [self.writing.text([kind] * 3) for kind in words]
        second = length(made[0]) + 1, length(" ".join(made[:2]))
        text, whole = " ".join(made), not part or len(made) == 1
        self.writing.suggest(scene, *self.writing.range(scene, place, size), text, None if whole else second)

    @rule(scene=_SCENE, place=_PLACE, gaps=st.lists(st.integers(7, 20), max_size=4), kind=_LETTER)
    def program(self, scene: int, place: int, gaps: list[int], kind: str) -> None:
        places = [self.writing.place(scene, place)]
        for gap in gaps:
            places.append(places[-1] + gap)
        self.writing.program(scene, places, lambda: self.writing.text([kind]))

    @rule(scene=_SCENE, place=_PLACE, kind=_LETTER)
    def unheard(self, scene: int, place: int, kind: str) -> None:
        self.writing.unheard(scene, self.writing.place(scene, place), self.writing.text([kind]))

    @rule(scene=_SCENE, place=_PLACE, kind=_LETTER)
    def nested(self, scene: int, place: int, kind: str) -> None:
        text, answer = self.writing.text([kind]), self.writing.text([kind])
        self.writing.nested(scene, self.writing.place(scene, place), text, answer)

    @rule(scene=_SCENE, place=_PLACE, size=_MORE, first=_LETTER, kinds=_kinds(12, SEAMS | STRANGE | ENDS), last=_LETTER)
    def outside(self, scene: int, place: int, size: int, first: str, kinds: list[str], last: str) -> None:
        start, end = self.writing.range(scene, place, size)
        self.writing.reopen((scene, start, end, self._text([first, *kinds], last)))

    @rule()
    def reopen(self) -> None:
        self.writing.reopen()
