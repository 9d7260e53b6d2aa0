"""The sidebar on a real desktop: the month follows the store, calendars are dragged, keys do what the list says."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from c42desktop import clock
from c42desktop.demo.prosody import Prosody
from c42desktop.store.store import Store
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.test_application import ARTEFACTS, add_account, calendar_of, looked_at, only_information, subscribed
from tests.desktop.test_files import bram, drop, hold
from tests.people import Witness, signed_in

pytestmark = [pytest.mark.desktop, pytest.mark.server]

__all__ = ["bram"]


async def test_calendars_are_ordered_days_chosen_and_shortcuts_read(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    first = await subscribed(bram, own_prosody)
    second = await calendar_of(bram, "Travel")
    async with signed_in(own_prosody) as ann:
        await ann.pubsub.subscribe(second)
    profile = tmp_path / "profile"
    await add_account(desktop, own_prosody, profile)
    async with Inspected(desktop, "--profile", str(profile)) as app:
        await looked_at(app)
        tomorrow = clock.now().astimezone(clock.LOCAL).date() + timedelta(days=1)
        if tomorrow.day > 1:
            await app.until(["busy-days"], lambda days: tomorrow.isoformat() in days)
        upper = tuple(await app.until(["where", f"calendar-{first.node}"], bool))
        lower = tuple(await app.until(["where", f"calendar-{second.node}"], bool))
        assert upper[1] < lower[1], "by title"

        await hold(app, lower, (upper[0], upper[1] - 8))  # type: ignore[arg-type]
        await app.until(["where", "drop-line"], bool)
        ARTEFACTS.mkdir(exist_ok=True)
        desktop.screenshot(ARTEFACTS / "sidebar-drag.png")
        await drop(app)
        await app.until(["where", f"calendar-{second.node}"], lambda at: tuple(at) == upper)

        retro = await app.until(["where-row", "agenda", "Retro"], bool)
        travel = await app.until(["where", f"calendar-{second.node}"], bool)
        await hold(app, tuple(retro), tuple(travel))  # type: ignore[arg-type]
        desktop.screenshot(ARTEFACTS / "sidebar-event.png")
        await app.press("Escape")
        await app.tool("mouseup", "1")

        await app.press("ctrl+question")
        await app.until(["texts", "shortcuts-dialog"], lambda texts: "Ctrl+Shift+Up, Ctrl+Shift+Down" in texts)
        desktop.screenshot(ARTEFACTS / "shortcuts.png")
        await app.press("ctrl+q")
        assert await app.ended() == (0, "")
    store = Store(profile / "calendars.sqlite", read_only=True)
    assert [each.title for each in store.calendars()] == ["Travel", "Product team"]
    store.close()
    only_information(profile)
