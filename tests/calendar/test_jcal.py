"""jCal (RFC 7265) in a JSON container: read whatever is in it, and written as JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import PayloadError, decode
from c42desktop.calendar.payloads.jcal import NAMESPACE, decode_json
from c42desktop.calendar.payloads.jcal_writing import encode_json
from c42desktop.calendar.payloads.recur import recur_parts
from tests.calendar.event_strategies import sent

START = ["dtstart", {}, "date-time", "2026-11-24T09:00:00Z"]
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


def payload(data: object) -> Element:
    element = Element(f"{{{NAMESPACE}}}json")
    element.text = data if isinstance(data, str) else json.dumps(data)
    return element


def event(*properties: Any) -> Event:
    return decode_json(payload(["vcalendar", [], [["vevent", [START, *properties], []]]]), "item")[0]


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        (["rrule", {}, "recur", {"freq": "YEARLY", "until": "2030-01-01T00:00:00Z", "byday": "-1SU", "bymonth": 3}],
         {"rrules": ("FREQ=YEARLY;UNTIL=20300101T000000Z;BYDAY=-1SU;BYMONTH=3",)}),
        (["rrule", {}, "recur", "FREQ=DAILY"], {"rrules": ("FREQ=DAILY",)}),
        (["exdate", {}, "date", "2026-12-01", "2026-12-02"], {"exdates": (date(2026, 12, 1), date(2026, 12, 2))}),
        (["rdate", {}, "period", ["2026-12-01T09:00:00Z", "PT1H"], "2026-12-02T09:00:00Z/PT1H"],
         {"rdates": (datetime(2026, 12, 1, 9, tzinfo=UTC), datetime(2026, 12, 2, 9, tzinfo=UTC))}),
        (["geo", {}, "float", [51.5, 4.25]], {"location": "51.5,4.25"}),
        (["request-status", {}, "text", ["2.0", "Success"]], {"problem": ""}),
        (["SUMMARY", {}, "TEXT", "Upper"], {"summary": "Upper"}),
        (["x-mood", {}, "unknown", "fine"], {"problem": ""}),
        (["sequence", {}, "integer", 3], {"sequence": 3}),
    ],
)  # fmt: skip
def test_c_pay_11_each_type_of_value(data: list[Any], fields: dict[str, Any]) -> None:
    found = event(data)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize("text", ["", " ", "nope", "{}", "[]", "[[]]", "[1]", "null", '"x"', '["vcalendar"]', "[NaN]"])
def test_c_pay_11_what_is_no_calendar_is_a_row_and_is_not_written_into(text: str) -> None:
    (found,) = decode(payload(text), "item")
    assert (found.uid, found.start) == ("item", None) and found.problem.endswith(".")
    if text.strip():  # an empty element is one to be written
        with pytest.raises(PayloadError):
            encode_json([Event("u", start=NINE)], payload(text))


def test_several_calendars_stay_several() -> None:
    calendars = [["vcalendar", [], [["vevent", [["uid", {}, "text", name], START], []]]] for name in "ab"]
    first, second = decode_json(payload(calendars), "item")
    written = encode_json([first, Event("c", start=NINE, modified=NINE)], payload(calendars))
    data = json.loads(written.text or "")
    assert [calendar[0] for calendar in data] == ["vcalendar", "vcalendar"]
    assert [each.uid for each in decode_json(sent(written), "item")] == ["a", "c"]
    assert second.uid == "b"


def test_rules_are_written_as_objects() -> None:
    rule = "FREQ=MONTHLY;UNTIL=20270501T100000Z;INTERVAL=2;BYDAY=-1SU,MO;BYMONTHDAY=1,-1"
    assert recur_parts(rule) == {
        "freq": "MONTHLY",
        "until": "2027-05-01T10:00:00Z",
        "interval": 2,
        "byday": ["-1SU", "MO"],
        "bymonthday": [1, -1],
    }
    written = encode_json([Event("u", start=NINE, rrules=(rule,))]).text or ""
    assert ["rrule", {}, "recur", recur_parts(rule)] in json.loads(written)[2][0][1]


def test_a_zone_is_defined_where_it_is_named() -> None:
    start = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    data = json.loads(encode_json([Event("u", start=start)]).text or "")
    zone, event = data[2]
    assert (zone[0], zone[1]) == ("vtimezone", [["tzid", {}, "text", "Europe/Amsterdam"]])
    assert ["dtstart", {"tzid": "Europe/Amsterdam"}, "date-time", "2026-11-24T09:00:00"] in event[1]


NAMES = st.sampled_from(["vcalendar", "vevent", "valarm", "vtimezone", "standard", "dtstart", "rrule", "summary", "x"])
LEAVES = st.one_of(
    NAMES, st.text(max_size=8), st.integers(), st.none(), st.floats(allow_nan=False), st.just("2026-11-24")
)
DATA = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.dictionaries(st.text(max_size=5), inner, max_size=2),
        st.builds(lambda name, parts: [name, *parts], NAMES, st.lists(inner, max_size=4)),
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(DATA, max_size=4), st.lists(DATA, max_size=4))
def test_c_pay_11_any_json_is_read_and_a_good_event_beside_it_stays(properties: list[Any], others: list[Any]) -> None:
    good = ["vevent", [["uid", {}, "text", "good"], START], []]
    data = payload(["vcalendar", properties, [["vevent", properties, others], good]])
    found = decode_json(data, "item")
    assert ("good", NINE, "") in [(each.uid, each.start, each.problem) for each in found]
    try:
        written = encode_json([*found, Event("new", start=NINE, modified=NINE)], data)
    except PayloadError:
        return
    assert "new" in [each.uid for each in decode_json(sent(written), "item")]
