"""The sentences a person reads."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.changes import compare, emptied_calendar, moved_calendar, removed_calendar
from c42desktop.calendar.model import (
    Alarm,
    CalendarRef,
    Details,
    Event,
    Meeting,
    Moment,
    Person,
    Status,
)
from c42desktop.calendar.words import (
    Told,
    body,
    clock,
    day_label,
    in_words,
    repeats,
    sentence,
    tell,
    time_span,
    title_of,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CALENDAR = CalendarRef("ann@example.org", "pubsub.example.org", "team")
TODAY = date(2026, 11, 22)  # A Sunday.
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=AMSTERDAM)


def at(day: int, hour: int, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM)


REVIEW = Event("u1", "Design review", start=at(22, 14), end=at(22, 15), location="Room 12")
STANDUP = Event("u2", "Stand-up", start=at(4, 9, year=2024), end=at(4, 10, year=2024), rrules=("FREQ=WEEKLY",))


def told(before: Event | None, after: Event | None) -> Told:
    old, new = ([event] if event else [] for event in (before, after))
    (change,) = compare(CALENDAR, "item", old, new, NOW)
    return tell(change, NOW, AMSTERDAM)


def changed(**fields: object) -> Told:
    return told(REVIEW, replace(REVIEW, **fields))  # type: ignore[arg-type]


def test_moved_today_names_the_times_only() -> None:
    moved = changed(start=at(22, 15), end=at(22, 16))
    assert moved == Told("Design review moved", ("today 15:00 – 16:00, was 14:00",))
    assert sentence(moved) == "Design review moved — today 15:00 – 16:00, was 14:00"


def test_moved_within_another_day_names_that_day() -> None:
    tomorrow = replace(REVIEW, start=at(23, 14), end=at(23, 15))
    assert told(tomorrow, replace(tomorrow, start=at(23, 15), end=at(23, 16))).details == (
        "tomorrow 15:00 – 16:00, was 14:00",
    )


def test_moved_across_days_names_both() -> None:
    assert changed(start=at(23, 15), end=at(23, 16)).details == ("tomorrow 15:00 – 16:00, was today 14:00",)
    assert changed(start=at(2, 15, month=12), end=None).details == ("Wed 2 Dec 15:00, was today 14:00 – 15:00",)


def test_moved_with_a_new_place_tells_both() -> None:
    moved = changed(start=at(22, 15), end=at(22, 16), location="Room 4")
    assert sentence(moved) == "Design review moved — today 15:00 – 16:00, was 14:00; Room 4, was Room 12"
    assert body(moved) == "Today 15:00 – 16:00, was 14:00. Room 4, was Room 12"


def test_made_all_day() -> None:
    moved = changed(start=date(2026, 11, 22), end=date(2026, 11, 23))
    assert moved.details == ("today all day, was 14:00 – 15:00",)
    fair = replace(REVIEW, start=date(2026, 11, 22), end=date(2026, 11, 23))
    assert told(fair, REVIEW).details == ("today 14:00 – 15:00, was all day",)


def test_a_later_end_alone_is_no_move() -> None:
    assert changed(end=at(22, 16)) == Told("Design review changed", ("today 14:00 – 16:00, was until 15:00",))


def test_another_last_day() -> None:
    trip = replace(REVIEW, start=date(2026, 11, 25), end=date(2026, 11, 27))
    assert told(trip, replace(trip, end=date(2026, 11, 28))).details == ("Wed 25 Nov – Fri 27 Nov, was until Thursday",)


def test_a_moved_series_names_no_day_of_its_past() -> None:
    later = replace(STANDUP, start=at(4, 10, year=2024), end=at(4, 11, year=2024))
    assert told(STANDUP, later).details == ("every Monday 10:00 – 11:00, was 09:00",)


def test_a_series_moved_to_another_weekday_names_both() -> None:
    weekly = replace(STANDUP, start=at(2, 9), end=None)
    assert told(weekly, replace(weekly, start=at(3, 9))).details == ("every Tuesday 09:00, was Monday 09:00",)


def test_a_series_with_another_rule_and_time_names_the_rule_once() -> None:
    daily = replace(STANDUP, start=at(4, 10, year=2024), end=at(4, 11, year=2024), rrules=("FREQ=DAILY",))
    assert told(STANDUP, daily).details == ("every day 10:00 – 11:00, was 09:00",)


def test_a_sentence_that_has_its_end_gets_no_other() -> None:
    assert body(Told("Budget", ("tomorrow", "will you come?", "bring figures"))) == (
        "Tomorrow. Will you come? Bring figures"
    )


def test_what_has_no_place_but_a_meeting_is_a_video_call() -> None:
    meeting = Details(meetings=(Meeting("https://meet.example/x"),))
    for location in ("", "https://meet.example/x"):
        call = replace(REVIEW, location=location, details=meeting)
        assert told(None, call).details == ("today 14:00 – 15:00 · Video call",)
    assert told(None, replace(REVIEW, details=meeting)).details == ("today 14:00 – 15:00 · Room 12",)


def test_a_new_event_tells_when_and_where() -> None:
    assert told(None, REVIEW) == Told("Design review added", ("today 14:00 – 15:00 · Room 12",))


def test_a_new_series_tells_how_it_repeats() -> None:
    weekly = replace(REVIEW, start=at(23, 16), end=at(23, 17, 30), rrules=("FREQ=WEEKLY",), location="")
    assert told(None, weekly).details == ("tomorrow 16:00 – 17:30, every Monday",)
    assert told(None, replace(weekly, start=at(2, 16), end=at(2, 17))).details == ("every Monday 16:00 – 17:00",)


def test_what_is_gone_tells_when_it_was() -> None:
    dentist = Event("u", "Dentist", start=at(22, 11), end=at(22, 12))
    off = replace(dentist, status=Status.CANCELLED)
    assert told(dentist, off) == Told("Dentist cancelled", ("was today 11:00 – 12:00",))
    assert told(dentist, None) == Told("Dentist removed", ("was today 11:00 – 12:00",))
    assert told(None, off).title == "Dentist cancelled"


def test_what_takes_place_after_all_is_told_as_such() -> None:
    off = replace(REVIEW, status=Status.CANCELLED)
    assert told(off, REVIEW) == Told("Design review is on again", ("no longer cancelled",))
    assert told(off, replace(REVIEW, status=Status.TENTATIVE)).details == ("now tentative",)


def test_c_pay_02_an_unreadable_new_event_tells_the_problem() -> None:
    broken = Event("u", "", problem="The time of this event cannot be read.")
    assert sentence(told(None, broken)) == "Untitled event added — The time of this event cannot be read."
    assert title_of(broken) == "Untitled event"


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({"location": "Room 4"}, "Room 4, was Room 12"),
        ({"location": ""}, "no place, was Room 12"),
        ({"description": "Bring it"}, "new description"),
        ({"url": "https://example.org"}, "new link"),
        ({"organizer": Person("Bram")}, "new organiser"),
        ({"attendees": (Person("Ann"),)}, "1 person instead of 0"),
        ({"attendees": (Person("Ann"), Person("Vera"), Person("Bram"))}, "3 people instead of 0"),
        ({"alarms": (Alarm(before=timedelta(minutes=5)),)}, "other reminders"),
        ({"categories": ("work",)}, "other categories"),
        ({"status": Status.TENTATIVE}, "now tentative"),
        ({"rrules": ("FREQ=DAILY",)}, "every day"),
        ({"problem": "Some dates of this event cannot be read."}, "Some dates of this event cannot be read."),
    ],
)
def test_other_fields_are_told_in_a_few_words(fields: dict[str, object], detail: str) -> None:
    assert changed(**fields) == Told("Design review changed", (detail,))


def test_a_new_title_is_a_renaming() -> None:
    assert changed(summary="Review") == Told("Review renamed", ("was Design review",))


def test_a_percent_or_brace_in_a_title_is_only_text() -> None:
    assert changed(summary="{summary} 100%").title == "{summary} 100% renamed"


def test_calendars() -> None:
    assert tell(removed_calendar(CALENDAR, "Team", NOW), NOW, AMSTERDAM) == Told("“Team” was removed")
    assert sentence(tell(emptied_calendar(CALENDAR, "Team", NOW), NOW, AMSTERDAM)) == "“Team” was emptied"


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2026, 11, 22), "Today"),
        (date(2026, 11, 23), "Tomorrow"),
        (date(2026, 11, 21), "Yesterday"),
        (date(2026, 11, 25), "Wednesday"),
        (date(2026, 11, 28), "Saturday"),
        (date(2026, 11, 29), "Sun 29 Nov"),
        (date(2026, 11, 20), "Fri 20 Nov"),
        (date(2027, 12, 2), "Thu 2 Dec 2027"),
    ],
)
def test_days_by_the_name_a_person_would_use(day: date, label: str) -> None:
    assert day_label(day, TODAY) == label


def test_days_inside_a_sentence_and_in_the_past() -> None:
    assert day_label(TODAY, TODAY, inline=True) == "today"
    assert day_label(date(2026, 11, 20), TODAY, past=True) == "Friday"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (at(22, 15), at(22, 16), "Today 15:00 – 16:00"),
        (at(22, 15), None, "Today 15:00"),
        (at(22, 15), at(22, 15), "Today 15:00"),
        (at(22, 22), at(23, 0), "Today 22:00 – 00:00"),
        (at(22, 22), at(23, 2), "Today 22:00 – tomorrow 02:00"),
        (at(25, 22), at(27, 2), "Wed 25 Nov 22:00 – Fri 27 Nov 02:00"),
        (datetime(2026, 11, 22, 14, tzinfo=UTC), datetime(2026, 11, 22, 15, tzinfo=UTC), "Today 15:00 – 16:00"),
        (datetime(2026, 11, 22, 15), datetime(2026, 11, 22, 16), "Today 15:00 – 16:00"),
        (date(2026, 11, 22), date(2026, 11, 23), "Today"),
        (date(2026, 11, 22), None, "Today"),
        (date(2026, 11, 25), date(2026, 11, 28), "Wed 25 Nov – Fri 27 Nov"),
        (date(2026, 11, 22), date(2026, 11, 25), "Today – Tue 24 Nov"),
        (date(2026, 12, 31), date(2027, 1, 2), "Thu 31 Dec – Fri 1 Jan 2027"),
    ],
)
def test_spans(start: Moment, end: Moment | None, words: str) -> None:
    assert time_span(start, end, TODAY, AMSTERDAM) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "now"),
        (59, "now"),
        (-59, "now"),
        (60, "in 1 min"),
        (24 * 60 + 1, "in 25 min"),
        (85 * 60, "in 1 h 25 min"),
        (7200, "in 2 h"),
        (86_400, "in 1 day"),
        (3 * 86_400, "in 3 days"),
        (-120, "2 min ago"),
    ],
)
def test_how_long_until_then(seconds: int, words: str) -> None:
    assert in_words(timedelta(seconds=seconds)) == words


def test_the_clock() -> None:
    assert clock(at(22, 9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "Every day"),
        ("FREQ=DAILY;INTERVAL=3", "Every 3 days"),
        ("FREQ=WEEKLY", "Every Sunday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "Every second Sunday"),
        ("FREQ=WEEKLY;INTERVAL=3", "Every 3 weeks on Sunday"),
        ("FREQ=WEEKLY;BYDAY=WE,MO", "Every week on Mon and Wed"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR", "Every second week on Mon, Wed and Fri"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday"),
        ("FREQ=MONTHLY", "Every month on day 22"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "Every month on the last day"),
        ("FREQ=MONTHLY;BYDAY=2TU", "Every month on the second Tuesday"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "Every 3 months on the last Friday"),
        ("FREQ=YEARLY", "Yearly"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYMONTHDAY=22", "Every second year"),
        ("FREQ=YEARLY;BYDAY=20MO", "Repeats"),
        ("FREQ=HOURLY", "Repeats"),
        ("FREQ=DAILY;BYMONTH=1", "Repeats"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "Repeats"),
        ("nonsense", "Repeats"),
    ],
)
def test_how_an_event_repeats(rule: str, words: str) -> None:
    assert repeats(replace(REVIEW, rrules=(rule,))) == words


def test_one_event_does_not_repeat() -> None:
    assert repeats(REVIEW) == ""
    assert repeats(replace(REVIEW, rdates=(at(29, 14),))) == "Repeats"


def test_c_pubsub_09_a_calendar_that_moved_is_told_by_its_name() -> None:
    assert tell(moved_calendar(CALENDAR, "Team", NOW), NOW, AMSTERDAM) == Told("“Team” has moved to another address")
