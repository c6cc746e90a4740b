"""The words of the prompt cards, as the window says them: translated like the program's own."""

from PySide6.QtCore import QCoreApplication

from firsthand.companion import Purpose, card

CONTEXT = "Prompts"


def title(purpose: Purpose) -> str:
    """The name of a purpose."""
    return said(card(purpose).title)


def explanation(purpose: Purpose) -> str:
    """What a purpose is good for."""
    return said(card(purpose).explanation)


def said(text: str) -> str:
    """Words of a card (a title, the label of a version) in the writer's language."""
    return QCoreApplication.translate(CONTEXT, text)
