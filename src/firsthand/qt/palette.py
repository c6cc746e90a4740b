"""Every action of the window, found by a few letters and done with Enter: the command palette.

Knows the table of the menus and the actions made of it, and nothing of what they do.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from firsthand.qt.actions import MENUS, Actions, Menu, Spec, plain, translated
from firsthand.qt.guard import guarded
from firsthand.qt.other_names import other_names
from firsthand.qt.style import interface_font, sizes

_WIDE, _HIGH = 560, 420
_NAME = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1
_KEYS = Qt.ItemDataRole.UserRole + 2
_SIDE = 10
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Command(Struct, frozen=True):
    """An action as it is looked for: its words, those of the menus it is in, and other names it is known by."""

    name: str
    words: str
    place: str
    also: str = ""

    def rank(self, looked_for: str) -> tuple[int, int] | None:
        """How well it fits, the least best; None if a word of it stands neither in its own nor in its menu's."""
        wanted = looked_for.casefold().split()
        here, around = self.words.casefold(), f"{self.place} {self.also}".casefold()
        if not all(word in here or word in around for word in wanted):
            return None
        begins = sum(any(own.startswith(word) for own in here.split()) for word in wanted)
        return -begins, 0 if here.startswith(looked_for.casefold().strip()) else 1


def commands_of(actions: Actions) -> Iterator[Command]:
    """Every action of the menus, in their order."""

    def walk(menu: Menu, place: str) -> Iterator[Command]:
        place = f"{place} › {plain(translated(menu.text))}" if place else plain(translated(menu.text))
        for item in menu.items:
            if isinstance(item, Menu):
                yield from walk(item, place)
            elif item is not None:
                yield Command(item.name, plain(actions[item.name].text()), place, other_names(item.name))

    for menu in MENUS:
        yield from walk(menu, "")


def commands_now(actions: Actions) -> Iterator[tuple[Command, QAction]]:
    """Every action of the menus, with those in menus that are filled only when they are opened, as they are now."""
    for command in commands_of(actions):
        yield command, actions[command.name]
    for menu, place in _filled(MENUS, ""):
        shown = actions.menus[menu.name]
        shown.aboutToShow.emit()
        for number, action in enumerate(shown.actions()):
            if not action.isSeparator():
                yield Command(f"{menu.name} {number}", plain(action.text()), place), action


def _filled(menus: Iterable[Spec | Menu | None], place: str) -> Iterator[tuple[Menu, str]]:
    """The menus without actions of their own, and where they are."""
    for menu in menus:
        if isinstance(menu, Menu):
            inside = f"{place} › {plain(translated(menu.text))}".removeprefix(" › ")
            if menu.items:
                yield from _filled(menu.items, inside)
            else:
                yield menu, inside


class _Rows(QStyledItemDelegate):
    """Draws an action, its menu and its keys in one line."""

    @guarded(QSize(100, 30))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, QFontMetrics(interface_font(sizes().base)).height() + 12)

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        colours = option.palette
        quiet = colours.color(colours.ColorRole.PlaceholderText)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(colours.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 5, 5)
            quiet = colours.color(colours.ColorRole.Text)
        ink = colours.color(colours.ColorRole.Text) if option.state & QStyle.StateFlag.State_Enabled else quiet
        self._line(painter, rect.adjusted(_SIDE, 0, -_SIDE, 0), index, (ink, quiet))
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        room: QRect,
        index: QModelIndex | QPersistentModelIndex,
        colours: tuple[QColor, QColor],
    ) -> None:
        base, small = interface_font(sizes().base), interface_font(sizes().small)
        at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words, place, keys = (str(index.data(role) or "") for role in (Qt.ItemDataRole.DisplayRole, _PLACE, _KEYS))
        painter.setFont(small)
        painter.setPen(colours[1])
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
        taken = QFontMetrics(small).horizontalAdvance(keys) + 14
        left = room.adjusted(0, 0, -taken, 0)
        painter.setFont(base)
        painter.setPen(colours[0])
        shown = QFontMetrics(base).elidedText(words, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, at, shown)
        behind = left.adjusted(QFontMetrics(base).horizontalAdvance(shown) + 12, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(colours[1])
        painter.drawText(behind, at, QFontMetrics(small).elidedText(place, Qt.TextElideMode.ElideRight, behind.width()))


class Palette(QDialog):
    """A line to type in and the actions that fit it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Commands"))
        self._commands = list(commands_now(actions))
        self._listed: list[QAction] = []
        self.seek = QLineEdit(self)
        self.seek.setPlaceholderText(self.tr("What do you want to do?"))
        self.seek.setAccessibleName(self.windowTitle())
        self.seek.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("commands")
        self.list.setItemDelegate(_Rows(self))
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.seek)
        layout.addWidget(self.list)
        self.seek.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._do)
        self._place(parent)
        self._fill("")

    def _place(self, parent: QWidget) -> None:
        self._highest = min(_HIGH, parent.height() - 80)
        self.resize(min(_WIDE, parent.width() - 40), self._highest)
        self.move(parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, 56)))

    def _fill(self, looked_for: str) -> None:
        """List what fits, the best first; what cannot be done now stands last and is pale."""
        ranked = [(command.rank(looked_for), n) for n, (command, _) in enumerate(self._commands)]
        found = [(not self._commands[n][1].isEnabled(), rank, n) for rank, n in ranked if rank is not None]
        found.sort()
        self.list.clear()
        self._listed = [self._commands[n][1] for _, _, n in found]
        for _, _, n in found:
            self.list.addItem(self._item(*self._commands[n]))
        if not found:
            self.list.addItem(self._none())
        self.list.setCurrentRow(0)
        rows = max(1, len(found)) * (QFontMetrics(interface_font(sizes().base)).height() + 12)
        self.resize(self.width(), min(self._highest, rows + self.seek.sizeHint().height() + 34))

    def _none(self) -> QListWidgetItem:
        item = QListWidgetItem(self.tr("No command has these words."))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    def _item(self, command: Command, action: QAction) -> QListWidgetItem:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        item = QListWidgetItem(("✓ " if action.isChecked() else "") + command.words)
        item.setData(_NAME, command.name)
        item.setData(_PLACE, command.place)
        item.setData(_KEYS, keys)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{command.words}, {command.place}, {keys}")
        if not action.isEnabled():
            item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        return item

    def _do(self, item: QListWidgetItem | None) -> None:
        """Put the palette away and do the action, which may need the focus where it was."""
        row = self.list.row(item) if item is not None else -1
        action = self._listed[row] if 0 <= row < len(self._listed) else None
        if action is None or not action.isEnabled():
            return
        self.accept()
        QTimer.singleShot(0, action.trigger)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
