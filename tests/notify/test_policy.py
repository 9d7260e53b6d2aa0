"""Which changes are told, and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.model import (
    SERVICE_ALARM,
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    ItemRef,
    Moment,
    Reminder,
)
from c42desktop.calendar.words import Told
from c42desktop.notify import policy
from c42desktop.notify.notification import Notification, item_of, key_of
from c42desktop.notify.policy import announcements_for, notification_for, notification_of, summary_for

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 23, 13, 0, tzinfo=ZONE)
TEAM = CalendarRef("ann@example.com", "pubsub.example.com", "team")
TRAVEL = CalendarRef("ann@example.com", "pubsub.example.com", "travel")
TITLES = {TEAM: "Product team", TRAVEL: "Travel"}
MOVED = FieldChange("start", "2026-11-23T14:00:00+01:00", "2026-11-23T15:00:00+01:00")
REWORDED = FieldChange("description", "before", "after")


def event(start: Moment | None, end: Moment | None = None, **more: object) -> Event:
    return Event("uid", "Design review", start, end, **more)  # type: ignore[arg-type]


def change(
    kind: ChangeKind = ChangeKind.CHANGED,
    *fields: FieldChange,
    about: Event | None = None,
    calendar: CalendarRef = TEAM,
    item_id: str = "review",
) -> Change:
    start = NOW + timedelta(hours=2)
    about = about or event(start, start + timedelta(hours=1))
    return Change(kind, calendar, item_id, "Design review", NOW.astimezone(UTC), fields or (MOVED,), about)


def told(one: Change) -> Notification | None:
    return notification_for(one, "Product team", NOW, ZONE)


def test_a_moved_event() -> None:
    notification = told(change())
    assert notification is not None
    assert notification.title == "Design review moved"
    first, *_, last = notification.body.split(" · ")
    assert first == "Today 15:00 – 16:00, was 14:00 – 16:00"
    assert last == "Product team"
    assert item_of(notification.key) == ItemRef(TEAM, "review")
    assert [action.id for action in notification.actions] == ["open"]


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_has_words(kind: ChangeKind) -> None:
    notification = told(change(kind))
    assert notification is not None
    assert notification.title
    assert notification.body.endswith("Product team")


def test_a_changed_description_alone_is_quiet() -> None:
    assert told(change(ChangeKind.CHANGED, REWORDED)) is None
    assert told(change(ChangeKind.CHANGED, REWORDED, MOVED)) is not None
    assert told(change(ChangeKind.ADDED, REWORDED)) is not None


@pytest.mark.parametrize(
    ("about", "quiet"),
    [
        (event(NOW - timedelta(hours=2), NOW), True),
        (event(NOW - timedelta(hours=2), NOW + timedelta(minutes=1)), False),
        (event(NOW - timedelta(minutes=1)), True),
        (event(date(2026, 11, 22), date(2026, 11, 23)), True),
        (event(date(2026, 11, 22)), True),
        (event(date(2026, 11, 23)), False),
        (event(datetime(2026, 11, 23, 12, 0), datetime(2026, 11, 23, 12, 30)), True),
        (event(NOW - timedelta(days=70), rrules=("FREQ=WEEKLY",)), False),
        (event(NOW - timedelta(days=70), recurrence_id=NOW - timedelta(days=70), and_future=True), False),
        (event(None), False),
    ],
)
def test_what_was_over_goes_quietly(about: Event, quiet: bool) -> None:
    assert (told(change(ChangeKind.REMOVED, about=about)) is None) == quiet
    assert told(change(ChangeKind.CANCELLED, about=about)) is not None
    assert told(change(ChangeKind.ADDED, about=about)) is not None


def test_c_sec_11_words_of_strangers_stay_inside_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    nasty = Told("\u202eevil\n\n" + "x" * 900, ("was\x00 14:00,\nnow", "", "\u2067" + "y" * 900))
    monkeypatch.setattr(policy, "tell", lambda change, now, zone: nasty)
    notification = notification_for(change(), "Product\n\nteam", NOW, ZONE)
    assert notification is not None
    assert notification.title.startswith("evil xxx")
    assert len(notification.title) == 120
    first, second, last = notification.body.split(" · ")
    assert first == "Was 14:00, now"
    assert second.endswith("y…")
    assert last == "Product team"
    assert "\n" not in notification.body


def test_a_calendar_without_title_leaves_no_trace() -> None:
    notification = notification_for(change(), "", NOW, ZONE)
    assert notification is not None
    assert not notification.body.endswith(("·", " "))


def test_few_changes_are_told_one_by_one() -> None:
    changes = [change(item_id=str(number)) for number in range(5)]
    quiet = change(ChangeKind.CHANGED, REWORDED, item_id="quiet")
    announced = announcements_for([*changes, quiet], TITLES, NOW, ZONE)
    assert [each.changes for each in announced] == [(quiet,), *((each,) for each in changes)]
    assert [each.notification for each in announced] == [None, *(told(each) for each in changes)]


def test_many_changes_become_one() -> None:
    changes = [change(item_id=str(number), calendar=TRAVEL if number > 4 else TEAM) for number in range(7)]
    quiet = change(ChangeKind.CHANGED, REWORDED, item_id="quiet")
    silent, summary = announcements_for([quiet, *changes], TITLES, NOW, ZONE, away=True)
    assert silent == policy.Announcement(None, (quiet,))
    assert summary.changes == tuple(changes)
    assert summary.notification is not None
    assert summary.notification.title == "While you were away: 7 changes"
    assert summary.notification.body == "5 in Product team, 2 in Travel"
    assert item_of(summary.notification.key) is None


def test_nothing_is_announced_for_nothing() -> None:
    assert announcements_for([], TITLES, NOW, ZONE) == []


def test_several_dates_of_one_series_share_a_notification() -> None:
    changes = [change(), change(ChangeKind.CANCELLED)]
    [announced] = announcements_for(changes, TITLES, NOW, ZONE)
    assert announced.changes == tuple(changes)
    assert announced.notification is not None
    assert announced.notification.key == key_of(ItemRef(TEAM, "review"))
    assert announced.notification.title == "2 changes: Design review"
    moved, cancelled, calendar = announced.notification.body.splitlines()
    assert moved.startswith("Design review moved · Today 15:00 – 16:00, was 14:00 – 16:00")
    assert cancelled.startswith("Design review cancelled")
    assert calendar == "Product team"
    nameless = [replace(each, summary="", event=replace(each.event, summary="")) for each in changes if each.event]
    [announced] = announcements_for(nameless, TITLES, NOW, ZONE)
    assert announced.notification is not None
    assert announced.notification.title == "2 changes: Untitled event"


@pytest.mark.parametrize(
    ("count", "titles", "missed", "title", "body"),
    [
        (1, TITLES, 0, "While you were away: 1 change", "1 in Product team"),
        (2, TITLES, 1, "While you were away: 2 changes", "2 in Product team; 1 reminder missed"),
        (2, TITLES, 3, "While you were away: 2 changes", "2 in Product team; 3 reminders missed"),
        (2, {}, 0, "While you were away: 2 changes", ""),
        (2, {}, 1, "While you were away: 2 changes", "1 reminder missed"),
    ],
)
def test_summary(count: int, titles: dict[CalendarRef, str], missed: int, title: str, body: str) -> None:
    summary = summary_for([change()] * count, titles, missed)
    assert (summary.title, summary.body) == (title, body)
    assert [action.id for action in summary.actions] == ["show"]


def test_a_summary_of_many_calendars_stays_short() -> None:
    calendars = [CalendarRef("a", "b", str(number)) for number in range(9)]
    changes = [change(calendar=each) for each in calendars]
    summary = summary_for(changes, {each: f"Calendar {each.node}" for each in calendars})
    assert summary.body == "1 in Calendar 0, 1 in Calendar 1, 1 in Calendar 2, 1 in Calendar 3, 5 elsewhere"


def test_c_pubsub_22_a_reminder_stands_beside_what_is_told_of_its_item() -> None:
    about = event(NOW + timedelta(minutes=10), location="Room\n12")
    reminder = Reminder(ItemRef(TEAM, "review"), about, NOW, SERVICE_ALARM)
    shown = notification_of(reminder, "Product team", NOW, ZONE)
    assert (shown.title, shown.body) == ("Design review in 10 minutes", "13:10 · Room 12 · Product team")
    assert item_of(shown.key) == reminder.item
    assert shown.key != key_of(reminder.item)
