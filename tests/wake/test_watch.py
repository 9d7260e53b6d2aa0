"""A resume, a clock that was set and another zone are noticed, each once, by whatever tells of them."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from c42desktop.wake import timerfd
from c42desktop.wake.watch import LATE, TICK
from tests.wake.fakes import Machine, watch_on, watching

LIMIT = 10.0

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process with a signal")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has timer files")


async def heard(machine: Machine) -> list[str]:
    """What was said, once something was."""
    await asyncio.wait_for(machine.heard.wait(), LIMIT)
    await asyncio.sleep(0)
    return machine.said


def sleep(machine: Machine) -> None:
    machine.sleeps(3600)


def set_back(machine: Machine) -> None:
    machine.wall -= 3600


def leap_forward(machine: Machine) -> None:
    machine.wall += 3600


def travel(machine: Machine) -> None:
    machine.zone_changes = True


HAPPENINGS = [(sleep, ["woke"]), (set_back, ["clock"]), (leap_forward, ["clock", "woke"]), (travel, ["clock"])]


@pytest.mark.parametrize(("happens", "expected"), HAPPENINGS)
def test_whoever_is_awake_anyway_can_have_it_noticed(happens: Callable[[Machine], None], expected: list[str]) -> None:
    machine = Machine()
    watch = watch_on(machine)
    watch.note_time()
    assert machine.said == []
    happens(machine)
    watch.note_time()
    watch.note_time()
    assert machine.said == expected


# -- the kernel's timer file ------------------------------------------------------------------------------------------


class Pipe:
    """A file that becomes readable when the test says so, as the kernel's timer does."""

    def __init__(self) -> None:
        self.opened: list[int] = []
        self._writers: list[int] = []

    def open(self) -> int:
        reader, writer = os.pipe()
        os.set_blocking(reader, False)
        self.opened.append(reader)
        self._writers.append(writer)
        return reader

    def fire(self) -> None:
        os.write(self._writers[-1], b"12345678")

    def close(self) -> None:
        for writer in self._writers:
            os.close(writer)


@unix
@pytest.mark.parametrize(("happens", "expected"), HAPPENINGS)
async def test_the_kernel_tells_at_once(happens: Callable[[Machine], None], expected: list[str]) -> None:
    machine, pipe = Machine(), Pipe()
    async with watching(machine, open_timer=pipe.open):
        for _time in ("first", "again"):
            happens(machine)
            pipe.fire()
            assert await heard(machine) == expected
            machine.said.clear()
            machine.heard.clear()
    assert len(pipe.opened) == 3
    for descriptor in pipe.opened:
        with pytest.raises(OSError, match="Bad file"):
            os.fstat(descriptor)
    pipe.close()


@unix
async def test_a_timer_that_is_refused_later_leaves_the_tick() -> None:
    machine, pipe = Machine(), Pipe()
    offers: list[int | None] = [pipe.open(), None]
    async with watching(machine, open_timer=lambda: offers.pop(0), tick=0.01):
        pipe.fire()
        while offers:
            await asyncio.sleep(0)
        machine.sleeps(3600)
        assert await heard(machine) == ["woke"]
    pipe.close()


@linux
def test_a_cancelled_timer_is_an_error_that_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def cancelled(descriptor: int, _size: int) -> bytes:
        taken.append(descriptor)
        raise OSError(125, "Operation canceled")

    monkeypatch.setattr(os, "read", cancelled)
    timerfd.read_timer(7)
    assert taken == [7]


@linux
async def test_the_real_timer_file_is_quiet_while_nothing_happens() -> None:
    descriptor = timerfd.open_timer()
    assert descriptor is not None
    assert "clockid: 0\n" in (info := Path(f"/proc/self/fdinfo/{descriptor}").read_text())
    assert "settime flags: 03\n" in info  # absolute, and cancelled when the clock is set
    with pytest.raises(BlockingIOError):
        os.read(descriptor, 8)
    os.close(descriptor)


@linux
async def test_nothing_ticks_where_the_kernel_tells() -> None:
    loop = asyncio.get_running_loop()
    machine = Machine()
    async with watching(machine) as watch:
        assert watch._ticking is None
        assert watch._timer is not None
        assert loop.remove_reader(watch._timer) is True  # it is watched


# -- the tick ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("happens", "expected"), HAPPENINGS)
async def test_without_a_timer_file_the_tick_sees_it(happens: Callable[[Machine], None], expected: list[str]) -> None:
    machine = Machine()
    async with watching(machine, open_timer=lambda: None, tick=0.01):
        happens(machine)
        assert await heard(machine) == expected


async def test_a_tick_that_comes_much_too_late_tells_of_a_sleep_that_no_clock_shows() -> None:
    machine = Machine()
    async with watching(machine, open_timer=lambda: None, tick=0.01):
        machine.passes(TICK + LATE)
        assert await heard(machine) == ["woke"]


async def test_a_tick_on_time_says_nothing() -> None:
    machine = Machine()
    ticks = 0

    def wall() -> float:
        nonlocal ticks
        ticks += 1
        return machine.wall

    clocks = type(machine.clocks)(wall, machine.clocks.steady, machine.clocks.with_sleep)
    async with watching(machine, clocks=clocks, open_timer=lambda: None, tick=0.001), asyncio.timeout(LIMIT):
        while ticks < 5:
            await asyncio.sleep(0.001)
    assert machine.said == []


# -- a process that was stopped ---------------------------------------------------------------------------------------

PROGRAM = """
import asyncio, os, sys

from c42desktop.wake.watch import WakeWatch

async def main():
    woke = asyncio.Event()
    watch = WakeWatch(woke.set, lambda: None, bus_address="unix:path=/nowhere", tick=3600)
    watch.start()
    print("ready", flush=True)
    await woke.wait()
    print("woke", flush=True)
    await watch.stop()

def under_qt():
    os.environ["QT_API"] = "pyside6"
    from PySide6.QtCore import QCoreApplication
    import qasync

    with qasync.QEventLoop(QCoreApplication([])) as loop:
        loop.run_until_complete(main())

under_qt() if sys.argv[1] == "qt" else asyncio.run(main())
"""


@unix
@pytest.mark.parametrize("loop", ["asyncio", "qt"])
async def test_a_program_that_was_stopped_and_goes_on_notices(loop: str) -> None:
    program = await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM, loop, stdout=subprocess.PIPE)
    assert program.stdout is not None
    async with asyncio.timeout(LIMIT):
        assert await program.stdout.readline() == b"ready\n"
        program.send_signal(signal.SIGSTOP)
        program.send_signal(signal.SIGCONT)
        assert await program.stdout.readline() == b"woke\n"
        assert await program.wait() == 0
