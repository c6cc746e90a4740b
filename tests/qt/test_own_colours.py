"""Paper and ink of one's own, and the choices of backups."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from firsthand.desk.settings import Appearance, View
from firsthand.qt.own_theme import own_theme, theme_of
from firsthand.qt.page_paint import Brushes
from firsthand.qt.settings import Settings
from firsthand.qt.settings_colours import said_of
from firsthand.qt.settings_window import SettingsWindow
from firsthand.qt.theme import LIGHT, SEPIA, contrast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise)")

PAIRS = {
    "white and black": ("#ffffff", "#000000"),
    "black and white": ("#000000", "#ffffff"),
    "night": ("#10202a", "#cfe6ee"),
    "sand": ("#e8d9b0", "#3b2f14"),
    "grey": ("#808080", "#000000"),
    "green": ("#00ff00", "#002200"),
    "violet": ("#3a0060", "#f0e0ff"),
    "poor": ("#e8d9b0", "#9c8f6a"),
    "white on white": ("#ffffff", "#ffffff"),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_goes_with_own_colours_can_be_seen(name):
    """On every paper: the bars by 3:1, small words by 4.5:1, and the ink itself, whatever was chosen."""
    theme = own_theme(*PAIRS[name])
    paper = QColor(theme.paper)
    assert paper == QColor(PAIRS[name][0])
    assert [kind for kind, colour in Brushes.of(theme).bar.items() if contrast(colour, paper) < 3] == []
    quiet = {what: contrast(QColor(getattr(theme, what)), paper) for what in ("muted", "accent", "model")}
    assert [what for what, ratio in quiet.items() if ratio < 4.5] == []
    assert contrast(QColor(theme.ink), paper) >= 3


def test_ink_that_reads_is_worn_as_it_was_chosen():
    assert own_theme("#e8d9b0", "#3b2f14").ink == "#3b2f14"


def test_own_colours_are_worn_where_they_are_wanted():
    chosen = View(appearance=Appearance.OWN, paper="#10202a", ink="#cfe6ee")
    assert theme_of(chosen) is theme_of(View(appearance=Appearance.OWN, paper="#10202a", ink="#cfe6ee"))
    assert theme_of(chosen).dark
    assert theme_of(View(appearance=Appearance.SEPIA, paper="#10202a")) is SEPIA
    assert theme_of(View(appearance=Appearance.OWN)).paper == LIGHT.paper


@pytest.mark.parametrize(
    ("ratio", "said"),
    [(1.0, "hardly be seen"), (2.99, "hardly"), (3.0, "hard to read"), (4.49, "4.5 to 1"), (4.5, "well")],
)
def test_how_ink_reads_is_said(qapp, ratio, said):
    assert said in said_of(ratio)


@pytest.fixture
def window(qtbot, tmp_path):
    window = SettingsWindow(Settings(tmp_path))
    qtbot.addWidget(window)
    window.show()
    return window


def colour_dialog(window):
    return next(one for one in window.findChildren(QColorDialog) if one.isVisible())


def test_a_colour_is_worn_while_it_is_looked_for_and_given_back_with_escape(qtbot, window):
    settings, own = window._settings, window.own_colours
    before = settings.choices.view
    qtbot.mouseClick(own.paper, Qt.MouseButton.LeftButton)
    dialog = colour_dialog(window)
    dialog.setCurrentColor(QColor("#10202a"))
    assert (settings.choices.view.appearance, settings.choices.view.paper) == (Appearance.OWN, "#10202a")
    assert "hardly" in own.about.text()
    dialog.reject()
    assert settings.choices.view == before
    qtbot.mouseClick(own.ink, Qt.MouseButton.LeftButton)
    dialog = colour_dialog(window)
    dialog.setCurrentColor(QColor("#402010"))
    dialog.accept()
    assert settings.choices.view.ink == "#402010"
    settings.sync()
    assert 'ink = "#402010"' in settings.files[0].read_text("utf-8")
    assert Settings(settings.folder).choices.view == settings.choices.view


def test_a_colour_that_is_none_is_said_and_the_rest_holds(tmp_path):
    (tmp_path / "settings.toml").write_text('[view]\nappearance = "own"\npaper = "red"\nink = "#102030"\n', "utf-8")
    settings = Settings(tmp_path)
    assert "view.paper" in settings.trouble
    assert (settings.choices.view.paper, settings.choices.view.ink) == ("", "#102030")


def test_how_often_and_where_backups_are_made_is_chosen(window, tmp_path):
    settings, fields = window._settings, window.backups
    usual = settings.backups_folder
    fields.minutes.setValue(25)
    assert settings.choices.backups.minutes == 25
    assert not fields.usual.isEnabled()
    fields.keep_in(str(tmp_path))
    assert settings.backups_folder == tmp_path
    assert str(tmp_path) in fields.place.text()
    assert fields.open.isEnabled()
    fields.usual.click()
    assert settings.backups_folder == usual
