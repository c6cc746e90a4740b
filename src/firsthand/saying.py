"""The sentences of the rooms below the window, in the author's language.

A room writes ``say("“{title}” cannot be read.", title=title)`` where the sentence is made; it is English unless
somebody has set another way to look sentences up, as the window does at its start, or has one used for a while, as a
report in another language does. ``packaging/translations.py`` gathers what stands in these calls for translators. Knows
no language and no file.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

CONTEXT = "Said"
"""What the sentences stand under in the files of translators."""

Lookup = Callable[[str], str]


def as_written(text: str) -> str:
    """The sentence as it stands in the program: the lookup of English."""
    return text


_lookup: Lookup = as_written
_for_a_while: ContextVar[Lookup | None] = ContextVar("_for_a_while", default=None)


def say(text: str, **values: object) -> str:
    """The sentence in the author's language, with the values in the places of their names.

    An OSError among the values is told by its reason. ``text`` must be written out in the call, or translators do not
    get to see it. Called when the sentence is needed, not when a module is loaded, for then the language is not known.
    """
    lookup = _for_a_while.get() or _lookup
    return lookup(text).format(**{name: _told(value, lookup) for name, value in values.items()})


def say_of(count: int, one: str, many: str, **values: object) -> str:
    """``say(one)`` of one thing, ``say(many)`` of any other number of them.

    Both must be written out, and must differ, or a language cannot tell them apart. ``count`` is not filled in: how it
    is written is its caller's to know.
    """
    return say(one if count == 1 else many, **values)


def in_words(text: str) -> str:
    """Words of a shipped file (a prompt card's title, the label of a version) in the author's language.

    What is not of such a file stays as it is.
    """
    return (_for_a_while.get() or _lookup)(text)


def _told(value: object, lookup: Lookup) -> object:
    """What is filled in: of what the system refused, its reason as the author reads it."""
    return lookup(value.strerror) if isinstance(value, OSError) and value.strerror else value


def say_by(lookup: Lookup) -> None:
    """Have sentences looked up in this way from now on; it is called on any thread."""
    global _lookup
    _lookup = lookup


@contextmanager
def saying_by(lookup: Lookup | None) -> Iterator[None]:
    """Have sentences looked up in this way in what follows on this thread; None changes nothing."""
    before = _for_a_while.set(lookup or _for_a_while.get())
    try:
        yield
    finally:
        _for_a_while.reset(before)
