"""A reader, calendars and changes for the tests of what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from c42desktop.calendar.model import (
    Calendar,
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    Invitation,
    ItemRef,
    Level,
    Moment,
    Person,
    Personal,
    Reminder,
)
from c42desktop.calendar.words import tell
from c42desktop.notify.announcement import Announcement
from c42desktop.notify.scene import Scene
from c42desktop.notify.shown import OnScreen, Shown

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 23, 13, 0, tzinfo=ZONE)
START = NOW + timedelta(hours=2)
TEAM = CalendarRef("ann@example.com", "pubsub.example.com", "team")
TRAVEL = CalendarRef("ann@example.com", "pubsub.example.com", "travel")
SCENE = Scene(NOW, ZONE, {TEAM: Calendar(TEAM, "Product team"), TRAVEL: Calendar(TRAVEL, "Travel")})
MOVED = FieldChange("start", (START - timedelta(hours=1)).isoformat(), START.isoformat())
REWORDED = FieldChange("description", "before", "after")
RENAMED = FieldChange("summary", "Review", "Design review")
ANN, BRAM = Person("Ann", "xmpp:ann@example.com"), Person("Bram", "mailto:bram@example.com")
INVITED = Personal("needs-action", invitation=Invitation(BRAM))


def at(level: Level) -> Scene:
    """Where the person wants so much to be told of the team's calendar."""
    return replace(SCENE, calendars={TEAM: Calendar(TEAM, "Product team", level=level)})


def event(start: Moment | None = START, end: Moment | None = None, **more: object) -> Event:
    return Event("uid", "Design review", start, end, **more)  # type: ignore[arg-type]


def change(
    kind: ChangeKind = ChangeKind.CHANGED,
    *fields: FieldChange,
    about: Event | None = None,
    calendar: CalendarRef = TEAM,
    item_id: str = "review",
    number: int = 0,
) -> Change:
    fields = fields or ((MOVED,) if kind is ChangeKind.CHANGED else ())
    about = about or event(START, START + timedelta(hours=1))
    return Change(kind, calendar, item_id, about.summary, NOW.astimezone(UTC), fields, about, number)


def title(one: Change) -> str:
    """What a change is called, whoever says it."""
    return tell(one, NOW, ZONE).title


def reminder(
    name: str = "Call",
    begins: timedelta = timedelta(minutes=10),
    length: timedelta = timedelta(hours=1),
    **more: object,
) -> Reminder:
    start = NOW + begins
    about = Event(name, name, start, start + length, **more)  # type: ignore[arg-type]
    return Reminder(ItemRef(TEAM, name), about, start - timedelta(minutes=10), "0")


def show(on_screen: OnScreen, announcement: Announcement, at: float = 0.0) -> None:
    """The desktop does as it is told."""
    if announcement.notification is not None:
        on_screen.put(Shown(announcement.notification, announcement.subject, at, announcement.why))
    for key in announcement.withdraws:
        on_screen.closed(key)
