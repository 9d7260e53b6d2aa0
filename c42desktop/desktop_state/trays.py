"""Tells when a tray comes into being on the session bus: where a session begins, that may be after this program has."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from c42desktop.bus import BUS_NAME, listening

if TYPE_CHECKING:
    from dbus_fast import Message

_log = logging.getLogger(__name__)

_WATCHER = "org.kde.StatusNotifierWatcher"
_HOST = "StatusNotifierHostRegistered"  # some take the name first, and show icons a second later
_RULES = (
    f"type='signal',sender='{BUS_NAME}',member='NameOwnerChanged',arg0='{_WATCHER}'",
    f"type='signal',interface='{_WATCHER}',member='{_HOST}'",
)


async def listen(on_tray: Callable[[], None], address: str | None = None) -> None:
    """Call back as soon as somebody can be heard, as a tray may have come before that; then whenever one comes.

    Until cancelled. Trays of windows (X11) are Qt's matter. `address` is for tests.
    """
    if sys.platform in ("win32", "darwin"):
        return
    loop = asyncio.get_running_loop()

    def handle(message: Message) -> None:
        came = message.member == "NameOwnerChanged" and message.body[:1] == [_WATCHER] and message.body[2:] != [""]
        if came or (message.interface == _WATCHER and message.member == _HOST):
            loop.call_soon(on_tray)  # not from inside the library's parser

    try:
        bus = await listening(address, handle, _RULES)
    except Exception as error:  # the edge to another program
        _log.info("No session bus tells of trays: %s", str(error) or type(error).__name__)
        return
    try:
        on_tray()
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
    except Exception as error:  # the same edge
        _log.info("The session bus tells of trays no more: %s", str(error) or type(error).__name__)
    finally:
        bus.disconnect()
