"""The novel as a folder of Markdown scenes: order, notes, saving, import."""

from firsthand.manuscript.folder import Chapter, Entry, Folder, ManuscriptError, Outline, file_text, new_id, writable

__all__ = ["Chapter", "Entry", "Folder", "ManuscriptError", "Outline", "file_text", "new_id", "writable"]
