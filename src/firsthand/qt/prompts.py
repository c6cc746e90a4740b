"""The words of the prompt cards, as the window says them: translated like the program's own."""

from firsthand.companion import Purpose, card
from firsthand.saying import in_words


def title(purpose: Purpose) -> str:
    """The name of a purpose."""
    return in_words(card(purpose).title)


def explanation(purpose: Purpose) -> str:
    """What a purpose is good for."""
    return in_words(card(purpose).explanation)
