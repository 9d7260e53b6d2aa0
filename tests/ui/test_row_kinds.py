"""Each kind of entry has a row of its own: where it stands, what it says, what is drawn beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from ui_fakes import BRAM, CALENDARS, NOW, at, entry, item, occurrence
from ui_kinds import BUDGET, DRIVE, LATE, ROUTE, TRAIN, TRAIN_LEGS, kinds, todo

from c42desktop.calendar.model import (
    Details,
    Event,
    EventType,
    Invitation,
    Leg,
    Meeting,
    Person,
    Personal,
    Place,
    Status,
    Trip,
)
from c42desktop.ui.agenda_faces import EventFace, HeaderFace, Mark
from c42desktop.ui.agenda_model import FACE, AgendaModel
from c42desktop.ui.agenda_rows import Entry, Kind, is_ahead
from c42desktop.ui.pills import Pill, PillKind, foremost


def made(*these: Entry, now: datetime = NOW) -> AgendaModel:
    model = AgendaModel(now)
    model.set_calendars([replace(calendar, visible=True) for calendar in CALENDARS])
    model.reset(these)
    return model


def all_faces(model: AgendaModel) -> list[HeaderFace | EventFace]:
    return [model.index(row).data(FACE) for row in range(model.rowCount())]


def titles(model: AgendaModel) -> list[str]:
    return [face.title for face in all_faces(model)]


def face(model: AgendaModel, title: str) -> EventFace:
    return next(face for face in all_faces(model) if isinstance(face, EventFace) and face.title == title)


def only(shown: Entry, now: datetime = NOW) -> EventFace:
    found = [face for face in all_faces(made(shown, now=now)) if isinstance(face, EventFace)]
    assert len(found) == 1
    return found[0]


def said(shown: Entry) -> str:
    model = made(shown)
    text = model.find(shown.item).data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(text, str)
    return text


def pill(shown: EventFace) -> str:
    return shown.pill.text if shown.pill else ""


def test_all_kinds_from_top_to_bottom() -> None:
    assert titles(made(*kinds())) == [
        "Today",
        "Focus week · until tomorrow",
        "Sinterklaas",
        "Call the dentist",
        "Water the plants",
        "Stand-up",
        "Pay the rent",
        "Call with Vera",
        "Deep work",
        "Design review",
        "Train to Utrecht",
        "Send the report",
        "Dinner with Sam",
        "Renew the passport",
        "Read the book Vera lent",
        "Buy a lamp",
        "Routes",
        "Round the lake",
        "Unreadable",
        "Sommerfest",
        "Tomorrow",
        "Drive to the airport",
        "Budget 2027",
        "All hands",
        "Drinks",
        "Bus home",
        "Tuesday",
        "Workshop on calendars",
    ]


# To-dos


def test_a_to_do_stands_where_it_is_due() -> None:
    shown = only(todo("Send the report", at(22, 17)))
    assert (shown.row, shown.starts, shown.ends, shown.second) == (Kind.TIMED, "17:00", "", "Due 17:00 · Ann")
    assert (shown.mark, shown.past, shown.struck, pill(shown)) == (Mark.CIRCLE, False, False, "")


def test_a_to_do_due_on_a_day_stands_before_the_hours_of_that_day() -> None:
    model = made(todo("Water the plants", date(2026, 11, 23)), entry("ann", "Early", at(23, 0), at(23, 1)))
    assert titles(model) == ["Today", "Tomorrow", "Water the plants", "Early"]
    assert face(model, "Water the plants").second == "Due tomorrow · Ann"


def test_a_to_do_becomes_overdue_with_the_minute_and_says_so() -> None:
    model = made(todo("Send the report", at(22, 17)))
    changed: list[int] = []
    model.set_now(at(22, 16, 59))
    model.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    assert pill(face(model, "Send the report")) == ""
    model.set_now(at(22, 17))
    assert pill(face(model, "Send the report")) == "Overdue"
    assert 1 in changed
    assert not face(model, "Send the report").past


def test_what_is_due_on_a_day_has_until_its_end() -> None:
    water = todo("Water the plants", date(2026, 11, 22))
    assert pill(only(water, now=at(22, 23, 59))) == ""
    assert pill(only(water, now=at(23, 0, 0))) == "Overdue"


def test_an_overdue_to_do_stands_under_today_until_it_is_done() -> None:
    late = todo("Call the dentist", at(20, 12))
    model = made(late, entry("ann", "Early", at(22, 0), at(22, 1)))
    assert titles(model) == ["Today", "Call the dentist", "Early"]
    shown = face(model, "Call the dentist")
    assert (shown.starts, shown.second, pill(shown)) == ("", "Due Fri 20 Nov 12:00 · Ann", "Overdue")
    model.replace(late.item, (), [replace(late.waiting[0], status=Status.COMPLETED)])
    assert titles(model) == ["Today", "Early"]


def test_midnight_takes_what_was_not_done_along() -> None:
    model = made(todo("Send the report", at(22, 17)), todo("Buy a lamp"), now=at(22, 23, 59))
    model.set_now(at(23, 0, 0))
    assert titles(model) == ["Today", "Send the report", "Buy a lamp"]
    assert face(model, "Send the report").second == "Due yesterday 17:00 · Ann"
    model.set_now(at(22, 23, 59))
    assert face(model, "Send the report").starts == "17:00"


def test_a_to_do_without_a_date_stands_at_the_end_of_today_on_one_line() -> None:
    model = made(todo("Buy a lamp"), todo("Renew", details=Details(priority=1)), *kinds()[:1])
    assert titles(model) == ["Today", "Sinterklaas", "Renew", "Buy a lamp"]
    assert (face(model, "Buy a lamp").row, face(model, "Buy a lamp").second) == (Kind.OPEN, "Ann")


def test_what_is_done_is_ticked_and_stays_for_the_day() -> None:
    done = todo("Pay the rent", at(22, 17), status=Status.COMPLETED)
    shown = only(done)
    assert (shown.mark, shown.past, shown.struck, shown.second) == (Mark.CHECK, True, True, "Ann")
    assert titles(made(done, now=at(23, 8))) == ["Today"]
    assert only(todo("All of it", at(22, 17), details=Details(progress=100))).mark is Mark.CHECK


@pytest.mark.parametrize(
    ("modified", "shown"), [(None, False), (at(21, 23), False), (datetime(2026, 11, 21, 23, 30, tzinfo=UTC), True)]
)
def test_without_a_date_it_is_shown_as_done_on_the_day_it_was_done(modified: datetime | None, shown: bool) -> None:
    lamp = todo("Buy a lamp", status=Status.COMPLETED, modified=modified)
    assert ("Buy a lamp" in titles(made(lamp))) is shown


def test_a_planned_to_do_stands_where_it_is_planned_and_says_when_it_is_due() -> None:
    planned = entry("ann", "Write", at(22, 15), at(22, 16), type=EventType.TODO, due=at(24, 9))
    shown = only(planned)
    assert (shown.starts, shown.ends, shown.second) == ("15:00", "16:00", "Due Tuesday 09:00 · Ann")


def test_each_occurrence_of_a_recurring_to_do_is_due_on_its_own_day() -> None:
    first = Event(
        "w", "Water", at(21, 9), at(21, 9, 30), type=EventType.TODO, due=at(21, 12), rrules=("FREQ=DAILY",), busy=False
    )
    third = replace(occurrence(first), start=at(23, 9), end=at(23, 9, 30))
    assert only(Entry(item("ann", "w"), (third,))).second == "Due 12:00 · Ann"


def test_what_is_to_do_counts_as_left_and_what_is_done_does_not() -> None:
    model = made(todo("Send", at(22, 17)), todo("Lamp"), todo("Rent", at(22, 11), status=Status.COMPLETED))
    header = all_faces(model)[0]
    assert isinstance(header, HeaderFace) and header.note == "2 left"


def test_the_tray_does_not_name_what_is_due_before_now() -> None:
    model = made(todo("Send", at(22, 17)), todo("Rent", at(22, 11)))
    assert [row.event.summary for row in model.rows if row.event and is_ahead(row, model.now)] == ["Send"]


# Trips and routes


def test_a_trip_shows_its_way_its_times_and_how_late_it_is() -> None:
    shown = only(Entry(item("travel", "train"), (occurrence(TRAIN),)))
    assert (shown.starts, shown.ends) == ("16:52", "18:03")
    assert shown.second == "Rotterdam Centraal → Utrecht Centraal · Travel"
    assert shown.pill == Pill(PillKind.DELAYED, "8 min later")


def test_a_trip_takes_its_times_from_its_legs() -> None:
    asked = replace(TRAIN, start=at(22, 16, 30), end=None)
    shown = only(Entry(item("travel", "train"), (occurrence(asked),)))
    assert (shown.starts, shown.ends) == ("16:52", "18:03")


def test_legs_of_another_day_say_nothing_about_an_occurrence() -> None:
    weekly = replace(occurrence(TRAIN), start=at(24, 16, 52), end=at(24, 18, 3))
    model = made(Entry(item("travel", "train"), (weekly,)))
    assert titles(model) == ["Today", "Tuesday", "Train to Utrecht"]


def test_a_trip_that_leaves_earlier_says_so() -> None:
    assert pill(only(Entry(item("travel", "drive"), (occurrence(DRIVE),)))) == "8 min earlier"


def test_a_trip_that_only_arrives_later_says_so() -> None:
    late = replace(TRAIN_LEGS[1], departure_delay=timedelta(0), arrival_delay=timedelta(minutes=12))
    trip = replace(TRAIN, trip=Trip(Place("Utrecht"), (late,)))
    assert pill(only(Entry(item("travel", "train"), (occurrence(trip),)))) == "12 min later"


def test_a_cancelled_trip_is_cancelled_whatever_its_delay() -> None:
    cancelled = replace(TRAIN, status=Status.CANCELLED)
    assert pill(only(Entry(item("travel", "train"), (occurrence(cancelled),)))) == "Cancelled"


def test_a_trip_that_only_knows_its_arrival_stands_there() -> None:
    trip = Event("t", "Fly", end=at(23, 14), location="Home", type=EventType.ARRIVE_BY, trip=Trip(Place("Oslo")))
    shown = only(Entry(item("travel", "t"), (), (trip,)))
    assert (shown.day, shown.starts, shown.second) == ("Tomorrow", "14:00", "Home → Oslo · Travel")


def test_a_trip_that_is_not_planned_yet_says_so() -> None:
    trip = replace(TRAIN, end=None, trip=Trip(Place("Oslo")), problem="When to leave is not known yet.")
    shown = only(Entry(item("travel", "train"), (occurrence(trip),)))
    assert (shown.row, shown.starts) == (Kind.TIMED, "16:52")
    assert shown.second == "When to leave is not known yet · Rotterdam Centraal → Oslo · Travel"


def test_a_route_has_no_time_and_is_not_called_unreadable() -> None:
    model = made(Entry(item("travel", "route"), (), (replace(ROUTE, busy=False),)))
    assert titles(model) == ["Today", "Routes", "Round the lake"]
    shown = face(model, "Round the lake")
    assert (shown.row, shown.mark, shown.second) == (
        Kind.TIMELESS,
        Mark.BAR,
        "Kralingse Plas → Rotterdam Centraal · Travel",
    )


# What leaves one free, what is unsure, what asks for an answer


def test_a_time_block_does_not_look_busy() -> None:
    block = entry("ann", "Deep work", at(22, 14), at(22, 16), type=EventType.TIME_BLOCK, busy=False)
    assert only(block).mark is Mark.DASHES
    free = entry("ann", "Lunch", at(22, 14), at(22, 16), busy=False)
    assert only(free).mark is Mark.DASHES
    assert only(entry("ann", "Lunch", at(22, 14), at(22, 16))).mark is Mark.BAR


def test_a_free_day_is_a_day_like_any_other() -> None:
    assert only(entry("holidays", "King's Day", date(2026, 11, 22), date(2026, 11, 23), busy=False)).mark is Mark.BAR


def test_a_suggestion_is_quiet_and_says_what_it_is() -> None:
    shown = only(entry("ann", "Dinner", at(22, 19), at(22, 21), suggested=True))
    assert (shown.quiet, shown.mark, pill(shown)) == (True, Mark.OUTLINE, "Suggested")


def test_an_invitation_says_who_invites() -> None:
    shown = only(Entry(item("team", "budget"), (occurrence(BUDGET),)))
    assert (shown.second, pill(shown)) == ("Bram invites you · Room 12", "Invitation")


@pytest.mark.parametrize(
    ("personal", "organizer", "second", "badge"),
    [
        (Personal("", "", Invitation(Person("Dr. Vera Kok"))), None, "Vera invites you", "Invitation"),
        (Personal("needs-action"), BRAM, "Bram invites you", "Invitation"),
        (Personal("needs-action"), Person("", "xmpp:bram@example.org"), "Product team", "Invitation"),
        (Personal("needs-action", "subscribed_read"), BRAM, "Product team", ""),
        (Personal("accepted", "", Invitation(BRAM)), BRAM, "Product team", ""),
        (Personal("tentative", "", Invitation(BRAM)), BRAM, "You said maybe · Product team", ""),
        (Personal("declined", "", Invitation(BRAM)), BRAM, "You declined · Product team", ""),
    ],
)
def test_an_invitation_is_open_until_it_is_answered(
    personal: Personal, organizer: Person | None, second: str, badge: str
) -> None:
    shown = only(entry("team", "Budget", at(23, 9), at(23, 10), personal=personal, organizer=organizer))
    assert (shown.second, pill(shown)) == (second, badge)


def test_an_invitation_to_what_is_over_asks_for_nothing() -> None:
    over = entry("team", "Budget", at(22, 9), at(22, 10), personal=Personal("needs-action"), organizer=BRAM)
    assert pill(only(over)) == ""


def test_what_i_declined_is_struck_and_not_left() -> None:
    model = made(entry("team", "All hands", at(22, 15), at(22, 16), personal=Personal("declined")))
    shown = face(model, "All hands")
    assert (shown.struck, shown.quiet, shown.relative) == (True, True, "")
    header = all_faces(model)[0]
    assert isinstance(header, HeaderFace) and header.note == "Nothing left"


def test_maybe_is_drawn_as_unsure() -> None:
    assert only(entry("team", "Drinks", at(22, 15), at(22, 16), personal=Personal("tentative"))).mark is Mark.OUTLINE


def test_c_pay_06_a_row_names_the_place_or_where_it_is() -> None:
    nameless = Details(places=(Place("", 51.91612, 4.4637),))
    assert only(entry("ann", "Picnic", at(22, 15), at(22, 16), details=nameless)).second == "51.9161, 4.4637 · Ann"
    named = Details(places=(Place("The lake", 51.91612, 4.4637),))
    assert only(entry("ann", "Picnic", at(22, 15), at(22, 16), details=named)).second == "The lake · Ann"


def test_a_meeting_elsewhere_stands_for_the_place() -> None:
    named = Details(meetings=(Meeting("https://meet.example.org/x", "Video call"),))
    assert only(entry("ann", "Call", at(22, 15), at(22, 16), details=named)).second == "Video call · Ann"
    nameless = Details(meetings=(Meeting("https://meet.example.org/x"),))
    assert only(entry("ann", "Call", at(22, 15), at(22, 16), details=nameless)).second == "Video call · Ann"


def test_a_meeting_without_a_link_does_not_hide_the_way_into_another() -> None:
    both = Details(meetings=(Meeting("", "Phone", "Dial 4711"), Meeting("https://meet.example.org/x")))
    assert (
        only(entry("ann", "Call", at(22, 15), at(22, 16), details=both), at(22, 15)).join
        == "https://meet.example.org/x"
    )


# One pill at most


def test_of_several_pills_the_foremost_is_shown() -> None:
    kinds_in_order = [
        PillKind.CANCELLED,
        PillKind.OVERDUE,
        PillKind.DELAYED,
        PillKind.MOVED,
        PillKind.CHANGED,
        PillKind.INVITATION,
        PillKind.SUGGESTED,
        PillKind.NEW,
    ]
    pills = [Pill(kind, kind.value) for kind in kinds_in_order]
    for number, expected in enumerate(pills):
        assert foremost(None, *reversed(pills[number:])) == expected
    assert foremost(None) is None


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (Pill(PillKind.NEW, "New"), "Invitation"),
        (Pill(PillKind.MOVED, "Moved from 14:00"), "Moved from 14:00"),
    ],
)
def test_what_was_told_gives_way_to_what_matters_more(told: Pill, shown: str) -> None:
    model = made(Entry(item("team", "budget"), (occurrence(BUDGET),)))
    model.mark(item("team", "budget"), told)
    assert pill(face(model, "Budget 2027")) == shown


def test_a_delay_says_more_than_that_a_trip_was_moved() -> None:
    model = made(Entry(item("travel", "train"), (occurrence(TRAIN),)))
    model.mark(item("travel", "train"), Pill(PillKind.MOVED, "Moved from 16:44"))
    assert pill(face(model, "Train to Utrecht")) == "8 min later"


# Read aloud


def test_rows_are_read_aloud_with_what_they_are() -> None:
    assert said(todo("Send the report", at(22, 17))) == "Send the report, To-do, Today, 17:00, Due 17:00, Ann."
    assert said(Entry(item("travel", "train"), (occurrence(TRAIN),))) == (
        "Train to Utrecht, Trip, 8 min later, Today, 16:52 to 18:03, Rotterdam Centraal to Utrecht Centraal, Travel."
    )
    done = todo("Pay the rent", at(22, 11), status=Status.COMPLETED)
    assert said(done) == "Pay the rent, To-do, done, Today, 11:00, Ann."
    block = entry("ann", "Deep work", at(22, 16), at(22, 17), type=EventType.TIME_BLOCK)
    assert said(block) == "Deep work, Time block, Today, 16:00 to 17:00, Ann."
    assert said(Entry(item("travel", "route"), (), (ROUTE,))) == (
        "Round the lake, Route, Kralingse Plas to Rotterdam Centraal, Travel."
    )


def test_a_leg_without_times_changes_nothing() -> None:
    trip = replace(TRAIN, trip=Trip(Place("Utrecht"), (Leg("transit", departure_delay=LATE),)))
    shown = only(Entry(item("travel", "train"), (occurrence(trip),)))
    assert (shown.starts, shown.ends, pill(shown)) == ("16:52", "18:03", "8 min later")
