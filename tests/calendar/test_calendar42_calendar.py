"""What Calendar42 says of a calendar itself, in the forms that it may come in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import pytest

from c42desktop.calendar.payloads import About, PayloadError, decode, encode, parse, read_calendar, read_file
from c42desktop.calendar.payloads.calendar42_calendar import NAMESPACES

FIELDS = {
    "id": 12,
    "name": "Fair",
    "description": "All of it",
    "color": "hsla(207, 70%, 45%, 1)",
    "calendar_type": "ics",
    "first_import": "2026-01-01T00:00:00.000000Z",
    "import_failed": "2026-11-24T03:00:00.000000Z",
}
ABOUT = About("Fair", "All of it", "#227bc3", datetime(2026, 11, 24, 3, tzinfo=UTC))


def in_json(data: object) -> Element:
    made = Element("{urn:xmpp:json:0}json")
    made.text = data if isinstance(data, str) else json.dumps(data)
    return made


def in_xml(namespace: str) -> Element:
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in FIELDS.items())
    return parse(f"<calendar xmlns='{namespace}'>{inside}</calendar>")


@pytest.mark.parametrize(
    "payload", [in_json(FIELDS), in_json({"calendar": FIELDS}), *(in_xml(namespace) for namespace in NAMESPACES)]
)
def test_a_calendar_is_read_from_each_form_and_is_no_event(payload: Element) -> None:
    assert read_calendar(payload) == ABOUT
    assert decode(payload, "item") == ()


@pytest.mark.parametrize(
    "data",
    [
        {"title": "Review", "start": "2026-11-24T09:00:00Z", "calendar_type": "ics"},
        {"events": [FIELDS]},
        {"event": FIELDS, "import_failed": None},
        {"calendar": {"name": "Fair"}},
        {"calendar": "calendar_type"},
        {"name": "Fair"},
        [FIELDS],
        "import_failed",
        '{"import_failed": ',
        "",
    ],
)
def test_what_is_something_else_is_no_calendar(data: object) -> None:
    payload = in_json(data)
    assert read_calendar(payload) is None
    assert decode(payload, "item")


@pytest.mark.parametrize("failed", [None, "", "yesterday", 7, {}, []])
def test_an_import_that_did_not_fail_at_any_time_works(failed: object) -> None:
    found = read_calendar(in_json({**FIELDS, "import_failed": failed}))
    assert found is not None
    assert found.import_failed is None


def test_values_of_other_kinds_cost_only_themselves() -> None:
    found = read_calendar(in_json({"calendar_type": [], "title": {"x": 1}, "description": True, "color": "red"}))
    assert found == About()


def test_a_calendar_cannot_be_written_as_an_event() -> None:
    payload = in_xml(NAMESPACES[0])
    assert encode((), payload, "item").tag == payload.tag
    with pytest.raises(PayloadError):
        encode(decode(in_json({"event_type": "todo", "title": "Buy a lamp"}), "item"), payload, "item")


def test_a_file_with_a_calendar_only_holds_no_event() -> None:
    with pytest.raises(PayloadError, match=r"^a\.xml: The calendar holds no event\.$"):
        read_file(f"<calendar xmlns='{NAMESPACES[0]}'/>".encode(), "a.xml")
