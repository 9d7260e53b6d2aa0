"""`agenda` and `decode`: times asked for, lines for people, files of every kind."""

from __future__ import annotations

import json
import time as system_time
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from c42desktop.agenda import Entry
from c42desktop.calendar.model import (
    Alarm,
    CalendarRef,
    Event,
    EventType,
    ItemRef,
    Leg,
    Occurrence,
    Person,
    Place,
    Status,
    Trip,
)
from c42desktop.commands import agenda
from c42desktop.commands.agenda import line, parse_instant, print_agenda, read_bytes, span
from c42desktop.commands.context import Context
from c42desktop.commands.event_json import event_as_json, iso
from c42desktop.errors import UserError
from c42desktop.profile import find_profile
from c42desktop.store.store import Store, StoredItem

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ITEM = ItemRef(CalendarRef("ann@example.org", "pubsub.example.org", "team"), "x")


@pytest.fixture(params=["UTC", "America/New_York", "Pacific/Kiritimati"])
def anywhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This machine, in several zones."""
    monkeypatch.setenv("TZ", request.param)
    system_time.tzset()
    yield
    monkeypatch.undo()
    system_time.tzset()


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This machine, in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    system_time.tzset()
    yield
    monkeypatch.undo()
    system_time.tzset()


def _entry(start: date, end: date, **fields: object) -> Entry:
    event = Event(uid="x", summary="Review", start=start, end=end)
    return Entry(ITEM, Occurrence(replace(event, **fields), start, end))  # type: ignore[arg-type]


def _at(hour: int, minute: int = 0, *, day: int = 22) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (_entry(_at(14), _at(15)), "14:00 – 15:00  Review"),
        (_entry(_at(14), _at(14)), "14:00          Review"),
        (_entry(_at(22), _at(2, day=23)), "22:00 – 02:00  Review"),
        (_entry(_at(22, day=21), _at(2)), "until 02:00    Review"),
        (_entry(_at(14), _at(16, day=24)), "14:00 – 16:00  Review (until Tuesday)"),
        (_entry(_at(14, day=21), _at(16, day=24)), "all day        Review (until Tuesday)"),
        (_entry(date(2026, 11, 22), date(2026, 11, 23)), "all day        Review"),
        (_entry(date(2026, 11, 22), date(2026, 11, 24)), "all day        Review (until tomorrow)"),
        (_entry(_at(14), _at(15), status=Status.CANCELLED), "14:00 – 15:00  Review (cancelled)"),
        (_entry(_at(14), _at(15), summary=""), "14:00 – 15:00  Untitled event"),
        (_entry(_at(14), _at(15), location="Room 12"), "14:00 – 15:00  Review  Room 12"),
        (_entry(_at(14), _at(15), location="a\n\n b"), "14:00 – 15:00  Review  a b"),
        (_entry(_at(14), _at(15), summary="\u202e"), "14:00 – 15:00  Untitled event"),
        (_entry(_at(14), _at(15), summary="\u2067Gym", location="Hall"), "14:00 – 15:00  Gym  Hall"),
        (_entry(_at(14), _at(15), summary="x" * 9999), f"14:00 – 15:00  {'x' * 119}…"),
    ],
)
def test_a_line_says_when_what_and_where(entry: Entry, words: str) -> None:
    assert line(entry, "", TODAY, TODAY, UTC) == words


def test_days_before_today_keep_their_own_heading(utc: None, capsys: pytest.CaptureFixture[str]) -> None:
    entries = [_entry(_at(9, day=18), _at(10, day=18)), _entry(_at(9, day=21), _at(10, day=21))]

    print_agenda(entries, {ITEM.calendar: "Team"}, _at(0, day=1), NOW)

    assert capsys.readouterr().out == (
        "Wed 18 Nov\n  09:00 – 10:00  Review  Team\n\nYesterday\n  09:00 – 10:00  Review  Team\n"
    )


def test_what_began_before_the_time_asked_for_is_under_its_first_day(
    utc: None, capsys: pytest.CaptureFixture[str]
) -> None:
    print_agenda([_entry(_at(9, day=18), _at(10, day=24))], {}, _at(0, day=23), NOW)

    assert capsys.readouterr().out == "Tomorrow\n  all day        Review (until Tuesday)\n"


def test_an_empty_agenda_says_so(utc: None, capsys: pytest.CaptureFixture[str]) -> None:
    print_agenda([], {}, NOW, NOW)

    assert capsys.readouterr().out == "Nothing planned.\n"


def test_what_cannot_be_read_comes_last(utc: None, capsys: pytest.CaptureFixture[str]) -> None:
    unreadable = [Event("a", "Re\u202eview", problem="Its time cannot be read."), Event("b", "", problem="No XML.")]

    print_agenda([_entry(_at(14), _at(15))], {}, NOW, NOW, unreadable)
    print_agenda([], {}, NOW, NOW, unreadable[1:])

    assert capsys.readouterr().out == (
        "Today\n  14:00 – 15:00  Review\n\nUnreadable\n"
        "  Review  Its time cannot be read.\n  Untitled event  No XML.\n"
        "Nothing planned.\n\nUnreadable\n  Untitled event  No XML.\n"
    )


def test_to_dos_and_routes_come_after_the_days(utc: None, capsys: pytest.CaptureFixture[str]) -> None:
    todo = Event("t", "Pay the rent", type=EventType.TODO)
    events = [
        todo,
        replace(todo, due=_at(9), summary="Later"),
        replace(todo, due=date(2026, 11, 22), summary="First"),
        replace(todo, status=Status.COMPLETED, summary="Done"),
        Event("r", "", type=EventType.ROUTE, location="Home", trip=Trip(Place("Of\u202efice"))),
    ]

    print_agenda([], {}, NOW, NOW, events)

    assert capsys.readouterr().out == (
        "Nothing planned.\n\nTo do\n  due today  First\n  due today 09:00  Later\n  Pay the rent\n"
        "\nRoutes\n  Route: Home to Office\n"
    )


def test_a_trip_says_from_where_to_where(utc: None) -> None:
    entry = _entry(_at(14), _at(15), location="Home", type=EventType.DEPART_FROM, trip=Trip(Place("Office")))

    assert line(entry, "Travel", TODAY, TODAY, UTC) == "14:00 – 15:00  Review  Home to Office · Travel"


def test_a_trip_that_is_late_stands_at_the_time_it_departs(utc: None, capsys: pytest.CaptureFixture[str]) -> None:
    late = Trip(Place("Office"), (Leg("transit", _at(14, 8), _at(15, 8), departure_delay=timedelta(minutes=8)),))
    entry = _entry(_at(14), _at(15), type=EventType.DEPART_FROM, trip=late)

    print_agenda([entry], {}, NOW, NOW)

    assert "14:08 – 15:08  Review" in capsys.readouterr().out


async def test_decoding_a_file_tells_when_a_to_do_is_due(
    utc: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "todo.json"
    file.write_text('{"id": 7, "event_type": "todo", "title": "Pay the rent", "due": "2020-11-24"}')

    await agenda.decode(str(file), as_json=False)

    assert capsys.readouterr().out == "due Tue 24 Nov 2020  Pay the rent\n"
    await agenda.decode(str(file), as_json=True)
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["type"], found["due"], found["start"]) == ("todo", "2020-11-24", None)


def test_programs_get_all_of_an_event() -> None:
    trip = Trip(Place("Utrecht", 52.1, 5.1), (Leg("walk", _at(9), departure_delay=timedelta(minutes=8)),))
    known = Event("u", "Review", _at(10), organizer=Person("Ann"), alarms=(Alarm(timedelta(minutes=5)),), trip=trip)
    found = json.loads(json.dumps(event_as_json(known)))
    assert found.keys() == {each.name for each in fields(Event)} | {"all_day"}
    assert (found["organizer"], found["alarms"]) == ("Ann", [{"before": 300.0, "at": None}])
    assert found["trip"]["destination"] == {"text": "Utrecht", "latitude": 52.1, "longitude": 5.1, "id": ""}
    (leg,) = found["trip"]["legs"]
    assert (leg["start"], leg["departure_delay"]) == ("2026-11-22T09:00:00+00:00", 480.0)


async def test_the_agenda_for_programs_says_what_kind_each_is(
    utc: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "task.ics"
    task = ("BEGIN:VTODO", "UID:u", "DTSTART:20261122T090000Z", "DUE:20261122T100000Z", "RRULE:FREQ=DAILY", "END:VTODO")
    file.write_text("\r\n".join(("BEGIN:VCALENDAR", *task, "END:VCALENDAR", "")))
    await agenda.show(Context(find_profile(str(tmp_path)), "test"), "2026-11-23", "2026-11-23", str(file), as_json=True)
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["type"], found["due"], found["trip"]) == ("todo", "2026-11-23T10:00:00+00:00", None)


async def test_the_agenda_of_a_store_tells_what_cannot_be_read_to_people(
    utc: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = find_profile(str(tmp_path))
    store = Store(profile.store)
    store.add_calendar(ITEM.calendar, "Team")
    store.put_item(StoredItem(ITEM, "<x/>", b"x", (Event("a", "Review", problem="Its time cannot be read."),)))
    store.close()
    context = Context(profile, "test")

    await agenda.show(context, "", "", "", as_json=False)
    assert capsys.readouterr().out == "Nothing planned.\n\nUnreadable\n  Review  Its time cannot be read.\n"
    await agenda.show(context, "", "", "", as_json=True)
    assert capsys.readouterr().out == "[]\n"


@pytest.mark.parametrize(
    ("begin", "end", "days"),
    [("2026-11-22", "2026-11-22", 1), ("20261122", "2026-11-23", 2), ("2026-11-22T00:00", "2026-11-22", 1)],
)
def test_an_end_that_is_a_date_is_the_end_of_that_day(anywhere: None, begin: str, end: str, days: int) -> None:
    first, last = span(begin, end, NOW)

    assert first == datetime(2026, 11, 22).astimezone()
    assert last == datetime(2026, 11, 22 + days).astimezone()


def test_an_end_that_is_a_time_is_that_time(anywhere: None) -> None:
    assert span("2026-11-22", "2026-11-23T00:00", NOW)[1] == datetime(2026, 11, 23).astimezone()


def test_the_day_on_which_the_clocks_change_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda.clock, "LOCAL", ZoneInfo("Europe/Amsterdam"))

    first, last = span("2026-10-25", "2026-10-25", NOW)

    assert last.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=25)


def test_without_times_it_is_from_midnight_here_for_thirty_days(anywhere: None) -> None:
    first, last = span("", "", NOW)

    assert (first.hour, first.minute) == (0, 0)
    assert first <= NOW < first + timedelta(days=1)
    assert last.date() - first.date() == timedelta(days=30)


@pytest.mark.parametrize("text", ["2026-11-22", "20261122", "2026-11-22T00:00"])
def test_a_time_without_offset_is_local(anywhere: None, text: str) -> None:
    assert parse_instant(text) == datetime(2026, 11, 22).astimezone()


def test_a_time_with_offset_is_that_instant(anywhere: None) -> None:
    assert parse_instant("2026-11-22T10:00+02:00") == datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("0001-01-01", ""),
        ("0001-01-01", "9999-12-31"),
        ("9999-12-31", ""),
        ("0001-01-01T00:00+14:00", "9999-12-31T23:59:59.999999-12:00"),
        ("9999-12-30T00:00+14:00", "9999-12-31T23:59:59-12:00"),
    ],
)
def test_the_first_and_last_days_there_are_can_be_asked_for(anywhere: None, begin: str, end: str) -> None:
    first, last = span(begin, end, NOW)

    daily = Event("x", "Review", _at(9), _at(10), rrules=("FREQ=DAILY",))
    assert first < last
    agenda.agenda.from_events([daily], ITEM, first, last, first.tzinfo)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("2026-11-22", "2026-11-21"),
        ("2026-11-22", "2026-11-22T00:00"),
        ("2026-11-22T10:00", "2026-11-22T10:00"),
        ("2026-11-23T00:00", "2026-11-22"),
        ("", "2026-11-01"),
    ],
)
def test_an_end_that_is_not_later_is_refused(begin: str, end: str) -> None:
    with pytest.raises(UserError, match=r"^--to must be later than --from\.$"):
        span(begin, end, NOW)


@pytest.mark.parametrize("text", ["now", "2026-13-01", "2026-11-22T10:00+25:00", "22.11.2026"])
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserError, match=r"is no date or time\. Write it as 2026-11-22 or"):
        parse_instant(text)


@pytest.mark.parametrize("name", ["missing.ics", "~nobody-has-this-name/x.ics", "a\0b", "x" * 5000])
def test_a_file_that_cannot_be_read_is_one_sentence(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match=r"cannot be read: .+\.$"):
        read_bytes(name)


def test_a_folder_is_called_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r" is a folder, not a file\.$"):
        read_bytes(str(tmp_path))


def test_a_floating_time_gets_the_offset_it_has_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda.clock, "LOCAL", ZoneInfo("Europe/Amsterdam"))

    assert iso(datetime(2026, 7, 1, 12)) == "2026-07-01T12:00:00+02:00"
    assert iso(date(2026, 7, 1)) == "2026-07-01"
    assert iso(None) is None
