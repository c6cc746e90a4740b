"""The keys of the actions as the author chose them; the window in which they are chosen is `shortcuts`."""

from PySide6.QtGui import QKeySequence

from firsthand.qt.actions import Actions
from firsthand.qt.settings import Settings


def wear(commands: Actions, settings: Settings) -> None:
    """Give the actions the keys that the author chose, and all others their own."""
    chosen = settings.choices.keyboard.keys
    for name in commands:
        said = chosen.get(name)
        keys = commands.defaults[name] if said is None else [QKeySequence(one) for one in said]
        commands[name].setShortcuts(keys)
