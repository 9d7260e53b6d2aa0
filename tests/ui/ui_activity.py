"""The entries of the drawing: what happened in Ann's calendars until Sunday, 22 November 2026, 13:35."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from ui_dutch import said
from ui_fakes import ANN, BRAM, DESIGN, HOLIDAYS, MOVED, TEAM, TRAVEL, at

from c42desktop.calendar.activity import Entry
from c42desktop.calendar.model import (
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    Invitation,
    ItemRef,
    Personal,
    Reminder,
    Status,
)

SINCE = at(20, 18, 5)
BACK = at(22, 8, 47)
FREE = ("New Year’s Day", "Good Friday", "Easter Monday", "King’s Day")


def change(kind: ChangeKind, calendar: CalendarRef, event: Event, when: datetime, number: int) -> Change:
    return Change(kind, calendar, event.uid, event.summary, when.astimezone(UTC), event=event, id=number)


def entry(made: Change, *, unread: bool = False, away: bool = False) -> Entry:
    return Entry(made, made.at, unread=unread, away=SINCE.astimezone(UTC) if away else None)


def entries() -> list[Entry]:
    train = Event("train", said("Train to Utrecht"), at(22, 17, 12), at(22, 17, 50), location="Rotterdam Centraal")
    invited = Personal("needs-action", "", Invitation(BRAM))
    room = said("Room 12")
    budget = Event("budget", said("Budget 2027"), at(23, 10, 30), at(23, 11, 30), location=room, personal=invited)
    dentist = Event("dentist", said("Dentist"), at(22, 11), at(22, 12), status=Status.CANCELLED)
    retro = Event("retro", "Retro", at(23, 16), at(23, 17, 30), location=said("Room 4"), modified=at(21, 12))
    delayed = replace(
        change(ChangeKind.CHANGED, TRAVEL, train, at(22, 13, 20), 12),
        fields=(FieldChange("start", at(22, 17, 4).isoformat(), at(22, 17, 12).isoformat()),),
    )
    days = [
        Event(f"day-{number}", said(name), date(2027, 1, number), modified=at(21, 11))
        for number, name in enumerate(FREE, start=1)
    ]
    standup = Event("standup", said("Stand-up"), at(20, 9), at(20, 9, 15))
    missed = Reminder(ItemRef(TEAM, "standup"), replace(standup, start=at(20, 19), end=at(20, 20)), at(20, 18, 50), "a")
    call = Event("call", said("Call with Vera"), at(22, 14), at(22, 14, 45), location=said("Video call"))
    told = Reminder(ItemRef(ANN, "call"), call, at(22, 13, 30), "a", id=2)
    return [
        entry(replace(MOVED, at=at(22, 13, 33).astimezone(UTC), event=DESIGN, id=13), unread=True),
        Entry(told, told.due),
        entry(delayed, unread=True),
        entry(change(ChangeKind.ADDED, TEAM, budget, at(22, 12, 58), 11), unread=True),
        entry(change(ChangeKind.CANCELLED, ANN, dentist, at(22, 10, 12), 10)),
        entry(change(ChangeKind.ADDED, TEAM, retro, BACK, 9), away=True),
        *(
            entry(change(ChangeKind.ADDED, HOLIDAYS, day, BACK - timedelta(seconds=number), 8 - number), away=True)
            for number, day in enumerate(days, start=1)
        ),
        Entry(replace(missed, id=1), missed.due, missed=True),
        entry(change(ChangeKind.REMOVED, TRAVEL, train, at(19, 15, 2), 2)),
        entry(change(ChangeKind.ADDED, TRAVEL, train, at(3, 9, 20), 1)),
    ]
