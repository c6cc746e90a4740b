"""What every test with widgets stands on: the program's own words, and garbage collected on this thread alone."""

import gc

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from firsthand.qt.application import speak


@pytest.fixture(scope="session")
def qapp_args():
    return ["firsthand", "-style", "fusion"]


@pytest.fixture(scope="session", autouse=True)
def _program(qapp):
    """English words with their plurals; garbage is never collected by another thread (see ``qt/collecting.py``)."""
    assert isinstance(qapp, QApplication)
    QLocale.setDefault(QLocale(QLocale.Language.English))
    speak(qapp, QLocale(QLocale.Language.English))
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _collected():
    yield
    gc.collect()
