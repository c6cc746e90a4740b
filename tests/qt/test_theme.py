"""Every theme can be read: the ratios are those of WCAG 2.2 (7:1 for the text of the page, 4.5:1 for quiet words)."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from firsthand.desk.settings import Appearance
from firsthand.qt.page_paint import Brushes
from firsthand.qt.style import readable
from firsthand.qt.theme import CONTRAST, DARK, LIGHT, SEPIA, THEMES, Theme, contrast, theme_for


def _body(theme: Theme) -> Iterator[tuple[str, QColor, QColor]]:
    """What a novel is read in, on all that it can stand on."""
    grounds = {"paper": QColor(theme.paper), "rail": QColor(theme.rail), "selection": QColor(theme.selection)}
    grounds |= {f"tint {kind}": colour for kind, colour in Brushes.of(theme).tint.items()}
    for name, ground in grounds.items():
        yield f"ink on {name}", QColor(theme.ink), ground
        if name != "selection":
            yield f"speech on {name}", QColor(theme.speech), ground


def _quiet(theme: Theme) -> Iterator[tuple[str, QColor, QColor]]:
    """Small words, signs, links and buttons."""
    soft = theme.tint(theme.accent, 0.12)
    for name, ground in (("paper", QColor(theme.paper)), ("rail", QColor(theme.rail)), ("soft", soft)):
        for what in ("muted", "accent", "model"):
            if (what, name) != ("muted", "soft") and (what, name) != ("model", "soft"):
                yield f"{what} on {name}", QColor(getattr(theme, what)), ground
        yield f"small words on {name}", readable(theme), ground
    yield "paper on accent", QColor(theme.paper), QColor(theme.accent)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_can_be_read(theme: Theme) -> None:
    poor = [(what, contrast(one, other)) for what, one, other in _body(theme) if contrast(one, other) < 7]
    poor += [(what, contrast(one, other)) for what, one, other in _quiet(theme) if contrast(one, other) < 4.5]
    assert poor == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_bars_are_seen(theme: Theme) -> None:
    paper = QColor(theme.paper)
    assert [kind for kind, colour in Brushes.of(theme).bar.items() if contrast(colour, paper) < 3] == []


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)]
)
def test_contrast_is_what_the_guidelines_say(one: str, other: str, ratio: float) -> None:
    assert contrast(QColor(one), QColor(other)) == pytest.approx(ratio, abs=0.005)
    assert contrast(QColor(other), QColor(one)) == contrast(QColor(one), QColor(other))


@pytest.mark.parametrize(
    ("wanted", "theme"),
    [(Appearance.LIGHT, LIGHT), (Appearance.DARK, DARK), (Appearance.SEPIA, SEPIA), (Appearance.CONTRAST, CONTRAST)],
)
def test_the_theme_is_the_one_that_is_wanted(wanted: Appearance, theme: Theme) -> None:
    assert theme_for(wanted) is theme
