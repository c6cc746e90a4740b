"""Small questions of the binder: a name, and a label with its colour."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QInputDialog, QLineEdit, QWidget

from firsthand.manuscript import COLOURS
from firsthand.qt.theme import LIGHT, Theme
from firsthand.qt.wording import colour_word

_SIZE, _NAME, _WIDE = 14, 220, 420


def ask_for(
    parent: QWidget, title: str, question: str, done: str, answered: Callable[[str], object], *, now: str = ""
) -> None:
    """Ask for a few words, which are ``now`` so far; ``answered`` is called with them, if there are any.

    ``done`` stands on the button that takes them.
    """
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setOkButtonText(done)
    dialog.setTextValue(now)
    dialog.sizeHint()  # which makes what is in it
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    take = buttons.button(QDialogButtonBox.StandardButton.Ok)
    take.setEnabled(bool(now.strip()))
    dialog.textValueChanged.connect(lambda text: take.setEnabled(bool(text.strip())))
    if (layout := dialog.layout()) is not None:
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(9)
    dialog.resize(_WIDE, dialog.sizeHint().height())
    dialog.textValueSelected.connect(lambda text: answered(" ".join(text.split())) if text.strip() else None)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def swatch(colour: QColor) -> QIcon:
    """A dot of a label's colour."""
    picture = QPixmap(_SIZE * 2, _SIZE * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(3, 3, _SIZE - 6, _SIZE - 6))
    painter.end()
    return QIcon(picture)


class LabelDialog(QDialog):
    """Asks for a label's name and colour."""

    wanted = Signal(str, str)
    """The name of a label, and the name of its colour."""

    def __init__(self, theme: Theme | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New label"))
        self.name = QLineEdit(self)
        self.colour = QComboBox(self)
        for colour in COLOURS[1:] + COLOURS[:1]:
            self.colour.addItem(swatch((theme or LIGHT).label(colour)), colour_word(colour), colour)
        buttons = QDialogButtonBox(self)
        self._ok = buttons.addButton(self.tr("Add the label"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._ok.setEnabled(False)
        form = QFormLayout(self)
        form.setContentsMargins(20, 20, 20, 16)
        form.setSpacing(12)
        self.name.setMinimumWidth(_NAME)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Colour"), self.colour)
        form.addRow(buttons)
        self.name.textChanged.connect(lambda text: self._ok.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)

    def _accept(self) -> None:
        self.wanted.emit(" ".join(self.name.text().split()), str(self.colour.currentData()))
        self.accept()
