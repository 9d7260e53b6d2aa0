"""The VTIMEZONEs that are written: they say what the zone does, to whoever does not know its name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.payloads.ical import parse_components
from c42desktop.calendar.payloads.lines import component_lines
from c42desktop.calendar.payloads.vtimezone import zone_component
from c42desktop.calendar.payloads.zones import definitions_in


def defined(zone: tzinfo, first: int, last: int, name: str = "X") -> tzinfo:
    """The zone as one reads it who has nothing but the VTIMEZONE."""
    components = parse_components("\r\n".join(component_lines(zone_component(name, zone, first, last))))
    return definitions_in(components)[name]


def lines(zone: str, first: int, last: int) -> list[str]:
    return list(component_lines(zone_component(zone, ZoneInfo(zone), first, last)))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Europe/Amsterdam", 2026, 2026),
        ("America/New_York", 2000, 2010),  # the rule changed in 2007
        ("Europe/London", 1969, 1972),  # no summer time, but standard time all year
        ("Asia/Kolkata", 2026, 2027),
        ("Australia/Lord_Howe", 2026, 2026),  # half an hour
        ("America/St_Johns", 2026, 2026),
        ("Africa/Casablanca", 2025, 2027),  # by the moon, in Ramadan
        ("Europe/Dublin", 2026, 2026),  # winter time is the odd one
        ("Pacific/Apia", 2011, 2012),  # a day was left out
    ],
)
def test_a_written_zone_is_the_zone(name: str, first: int, last: int) -> None:
    zone, read = ZoneInfo(name), defined(ZoneInfo(name), first, last)
    wall = datetime(first, 1, 1, 12)
    while wall.year <= last:
        if zone.utcoffset(wall) == zone.utcoffset(wall.replace(fold=1)):
            assert read.utcoffset(wall) == zone.utcoffset(wall), wall
        wall += timedelta(hours=97)


def test_the_clocks_change_at_the_right_hour() -> None:
    assert lines("Europe/Amsterdam", 2026, 2026)[2:8] == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    ]
    assert "DTSTART:20251026T030000" in lines("Europe/Amsterdam", 2026, 2026)


def test_a_rule_holds_for_later_years_too() -> None:
    read = defined(ZoneInfo("Europe/Amsterdam"), 2026, 2026)
    for year in (2035, 2050):
        assert read.utcoffset(datetime(year, 7, 1)) == timedelta(hours=2)
        assert read.utcoffset(datetime(year, 12, 1)) == timedelta(hours=1)


@pytest.mark.parametrize("year", [2, 1890, 2500, 9998])
def test_years_far_away_cost_no_more(year: int) -> None:
    assert len(lines("Europe/Amsterdam", year, year)) < 60
    assert len(lines("Europe/Amsterdam", 2, 9998)) < 1000


def test_a_defined_zone_is_written_as_it_was_read() -> None:
    once = defined(ZoneInfo("America/New_York"), 2026, 2026)
    twice = defined(once, 2026, 2026)
    wall = datetime(2026, 1, 1)
    while wall.year == 2026:
        assert twice.utcoffset(wall) == once.utcoffset(wall), wall
        wall += timedelta(minutes=59)


def test_utc_has_no_changes() -> None:
    assert list(component_lines(zone_component("Z", UTC, 2026, 2026)))[2:6] == [
        "BEGIN:STANDARD",
        "DTSTART:20250101T000000",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000",
    ]
