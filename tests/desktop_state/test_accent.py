"""The accent colour of the desktop is heard at once and at each change; without a portal nothing happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from dbus_fast import Message, Variant
from dbus_fast.aio import MessageBus

from c42desktop.desktop_state import accent
from tests.desktop.harness import Desktop
from tests.desktop_state.services import Service, on_bus

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
KEY = ["org.freedesktop.appearance", "accent-color"]
ORANGE = [0.9, 0.4, 0.0]


class Portal(Service):
    """Answers as version 1 of the interface does: a variant in a variant."""

    def answer(self, message: Message) -> Message | bool:
        if (message.interface, message.member, message.body) != (SETTINGS, "Read", KEY):
            return False
        return Message.new_method_return(message, "v", [Variant("v", Variant("(ddd)", ORANGE))])

    def set(self, key: list[str], color: list[float]) -> None:
        self.signal(PATH, SETTINGS, "SettingChanged", "ssv", *key, Variant("(ddd)", color))


def portal(bus: MessageBus) -> Portal:
    return Portal(bus, ("Read", KEY))


@asynccontextmanager
async def listening(desktop: Desktop) -> AsyncIterator[asyncio.Queue[str]]:
    heard: asyncio.Queue[str] = asyncio.Queue()
    task = asyncio.create_task(accent.listen(heard.put_nowait, desktop.bus.address))
    yield heard
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.desktop
async def test_the_portal_tells_the_accent_and_each_change(desktop: Desktop) -> None:
    async with on_bus(desktop.bus.address, NAME, portal) as service, listening(desktop) as heard:
        assert isinstance(service, Portal)
        async with asyncio.timeout(10):
            assert await heard.get() == "#e66600"
            service.set(["org.freedesktop.appearance", "color-scheme"], [0.0, 0.0, 0.0])
            service.set(KEY, [0.0, 0.0, 1.0])
            assert await heard.get() == "#0000ff"
            service.set(KEY, [-1.0, -1.0, -1.0])
            assert await heard.get() == ""


@pytest.mark.desktop
async def test_without_a_portal_nothing_is_told_and_nothing_fails(desktop: Desktop) -> None:
    told: list[str] = []
    async with asyncio.timeout(10):
        await accent.listen(told.append, desktop.bus.address)
    assert told == []


async def test_without_a_bus_nothing_is_told_and_nothing_fails() -> None:
    told: list[str] = []
    await accent.listen(told.append, "unix:path=/nowhere/at/all")
    assert told == []


@pytest.mark.parametrize(
    "value", [None, "red", [1.0, 1.0], [2.0, 0.0, 0.0], [float("nan"), 0.0, 0.0], [-1.0, -1.0, -1.0], [1, 0, "x"]]
)
def test_what_is_no_colour_is_none(value: object) -> None:
    assert accent.color_of(value) == ""
