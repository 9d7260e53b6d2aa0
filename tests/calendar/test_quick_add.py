"""What a line of words means: in three languages at once, around changes of year and clock, and for hostile input."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar import quick_words as words
from c42desktop.calendar.model import Event, Person
from c42desktop.calendar.quick_add import Kind, Quick, quick_add
from c42desktop.calendar.rules import parse_rule

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=ZONE)  # a Sunday
CALENDARS = ("Product team", "Ann", "Travel", "Annual leave")


def read(line: str, now: datetime = NOW, **options: bool) -> Quick:
    return quick_add(line, now, ZONE, calendars=CALENDARS, **options)


def when(line: str, now: datetime = NOW, **options: bool) -> tuple[str, str]:
    """Start and end as short text."""
    event = read(line, now, **options).event
    assert event.start is not None and event.end is not None
    form = "%Y-%m-%d %H:%M" if isinstance(event.start, datetime) else "%Y-%m-%d"
    return f"{event.start:{form}}", f"{event.end:{form}}"


LUNCH = ("2026-11-26 12:30", "2026-11-26 13:30")


@pytest.mark.parametrize(
    "line",
    [
        "Lunch Thu 12:30 1h @Canteen",
        "Lunch do 12:30 1h @Canteen",
        "Lunch Do. 12.30 Uhr 1h @Canteen",
        "Lunch op donderdag om 12u30 1 uur @Canteen",
        "Lunch am Donnerstag um 12.30 Uhr für 1 Stunde @Canteen",
        "Lunch @Canteen Thursday at 12:30pm for 60 min",
        "Thu 12:30 @Canteen Lunch",
        "12:30-13:30 Lunch Thu @Canteen",
        "Lunch 26 nov 12:30 – 13:30 @Canteen",
        "Lunch Thu, 26 Nov 2026, 12:30 @Canteen",
        "Lunch 2026-11-26 12:30 @Canteen",
        "Lunch 26.11. von 12:30 bis 13:30 @Canteen",
        "Lunch 26/11 van 12.30 tot 13.30 uur @Canteen",
        "Lunch Nov 26 from 12:30 to 1:30pm @Canteen",
        "Lunch in 4 days 12:30 @Canteen",
        "Lunch over 4 dagen 12:30 @Canteen",
        "Lunch in 4 Tagen 12:30 @Canteen",
        "LUNCH THU 12:30 1H @CANTEEN",
    ],
)
def test_one_lunch_can_be_said_in_three_languages_and_any_order(line: str) -> None:
    event = read(line).event
    assert (event.summary.lower(), event.location.lower(), when(line)) == ("lunch", "canteen", LUNCH)
    assert event.timezone == "Europe/Amsterdam"


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Dentist tomorrow 3pm", "2026-11-23 15:00", "2026-11-23 16:00"),
        ("Tandarts overmorgen 14u30", "2026-11-24 14:30", "2026-11-24 15:30"),
        ("Zahnarzt übermorgen 14 Uhr", "2026-11-24 14:00", "2026-11-24 15:00"),
        ("Overleg morgen 12:30-13:15", "2026-11-23 12:30", "2026-11-23 13:15"),
        ("Overleg do 14:00 2 uur", "2026-11-26 14:00", "2026-11-26 16:00"),
        ("Overleg do 2 uur", "2026-11-26 14:00", "2026-11-26 15:00"),
        ("Yoga Mon 18:00 90 min", "2026-11-23 18:00", "2026-11-23 19:30"),
        ("Yoga Mon 18:00 1h30", "2026-11-23 18:00", "2026-11-23 19:30"),
        ("Yoga Mon 18:00 1,5 uur", "2026-11-23 18:00", "2026-11-23 19:30"),
        ("Workshop from 9 to 5 tomorrow", "2026-11-23 09:00", "2026-11-23 17:00"),
        ("Call Tue 11-1pm", "2026-11-24 11:00", "2026-11-24 13:00"),
        ("Call Tue 2-4", "2026-11-24 14:00", "2026-11-24 16:00"),
        ("Flight Fri 22:00-02:00", "2026-11-27 22:00", "2026-11-28 02:00"),
        ("Late Fri 22:00-24:00", "2026-11-27 22:00", "2026-11-28 00:00"),
        ("Dinner tonight at 8", "2026-11-22 20:00", "2026-11-22 21:00"),
        ("Eten vanavond 8-10 uur", "2026-11-22 20:00", "2026-11-22 22:00"),
        ("Tea at 3", "2026-11-22 15:00", "2026-11-22 16:00"),
        ("Watch 03:00", "2026-11-23 03:00", "2026-11-23 04:00"),
        ("Watch 3am", "2026-11-23 03:00", "2026-11-23 04:00"),
        ("Lunch at noon tomorrow", "2026-11-23 12:00", "2026-11-23 13:00"),
        ("Pick up in 20 min", "2026-11-22 13:55", "2026-11-22 14:55"),
        ("Bel over 2 uur", "2026-11-22 15:35", "2026-11-22 16:35"),
    ],
)
def test_times_and_lengths(line: str, start: str, end: str) -> None:
    assert when(line) == (start, end)


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Buy milk", "2026-11-22", "2026-11-23"),
        ("Holiday tomorrow", "2026-11-23", "2026-11-24"),
        ("Tandarts vr", "2026-11-27", "2026-11-28"),
        ("Review 2026-12-01", "2026-12-01", "2026-12-02"),
        ("Conference next week 3 days", "2026-11-23", "2026-11-26"),
        ("Vakantie volgende week 2 weken", "2026-11-23", "2026-12-07"),
        ("Vakantie 23-27 dec", "2026-12-23", "2026-12-28"),
        ("Reise 24.12. bis 27.12.", "2026-12-24", "2026-12-28"),
        ("Trip Dec 24 – 27", "2026-12-24", "2026-12-28"),
        ("Trip 23/12/26 t/m 27/12/26", "2026-12-23", "2026-12-28"),
        ("Off all day Thu", "2026-11-26", "2026-11-27"),
        ("Vrij de hele dag do", "2026-11-26", "2026-11-27"),
        ("Frei Do ganztägig", "2026-11-26", "2026-11-27"),
    ],
)
def test_without_a_time_it_is_about_whole_days(line: str, start: str, end: str) -> None:
    assert when(line) == (start, end)


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Lunch 14:00", "2026-11-22 14:00"),
        ("Lunch 13:35", "2026-11-23 13:35"),
        ("Lunch 12:00", "2026-11-23 12:00"),
        ("Lunch Sun 14:00", "2026-11-22 14:00"),
        ("Lunch Sun 12:00", "2026-11-29 12:00"),
        ("Lunch today 12:00", "2026-11-22 12:00"),
        ("Lunch 22 nov 12:00", "2026-11-22 12:00"),
        ("Lunch 21 nov", "2027-11-21"),
        ("Lunch this Thursday", "2026-11-26"),
        ("Lunch komende maandag", "2026-11-23"),
    ],
)
def test_what_is_over_means_the_next_one(line: str, start: str) -> None:
    assert when(line)[0] == start


def test_next_is_the_week_after_this_one() -> None:
    tuesday = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)
    assert when("Lunch Thursday", tuesday)[0] == "2026-11-26"
    for line in ("Lunch next Thursday", "Lunch volgende week donderdag", "Essen nächsten Donnerstag"):
        assert when(line, tuesday)[0] == "2026-12-03"


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Party 31 dec 22:00-02:00", "2026-12-31 22:00", "2027-01-01 02:00"),
        ("Party tomorrow", "2027-01-01", "2027-01-02"),
        ("Brunch Fri 11:00", "2027-01-01 11:00", "2027-01-01 12:00"),
        ("Brunch 1/1", "2027-01-01", "2027-01-02"),
        ("Ski 30 dec - 3 jan", "2027-12-30", "2028-01-04"),
        ("Leap 29 feb", "2028-02-29", "2028-03-01"),
    ],
)
def test_at_the_turn_of_the_year(line: str, start: str, end: str) -> None:
    assert when(line, datetime(2026, 12, 31, 15, 0, tzinfo=ZONE)) == (start, end)


def test_summer_time_moves_a_time_that_is_left_out_and_lengths_stay_real() -> None:
    before = datetime(2026, 3, 28, 12, 0, tzinfo=ZONE)
    assert when("Shift tomorrow 02:30", before) == ("2026-03-29 03:30", "2026-03-29 04:30")
    assert when("Shift tomorrow 01:30 2h", before) == ("2026-03-29 01:30", "2026-03-29 04:30")
    assert when("Shift tomorrow 01:30-04:30", before) == ("2026-03-29 01:30", "2026-03-29 04:30")
    assert when("Shift tomorrow 02:30-03:00", before) == ("2026-03-29 03:30", "2026-03-29 04:30")
    autumn = datetime(2026, 10, 24, 12, 0, tzinfo=ZONE)
    start, end = (getattr(read("Shift tomorrow 01:30 2h", autumn).event, name) for name in ("start", "end"))
    assert end.timestamp() - start.timestamp() == 7200
    assert when("Shift tomorrow 01:30 2h", autumn)[1] == "2026-10-25 02:30"


@pytest.mark.parametrize(
    ("line", "rule", "start"),
    [
        ("Standup every Thursday 9:30", "FREQ=WEEKLY;BYDAY=TH", "2026-11-26 09:30"),
        ("Standup elke donderdag 9:30", "FREQ=WEEKLY;BYDAY=TH", "2026-11-26 09:30"),
        ("Standup jeden Donnerstag 9:30", "FREQ=WEEKLY;BYDAY=TH", "2026-11-26 09:30"),
        ("Standup donderdags 9:30", "FREQ=WEEKLY;BYDAY=TH", "2026-11-26 09:30"),
        ("Standup jeden Mo und Mi 9:30", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-23 09:30"),
        ("Standup every Sun 9:30", "FREQ=WEEKLY;BYDAY=SU", "2026-11-29 09:30"),
        ("Standup every weekday 9:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-23 09:30"),
        ("daily standup 9:30", "FREQ=DAILY", "2026-11-23 09:30"),
        ("Standup elke 2 weken 24/11 9:30", "FREQ=WEEKLY;INTERVAL=2", "2026-11-24 09:30"),
        ("Rent every month 1 dec", "FREQ=MONTHLY", "2026-12-01"),
        ("Verjaardag 29 feb jaarlijks", "FREQ=YEARLY", "2028-02-29"),
    ],
)
def test_what_comes_back_is_a_series_that_begins_on_its_day(line: str, rule: str, start: str) -> None:
    assert (read(line).event.rrules, when(line)[0]) == ((rule,), start)
    assert parse_rule(rule)


def test_slashed_dates_follow_the_language_of_the_system_where_both_are_possible() -> None:
    assert when("Pay 5/6")[0] == "2027-06-05"
    assert when("Pay 5/6", month_first=True)[0] == "2027-05-06"
    assert when("Pay 11/23")[0] == when("Pay 23/11", month_first=True)[0] == "2026-11-23"


@pytest.mark.parametrize(
    "line",
    [
        "Do the dishes",
        "Things to do",
        "So what",
        "Walk in the sun",
        "30 min run",
        "Ship 24/7 support page",
        "Release 1.10-1.12",
        "Pay 31/02",
        "Meet at 25:00",
        "Ask ann@example.org",
        "Talk with Bram",
        "Fix #42",
        "Year 2026-13-01",
    ],
)
def test_what_only_looks_like_a_time_stays_in_the_title(line: str) -> None:
    quick = read(line)
    assert (quick.event.summary, quick.parts) == (line, ())


@pytest.mark.parametrize(
    ("line", "summary", "place"),
    [
        ("Lunch Thu @Room 4", "Lunch", "Room 4"),
        ("Lunch @Canteen Room 4 tomorrow with Bram", "Lunch with Bram", "Canteen Room 4"),
        ("Lunch @Canteen, bring slides", "Lunch bring slides", "Canteen"),
        ('Lunch @"Room 4, upstairs" slides', "Lunch slides", "Room 4, upstairs"),
        ("Lunch @ Canteen", "Lunch @ Canteen", ""),
        ("@Canteen", "", "Canteen"),
    ],
)
def test_where_a_place_ends(line: str, summary: str, place: str) -> None:
    event = read(line).event
    assert (event.summary, event.location) == (summary, place)


def test_a_calendar_is_meant_by_its_name_or_how_it_begins() -> None:
    assert [read(f"Lunch #{name}").calendar for name in ("productteam", "prod", "Ann", "annual", "nobody")] == [
        0,
        0,
        1,
        3,
        None,
    ]


def test_no_length_is_no_length() -> None:
    assert read("Lunch 14:00 0 min").event.summary == "Lunch 0 min"


def test_what_follows_a_thousand_characters_is_title() -> None:
    long = "x" * 995
    assert [part.kind for part in read(f"{long} 1pm").parts] == [Kind.TIME]
    assert read(f"{long}xxxxx tomorrow").event.summary == f"{long}xxxxx tomorrow"


def test_people_are_asked_by_their_addresses() -> None:
    event = read("Lunch Thu 12:30 mit Ann@Example.org, bob@example.org und cy@example.org").event
    assert event.attendees == tuple(Person(address=f"xmpp:{name}@example.org") for name in ("ann", "bob", "cy"))
    assert event.summary == "Lunch"


def test_the_parts_say_which_characters_were_understood_as_what() -> None:
    line = "İ Lunch Thu 12:30 1h @Canteen #ann with bob@example.org every week"
    assert [(part.kind, line[part.start : part.end]) for part in read(line).parts] == [
        (Kind.DAY, "Thu"),
        (Kind.TIME, "12:30"),
        (Kind.LENGTH, "1h"),
        (Kind.PLACE, "@Canteen"),
        (Kind.CALENDAR, "#ann"),
        (Kind.PEOPLE, "with bob@example.org"),
        (Kind.REPEAT, "every week"),
    ]


_KNOWN = (words.WEEKDAYS, words.MONTHS, words.LENGTHS, words.DAYS_AHEAD, words.ON, words.UNTIL, words.EVERY)
_ODD = (
    *"@#-–:./,;\"'(0123456789 \t\0\n\ud800İſ",
    *("12:30", "24:00", "99:99", "23.11.", "31/02", "29 feb", "0 h", "@x y", "with a@b", "every 0 days"),
    *("999 weeks", "in 999 weeks", "9999-12-31", "0001-01-01", "23/11/99", "99h59"),
)
_PIECES = st.sampled_from([*(word for group in _KNOWN for word in group), *_ODD])
_LINES = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map(" ".join), st.lists(_PIECES).map("".join))
_NOWS = st.datetimes(datetime(1971, 1, 1), datetime(2150, 1, 1)).map(lambda moment: moment.replace(tzinfo=ZONE))


def _is_sound(event: Event) -> bool:
    start, end = event.start, event.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end.timestamp() > start.timestamp() and start.tzinfo is ZONE
    return type(start) is date and type(end) is date and end > start


@given(_LINES, _NOWS)
@settings(max_examples=400, deadline=None)
def test_any_line_is_an_event_that_ends_after_it_begins(line: str, now: datetime) -> None:
    quick = quick_add(line, now, ZONE, calendars=CALENDARS)
    assert _is_sound(quick.event)
    assert not any(sign in quick.event.summary + quick.event.location for sign in "\0\n\ud800")
    places = [place for part in quick.parts for place in (part.start, part.end)]
    assert places == sorted(places) and all(0 <= place <= len(line) for place in places)
    assert len({part.kind for part in quick.parts}) == len(quick.parts)
    assert all(parse_rule(rule) for rule in quick.event.rrules)


@pytest.mark.parametrize(
    "piece", ["a", "1", " ", "mon ", "1:1 ", "1-", "@a ", '@"', "#a ", "with a@a ", "12 ", "a@", "("]
)
def test_ten_thousand_characters_take_no_time(piece: str) -> None:
    line = (piece * 10_000)[:10_000]
    read(line)
    began = process_time()
    read(line)
    assert process_time() - began < 0.25  # some 10 ms, on a machine that has other things to do


def test_a_day_is_a_day_also_in_a_zone_far_away() -> None:
    auckland = ZoneInfo("Pacific/Auckland")
    event = quick_add("Call tomorrow 9:00", NOW, auckland).event
    assert event.start == datetime(2026, 11, 24, 9, 0, tzinfo=auckland)
    assert event.end == datetime(2026, 11, 24, 9, 0, tzinfo=auckland) + timedelta(hours=1)
