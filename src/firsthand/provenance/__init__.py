"""Who wrote each character: spans, edits and their inverses, moves, measures. No Qt, no files, no clock.

This is a small public API (``docs/api.md``); programs outside may use it.
"""

from firsthand.provenance.origins import Change, Origin, Run, Source, Span, Whose, join_runs
from firsthand.provenance.text import TrackedText

__all__ = ["Change", "Origin", "Run", "Source", "Span", "TrackedText", "Whose", "join_runs"]
