"""The machine's zone, against the time zone database."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.clock import LOCAL, now

ZONES = ("UTC", "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago")
# A week around each change of the clocks in those zones, hour by hour (Lord Howe moves by half an hour only).
WEEKS = [datetime(2026, *day, tzinfo=UTC) for day in ((3, 6), (3, 26), (4, 2), (9, 3), (10, 1), (10, 22), (10, 30))]


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    """The zone this machine is in."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield ZoneInfo(request.param)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("week", WEEKS, ids=str)
def test_every_instant_has_the_wall_time_of_the_zone(zone: ZoneInfo, week: datetime) -> None:
    for half_hours in range(2 * 24 * 7):
        instant = week + timedelta(minutes=30 * half_hours)
        here, expected = instant.astimezone(LOCAL), instant.astimezone(zone)
        assert here.replace(tzinfo=None) == expected.replace(tzinfo=None), instant
        assert here.utcoffset() == expected.utcoffset(), instant
        assert here.timestamp() == instant.timestamp()


@pytest.mark.parametrize("week", WEEKS, ids=str)
def test_every_wall_time_is_the_instant_of_the_zone(zone: ZoneInfo, week: datetime) -> None:
    for half_hours in range(2 * 24 * 7):
        wall = week.replace(tzinfo=None) + timedelta(minutes=30 * half_hours)
        for fold in (0, 1):
            here, expected = wall.replace(tzinfo=LOCAL, fold=fold), wall.replace(tzinfo=zone, fold=fold)
            assert here.utcoffset() == expected.utcoffset(), (wall, fold)
            assert here.tzname() == expected.tzname(), (wall, fold)


@pytest.mark.parametrize(
    "wall", [datetime.min, datetime(1, 1, 2), datetime(4, 2, 29), datetime(9996, 2, 29), datetime.max]
)
def test_the_first_and_last_days_there_are_have_an_offset(zone: ZoneInfo, wall: datetime) -> None:
    assert isinstance(wall.replace(tzinfo=LOCAL).utcoffset(), timedelta)
    assert wall.replace(tzinfo=LOCAL).tzname()
    assert wall.replace(tzinfo=UTC).astimezone(LOCAL).year in (wall.year - 1, wall.year, wall.year + 1)


def test_a_platform_that_knows_no_year_before_1970_still_has_an_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    from c42desktop import clock

    class Old(datetime):
        """As on Windows: an error instead of an answer."""

        def astimezone(self, tz: object = None) -> datetime:  # type: ignore[override]
            if self.year < 1970:
                raise OSError(22, "Invalid argument")
            return datetime(self.year, self.month, self.day, tzinfo=UTC)

    assert clock._fixed(Old(1960, 2, 29)).utcoffset() == timedelta(0)


def test_now_is_in_utc() -> None:
    assert now().utcoffset() == timedelta(0)
    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)
