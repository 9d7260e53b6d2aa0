"""Writing the iCalendar family: text, xCal, its draft, jCal. What is said of one format must hold for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, SubElement, canonicalize, tostring
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from c42desktop.calendar.model import Alarm, Attachment, Event, EventType, Person, Place, Status
from c42desktop.calendar.payloads import PayloadError, draft_xcal_writing, ical_writing, jcal_writing, xcal_writing
from c42desktop.calendar.payloads.dialect import Dialect
from c42desktop.calendar.payloads.draft_xcal import decode_draft_xcal
from c42desktop.calendar.payloads.ical import decode_ical, ical_element
from c42desktop.calendar.payloads.jcal import decode_json
from c42desktop.calendar.payloads.lines import component_lines, unfolded
from c42desktop.calendar.payloads.xcal import decode_xcal
from tests.calendar.event_strategies import changes, damaged, sent, several

QUIET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NEW_YORK = ZoneInfo("America/New_York")
START = datetime(2026, 11, 24, 15, tzinfo=AMSTERDAM)
ZONED = {"tzid": "Europe/Amsterdam"}
VERA = {"cn": "Vera", "role": "CHAIR", "rsvp": "TRUE", "partstat": "NEEDS-ACTION"}
BRAM = {"cn": "Bram", "role": "OPT-PARTICIPANT", "partstat": "ACCEPTED"}
ZONE = ["vtimezone", [["tzid", {}, "text", "Europe/Amsterdam"]], [["standard", [
    ["dtstart", {}, "date-time", "1970-10-25T03:00:00"],
    ["tzoffsetfrom", {}, "utc-offset", "+01:00"],
    ["tzoffsetto", {}, "utc-offset", "+01:00"],
], []]]]  # fmt: skip
REVIEW = ["vevent", [
    ["uid", {}, "text", "review"],
    ["dtstamp", {}, "date-time", "2026-01-01T00:00:00Z"],
    ["class", {}, "text", "PRIVATE"],
    ["summary", {"language": "en", "x-font": "bold"}, "text", "Review"],
    ["dtstart", {**ZONED, "x-fixed": "yes"}, "date-time", "2026-11-24T15:00:00"],
    ["duration", {}, "duration", "PT1H"],
    ["attendee", VERA, "cal-address", "mailto:vera@example.org"],
    ["attendee", BRAM, "cal-address", "mailto:bram@example.org"],
    ["categories", {}, "text", "work", "team"],
    ["x-mood", {}, "text", "fine"],
    ["rrule", {}, "recur", "FREQ=WEEKLY;COUNT=10"],
    ["exdate", ZONED, "date-time", "2026-12-01T15:00:00", "2026-12-08T15:00:00"],
    ["attach", {"fmttype": "text/plain", "x-hash": "77"}, "uri", "https://example.org/a.txt"],
    ["attach", {"filename": "b.bin", "encoding": "BASE64"}, "binary", "AAAA"],
    ["related-to", {"reltype": "SIBLING"}, "text", "other"],
    ["geo", {}, "float", [51.9, 4.48]],
], [
    ["valarm", [
        ["action", {}, "text", "AUDIO"],
        ["trigger", {}, "duration", "-PT15M"],
        ["repeat", {}, "integer", 2],
        ["duration", {}, "duration", "PT5M"],
        ["x-sound", {}, "text", "bell"],
    ], []],
    ["valarm", [["action", {}, "text", "EMAIL"], ["trigger", {}, "duration", "-P1D"]], []],
    ["valarm", [["action", {}, "text", "DISPLAY"], ["trigger", {}, "duration", "soon"]], []],
]]  # fmt: skip
LATER = ["vevent", [
    ["uid", {}, "text", "review"],
    ["recurrence-id", ZONED, "date-time", "2026-12-15T15:00:00"],
    ["dtstart", ZONED, "date-time", "2026-12-15T16:00:00"],
    ["summary", {}, "text", "Later"],
], []]  # fmt: skip
NOTE = ["vjournal", [["uid", {}, "text", "note"], ["summary", {}, "text", "Kept"]], []]
HEAD = [["version", {}, "text", "2.0"], ["prodid", {}, "text", "-//Other//EN"], ["x-title", {}, "text", "Team"]]
CALENDAR = ["vcalendar", HEAD, [ZONE, REVIEW, LATER, NOTE]]


@dataclass(frozen=True)
class Format:
    """One of the family, and how to look into its payloads."""

    decode: Callable[[Element, str], tuple[Event, ...]]
    encode: Callable[..., Element]
    dialect: Dialect
    make: Callable[[list[Any]], Element]
    roots: Callable[[Element], Sequence[Any]]

    def said(self, payload: Element) -> list[tuple[str, Any]]:
        """All properties in their order, each with the component it is in."""
        return [said for root in self.roots(payload) for said in self._said(root)]

    def _said(self, component: Any) -> list[tuple[str, Any]]:
        dialect, name = self.dialect, self.dialect.name(component)
        properties, components = dialect.properties(component), dialect.components(component)
        read = [dialect.read(properties[place]) for place in range(len(properties))]
        inner = [components[place] for place in range(len(components))]
        parts = [self._said(child) for child in inner if dialect.name(child)]
        return [(name, data) for data in read if data is not None] + [said for part in parts for said in part]


def text_of(payload: Element) -> str:
    return "".join(payload.itertext())


FORMATS = {
    "ical": Format(
        decode_ical,
        ical_writing.encode_ical,
        ical_writing.Dialect(),
        lambda data: ical_element("\n".join(component_lines(data))),
        lambda payload: ical_writing._blocks(unfolded(text_of(payload))),
    ),
    "xcal": Format(
        decode_xcal,
        xcal_writing.encode_xcal,
        xcal_writing.Dialect(),
        lambda data: xcal_writing._around([xcal_writing.Dialect().build(data)]),
        list,
    ),
    "draft": Format(
        decode_draft_xcal,
        draft_xcal_writing.encode_draft_xcal,
        draft_xcal_writing.Dialect(),
        lambda data: draft_xcal_writing.Dialect().build(data),
        lambda payload: [payload],
    ),
    "jcal": Format(
        decode_json,
        jcal_writing.encode_json,
        jcal_writing.Dialect(),
        lambda data: jcal_writing._element(jcal_writing.Dialect().build(data)),
        lambda payload: [jcal_writing.json.loads(text_of(payload))],
    ),
}
EACH = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


@EACH
@QUIET
@given(events=several())
def test_what_is_written_is_read_again(form: Format, events: Sequence[Event]) -> None:
    assert form.decode(sent(form.encode(events)), "item") == tuple(events)


@EACH
@QUIET
@given(change=changes())
def test_what_is_changed_in_a_payload_is_read_again(form: Format, change: tuple[Event, Event]) -> None:
    before, after = change
    assert form.decode(sent(form.encode([after], form.encode([before]))), "item") == (after,)


@EACH
@QUIET
@given(before=several(), after=several())
def test_events_come_and_go_in_a_payload(form: Format, before: Sequence[Event], after: Sequence[Event]) -> None:
    kept = [event for event in before if event.sequence % 2 or event is before[0]]
    other = [event for event in after if all(event.uid != known.uid for known in before)]
    assert form.decode(sent(form.encode([*kept, *other], form.encode(before))), "item") == (*kept, *other)


@EACH
def test_what_was_decoded_is_written_as_it_was(form: Format) -> None:
    payload = form.make(CALENDAR)
    before = canonicalize(tostring(payload))
    written = form.encode(form.decode(payload, "item"), payload)
    assert canonicalize(tostring(written)) == canonicalize(tostring(payload)) == before
    assert written is not payload


def change(**fields: Any) -> Callable[[Event], Event]:
    return lambda event: replace(event, **fields)


def changed_details(**fields: Any) -> Callable[[Event], Event]:
    return lambda event: replace(event, details=replace(event.details, **fields))


VERA_COMES = (Person("Vera", "vera@example.org", "accepted"), Person("Bram", "bram@example.org", "accepted"))
ALARMS = tuple(Alarm(before=timedelta(minutes=minutes)) for minutes in (15, 10, 5))


@EACH
@pytest.mark.parametrize(
    ("name", "to", "params", "value"),
    [
        ("summary", change(summary="Talk; é"), {"x-font": "bold", "language": "en"}, "Talk; é"),
        ("dtstart", lambda event: moved(event, timedelta(days=1)), {"x-fixed": "yes", **ZONED}, "2026-11-25T15:00:00"),
        ("dtend", change(end=START + timedelta(hours=2)), ZONED, "2026-11-24T17:00:00"),
        ("attendee", change(attendees=VERA_COMES), {**VERA, "partstat": "ACCEPTED"}, "mailto:vera@example.org"),
        ("status", change(status=Status.CANCELLED), {}, "CANCELLED"),
        ("location", lambda event: placed(event, "Room 4"), {}, "Room 4"),
        ("categories", change(categories=("work", "team", "new")), {}, "new"),
        ("color", change(color="#ff0000"), {}, "red"),
        ("transp", change(busy=False), {}, "TRANSPARENT"),
        ("last-modified", change(modified=datetime(2026, 11, 2, 3, tzinfo=UTC)), {}, "2026-11-02T03:00:00Z"),
        ("related-to", change(related=("other", "more")), {}, "more"),
        ("priority", changed_details(priority=3), {}, "3"),
    ],
)
def test_one_changed_field_changes_its_property_only(
    form: Format, name: str, to: Callable[[Event], Event], params: dict[str, str], value: str
) -> None:
    payload = form.make(CALENDAR)
    event, other = form.decode(payload, "item")
    written = sent(form.encode([to(event), other], payload))
    before, after = form.said(payload), form.said(written)
    fresh = [said for said in after if said not in before]
    gone = [said for said in before if said not in after]
    assert [said[1][0] for said in fresh] == [name] and {said[1][0] for said in gone} <= {name, "duration"}
    assert [said for said in before if said not in gone] == [said for said in after if said not in fresh]
    ((inside, data),) = fresh
    assert (inside, data[1]) == ("vevent", params)
    assert str(data[3]).replace("\\", "") in (value, value.replace("-", "").replace(":", ""))
    assert form.decode(written, "item") == (to(event), other)


def placed(event: Event, words: str) -> Event:
    return changed_details(places=(Place(words, 51.9, 4.48),))(replace(event, location=words))


def moved(event: Event, by: timedelta) -> Event:
    assert isinstance(event.start, datetime) and isinstance(event.end, datetime)
    return event.moved_to(event.start + by, event.end + by)


@EACH
def test_alarms_that_stay_keep_what_nobody_read(form: Format) -> None:
    payload = form.make(CALENDAR)
    event, other = form.decode(payload, "item")
    day = Alarm(before=timedelta(days=1))
    assert event.alarms == (*ALARMS, day)
    written = form.encode([replace(event, alarms=(*ALARMS, Alarm(before=timedelta(hours=2)))), other], payload)
    alarms = [data for name, data in form.said(written) if name == "valarm"]
    assert [str(data[3]) for data in alarms if data[0] == "trigger"] == ["-PT15M", "-PT2H", "soon"]
    assert [str(data[3]) for data in alarms if data[0] == "action"] == ["AUDIO", "DISPLAY", "DISPLAY"]
    assert [str(data[3]) for data in alarms if data[0] == "x-sound"] == ["bell"]


@EACH
def test_one_event_goes_and_another_comes(form: Format) -> None:
    payload = form.make(CALENDAR)
    event, _later = form.decode(payload, "item")
    lunch = Event("lunch", "Lunch", datetime(2026, 11, 27, 12, tzinfo=NEW_YORK), timezone="America/New_York")
    written = sent(form.encode([event, lunch], payload))
    assert form.decode(written, "item") == (event, lunch)
    uids = [(name, data[3]) for name, data in form.said(written) if data[0] in ("uid", "tzid")]
    zones = sorted(value for name, value in uids if name == "vtimezone")
    assert zones == ["America/New_York", "Europe/Amsterdam"]
    assert [uid for uid in uids if uid[0] != "vtimezone"] == [
        ("vevent", "review"),
        ("vevent", "lunch"),
        ("vjournal", "note"),
    ]


@EACH
def test_the_data_in_a_payload_stays_where_it_is_wanted(form: Format) -> None:
    payload = form.make(CALENDAR)
    event, other = form.decode(payload, "item")
    inline = event.details.attachments[1]
    assert inline == Attachment("", "b.bin")
    more = (inline, Attachment("https://example.org/c", "c", "image/png", 7))
    after = changed_details(attachments=more)(event)
    written = sent(form.encode([after, other], payload))
    assert form.decode(written, "item") == (after, other)
    assert ["AAAA" in str(data[3]) for _name, data in form.said(written) if data[0] == "attach"] == [True, False]


@EACH
def test_an_event_without_uid_is_known_by_its_place(form: Format) -> None:
    payload = form.make(["vcalendar", HEAD, [["vevent", [["dtstart", {}, "date", "2026-11-24"]], []]]])
    (event,) = form.decode(payload, "item")
    written = form.encode([replace(event, summary="Named")], payload)
    assert [data[0] for name, data in form.said(written) if name == "vevent"] == ["dtstart", "summary"]


@EACH
def test_an_event_becomes_a_task(form: Format) -> None:
    payload = form.make(CALENDAR)
    event, other = form.decode(payload, "item")
    task = replace(event, type=EventType.TODO, end=None, due=START + timedelta(days=2))
    written = sent(form.encode([task, other], payload))
    assert form.decode(written, "item") == (task, other)
    assert {name for name, _data in form.said(written)} >= {"vtodo", "vevent", "vjournal"}


@EACH
def test_c_pay_04_a_calendar_sent_to_cancel_is_taken_back(form: Format) -> None:
    payload = form.make(["vcalendar", [["method", {}, "text", "CANCEL"]], [REVIEW, LATER]])
    event, other = form.decode(payload, "item")
    assert (event.status, other.status) == (Status.CANCELLED, Status.CANCELLED)
    back = replace(event, status=Status.CONFIRMED)
    assert form.decode(sent(form.encode([back, other], payload)), "item") == (back, other)


@EACH
def test_a_start_that_cannot_be_read_stays_until_there_is_another(form: Format) -> None:
    broken = ["vevent", [["uid", {}, "text", "b"], ["dtstart", {}, "date-time", "soon"]], []]
    payload = form.make(["vcalendar", HEAD, [broken, LATER]])
    event, other = form.decode(payload, "item")
    written = form.encode([replace(event, summary="Known"), other], payload)
    assert "soon" in str(form.said(written)) and "Known" in str(form.said(written))
    assert form.decode(form.encode([replace(event, start=START), other], written), "item")[0].start == START


@EACH
def test_several_events_and_zones_make_one_whole_calendar(form: Format) -> None:
    events = form.decode(form.make(CALENDAR), "item")
    payload = form.encode(events, stamp=datetime(2026, 1, 2, tzinfo=UTC))
    said = form.said(payload)
    names = {name for name, _data in said}
    assert names == {"vcalendar", "vtimezone", "standard", "daylight", "vevent", "valarm"}
    for needed in ("prodid", "version"):
        assert needed in [data[0] for name, data in said if name == "vcalendar"]
    stamps = [str(data[3]) for name, data in said if name == "vevent" and data[0] == "dtstamp"]
    assert [stamp.replace("-", "").replace(":", "") for stamp in stamps] == ["20260101T000000Z", "20260102T000000Z"]


@EACH
def test_a_time_in_a_named_zone_is_written_there(form: Format) -> None:
    utc = Event("u", "", START.astimezone(UTC), timezone="Europe/Amsterdam", rrules=("FREQ=DAILY",), modified=START)
    (found,) = form.decode(sent(form.encode([utc])), "item")
    assert (found.start, found.timezone) == (START, "Europe/Amsterdam")
    assert isinstance(found.start, datetime) and found.start.tzinfo is AMSTERDAM
    plain = replace(utc, timezone="", start=datetime.fromisoformat("2026-11-24T15:00:00+01:00"))
    assert form.decode(sent(form.encode([plain])), "item")[0].start == START


@EACH
def test_a_zone_nobody_knows_keeps_its_name(form: Format) -> None:
    event = Event("u", "", datetime(2026, 11, 24, 15), timezone="Mars/Olympus", modified=START)
    (found,) = form.decode(sent(form.encode([event])), "item")
    assert replace(found, problem="") == event


@EACH
def test_what_is_too_damaged_to_be_changed_is_refused(form: Format) -> None:
    with pytest.raises(PayloadError):
        form.encode([Event("u", start=START)], form.make(["vcalendar", HEAD, [NOTE]]))


@EACH
def test_a_place_has_words_and_degrees(form: Format) -> None:
    payload = form.make(CALENDAR)
    event, other = form.decode(payload, "item")
    assert (event.location, event.details.places) == ("51.9,4.48", (Place("", 51.9, 4.48),))
    elsewhere = changed_details(places=(Place("Hall", 52.0, 5.0),))(replace(event, location="Hall"))
    assert form.decode(sent(form.encode([elsewhere, other], payload)), "item") == (elsewhere, other)


@EACH
def test_periods_among_the_dates_stay_and_become_no_events(form: Format) -> None:
    dates = ["rdate", {}, "period", "2027-01-01T09:00:00Z/PT3H", "2027-01-02T09:00:00Z/PT4H"]
    payload = form.make(["vcalendar", HEAD, [["vevent", [*REVIEW[1], dates], []]]])
    event, *made = form.decode(payload, "item")
    written = sent(form.encode([replace(event, summary="New"), *made], payload))
    assert form.decode(written, "item")[0] == replace(event, summary="New")
    assert [data[0] for _name, data in form.said(written)].count("uid") == 1
    assert "PT4H" in str([data for _name, data in form.said(written) if data[0] == "rdate"])


@EACH
def test_an_occurrence_made_of_a_period_gets_a_component_once_it_is_changed(form: Format) -> None:
    payload = form.make(["vcalendar", HEAD, [REVIEW]])
    (event,) = form.decode(payload, "item")
    start = START + timedelta(days=7)
    changed = replace(event, summary="Other", recurrence_id=start, rrules=(), exdates=(), sequence=-1)
    found = form.decode(sent(form.encode([event, changed], payload)), "item")
    assert found[0] == event
    assert found[1] == replace(changed, sequence=0)


@EACH
def test_a_changed_occurrence_keeps_what_nobody_read_of_its_series(form: Format) -> None:
    payload = form.make(["vcalendar", HEAD, [ZONE, REVIEW]])
    (event,) = form.decode(payload, "item")
    place = START + timedelta(days=7)
    moved_one = replace(moved(event, timedelta(days=8)), recurrence_id=place, rrules=(), exdates=())
    written = sent(form.encode([event, moved_one], payload))
    assert form.decode(written, "item") == (event, moved_one)
    said = [data for name, data in form.said(written) if name == "vevent"]
    assert [str(data[3]) for data in said if data[0] == "x-mood"] == ["fine", "fine"]
    assert [data[1]["role"] for data in said if data[0] == "attendee"] == ["CHAIR", "OPT-PARTICIPANT"] * 2
    assert [data[0] for data in said].count("rrule") == 1


@EACH
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_payload_is_kept_and_changed_or_refused(form: Format, data: st.DataObject) -> None:
    payload = data.draw(damaged(form.make(CALENDAR)))
    try:
        first, *others = form.decode(payload, "item")
    except PayloadError:
        return
    same = form.encode([first, *others], payload)
    assert canonicalize(tostring(same)) == canonicalize(tostring(payload))
    try:
        written = form.encode([replace(first, summary="New"), *others], payload)
    except PayloadError:
        return
    assert form.decode(sent(written), "item") == (replace(first, summary="New"), *others)


@EACH
@pytest.mark.parametrize(
    ("start", "length"),
    [
        (["dtstart", {}, "date", "2026-11-24"], []),
        (["dtstart", {}, "date", "2026-11-24"], ["duration", {}, "duration", "P3D"]),
        (["dtstart", ZONED, "date-time", "2026-11-24T15:00:00"], ["duration", {}, "duration", "PT3H"]),
        (["dtstart", ZONED, "date-time", "2026-11-24T15:00:00"], ["dtend", ZONED, "date-time", "2026-11-24T18:00:00"]),
    ],
)
def test_an_end_stays_where_only_the_start_moves(form: Format, start: list[Any], length: list[Any]) -> None:
    properties = [["uid", {}, "text", "u"], start, *([length] if length else [])]
    payload = form.make(["vcalendar", HEAD, [ZONE, ["vevent", properties, []]]])
    (event,) = form.decode(payload, "item")
    assert event.start is not None
    earlier = event.moved_to(event.start - timedelta(days=2), event.end)
    assert form.decode(sent(form.encode([earlier], payload)), "item") == (earlier,)
    both = event.moved_to(event.start - timedelta(days=2), event.end - timedelta(days=2) if event.end else None)
    written = form.encode([both], payload)
    assert form.decode(sent(written), "item") == (both,)
    names = [data[0] for name, data in form.said(written) if name == "vevent"]
    assert names == [data[0] for data in properties]


@EACH
def test_the_same_person_twice_is_written_twice(form: Format) -> None:
    payload = form.make(CALENDAR)
    event, other = form.decode(payload, "item")
    vera = event.attendees[0]
    after = replace(event, attendees=(vera, vera), categories=("work", "work", "team", "work", "team"))
    assert form.decode(sent(form.encode([after, other], payload)), "item") == (after, other)


@EACH
def test_an_empty_element_only_names_the_format(form: Format) -> None:
    event = Event("u", "New", START, modified=START, timezone="Europe/Amsterdam")
    blank = Element(form.make(CALENDAR).tag)
    assert form.decode(sent(form.encode([event], blank)), "item") == (event,)


@pytest.mark.parametrize("name", ["xcal", "draft"])
def test_what_is_nested_without_end_is_kept(name: str) -> None:
    form = FORMATS[name]
    payload = form.make(CALENDAR)
    first, *others = form.decode(payload, "item")
    inner = payload
    for _depth in range(50_000):
        inner = SubElement(inner, "{urn:example}deep")
    written = form.encode([replace(first, summary="New"), *others], payload)
    assert form.decode(written, "item")[0].summary == "New"
    assert sum(1 for _each in written.iter("{urn:example}deep")) == 50_000
