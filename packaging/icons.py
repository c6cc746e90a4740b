"""Makes the icon's sizes from its drawing: ``python packaging/icons.py``.

PNG for Linux, one .ico for Windows, one .icns for macOS, in resources/icons. Both containers hold PNG pictures. Beside
them, in packaging/windows, the picture at the side of the installer's first page and its last.
"""

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent.parent / "resources" / "icons"
WINDOWS_SIDE = Path(__file__).parent / "windows" / "side.bmp"
PAPER, INK, EDGE = "#f1f0ea", "#1c1f1e", "#dedcd3"
LINUX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
MAC = {"icp4": 16, "icp5": 32, "ic11": 32, "icp6": 64, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512,
       "ic09": 512, "ic10": 1024}  # fmt: skip
"""The names that an .icns gives its pictures (some twice, for screens of double density), and their pixels."""


def png(size: int) -> bytes:
    """The icon as a PNG of so many pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(FOLDER / "firsthand.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)
    return bytes(data.data())


def ico(pictures: list[tuple[int, bytes]]) -> bytes:
    """A Windows icon of these pictures: (pixels a side, PNG)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at, entries = len(head) + 16 * len(pictures), b""
    for size, picture in pictures:
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + entries + b"".join(picture for _, picture in pictures)


def icns(pictures: list[tuple[str, bytes]]) -> bytes:
    """A macOS icon of these pictures: (name of the size, PNG)."""
    body = b"".join(name.encode() + struct.pack(">I", 8 + len(picture)) + picture for name, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def side() -> QImage:
    """The installer's picture, of the size that Windows gives it."""
    QFontDatabase.addApplicationFont(str(next((FOLDER.parent / "fonts").rglob("EBGaramond-Regular.*"))))
    image = QImage(164, 314, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / "firsthand.svg")).render(painter, QRectF(42, 58, 80, 80))
    font = QFont("EB Garamond")
    font.setPixelSize(30)
    painter.setFont(font)
    painter.setPen(QColor(INK))
    painter.drawText(QRectF(0, 154, 164, 44), Qt.AlignmentFlag.AlignCenter, "Firsthand")
    painter.fillRect(QRectF(163, 0, 1, 314), QColor(EDGE))
    painter.end()
    return image


def main() -> None:
    """Write every size."""
    application = QGuiApplication([])
    for size in LINUX:
        (FOLDER / f"firsthand-{size}.png").write_bytes(png(size))
    (FOLDER / "firsthand.ico").write_bytes(ico([(size, png(size)) for size in WINDOWS]))
    (FOLDER / "firsthand.icns").write_bytes(icns([(name, png(size)) for name, size in MAC.items()]))
    side().save(str(WINDOWS_SIDE), "BMP")
    del application


if __name__ == "__main__":
    main()
