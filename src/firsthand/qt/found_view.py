"""The list of what was found, under the author's hands: rows that are taken in or left out, and gone to."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from firsthand.qt.found_model import Role
from firsthand.qt.found_paint import box_of
from firsthand.qt.guard import guarded
from firsthand.qt.viewports import meet_viewport

_CHECK = Qt.ItemDataRole.CheckStateRole


class PlacesView(QListView):
    """The list; a click on a row's box takes it in or leaves it out, and so does Space."""

    left = Signal()
    """Escape was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        meet_viewport(self)
        self.setObjectName("found")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.data(_CHECK) is not None:
            box = box_of(self.visualRect(index), heading=index.data(Role.PASSAGE) is None)
            if box.adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
                self._turn(index)
                return
        super().mousePressEvent(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().data(_CHECK) is not None:
            self._turn(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        checked = Qt.CheckState(index.data(_CHECK)) == Qt.CheckState.Checked
        self.model().setData(index, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked, _CHECK)
