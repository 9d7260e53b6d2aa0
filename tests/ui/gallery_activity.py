"""What changed, and the numbers of what is unread."""

from __future__ import annotations

from collections.abc import Callable

import ui_activity
import ui_fakes as fakes
from gallery_agenda import window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from c42desktop.calendar.activity import Filter
from c42desktop.ui import badge
from c42desktop.ui.activity_model import ROW
from c42desktop.ui.activity_rows import Kind
from c42desktop.ui.details import Shown


def activity() -> QWidget:
    made = window()
    made.set_unread({fakes.TEAM: 2, fakes.TRAVEL: 1})
    made.activity.model.reset(ui_activity.entries())
    made.show()
    made.page.show_activity()
    view = made.activity.view
    view.setCurrentIndex(made.activity.model.index(1))
    design = fakes.occurrence(fakes.DESIGN)
    made.show_details(Shown(fakes.DESIGN_ITEM, fakes.DESIGN, design, fakes.CALENDARS[0], fakes.MOVED))
    return made


def activity_filtered() -> QWidget:
    made = activity()
    made.activity.set_filter(Filter(fakes.TEAM, unread=True))  # type: ignore[attr-defined]
    made.activity.model.reset(ui_activity.entries()[:1])  # type: ignore[attr-defined]
    return made


def activity_unfolded() -> QWidget:
    made = activity()
    model = made.activity.model  # type: ignore[attr-defined]
    rows = [model.index(place).data(ROW) for place in range(model.rowCount())]
    model.unfold(next(row.key for row in rows if row.kind is Kind.SEVERAL))
    return made


def activity_empty() -> QWidget:
    made = window()
    made.show()
    made.page.show_activity()
    return made


def activity_phone() -> QWidget:
    made = activity()
    made.resize(360, 640)
    return made


def activity_right_to_left() -> QWidget:
    made = activity()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def unread_phone() -> QWidget:
    made = window()
    made.set_unread({fakes.TEAM: 120})
    made.resize(360, 640)
    made.show()
    return made


def tray_badges() -> QWidget:
    """Every size on a light and on a dark tray, as they are and three times as large."""
    sheet = QWidget()
    sheet.setFixedSize(1320, 420)
    column = QVBoxLayout(sheet)
    for color in ("#f0f0f0", "#202024"):
        for factor in (1, 3):
            strip = QFrame()
            strip.setStyleSheet(f"background: {color}")
            row = QHBoxLayout(strip)
            for size in (16, 22, 24):
                for count in (0, 1, 3, 8, 12):
                    shown = QLabel()
                    drawing = badge.counted("tray-online", count).pixmap(size, size)
                    shown.setPixmap(drawing.scaled(size * factor, size * factor) if factor > 1 else drawing)
                    row.addWidget(shown)
            column.addWidget(strip)
    sheet.show()
    return sheet


SCENES: tuple[Callable[[], QWidget], ...] = (
    activity,
    activity_filtered,
    activity_unfolded,
    activity_empty,
    activity_phone,
    activity_right_to_left,
    unread_phone,
    tray_badges,
)
