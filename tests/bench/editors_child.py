"""Processes of the bench ``editors``: the bare editor, the plainest window that draws on a key, and a made novel.

``python -m tests.bench.editors_child bare TEXT`` shows a text in Qt's editor and nothing else; Ctrl+F goes to the place
that ``SOUGHT`` in the environment names, behind it. ``echo`` is a client that draws a letter's worth of pixels for each
key and does nothing else: what the way of measuring takes by itself. ``novel DIR SCENES WORDS KEYS`` writes a made
novel with its history, opens it once in the window's way, and leaves its checkpoint."""

import os
import sys
from collections.abc import Callable
from pathlib import Path


def bare(text: str) -> None:
    """Qt's editor with a text."""
    from PySide6.QtGui import QKeySequence, QShortcut
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    app = QApplication(["bare"])
    window, editor = QMainWindow(), QTextEdit()
    editor.setPlainText(Path(text).read_text("utf-8"))
    window.setCentralWidget(editor)
    QShortcut(QKeySequence.StandardKey.Find, editor, lambda: editor.find(os.environ["SOUGHT"]))
    window.resize(1440, 900)
    window.show()
    editor.setFocus()
    app.exec()


def echo(_text: str) -> None:
    """A window that draws one block more for each key, and one less for Backspace."""
    from Xlib import XK, X
    from Xlib.display import Display

    display = Display()
    screen = display.screen()
    window = screen.root.create_window(0, 0, 800, 600, 0, screen.root_depth, background_pixel=screen.white_pixel)
    window.change_attributes(event_mask=X.KeyPressMask | X.ExposureMask)
    window.change_property(display.intern_atom("_NET_WM_PID"), display.intern_atom("CARDINAL"), 32, [os.getpid()])
    ink, paper = (window.create_gc(foreground=pixel) for pixel in (screen.black_pixel, screen.white_pixel))
    back, letters = display.keysym_to_keycode(XK.XK_BackSpace), 1
    window.map()
    while True:
        event = display.next_event()
        if event.type == X.Expose:
            for place in range(letters):
                window.fill_rectangle(ink, 40 + place * 8, 40, 6, 12)
        elif event.type == X.KeyPress:
            letters -= event.detail == back
            window.fill_rectangle(paper if event.detail == back else ink, 40 + letters * 8, 40, 6, 12)
            letters += event.detail != back
        display.flush()


def novel(place: str, scenes: str, words: str, keys: str) -> None:
    """A made novel, as the window would find it."""
    from firsthand.desk.checkpoint import keep_checkpoint
    from firsthand.desk.places import machine_id
    from firsthand.desk.session import Desk
    from tests.bench.novel import MACHINE, made, write

    assert machine_id() == MACHINE
    write(made(int(words), int(keys), int(scenes)), Path(place))
    opened = Desk.open(Path(place))
    opened.close()
    keep_checkpoint(opened.folder)


if __name__ == "__main__":
    ways: dict[str, Callable[..., None]] = {"bare": bare, "echo": echo, "novel": novel}
    ways[sys.argv[1]](*sys.argv[2:])
