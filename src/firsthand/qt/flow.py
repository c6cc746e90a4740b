"""A row of widgets that goes on in another line where the width does not suffice."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from firsthand.qt.guard import guarded

_NO_ITEM: QLayoutItem | None = None


class Flow(QLayout):
    """Widgets from the left; the one added last by ``add_last`` stands at the right end of its line.

    ``outset`` is how far the row reaches over its place on both sides, so that words on buttons are in line with text.
    """

    def __init__(self, spacing: int, outset: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outset = outset
        self._items: list[QLayoutItem] = []
        self._right: QWidget | None = None
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def add_last(self, widget: QWidget) -> None:
        """Add the widget that stands at the right."""
        self._right = widget
        self.addWidget(widget)

    @guarded(None)
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @guarded(0)
    def count(self) -> int:
        return len(self._items)

    @guarded(_NO_ITEM)
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @guarded(_NO_ITEM)
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @guarded(Qt.Orientation(0))
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(20)
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @guarded(None)
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @guarded(None)
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @guarded(QSize(10, 10))
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @guarded(QSize(10, 10))
    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """The height that the widgets take in this width; put there if ``move``."""
        rect = rect.adjusted(-self._outset, 0, self._outset, 0)
        y = rect.top()
        for line in self._lines(rect.width()):
            high = max(item.sizeHint().height() for item in line)
            if move:
                self._put(line, QRect(rect.left(), y, rect.width(), high))
            y += high + self.spacing()
        return max(0, y - self.spacing() - rect.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().width()
            if not lines or taken + size > width:
                lines.append([])
                taken = 0
            lines[-1].append(item)
            taken += size + self.spacing()
        return lines

    def _put(self, line: list[QLayoutItem], rect: QRect) -> None:
        left = rect.left()
        for item in line:
            size = item.sizeHint().boundedTo(rect.size())
            last = item.widget() is self._right
            x = rect.left() + rect.width() - size.width() if last else left
            item.setGeometry(QRect(QPoint(x, rect.top() + (rect.height() - size.height()) // 2), size))
            left += size.width() + self.spacing()
