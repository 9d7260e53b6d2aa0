"""A resume, a clock that was set and another zone are noticed, each once, by whatever tells of them."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from c42desktop.wake import system_bus, timerfd
from c42desktop.wake.watch import LATE, SAME, TICK, WakeWatch
from tests.wake.fakes import Logind, Machine, logind

LIMIT = 10.0
NOWHERE = "unix:path=/nowhere"

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process with a signal")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has timer files")


def watch_on(machine: Machine, **options: Any) -> WakeWatch:
    defaults: dict[str, Any] = {"clocks": machine.clocks, "zone_changed": machine.zone_changed, "bus_address": NOWHERE}
    return WakeWatch(machine.woke, machine.clock_changed, **defaults | options)


@asynccontextmanager
async def watching(machine: Machine, **options: Any) -> AsyncIterator[WakeWatch]:
    watch = watch_on(machine, **options)
    watch.start()
    try:
        yield watch
    finally:
        await watch.stop()


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


# -- the system bus ---------------------------------------------------------------------------------------------------


async def _until_heard(machine: Machine, send: Callable[[], None]) -> list[str]:
    """The bus says nothing of who listens: send until somebody heard."""
    async with asyncio.timeout(LIMIT):
        while not machine.heard.is_set():
            send()
            await asyncio.sleep(0.01)
    return machine.said


@pytest.mark.desktop
async def test_c_ses_04_logind_tells_of_a_resume_that_no_clock_shows(bus_address: str) -> None:
    machine = Machine()
    async with logind(bus_address) as service, watching(machine, bus_address=bus_address):
        assert await _until_heard(machine, lambda: service.prepare_for_sleep(False)) == ["woke"]


@pytest.mark.desktop
async def test_going_to_sleep_is_not_waking_up(bus_address: str) -> None:
    machine = Machine()
    async with logind(bus_address) as service, watching(machine, bus_address=bus_address):
        await _until_heard(machine, lambda: service.prepare_for_sleep(False))
        machine.said.clear()
        machine.heard.clear()
        machine.passes(SAME)
        service.prepare_for_sleep(True)
        travel(machine)
        await _until_heard(machine, lambda: service.another_zone("Asia/Kolkata"))  # it came later, and is here
        assert machine.said == ["clock"]


@pytest.mark.desktop
async def test_several_signs_of_one_sleep_are_one(bus_address: str) -> None:
    machine = Machine()
    async with logind(bus_address) as service, watching(machine, bus_address=bus_address) as watch:
        sleep(machine)
        watch.note_time()
        service.prepare_for_sleep(False)
        travel(machine)
        machine.heard.clear()
        await _until_heard(machine, lambda: service.another_zone("Asia/Kolkata"))
        service.prepare_for_sleep(False)
        await _told(service, machine)
        assert machine.said.count("woke") == 1


async def _told(service: Logind, machine: Machine) -> None:
    travel(machine)
    machine.heard.clear()
    await _until_heard(machine, lambda: service.another_zone("Europe/Amsterdam"))


@pytest.mark.desktop
async def test_without_a_system_bus_one_line_says_so(caplog: pytest.LogCaptureFixture) -> None:
    async with watching(Machine()) as watch, asyncio.timeout(LIMIT):
        await asyncio.gather(*watch._tasks._running)
    (record,) = caplog.records
    assert record.getMessage().startswith("No system bus tells of sleep: ")


@pytest.mark.desktop
async def test_a_system_bus_that_hangs_is_left(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_bus, "_PATIENCE", 0.05)
    left = asyncio.Event()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()  # it says nothing, and waits until the other side has gone
        writer.close()
        left.set()

    async with (
        await asyncio.start_unix_server(accept, tmp_path / "bus"),
        watching(Machine(), bus_address=f"unix:path={tmp_path / 'bus'}") as watch,
        asyncio.timeout(LIMIT),
    ):
        await asyncio.gather(*watch._tasks._running)
        await left.wait()
    (record,) = caplog.records
    assert record.getMessage() == "No system bus tells of sleep: TimeoutError"


@pytest.mark.desktop
async def test_a_system_bus_that_ends_is_not_sought_again(
    bus_address: str, bus_process: subprocess.Popen[bytes], caplog: pytest.LogCaptureFixture
) -> None:
    machine = Machine()
    async with watching(machine, bus_address=bus_address) as watch, asyncio.timeout(LIMIT):
        async with logind(bus_address) as service:
            await _until_heard(machine, lambda: service.prepare_for_sleep(False))
        bus_process.kill()
        await asyncio.gather(*watch._tasks._running)
    asleep, no_more = (record.getMessage() for record in caplog.records)
    assert asleep == "The machine or this program was asleep."
    assert no_more.startswith("The system bus tells of sleep no more")


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
