"""The seconds until the next try are spoken of in steps, and nobody is woken more often than they change."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from c42desktop.controllers.account_words import words_for
from c42desktop.controllers.countdown import Countdown
from c42desktop.xmpp.login import State, Status

ANN = "ann@example.org"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 11, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def delay(countdown: Countdown) -> float | None:
    timer = countdown._timer
    return round(timer.when() - asyncio.get_running_loop().time(), 1) if timer else None


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, 1), (4.6, 5), (10, 10), (10.5, 20), (38, 40), (95, 100), (101, 120), (890, 900)]
)
def test_it_is_said_in_steps(seconds: float, said: int) -> None:
    countdown = Countdown(Clock(), lambda: None)
    countdown.begin(ANN, seconds)
    assert countdown.left(ANN) == said


async def test_it_wakes_where_the_words_change_and_not_below_the_last_step() -> None:
    clock = Clock()
    countdown = Countdown(clock, lambda: None)
    countdown.begin(ANN, 38)
    countdown.go_on()
    assert delay(countdown) == 8.1 or delay(countdown) == 8.0
    clock.pass_by(8.05)
    assert countdown.left(ANN) == 30
    clock.pass_by(20)
    assert countdown.left(ANN) == 10
    countdown.go_on()
    assert delay(countdown) is None


async def test_long_waits_are_counted_in_minutes() -> None:
    countdown = Countdown(Clock(), lambda: None)
    countdown.begin(ANN, 890)
    countdown.go_on()
    assert 49 < (delay(countdown) or 0) < 51
    countdown.end(ANN)
    assert delay(countdown) is None
    assert words_for(Status(State.WAITING, retry_in=900)) == "Offline · next try in 15 min"
    assert words_for(Status(State.WAITING, retry_in=40)) == "Offline · next try in 40 s"


async def test_it_says_so_by_itself() -> None:
    stepped = asyncio.Event()
    countdown = Countdown(Clock(), stepped.set)
    countdown.begin(ANN, 20.01)
    countdown.go_on()
    async with asyncio.timeout(10):
        await stepped.wait()
