"""The demo's story, without a server: what is published decodes to what was meant, at any hour and in any zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice, pairwise
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar import payloads
from c42desktop.calendar.changes import compare
from c42desktop.calendar.meetings import join_link
from c42desktop.calendar.model import CalendarRef, Event, EventType, Status
from c42desktop.calendar.recurrence import occurrences
from c42desktop.calendar.words import sentence, tell
from c42desktop.demo.formats import payload
from c42desktop.demo.plan import TITLES, Plan, Publish, Retract
from c42desktop.demo.prosody import DOMAIN
from c42desktop.demo.story import MEETINGS, beginning, changes

STEPS = 51  # three rounds of the story
ZONES = ("UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati")
MOMENTS = [
    datetime(2026, 11, 22, 14, 0),
    datetime(2026, 11, 22, 23, 30),
    datetime(2026, 12, 31, 23, 59),
    datetime(2028, 2, 28, 0, 0),
    datetime(2026, 3, 28, 23, 30),  # the clocks change this night in Europe, and in October back
    datetime(2026, 3, 29, 0, 59),
    datetime(2026, 10, 25, 1, 30),
    datetime(2026, 3, 8, 0, 30),  # and in America
    datetime(2026, 11, 1, 0, 30),
]


@pytest.fixture(
    params=[(zone, moment) for zone in ZONES for moment in MOMENTS], ids=lambda each: f"{each[0]} {each[1]}"
)
def now(request: pytest.FixtureRequest) -> datetime:
    """A moment at which somebody starts the demo."""
    zone, moment = request.param
    return moment.replace(tzinfo=ZoneInfo(zone))


def _decoded(plan: Plan) -> Event:
    (event,) = payloads.read(payload(plan), plan.item_id)
    return event


def _done(plans: list[Plan], steps: int) -> list[Publish | Retract]:
    return list(chain.from_iterable(islice(changes(plans), steps)))


def _same(moment: date | None, planned: date) -> bool:
    if isinstance(planned, datetime):
        return isinstance(moment, datetime) and moment.timestamp() == planned.timestamp()
    return moment == planned and not isinstance(moment, datetime)


def test_every_event_reads_as_it_was_meant(now: datetime) -> None:
    for plan in beginning(now):
        event = _decoded(plan)
        assert (event.summary, event.location, event.problem) == (plan.title, plan.place, "")
        if plan.kind == "todo":
            assert (event.start, event.due, event.type) == (None, plan.end, EventType.TODO)
        else:
            assert _same(event.start, plan.start), plan
            assert _same(event.end, plan.end), plan
        assert (event.status is Status.CANCELLED) == plan.cancelled
        assert event.recurring == bool(plan.rule)
        assert bool(event.description) == bool(plan.text)


def test_no_event_is_over_before_it_began(now: datetime) -> None:
    for plan in beginning(now):
        start, end = plan.start, plan.end
        if isinstance(start, datetime) and isinstance(end, datetime):
            assert start.timestamp() < end.timestamp(), plan
        else:
            assert start < end, plan


def test_every_calendar_has_something_on_this_week(now: datetime) -> None:
    filled = {
        plan.calendar
        for plan in beginning(now)
        if list(occurrences([_decoded(plan)], now, now + timedelta(days=7), now.tzinfo or UTC))
    }

    assert filled == set(TITLES)


def test_ann_is_among_the_people_by_her_own_address(now: datetime) -> None:
    met = [_decoded(plan).attendees for plan in beginning(now) if plan.people]
    assert met and all(f"ann@{DOMAIN}" in [person.address.removeprefix("mailto:") for person in each] for each in met)


def test_item_ids_are_unique() -> None:
    ids = [plan.item_id for plan in beginning(datetime(2026, 11, 22, 14, tzinfo=UTC))]

    assert len(ids) == len(set(ids))


def test_every_step_is_one_thing_to_tell(now: datetime) -> None:
    plans = beginning(now)
    known: dict[tuple[str, str], tuple[Event, ...]] = {
        (plan.calendar, plan.item_id): (_decoded(plan),) for plan in plans
    }
    for step in _done(plans, STEPS):
        key = step.plan.calendar, step.plan.item_id
        ref = CalendarRef("ann@example.org", "pubsub.example.org", step.plan.calendar)
        after = (_decoded(step.plan),) if isinstance(step, Publish) else ()
        told = list(compare(ref, step.plan.item_id, known.get(key, ()), after, now))
        assert len(told) == 1, step
        text = sentence(tell(told[0], now, now.tzinfo or UTC))
        assert " — " in text
        assert len(text) < 110
        known[key] = after


def test_first_the_design_review_moves_by_an_hour(now: datetime) -> None:
    plans = beginning(now)
    (review,) = (plan for plan in plans if plan.item_id == "review")

    (first,) = next(changes(plans))

    assert isinstance(first, Publish)
    assert first.plan.title == "Design review"
    assert isinstance(first.plan.start, datetime)
    assert isinstance(review.start, datetime)
    assert first.plan.start.timestamp() - review.start.timestamp() == 3600


def test_a_reminder_of_a_video_call_comes_within_the_first_minute_and_a_half(now: datetime) -> None:
    for seconds in (0, 29, 30, 59):
        begun = now + timedelta(seconds=seconds)
        (call,) = (_decoded(plan) for plan in beginning(begun) if plan.item_id == "vera")
        assert isinstance(call.start, datetime)
        wait = call.start.timestamp() - begun.timestamp() - 10 * 60
        assert 30 <= wait <= 90
        assert join_link(call, [MEETINGS]) == f"{MEETINGS}vera"


def test_ann_comes_to_the_design_review_and_is_asked_for_the_budget(now: datetime) -> None:
    events = {plan.item_id: _decoded(plan) for plan in beginning(now)}
    said = {key: {who.name: who.answer for who in events[key].attendees} for key in ("review", "budget")}

    assert said["review"]["Ann Jansen"] == "accepted"
    assert said["review"]["Vera Kok"] == said["budget"]["Ann Jansen"] == ""


def test_five_events_come_and_go_at_once(now: datetime) -> None:
    plans = beginning(now)

    together = [step for step in islice(changes(plans), 17) if len(step) > 1]

    assert [{type(each) for each in step} for step in together] == [{Publish}, {Retract}]
    assert [len(step) for step in together] == [5, 5]


def test_the_train_is_late_and_then_on_time_again(now: datetime) -> None:
    plans = beginning(now)
    (train,) = (plan for plan in plans if plan.item_id == "utrecht")
    trains = [step.plan for step in _done(plans, 17) if step.plan.item_id == "utrecht"]
    texts = []
    for before, after in pairwise([train, *trains]):
        ref = CalendarRef("ann@example.org", "pubsub.example.org", "travel")
        (change,) = compare(ref, "utrecht", (_decoded(before),), (_decoded(after),), now)
        texts.append(tell(change, now, now.tzinfo or UTC).title)
    assert [text.partition(":")[0] for text in texts] == ["Leave 8 minutes later", "Leave 8 minutes earlier"]
    assert [_decoded(plan).sync_token for plan in (train, *trains)] == [1, 2, 3]


def test_the_story_goes_on_without_end() -> None:
    plans = beginning(datetime(2026, 11, 22, 14, tzinfo=UTC))

    kinds = {type(each) for each in _done(plans, 1000)}

    assert len(kinds) == 2
