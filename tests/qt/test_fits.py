"""Every window of the program in English and German: it keeps to a small screen, and nothing it says is cut off."""

import pytest
from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from firsthand.qt.about import About
from firsthand.qt.application import speak
from firsthand.qt.labels import LabelDialog
from firsthand.qt.text_import import TextImport
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise)")

ROOM = QSize(1024, 700)
COMMANDS = (
    "about",
    "problems",
    "new_version",
    "new_manuscript",
    "name_moment",
    "versions",
    "sources",
    "computers",
    "goals",
    "model",
    "backups",
    "shortcuts",
    "settings",
    "typography_pass",
    "palette",
)


@pytest.fixture(params=["en", "de"])
def language(qapp, request):
    speak(qapp, QLocale(request.param))
    yield request.param
    speak(qapp, QLocale("en"))


@pytest.fixture
def window(qtbot, tmp_path, language):
    """The window in this language, on a manuscript with long names; as large as a small screen."""
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        window.resize(ROOM)
        desk = window.bench.desk
        for number, entry in enumerate(desk.folder.outline.scenes[:3]):
            desk.rename(entry.id, f"{number} What Ines kept in the salt behind the stove and never once spoke of")
        window.open_scene(desk.folder.outline.scenes[0].id)
        QApplication.processEvents()
        yield window


def cut_off(window: QWidget) -> list[str]:
    """What is not shown whole, of all that is on show: words wider or higher than the place they have."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QPushButton | QCheckBox | QRadioButton | QLineEdit):
            continue
        need = part.minimumSizeHint() if isinstance(part, QLineEdit) else part.sizeHint()
        wraps = isinstance(part, QLabel) and part.wordWrap()
        high = part.heightForWidth(part.width()) if wraps else need.height()
        if isinstance(part, QLineEdit):
            words = part.placeholderText()
            wide = part.fontMetrics().horizontalAdvance(words) + 8
        else:
            words, wide = part.text(), part.minimumSizeHint().width()
        if words and (part.height() < high or part.width() < wide):
            found.append(f"{words!r} needs {wide}x{high} and has {part.width()}x{part.height()}")
    return found


def opened() -> QDialog:
    """The window above all others."""
    above = [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]
    assert above
    return above[-1]


def troubles(dialog: QDialog) -> list[str]:
    """What is wrong with a window as it stands."""
    for _ in range(3):
        QApplication.processEvents()
    room = dialog.screen().availableSize()
    found = cut_off(dialog)
    if dialog.width() > max(room.width(), ROOM.width()) - 24 or dialog.height() > ROOM.height():
        found.append(f"it is {dialog.width()}x{dialog.height()}")
    return [f"{dialog.windowTitle()}: {one}" for one in found]


def of_a_command(window, command: str) -> list[str]:
    window.commands[command].trigger()
    dialog = opened()
    found = troubles(dialog)
    if command == "settings":
        for number in range(dialog.sections.count()):  # type: ignore[attr-defined]
            dialog.sections.setCurrentRow(number)  # type: ignore[attr-defined]
            found += troubles(dialog)
    if command == "model":
        dialog.connected.setChecked(True)  # type: ignore[attr-defined]
        dialog.address.setText("http://models.example.org/v1")  # type: ignore[attr-defined]
        dialog.model.setText("a model")  # type: ignore[attr-defined]
        found += troubles(dialog)
    dialog.close()
    return found


def test_windows_keep_to_a_small_screen_and_show_all_that_they_say(qtbot, window, tmp_path):
    found = [one for command in COMMANDS for one in of_a_command(window, command)]
    about = About(window)
    about.open()
    about.inside.click()
    found += troubles(opened())
    for top in (opened(), about):
        top.close()
    old = tmp_path / "An old draft.md"
    old.write_text("# One\n\nIt was dark.\n\n***\n\nThe tide was out.\n", "utf-8")
    for dialog in (LabelDialog(window.theme, window), TextImport([old], tmp_path, window)):
        dialog.open()
        qtbot.wait(150)
        found += troubles(dialog)
        dialog.close()
    window.find_bar.open(replacing=True)
    window.notice.offer("“A borrowed coat” went into the bin, and this is a rather long sentence.", "Put back", print)
    qtbot.wait(100)
    assert found + cut_off(window.centralWidget()) == []
