"""Which changes are told, in which words, with which buttons, and beside what is on screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from c42desktop.calendar.model import (
    Change,
    ChangeKind,
    Event,
    EventType,
    FieldChange,
    ItemRef,
    Leg,
    Level,
    Personal,
    Status,
    Trip,
)
from c42desktop.calendar.words import Told
from c42desktop.notify import policy
from c42desktop.notify.actions import Act
from c42desktop.notify.bursts import SPAN, Batch
from c42desktop.notify.notification import Notification, Urgency, item_of, key_of, key_of_calendar
from c42desktop.notify.policy import announce, notification_for
from c42desktop.notify.shown import OnScreen, Why
from c42desktop.notify.summary import SUMMARY_KEY
from tests.notify.scenes import (
    ANN,
    BRAM,
    INVITED,
    MOVED,
    NOW,
    RENAMED,
    SCENE,
    START,
    TEAM,
    TRAVEL,
    at,
    change,
    event,
    reminder,
    show,
    title,
)

ITEM = ItemRef(TEAM, "review")


def told(*changes: Change) -> Notification | None:
    return notification_for(changes, SCENE)


def acts(one: Change) -> list[str]:
    notification = told(one)
    assert notification is not None
    return [action.id for action in notification.actions]


def people(before: str, after: str) -> FieldChange:
    return FieldChange("attendees", before, after)


# -- one change -------------------------------------------------------------------------------------------------------


def test_a_moved_event() -> None:
    notification = told(change())
    assert notification is not None
    assert notification.title == title(change())
    assert notification.body.endswith(" · Product team")
    assert notification.urgency is Urgency.NORMAL
    assert item_of(notification.key) == ITEM


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_has_words_and_a_button(kind: ChangeKind) -> None:
    notification = told(change(kind))
    assert notification is not None
    assert notification.title
    assert notification.body.endswith("Product team")
    assert notification.actions


@pytest.mark.parametrize(
    "name",
    ["description", "answer", "progress", "categories", "attachments", "timezone", "alarms", "permission", "by"],
)
def test_what_matters_to_nobody_is_quiet_unless_it_comes_with_what_does(name: str) -> None:
    field = FieldChange(name, "before", "after")
    assert told(change(ChangeKind.CHANGED, field)) is None
    assert told(change(ChangeKind.CHANGED, field, MOVED)) is not None
    assert told(change(ChangeKind.ADDED, field)) is not None


@pytest.mark.parametrize("name", ["summary", "location", "status", "recurrence", "meetings", "url", "busy", "problem"])
def test_what_matters_is_told(name: str) -> None:
    assert told(change(ChangeKind.CHANGED, FieldChange(name, "before", "after"))) is not None


@pytest.mark.parametrize(
    ("organizer", "before", "after", "loud"),
    [
        (ANN, "Bram <mailto:bram@example.com>", "Bram <mailto:bram@example.com> accepted", True),
        (BRAM, "Cas <cas@example.com>", "Cas <cas@example.com> accepted", False),
        (BRAM, "Cas <cas@example.com>", "Cas <cas@example.com>\nDirk <dirk@example.com>", False),
        (None, "Cas <cas@example.com>", "Cas <cas@example.com> accepted", False),
        (ANN, "Ann <xmpp:ann@example.com>", "Ann <xmpp:ann@example.com> accepted", False),
    ],
)
def test_who_comes_is_told_softly_to_whoever_has_invited_them(
    organizer: object, before: str, after: str, loud: bool
) -> None:
    about = event(organizer=organizer, attendees=(replace(BRAM, answer="accepted"),))
    notification = told(change(ChangeKind.CHANGED, people(before, after), about=about))
    assert (notification is not None) == loud
    assert notification is None or notification.urgency is Urgency.LOW


def test_being_invited_by_the_list_of_people_is_told() -> None:
    about = event(organizer=BRAM, attendees=(BRAM, ANN))
    invited = change(ChangeKind.CHANGED, people("Bram <b>", "Bram <b>\nAnn <xmpp:ann@example.com>"), about=about)
    notification = told(invited)
    assert notification is not None
    assert notification.urgency is Urgency.NORMAL
    assert acts(invited) == ["accept", "maybe", "decline"]


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


@pytest.mark.parametrize(
    ("level", "loud"), [(Level.EVERYTHING, True), (Level.REMINDERS, False), (Level.NOTHING, False)]
)
def test_a_calendar_is_as_loud_as_the_person_wants(level: Level, loud: bool) -> None:
    assert (notification_for([change()], at(level)) is not None) == loud


# -- buttons, in the order of the drawing -----------------------------------------------------------------------------

TRIP = event(trip=Trip(legs=(Leg("transit", START),)), type=EventType.DEPART_FROM)


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (change(ChangeKind.ADDED), ["open"]),
        (change(ChangeKind.ADDED, about=event(personal=INVITED)), ["accept", "decline"]),
        (change(ChangeKind.ADDED, about=event(attendees=(ANN, BRAM))), ["accept", "maybe", "decline"]),
        (change(ChangeKind.ADDED, about=event(organizer=ANN, attendees=(ANN, BRAM))), ["open"]),
        (change(ChangeKind.CHANGED, MOVED), ["open"]),
        (change(ChangeKind.CHANGED, MOVED, about=event(personal=INVITED)), ["open", "accept", "decline"]),
        (
            change(ChangeKind.CHANGED, MOVED, about=event(personal=Personal("accepted"))),
            ["open", "accept", "decline"],
        ),
        (change(ChangeKind.CHANGED, RENAMED, about=event(personal=INVITED)), ["open"]),
        (
            change(ChangeKind.CHANGED, FieldChange("invitation", None, "Bram"), about=event(personal=INVITED)),
            ["accept", "decline"],
        ),
        (change(ChangeKind.CHANGED, FieldChange("departure", None, None), about=TRIP), ["open", "dismiss"]),
        (change(ChangeKind.CANCELLED, about=event(status=Status.CANCELLED, personal=INVITED)), ["open"]),
        (change(ChangeKind.REMOVED), ["show"]),
        (change(ChangeKind.CALENDAR_WITHDRAWN), ["show"]),
        (change(ChangeKind.CALENDAR_SHARED), ["open"]),
    ],
)
def test_buttons(one: Change, wanted: list[str]) -> None:
    assert acts(one) == wanted


# -- words of strangers -----------------------------------------------------------------------------------------------


def test_c_sec_11_words_of_strangers_stay_inside_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    nasty = Told("\u202eevil\n\n" + "x" * 900, ("was\x00 14:00,\nnow", "", "\u2067" + "y" * 900))
    monkeypatch.setattr(policy, "of_item", lambda changes, now, zone: nasty)
    calendars = {TEAM: replace(SCENE.calendars[TEAM], title="Product\n\nteam")}
    notification = notification_for([change()], replace(SCENE, calendars=calendars))
    assert notification is not None
    assert notification.title.startswith("evil xxx")
    assert len(notification.title) == 120
    said, last = notification.body.split(" · ")
    assert said.startswith("Was 14:00, now. Yyy")
    assert said.endswith("y…")
    assert last == "Product team"
    assert "\n" not in notification.body


def test_a_calendar_without_title_leaves_no_trace() -> None:
    notification = notification_for([change()], replace(SCENE, calendars={}))
    assert notification is not None
    assert not notification.body.endswith(("·", " "))


# -- several changes of one item --------------------------------------------------------------------------------------


def test_several_dates_of_one_series_share_a_notification() -> None:
    first, second = (
        change(kind, about=event(recurrence_id=START + timedelta(days=day)))
        for day, kind in enumerate([ChangeKind.CHANGED, ChangeKind.CANCELLED])
    )
    notification = told(first, second)
    assert notification is not None
    assert notification.key == key_of(ITEM)
    assert notification.title == "Design review: 2 changes"
    *lines, calendar = notification.body.splitlines()
    assert [line.startswith(title(each)) for line, each in zip(lines, [first, second], strict=True)] == [True, True]
    assert calendar == "Product team"
    nameless = [replace(each, summary="", event=replace(each.event, summary="")) for each in (first, second)]  # type: ignore[type-var]
    notification = told(*nameless)
    assert notification is not None
    assert notification.title == "Untitled event: 2 changes"


# -- beside what is on screen -----------------------------------------------------------------------------------------


def batch(*changes: Change) -> Batch:
    return Batch(ItemRef(changes[0].calendar, changes[0].item_id), changes)


def test_an_update_of_what_is_on_screen_replaces_it_and_says_both() -> None:
    screen = OnScreen()
    show(screen, announce(batch(change()), screen, 0, SCENE))
    second = announce(batch(change(ChangeKind.CHANGED, RENAMED)), screen, 60, SCENE)
    both = told(change(ChangeKind.CHANGED, MOVED, RENAMED))
    assert second.notification == both
    assert second.notification is not None
    assert second.notification.key == key_of(ITEM)
    assert len(second.subject.changes) == 2
    screen.closed(key_of(ITEM))
    alone = announce(batch(change(ChangeKind.CHANGED, RENAMED)), screen, 60, SCENE)
    assert alone.notification == told(change(ChangeKind.CHANGED, RENAMED))


def test_moved_and_moved_back_is_told_as_somebody_may_have_read_the_first() -> None:
    screen = OnScreen()
    show(screen, announce(batch(change()), screen, 0, SCENE))
    back = change(ChangeKind.CHANGED, FieldChange("start", MOVED.after, MOVED.before))
    announcement = announce(batch(back), screen, 5, SCENE)
    assert announcement.notification == told(back)
    assert announcement.notification is not None
    assert announcement.notification.key == key_of(ITEM)
    assert announcement.changes == announcement.subject.changes == (back,)


def test_what_came_and_went_is_withdrawn_and_what_was_known_is_told_to_be_gone() -> None:
    screen = OnScreen()
    show(screen, announce(batch(change(ChangeKind.ADDED)), screen, 0, SCENE))
    gone = announce(batch(change(ChangeKind.REMOVED)), screen, 5, SCENE)
    assert (gone.notification, gone.withdraws) == (None, (key_of(ITEM),))
    screen = OnScreen()
    show(screen, announce(batch(change()), screen, 0, SCENE))
    gone = announce(batch(change(ChangeKind.REMOVED)), screen, 5, SCENE)
    assert gone.notification is not None
    assert gone.notification.title == title(change(ChangeKind.REMOVED))


def test_what_says_nothing_more_is_not_shown_again() -> None:
    screen = OnScreen()
    off = event(status=Status.CANCELLED)
    show(screen, announce(batch(change(ChangeKind.CANCELLED, about=off)), screen, 0, SCENE))
    elsewhere = change(ChangeKind.CHANGED, FieldChange("location", "Room 1", "Room 2"), about=off)
    again = announce(batch(elsewhere), screen, 5, SCENE)
    assert (again.notification, again.withdraws, again.changes) == (None, (), (elsewhere,))


# -- bursts -----------------------------------------------------------------------------------------------------------


def many(count: int, *, travel: int = 0) -> tuple[Change, ...]:
    team = [change(item_id=str(number), about=replace(event(), uid=f"{number}")) for number in range(count)]
    return (*team, *(change(item_id=str(number), calendar=TRAVEL) for number in range(travel)))


def test_a_burst_of_a_calendar_takes_the_place_of_what_was_just_shown_and_counts_on() -> None:
    screen = OnScreen()
    for one in many(3):
        show(screen, announce(batch(one), screen, 100, SCENE), 100)
    fourth = change(item_id="other", about=replace(event(), summary="Budget"))
    burst = announce(Batch(TEAM, (fourth,)), screen, 101, SCENE)
    assert burst.notification is not None
    assert burst.notification.title == "4 events moved in Product team"
    assert burst.notification.body == "Design review, Budget"
    assert [action.id for action in burst.notification.actions] == [Act.SHOW]
    assert burst.notification.key == key_of_calendar(TEAM)
    assert item_of(burst.notification.key) is None
    assert burst.withdraws == tuple(key_of(ItemRef(TEAM, str(number))) for number in range(3))
    assert burst.notification.sound == "change"
    show(screen, burst, 101)
    more = announce(Batch(TEAM, many(4)), screen, 103, SCENE)
    assert more.notification is not None
    assert more.notification.title == "8 events moved in Product team"
    assert more.notification.sound == ""  # what counts on makes no noise
    assert more.withdraws == ()


def test_a_burst_leaves_what_is_older_or_of_another_calendar_unless_it_is_outdated() -> None:
    screen = OnScreen()
    old, elsewhere, outdated = change(item_id="old"), change(calendar=TRAVEL), change(item_id="0")
    for one, when in ((old, 0), (outdated, 0), (elsewhere, 2 * SPAN)):
        show(screen, announce(batch(one), screen, when, SCENE), when)
    burst = announce(Batch(TEAM, many(4)), screen, 2 * SPAN + 1, SCENE)
    assert burst.withdraws == (key_of(ItemRef(TEAM, "0")),)


def test_a_burst_of_one_event_says_what_it_is_now() -> None:
    screen = OnScreen()
    moves = [
        change(ChangeKind.CHANGED, FieldChange("location", f"Room {number}", f"Room {number + 1}"))
        for number in range(9)
    ]
    show(screen, announce(batch(moves[0]), screen, 0, SCENE))
    announcement = announce(Batch(TEAM, tuple(moves[1:])), screen, 1, SCENE)
    assert announcement.notification == told(change(ChangeKind.CHANGED, FieldChange("location", "Room 0", "Room 9")))
    assert len(announcement.subject.changes) == 9


def test_many_calendars_become_one_summary() -> None:
    screen = OnScreen()
    announcement = announce(Batch(None, many(5, travel=2)), screen, 0, SCENE, Why.AWAY, [reminder()])
    notification = announcement.notification
    assert notification is not None
    assert notification.title == "While you were away: 7 changes"
    assert notification.body == "5 in Product team, 2 in Travel; 1 reminder missed"
    assert (announcement.reminders, announcement.missed) == ((reminder(),), True)
    show(screen, announcement)
    more = announce(Batch(None, many(1)), screen, 1, SCENE)
    assert more.notification is not None
    assert more.notification.key == SUMMARY_KEY
    assert more.notification.title == "8 changes"
    assert more.notification.body == "6 in Product team, 2 in Travel; 1 reminder missed"


@pytest.mark.parametrize(
    ("changes", "missed", "why", "wanted"),
    [
        (1, 0, Why.HELD, "While notifications were paused: 1 change"),
        (2, 1, Why.AWAY, "While you were away: 2 changes"),
        (0, 1, Why.AWAY, "Reminder missed: Call 0"),
        (0, 3, Why.HELD, "While notifications were paused: 3 reminders missed"),
    ],
)
def test_summary(changes: int, missed: int, why: Why, wanted: str) -> None:
    reminders = [reminder(f"Call {number}", timedelta(minutes=-20)) for number in range(missed)]
    announcement = announce(Batch(None, (*many(changes), *many(changes))), OnScreen(), 0, SCENE, why, reminders)
    if changes == 1:  # the event itself says more
        assert announcement.notification == told(*many(1))
        return
    notification = announcement.notification
    assert notification is not None
    assert notification.title == wanted.replace("2", "4")
    assert [action.id for action in notification.actions] == ["show"]
    assert changes or missed == 1 or notification.body == "Call 0, Call 1, Call 2"


def test_a_summary_of_many_calendars_stays_short() -> None:
    calendars = {replace(TEAM, node=str(number)): f"Calendar {number}" for number in range(9)}
    known = {ref: replace(SCENE.calendars[TEAM], ref=ref, title=name) for ref, name in calendars.items()}
    changes = tuple(change(calendar=each) for each in calendars)
    announcement = announce(Batch(None, changes), OnScreen(), 0, replace(SCENE, calendars=known))
    assert announcement.notification is not None
    body = "1 in Calendar 0, 1 in Calendar 1, 1 in Calendar 2, 1 in Calendar 3, 5 elsewhere"
    assert announcement.notification.body == body
    announcement = announce(Batch(None, changes), OnScreen(), 0, replace(SCENE, calendars={}))
    assert announcement.notification is not None
    assert (announcement.notification.title, announcement.notification.body) == ("9 changes", "")
