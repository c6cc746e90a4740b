"""What travels over the clipboard and by drag: the text, and for Firsthand itself whose every character of it is.

Text that leaves a page is remembered here with its runs, under a random token that goes along in a private format. When
text comes back with a token known to this process, and is still the same text, every character keeps its origin.
Anything else came from outside, and only its plain text is taken.
"""

import atexit
import secrets
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QTextDocumentFragment

from firsthand.provenance import Run

FORMAT = "application/x-firsthand-passage"
_REMEMBERED = 8


@dataclass(frozen=True)
class Passage:
    """Text taken from a page, and its runs."""

    text: str
    runs: tuple[Run, ...]


class Passages:
    """The last few passages that left a page in this process, by their tokens."""

    def __init__(self) -> None:
        self._by_token: OrderedDict[bytes, Passage] = OrderedDict()
        atexit.register(_leave_plain_text)

    def pack(self, passage: Passage) -> QMimeData:
        """What to put on the clipboard for a passage."""
        token = secrets.token_hex(16).encode()
        self._by_token[token] = passage
        while len(self._by_token) > _REMEMBERED:
            self._by_token.popitem(last=False)
        mime = QMimeData()
        mime.setText(passage.text)
        mime.setData(FORMAT, QByteArray(token))
        return mime

    def recognise(self, mime: QMimeData) -> Passage | None:
        """The passage that ``mime`` brings back unchanged; None if it came from outside or was altered."""
        if not mime.hasFormat(FORMAT):
            return None
        passage = self._by_token.get(bytes(mime.data(FORMAT).data()))
        return passage if passage is not None and plain_text(mime) == _plain(passage.text) else None


def _leave_plain_text() -> None:
    """Leave what was copied as mere text when the program ends: what Python made may not outlive it."""
    if QGuiApplication.instance() is None:
        return
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        mime: QMimeData | None = clipboard.mimeData(mode)
        if mime is not None and mime.hasFormat(FORMAT):
            clipboard.setText(mime.text(), mode)


PASSAGES = Passages()
"""Those of this process: a clipboard is one for all windows."""


def has_text(mime: QMimeData) -> bool:
    """Whether there is text to take; files are not text."""
    return mime.hasFormat("text/plain") or mime.hasHtml()


def plain_text(mime: QMimeData) -> str:
    """The plain text that ``mime`` brings, its lines ended by newlines; HTML alone is converted."""
    if mime.hasFormat("text/plain"):
        return _plain(mime.text())
    return _plain(QTextDocumentFragment.fromHtml(mime.html()).toPlainText().replace("\ufffc", ""))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
