"""The sentences about trips, to-dos, invitations and what else Calendar42 knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import (
    Attachment,
    CalendarRef,
    Change,
    Details,
    Event,
    EventType,
    Invitation,
    Leg,
    Meeting,
    Moment,
    Person,
    Personal,
    Place,
    Status,
    Trip,
)
from c42desktop.calendar.words import Told, sentence, tell, title_of
from c42desktop.notify.policy import notification_for

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CALENDAR = CalendarRef("ann@example.org", "pubsub.example.org", "travel")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=AMSTERDAM)  # a Sunday


def at(hour: int, minute: int = 0, day: int = 22) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=AMSTERDAM)


ROTTERDAM, UTRECHT = Place("Rotterdam Centraal"), Place("Utrecht Centraal")
TRAIN = Leg("transit", at(17, 12), at(17, 50), ROTTERDAM, UTRECHT, real_time=True, line="IC 2241")
WALK = Leg("walk", at(17, 2), at(17, 10), Place("Home"), ROTTERDAM)


def trip_of(*legs: Leg, summary: str = "Train to Utrecht", **fields: object) -> Event:
    event = Event("7", summary, at(17, 12), at(17, 50), location=ROTTERDAM.text, type=EventType.DEPART_FROM)
    return replace(event, trip=Trip(UTRECHT, legs, "success"), **fields)  # type: ignore[arg-type]


def late(leg: Leg, minutes: int) -> Leg:
    delay = timedelta(minutes=minutes)
    assert leg.start is not None and leg.end is not None
    return replace(leg, start=leg.start + delay, end=leg.end + delay, departure_delay=delay, arrival_delay=delay)


def change(before: Event | None, after: Event | None) -> Change:
    old, new = ([event] if event else [] for event in (before, after))
    (found,) = compare(CALENDAR, "item", old, new, NOW)
    return found


def told(before: Event | None, after: Event | None) -> Told:
    return tell(change(before, after), NOW, AMSTERDAM)


def test_a_train_that_is_late_says_how_much_later_to_leave() -> None:
    assert sentence(told(trip_of(TRAIN), trip_of(late(TRAIN, 8)))) == (
        "Leave 8 minutes later — Train to Utrecht now departs 17:20 from Rotterdam Centraal"
    )


def test_a_train_that_is_early_says_how_much_earlier_to_leave() -> None:
    assert told(trip_of(TRAIN), trip_of(late(TRAIN, -10))) == Told(
        "Leave 10 minutes earlier", ("Train to Utrecht now departs 17:02 from Rotterdam Centraal",)
    )


def test_who_has_to_walk_first_is_told_when_to_leave() -> None:
    after = trip_of(late(WALK, -10), late(TRAIN, -12))
    assert told(trip_of(WALK, TRAIN), after) == Told(
        "Leave 10 minutes earlier",
        ("Train to Utrecht now departs 17:00 from Rotterdam Centraal", "leave 16:52, was 17:02"),
    )
    longer = trip_of(replace(WALK, start=at(16, 57)), TRAIN)
    assert told(trip_of(WALK, TRAIN), longer) == Told(
        "Leave 5 minutes earlier",
        ("Train to Utrecht departs 17:12 from Rotterdam Centraal", "leave 16:57, was 17:02"),
    )


def test_a_train_that_is_late_after_the_same_walk() -> None:
    assert told(trip_of(WALK, TRAIN), trip_of(WALK, late(TRAIN, 8))) == Told(
        "Train to Utrecht departs 8 minutes later", ("17:20 from Rotterdam Centraal, was 17:12",)
    )


def test_where_the_event_moves_along_it_is_told_once() -> None:
    after = replace(trip_of(late(TRAIN, 8)), start=at(17, 20), end=at(17, 58))
    assert [field.name for field in change(trip_of(TRAIN), after).fields] == ["start", "end", "delay"]
    assert told(trip_of(TRAIN), after) == told(trip_of(TRAIN), trip_of(late(TRAIN, 8)))


def test_a_trip_that_is_on_time_again_says_so() -> None:
    assert told(trip_of(late(TRAIN, 8)), trip_of(TRAIN)) == Told(
        "Leave 8 minutes earlier", ("Train to Utrecht is on time again: 17:12 from Rotterdam Centraal",)
    )
    assert told(trip_of(WALK, late(TRAIN, 8)), trip_of(WALK, TRAIN)) == Told(
        "Train to Utrecht is on time again", ("17:12 from Rotterdam Centraal, was 17:20",)
    )
    less = told(trip_of(late(TRAIN, 8)), trip_of(late(TRAIN, 3)))
    assert less.details == ("Train to Utrecht now departs 17:15 from Rotterdam Centraal",)


def test_who_leaves_as_before_is_not_told_to_leave_later() -> None:
    after = trip_of(WALK, late(TRAIN, 8), start=at(17, 20), end=at(17, 58))
    assert told(trip_of(WALK, TRAIN), after).title == "Train to Utrecht departs 8 minutes later"


def test_another_day_is_named() -> None:
    tomorrow = replace(TRAIN, start=at(0, 2, 23), end=at(0, 40, 23))
    before = trip_of(replace(tomorrow, start=at(23, 58)), start=at(23, 58), end=at(0, 40, 23))
    assert told(before, trip_of(tomorrow, start=at(23, 58), end=at(0, 40, 23))) == Told(
        "Leave 4 minutes later", ("Train to Utrecht now departs tomorrow 00:02 from Rotterdam Centraal",)
    )


@pytest.mark.parametrize(
    ("summary", "line", "called"),
    [
        ("Bram's birthday", "IC 2241", "Bram's birthday"),
        ("", "IC 2241", "IC 2241 to Utrecht Centraal"),
        ("", "", "Train or bus to Utrecht Centraal"),
        ("Bus to Gouda", "", "Bus to Gouda"),
    ],
)
def test_what_a_ride_is_called(summary: str, line: str, called: str) -> None:
    before = trip_of(replace(TRAIN, line=line), summary=summary)
    after = trip_of(late(replace(TRAIN, line=line), 8), summary=summary)
    assert told(before, after).details == (f"{called} now departs 17:20 from Rotterdam Centraal",)


def test_a_drive_has_nothing_that_departs() -> None:
    car = Leg("car", at(17), at(18), ROTTERDAM, UTRECHT)
    longer = replace(car, start=at(16, 40))
    assert told(trip_of(car, summary="Drive home"), trip_of(longer, summary="Drive home")) == Told(
        "Leave 20 minutes earlier", ("Drive home: leave 16:40, was 17:00",)
    )


def test_seconds_are_no_news() -> None:
    seconds = replace(TRAIN, start=at(17, 12) + timedelta(seconds=40), arrival_delay=timedelta(seconds=5))
    assert compare(CALENDAR, "item", [trip_of(TRAIN)], [trip_of(seconds)], NOW) == ()


def test_a_later_arrival_alone() -> None:
    assert told(trip_of(TRAIN), trip_of(replace(TRAIN, end=at(17, 58)))) == Told(
        "Train to Utrecht arrives 8 minutes later", ("17:58, was 17:50",)
    )


def test_a_trip_that_is_moved_while_its_way_is_looked_for_does_not_arrive_later() -> None:
    looked_for = trip_of(summary="Drive home", start=at(18), end=at(19))
    walked = replace(looked_for, trip=Trip(UTRECHT, (replace(WALK, start=at(17), end=at(17, 10)),), "success"))
    assert told(walked, replace(walked, start=at(20), end=at(21))).title == "Drive home moved"


def test_another_route_names_its_legs() -> None:
    tram = Leg("transit", at(17, 12), at(17, 50), ROTTERDAM, UTRECHT, line="Tram 8")
    assert told(trip_of(TRAIN), trip_of(tram, WALK)).details[-1] == "new route: Tram 8, walk"
    assert told(trip_of(TRAIN), trip_of(tram)) == Told("Train to Utrecht: new route", ("new route: Tram 8",))


def test_a_trip_that_is_called_off_or_moved_or_not_found() -> None:
    off = trip_of(TRAIN, status=Status.CANCELLED)
    assert told(trip_of(TRAIN), off) == Told("Train to Utrecht cancelled", ("was today 17:12 – 17:50",))
    assert told(trip_of(TRAIN), None).title == "Train to Utrecht removed"
    days = replace(TRAIN, start=at(9, 0, 24), end=at(9, 38, 24))
    assert told(trip_of(TRAIN), trip_of(days, start=at(9, 0, 24), end=at(9, 38, 24))) == Told(
        "Train to Utrecht moved", ("Tuesday 09:00 – 09:38, was today 17:12",)
    )
    lost = replace(trip_of(), trip=Trip(UTRECHT, (), "error"))
    assert told(trip_of(), lost).details == ("no way to get there was found",)


def test_a_new_trip_and_a_new_route_tell_from_where_to_where() -> None:
    assert told(None, trip_of(TRAIN)) == Told(
        "Train to Utrecht added", ("today 17:12 – 17:50 · Rotterdam Centraal to Utrecht Centraal",)
    )
    route = Event("8", "", location="Home", type=EventType.ROUTE, trip=Trip(Place("Office")))
    assert (title_of(route), told(None, route)) == ("Route: Home to Office", Told("Route: Home to Office added"))
    assert told(route, replace(route, trip=Trip(Place("Gym")))).title == "Route: Home to Gym changed"


def test_a_trip_whose_time_is_found_out_later() -> None:
    waiting = Event(
        "7", "Train to Utrecht", at(17, 50), type=EventType.ARRIVE_BY, problem="When to leave is not known yet."
    )
    waiting = replace(waiting, trip=Trip(UTRECHT, (), "loading"))
    found = replace(waiting, start=at(17, 12), end=at(17, 50), problem="", trip=Trip(UTRECHT, (WALK, TRAIN), "success"))
    assert told(waiting, found).title == "Leave at 17:02: Train to Utrecht"


def test_a_trip_that_is_over_is_late_for_nobody() -> None:
    one = change(trip_of(TRAIN), trip_of(late(TRAIN, 8)))
    assert notification_for(one, "Travel", at(17, 0), AMSTERDAM) is not None
    assert notification_for(one, "Travel", at(18, 30), AMSTERDAM) is None


TODO = Event("t", "Pay the rent", type=EventType.TODO, busy=False, due=date(2026, 11, 22))


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 22), "due today"),
        (at(14), "due today 14:00"),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "due tomorrow 00:30"),
        (date(2026, 11, 20), "due Fri 20 Nov"),
        (None, ""),
    ],
)
def test_a_new_to_do_tells_when_it_is_due(due: Moment | None, words: str) -> None:
    assert told(None, replace(TODO, due=due)) == Told("Pay the rent added as a to-do", (words,) if words else ())


def test_a_to_do_that_is_due_at_another_time() -> None:
    friday, tomorrow = replace(TODO, due=date(2026, 11, 27)), replace(TODO, due=date(2026, 11, 23))
    assert sentence(told(friday, tomorrow)) == "Pay the rent is due tomorrow — was Friday"
    assert told(friday, replace(TODO, due=None)) == Told("Pay the rent is no longer due", ("was Friday",))
    assert told(friday, None) == Told("Pay the rent removed", ("was due Friday",))


def test_a_to_do_that_is_done() -> None:
    assert told(TODO, replace(TODO, status=Status.COMPLETED)) == Told("Pay the rent is done")
    assert told(None, replace(TODO, status=Status.COMPLETED)).title == "Pay the rent is done"


BUDGET = Event("b", "Budget 2027", at(10, 30, 23), at(11, 30, 23), location="Room 12")
INVITED = Personal("needs-action", "invited_read", Invitation(Person("Bram"), "Bring figures"))


def test_an_invitation_tells_who_invites() -> None:
    assert told(None, replace(BUDGET, personal=INVITED)) == Told(
        "Budget 2027: Bram invites you", ("tomorrow 10:30 – 11:30 · Room 12", "Bring figures")
    )
    nobody = replace(INVITED, invitation=Invitation(Person()))
    assert told(None, replace(BUDGET, personal=nobody)).title == "Budget 2027: you are invited"
    subscribed = Personal("needs-action", "subscribed_read")
    assert told(None, replace(BUDGET, personal=subscribed)).title == "Budget 2027 added"
    assert told(BUDGET, replace(BUDGET, personal=INVITED)) == Told(
        "Budget 2027: Bram invites you", ("tomorrow 10:30 – 11:30 · Room 12",)
    )


def test_the_readers_own_answer_interrupts_nobody() -> None:
    invited = replace(BUDGET, personal=INVITED)
    one = change(invited, replace(invited, personal=replace(INVITED, answer="accepted")))
    assert tell(one, NOW, AMSTERDAM) == Told("Budget 2027 changed", ("you accepted",))
    assert notification_for(one, "Team", NOW, AMSTERDAM) is None


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (("Ann accepted", "Vera"), "Ann accepted Budget 2027"),
        (("Ann accepted", "Vera accepted"), "Ann and Vera accepted Budget 2027"),
        (("Ann accepted", "Vera declined"), "Ann and Vera answered: Budget 2027 — Ann accepted; Vera declined"),
        (("Ann tentative", "Vera"), "Ann may come to Budget 2027"),
        (("Ann", "Bram accepted"), "Budget 2027 changed — other answers"),
        (("Ann",), "Budget 2027 changed — 1 person instead of 2"),
    ],
)
def test_the_answers_of_others_name_them(after: tuple[str, ...], words: str) -> None:
    def people(*texts: str) -> tuple[Person, ...]:
        return tuple(Person(text.split()[0], answer=text.partition(" ")[2]) for text in texts)

    before = replace(BUDGET, attendees=people("Ann", "Vera"))
    assert sentence(told(before, replace(BUDGET, attendees=people(*after)))) == words


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"suggested": True}, "Budget 2027 suggested"),
        ({"type": EventType.TIME_BLOCK, "busy": False}, "Budget 2027 added as a time block"),
        ({"type": EventType.TIME_BLOCK, "status": Status.CANCELLED}, "Budget 2027 cancelled"),
    ],
)
def test_other_types_have_their_own_titles(fields: dict[str, object], title: str) -> None:
    assert told(None, replace(BUDGET, **fields)).title == title  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({"type": EventType.TIME_BLOCK, "busy": False}, "now a time block"),
        ({"type": EventType.TODO}, "now a to-do"),
        ({"busy": False}, "leaves you free now"),
        ({"suggested": True}, "now a suggestion"),
        ({"personal": Personal(permission="subscribed_write")}, "you can change it now"),
        ({"personal": Personal(permission="invited_read")}, "you are invited"),
        ({"details": Details(meetings=(Meeting("https://example.org/m"),))}, "new way to take part"),
        ({"details": Details(attachments=(Attachment("https://example.org/a.pdf"),))}, "other files"),
        ({"details": Details(progress=40)}, "40 % done"),
        ({"due": at(14)}, "due 14:00"),
    ],
)
def test_what_else_changed_is_told_in_a_few_words(fields: dict[str, object], detail: str) -> None:
    before = replace(BUDGET, personal=Personal(permission="subscribed_read"))
    if "personal" not in fields:
        fields = {**fields, "personal": before.personal}
    assert told(before, replace(BUDGET, **fields)) == Told("Budget 2027 changed", (detail,))  # type: ignore[arg-type]
