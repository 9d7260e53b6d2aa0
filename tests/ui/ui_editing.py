"""What the dialogs of editing show in tests and in the gallery."""

from __future__ import annotations

from dataclasses import replace

from ui_dutch import said
from ui_fakes import ANN, CALENDARS, DESIGN, NOW, TEAM, at

from c42desktop.calendar.edits import Conflict, Edit, FieldConflict
from c42desktop.calendar.model import CalendarRef, Defaults, Event, ItemRef
from c42desktop.ui.event_draft import new_event
from c42desktop.ui.event_editor import Editable

ZONE = "Europe/Amsterdam"
RETRO = Event("retro", "Retro", at(23, 16), at(23, 17, 30), location=said("Room 4"), timezone=ZONE)
RETRO_ITEM = ItemRef(TEAM, "retro")
THEIRS = replace(RETRO, summary=said("Retrospective"), start=at(23, 17), end=at(23, 18), location=said("Room 12"))
MINE = replace(RETRO, start=at(23, 15), end=at(23, 16, 30), location=said("Room 3"))
CONFLICT = Conflict(
    Edit(RETRO_ITEM, (RETRO,), (MINE,), 1),
    (THEIRS,),
    (
        FieldConflict(
            "time",
            "2026-11-23T16:00:00+01:00/2026-11-23T17:30:00+01:00",
            "2026-11-23T15:00:00+01:00/2026-11-23T16:30:00+01:00",
            "2026-11-23T17:00:00+01:00/2026-11-23T18:00:00+01:00",
        ),
        FieldConflict("location", said("Room 4"), said("Room 3"), said("Room 12")),
    ),
)
GONE = Conflict(Edit(RETRO_ITEM, (RETRO,), (MINE,), 2), (), (FieldConflict("event", "Retro", "Retro", None),))
DELETED = Conflict(Edit(RETRO_ITEM, (RETRO,), (), 3), (THEIRS,), (FieldConflict("event", "Retro", None, "Retro"),))


def editable(event: Event = DESIGN, calendar: CalendarRef = TEAM, **more: object) -> Editable:
    return Editable(event, CALENDARS[:3], calendar, NOW, ZONE, usual=Defaults(), **more)  # type: ignore[arg-type]


def new_editable() -> Editable:
    return editable(new_event("u-new", at(22, 14).replace(tzinfo=None), ZONE), ANN, new=True)


SOURCE = (
    '<item xmlns="http://jabber.org/protocol/pubsub" id="retro" publisher="bram@example.org"><event '
    'xmlns="urn:xmpp:events:0"><name>Retro</name><head-count>12</head-count><start>2026-11-23T15:00:00Z</start>'
    "<location><text>Room 4</text></location></event></item>"
)
