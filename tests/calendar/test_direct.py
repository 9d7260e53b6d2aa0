"""Arithmetic gives the moments that a walk through the days gives, and the last one at once."""

from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from c42desktop.calendar import direct
from c42desktop.calendar.arithmetic import LAST
from c42desktop.calendar.rules import parse_rule
from tests.calendar.conftest import Count

START = datetime(2024, 1, 31, 9, 30)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ENOUGH = 100_000


@st.composite
def common_rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(("DAILY", "WEEKLY")))
    parts = [f"FREQ={freq}"]
    days = draw(st.lists(st.sampled_from(WEEKDAYS), max_size=4, unique=True))
    if days:
        parts.append(f"BYDAY={','.join(days)}")
    if freq == "WEEKLY" or not days:
        parts.append(f"INTERVAL={draw(st.integers(1, 6))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 200))}")
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(WEEKDAYS))}")
    return ";".join(parts)


starts = st.integers(0, 400).map(lambda days: START + timedelta(days=days))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(common_rules(), starts, st.integers(-50, 2000), st.integers(0, 400), st.integers(0, 24))
def test_a_common_rule_is_where_dateutil_says(text: str, start: datetime, offset: int, days: int, hours: int) -> None:
    begin = start + timedelta(days=offset, hours=hours)
    end = begin + timedelta(days=days)
    found = direct.moments(parse_rule(text), start, (begin, end), ENOUGH)
    assert found == rrulestr(text, dtstart=start).between(begin, end, inc=True)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(common_rules(), starts)
def test_the_last_one_counted_is_where_dateutil_says(text: str, start: datetime) -> None:
    assume("COUNT" in text)
    assert direct.last_counted(parse_rule(text), start) == list(rrulestr(text, dtstart=start))[-1]


@pytest.mark.parametrize(
    "text",
    ["FREQ=MONTHLY;COUNT=77", "FREQ=MONTHLY;INTERVAL=5;COUNT=9", "FREQ=YEARLY;COUNT=30", "FREQ=HOURLY;COUNT=999",
     "FREQ=MINUTELY;INTERVAL=7;COUNT=500", "FREQ=SECONDLY;COUNT=60"],
)  # fmt: skip
def test_the_last_one_of_other_plain_rules_is_where_dateutil_says(text: str) -> None:
    start = datetime(2024, 2, 28, 23, 59)
    assert direct.last_counted(parse_rule(text), start) == list(rrulestr(text, dtstart=start))[-1]


@pytest.mark.parametrize(
    "text",
    ["FREQ=MONTHLY", "FREQ=DAILY;BYHOUR=9", "FREQ=WEEKLY;BYMONTH=3", "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
     "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "FREQ=HOURLY"],
)  # fmt: skip
def test_what_is_not_common_is_left_to_the_walk(text: str) -> None:
    assert direct.moments(parse_rule(text), START, (START, START + timedelta(days=9)), ENOUGH) is None


def test_a_walk_is_needed_where_not_every_month_has_the_day() -> None:
    assert direct.last_counted(parse_rule("FREQ=MONTHLY;COUNT=5"), START) is None


@pytest.mark.parametrize("rule", ["DAILY", "WEEKLY;BYDAY=MO,TU", "MONTHLY", "YEARLY", "DAILY;BYHOUR=1,2", "SECONDLY"])
def test_c_pay_15_a_count_without_end_is_answered_at_once(rule: str, calls: Count) -> None:
    endless = parse_rule(f"FREQ={rule};COUNT=999999999999")
    assert direct.last_counted(endless, START) == LAST
    assert calls(lambda: direct.last_counted(endless, START)) < 100


def test_no_more_moments_are_made_than_asked_for() -> None:
    found = direct.moments(parse_rule("FREQ=DAILY"), START, (START, datetime(9990, 1, 1)), 5)
    assert found == [START + timedelta(days=number) for number in range(5)]
