"""An event in the fields of a form, and back: what nobody touched stays exactly as it was."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_fakes import DESIGN, at

from c42desktop.calendar.model import Alarm, Details, Event, Meeting, Person, Status
from c42desktop.calendar.repeating import OTHER, Repeat
from c42desktop.ui.event_draft import Draft, draft_of, event_of, faults, new_event, next_hour, other_rule, with_start
from tests.store.test_codec import _events as any_events

ZONE = "Europe/Amsterdam"
SINGAPORE = ZoneInfo("Asia/Singapore")
LUNCH = Event("lunch", "Lunch", at(23, 12), at(23, 13), timezone=ZONE)


def changed(event: Event, **changes: object) -> Event:
    before = draft_of(event, ZONE)
    return event_of(event, before, replace(before, **changes))  # type: ignore[arg-type]


@given(any_events)
def test_opening_and_saving_an_untouched_event_gives_the_equal_event(event: Event) -> None:
    draft = draft_of(event, ZONE)
    assert event_of(event, draft, draft) == event
    assert faults(draft, draft, new=False) == {}


@given(
    any_events,
    st.sampled_from(
        [
            ("title", "summary", "Another"),
            ("place", "location", "Room 7"),
            ("description", "description", "New words"),
            ("people", "attendees", (Person("", "xmpp:vera@example.org", "needs-action"),)),
            ("alarms", "alarms", (Alarm(before=timedelta(minutes=17)),)),
            ("status", "status", Status.TENTATIVE),
        ]
    ),
)
def test_one_field_changes_nothing_else(event: Event, change: tuple[str, str, object]) -> None:
    name, field, value = change
    wanted = changed(event, **{name: value})
    assert getattr(wanted, field) == value
    assert wanted == replace(event, **{field: value})  # type: ignore[arg-type]


def test_moving_the_start_keeps_the_length_and_the_zone() -> None:
    before = draft_of(LUNCH, ZONE)
    wanted = event_of(LUNCH, before, with_start(before, datetime(2026, 11, 24, 18, 30)))
    assert (wanted.start, wanted.end) == (at(24, 18, 30), at(24, 19, 30))
    assert wanted.timezone == ZONE


def test_an_event_elsewhere_is_shown_and_kept_in_its_zone() -> None:
    there = replace(
        LUNCH, start=datetime(2026, 11, 25, 9, tzinfo=SINGAPORE), end=datetime(2026, 11, 25, 10, tzinfo=SINGAPORE)
    )
    draft = draft_of(there, ZONE)
    assert (draft.zone, draft.start) == ("Asia/Singapore", datetime(2026, 11, 25, 9))
    wanted = changed(there, end=datetime(2026, 11, 25, 11))
    assert wanted.end == datetime(2026, 11, 25, 11, tzinfo=SINGAPORE)
    assert wanted.end.tzinfo is SINGAPORE  # type: ignore[union-attr]


@pytest.mark.parametrize("zone", [UTC, ZoneInfo("UTC"), timezone(timedelta(hours=3))])
def test_what_is_at_no_place_is_shown_in_the_readers_zone(zone: timezone) -> None:
    event = replace(LUNCH, start=at(23, 12).astimezone(zone), end=at(23, 13).astimezone(zone), timezone="UTC")
    assert draft_of(event, ZONE).start == datetime(2026, 11, 23, 12)
    wanted = changed(event, end=datetime(2026, 11, 23, 14))
    assert (wanted.start, wanted.end, wanted.timezone) == (at(23, 12), at(23, 14), ZONE)


def test_floating_times_stay_floating() -> None:
    event = replace(LUNCH, start=datetime(2026, 11, 23, 12), end=datetime(2026, 11, 23, 13), timezone="")
    wanted = changed(event, end=datetime(2026, 11, 23, 14))
    assert (wanted.end, wanted.timezone) == (datetime(2026, 11, 23, 14), "")


def test_an_all_day_event_ends_on_its_last_day() -> None:
    event = Event("freeze", "Freeze", date(2026, 11, 21), date(2026, 11, 25))
    draft = draft_of(event, ZONE)
    assert (draft.all_day, draft.end) == (True, datetime(2026, 11, 24))
    wanted = changed(event, end=datetime(2026, 11, 26))
    assert (wanted.start, wanted.end) == (date(2026, 11, 21), date(2026, 11, 27))
    assert changed(LUNCH, all_day=True).end == date(2026, 11, 24)
    assert isinstance(changed(event, all_day=False).start, datetime)


def test_what_had_no_length_stays_without_it_when_it_moves() -> None:
    event = replace(LUNCH, end=None)
    before = draft_of(event, ZONE)
    moved = event_of(event, before, with_start(before, datetime(2026, 11, 24, 9)))
    assert (moved.start, moved.end) == (at(24, 9), None)
    assert changed(event, end=datetime(2026, 11, 23, 13)).end == at(23, 13)


def test_a_new_series_repeats_on_the_day_of_its_start() -> None:
    series = replace(LUNCH, rrules=("FREQ=WEEKLY;BYDAY=MO;COUNT=9",))
    before = draft_of(series, ZONE)
    after = with_start(before, datetime(2026, 11, 24, 12))
    assert event_of(series, before, after, new=True).rrules == ("FREQ=WEEKLY;COUNT=9",)


def test_the_rule_of_a_series_that_is_there_stays_until_another_is_chosen() -> None:
    series = replace(LUNCH, rrules=("FREQ=WEEKLY;BYDAY=MO;COUNT=9",))
    before = draft_of(series, ZONE)
    after = with_start(before, datetime(2026, 11, 24, 12))
    assert event_of(series, before, after).rrules == series.rrules
    assert not other_rule(before, after), "it may be this one event alone that moves"
    daily = replace(after, repeat=Repeat("DAILY"))
    assert other_rule(before, daily)
    assert event_of(series, before, daily).rrules == ("FREQ=DAILY",)


def test_a_rule_that_no_field_shows_stays_until_another_is_chosen() -> None:
    rule = "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"
    series = replace(LUNCH, rrules=(rule,), exdates=(at(24, 12),))
    assert draft_of(series, ZONE).repeat == OTHER
    assert changed(series, title="Long lunch").rrules == (rule,)
    daily = changed(series, repeat=Repeat("DAILY", count=3))
    assert (daily.rrules, daily.exdates) == (("FREQ=DAILY;COUNT=3",), (at(24, 12),))
    once = changed(series, repeat=Repeat())
    assert (once.rrules, once.exdates) == ((), ())


def test_the_last_day_of_a_new_series_becomes_a_date_with_its_start() -> None:
    series = replace(LUNCH, rrules=("FREQ=DAILY;UNTIL=20261201T225959Z",))
    before = draft_of(series, ZONE)
    assert event_of(series, before, replace(before, all_day=True), new=True).rrules == ("FREQ=DAILY;UNTIL=20261201",)


def test_the_link_goes_where_it_was() -> None:
    call = replace(LUNCH, details=Details(meetings=(Meeting("https://a.example"), Meeting("tel:1"))))
    assert changed(call, link="https://b.example").details.meetings[0] == Meeting("https://b.example")
    assert changed(call, link="").details.meetings == (Meeting("tel:1"),)
    assert changed(LUNCH, link="https://b.example").url == "https://b.example"


def test_what_is_wrong_is_said_of_what_was_touched_only() -> None:
    before = draft_of(DESIGN, ZONE)
    wrong = replace(before, title="", end=before.start - timedelta(minutes=1), link="room 4")
    wrong = replace(wrong, repeat=Repeat("DAILY", until=date(2026, 1, 1)))
    assert set(faults(before, wrong, new=False)) == {"title", "end", "link", "repeat"}
    assert faults(wrong, wrong, new=False) == {}
    assert set(faults(wrong, wrong, new=True)) == {"title"}


def test_a_new_event_begins_at_the_next_full_hour_of_the_day_that_is_looked_at() -> None:
    assert next_hour(at(22, 13, 35), date(2026, 11, 22)) == datetime(2026, 11, 22, 14)
    assert next_hour(at(22, 23, 35), date(2026, 11, 22)) == datetime(2026, 11, 23)
    assert next_hour(at(22, 23, 35), date(2026, 11, 25)) == datetime(2026, 11, 25)
    made = new_event("u", datetime(2026, 11, 22, 14), ZONE)
    assert (made.start, made.end, made.timezone) == (at(22, 14), at(22, 15), ZONE)


def test_every_field_of_a_draft_is_put_back() -> None:
    other = Draft(
        title="x",
        all_day=True,
        start=datetime(2026, 12, 1),
        end=datetime(2026, 12, 2),
        zone="Asia/Tokyo",
        repeat=Repeat("YEARLY"),
        place="x",
        link="https://x.example",
        description="x",
        people=(Person("x"),),
        alarms=(Alarm(before=timedelta(1)),),
        busy=False,
        status=Status.CANCELLED,
    )
    before = draft_of(LUNCH, ZONE)
    for field in fields(Draft):
        if field.name != "dated":
            assert event_of(LUNCH, before, replace(before, **{field.name: getattr(other, field.name)})) != LUNCH, (
                field.name
            )
