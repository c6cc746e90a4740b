"""How Qt's own widgets are dressed: one quiet surface, lines instead of boxes, the same on every system.

Fusion with a palette and a style sheet, both made from a `Theme`; sizes follow the platform's own font for interfaces.
Widgets name themselves or set the property ``part``; they hold no colours.
"""

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QFormLayout, QWidget

from firsthand.qt.theme import Theme, mixed, palette
from firsthand.resources import resource

_ROUND, _ABOVE = 24, 56
"""Pixels that the frame of a window may take beside it, and above and below it."""

_FUSION = "wears fusion"


class Sizes(Struct, frozen=True):
    """Type sizes of the interface in pixels."""

    base: int
    small: int
    title: int


def sizes() -> Sizes:
    """The interface's sizes, from the platform's font; never so small that they are hard to read."""
    base = max(13, min(20, QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()))
    return Sizes(base, base - 1, base + 1)


def interface_font(pixels: int, *, strong: bool = False) -> QFont:
    """The platform's font for interfaces."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(pixels)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def fusion_application(arguments: list[str]) -> QApplication:
    """A new application in Fusion from the first: to ask Qt for another style later takes much longer."""
    app = QApplication([arguments[0], "-style", "fusion", *arguments[1:]])
    app.setProperty(_FUSION, True)
    return app


def dress(app: QApplication, theme: Theme) -> None:
    """Dress the whole program in ``theme``."""
    if not app.property(_FUSION):
        app.setStyle("Fusion")
        app.setProperty(_FUSION, True)
    app.setFont(interface_font(sizes().base))
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


def fit(window: QWidget, width: int, height: int) -> None:
    """Make a window so large, in pixels, but no larger than its screen has room for, with a frame round it."""
    room = (window.parentWidget() or window).screen().availableSize()
    window.resize(min(width, room.width() - _ROUND), min(height, room.height() - _ABOVE))


def level(form: QFormLayout, field: QWidget) -> None:
    """Put a field's caption at the height of its words: a form holds captions of high fields a little higher."""
    caption = form.labelForField(field)
    if caption is not None:
        field.ensurePolished()
        caption.setMinimumHeight(field.sizeHint().height())


def make_room(window: QWidget) -> None:
    """Make a window high enough for what it says now: sentences that break into lines need it, and come later."""
    layout = window.layout()
    if layout is not None:
        layout.activate()
        window.resize(window.width(), max(window.height(), layout.totalHeightForWidth(window.width())))


def redress(widget: QWidget) -> None:
    """Have the style sheet looked at again after a property that it reads has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def stylesheet(theme: Theme) -> str:
    """The style sheet of the whole program."""
    size = sizes()
    words = {name: getattr(theme, name) for name in ("paper", "ink", "rail", "line", "muted", "accent", "model")}
    words |= {"base": f"{size.base}px", "small": f"{size.small}px", "title": f"{size.title}px"}
    words |= {
        "soft": theme.tint(theme.accent, 0.12).name(),
        "pressed": theme.tint(theme.accent, 0.22).name(),
        "deep": mixed(QColor(theme.accent), QColor(theme.ink), 0.22).name(),
        "handle": mixed(QColor(theme.rail), QColor(theme.muted), 1.0 if theme.high else 0.6).name(),
        "quiet": readable(theme).name(),
        "off": "dashed" if theme.high else "solid",  # what is pale elsewhere is not told from the rest there
    }
    for mark in ("tick", "up", "down", "clear"):
        words[mark] = resource("themes", f"{mark}-{'dark' if theme.dark else 'light'}.svg").as_posix()
    words["chosen"] = resource("themes", f"tick-{'light' if theme.dark else 'dark'}.svg").as_posix()  # on no ground
    sheet = resource("themes", "window.qss").read_text("utf-8")
    for word in sorted(words, key=len, reverse=True):
        sheet = sheet.replace(f"@{word}", words[word])
    return sheet


def readable(theme: Theme) -> QColor:
    """The grey for small words, dark (or light) enough to be read on the rail."""
    return mixed(QColor(theme.muted), QColor(theme.ink), 0.25)
