"""A passage that came from a model, in words: where it came from, and what became of it.

Everything here is plain text made from the figures, in the author's language; the page escapes it.
"""

from collections.abc import Sequence

from firsthand.provenance import Origin
from firsthand.report import apart
from firsthand.report.figures import Found, Passage
from firsthand.report.phrases import minute, number, purpose
from firsthand.saying import in_words, say, say_of


def became(passage: Passage) -> str:
    """What became of the words of a passage."""
    n = passage.words
    if passage.origin is Origin.RETYPED:
        came = say_of(n.brought, "{n} word typed again", "{n} words typed again", n=number(n.brought))
    else:
        came = say_of(n.brought, "{n} word brought", "{n} words brought", n=number(n.brought))
    others = (
        (n.replaced, say("{n} replaced", n=number(n.replaced))),
        (n.moved, say("{n} in another scene", n=number(n.moved))),
        (n.deleted, say("{n} deleted", n=number(n.deleted))),
    )
    return " · ".join([came, say("{n} still here", n=number(n.kept)), *(told for count, told in others if count)])


def origin_of(passage: Passage, titles: dict[str, str], found: Sequence[Found] = ()) -> str:
    """Where a passage came from: when, which model, what was asked. ``found`` are its stretches that were found."""
    asked = purpose(passage.purpose)
    if passage.label:
        asked = say("{purpose}, “{label}”", purpose=asked, label=in_words(passage.label))
    return " · ".join(part for part in (_came(passage, titles, found), passage.model, asked) if part)


def _came(passage: Passage, titles: dict[str, str], found: Sequence[Found]) -> str:
    if passage.came_from is not None:
        return say("Moved here from “{title}”", title=titles.get(passage.came_from, say("a scene that is gone")))
    if passage.from_manuscript is not None:
        brought = _at(say("Brought"), passage)
        return say("{came} from “{title}”, another manuscript", came=brought, title=passage.from_manuscript)
    if passage.origin is Origin.RETYPED:
        return _shown(_at(say("Typed by hand"), passage), passage)
    if apart.came_found(passage):
        pasted = any(one.observed is Origin.PASTED for one in found)
        return _equal(_at(say("Pasted") if pasted else say("Came in one piece"), passage), passage)
    return _at(say("Inserted"), passage)


def _at(what: str, passage: Passage) -> str:
    """With when it came."""
    if not passage.when:
        return say("{what}, when is not recorded", what=what)
    return say("{what} {when}", what=what, when=minute(passage.when))


def _shown(came: str, passage: Passage) -> str:
    if not passage.shown:
        return say("{came}, when it was shown is not recorded", came=came)
    return say("{came}, shown {when}", came=came, when=minute(passage.shown))


def _equal(came: str, passage: Passage) -> str:
    if not passage.shown:
        return say("{came}, and equal to a suggestion; when it was shown is not recorded", came=came)
    return say("{came}, and equal to a suggestion shown {when}", came=came, when=minute(passage.shown))
