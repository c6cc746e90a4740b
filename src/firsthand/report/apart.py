"""What was found and what the author says, in plain words: the parts of a report that stand apart from what was seen.

Everything here is plain text made from the figures; the page escapes it.
"""

from collections.abc import Sequence

import msgspec

from firsthand.history import Said
from firsthand.provenance import Rule
from firsthand.report.figures import Declared, DeclaredSource, Evidence, Figures, Found, How, OtherManuscript, Passage
from firsthand.report.phrases import listed, minute, number, origin_names, percent, words
from firsthand.report.suggestions import manuscript_of
from firsthand.saying import say, say_of


def rule_names() -> dict[str, str]:
    """What each rule is called."""
    return {
        "moved": say("Moved"),
        "copied": say("Copied"),
        "shown": say("Shown before"),
        "retyped": say("Words in a row"),
        "rare": say("Rare words in a row"),
        "aligned": say("Nearly the same words"),
    }


def rules() -> dict[str, str]:
    """Each rule in a sentence; ``docs/recognition.md`` states them in full."""
    return {
        "moved": say("It came in one piece and equals text that had been cut or deleted; it has the origins that had."),
        "copied": say(
            "It came in one piece and equals text that stands in the manuscript; it has the origins that has."
        ),
        "shown": say("It came in one piece and is a whole suggestion, or whole sentences of one, that had been shown."),
        "retyped": say("Eight or more words in the order in which a suggestion had shown them."),
        "rare": say("Five to seven words, rare together, in the order in which a suggestion had shown them."),
        "aligned": say("Of 15 words at least 13 are the same, in the order in which a suggestion had shown them."),
    }


def said_names() -> dict[Said | None, str]:
    """What the author can say of text from elsewhere; None is silence."""
    return {
        None: say("not said"),
        Said.OWN: say("the author’s own earlier text"),
        Said.QUOTATION: say("a quotation"),
        Said.AI: say("another AI tool’s text"),
        Said.PERSON: say("another person’s text"),
    }


def said_parts() -> dict[str, str]:
    """The parts of the final text with what the author says of it, in the order they are drawn."""
    seen, said = origin_names(), said_names()
    return {
        "typed": seen["typed"],
        "own": said[Said.OWN],
        "model": seen["model"],
        "retyped": seen["retyped"],
        "ai": say("another AI tool’s, as the author says"),
        "mixed": seen["mixed"],
        "quotation": said[Said.QUOTATION],
        "person": said[Said.PERSON],
        "not_said": say("from elsewhere, not said whose"),
        "tool": seen["tool"],
    }


def found_names() -> dict[str, str]:
    """What text was found to be; it was not seen to be inserted."""
    return {**origin_names(), "model": say("a model’s")}


_ELSEWHERE = ("pasted", "imported", "outside")


def says_anything(figures: Figures) -> bool:
    """Whether the author has said of any text from elsewhere what it is."""
    return any(d.said is not None for d in figures.declared)


def not_said(figures: Figures) -> list[str]:
    """That the author has not said what text from elsewhere is."""
    silent = [_silent(d.origin, _is_said(figures, d)) for d in figures.declared if d.words and d.said is None]
    return [say("The author has not said whose {words} are.", words=listed(silent))] if silent else []


def _silent(origin: str, others_said: bool) -> str:
    """The words of an origin of which nothing is said; of the others of that origin something may be."""
    whole, rest = {
        "pasted": (say("the pasted words"), say("the rest of the pasted words")),
        "imported": (say("the words that stood there before"), say("the rest of the words that stood there before")),
        "outside": (say("the words from another program"), say("the rest of the words from another program")),
    }[origin]
    return rest if others_said else whole


def _is_said(figures: Figures, one: Declared) -> bool:
    return any(d.words for d in figures.declared if d.origin is one.origin and d.said is not None)


def said_summary(figures: Figures) -> str:
    """The final text with what the author says of it, in a line."""
    shares = figures.with_declared.percent
    return ", ".join(
        f"{percent(getattr(shares, name))} {what}" for name, what in said_parts().items() if getattr(shares, name)
    )


def came_statements(figures: Figures) -> list[str]:
    """For each origin from elsewhere, how many words it is and what the author says of them."""
    return [_came(figures, origin) for origin in _ELSEWHERE if getattr(figures.totals.words, origin)]


def _came(figures: Figures, origin: str) -> str:
    start = _how_many(figures, origin)
    groups = [d for d in figures.declared if d.origin == origin and d.words]
    told = [d for d in groups if d.said is not None]
    if not told:
        return say("{start}; the author has not said where from.", start=start)
    if len(groups) == 1:
        return say("{start}; the author says: {said}.", start=start, said=said_names()[told[0].said])
    parts = listed([f"{said_names()[d.said]} ({number(d.words)})" for d in told])
    if len(told) == len(groups):
        return say("{start}; of these words the author says: {parts}.", start=start, parts=parts)
    silent = number(sum(d.words for d in groups if d.said is None))
    return say(
        "{start}; of these words the author says: {parts}; of {silent} the author has not said where from.",
        start=start,
        parts=parts,
        silent=silent,
    )


def _how_many(figures: Figures, origin: str) -> str:
    count, share = getattr(figures.totals.words, origin), percent(getattr(figures.totals.percent, origin))
    n = number(count)
    return {
        "pasted": say_of(count, "{n} word ({share}) was pasted", "{n} words ({share}) were pasted", n=n, share=share),
        "imported": say_of(
            count,
            "{n} word ({share}) stood there before recording began",
            "{n} words ({share}) stood there before recording began",
            n=n,
            share=share,
        ),
        "outside": say_of(
            count,
            "{n} word ({share}) was brought by another program",
            "{n} words ({share}) were brought by another program",
            n=n,
            share=share,
        ),
    }[origin]


def model_side_statement(figures: Figures) -> list[str]:
    """What the author's statement about another AI tool makes of the model's share; nothing if there is none."""
    shares = figures.with_declared.percent
    if not figures.with_declared.words.ai:
        return []
    side = percent(round(shares.model + shares.retyped + shares.ai, 1))
    return [say("With what the author says of it, {side} of its words are a model’s or another AI tool’s.", side=side)]


def evidence_statement(figures: Figures) -> list[str]:
    """That findings are left out, where they are."""
    if figures.evidence is Evidence.ALL:
        return []
    return [say("Findings are left out: every figure is what the program saw.")]


def from_manuscript(other: OtherManuscript) -> str:
    """What came from another manuscript, and what this record cannot say of it."""
    units, names = msgspec.structs.asdict(other.units), origin_names()
    total = sum(units.values())
    return say_of(
        total,
        "From “{title}”, another manuscript: {n} character of the final text, {parts}. "
        "How they came about is in the record of that manuscript, not in this one.",
        "From “{title}”, another manuscript: {n} characters of the final text, {parts}. "
        "How they came about is in the record of that manuscript, not in this one.",
        title=other.title,
        n=number(total),
        parts=listed([f"{number(n)} {names[name]}" for name, n in units.items() if n]),
    )


def source_name(source: DeclaredSource, titles: dict[str, str]) -> str:
    """What came, when, and where it stands."""
    what = {
        "pasted": say("Pasted"),
        "imported": say("There before recording, taken in"),
        "outside": say("From another program"),
    }[source.origin]
    if source.ref is not None and manuscript_of(source.ref):
        what = say("{what} from another manuscript", what=what)
    if source.came:
        what = say("{what} {when}", what=what, when=minute(source.came))
    places = listed([say("“{title}”", title=titles.get(scene, scene)) for scene in source.scenes[:3]])
    more = len(source.scenes) - 3
    if more > 0:
        places = say_of(
            more, "{places} and {n} more scene", "{places} and {n} more scenes", places=places, n=number(more)
        )
    return say("{what}, in {places}", what=what, places=places)


def source_said(source: DeclaredSource) -> str:
    """What the author says of a source, and when that was said."""
    said = said_names()[source.said]
    if source.said is None or not source.said_when:
        return said
    return say("{said}, said {when}", said=said, when=minute(source.said_when))


def seen_or_found(figures: Figures, origin: str) -> str:
    """How the program knows of text that it is of an origin."""
    found = any(origin in one.origins for one in figures.findings.each)
    if origin == "retyped":
        return say("found by a rule")
    return say("seen by the program, in part found by a rule") if found else say("seen by the program")


def found_words(found: Found) -> str:
    """How far a stretch agrees with what was found, in plain words."""
    if found.rule is Rule.ALIGNED or found.words != found.of_words:
        return say_of(
            found.of_words, "{n} of {all} word", "{n} of {all} words", n=number(found.words), all=number(found.of_words)
        )
    return words(found.words)


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
        stretches = [_rule_within(how) for how in passage.how if how not in _NO_FINDING]
    return say("Found by a rule: {stretches}", stretches=", ".join(dict.fromkeys(stretches))) if stretches else ""


def _rule_within(how: str) -> str:
    """A rule's name inside a sentence."""
    return {
        "shown": say("shown before"),
        "retyped": say("words in a row"),
        "rare": say("rare words in a row"),
        "aligned": say("nearly the same words"),
    }[how]


def _agreement(found: Found) -> str:
    n, of, rare = number(found.words), number(found.of_words), found.rule is Rule.RARE
    if found.rule is Rule.ALIGNED or found.words != found.of_words:
        if rare:
            return say("nearly the same, {n} of {all} rare words", n=n, all=of)
        return say("nearly the same, {words}", words=found_words(found))
    if found.rule is Rule.SHOWN:
        return say("{words}, all that came, as they were shown", words=words(found.words))
    if rare:
        return say_of(found.words, "{n} rare word in a row", "{n} rare words in a row", n=n)
    return say("{words} in a row", words=words(found.words))
