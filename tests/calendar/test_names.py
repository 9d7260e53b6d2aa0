"""Names of days and months, and times as they are written in a region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest

from c42desktop.calendar import names
from c42desktop.calendar.dates import day_label
from c42desktop.calendar.names import Conventions

SUNDAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = names.in_use()
    yield
    names.use(before)


def test_names_are_those_of_the_texts_whatever_the_system_speaks() -> None:
    assert [names.weekday(day) for day in (0, 6)] == ["Monday", "Sunday"]
    assert [names.short_weekday(day) for day in (0, 6)] == ["Mon", "Sun"]
    assert [names.month(number) for number in (1, 12)] == ["January", "December"]
    assert [names.short_month(number) for number in (1, 12)] == ["Jan", "Dec"]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (time(0, 5), "12:05 AM"),
        (time(9), "9:00 AM"),
        (time(12), "12:00 PM"),
        (time(15, 30), "3:30 PM"),
        (datetime(2026, 11, 22, 23, 59), "11:59 PM"),
    ],
)
def test_twelve_hours_where_people_write_them(moment: time | datetime, said: str) -> None:
    names.use(Conventions(twelve_hours=True))
    assert names.clock(moment) == said


def test_twenty_four_hours_elsewhere() -> None:
    assert [names.clock(time(hour, 5)) for hour in (0, 9, 15)] == ["00:05", "09:05", "15:05"]


def test_the_month_stands_first_where_people_write_it_so() -> None:
    assert names.day_and_month(SUNDAY) == "22 November"
    assert names.short_date(SUNDAY) == "Sun 22 Nov"
    assert names.short_date(SUNDAY, year=True) == "Sun 22 Nov 2026"
    names.use(Conventions(month_first=True))
    assert names.day_and_month(SUNDAY) == "November 22"
    assert names.short_date(SUNDAY) == "Sun, Nov 22"
    assert names.short_date(SUNDAY, year=True) == "Sun, Nov 22, 2026"


def test_a_day_begins_a_sentence_with_a_capital_and_stands_in_one_without() -> None:
    assert day_label(date(2026, 11, 25), SUNDAY) == "Wednesday"
    assert day_label(SUNDAY, SUNDAY) == "Today"
    assert day_label(SUNDAY, SUNDAY, inline=True) == "today"
