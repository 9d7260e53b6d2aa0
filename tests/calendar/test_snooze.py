"""Until when a reminder is put off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.model import Event, EventType
from c42desktop.calendar.snooze import Snooze, choices, label, until
from c42desktop.errors import UserError

HERE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 13, 50, 20, tzinfo=UTC)  # 14:50:20 here
REVIEW = Event("review", "Review", datetime(2026, 11, 24, 15, tzinfo=HERE), datetime(2026, 11, 24, 16, tzinfo=HERE))


def offered(event: Event, minutes: float = 0) -> dict[Snooze, str]:
    found = choices(event, NOW + timedelta(minutes=minutes), HERE)
    return {choice.id: f"{choice.until.astimezone(HERE):%d %H:%M:%S}" for choice in found}


def test_only_what_makes_sense_is_offered() -> None:
    assert offered(REVIEW) == {
        Snooze.FIVE_MINUTES: "24 14:55:20",
        Snooze.QUARTER: "24 15:05:20",
        Snooze.HOUR: "24 15:50:20",
        Snooze.BEFORE_START: "24 14:55:00",
        Snooze.START: "24 15:00:00",
    }
    assert list(offered(REVIEW, 6)) == [Snooze.FIVE_MINUTES, Snooze.QUARTER, Snooze.HOUR, Snooze.START]
    assert list(offered(REVIEW, 10)) == [Snooze.FIVE_MINUTES, Snooze.QUARTER, Snooze.HOUR]


def test_a_whole_day_has_no_start_to_wait_for() -> None:
    assert list(offered(Event("day", "Fair", date(2026, 11, 25)))) == [
        Snooze.FIVE_MINUTES,
        Snooze.QUARTER,
        Snooze.HOUR,
    ]


def test_a_task_is_put_off_until_it_is_due() -> None:
    task = Event("tax", "Tax", type=EventType.TODO, due=datetime(2026, 11, 24, 17))
    assert offered(task)[Snooze.START] == "24 17:00:00"
    assert [label(each, task) for each in choices(task, NOW, HERE)][3:] == [
        "Until 5 minutes before it is due",
        "Until it is due",
    ]
    assert [label(each, REVIEW) for each in choices(REVIEW, NOW, HERE)] == [
        "5 minutes",
        "15 minutes",
        "1 hour",
        "Until 5 minutes before the start",
        "Until the start",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45", "24 15:35:20"),
        (" 45 min ", "24 15:35:20"),
        ("2h", "24 16:50:20"),
        ("1 h 30 min", "24 16:20:20"),
        ("1h30", "24 16:20:20"),
        ("3 days", "27 14:50:20"),
        ("16:30", "24 16:30:00"),
        ("16.30", "24 16:30:00"),
        ("9:00", "25 09:00:00"),
        ("tomorrow", "25 09:00:00"),
        ("Tomorrow 8:15", "25 08:15:00"),
        ("today 18", "24 18:00:00"),
        ("2026-11-30 07:00", "30 07:00:00"),
    ],
)
def test_what_is_typed_is_understood(text: str, expected: str) -> None:
    assert f"{until(text, NOW, HERE).astimezone(HERE):%d %H:%M:%S}" == expected


@pytest.mark.parametrize(
    "text", ["", "soon", "25:00", "9 30", "9:61", "5 lightyears", "today", "2026-13-01 9:00", "-5"]
)
def test_what_is_not_understood_is_answered_with_examples(text: str) -> None:
    with pytest.raises(UserError, match="45 min, 2 h, 16:30"):
        until(text, NOW, HERE)


def test_neither_the_past_nor_the_next_decade() -> None:
    with pytest.raises(UserError, match="already over"):
        until("today 8:00", NOW, HERE)
    with pytest.raises(UserError, match="already over"):
        until("0", NOW, HERE)
    with pytest.raises(UserError, match="a year at most"):
        until("2031-01-01 9:00", NOW, HERE)
    with pytest.raises(UserError, match="a year at most"):
        until("9999-12-31 9:00", NOW, HERE)


def test_a_day_is_a_day_when_the_clocks_change() -> None:
    before = datetime(2026, 3, 28, 20, tzinfo=UTC)
    assert until("tomorrow 9:00", before, HERE) == datetime(2026, 3, 29, 7, tzinfo=UTC)
    assert until("2:30", before, HERE) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # that hour is skipped
