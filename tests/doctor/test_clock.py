"""The clock beside another one, and the zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from c42desktop.doctor.clock import read_date, read_utc, skew, zone
from c42desktop.doctor.finding import Outcome

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "outcome"),
    [(30, Outcome.PASS), (31, Outcome.WARNING), (-300, Outcome.WARNING), (-301, Outcome.FAILURE)],
)
def test_half_a_minute_warns_and_five_minutes_fail(seconds: int, outcome: Outcome) -> None:
    found = skew("example.org", NOON + timedelta(seconds=seconds), NOON, NOON)
    assert found.outcome is outcome
    assert bool(found.advice) == (outcome is not Outcome.PASS)


def test_the_time_on_the_way_is_shared_by_both_ways() -> None:
    told = NOON + timedelta(seconds=20)
    assert skew("example.org", told, NOON, NOON + timedelta(seconds=40)).outcome is Outcome.PASS


def test_a_clock_that_nothing_can_be_compared_with_is_neither_good_nor_bad() -> None:
    assert skew("", None, NOON, NOON).outcome is Outcome.SKIPPED


@pytest.mark.parametrize("text", ["2026-11-22T12:00:00Z", "2026-11-22T12:00:00.000Z", " 2026-11-22T12:00:00Z\n"])
def test_the_time_of_a_server_is_read(text: str) -> None:
    assert read_utc(text) == NOON


def test_the_time_of_a_web_server_is_read() -> None:
    assert read_date("Sun, 22 Nov 2026 12:00:00 GMT") == NOON
    assert read_date("Sun, 22 Nov 2026 13:00:00 +0100") == NOON.astimezone(timezone(timedelta(hours=1)))


@pytest.mark.parametrize("text", ["", "noon", "2026-99-99T12:00:00Z", "\0"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_utc(text) is None
    assert read_date(text) is None


@pytest.mark.parametrize("name", ["Europe/Amsterdam", ":Europe/Amsterdam", "UTC", "CET-1CEST", "/etc/localtime"])
def test_a_zone_that_is_known_passes(name: str, tmp_path: Path) -> None:
    assert zone({"TZ": name}, tmp_path).outcome is Outcome.PASS


@pytest.mark.parametrize("name", ["Europe/Atlantis", "../../etc/passwd"])
def test_a_zone_that_nobody_knows_warns(name: str, tmp_path: Path) -> None:
    found = zone({"TZ": name}, tmp_path)
    assert found.outcome is Outcome.WARNING
    assert name in found.text


def test_a_system_without_a_zone_warns(tmp_path: Path) -> None:
    assert zone({}, tmp_path / "localtime").outcome is Outcome.WARNING
    assert zone({}, tmp_path).outcome is Outcome.PASS
