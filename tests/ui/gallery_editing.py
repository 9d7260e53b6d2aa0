"""The scenes of the gallery in which events are edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import ui_editing as editing
from PySide6.QtWidgets import QMenu, QWidget
from ui_fakes import CALENDARS, DESIGN, DESIGN_ITEM, MOVED, NOW, PEOPLE, PRESENCES, at, occurrence

from c42desktop.calendar.model import Reminder
from c42desktop.ui.conflict_dialog import ConflictDialog
from c42desktop.ui.details import Details, Shown
from c42desktop.ui.event_editor import EventEditor
from c42desktop.ui.event_menu import Rights
from c42desktop.ui.inputs import DateInput
from c42desktop.ui.source_dialog import SourceDialog
from c42desktop.ui.span_question import delete_question, save_question, spans_for


def editor_new() -> QWidget:
    made = EventEditor(editing.new_editable())
    made.show()
    return made


def editor_recurring() -> QWidget:
    made = EventEditor(editing.editable(replace(DESIGN, rrules=("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;COUNT=12",))))
    made.show()
    return made


def editor_kept() -> QWidget:
    made = EventEditor(editing.editable(replace(DESIGN, rrules=("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",))))
    made.show()
    return made


def editor_zone() -> QWidget:
    from zoneinfo import ZoneInfo

    there = ZoneInfo("Asia/Singapore")
    event = replace(editing.RETRO, start=at(23, 16).astimezone(there), end=at(23, 17).astimezone(there))
    made = EventEditor(editing.editable(event))
    made.show()
    return made


def editor_calendar() -> QWidget:
    made = EventEditor(editing.new_editable())
    made.show()
    picker = made.findChildren(DateInput)[0].calendarWidget()
    picker.setProperty("keep", made)
    picker.show()
    picker.resize(picker.sizeHint())
    return picker


def editor_faults() -> QWidget:
    made = EventEditor(editing.editable(replace(editing.RETRO, summary="", start=at(23, 18), url="x"), new=True))
    made.show()
    for field, words in (
        ("title", "Give the event a title."),
        ("end", "The end is before the start."),
        ("link", "Write the whole address, such as https://example.org/room."),
        ("", "“Product team” takes no events from you: you may only read it."),
    ):
        made.show_fault(words, field)
    return made


def editor_phone() -> QWidget:
    made = editor_recurring()
    made._fit = lambda: None  # type: ignore[attr-defined]  # as on a screen of that width
    made.setFixedSize(360, 640)
    return made


def span_question() -> QWidget:
    made = save_question(DESIGN, spans_for(DESIGN))
    made.show()
    return made


def delete_one() -> QWidget:
    made = delete_question(replace(editing.RETRO, organizer=PEOPLE[1], attendees=PEOPLE), editing.RETRO_ITEM.calendar)
    made.show()
    return made


def conflict() -> QWidget:
    made = ConflictDialog(editing.CONFLICT, NOW)
    made.show()
    return made


def conflict_deleted() -> QWidget:
    made = ConflictDialog(editing.GONE, NOW)
    made.show()
    return made


def source() -> QWidget:
    made = SourceDialog("Retro", editing.SOURCE)
    made.show()
    return made


def _details(rights: Rights, *waiting: Reminder) -> Details:
    made = Details(NOW, find_presence=lambda _account, address: PRESENCES.get(address))
    made.show_event(Shown(DESIGN_ITEM, DESIGN, occurrence(DESIGN), CALENDARS[0], MOVED, waiting=waiting, rights=rights))
    made.resize(316, 740)
    made.show()
    return made


def details_unsent() -> QWidget:
    return _details(Rights(may_write=True, unsent=True), Reminder(DESIGN_ITEM, DESIGN, NOW, "10m"))


def details_disputed() -> QWidget:
    return _details(Rights(may_write=False, why="You may only read this calendar.", disputed=True))


def details_more() -> QWidget:
    made = _details(Rights(may_write=True, targets=lambda: CALENDARS[:3]))
    menu = made.findChild(QMenu, "details-more-actions-menu")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu.popup(made.mapToGlobal(made.rect().center()))
    menu.setProperty("keep", made)
    return menu


SCENES: tuple[Callable[[], QWidget], ...] = (
    editor_new,
    editor_recurring,
    editor_kept,
    editor_zone,
    editor_calendar,
    editor_faults,
    editor_phone,
    span_question,
    delete_one,
    conflict,
    conflict_deleted,
    source,
    details_unsent,
    details_disputed,
    details_more,
)
