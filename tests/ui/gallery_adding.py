"""Quick add, and files that go along with an event."""

from __future__ import annotations

from collections.abc import Callable

import ui_fakes as fakes
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from c42desktop.calendar.model import Attachment
from c42desktop.ui.attachments_field import AttachmentsField
from c42desktop.ui.quick_add import QuickAdd


def quick_add(line: str = "Lunch Thu 12:30 1h @Canteen #product with bram@example.org") -> QWidget:
    made = QuickAdd(lambda: fakes.NOW)
    made.set_calendars(fakes.CALENDARS[:3], fakes.ANN)
    made.line.setText(line)
    made.show()
    return made


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
    quick_add_empty,
    quick_add_series,
    quick_add_untitled,
    quick_add_fault,
    attachments,
    attachments_offline,
)
