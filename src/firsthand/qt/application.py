"""The program as Qt sees it: its name, its icon, its language. One for the whole process."""

import logging
import sys

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from firsthand import __version__
from firsthand.desk.settings import Speech
from firsthand.qt.style import fusion_application
from firsthand.resources import resource
from firsthand.saying import CONTEXT, say_by

TURN = 0.001
"""Seconds after which another thread of Python gives way to the window's; its own default is five times that."""

_log = logging.getLogger("firsthand.qt")

_spoken: list[QTranslator] = []
"""Those that are installed. To look for them among the application's children would have PySide wrap its style too."""


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, named and in the system's language; made anew only if there is none."""
    sys.setswitchinterval(TURN)
    app = QApplication.instance() or fusion_application(["firsthand", *arguments])
    assert isinstance(app, QApplication)
    app.setApplicationName("Firsthand")
    app.setApplicationDisplayName("Firsthand")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("firsthand")
    app.setWindowIcon(_icon())
    if QLocale().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English))
    speak(app, QLocale())
    return app


def speak_as_chosen(app: QCoreApplication, speech: Speech) -> None:
    """Speak the language that the author chose, with its numbers and dates; nothing to do if it is the system's."""
    if speech is not Speech.SYSTEM and QLocale(speech).language() != QLocale().language():
        QLocale.setDefault(QLocale(speech))
    if speech is not Speech.SYSTEM:
        speak(app, QLocale(speech))


def speak(app: QCoreApplication, locale: QLocale) -> None:
    """Load the program's words in this language, over English, and Qt's own words, in place of those loaded before."""
    while _spoken:
        spoken = _spoken.pop()
        QCoreApplication.removeTranslator(spoken)
        spoken.setParent(None)
    say_by(_said)
    for name, folder in (
        ("firsthand_en", _translations()),
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("firsthand", _translations()),
    ):
        translator = QTranslator(app)
        found = translator.load(name, folder) if name.endswith("_en") else translator.load(locale, name, "_", folder)
        if found:
            QCoreApplication.installTranslator(translator)
            _spoken.append(translator)


def _said(text: str) -> str:
    """A sentence of the rooms below in the language that is loaded."""
    return QCoreApplication.translate(CONTEXT, text)


def _translations() -> str:
    try:
        return str(resource("translations"))
    except FileNotFoundError:
        _log.warning("the folder of translations is missing")
        return ""


def _icon() -> QIcon:
    try:
        return QIcon(str(resource("icons", "firsthand.svg")))
    except FileNotFoundError:
        return QIcon()
