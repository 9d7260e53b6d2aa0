"""What is on by a file or a store: series without end are cut, and hide nothing; what is given up is named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from c42desktop import agenda
from c42desktop.agenda import Agenda, from_events, of_items
from c42desktop.calendar.expansion import Budget
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.store.store import ListedItem

BEGIN = datetime(2026, 11, 24, tzinfo=UTC)
MONTH = BEGIN, BEGIN + timedelta(days=30)
ITEM = ItemRef(CalendarRef("", "", ""), "")
LUNCH = Event(uid="good", summary="Lunch", start=BEGIN + timedelta(hours=12))
ENDLESS, NEVER = "FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"
DAILY = Event(uid="daily", start=BEGIN, rrules=("FREQ=DAILY",))
RARE = Event(uid="rare", start=BEGIN, rrules=("FREQ=YEARLY;BYMONTH=11;BYDAY=4TU,5MO",))


def series(number: int, rule: str) -> list[Event]:
    return [Event(uid=f"bad-{each}", start=BEGIN, rrules=(rule,)) for each in range(number)]


def listed(*events: Event) -> Agenda:
    return from_events(events, ITEM, *MONTH, UTC)


def stored(*items: tuple[Event, ...]) -> Agenda:
    refs = [ItemRef(ITEM.calendar, str(number)) for number in range(len(items))]
    return of_items(list(map(ListedItem, refs, items)), *MONTH, UTC)


def days(found: Agenda, event: Event) -> list[int]:
    return [entry.occurrence.start.day for entry in found.entries if entry.occurrence.event == event]


@pytest.mark.parametrize("rule", [ENDLESS, NEVER])
def test_c_pay_15_series_without_end_hide_no_single_event(rule: str) -> None:
    found = listed(*series(30, rule), LUNCH).entries
    assert LUNCH in [entry.occurrence.event for entry in found]
    assert len(found) <= agenda.MOST_ENTRIES + 1


@pytest.mark.parametrize("rule", [ENDLESS, NEVER])
@pytest.mark.parametrize("number", [3, 17, 60])
def test_c_pay_15_a_series_without_end_hides_no_other_series(rule: str, number: int) -> None:
    bad = series(number, rule)
    for found in (
        listed(*bad, RARE, DAILY),
        listed(RARE, DAILY, *bad),
        stored(tuple(bad), (RARE,), (DAILY,)),
        stored((RARE, *bad, DAILY)),
    ):
        assert days(found, RARE) == [24, 30]
        assert len(days(found, DAILY)) == 30


def test_c_pay_15_the_more_series_there_are_the_less_is_done_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    paid: list[int] = []
    spend = Budget.spend

    def counted(self: Budget, steps: int = 1) -> bool:
        granted = spend(self, steps)
        paid.append(steps * granted)
        return granted

    monkeypatch.setattr(Budget, "spend", counted)
    bad = [Event(f"{n}", start=BEGIN, rrules=(rule,)) for n in range(700) for rule in (NEVER, ENDLESS)]
    changed = [Event(f"{n}", start=BEGIN, recurrence_id=BEGIN, rrules=("FREQ=DAILY",), sequence=-1) for n in range(700)]
    for look in (partial(listed, *bad, *changed), partial(stored, *((event,) for event in bad))):
        assert len(look().entries) <= agenda.MOST_ENTRIES + 700
        assert 0 < sum(paid) <= agenda.MOST_STEPS
        paid.clear()


def test_a_series_that_needs_more_than_its_share_has_what_others_do_not_need() -> None:
    laborious = Event(
        uid="laborious", start=BEGIN + timedelta(hours=9), rrules=("FREQ=SECONDLY;BYHOUR=10;BYMINUTE=0;BYSECOND=0",)
    )
    found = from_events([laborious, *series(200, "FREQ=YEARLY")], ITEM, BEGIN, BEGIN + timedelta(hours=12), UTC)
    assert [entry.occurrence.start.hour for entry in found.entries if entry.occurrence.event == laborious] == [9, 10]
    assert found.unfinished == []


@pytest.mark.parametrize("number", [1, 17])
def test_what_is_given_up_is_named(number: int) -> None:
    bad = series(number, NEVER)
    assert listed(DAILY, *bad, RARE).unfinished == bad
    assert stored((DAILY,), *((event,) for event in bad), (RARE,)).unfinished == bad
    assert stored((DAILY, *bad, RARE)).unfinished == bad
    assert listed(DAILY, RARE, LUNCH).unfinished == []


def test_it_is_known_where_a_list_was_cut() -> None:
    assert listed(*series(1, ENDLESS)).is_cut
    assert listed(*series(15, "FREQ=HOURLY;INTERVAL=1;BYMINUTE=0,30")).is_cut
    assert not listed(*series(15, "FREQ=DAILY"), LUNCH).is_cut
    assert stored(*((event,) for event in series(15, ENDLESS))).is_cut
    assert not stored((DAILY,), (LUNCH,)).is_cut


def test_a_list_that_is_as_long_as_it_may_be_is_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "MOST_OF_ONE", 30)
    assert not listed(DAILY).is_cut
    monkeypatch.setattr(agenda, "MOST_OF_ONE", 29)
    assert listed(DAILY).is_cut


@pytest.mark.parametrize("rule", ["FREQ=MINUTELY", "FREQ=MINUTELY;BYSECOND=7", "FREQ=HOURLY;INTERVAL=3"])
def test_c_pay_15_of_ten_thousand_series_without_end_each_has_its_first_lines(rule: str) -> None:
    """What lies before the time asked for is not walked through."""
    early = [Event(f"{n}", start=datetime(2020, 11, 24, 9, tzinfo=UTC), rrules=(rule,)) for n in range(10_000)]
    found = listed(*early)
    assert (len(found.entries), found.is_cut, found.unfinished) == (agenda.MOST_ENTRIES, True, [])
    assert found.entries[-1].occurrence.start < BEGIN + timedelta(hours=6)


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
    found = from_events(reversed(in_order), ITEM, *MONTH, amsterdam).entries
    assert [entry.occurrence.event.uid for entry in found] == ["1", "2", "3", "4", "5", "6"]
