"""What lies on the clipboard or travels by drag: plain text, and the sealed passage in a format of our own.

A passage that comes with the text it is sealed with keeps whose every character is. Anything else came from outside,
and only its plain text is taken.
"""

from PySide6.QtCore import QByteArray, QMimeData, QStringListModel
from PySide6.QtGui import QTextDocumentFragment

from firsthand.desk.passages import Passage, kept_key, sealed, unix_lines, unsealed
from firsthand.desk.places import passage_key_file

FORMAT = "application/x-firsthand-passage"


def packed(passage: Passage) -> QMimeData:
    """What to put on the clipboard for a passage."""
    mime = _made_by_qt()
    mime.setText(passage.text)
    mime.setData(FORMAT, QByteArray(sealed(passage, kept_key(passage_key_file()))))
    return mime


def passage_in(mime: QMimeData) -> Passage | None:
    """The passage that ``mime`` brings unchanged; None if it came from outside or was altered."""
    if not mime.hasFormat(FORMAT):
        return None
    passage = unsealed(bytes(mime.data(FORMAT).data()), kept_key(passage_key_file()))
    return passage if passage is not None and passage.is_in(plain_text(mime)) else None


def has_text(mime: QMimeData) -> bool:
    """Whether there is text to take; files are not text."""
    return mime.hasFormat("text/plain") or mime.hasHtml()


def plain_text(mime: QMimeData) -> str:
    """The plain text that ``mime`` brings, its lines ended by newlines; HTML alone is converted."""
    if mime.hasFormat("text/plain"):
        return unix_lines(mime.text())
    return unix_lines(QTextDocumentFragment.fromHtml(mime.html()).toPlainText().replace("\ufffc", ""))


def _made_by_qt() -> QMimeData:
    """An empty value that is Qt's own: one made in Python calls Python, and may not lie there when that has ended.

    So what was copied can stay on the clipboard, seal and all, when the program ends. Qt gives such values out for the
    rows of a model.
    """
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    for name in mime.formats():
        mime.removeFormat(name)
    return mime
