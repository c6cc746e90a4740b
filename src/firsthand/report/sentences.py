"""The report in sentences made from the figures, which they quote and never add to.

Everything here is plain text in the author's language; the page escapes it. What is wrong with a record is quoted in
the words of its verification, which are English: they are the same in the JSON and in what the lone verifier says.
"""

from firsthand.history import Status
from firsthand.report import apart
from firsthand.report.figures import Evidence, Figures, Record, Removed
from firsthand.report.phrases import in_a_row, listed, number, percent, period, words
from firsthand.saying import say, say_of


def subtitle(figures: Figures) -> str:
    """The line under the title: how long, when, in how many sittings, and what the record is worth."""
    when = period(figures.written.begin, figures.written.end)
    sittings = figures.verification.sittings
    parts = [words(figures.totals.words.total)]
    parts += [say("written {when}", when=when)] if when else []
    parts += [say_of(sittings, "{n} sitting", "{n} sittings", n=number(sittings)), record(figures.verification)]
    parts += [say("findings left out")] if figures.evidence is Evidence.NONE else []
    return " · ".join(parts)


def record(found: Record) -> str:
    """What the record is worth, in a few words."""
    entries = say_of(found.records, "{n} entry", "{n} entries", n=number(found.records))
    match found.status:
        case Status.EMPTY:
            return say("nothing recorded")
        case Status.BROKEN:
            return say("record broken ({fault})", fault=found.faults[0] if found.faults else say("no fault named"))
        case Status.UNSEALED:
            return say("record of {entries}, not all sealed", entries=entries)
        case Status.UNCLOSED:
            return say("record of {entries}, its end perhaps missing", entries=entries)
    if found.signed:
        return say("record unbroken, {entries}, sealed and signed", entries=entries)
    return say("record unbroken, {entries}, sealed, not signed", entries=entries)


def record_notes(figures: Figures) -> list[str]:
    """What a reader must know of the record, a sentence each, the gravest first."""
    found = figures.verification
    return [
        _whole(found.status),
        *(say("Fault: {fault}.", fault=fault) for fault in found.faults),
        *_misfits(figures),
        *_open_ends(found),
        *(say("The times are doubtful: {doubt}.", doubt=doubt) for doubt in found.doubts),
        *_sealing(found),
        *(apart.from_manuscript(other) for other in figures.other_manuscripts),
        *_unsigned(found),
    ]


def _misfits(figures: Figures) -> list[str]:
    titles = {scene.id: scene.title for scene in figures.scenes}
    return [
        say(
            "The record of “{title}” does not fit its text ({reason}); its figures end there.",
            title=titles.get(scene, scene),
            reason=reason,
        )
        for scene, reason in figures.verification.misfits.items()
    ]


def _open_ends(found: Record) -> list[str]:
    unsealed = say_of(
        found.unsealed,
        "Not under a seal: {n} line of the record.",
        "Not under a seal: {n} lines of the record.",
        n=number(found.unsealed),
    )
    return [
        *([unsealed] if found.unsealed else []),
        *(
            say("The sitting {name} did not close, so that its end may be missing.", name=name)
            for name in found.unclosed
        ),
    ]


def _sealing(found: Record) -> list[str]:
    several = say("The seals are signed by several keys: {keys}.", keys=", ".join(found.keys))
    late = say_of(
        found.late_seals,
        "{n} seal set late, after a sitting that did not end by itself.",
        "{n} seals set late, after a sitting that did not end by itself.",
        n=number(found.late_seals),
    )
    differed = say_of(
        found.resyncs,
        "The page and the text behind it differed {n} time and were brought together.",
        "The page and the text behind it differed {n} times and were brought together.",
        n=number(found.resyncs),
    )
    said = ((len(found.keys) > 1, several), (found.late_seals, late), (found.resyncs, differed))
    return [note for applies, note in said if applies]


def _unsigned(found: Record) -> list[str]:
    if found.status is Status.EMPTY or found.signed:
        return []
    return [
        say(
            "The seals are not signed: they show a later change of the record, "
            "unless every seal after it was made anew."
        )
    ]


def _whole(status: Status) -> str:
    """Whether the record is whole, and what follows for the report."""
    return {
        Status.WHOLE: say("Every entry of the record is under a seal, and every seal fits the one before it."),
        Status.UNSEALED: say(
            "The record fits together, but not all of it is under a seal; what is not sealed is not verified."
        ),
        Status.UNCLOSED: say(
            "The record fits together, but a sitting did not close; without its end it is not verified."
        ),
        Status.BROKEN: say("The record is broken, so the figures of this report are not verified."),
        Status.EMPTY: say("Nothing is recorded of this manuscript, so there is nothing to verify."),
    }[status]


def lead(figures: Figures) -> str:
    """The sentences after the big number, which is the percent of the words that the author typed."""
    total = figures.totals.words.total
    if not total:
        gone = [say("What was put in has been taken out again.")] if figures.totals.ever_inserted_total else []
        return " ".join([say("There are no words in this manuscript."), *gone])
    typed = say_of(
        total,
        "of the one word in this manuscript was typed by the author",
        "of the {n} words in this manuscript were typed by the author",
        n=number(total),
    )
    if figures.totals.revised_words:
        share = percent(figures.totals.percent.revised)
        typed = say(
            "{typed}; {share} of all its words are the author’s in place of a model’s", typed=typed, share=share
        )
    return " ".join([f"{typed}.", _others(figures), *apart.not_said(figures)])


def _others(figures: Figures) -> str:
    counts, shares = figures.totals.words, figures.totals.percent
    found = [
        _clause(name, getattr(counts, name), percent(getattr(shares, name)))
        for name in ("model", "retyped", "mixed", "pasted", "imported", "outside", "tool")
        if getattr(counts, name)
    ]
    if found:
        return f"{in_a_row(found)}."
    if not _model_used(figures):
        return say("No other words stand in it, and no model was asked.")
    return say("No other words stand in it; of what a model suggested, no word is left in the text.")


def _clause(origin: str, n: int, share: str) -> str:
    """What a share of the words is, of which there are ``n``."""
    return {
        "model": say_of(
            n,
            "{share} is a model’s word as it wrote it",
            "{share} are a model’s words as it wrote them",
            share=share,
        ),
        "retyped": say_of(
            n,
            "{share} is a model’s word typed again by hand",
            "{share} are a model’s words typed again by hand",
            share=share,
        ),
        "mixed": say_of(
            n,
            "{share} is a word with letters of more than one origin",
            "{share} are words with letters of more than one origin",
            share=share,
        ),
        "pasted": say_of(n, "{share} was pasted", "{share} were pasted", share=share),
        "imported": say("{share} stood in the text before recording began", share=share),
        "outside": say("{share} came in when another program changed the file", share=share),
        "tool": say_of(n, "{share} was put in by a tool", "{share} were put in by a tool", share=share),
    }[origin]


def _model_used(figures: Figures) -> bool:
    found = figures.suggestions
    return bool(found.asked or found.shown or figures.totals.ever_inserted.model)


def statement(figures: Figures) -> str:
    """The facts in a paragraph that can be sent to a publisher; what they mean in law or contract is not said."""
    counts = figures.totals.words
    if not counts.total:
        return say("There are no words in this manuscript to make a statement about.")
    sentences = [
        _drafted(figures),
        _typed_statement(figures),
        _model_statement(figures),
        *([_retyped_statement(figures)] if counts.retyped else []),
        *([_mixed_statement(figures)] if counts.mixed else []),
        *apart.came_statements(figures),
        *apart.model_side_statement(figures),
        *apart.evidence_statement(figures),
        _whole(figures.verification.status),
    ]
    return " ".join(sentences)


def _drafted(figures: Figures) -> str:
    when = period(figures.written.begin, figures.written.end)
    if figures.totals.words.typed:
        if when:
            return say("This manuscript was drafted in Firsthand, {when}.", when=when)
        return say("This manuscript was drafted in Firsthand.")
    if when:
        return say("This manuscript was recorded in Firsthand, {when}.", when=when)
    return say("This manuscript was recorded in Firsthand.")


def _typed_statement(figures: Figures) -> str:
    counts, revised = figures.totals.words, figures.totals.revised_words
    if not counts.typed:
        return say("Of its {words}, none was typed by the author.", words=words(counts.total))
    told = {"words": words(counts.total), "n": number(counts.typed), "share": percent(figures.totals.percent.typed)}
    if not revised:
        return say("Of its {words}, {n} ({share}) were typed by the author.", **told)
    return say(
        "Of its {words}, {n} ({share}) were typed by the author, {revised} of them in place of a model’s words.",
        **told,
        revised=number(revised),
    )


def _retyped_statement(figures: Figures) -> str:
    n, share = figures.totals.words.retyped, percent(figures.totals.percent.retyped)
    return say_of(
        n,
        "{n} word ({share}) is typed again from a model’s suggestion{listing}.",
        "{n} words ({share}) are typed again from a model’s suggestions{listing}.",
        n=number(n),
        share=share,
        listing=_listing(figures.suggestions.standing_retyped),
    )


def _mixed_statement(figures: Figures) -> str:
    n, share = figures.totals.words.mixed, percent(figures.totals.percent.mixed)
    return say_of(
        n,
        "{n} word ({share}) has letters of more than one origin.",
        "{n} words ({share}) have letters of more than one origin.",
        n=number(n),
        share=share,
    )


def _listing(passages: int) -> str:
    """Where the passages stand that are spoken of; empty if none stands."""
    listing = say_of(passages, ", in {n} passage listed above", ", in {n} passages listed above", n=number(passages))
    return listing if passages else ""


def _model_statement(figures: Figures) -> str:
    counts, found = figures.totals.words, figures.suggestions
    if not counts.model:
        if _model_used(figures):
            return say("A model was asked for suggestions; no word stands in the text as a model wrote it.")
        return say("No model was asked for suggestions.")
    told = {
        "share": percent(figures.totals.percent.model),
        "n": number(counts.model),
        "total": number(counts.total),
        "listing": _listing(found.standing),
    }
    if not found.standing_models:
        return say("Text generated by an AI model makes up {share} of its words ({n} of {total}){listing}.", **told)
    return say(
        "Text generated by an AI model ({models}) makes up {share} of its words ({n} of {total}){listing}.",
        **told,
        models=listed(found.standing_models),
    )


def removed(gone: Removed) -> str:
    """That what is no longer in the manuscript is in neither of the two measures."""
    put_in = gone.ever_inserted_total
    return say_of(
        gone.scenes,
        "{n} scene no longer in the manuscript, into which {characters} were put, stands in neither measure.",
        "{n} scenes no longer in the manuscript, into which {characters} were put, stand in neither measure.",
        n=number(gone.scenes),
        characters=say_of(put_in, "{n} character", "{n} characters", n=number(put_in)),
    )
