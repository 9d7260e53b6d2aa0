"""iCalendar text, bare and in an <ical/> element."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import Alarm, CalendarRef, Event, EventType, Person, Status
from c42desktop.calendar.payloads import PayloadError, component, decode, encode, parse, read_file, to_ics_payload
from c42desktop.calendar.payloads.component import NO_END_SENTENCE
from c42desktop.calendar.payloads.glance import events_between
from c42desktop.calendar.payloads.ical import events_from_text

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CALENDAR = CalendarRef("ann@example.org", "pubsub.example.org", "work")
START = "DTSTART:20261124T090000Z"

VTIMEZONE = """BEGIN:VTIMEZONE
TZID:Acme/Office
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*events: str, before: str = "") -> str:
    blocks = "".join(f"BEGIN:VEVENT\n{inner}\nEND:VEVENT\n" for inner in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{before}\n{blocks}END:VCALENDAR\n"


def event(*lines: str, before: str = "") -> Event:
    (found,) = events_from_text(calendar("\n".join(lines), before=before), "item")
    return found


def test_an_event_with_everything() -> None:
    found = event(
        "UID:u1", "SUMMARY:Design\\, review", "DTSTART;TZID=Europe/Amsterdam:20261124T150000", "DURATION:PT1H",
        "STATUS:TENTATIVE", "LOCATION:Room 4", "DESCRIPTION:One\\nTwo", "URL:https://example.org/1",
        "CATEGORIES:work,a\\,b", "CATEGORIES:team", "ORGANIZER;CN=Bram de Vries:MAILTO:bram@example.org",
        'ATTENDEE;CN="Kok, Vera";PARTSTAT=NEEDS-ACTION:mailto:vera@example.org', "RRULE:FREQ=WEEKLY;INTERVAL=2",
        "EXDATE;TZID=Europe/Amsterdam:20261208T150000,20261222T150000", "RDATE;VALUE=PERIOD:20270101T090000Z/PT1H",
        "BEGIN:VALARM", "TRIGGER:-PT10M", "END:VALARM", "BEGIN:VALARM", "TRIGGER;RELATED=END:PT0S", "END:VALARM",
        "BEGIN:VALARM", "TRIGGER;VALUE=DATE-TIME:20261124T130000Z", "END:VALARM",
    )  # fmt: skip
    assert found == Event(
        uid="u1",
        summary="Design, review",
        start=datetime(2026, 11, 24, 15, tzinfo=AMSTERDAM),
        end=datetime(2026, 11, 24, 16, tzinfo=AMSTERDAM),
        status=Status.TENTATIVE,
        location="Room 4",
        description="One\nTwo",
        url="https://example.org/1",
        timezone="Europe/Amsterdam",
        categories=("work", "a,b", "team"),
        organizer=Person("Bram de Vries", "bram@example.org"),
        attendees=(Person("Kok, Vera", "vera@example.org", "needs-action"),),
        alarms=(
            Alarm(before=timedelta(minutes=10)),
            Alarm(before=timedelta(hours=-1)),
            Alarm(at=datetime(2026, 11, 24, 13, tzinfo=UTC)),
        ),
        rrules=("FREQ=WEEKLY;INTERVAL=2",),
        rdates=(datetime(2027, 1, 1, 9, tzinfo=UTC),),
        exdates=(datetime(2026, 12, 8, 15, tzinfo=AMSTERDAM), datetime(2026, 12, 22, 15, tzinfo=AMSTERDAM)),
    )


def test_a_missing_uid_is_the_item_id() -> None:
    assert event(START).uid == "item"


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["DTSTART;VALUE=DATE:20261124"], date(2026, 11, 25)),
        (["DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261127"], date(2026, 11, 27)),
        (["DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261124"], date(2026, 11, 25)),
        (["DTSTART;VALUE=DATE:20261124", "DURATION:P3D"], date(2026, 11, 27)),
        ([START], None),
        ([START, "DTEND:20261124T080000Z"], None),
        ([START, "DTEND:20261124T100000"], datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ([START, "DTEND;VALUE=DATE:20261125"], datetime(2026, 11, 25, tzinfo=UTC)),
    ],
)
def test_c_pay_02_ends_fit_their_start(lines: list[str], end: date | None) -> None:
    found = event(*lines)
    assert (found.end, found.problem) == (end, "")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("SUMMARY:x", component.NO_START),
        ("DTSTART:tomorrow", component.BAD_START),
        ("DTSTART:99991231T235959Z", component.BAD_START),
        ("DTSTART;VALUE=DURATION:PT1H", component.BAD_START),
        (f"{START}\nDTEND:later", component.BAD_END),
        (f"{START}\nDURATION:P999999999999W", component.BAD_END),
        (f"{START}\nRRULE:FREQ=OFTEN", component.BAD_RULE),
        (f"{START}\nRRULE:FREQ=DAILY;INTERVAL=0", component.BAD_RULE),
        (f"{START}\nEXDATE:never", component.BAD_DATES),
        (f"{START}\nRECURRENCE-ID:x", component.BAD_OCCURRENCE),
    ],
)
def test_c_pay_02_what_cannot_be_read_is_named_and_the_others_stay(line: str, problem: str) -> None:
    good = "UID:good\nSUMMARY:Good\nDTSTART:20261124T090000Z"
    broken, other = events_from_text(calendar(f"UID:broken\n{line}", good), "item")
    assert (broken.uid, broken.problem) == ("broken", problem)
    assert (other.summary, other.problem) == ("Good", "")


def test_a_line_that_is_none_costs_nothing_else() -> None:
    assert event("SUMMARY:Fine", "what is this", "SEQUENCE:many", "X-A;=:b", START).problem == ""


def test_c_pay_02_one_date_of_a_series_that_cannot_be_read_costs_no_other() -> None:
    found = event(START, "RDATE:20261125T246000Z", "RDATE:20261126T090000Z")
    assert (found.rdates, found.problem) == ((datetime(2026, 11, 26, 9, tzinfo=UTC),), component.BAD_DATES)


def test_c_pay_04_a_cancelled_status() -> None:
    assert event(START, "STATUS:cancelled").status is Status.CANCELLED


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("20261024T220000", "PT8H", "2026-10-25 05:00"),
        ("20260328T220000", "PT8H", "2026-03-29 07:00"),
        ("20261024T120000", "P1D", "2026-10-25 12:00"),
        ("20261024T120000", "PT24H", "2026-10-25 11:00"),
        ("20261024T120000", "PT1440M", "2026-10-25 11:00"),
        ("20261024T120000", "P1W", "2026-10-31 12:00"),
        ("20261024T023000", "P1DT1H", "2026-10-25 02:30"),
        ("20261025T023000", "PT1H", "2026-10-25 03:30"),
        ("20261023T220000", "PT8H", "2026-10-24 06:00"),
    ],
)
def test_c_pay_12_days_go_by_the_clock_on_the_wall_and_hours_by_real_time(start: str, duration: str, end: str) -> None:
    lines = f"UID:x\nDTSTART;TZID=Europe/Amsterdam:{start}\nDURATION:{duration}"
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    (found,) = events_from_text(calendar(lines), "item")
    (glanced,) = events_between(calendar(lines), "item", begin, begin + timedelta(days=365))
    assert f"{found.end:%Y-%m-%d %H:%M}" == f"{glanced.end:%Y-%m-%d %H:%M}" == end


@pytest.mark.parametrize("line", ["DURATION;VALUE=DURATION:PT24H", "DURATION:PT24H\nDURATION:P1D", "DURATION:+PT24H"])
def test_hours_are_hours_however_they_are_written(line: str) -> None:
    found = event("DTSTART;TZID=Europe/Amsterdam:20261024T120000", line)
    assert f"{found.end:%H:%M}" == "11:00"


def test_a_task_has_a_time_when_it_is_due() -> None:
    text = calendar().replace("END:VCAL", "BEGIN:VTODO\nUID:t\nSUMMARY:Pay\nDUE:20261124T090000Z\nEND:VTODO\nEND:VCAL")
    (found,) = events_from_text(text, "item")
    assert (found.summary, found.type, found.problem) == ("Pay", EventType.TODO, "")
    assert (found.start, found.end, found.due) == (None, None, datetime(2026, 11, 24, 9, tzinfo=UTC))


@pytest.mark.parametrize("break_", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", ["", "  ", "\t"])
def test_c_pay_10_folded_and_indented_text(break_: str, indent: str) -> None:
    lines = calendar(f"SUMMARY:A long\n  title\n\tgoes on\n{START}").splitlines()
    text = "\n\n" + break_.join(indent + line for line in lines) + break_
    (found,) = decode(envelope(text), "item")
    assert (found.summary, found.problem) == ("A long titlegoes on", "")


def envelope(text: str) -> Element:
    return parse(f"<ical xmlns='http://jabber.org/protocol/gw/ical'><![CDATA[{text}]]></ical>")


def test_c_pay_10_text_published_by_us_is_read_by_us() -> None:
    text = "\ufeff" + calendar(f"SUMMARY:R\u0001&D <x>\r\n{START}")
    element = to_ics_payload(text)
    assert element.tag == "{http://jabber.org/protocol/gw/ical}ical"
    (found,) = decode(element, "item")
    assert found.summary == "R&D <x>"
    with pytest.raises(PayloadError, match=r"does not begin with BEGIN:VCALENDAR"):
        to_ics_payload("Dear all")


@pytest.mark.parametrize("text", ["", "BEGIN:VCALENDAR", "Hello", calendar(), "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"])
def test_c_pay_10_text_without_events_is_one_problem(text: str) -> None:
    (found,) = decode(envelope(text), "item")
    assert found.uid == "item" and found.problem.endswith(".")


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Amsterdam", "Europe/Amsterdam"),
    ],
)
def test_c_pay_14_zones_known_by_some_name(name: str, zone: str) -> None:
    found = event(f"DTSTART;TZID={name}:20261124T090000")
    assert found.start == datetime(2026, 11, 24, 9, tzinfo=ZoneInfo(zone))
    assert isinstance(found.start, datetime) and str(found.start.tzinfo) == zone
    assert found.timezone == name


@pytest.mark.parametrize("name", ["Mars/Olympus", "../../etc/passwd", "/etc/passwd", "America", "A" * 400, "C:\\x"])
def test_c_pay_14_an_unknown_zone_floats_and_keeps_its_name(name: str) -> None:
    found = event(f'DTSTART;TZID="{name}":20261124T090000')
    assert (found.start, found.timezone) == (datetime(2026, 11, 24, 9), name[:100])
    assert found.problem == component.UNKNOWN_ZONE


def test_c_pay_14_a_vtimezone_defines_an_unknown_zone() -> None:
    zone = VTIMEZONE.format(summer="+0500", winter="+0400")
    line = "DTSTART;TZID=Acme/Office:{}T090000"
    winter, summer = (event(line.format(day), before=zone).start for day in ("20261124", "20260701"))
    assert isinstance(winter, datetime) and winter.utcoffset() == timedelta(hours=4)
    assert isinstance(summer, datetime) and summer.utcoffset() == timedelta(hours=5)


def test_c_pay_14_a_vtimezone_does_not_reach_other_calendars_or_known_zones() -> None:
    event("DTSTART;TZID=Acme/Office:20261124T090000", before=VTIMEZONE.format(summer="+0500", winter="+0400"))
    other = event("DTSTART;TZID=Acme/Office:20261124T090000", before=VTIMEZONE.format(summer="-0500", winter="-0600"))
    assert isinstance(other.start, datetime) and other.start.utcoffset() == timedelta(hours=-6)
    assert event("DTSTART;TZID=Acme/Office:20261124T090000").start == datetime(2026, 11, 24, 9)
    false = VTIMEZONE.replace("Acme/Office", "Europe/Amsterdam").format(summer="-0500", winter="-0600")
    known = event("DTSTART;TZID=Europe/Amsterdam:20261124T090000", before=false)
    assert isinstance(known.start, datetime) and known.start.utcoffset() == timedelta(hours=1)


def test_c_pay_15_a_hostile_vtimezone_is_not_followed() -> None:
    zone = VTIMEZONE.format(summer="+0500", winter="+0400").replace("FREQ=YEARLY", "FREQ=SECONDLY")
    found = event("DTSTART;TZID=Acme/Office:20261124T090000", before=zone)
    assert isinstance(found.start, datetime) and found.start.utcoffset() == timedelta(hours=4)


def test_c_pay_15_a_vtimezone_asked_about_every_year_is_walked_through_once_a_year(steps: list[int]) -> None:
    zone = VTIMEZONE.format(summer="+0500", winter="+0400")
    dates = ",".join(f"{year:04}0707T090000" for year in range(2, 9998))
    found = event(START, f"EXDATE;TZID=Acme/Office:{dates}", before=zone)
    offsets = {date.utcoffset() for date in found.exdates if isinstance(date, datetime)}
    assert timedelta(hours=5) in offsets and len(found.exdates) == 9996
    assert sum(steps) < 2 * 9996  # each year on its own would take 31 and more


def test_c_pay_16_the_sequence_number_does_not_matter() -> None:
    later, earlier = event(START, "SEQUENCE:7", "DTSTAMP:20260101T000000Z"), event(START, "SEQUENCE:1")
    assert (later.sequence, later.modified) == (7, datetime(2026, 1, 1, tzinfo=UTC))
    assert replace(later, sequence=1, modified=None) == earlier
    assert compare(CALENDAR, "item", [later], [earlier], datetime(2026, 1, 2, tzinfo=UTC)) == ()


def test_text_that_names_a_file_opens_none(tmp_path: Path) -> None:
    secret = tmp_path / "secret.ics"
    secret.write_text(calendar(f"SUMMARY:Secret\n{START}"))
    with pytest.raises(PayloadError):
        events_from_text(str(secret), "item")
    with pytest.raises(PayloadError):
        read_file(str(secret).encode(), "x.ics")


def test_ten_thousand_nested_components_are_survived() -> None:
    (found,) = decode(envelope("BEGIN:VEVENT\n" + "BEGIN:X\n" * 10_000 + "END:X\n" * 10_000 + "END:VEVENT\n"), "item")
    assert found.problem == "This event is too large to be read whole: a part of it is left out."


def test_ten_thousand_events_without_an_end_are_as_many_as_others() -> None:
    *found, last = decode(envelope("BEGIN:VEVENT\n" * 10_000 + "END:VEVENT\n" * 10_000), "item")
    assert {each.problem for each in found} == {NO_END_SENTENCE}
    assert last.problem == "This holds more than 1000 events. Only the first 1000 are shown."


CUT = """BEGIN:VEVENT
UID:{0}
SUMMARY:{0}
DTSTART:20261124T090000Z
"""


def shown(text: str) -> list[tuple[str, str]]:
    return [(event.summary, event.problem) for event in decode(envelope(text), "item")]


@pytest.mark.parametrize("alarm", ["", "BEGIN:VALARM\nTRIGGER:-PT5M\n"])
@pytest.mark.parametrize("many", ["", "X-A:1\n" * 300])
def test_an_event_without_its_end_hides_no_other_one(alarm: str, many: str) -> None:
    a, b, c = (CUT.format(name) for name in "ABC")
    text = f"{a}END:VEVENT\n{b}{alarm}{c}{many}END:VEVENT\n{a}END:VEVENT\n"
    assert shown(text) == [("A", ""), ("B", NO_END_SENTENCE), ("C", ""), ("A", "")]


@pytest.mark.parametrize("many", ["", "X-A:1\n" * 300])
def test_a_calendar_that_is_cut_gives_what_is_complete_and_says_that_a_part_is_missing(many: str) -> None:
    text = "BEGIN:VCALENDAR\n" + CUT.format("A") + many + "END:VEVENT\n" + CUT.format("B")
    assert [(each.summary, each.problem) for each in decode(to_ics_payload(text), "item")] == [
        ("A", ""),
        ("B", NO_END_SENTENCE),
    ]
    cut = text[: text.index("BEGIN:VEVENT\nUID:B")]
    assert [(each.summary, each.problem) for each in decode(to_ics_payload(cut), "item")] == [
        ("A", ""),
        ("", "The calendar text has no end: a part of it is missing."),
    ]


def test_an_end_of_what_is_not_open_ends_nothing() -> None:
    assert shown(CUT.format("A") + "END:VALARM\nEND:VTODO\nLOCATION:Here\nEND:VEVENT\n") == [("A", "")]


def test_a_calendar_that_is_cut_is_not_changed() -> None:
    payload = to_ics_payload("BEGIN:VCALENDAR\n" + CUT.format("A"))
    (event,) = decode(payload, "item")
    with pytest.raises(PayloadError, match="too damaged to be changed"):
        encode([replace(event, summary="Other")], payload, "item")


@pytest.mark.parametrize("span", [None, (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC))])
def test_a_file_with_more_events_than_anybody_can_look_at_is_refused_at_once(
    monkeypatch: pytest.MonkeyPatch, span: tuple[datetime, datetime] | None
) -> None:
    monkeypatch.setattr("c42desktop.calendar.payloads.ical.MAX_FILE_EVENTS", 2)
    data = b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nDTSTART:20260101T090000Z\r\nEND:VEVENT\r\n" * 2
    assert len(read_file(data + b"END:VCALENDAR\r\n", "a.ics", span)) == 2
    with pytest.raises(PayloadError, match=r"^a\.ics: This file holds more than 2 events\. Split it\.$"):
        read_file(data + b"BEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n", "a.ics", span)
