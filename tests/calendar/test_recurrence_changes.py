"""Changed occurrences: single ones, those that change all later ones, periods, and which of two to believe."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.model import Event, Moment, Occurrence, Status, as_local
from c42desktop.calendar.payloads.ical import events_from_text
from c42desktop.calendar.recurrence import MAX_OCCURRENCES, next_occurrence, occurrences, series_bounds

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SINGAPORE = ZoneInfo("Asia/Singapore")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
YEAR = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)


def at(day: int, hour: int = 9, minute: int = 0, *, month: int = 10, zone: ZoneInfo = AMSTERDAM) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=zone)


def daily(count: int = 10, **more: object) -> Event:
    """Every day from 20 October, across the end of summer time."""
    event = Event("u", "Stand-up", start=at(20), end=at(20, 9, 30), rrules=(f"FREQ=DAILY;COUNT={count}",))
    return replace(event, **more)  # type: ignore[arg-type]


def from_then_on(place: Moment, start: Moment, end: Moment | None = None, **more: object) -> Event:
    event = Event("u", "Moved", start=start, end=end, recurrence_id=place, and_future=True)
    return replace(event, **more)  # type: ignore[arg-type]


def shown(*events: Event) -> list[tuple[int, int, str]]:
    """Day, hour and title, in the zone of the occurrence."""
    found = occurrences(events, *YEAR, AMSTERDAM)
    return [(hit.start.day, getattr(hit.start, "hour", -1), hit.event.summary) for hit in found]


def test_an_occurrence_moved_with_all_later_ones_moves_them_by_as_much() -> None:
    found = occurrences([daily(6), from_then_on(at(23), at(23, 11), at(23, 13))], *YEAR, AMSTERDAM)
    assert [hit.start for hit in found] == [at(20), at(21), at(22), at(23, 11), at(24, 11), at(25, 11)]
    assert [hit.end for hit in found][3:] == [at(23, 13), at(24, 13), at(25, 13)]
    assert [hit.event.summary for hit in found][2:4] == ["Stand-up", "Moved"]


def test_a_later_change_of_all_later_ones_takes_over_from_the_original_place() -> None:
    first, second = from_then_on(at(22), at(22, 11)), from_then_on(at(24), at(24, 8), summary="Early")
    expected = [(20, 9, "Stand-up"), (21, 9, "Stand-up"), (22, 11, "Moved"), (23, 11, "Moved"), (24, 8, "Early")]
    assert shown(daily(6), first, second) == [*expected, (25, 8, "Early")]
    assert shown(second, daily(6), first) == [*expected, (25, 8, "Early")]


def test_a_single_change_and_an_exdate_win_over_one_of_all_later_ones() -> None:
    single = Event("u", "Once", start=at(24, 15), recurrence_id=at(24))
    series = daily(6, exdates=(at(25),))
    assert shown(series, from_then_on(at(23), at(23, 11)), single) == [
        (20, 9, "Stand-up"), (21, 9, "Stand-up"), (22, 9, "Stand-up"), (23, 11, "Moved"), (24, 15, "Once"),
    ]  # fmt: skip


def test_an_added_date_is_moved_as_well() -> None:
    assert shown(daily(2, rdates=(at(30),)), from_then_on(at(21), at(21, 11)))[-1] == (30, 11, "Moved")


def test_cancelling_all_later_ones_cancels_them() -> None:
    found = occurrences([daily(4), from_then_on(at(22), at(22), status=Status.CANCELLED)], *YEAR, AMSTERDAM)
    assert [hit.event.status is Status.CANCELLED for hit in found] == [False, False, True, True]


def test_what_is_moved_far_is_found_in_the_window_it_was_moved_to() -> None:
    weeks = daily(4), from_then_on(at(22), at(22, month=12), at(22, 10, month=12))
    december = occurrences(weeks, at(1, 0, month=12), at(31, 0, month=12), AMSTERDAM)
    assert [hit.start.day for hit in december] == [22, 23]
    assert [hit.start.day for hit in occurrences(weeks, at(1), at(31), AMSTERDAM)] == [20, 21]
    first, last = series_bounds(weeks)
    assert first is not None and first <= at(20) and last is not None and last >= at(23, 10, month=12)
    upcoming = next_occurrence(weeks, at(1, month=12), AMSTERDAM)
    assert upcoming is not None and upcoming.start == at(22, month=12)


def test_what_is_moved_before_the_start_of_its_series_is_within_the_bounds() -> None:
    early = daily(4), from_then_on(at(21), at(21, month=2))
    first, _last = series_bounds(early)
    assert first is not None and first <= at(21, month=2)
    assert [hit.start.day for hit in occurrences(early, *YEAR, AMSTERDAM)] == [21, 22, 23, 20]


def test_all_later_ones_may_become_all_day_or_get_a_time() -> None:
    found = occurrences([daily(3), from_then_on(at(21), date(2026, 10, 21))], *YEAR, AMSTERDAM)
    assert [hit.start for hit in found] == [at(20), date(2026, 10, 21), date(2026, 10, 22)]
    days = Event("u", start=date(2026, 10, 20), rrules=("FREQ=DAILY;COUNT=3",))
    found = occurrences([days, from_then_on(date(2026, 10, 21), at(21))], *YEAR, AMSTERDAM)
    assert [hit.start for hit in found] == [date(2026, 10, 20), at(21), at(22)]


def test_all_later_ones_moved_to_another_zone_keep_the_clock_of_the_series() -> None:
    """The same difference for all (§3.8.4.4): what begins an hour later here begins an hour later there."""
    found = occurrences([daily(7), from_then_on(at(24), at(24, 16, zone=SINGAPORE))], *YEAR, AMSTERDAM)
    assert [as_local(hit.start, AMSTERDAM).hour for hit in found] == [9, 9, 9, 9, 10, 10, 10]
    assert [hit.start.hour for hit in found if isinstance(hit.start, datetime)] == [9, 9, 9, 9, 16, 17, 17]


def test_a_change_of_all_later_ones_without_its_series_is_one_occurrence() -> None:
    assert shown(from_then_on(at(23), at(23, 11))) == [(23, 11, "Moved")]


def test_of_two_changes_of_one_occurrence_the_higher_sequence_counts_and_else_the_later() -> None:
    first, second = (Event("u", name, start=at(21, 12), recurrence_id=at(21)) for name in ("first", "second"))
    assert shown(daily(2), first, second)[1:] == [(21, 12, "second")]
    assert shown(daily(2), replace(first, sequence=2), replace(second, sequence=1))[1:] == [(21, 12, "first")]
    named_in_utc = replace(second, recurrence_id=at(21).astimezone(UTC))
    assert shown(daily(2), first, named_in_utc)[1:] == [(21, 12, "second")]


def test_of_two_series_the_higher_sequence_counts_and_else_the_later() -> None:
    old, new = daily(2, summary="old"), daily(2, summary="new")
    assert [title for *_at, title in shown(old, new)] == ["new", "new"]
    assert [title for *_at, title in shown(replace(old, sequence=3), replace(new, sequence=2))] == ["old", "old"]


def test_what_an_earlier_version_of_a_series_left_behind_is_not_shown() -> None:
    left = Event("u", "old", start=at(30), recurrence_id=at(30), rrules=("FREQ=DAILY",), sequence=1)
    assert len(shown(daily(2, sequence=2), left)) == 2
    assert len(shown(daily(2, sequence=1), left)) == 3
    assert len(shown(daily(2, sequence=2), replace(left, rrules=()))) == 3


ITEM = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:u
SUMMARY:Stand-up
DTSTART;TZID=Europe/Amsterdam:20261019T090000
DTEND;TZID=Europe/Amsterdam:20261019T091500
RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20261106T080000Z
RDATE;VALUE=PERIOD;TZID=Europe/Amsterdam:20261024T100000/PT2H,20261107T100000/20261107T101500
RDATE:20261025T003000Z
EXDATE:20261023T070000Z,20261026T080000Z
EXDATE;TZID=Asia/Singapore:20261028T160000
END:VEVENT
BEGIN:VEVENT
UID:u
SUMMARY:Later
RECURRENCE-ID:20261021T070000Z
DTSTART;TZID=Europe/Amsterdam:20261021T113000
DTEND;TZID=Europe/Amsterdam:20261021T114500
END:VEVENT
BEGIN:VEVENT
UID:u
SUMMARY:From now on
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20261102T090000
DTSTART;TZID=Europe/Amsterdam:20261102T100000
DTEND;TZID=Europe/Amsterdam:20261102T103000
END:VEVENT
END:VCALENDAR
"""


def test_c_pay_12_everything_a_series_can_have_in_one_item_across_the_end_of_summer_time() -> None:
    found = occurrences(events_from_text(ITEM, "item"), *YEAR, AMSTERDAM)
    wall = [(f"{hit.start:%d %H:%M}", f"{hit.end:%H:%M}", hit.event.summary) for hit in found]
    assert wall[:5] == [
        ("19 09:00", "09:15", "Stand-up"),
        ("21 11:30", "11:45", "Later"),
        ("24 10:00", "12:00", "Stand-up"),
        ("25 02:30", "02:45", "Stand-up"),
        ("30 09:00", "09:15", "Stand-up"),
    ]
    assert wall[5:] == [
        ("02 10:00", "10:30", "From now on"),
        ("04 10:00", "10:30", "From now on"),
        ("06 10:00", "10:30", "From now on"),
        ("07 11:00", "11:30", "From now on"),
    ]
    assert [hit.start.astimezone(UTC).hour for hit in found if isinstance(hit.start, datetime)][:5] == [7, 9, 8, 0, 8]


@pytest.mark.parametrize(("low", "high"), [(0, 400), (295, 297), (305, 307), (300, 310)])
def test_c_pay_12_any_window_of_that_item_shows_the_same_occurrences(low: int, high: int) -> None:
    events = events_from_text(ITEM, "item")
    begin, end = (datetime(2026, 1, 1, tzinfo=AMSTERDAM) + days * DAY for days in (low, high))
    inside = occurrences(events, begin, end, AMSTERDAM)
    assert inside == [hit for hit in occurrences(events, *YEAR, AMSTERDAM) if begin <= as_local(hit.start, UTC) < end]


def test_c_pay_15_a_thousand_dates_with_a_thousand_changes_of_all_later_ones_are_bounded() -> None:
    places = [at(1, 9, month=1) + day * DAY for day in range(1_000)]
    series = Event("u", start=places[0], rdates=tuple(places), rrules=("FREQ=SECONDLY", "FREQ=DAILY;COUNT=999999999"))
    changes = [from_then_on(place, place + HOUR, sequence=number % 3) for number, place in enumerate(places)]
    found = occurrences([series, *changes], at(1), at(30), AMSTERDAM)
    assert 0 < len(found) <= MAX_OCCURRENCES
    assert series_bounds([series, *changes])[0] is not None


def test_c_pay_15_a_thousand_series_left_behind_are_looked_for_in_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    from c42desktop.calendar import recurrence, series

    class Counted(recurrence.Budget):
        def spend(self, steps: int = 1) -> bool:
            asked.append(steps)
            return super().spend(steps)

    for module in (recurrence, series):
        monkeypatch.setattr(module, "Budget", Counted)
    endless = Event("u", start=at(1, month=1), rrules=("FREQ=SECONDLY;COUNT=1000000000000",), sequence=9)
    old = [Event("u", start=at(1) + n * DAY, recurrence_id=at(1) + n * DAY, rrules=("FREQ=DAILY",)) for n in range(999)]
    occurrences([endless, *old], at(1), at(30), AMSTERDAM)
    assert len(asked) < 5 * 60_000


@st.composite
def changed_series(draw: st.DrawFn) -> list[Event]:
    """A daily or weekly series with dates in and out, single changes, and changes of all later ones."""
    start = at(1, draw(st.integers(0, 23)), month=10) + draw(st.integers(0, 20)) * DAY
    rule = draw(
        st.sampled_from(["FREQ=DAILY;COUNT=30", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12", "FREQ=DAILY;INTERVAL=2;COUNT=20"])
    )
    slots = [hit.start for hit in occurrences([Event("u", start=start, rrules=(rule,))], *YEAR, AMSTERDAM)]
    extra = tuple(start + draw(st.integers(1, 60)) * DAY + HOUR for _ in range(draw(st.integers(0, 2))))
    gone = tuple(as_local(place, UTC).astimezone(draw(st.sampled_from([UTC, AMSTERDAM, SINGAPORE])))
                 for place in draw(st.lists(st.sampled_from(slots), max_size=2)))  # fmt: skip
    end = start + draw(st.integers(0, 30)) * HOUR
    events = [Event("u", "series", start=start, end=end, rrules=(rule,), rdates=extra, exdates=gone)]
    for number, place in enumerate(draw(st.lists(st.sampled_from(slots), max_size=3, unique=True))):
        moved = place + draw(st.integers(-40, 40)) * HOUR  # type: ignore[operator]
        length = draw(st.integers(0, 30)) * HOUR
        ranged = draw(st.booleans())
        events.append(
            Event("u", f"change {number}", start=moved, end=moved + length, recurrence_id=place, and_future=ranged)
        )
    return events


def by_library(events: list[Event], begin: datetime, end: datetime) -> set[tuple[datetime, datetime, str]]:
    calendar = icalendar.Calendar()
    for each in events:
        component = icalendar.Event()
        for name, value in (("uid", each.uid), ("summary", each.summary), ("dtstart", each.start), ("dtend", each.end)):
            component.add(name, value)
        for rule in each.rrules:
            component.add("rrule", icalendar.vRecur.from_ical(rule))
        for name, moments in (("rdate", each.rdates), ("exdate", each.exdates)):
            for moment in moments:
                component.add(name, moment)
        if each.recurrence_id is not None:
            ranged = {"RANGE": "THISANDFUTURE"} if each.and_future else {}
            component.add("recurrence-id", each.recurrence_id, parameters=ranged)
        calendar.add_component(component)
    found = recurring_ical_events.of(calendar).between(begin, end)
    return {(utc(hit["DTSTART"].dt), utc(hit["DTEND"].dt), str(hit["SUMMARY"])) for hit in found}


def utc(moment: Moment) -> datetime:
    return as_local(moment, AMSTERDAM).astimezone(UTC)


def as_found(hits: list[Occurrence]) -> set[tuple[datetime, datetime, str]]:
    return {(utc(hit.start), utc(hit.end), hit.event.summary) for hit in hits}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(changed_series(), st.integers(0, 60), st.integers(1, 40))
def test_changed_series_agree_with_recurring_ical_events(events: list[Event], offset: int, days: int) -> None:
    begin = at(1, 0) + offset * DAY
    end = begin + days * DAY
    ours, theirs = as_found(occurrences(events, begin, end, AMSTERDAM)), by_library(events, begin, end)
    # What only touches an edge of the window is counted differently.
    inner = (begin + HOUR).astimezone(UTC), (end - HOUR).astimezone(UTC)
    assert {hit for hit in ours if inner[0] <= hit[0] <= inner[1]} == {
        hit for hit in theirs if inner[0] <= hit[0] <= inner[1]
    }
