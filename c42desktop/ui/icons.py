"""The program's icons: one-colour SVG drawings, tinted when they are asked for, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from c42desktop import assets

_DENSITIES = (1.0, 1.5, 2.0, 3.0)
_APP_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def icon(name: str, color: str, size: int = 16) -> QIcon:
    """The drawing `name` in `color`, ready for buttons and menus."""
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(pixmap(name, color, size, density))
    return made


def app_icon(name: str = "c42desktop") -> QIcon:
    """A drawing in its own colours, in every size a desktop asks for: the program, or a state of the tray."""
    made = QIcon()
    source = _source(name)
    for size in _APP_SIZES:
        made.addPixmap(_rendered(source, size, 1.0))
    return made


def app_pixmap(name: str, size: int) -> QPixmap:
    """The same in one size, in pixels of the screen."""
    return _rendered(_source(name), size, 1.0)


def pixmap(name: str, color: str, size: int = 16, density: float = 1.0) -> QPixmap:
    """The drawing `name` in `color`, `size` wide in device-independent pixels."""
    return _rendered(_source(name).replace("currentColor", color), size, density)


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return assets.path(f"icons/{name}.svg").read_text("utf-8")


@lru_cache(maxsize=256)
def _rendered(source: str, size: int, density: float) -> QPixmap:
    pixels = round(size * density)
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(density)
    return made


def disc(color: str, size: int = 10) -> QIcon:
    """A filled circle: a colour to choose."""
    return icon("disc", color, size)
