"""The machine's zone, against the time zone database."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from c42desktop.clock import LOCAL, ZoneWatch, now

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


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A machine in Amsterdam; with the means to move it."""
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


SUMMER = datetime(2026, 7, 1, 12, tzinfo=UTC)


def test_another_zone_is_noticed_once_and_counts_from_then_on(amsterdam: pytest.MonkeyPatch) -> None:
    watch = ZoneWatch()
    assert watch.changed() is False
    amsterdam.setenv("TZ", "Asia/Kolkata")
    assert watch.changed() is True
    assert f"{SUMMER.astimezone(LOCAL):%H:%M %Z}" == "17:30 IST"
    assert watch.changed() is False


def test_a_zone_with_the_same_offset_today_and_other_rules_is_another_one(amsterdam: pytest.MonkeyPatch) -> None:
    watch = ZoneWatch()
    amsterdam.setenv("TZ", "Africa/Tunis" if time.localtime().tm_gmtoff == 3600 else "Africa/Johannesburg")
    assert watch.changed() is True


def test_a_zone_that_somebody_else_had_read_already_is_noticed(amsterdam: pytest.MonkeyPatch) -> None:
    watch = ZoneWatch()
    amsterdam.setenv("TZ", "Asia/Kolkata")
    time.tzset()  # as Qt does
    assert watch.changed() is True


def test_the_year_goes_on_without_being_another_zone(amsterdam: pytest.MonkeyPatch) -> None:
    watch = ZoneWatch()
    start = time.time()
    for weeks in range(60):
        amsterdam.setattr(time, "time", lambda weeks=weeks: start + weeks * 7 * 24 * 60 * 60)
        assert watch.changed() is False


MOVED = """
import os
from datetime import UTC, datetime

from c42desktop.clock import LOCAL, ZoneWatch

watch = ZoneWatch()
noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
print(f"{noon.astimezone(LOCAL):%H:%M}", watch.changed())
os.symlink("/usr/share/zoneinfo/Asia/Kolkata", "/etc/localtime.new")
os.replace("/etc/localtime.new", "/etc/localtime")
print(f"{noon.astimezone(LOCAL):%H:%M}", watch.changed(), f"{noon.astimezone(LOCAL):%H:%M}")
"""


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs an /etc of its own")
def test_the_machine_moves_while_the_program_runs(tmp_path: Path) -> None:
    own = ["unshare", "--mount", "sh", "-c", 'mount --bind "$1" /etc && exec "$2" -c "$3"', "sh"]
    if shutil.which("unshare") is None or subprocess.run(["unshare", "--mount", "true"], check=False).returncode != 0:
        pytest.skip("this machine has no mount namespaces")
    (tmp_path / "localtime").symlink_to("/usr/share/zoneinfo/Europe/Amsterdam")
    env = {name: value for name, value in os.environ.items() if name != "TZ"}
    arguments = [*own, str(tmp_path), sys.executable, MOVED]
    done = subprocess.run(arguments, env=env, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["14:00 False", "14:00 True 17:30"]
