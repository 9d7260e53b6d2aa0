"""How an event repeats, in the fields of a form, and back into a rule."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.calendar.model import Event, Moment
from c42desktop.calendar.repeating import LAST, NEVER, OTHER, Repeat, follow, is_last, repeat_of, rule_of

ZONE = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 11, 23, 15, tzinfo=ZONE)  # the fourth, not the last


def series(rule: str, start: Moment = MONDAY) -> Event:
    return Event("e", start=start, rrules=(rule,))


@pytest.mark.parametrize(
    ("rule", "repeat"),
    [
        ("FREQ=DAILY", Repeat("DAILY")),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", Repeat("WEEKLY", days=(0, 1, 2, 3, 4))),
        ("FREQ=WEEKLY;INTERVAL=2", Repeat("WEEKLY", 2)),
        ("FREQ=MONTHLY;BYMONTHDAY=23", Repeat("MONTHLY")),
        ("FREQ=MONTHLY;BYDAY=4MO", Repeat("MONTHLY", nth=4)),
        ("FREQ=YEARLY;BYMONTH=11;COUNT=5", Repeat("YEARLY", count=5)),
        ("FREQ=DAILY;UNTIL=20261201T225959Z", Repeat("DAILY", until=date(2026, 12, 1))),
        ("FREQ=DAILY;WKST=SU", Repeat("DAILY")),
    ],
)
def test_usual_rules_are_shown_in_fields(rule: str, repeat: Repeat) -> None:
    assert repeat_of(series(rule)) == repeat


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=2MO",  # does not name its own start
        "FREQ=MONTHLY;BYDAY=-1MO",
        "FREQ=MONTHLY;BYMONTHDAY=23,24",
        "FREQ=WEEKLY;BYDAY=MO;BYMONTH=1",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        "FREQ=YEARLY;BYMONTH=5",
        "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=HOURLY",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "nothing",
    ],
)
def test_what_no_field_shows_is_other(rule: str) -> None:
    assert repeat_of(series(rule)) == OTHER


def test_dates_of_their_own_are_other_and_no_rule_is_never() -> None:
    assert repeat_of(Event("e", start=MONDAY, rdates=(MONDAY,))) == OTHER
    assert repeat_of(Event("e", start=MONDAY)) == NEVER
    assert repeat_of(Event("e", start=MONDAY, rrules=("FREQ=DAILY",), recurrence_id=MONDAY)) == NEVER


def test_the_last_day_has_the_kind_of_the_start() -> None:
    until = Repeat("DAILY", until=date(2026, 12, 1))
    assert rule_of(until, MONDAY) == "FREQ=DAILY;UNTIL=20261201T225959Z"
    assert rule_of(until, MONDAY.replace(tzinfo=None)) == "FREQ=DAILY;UNTIL=20261201T235959"
    assert rule_of(until, MONDAY.date()) == "FREQ=DAILY;UNTIL=20261201"


def test_a_rule_follows_its_start_to_another_day() -> None:
    monday, tuesday, last = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 30)
    assert follow(Repeat("WEEKLY", days=(0,)), monday, tuesday) == Repeat("WEEKLY")
    assert follow(Repeat("WEEKLY", days=(0, 3)), monday, tuesday) == Repeat("WEEKLY", days=(1, 3))
    assert follow(Repeat("MONTHLY", nth=4), monday, last) == Repeat("MONTHLY", nth=LAST)
    assert follow(Repeat("MONTHLY", nth=LAST), last, monday) == Repeat("MONTHLY", nth=4)
    assert follow(Repeat("DAILY"), monday, tuesday) == Repeat("DAILY")


STARTS = st.one_of(
    st.dates(date(1980, 1, 1), date(2090, 1, 1)),
    st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(microsecond=0)),
    st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(microsecond=0, tzinfo=ZONE)),
)


@given(
    STARTS,
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 9),
    st.sets(st.integers(0, 6), max_size=4),
    st.booleans(),
    st.one_of(st.none(), st.dates(date(2090, 1, 2), date(2095, 1, 1))),
    st.one_of(st.none(), st.integers(1, 99)),
)
def test_what_a_form_says_is_what_it_shows_again(
    start: Moment, freq: str, interval: int, days: set[int], by_weekday: bool, until: date | None, count: int | None
) -> None:
    kept = tuple(sorted(days)) if freq == "WEEKLY" and days != {start.weekday()} else ()
    last = freq == "MONTHLY" and is_last(start)
    nth = (LAST if last else (start.day - 1) // 7 + 1) if freq == "MONTHLY" and by_weekday else 0
    repeat = Repeat(freq, interval, kept, nth, None if count else until, count)
    assert repeat_of(series(rule_of(repeat, start), start)) == repeat
