"""Draws the application's icon in the formats that Windows, macOS and the menus of Linux want."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZE = 256  # the largest an .ico holds; macOS scales it


def draw(svg: Path, target: Path, size: int = SIZE) -> str:
    """The icon `svg` as `target`, whose suffix (.ico, .icns, .png) names the format; gives that path."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise SystemExit(f"Qt cannot write {target.name} here.")
    return str(target)
