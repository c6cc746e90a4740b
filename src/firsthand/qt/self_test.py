"""The self-test's hands: a new manuscript in the real window, keys, the built-in model, an insertion, a second opening.

Every step waits for what it needs and says what it waited for in vain. What must stand on the disk afterwards is
`desk.self_test`'s to say.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from firsthand.companion import Failed, Finished, Keys, find_model
from firsthand.desk.draft import Draft
from firsthand.desk.self_test import TYPED, Account, SelfTestError, check_disk, expect
from firsthand.provenance import Origin, Run
from firsthand.provenance.units import length
from firsthand.qt.window import Window

SOON = 30.0
"""Seconds for what takes a moment, on a machine that is busy with an installation."""

ANSWER = 240.0
"""Seconds for the built-in model to start and to answer."""

_LOOK = 20
_REST = 800

_log = logging.getLogger("firsthand.qt")


class SelfTest:
    """Drives a window that is on its way to the screen, and tells the account."""

    def __init__(self, window: Window, account: Account, manuscript: Path) -> None:
        self._window = window
        self._account = account
        self._manuscript = manuscript
        self._answers: list[Finished | Failed] = []
        window.asking.finished.connect(lambda suggestion: self._answers.append(Finished(suggestion)))
        window.asking.failed.connect(self._answers.append)

    def start(self) -> None:
        """Begin as soon as the program's loop runs; the program ends afterwards, and the account says how it went."""
        QTimer.singleShot(0, self._run)

    def _run(self) -> None:
        try:
            self._steps()
            self._account.finish()
        except SelfTestError:
            _log.exception("the self-test failed")
        finally:
            self._window.close()

    def _steps(self) -> None:
        account = self._account
        account.result.facts |= {
            "qt": str(qVersion()),
            "platform": QGuiApplication.platformName(),
            "keys": Keys().where(),
        }
        with account.step("the window comes to the screen"):
            self._show()
        with account.step("a new manuscript opens"):
            self._create()
        with account.step("keys reach the page"):
            self._type()
        with account.step("the built-in model answers"):
            answered = self._ask()
        if answered:
            with account.step("a suggestion is inserted"):
                self._insert()
        self._show_picture()
        with account.step("the manuscript is saved and opened again"):
            text, runs = self._reopen()
        with account.step("the record is whole and the report is written"):
            self._window.close()
            account.found(check_disk(self._manuscript, text, runs))

    def _show(self) -> None:
        handle = self._window.windowHandle()
        wait(handle.isExposed, "the window to be shown")
        size = self._window.size()
        self._account.found(f"{size.width()} by {size.height()}")

    def _create(self) -> None:
        refused: list[str] = []
        self._window.bench.refused.connect(refused.append)
        self._window.bench.create(self._manuscript, "Self-test")
        wait(lambda: refused or self._window.page.draft is not None, "the manuscript to open")
        expect(not refused, " ".join(refused))

    def _type(self) -> None:
        for letter in TYPED:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._window.page, key)
        text = self._draft().text
        expect(text.text == TYPED, f"the page holds “{text.text}”")
        expect({run.source.origin for run in text.runs()} == {Origin.TYPED}, "what was typed is not held for typed")

    def _ask(self) -> bool:
        """Whether the model answered; where it is not installed, the author must have been told so instead."""
        installed = find_model() is not None
        self._window.commands["ask"].trigger()
        wait(lambda: self._answers and self._window.asking.running is None, "the model's answer", ANSWER)
        suggestions = [answer.suggestion for answer in self._answers if isinstance(answer, Finished)]
        said = " ".join(answer.message for answer in self._answers if isinstance(answer, Failed))
        self._account.result.facts["model"] = "installed" if installed else "not installed"
        self._account.found("; ".join(suggestion.text.strip() for suggestion in suggestions) or said)
        expect(bool(suggestions) == installed, said or "a model answered that is not installed")
        return bool(suggestions)

    def _insert(self) -> None:
        before = self._draft().text.counts()[Origin.MODEL]
        self._window.commands["insert"].trigger()
        draft = self._draft()
        wait(lambda: draft.text.counts()[Origin.MODEL] > before, "the suggestion to stand in the draft")
        picked = self._window.panel.current
        expect(picked is not None and picked.suggestion is not None, "no suggestion is chosen in the panel")
        assert picked is not None
        assert picked.suggestion is not None
        model = draft.text.counts()[Origin.MODEL]
        expect(model == length(picked.suggestion.text), f"{model} units are held for the model's")

    def _show_picture(self) -> None:
        """Leave a picture of the window, once the figures and the cards have come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(_REST, loop.quit)
        loop.exec()
        self._window.grab().save(str(self._account.picture))

    def _reopen(self) -> tuple[str, tuple[Run, ...]]:
        window, text = self._window, self._draft().text
        before = text.text, text.runs()
        expect(window.bench.settle(), "the disk did not take everything")
        window.open_manuscript(self._manuscript)
        wait(lambda: window.page.draft is not None, "the manuscript to open again")
        after = self._draft().text
        expect((after.text, after.runs()) == before, "the manuscript came back as another")
        return before

    def _draft(self) -> Draft:
        draft = self._window.page.draft
        assert draft is not None
        return draft


def wait(holds: Callable[[], object], what: str, seconds: float = SOON) -> None:
    """Let the program go on until something holds. SelfTestError names ``what`` if it takes too long."""
    loop = QEventLoop()
    look, end = QTimer(interval=_LOOK), QTimer(singleShot=True, interval=round(seconds * 1000))
    look.timeout.connect(lambda: loop.quit() if holds() else None)
    end.timeout.connect(loop.quit)
    look.start()
    end.start()
    if not holds():
        loop.exec()
    expect(bool(holds()), f"waited {seconds:.0f} s in vain for {what}")
