"""Events as payloads of XEP-0471: nothing that was understood is lost, and nothing else is touched."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.model import (
    Alarm,
    Attachment,
    Details,
    Event,
    EventType,
    Meeting,
    Person,
    Place,
    Question,
    Status,
)
from c42desktop.calendar.payloads import PayloadError, decode, encode, parse
from c42desktop.calendar.payloads.xep0471 import NAMESPACES
from tests.calendar.xep0471_examples import EVENT, NEW, canonical, read, written
from tests.calendar.xep0471_strategies import xep0471_events, xep0471_payloads


@settings(max_examples=100, deadline=None)
@given(xep0471_events())
def test_c_pay_01_what_is_written_is_read_as_it_was(event: Event) -> None:
    assert read(written(event)) == event


@settings(max_examples=100, deadline=None)
@given(xep0471_payloads(), st.sampled_from([(), ("nl",), ("fr-BE", "en")]))
def test_c_pay_01_what_did_not_change_is_written_as_it_stood(payload: ET.Element, languages: tuple[str, ...]) -> None:
    event = read(payload, *languages)
    assert canonical(encode([event], payload, "item", languages)) == canonical(payload)
    # Also not where something else changed: each part stays by itself.
    assert canonical(encode([replace(event, timezone="Europe/Paris")], payload, "item", languages)) == canonical(
        payload
    )


FIELDS = {
    "summary": {"name"},
    "start end": {"start", "end"},
    "description": {"description"},
    "categories": {"category"},
    "status": {"extra"},
    "places": {"location"},
    "meetings": {"location"},
    "attachments": {"attachments"},
    "picture": {"head-picture"},
    "questions": {"rsvp"},
    "references": {"invitees", "comments", "blog", "schedule", "external"},
    "languages": {"extra"},
    "wheelchair": {"extra"},
}


def taken_over(event: Event, other: Event, names: str) -> Event:
    """The event with these fields, or parts of its details, of the other one."""
    mine = {name: getattr(other, name) for name in names.split() if name in Event.__dataclass_fields__}
    parts = {name: getattr(other.details, name) for name in names.split() if name in Details.__dataclass_fields__}
    return replace(event, **mine, details=replace(event.details, **parts))


def others(payload: ET.Element, names: set[str]) -> Counter[str]:
    """The children of other names, in canonical form."""
    space = payload.tag.removesuffix("event")
    return Counter(canonical(child) for child in payload if child.tag.removeprefix(space) not in names)


@settings(max_examples=150, deadline=None)
@given(xep0471_payloads(), xep0471_events(), st.sampled_from(sorted(FIELDS)))
def test_c_pay_01_one_change_changes_that_and_nothing_else(payload: ET.Element, other: Event, names: str) -> None:
    event = taken_over(read(payload), other, names)
    now = written(event, payload)
    found = read(now)
    assert taken_over(found, event, names) == found
    assert others(now, FIELDS[names]) == others(payload, FIELDS[names])


def test_c_pay_06_a_new_event_with_a_location_alone_has_a_place() -> None:
    assert read(written(replace(EVENT, location="Room 4"))).details.places == (Place("Room 4"),)


def test_c_pay_06_several_new_places_get_ids_of_their_own() -> None:
    two = replace(EVENT, details=Details(places=(Place("Hall"), Place("Garden"))))
    assert [place.id for place in read(written(two)).details.places] == ["main", "place-2"]


def test_the_link_to_a_meeting_is_not_written_as_a_website() -> None:
    online = replace(EVENT, url="https://meet.example/", details=Details(meetings=(Meeting("https://meet.example/"),)))
    assert written(online).find(f"{{{NAMESPACES[0]}}}extra") is None


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (replace(EVENT, rrules=("FREQ=DAILY",)), "An event that repeats cannot be written in this format."),
        (replace(EVENT, recurrence_id=EVENT.start), "An event that repeats cannot be written in this format."),
        (replace(EVENT, alarms=(Alarm(timedelta(0)),)), "An event with reminders cannot be written in this format."),
        (replace(EVENT, organizer=Person("Vera")), "An event with people cannot be written in this format."),
        (replace(EVENT, due=EVENT.end), "A task cannot be written in this format."),
        (replace(EVENT, type=EventType.ROUTE), "This kind of event has no place in this format."),
        (replace(EVENT, start=None), "An event without a time cannot be written in this format."),
        (
            replace(EVENT, start=datetime(2026, 11, 24, 9)),
            "An event without a time zone cannot be written in this format.",
        ),
    ],
)
def test_what_the_format_cannot_say_is_refused_in_one_sentence(event: Event, sentence: str) -> None:
    with pytest.raises(PayloadError) as caught:
        encode([event], NEW)
    assert str(caught.value) == sentence


def test_an_item_holds_one_event() -> None:
    with pytest.raises(PayloadError, match=r"holds one event\.$"):
        encode([EVENT, EVENT], NEW)


def test_a_format_that_is_only_read_is_not_written() -> None:
    with pytest.raises(PayloadError, match=r"^This program cannot write this kind of event: <x> of urn:x\.$"):
        encode([EVENT], ET.Element("{urn:x}x"))


def test_a_payload_nobody_understands_is_kept_as_it_is() -> None:
    payload = parse("<trip xmlns='urn:example:trip'><title>Train</title><leg/></trip>")
    assert canonical(encode(decode(payload, "item"), payload, "item")) == canonical(payload)


@pytest.mark.parametrize(
    ("start", "end", "texts"),
    [
        (date(2026, 11, 24), date(2026, 11, 26), ["2026-11-24", "2026-11-26"]),
        (date(2026, 11, 24), None, ["2026-11-24", "2026-11-25"]),
        (datetime(2026, 11, 24, 9, tzinfo=UTC), None, ["2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"]),
        (
            datetime(2026, 7, 1, 9, 0, 0, 5, tzinfo=ZoneInfo("Europe/Amsterdam")),
            datetime(1890, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam")),
            ["2026-07-01T09:00:00.000005+02:00", "2026-07-01T09:00:00.000005+02:00"],
        ),
        (datetime(1890, 1, 1, tzinfo=timezone(timedelta(seconds=1172))), None, ["1889-12-31T23:40:28Z"] * 2),
    ],
)
def test_c_pay_03_times_are_written_as_xmpp_has_them(start: date, end: date | None, texts: list[str]) -> None:
    payload = written(replace(EVENT, start=start, end=end))
    assert [payload.findtext(f"{{{NAMESPACES[0]}}}{name}") for name in ("start", "end")] == texts


def test_a_new_event_asks_and_attaches() -> None:
    question = Question("attending", "Attending", "list-single", (("yes", "Yes"), ("no", "no")), required=True)
    full = Details(questions=(question,), attachments=(Attachment("https://files.example/a", "a", "text/plain", 3),))
    payload = written(replace(EVENT, details=full))
    assert read(payload).details == full
    form = ET.tostring(payload, encoding="unicode")
    assert "urn:xmpp:calendar-events:rsvp:0" in form and 'type="form"' in form


def test_an_event_of_the_former_namespace_stays_in_it() -> None:
    payload = written(replace(EVENT, status=Status.TENTATIVE), ET.Element(f"{{{NAMESPACES[1]}}}event"))
    assert payload.tag == "{urn:xmpp:events:0}event"
    assert "urn:xmpp:events:extra:0" in "".join(payload.itertext())
