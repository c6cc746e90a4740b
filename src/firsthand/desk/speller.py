"""Hunspell in a process of its own, and the way to it.

A process because Hunspell is native code that keeps Python waiting: a dictionary takes a third of a second to read, and
suggestions for one word up to a second, in which the window would stand still; and because a crash of it must not reach
the draft. The child reads a line of JSON and answers with one, and ends when its standard input closes.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

import msgspec

from firsthand.saying import say

MOST = 7
"""Suggestions for a word."""


class Dictionary(Protocol):
    """What is wanted of Hunspell."""

    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> tuple[str, ...]: ...


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """Which of these words are wrong, or what could be meant by one."""

    check: tuple[str, ...] = ()
    suggest: str = ""


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """The words that are wrong, or the suggestions, the likeliest first; or why there is no answer."""

    words: tuple[str, ...] = ()
    trouble: str = ""


class SpellerError(Exception):
    """Spelling cannot be checked; the text says why, and what to do."""


class Speller:
    """One language's speller. Its methods wait for the child: they are for a thread of their own."""

    def __init__(self, folder: Path, language: str) -> None:
        """The child is started here. SpellerError if that is not possible."""
        import subprocess  # no start waits for it

        try:
            self._child = subprocess.Popen(
                [*_program(), "--speller", str(folder), language],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_creation_flags(),
            )
        except OSError as error:
            raise SpellerError(say("Spelling cannot be checked ({why}).", why=error)) from error

    def wrong(self, words: Sequence[str]) -> set[str]:
        """Those of the words that are wrong. SpellerError if the child gives no answer."""
        return set(self._ask(Question(check=tuple(words))).words)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What could be meant by a word, ``MOST`` at most. SpellerError if the child gives no answer."""
        return self._ask(Question(suggest=word)).words

    def close(self) -> None:
        """End the child; for any thread, also while another waits for an answer."""
        with suppress(OSError):
            self._child.kill()

    def wait(self) -> None:
        """Wait until the child has ended after ``close``."""
        for pipe in (self._child.stdin, self._child.stdout):
            with suppress(OSError):
                assert pipe is not None
                pipe.close()
        self._child.wait()

    def _ask(self, question: Question) -> Answer:
        stdin, stdout = self._child.stdin, self._child.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            stdin.write(msgspec.json.encode(question) + b"\n")
            stdin.flush()
            answer = msgspec.json.decode(stdout.readline(), type=Answer)
        except (OSError, ValueError, msgspec.DecodeError) as error:
            raise SpellerError(_ended()) from error
        if answer.trouble:
            raise SpellerError(_trouble(answer.trouble))
        return answer


def _ended() -> str:
    return say(
        "Spelling is not checked any more: the spelling program ended. Switch spelling off and on to start it again."
    )


def _trouble(kind: str) -> str:
    """What a child that cannot begin has found missing, in a sentence."""
    if kind == "package":
        return say(
            "Spelling cannot be checked: the spelling program (chunspell) is not installed. Installing Firsthand again "
            "brings it back; your words are safe."
        )
    return say(
        "Spelling cannot be checked: the dictionary cannot be read. Installing Firsthand again brings it back; your "
        "words are safe."
    )


def _program() -> list[str]:
    """An installed program calls itself, a Python calls the package."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "firsthand"]


def _creation_flags() -> int:
    """On Windows: no console window."""
    if sys.platform == "win32":
        import subprocess

        return subprocess.CREATE_NO_WINDOW
    return 0


# The child


def main(folder: str, language: str) -> int:
    """Answer questions until standard input closes; returns the exit status."""
    with os.fdopen(0, "rb") as questions, os.fdopen(1, "wb") as answers:
        return _serve(questions, answers, folder, language)


def _serve(questions: IO[bytes], answers: IO[bytes], folder: str, language: str) -> int:
    trouble = ""
    words: Dictionary | None = None
    try:
        from hunspell import Hunspell

        words = Hunspell(language, hunspell_data_dir=folder, system_encoding="UTF-8")
    except ImportError:
        trouble = "package"
    except OSError:
        trouble = "dictionary"
    for line in questions:
        question = msgspec.json.decode(line, type=Question)
        answer = Answer(trouble=trouble) if words is None else _answered(words, question)
        answers.write(msgspec.json.encode(answer) + b"\n")
        answers.flush()
    return 0


def _answered(words: Dictionary, question: Question) -> Answer:
    if question.suggest:
        return Answer(_suggested(words, question.suggest))
    return Answer(tuple(word for word in question.check if not _right(words, word)))


def _right(words: Dictionary, word: str) -> bool:
    """Whether a word is right, or would be without the ``'s`` of a possessive, or as a shortened one, with a full stop.

    Dictionaries have ``Dr.`` and ``usw.``; a stop behind a word is not told from the end of a sentence.
    """
    forms = (word, word.removesuffix("'s"), f"{word}.")
    try:
        return any(words.spell(form) for form in dict.fromkeys(forms))
    except UnicodeEncodeError:
        return False  # it has a letter that the dictionary's own encoding does not know


def _suggested(words: Dictionary, word: str) -> tuple[str, ...]:
    try:
        return tuple(words.suggest(word))[:MOST]
    except UnicodeEncodeError:
        return ()
