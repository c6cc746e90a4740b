"""What the window says: all of it translatable, its figures honest, its settings readable and forgiving."""

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from firsthand.companion import BUILTIN, Keys
from firsthand.desk.settings import Appearance, View
from firsthand.qt.about import About
from firsthand.qt.actions import plain
from firsthand.qt.card_text import sentences
from firsthand.qt.dialogs import NewManuscript
from firsthand.qt.endpoints import ModelDialog
from firsthand.qt.settings import Settings, connection
from firsthand.qt.shortcuts import Shortcuts
from firsthand.qt.wording import percent
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class Marking(QTranslator):
    """Translates every text into itself between marks."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"‹{text}›"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def marking():
    translator = Marking()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def _said(root: QWidget) -> list[str]:
    texts = []
    for widget in [root, *root.findChildren(QWidget)]:
        texts += [widget.accessibleName(), widget.toolTip(), widget.accessibleDescription(), widget.windowTitle()]
        if isinstance(widget, QAbstractButton | QLabel):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
    return texts + [action.text() for action in root.findChildren(QAction)]


def test_every_text_of_the_window_can_be_translated(qtbot, tmp_path, marking):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, answerer):
        window.commands["ask"].trigger()
        answerer.finish(1, "One. Two.")
        answerer.done()
        for dialog in (
            Shortcuts(window.commands, window.settings, window),
            About(window),
            NewManuscript(tmp_path, window),
        ):
            assert dialog.windowTitle().startswith("‹")
        model = ModelDialog(BUILTIN, Keys(), window)
        qtbot.waitUntil(lambda: model.where.text() != "")
        own = {"", "…", "The Salt Ledger", "The Salt Ledger — Firsthand", BUILTIN.name, "https://api.example.org/v1"}
        keys = (window.commands[name].shortcut() for name in window.commands)
        own |= {"Firsthand", *(one.toString(QKeySequence.SequenceFormat.NativeText) for one in keys)}
        own |= {model.where.text(), window.footer.model.text(), "1.3 s"}
        plainly = [text for text in _said(window) if "‹" not in text and text not in own]
        assert [text for text in plainly if not text.startswith(("Firsthand 0", "qt_"))] == []


@pytest.mark.parametrize(
    ("share", "digits", "said"),
    [
        (1.0, 0, "100%"),
        (0.9999, 0, "99%"),
        (0.9996, 1, "99.9%"),
        (0.961, 1, "96.1%"),
        (0.0, 1, "0%"),
        (0.0004, 1, "0.0%"),
        (0.29, 0, "29%"),
    ],
)
def test_a_share_is_rounded_so_that_only_a_whole_is_a_hundred(share, digits, said):
    assert percent(share, digits) == said


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [(0, 0)]),
        ("One.", [(0, 4)]),
        (" One. Two!", [(0, 5), (5, 10)]),
        ("One. Two", [(0, 4), (4, 8)]),
        ("“Go,” he said. \U0001f30a Rose.", [(0, 14), (14, 23)]),
    ],
)
def test_sentences_tile_a_suggestion_in_utf_16_units(text, parts):
    assert sentences(text) == parts


@pytest.mark.parametrize(("text", "said"), [("&Open…", "Open"), ("Save && go", "Save & go"), ("S&top", "Stop")])
def test_a_command_is_named_without_its_marks(text, said):
    assert plain(text) == said


def test_settings_come_back_as_they_were_put(tmp_path, qapp):
    one = Settings(tmp_path / "deep")
    one.geometry = QRect(10, 20, 1000, 700)
    one.columns = [200, 500, 300]
    one.choose("view", appearance=Appearance.DARK, zoom=125, binder=False)
    one.opened(tmp_path / "Ä, ö; ü")
    one.opened(tmp_path / "b")
    one.endpoint = connection("https://api.example.org/v1", "big")
    one.sync()
    two = Settings(tmp_path / "deep")
    assert two.geometry == QRect(10, 20, 1000, 700)
    assert two.columns == [200, 500, 300]
    assert two.choices.view == View(Appearance.DARK, 125, binder=False)
    assert two.recent == [tmp_path / "b", tmp_path / "Ä, ö; ü"]
    assert two.endpoint == connection("https://api.example.org/v1", "big")
    assert two.endpoint.name == "big · api.example.org"


def test_what_a_manuscript_goes_by_is_kept_apart(tmp_path, qapp):
    settings = Settings(tmp_path / "all")
    settings.choose_here("text", own_page=True)
    assert not settings.here.text.own_page, "no manuscript is open"
    settings.choose("page", measure=58)
    settings.set_manuscript(tmp_path)
    assert settings.page.measure == 58
    settings.choose_here("page", measure=72)
    settings.choose_here("text", own_page=True, language="de_DE")
    assert (settings.page.measure, settings.language) == (72, "de_DE")
    settings.set_manuscript(None)
    assert (settings.page.measure, settings.language) == (58, "")
    again = Settings(tmp_path / "all")
    again.set_manuscript(tmp_path)
    assert (again.page.measure, again.language) == (72, "de_DE")


def test_a_manuscript_that_cannot_be_written_keeps_its_settings(tmp_path, qapp):
    settings = Settings(tmp_path / "all")
    settings.set_manuscript(tmp_path, writable=False)
    settings.choose_here("text", language="de_DE")
    settings.sync()
    assert settings.language == "de_DE"
    assert not (tmp_path / "settings.toml").exists()


def test_settings_that_cannot_be_written_are_said(tmp_path, qapp):
    (tmp_path / "all").write_text("in the way")
    settings = Settings(tmp_path / "all")
    said: list[str] = []
    settings.said.connect(said.append)
    settings.choose("view", zoom=110)
    settings.sync()
    assert len(said) == 1
    assert "they hold until you close Firsthand" in said[0]


@pytest.mark.parametrize(
    ("at", "step", "then"),
    [(100, 1, 110), (100, -1, 90), (117, 1, 125), (300, 1, 300), (70, -3, 70), (175, 0, 100), (100, 3, 150)],
)
def test_zoom_goes_in_steps(tmp_path, qapp, at, step, then):
    settings = Settings(tmp_path)
    settings.choose("view", zoom=at)
    settings.zoom_by(step)
    assert settings.zoom == then


def test_nonsense_in_what_is_remembered_is_passed_over(tmp_path, qapp):
    (tmp_path / "window.ini").write_text("[window]\nplace=a, b, c, d\ncolumns=1\nmaximised=perhaps\n", "utf-8")
    settings = Settings(tmp_path)
    assert settings.geometry is None
    assert settings.columns == []
    assert not settings.maximised
    assert settings.recent == []
    assert settings.endpoint is BUILTIN
