"""Quick add, and files that go along with an event."""

from __future__ import annotations

from collections.abc import Callable

import ui_fakes as fakes
from gallery_agenda import window
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from ui_dutch import said

from c42desktop.calendar.model import Attachment
from c42desktop.ui.attachments_field import AttachmentsField
from c42desktop.ui.quick_add import QuickAdd


def quick_add(line: str = said("Lunch Thu 12:30 1h @Canteen #product with bram@example.org")) -> QWidget:
    made = QuickAdd(lambda: fakes.NOW)
    made.set_calendars(fakes.CALENDARS[:3], fakes.ANN)
    made.line.setText(line)
    made.line.setCursorPosition(0)
    made.show()
    return made


def quick_add_shown() -> QWidget:
    """As it stands in the window."""
    made = window()
    made.open_item(fakes.DESIGN_ITEM)
    made.show()
    QTest.qWait(150)
    line = quick_add()
    button = made.page.new_event
    where = button.mapTo(made, QPoint(button.width() - line.width(), button.height() + 6))
    return together(made, line, where)


def quick_add_empty() -> QWidget:
    return quick_add("")


def quick_add_series() -> QWidget:
    return quick_add("Stand-up elke maandag en woensdag 9:30 15 min")


def quick_add_untitled() -> QWidget:
    return quick_add("morgen 14u30")


def quick_add_fault() -> QWidget:
    made = quick_add()
    made.show_fault("You may not write to this calendar. Ask its owner.")  # type: ignore[attr-defined]
    return made


def attachments() -> QWidget:
    field = AttachmentsField()
    field.set_attachments(
        [
            Attachment("https://files.example.org/7f/Agenda.pdf", "Agenda.pdf", "application/pdf", 86_000),
            Attachment(
                "https://files.example.org/8a/room.jpg", "Room 4, " + "seen from the door " * 4, "image/jpeg", 1_240_000
            ),
        ]
    )
    field.show_progress(field.begin("Floor plan of the whole building.zip"), 3_100_000, 9_200_000)
    field.begin("Minutes.odt")
    field.fail(field.begin("Film.mkv"), "“Film.mkv” is too large: upload.example.org takes files of up to 10 MB.")
    return _framed(field)


def attachments_offline() -> QWidget:
    field = AttachmentsField()
    field.set_obstacle("You are offline. Files can be attached once you are connected.")
    return _framed(field)


def together(window: QWidget, popup: QWidget, where: QPoint) -> QWidget:
    """A picture of both: a grabbed window is without what stands over it."""
    QTest.qWait(150)
    whole = window.grab()
    painter = QPainter(whole)
    painter.drawPixmap(where, popup.grab())
    painter.end()
    shown = QLabel()
    shown.setPixmap(whole)
    shown.setFixedSize(whole.deviceIndependentSize().toSize())
    for each in (window, popup):
        each.hide()
    shown.show()
    return shown


def _framed(field: QWidget) -> QWidget:
    frame = QFrame()
    frame.setProperty("look", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 20, 20, 20)
    column.addWidget(field)
    frame.resize(360, 300)
    frame.show()
    frame.resize(360, frame.heightForWidth(360))
    return frame


SCENES: tuple[Callable[[], QWidget], ...] = (
    quick_add,
    quick_add_shown,
    quick_add_empty,
    quick_add_series,
    quick_add_untitled,
    quick_add_fault,
    attachments,
    attachments_offline,
)
