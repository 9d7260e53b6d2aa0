"""How long a session waits before it tries again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from c42desktop.xmpp.session import FIRST_WAIT, LONGEST_WAIT, backoff


@given(st.integers(0, 10_000), st.floats(0, 1, exclude_max=True))
def test_waits_are_never_short_and_never_long(attempt: int, chance: float) -> None:
    assert FIRST_WAIT / 2 <= backoff(attempt, lambda: chance) <= LONGEST_WAIT


@given(st.integers(0, 10_000), st.floats(0, 1, exclude_max=True))
def test_waits_grow(attempt: int, chance: float) -> None:
    assert backoff(attempt, lambda: chance) <= backoff(attempt + 1, lambda: chance)


def test_a_crowd_spreads_out() -> None:
    assert len({backoff(3) for _client in range(100)}) > 90
    assert backoff(20, lambda: 0.0) == LONGEST_WAIT / 2
