"""How the page is to look, and the sizes that follow from it and from the room there is.

``Look`` is what is wished of the page in one value; ``sizes`` turns it into the ``Measures`` of its layout. Lengths
are logical pixels.
"""

from msgspec import Struct
from PySide6.QtCore import QSize

from firsthand.desk.settings import Focus, PageForm, Signs
from firsthand.qt.page_lines import USUAL, Measures, full_column
from firsthand.qt.page_marks import Ink
from firsthand.qt.page_paint import BAR_AWAY
from firsthand.qt.theme import Theme

TYPE = 19
"""Pixels of the type for which margins and marks are drawn; other type has other margins."""

HELD = 0.42
"""Where the caret's line is held in typewriter scrolling, from the top of the view (0) to its foot (1)."""

_TOP = 56
_FOOT = 96
_RIGHT = 24
_VEIL, _THIN_VEIL = 0.66, 0.4
"""How much of the ink goes from what does not stand out; less in the themes of high contrast."""

_LEAST_COLUMN = 120


class Look(Struct, frozen=True):
    """What is wished of the page."""

    form: PageForm = USUAL
    zoom: int = 100
    """Percent of the form's type."""
    signs: Signs = Signs.FAINT
    dialogue: bool = False
    language: str = ""
    focus: Focus = Focus.ALL
    typewriter: bool = False
    tint: bool = True
    """Whether the paper is coloured behind a model's words and those that stand in for them."""
    bars: bool = True
    """Whether the margin shows, for each paragraph, whose it is."""

    @property
    def pixels(self) -> int:
        """The size of the type."""
        return max(9, round(self.form.size * self.zoom / 100))

    def ink(self, theme: Theme) -> Ink:
        """The ink in this theme."""
        hidden = self.signs is Signs.HIDDEN
        dim = 1.0 if self.focus is Focus.ALL else 1 - (_THIN_VEIL if theme.high else _VEIL)
        return Ink(theme.muted, hidden, *((theme.speech, self.language) if self.dialogue else ("", "")), dim)


def sizes(look: Look, theme: Theme, view: QSize, title: int) -> Measures:
    """The sizes for a view; ``title`` is how high the scene's title is with the space under it."""
    pixels = look.pixels
    scale = pixels / TYPE
    near = round((BAR_AWAY + 18) * scale)
    room = view.width() - near - round(_RIGHT * scale)
    column = max(round(_LEAST_COLUMN * scale), min(full_column(pixels, look.form.measure), room))
    top, foot = round(_TOP * scale) + title, max(round(_FOOT * scale), view.height() // 2)
    if look.typewriter:  # so that the first line and the last can stand at that height too
        top = max(top, round(view.height() * HELD - pixels))
        foot = max(foot, round(view.height() * (1 - HELD)))
    left = max(near, (view.width() - column) // 2)
    return Measures(pixels, column, left, top, foot, look.form, look.ink(theme))
