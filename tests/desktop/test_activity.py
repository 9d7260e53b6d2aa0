"""The activity list on a real desktop: what was told is there, also after a restart, until somebody opens it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.demo.formats import payload
from c42desktop.demo.prosody import Prosody
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.test_application import ARTEFACTS, add_account, looked_at, only_information, review, subscribed
from tests.people import Witness, signed_in

pytestmark = [pytest.mark.desktop, pytest.mark.server]


@pytest_asyncio.fixture
async def bram(own_prosody: Prosody) -> AsyncIterator[Witness]:
    """The colleague, who may create calendars."""
    async with signed_in(own_prosody, "bram") as person:
        yield person


async def test_what_changed_is_listed_counted_and_read_once_it_was_opened(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    plan = replace(review(address), calendar="ann")
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await looked_at(app)
        await app.until(["texts", "sidebar"], lambda texts: "Online" in texts)
        await bram.pubsub.publish(address, plan.item_id, payload(plan))
        await app.until(["tray"], lambda tray: "1 new change" in tray[1])
        later = replace(plan, start=plan.start + timedelta(hours=1), end=plan.end + timedelta(hours=1))
        await bram.pubsub.publish(address, plan.item_id, payload(later))
        await app.until(["tray"], lambda tray: "2 new changes" in tray[1])
        await app.terminate()
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await app.until(["tray"], lambda tray: "2 new changes" in tray[1])
        assert "2 new changes" in await app.ask("menu")
        await app.press("ctrl+2")
        await app.click_row("activity", "Start 14:00 to 15:00")
        texts = await app.until(["texts", "details"], lambda texts: "Design review" in texts)
        assert any("14:00" in text and "15:00" in text for text in texts)
        await app.until(["tray"], lambda tray: "1 new change" in tray[1])
        ARTEFACTS.mkdir(exist_ok=True)
        desktop.screenshot(ARTEFACTS / "activity.png")
        await app.click("mark-all-read")
        await app.until(["tray"], lambda tray: "new change" not in tray[1])
        assert await app.terminate() == (0, "")
    only_information(tmp_path)
