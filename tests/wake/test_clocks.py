"""What the clocks tell about the time between two looks."""

from __future__ import annotations

import time

from c42desktop.wake.clocks import Clocks, Since, TimeWatch
from tests.wake.fakes import Machine


def test_time_that_goes_by_is_nothing_new() -> None:
    machine = Machine()
    watch = TimeWatch(machine.clocks)
    machine.passes(100_000)
    assert watch.look() == Since()


def test_a_sleep_is_no_clock_that_was_set() -> None:
    machine = Machine()
    watch = TimeWatch(machine.clocks)
    machine.passes(10)
    machine.sleeps(3600)
    assert watch.look() == Since(slept=True)
    assert watch.look() == Since()


def test_a_clock_set_back_is_no_sleep() -> None:
    machine = Machine()
    watch = TimeWatch(machine.clocks)
    machine.wall -= 3600
    assert watch.look() == Since(clock_set=True)
    assert watch.look() == Since()


def test_a_clock_set_forward_may_have_been_a_sleep() -> None:
    machine = Machine()
    watch = TimeWatch(machine.clocks)
    machine.wall += 3600
    assert watch.look() == Since(slept=True, clock_set=True)


def test_a_clock_set_back_during_a_sleep_is_both() -> None:
    machine = Machine()
    watch = TimeWatch(machine.clocks)
    machine.sleeps(3600)
    machine.wall -= 3600
    assert watch.look() == Since(slept=True, clock_set=True)


def test_a_step_of_a_second_moves_nothing_that_is_shown() -> None:
    machine = Machine()
    watch = TimeWatch(machine.clocks)
    machine.wall += 1.5
    assert watch.look() == Since()


def test_the_clocks_of_this_machine_agree() -> None:
    watch = TimeWatch(Clocks())
    assert watch.look() == Since()
    assert abs(Clocks().wall() - time.time()) < 1
