"""A change as the list of activity and the details show it: before → after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.before_after import Listed, Step, line, listed, listed_reminder, moved_from, steps
from c42desktop.calendar.changes import compare, removed_calendar
from c42desktop.calendar.model import (
    CalendarRef,
    Change,
    Event,
    EventType,
    FieldChange,
    Invitation,
    ItemRef,
    Leg,
    Person,
    Personal,
    Place,
    Reminder,
    Status,
    Trip,
)
from c42desktop.calendar.people_words import BY

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CALENDAR = CalendarRef("ann@example.org", "pubsub.example.org", "team")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=AMSTERDAM)  # a Sunday


def at(hour: int, minute: int = 0, day: int = 22) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=AMSTERDAM)


REVIEW = Event("r", "Design review", at(14), at(15), location="Room 12")


def change(before: Event | None, after: Event | None, by: str = "") -> Change:
    (found,) = compare(CALENDAR, "item", [before] if before else [], [after] if after else [], NOW)
    return replace(found, fields=(*found.fields, FieldChange(BY, None, by))) if by else found


def shown(before: Event | None, after: Event | None, by: str = "") -> Listed:
    return listed(change(before, after, by), NOW, AMSTERDAM)


def said(before: Event | None, after: Event | None, by: str = "") -> tuple[str, str]:
    found = shown(before, after, by)
    return found.title, line(found)


def changed(**fields: Any) -> tuple[str, str]:
    return said(REVIEW, replace(REVIEW, **fields))


def test_what_was_and_what_is_stand_apart_so_that_they_can_be_drawn_so() -> None:
    moved = replace(REVIEW, start=at(15), end=at(16), location="Room 4")
    assert shown(REVIEW, moved, "Bram de Vries") == Listed(
        "Design review moved",
        (Step("Start", "14:00", "15:00"), Step("Place", "Room 12", "Room 4")),
        by="Bram de Vries",
    )
    assert said(REVIEW, moved, "Bram de Vries")[1] == (
        "Start 14:00 → 15:00 · Place Room 12 → Room 4 · by Bram de Vries"
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": at(15), "end": at(17)}, ("Design review moved", "Start 14:00 → 15:00 · End 15:00 → 17:00")),
        (
            {"start": at(14, day=24), "end": at(15, day=24)},
            ("Design review moved", "Start today 14:00 → Tuesday 14:00"),
        ),
        ({"end": at(16)}, ("Design review changed", "End 15:00 → 16:00")),
        ({"location": ""}, ("Design review changed", "Place no longer Room 12")),
        ({"summary": "Review"}, ("Review renamed", "Title Design review → Review")),
        (
            {"location": "", "summary": ""},
            ("Untitled event changed", "Title no longer Design review · Place no longer Room 12"),
        ),
        ({"description": "Bring it"}, ("Design review changed", "New description")),
        ({"start": None, "end": None}, ("Design review changed", "Start no longer 14:00 · End no longer 15:00")),
        ({"status": Status.TENTATIVE}, ("Design review changed", "Now tentative")),
    ],
)
def test_each_thing_that_changed_is_a_step(fields: dict[str, Any], words: tuple[str, str]) -> None:
    assert changed(**fields) == words


def test_who_did_it_changes_no_other_word() -> None:
    assert said(REVIEW, replace(REVIEW, summary="Review"), "Bram")[0] == "Review renamed"
    asked = replace(REVIEW, attendees=(Person("Vera"),))
    assert said(asked, replace(REVIEW, attendees=(Person("Vera", answer="accepted"),)), "Vera")[0] == (
        "Vera accepted Design review"
    )


def test_what_came_or_is_gone_says_when_it_is_or_was() -> None:
    retro = Event("n", "Retro", at(16, 0, 23), at(17, 30, 23), location="Room 4")
    dentist = Event("d", "Dentist", at(11), at(12))
    assert said(None, retro) == ("Retro added", "Tomorrow 16:00 – 17:30 · Room 4")
    assert said(dentist, replace(dentist, status=Status.CANCELLED)) == ("Dentist cancelled", "Was today 11:00 – 12:00")
    assert said(dentist, None) == ("Dentist removed", "Was today 11:00 – 12:00")


def test_an_invitation_begins_with_who_invites() -> None:
    budget = Event("b", "Budget 2027", at(10, 30, 23), at(11, 30, 23), location="Room 12")
    invited = replace(budget, personal=Personal("needs-action", "", Invitation(Person("Bram de Vries"))))
    assert said(None, invited) == ("Bram invites you to Budget 2027", "Tomorrow 10:30 – 11:30 · Room 12")
    assert said(budget, invited) == said(None, invited)
    by_organizer = replace(budget, personal=Personal("needs-action"), organizer=Person("Dr. Vera Kok"))
    assert said(None, by_organizer)[0] == "Vera invites you to Budget 2027"
    nobody = replace(budget, personal=Personal("needs-action"))
    assert said(None, nobody)[0] == "You are invited to Budget 2027"


def trip(leave: int, ride: int, late: int) -> Event:
    delay = timedelta(minutes=late)
    walk = Leg("walk", at(16, leave), at(17), Place("Home"), Place("Rotterdam Centraal"))
    train = Leg("transit", at(17, ride), at(17, 40 + late), Place("Rotterdam Centraal"), Place("Utrecht"), delay, delay)
    event = Event("t", "Train to Utrecht", at(16, 42), at(17, 40), type=EventType.DEPART_FROM)
    return replace(event, trip=Trip(Place("Utrecht"), (walk, train), "success"))


def test_a_trip_that_is_late_says_when_it_departs_and_when_to_leave() -> None:
    assert said(trip(42, 4, 0), trip(50, 12, 8)) == (
        "Train to Utrecht delayed",
        "Departs 17:04 → 17:12. Leave home at 16:50, 8 minutes later",
    )
    assert said(trip(42, 4, 0), trip(42, 12, 8)) == ("Train to Utrecht delayed", "Departs 17:04 → 17:12")


def test_a_trip_that_is_on_time_again_says_so() -> None:
    assert said(trip(50, 12, 8), trip(42, 4, 0)) == (
        "Train to Utrecht is on time again",
        "Departs 17:12 → 17:04. Leave home at 16:42, 8 minutes earlier",
    )
    assert said(trip(42, 4, 0), trip(40, 2, 0))[0] == "Train to Utrecht departs earlier"


def test_the_details_of_a_trip_show_when_to_leave_before_and_after() -> None:
    assert steps(change(trip(42, 4, 0), trip(50, 12, 8)), NOW, AMSTERDAM) == (
        Step("Departs", "17:04", "17:12"),
        Step("Leave", "16:42", "16:50"),
    )


def test_a_reminder_stands_in_the_list_as_told_or_as_missed() -> None:
    standup = Reminder(ItemRef(CALENDAR, "s"), Event("s", "Stand-up", at(9, 0, 20), at(9, 15, 20)), NOW, "")
    assert listed_reminder(standup, NOW, AMSTERDAM, late=True) == Listed(
        "Reminder missed: Stand-up", text="Friday 09:00"
    )
    assert listed_reminder(standup, NOW, AMSTERDAM, late=False).title == "Reminder: Stand-up"


def test_a_whole_calendar_is_told_in_a_title() -> None:
    assert listed(removed_calendar(CALENDAR, "Team", NOW), NOW, AMSTERDAM) == Listed("“Team” was removed")


def test_a_row_says_where_it_was_moved_from() -> None:
    moved = change(REVIEW, replace(REVIEW, start=at(15), end=at(16)))
    assert moved_from(moved, NOW, AMSTERDAM) == "14:00"
    fair = replace(REVIEW, start=date(2026, 11, 25), end=date(2026, 11, 26))
    later = change(fair, replace(fair, start=date(2026, 11, 26), end=date(2026, 11, 27)))
    assert moved_from(later, NOW, AMSTERDAM) == "Wednesday"
    assert moved_from(change(REVIEW, replace(REVIEW, location="")), NOW, AMSTERDAM) == ""
