"""Which reminders an item has between two instants."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.model import (
    SERVICE_ALARM,
    Alarm,
    CalendarRef,
    DayAlarm,
    Defaults,
    Event,
    EventType,
    ItemRef,
    Leg,
    Person,
    Personal,
    Status,
    Trip,
)
from c42desktop.calendar.payloads import read_file
from c42desktop.calendar.recurrence import series_bounds
from c42desktop.calendar.reminders import due_between, holds, lead_of, service_reminder
from tests.calendar.event_strategies import events as any_event

HERE = ZoneInfo("Europe/Amsterdam")
ITEM = ItemRef(CalendarRef("ann@example.org", "pubsub.example.org", "team"), "review")
START = datetime(2026, 11, 24, 15, tzinfo=HERE)
REVIEW = Event("review", "Review", START, START + timedelta(hours=1))
DAY = Event("fair", "Fair", date(2026, 11, 24), date(2026, 11, 26))
USUAL = Defaults()
NONE = Defaults((), ())
BEGIN, END = datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def minutes(number: float) -> Alarm:
    return Alarm(before=timedelta(minutes=number))


def rings(*events: Event, defaults: Defaults = USUAL, zone: ZoneInfo = HERE, begin: datetime = BEGIN) -> dict[str, str]:
    """When what rings, in the reader's time."""
    found = due_between(ITEM, events, begin, END, zone, defaults)
    return {f"{each.due.astimezone(zone):%a %d %H:%M}": each.alarm for each in found}


def occurrences(*events: Event) -> list[str]:
    return [each.occurrence for each in due_between(ITEM, events, BEGIN, END, HERE, USUAL)]


# -- which alarms ---------------------------------------------------------------------------------------------------


def test_what_an_event_says_counts_and_else_the_defaults() -> None:
    assert rings(REVIEW) == {"Tue 24 14:50": "default:-PT600S"}
    own = replace(REVIEW, alarms=(minutes(60), minutes(0), minutes(-30), Alarm(at=START - timedelta(hours=5))))
    assert rings(own) == {
        "Tue 24 10:00": "@2026-11-24T09:00:00Z",
        "Tue 24 14:00": "-PT3600S",
        "Tue 24 15:00": "PT0S",
        "Tue 24 15:30": "PT1800S",
    }
    assert rings(REVIEW, defaults=NONE) == {}


def test_all_day_events_have_defaults_of_their_own() -> None:
    assert rings(DAY) == {"Mon 23 18:00": "default:-P1D@18:00"}
    assert rings(DAY, defaults=Defaults((), (DayAlarm(0, time(7, 30)),))) == {"Tue 24 07:30": "default:-P0D@07:30"}


def test_an_all_day_alarm_does_not_ring_at_midnight() -> None:
    assert rings(replace(DAY, alarms=(minutes(0), minutes(1440), minutes(15 * 60), minutes(-9 * 60)))) == {
        "Mon 23 09:00": "-PT86400S",
        "Tue 24 09:00": "PT0S",
    }
    assert rings(replace(DAY, alarms=(minutes(6 * 60), minutes(-17 * 60)))) == {
        "Mon 23 18:00": "-PT21600S",
        "Tue 24 17:00": "PT61200S",
    }


def test_a_birthday_that_leaves_one_free_is_remembered() -> None:
    assert rings(replace(DAY, busy=False))
    assert rings(replace(REVIEW, busy=False))


def test_alarms_of_one_occurrence_at_the_same_time_are_one() -> None:
    same = Alarm(at=START - timedelta(minutes=10))
    (one,) = due_between(ITEM, [replace(REVIEW, alarms=(minutes(10), minutes(10), same))], BEGIN, END, HERE, USUAL)
    assert one.alarm == "-PT600S"


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.CANCELLED},
        {"personal": Personal(answer="declined")},
        {"personal": Personal(permission="removed")},
        {"attendees": (Person("Ann", "ann@example.org", "declined"),)},
        {"attendees": (Person("Ann", "xmpp:ANN@example.org", "declined"),)},
        {"type": EventType.TIME_BLOCK},
        {"suggested": True},
        {"rrules": ("FREQ=HOURLY",)},
    ],
)
def test_nothing_rings_for_what_nobody_goes_to(fields: dict[str, object]) -> None:
    assert rings(replace(REVIEW, **fields)) == {}  # type: ignore[arg-type]


def test_what_others_declined_rings() -> None:
    assert rings(replace(REVIEW, attendees=(Person("Bram", "bram@example.org", "declined"),)))


def test_a_time_block_rings_where_it_says_so() -> None:
    assert rings(replace(REVIEW, type=EventType.TIME_BLOCK, alarms=(minutes(5),))) == {"Tue 24 14:55": "-PT300S"}


def test_events_without_a_time_do_not_ring() -> None:
    assert rings(Event("x", "Unreadable", problem="No start.", alarms=(minutes(5),))) == {}
    assert due_between(ITEM, [], BEGIN, END, HERE, USUAL) == []


# -- tasks and trips ------------------------------------------------------------------------------------------------


def test_a_task_rings_when_it_is_due() -> None:
    task = Event("tax", "Tax", type=EventType.TODO, due=datetime(2026, 11, 24, 17))
    assert rings(task) == {"Tue 24 17:00": "due"}
    assert rings(replace(task, due=date(2026, 11, 24))) == {"Tue 24 09:00": "due"}
    assert rings(replace(task, alarms=(minutes(60),))) == {"Tue 24 16:00": "-PT3600S"}
    assert rings(task, defaults=NONE) == {}


def test_a_task_that_is_done_does_not_ring() -> None:
    task = Event("tax", "Tax", type=EventType.TODO, due=datetime(2026, 11, 24, 17))
    assert rings(replace(task, status=Status.COMPLETED)) == {}
    assert rings(replace(task, details=replace(task.details, progress=100))) == {}


def test_alarms_of_a_task_with_a_start_count_from_it_and_it_rings_when_due_otherwise() -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTODO\r\nUID:tax\r\nDTSTART:20261105T080000Z\r\n"
        "DUE:20261124T160000Z\r\n{alarm}END:VTODO\r\nEND:VCALENDAR\r\n"
    )
    before_end = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER;RELATED=END:-PT30M\r\nEND:VALARM\r\n"
    assert rings(*read_file(text.format(alarm=before_end).encode(), "tax.ics")) == {"Tue 24 16:30": "PT1668600S"}
    assert rings(*read_file(text.format(alarm="").encode(), "tax.ics")) == {"Tue 24 17:00": "due"}


def test_repeated_alarms_ring_again() -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261124T140000Z\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nREPEAT:2\r\nDURATION:PT10M\r\nEND:VALARM\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert list(rings(*read_file(text.encode(), "a.ics"))) == ["Tue 24 14:30", "Tue 24 14:40", "Tue 24 14:50"]


def trip(delay: float) -> Event:
    late = timedelta(minutes=delay)
    leg = Leg("transit", START + late, START + late + timedelta(hours=1), departure_delay=late)
    return replace(REVIEW, type=EventType.ARRIVE_BY, trip=Trip(legs=(leg,)))


def test_a_trip_rings_before_it_departs_delays_included() -> None:
    assert rings(trip(0)) == {"Tue 24 14:50": "departure:-PT600S"}
    assert rings(trip(25)) == {"Tue 24 15:15": "departure:-PT600S"}
    assert rings(trip(-10)) == {"Tue 24 14:40": "departure:-PT600S"}


# -- series ---------------------------------------------------------------------------------------------------------


def test_each_occurrence_rings_but_those_that_are_skipped_moved_or_cancelled() -> None:
    daily = replace(REVIEW, rrules=("FREQ=DAILY;COUNT=5",))
    days = [START + timedelta(days=number) for number in range(5)]
    moved = replace(REVIEW, start=days[2] + timedelta(hours=2), end=days[2] + timedelta(hours=3), recurrence_id=days[2])
    off = replace(REVIEW, status=Status.CANCELLED, start=days[3], end=None, recurrence_id=days[3])
    assert list(rings(replace(daily, exdates=(days[1],)), moved, off)) == [
        "Tue 24 14:50",
        "Thu 26 16:50",
        "Sat 28 14:50",
    ]
    assert occurrences(daily, moved, off) == [f"2026-11-{day}T14:00:00Z" for day in (24, 25, 26, 28)]


def test_a_reminder_has_the_times_of_its_occurrence() -> None:
    _first, second = due_between(ITEM, [replace(REVIEW, rrules=("FREQ=DAILY;COUNT=2",))], BEGIN, END, HERE, USUAL)
    assert (second.event.start, second.event.end) == (START + timedelta(days=1), START + timedelta(days=1, hours=1))


def test_later_occurrences_of_a_series_that_turned_keep_their_names() -> None:
    daily = replace(REVIEW, rrules=("FREQ=DAILY;COUNT=4",))
    turned = replace(
        REVIEW,
        start=START + timedelta(days=1, hours=2),
        end=START + timedelta(days=1, hours=3),
        recurrence_id=START + timedelta(days=1),
        and_future=True,
    )
    assert list(rings(daily, turned)) == ["Tue 24 14:50", "Wed 25 16:50", "Thu 26 16:50", "Fri 27 16:50"]
    assert occurrences(daily, turned) == [f"2026-11-{day}T14:00:00Z" for day in (24, 25, 26, 27)]


def test_an_alarm_at_an_instant_is_for_the_next_occurrence_of_a_series() -> None:
    daily = replace(REVIEW, rrules=("FREQ=DAILY",), alarms=(Alarm(at=START + timedelta(days=2, hours=-3)),))
    (one,) = due_between(ITEM, [daily], BEGIN, END, HERE, USUAL)
    assert (one.occurrence, one.alarm) == ("2026-11-26T14:00:00Z", "@2026-11-26T11:00:00Z")


def test_names_of_days_and_floating_times_are_as_they_are_written() -> None:
    assert occurrences(replace(DAY, rrules=("FREQ=WEEKLY;COUNT=1",))) == ["2026-11-24"]
    assert occurrences(Event("f", "F", datetime(2026, 11, 24, 9), rrules=("FREQ=DAILY;COUNT=1",))) == [
        "2026-11-24T09:00:00"
    ]


# -- clocks ---------------------------------------------------------------------------------------------------------


def at(start: datetime, before: timedelta, zone: ZoneInfo = HERE) -> datetime:
    event = Event("e", "E", start, alarms=(Alarm(before=before),))
    (one,) = due_between(ITEM, [event], start.replace(tzinfo=UTC) - timedelta(days=9), END, zone, USUAL)
    return one.due


def test_days_before_count_on_the_wall_and_hours_in_real_time() -> None:
    sunday = datetime(2026, 3, 29, 9, tzinfo=HERE)  # summer time began in the night
    assert at(sunday, timedelta(days=1)) == datetime(2026, 3, 28, 8, tzinfo=UTC)
    assert at(sunday, timedelta(hours=12)) == datetime(2026, 3, 28, 19, tzinfo=UTC)
    assert at(sunday, timedelta(days=1, hours=1)) == datetime(2026, 3, 28, 7, tzinfo=UTC)


def test_both_half_past_two_of_a_night_are_told_apart() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=HERE)
    ten = timedelta(minutes=10)
    assert at(first, ten) == datetime(2026, 10, 25, 0, 20, tzinfo=UTC)
    assert at(first.replace(fold=1), ten) == datetime(2026, 10, 25, 1, 20, tzinfo=UTC)
    assert at(datetime(2026, 10, 25, 3, tzinfo=HERE), timedelta(hours=1)) == datetime(2026, 10, 25, 1, tzinfo=UTC)


def test_an_hour_that_is_skipped_rings_after_it() -> None:
    assert at(datetime(2026, 3, 29, 2, 30, tzinfo=HERE), timedelta(0)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_floating_times_and_days_are_the_readers() -> None:
    floating = Event("f", "F", datetime(2026, 11, 24, 9))
    tokyo = ZoneInfo("Asia/Tokyo")
    assert rings(floating, zone=tokyo) == rings(floating) == {"Tue 24 08:50": "default:-PT600S"}
    assert rings(DAY, zone=tokyo) == rings(DAY)


# -- whether it still holds -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", [REVIEW, DAY, trip(5), Event("t", "T", type=EventType.TODO, due=date(2026, 11, 24))])
def test_a_reminder_holds_until_its_event_moves_or_ends(event: Event) -> None:
    (one,) = due_between(ITEM, [event], BEGIN, END, HERE, USUAL)
    assert holds(one, [event], HERE)
    assert holds(one, [replace(event, description="New", alarms=(minutes(1),))], HERE)
    assert not holds(one, [], HERE)
    assert not holds(one, [replace(event, uid="another")], HERE)
    ends = {"status": Status.COMPLETED if event.type is EventType.TODO else Status.CANCELLED}
    assert not holds(one, [replace(event, **ends)], HERE)  # type: ignore[arg-type]
    later = timedelta(days=1)
    moved = {"due": event.due + later} if event.due else {"start": event.start + later}  # type: ignore[operator]
    if event.trip is None:
        assert not holds(one, [replace(event, **moved)], HERE)  # type: ignore[arg-type]


def test_a_delayed_trip_is_another_reminder() -> None:
    (one,) = due_between(ITEM, [trip(5)], BEGIN, END, HERE, USUAL)
    assert not holds(one, [trip(6)], HERE)


def test_a_skipped_occurrence_does_not_hold() -> None:
    daily = replace(REVIEW, rrules=("FREQ=DAILY",))
    one = due_between(ITEM, [daily], BEGIN, END, HERE, USUAL)[2]
    assert one.event.start is not None
    assert holds(one, [daily], HERE)
    assert not holds(one, [replace(daily, exdates=(one.event.start,))], HERE)


# -- what the service says ------------------------------------------------------------------------------------------


def test_c_pubsub_22_the_service_means_the_next_occurrence() -> None:
    daily = replace(REVIEW, rrules=("FREQ=DAILY",))
    now = START + timedelta(days=2, minutes=3, microseconds=9)
    one = service_reminder(ITEM, [daily], now, timedelta(minutes=5), HERE)
    assert one is not None
    assert (one.alarm, one.occurrence, one.due) == (SERVICE_ALARM, "2026-11-26T14:00:00Z", now.replace(microsecond=0))
    assert service_reminder(ITEM, [replace(REVIEW, status=Status.CANCELLED)], now, timedelta(0), HERE) is None


# -- how far items reach --------------------------------------------------------------------------------------------


@given(st.lists(any_event(), min_size=1, max_size=3), st.datetimes(datetime(1981, 1, 1), datetime(2089, 1, 1)))
@settings(max_examples=25)
def test_however_an_interval_is_cut_the_same_rings_once(events: list[Event], middle: datetime) -> None:
    begin, end = (middle.replace(tzinfo=UTC) + timedelta(days=days) for days in (-40, 40))
    cuts = [begin, begin + timedelta(days=3), middle.replace(tzinfo=UTC), end - timedelta(hours=5), end]
    whole = due_between(ITEM, events, begin, end, HERE, USUAL)
    pieces = [due_between(ITEM, events, low, high, HERE, USUAL) for low, high in pairwise(cuts)]
    assert [reminder for piece in pieces for reminder in piece] == whole


NEAR = st.datetimes(datetime(2026, 3, 20), datetime(2026, 4, 10)).map(lambda wall: wall.replace(microsecond=0))


@given(
    NEAR,
    st.sampled_from([UTC, HERE, ZoneInfo("America/New_York"), None]),
    st.sampled_from([(), ("FREQ=DAILY",), ("FREQ=WEEKLY;BYDAY=MO,TH",), ("FREQ=DAILY;INTERVAL=2;COUNT=4",)]),
    st.lists(st.integers(-3000, 6000).map(minutes), max_size=3),
    st.lists(st.integers(0, 22 * 24 * 60), min_size=1, max_size=5),
    st.booleans(),
)
@settings(max_examples=80)
def test_however_a_dense_interval_is_cut_the_same_rings_once(
    start: datetime, zone: ZoneInfo | None, rules: tuple[str, ...], alarms: list[Alarm], cuts: list[int], whole: bool
) -> None:
    first = start.date() if whole else start.replace(tzinfo=zone)
    event = Event("e", "E", first, first + timedelta(days=1), rrules=rules, alarms=tuple(alarms))
    begin = datetime(2026, 3, 20, tzinfo=UTC)
    edges = [begin, *(begin + timedelta(minutes=cut) for cut in sorted(cuts)), begin + timedelta(days=22)]
    expected = due_between(ITEM, [event], edges[0], edges[-1], HERE, USUAL)
    pieces = [due_between(ITEM, [event], low, high, HERE, USUAL) for low, high in pairwise(edges)]
    assert [reminder for piece in pieces for reminder in piece] == expected


@given(st.lists(any_event(), min_size=1, max_size=2))
@settings(max_examples=25)
def test_no_alarm_of_an_items_own_is_further_off_than_its_lead(events: list[Event]) -> None:
    first, last = series_bounds(events)
    lead = lead_of(events, first, last)
    if first is None:
        return
    found = due_between(ITEM, events, datetime(1975, 1, 1, tzinfo=UTC), datetime(1995, 1, 1, tzinfo=UTC), HERE, NONE)
    for reminder in found:
        assert first.year < 1900 or reminder.due >= first - lead
        assert last is None or reminder.due <= last + lead
