"""Random writing through real pages on a real manuscript, beside an oracle of unique characters (``writing``).

After each step the pages, the drafts and the oracle must agree, unit by unit. The short form is a test; the long one is

    QT_QPA_PLATFORM=offscreen uv run python -m tests.qt.fuzz_page --ops 1000000 --seed 7

Each seed is one manuscript of ``ROUND`` steps; a fault names the seed, with which alone it can be seen again:

    QT_QPA_PLATFORM=offscreen uv run python -m tests.qt.fuzz_page --ops 1000 --seed 4711
"""

import argparse
import gc
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from firsthand.provenance.units import length
from firsthand.qt.page import Page
from tests.qt.alphabet import ENDS, KINDS, LETTERS, SEAMS, STRANGE, Alphabet
from tests.qt.writing import DisagreementError, Writing

ROUND = 1000  # steps on one manuscript
_LONG = 250  # UTF-16 units from which more is taken out than put in
COMPOSED = {name: sign for name, sign in SEAMS.items() if sign != "\n"}  # Qt forgets what was composed before a line
DELETING = (
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
)


class Writer:
    """Somebody who does random things."""

    def __init__(self, writing: Writing, seed: int) -> None:
        self.writing = writing
        self.random = random.Random(seed)
        self.scene = 0
        self.steps: dict[Callable[[], None], int] = {
            self.type: 120,
            self.type_over: 18,
            self.delete: 30,
            self.overwrite: 12,
            self.compose: 15,
            self.compose_anew: 6,
            self.paste: 12,
            self.paste_html: 3,
            self.drop: 9,
            self.move: 15,
            self.move_across: 9,
            self.drag: 12,
            self.drag_over: 6,
            self.suggest: 12,
            self.program: 9,
            self.unheard: 3,
            self.nested: 3,
            self.answered: 3,
            self.undo: 27,
            self.redo: 18,
            self.look: 6,
            self.pause: 6,
            self.reopen: 1,
        }

    def step(self) -> None:
        """Do something, and compare."""
        if self.random.random() < 0.1:
            self.scene = 1 - self.scene
        if len(self.writing.sheets[self.scene].units) > _LONG:
            self.shorten()
        else:
            self.random.choices(list(self.steps), list(self.steps.values()))[0]()
        self.writing.compare()

    # Choices

    def kinds(self, most: int, others: dict[str, str] = SEAMS) -> list[str]:
        """The kinds of one to ``most`` characters, the last one a letter, some of a word of one kind."""
        word = self.random.choice(KINDS)
        seams = list(others)
        return [
            self.random.choice((word, word, self.random.choice(KINDS), self.random.choice(seams)))
            for _ in range(self.random.randint(0, most - 1))
        ] + [self.random.choice(LETTERS)]

    def text(self, most: int, others: dict[str, str] = SEAMS) -> str:
        return self.writing.text(self.kinds(most, others))

    def letter(self) -> str:
        return self.writing.text([self.random.choice(LETTERS)])

    def place(self) -> int:
        return self.writing.place(self.scene, self.random.randrange(1 << 20))

    def range(self, most: int) -> tuple[int, int]:
        return self.writing.range(self.scene, self.random.randrange(1 << 20), self.random.randint(1, most))

    def spot(self) -> tuple[int, int]:
        return self.random.randrange(1 << 20), self.random.randrange(1 << 20)

    # What a writer does

    def type(self) -> None:
        texts = [self.writing.text([kind]) for kind in self.kinds(4)]
        if self.random.random() < 0.5:
            self.writing.type_on(self.scene, texts)
        else:
            at = self.place()
            self.writing.type(self.scene, at, at, texts)

    def type_over(self) -> None:
        self.writing.type(self.scene, *self.range(12), [self.writing.text([kind]) for kind in self.kinds(3)])

    def delete(self) -> None:
        at = self.place()
        start, end = self.range(12) if self.random.random() < 0.3 else (at, at)
        which, modifier = self.random.choice(DELETING[: 2 if start < end else None])
        self.writing.delete(self.scene, start, end, which, modifier)

    def shorten(self) -> None:
        start, end = self.range(200)
        self.writing.delete(self.scene, start, end, *DELETING[0])

    def overwrite(self) -> None:
        self.writing.overwrite(self.scene, self.place(), self.writing.text([self.random.choice(KINDS)]))

    def compose(self) -> None:
        at = self.place()
        start, end = self.range(3) if self.random.random() < 0.4 else (at, at)
        text = self.text(3, COMPOSED) if self.random.random() < 0.9 else ""
        self.writing.compose(self.scene, start, end, ["n", "ni", "ni hao"][: self.random.randint(1, 3)], text)

    def compose_anew(self) -> None:
        self.writing.compose_anew(self.scene, *self.range(4), self.text(3, COMPOSED), self.random.random() < 0.8)

    def paste(self) -> None:
        at = self.place()
        start, end = self.range(12) if self.random.random() < 0.4 else (at, at)
        self.writing.paste(self.scene, start, end, self.text(30, SEAMS | STRANGE))

    def paste_html(self) -> None:
        at = self.place()
        text = self.writing.text(self.random.choices(["latin", "han", "cyrillic", "hebrew"], k=3))
        self.writing.paste(self.scene, at, at, text, html=True)

    def drop(self) -> None:
        self.writing.drop(self.scene, self.spot(), self.text(6, SEAMS | STRANGE))

    def move(self, target: int | None = None) -> None:
        start, end = self.range(30)
        over = self.random.choice((0, 0, 0, 5))
        at, copy = self.random.randrange(1 << 20), self.random.random() < 0.3
        if start < end:
            self.writing.move(self.scene, start, end, self.scene if target is None else target, at, over, copy)

    def move_across(self) -> None:
        self.move(1 - self.scene)

    def drag(self) -> None:
        start, end = self.range(30)
        if start < end:
            self.writing.drag(self.scene, start, end, self.spot())

    def drag_over(self) -> None:
        start, end = self.range(30)
        if start < end:
            self.writing.drag_over(self.scene, start, end, self.spot())

    def suggest(self) -> None:
        at = self.place()
        start, end = self.range(6) if self.random.random() < 0.4 else (at, at)
        words = [self.writing.text(self.random.choices(LETTERS, k=3)) for _ in range(self.random.randint(1, 8))]
        first, last = sorted((self.random.randrange(len(words)), self.random.randrange(len(words))))
        before = sum(length(word) + 1 for word in words[:first])
        part = before, before + length(" ".join(words[first : last + 1]))
        whole = self.random.random() < 0.5
        self.writing.suggest(self.scene, start, end, " ".join(words), None if whole else part)

    def program(self) -> None:
        places, at = list[int](), self.place()
        while at < len(self.writing.sheets[self.scene].units) and len(places) < 5:
            places.append(at)
            at += self.random.randint(7, 20)
        self.writing.program(self.scene, places, self.letter)

    def unheard(self) -> None:
        self.writing.unheard(self.scene, self.place(), self.letter())

    def nested(self) -> None:
        self.writing.nested(self.scene, self.place(), self.letter(), self.letter())

    def answered(self) -> None:
        self.writing.answered(self.scene, self.place(), self.letter(), self.letter())

    def undo(self) -> None:
        for _ in range(self.random.choice((1, 1, 2, 6))):
            self.writing.undo(self.scene)

    def redo(self) -> None:
        for _ in range(self.random.choice((1, 1, 2, 6))):
            self.writing.redo(self.scene)

    def look(self) -> None:
        self.writing.look(self.scene, self.random.randrange(1 << 20))

    def pause(self) -> None:
        self.writing.pause()

    def reopen(self) -> None:
        if self.random.random() < 0.5:
            self.writing.reopen()
            return
        start, end = self.range(20)
        text = self.letter() + self.text(12, SEAMS | STRANGE | ENDS)
        self.writing.reopen((self.scene, start, end, text))


@contextmanager
def two_pages() -> Iterator[tuple[Page, Page]]:
    """Two pages on the screen, for one manuscript after another."""
    pages = Page(), Page()
    for page in pages:
        page.show()
    QApplication.processEvents()
    try:
        yield pages
    finally:
        QApplication.clipboard().clear()  # what Python put there may not be there when it ends
        for page in pages:
            page.close()
            page.deleteLater()
        QApplication.processEvents()


def write(pages: tuple[Page, Page], seed: int, steps: int) -> int:
    """``steps`` random steps in a new manuscript, then everything undone and redone; how many acts that were."""
    with tempfile.TemporaryDirectory(prefix="firsthand-fuzz-") as folder:
        writing = Writing(pages, Path(folder) / "book", Alphabet(seed * 101))
        try:
            writer = Writer(writing, seed)
            for _ in range(steps):
                writer.step()
            for scene in (0, 1):
                writing.back_and_forth(scene)
                writing.compare()
            writing.replay()
            writing.reopen()
            writing.compare()
        except DisagreementError as error:
            raise DisagreementError(f"seed {seed}, {error}") from error
        finally:
            writing.close()
    return len(writing.done)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ops", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    _app = QApplication.instance() or QApplication([])
    gc.disable()  # as in the program: never on another thread
    done, seed = 0, given.seed
    with two_pages() as pages:
        while done < given.ops:
            done += write(pages, seed, min(ROUND, given.ops - done))
            print(f"seed {seed}: {done:,} operations agree", flush=True)
            gc.collect()
            seed += 1


if __name__ == "__main__":
    main()
