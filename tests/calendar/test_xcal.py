"""xCal (RFC 6321) read whole, and what is not of its namespace kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, tostring
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.model import Alarm, Attachment, Event, EventType, Person, Place, Status
from c42desktop.calendar.payloads import PayloadError, parse
from c42desktop.calendar.payloads.xcal import decode_xcal
from c42desktop.calendar.payloads.xcal_writing import encode_xcal
from tests.calendar.event_strategies import sent

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NAMESPACE = "urn:ietf:params:xml:ns:icalendar-2.0"
START = "<dtstart><date-time>2026-11-24T09:00:00Z</date-time></dtstart>"
UID = "<uid><text>u</text></uid>"


def payload(*calendars: str) -> Element:
    return parse(f"<icalendar xmlns='{NAMESPACE}'>{''.join(calendars)}</icalendar>")


def calendar(*components: str, head: str = "") -> str:
    return f"<vcalendar><properties>{head}</properties><components>{''.join(components)}</components></vcalendar>"


def component(properties: str, inner: str = "", name: str = "vevent") -> str:
    return f"<{name}><properties>{properties}</properties><components>{inner}</components></{name}>"


def event(properties: str, inner: str = "") -> Event:
    return decode_xcal(payload(calendar(component(properties, inner))), "item")[0]


@pytest.mark.parametrize(
    ("properties", "fields"),
    [
        (f"{START}<summary><text>  Leading, space;\n  kept\\n as it is </text></summary>",
         {"summary": "Leading, space; kept\\n as it is"}),
        (f"{START}<description><text>One\nTwo</text></description>", {"description": "One\nTwo"}),
        (f"{START}<url><uri>https://example.org/?a=1;b=2,3</uri></url>", {"url": "https://example.org/?a=1;b=2,3"}),
        (f"{START}<sequence><integer>4</integer></sequence>", {"sequence": 4}),
        (f"{START}<transp><text>TRANSPARENT</text></transp>", {"busy": False}),
        (f"{START}<color><text>teal</text></color>", {"color": "#008080"}),
        (f"{START}<status><text>CANCELLED</text></status>", {"status": Status.CANCELLED}),
        (f"{START}<related-to><text>other</text></related-to>", {"related": ("other",)}),
        (f"{START}<duration><duration>PT90M</duration></duration>",
         {"end": datetime(2026, 11, 24, 10, 30, tzinfo=UTC)}),
        (f"{START}<dtstamp><date-time>2026-01-02T03:04:05Z</date-time></dtstamp>",
         {"modified": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)}),
        (f"{START}<categories><text>work</text><text>a,b</text></categories><categories><text>c</text></categories>",
         {"categories": ("work", "a,b", "c")}),
        (f"{START}<attendee><parameters><cn><text>Kok, \"V\"</text></cn><partstat><text>ACCEPTED</text></partstat>"
         "<delegated-from><cal-address>mailto:a@b</cal-address><cal-address>mailto:c@d</cal-address></delegated-from>"
         "</parameters><cal-address>mailto:vera@example.org</cal-address></attendee>",
         {"attendees": (Person('Kok, "V"', "vera@example.org", "accepted"),)}),
        ("<dtstart><date>2026-05-17</date></dtstart>", {"start": date(2026, 5, 17), "end": date(2026, 5, 18)}),
        ("<dtstart><date-time>2026-05-17T10:00:00</date-time></dtstart>", {"start": datetime(2026, 5, 17, 10)}),
        ("<dtstart><parameters><tzid><text>Europe/Amsterdam</text></tzid></parameters>"
         "<date-time>2026-05-17T10:00:00</date-time></dtstart>",
         {"start": datetime(2026, 5, 17, 10, tzinfo=AMSTERDAM), "timezone": "Europe/Amsterdam"}),
        (f"{START}<rrule><recur><freq>MONTHLY</freq><until>2027-05-01T10:00:00Z</until><byday>-1SU</byday>"
         "<bymonthday>1</bymonthday><bymonthday>2</bymonthday></recur></rrule>",
         {"rrules": ("FREQ=MONTHLY;UNTIL=20270501T100000Z;BYDAY=-1SU;BYMONTHDAY=1,2",)}),
        (f"{START}<rdate><period><start>2026-12-01T09:00:00Z</start><duration>PT1H</duration></period></rdate>",
         {"rdates": (datetime(2026, 12, 1, 9, tzinfo=UTC),)}),
        (f"{START}<exdate><date>2026-12-01</date><date>2026-12-02</date></exdate>",
         {"exdates": (date(2026, 12, 1), date(2026, 12, 2))}),
        (f"{START}<geo><latitude>51.5</latitude><longitude>-4.25</longitude></geo>", {"location": "51.5,-4.25"}),
    ],
)  # fmt: skip
def test_c_pay_08_each_type_of_value(properties: str, fields: dict[str, Any]) -> None:
    found = event(properties)
    assert {name: getattr(found, name) for name in fields} == fields
    assert found.problem == ""


def test_c_pay_08_what_few_events_have() -> None:
    found = event(
        f"{START}<location><text>Hall</text></location><geo><latitude>51.5</latitude><longitude>4</longitude></geo>"
        "<attach><parameters><fmttype><text>text/plain</text></fmttype></parameters><uri>https://a.example/b</uri>"
        "</attach><attach><parameters><encoding><text>BASE64</text></encoding><filename><text>c.bin</text></filename>"
        "</parameters><binary>AAAA</binary></attach><image><uri>https://a.example/i.png</uri></image>"
        "<conference><parameters><label><text>Room</text></label></parameters><uri>https://a.example/r</uri>"
        "</conference><priority><integer>2</integer></priority>"
    ).details
    assert found.places == (Place("Hall", 51.5, 4.0),)
    assert found.attachments == (Attachment("https://a.example/b", media_type="text/plain"), Attachment("", "c.bin"))
    assert (found.picture, found.priority) == ("https://a.example/i.png", 2)
    assert [(meeting.link, meeting.name) for meeting in found.meetings] == [("https://a.example/r", "Room")]


def test_c_pay_08_values_nobody_knows_and_other_namespaces_cost_nothing() -> None:
    found = event(
        f"{UID}{START}<x-mood><unknown>fine</unknown></x-mood><x-none/><x-on><boolean>true</boolean></x-on>"
        "<x-at><utc-offset>-05:00</utc-offset></x-at><x-clock><time>10:00:00</time></x-clock>"
        "<request-status><code>2.0</code><description>Success</description><data>x</data></request-status>"
        "<mood xmlns='urn:example'>fine</mood><summary><y xmlns='urn:example'/><text>Seen</text></summary>",
        "<valarm><properties><trigger><duration>-PT5M</duration></trigger></properties></valarm>"
        "<mood xmlns='urn:example'><vevent/></mood>",
    )
    assert (found.uid, found.summary, found.problem) == ("u", "Seen", "")
    assert found.alarms == (Alarm(before=timedelta(minutes=5)),)


def test_c_pay_08_tasks_and_several_calendars() -> None:
    task = component(f"<uid><text>t</text></uid><due>{'<date>2026-11-25</date>'}</due>", name="vtodo")
    found = decode_xcal(payload(calendar(component(UID + START)), calendar(task)), "item")
    assert [(each.uid, each.type, each.due) for each in found] == [
        ("u", EventType.NORMAL, None),
        ("t", EventType.TODO, date(2026, 11, 25)),
    ]


def test_c_pay_08_one_broken_event_hides_no_other() -> None:
    broken = component("<uid><text>b</text></uid><dtstart><date-time>soon</date-time></dtstart><rrule/>")
    first, second, third = decode_xcal(payload(calendar(broken, component(UID + START), "<vevent/>")), "item")
    assert (first.uid, bool(first.problem)) == ("b", True)
    assert (second.uid, second.problem) == ("u", "")
    assert (third.uid, bool(third.problem)) == ("item", True)


def test_c_pay_08_a_definition_of_a_zone_serves_all_events() -> None:
    zone = (
        "<vtimezone><properties><tzid><text>Acme/Office</text></tzid></properties><components><standard><properties>"
        "<dtstart><date-time>1970-01-01T00:00:00</date-time></dtstart><tzoffsetfrom><utc-offset>+04:00</utc-offset>"
        "</tzoffsetfrom><tzoffsetto><utc-offset>+04:00</utc-offset></tzoffsetto></properties></standard></components>"
        "</vtimezone>"
    )
    start = "<dtstart><parameters><tzid><text>Acme/Office</text></tzid></parameters><date-time>2026-05-17T10:00:00"
    (found,) = decode_xcal(payload(calendar(zone, component(f"{start}</date-time></dtstart>"))), "item")
    assert isinstance(found.start, datetime) and found.start.utcoffset() == timedelta(hours=4)


def test_what_is_not_of_xcal_stays_where_it_is() -> None:
    text = calendar(
        component(
            f"{UID}{START}<summary><parameters><altrep><uri>https://a.example</uri></altrep><x-a><uri>b</uri></x-a>"
            "</parameters><mood xmlns='urn:example'>fine</mood><text>Old</text></summary>"
            "<mood xmlns='urn:example'>fine</mood><x-b><unknown>c</unknown></x-b>",
            "<note xmlns='urn:example'/>",
        ),
        head="<version><text>2.0</text></version>",
    )
    before = payload(text)
    (found,) = decode_xcal(before, "item")
    after = encode_xcal([found.moved_to(datetime(2026, 11, 25, 9, tzinfo=UTC), None)], before)
    expected = tostring(before).replace(b"2026-11-24T09", b"2026-11-25T09")
    assert tostring(after) == expected
    named = tostring(encode_xcal([Event("u", "New", found.start)], before)).decode()
    assert "fine</ns1:mood><ns0:text>New</ns0:text>" in named.replace("ns2", "ns1")
    assert "<ns0:x-a><ns0:uri>b</ns0:uri></ns0:x-a>" in named and "altrep" not in named


def test_a_property_with_others_inside_it_is_the_one_that_is_written() -> None:
    """Of several titles the first is read, so that one is changed, whatever is in it."""
    nested = f"{UID}{START}<summary><text>Review</text><properties/></summary><summary><text>Review</text></summary>"
    before = payload(calendar(component(nested)))
    (found,) = decode_xcal(before, "item")
    (after,) = decode_xcal(encode_xcal([replace(found, summary="Retro")], before), "item")
    assert after.summary == "Retro"


@pytest.mark.parametrize("name", ["vevent", "vtodo"])
def test_a_component_that_stands_alone_stays_alone(name: str) -> None:
    alone = parse(component(UID + START, name=name).replace(f"<{name}>", f"<{name} xmlns='{NAMESPACE}'>", 1))
    (found,) = decode_xcal(alone, "item")
    assert (found.uid, found.type is EventType.TODO) == ("u", name == "vtodo")
    assert encode_xcal([found.moved_to(date(2026, 11, 25), date(2026, 11, 26))], alone).tag == alone.tag


def test_a_second_event_needs_a_calendar_around_both() -> None:
    alone = parse(component(UID + START).replace("<vevent>", f"<vevent xmlns='{NAMESPACE}'>", 1))
    (found,) = decode_xcal(alone, "item")
    other = Event("v", start=datetime(2026, 11, 25, 9, tzinfo=AMSTERDAM), timezone="Europe/Amsterdam")
    both = sent(encode_xcal([found, other], alone))
    assert both.tag == f"{{{NAMESPACE}}}icalendar"
    assert [each.uid for each in decode_xcal(both, "item")] == ["u", "v"]


def test_a_calendar_without_an_event_says_so_and_is_not_written_into() -> None:
    nothing = payload(calendar(component(UID, name="vjournal")))
    with pytest.raises(PayloadError, match="notes or busy times"):
        decode_xcal(nothing, "item")
    with pytest.raises(PayloadError):
        encode_xcal([Event("u")], nothing)
