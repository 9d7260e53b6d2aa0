"""What iCalendar says of tasks, meetings, files, places, colours and reminders."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.model import Alarm, Attachment, Event, EventType, Meeting, Place, Status
from c42desktop.calendar.payloads import PayloadError, component
from c42desktop.calendar.payloads.ical import calendar_text, decode_ical, events_from_text, ical_element
from c42desktop.calendar.payloads.lines import folded, read_line, unfolded
from tests.calendar.event_strategies import several

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
START = "DTSTART:20261124T090000Z"
STAMP = datetime(2026, 1, 2, tzinfo=UTC)


def calendar(*lines: str, name: str = "VEVENT", head: str = "VERSION:2.0") -> str:
    return "\n".join(["BEGIN:VCALENDAR", head, f"BEGIN:{name}", *lines, f"END:{name}", "END:VCALENDAR", ""])


def event(*lines: str, name: str = "VEVENT", head: str = "VERSION:2.0") -> Event:
    (found,) = events_from_text(calendar(*lines, name=name, head=head), "item")
    return found


@pytest.mark.parametrize(
    ("lines", "start", "due"),
    [
        (["DUE:20261124T090000Z"], None, NINE),
        ([START, "DUE;VALUE=DATE:20261125"], NINE, date(2026, 11, 25)),
        ([START, "DURATION:PT1H"], NINE, NINE + timedelta(hours=1)),
        ([START], NINE, None),
        ([], None, None),
    ],
)
def test_a_task_may_have_a_start_a_due_time_both_or_none(
    lines: list[str], start: datetime | None, due: date | None
) -> None:
    found = event(*lines, "SUMMARY:Pay", name="VTODO")
    assert (found.type, found.start, found.end, found.due) == (EventType.TODO, start, None, due)
    assert found.problem == ""


def test_a_task_that_is_done() -> None:
    found = event("STATUS:COMPLETED", "PERCENT-COMPLETE:100", "PRIORITY:1", name="VTODO")
    assert (found.status, found.details.progress, found.details.priority) == (Status.COMPLETED, 100, 1)


@pytest.mark.parametrize("line", ["PRIORITY:10", "PRIORITY:-1", "PERCENT-COMPLETE:many", "SEQUENCE:99999999999999"])
def test_numbers_that_are_none_are_zero(line: str) -> None:
    found = event(START, line)
    assert (found.details.priority, found.details.progress, found.sequence, found.problem) == (0, 0, 0, "")


def test_ways_to_take_part_from_elsewhere() -> None:
    found = event(
        START,
        "URL:https://example.org/1",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example.org/3",
        "X-GOOGLE-CONFERENCE:https://meet.example.org/2",
        "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://chat.example.org/1",
        "CONFERENCE;VALUE=URI;FEATURE=PHONE;LABEL=Dial in:tel:+31-20-000",
        "CONFERENCE;VALUE=URI:https://meet.example.org/2",
    )
    assert found.url == "https://example.org/1"
    assert found.details.meetings == (
        Meeting("https://chat.example.org/1", "Audio, video"),
        Meeting("tel:+31-20-000", "Dial in"),
        Meeting("https://meet.example.org/2"),
        Meeting("https://teams.example.org/3"),
    )


def test_files_are_named_and_never_taken_out_of_the_payload() -> None:
    found = event(
        START,
        "ATTACH;FMTTYPE=application/pdf;FILENAME=plan.pdf;SIZE=1234:https://example.org/plan.pdf",
        "ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=image/png;X-FILENAME=a.png:iVBORw0KGgo=",
        "IMAGE;VALUE=BINARY;ENCODING=BASE64:iVBORw0KGgo=",
        "IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/i.png",
    ).details
    assert found.attachments == (
        Attachment("https://example.org/plan.pdf", "plan.pdf", "application/pdf", 1234),
        Attachment("", "a.png", "image/png"),
    )
    assert found.picture == "https://example.org/i.png"


@pytest.mark.parametrize(
    ("text", "value"),
    [("turquoise", "#40e0d0"), ("RED", "#ff0000"), ("#1D4ED8", "#1d4ed8"), ("url(x)", ""), ("#12", "")],
)
def test_colours_by_name(text: str, value: str) -> None:
    assert event(START, f"COLOR:{text}").color == value


@pytest.mark.parametrize("line", ["GEO:91;0", "GEO:nan;0", "GEO:1", "GEO:a;b", "GEO:inf;inf"])
def test_a_place_that_is_nowhere_is_none(line: str) -> None:
    found = event(START, line)
    assert (found.location, found.details.places, found.problem) == ("", (), "")


def test_a_place_in_words_and_degrees() -> None:
    found = event(START, "LOCATION:Hall", "GEO:51.9;4.48")
    assert (found.location, found.details.places) == ("Hall", (Place("Hall", 51.9, 4.48),))


def test_a_title_may_say_its_language_and_an_event_what_it_belongs_to() -> None:
    found = event(START, "SUMMARY;LANGUAGE=nl:Dagstart", "RELATED-TO:a", "RELATED-TO;RELTYPE=SIBLING:b")
    assert (found.details.languages, found.related) == (("nl",), ("a", "b"))


def test_a_reminder_may_come_again() -> None:
    again = ["BEGIN:VALARM", "TRIGGER:-PT15M", "REPEAT:2", "DURATION:PT5M", "END:VALARM"]
    endless = [
        "BEGIN:VALARM",
        "TRIGGER;VALUE=DATE-TIME:20261124T080000Z",
        "REPEAT:999999",
        "DURATION:PT1M",
        "END:VALARM",
    ]
    alarms = event(START, *again, *endless).alarms
    assert alarms[:3] == tuple(Alarm(before=timedelta(minutes=minutes)) for minutes in (15, 10, 5))
    assert alarms[4] == Alarm(at=NINE - timedelta(minutes=59))
    assert len(alarms) == 24


def test_c_pay_04_the_whole_calendar_may_cancel() -> None:
    assert event(START, head="METHOD:CANCEL").status is Status.CANCELLED
    assert event(START, head="METHOD:PUBLISH").status is Status.CONFIRMED


def test_c_pay_16_number_and_stamp_are_kept() -> None:
    found = event(START, "SEQUENCE:7", "DTSTAMP:20260101T000000Z")
    assert (found.sequence, found.modified) == (7, datetime(2026, 1, 1, tzinfo=UTC))
    later = event(START, "LAST-MODIFIED:20260301T000000Z", "DTSTAMP:20260101T000000Z")
    assert later.modified == datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize("name", ["VJOURNAL", "VFREEBUSY"])
def test_notes_and_busy_times_are_no_events(name: str) -> None:
    with pytest.raises(PayloadError, match=r"holds notes or busy times, but no event\.$"):
        events_from_text(calendar("UID:n", name=name), "item")


def test_what_is_left_out_is_told() -> None:
    text = calendar(START, *["END:VEVENT", "BEGIN:VEVENT", START] * 4)
    found = events_from_text(text, "item", limit=3)
    assert [each.problem for each in found] == [
        "",
        "",
        "",
        "This holds more than 3 events. Only the first 3 are shown.",
    ]
    assert component.is_cut(found[-1]) and not component.is_cut(found[0])
    assert len(events_from_text(text, "item", limit=5)) == 5


@pytest.mark.parametrize("char", ["\u2028", "\u0085", "\x0b", "\x0c"])
def test_c_pay_10_only_ends_of_lines_end_a_line(char: str) -> None:
    assert event(START, f"SUMMARY:One{char}two").summary.replace(" ", "") == "Onetwo"
    assert event(START, f"DESCRIPTION:One{char}two").description.endswith("two")


@settings(max_examples=30, deadline=None)
@given(several())
def test_text_is_folded_and_ends_its_lines_as_it_should(events: list[Event]) -> None:
    text = calendar_text(events, name="Work", stamp=STAMP)
    lines = text.split("\r\n")
    assert lines[-1] == "" and not any(set(line) & set("\r\n") for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    assert events_from_text(text, "item") == tuple(events)


@given(st.text(max_size=300).filter(lambda text: not set(text) & set("\r\n")))
def test_a_folded_line_is_the_line(text: str) -> None:
    assert unfolded(folded(f"X{text}")) == [f"X{text}"]


@pytest.mark.parametrize(
    ("line", "data"),
    [
        ("SUMMARY:a:b;c", ["summary", {}, "unknown", "a:b;c"]),
        ('X-A;B="c;d",e;f=^n^^:g', ["x-a", {"b": ["c;d", "e"], "f": "\n^"}, "unknown", "g"]),
        ("RDATE;VALUE=PERIOD:a/b,c/d", ["rdate", {}, "period", "a/b", "c/d"]),
        ("CATEGORIES:a\\,b,c", ["categories", {}, "unknown", "a\\,b", "c"]),
        ("no line", None),
        (";x:y", None),
    ],
)
def test_a_line_is_taken_apart(line: str, data: list[object] | None) -> None:
    assert read_line(line) == data


def test_every_field_of_an_event_is_written_or_known_not_to_be() -> None:
    """A field that the model learns must be thought of here."""
    not_said = {"trip", "buffer", "suggested", "personal", "sync_token", "problem"}
    said = {
        "uid", "summary", "start", "end", "status", "location", "description", "url", "timezone", "categories",
        "organizer", "attendees", "alarms", "rrules", "rdates", "exdates", "recurrence_id", "and_future", "type", "due",
        "busy", "color", "related", "details", "sequence", "modified",
    }  # fmt: skip
    assert {field.name for field in fields(Event)} == said | not_said


def test_a_title_in_its_own_language_is_written_so() -> None:
    found = event(START, "SUMMARY;LANGUAGE=nl:Dagstart")
    assert "SUMMARY;LANGUAGE=nl:Dagstart\r\n" in calendar_text([found], name="", stamp=STAMP)


def test_what_changes_all_later_occurrences_says_so() -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    later = Event("u", start=NINE, recurrence_id=datetime(2026, 12, 1, 9, tzinfo=zone), and_future=True)
    assert "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20261201T090000\r\n" in calendar_text(
        [later], name="", stamp=STAMP
    )


def test_text_in_an_element_keeps_what_xml_allows() -> None:
    element: Element = ical_element(calendar(START, "SUMMARY:R\u0001&D <x> \U0001f600"))
    assert decode_ical(element, "item")[0].summary == "R&D <x> \U0001f600"
