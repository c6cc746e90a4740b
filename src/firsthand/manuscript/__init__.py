"""The novel as a folder of Markdown scenes: order, notes, bin, saving, import."""

from firsthand.manuscript.folder import Folder, file_text, unix_text, writable
from firsthand.manuscript.outline import (
    COLOURS,
    STATUSES,
    Binned,
    Chapter,
    Entry,
    Label,
    Outline,
    Part,
    Was,
    new_id,
)
from firsthand.manuscript.trust import ManuscriptError

__all__ = [
    "COLOURS",
    "STATUSES",
    "Binned",
    "Chapter",
    "Entry",
    "Folder",
    "Label",
    "ManuscriptError",
    "Outline",
    "Part",
    "Was",
    "file_text",
    "new_id",
    "unix_text",
    "writable",
]
