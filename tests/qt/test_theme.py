"""Every theme can be read: the ratios are those of WCAG 2.2 (7:1 for the text of the page, 4.5:1 for quiet words)."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from firsthand.desk.settings import Appearance
from firsthand.qt.page_paint import Brushes
from firsthand.qt.rows import RowButton
from firsthand.qt.style import dress, readable
from firsthand.qt.theme import CONTRAST, DARK, LIGHT, SEPIA, THEMES, Theme, contrast, mixed, theme_for
from firsthand.resources import resource


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


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_selected_is_told_from_whose_it_is(theme: Theme) -> None:
    def apart(tint: QColor) -> int:
        """By how much, of 255, the two differ in red, green or blue, where they differ most."""
        one, other = QColor(theme.selection), tint
        pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
        return max(abs(a - b) for a, b in pairs)

    assert [kind for kind, tint in Brushes.of(theme).tint.items() if apart(tint) < 15] == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_keys_beside_what_can_be_begun_can_be_read(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme)
    row = RowButton("", note="█████")
    qtbot.addWidget(row)
    row.resize(300, 40)
    picture = row.grab().toImage()
    ratio = picture.devicePixelRatio()
    seen = {picture.pixelColor(int(x * ratio), int(20 * ratio)).name() for x in range(250, 285)}
    assert theme.muted in seen
    assert contrast(QColor(theme.muted), QColor(theme.paper)) >= 4.5
    dress(qapp, LIGHT)


# -- the report's page, which a browser shows light or dark


def _report(theme: Theme) -> dict[str, str]:
    """The colours that the page's style sheet names, for a light screen or a dark one."""
    light, dark = (dict(re.findall(r"--(\w+):(#\w{6})", block)) for block in _ROOT.findall(_CSS)[:2])
    return {**light, **dark} if theme.dark else light


_CSS = resource("report", "page.css").read_text("utf-8")
_ROOT = re.compile(r":root\{([^}]*)\}")
_MARKS = {kind: int(share) / 100 for kind, share in re.findall(r"mark\.\w\{.*?var\(--(\w+)\) (\d+)%", _CSS)}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_report_has_the_colours_of_the_window(theme: Theme) -> None:
    colours = _report(theme)
    assert colours == {name: getattr(theme, name) for name in colours}
    assert set(colours) >= {"author", "model", "revised", "pasted", "tool", "paper", "ink", "muted", "rail"}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_report_can_be_read(theme: Theme) -> None:
    colours = {name: QColor(value) for name, value in _report(theme).items()}
    assert set(_MARKS) == {"model", "revised", "pasted"}
    poor = []
    for name in ("paper", "rail"):
        ground = colours[name]
        pairs = [("ink", ground, 7.0), ("muted", ground, 4.5), ("accent", ground, 4.5)]
        pairs += [(bar, ground, 3.0) for bar in ("author", "model", "revised", "pasted", "tool")]
        pairs += [("ink", mixed(ground, colours[kind], share), 7.0) for kind, share in _MARKS.items()]
        poor += [(what, name, least) for what, under, least in pairs if contrast(colours[what], under) < least]
    assert poor == []
    assert "mark{color:var(--ink);" in _CSS  # also in small words, as in the key to the marks


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
