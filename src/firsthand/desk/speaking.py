"""The languages in which something can be said where no window is: which one is chosen, and its sentences.

The window has Qt look sentences up; here the same files are read without it. Only the sentences of the rooms below the
window are taken from them (``firsthand.saying``).
"""

import locale
import os
import struct
from collections.abc import Iterator
from functools import cache
from struct import unpack_from

from firsthand.desk.places import settings_folder
from firsthand.desk.settings import NAME, Choices, SettingsFile, Speech
from firsthand.resources import resource
from firsthand.saying import CONTEXT, Lookup, as_written

_HEAD = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_MESSAGES = 0x69
_END, _TRANSLATION, _OLD, _SOURCE, _CONTEXT = 1, 3, 5, 6, 7
"""Of the file format: as ``QTranslator`` of Qt 6 reads it."""


def chosen_speech() -> Speech:
    """The language that the author chose for the program, else the system's; English where that is not spoken."""
    choices, _ = SettingsFile(settings_folder() / NAME, Choices).read()
    speech = choices.program.language
    return _of_the_system() if speech is Speech.SYSTEM else speech


def lookup_of(speech: Speech) -> Lookup:
    """How sentences are looked up in a language. FileNotFoundError or ValueError if its shipped file is not well."""
    if speech is Speech.SYSTEM:
        speech = _of_the_system()
    return as_written if speech is Speech.ENGLISH else _sentences(speech).get_or_same


class _Sentences(dict[str, str]):
    """The sentences of a language by what they are in English."""

    def get_or_same(self, text: str) -> str:
        """The sentence, in English if it has not been translated."""
        return self.get(text, text)


def _of_the_system() -> Speech:
    """The system's language as far as it is spoken: by the environment, else as the system has it set."""
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    name = (named or locale.getlocale()[0] or "").casefold()
    german = name[:2] == "de" or name.startswith("german")
    return Speech.GERMAN if german else Speech.ENGLISH


@cache
def _sentences(speech: Speech) -> _Sentences:
    path = resource("translations", f"firsthand_{speech}.qm")
    try:
        found = list(_messages(path.read_bytes()))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        again = f"Firsthand's own file {path.name} is damaged; installing Firsthand again brings it back."
        raise ValueError(again) from error
    return _Sentences((source, said) for context, source, said in found if context == CONTEXT)


def _messages(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Context, source and first translation of every message in a .qm file. struct.error if it is none."""
    if data[:16] != _HEAD:
        raise struct.error("not a file of translations")
    at = 16
    while at < len(data):
        kind, size = unpack_from(">BI", data, at)
        (part,) = unpack_from(f"{size}s", data, at + 5)
        if kind == _MESSAGES:
            yield from _each(part)
        at += 5 + size


def _each(block: bytes) -> Iterator[tuple[str, str, str]]:
    at, found = 0, dict[int, bytes]()
    while at < len(block):
        kind, at = block[at], at + 1
        if kind == _END:
            context, source = (found.get(part, b"").decode() for part in (_CONTEXT, _SOURCE))
            yield context, source, found.get(_TRANSLATION, b"").decode("utf-16-be")
            found = {}
        elif kind == _OLD:
            at += 4
        else:
            size = max(unpack_from(">i", block, at)[0], 0)
            found.setdefault(kind, block[at + 4 : at + 4 + size])
            at += 4 + size
