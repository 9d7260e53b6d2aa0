"""What is told by itself and what as one: nothing is lost, nothing waits without need, and there are never too many."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from c42desktop.calendar.model import CalendarRef, Change, ItemRef
from c42desktop.notify.bursts import MOST, MOST_OF_ALL, SETTLED, SPAN, Batch, Bursts
from tests.notify.scenes import TEAM, TRAVEL, change

_numbers = itertools.count(1)


def some(count: int, calendar: CalendarRef = TEAM) -> list[Change]:
    numbers = itertools.islice(_numbers, count)
    return [change(calendar=calendar, item_id=f"item-{number}", number=number) for number in numbers]


def scopes(batches: list[Batch]) -> list[object]:
    return ["item" if isinstance(batch.scope, ItemRef) else batch.scope for batch in batches]


def test_a_single_change_never_waits() -> None:
    bursts = Bursts()
    for number in range(100):
        (batch,) = bursts.plan(some(1), number * 1.001 * SPAN / MOST)
        assert isinstance(batch.scope, ItemRef)
        assert bursts.due() is None


def test_more_than_three_in_ten_seconds_of_a_calendar_are_one() -> None:
    bursts = Bursts()
    for second in range(3):
        assert scopes(bursts.plan(some(1), second)) == ["item"]
    assert scopes(bursts.plan(some(1), 3)) == [TEAM]
    assert scopes(bursts.plan(some(1, TRAVEL), 3.5)) == ["item"]


def test_what_comes_at_once_is_told_at_once() -> None:
    (batch,) = Bursts().plan(four := some(4), 0)
    assert (batch.scope, batch.changes) == (TEAM, tuple(four))


def test_a_burst_counts_on_with_longer_pauses_and_tells_the_last_at_the_end() -> None:
    bursts, sent, told, shown_at = Bursts(), 0, 0, []
    for tenth in range(600):
        at = tenth / 10
        fresh = some(5) if at < 20 else []
        sent += len(fresh)
        for batch in bursts.plan(fresh, at):
            shown_at.append(at)
            told += len(batch.changes)
    assert shown_at == [0, 2, 6, 14, 19.9 + SETTLED]
    assert told == sent
    assert bursts.due() is None


@pytest.mark.parametrize(("quiet", "scope"), [(SPAN - 1, TEAM), (SPAN + 1, "item")])
def test_a_burst_is_over_after_ten_quiet_seconds(quiet: float, scope: object) -> None:
    bursts = Bursts()
    bursts.plan(some(9), 0)
    assert scopes(bursts.plan(some(1), quiet)) == [scope]


def test_many_calendars_at_once_are_one() -> None:
    calendars = [CalendarRef("a", "b", str(number)) for number in range(MOST_OF_ALL + 1)]
    bursts = Bursts()
    first = [each for ref in calendars[:-1] for each in some(1, ref)]
    assert len(bursts.plan(first, 0)) == MOST_OF_ALL
    assert scopes(bursts.plan(some(1, calendars[-1]), 1)) == [None]


def test_what_waits_in_one_calendar_is_told_with_all() -> None:
    bursts = Bursts()
    bursts.plan(some(4), 0)
    assert bursts.plan(waiting := some(2), 0.5) == []
    others = [each for number in range(6) for each in some(1, CalendarRef("a", "b", str(number)))]
    assert bursts.plan(others, 1) == [Batch(None, (*waiting, *others))]
    assert bursts.due() is None


def test_after_being_away_more_than_three_are_one() -> None:
    assert scopes(Bursts().catch_up(some(3), 0)) == ["item"] * 3
    bursts = Bursts()
    assert scopes(bursts.catch_up([*some(2), *some(2, TRAVEL)], 0)) == [None]
    assert bursts.catch_up(some(1), 1) == []
    assert scopes(bursts.catch_up(some(1), 2)) == [None]


def test_a_pause_is_made_up_for_by_one() -> None:
    assert scopes(Bursts().catch_up(some(1), 0, 1)) == ["item"]
    assert scopes(Bursts().catch_up(some(2), 0, 1)) == [None]
    assert Bursts().catch_up([], 0, 1) == []


def test_what_waits_can_be_taken_back() -> None:
    bursts = Bursts()
    bursts.plan(some(4), 0)
    bursts.plan(waiting := some(3), 1)
    assert bursts.take() == waiting
    assert bursts.due() is None
    assert bursts.plan([], 9) == []


STEPS = st.lists(
    st.tuples(
        st.floats(0, 30, allow_nan=False),
        st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=12),
        st.booleans(),
    ),
    max_size=40,
)


@example([(0.0, [(0, 0), (0, 1), (0, 2), (0, 3)], True), (0.0, [(0, 0)], True), (0.0, [(0, 0)], False)])
@example([(0.0, [(0, 0), (0, 1), (0, 2), (0, 3)], False), (0.0, [(0, 0)], False), (0.0, [(0, 0)], True)])
@given(STEPS)
def test_every_change_is_told_once_in_order_and_within_bounds(
    steps: list[tuple[float, list[tuple[int, int]], bool]],
) -> None:
    """Whatever comes when, from several calendars, live or made up for."""
    bursts, at = Bursts(), 0.0
    told: list[Change] = []
    shown: list[float] = []
    sent: list[Change] = []

    def tell(batches: list[Batch]) -> None:
        told.extend(each for batch in batches for each in batch.changes)
        shown.extend(at for _batch in batches)

    def wait_until(instant: float) -> None:
        nonlocal at
        while (due := bursts.due()) is not None and due <= instant:
            at = max(at, due)
            tell(bursts.plan([], at))
        at = instant

    for pause, places, away in steps:
        wait_until(at + pause)
        fresh = [
            change(calendar=CalendarRef("a", "b", str(node)), item_id=str(item), number=len(sent) + number)
            for number, (node, item) in enumerate(places, start=1)
        ]
        sent.extend(fresh)
        tell(bursts.catch_up(fresh, at) if away else bursts.plan(fresh, at))
    wait_until(at + 1000)
    assert sorted(each.id for each in told) == [each.id for each in sent]
    by_item: dict[tuple[str, str], list[int]] = {}
    for each in told:
        by_item.setdefault((each.calendar.node, each.item_id), []).append(each.id)
    assert all(ids == sorted(ids) for ids in by_item.values())
    spans = [sum(begin <= other < begin + SPAN for other in shown) for begin in shown]
    assert max(spans, default=0) <= 2 * MOST_OF_ALL


@pytest.mark.parametrize("calendars", [1, 2, 3, 5, 40])
@pytest.mark.parametrize("seconds", [1, 10, 30, 120])
def test_five_thousand_are_at_most_twelve(calendars: int, seconds: float) -> None:
    """Spread over so many calendars, and coming in over so long a time."""
    bursts, shown = Bursts(), []
    sent = [
        change(calendar=CalendarRef("a", "b", str(number // 10 % calendars)), number=number) for number in range(5000)
    ]
    events = [(number * seconds / 5000, sent[number : number + 10]) for number in range(0, 5000, 10)]
    for at, some in events:
        while (due := bursts.due()) is not None and due <= at:
            shown += bursts.plan([], due)
        shown += bursts.plan(some, at)
    while (due := bursts.due()) is not None:
        assert due <= seconds + SETTLED
        shown += bursts.plan([], due)
    assert sorted(each.id for batch in shown for each in batch.changes) == list(range(5000))
    assert len(shown) <= 12


def test_what_comes_while_what_was_held_back_is_counted_is_told_by_itself() -> None:
    bursts = Bursts()
    (summary,) = bursts.catch_up(some(9), 0, 1)
    assert summary.scope is None
    (alone,) = bursts.plan(some(1), 2)
    assert isinstance(alone.scope, ItemRef)
    assert bursts.catch_up(some(9), 1, 1) == []
    (more, other) = bursts.plan(some(1), 7)
    assert (more.scope, len(more.changes)) == (None, 9)
    assert isinstance(other.scope, ItemRef)
