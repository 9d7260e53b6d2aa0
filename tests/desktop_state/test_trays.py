"""A tray that comes later is heard of, and gets the icon that Qt had nowhere to put.

Annotations are values here: dbus_fast reads the types of D-Bus from them.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from dbus_fast import BusType, PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property, method, signal

from c42desktop.desktop_state import trays
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected

pytestmark = pytest.mark.desktop

NAME, PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"


class Watcher(ServiceInterface):
    """What a desktop's panel is to programs with an icon."""

    def __init__(self) -> None:
        super().__init__(NAME)
        self.items: asyncio.Queue[str] = asyncio.Queue()
        self.shows = True

    @method()
    def RegisterStatusNotifierItem(self, item: "s") -> None:  # type: ignore[name-defined]  # noqa: N802, F821
        self.items.put_nowait(item)

    @dbus_property(PropertyAccess.READ)
    def IsStatusNotifierHostRegistered(self) -> "b":  # type: ignore[name-defined]  # noqa: N802, F821
        return self.shows

    @signal()
    def StatusNotifierHostRegistered(self) -> None:  # noqa: N802
        """Somebody shows the icons from now on."""


@asynccontextmanager
async def panel(desktop: Desktop, watcher: Watcher) -> AsyncIterator[Watcher]:
    bus = await MessageBus(desktop.bus.address, BusType.SESSION).connect()
    bus.export(PATH, watcher)
    await bus.request_name(NAME)
    try:
        yield watcher
    finally:
        bus.disconnect()
        with contextlib.suppress(Exception):
            await bus.wait_for_disconnect()


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """No tray, and nobody who shows notifications."""
    with Desktop(tray=None, notifications=False, keyring=False) as desktop:
        yield desktop


async def test_each_tray_that_comes_is_told(desktop: Desktop) -> None:
    told: asyncio.Queue[None] = asyncio.Queue()
    listening = asyncio.create_task(trays.listen(lambda: told.put_nowait(None), desktop.bus.address))
    async with asyncio.timeout(10):
        await told.get()  # from now on
        for _time in range(2):
            async with panel(desktop, Watcher()) as watcher:
                await told.get()
                watcher.StatusNotifierHostRegistered()
                await told.get()
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    assert told.empty(), "one that goes is no news"


async def test_without_a_bus_nothing_is_told_and_nothing_fails(tmp_path: Path) -> None:
    told: list[None] = []
    await trays.listen(lambda: told.append(None), f"unix:path={tmp_path / 'nobody'}")
    assert told == []


async def test_a_hidden_start_puts_its_icon_into_a_tray_that_comes_later(desktop: Desktop, tmp_path: Path) -> None:
    async with Inspected(desktop, "--profile", str(tmp_path), "--hidden") as app:
        assert await app.ask("visible") is False
        async with panel(desktop, Watcher()) as watcher, asyncio.timeout(20):
            first = await watcher.items.get()
            assert first
        async with panel(desktop, Watcher()) as watcher, asyncio.timeout(20):
            await watcher.items.get()  # the panel has crashed and come again: Qt sees to that
        assert await app.ask("visible") is False
        assert await app.terminate() == (0, "")
    lines = (tmp_path / "c42desktop.log").read_text().splitlines()
    assert [line for line in lines if " INFO " not in line] == []
