"""The fields of the window of settings: each shows one choice and chooses it, and follows when it is chosen elsewhere.

A ``Fields`` makes them for one page of the window. Nothing is kept here: what is shown is what the settings say.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from firsthand.qt.flow import Flow
from firsthand.qt.links import Button
from firsthand.qt.settings import Settings
from firsthand.qt.style import level

_DAY = "yyyy-MM-dd"
_WIDE = 260
"""Pixels, so that fields under each other end together."""


class Fields:
    """Makes the fields of one page, from the top down."""

    def __init__(self, page: QWidget, settings: Settings) -> None:
        self._page = page
        self._settings = settings
        self._shows: list[Callable[[], None]] = []
        self._form = QFormLayout(page)
        self._form.setContentsMargins(26, 22, 26, 22)
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(9)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFormAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def show(self) -> None:
        """Show what the settings say now."""
        for show in self._shows:
            show()

    def heading(self, text: str) -> None:
        """The words over the fields that follow."""
        label = QLabel(text, self._page)
        label.setProperty("part", "heading")
        label.setContentsMargins(0, 12 if self._form.rowCount() else 0, 0, 2)
        self._form.addRow(label)

    def about(self, text: str) -> QLabel:
        """Small words on what is above them."""
        label = QLabel(text, self._page)
        label.setProperty("part", "small")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._form.addRow(label)
        return label

    def button(self, text: str, wish: Callable[[], object]) -> QPushButton:
        """Something to be done."""
        return self.buttons((text, wish))[0]

    def buttons(self, *wished: tuple[str, Callable[[], object]]) -> list[QPushButton]:
        """Several things to be done, side by side where there is room."""
        row = Flow(7)
        made: list[QPushButton] = []
        for text, wish in wished:
            button = Button(text, self._page)
            button.clicked.connect(lambda _=False, wish=wish: wish())
            row.addWidget(button)
            made.append(button)
        self._form.addRow(row)
        return made

    def row(self, caption: str, widget: QWidget) -> None:
        """Something of the page's own with a caption."""
        self._form.addRow(caption, widget)
        widget.setAccessibleName(caption.replace("&", ""))

    def follow(self, show: Callable[[], None]) -> None:
        """Have this called whenever the fields are to show what is chosen."""
        self._shows.append(show)

    # -- one choice each

    def switch(self, text: str, table: str, key: str, *, here: bool = False) -> QCheckBox:
        """Something that is on or off."""
        box = QCheckBox(text, self._page)
        box.clicked.connect(lambda on: self._choose(table, key, on, here=here))
        self.follow(lambda: box.setChecked(bool(self._value(table, key, here=here))))
        self._form.addRow(box)
        return box

    def one_of(self, caption: str, options: Sequence[tuple[StrEnum, str]], table: str, key: str) -> list[QRadioButton]:
        """One of a few; the caption is for ears, where a heading stands over them."""
        group, box = QButtonGroup(self._page), QWidget(self._page)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        buttons = []
        for option, text in options:
            button = QRadioButton(text, box)
            group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _=False, option=option: self._choose(table, key, option))
            self.follow(partial(self._show_option, button, table, key, option))
            buttons.append(button)
        box.setAccessibleName(caption)
        self._form.addRow(box)
        return buttons

    def number(
        self,
        caption: str,
        table: str,
        key: str,
        limits: tuple[int, int, int],
        unit: str = "",
        *,
        here: Callable[[], bool] = lambda: False,
        none: str = "",
    ) -> QSpinBox:
        """A number from the first limit to the second in steps of the third; ``none`` is said for the first."""
        spin = QSpinBox(self._page)
        spin.setRange(*limits[:2])
        spin.setSingleStep(limits[2])
        spin.setSuffix(unit)
        spin.setSpecialValueText(none)
        spin.setGroupSeparatorShown(True)
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        spin.setKeyboardTracking(False)

        def show() -> None:
            spin.blockSignals(True)
            spin.setValue(int(str(self._value(table, key, here=here()))))
            spin.blockSignals(False)

        spin.valueChanged.connect(lambda value: self._choose(table, key, value, here=here()))
        self.follow(show)
        self._add(caption, spin)
        return spin

    def pick(self, caption: str, options: Sequence[tuple[str, str]], shown: Callable[[], str]) -> QComboBox:
        """One of a list, as ``(data, words)``; what is chosen is the page's own business."""
        box = QComboBox(self._page)
        for data, words in options:
            box.addItem(words, data)
        self.follow(lambda: box.setCurrentIndex(max(0, box.findData(shown()))))
        self._add(caption, box)
        return box

    def day(self, caption: str, switch: str, table: str, key: str) -> tuple[QCheckBox, QDateEdit]:
        """A day of the open manuscript's choices, or none."""
        on, day = QCheckBox(switch, self._page), QDateEdit(self._page)
        day.setCalendarPopup(True)
        day.lineEdit().setTextMargins(-3, 0, 0, 0)  # its words in line with those of other fields
        day.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.LongFormat))

        def show() -> None:
            said = str(self._value(table, key, here=True))
            on.setChecked(bool(said))
            day.setEnabled(bool(said))
            day.blockSignals(True)
            day.setDate(QDate.fromString(said, _DAY) if said else QDate.currentDate().addMonths(6))
            day.blockSignals(False)

        on.clicked.connect(lambda on: self._choose(table, key, day.date().toString(_DAY) if on else "", here=True))
        day.dateChanged.connect(lambda date: self._choose(table, key, date.toString(_DAY), here=True))
        self.follow(show)
        self._form.addRow(on)
        self._add(caption, day)
        return on, day

    def _add(self, caption: str, field: QWidget) -> None:
        field.setMinimumWidth(_WIDE)
        self._form.addRow(caption, field)
        level(self._form, field)

    def _show_option(self, button: QRadioButton, table: str, key: str, option: StrEnum) -> None:
        button.setChecked(self._value(table, key) is option)

    def _choose(self, table: str, key: str, value: object, *, here: bool = False) -> None:
        (self._settings.choose_here if here else self._settings.choose)(table, **{key: value})

    def _value(self, table: str, key: str, *, here: bool = False) -> object:
        choices = self._settings.here if here else self._settings.choices
        return getattr(getattr(choices, table), key)
