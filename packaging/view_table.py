"""Every view of the program, in the order in which they are brought about in the real window, and the pictures of them.

`views.py` makes the screen and calls ``take``. A view is a function that gets the stage and leaves something to look
at; what it opened is closed before the next. They stand in `view_novel.py`, `view_panes.py` and, last, those that need
another manuscript, in `view_rest.py`.
"""

import shutil
from pathlib import Path

import view_novel  # noqa: F401 - the views come in the order of these names
import view_panes
import view_rest
from pictures import FONTS, SCENE, WORK, pause, written_manuscript  # before Qt: it sets its surroundings
from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtGui import QGuiApplication
from view_stage import VIEWS, Stage  # which sets the surroundings

from firsthand.companion import Companion, Keys
from firsthand.desk.settings import Appearance
from firsthand.qt.application import make_application, speak
from firsthand.qt.asking import Mailbox
from firsthand.qt.settings import Settings
from firsthand.qt.window import Window

_THEMSELVES = (view_rest.empty_bin, view_panes.own_paper)
"""Views that keep their pictures themselves."""


def take(folder: Path, wanted: list[str], language: str) -> None:
    """Bring about the views that are wanted (all, if none is named) and keep pictures of them in ``folder``."""
    WORK.mkdir(exist_ok=True)
    (WORK / "fonts.conf").write_text(FONTS)
    try:
        path, paragraphs = written_manuscript()
        app = make_application([])
        QLocale.setDefault(QLocale(language))
        speak(app, QLocale(language))
        window, companion = _made()
        folder.mkdir(parents=True, exist_ok=True)
        stage = Stage(window, folder)
        stage.open(path, SCENE)
        stage.author.type("\n".join(paragraphs[:2]))
        stage.author.ask()
        stage.author.rewrite_half(stage.author.take_a_sentence())
        stage.author.type("\n" + "\n".join(paragraphs[2:4]))
        pause(1500)
        _take_all(stage, wanted)
        window.close()
        companion.close()
    finally:
        shutil.rmtree(WORK, ignore_errors=True)


def _made() -> tuple[Window, Companion]:
    mailbox = Mailbox()
    companion = Companion(mailbox.deliver, Keys())
    settings = Settings(WORK / "settings")
    settings.unsigned_said = True
    window = Window(settings, companion, mailbox, Keys())
    window.setGeometry(QRect(QPoint(), QGuiApplication.primaryScreen().size()))
    window.show()
    return window, companion


def _take_all(stage: Stage, wanted: list[str]) -> None:
    for name, show in VIEWS.items():
        if not wanted or name in wanted:
            stage.window.settings.choose("view", appearance=Appearance.LIGHT)
            show(stage)
            if show not in _THEMSELVES:
                stage.keep(name)
            stage.tidy()
