"""The typeface of the page: ships with the program and is made known to Qt once.

What is set in it, and how large, is the page's business.
"""

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from firsthand.resources import resource

FAMILY = "EB Garamond"
_FACES = ("Regular", "Italic", "Medium", "Bold", "BoldItalic")

_log = logging.getLogger(__name__)


@cache
def load_fonts() -> str:
    """Make the shipped typeface known to Qt, the first time it is called; the family's name.

    Needs a QGuiApplication. A face that cannot be read is logged and the system's serif stands in for it. Raises
    FileNotFoundError if the files are missing, which means a broken installation.
    """
    for face in _FACES:
        path = resource("fonts", f"EBGaramond-{face}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            _log.error("The typeface %s could not be read; the page uses the system's serif instead.", path.name)
    return FAMILY


def page_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The typeface of the page, ``pixels`` high, unhinted so that lines break alike at every scale."""
    font = QFont(load_fonts())
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
