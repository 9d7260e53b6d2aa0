"""Everything around Acting, as doubles that remember what they were asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from c42desktop.calendar.model import CalendarRef, Details, Event, ItemRef, Meeting, Place, Reminder
from c42desktop.controllers.acting import Acting
from c42desktop.errors import UserError
from c42desktop.notify.actions import Subject
from c42desktop.notify.notification import key_of

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 13, 50, tzinfo=ZONE)
ITEM = ItemRef(CalendarRef("ann@example.org", "calendars.example.org", "ann"), "call")
CALL = Event(
    "call",
    "Call with Vera",
    datetime(2026, 11, 22, 14, tzinfo=ZONE),
    datetime(2026, 11, 22, 14, 45, tzinfo=ZONE),
    details=Details(
        meetings=(Meeting("https://meet.google.com/abc-defg-hij"),), places=(Place("Room 4", 51.92, 4.48),)
    ),
)
REMINDER = Reminder(ITEM, CALL, NOW.astimezone(UTC), "10m")
SUBJECT = Subject(ITEM, CALL, reminders=(REMINDER,))
KEY = key_of(ITEM, "reminder")


class Reminding:
    """Remembers what it was asked for, or refuses."""

    def __init__(self) -> None:
        self.snoozed: list[tuple[tuple[Reminder, ...], datetime]] = []
        self.dismissed: list[Reminder] = []
        self.refusal: UserError | None = None

    def waiting(self, item: ItemRef) -> list[Reminder]:
        if self.refusal:
            raise self.refusal
        return [REMINDER] if item == ITEM else []

    def snooze(self, reminders: Iterable[Reminder], until: datetime) -> None:
        if self.refusal:
            raise self.refusal
        self.snoozed.append((tuple(reminders), until))

    def dismiss(self, reminders: Iterable[Reminder]) -> None:
        if self.refusal:
            raise self.refusal
        self.dismissed.extend(reminders)


class Answering:
    """As Reminding."""

    def __init__(self) -> None:
        self.answers: list[tuple[ItemRef, str]] = []
        self.asked = True

    def can_answer(self, item: ItemRef, event: Event) -> bool:
        return self.asked

    def answer(self, item: ItemRef, event: Event, answer: str) -> None:
        self.answers.append((item, answer))


class Window:
    """The part of the window that is acted upon."""

    def __init__(self) -> None:
        self.opened: list[ItemRef] = []
        self.shows = True
        self.presented = 0
        self.refreshed = 0

    def open_item(self, item: ItemRef) -> bool:
        self.opened.append(item)
        return self.shows

    def present(self) -> None:
        self.presented += 1

    def refresh_details(self) -> None:
        self.refreshed += 1


@dataclass
class Stage:
    """Everything around Acting."""

    window: Window = field(default_factory=Window)
    reminding: Reminding = field(default_factory=Reminding)
    answering: Answering = field(default_factory=Answering)
    subjects: dict[str, Subject] = field(default_factory=lambda: {KEY: SUBJECT})
    withdrawn: list[str] = field(default_factory=list)
    withdrawn_reminders: list[Reminder] = field(default_factory=list)
    read: list[Subject] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    activity: list[CalendarRef | None] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    opens: bool = True
    on_withdraw: Callable[[str], None] = lambda _key: None

    def __post_init__(self) -> None:
        self.acting = Acting(
            self.window,  # type: ignore[arg-type]
            self.reminding,  # type: ignore[arg-type]
            self.answering,  # type: ignore[arg-type]
            now=lambda: NOW,
            subject=self.subjects.get,
            withdraw=self.withdraw,
            withdraw_reminders=self.withdrawn_reminders.extend,
            mark_read=self.read.append,
            find_choices=self.choices,
            read_until=self.read_until,
            join_patterns=lambda: ("meet.example.org",),
            tell=self.told.append,
            show_activity=self.activity.append,
        )

    def withdraw(self, key: str) -> None:
        self.withdrawn.append(key)
        self.on_withdraw(key)

    def choices(self, event: Event) -> Sequence[tuple[str, datetime]]:
        some = [("5 minutes", NOW + timedelta(minutes=5)), ("15 minutes", NOW + timedelta(minutes=15))]
        return [*some, ("Until the start", event.start)] if isinstance(event.start, datetime) else some

    def read_until(self, text: str) -> datetime:
        if text != "16:30":
            raise UserError("Write for how long or until when.")
        return datetime(2026, 11, 22, 16, 30, tzinfo=ZONE)

    def open_link(self, address: str) -> bool:
        self.links.append(address)
        return self.opens
