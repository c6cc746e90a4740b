"""What was found and what the author says, in plain words: the parts of a report that stand apart from what was seen.

Everything here is plain text made from the figures; the page escapes it.
"""

from collections.abc import Sequence

import msgspec

from firsthand.provenance import Rule
from firsthand.report.figures import Declared, DeclaredSource, Evidence, Figures, Found, How, OtherManuscript, Passage
from firsthand.report.phrases import ORIGIN_NAMES, count, listed, minute, number, percent
from firsthand.report.suggestions import manuscript_of

RULE_NAMES = {
    "moved": "Moved",
    "copied": "Copied",
    "shown": "Shown before",
    "retyped": "Words in a row",
    "rare": "Rare words in a row",
    "aligned": "Nearly the same words",
}

RULES = {
    "moved": "It came in one piece and equals text that had been cut or deleted; it has the origins that had.",
    "copied": "It came in one piece and equals text that stands in the manuscript; it has the origins that has.",
    "shown": "It came in one piece and is a whole suggestion, or whole sentences of one, that had been shown.",
    "retyped": "Eight or more words in the order in which a suggestion had shown them.",
    "rare": "Five to seven words, rare together, in the order in which a suggestion had shown them.",
    "aligned": "Of 15 words at least 13 are the same, in the order in which a suggestion had shown them.",
}
"""Each rule in a sentence; ``docs/recognition.md`` states them in full."""

SAID = {
    None: "not said",
    "own": "the author’s own earlier text",
    "quotation": "a quotation",
    "ai": "another AI tool’s text",
    "person": "another person’s text",
}

SAID_PARTS = {
    "typed": ORIGIN_NAMES["typed"],
    "own": SAID["own"],
    "model": ORIGIN_NAMES["model"],
    "retyped": ORIGIN_NAMES["retyped"],
    "ai": "another AI tool’s, as the author says",
    "mixed": ORIGIN_NAMES["mixed"],
    "quotation": SAID["quotation"],
    "person": SAID["person"],
    "not_said": "from elsewhere, not said whose",
    "tool": ORIGIN_NAMES["tool"],
}
"""The parts of the final text with what the author says of it, in the order they are drawn."""

FOUND_NAMES = {**ORIGIN_NAMES, "model": "a model’s"}
"""What text was found to be; it was not seen to be inserted."""

_CAME = {
    "pasted": ("was pasted", "were pasted"),
    "imported": ("stood there before recording began", "stood there before recording began"),
    "outside": ("was brought by another program", "were brought by another program"),
}

_ELSEWHERE = {
    "pasted": "the pasted words",
    "imported": "the words that stood there before",
    "outside": "the words from another program",
}


def says_anything(figures: Figures) -> bool:
    """Whether the author has said of any text from elsewhere what it is."""
    return any(d.said is not None for d in figures.declared)


def not_said(figures: Figures) -> list[str]:
    """That the author has not said what text from elsewhere is."""
    silent = [
        ("the rest of " if _is_said(figures, d) else "") + _ELSEWHERE[d.origin]
        for d in figures.declared
        if d.words and d.said is None
    ]
    return [f"The author has not said whose {listed(silent)} are."] if silent else []


def _is_said(figures: Figures, one: Declared) -> bool:
    return any(d.words for d in figures.declared if d.origin is one.origin and d.said is not None)


def said_summary(figures: Figures) -> str:
    """The final text with what the author says of it, in a line."""
    shares = figures.with_declared.percent
    return ", ".join(
        f"{percent(getattr(shares, name))} {what}" for name, what in SAID_PARTS.items() if getattr(shares, name)
    )


def came_statements(figures: Figures) -> list[str]:
    """For each origin from elsewhere, how many words it is and what the author says of them."""
    return [_came(figures, origin) for origin in _CAME if getattr(figures.totals.words, origin)]


def _came(figures: Figures, origin: str) -> str:
    n, share = getattr(figures.totals.words, origin), percent(getattr(figures.totals.percent, origin))
    groups = [d for d in figures.declared if d.origin == origin and d.words]
    start = f"{count(n, 'word')} ({share}) {_CAME[origin][n != 1]}"
    if len(groups) == 1:
        return f"{start}; {_told(groups[0])}."
    parts = listed([f"{SAID[d.said]} ({number(d.words)})" for d in groups if d.said is not None])
    silent = [f"; of {number(d.words)} the author has not said where from" for d in groups if d.said is None]
    return f"{start}; of these words the author says: {parts}{''.join(silent)}."


def _told(one: Declared) -> str:
    return "the author has not said where from" if one.said is None else f"the author says: {SAID[one.said]}"


def model_side_statement(figures: Figures) -> list[str]:
    """What the author's statement about another AI tool makes of the model's share; nothing if there is none."""
    words, shares = figures.with_declared.words, figures.with_declared.percent
    if not words.ai:
        return []
    side = percent(round(shares.model + shares.retyped + shares.ai, 1))
    return [f"With what the author says of it, {side} of its words are a model’s or another AI tool’s."]


def evidence_statement(figures: Figures) -> list[str]:
    """That findings are left out, where they are."""
    if figures.evidence is Evidence.ALL:
        return []
    return ["Findings are left out: every figure is what the program saw."]


def from_manuscript(other: OtherManuscript) -> str:
    """What came from another manuscript, and what this record cannot say of it."""
    units = msgspec.structs.asdict(other.units)
    parts = listed([f"{number(n)} {ORIGIN_NAMES[name]}" for name, n in units.items() if n])
    return (
        f"From “{other.title}”, another manuscript: {count(sum(units.values()), 'character')} of the final text, "
        f"{parts}. How they came about is in the record of that manuscript, not in this one."
    )


def source_name(source: DeclaredSource, titles: dict[str, str]) -> str:
    """What came, when, and where it stands."""
    when = f" {minute(source.came)}" if source.came else ""
    what = {"pasted": "Pasted", "imported": "There before recording, taken in", "outside": "From another program"}[
        source.origin
    ]
    places = listed([f"“{titles.get(scene, scene)}”" for scene in source.scenes[:3]])
    more = f" and {count(len(source.scenes) - 3, 'more scene')}" if len(source.scenes) > 3 else ""
    other = " from another manuscript" if source.ref is not None and manuscript_of(source.ref) else ""
    return f"{what}{other}{when}, in {places}{more}"


def source_said(source: DeclaredSource) -> str:
    """What the author says of a source, and when that was said."""
    when = f", said {minute(source.said_when)}" if source.said is not None and source.said_when else ""
    return SAID[source.said] + when


def seen_or_found(figures: Figures, origin: str) -> str:
    """How the program knows of text that it is of an origin."""
    found = any(origin in one.origins for one in figures.findings.each)
    if origin == "retyped":
        return "found by a rule"
    return "seen by the program" + (", in part found by a rule" if found else "")


def found_words(found: Found) -> str:
    """How far a stretch agrees with what was found, in plain words."""
    if found.rule is Rule.ALIGNED or found.words != found.of_words:
        return f"{number(found.words)} of {count(found.of_words, 'word')}"
    return count(found.words, "word")


_NO_FINDING = frozenset({How.INSERTED, How.MOVED, How.COPIED})
"""Ways for a passage to come of which there is nothing more to say."""


def came_found(passage: Passage) -> bool:
    """Whether a passage was not seen to be inserted, but found."""
    return bool(passage.how) and passage.how[0] not in _NO_FINDING


def found_by(passage: Passage, found: Sequence[Found]) -> str:
    """By what a passage was found, in plain words; empty if all of it was seen to be inserted.

    ``found`` are the stretches of it that stand.
    """
    stretches = [_agreement(one) for one in found]
    if not stretches:
        stretches = [RULE_NAMES[how].lower() for how in passage.how if how not in _NO_FINDING]
    return f"Found by a rule: {', '.join(dict.fromkeys(stretches))}" if stretches else ""


def _agreement(found: Found) -> str:
    rare = "rare " if found.rule is Rule.RARE else ""
    if found.rule is Rule.ALIGNED or found.words != found.of_words:
        return f"nearly the same, {number(found.words)} of {count(found.of_words, rare + 'word')}"
    if found.rule is Rule.SHOWN:
        return f"{count(found.words, 'word')}, all that came, as they were shown"
    return f"{count(found.words, rare + 'word')} in a row"
