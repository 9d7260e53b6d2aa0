"""The time of an event by its own clock, beside the reader's, where the two differ at that moment."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.defined_zone import DefinedZone, Observance
from c42desktop.calendar.model import Event, Moment, Occurrence, as_local
from c42desktop.calendar.recurrence import occurrences
from c42desktop.ui.agenda_faces import own_time

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NEW_YORK = ZoneInfo("America/New_York")
SINGAPORE = ZoneInfo("Asia/Singapore")
HOUR = timedelta(hours=1)


def shown(start: Moment, name: str = "", zone: tzinfo = AMSTERDAM) -> str:
    return own_time(Occurrence(Event("u", start=start, timezone=name), start, start), zone)


def test_another_zone_is_told_with_its_place() -> None:
    assert shown(datetime(2026, 11, 24, 16, 30, tzinfo=SINGAPORE), "Asia/Singapore") == "16:30 in Singapore"
    assert shown(datetime(2026, 11, 24, 16, 30, tzinfo=SINGAPORE)) == "16:30 in Singapore"
    assert shown(datetime(2026, 11, 24, 16, 30, tzinfo=SINGAPORE), zone=SINGAPORE) == ""


def test_all_day_and_floating_events_have_no_zone_to_tell() -> None:
    assert shown(date(2026, 11, 24)) == ""
    assert shown(datetime(2026, 11, 24, 16, 30), "Mars/Olympus") == ""


def test_a_zone_with_the_same_clock_at_that_moment_is_not_told() -> None:
    """London and Lisbon always agree; Amsterdam and Algiers only in winter."""
    algiers = ZoneInfo("Africa/Algiers")
    assert shown(datetime(2026, 1, 24, 9, tzinfo=algiers), "Africa/Algiers") == ""
    assert shown(datetime(2026, 7, 24, 9, tzinfo=algiers), "Africa/Algiers") == "09:00 in Algiers"


def test_a_series_is_told_by_its_own_clock_in_the_weeks_when_only_one_of_two_has_changed() -> None:
    series = Event("u", start=datetime(2026, 10, 19, 9, tzinfo=NEW_YORK), timezone="America/New_York",
                   rrules=("FREQ=WEEKLY;COUNT=3",))  # fmt: skip
    found = occurrences([series], datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), AMSTERDAM)
    here = [as_local(hit.start, AMSTERDAM).hour for hit in found]
    assert (here, [own_time(hit, AMSTERDAM) for hit in found]) == ([15, 14, 15], ["09:00 in New York"] * 3)


def test_of_an_hour_the_clocks_skip_what_they_show_instead_is_told() -> None:
    skipped = datetime(2026, 3, 29, 2, 30, tzinfo=AMSTERDAM)
    assert shown(skipped, "Europe/Amsterdam", SINGAPORE) == "03:30 in Amsterdam"
    assert shown(skipped, "Europe/Amsterdam", ZoneInfo("Europe/Berlin")) == ""
    assert shown(skipped, "Europe/Amsterdam", AMSTERDAM) == ""


@pytest.mark.parametrize("fold", [0, 1])
def test_of_an_hour_the_clocks_repeat_either_is_the_reader_s_own(fold: int) -> None:
    assert shown(datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=AMSTERDAM), zone=ZoneInfo("Europe/Berlin")) == ""


def test_a_zone_its_payload_defines_is_told_by_the_name_it_has_there() -> None:
    rule = "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
    office = DefinedZone("Acme/Head Office", (Observance(datetime(1996, 10, 27, 3), 5 * HOUR, 6 * HOUR, rule=rule),))
    assert shown(datetime(2026, 11, 24, 9, tzinfo=office), "Acme/Head Office") == "09:00 in Head Office"


def test_an_offset_is_told_by_its_name_where_it_has_one() -> None:
    start = datetime(2026, 11, 24, 9, tzinfo=timezone(2 * HOUR))
    assert shown(start, "GMT+0200") == "09:00 GMT+0200"
    assert shown(start) == ""


def test_the_long_name_of_a_zone_becomes_its_place() -> None:
    name = "(UTC-05:00) Eastern Time (US & Canada)"
    assert shown(datetime(2026, 11, 24, 9, tzinfo=NEW_YORK), name) == "09:00 in New York"
