"""What a reminder says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.model import (
    SERVICE_ALARM,
    CalendarRef,
    Details,
    Event,
    EventType,
    ItemRef,
    Leg,
    Meeting,
    Moment,
    Place,
    Reminder,
    Trip,
)
from c42desktop.calendar.words import Told, body, missed, remind, reminded

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ITEM = ItemRef(CalendarRef("ann@example.org", "pubsub.example.org", "team"), "item")
NOW = datetime(2026, 11, 22, 13, 50, tzinfo=AMSTERDAM)  # a Sunday


def at(hour: int, minute: int = 0, day: int = 22) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=AMSTERDAM)


CALL = Event("c", "Call with Vera", at(14), at(14, 45), details=Details(meetings=(Meeting("https://meet.example/x"),)))
BIRTHDAY = Event("b", "Vera's birthday", date(2026, 11, 23))
RENT = Event("r", "Pay the rent", type=EventType.TODO, due=at(14))
WALK = Leg("walk", at(14), at(14, 10), Place("Home"), Place("Rotterdam Centraal"))
RIDE = Leg("transit", at(14, 12), at(14, 50), Place("Rotterdam Centraal"), Place("Utrecht Centraal"), line="IC 2241")
TRAIN = Event("t", "Train to Utrecht", at(14), at(14, 50), type=EventType.DEPART_FROM, location="Home")
TRAIN = replace(TRAIN, trip=Trip(Place("Utrecht Centraal"), (WALK, RIDE), "success"))


def reminder(event: Event) -> Reminder:
    return Reminder(ITEM, event, NOW, SERVICE_ALARM)


def said(event: Event, now: datetime = NOW) -> tuple[str, str]:
    told = remind(reminder(event), now, AMSTERDAM)
    return told.title, body(told)


def titles(event: Event, *nows: datetime) -> list[str]:
    return [said(event, now)[0] for now in nows]


def test_c_pubsub_22_a_reminder_says_how_long_until_it_begins_and_where() -> None:
    assert said(CALL) == ("Call with Vera in 10 minutes", "14:00 – 14:45 · Video call")
    assert said(replace(CALL, location="Room 4"))[1] == "14:00 – 14:45 · Room 4"
    assert said(replace(CALL, details=Details()))[1] == "14:00 – 14:45"


@pytest.mark.parametrize(
    ("now", "title"),
    [
        (at(13, 59), "Call with Vera in 1 minute"),
        (at(13, 50) - timedelta(seconds=20), "Call with Vera in 11 minutes"),
        (at(13), "Call with Vera in 1 hour"),
        (at(12), "Call with Vera in 2 hours"),
        (at(12, 30), "Call with Vera at 14:00"),
        (at(18, 0, 21), "Call with Vera tomorrow"),
        (at(14, 0, 20), "Call with Vera on Sunday"),
        (at(14, 0, 1), "Call with Vera on Sun 22 Nov"),
        (at(14), "Call with Vera now"),
        (at(14) + timedelta(seconds=59), "Call with Vera now"),
        (at(14, 1), "Call with Vera started 1 minute ago"),
        (at(14, 6) + timedelta(seconds=30), "Call with Vera started 6 minutes ago"),
        (at(15, 30), "Call with Vera started at 14:00"),
        (at(15, 30, 23), "Call with Vera started yesterday 14:00"),
    ],
)
def test_the_title_counts_down_and_then_up(now: datetime, title: str) -> None:
    assert said(CALL, now)[0] == title


def test_what_is_not_today_names_its_day() -> None:
    assert said(CALL, at(18, 0, 21))[1] == "Tomorrow 14:00 – 14:45 · Video call"
    night = replace(CALL, start=at(0, 10, 23), end=at(1, 0, 23))
    assert said(night, at(23, 55)) == ("Call with Vera in 15 minutes", "Tomorrow 00:10 – 01:00 · Video call")


def test_a_whole_day_is_told_by_its_name() -> None:
    assert said(BIRTHDAY) == ("Vera's birthday tomorrow", "All day")
    assert said(BIRTHDAY, at(8, 0, 23))[0] == "Vera's birthday today"
    assert said(BIRTHDAY, at(8, 0, 20))[0] == "Vera's birthday on Monday"
    fair = replace(BIRTHDAY, summary="Fair", end=date(2026, 11, 26), location="Expo")
    assert said(fair) == ("Fair tomorrow", "Tomorrow – Wed 25 Nov · Expo")
    assert said(fair, at(8, 0, 24))[0] == "Fair started yesterday"


@pytest.mark.parametrize(
    ("due", "title", "below"),
    [
        (at(14), "Pay the rent is due in 10 minutes", "Due 14:00"),
        (at(13, 50), "Pay the rent is due now", "Due 13:50"),
        (at(17), "Pay the rent is due at 17:00", "Due 17:00"),
        (at(17, 0, 23), "Pay the rent is due tomorrow 17:00", "Due tomorrow 17:00"),
        (at(12), "Pay the rent is overdue", "Was due at 12:00"),
        (at(12, 0, 20), "Pay the rent is overdue", "Was due Friday 12:00"),
        (date(2026, 11, 22), "Pay the rent is due today", ""),
        (date(2026, 11, 23), "Pay the rent is due tomorrow", ""),
        (date(2026, 11, 20), "Pay the rent is overdue", "Was due Friday"),
    ],
)
def test_a_to_do_says_when_it_is_due(due: Moment, title: str, below: str) -> None:
    assert said(replace(RENT, due=due)) == (title, below)


def test_a_trip_says_when_to_leave() -> None:
    assert said(TRAIN) == ("Leave in 10 minutes: Train to Utrecht", "Departs 14:12 from Rotterdam Centraal")
    assert titles(TRAIN, at(14), at(14, 6), at(9), at(12, 20)) == [
        "Leave now: Train to Utrecht",
        "Time to leave was 6 minutes ago: Train to Utrecht",
        "Leave in 5 hours: Train to Utrecht",
        "Leave at 14:00: Train to Utrecht",
    ]
    assert said(TRAIN, at(18, 0, 21))[0] == "Leave tomorrow 14:00: Train to Utrecht"
    unknown = replace(TRAIN, trip=Trip(Place("Utrecht Centraal")))
    assert said(unknown)[1] == "14:00 – 14:50 · Home to Utrecht Centraal"


def test_a_delay_counts_for_when_to_leave() -> None:
    later = [replace(leg, start=leg.start + timedelta(minutes=8)) for leg in (WALK, RIDE) if leg.start]
    late = replace(TRAIN, trip=Trip(Place("Utrecht Centraal"), tuple(later), "success"))
    assert said(late) == ("Leave in 18 minutes: Train to Utrecht", "Departs 14:20 from Rotterdam Centraal")


def test_what_has_no_time_and_no_title_is_still_told() -> None:
    assert remind(reminder(Event("u")), NOW, AMSTERDAM) == Told("Reminder: Untitled event")


def test_words_of_a_title_are_no_template() -> None:
    assert said(replace(CALL, summary="{time} {0} %s"))[0] == "{time} {0} %s in 10 minutes"


def test_what_was_missed_is_told_with_its_last_time() -> None:
    standup = Event("s", "Stand-up", at(9, 0, 20), at(9, 15, 20))
    assert missed(reminder(standup), NOW, AMSTERDAM) == Told("Reminder missed: Stand-up", ("Friday 09:00",))
    assert missed(reminder(replace(RENT, due=at(12))), NOW, AMSTERDAM).details == ("due today 12:00",)
    assert reminded(reminder(CALL), NOW, AMSTERDAM) == Told("Reminder: Call with Vera", ("today 14:00",))
