"""With the daemon itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from c42desktop.desktop_state import daemon
from c42desktop.desktop_state.session_bus import Listener
from tests.desktop.harness import Desktop
from tests.desktop_state.services import Heard

pytestmark = pytest.mark.desktop


@pytest.fixture(scope="module")
def dunst() -> Iterator[Desktop]:
    """A desktop with dunst."""
    with Desktop(tray=None, keyring=False) as desktop:
        yield desktop


async def test_dunst_is_heard_when_it_is_paused_and_when_it_goes_on(dunst: Desktop) -> None:
    heard = Heard()
    task = asyncio.create_task(Listener([daemon.inhibited(), daemon.paused()], heard, dunst.bus.address).run())
    await heard.until(False)
    await asyncio.to_thread(dunst.run, ["dunstctl", "set-paused", "true"])
    await heard.until(True)
    await asyncio.to_thread(dunst.run, ["dunstctl", "set-paused", "false"])
    await heard.until(False)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
