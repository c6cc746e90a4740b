"""The installed PySide6 gives back every reference to None that it takes.

PySide6 6.12.0 loses one in every call that returns nothing, and before Python 3.12 None can run out: after some
thousands of keys the interpreter aborts with a draft open in it. This watches over the upper bound in `pyproject.toml`.
"""

import json
import subprocess
import sys

import pytest

CALLS = 400

# In a process of its own: losing None here would end the whole test run. Prints {what: references lost in one call}.
PROBE = """
import json, sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

class Page(QTextEdit):
    def keyPressEvent(self, event):
        super().keyPressEvent(event)

    def paintEvent(self, event):
        super().paintEvent(event)

class Listener(QObject):
    def heard(self, at, removed, added):
        pass

app = QApplication([])
page = Page()
page.show()
listener = Listener()
page.document().contentsChange.connect(listener.heard)
cursor = QTextCursor(page.document())
timer = QTimer()
timer.setSingleShot(True)
timer.timeout.connect(lambda: None)

def fire():
    timer.start(0)
    app.processEvents()

probes = {
    "a void method": lambda: page.ensureCursorVisible(),
    "a setter": lambda: page.setPlainText("salt"),
    "a slot": lambda: cursor.insertText("x"),
    "an event handler of ours": lambda: QTest.keyClick(page, "a"),
    "a paint event of ours": lambda: page.viewport().repaint(),
    "a timer": fire,
}
lost = {}
for name, call in probes.items():
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    lost[name] = (before - sys.getrefcount(None)) / CALLS
print(json.dumps(lost))
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_void_calls_give_back_none() -> None:
    child = subprocess.run(
        [sys.executable, "-c", PROBE.replace("CALLS", str(CALLS))], capture_output=True, text=True, check=False
    )
    assert child.returncode == 0, child.stderr
    lost: dict[str, float] = json.loads(child.stdout)
    assert {name: each for name, each in lost.items() if each > 0.05} == {}
    assert len(lost) == 6
