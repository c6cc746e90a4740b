"""The window that the views are shown in, and hands on it; what keeps its pictures."""

import os
from collections.abc import Callable
from pathlib import Path

from pictures import WORK, Author, pause, until  # before Qt: it sets its surroundings

os.environ["FIRSTHAND_HOME"] = str(WORK / "home")
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from firsthand.desk.settings import Appearance
from firsthand.qt.window import Window

WEAR = (Appearance.LIGHT, Appearance.DARK, Appearance.SEPIA, Appearance.CONTRAST)


class Stage:
    """The window, and hands on it."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.window = window
        self.folder = folder
        self.author = Author(window)
        self.book = Path()
        self.again: Callable[[], object] = lambda: None
        """What brings back, before each picture, what other colours take away."""
        self.after: Callable[[], object] = lambda: None
        """What is to be done when the pictures are taken."""

    def wish(self, name: str) -> None:
        """Do what a command of the window does."""
        self.window.commands[name].trigger()
        pause(350)

    def open(self, book: Path, scene: int | str = 0) -> None:
        """Have this manuscript on the desk, one of its scenes on the page."""
        if self.book != book:
            self.window.begin(lambda: book)
            until(self.window.bench.opened)
            self.book = book
            pause(900)
        desk = self.window.bench.desk
        assert desk is not None
        self.window.open_scene(scene if isinstance(scene, str) else desk.folder.outline.scenes[scene].id)
        pause(200)

    def close(self) -> None:
        """Have no manuscript on the desk."""
        self.wish("close_manuscript")
        self.book = Path()
        pause(500)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        focus = QApplication.focusWidget()
        QTest.keyClicks(focus, text)
        pause(500)

    def select(self, start: int, end: int) -> None:
        cursor = self.window.page.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self.window.page.setTextCursor(cursor)

    def above(self) -> list[QWidget]:
        """What stands above the window: dialogs and menus, the last opened first."""
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible() and isinstance(w, QDialog | QMenu)]
        return tops[::-1]

    def tidy(self) -> None:
        """Close what was opened."""
        self.after()
        self.again = self.after = lambda: None
        for top in self.above():
            top.close()
        window = self.window
        window.notice.clear()
        window.question.put_away()
        window.find_bar.put_away()
        window.show_results(False)
        window.binder.close_filter()
        pause(150)

    def keep(self, name: str) -> None:
        """Keep pictures of the screen as it looks now."""
        for appearance in WEAR:
            self.window.settings.choose("view", appearance=appearance)
            pause(180)
            self.again()
            QGuiApplication.primaryScreen().grabWindow(0).save(str(self.folder / f"{name}-{appearance}.png"))
        print(name, flush=True)


Show = Callable[[Stage], None]
VIEWS: dict[str, Show] = {}


def book(name: str, make: Callable[[], Path]) -> Path:
    """A manuscript of the temporary place; made, if it is not there yet."""
    return WORK / name if (WORK / name).exists() else make()


def view(show: Show) -> Show:
    VIEWS[show.__name__] = show
    return show
