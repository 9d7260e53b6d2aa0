"""Linux: what the system bus says about sleep and the time zone. Plain D-Bus signals: nothing is asked or started."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from c42desktop.bus import listening

if TYPE_CHECKING:
    from dbus_fast import Message

_log = logging.getLogger(__name__)

_MATCHES = (
    "type='signal',sender='org.freedesktop.login1',path='/org/freedesktop/login1',"
    "interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
    "type='signal',sender='org.freedesktop.timedate1',path='/org/freedesktop/timedate1',"
    "interface='org.freedesktop.DBus.Properties',member='PropertiesChanged'",
)
_PATIENCE = 5.0  # seconds; the library would wait for ever


async def listen(on_resumed: Callable[[], None], on_zone: Callable[[], None], address: str | None = None) -> None:
    """Call back until cancelled. Where there is no such bus, or it ends, that is said once, and not tried again.

    `address` is for tests; otherwise it is the system bus.
    """
    try:
        bus = await listening(address, _handler(on_resumed, on_zone), _MATCHES, _PATIENCE, system=True)
    except Exception as error:  # the edge to another program: without it, other signs of a sleep remain
        _log.info("No system bus tells of sleep: %s", str(error) or type(error).__name__)
        return
    try:
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
    except Exception as error:  # the same edge
        _log.info("The system bus tells of sleep no more: %s", error)
    finally:
        bus.disconnect()


def _handler(on_resumed: Callable[[], None], on_zone: Callable[[], None]) -> Callable[[Message], None]:
    loop = asyncio.get_running_loop()

    def handle(message: Message) -> None:
        # From the loop, not from inside the library's parser: an error there would end the connection.
        match message.interface, message.member, message.body:
            case "org.freedesktop.login1.Manager", "PrepareForSleep", [False]:
                loop.call_soon(on_resumed)
            case "org.freedesktop.DBus.Properties", "PropertiesChanged", ["org.freedesktop.timedate1", *_]:
                loop.call_soon(on_zone)

    return handle
