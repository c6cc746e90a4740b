"""The places that were changed on two computers: both texts side by side, and the author's choice.

Nothing presses. Both texts stand in the scene until one is chosen; the window asks once, quietly, and the list stays in
the menu for as long as there is something in it.
"""

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from firsthand.desk.choosing import Open, Side
from firsthand.desk.session import Desk
from firsthand.history import Choice
from firsthand.provenance.units import from_units, to_units
from firsthand.qt.fonts import page_font
from firsthand.qt.guard import guarded
from firsthand.qt.links import Button
from firsthand.qt.style import fit
from firsthand.qt.theme import Theme
from firsthand.qt.whose import Kind, pieces, shares
from firsthand.qt.wording import kind_words, number

_TYPE, _LINE = 17, 25
_TINT = 0.16


class SideView(QFrame):
    """One of the two texts: from where it is, when that sitting began, its words, tinted, and whose they are."""

    def __init__(self, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.heading = QLabel(self)
        self.heading.setProperty("part", "heading")
        self.words = QTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.document().setDefaultFont(page_font(_TYPE))
        self.words.document().setDocumentMargin(0)
        self.whose = QLabel(self)
        self.whose.setProperty("part", "small")
        self.whose.setWordWrap(True)
        for label in (self.heading, self.whose):
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 13, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.whose)

    def show_side(self, side: Side, theme: Theme) -> None:
        """Show a text."""
        where = self.tr("On this computer") if side.here else self.tr("On another computer")
        self.heading.setText(f"{where}, {_moment(side.when)}" if side.when is not None else where)
        self.words.setAccessibleName(self.heading.text())
        found = pieces(side.spans)
        self.whose.setText(", ".join(kind_words(shares(found))))
        units = to_units(side.text)
        lead = len(units) - len(units.lstrip("\n"))
        self.words.setPlainText(from_units(units.strip("\n")))
        cursor = QTextCursor(self.words.document())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(lines)
        last = self.words.document().characterCount() - 1
        for piece in found:
            if piece.kind in _colours(theme):
                ends = [min(last, max(0, place - side.start - lead)) for place in (piece.start, piece.end)]
                cursor.setPosition(ends[0])
                cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(_tinted(theme, _colours(theme)[piece.kind]))


class TwoComputers(QDialog):
    """The places one after another."""

    chosen = Signal(object, object)
    """The author's choice: an ``Open`` place, and a ``Choice``."""
    place_requested = Signal(str, int, int)
    """A scene is to be opened and a stretch of it shown."""

    def __init__(self, desk: Desk, theme: Callable[[], Theme], parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Written on two computers"))
        self._desk = desk
        self._theme = theme
        self._found: list[Open] = []
        self._at = 0
        self.about = QLabel(self)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.title = QLabel(self)
        self.title.setProperty("part", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.where = QLabel(self)
        self.where.setProperty("part", "small")
        self.sides = (SideView(self), SideView(self))
        self.choices = {
            Choice.FIRST: self._button(self.tr("Keep the &left one")),
            Choice.SECOND: self._button(self.tr("Keep the &right one")),
            Choice.BOTH: self._button(self.tr("Keep &both")),
        }
        self.show_button = self._button(self.tr("Show in the &text"))
        self.previous_button = self._button(self.tr("&Previous"))
        self.next_button = self._button(self.tr("&Next"))
        self._arrange()
        self._connect()
        fit(self, 880, 520)
        self.refresh()
        self.choices[Choice.FIRST].setFocus()

    def _button(self, text: str) -> QPushButton:
        return Button(text, self)

    def _connect(self) -> None:
        for choice, button in self.choices.items():
            button.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
        self.show_button.clicked.connect(self._show_place)
        self.previous_button.clicked.connect(lambda: self._go(-1))
        self.next_button.clicked.connect(lambda: self._go(1))

    def _arrange(self) -> None:
        self.about.setProperty("part", "small")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.where)
        head.addWidget(self.previous_button)
        head.addWidget(self.next_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(9)
        for column, (side, choice) in enumerate(zip(self.sides, (Choice.FIRST, Choice.SECOND), strict=True)):
            grid.addWidget(side, 0, column)
            grid.addWidget(self.choices[choice], 1, column)
            grid.setColumnStretch(column, 1)
        row = QHBoxLayout()
        row.addWidget(self.choices[Choice.BOTH])
        row.addStretch(1)
        row.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(11)
        layout.addWidget(self.about)
        layout.addLayout(head)
        layout.addLayout(grid, 1)
        layout.addLayout(row)
        order = [*self.choices.values(), self.next_button, self.previous_button, self.show_button]
        for one, other in zip(order, [*order[1:], self.sides[0].words], strict=True):
            Widget.setTabOrder(one, other)

    def refresh(self) -> None:
        """Show what waits now."""
        self._found = self._desk.choosing.questions()
        self._at = max(0, min(self._at, len(self._found) - 1))
        some = bool(self._found)
        for part in (self.title, self.where, *self.sides):
            part.setVisible(some)
        self.about.setText(self._about())
        for button in (*self.choices.values(), self.show_button):
            button.setVisible(some)
        for button in self.choices.values():
            button.setEnabled(some and not self._desk.read_only)
        for button in (self.previous_button, self.next_button):
            button.setVisible(len(self._found) > 1)
        if some:
            self._show(self._found[self._at])

    def _about(self) -> str:
        if not self._found:
            return self.tr("No place waits for you: what was written on other computers is joined.")
        return self.tr(
            "This place was changed on two computers. Both texts stand in the scene until you choose, and the history "
            "keeps the one that you do not."
        )

    def _show(self, place: Open) -> None:
        self.title.setText(place.scene.title)
        at, count = number(self._at + 1), number(len(self._found))
        self.where.setText(self.tr("{at} of {count}").format(at=at, count=count) if len(self._found) > 1 else "")
        for view, side in zip(self.sides, (place.first, place.second), strict=True):
            view.show_side(side, self._theme())

    def _go(self, step: int) -> None:
        self._at = (self._at + step) % max(1, len(self._found))
        self.refresh()

    def _choose(self, choice: Choice) -> None:
        if self._found:
            focused = self.focusWidget()
            self.chosen.emit(self._found[self._at], choice)
            self.refresh()
            if not self._found:
                self.accept()
            elif focused is not None:
                focused.setFocus()

    def _show_place(self) -> None:
        if self._found:
            place = self._found[self._at]
            self.place_requested.emit(place.scene.id, place.first.start, place.second.end)

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        came_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came_back or (event.type() == QEvent.Type.PaletteChange and self.isVisible()):
            self.refresh()
        super().changeEvent(event)


def _colours(theme: Theme) -> dict[Kind, str]:
    """The colours of what the author did not type here."""
    return {
        Kind.MODEL: theme.model,
        Kind.RETYPED: theme.model,
        Kind.REVISED: theme.revised,
        Kind.ELSEWHERE: theme.pasted,
    }


def _tinted(theme: Theme, colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setBackground(theme.tint(colour, _TINT))
    style.setFontUnderline(True)
    style.setUnderlineColor(QColor(colour))
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    return style


def _moment(when: int) -> str:
    """A moment in the writer's own time zone and language."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(when), QLocale.FormatType.ShortFormat)
