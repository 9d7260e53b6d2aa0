"""Every kind of item, in the list and in the details."""

from __future__ import annotations

from collections.abc import Callable

import ui_fakes as fakes
import ui_kinds
from gallery_agenda import window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from c42desktop.calendar.model import Event
from c42desktop.ui.details import Details, Shown


def kinds() -> QWidget:
    made = window(ui_kinds.kinds())
    made.resize(1120, 1180)
    made.open_item(fakes.item("travel", "train"))
    return made


def kinds_phone() -> QWidget:
    made = window(ui_kinds.kinds())
    made.resize(400, 1180)
    made.show()
    return made


def kinds_right_to_left() -> QWidget:
    made = kinds()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def details(node: str, item_id: str) -> Details:
    """The panel alone, high enough for all of it."""
    made = window(ui_kinds.kinds())
    made.open_item(fakes.item(node, item_id))
    shown = made.details.shown()
    panel = Details(fakes.NOW)
    panel.resize(316, 900)
    panel.show_event(shown)
    made.hide()
    panel.show()
    return panel


def details_of(event: Event) -> QWidget:
    """The panel with an event that is in no list."""
    panel = Details(fakes.NOW)
    panel.resize(316, 900)
    shown = fakes.occurrence(event) if event.start is not None else None
    panel.show_event(Shown(fakes.item("ann", event.uid), event, shown, fakes.CALENDARS[1]))
    panel.show()
    return panel


def details_missed() -> QWidget:
    return details_of(ui_kinds.MISSED)


def details_no_way() -> QWidget:
    return details_of(ui_kinds.NO_WAY)


def details_block() -> QWidget:
    return details_of(ui_kinds.BLOCK)


def details_suggestion() -> QWidget:
    return details_of(ui_kinds.SUGGESTION)


def details_trip() -> QWidget:
    return details("travel", "train")


def details_full() -> QWidget:
    return details("team", "workshop")


def details_invitation() -> QWidget:
    return details("team", "budget")


def details_todo() -> QWidget:
    return details("ann", "send-the-report")


def details_route() -> QWidget:
    return details("travel", "route")


SCENES: tuple[Callable[[], QWidget], ...] = (
    kinds,
    kinds_phone,
    kinds_right_to_left,
    details_missed,
    details_no_way,
    details_block,
    details_suggestion,
    details_trip,
    details_full,
    details_invitation,
    details_todo,
    details_route,
)
