"""Paper and ink of one's own in the window of settings: two colours, and how well the one reads on the other."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QWidget

from firsthand.desk.settings import Appearance
from firsthand.qt.own_theme import READS, SEEN
from firsthand.qt.settings import Settings
from firsthand.qt.settings_fields import Fields
from firsthand.qt.theme import LIGHT, contrast

_GAP = 7
_SWATCH = QSize(34 + _GAP, 18)
"""Pixels: what is free between the colour and the words beside it, and the whole."""


class OwnColours(QObject):
    """The fields of paper and ink. To choose one is to wear both."""

    def __init__(self, fields: Fields, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self.paper, self.ink = fields.buttons(
            (self.tr("&Paper…"), partial(self._choose, "paper")), (self.tr("In&k…"), partial(self._choose, "ink"))
        )
        self.about = fields.about("")
        fields.follow(self._show)

    def _colours(self) -> tuple[QColor, QColor]:
        view = self._settings.choices.view
        return QColor(view.paper or LIGHT.paper), QColor(view.ink or LIGHT.ink)

    def _choose(self, which: str) -> None:
        """Have a colour chosen; the page wears it while one looks for it, and as before if one thinks better of it."""
        view = self._settings.choices.view
        now = dict(zip(("paper", "ink"), self._colours(), strict=True))[which]
        dialog = QColorDialog(now, self._window)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setWindowTitle(self.tr("Paper") if which == "paper" else self.tr("Ink"))
        dialog.currentColorChanged.connect(partial(self._wear, which))
        dialog.rejected.connect(
            partial(self._settings.choose, "view", appearance=view.appearance, paper=view.paper, ink=view.ink)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _wear(self, which: str, colour: QColor) -> None:
        self._settings.choose("view", **{"appearance": Appearance.OWN, which: colour.name()})

    def _show(self) -> None:
        paper, ink = self._colours()
        for button, colour, name in ((self.paper, paper, self.tr("Paper")), (self.ink, ink, self.tr("Ink"))):
            button.setIcon(_swatch(colour, QColor(LIGHT.muted)))
            button.setIconSize(_SWATCH)
            button.setAccessibleName(f"{name}: {colour.name()}")
            button.setToolTip(colour.name())
        ratio = contrast(paper, ink)
        self.about.setText(said_of(ratio))


def said_of(ratio: float) -> str:
    """What is said of ink on paper that stand out from each other by a ratio of 1 to 21."""
    number = QLocale().toString(ratio, "f", 1)
    if ratio < SEEN:
        return QCoreApplication.translate(
            "OwnColours",
            "This ink can hardly be seen on this paper: they differ by {ratio} to 1. So it is worn at 3 to 1; "
            "choose a paler paper or a darker ink, or the other way round.",
        ).format(ratio=number)
    if ratio < READS:
        return QCoreApplication.translate(
            "OwnColours",
            "This ink is hard to read on this paper: they differ by {ratio} to 1, and {least} to 1 is the least that "
            "eyes are at ease with. Choose a paler paper or a darker ink, or the other way round.",
        ).format(ratio=number, least=QLocale().toString(READS, "f", 1))
    return QCoreApplication.translate("OwnColours", "Ink and paper differ by {ratio} to 1, which reads well.").format(
        ratio=number
    )


def _swatch(colour: QColor, edge: QColor) -> QIcon:
    picture = QPixmap(_SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    shown = picture.rect().adjusted(0, 0, -_GAP, 0)
    painter.fillRect(shown, edge)
    painter.fillRect(shown.adjusted(1, 1, -1, -1), colour)
    painter.end()
    return QIcon(picture)
