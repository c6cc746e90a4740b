"""Python's search for cyclic garbage, kept on the window's thread.

Python looks for garbage on whichever thread happens to allocate. When that is the history's or the companion's, a timer
or widget that was part of a cycle is destroyed there, while the window's event loop still holds it: the process dies.
So the automatic search is switched off, and this looks from time to time, on the window's thread, by the same counters.
"""

import gc
import linecache

from PySide6.QtCore import QObject, QTimer

EVERY = 2000
"""Milliseconds between two looks."""

FREEZE_AT = (1800, 4000, 20_000)
"""Milliseconds after which all that lives, which is nearly all modules, is left out of every later search.

The first is before the first look, which would go through all of a long novel's checkpoint for a tenth of a second."""


class Collector(QObject):
    """Collects garbage on the thread that made it, until ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        for moment in FREEZE_AT:
            QTimer.singleShot(moment, self, self._rest)

    def _rest(self) -> None:
        """What a start leaves behind: modules that live for good, and their source, which Qt's import hook read."""
        gc.freeze()
        forget_sources()

    def look(self) -> None:
        """Search as far as the counters say."""
        young, middle, old = gc.get_count()
        thresholds = gc.get_threshold()
        if middle > thresholds[1] and old > thresholds[2]:
            gc.collect(2)
        elif middle > thresholds[1]:
            gc.collect(1)
        elif young > thresholds[0]:
            gc.collect(0)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._was_on:
            gc.enable()


def forget_sources() -> None:
    """Let go of the lines of source that were read while modules were imported: 20 MB, where there is source at all.

    Nothing is taken out, because another thread may be importing; an entry of no size is read again by who needs it.
    """
    for name, entry in list(linecache.cache.items()):
        if len(entry) == 4 and entry[1] is not None:
            linecache.cache[name] = -1, entry[1], [], entry[3]
