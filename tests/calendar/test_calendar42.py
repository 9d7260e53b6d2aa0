"""Events of Calendar42, in JSON and as elements: read, written, and made to break."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar import payloads
from c42desktop.calendar.model import Attachment, Details, Event, EventType, Invitation, Person, Place, Status
from c42desktop.calendar.payloads import calendar42, calendar42_values, decode, encode
from c42desktop.calendar.payloads.common import PayloadError

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NORMAL: dict[str, Any] = {
    "id": 4711,
    "sync_token": 88,
    "event_type": "normal",
    "title": "Budget 2027",
    "description": "Bring figures",
    "color": "hsla(207, 70%, 45%, 1)",
    "logo": "://cdn.example.org/logo.png",
    "source_url": "://example.org/budget",
    "start": "2026-11-23T09:30:00.000000Z",
    "end": "2026-11-23T10:30:00.906807Z",
    "start_timezone": "Europe/Amsterdam",
    "end_timezone": "Europe/Amsterdam",
    "all_day": False,
    "start_location": {
        "id": 9,
        "text": "Room 12",
        "address": "Coolsingel 40",
        "postcode": "3011 AD",
        "city": "Rotterdam",
        "country": "NL",
        "geo": {"latitude": 51.92, "longitude": 4.48},
        "labels": ["work"],
    },
    "recurrence": False,
    "creator": {"id": 3, "first_name": "Bram", "last_name": "de Vries", "email": "bram@example.org"},
    "modified": "2026-11-20T08:00:00.000000Z",
    "permission": "invited_read",
    "is_invitation": True,
    "invitation": {"actor": {"id": 3, "first_name": "Bram"}, "message": "Please", "created": "2026-11-20T08:00:00Z"},
    "rsvp_status": "not_replied",
    "calendar_ids": [1, 2],
}
WALK = {
    "mode": "walk",
    "start_time": "2026-11-22T16:02:00.000000Z",
    "end_time": "2026-11-22T16:10:00.000000Z",
    "from_location": {"text": "Home"},
    "to_location": {"text": "Rotterdam Centraal"},
    "steps": [{"text": "Turn left"}],
}
TRAIN = {
    "mode": "transit",
    "start_time": "2026-11-22T16:20:00.000000Z",
    "end_time": "2026-11-22T16:58:00.000000Z",
    "duration": 2280,
    "length": 57000,
    "real_time": True,
    "departure_delay": 480,
    "arrival_delay": 480,
    "from_location": {"text": "Rotterdam Centraal", "geo": {"latitude": 51.925, "longitude": 4.469}},
    "to_location": {"text": "Utrecht Centraal"},
}
TRIP: dict[str, Any] = {
    "id": 7,
    "sync_token": 12,
    "event_type": "depart_from",
    "title": "Train to Utrecht",
    "start": "2026-11-22T16:02:00.000000Z",
    "start_timezone": "Europe/Amsterdam",
    "start_location": {"text": "Home"},
    "end_location": {"text": "Utrecht Centraal"},
    "trip": {"state": "success", "query_parameters": {"speed": 5}, "data": {"legs": [WALK, TRAIN]}},
    "length": 58000,
    "related_event": 4711,
    "time_buffer": 600,
}


def container(data: object) -> Element:
    element = Element("{urn:xmpp:json:0}json")
    element.text = data if isinstance(data, str) else json.dumps(data)
    return element


def elements(data: dict[str, Any], ns: str = calendar42.NAMESPACES[0]) -> Element:
    """The same fields as elements."""

    def fill(parent: Element, value: object) -> None:
        if isinstance(value, dict):
            for key, each in value.items():
                for one in each if isinstance(each, list) and key != "legs" else [each]:
                    fill(_child(parent, ns, key), one)
        elif isinstance(value, list):
            for one in value:
                fill(_child(parent, ns, "leg"), one)
        elif value is not None:
            parent.text = str(value).lower() if isinstance(value, bool) else str(value)

    root = Element(f"{{{ns}}}event")
    fill(root, data)
    return root


def _child(parent: Element, ns: str, name: str) -> Element:
    child = Element(f"{{{ns}}}{name}")
    parent.append(child)
    return child


def read(data: object) -> Event:
    (event,) = decode(container(data), "item")
    return event


def read_normal(**fields: object) -> Event:
    return read({**NORMAL, **fields})


def test_c_pay_18_an_event_is_read_whole() -> None:
    event = read(NORMAL)
    assert (event.uid, event.sync_token, event.type, event.summary) == ("4711", 88, EventType.NORMAL, "Budget 2027")
    assert (event.start, event.end) == (
        datetime(2026, 11, 23, 10, 30, tzinfo=AMSTERDAM),
        datetime(2026, 11, 23, 11, 30, 0, 906807, tzinfo=AMSTERDAM),
    )
    assert (event.timezone, event.all_day, event.busy, event.problem) == ("Europe/Amsterdam", False, True, "")
    assert event.location == "Room 12, Coolsingel 40, 3011 AD Rotterdam, NL"
    assert event.details.places == (Place(event.location, 51.92, 4.48, "9"),)
    assert (event.color, event.url) == ("#227bc3", "https://example.org/budget")
    assert event.details.picture == "https://cdn.example.org/logo.png"
    assert event.organizer == Person("Bram de Vries", "bram@example.org")
    assert event.modified == datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert (event.personal.answer, event.personal.permission) == ("needs-action", "invited_read")
    assert event.personal.invitation == Invitation(Person("Bram"), "Please", datetime(2026, 11, 20, 8, tzinfo=UTC))


@pytest.mark.parametrize("ns", calendar42.NAMESPACES)
@pytest.mark.parametrize("data", [NORMAL, TRIP])
def test_c_pay_18_elements_say_the_same_as_json(ns: str, data: dict[str, Any]) -> None:
    assert decode(elements(data, ns), "item") == (read(data),)


def test_c_pay_18_a_trip_has_legs_whose_times_hold_their_delays() -> None:
    event = read(TRIP)
    assert (event.type, event.location, event.related) == (EventType.DEPART_FROM, "Home", ("4711",))
    assert event.buffer == timedelta(minutes=10)
    assert event.end == datetime(2026, 11, 22, 17, 58, tzinfo=AMSTERDAM), "computed: the end of its last leg"
    trip = event.trip
    assert trip is not None
    assert (trip.destination, trip.state, trip.length) == (Place("Utrecht Centraal"), "success", 58000)
    walk, train = trip.legs
    assert (walk.mode, walk.origin, walk.destination) == ("walk", Place("Home"), Place("Rotterdam Centraal"))
    assert (train.start, train.departure_delay) == (
        datetime(2026, 11, 22, 17, 20, tzinfo=AMSTERDAM),
        timedelta(minutes=8),
    )
    assert (train.real_time, train.length, train.origin.latitude) == (True, 57000, 51.925)


def test_c_pay_18_what_is_arrived_by_stands_at_its_end_until_its_start_is_known() -> None:
    end = datetime(2026, 11, 22, 18, tzinfo=AMSTERDAM)
    data = {**TRIP, "event_type": "arrive_by", "start": None, "end": "2026-11-22T17:00:00.000000Z"}
    found = read(data)
    assert (found.start, found.end, found.problem) == (datetime(2026, 11, 22, 17, 2, tzinfo=AMSTERDAM), end, "")
    loading = read({**data, "trip": {"state": "loading"}})
    assert (loading.start, loading.end, loading.problem) == (end, None, "When to leave is not known yet.")
    assert read({**data, "trip": {"state": "error"}}).problem == "No way to get there was found."


def test_c_pay_18_a_route_and_a_to_do_need_no_time() -> None:
    route = read({**TRIP, "event_type": "route", "start": None, "trip": None})
    assert (route.start, route.problem, route.busy, route.trip is not None) == (None, "", False, True)
    todo = read({"id": 1, "event_type": "todo", "title": "Rent", "due": "2026-11-24T11:00:00.000000Z"})
    assert (todo.type, todo.start, todo.due, todo.problem) == (
        EventType.TODO,
        None,
        datetime(2026, 11, 24, 11, tzinfo=UTC),
        "",
    )
    assert read({"event_type": "todo", "due": "2026-11-24"}).due == date(2026, 11, 24)
    assert read({"event_type": "normal", "title": "When"}).problem == "This event has no start time."


def test_c_pay_18_a_time_block_does_not_make_one_busy() -> None:
    block = read_normal(event_type="time_block")
    assert (block.type, block.busy) == (EventType.TIME_BLOCK, False)
    assert read_normal(event_type="of another kind").type is EventType.NORMAL


@pytest.mark.parametrize(
    ("start", "end", "zone", "days"),
    [
        ("2026-11-23T00:00:00.000000Z", "2026-11-25T00:00:00.000000Z", "Europe/Amsterdam", (23, 25)),
        ("2026-11-22T23:00:00.000000Z", "2026-11-24T23:00:00.000000Z", "Europe/Amsterdam", (23, 25)),
        ("2026-11-23T05:00:00.000000Z", "2026-11-24T05:00:00.000000Z", "America/New_York", (23, 24)),
        ("2026-11-23T00:00:00.000000Z", "2026-11-25T00:00:00.000000Z", "America/New_York", (23, 25)),
        ("2026-11-23T00:00:00.000000Z", "2026-11-23T00:00:00.000000Z", "", (23, 24)),
        ("2026-11-23", None, "Pacific/Auckland", (23, 24)),
    ],
)
def test_c_pay_18_all_day_is_from_midnight_to_midnight(
    start: str, end: str | None, zone: str, days: tuple[int, int]
) -> None:
    event = read_normal(start=start, end=end, start_timezone=zone, end_timezone=zone, all_day=True)
    assert (event.start, event.end) == tuple(date(2026, 11, day) for day in days)


def test_c_pay_14_a_zone_nobody_knows_leaves_the_instant() -> None:
    event = read_normal(start_timezone="Mars/Olympus")
    assert (event.start, event.timezone) == (datetime(2026, 11, 23, 9, 30, tzinfo=UTC), "Mars/Olympus")
    assert read_normal(start_timezone="../../etc/passwd").start == event.start
    floating = read_normal(start="2026-11-23T09:30:00", start_timezone="")
    assert floating.problem == "This event does not say in which time zone its time is."


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("cancelled", Status.CANCELLED),
        ("Canceled", Status.CANCELLED),
        ("done", Status.COMPLETED),
        ("new", Status.CONFIRMED),
    ],
)
def test_c_pay_04_a_state_that_says_cancelled(state: str, status: Status) -> None:
    assert read_normal(state=state).status is status


def test_c_pay_18_what_is_removed_has_nothing_but_its_id() -> None:
    event = read({"id": 4711, "permission": "removed", "sync_token": 90})
    assert (event.removed, event.uid, event.sync_token, event.problem) == (True, "4711", 90, "")


def test_c_pay_18_an_instance_of_a_series_is_an_event_of_its_own() -> None:
    event = read_normal(recurrence=True, recurrence_parent=4000, related_event=[1, {"id": 2}])
    assert (event.related, event.recurring, event.problem) == (("1", "2", "4000"), False, "")


@pytest.mark.parametrize("wrapper", ["events", "data"])
def test_c_pay_18_a_list_in_an_object_is_read(wrapper: str) -> None:
    found = decode(container({wrapper: [NORMAL, TRIP, 7], "sync_token": 99}), "item")
    assert [event.summary for event in found] == ["Budget 2027", "Train to Utrecht"]
    assert read({"event": TRIP}).uid == "7"


def test_c_pay_18_several_elements_in_one_are_read() -> None:
    root = Element(f"{{{calendar42.NAMESPACES[1]}}}events")
    root.extend([elements(NORMAL, calendar42.NAMESPACES[1]), elements(TRIP, calendar42.NAMESPACES[1])])
    assert decode(root, "item") == (read(NORMAL), read(TRIP))
    assert decode(Element(root.tag), "item")[0].problem == "The calendar holds no event."


def test_c_pay_18_a_file_with_an_object_in_it_is_read() -> None:
    assert payloads.read_file(json.dumps(TRIP).encode(), "trip.json") == (read(TRIP),)


# -- what is broken -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"start": "soon"}, "The time of this event cannot be read."),
        ({"start": 1764000000}, "The time of this event cannot be read."),
        ({"end": {"at": 1}}, "The end of this event cannot be read."),
        ({"due": "Friday"}, "When this is due cannot be read."),
    ],
)
def test_c_pay_02_a_time_that_cannot_be_read_costs_that_time(fields: dict[str, object], problem: str) -> None:
    event = read_normal(**fields)
    assert (event.summary, event.location[:7], event.problem) == ("Budget 2027", "Room 12", problem)


@pytest.mark.parametrize(
    "bad", [None, True, [], {}, 10**400, 1e308, "x" * 10_000, [[[]]], {"id": {"id": {}}}, "\ud800"]
)
@pytest.mark.parametrize("name", sorted({*NORMAL, *TRIP, "is_suggestion", "due", "state", "recurrence_parent"}))
def test_a_bad_value_costs_its_field_only(name: str, bad: object) -> None:
    event = read({**NORMAL, **TRIP, name: bad})
    assert isinstance(event, Event)
    assert event.problem != "This event cannot be read."
    assert name == "title" or event.summary == "Train to Utrecht" or event.removed


@pytest.mark.parametrize(
    "text",
    [
        '{"start":' * 100_000,
        "[" * 5 + "{" * 100_000,
        '{"events": [' + '{"id": ' * 50_000,
        '{"title": "Cut o',
        '{"start": 1, "title": "\\ud800"}',
        '{"sync_token": 1' + "0" * 400 + ', "title": "a"}',
        '{"sync_token": ' + "9" * 100_000 + ', "start": "2026-11-22"}',
        '{"sync_token": NaN, "length": -Infinity, "time_buffer": 1e999, "start": "2026-11-22"}',
        '{"id": 1, "id": 2, "start": "2026-11-22"}',
        '{"trip": {"data": {"legs": [1, null, [], "x", {"mode": 7, "start_time": []}]}}, "event_type": "depart_from"}',
        '{"start_location": {"geo": {"latitude": "NaN", "longitude": 1e400}}, "start": "2026-11-22"}',
    ],
)
def test_hostile_json_raises_nothing_else(text: str) -> None:
    for way in (lambda: calendar42.events_from_json(text, "item"), lambda: calendar42.encode_json([], container(text))):
        try:
            way()
        except PayloadError as error:
            assert str(error).endswith(".")


def test_a_number_without_end_costs_itself() -> None:
    text = json.dumps(NORMAL).replace("88", "9" * 100_000).replace("51.92", "NaN")
    (event,) = calendar42.events_from_json(text, "item")
    assert (event.summary, event.sync_token, event.details.places[0].latitude) == ("Budget 2027", 0, None)


def test_what_is_written_is_json_even_where_what_was_there_is_not() -> None:
    odd = '{"id": 1, "title": "Odd", "start": "2026-11-22", "mood": NaN, "pay": -Infinity, "far": 1e999}'
    written = encode([replace(read(odd), summary="Even")], container(odd), "item")
    data = json.loads(written.text or "", parse_constant=pytest.fail)
    assert (data["title"], data["mood"], data["far"]) == ("Even", None, None)


def test_other_json_is_no_event() -> None:
    assert read({"title": "Train to Utrecht"}).problem == "The JSON is not a calendar."
    assert read({"events": []}).problem == "The calendar holds no event."
    assert read({"id": 1, "start": "0001-01-01T00:00:00Z", "start_timezone": "Pacific/Apia"}).problem


def test_elements_nested_for_ever_end_somewhere() -> None:
    deep = root = Element(f"{{{calendar42.NAMESPACES[0]}}}event")
    for _level in range(100_000):
        deep.append(Element(f"{{{calendar42.NAMESPACES[0]}}}trip"))
        deep = deep[0]
    assert decode(root, "item")[0].uid == "item"


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*NORMAL, *TRIP, *TRAIN, "legs"]), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*NORMAL, *TRIP]), ANY, min_size=1))
def test_whatever_an_object_holds_is_an_event_or_a_sentence(data: dict[str, Any]) -> None:
    element = container(data)
    try:
        events = calendar42.decode_json(element, "item")
    except PayloadError:
        return
    assert all(isinstance(event, Event) for event in events)
    tostring(calendar42.encode_json(events, element))


# -- written --------------------------------------------------------------------------------------------------------


def changed(data: dict[str, Any], **fields: object) -> dict[str, Any]:
    event = replace(read(data), **fields)  # type: ignore[arg-type]
    written: dict[str, Any] = json.loads(encode([event], container(data), "item").text or "")
    assert decode(container(written), "item") == (event,)
    return written


def test_what_is_not_changed_stays_as_it_was() -> None:
    for data in (NORMAL, TRIP):
        assert changed(data) == data
        assert changed({**data, "mood": {"a": [1]}}, summary="Other") == {**data, "mood": {"a": [1]}, "title": "Other"}


def test_a_leg_that_changes_leaves_what_else_is_known_of_the_trip() -> None:
    trip = read(TRIP).trip
    assert trip is not None
    written = changed(TRIP, trip=replace(trip, state="error"))
    assert written["trip"]["query_parameters"] == {"speed": 5}
    assert written["start"] == TRIP["start"]


def test_a_field_that_goes_is_left_out_and_null_stays_null() -> None:
    written = changed({**NORMAL, "icon": None}, description="", due=date(2026, 11, 24))
    assert "description" not in written
    assert (written["icon"], written["due"]) == (None, "2026-11-24")


def test_one_event_of_a_list_is_changed() -> None:
    data = {"events": [NORMAL, TRIP], "sync_token": 99}
    first, second = decode(container(data), "item")
    written = json.loads(encode([first, replace(second, summary="Later")], container(data), "item").text or "")
    assert written == {**data, "events": [NORMAL, {**TRIP, "title": "Later"}]}


@pytest.mark.parametrize("data", [NORMAL, TRIP])
def test_an_event_is_written_and_read_again(data: dict[str, Any]) -> None:
    event = read({**data, "start_location": {"text": "Home"}})
    for payload in (encode([event], Element("{urn:xmpp:json:0}json")), calendar42.encode_event([event])):
        again = fromstring(tostring(payload))
        assert decode(again, "item") == (event,)


def test_elements_are_changed_one_by_one() -> None:
    payload = elements({**TRIP, "mood": "good"})
    event = replace(read(TRIP), summary="Other", buffer=None)
    written = encode([event], payload, "item")
    assert decode(written, "item") == (event,)
    ns = f"{{{calendar42.NAMESPACES[0]}}}"
    assert (written.findtext(f"{ns}mood"), payload.findtext(f"{ns}title")) == ("good", "Train to Utrecht")


def test_a_series_cannot_be_written() -> None:
    with pytest.raises(PayloadError, match=r"no events that repeat\.$"):
        calendar42.encode_json([Event("a", "Stand-up", datetime(2026, 11, 22, tzinfo=UTC), rrules=("FREQ=DAILY",))])


def test_files_are_not_left_out_without_a_word() -> None:
    file = Attachment("https://files.example.org/plan.pdf", "plan.pdf")
    event = Event("a", "Stand-up", datetime(2026, 11, 22, tzinfo=UTC), details=Details(attachments=(file,)))
    for encode_it in (calendar42.encode_json, calendar42.encode_event):
        with pytest.raises(PayloadError, match=r"^This format has no place for files\.$"):
            encode_it([event])


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_comes_back(value: int) -> None:
    color = f"#{value:06x}"
    assert calendar42_values.color(calendar42_values.hsla(color)) == color


@pytest.mark.parametrize(
    "text", ["hsla(1)", "red", "hsla(1, 2%, 3%, 1", "hsla(a, b%, c%, 1)", "#12345", "hsla(" + "9" * 999]
)
def test_what_is_no_colour_is_none(text: str) -> None:
    assert calendar42_values.color(text) == ""


@pytest.mark.parametrize("uid", [4711, None])
def test_events_of_one_id_are_changed_each_in_its_own_place(uid: int | None) -> None:
    first, second = ({**NORMAL, "id": uid, "title": title, "own": title} for title in ("A", "B"))
    payload = container({"events": [first, second]})
    found = decode(payload, "item")
    written = encode([found[0], replace(found[1], summary="C")], payload, "item")
    after = json.loads(written.text or "")["events"]
    assert [(each["title"], each["own"]) for each in after] == [("A", "A"), ("C", "B")]


def test_json_that_is_no_calendar_is_not_written_over() -> None:
    payload = container({"title": "Train", "shares": 12})
    (event,) = decode(payload, "item")
    with pytest.raises(PayloadError, match="not a calendar"):
        encode([replace(event, summary="Other")], payload, "item")
