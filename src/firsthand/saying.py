"""The sentences of the rooms below the window, in the author's language.

A room writes ``say("“{title}” cannot be read.", title=title)`` where the sentence is made; it is English unless
somebody has set another way to look sentences up, as the window does at its start. ``packaging/translations.py``
gathers what stands in these calls for translators. Knows no language and no file.
"""

from collections.abc import Callable

CONTEXT = "Said"
"""What the sentences stand under in the files of translators."""

Lookup = Callable[[str], str]


def _as_it_is(text: str) -> str:
    return text


_lookup: Lookup = _as_it_is


def say(text: str, **values: object) -> str:
    """The sentence in the author's language, with the values in the places of their names.

    An OSError among the values is told by its reason. ``text`` must be written out in the call, or translators do not
    get to see it. Called when the sentence is needed, not when a module is loaded, for then the language is not known.
    """
    return _lookup(text).format(**{name: _told(value) for name, value in values.items()})


def _told(value: object) -> object:
    """What is filled in: of what the system refused, its reason as the author reads it."""
    return _lookup(value.strerror) if isinstance(value, OSError) and value.strerror else value


def say_by(lookup: Lookup) -> None:
    """Have sentences looked up in this way from now on; it is called on any thread."""
    global _lookup
    _lookup = lookup
