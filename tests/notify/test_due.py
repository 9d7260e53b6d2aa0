"""Reminders: which are shown on their own, which together, which as missed, and which not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from c42desktop.calendar.model import (
    ChangeKind,
    Event,
    FieldChange,
    ItemRef,
    Leg,
    Level,
    Meeting,
    Reminder,
    Trip,
)
from c42desktop.calendar.model import Details as EventDetails
from c42desktop.notify import due
from c42desktop.notify.announcement import Announcement
from c42desktop.notify.bursts import Batch
from c42desktop.notify.notification import Urgency, item_of, key_of
from c42desktop.notify.outdated import outdated
from c42desktop.notify.policy import announce
from c42desktop.notify.shown import OnScreen
from tests.notify.scenes import INVITED, NOW, SCENE, TEAM, at, change, event, reminder, show

GRACE = timedelta(minutes=15)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def sort(*reminders: Reminder, screen: OnScreen | None = None, held: bool = False) -> due.Sorted:
    return due.sort(reminders, screen or OnScreen(), SCENE, GRACE, held=held)


def titles(found: due.Sorted) -> list[str]:
    return [each.notification.title for each in found.announcements if each.notification is not None]


def test_a_reminder_stays_until_somebody_does_something_about_it() -> None:
    about = replace(reminder(), event=event(NOW + minutes(10), NOW + minutes(40), location="Room\n12"))
    shown = due.notification_of(about, SCENE)
    assert "Design review" in shown.title
    assert shown.body == "Room 12 · Product team" or shown.body.endswith("Room 12 · Product team")
    assert (shown.stays, shown.urgency) == (True, Urgency.NORMAL)
    assert [action.id for action in shown.actions] == ["snooze", "dismiss"]
    assert item_of(shown.key) == about.item
    assert shown.key != key_of(about.item)


def test_what_can_be_joined_offers_that_first() -> None:
    call = reminder(details=EventDetails(meetings=(Meeting("https://meet.example.org/x"),)))
    assert [action.id for action in due.notification_of(call, SCENE).actions] == ["join", "snooze", "dismiss"]
    elsewhere = replace(SCENE, can_join=lambda _event: True)
    assert due.notification_of(reminder(), elsewhere).actions[0].id == "join"


@pytest.mark.parametrize(("begins", "urgency"), [(10, Urgency.NORMAL), (1, Urgency.CRITICAL), (-1, Urgency.CRITICAL)])
def test_only_a_journey_that_begins_now_breaks_through(begins: float, urgency: Urgency) -> None:
    trip = Trip(legs=(Leg("transit", NOW + minutes(begins)),))
    assert due.notification_of(reminder(begins=minutes(begins), trip=trip), SCENE).urgency is urgency
    assert due.notification_of(reminder(begins=minutes(begins)), SCENE).urgency is Urgency.NORMAL


@pytest.mark.parametrize("begins", [10, 300, 0, -6, -15])
def test_what_is_in_time_or_a_little_late_is_shown_on_its_own(begins: float) -> None:
    one = reminder(begins=minutes(begins))
    (announcement,) = sort(one).announcements
    assert announcement.notification is not None
    assert (announcement.reminders, announcement.missed) == ((one,), False)
    assert announcement.subject.reminders == (one,)


def test_what_began_long_ago_is_missed_and_what_is_over_is_not_shown() -> None:
    missed, over = reminder("Missed", minutes(-20)), reminder("Over", minutes(-90))
    found = sort(missed, over)
    assert found.missed == (missed,)
    assert found.announcements == (Announcement(None, reminders=(over,), missed=True),)


def test_more_than_three_at_once_are_a_list_that_grows() -> None:
    screen = OnScreen()
    few = [reminder(f"Call {number}") for number in range(3)]
    assert len(titles(sort(*few))) == 3
    many = [reminder(f"Call {number}", minutes(10 + number)) for number in range(4)]
    (announcement,) = sort(*many).announcements
    assert announcement.notification is not None
    assert announcement.notification.title == "4 reminders"
    assert len(announcement.notification.body.splitlines()) == 4
    assert [action.id for action in announcement.notification.actions] == ["snooze-all", "dismiss-all"]
    assert announcement.notification.stays
    show(screen, announcement)
    others = [reminder(f"Talk {number}", minutes(20)) for number in range(4)]
    (more,) = sort(*others, screen=screen).announcements
    assert more.notification is not None
    assert more.notification.title == "8 reminders"
    assert more.notification.body.splitlines()[-1] == "and 3 others"
    assert more.subject.reminders == (*many, *others)
    assert more.reminders == tuple(others)


def test_after_a_pause_only_what_is_ahead_is_shown_on_its_own() -> None:
    ahead, late = reminder("Ahead"), reminder("Late", minutes(-5))
    found = sort(ahead, late, held=True)
    assert [each.reminders for each in found.announcements] == [(ahead,)]
    assert found.missed == (late,)


def test_the_same_reminder_twice_is_told_once() -> None:
    assert len(sort(reminder(), reminder()).announcements) == 1


@pytest.mark.parametrize(("level", "loud"), [(Level.EVERYTHING, 1), (Level.REMINDERS, 1), (Level.NOTHING, 0)])
def test_a_calendar_is_as_loud_as_the_person_wants(level: Level, loud: int) -> None:
    found = due.sort([reminder()], OnScreen(), at(level), GRACE)
    assert len(titles(found)) == loud
    assert [each.reminders for each in found.announcements] == [(reminder(),)]


# -- what happens to what is on screen --------------------------------------------------------------------------------


def on_screen(*reminders: Reminder) -> OnScreen:
    screen = OnScreen()
    for announcement in sort(*reminders).announcements:
        show(screen, announcement)
    return screen


def test_of_a_list_that_is_left_which_still_holds() -> None:
    calls = [reminder(f"Call {number}") for number in range(4)]
    screen = on_screen(*calls)
    assert screen.without(lambda each, _key: each == calls[0]) == []
    assert screen.reminders(due.LIST_KEY) == tuple(calls[1:])
    assert screen.without(lambda each, _key: each in calls[1:]) == [due.LIST_KEY]


def test_who_has_answered_elsewhere_is_asked_no_more() -> None:
    screen = OnScreen()
    asked = change(ChangeKind.ADDED, about=event(personal=INVITED))
    item = ItemRef(TEAM, "review")
    show(screen, announce(Batch(item, (asked,)), screen, 0, SCENE))
    answered = replace(INVITED, answer="accepted")
    answer = change(
        ChangeKind.CHANGED, FieldChange("answer", "needs-action", "accepted"), about=event(personal=answered)
    )
    assert outdated(answer, screen) == [key_of(item)]
    assert (
        outdated(change(ChangeKind.CHANGED, FieldChange("url", "", "x"), about=event(personal=answered)), screen) == []
    )


def test_a_reminder_goes_when_its_event_is_over_and_that_it_was_missed_stays() -> None:
    one, missed = reminder("Call"), reminder("Missed", minutes(-20))
    screen = on_screen(one)
    show(screen, announce(Batch(None, ()), screen, 0, SCENE, missed=[missed]))
    assert due.over(screen, SCENE, GRACE) == []
    assert due.over(screen, replace(SCENE, now=NOW + minutes(80)), GRACE) == [due.notification_of(one, SCENE).key]


def test_an_event_without_a_time_is_never_over() -> None:
    timeless = Reminder(reminder().item, Event("x", "Call"), NOW, "0")
    assert len(titles(sort(timeless))) == 1
    assert timeless.item.calendar == TEAM
