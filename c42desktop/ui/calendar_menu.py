"""What a person chooses of how a calendar looks and where it stands, in its menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup, QColor, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QMenu, QWidget

from c42desktop.calendar.model import PALETTE, Calendar
from c42desktop.i18n import gettext as _
from c42desktop.ui import icons, theme
from c42desktop.ui.calendar_box import mark_on
from c42desktop.ui.calendar_list import CalendarList
from c42desktop.ui.shortcuts import DOWN_KEYS, UP_KEYS


def color_names() -> dict[str, str]:
    """What the colours of the palette are called."""
    names = (_("Teal"), _("Violet"), _("Orange"), _("Green"), _("Blue"), _("Purple"), _("Pink"), _("Grey"))
    return dict(zip(PALETTE, names, strict=True))


def add_colors(menu: QMenu, calendar: Calendar, chosen: Callable[[str], None], ask: Callable[[], None]) -> None:
    """The palette, and `ask` for another colour. What is chosen has a mark, and says so to those who do not see it."""
    colors = menu.addMenu(_("Colour"))
    group = QActionGroup(colors)
    for color, name in color_names().items():
        action = group.addAction(_swatch(color, picked=color == calendar.color.lower()), name)
        action.setCheckable(True)
        action.setChecked(color == calendar.color.lower())
        action.triggered.connect(lambda _checked=False, picked=color: chosen(picked))
        colors.addAction(action)
    colors.addSeparator()
    other = colors.addAction(_("Other…"))
    if calendar.color.lower() not in PALETTE:
        other.setIcon(_swatch(calendar.color, picked=True))
    other.triggered.connect(lambda _checked=False: ask())


def _swatch(color: str, *, picked: bool) -> QIcon:
    """A filled circle; a menu draws no mark beside an icon, so the one that is chosen has it inside."""
    size, shown = theme.px(16), theme.current().calendar_color(color)
    made = QIcon()
    for density in (1.0, 2.0, 3.0):
        drawn = QPixmap(icons.pixmap("disc", shown, size, density))
        if picked:
            painter = QPainter(drawn)
            inset, side = theme.px(4), size - 2 * theme.px(4)
            painter.drawPixmap(inset, inset, icons.pixmap("check", mark_on(shown), side, density))
            painter.end()
        made.addPixmap(drawn)
    return made


def add_moves(menu: QMenu, calendar: Calendar, calendars: CalendarList) -> None:
    """Up and down among its neighbours."""
    for words, keys, by in ((_("Move up"), UP_KEYS, -1), (_("Move down"), DOWN_KEYS, 1)):
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(keys))
        action.setEnabled(calendars.can_move(calendar.ref, by))
        action.triggered.connect(lambda _checked=False, far=by: calendars.move_by(calendar.ref, far))


def ask_color(calendar: Calendar, chosen: Callable[[str], None], parent: QWidget) -> QColorDialog:
    """Any colour; the dialog is shown, and goes by itself."""
    dialog = QColorDialog(QColor(calendar.color), parent)
    dialog.setObjectName("calendar-color")
    dialog.setWindowTitle(_("Colour"))
    for place, color in enumerate(PALETTE):
        dialog.setCustomColor(place, QColor(color))
    dialog.colorSelected.connect(lambda color: chosen(color.name()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
