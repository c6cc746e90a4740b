"""The list of versions: days as headings, under them when something was written and how much came or went."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)

from firsthand.desk.past import Amount, Row
from firsthand.history import Occasion
from firsthand.qt.guard import guarded
from firsthand.qt.style import interface_font, readable, sizes
from firsthand.qt.theme import LIGHT, Theme
from firsthand.qt.wording import number

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING: object = None
_SIDE = 10
_MARK = 9


class SceneChoice(QComboBox):
    """A choice among titles: one that is longer than its place ends in dots, as everywhere else."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - 4
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class Role(IntEnum):
    """What the model tells beyond Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole
    """The ``Row``; None for a heading."""
    NAMES = Qt.ItemDataRole.UserRole + 1
    """What the author called it."""
    AMOUNT = Qt.ItemDataRole.UserRole + 2
    """In words, what came and went; empty while it is not counted."""


class VersionsModel(QAbstractListModel):
    """The rows with a heading for each day; the scene is named in each if there are several."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Row | str] = []
        self._amounts: dict[tuple[str, int], Amount] = {}
        self._titles: Mapping[str, str] = {}

    def show_rows(self, rows: Iterable[Row], titles: Mapping[str, str]) -> None:
        """Show these versions, the latest first; with ``titles`` of scenes if each row is to name its own."""
        self.beginResetModel()
        self._items, self._titles, self._amounts = [], titles, {}
        day = ""
        for row in rows:
            its_day = QLocale().toString(_local(row.when).date(), QLocale.FormatType.LongFormat)
            if its_day != day:
                self._items.append(day := its_day)
            self._items.append(row)
        self.endResetModel()

    def show_amounts(self, amounts: dict[tuple[str, int], Amount]) -> None:
        """Show what came with each."""
        self._amounts = amounts
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def holds(self, row: Row) -> bool:
        """Whether this very version is in the list."""
        return row in self._items

    def place(self, scene: str, version: int) -> QModelIndex:
        """Where a version stands, or the first of all, or nowhere."""
        first = _ROOT
        for place, item in enumerate(self._items):
            if isinstance(item, Row):
                first = first if first.isValid() else self.index(place)
                if (item.scene, item.number) == (scene, version):
                    return self.index(place)
        return first

    @guarded(0)
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._items[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @guarded(_NOTHING)
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._items[index.row()]
        if isinstance(item, str):
            return item if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(item)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ". ".join(part for part in (self._names(item), self._title(item), self._amount(item)) if part)
        if role == Role.ROW:
            return item
        if role == Role.NAMES:
            return self._names(item)
        return self._amount(item) if role == Role.AMOUNT else None

    def _title(self, row: Row) -> str:
        title, why = self._titles.get(row.scene, ""), self._why(row)
        return " · ".join(part for part in (time_of_day(row.when), title, why) if part)

    def _why(self, row: Row) -> str:
        words = {
            Occasion.SUGGESTION: self.tr("a suggestion taken"),
            Occasion.BROUGHT: self.tr("text brought in"),
            Occasion.RESTORED: self.tr("brought back"),
            Occasion.SAVED: self.tr("saved"),
            Occasion.WRITTEN: self.tr("written"),
        }
        return next((word for occasion, word in words.items() if occasion in row.occasions), "")

    def _names(self, row: Row) -> str:
        return ", ".join(one.name for one in row.snapshots)

    def _amount(self, row: Row) -> str:
        amount = self._amounts.get((row.scene, row.number))
        if amount is None:
            return ""
        rest = amount.all - amount.own - amount.model
        parts = []
        if amount.own:
            parts.append(self.tr("{count} yours").format(count=signed(amount.own)))
        if amount.model:
            parts.append(self.tr("{count} a model’s").format(count=signed(amount.model)))
        if rest:
            parts.append(self.tr("{count} other").format(count=signed(rest)))
        return " · ".join(parts) or self.tr("no word more or less")


class VersionDelegate(QStyledItemDelegate):
    """Draws headings, and versions in two lines, with a third one for a name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._spacing = [QFontMetrics(interface_font(size)).lineSpacing() for size in (sizes().small, sizes().base)]

    @guarded(QSize(100, 40))
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        small, base = self._spacing
        if index.data(Role.ROW) is None:
            return QSize(60, small + (12 if index.row() == 0 else 22))
        return QSize(60, base * (2 if index.data(Role.NAMES) else 1) + small + 14)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        inside = rect.adjusted(_SIDE, 7, -_SIDE, -5)
        if index.data(Role.ROW) is None:
            self._write(painter, inside, str(index.data()), readable(self.theme), strong=True, foot=True)
        else:
            self._paint_ground(painter, rect, option.state)
            self._paint_version(painter, inside, index)
        painter.restore()

    def _paint_version(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        ink, names = QColor(self.theme.ink), str(index.data(Role.NAMES))
        if names:
            middle = rect.top() + QFontMetrics(interface_font(sizes().base)).height() / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent))
            painter.drawEllipse(QRectF(rect.left(), middle - 3, 6, 6))
            named = rect.adjusted(_MARK + 3, 0, 0, 0)
            rect = rect.adjusted(0, self._write(painter, named, names, ink, strong=True, base=True), 0, 0)
        rect = rect.adjusted(0, self._write(painter, rect, str(index.data()), ink, base=True), 0, 0)
        self._write(painter, rect, str(index.data(Role.AMOUNT)), readable(self.theme))

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        colour: QColor,
        *,
        strong: bool = False,
        base: bool = False,
        foot: bool = False,
    ) -> int:
        """Write one line; how high it is."""
        font = interface_font(sizes().base if base else sizes().small, strong=strong)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colour)
        at = Qt.AlignmentFlag.AlignBottom if foot else Qt.AlignmentFlag.AlignTop
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | at, shown)
        return metrics.lineSpacing()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        focused, selected = bool(state & QStyle.StateFlag.State_HasFocus), bool(state & QStyle.StateFlag.State_Selected)
        if not (selected or state & QStyle.StateFlag.State_MouseOver):
            return
        theme = self.theme
        painter.setBrush(QColor(theme.paper) if selected else theme.tint(theme.line, 0.6))
        painter.setPen(QPen(QColor(theme.accent if focused else theme.line), 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def time_of_day(when: int) -> str:
    """The time of day, in the writer's own time zone, of milliseconds since 1970."""
    return QLocale().toString(_local(when).time(), QLocale.FormatType.ShortFormat)


def day_and_time(when: int) -> str:
    """The moment, in the writer's own time zone and language, of milliseconds since 1970."""
    return QLocale().toString(_local(when), QLocale.FormatType.ShortFormat)


def signed(count: int) -> str:
    """A whole number with its sign."""
    return f"+{number(count)}" if count > 0 else f"−{number(-count)}"


def _local(when: int) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(when)
