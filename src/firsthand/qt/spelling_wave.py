"""The wave under a misspelled word: where it is, and what it looks like. Lengths are logical pixels."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap


def under(box: QRectF, pixels: int) -> QRectF:
    """Where the wave of a word in this box is."""
    high = _height(pixels)
    return QRectF(box.left(), box.bottom() - pixels * 0.14 - high / 2, box.width(), high)


def _height(pixels: int) -> int:
    return max(3, round(pixels / 6))


@lru_cache(maxsize=8)
def wave(pixels: int, colour: int, ratio: float) -> QPixmap:
    """One wave in this colour (as QRgb) for a screen of this ratio, to be set beside itself."""
    high, wide = _height(pixels), 2 * max(2, round(pixels / 8))
    pixmap = QPixmap(round(wide * ratio), round(high * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), max(1.0, pixels / 17)))
    low, top, half = high - 0.9, 0.9, wide / 2
    painter.drawPolyline([QPointF(x, low if n % 2 else top) for n, x in enumerate((-half, 0, half, wide, wide + half))])
    painter.end()
    return pixmap
