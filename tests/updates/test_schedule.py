"""Once a day at most, at no hour in particular, and never while everything starts."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from c42desktop.updates.schedule import DAY, LATER, SETTLED, SPREAD, wait
from tests.updates.signing import NOW

CHANCES = st.floats(0, 1)


def test_who_never_looked_looks_soon_but_not_while_everything_starts() -> None:
    assert wait(None, 0, NOW, 0) == SETTLED >= timedelta(minutes=10)
    assert wait(None, 0, NOW, 1) == SETTLED + SPREAD


@given(st.floats(0, 10), st.integers(0, 1000), CHANCES)
def test_nobody_is_asked_twice_a_day(days_ago: float, failures: int, chance: float) -> None:
    last = NOW - days_ago * DAY
    pause = wait(last, 0, NOW, chance)
    assert NOW + pause >= last + DAY
    assert SETTLED <= pause <= DAY + LATER + SETTLED
    assert SETTLED <= wait(last, failures, NOW, chance) <= DAY + LATER


def test_the_hour_moves_from_day_to_day() -> None:
    assert wait(NOW, 0, NOW, 0) == DAY
    assert wait(NOW, 0, NOW, 1) == DAY + LATER


def test_who_slept_for_days_looks_soon() -> None:
    assert wait(NOW - 5 * DAY, 0, NOW, 0.5) == SETTLED + SPREAD / 2


def test_where_nobody_answers_the_pauses_grow_to_a_day() -> None:
    hours = [wait(NOW - DAY, failures, NOW, 0) / timedelta(hours=1) for failures in (1, 2, 3, 4, 5, 6, 60)]
    assert hours == [1, 2, 4, 8, 16, 24, 24]


def test_an_answer_from_the_future_counts_for_nothing() -> None:
    """The clock was wrong then, or is now: that must not end all looking for years."""
    assert wait(NOW + 1000 * DAY, 0, NOW, 0) == SETTLED
