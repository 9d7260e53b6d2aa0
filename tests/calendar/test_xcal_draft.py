"""The draft of xCal that calendars of 2009 use: text, and types in attributes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, tostring
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings

from c42desktop.calendar.model import Alarm, Event, EventType, Person, Status
from c42desktop.calendar.payloads import PayloadError, parse
from c42desktop.calendar.payloads.draft_xcal import decode_draft_xcal
from c42desktop.calendar.payloads.draft_xcal_writing import encode_draft_xcal
from tests.calendar.event_strategies import sent, several

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NAMESPACE = "urn:ietf:params:xml:ns:xcal"
START = "<dtstart>2026-11-24T09:00:00Z</dtstart>"
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


def payload(*components: str, outer: str = "vcalendar") -> Element:
    return parse(f"<{outer} xmlns='{NAMESPACE}'>{''.join(components)}</{outer}>")


def event(properties: str) -> Event:
    return decode_draft_xcal(payload(f"<vevent>{properties}</vevent>"), "item")[0]


def test_c_pay_09_an_event_with_everything() -> None:
    (found,) = decode_draft_xcal(
        payload(
            "<method>PUBLISH</method><prodid>-//x//y</prodid><version>2.0</version>",
            "<vevent><organizer cn='Vera, Kok'>mailto:vera@example.org</organizer>",
            "<dtstart tzid='Europe/Amsterdam'>2026-11-24T15:00:00</dtstart>",
            "<dtend tzid='Europe/Amsterdam'>20261124T160000</dtend><dtstamp>20261101T080000Z</dtstamp>",
            "<summary> Design; review, \\n </summary><uid>u1</uid><description>One\nTwo</description>",
            "<categories>work,team</categories><categories><item>a,b</item></categories>",
            "<rrule>FREQ=WEEKLY;BYDAY=TU</rrule><exdate>2026-12-01T14:00:00Z,2026-12-08T14:00:00Z</exdate>",
            "<attendee partstat='ACCEPTED' cn='Bram'>mailto:bram@example.org</attendee><geo>51.5;4.5</geo>",
            "<valarm><trigger>-PT10M</trigger></valarm>",
            "<valarm><trigger value='date-time'>2026-11-24T08:00:00Z</trigger></valarm>",
            "<valarm><trigger>2026-11-24T07:00:00Z</trigger></valarm></vevent>",
        ),
        "item",
    )
    assert found.problem == ""
    assert (found.uid, found.summary, found.description) == ("u1", "Design; review, \\n", "One\nTwo")
    assert found.start == datetime(2026, 11, 24, 15, tzinfo=AMSTERDAM)
    assert (found.end, found.timezone) == (datetime(2026, 11, 24, 16, tzinfo=AMSTERDAM), "Europe/Amsterdam")
    assert found.modified == datetime(2026, 11, 1, 8, tzinfo=UTC)
    assert found.categories == ("work", "team", "a,b")
    assert found.rrules == ("FREQ=WEEKLY;BYDAY=TU",)
    assert found.exdates == (datetime(2026, 12, 1, 14, tzinfo=UTC), datetime(2026, 12, 8, 14, tzinfo=UTC))
    assert found.organizer == Person("Vera, Kok", "vera@example.org")
    assert found.attendees == (Person("Bram", "bram@example.org", "accepted"),)
    alarms = (
        Alarm(before=timedelta(minutes=10)),
        Alarm(at=NINE - timedelta(hours=1)),
        Alarm(at=NINE - timedelta(hours=2)),
    )
    assert (found.alarms, found.location) == (alarms, "51.5,4.5")


@pytest.mark.parametrize(
    ("start", "moment"),
    [
        ("<dtstart>20261124T090000Z</dtstart>", NINE),
        ("<dtstart>2026-11-24T10:00:00+01:00</dtstart>", NINE),
        ("<dtstart>2026-11-24T10:00:00.5+01:00</dtstart>", NINE),
        ("<dtstart tzid='Europe/Amsterdam'>2026-11-24T10:00:00+01:00</dtstart>", NINE),
        ("<dtstart tzid='Europe/Amsterdam'>2026-11-24T09:00:00Z</dtstart>", NINE),
        ("<dtstart>20261124T090000</dtstart>", datetime(2026, 11, 24, 9)),
        ("<dtstart value='DATE'>20261124</dtstart>", date(2026, 11, 24)),
        ("<dtstart value='date'>2026-11-24</dtstart>", date(2026, 11, 24)),
        ("<dtstart>2026-11-24</dtstart>", date(2026, 11, 24)),
        ("<dtstart value='date-time'>2026-11-24</dtstart>", date(2026, 11, 24)),
    ],
)
def test_c_pay_09_each_form_of_a_date(start: str, moment: date) -> None:
    found = event(start)
    assert (found.start, found.problem) == (moment, "")
    assert isinstance(found.start, datetime) == isinstance(moment, datetime)


@pytest.mark.parametrize("time", ["10:00:00", "10:00:00+01:00"])
def test_c_pay_09_a_time_in_a_named_zone_is_local_there(time: str) -> None:
    found = event(f"<dtstart tzid='Europe/Amsterdam'>2026-11-24T{time}</dtstart>")
    assert isinstance(found.start, datetime) and found.start.tzinfo is AMSTERDAM and found.start.hour == 10


@pytest.mark.parametrize(
    ("properties", "fields"),
    [
        ("<rdate value='period'>20261201T090000Z/PT1H,2026-12-02T09:00:00Z/2026-12-02T10:00:00Z</rdate>",
         {"rdates": (datetime(2026, 12, 1, 9, tzinfo=UTC), datetime(2026, 12, 2, 9, tzinfo=UTC))}),
        ("<duration>PT1H</duration>", {"end": NINE + timedelta(hours=1)}),
        ("<status>CANCELLED</status>", {"status": Status.CANCELLED}),
        ("<url>https://example.org/a,b;c</url>", {"url": "https://example.org/a,b;c"}),
        ("<x-mood xmlns='urn:example'>fine</x-mood><x-b value='boolean'>TRUE</x-b>", {}),
    ],
)  # fmt: skip
def test_c_pay_09_values(properties: str, fields: dict[str, Any]) -> None:
    found = event(START + properties)
    assert {name: getattr(found, name) for name in fields} == fields
    assert found.problem == ""


@pytest.mark.parametrize("outer", ["icalendar", "vcalendar", "vevent"])
def test_c_pay_09_whatever_is_the_outermost(outer: str) -> None:
    inner = {"icalendar": f"<vcalendar><vevent>{START}</vevent></vcalendar>", "vcalendar": f"<vevent>{START}</vevent>"}
    before = payload(inner.get(outer, START), outer=outer)
    (found,) = decode_draft_xcal(before, "item")
    assert (found.uid, found.start) == ("item", NINE)
    task = Event("t", type=EventType.TODO, due=NINE, modified=NINE)
    both = sent(encode_draft_xcal([found, task], before))
    assert decode_draft_xcal(both, "item") == (found, task)


def test_c_pay_09_one_broken_event_hides_no_other() -> None:
    parts = "<vevent><uid>b</uid><dtstart>soon</dtstart></vevent>", f"<vevent><uid>u</uid>{START}</vevent>", "<vevent/>"
    first, second, third = decode_draft_xcal(payload(*parts), "item")
    assert (first.uid, bool(first.problem), second.uid, second.problem) == ("b", True, "u", "")
    assert third.problem
    for nothing in (payload(), payload(outer="icalendar")):
        with pytest.raises(PayloadError):
            decode_draft_xcal(nothing, "item")


def test_what_is_not_of_the_draft_stays_where_it_is() -> None:
    before = payload(
        f"<version>2.0</version><vevent><uid>u</uid>{START}<mood xmlns='urn:example'>fine</mood>"
        "<attendee cn='Bram' role='CHAIR' partstat='NEEDS-ACTION'>mailto:b@example.org</attendee></vevent>"
    )
    after = tostring(encode_draft_xcal([answered(*decode_draft_xcal(before, "item"))], before)).decode()
    assert after == tostring(before).decode().replace(
        'cn="Bram" role="CHAIR" partstat="NEEDS-ACTION"', 'role="CHAIR" cn="Bram" partstat="ACCEPTED"'
    )


def answered(event: Event) -> Event:
    return replace(event, attendees=(Person("Bram", "b@example.org", "accepted"),))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(several())
def test_c_pay_09_what_is_written_has_no_typed_values(events: list[Event]) -> None:
    tags = {element.tag.rpartition("}")[2] for element in encode_draft_xcal(events).iter()}
    assert not tags & {"text", "date-time", "properties", "components", "parameters"}
