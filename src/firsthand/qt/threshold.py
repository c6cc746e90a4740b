"""What stands in the page's place while no manuscript is open: one calm sentence, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Threshold(QWidget):
    """A sentence and two buttons."""

    open_requested = Signal()
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("threshold")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setMaximumWidth(520)
        self.open_button = QPushButton(self.tr("Open another…"), self)
        self.new_button = QPushButton(self.tr("New manuscript…"), self)
        self.open_button.clicked.connect(self.open_requested)
        self.new_button.clicked.connect(self.new_requested)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.open_button)
        row.addWidget(self.new_button)
        row.addStretch()
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self.text, 8)
        centred.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(22)
        layout.addStretch(2)
        layout.addLayout(centred)
        layout.addLayout(row)
        layout.addStretch(3)

    def say(self, sentence: str, *, choices: bool = True) -> None:
        """Show a sentence, with the buttons or without."""
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        for button in (self.open_button, self.new_button):
            button.setVisible(choices)
