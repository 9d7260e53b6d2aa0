"""Logind and timedated tell of a resume and another zone; a bus that does not is no problem."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from c42desktop.wake import system_bus
from c42desktop.wake.watch import SAME
from tests.wake.fakes import Machine, watching
from tests.wake.logind import Logind, logind

pytestmark = pytest.mark.desktop

LIMIT = 10.0


async def _until_heard(machine: Machine, send: Callable[[], None]) -> list[str]:
    """The bus says nothing of who listens: send until somebody heard."""
    async with asyncio.timeout(LIMIT):
        while not machine.heard.is_set():
            send()
            await asyncio.sleep(0.01)
    return machine.said


async def test_c_ses_04_logind_tells_of_a_resume_that_no_clock_shows(bus_address: str) -> None:
    machine = Machine()
    async with logind(bus_address) as service, watching(machine, bus_address=bus_address):
        assert await _until_heard(machine, lambda: service.prepare_for_sleep(False)) == ["woke"]


async def test_going_to_sleep_is_not_waking_up(bus_address: str) -> None:
    machine = Machine()
    async with logind(bus_address) as service, watching(machine, bus_address=bus_address):
        await _until_heard(machine, lambda: service.prepare_for_sleep(False))
        machine.said.clear()
        machine.heard.clear()
        machine.passes(SAME)
        service.prepare_for_sleep(True)
        machine.zone_changes = True
        await _until_heard(machine, lambda: service.another_zone("Asia/Kolkata"))  # it came later, and is here
        assert machine.said == ["clock"]


async def test_several_signs_of_one_sleep_are_one(bus_address: str) -> None:
    machine = Machine()
    async with logind(bus_address) as service, watching(machine, bus_address=bus_address) as watch:
        machine.sleeps(3600)
        watch.note_time()
        service.prepare_for_sleep(False)
        machine.zone_changes = True
        machine.heard.clear()
        await _until_heard(machine, lambda: service.another_zone("Asia/Kolkata"))
        service.prepare_for_sleep(False)
        await _told(service, machine)
        assert machine.said.count("woke") == 1


async def _told(service: Logind, machine: Machine) -> None:
    machine.zone_changes = True
    machine.heard.clear()
    await _until_heard(machine, lambda: service.another_zone("Europe/Amsterdam"))


async def test_without_a_system_bus_one_line_says_so(caplog: pytest.LogCaptureFixture) -> None:
    async with watching(Machine()) as watch, asyncio.timeout(LIMIT):
        await asyncio.gather(*watch._tasks._running)
    (record,) = caplog.records
    assert record.getMessage().startswith("No system bus tells of sleep: ")


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
