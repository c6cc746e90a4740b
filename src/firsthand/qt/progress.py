"""How the writing goes: today, this sitting, each day of the year, beside the goals. Figures only; the footer and the
panel show them.

The days come from the history, on another thread; today is what the counts say now.
"""

import time

from msgspec import Struct, field
from PySide6.QtCore import QObject, QTimer, Signal

from firsthand.desk.days import DayEnd, Days, brought, day_of, keep_days, read_days
from firsthand.desk.places import days_file
from firsthand.desk.session import Desk
from firsthand.desk.settings import Goals
from firsthand.history import HistoryError
from firsthand.provenance import Origin
from firsthand.qt.counts import Counts
from firsthand.qt.jobs import Job
from firsthand.qt.settings import Settings

SOON = 200
"""Milliseconds after a manuscript is open until its days are read: the page comes first."""


class Standing(Struct, frozen=True):
    """The words of a manuscript now: in all, and what today and this sitting brought; days as they ended, and today.

    What was brought is the author's own and a model's, each less than nothing where more went than came.
    """

    whole: DayEnd
    today: DayEnd
    sitting: DayEnd
    day: str
    days: Days = field(default_factory=dict)


class Progress(QObject):
    """Knows the open manuscript's days."""

    changed = Signal()
    """``standing`` or ``goals`` is another."""

    def __init__(self, counts: Counts, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._counts, self._settings = counts, settings
        self._desk: Desk | None = None
        self._days: Days | None = None
        self._begun: DayEnd | None = None
        self._now = DayEnd()
        counts.settled.connect(self._counted)
        settings.changed.connect(self.changed)

    def set_desk(self, desk: Desk | None) -> None:
        """This manuscript is open from now on, or none."""
        self._keep()
        self._desk, self._days, self._begun = desk, None, None
        if desk is not None:
            QTimer.singleShot(SOON, self, lambda: self._read(desk))

    @property
    def goals(self) -> Goals:
        """The goals of the open manuscript."""
        return self._settings.here.goals

    def set_goals(self, goals: Goals) -> None:
        """Have other goals from now on."""
        self._settings.choose_here("goals", daily=goals.daily, total=goals.total, deadline=goals.deadline)

    @property
    def standing(self) -> Standing | None:
        """The figures now; None while they are not known."""
        if self._days is None or self._begun is None:
            return None
        day = day_of(_now())
        days = {**self._days, day: self._now}
        sitting = DayEnd(self._now.own - self._begun.own, self._now.model - self._begun.model)
        return Standing(self._now, brought(days, day), sitting, day, days)

    def _read(self, desk: Desk) -> None:
        if desk is not self._desk:
            return
        file = days_file(desk.folder.outline.id)
        Job(self, lambda: (desk, read_days(desk.folder, file, desk.sitting)), HistoryError, self._known).start()

    def _known(self, found: tuple[Desk, Days]) -> None:
        desk, days = found
        if desk is self._desk:
            self._days = {day: end for day, end in days.items() if day <= day_of(_now())}
            self._counted()

    def _counted(self) -> None:
        if self._desk is None or self._counts.total() is None:
            return
        self._now = _words(self._desk)
        if self._begun is None:
            self._begun = self._now
        if self._days is not None:
            self._days = {**self._days, day_of(_now()): self._now}
        self.changed.emit()

    def _keep(self) -> None:
        """The manuscript is closed: keep its days, so that the next opening need not replay its history."""
        desk, days = self._desk, self._days
        if desk is None or days is None or desk.read_only:
            return

        def work() -> None:
            now = {**days, day_of(_now()): _words(desk)}
            keep_days(desk.folder, days_file(desk.folder.outline.id), now)

        Job(self, work, HistoryError).start()


def _words(desk: Desk) -> DayEnd:
    by_origin = desk.total().by_origin
    return DayEnd(by_origin[Origin.TYPED], by_origin[Origin.MODEL])


def _now() -> int:
    return time.time_ns() // 1_000_000
