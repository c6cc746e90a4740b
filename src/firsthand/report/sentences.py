"""The report in words: numbers, dates and sentences made from the figures, which they quote and never add to.

Everything here is plain text; the page escapes it.
"""

from collections.abc import Sequence
from datetime import datetime

from firsthand.history import Status
from firsthand.report.figures import Figures, Passage, Percent, Record

ORIGIN_NAMES = {
    "typed": "typed by the author",
    "model": "inserted from a model",
    "retyped": "a model’s, typed again",
    "pasted": "pasted",
    "imported": "there before recording began",
    "outside": "changed by another program",
    "tool": "put in by a tool",
    "mixed": "of more than one origin",
}

_CLAUSES = {
    "model": ("is a model’s word as it wrote it", "are a model’s words as it wrote them"),
    "retyped": ("is a model’s word typed again by hand", "are a model’s words typed again by hand"),
    "mixed": ("is a word with letters of more than one origin", "are words with letters of more than one origin"),
    "pasted": ("was pasted", "were pasted"),
    "imported": ("stood in the text before recording began", "stood in the text before recording began"),
    "outside": ("came in when another program changed the file", "came in when another program changed the file"),
    "tool": ("was put in by a tool", "were put in by a tool"),
}


def number(n: int) -> str:
    """61204 as 61,204."""
    return f"{n:,}"


def percent(share: float) -> str:
    """A percent with one decimal; 0 and 100 without."""
    return f"{share:.0f}%" if share in (0, 100) else f"{share:.1f}%"


def count(n: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def day(moment: str) -> str:
    """An ISO moment as ``3 March 2026`` (UTC)."""
    at = datetime.fromisoformat(moment)
    return f"{at.day} {at:%B %Y}"


def minute(moment: str) -> str:
    """An ISO moment as ``3 March 2026, 10:22 UTC``."""
    return f"{day(moment)}, {datetime.fromisoformat(moment):%H:%M} UTC"


def period(begin: str | None, end: str | None) -> str:
    """When it was written, what the two days have in common said once; empty if nothing was."""
    if begin is None or end is None:
        return ""
    first, last = datetime.fromisoformat(begin), datetime.fromisoformat(end)
    if first.date() == last.date():
        return day(end)
    if first.year == last.year:
        return f"{first.day} {first:%B} – {day(end)}"
    return f"{day(begin)} – {day(end)}"


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b, and c``."""
    if len(parts) < 3:
        return " and ".join(parts)
    return ", ".join(parts[:-1]) + ", and " + parts[-1]


def subtitle(figures: Figures) -> str:
    """The line under the title: how long, when, in how many sittings, and what the record is worth."""
    when = period(figures.written.begin, figures.written.end)
    parts = [count(figures.totals.words.total, "word")]
    parts += [f"written {when}"] if when else []
    parts += [count(figures.verification.sittings, "sitting"), record(figures.verification)]
    return " · ".join(parts)


def record(found: Record) -> str:
    """What the record is worth, in a few words."""
    match found.status:
        case Status.EMPTY:
            return "nothing is recorded"
        case Status.BROKEN:
            return f"record broken: {found.faults[0] if found.faults else 'no fault named'}"
        case Status.UNSEALED:
            return f"{count(found.records, 'record')}, not all sealed"
    seal = "sealed and signed" if found.signed else "sealed, not signed"
    return f"all {count(found.records, 'record')} unbroken, {seal}"


def record_notes(figures: Figures) -> list[str]:
    """What a reader must know of the record, a sentence each, the gravest first."""
    found = figures.verification
    titles = {scene.id: scene.title for scene in figures.scenes}
    notes = [_RECORD[found.status]]
    notes += [f"Fault: {fault}." for fault in found.faults]
    notes += [
        f"The record of “{titles.get(scene, scene)}” does not fit its text ({reason}); its figures end there."
        for scene, reason in found.misfits.items()
    ]
    if found.unsealed:
        notes.append(f"Not under a seal: {count(found.unsealed, 'line')} of the record.")
    if found.late_seals:
        notes.append(f"{count(found.late_seals, 'seal')} set late, after a sitting that did not end by itself.")
    if found.resyncs:
        notes.append(
            f"The page and the text behind it differed {count(found.resyncs, 'time')} and were brought together."
        )
    if found.status is not Status.EMPTY and not found.signed:
        notes.append(
            "The seals are not signed: they show a later change of the record, "
            "unless every seal after it was made anew."
        )
    return notes


_RECORD = {
    Status.WHOLE: "Every record is under a seal, and every seal fits the one before it.",
    Status.UNSEALED: "The record fits together, but not all of it is under a seal; what is not sealed is not verified.",
    Status.BROKEN: "The record is broken, so the figures of this report are not verified.",
    Status.EMPTY: "Nothing is recorded of this manuscript, so there is nothing to verify.",
}


def lead(figures: Figures) -> str:
    """The sentences after the big number, which is the percent of the words that the author typed."""
    words, shares = figures.totals.words, figures.totals.percent
    if not words.total:
        gone = " What was put in has been taken out again." if figures.totals.ever_inserted_total else ""
        return f"There are no words in this manuscript.{gone}"
    typed = f"of the {count(words.total, 'word')} in this manuscript were typed by the author"
    if words.total == 1:
        typed = "of the one word in this manuscript was typed by the author"
    if figures.totals.revised_words:
        typed += f"; {percent(shares.revised)} of all its words are the author’s in place of a model’s"
    return " ".join([f"{typed}.", _others(figures), *_not_said(figures)])


def _others(figures: Figures) -> str:
    words, shares = figures.totals.words, figures.totals.percent
    found = [
        f"{percent(getattr(shares, name))} {clauses[getattr(words, name) != 1]}"
        for name, clauses in _CLAUSES.items()
        if getattr(words, name)
    ]
    if found:
        return f"{listed(found)}."
    if not figures.suggestions.asked and not figures.suggestions.shown:
        return "No other words stand in it, and no model was asked."
    return "No other words stand in it; none of what a model suggested is left in the text."


def _not_said(figures: Figures) -> list[str]:
    """That the author has not said what text from elsewhere is."""
    silent = [ORIGIN_NAMES[d.origin] for d in figures.declared if d.words and d.said is None]
    return [f"What text is that was {' or '.join(silent)}, the author has not said."] if silent else []


def statement(figures: Figures) -> str:
    """The facts in a paragraph that can be sent to a publisher; what they mean in law or contract is not said."""
    words, shares, when = figures.totals.words, figures.totals.percent, figures.written
    if not words.total:
        return "There are no words in this manuscript to make a statement about."
    drafted = f", {period(when.begin, when.end)}" if when.begin else ""
    total = count(words.total, "word")
    sentences = [
        f"This manuscript was drafted in Firsthand{drafted}.",
        f"Of its {total}, {number(words.typed)} ({percent(shares.typed)}) were typed by the author"
        + (
            f", {number(figures.totals.revised_words)} of them in place of a model’s words."
            if figures.totals.revised_words
            else "."
        ),
        _model_statement(figures),
    ]
    for name, clause in (
        ("retyped", "are a model’s, typed again by hand"),
        ("mixed", "have letters of more than one origin"),
    ):
        if getattr(words, name):
            sentences.append(f"{number(getattr(words, name))} ({percent(getattr(shares, name))}) {clause}.")
    sentences += [
        f"{count(d.words, 'word')} ({percent(getattr(shares, d.origin))}) came in {_CAME[d.origin]}; {_said(d.said)}."
        for d in figures.declared
        if d.words
    ]
    return " ".join([*sentences, f"The record: {record(figures.verification)}."])


_CAME = {
    "pasted": "by pasting",
    "imported": "before recording began",
    "outside": "through another program",
}


def _said(said: str | None) -> str:
    return "the author has not said where from" if said is None else f"the author says: {said}"


def _model_statement(figures: Figures) -> str:
    words, shares, found = figures.totals.words, figures.totals.percent, figures.suggestions
    if not words.model:
        if found.asked or found.shown:
            return "A model was asked for suggestions; no word stands in the text as a model wrote it."
        return "No model was asked for suggestions."
    named = f" ({listed(found.models)})" if found.models else ""
    return (
        f"Text generated by an AI model{named} makes up {percent(shares.model)} of its words "
        f"({number(words.model)} of {number(words.total)}), in {count(found.standing, 'passage')} listed above."
    )


def became(passage: Passage) -> str:
    """What became of the words of a passage."""
    words = passage.words
    parts = [f"{count(words.brought, 'word')} brought", f"{number(words.kept)} still here"]
    for name, n in (("replaced", words.replaced), ("in another scene", words.moved), ("deleted", words.deleted)):
        parts += [f"{number(n)} {name}"] if n else []
    return " · ".join(parts)


def origin_of(passage: Passage, titles: dict[str, str]) -> str:
    """Where a passage came from: when, which model, what was asked."""
    if passage.came_from is not None:
        came = f"Moved here from “{titles.get(passage.came_from, 'a scene that is gone')}”"
    else:
        came = f"Inserted {minute(passage.when)}" if passage.when else "Inserted, when is not recorded"
    asked = purpose(passage.purpose) + (f", “{passage.label}”" if passage.label else "")
    return " · ".join(part for part in (came, passage.model, asked) if part)


def purpose(name: str) -> str:
    """A purpose as people read it: ``what-if`` as ``What if``."""
    spaced = name.replace("-", " ").replace("_", " ")
    return spaced[:1].upper() + spaced[1:]


def bar_summary(shares: Percent) -> str:
    """A bar of parts, for those who do not see it."""
    parts = [f"{percent(shares.revised)} of all in place of a model’s words"] if shares.revised else []
    for name, what in ORIGIN_NAMES.items():
        if getattr(shares, name):
            parts.insert(0 if name == "typed" else len(parts), f"{percent(getattr(shares, name))} {what}")
    return ", ".join(parts)
