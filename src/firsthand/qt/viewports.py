"""How the viewports that Qt makes become known to Python, without PySide having to find out what they are.

The first time Python is handed a widget that it did not make itself, all seventy classes of widgets are made and looked
at, until one fits: 30 milliseconds of a start. A widget asked for by name and class is taken as what it is said to be.
"""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"
"""What Qt names the viewport of every scroll area; where it did not, PySide finds out as before."""


def meet_viewport(area: QAbstractScrollArea) -> None:
    """Make the area's viewport known, before anything asks for it."""
    area.findChild(QWidget, _NAME)
