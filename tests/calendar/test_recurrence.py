"""Where events appear between two instants, and in which order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.expansion import MAX_STEPS, Budget
from c42desktop.calendar.model import Event, Moment, Occurrence, Status, as_local
from c42desktop.calendar.payloads.ical import events_from_text
from c42desktop.calendar.recurrence import MAX_OCCURRENCES, next_occurrence, occurrences, series_bounds

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NEW_YORK = ZoneInfo("America/New_York")
SINGAPORE = ZoneInfo("Asia/Singapore")
HOUR = timedelta(hours=1)

SERIES = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:standup
SUMMARY:Stand-up
DTSTART;TZID=Europe/Amsterdam:20261020T090000
DURATION:PT15M
RRULE:FREQ=DAILY;UNTIL=20261031T080000Z
RDATE;TZID=Europe/Amsterdam:20261105T110000
EXDATE;TZID=Europe/Amsterdam:20261022T090000,20261023T090000
END:VEVENT
BEGIN:VEVENT
UID:standup
SUMMARY:Stand-up, later
RECURRENCE-ID;TZID=Europe/Amsterdam:20261026T090000
DTSTART;TZID=Europe/Amsterdam:20261026T100000
DTEND;TZID=Europe/Amsterdam:20261026T101500
END:VEVENT
END:VCALENDAR
"""


def at(day: int, hour: int = 0, minute: int = 0, *, month: int = 11, zone: ZoneInfo = AMSTERDAM) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=zone)


def event(start: Moment | None, end: Moment | None = None, *rrules: str, uid: str = "u", **more: object) -> Event:
    return replace(Event(uid, "Review", start=start, end=end, rrules=rrules), **more)  # type: ignore[arg-type]


def starts(found: list[Occurrence]) -> list[Moment]:
    return [hit.start for hit in found]


def day_of(found: list[Occurrence]) -> list[int]:
    return [hit.start.day for hit in found]


def test_an_event_is_shown_where_it_overlaps_the_window() -> None:
    meeting = event(at(22, 15), at(22, 16))
    assert occurrences([meeting], at(22), at(23), AMSTERDAM) == [Occurrence(meeting, at(22, 15), at(22, 16))]
    assert occurrences([meeting], at(22, 15, 30), at(22, 15, 31), AMSTERDAM)
    assert not occurrences([meeting], at(22, 16), at(23), AMSTERDAM)
    assert not occurrences([meeting], at(22), at(22, 15), AMSTERDAM)


def test_an_event_of_no_length_is_shown_at_the_very_beginning() -> None:
    call = event(at(22, 15))
    assert starts(occurrences([call], at(22, 15), at(22, 16), AMSTERDAM)) == [at(22, 15)]
    assert not occurrences([call], at(22, 14), at(22, 15), AMSTERDAM)


def test_an_event_without_time_has_no_place() -> None:
    unreadable = event(None, problem="The time of this event cannot be read.")
    assert occurrences([unreadable], at(1), at(30), AMSTERDAM) == []
    assert series_bounds([unreadable]) == (None, None)
    assert series_bounds([unreadable, event(at(22, 15), at(22, 16))]) == (datetime.min.replace(tzinfo=UTC), None)


@pytest.mark.parametrize("zone", [AMSTERDAM, NEW_YORK, SINGAPORE])
def test_c_pay_13_an_all_day_event_stays_on_its_date_in_every_zone(zone: ZoneInfo) -> None:
    holiday = event(date(2026, 11, 25), date(2026, 11, 26))
    found = occurrences([holiday], at(25, zone=zone), at(26, zone=zone), zone)
    assert found == [Occurrence(holiday, date(2026, 11, 25), date(2026, 11, 26))]
    assert not occurrences([holiday], at(26, zone=zone), at(27, zone=zone), zone)
    assert not occurrences([holiday], at(24, zone=zone), at(25, zone=zone), zone)


@pytest.mark.parametrize("zone", [AMSTERDAM, NEW_YORK, SINGAPORE])
def test_c_pay_13_a_floating_time_is_that_time_for_every_reader(zone: ZoneInfo) -> None:
    lunch = event(datetime(2026, 11, 25, 12), datetime(2026, 11, 25, 13), "FREQ=DAILY;COUNT=2")
    found = occurrences([lunch], at(26, 12, zone=zone), at(26, 13, zone=zone), zone)
    assert starts(found) == [datetime(2026, 11, 26, 12)]


def test_an_all_day_event_without_end_lasts_its_day() -> None:
    found = occurrences([event(date(2026, 11, 25))], at(25, 20), at(25, 21), AMSTERDAM)
    assert [(hit.start, hit.end) for hit in found] == [(date(2026, 11, 25), date(2026, 11, 26))]


def test_c_pay_12_master_override_exdate_and_rdate_expand_across_the_end_of_summer_time() -> None:
    events = events_from_text(SERIES, "item")
    found = occurrences(events, at(1, month=10), at(30), AMSTERDAM)
    shown = [(hit.start.day, hit.start.hour) for hit in found if isinstance(hit.start, datetime)]
    assert shown == [(20, 9), (21, 9), (24, 9), (25, 9), (26, 10), (27, 9), (28, 9), (29, 9), (30, 9), (31, 9), (5, 11)]
    assert [as_local(hit.start, UTC).hour for hit in found][:4] == [7, 7, 7, 8]
    assert [hit.event.summary for hit in found if hit.start.day == 26] == ["Stand-up, later"]


def test_c_pay_12_only_the_window_is_answered() -> None:
    events = events_from_text(SERIES, "item")
    assert day_of(occurrences(events, at(26, month=10), at(28, month=10), AMSTERDAM)) == [26, 27]


def test_an_override_moved_out_of_the_window_leaves_no_occurrence_behind() -> None:
    weekly = event(at(2, 9), at(2, 10), "FREQ=WEEKLY")
    moved = event(at(30, 9), at(30, 10), recurrence_id=at(9, 9))
    assert day_of(occurrences([weekly, moved], at(1), at(17), AMSTERDAM)) == [2, 16]
    assert day_of(occurrences([weekly, moved], at(24), at(30, 12), AMSTERDAM)) == [30, 30]


def test_a_cancelled_occurrence_is_returned_as_cancelled() -> None:
    weekly = event(at(2, 9), at(2, 10), "FREQ=WEEKLY")
    off = event(at(9, 9), at(9, 10), recurrence_id=at(9, 9), status=Status.CANCELLED)
    found = occurrences([weekly, off], at(1), at(17), AMSTERDAM)
    assert [hit.event.status for hit in found] == [Status.CONFIRMED, Status.CANCELLED, Status.CONFIRMED]


@pytest.mark.parametrize("named", [date(2026, 11, 9), datetime(2026, 11, 9, 8, tzinfo=UTC), datetime(2026, 11, 9, 9)])
def test_an_occurrence_may_be_named_by_date_in_utc_or_in_wall_clock_time(named: Moment) -> None:
    weekly = event(at(2, 9), at(2, 10), "FREQ=WEEKLY")
    moved = event(at(9, 14), at(9, 15), recurrence_id=named)
    assert starts(occurrences([weekly, moved], at(8), at(10), AMSTERDAM)) == [at(9, 14)]
    without = replace(weekly, exdates=(named,))
    assert occurrences([without], at(8), at(10), AMSTERDAM) == []


def test_an_override_without_its_series_is_shown_by_itself() -> None:
    lone = event(at(9, 14), at(9, 15), recurrence_id=at(9, 9))
    assert starts(occurrences([lone], at(8), at(10), AMSTERDAM)) == [at(9, 14)]


def test_two_series_of_one_item_are_sorted_together() -> None:
    late, early = event(at(2, 15), None, "FREQ=DAILY;COUNT=2"), event(at(2, 9), None, "FREQ=DAILY;COUNT=2", uid="v")
    assert starts(occurrences([late, early], at(1), at(9), AMSTERDAM)) == [at(2, 9), at(2, 15), at(3, 9), at(3, 15)]


def test_a_night_shift_ends_at_its_hour_when_the_clocks_change() -> None:
    shift = event(at(20, 22, month=10), at(21, 6, month=10), "FREQ=DAILY")
    found = occurrences([shift], at(24, 12, month=10), at(25, 12, month=10), AMSTERDAM)
    assert [hit.end for hit in found] == [at(25, 6, month=10)]


def test_a_rule_that_cannot_be_read_leaves_the_first_occurrence() -> None:
    assert starts(occurrences([event(at(2, 9), None, "FREQ=OFTEN")], at(1), at(30), AMSTERDAM)) == [at(2, 9)]


def test_a_series_that_ended_before_it_began_shows_nothing() -> None:
    assert not occurrences([event(at(2, 9), None, "FREQ=DAILY;UNTIL=20200101")], at(1), at(30), AMSTERDAM)


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("FREQ=SECONDLY", at(1, 0, month=1)),
        ("FREQ=SECONDLY;COUNT=1000000000", at(1, 0, month=1)),
        ("FREQ=DAILY;COUNT=1000000000", datetime(1970, 1, 1, tzinfo=UTC)),
        ("FREQ=DAILY", datetime(2, 1, 1, tzinfo=UTC)),
        ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", datetime(1970, 1, 1, tzinfo=UTC)),
        ("FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", date(2, 1, 1)),
    ],
)
def test_c_pay_15_a_rule_bomb_is_answered_in_few_steps_and_little_space(
    rule: str, start: Moment, steps: list[int]
) -> None:
    bomb = event(start, None, rule)
    found = occurrences([bomb], at(1), at(30), AMSTERDAM)
    series_bounds([bomb])
    next_occurrence([bomb], at(1), AMSTERDAM)
    assert sum(steps) <= 3 * MAX_STEPS  # three questions
    assert len(steps) <= 3 * (MAX_STEPS + 1)
    assert len(found) <= MAX_OCCURRENCES


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"])
@pytest.mark.parametrize("number", [1, 5, 60])
def test_c_pay_15_a_rule_bomb_hides_no_other_series_of_its_item(rule: str, number: int, steps: list[int]) -> None:
    bombs = [event(at(1), None, rule, uid=f"bad-{each}") for each in range(number)]
    good = event(at(1, 9), at(1, 10), "FREQ=MONTHLY;BYMONTHDAY=20", uid="good")
    for events in ([*bombs, good], [good, *bombs]):
        found = occurrences(events, at(2), at(30), AMSTERDAM)
        assert day_of([hit for hit in found if hit.event == good]) == [20]
        assert len(found) <= MAX_OCCURRENCES
        assert series_bounds([events[0], events[-1]])[1] is None
    never = event(at(1), None, "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", uid="never")
    for events in ([never, good], [good, never]):
        assert next_occurrence(events, at(2), AMSTERDAM) == next_occurrence([good], at(2), AMSTERDAM)
    assert sum(steps) <= 8 * MAX_STEPS  # eight questions


def test_c_pay_15_a_budget_knows_that_it_was_too_small() -> None:
    def was_short(rule: str, steps: int) -> bool:
        budget = Budget(steps)
        occurrences([event(at(1), None, rule)], at(1), at(30), AMSTERDAM, budget=budget)
        return budget.was_short

    assert was_short("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", MAX_STEPS)
    assert not was_short("FREQ=SECONDLY", MAX_STEPS)  # as many as were asked for were found
    assert was_short("FREQ=DAILY", 28) and not was_short("FREQ=DAILY", 30)
    assert was_short("FREQ=DAILY;BYMONTH=11", 28) and not was_short("FREQ=DAILY;BYMONTH=11", 40)


def test_c_pay_15_events_of_absurd_length_and_year_do_not_fail() -> None:
    far = datetime(9998, 12, 31, 23, tzinfo=UTC)
    events = [event(datetime(2, 1, 1, tzinfo=UTC), far, "FREQ=DAILY"), event(far, None, "FREQ=YEARLY", uid="far")]
    assert starts(occurrences(events, at(1), at(2), AMSTERDAM)) == [datetime(2, 1, 1, tzinfo=UTC)]
    assert series_bounds(events)[1] is None


@pytest.mark.parametrize("until", ["99991231", "99991231T235959", "99991231T235959Z"])
@pytest.mark.parametrize("start", [at(2, 9), date(2026, 11, 2), datetime(2026, 11, 2, 9)])
def test_c_pay_15_a_series_until_the_last_day_there_is_does_not_fail(start: Moment, until: str) -> None:
    """How some calendars write a series without an end."""
    endless = event(start, None, f"FREQ=WEEKLY;UNTIL={until}")
    first, last = series_bounds([endless])
    assert first is not None and last is not None
    assert last > datetime(9998, 1, 1, tzinfo=UTC)
    assert len(occurrences([endless], at(1), at(15), AMSTERDAM)) == 2
    assert next_occurrence([endless], at(15), AMSTERDAM) is not None


def test_the_next_occurrence_is_the_first_that_starts_from_then_on() -> None:
    yearly = event(at(22, 15), at(22, 16), "FREQ=YEARLY")
    found = next_occurrence([yearly], at(22, 15, 1), AMSTERDAM)
    assert found is not None and found.start == datetime(2027, 11, 22, 15, tzinfo=AMSTERDAM)
    assert next_occurrence([event(at(1, 9))], at(2), AMSTERDAM) is None


def test_bounds_of_one_event_are_its_own() -> None:
    assert series_bounds([event(at(22, 15), at(22, 16))]) == (at(22, 15), at(22, 16))


def test_bounds_of_dates_are_a_day_wider_on_both_sides() -> None:
    first, last = series_bounds([event(date(2026, 11, 25), date(2026, 11, 27))])
    assert (first, last) == (datetime(2026, 11, 24, tzinfo=UTC), datetime(2026, 11, 28, tzinfo=UTC))


def test_bounds_of_an_endless_series_have_no_end() -> None:
    assert series_bounds([event(at(2, 9), None, "FREQ=WEEKLY")]) == (at(2, 9), None)


def test_bounds_include_occurrences_moved_far_away() -> None:
    weekly = event(at(2, 9), at(2, 10), "FREQ=WEEKLY;COUNT=2")
    moved = event(at(1, 9, month=12), at(1, 10, month=12), recurrence_id=at(9, 9))
    assert series_bounds([weekly, moved])[1] == at(1, 10, month=12)


@st.composite
def series(draw: st.DrawFn) -> Event:
    hours = draw(st.integers(0, 24 * 400))
    zone = draw(st.sampled_from([None, UTC, AMSTERDAM, NEW_YORK]))
    start: Moment = datetime(2026, 1, 1, tzinfo=zone) + hours * HOUR
    end: Moment = start + draw(st.integers(0, 50)) * HOUR
    if draw(st.booleans()):
        start, end = start.date(), end.date()
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    tail = draw(st.sampled_from(["", ";COUNT=5", ";UNTIL=20270115T120000Z", ";INTERVAL=3"]))
    return event(start, end, *draw(st.sampled_from([(), (f"FREQ={freq}{tail}",)])))


@settings(max_examples=200, deadline=None)
@given(st.lists(series(), max_size=3), st.integers(0, 800), st.integers(1, 90))
def test_occurrences_are_sorted_within_the_window_and_within_the_bounds(
    drawn: list[Event], offset: int, days: int
) -> None:
    events = [replace(each, uid=str(number)) for number, each in enumerate(drawn)]
    begin = datetime(2026, 1, 1, tzinfo=AMSTERDAM) + timedelta(days=offset)
    end = begin + timedelta(days=days)
    found = occurrences(events, begin, end, AMSTERDAM)
    keys = [as_local(hit.start, AMSTERDAM) for hit in found]
    assert keys == sorted(keys)
    first, last = series_bounds(events)
    for hit in found:
        assert as_local(hit.start, AMSTERDAM) < end and as_local(hit.end, AMSTERDAM) >= begin
        assert first is not None and first <= as_local(hit.start, AMSTERDAM)
        assert last is None or as_local(hit.end, AMSTERDAM) <= last


def by_library(each: Event, begin: datetime, end: datetime) -> set[datetime]:
    component = icalendar.Event()
    component.add("uid", each.uid)
    component.add("dtstart", each.start)
    component.add("dtend", each.end)
    for rule in each.rrules:
        component.add("rrule", icalendar.vRecur.from_ical(rule))
    calendar = icalendar.Calendar()
    calendar.add_component(component)
    found = recurring_ical_events.of(calendar).between(begin, end)
    return {as_local(hit["DTSTART"].dt, AMSTERDAM).astimezone(UTC) for hit in found}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(series(), st.integers(0, 500))
def test_occurrences_agree_with_recurring_ical_events(drawn: Event, offset: int) -> None:
    begin = datetime(2026, 1, 1, tzinfo=AMSTERDAM) + timedelta(days=offset)
    end = begin + timedelta(days=40)
    inner = (begin + timedelta(days=4), end - timedelta(days=4))
    ours = {as_local(hit.start, AMSTERDAM).astimezone(UTC) for hit in occurrences([drawn], begin, end, AMSTERDAM)}
    theirs = by_library(drawn, begin, end)
    # The two differ in which events at the very edges belong to a window.
    assert {hit for hit in ours if inner[0] <= hit <= inner[1]} == {
        hit for hit in theirs if inner[0] <= hit <= inner[1]
    }
