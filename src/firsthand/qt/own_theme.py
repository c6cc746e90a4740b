"""The theme of an author who chose paper and ink: all other colours are made to go with these two.

What says whose words are keeps its hue, and is moved towards black or white as far as it must be to be seen on that
paper. Ink is taken as it is, if it can be seen at all: how well it reads is said where it is chosen
(`settings_colours`), and whoever chose white on white must find the way back.
"""

from functools import cache

from msgspec.structs import replace
from PySide6.QtGui import QColor

from firsthand.desk.settings import Appearance, View
from firsthand.qt.theme import DARK, LIGHT, Theme, contrast, mixed, theme_for

READS = 4.5
"""The least contrast in which text of this size can be read (WCAG 2.2, 1.4.3)."""

SEEN = 3.0
"""The least contrast in which something can be seen (WCAG 2.2, 1.4.11)."""

_SEEN = 3.2
_WORDS = 5.4
"""What is drawn, and small words, stand out from the paper by these; rails and tints are a little nearer to them."""


def theme_of(view: View) -> Theme:
    """The theme that is wanted, the author's own among them; the same value for the same choices."""
    if view.appearance is not Appearance.OWN:
        return theme_for(view.appearance)
    return own_theme(view.paper or LIGHT.paper, view.ink or LIGHT.ink)


@cache
def own_theme(paper: str, ink: str) -> Theme:
    """The theme of this paper and this ink (``#rrggbb``)."""
    ground = QColor(paper)
    text = _standing_out(QColor(ink), ground, SEEN)
    base = DARK if contrast(ground, QColor("#ffffff")) > contrast(ground, QColor("#000000")) else LIGHT
    accent = _standing_out(QColor(base.accent), ground, _WORDS)
    return replace(
        base,
        name=f"own {paper} {ink}",
        paper=paper,
        ink=text.name(),
        rail=mixed(ground, text, 0.04).name(),
        line=mixed(ground, text, 0.15).name(),
        muted=_standing_out(mixed(ground, text, 0.6), ground, _WORDS).name(),
        author=_standing_out(QColor(base.author), ground, _SEEN).name(),
        model=_standing_out(QColor(base.model), ground, _WORDS).name(),
        revised=_standing_out(QColor(base.revised), ground, _SEEN).name(),
        pasted=_standing_out(QColor(base.pasted), ground, _SEEN).name(),
        tool=_standing_out(QColor(base.tool), ground, _SEEN).name(),
        accent=accent.name(),
        selection=mixed(ground, accent, 0.2).name(),
        speech=mixed(text, QColor(base.speech), 0.5).name(),
    )


def _standing_out(colour: QColor, ground: QColor, least: float) -> QColor:
    """The colour, moved towards black or white until it stands out from the ground by ``least``, or as it can."""
    far = max((QColor("#000000"), QColor("#ffffff")), key=lambda one: contrast(one, ground))
    steps = (mixed(colour, far, step / 20) for step in range(21))
    return next((one for one in steps if contrast(one, ground) >= least), far)
