"""The report in sentences made from the figures, which they quote and never add to.

Everything here is plain text; the page escapes it.
"""

from collections.abc import Sequence

from firsthand.history import Status
from firsthand.provenance import Origin
from firsthand.report import apart
from firsthand.report.figures import Evidence, Figures, Found, Passage, Record
from firsthand.report.phrases import count, listed, minute, number, percent, period, purpose

_CLAUSES = {
    "model": ("is a model’s word as it wrote it", "are a model’s words as it wrote them"),
    "retyped": ("is a model’s word typed again by hand", "are a model’s words typed again by hand"),
    "mixed": ("is a word with letters of more than one origin", "are words with letters of more than one origin"),
    "pasted": ("was pasted", "were pasted"),
    "imported": ("stood in the text before recording began", "stood in the text before recording began"),
    "outside": ("came in when another program changed the file", "came in when another program changed the file"),
    "tool": ("was put in by a tool", "were put in by a tool"),
}


def subtitle(figures: Figures) -> str:
    """The line under the title: how long, when, in how many sittings, and what the record is worth."""
    when = period(figures.written.begin, figures.written.end)
    parts = [count(figures.totals.words.total, "word")]
    parts += [f"written {when}"] if when else []
    parts += [count(figures.verification.sittings, "sitting"), record(figures.verification)]
    parts += ["findings left out"] if figures.evidence is Evidence.NONE else []
    return " · ".join(parts)


def record(found: Record) -> str:
    """What the record is worth, in a few words."""
    match found.status:
        case Status.EMPTY:
            return "nothing recorded"
        case Status.BROKEN:
            return f"record broken ({found.faults[0] if found.faults else 'no fault named'})"
        case Status.UNSEALED:
            return f"record of {_entries(found)}, not all sealed"
        case Status.UNCLOSED:
            return f"record of {_entries(found)}, its end perhaps missing"
    seal = "sealed and signed" if found.signed else "sealed, not signed"
    return f"record unbroken, {_entries(found)}, {seal}"


def _entries(found: Record) -> str:
    return count(found.records, "entry", "entries")


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
    notes += [f"The sitting {name} did not close, so that its end may be missing." for name in found.unclosed]
    notes += [f"The times are doubtful: {doubt}." for doubt in found.doubts]
    if len(found.keys) > 1:
        notes.append(f"The seals are signed by several keys: {', '.join(found.keys)}.")
    if found.late_seals:
        notes.append(f"{count(found.late_seals, 'seal')} set late, after a sitting that did not end by itself.")
    if found.resyncs:
        notes.append(
            f"The page and the text behind it differed {count(found.resyncs, 'time')} and were brought together."
        )
    notes += [apart.from_manuscript(other) for other in figures.other_manuscripts]
    if found.status is not Status.EMPTY and not found.signed:
        notes.append(
            "The seals are not signed: they show a later change of the record, "
            "unless every seal after it was made anew."
        )
    return notes


_RECORD = {
    Status.WHOLE: "Every entry of the record is under a seal, and every seal fits the one before it.",
    Status.UNSEALED: "The record fits together, but not all of it is under a seal; what is not sealed is not verified.",
    Status.UNCLOSED: "The record fits together, but a sitting did not close; without its end it is not verified.",
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
    return " ".join([f"{typed}.", _others(figures), *apart.not_said(figures)])


def _others(figures: Figures) -> str:
    words, shares = figures.totals.words, figures.totals.percent
    found = [
        f"{percent(getattr(shares, name))} {clauses[getattr(words, name) != 1]}"
        for name, clauses in _CLAUSES.items()
        if getattr(words, name)
    ]
    if found:
        return f"{', and '.join([', '.join(found[:-1]), found[-1]] if found[1:] else found)}."
    if not _model_used(figures):
        return "No other words stand in it, and no model was asked."
    return "No other words stand in it; of what a model suggested, no word is left in the text."


def _model_used(figures: Figures) -> bool:
    found = figures.suggestions
    return bool(found.asked or found.shown or figures.totals.ever_inserted.model)


def statement(figures: Figures) -> str:
    """The facts in a paragraph that can be sent to a publisher; what they mean in law or contract is not said."""
    words = figures.totals.words
    if not words.total:
        return "There are no words in this manuscript to make a statement about."
    sentences = [
        _drafted(figures),
        _typed_statement(figures),
        _model_statement(figures),
        *(_apart(figures, name, verbs) for name, verbs in _APART.items() if getattr(words, name)),
        *apart.came_statements(figures),
        *apart.model_side_statement(figures),
        *apart.evidence_statement(figures),
        _RECORD[figures.verification.status],
    ]
    return " ".join(sentences)


_APART = {
    "retyped": ("is typed again from a model’s suggestion", "are typed again from a model’s suggestions"),
    "mixed": ("has letters of more than one origin", "have letters of more than one origin"),
}


def _drafted(figures: Figures) -> str:
    when = period(figures.written.begin, figures.written.end)
    what = "was drafted" if figures.totals.words.typed else "was recorded"
    return f"This manuscript {what} in Firsthand{', ' if when else ''}{when}."


def _typed_statement(figures: Figures) -> str:
    words, revised = figures.totals.words, figures.totals.revised_words
    if not words.typed:
        return f"Of its {count(words.total, 'word')}, none was typed by the author."
    share = percent(figures.totals.percent.typed)
    typed = f"Of its {count(words.total, 'word')}, {number(words.typed)} ({share}) were typed by the author"
    return typed + (f", {number(revised)} of them in place of a model’s words." if revised else ".")


def _apart(figures: Figures, name: str, verbs: tuple[str, str]) -> str:
    """How many words and what percent of all are what."""
    n, share = getattr(figures.totals.words, name), percent(getattr(figures.totals.percent, name))
    standing = figures.suggestions.standing_retyped if name == Origin.RETYPED else 0
    listing = f", in {count(standing, 'passage')} listed above" if standing else ""
    return f"{count(n, 'word')} ({share}) {verbs[n != 1]}{listing}."


def _model_statement(figures: Figures) -> str:
    words, shares, found = figures.totals.words, figures.totals.percent, figures.suggestions
    if not words.model:
        if _model_used(figures):
            return "A model was asked for suggestions; no word stands in the text as a model wrote it."
        return "No model was asked for suggestions."
    named = f" ({listed(found.standing_models)})" if found.standing_models else ""
    listing = f", in {count(found.standing, 'passage')} listed above" if found.standing else ""
    return (
        f"Text generated by an AI model{named} makes up {percent(shares.model)} of its words "
        f"({number(words.model)} of {number(words.total)}){listing}."
    )


def became(passage: Passage) -> str:
    """What became of the words of a passage."""
    words = passage.words
    came = "typed again" if passage.origin is Origin.RETYPED else "brought"
    parts = [f"{count(words.brought, 'word')} {came}", f"{number(words.kept)} still here"]
    for name, n in (("replaced", words.replaced), ("in another scene", words.moved), ("deleted", words.deleted)):
        parts += [f"{number(n)} {name}"] if n else []
    return " · ".join(parts)


def origin_of(passage: Passage, titles: dict[str, str], found: Sequence[Found] = ()) -> str:
    """Where a passage came from: when, which model, what was asked. ``found`` are its stretches that were found."""
    asked = purpose(passage.purpose) + (f", “{passage.label}”" if passage.label else "")
    return " · ".join(part for part in (_came(passage, titles, found), passage.model, asked) if part)


def _came(passage: Passage, titles: dict[str, str], found: Sequence[Found]) -> str:
    when = f" {minute(passage.when)}" if passage.when else ", when is not recorded"
    shown = f", shown {minute(passage.shown)}" if passage.shown else ", when it was shown is not recorded"
    if passage.came_from is not None:
        return f"Moved here from “{titles.get(passage.came_from, 'a scene that is gone')}”"
    if passage.from_manuscript is not None:
        return f"Brought{when} from “{passage.from_manuscript}”, another manuscript"
    if passage.origin is Origin.RETYPED:
        return f"Typed by hand{when}{shown}"
    if apart.came_found(passage):
        pasted = "Pasted" if any(one.observed is Origin.PASTED for one in found) else "Came in one piece"
        return f"{pasted}{when}, and equal to a suggestion{shown.removeprefix(',')}"
    return f"Inserted{when}"
