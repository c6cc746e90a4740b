"""The thread that stands between the window and the speller, which keeps one waiting."""

import queue
import threading
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from firsthand.desk.languages import dictionary_folder
from firsthand.desk.speller import Speller, SpellerError

_AT_ONCE = 400
"""Words in one question, so that a suggestion that is wanted meanwhile does not wait long."""


class Clerk(QObject):
    """The thread that waits for the speller; its signals arrive on the thread that made it."""

    checked = Signal(tuple, set)
    """These words were looked up; those of the set are wrong."""
    suggested = Signal(str, tuple)
    failed = Signal(str)

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._questions: queue.SimpleQueue[tuple[str, ...] | str | None] = queue.SimpleQueue()
        self._speller: Speller | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="spelling", daemon=True)
        self._thread.start()

    def check(self, words: Iterable[str]) -> None:
        """Look these words up; ``checked`` follows, once or more."""
        every = list(words)
        for first in range(0, len(every), _AT_ONCE):
            self._questions.put(tuple(every[first : first + _AT_ONCE]))

    def suggest(self, word: str) -> None:
        """Find what could be meant; ``suggested`` follows."""
        self._questions.put(word)

    def close(self) -> None:
        """End the thread and the speller's process."""
        self._closed = True
        self._questions.put(None)
        if self._speller is not None:
            self._speller.close()
        self._thread.join()

    def _work(self) -> None:
        folder = dictionary_folder(self._language)
        if folder is None:
            return
        try:
            self._speller = Speller(folder, self._language)
            while not self._closed and (question := self._questions.get()) is not None:
                self._answer(self._speller, question)
        except SpellerError as error:
            if not self._closed:
                self.failed.emit(str(error))
        finally:
            if self._speller is not None:
                self._speller.close()
                self._speller.wait()

    def _answer(self, speller: Speller, question: tuple[str, ...] | str) -> None:
        if isinstance(question, str):
            self.suggested.emit(question, speller.suggestions(question))
        else:
            self.checked.emit(question, speller.wrong(question))
