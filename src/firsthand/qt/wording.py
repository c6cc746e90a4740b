"""Figures as the window says them, in the writer's own language and honestly rounded."""

import math
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from firsthand.companion import Endpoint
from firsthand.history import Said
from firsthand.qt.whose import Kind

SAID = (Said.OWN, Said.QUOTATION, Said.AI, Said.PERSON)
"""What can be said, in the order in which it is offered."""


def number(value: int) -> str:
    """A whole number with the separators of the writer's language."""
    return QLocale().toString(value)


def percent(share: float, digits: int = 0) -> str:
    """A share from 0 to 1 in percent, rounded down, so that only a whole is called 100%.

    Of all and of nothing there are no digits behind the point.
    """
    scale = 10**digits
    value = math.floor(share * 100 * scale + 1e-9) / scale
    said = QLocale().toString(value, "f", 0 if value == 100 or not share else digits)
    return QCoreApplication.translate("Wording", "{number}%").format(number=said)


def kind_words(shares: Mapping[Kind, float]) -> list[str]:
    """Whose words are, in shares from 0 to 1: what a bar says in colours."""
    said = {
        Kind.AUTHOR: QCoreApplication.translate("Wording", "typed by you {share}"),
        Kind.REVISED: QCoreApplication.translate("Wording", "yours in place of a model’s {share}"),
        Kind.MODEL: QCoreApplication.translate("Wording", "a model’s {share}"),
        Kind.RETYPED: QCoreApplication.translate("Wording", "a model’s, retyped {share}"),
        Kind.ELSEWHERE: QCoreApplication.translate("Wording", "pasted, imported or changed outside {share}"),
        Kind.TOOL: QCoreApplication.translate("Wording", "other {share}"),
    }
    return [text.format(share=percent(shares[kind])) for kind, text in said.items() if kind in shares]


def clock(seconds: float) -> str:
    """The time of day, in the writer's own time zone, of seconds since 1970."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(seconds)).time(), QLocale.FormatType.ShortFormat)


def seconds(value: float) -> str:
    """A duration with one decimal."""
    return f"{QLocale().toString(value, 'f', 1)} s"


def model_words(endpoint: Endpoint) -> str:
    """The model as its author knows it."""
    here = QCoreApplication.translate("Wording", "SmolLM2 · on this computer")
    return here if endpoint.builtin else endpoint.name


def said_words(said: Said) -> str:
    """What the author says of text from elsewhere, as it is offered and shown."""
    return {
        Said.OWN: QCoreApplication.translate("Sources", "Mine, earlier"),
        Said.QUOTATION: QCoreApplication.translate("Sources", "Quotation"),
        Said.AI: QCoreApplication.translate("Sources", "Another AI tool"),
        Said.PERSON: QCoreApplication.translate("Sources", "Another person"),
        Said.NOTHING: QCoreApplication.translate("Sources", "Not said"),
    }[said]


def status_word(status: str) -> str:
    """A scene's status as it is shown: an offered one in the writer's language, an author's own as it is."""
    return {
        "idea": QCoreApplication.translate("Status", "Idea"),
        "draft": QCoreApplication.translate("Status", "Draft"),
        "revised": QCoreApplication.translate("Status", "Revised"),
        "done": QCoreApplication.translate("Status", "Done"),
    }.get(status, status)


def colour_word(colour: str) -> str:
    """The name of a label's colour."""
    return {
        "grey": QCoreApplication.translate("Label", "Grey"),
        "red": QCoreApplication.translate("Label", "Red"),
        "amber": QCoreApplication.translate("Label", "Amber"),
        "green": QCoreApplication.translate("Label", "Green"),
        "blue": QCoreApplication.translate("Label", "Blue"),
        "violet": QCoreApplication.translate("Label", "Violet"),
    }.get(colour, colour)
