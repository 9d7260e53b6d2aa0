"""Calendars, events and what happened to them: frozen values, nothing else.

Times come in three kinds, told apart by their type (RFC 5545 §3.3.4–5):
  `date`             an all-day event: it stays on its date in every zone; ends are exclusive
  aware `datetime`   an instant, kept in the event's own zone
  naive `datetime`   floating: that time on the wall, wherever the reader is
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

Moment = date | datetime

PALETTE = ("#0e7c86", "#7c5cd6", "#c2410c", "#2f7d32", "#1d4ed8", "#a21caf", "#b4235a", "#6b7280")
"""What calendars are coloured with; white text on each is readable (4.5:1)."""


REMOVED = "removed"
"""The permission of what Calendar42 has deleted: it publishes the rest of it once more."""


class Status(StrEnum):
    """STATUS of RFC 5545 §3.8.1.11, and `status` of XEP-0471 §6.9. COMPLETED is for tasks."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Person:
    """An organiser or attendee. `answer` is PARTSTAT in lower case, empty where it is not known."""

    name: str = ""
    address: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: in words, and in degrees (WGS 84) where they are known. `id` is XEP-0471's."""

    text: str = ""
    latitude: float | None = None
    longitude: float | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A way to take part from elsewhere: `link` is a web address or an xmpp: URI (XEP-0471 §6.4, RFC 7986 §5.11)."""

    link: str
    name: str = ""
    instructions: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to the event and is fetched from elsewhere; `size` in bytes, 0 where it is not known."""

    url: str
    name: str = ""
    media_type: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """One thing the organiser asks who answers (XEP-0004 field). `options` are pairs of value and label."""

    name: str
    label: str = ""
    kind: str = "text-single"
    options: tuple[tuple[str, str], ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Something at a pubsub node that belongs to the event.

    `role` is invitees, comments, blog, schedule, or external: where the event really comes from (XEP-0471 §6.10).
    """

    role: str
    service: str
    node: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of few events, and is read when somebody looks at one. `priority` and `progress` are those of
    a task (RFC 5545 §3.8.1.8–9): 1 the highest, 0 none; percent. `wheelchair` is full, partial or no."""

    places: tuple[Place, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    picture: str = ""
    questions: tuple[Question, ...] = ()
    references: tuple[Reference, ...] = ()
    languages: tuple[str, ...] = ()
    wheelchair: str = ""
    priority: int = 0
    progress: int = 0


class EventType(StrEnum):
    """Calendar42's event_type. VTODO is a TODO; all else that others publish is NORMAL."""

    NORMAL = "normal"
    TODO = "todo"
    TIME_BLOCK = "time_block"
    DEPART_FROM = "depart_from"
    ARRIVE_BY = "arrive_by"
    ROUTE = "route"


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of a trip. `start` and `end` are as expected now, delays (negative: early) included; aware.

    `mode` is car, transit, bicycle or walk; `line` what it is called ("IC 2241"); `length` in metres. `real_time`
    says whether the times are watched.
    """

    mode: str
    start: datetime | None = None
    end: datetime | None = None
    origin: Place = Place()
    destination: Place = Place()
    departure_delay: timedelta = timedelta(0)
    arrival_delay: timedelta = timedelta(0)
    real_time: bool = False
    line: str = ""
    length: int = 0


@dataclass(frozen=True, slots=True)
class Trip:
    """How to get there. `state` is loading, error or success; `length` in metres."""

    destination: Place = Place()
    legs: tuple[Leg, ...] = ()
    state: str = ""
    length: int = 0


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who invites the reader, with which words, and when (aware)."""

    actor: Person
    message: str = ""
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class Personal:
    """What is between the reader and the event. `answer` is a PARTSTAT in lower case, empty where none is asked for;
    `permission` is Calendar42's, empty elsewhere."""

    answer: str = ""
    permission: str = ""
    invitation: Invitation | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """When to remind: `before` the start (negative: after it), or `at` an instant. Exactly one is set."""

    before: timedelta | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event, one recurring series, or one changed occurrence of a series.

    `start` is None where the payload names no readable time; `problem` then says why in one sentence, and so it
    does for a payload that could not be read at all. `end` is None for an event without duration.
    `timezone` is the name the payload gave its start, which may be one the system does not know.
    A series has `rrules` (RFC 5545 RECUR texts) or `rdates`; a changed occurrence has `recurrence_id`, and changes
    all later ones too where `and_future` is set (RANGE=THISANDFUTURE).
    `due` is when a task should be done, which may have no start, or one of its own; one that repeats has a start, if
    need be when it is due. `location` is where in one line,
    of a trip where it begins. `busy` is False for what leaves one free (TRANSP, time blocks). `related` are uids of
    the events that this one serves, `buffer` the gap to them. `suggested` by a system, not by a person.
    `sequence` and `modified` (aware) are the publisher's own count and clock; `sync_token` orders what Calendar42
    publishes: the higher is the newer.
    """

    uid: str
    summary: str = ""
    start: Moment | None = None
    end: Moment | None = None
    status: Status = Status.CONFIRMED
    location: str = ""
    description: str = ""
    url: str = ""
    timezone: str = ""
    categories: tuple[str, ...] = ()
    organizer: Person | None = None
    attendees: tuple[Person, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    rrules: tuple[str, ...] = ()
    rdates: tuple[Moment, ...] = ()
    exdates: tuple[Moment, ...] = ()
    recurrence_id: Moment | None = None
    and_future: bool = False
    type: EventType = EventType.NORMAL
    due: Moment | None = None
    busy: bool = True
    color: str = ""
    trip: Trip | None = None
    related: tuple[str, ...] = ()
    buffer: timedelta | None = None
    suggested: bool = False
    personal: Personal = Personal()
    details: Details = Details()
    sequence: int = 0
    modified: datetime | None = None
    sync_token: int = 0
    problem: str = ""

    @property
    def removed(self) -> bool:
        """True where the publisher says that it is no longer there for the reader: as good as a retraction."""
        return self.personal.permission == REMOVED

    @property
    def all_day(self) -> bool:
        """True where the event is about dates, not times."""
        return self.start is not None and not isinstance(self.start, datetime)

    @property
    def recurring(self) -> bool:
        """True for a series (not for one changed occurrence of it)."""
        return bool(self.rrules or self.rdates) and self.recurrence_id is None

    def moved_to(self, start: Moment, end: Moment | None) -> Event:
        """The same event at another time."""
        return replace(self, start=start, end=end)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One appearance of an event in the agenda; `start` and `end` are its own, in the event's zone."""

    event: Event
    start: Moment
    end: Moment

    @property
    def all_day(self) -> bool:
        """True where the occurrence is about dates, not times."""
        return not isinstance(self.start, datetime)


@dataclass(frozen=True, slots=True, order=True)
class CalendarRef:
    """Which calendar: the account that reads it, the pubsub service, the node. Same node elsewhere: another one."""

    account: str
    service: str
    node: str


@dataclass(frozen=True, slots=True, order=True)
class ItemRef:
    """Which pubsub item of which calendar (XEP-0060 §12.9: ids are unique within a node only)."""

    calendar: CalendarRef
    item_id: str


class CalendarState(StrEnum):
    """Where a subscription stands (XEP-0060 §4.2), and whether the calendar still exists."""

    ACTIVE = "active"
    PENDING = "pending"
    UNREACHABLE = "unreachable"
    REMOVED = "removed"


class Level(StrEnum):
    """What a person wants to be told of a calendar."""

    EVERYTHING = "everything"
    REMINDERS = "reminders"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class DayAlarm:
    """When to remind of an all-day event: so many days before, at a time of the reader's day."""

    days_before: int
    at: time


@dataclass(frozen=True, slots=True)
class Defaults:
    """When to remind of events that say nothing about it themselves: before the start, and of all-day events."""

    timed: tuple[timedelta, ...] = (timedelta(minutes=10),)
    all_day: tuple[DayAlarm, ...] = (DayAlarm(1, time(18)),)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A subscribed calendar as the person knows it. `color` is "#rrggbb", `reminders` None for those of all."""

    ref: CalendarRef
    title: str
    description: str = ""
    color: str = PALETTE[0]
    visible: bool = True
    state: CalendarState = CalendarState.ACTIVE
    problem: str = ""
    level: Level = Level.EVERYTHING
    reminders: Defaults | None = None


class ChangeKind(StrEnum):
    """What happened, in the words of `watch --json`."""

    ADDED = "added"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    CALENDAR_EMPTIED = "calendar-emptied"
    CALENDAR_REMOVED = "calendar-removed"
    CALENDAR_MOVED = "calendar-moved"
    CALENDAR_SHARED = "calendar-shared"
    CALENDAR_WITHDRAWN = "calendar-withdrawn"
    IMPORT_FAILING = "import-failing"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after. Times are ISO 8601 (a date for all-day); None where there was nothing."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing worth telling. `event` is the event as it is now, or as it was where it is gone.

    `at` is the instant (aware, UTC) this program learned of it. `id` is the store's number, 0 before it has one.
    `digest` is that of the payload that brought it, where one did and it has just come.
    """

    kind: ChangeKind
    calendar: CalendarRef
    item_id: str
    summary: str
    at: datetime
    fields: tuple[FieldChange, ...] = ()
    event: Event | None = None
    id: int = field(default=0, compare=False)
    digest: bytes = field(default=b"", compare=False)


@dataclass(frozen=True, slots=True, order=True)
class ReminderKey:
    """What a dismissal holds for: one alarm of one occurrence in one calendar."""

    calendar: CalendarRef
    uid: str
    occurrence: str
    alarm: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """It is time, or will be at `due` (aware, UTC), to be reminded of an occurrence.

    `event` is as it is at that occurrence, with its times. `occurrence` names it by its RECURRENCE-ID in ISO 8601 (UTC,
    or as it is where that is a date or floating), "" where nothing repeats. `alarm` says which: calendar/reminders.py;
    SERVICE_ALARM where the service sent it. `id` is the store's number, 0 before it has one.
    """

    item: ItemRef
    event: Event
    due: datetime
    alarm: str
    occurrence: str = ""
    id: int = field(default=0, compare=False)

    @property
    def key(self) -> ReminderKey:
        """What a dismissal of it holds for."""
        return ReminderKey(self.item.calendar, self.event.uid, self.occurrence, self.alarm)


SERVICE_ALARM = "service"
"""The `alarm` of a reminder that the service sent (calendaring ProtoXEP)."""


def is_instant(moment: Moment) -> bool:
    """True for an aware datetime: the only kind of moment that is the same everywhere."""
    return isinstance(moment, datetime) and moment.tzinfo is not None


def as_local(moment: Moment, zone: tzinfo) -> datetime:
    """The aware datetime at which `moment` begins for a reader in `zone`: all-day and floating stay on their date."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=zone)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    return moment.astimezone(zone)
