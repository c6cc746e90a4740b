"""The novel as a folder of Markdown scenes: order, notes, saving, import."""

from firsthand.manuscript.folder import (
    Chapter,
    Entry,
    Folder,
    ManuscriptError,
    Outline,
    file_text,
    new_id,
    unix_text,
    writable,
)

__all__ = ["Chapter", "Entry", "Folder", "ManuscriptError", "Outline", "file_text", "new_id", "unix_text", "writable"]
