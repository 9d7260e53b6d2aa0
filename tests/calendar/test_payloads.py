"""The table of decoders: files, hostile XML, unknown payloads, xCal and jCal."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree.ElementTree import Element, tostring
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import CalendarRef, Details, Event, Person, Status
from c42desktop.calendar.payloads import FORMATS, PayloadError, decode, encode, parse, read, read_calendar, read_file
from c42desktop.calendar.recurrence import occurrences, series_bounds

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ICS = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Review\r\nDTSTART:20261124T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
XEP = "<event xmlns='urn:xmpp:calendar-events:0'><name>Review</name><start>2026-11-24T09:00:00Z</start></event>"
PUBSUB = "http://jabber.org/protocol/pubsub"
XCAL_NS = "urn:ietf:params:xml:ns:icalendar-2.0"
JCAL = ["vcalendar", [], [["vevent", [
    ["uid", {}, "text", "u1"],
    ["summary", {}, "text", "Review; one, two\nthree"],
    ["dtstart", {"tzid": "Europe/Amsterdam"}, "date-time", "2026-03-27T10:00:00"],
    ["duration", {}, "duration", "PT1H"],
    ["rrule", {}, "recur", {"freq": "WEEKLY", "count": 4, "byday": ["MO", "FR"]}],
    ["exdate", {}, "date-time", "2026-04-03T08:00:00Z", "2026-04-10T08:00:00Z"],
    ["categories", {}, "text", "work", "a,b"],
    ["attendee", {"cn": "Kok, \"V\"", "partstat": "ACCEPTED"}, "cal-address", "mailto:vera@example.org"],
    ["x-other", {}, "unknown", "whatever"],
], []]]]  # fmt: skip


def json_payload(text: str) -> Element:
    element = Element("{urn:xmpp:json:0}json")
    element.text = text
    return element


def xcal(properties: str, outer: str = "icalendar") -> Event:
    event = f"<vevent><properties>{properties}</properties></vevent>"
    version = "<properties><version><text>2.0</text></version></properties>"
    calendar = f"<vcalendar>{version}<components>{event}</components></vcalendar>"
    text = {"icalendar": f"<icalendar>{calendar}</icalendar>", "vcalendar": calendar, "vevent": event}[outer]
    (found,) = decode(parse(text.replace(f"<{outer}>", f"<{outer} xmlns='{XCAL_NS}'>", 1)), "item")
    return found


@pytest.mark.parametrize("outer", ["icalendar", "vcalendar", "vevent"])
def test_c_pay_08_xcal_with_zone_rule_and_exceptions(outer: str) -> None:
    found = xcal(
        "<uid><text>u1</text></uid><summary><text>A; b, c\\n</text></summary>"
        "<dtstart><parameters><tzid><text>Europe/Amsterdam</text></tzid></parameters>"
        "<date-time>2026-03-27T10:00:00</date-time></dtstart><duration><duration>PT1H</duration></duration>"
        "<rrule><recur><freq>WEEKLY</freq><until>2026-05-01</until><byday>MO</byday><byday>FR</byday></recur></rrule>"
        "<exdate><date-time>2026-04-03T08:00:00Z</date-time><date-time>2026-04-10T08:00:00Z</date-time></exdate>"
        "<categories><text>work</text><text>a,b</text></categories>",
        outer,
    )
    assert found.start == datetime(2026, 3, 27, 10, tzinfo=AMSTERDAM)
    assert found.end == datetime(2026, 3, 27, 11, tzinfo=AMSTERDAM)
    assert found.rrules == ("FREQ=WEEKLY;UNTIL=20260501;BYDAY=MO,FR",)
    assert found.exdates == (datetime(2026, 4, 3, 8, tzinfo=UTC), datetime(2026, 4, 10, 8, tzinfo=UTC))
    assert (found.uid, found.summary, found.categories) == ("u1", "A; b, c\\n", ("work", "a,b"))
    assert found.problem == ""


def test_c_pay_08_xcal_date_period_geo_unknown_and_foreign_names() -> None:
    found = xcal(
        "<dtstart><date>2026-05-17</date></dtstart><geo><latitude>51.9</latitude><longitude>4.48</longitude></geo>"
        "<rdate><period><start>2026-06-01T08:00:00Z</start><duration>PT1H</duration></period>"
        "<period><start>2026-06-02T08:00:00Z</start><end>2026-06-02T09:00:00Z</end></period></rdate>"
        "<x-mood><unknown>fine</unknown></x-mood><mood xmlns='urn:example'>fine</mood>"
        "<begin><text>VEVENT</text></begin>"
    )
    assert (found.start, found.end, found.location) == (date(2026, 5, 17), date(2026, 5, 18), "51.9,4.48")
    assert found.rdates == (datetime(2026, 6, 1, 8, tzinfo=UTC), datetime(2026, 6, 2, 8, tzinfo=UTC))
    assert found.problem == ""


def test_c_pay_08_a_numeric_offset_is_not_a_time_of_xcal() -> None:
    assert xcal("<dtstart><date-time>2026-05-17T10:00:00+02:00</date-time></dtstart>").problem


def test_c_pay_11_jcal_in_a_json_container() -> None:
    (found,) = decode(json_payload(json.dumps(JCAL)), "item")
    assert (found.uid, found.summary) == ("u1", "Review; one, two three")
    assert found.start == datetime(2026, 3, 27, 10, tzinfo=AMSTERDAM)
    assert found.rrules == ("FREQ=WEEKLY;COUNT=4;BYDAY=MO,FR",)
    assert (len(found.exdates), found.categories, found.problem) == (2, ("work", "a,b"), "")
    assert (found.attendees[0].name, found.attendees[0].answer) == ('Kok, "V"', "accepted")


@pytest.mark.parametrize("text", ["", "{}", "[]", "nope", "[1]", '"text"', '["vcalendar"]', "[" * 100_000, '[["x y"]]'])
def test_c_pay_11_other_json_is_one_unreadable_row(text: str) -> None:
    (found,) = decode(json_payload(text), "item")
    assert (found.uid, found.start) == ("item", None)
    assert found.problem.endswith(".")


def test_c_pay_11_json_of_another_kind_still_gives_its_title() -> None:
    (found,) = decode(json_payload('{"id": 7, "title": "Train to Utrecht"}'), "item")
    assert found.summary == "Train to Utrecht" and found.problem


def test_c_pay_11_a_broken_event_stays_beside_the_good_one() -> None:
    broken = ["vevent", [["uid", {}, "text", "broken"], ["dtstart", {}, "date-time", "soon"], ["summary"], 7], []]
    good = JCAL[2][0]  # type: ignore[index]
    found = decode(json_payload(json.dumps(["vcalendar", [], [broken, good, "x"]])), "item")
    assert [(event.uid, bool(event.problem)) for event in found] == [("broken", True), ("u1", False)]


def test_c_pay_11_values_cannot_smuggle_lines_in() -> None:
    evil = ["vevent", [["uid\r\nX", {}, "text", "a"], ["uid", {"x": '"\r\nUID:b'}, "uri", "u\r\nDTSTART:20260101"]], []]
    (found,) = decode(json_payload(json.dumps(evil)), "item")
    assert found.start is None and "\n" not in found.uid


def test_c_pay_17_an_unknown_payload_is_a_row_with_its_title() -> None:
    (found,) = decode(parse("<trip xmlns='urn:example:trip'><title> Train </title></trip>"), "trip-1")
    assert (found.uid, found.summary) == ("trip-1", "Train")
    assert found.problem == "This program does not know this kind of event: <trip> of urn:example:trip."


def test_c_pay_17_the_text_of_an_unknown_payload_is_shown() -> None:
    unknown = "<trip xmlns='urn:x' title='Train'><leg/><body><p>Change at</p><p>Utrecht</p></body><title/></trip>"
    (found,) = decode(parse(unknown), "trip-1")
    assert (found.summary, found.description) == ("Train", "Change at\n\nUtrecht")


ENTRY = """<entry xmlns='http://www.w3.org/2005/Atom'><title>News</title>
<summary>short</summary><content type='{kind}'>{content}</content>
<updated>2026-11-24T10:00:00+01:00</updated><link rel='replies' href='https://a.example/replies'/>
<link href='xmpp:a.example?;node=blog'/><link rel='alternate' href='https://a.example/news'/>
<author><name>Ann</name><uri>xmpp:ann@example.org</uri></author>
<category term='a'/><category term='b' label='B'/></entry>"""


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text", "Bring 2 &lt; 3\n\n&amp; four"),
        (
            "html",
            "&lt;script>x()&lt;/script>&lt;p id='a'>Bring&lt;b> 2&lt;/b> &amp;lt; 3&lt;/p>&lt;!-- x -->&lt;p>"
            "&amp;amp; four",
        ),
        ("xhtml", "<div xmlns='http://www.w3.org/1999/xhtml'><p>Bring <i>2</i> &lt; 3</p><p>&amp; four</p></div>"),
    ],
)
def test_c_pay_17_a_post_is_a_row_with_its_text_and_without_a_time(kind: str, content: str) -> None:
    (found,) = decode(parse(ENTRY.format(kind=kind, content=content)), "post")
    assert (found.summary, found.start, found.problem) == ("News", None, "This is a post, not an event.")
    assert found.description == "Bring 2 < 3\n\n& four"
    assert (found.url, found.organizer) == ("https://a.example/news", Person("Ann", "ann@example.org"))
    assert (found.modified, found.categories) == (datetime(2026, 11, 24, 9, tzinfo=UTC), ("a", "B"))


def test_c_pay_17_a_post_with_nothing_but_a_title() -> None:
    (found,) = decode(
        parse("<entry xmlns='http://www.w3.org/2005/Atom'><title type='xhtml'>News</title></entry>"), "post"
    )
    assert found == Event("post", "News", problem="This is a post, not an event.")


@pytest.mark.parametrize(
    "namespace", ["urn:xmpp:calendar-events:0", "urn:xmpp:events:0", "", PUBSUB, f"{PUBSUB}#event"]
)
@pytest.mark.parametrize(("name", "summary"), [("Nurse", "Nurse"), ("", "nurse@capulet.lit")])
def test_c_pay_17_somebody_invited_is_a_row_with_a_name(namespace: str, name: str, summary: str) -> None:
    (found,) = decode(parse(f"<invitee xmlns='{namespace}' jid='nurse@capulet.lit' name='{name}'/>"), "abcdef")
    assert (found.uid, found.summary, found.start) == ("abcdef", summary, None)
    assert found.attendees == (Person(name, "nurse@capulet.lit"),)
    assert found.problem == "This is somebody who is invited to an event, not an event."


def test_c_pay_17_an_invitation_of_nobody_is_a_row_too() -> None:
    (found,) = decode(parse("<invitee/>"), "abcdef")
    assert (found.uid, found.problem) == ("abcdef", "This invitation does not say who is invited.")


@pytest.mark.parametrize(
    "inner",
    [
        " name='Fête'><date>2016-10-01T14:00:00Z</date><description>Bring\n it</description><image src='https://i.example'/>",
        " date='2016-10-01T14:00:00Z'><name>Fête</name><description>Bring\n it</description><image src='https://i.example'/>",
    ],
)
def test_c_pay_17_events_of_libervia_before_there_was_a_standard(inner: str) -> None:
    (found,) = decode(parse(f"<event xmlns='org.salut-a-toi.event:0'{inner}</event>"), "item")
    assert found == Event(
        "item",
        "Fête",
        datetime(2016, 10, 1, 14, tzinfo=UTC),
        description="Bring\n it",
        details=Details(picture="https://i.example"),
    )


def test_c_pay_17_an_event_of_libervia_without_a_readable_date_says_so() -> None:
    (found,) = decode(parse("<event xmlns='org.salut-a-toi.event:0' name='x'><date>soon</date></event>"), "item")
    assert (found.summary, found.problem) == ("x", "The time of this event cannot be read.")


@pytest.mark.parametrize(
    "text",
    [
        "<a",
        "",
        "plain",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        b"<?xml version='1.0' encoding='klingon'?><a/>",
        b"\xff\xfe\x00",
        "<a>\x00</a>",
    ],
)
def test_hostile_or_broken_xml_is_refused_in_one_sentence(text: str | bytes) -> None:
    with pytest.raises(PayloadError) as caught:
        parse(text)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (ICS, "review.ics"),
        ("\ufeff\n" + ICS, "review.txt"),
        (XEP, "review.xml"),
        (f"<?xml version='1.0'?>\n<item id='review'>{XEP}</item>", "other.xml"),
        (f"<item xmlns='http://jabber.org/protocol/pubsub' id='review'>{XEP}</item>", "other.ics"),
        (
            '["vevent",[["summary",{},"text","Review"],["dtstart",{},"date-time","2026-11-24T09:00:00Z"]],[]]',
            "review.json",
        ),
    ],
)
def test_files_are_known_by_their_content(data: str, name: str) -> None:
    (found,) = read_file(data.encode(), name)
    assert (found.uid, found.summary, found.start) == ("review", "Review", datetime(2026, 11, 24, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"<html><body/></html>", "a.ics", "a.ics: This file is not a calendar: it begins with <html>."),
        (b"Dear all,", "a.ics", "a.ics is not a calendar: it begins with “Dear all,”."),
        (b"  ", "a.ics", "a.ics is not a calendar: it is empty."),
        (b"", "a.json", "a.json: The JSON is empty."),
        (b"<item id='x'/>", "a.xml", "a.xml: The item is empty."),
        (b"[1", "a.json", "a.json: This is not JSON."),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a.ics", "a.ics: The calendar holds no event."),
    ],
)
def test_a_file_that_is_no_calendar_is_named_in_one_sentence(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(PayloadError) as caught:
        read_file(data, name)
    assert str(caught.value) == sentence


def test_read_raises_where_decode_tells() -> None:
    with pytest.raises(PayloadError, match=r"does not know"):
        read(Element("x"), "item")


NAMES = [*sorted({name for _, name in FORMATS}), "components", "properties", "dtstart", "summary", "rrule", "recur",
         "date", "date-time", "freq", "text", "geo", "name", "start", "description", "location", "geoloc",
         "online"]  # fmt: skip
SPACES = [*sorted({namespace for namespace, _ in FORMATS}), "http://jabber.org/protocol/geoloc", "", "urn:x"]
TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from([ICS, json.dumps(JCAL), "2026-11-24", "2026-11-24T09:00:00Z", "DAILY", "BEGIN:VEVENT\nEND:VEVENT"]),
)


def build(namespace: str, name: str, text: str, inner: list[Element]) -> Element:
    element = Element(f"{{{namespace}}}{name}" if namespace else name, {"type": "xhtml", "id": text})
    element.text = text
    element.extend(inner)
    return element


def elements(inner: st.SearchStrategy[list[Element]]) -> st.SearchStrategy[Element]:
    return st.builds(build, st.sampled_from(SPACES), st.sampled_from(NAMES), TEXTS, inner)


TREES = st.recursive(elements(st.just([])), lambda children: elements(st.lists(children, max_size=4)), max_leaves=12)


@settings(max_examples=300, deadline=None)
@given(TREES)
def test_decode_never_raises_whatever_the_tree(payload: Element) -> None:
    found = decode(payload, "item")
    assert found or read_calendar(payload) is not None
    assert all(isinstance(event, Event) and event.uid for event in found)


LINES = st.builds(
    "{}{}:{}".format,
    st.sampled_from(["DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "TRIGGER", "RECURRENCE-ID", "GEO",
                     "CATEGORIES", "ATTENDEE", "SUMMARY", "TZOFFSETTO", "BEGIN", "END", "URL", "UID"]),
    st.sampled_from(["", ";VALUE=DATE", ";TZID=Europe/Paris", ";TZID=X", ";VALUE=PERIOD", ";CN=\"a"]),
    st.one_of(
        st.sampled_from(["20261124", "20261124T090000Z", "00010101T000000Z", "99991231", "-PT10M", "P99999999999D",
                         "FREQ=DAILY", "FREQ=YEARLY;COUNT=3", "FREQ=YEARLY;UNTIL=99991231T235959Z",
                         "VALARM", "VEVENT", "VTIMEZONE", "STANDARD", "+0100"]),
        st.text(max_size=20),
    ),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=12))
def test_any_calendar_text_can_be_decoded_shown_and_compared(lines: list[str]) -> None:
    payload = Element("{http://jabber.org/protocol/gw/ical}ical")
    payload.text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])
    events = decode(payload, "item")
    begin = datetime(2026, 11, 1, tzinfo=AMSTERDAM)
    occurrences(events, begin, begin.replace(month=12), AMSTERDAM)
    series_bounds(events)
    assert compare(CalendarRef("a", "s", "n"), "item", events, events, begin) == ()


def test_what_cannot_be_read_is_not_changed_either() -> None:
    payload = Element("{urn:xmpp:json:0}json")
    payload.text = '{"title": "Train"}'
    (known,) = decode(payload, "item")
    assert tostring(encode([known], payload, "item")) == tostring(payload)
    with pytest.raises(PayloadError, match="not a calendar"):
        encode([replace(known, status=Status.CANCELLED)], payload, "item")
