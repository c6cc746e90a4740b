"""The panel of figures and goals: today, the sitting, the whole, and a year of days. It asks for nothing."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from firsthand.desk.days import DayEnd, each_day
from firsthand.desk.goals import needed_daily
from firsthand.desk.settings import Goals
from firsthand.qt.fonts import page_font
from firsthand.qt.guard import guarded
from firsthand.qt.progress import Progress, Standing
from firsthand.qt.style import level, make_room
from firsthand.qt.theme import Theme
from firsthand.qt.wording import number
from firsthand.qt.year import Year, year_in_words


class GoalsPanel(QDialog):
    """Shows what ``Progress`` knows, and sets the goals."""

    def __init__(self, progress: Progress, theme: Callable[[], Theme], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Words and goals"))
        self._progress, self._theme = progress, theme
        self._figures: dict[str, tuple[QLabel, QLabel]] = {}
        self.daily = self._spin(100_000, self.tr("No daily goal"))
        self.total = self._spin(10_000_000, self.tr("No goal for the whole"))
        self.by = QCheckBox(self.tr("&by"), self)
        self.deadline = QDateEdit(self)
        self.deadline.setCalendarPopup(True)
        self.deadline.setAccessibleName(self.tr("The day for the whole"))
        self.pace = self._small()
        self.year = Year(self)
        self.year.set_theme(theme())
        self.day = self._small()
        self.summary = QLabel(self)
        self._lay_out()
        self._fill(progress.goals)
        self._connect()
        self.refresh()
        self.year.setFocus()

    def _spin(self, most: int, none: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(0, most)
        spin.setSingleStep(50 if most <= 100_000 else 1000)
        spin.setGroupSeparatorShown(True)
        spin.setSpecialValueText(none)
        spin.setKeyboardTracking(False)
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        return spin

    def _small(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("part", "small")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    # -- the parts

    def _lay_out(self) -> None:
        counts = self._small()
        counts.setText(
            self.tr(
                "Counted are words you typed that still stand at the end of the day, without the notes; a day ends at "
                "midnight. What a model wrote is counted apart."
            )
        )
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 22, 26, 18)
        layout.setSpacing(10)
        layout.addLayout(self._row_of_figures())
        layout.addSpacing(12)
        layout.addLayout(self._goals())
        layout.addWidget(self.pace)
        layout.addSpacing(12)
        layout.addWidget(self.summary)
        layout.addWidget(self.year)
        layout.addWidget(self.day)
        layout.addSpacing(6)
        layout.addWidget(counts)
        layout.addWidget(buttons)

    def _row_of_figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        names = {"today": self.tr("today"), "sitting": self.tr("this sitting"), "whole": self.tr("in all")}
        for column, (name, words) in enumerate(names.items()):
            figure, model = QLabel(self), self._small()
            figure.setFont(page_font(34))
            caption = QLabel(words, self)
            self._figures[name] = figure, model
            for row, part in enumerate((figure, caption, model)):
                grid.addWidget(part, row, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _goals(self) -> QFormLayout:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (self.total, self.by, self.deadline):
            row.addWidget(part)
        self.daily.setAccessibleName(self.tr("Words a day"))
        self.total.setAccessibleName(self.tr("Words in all"))
        self.total.ensurePolished()
        self.daily.setMinimumWidth(self.total.sizeHint().width())
        form.addRow(self.tr("Words a &day"), self.daily)
        level(form, self.daily)
        caption = QLabel(self.tr("Words in &all"), self)
        form.addRow(caption, whole)
        caption.setBuddy(self.total)  # the form has made it that of the row
        level(form, whole)
        return form

    def _connect(self) -> None:
        self.daily.valueChanged.connect(self._set)
        self.total.valueChanged.connect(self._set)
        self.by.toggled.connect(self._set)
        self.deadline.dateChanged.connect(self._set)
        self.year.day_chosen.connect(self.day.setText)
        self._progress.changed.connect(self.refresh)

    # -- the goals

    def _fill(self, goals: Goals) -> None:
        day = QDate.fromString(goals.deadline, "yyyy-MM-dd")
        self.daily.setValue(goals.daily)
        self.total.setValue(goals.total)
        self.by.setChecked(day.isValid())
        self.deadline.setDate(day if day.isValid() else QDate.currentDate().addMonths(3))
        self._enable()

    def _set(self) -> None:
        by = self.deadline.date().toString("yyyy-MM-dd") if self.by.isChecked() else ""
        self._enable()
        self._progress.set_goals(Goals(self.daily.value(), self.total.value(), by))

    def _enable(self) -> None:
        self.by.setEnabled(self.total.value() > 0)
        self.deadline.setEnabled(self.total.value() > 0 and self.by.isChecked())

    # -- the figures

    def refresh(self) -> None:
        """Show the figures as they are now."""
        standing = self._progress.standing
        if standing is None:
            self.summary.setText(self.tr("The history is being read…"))
            return
        for name in self._figures:
            self._show(name, getattr(standing, name))
        self.pace.setText(self._pace(standing))
        self.pace.setVisible(bool(self.pace.text()))
        self._show_year(standing)
        make_room(self)

    def _show(self, name: str, words: DayEnd) -> None:
        figure, model = self._figures[name]
        figure.setText(number(max(0, words.own)))
        model.setText(self.tr("and %Ln of a model", "", words.model) if words.model > 0 else "")

    def _show_year(self, standing: Standing) -> None:
        each = each_day(standing.days)
        self.year.show_days(each, self._progress.goals.daily, date.fromisoformat(standing.day))
        own, days = year_in_words(each, self.year.first)
        written = self.tr("%Ln word(s) of your own", "", own)
        self.summary.setText(
            self.tr("{words} in the last year, on {days}.").format(words=written, days=self.tr("%Ln day(s)", "", days))
        )
        self.year.setAccessibleDescription(self.summary.text())

    def _pace(self, standing: Standing) -> str:
        goals = self._progress.goals
        needed = needed_daily(goals, standing.whole.own, date.fromisoformat(standing.day))
        if needed is None:
            return ""
        day = QLocale().toString(QDate.fromString(goals.deadline, "yyyy-MM-dd"), QLocale.FormatType.LongFormat)
        if not needed:
            return self.tr("You have reached {total} words.").format(total=number(goals.total))
        return self.tr("%Ln word(s) a day reach {total} by {day}.", "", needed).format(
            total=number(goals.total), day=day
        )

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "year"):
            self.year.set_theme(self._theme())
        super().changeEvent(event)
