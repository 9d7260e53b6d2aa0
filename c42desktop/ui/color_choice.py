"""One of the colours that calendars have."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from c42desktop.calendar.model import PALETTE
from c42desktop.i18n import gettext as _
from c42desktop.ui import icons, theme
from c42desktop.ui.widgets import label

_SIDE = 26


class _Swatch(QRadioButton):
    """A colour; the one that is chosen has a tick, the one with the keyboard a ring."""

    def __init__(self, color: str, name: str) -> None:
        super().__init__()
        self.color = color
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A circle and room for the ring."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def hitButton(self, _pos: object) -> bool:  # noqa: N802
        """All of it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The circle."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_SIDE)
        if self.hasFocus():
            painter.setPen(QColor(colors.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(1, 1, side - 2, side - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.calendar_color(self.color)))
        gap = theme.px(3)
        painter.drawEllipse(gap, gap, side - 2 * gap, side - 2 * gap)
        if self.isChecked():
            size = theme.px(12)
            mark = icons.pixmap("check", "#ffffff", size, self.devicePixelRatioF())
            painter.drawPixmap((side - size) // 2, (side - size) // 2, mark)
        painter.end()


class ColorChoice(QWidget):
    """The palette in a row; the arrow keys go from one to the next."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("calendar-color")
        self._group = QButtonGroup(self)
        names = (_("Teal"), _("Violet"), _("Orange"), _("Green"), _("Blue"), _("Magenta"), _("Crimson"), _("Grey"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for color, name in zip(PALETTE, names, strict=True):
            swatch = _Swatch(color, name)
            self._group.addButton(swatch)
            row.addWidget(swatch)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(label(title, "label"))
        column.addLayout(row)
        self.set_value(PALETTE[0])

    def value(self) -> str:
        """The colour that is chosen, as "#rrggbb"."""
        chosen = self._group.checkedButton()
        assert isinstance(chosen, _Swatch)
        return chosen.color

    def set_value(self, color: str) -> None:
        """Choose; one that is not in the palette is the first."""
        swatches = [each for each in self._group.buttons() if isinstance(each, _Swatch)]
        next((each for each in swatches if each.color == color), swatches[0]).setChecked(True)
