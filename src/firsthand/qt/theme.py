"""The colours of the program, light and dark: one table, from which palettes are made.

Grey is for everything that is not the writer's words; colour only for origins, the same in the page's margin, the
binder and the report. Widgets ask here and mix no colours of their own.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True)
class Theme:
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
    muted="#857f73",
    author="#3f5f4a",
    model="#b4652a",
    revised="#c9a24a",
    pasted="#5a6fa8",
    tool="#a39d91",
    accent="#3f5f4a",
    selection="#d5e0d8",
)
DARK = Theme(
    name="dark",
    paper="#1d1f21",
    ink="#dcd8ce",
    rail="#17191b",
    line="#2c2f32",
    muted="#8b8a84",
    author="#86b094",
    model="#e09a5f",
    revised="#d9bd75",
    pasted="#93a6dd",
    tool="#6f6e69",
    accent="#86b094",
    selection="#35463c",
)


def mixed(under: QColor, over: QColor, strength: float) -> QColor:
    """The colour that ``over`` gives when it is laid on ``under`` with ``strength`` from 0 to 1."""
    rest = 1.0 - strength
    return QColor.fromRgbF(
        under.redF() * rest + over.redF() * strength,
        under.greenF() * rest + over.greenF() * strength,
        under.blueF() * rest + over.blueF() * strength,
    )


def system_theme() -> Theme:
    """The theme that goes with what the system is set to; light where it does not say."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


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
