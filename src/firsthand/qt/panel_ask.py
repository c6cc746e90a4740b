"""The upper part of the companion: what the author wishes, what for, and exactly what would be sent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from firsthand.companion import Purpose, Request
from firsthand.qt import prompts
from firsthand.qt.flow import Flow
from firsthand.qt.links import Button, LinkButton

_SENT_HEIGHT = 190


class AskCard(QFrame):
    """Shows the request that would be sent now; while one is being answered, Ask is Stop."""

    ask_requested = Signal()
    stop_requested = Signal()
    purpose_chosen = Signal(str)
    wish_changed = Signal(str)
    sent_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self._request: Request | None = None
        self._running = False
        self.wish = QLineEdit(self)
        self.chips = {purpose: self._chip(purpose) for purpose in Purpose}
        self.button = Button(self.tr("Ask"), self)
        self.small = _small(self)
        self.spark = _small(self)
        self.disclose = LinkButton("", self, quiet=True)
        self.sent = QPlainTextEdit(self)
        self._prepare()
        self._arrange()
        self._connect()
        self.show_request(None)

    def _chip(self, purpose: Purpose) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("part", "chip")
        chip.setCheckable(True)
        chip.setText(prompts.title(purpose))
        chip.setToolTip(prompts.explanation(purpose))
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleDescription(prompts.explanation(purpose))
        return chip

    def _prepare(self) -> None:
        self.wish.setPlaceholderText(self.tr("What do you want to see? (optional)"))
        self.wish.setAccessibleName(self.tr("What do you want to see? Optional"))
        self.wish.setTextMargins(-2, 0, 0, 0)  # in one line with what is under it
        self.button.setProperty("part", "main")
        self.disclose.setCheckable(True)
        self.spark.setText(self.tr("Tiny built-in model: sparks, not edits."))
        self.sent.setProperty("part", "sent")
        self.sent.setReadOnly(True)
        self.sent.setTabChangesFocus(True)
        self.sent.setFixedHeight(_SENT_HEIGHT)
        self.sent.setAccessibleName(self.tr("Exactly what is sent"))
        self.sent.hide()
        self._name_disclosure()

    def _arrange(self) -> None:
        row = Flow(6)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.add_last(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(9)
        layout.addWidget(self.wish)
        layout.addLayout(row)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(self.small)
        told.addWidget(self.spark)
        layout.addLayout(told)
        disclosure = Flow(0, outset=4)
        disclosure.addWidget(self.disclose)
        layout.addLayout(disclosure)
        layout.addWidget(self.sent)

    def _connect(self) -> None:
        self._group = QButtonGroup(self)
        for purpose, chip in self.chips.items():
            self._group.addButton(chip)
            chip.toggled.connect(lambda on, purpose=purpose: self._choose(purpose, on=on))
        self.chips[Purpose.CONTINUE].setChecked(True)
        self.wish.textChanged.connect(self.wish_changed)
        self.wish.returnPressed.connect(self.ask_requested)
        self.button.clicked.connect(self._pressed)
        self.disclose.toggled.connect(self._disclose)

    def _choose(self, purpose: Purpose, *, on: bool) -> None:
        if on:
            self.purpose_chosen.emit(str(purpose))

    def choose(self, purpose: Purpose) -> None:
        """Check the chip of a purpose."""
        self.chips[purpose].setChecked(True)

    def show_request(self, request: Request | None) -> None:
        """Show what would be sent, or that nothing can be asked here."""
        self._request = request
        self.button.setEnabled(request is not None or self._running)
        self.spark.setVisible(request is not None and request.endpoint.builtin)
        self.disclose.setVisible(request is not None)
        if request is None and not self.isEnabled():
            self.small.setText(self.tr("Nothing is asked while the manuscript is open for reading only."))
        elif request is None:
            self.small.setText(self.tr("Open a scene to ask for suggestions."))
        else:
            self.small.setText(self._said(request))
        self._show_sent()

    def show_running(self, running: bool) -> None:
        """Whether a request is being answered."""
        self._running = running
        self.button.setText(self.tr("Stop") if running else self.tr("Ask"))
        self.button.setEnabled(running or self._request is not None)
        for widget in (self.wish, *self.chips.values()):
            widget.setEnabled(not running)

    def _said(self, request: Request) -> str:
        if not request.words_sent:
            return self.tr("Put the caret after the words to go on from. Now, nothing of the scene would be sent.")
        to = self.tr("SmolLM2 on this computer") if request.endpoint.builtin else request.endpoint.name
        return self.tr("Sends %Ln word(s) from this scene to {model}", "", request.words_sent).format(model=to)

    def _pressed(self) -> None:
        if self._running:
            self.stop_requested.emit()
        else:
            self.ask_requested.emit()

    def _disclose(self, on: bool) -> None:
        self.sent.setVisible(on)
        self._name_disclosure()
        self._show_sent()
        self.sent_toggled.emit(on)

    def _name_disclosure(self) -> None:
        on = self.disclose.isChecked()
        self.disclose.setText(self.tr("Hide what is sent") if on else self.tr("See exactly what is sent"))

    def _show_sent(self) -> None:
        if self.disclose.isChecked():
            text = self._request.preview() if self._request else ""
            if text != self.sent.toPlainText():
                self.sent.setPlainText(text)


def _small(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("part", "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
