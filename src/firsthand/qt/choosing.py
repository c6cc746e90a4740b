"""The actions with which things are chosen, bound to the settings both ways.

A table says which action chooses what. An action that is triggered chooses; whatever is chosen, here or in the window
of settings, the actions show. What goes by the choices listens to ``Settings.changed`` itself.
"""

from PySide6.QtCore import QObject

from firsthand.desk.languages import NAMES
from firsthand.desk.settings import Appearance, Focus, Signs
from firsthand.qt.actions import Actions
from firsthand.qt.settings import Settings

_ON_OR_OFF = {
    "show_origins": ("view", "origins"),
    "show_bars": ("view", "bars"),
    "show_hover": ("view", "hover"),
    "dialogue": ("view", "dialogue"),
    "typewriter": ("view", "typewriter"),
    "spelling": ("writing", "spelling"),
    "typography": ("writing", "typography"),
}
_ONE_OF = {f"appearance_{one}": ("appearance", one) for one in Appearance} | {
    f"focus_{one}": ("focus", one) for one in Focus
}
LANGUAGES = {f"language_{language}": language for language in NAMES}


class Choosing(QObject):
    """Binds the actions of a window to its settings."""

    def __init__(self, settings: Settings, commands: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._commands = commands
        for name, (table, key) in _ON_OR_OFF.items():
            commands[name].triggered.connect(lambda on, table=table, key=key: settings.choose(table, **{key: on}))
        for name, (key, one) in _ONE_OF.items():
            commands[name].triggered.connect(lambda _=False, key=key, one=one: settings.choose("view", **{key: one}))
        for name, language in LANGUAGES.items():
            commands[name].triggered.connect(
                lambda _=False, language=language: settings.choose_here("text", language=language)
            )
        commands["hide_signs"].triggered.connect(
            lambda on: settings.choose("view", signs=Signs.HIDDEN if on else Signs.FAINT)
        )
        for name, step in (("zoom_in", 1), ("zoom_out", -1), ("zoom_reset", 0)):
            commands[name].triggered.connect(lambda _=False, step=step: settings.zoom_by(step))
        settings.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Have every action show what is chosen."""
        choices, commands = self._settings.choices, self._commands
        for name, (table, key) in _ON_OR_OFF.items():
            commands[name].setChecked(getattr(getattr(choices, table), key))
        for name, (key, one) in _ONE_OF.items():
            commands[name].setChecked(getattr(choices.view, key) is one)
        commands["hide_signs"].setChecked(choices.view.signs is Signs.HIDDEN)
        commands.enable(self._settings.in_manuscript, *LANGUAGES)
        for name, language in LANGUAGES.items():
            commands[name].setChecked(self._settings.language == language)
