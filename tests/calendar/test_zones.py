"""Time zones: by whatever name they come, as their payload defines them, and when the clocks change."""

import sys
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.defined_zone import DefinedZone, Observance, defined_zone
from c42desktop.calendar.model import Event, as_local
from c42desktop.calendar.payloads import zones
from c42desktop.calendar.payloads.component import UNKNOWN_ZONE
from c42desktop.calendar.payloads.ical import events_from_text
from c42desktop.calendar.payloads.zones import system_zone
from c42desktop.calendar.recurrence import occurrences
from c42desktop.clock import LOCAL, ZoneWatch

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HOUR = timedelta(hours=1)


def office(name: str = "Acme/Office", *, summer: int = 2, winter: int = 1) -> DefinedZone:
    """A zone whose clocks change when those of Europe do."""
    autumn, spring = (f"FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU" for month in (10, 3))
    return DefinedZone(
        name,
        (
            Observance(datetime(1996, 10, 27, 3), winter * HOUR, summer * HOUR, False, "WT", autumn),
            Observance(datetime(1981, 3, 29, 2), summer * HOUR, winter * HOUR, True, "ST", spring),
        ),
    )


def text(name: str, *lines: str, definition: str = "") -> str:
    inner = "\n".join(["BEGIN:VEVENT", "UID:u", f'DTSTART;TZID="{name}":20260701T090000', *lines, "END:VEVENT"])
    return f"BEGIN:VCALENDAR\n{definition}{inner}\nEND:VCALENDAR\n"


def event(name: str) -> Event:
    return events_from_text(text(name), "item")[0]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("/example.com/20260101_1/America/New_York", "America/New_York"),
        ("/citadel.org/20210210_1/Europe/Amsterdam/", "Europe/Amsterdam"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(GMT+01.00) Sarajevo, Warsaw, Zagreb", "Europe/Sarajevo"),
        ("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"),
        ("(UTC-03:00) Brasília", "America/Sao_Paulo"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("(UTC) Coordinated Universal Time", "UTC"),
        ("(UTC+10:00) Canberra, Melbourne, Sydney", "Australia/Sydney"),
    ],
)
def test_c_pay_14_a_zone_by_the_name_other_programs_give_it(name: str, key: str) -> None:
    assert system_zone(name) == ZoneInfo(key)
    found = event(name)
    assert isinstance(found.start, datetime) and found.start.tzinfo == ZoneInfo(key)
    assert (found.timezone, found.problem) == (name, "")


@pytest.mark.parametrize(
    ("name", "hours"),
    [("GMT+0200", 2), ("UTC+11", 11), ("UTC-05:30", -5.5), ("gmt-3", -3), ("+01:00", 1), ("(UTC+01:00) Atlantis", 1),
     ("(UTC+09:00) Amsterdam", 9)],
)  # fmt: skip
def test_c_pay_14_an_offset_for_a_name_is_that_offset(name: str, hours: float) -> None:
    """Also where the city beside it has other clocks: one of the two is wrong, and the offset was reckoned with."""
    assert system_zone(name) == timezone(timedelta(hours=hours))
    assert event(name).problem == ""


@pytest.mark.parametrize("name", ["GMT+99", "UTC+1:99", "(UTC+01:00", "Nowhere Standard Time", "٣", "+", "()"])
def test_c_pay_14_a_zone_nobody_knows_floats_and_is_marked(name: str) -> None:
    found = event(name)
    assert isinstance(found.start, datetime)
    assert (found.start.tzinfo, found.problem) == (None, UNKNOWN_ZONE)


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd", "/etc/passwd", "/../../etc/passwd", "(UTC+01:00) ../../etc/passwd, /etc/hosts",
     "Europe/../../../etc/passwd", "(UTC) ..", "America", "(UTC) Indiana"],
)  # fmt: skip
def test_c_pay_14_no_name_opens_a_file_elsewhere(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def spied(key: str) -> tzinfo:
        asked.append(key)
        return ZoneInfo(key)

    monkeypatch.setattr(zones, "ZoneInfo", spied)
    zones.system_zone.cache_clear()
    zones._olson.cache_clear()
    assert not isinstance(event(name).start.tzinfo, ZoneInfo)  # type: ignore[union-attr]
    assert not any(".." in key or Path(key).is_absolute() for key in asked)


def test_c_pay_14_the_known_name_wins_over_a_wrong_definition() -> None:
    wrong = "BEGIN:VTIMEZONE\nTZID:Europe/Amsterdam\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\n" \
        "TZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE\n"  # fmt: skip
    (found,) = events_from_text(text("Europe/Amsterdam", definition=wrong), "item")
    assert isinstance(found.start, datetime) and found.start.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize("broken", ["TZOFFSETTO:+5744", "TZOFFSETTO:x", "DTSTART:yesterday", "RRULE:FREQ=OFTEN"])
def test_c_pay_14_a_damaged_definition_does_no_harm(broken: str) -> None:
    part = ["DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY"]
    lines = [line for line in part if line.partition(":")[0] != broken.partition(":")[0]]
    damaged = "\n".join(
        ["BEGIN:VTIMEZONE", "TZID:Acme", "BEGIN:STANDARD", *lines, broken, "END:STANDARD", "END:VTIMEZONE\n"]
    )
    (found,) = events_from_text(text("Acme", definition=damaged), "item")
    assert found.start is not None


def test_a_definition_is_the_same_zone_after_text() -> None:
    zone = DefinedZone(
        "Büro", (*office().observances, Observance(datetime(2030, 1, 1), HOUR, HOUR, others=(datetime(2031, 1, 1),)))
    )
    assert defined_zone(zone.definition) == zone


_instants = st.datetimes(datetime(1997, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
_changes = st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)])
_near = st.builds(lambda at, minutes: at + timedelta(minutes=minutes), _changes, st.integers(-200, 200))


@settings(max_examples=300, deadline=None)
@given(st.one_of(_instants, _near))
def test_a_defined_zone_tells_the_time_as_the_system_s_does(instant: datetime) -> None:
    ours, theirs = instant.astimezone(office()), instant.astimezone(AMSTERDAM)
    assert (ours.replace(tzinfo=None), ours.fold, ours.utcoffset()) == (
        theirs.replace(tzinfo=None),
        theirs.fold,
        theirs.utcoffset(),
    )


@settings(max_examples=300, deadline=None)
@given(st.one_of(_instants, _near).map(lambda instant: instant.replace(tzinfo=None)), st.sampled_from([0, 1]))
def test_a_time_the_clocks_skip_or_repeat_is_the_same_instant_in_both(wall: datetime, fold: int) -> None:
    ours, theirs = wall.replace(tzinfo=office(), fold=fold), wall.replace(tzinfo=AMSTERDAM, fold=fold)
    assert ours.utcoffset() == theirs.utcoffset()


def test_clocks_that_change_by_half_an_hour_or_the_other_way_round() -> None:
    for summer, winter, year in ((11, 10, 2026), (-3, -2, 2026)):
        zone = office(summer=summer, winter=winter)
        day = datetime(year, 1, 1, tzinfo=UTC)
        walls = [(day + step * HOUR).astimezone(zone) for step in range(24 * 365)]
        assert [wall.astimezone(UTC) for wall in walls] == [day + step * HOUR for step in range(24 * 365)]
        assert {later.utcoffset() for _, later in pairwise(walls)} == {summer * HOUR, winter * HOUR}


@pytest.mark.parametrize("zone", [AMSTERDAM, office()])
def test_a_series_stays_at_its_hour_across_both_changes(zone: tzinfo) -> None:
    series = Event("u", start=datetime(2026, 3, 27, 2, 30, tzinfo=zone), rrules=("FREQ=DAILY;COUNT=4",))
    found = occurrences([series], datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), UTC)
    instants = [hit.start.astimezone(UTC) for hit in found if isinstance(hit.start, datetime)]
    # On the 29th there is no half past two: it is half past three, as reckoned with the offset before (§3.3.5).
    assert [(at.day, at.hour, at.minute) for at in instants] == [(27, 1, 30), (28, 1, 30), (29, 1, 30), (30, 0, 30)]
    autumn = Event("u", start=datetime(2026, 10, 24, 2, 30, tzinfo=zone), rrules=("FREQ=DAILY;COUNT=3",))
    found = occurrences([autumn], datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), UTC)
    instants = [hit.start.astimezone(UTC) for hit in found if isinstance(hit.start, datetime)]
    # On the 25th half past two comes twice, and the first is meant.
    assert [(at.day, at.hour, at.minute) for at in instants] == [(24, 0, 30), (25, 0, 30), (26, 1, 30)]


@pytest.mark.parametrize("zone", [AMSTERDAM, office()])
def test_an_exdate_in_utc_takes_out_the_occurrence_on_either_side_of_a_change(zone: tzinfo) -> None:
    gone = (datetime(2026, 10, 24, 7, tzinfo=UTC), datetime(2026, 10, 26, 8, tzinfo=UTC))
    series = Event("u", start=datetime(2026, 10, 23, 9, tzinfo=zone), rrules=("FREQ=DAILY;COUNT=5",), exdates=gone)
    found = occurrences([series], datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), UTC)
    assert [hit.start.day for hit in found] == [23, 25, 27]


@pytest.mark.skipif(sys.platform == "win32", reason="the zone of a process cannot be set there")
def test_occurrences_follow_the_machine_to_another_zone_while_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instants stay what they are, dates and floating times stay on their date and hour there."""
    nine = datetime(2026, 10, 24, 9)
    series = [
        Event("zoned", start=nine.replace(tzinfo=AMSTERDAM), rrules=("FREQ=DAILY",)),
        Event("floating", start=nine, rrules=("FREQ=DAILY",)),
        Event("day", start=nine.date(), rrules=("FREQ=DAILY",)),
    ]

    def on_the_26th() -> dict[str, str]:
        begin = datetime(2026, 10, 26, tzinfo=LOCAL)
        found = occurrences(series, begin, begin + timedelta(days=1), LOCAL)
        return {hit.event.uid: f"{as_local(hit.start, LOCAL):%d %H:%M}" for hit in found}

    watch = ZoneWatch()
    try:
        for zone, zoned in (
            ("Europe/Amsterdam", "26 09:00"),
            ("Asia/Singapore", "26 16:00"),
            ("America/New_York", "26 04:00"),
        ):
            monkeypatch.setenv("TZ", zone)
            watch.changed()
            assert on_the_26th() == {"zoned": zoned, "floating": "26 09:00", "day": "26 00:00"}
    finally:
        monkeypatch.undo()
        watch.changed()


def test_a_zone_that_changed_its_rules_is_right_before_and_after() -> None:
    """Turkey stayed in summer time in 2016."""
    series = Event("u", start=datetime(2015, 12, 1, 9, tzinfo=ZoneInfo("Europe/Istanbul")), rrules=("FREQ=YEARLY",))
    found = occurrences([series], datetime(2015, 1, 1, tzinfo=UTC), datetime(2018, 1, 1, tzinfo=UTC), UTC)
    hours = [hit.start.astimezone(UTC).hour for hit in found if isinstance(hit.start, datetime)]
    assert hours == [7, 6, 6]
