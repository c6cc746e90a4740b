"""Bringing a scene's file and its history together when a manuscript is opened.

The file says what, the history says whose. Where they disagree there are three cases: the scene was never recorded (an
import), the file is one that Firsthand itself saved before the history went on (the program was killed: the history has
the words), or someone edited it outside (a recorded change, in which all that stayed keeps its origin).
"""

from enum import StrEnum

from firsthand.history import SceneState
from firsthand.manuscript import file_text, unix_text
from firsthand.provenance import Change, Origin, Source
from firsthand.provenance.difference import edits
from firsthand.provenance.units import from_units, to_units


class Standing(StrEnum):
    """How a scene's file stands to its history."""

    SAME = "same"
    NEW = "new"
    BEHIND = "behind"
    OUTSIDE = "outside"
    MISSING = "missing"


def standing(state: SceneState, text: str, digest: str, *, exists: bool, saved: frozenset[str]) -> Standing:
    """Compare. ``digest`` is the SHA-256 of the file's text, ``saved`` are those that Firsthand saved last."""
    if text == unix_text(file_text(state.text.text)):
        return Standing.SAME
    if state.last_change is None:
        return Standing.NEW
    if not exists or (not text and len(state.text)):
        return Standing.MISSING
    return Standing.BEHIND if digest in saved else Standing.OUTSIDE


def taken_in(state: SceneState, text: str, origin: Origin, ref: str) -> list[Change]:
    """The changes that bring the tracked text to ``text``; what comes in is of ``origin`` and refers to ``ref``."""
    found = edits(state.text.units(), to_units(text))
    return [Change(e.start, e.end - e.start, from_units(e.inserted), Source(origin, ref)) for e in reversed(found)]
