"""A year of days, drawn: each a small square, the fuller the more words of the author's own it brought.

No streaks and no blame: a day without words is simply pale. A day on which the goal was reached bears a dot, so that
colour is never the only sign; the arrow keys go from day to day, and each is told in words.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from firsthand.desk.days import DayEnd
from firsthand.qt.guard import guarded
from firsthand.qt.style import interface_font, readable, sizes
from firsthand.qt.theme import LIGHT, Theme

WEEKS = 53
_CELL, _GAP = 11, 3
_STEP = _CELL + _GAP
_LEVELS = (0.28, 0.5, 0.74, 1.0)
_USUAL = 500
"""Words that fill a square where no daily goal is set."""


class Year(QWidget):
    """Shows the days of the year that ends today."""

    day_chosen = Signal(str)
    """What there is to say of the day that is meant now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._brought: Mapping[str, DayEnd] = {}
        self._goal = 0
        self._today = self._chosen = date.today()  # noqa: DTZ011 - the day on the wall
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Wear these colours."""
        self.theme = theme
        self.update()

    def show_days(self, brought: Mapping[str, DayEnd], goal: int, today: date) -> None:
        """Show what each day brought; ``goal`` is words a day, or 0."""
        if today != self._today:
            self._chosen = today
        self._brought, self._goal, self._today = brought, goal, today
        self._tell()
        self.update()

    @property
    def first(self) -> date:
        """The first day that is shown: the beginning of a week, some 52 weeks ago."""
        begins = QLocale().firstDayOfWeek().value
        this_week = self._today - timedelta(days=(self._today.isoweekday() - begins) % 7)
        return this_week - timedelta(weeks=WEEKS - 1)

    def words_of(self, day: date) -> str:
        """A day in words."""
        end = self._brought.get(day.isoformat(), DayEnd())
        when = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
        said = self.tr("{day}: %Ln word(s) of your own", "", max(0, end.own)).format(day=when)
        if end.model > 0:
            said += ", " + self.tr("%Ln of a model", "", end.model)
        if self._goal and end.own >= self._goal:
            said += ", " + self.tr("the goal was reached")
        return said

    # -- the days

    def _tell(self) -> None:
        said = self.words_of(self._chosen)
        self.setAccessibleName(said)
        self.day_chosen.emit(said)

    def _choose(self, day: date) -> None:
        self._chosen = max(self.first, min(self._today, day))
        self._tell()
        self.update()

    def _day_at(self, place: QPointF) -> date | None:
        column, row = int(place.x() // _STEP), int((place.y() - self._head) // _STEP)
        if not (0 <= row < 7 and 0 <= column < WEEKS):
            return None
        day = self.first + timedelta(weeks=column, days=row)
        return day if day <= self._today else None

    @property
    def _head(self) -> int:
        """Where the squares begin, below the names of the months."""
        return QFontMetrics(interface_font(sizes().small)).height() + 4

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: timedelta(weeks=-1),
            Qt.Key.Key_Right: timedelta(weeks=1),
            Qt.Key.Key_Up: timedelta(days=-1),
            Qt.Key.Key_Down: timedelta(days=1),
            Qt.Key.Key_Home: timedelta(weeks=-WEEKS),
            Qt.Key.Key_End: timedelta(weeks=WEEKS),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._chosen + step)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self._choose(day)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words_of(day) if day else "", self)
            return True
        return super().event(event)

    # -- drawing

    @guarded(QSize(100, 100))
    def sizeHint(self) -> QSize:
        return QSize(WEEKS * _STEP, self._head + 7 * _STEP)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter)
        first, day = self.first, self.first
        while day <= self._today:
            column, row = divmod((day - first).days, 7)
            self._paint_day(painter, QRectF(column * _STEP, self._head + row * _STEP, _CELL, _CELL), day)
            day += timedelta(days=1)
        painter.end()

    def _paint_months(self, painter: QPainter) -> None:
        font = interface_font(sizes().small)
        painter.setFont(font)
        painter.setPen(readable(self.theme))
        for column in range(WEEKS - 1):
            day = self.first + timedelta(weeks=column)
            if day.day <= 7:
                name = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
                painter.drawText(QRect(column * _STEP, 0, 80, self._head), Qt.AlignmentFlag.AlignLeft, name)

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        words = self._brought.get(day.isoformat(), DayEnd()).own
        if words <= 0 and self.theme.high:  # a line that is seen is too dark to fill a square that says nothing
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(words))
            painter.drawRoundedRect(cell, 2.5, 2.5)
        if self._goal and words >= self._goal:
            painter.setBrush(QColor(self.theme.paper))
            painter.drawEllipse(cell.center(), 1.8, 1.8)
        if day == self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(QColor(self.theme.accent if self.hasFocus() else self.theme.muted), width))
            painter.drawRoundedRect(cell.adjusted(-1.5, -1.5, 1.5, 1.5), 3.5, 3.5)

    def _colour(self, words: int) -> QColor:
        if words <= 0:
            return QColor(self.theme.line)
        share = words / (self._goal or _USUAL)
        level = min(len(_LEVELS) - 1, int(share * len(_LEVELS)))
        return self.theme.tint(self.theme.author, _LEVELS[level])


def year_in_words(brought: Mapping[str, DayEnd], first: date) -> tuple[int, int]:
    """The author's own words of all days from ``first`` on, and on how many days there were any."""
    own = [end.own for day, end in brought.items() if day >= first.isoformat() and end.own > 0]
    return sum(own), len(own)
