"""What is on by a file: series without end are cut, and hide nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop import agenda
from c42desktop.agenda import from_events, is_cut
from c42desktop.calendar.model import CalendarRef, Event, ItemRef

BEGIN = datetime(2026, 11, 24, tzinfo=UTC)
MONTH = BEGIN, BEGIN + timedelta(days=30)
ITEM = ItemRef(CalendarRef("", "", ""), "")
LUNCH = Event(uid="good", summary="Lunch", start=BEGIN + timedelta(hours=12))


def series(number: int, rule: str) -> list[Event]:
    return [Event(uid=f"bad-{each}", start=BEGIN, rrules=(rule,)) for each in range(number)]


def listed(*events: Event) -> list[agenda.Entry]:
    return from_events(events, ITEM, *MONTH, UTC)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"])
def test_c_pay_15_series_without_end_hide_no_single_event(rule: str) -> None:
    found = listed(*series(30, rule), LUNCH)
    assert LUNCH in [entry.occurrence.event for entry in found]
    assert len(found) <= agenda.MOST_ENTRIES + 1


def test_c_pay_15_a_series_without_end_hides_no_other_series() -> None:
    weekly = Event(uid="good", start=BEGIN, rrules=("FREQ=YEARLY;BYMONTH=11;BYDAY=4TU,5MO",))
    found = listed(*series(3, "FREQ=SECONDLY"), *series(3, "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"), weekly)
    assert [entry.occurrence.start.day for entry in found if entry.occurrence.event == weekly] == [24, 30]


def test_it_is_known_where_a_list_was_cut() -> None:
    assert is_cut(listed(*series(1, "FREQ=SECONDLY")))
    assert is_cut(listed(*series(15, "FREQ=HOURLY;INTERVAL=1;BYMINUTE=0,30")))
    assert not is_cut(listed(*series(15, "FREQ=DAILY"), LUNCH))


def test_they_stand_by_instant_then_length_then_title_whatever_kind_of_time_they_have() -> None:
    amsterdam, day = ZoneInfo("Europe/Amsterdam"), date(2026, 11, 25)
    midnight = datetime(2026, 11, 25, tzinfo=amsterdam)
    hour = timedelta(hours=1)
    in_order = [
        Event("1", "Call", (midnight - hour).astimezone(UTC), midnight),
        Event("2", "Z", midnight.replace(tzinfo=None), None),
        Event("3", "A", midnight.astimezone(UTC), midnight.astimezone(UTC) + hour),
        Event("4", "B", midnight, midnight + hour),
        Event("5", "Holiday", day, day + timedelta(days=1)),
        Event("6", "Train", midnight.replace(tzinfo=None) + hour, None),
    ]
    found = from_events(reversed(in_order), ITEM, *MONTH, amsterdam)
    assert [entry.occurrence.event.uid for entry in found] == ["1", "2", "3", "4", "5", "6"]
