"""Repetition rules give the moments that dateutil, an independent implementation, gives."""

from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar import expansion
from c42desktop.calendar.expansion import Budget, moments
from c42desktop.calendar.rules import Rule, parse_rule
from tests.calendar.conftest import Count

START = datetime(2024, 1, 31, 9, 30)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def between(text: str, begin: datetime, end: datetime, start: datetime = START) -> list[datetime]:
    return list(moments(parse_rule(text), start, (begin, end), Budget()))


def expected(text: str, begin: datetime, end: datetime, start: datetime = START) -> list[datetime]:
    return list(rrulestr(text, dtstart=start).between(begin, end, inc=True))


def test_a_weekly_rule_names_its_weekdays() -> None:
    found = between("FREQ=WEEKLY;BYDAY=MO,WE", datetime(2026, 11, 1), datetime(2026, 11, 12))
    assert [moment.day for moment in found] == [2, 4, 9, 11]


def test_a_day_the_month_does_not_have_is_left_out() -> None:
    found = between("FREQ=MONTHLY", datetime(2026, 1, 1), datetime(2027, 1, 1))
    assert [moment.month for moment in found] == [1, 3, 5, 7, 8, 10, 12]


def test_a_leap_day_comes_back_in_leap_years() -> None:
    found = between("FREQ=YEARLY", datetime(2024, 1, 1), datetime(2034, 1, 1), datetime(2024, 2, 29))
    assert [moment.year for moment in found] == [2024, 2028, 2032]


def test_an_until_date_takes_in_its_whole_day() -> None:
    found = between("FREQ=DAILY;UNTIL=20240202", START, datetime(2030, 1, 1))
    assert found[-1] == datetime(2024, 2, 2, 9, 30)


def test_a_week_number_without_a_day_means_the_weekday_of_the_start() -> None:
    found = between("FREQ=YEARLY;BYWEEKNO=20", datetime(2024, 1, 1), datetime(2026, 1, 1), datetime(2024, 5, 15))
    assert found == [datetime(2024, 5, 15), datetime(2025, 5, 14)]


def test_a_count_of_minus_one_counts_nothing() -> None:
    """How some calendars write a series without an end, or one that an UNTIL ends."""
    assert parse_rule("FREQ=WEEKLY;COUNT=-1;UNTIL=20240331") == parse_rule("FREQ=WEEKLY;UNTIL=20240331")


def test_lower_case_and_a_trailing_semicolon_are_understood() -> None:
    assert parse_rule("rrule:freq=daily;count=2;") == Rule("DAILY", count=2)


@pytest.mark.parametrize(
    "text",
    ["", "COUNT=3", "FREQ=SOMETIMES", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=-2", "FREQ=WEEKLY;BYDAY=XX",
     "FREQ=DAILY;UNTIL=tomorrow", "FREQ=DAILY;UNTIL=20261399", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ",
     "FREQ=DAILY;COUNT=٣"],
)  # fmt: skip
def test_what_is_not_a_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_rule(text)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=40",
        "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1",
        "FREQ=YEARLY;BYWEEKNO=1,53,-1;BYDAY=MO,SU",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
        "FREQ=WEEKLY;BYMONTH=1,2;BYDAY=MO",
        "FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0,30",
        "FREQ=DAILY;INTERVAL=3;BYMONTH=1",
        "FREQ=HOURLY;INTERVAL=5;BYHOUR=8,9,10,11,12",
        "FREQ=HOURLY;BYMINUTE=15,45;BYDAY=MO",
        "FREQ=MINUTELY;INTERVAL=90;COUNT=5000",
        "FREQ=SECONDLY;INTERVAL=5000",
    ],
)
def test_rules_of_the_rfc_agree_with_dateutil(text: str) -> None:
    begin, end = datetime(2024, 12, 20), datetime(2027, 1, 10)
    if text.startswith(("FREQ=MINUTELY", "FREQ=SECONDLY", "FREQ=HOURLY")):
        begin, end = datetime(2024, 2, 10), datetime(2024, 2, 20)
    assert between(text, begin, end) == expected(text, begin, end)


def listed(values: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=3, unique=True).map(lambda found: ",".join(map(str, found)))


@st.composite
def rule_texts(draw: st.DrawFn) -> str:
    """Rules that name a day at all: for others dateutil searches until the year 9999."""
    freq = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]))
    weekdays: st.SearchStrategy[object] = st.sampled_from(WEEKDAYS)
    ordinals = listed(st.builds("{}{}".format, st.sampled_from([1, 2, 4, 5, -1, -2]), weekdays))
    month_days = listed(st.one_of(st.integers(1, 31), st.integers(-31, -1)))
    by_day = {"BYMONTH": listed(st.integers(1, 12)), "BYDAY": listed(weekdays)}
    if freq in ("YEARLY", "MONTHLY"):
        by_day["BYDAY"] = st.one_of(by_day["BYDAY"], ordinals)
    if freq != "WEEKLY":
        by_day["BYMONTHDAY"] = month_days
    others = {
        "BYHOUR": listed(st.integers(0, 23)),
        "COUNT": st.integers(1, 60).map(str),
        "WKST": st.sampled_from(WEEKDAYS),
    }
    chosen = {name: draw(others[name]) for name in draw(st.sets(st.sampled_from(sorted(others))))}
    for name in draw(st.sets(st.sampled_from(sorted(by_day)), max_size=1)):
        chosen[name] = draw(by_day[name])
    if freq != "MONTHLY" or "BYMONTH" not in chosen:
        chosen["INTERVAL"] = str(draw(st.integers(1, 5)))
    return ";".join([f"FREQ={freq}", *(f"{name}={value}" for name, value in sorted(chosen.items()))])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rule_texts(), st.integers(0, 3000), st.integers(1, 900))
def test_any_rule_agrees_with_dateutil(text: str, offset: int, days: int) -> None:
    begin = START - timedelta(days=30) + timedelta(days=offset)
    end = begin + timedelta(days=days)
    assert between(text, begin, end) == expected(text, begin, end)


@st.composite
def crowded_rules(draw: st.DrawFn) -> str:
    """Rules with several moments a period, of which BYSETPOS may choose one that is there, and rules within days."""
    weekdays: st.SearchStrategy[object] = st.sampled_from(WEEKDAYS)
    freq = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"]))
    chosen = {"INTERVAL": str(draw(st.integers(1, 3))), "WKST": draw(st.sampled_from(WEEKDAYS))}
    if freq == "YEARLY":
        name, values = draw(st.sampled_from([
            ("BYYEARDAY", listed(st.one_of(st.integers(1, 365), st.integers(-365, -1)))),
            ("BYWEEKNO", listed(st.one_of(st.integers(1, 52), st.integers(-52, -1)))),
            ("BYMONTH", listed(st.integers(1, 12))),
        ]))  # fmt: skip
        chosen[name] = draw(values)
        if name != "BYYEARDAY":
            chosen["BYDAY"] = draw(listed(weekdays))
    elif freq in ("MONTHLY", "WEEKLY"):
        chosen["BYDAY"] = draw(listed(weekdays))
    else:
        chosen["BYMINUTE"] = draw(listed(st.integers(0, 59)))
        chosen["INTERVAL"] = "1"
    if freq == "DAILY":
        chosen["BYHOUR"] = draw(listed(st.integers(0, 23)))
    if draw(st.booleans()):
        chosen["BYSETPOS"] = draw(st.sampled_from(["1", "-1", "1,-1"]))
    if draw(st.booleans()):
        chosen["COUNT"] = str(draw(st.integers(1, 60)))
    return ";".join([f"FREQ={freq}", *(f"{name}={value}" for name, value in sorted(chosen.items()))])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(crowded_rules(), st.integers(0, 1000), st.integers(1, 400))
def test_crowded_rules_agree_with_dateutil(text: str, offset: int, days: int) -> None:
    if text.startswith(("FREQ=HOURLY", "FREQ=MINUTELY")):
        offset, days = offset % 10, 1 + days % 3
    begin = START - timedelta(days=3) + timedelta(days=offset)
    end = begin + timedelta(days=days)
    assert between(text, begin, end) == expected(text, begin, end)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=1000000000",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY;BYHOUR=9;COUNT=1000000000",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=6;COUNT=1000",
        "FREQ=DAILY;INTERVAL=999999999",
        "FREQ=YEARLY;BYDAY=MO,TU;BYHOUR={0};BYMINUTE={1};BYSECOND={1}".format(
            ",".join(map(str, range(24))), ",".join(map(str, range(60)))
        ),
    ],
)
def test_c_pay_15_a_hostile_rule_is_bounded(text: str, steps: list[int]) -> None:
    found = between(text, datetime(2026, 1, 1), datetime(2126, 1, 1), datetime(1970, 1, 1))
    assert sum(steps) <= expansion.MAX_STEPS
    assert len(steps) <= expansion.MAX_STEPS + 1  # and one that is refused
    assert len(found) <= 60_000


@pytest.mark.parametrize("freq", ["HOURLY", "MINUTELY"])
@pytest.mark.parametrize(
    "tail", [";COUNT=1000000000000", ";BYSETPOS=-1;COUNT=1000000000000", ";BYMONTH=2;BYMONTHDAY=30"]
)
def test_c_pay_15_every_moment_within_an_hour_is_paid_for(
    freq: str, tail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    within = expansion._within

    def counted(rule: Rule, at: datetime) -> list[datetime]:
        found = within(rule, at)
        made.append(len(found))
        return found

    monkeypatch.setattr(expansion, "_within", counted)
    sixty = ",".join(map(str, range(60)))
    rule = f"FREQ={freq};BYMINUTE={sixty};BYSECOND={sixty}{tail}"
    between(rule, datetime(2026, 1, 1), datetime(2026, 2, 1), datetime(1970, 1, 1))
    assert sum(made) <= expansion.MAX_STEPS


def test_c_pay_15_all_seconds_of_a_day_are_not_named_by_who_cannot_pay_for_them(calls: Count) -> None:
    hours, sixty = (",".join(map(str, range(number))) for number in (24, 60))
    rule = parse_rule(f"FREQ=DAILY;BYMONTH=11;BYHOUR={hours};BYMINUTE={sixty};BYSECOND={sixty}")
    span = datetime(2026, 11, 1), datetime(2026, 11, 30)
    assert calls(lambda: list(moments(rule, span[0], span, Budget(1_000)))) < 1_000


@pytest.mark.parametrize(("rule", "number"), [("FREQ=YEARLY", 2), ("FREQ=MONTHLY", 13)])
def test_c_pay_15_the_days_between_birthdays_are_not_looked_at(rule: str, number: int, steps: list[int]) -> None:
    """There may be thousands of them."""
    found = between(rule, datetime(2026, 11, 1), datetime(2027, 11, 30), datetime(1980, 11, 24))
    assert [moment.day for moment in found] == [24] * number
    assert sum(steps) <= number + 4


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=1",
        "FREQ=YEARLY;BYDAY=MO",
        "FREQ=MINUTELY;BYSECOND=1",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
    ],
)
def test_c_pay_15_a_part_that_says_the_same_a_hundred_thousand_times_says_it_once(rule: str) -> None:
    value = rule.rpartition("=")[2]
    assert parse_rule(rule + f",{value}" * 100_000) == parse_rule(rule)


def test_c_pay_15_a_count_of_a_million_millions_is_a_count() -> None:
    found = between("FREQ=DAILY;COUNT=1000000000000", datetime(2026, 1, 1), datetime(2026, 1, 31), datetime(1970, 1, 1))
    assert len(found) == 31
