"""Quiet hours: each day its own, over midnight, by the reader's clock."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.notify.quiet import quiet_from, quiet_until
from c42desktop.preferences import Preferences, QuietHours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """November 2026: the 23rd is a Monday."""
    return datetime(2026, month, day, hour, minute, tzinfo=AMSTERDAM)


def chosen(*hours: tuple[int, str, str]) -> Preferences:
    return Preferences(quiet_hours=tuple(QuietHours(day, _time(begin), _time(end)) for day, begin, end in hours))


def _time(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


NIGHT = chosen((MON, "22:00", "07:00"))


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at(23, 21, 59), None),
        (at(23, 22), at(24, 7)),
        (at(24, 0), at(24, 7)),
        (at(24, 6, 59), at(24, 7)),
        (at(24, 7), None),
        (at(24, 22), None),  # of Monday only
        (at(23, 3), None),  # the night before belongs to Sunday
    ],
)
def test_a_night_lasts_until_the_morning_of_the_next_day(now: datetime, until: datetime | None) -> None:
    assert quiet_until(now, NIGHT) == until


def test_within_a_day() -> None:
    lunch = chosen((WED, "12:00", "13:30"))
    assert quiet_until(at(25, 12, 45), lunch) == at(25, 13, 30)
    assert quiet_until(at(25, 13, 30), lunch) is None
    assert quiet_until(at(26, 12, 45), lunch) is None


def test_nothing_is_quiet_without_hours() -> None:
    assert quiet_until(at(23, 3), Preferences()) is None
    assert quiet_from(at(23, 3), Preferences()) is None


def test_hours_that_touch_or_overlap_are_one() -> None:
    weekend = chosen((FRI, "18:00", "00:00"), (SAT, "00:00", "00:00"), (SUN, "00:00", "00:00"), (SUN, "23:00", "06:00"))
    assert quiet_until(at(27, 19), weekend) == at(30, 6)
    assert quiet_from(at(27, 17), weekend) == at(27, 18)
    assert quiet_from(at(28, 12), weekend) == at(34 - 30, 18, month=12)


def test_a_begin_that_is_the_end_is_a_whole_day() -> None:
    assert quiet_until(at(23, 10), chosen((MON, "09:00", "09:00"))) == at(24, 9)


def test_who_is_quiet_all_week_is_quiet() -> None:
    always = chosen(*((day, "00:00", "00:00") for day in range(7)))
    until = quiet_until(at(23, 10), always)
    assert until is not None and until > at(23, 10) + timedelta(days=7)
    assert quiet_from(at(23, 10), always) is None


def test_the_next_begin_is_this_weeks_or_next() -> None:
    assert quiet_from(at(23, 10), NIGHT) == at(23, 22)
    assert quiet_from(at(23, 22), NIGHT) == at(30, 22)
    assert quiet_from(at(24, 3), NIGHT) == at(30, 22)


# In Amsterdam the clocks skip 02:00–03:00 on 29 March 2026 and repeat it on 25 October, both Sundays.


def test_a_night_with_the_change_to_summer_time_ends_when_the_clock_says_so() -> None:
    night = chosen((SAT, "22:00", "07:00"))
    until = quiet_until(at(28, 23, month=3), night)
    assert until == at(29, 7, month=3)
    assert until.astimezone(UTC) - at(28, 22, month=3).astimezone(UTC) == timedelta(hours=8)


def test_a_night_with_the_change_to_winter_time_ends_when_the_clock_says_so() -> None:
    night = chosen((SAT, "22:00", "07:00"))
    until = quiet_until(at(24, 23, month=10), night)
    assert until == at(25, 7, month=10)
    assert until.astimezone(UTC) - at(24, 22, month=10).astimezone(UTC) == timedelta(hours=10)


def test_an_end_that_the_clocks_skip_is_an_hour_later() -> None:
    night = chosen((SAT, "22:00", "02:30"))
    assert quiet_until(at(29, 1, 59, month=3), night) == at(29, 3, 30, month=3)
    assert quiet_until(at(29, 3, 30, month=3), night) is None


def test_an_end_that_the_clocks_show_twice_is_the_second() -> None:
    night = chosen((SAT, "22:00", "02:30"))
    first, second = (at(25, 2, 45, month=10).replace(fold=fold) for fold in (0, 1))
    assert quiet_until(first, night) == at(25, 2, 30, month=10).replace(fold=1)
    assert quiet_until(second, night) is None


def test_a_begin_that_the_clocks_show_twice_is_the_first() -> None:
    early = chosen((SUN, "02:30", "05:00"))
    now = at(25, 2, 45, month=10)
    assert quiet_until(now, early) == at(25, 5, month=10)
    assert quiet_until(now.replace(hour=2, minute=15, fold=1), early) == at(25, 5, month=10)


def test_the_hours_are_those_of_the_readers_zone() -> None:
    now = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert quiet_until(now.astimezone(ZoneInfo("Asia/Tokyo")), NIGHT) is None  # 07:30 on Tuesday
    assert quiet_until(now.astimezone(AMSTERDAM), NIGHT) is not None


_TIMES = st.times().map(lambda each: each.replace(second=0, microsecond=0, tzinfo=None))
_HOURS = st.lists(st.builds(QuietHours, st.integers(0, 6), _TIMES, _TIMES), max_size=7)
_NOW = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(AMSTERDAM))


@given(_NOW, _HOURS)
def test_what_the_clock_shows_decides_wherever_it_is_not_changed(now: datetime, hours: list[QuietHours]) -> None:
    offsets = {(now + timedelta(days=days)).utcoffset() for days in range(-2, 3)}
    if len(offsets) == 1:  # else see above
        assert (quiet_until(now, Preferences(quiet_hours=tuple(hours))) is not None) == any(
            _shows_quiet(now, each) for each in hours
        )


def _shows_quiet(now: datetime, hours: QuietHours) -> bool:
    wall = now.time()
    today, yesterday = now.weekday() == hours.weekday, (now.weekday() - 1) % 7 == hours.weekday
    if hours.end > hours.begin:
        return today and hours.begin <= wall < hours.end
    return (today and wall >= hours.begin) or (yesterday and wall < hours.end)


@given(_NOW, _HOURS)
def test_quiet_ends_at_an_instant_that_is_not_quiet(now: datetime, hours: list[QuietHours]) -> None:
    preferences = Preferences(quiet_hours=tuple(hours))
    until = quiet_until(now, preferences)
    if until is not None:
        assert until > now
        after = quiet_until(until, preferences)
        assert after is None or until - now > timedelta(days=6)
