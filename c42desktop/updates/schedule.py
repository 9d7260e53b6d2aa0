"""When to look for a new version (pure).

Never while everything starts, once a day at most, and not when everybody does. No timer of this program wakes a machine
that sleeps; who has slept asks anew.
"""

from __future__ import annotations

from datetime import datetime, timedelta

DAY = timedelta(days=1)
SETTLED = timedelta(minutes=10)  # from the start, or the end of a sleep, until the first look
SPREAD = timedelta(minutes=50)  # people start their computers at nine
LATER = timedelta(hours=4)  # at most so much is added to a day, so that nobody asks at the same hour for ever
SOON = timedelta(hours=1)  # until another try, where nobody answered; twice as long each time


def wait(last: datetime | None, failures: int, now: datetime, chance: float) -> timedelta:
    """How long to wait from now on, where somebody answered at `last`, and nobody did at the `failures` tries since.

    `chance` is a number from 0 to 1. An answer from the future was given by another clock, and counts for nothing.
    """
    soonest = SETTLED + chance * SPREAD
    if failures:
        return max(soonest, min(SOON * (1 << min(failures - 1, 10)), DAY))
    if last is None or last > now:
        return soonest
    return max(soonest, last + DAY + chance * LATER - now)
