"""The number of unread changes on the tray icon: digits of our own, pixel by pixel, readable at 16 px."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from c42desktop.ui import icons

SIZES = (16, 22, 24, 32, 44, 48, 64)
MOST = 9
FILL, TEXT = "#d92d20", "#ffffff"  # on a light tray and on a dark one
_DIGITS = {
    "1": (".#", "##", ".#", ".#", ".#"),
    "2": ("###", "..#", "###", "#..", "###"),
    "3": ("###", "..#", ".##", "..#", "###"),
    "4": ("#.#", "#.#", "###", "..#", "..#"),
    "5": ("###", "#..", "###", "..#", "###"),
    "6": ("###", "#..", "###", "#.#", "###"),
    "7": ("###", "..#", ".#.", ".#.", ".#."),
    "8": ("###", "#.#", "###", "#.#", "###"),
    "9": ("###", "#.#", "###", "..#", "###"),
    "+": ("...", ".#.", "###", ".#.", "..."),
}


@lru_cache(maxsize=64)
def counted(name: str, count: int) -> QIcon:
    """The drawing `name` with a number in its corner, in every size a tray asks for; without one where it is 0."""
    if not count:
        return icons.app_icon(name)
    return _counted(name, str(count) if count <= MOST else f"{MOST}+")


@lru_cache(maxsize=64)
def _counted(name: str, words: str) -> QIcon:
    made = QIcon()
    for size in SIZES:
        drawing = QPixmap(icons.app_pixmap(name, size))
        _draw(drawing, size, words)
        made.addPixmap(drawing)
    return made


def _draw(drawing: QPixmap, size: int, words: str) -> None:
    """A pill at the bottom right, with a gap around it, so that it stands out from any drawing and any tray."""
    unit = max(1, size // 16)  # one pixel of a digit
    digits = [_DIGITS[sign] for sign in words]
    wide = sum(len(digit[0]) for digit in digits) + len(digits) - 1
    width, height = max(wide + 4, 9) * unit, 9 * unit
    box = QRect(size - width, size - height, width, height)
    painter = QPainter(drawing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setBrush(QColor(0, 0, 0))
    gap = box.adjusted(-unit, -unit, unit, unit)
    painter.drawRoundedRect(gap, gap.height() / 2, gap.height() / 2)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(QColor(FILL))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    left = box.left() + (width - wide * unit) // 2
    for digit in digits:
        _draw_digit(painter, digit, left, box.top() + 2 * unit, unit)
        left += (len(digit[0]) + 1) * unit
    painter.end()


def _draw_digit(painter: QPainter, digit: tuple[str, ...], left: int, top: int, unit: int) -> None:
    for row, line in enumerate(digit):
        for column, dot in enumerate(line):
            if dot == "#":
                painter.fillRect(left + column * unit, top + row * unit, unit, unit, QColor(TEXT))
