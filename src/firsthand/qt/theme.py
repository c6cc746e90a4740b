"""The colours of the program, in five themes: one table, from which palettes are made.

Grey is for everything that is not the writer's words; colour only for origins, the same in the page's margin, the
binder and the report. Text reads on what it stands on (7:1, quiet words 4.5:1), and what a colour alone draws is seen
(3:1); ``tests/qt/test_theme.py`` holds that. Widgets ask here and mix no colours of their own.
"""

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QStyleHints

from firsthand.desk.settings import Appearance


class Theme(Struct, frozen=True):
    """Colours as ``#rrggbb``."""

    name: str
    paper: str
    """Behind the text, cards and fields."""
    ink: str
    rail: str
    """Behind the panels at the sides and the footer."""
    line: str
    """Hairlines between surfaces."""
    muted: str
    author: str
    model: str
    revised: str
    """The author's words that stand in for a suggestion's."""
    pasted: str
    """Pasted, imported, and text changed outside."""
    tool: str
    accent: str
    selection: str
    speech: str
    """What is said aloud, where the author wants that set apart: ink with a cast, no colour of an origin."""
    high: bool = False
    """Whether it is made for eyes that need all the contrast there is."""

    @property
    def dark(self) -> bool:
        return QColor(self.paper).lightnessF() < 0.5

    def label(self, name: str) -> QColor:
        """The shade of a label's colour."""
        return QColor((_LABELS_ON_DARK if self.dark else _LABELS).get(name, self.muted))

    def tint(self, colour: str, strength: float) -> QColor:
        """``colour`` over paper: 0 is paper, 1 the colour itself."""
        return mixed(QColor(self.paper), QColor(colour), strength)


_LABELS = {"red": "#a8453c", "amber": "#c08a2e", "green": "#5d8a52", "blue": "#4f79a8", "violet": "#8062a0"}
_LABELS_ON_DARK = {"red": "#d98278", "amber": "#d9b26a", "green": "#94bd88", "blue": "#8db2dc", "violet": "#b79bd6"}
"""The shades of labels by the names of their colours; grey is the theme's own."""

LIGHT = Theme(
    name="light",
    paper="#fbfaf7",
    ink="#23211d",
    rail="#f2f0ea",
    line="#e2dfd6",
    muted="#6f6a5f",
    author="#3f5f4a",
    model="#a3571f",
    revised="#a8801f",
    pasted="#5a6fa8",
    tool="#8d877b",
    accent="#3f5f4a",
    selection="#d5e0d8",
    speech="#1f4156",
)
DARK = Theme(
    name="dark",
    paper="#1d1f21",
    ink="#e2ded4",
    rail="#17191b",
    line="#2c2f32",
    muted="#93928c",
    author="#86b094",
    model="#e09a5f",
    revised="#d9bd75",
    pasted="#93a6dd",
    tool="#7d7c76",
    accent="#86b094",
    selection="#35463c",
    speech="#c8dfec",
)
SEPIA = Theme(
    name="sepia",
    paper="#f4ecd8",
    ink="#33271a",
    rail="#eae0c8",
    line="#d8cbae",
    muted="#6b5d47",
    author="#3f5a3c",
    model="#94480f",
    revised="#94701a",
    pasted="#4d5f96",
    tool="#8a7c64",
    accent="#5a4a1e",
    selection="#c6d3bf",
    speech="#223f4e",
)
CONTRAST = Theme(
    name="contrast",
    paper="#ffffff",
    ink="#000000",
    rail="#ffffff",
    line="#595959",
    muted="#3d3d3d",
    author="#00511f",
    model="#8a2f00",
    revised="#6b5200",
    pasted="#0b2f9c",
    tool="#4d4d4d",
    accent="#003f88",
    selection="#bcd7ff",
    speech="#00306b",
    high=True,
)
CONTRAST_DARK = Theme(
    name="contrast on black",
    paper="#000000",
    ink="#ffffff",
    rail="#000000",
    line="#9a9a9a",
    muted="#d0d0d0",
    author="#7df0a0",
    model="#ffb070",
    revised="#ffe14d",
    pasted="#a8c5ff",
    tool="#c0c0c0",
    accent="#ffe14d",
    selection="#0b4a8f",
    speech="#9fe8ff",
    high=True,
)
THEMES = (LIGHT, DARK, SEPIA, CONTRAST, CONTRAST_DARK)


def mixed(under: QColor, over: QColor, strength: float) -> QColor:
    """The colour that ``over`` gives when it is laid on ``under`` with ``strength`` from 0 to 1."""
    rest = 1.0 - strength
    return QColor.fromRgbF(
        under.redF() * rest + over.redF() * strength,
        under.greenF() * rest + over.greenF() * strength,
        under.blueF() * rest + over.blueF() * strength,
    )


def theme_for(appearance: Appearance) -> Theme:
    """The theme that is wanted; where that is the system's, what the system is set to, and light if it does not say."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    high = appearance is Appearance.CONTRAST
    if appearance is Appearance.SYSTEM:
        high = _more_contrast(hints)
    if high:
        return CONTRAST_DARK if dark else CONTRAST
    fixed = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK, Appearance.SEPIA: SEPIA}
    return fixed.get(appearance, DARK if dark else LIGHT)


def _more_contrast(hints: QStyleHints) -> bool:
    """Whether the system is set to high contrast; before Qt 6.10 it does not say."""
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, from 1 to 21, as the Web Content Accessibility Guidelines (WCAG 2.2) define it."""
    low, high = sorted(_luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def palette(theme: Theme) -> QPalette:
    """The palette that dresses Qt's own widgets in ``theme``."""
    result = QPalette(QColor(theme.rail), QColor(theme.rail))
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.rail,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.rail,
        role.Text: theme.ink,
        role.PlaceholderText: theme.muted,
        role.Button: theme.rail,
        role.ButtonText: theme.ink,
        role.BrightText: theme.paper,
        role.ToolTipBase: theme.paper,
        role.ToolTipText: theme.ink,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.ink,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent,
        role.Mid: theme.line,
        role.Midlight: theme.line,
        role.Dark: theme.line,
    }
    for which, colour in colours.items():
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.muted))
    return result
