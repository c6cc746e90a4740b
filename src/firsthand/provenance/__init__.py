"""Who wrote each character: spans, edits and their inverses, moves, measures. No Qt, no files, no clock.

This is a small public API (``docs/api.md``); programs outside may use it.
"""

from firsthand.provenance.origins import Change, Finding, Origin, Rule, Run, Source, Span, Whose, join_runs
from firsthand.provenance.passages import StandIn, stand_ins
from firsthand.provenance.text import TrackedText
from firsthand.provenance.words import MIXED, count_words, words, words_by_origin

__all__ = [
    "MIXED",
    "Change",
    "Finding",
    "Origin",
    "Rule",
    "Run",
    "Source",
    "Span",
    "StandIn",
    "TrackedText",
    "Whose",
    "count_words",
    "join_runs",
    "stand_ins",
    "words",
    "words_by_origin",
]
