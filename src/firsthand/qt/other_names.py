"""Other names by which people look for an action: those it has in programs they come from.

The palette finds an action by them and does not show them.
"""

from firsthand.qt.actions import QT_TRANSLATE_NOOP, translated

_ALSO = {
    "zoom_in": QT_TRANSLATE_NOOP("Actions", "zoom bigger font"),
    "zoom_out": QT_TRANSLATE_NOOP("Actions", "zoom smaller font"),
    "typewriter": QT_TRANSLATE_NOOP("Actions", "centre the line"),
    "full_screen": QT_TRANSLATE_NOOP("Actions", "distraction free"),
    "appearance_dark": QT_TRANSLATE_NOOP("Actions", "night mode"),
    "show_binder": QT_TRANSLATE_NOOP("Actions", "sidebar tree outline"),
    "show_companion": QT_TRANSLATE_NOOP("Actions", "AI panel"),
    "model": QT_TRANSLATE_NOOP("Actions", "AI endpoint"),
    "new_manuscript": QT_TRANSLATE_NOOP("Actions", "project book"),
    "open": QT_TRANSLATE_NOOP("Actions", "project book"),
    "close_manuscript": QT_TRANSLATE_NOOP("Actions", "project book"),
    "import_text": QT_TRANSLATE_NOOP("Actions", "markdown"),
    "name_moment": QT_TRANSLATE_NOOP("Actions", "snapshot"),
    "versions": QT_TRANSLATE_NOOP("Actions", "history snapshots"),
    "goals": QT_TRANSLATE_NOOP("Actions", "word count targets statistics"),
    "report": QT_TRANSLATE_NOOP("Actions", "certificate proof"),
    "sources": QT_TRANSLATE_NOOP("Actions", "pasted imported"),
    "italic": QT_TRANSLATE_NOOP("Actions", "emphasis slanted stars"),
    "bold": QT_TRANSLATE_NOOP("Actions", "strong emphasis stars"),
    "hard_space": QT_TRANSLATE_NOOP("Actions", "non-breaking nbsp"),
    "find": QT_TRANSLATE_NOOP("Actions", "search"),
    "find_everywhere": QT_TRANSLATE_NOOP("Actions", "search project"),
    "filter_binder": QT_TRANSLATE_NOOP("Actions", "go to scene"),
    "settings": QT_TRANSLATE_NOOP("Actions", "preferences options font"),
    "to_bin": QT_TRANSLATE_NOOP("Actions", "delete remove trash"),
    "split_scene": QT_TRANSLATE_NOOP("Actions", "divide"),
    "join_scenes": QT_TRANSLATE_NOOP("Actions", "merge"),
    "language_en_US": QT_TRANSLATE_NOOP("Actions", "American English"),
    "language_en_GB": QT_TRANSLATE_NOOP("Actions", "British English"),
    "language_de_DE": QT_TRANSLATE_NOOP("Actions", "German"),
    "language_es_ES": QT_TRANSLATE_NOOP("Actions", "Spanish"),
    "language_fr_FR": QT_TRANSLATE_NOOP("Actions", "French"),
}


def other_names(action: str) -> str:
    """More words for an action, by its name; empty where there are none."""
    return translated(_ALSO[action]) if action in _ALSO else ""
