"""The accent colour that the desktop names: GNOME, Plasma and others, through the portal. It tells of each change."""

from __future__ import annotations

import asyncio
import logging
import math
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from c42desktop.bus import PATIENCE, asked, listening

if TYPE_CHECKING:
    from dbus_fast import Message

_log = logging.getLogger(__name__)

_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_KEY = ["org.freedesktop.appearance", "accent-color"]
_RULE = (
    f"type='signal',sender='{_NAME}',path='{_PATH}',interface='{_SETTINGS}',member='SettingChanged',arg0='{_KEY[0]}'"
)


async def listen(on_accent: Callable[[str], None], address: str | None = None) -> None:
    """Call back with "#rrggbb", or "" where there is none: once it is known, and at each change, until cancelled.

    Where nobody tells, that is said in the log once, and not tried again. `address` is for tests.
    """
    if sys.platform in ("win32", "darwin"):
        return  # there it is in the palette
    loop = asyncio.get_running_loop()

    def handle(message: Message) -> None:
        if message.interface == _SETTINGS and message.member == "SettingChanged" and message.body[:2] == _KEY:
            loop.call_soon(on_accent, color_of(message.body[2]))  # not from inside the library's parser

    try:
        bus = await listening(address, handle, [_RULE])
    except Exception as error:  # the edge to another program
        _log.info("No session bus tells of the accent colour: %s", str(error) or type(error).__name__)
        return
    try:
        on_accent(await _ask(bus))
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
    except Exception as error:  # the same edge
        _log.info("The accent colour is not known: %s", str(error) or type(error).__name__)
    finally:
        bus.disconnect()


async def _ask(bus: Any) -> str:
    """Portals before version 2 know `Read` only, which packs its answer twice."""
    from dbus_fast import Message

    async with asyncio.timeout(PATIENCE):
        (value,) = await asked(bus, Message(_NAME, _PATH, _SETTINGS, "Read", signature="ss", body=_KEY))
    return color_of(value)


def color_of(value: Any) -> str:
    """Red, green and blue from 0 to 1 as "#rrggbb"; "" for anything else: other numbers mean that there is none."""
    while hasattr(value, "value"):
        value = value.value
    if not isinstance(value, list | tuple) or len(value) != 3:
        return ""
    if not all(isinstance(each, float) and math.isfinite(each) and 0 <= each <= 1 for each in value):
        return ""
    return "#" + "".join(f"{round(each * 255):02x}" for each in value)
