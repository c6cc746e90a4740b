"""How the places found in all scenes are drawn: headings, and each place in two lines of its words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from firsthand.provenance.units import length
from firsthand.qt.found_model import Passage, Role
from firsthand.qt.guard import guarded
from firsthand.qt.style import interface_font, readable, sizes
from firsthand.qt.theme import LIGHT, Theme
from firsthand.qt.wording import number

AnyIndex = QModelIndex | QPersistentModelIndex
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_SIDE, _BOX = 10, 15


class FoundDelegate(QStyledItemDelegate):
    """Draws headings, and places in two lines of their words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    @guarded(QSize(100, 40))
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(60, 2 * QFontMetrics(interface_font(sizes().base)).lineSpacing() + 12)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        passage, checked = index.data(Role.PASSAGE), index.data(Qt.ItemDataRole.CheckStateRole)
        if isinstance(passage, Passage) or option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ground(painter, rect, option.state)
        inside = rect.adjusted(_SIDE, 6, -_SIDE, -4)
        if checked is not None:
            self._paint_box(painter, box_of(rect, heading=passage is None), Qt.CheckState(checked))
            inside.setLeft(inside.left() + _BOX + 8)
        if isinstance(passage, Passage):
            self._paint_passage(
                painter, inside, passage, left_out=checked is not None and Qt.CheckState(checked) != _CHECKED
            )
        else:
            self._paint_heading(painter, inside, str(index.data()), index.data(Role.COUNT))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str, count: int) -> None:
        font = interface_font(sizes().small, strong=True)
        painter.setFont(font)
        painter.setPen(readable(self.theme))
        right = number(count)
        width = QFontMetrics(font).horizontalAdvance(right)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, right)
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, rect.width() - width - 8)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, shown)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        focused, selected = bool(state & QStyle.StateFlag.State_HasFocus), bool(state & QStyle.StateFlag.State_Selected)
        if not (focused or selected or state & QStyle.StateFlag.State_MouseOver):
            return
        theme = self.theme
        painter.setBrush(QColor(theme.paper) if selected else theme.tint(theme.line, 0.6))
        painter.setPen(QPen(QColor(theme.accent if focused else theme.line), 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_box(self, painter: QPainter, box: QRect, checked: Qt.CheckState) -> None:
        theme = self.theme
        painter.setPen(QPen(QColor(theme.muted if checked == _UNCHECKED else theme.accent), 1))
        painter.setBrush(QColor(theme.accent) if checked == _CHECKED else QColor(theme.paper))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        x, y = box.left(), box.top()
        if checked == _CHECKED:
            painter.setPen(QPen(QColor(theme.paper), 1.8))
            painter.drawPolyline([QPoint(x + dx, y + dy) for dx, dy in ((3, 7), (6, 10), (11, 4))])
        elif checked != _UNCHECKED:
            painter.fillRect(QRectF(x + 4, y + 6.5, _BOX - 8, 2), QColor(theme.accent))

    def _paint_passage(self, painter: QPainter, rect: QRect, passage: Passage, *, left_out: bool) -> None:
        new = "" if passage.new is None or left_out else passage.new
        old = passage.old.replace("\n", "¶")
        text = passage.before + old + new.replace("\n", "¶") + passage.after
        layout = QTextLayout(text, interface_font(sizes().base))
        start = length(passage.before)
        looks = [_look(start, length(old), self._old_look(struck=passage.new is not None and not left_out))]
        if new:
            looks.append(_look(start + length(old), length(new), self._new_look()))
        layout.setFormats(looks)
        layout.beginLayout()
        y = 0.0
        for _ in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(rect.width())
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        painter.setPen(readable(self.theme))
        layout.draw(painter, rect.topLeft().toPointF())

    def _old_look(self, *, struck: bool) -> QTextCharFormat:
        look = QTextCharFormat()
        if struck:
            look.setFontStrikeOut(True)
            look.setForeground(readable(self.theme))
        else:
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setForeground(QColor(self.theme.ink))
        return look

    def _new_look(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(QColor(self.theme.accent))
        return look


def box_of(rect: QRect, *, heading: bool) -> QRect:
    """Where the box of a row stands that takes it in or leaves it out."""
    return QRect(rect.left() + _SIDE, rect.bottom() - _BOX - 4 if heading else rect.top() + 8, _BOX, _BOX)


def _look(start: int, units: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length, one.format = start, units, look
    return one
