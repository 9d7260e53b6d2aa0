"""Events and changes survive the way into the store and out again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.calendar.model import (
    Alarm,
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    Moment,
    Person,
    Status,
)
from c42desktop.store.codec import dump_change, dump_event, dump_moment, load_change, load_event, load_moment

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
REF = CalendarRef("ann@example.org", "pubsub.example.org", "team")

_zones = st.one_of(
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
_events = st.builds(
    Event,
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
