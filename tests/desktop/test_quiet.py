"""The whole application keeps quiet while dunst is paused; what is preferred is in force at once."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.demo.formats import payload
from c42desktop.demo.prosody import Prosody
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.test_application import add_account, looked_at, only_information, review, subscribed
from tests.people import Witness, signed_in

pytestmark = [pytest.mark.desktop, pytest.mark.server]


@pytest_asyncio.fixture
async def bram(own_prosody: Prosody) -> AsyncIterator[Witness]:
    """The colleague, who may create calendars."""
    async with signed_in(own_prosody, "bram") as person:
        yield person


async def _set_paused(desktop: Desktop, paused: bool) -> None:
    await asyncio.to_thread(desktop.run, ["dunstctl", "set-paused", str(paused).lower()])


async def test_dunst_is_followed_and_the_preferences_are_chosen_with_the_keyboard(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    plan = review(address)
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await looked_at(app)
        await bram.pubsub.publish(address, plan.item_id, payload(plan))
        await desktop.notifications.shown(lambda shown: "Design review" in shown.title)
        desktop.notifications.clear()
        await _set_paused(desktop, True)
        await app.until(["tray"], lambda tray: "Notifications wait" in tray[1])
        for room in ("Room 4", "Room 5"):  # when the second is in its row, the first would have been told
            await bram.pubsub.publish(address, plan.item_id, payload(replace(plan, place=room)))
            await app.until(["rows"], lambda rows, room=room: any(room in row for row in rows))
        menu = await app.ask("menu")
        assert "Pause notifications" in menu and "Preferences…" in menu
        assert desktop.notifications.waiting() == 0
        await _set_paused(desktop, False)
        await desktop.notifications.shown(lambda shown: "Design review" in shown.title or "change" in shown.title)
        await app.until(["tray"], lambda tray: "wait" not in tray[1])
        await app.click("agenda")
        await app.press("ctrl+comma")
        await app.until(["where", "preferences-tabs"], bool)
        await app.press("Right", "Right")
        await app.click("quiet-0")
        await app.until(["texts", "quiet-hours"], lambda texts: "22:00" in texts)
        await app.click("sound-reminder")
        await app.press("Escape")
        assert await app.terminate() == (0, "")
    kept = tomllib.loads((tmp_path / "settings.toml").read_text())
    assert kept["quiet_hours"] == {"mon": "22:00-07:00"}
    assert kept["sounds"] == {"reminder": True}
    only_information(tmp_path)
