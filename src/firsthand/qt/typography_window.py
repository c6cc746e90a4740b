"""Shows what typography would set otherwise in the open scene, each place with what stands round it, to choose from.

Nothing is changed until the author says so; then what is chosen is one step of undo. A row that is current is shown
on the page.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from firsthand.desk.draft import Draft
from firsthand.desk.typography_pass import Correction, correct, corrections
from firsthand.provenance.units import from_units
from firsthand.qt.fonts import page_font
from firsthand.qt.guard import guarded
from firsthand.qt.style import fit
from firsthand.qt.wording import number

_ROUND = 28
"""Units of the text that are shown on each side."""

_TYPE = 16
"""Pixels: the type of the page, in which quotes can be told apart."""
_PLACE = Qt.ItemDataRole.UserRole
"""What stands before, at and behind a place."""

_SPACES = {"\u202f": "⍽", "\u00a0": "⍽", " ": "·", "": "∅"}
"""What stands for spaces, which one would not see."""


class _Places(QStyledItemDelegate):
    """Draws a place in what stands round it: the signs that are meant strong and underlined, the rest quieter."""

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room: QRect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        painter.save()
        painter.setClipRect(room)
        x, strong = float(room.left() + 3), page_font(_TYPE, QFont.Weight.DemiBold)
        strong.setUnderline(True)
        for part, font, role in zip(
            index.data(_PLACE),
            (page_font(_TYPE), strong, page_font(_TYPE)),
            (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText),
            strict=True,
        ):
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(option.palette.color(role))
            painter.drawText(QPointF(x, room.center().y() + metrics.capHeight() / 2), part)
            x += metrics.horizontalAdvance(part)
        painter.restore()


class TypographyWindow(QDialog):
    """A list to choose from."""

    place_requested = Signal(int, int)
    """This stretch of the scene is to be shown."""
    said = Signal(str)
    """A sentence for the author."""

    def __init__(self, draft: Draft, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Put typography right"))
        self._draft = draft
        self._found = corrections(draft.text.units(), language)
        self.about = QLabel(self)
        self.about.setProperty("part", "small")
        self.about.setWordWrap(True)
        self.table = QTableWidget(len(self._found), 3, self)
        self.buttons = QDialogButtonBox(self)
        self.ok = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.tr("Leave it"), QDialogButtonBox.ButtonRole.RejectRole)
        self._prepare()
        self._fill()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(11)
        for part in (self.about, self.table, self.buttons):
            layout.addWidget(part)
        fit(self, 660, 460)
        self.table.itemChanged.connect(self._count)
        self.table.currentItemChanged.connect(self._show_place)
        self.buttons.accepted.connect(self._correct)
        self.buttons.rejected.connect(self.reject)
        self._count()

    def _prepare(self) -> None:
        table = self.table
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for column, name in enumerate((self.tr("In the text"), self.tr("Stands"), self.tr("Would be"))):
            heading = QTableWidgetItem(name)
            heading.setTextAlignment(Qt.AlignmentFlag.AlignCenter if column else left)
            table.setHorizontalHeaderItem(column, heading)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.windowTitle())
        table.setItemDelegateForColumn(0, _Places(table))
        self.ok.setDefault(True)

    def _fill(self) -> None:
        for row, one in enumerate(self._found):
            old, new = from_units(one.old), from_units(one.new)
            parts = _cut(one.before, -_ROUND), old, _cut(one.behind, _ROUND)
            context = QTableWidgetItem("".join(parts))
            context.setData(_PLACE, parts)
            context.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            context.setCheckState(Qt.CheckState.Checked)
            self.table.setItem(row, 0, context)
            for column, text in ((1, old), (2, new)):
                item = QTableWidgetItem(seen(text))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setFont(page_font(_TYPE))
                self.table.setItem(row, column, item)

    @property
    def chosen(self) -> list[Correction]:
        """What is to be set otherwise."""
        return [one for row, one in enumerate(self._found) if self._is_chosen(row)]

    def _is_chosen(self, row: int) -> bool:
        item = self.table.item(row, 0)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def _count(self) -> None:
        count = len(self.chosen)
        self.ok.setText(self.tr("Change %Ln place(s)", "", count))
        self.ok.setEnabled(bool(count))
        if self._found:
            self.about.setText(
                self.tr("What you take the mark from stays. The rest counts as your typing, and is one step to undo.")
            )
        else:
            self.about.setText(self.tr("Nothing in this scene would be set otherwise."))

    def _show_place(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._found):
            self.place_requested.emit(self._found[row].start, self._found[row].end)

    def _correct(self) -> None:
        wanted = len(self.chosen)
        made = correct(self._draft, self.chosen)
        self.accept()
        if made < wanted:
            self.said.emit(
                self.tr("{count} places had changed meanwhile and were left as they are.").format(
                    count=number(wanted - made)
                )
            )


def _cut(units: str, keep: int) -> str:
    """So many units of the beginning, or of the end if ``keep`` is less than nothing."""
    if len(units) <= abs(keep):
        return from_units(units)
    return from_units(units[:keep]) + "…" if keep > 0 else "…" + from_units(units[keep:])


def seen(text: str) -> str:
    """A few signs as a person can tell them apart."""
    return "".join(_SPACES.get(sign, sign) for sign in text) or _SPACES[""]
