"""Events and changes survive the way into the store and out again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.calendar.defined_zone import DefinedZone, Observance, defined_zone
from c42desktop.calendar.model import (
    Alarm,
    Attachment,
    CalendarRef,
    Change,
    ChangeKind,
    Details,
    Event,
    EventType,
    FieldChange,
    Invitation,
    Leg,
    Moment,
    Person,
    Personal,
    Place,
    Question,
    Status,
    Trip,
)
from c42desktop.calendar.recurrence import occurrences
from c42desktop.store.codec import dump_change, dump_event, dump_moment, load_change, load_event, load_moment

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
REF = CalendarRef("ann@example.org", "pubsub.example.org", "team")

_OFFICE = DefinedZone(
    "Büro",
    (
        Observance(
            datetime(1996, 10, 27, 3), timedelta(hours=1), timedelta(hours=2), rule="FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
        ),
        Observance(
            datetime(1981, 3, 29, 2),
            timedelta(hours=2),
            timedelta(hours=1),
            True,
            "ST",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        ),
    ),
)
OFFICE = defined_zone(_OFFICE.definition)
_zones = st.one_of(
    st.just(OFFICE),
    st.none(),
    st.just(UTC),
    st.sampled_from(["Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "UTC"]).map(ZoneInfo),
    st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
_moments = st.one_of(st.dates(), st.datetimes(timezones=_zones))
_people = st.builds(Person, st.text(max_size=20), st.text(max_size=20), st.sampled_from(["", "accepted"]))


def _whole(span: timedelta) -> timedelta:
    return timedelta(seconds=round(span.total_seconds()))


_alarms = st.one_of(
    st.builds(Alarm, before=st.timedeltas(timedelta(days=-9), timedelta(days=9)).map(_whole)),
    st.builds(Alarm, at=st.datetimes(timezones=st.just(UTC))),
)
_lengths = st.timedeltas(timedelta(days=-9), timedelta(days=9)).map(_whole)
_degrees = st.none() | st.floats(-180, 180)
_places = st.builds(Place, st.text(max_size=5), _degrees, _degrees, st.text(max_size=5))
_instants = st.datetimes(timezones=st.just(UTC))
_texts = st.text(max_size=5)
_legs = st.builds(
    Leg,
    mode=st.sampled_from(["car", "transit", "bicycle", "walk"]),
    start=st.none() | _instants,
    origin=_places,
    departure_delay=_lengths,
    real_time=st.booleans(),
    length=st.integers(0, 10**6),
)
_trips = st.builds(Trip, destination=_places, legs=st.lists(_legs, max_size=2).map(tuple), state=_texts)
_questions = st.builds(Question, _texts, options=st.lists(st.tuples(_texts, _texts), max_size=2).map(tuple))
_details = st.builds(
    Details,
    places=st.lists(_places, max_size=2).map(tuple),
    attachments=st.lists(st.builds(Attachment, _texts, size=st.integers(0, 9)), max_size=2).map(tuple),
    questions=st.lists(_questions, max_size=2).map(tuple),
    languages=st.lists(_texts, max_size=2).map(tuple),
    progress=st.integers(0, 100),
)
_personal = st.builds(
    Personal,
    answer=_texts,
    invitation=st.none() | st.builds(Invitation, _people, created=st.none() | _instants),
)
_events = st.builds(
    Event,
    type=st.sampled_from(EventType),
    due=st.none() | _moments,
    busy=st.booleans(),
    trip=st.none() | _trips,
    buffer=st.none() | _lengths,
    personal=_personal,
    details=_details,
    sync_token=st.integers(0, 2**60),
    uid=st.text(max_size=20),
    summary=st.text(max_size=20),
    start=st.none() | _moments,
    end=st.none() | _moments,
    status=st.sampled_from(Status),
    location=st.text(max_size=10),
    description=st.text(max_size=10),
    url=st.text(max_size=10),
    timezone=st.text(max_size=10),
    categories=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    organizer=st.none() | _people,
    attendees=st.lists(_people, max_size=2).map(tuple),
    alarms=st.lists(_alarms, max_size=2).map(tuple),
    rrules=st.lists(st.just("FREQ=DAILY"), max_size=1).map(tuple),
    rdates=st.lists(_moments, max_size=2).map(tuple),
    exdates=st.lists(_moments, max_size=2).map(tuple),
    recurrence_id=st.none() | _moments,
    problem=st.text(max_size=10),
)


@given(_events)
def test_every_event_survives(event: Event) -> None:
    assert load_event(json.loads(json.dumps(dump_event(event)))) == event


@pytest.mark.parametrize(
    "moment",
    [
        date(2026, 11, 22),
        datetime(2026, 11, 22, 14),
        datetime(2026, 11, 22, 14, 0, 0, 123456, tzinfo=UTC),
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM),
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1),
        datetime(2026, 11, 22, 14, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
    ],
)
def test_a_moment_keeps_its_kind_zone_and_fold(moment: Moment) -> None:
    loaded = load_moment(json.loads(json.dumps(dump_moment(moment))))
    assert loaded == moment
    assert type(loaded) is type(moment)
    if isinstance(moment, datetime) and isinstance(loaded, datetime):
        assert (loaded.utcoffset(), loaded.fold, str(loaded.tzinfo)) == (
            moment.utcoffset(),
            moment.fold,
            str(moment.tzinfo),
        )


def test_a_change_survives_with_its_event_and_fields() -> None:
    change = Change(
        ChangeKind.CHANGED,
        REF,
        "i1",
        "Design review",
        datetime(2026, 11, 22, 13, tzinfo=UTC),
        (FieldChange("start", "2026-11-22T14:00:00+01:00", "2026-11-22T15:00:00+01:00"), FieldChange("url", None, "x")),
        Event("u", "Design review", datetime(2026, 11, 22, 15, tzinfo=AMSTERDAM)),
    )
    loaded = load_change(dump_change(change), REF, "i1", 7)
    assert loaded == change
    assert loaded.id == 7


def test_people_and_alarms_of_version_1_are_read() -> None:
    old = {"uid": "u", "attendees": [["Ann", "ann@example.org", "accepted"]], "alarms": [[600.0, None]]}
    event = load_event(old)
    assert event.attendees == (Person("Ann", "ann@example.org", "accepted"),)
    assert event.alarms == (Alarm(before=timedelta(minutes=10)),)


def test_a_series_in_a_zone_that_its_payload_defines_runs_the_same_after_a_restart() -> None:
    nine = datetime(2026, 10, 24, 9, tzinfo=OFFICE)
    series = Event(
        "u", start=nine, end=nine + timedelta(hours=1), rrules=("FREQ=DAILY",), exdates=(nine,), categories=("a", "=0")
    )
    stored = json.dumps(dump_event(series), ensure_ascii=False)
    loaded = load_event(json.loads(stored))
    assert loaded == series
    assert loaded.start is not None and isinstance(loaded.start, datetime) and loaded.start.tzinfo == OFFICE
    window = datetime(2026, 10, 24, tzinfo=UTC), datetime(2026, 10, 28, tzinfo=UTC)
    hours = [
        hit.start.astimezone(UTC).hour for hit in occurrences([loaded], *window, UTC) if isinstance(hit.start, datetime)
    ]
    assert hours == [8, 8, 8]


def test_a_definition_is_stored_once_for_an_event_whatever_the_number_of_its_dates() -> None:
    nine = datetime(2026, 10, 24, 9, tzinfo=OFFICE)
    series = Event("u", start=nine, rdates=tuple(nine + timedelta(days=day) for day in range(100)))
    assert json.dumps(dump_event(series), ensure_ascii=False).count("Büro") == 1


def test_an_event_without_a_zone_of_its_own_carries_no_definition() -> None:
    assert "zones" not in dump_event(Event("u", start=datetime(2026, 10, 24, 9, tzinfo=AMSTERDAM)))
