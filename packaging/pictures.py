"""Makes the pictures of the window in docs/pictures: ``python packaging/pictures.py [FOLDER]``.

Nothing in them is painted: a manuscript is made in a temporary place, a scene is written into the real window with key
events, the built-in model is asked, one of its sentences is put in and half of it written anew; then the window is
grabbed, light and dark. All views there are, at the sizes that are hard on a layout, are `views.py`'s.
The interface is set in what FONT names, where it is installed, as on a desktop that is set so.
"""

# ruff: noqa: E402 - Qt reads its surroundings when it is imported

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

FONT = "Inter"
ROOT = Path(__file__).parent.parent
WORK = Path(tempfile.mkdtemp(prefix="firsthand-pictures-"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FONTCONFIG_FILE"] = str(WORK / "fonts.conf")
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.companion import Companion, Keys
from firsthand.desk.draft import Cause
from firsthand.desk.sample import sample_novel
from firsthand.desk.session import Desk
from firsthand.desk.settings import Appearance
from firsthand.provenance import Change, Origin, Source
from firsthand.qt.application import make_application
from firsthand.qt.asking import Mailbox
from firsthand.qt.settings import Settings
from firsthand.qt.window import Window

SCENE = "what-ines-kept"
REWRITTEN = ", or so her hands would have it, and they were cold."
FONTS = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <alias binding="strong"><family>Sans Serif</family><prefer><family>{FONT}</family></prefer></alias>
  <alias binding="strong"><family>sans-serif</family><prefer><family>{FONT}</family></prefer></alias>
</fontconfig>
"""


def pause(milliseconds: int) -> None:
    """Let the program go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(happens: object) -> None:
    """Let the program go on until a signal comes."""
    loop = QEventLoop()
    happens.connect(loop.quit)  # type: ignore[attr-defined]
    QTimer.singleShot(120_000, loop.quit)
    loop.exec()


def written_manuscript() -> tuple[Path, list[str]]:
    """The sample novel as if its author had written it here, one scene still to come; that scene's paragraphs."""
    path = sample_novel(WORK / "The Salt Ledger")
    texts = {file: file.read_text("utf-8") for file in path.rglob("*.md")}
    for file in texts:
        file.write_text("", "utf-8")
    desk = Desk.open(path)
    for entry in desk.folder.outline.entries:
        if entry.id == SCENE:
            continue
        lines = texts[desk.folder.file(entry)].rstrip("\n").splitlines(keepends=True)
        for number, line in enumerate(lines):
            draft = desk.draft(entry.id)
            pasted = entry.id == "a-borrowed-coat" and number == 4
            origin = Source(Origin.PASTED, draft.new_ref("paste")) if pasted else Origin.TYPED
            draft.apply(Change(len(draft.text), 0, line, origin), Cause.PASTE if pasted else Cause.TYPE)
    desk.close()
    return path, texts[path / "scenes" / "02 What Ines kept.md"].splitlines()


class Author:
    """Hands on the keys of a window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def type(self, text: str) -> None:
        for letter in text:
            key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
            said = "\r" if letter == "\n" else letter
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.window.page, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, said))
        QApplication.processEvents()

    def ask(self) -> None:
        pause(400)
        self.window.commands["ask"].trigger()
        until(self.window.asking.ended)
        pause(100)

    def take_a_sentence(self) -> int:
        """Put in a sentence of middling length; how many units came."""
        while True:
            for card in self.window.panel.versions:
                words = len(card.text.text.split())
                if 14 <= words <= 34 and '"' not in card.text.text and card.sentence_button.isVisible():
                    before = len(self.window.page.draft.text) if self.window.page.draft else 0
                    card.insert_sentence()
                    return len(self.window.page.draft.text) - before if self.window.page.draft else 0
            self.window.commands["dismiss_all"].trigger()
            self.ask()

    def rewrite_half(self, units: int) -> None:
        """Write the second half of what came anew, from a space on."""
        draft = self.window.page.draft
        assert draft is not None
        text = draft.text.text
        half = next(m.start() for m in re.finditer(r"(?<=\w) ", text) if m.start() >= len(text) - units * 2 // 3)
        for _ in range(len(text) - half):
            QTest.keyClick(self.window.page, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        self.type(REWRITTEN)


def grab(window: Window, folder: Path, name: str, size: tuple[int, int] = (1440, 900)) -> None:
    """Keep the window as it looks, light and dark."""
    window.resize(*size)
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        window.settings.choose("view", appearance=appearance)
        pause(250)
        window.grab().save(str(folder / f"{name}-{appearance}.png"))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (WORK / "fonts.conf").write_text(FONTS)
    path, paragraphs = written_manuscript()
    make_application([])
    mailbox = Mailbox()
    companion = Companion(mailbox.deliver, Keys())
    settings = Settings(WORK / "settings")
    window = Window(settings, companion, mailbox, Keys())
    window.resize(1440, 900)
    window.show()
    window.begin(lambda: path)
    until(window.bench.opened)
    window.open_scene(SCENE)
    author = Author(window)
    author.type("\n".join(paragraphs[:2]))
    author.ask()
    author.rewrite_half(author.take_a_sentence())
    author.type("\n" + "\n".join(paragraphs[2:4]))
    window.bench.settle()
    pause(2500)
    window._go_to(len(window.page.draft.text) if window.page.draft else 0)
    window.page.verticalScrollBar().setValue(0)
    grab(window, folder, "window")
    window.close()
    companion.close()


if __name__ == "__main__":
    try:
        wanted = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
        main(Path(wanted[0]) if wanted else ROOT / "docs" / "pictures")
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
