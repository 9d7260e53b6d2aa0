"""An event added, changed and deleted by real keys and clicks, as a colleague at a real server sees it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.demo.formats import payload
from c42desktop.demo.prosody import Prosody
from c42desktop.xmpp.address import NodeAddress
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.test_application import ARTEFACTS, add_account, looked_at, review
from tests.integration.test_sharing import decide
from tests.people import Witness, new_node, signed_in

pytestmark = [pytest.mark.desktop, pytest.mark.server]


@pytest_asyncio.fixture
async def bram(own_prosody: Prosody) -> AsyncIterator[Witness]:
    """The colleague whose calendar it is."""
    async with signed_in(own_prosody, "bram") as person:
        yield person


async def test_an_event_is_added_changed_and_deleted(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = new_node()
    await bram.pubsub.create(address, {"pubsub#title": "Product team", "pubsub#publish_model": "publishers"})
    await decide(bram, address, "affiliation", "publisher")
    await bram.pubsub.subscribe(address)
    retro = replace(review(address), calendar="ann", item_id="retro", title="Retro")
    await bram.pubsub.publish(address, retro.item_id, payload(retro))
    async with signed_in(own_prosody) as ann:
        await ann.pubsub.subscribe(address)
    await add_account(desktop, own_prosody, tmp_path)
    ARTEFACTS.mkdir(exist_ok=True)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await looked_at(app)
        await app.click("new-event")
        await app.click("quick-add-more")
        await app.click("event-title")
        await app.type("Lunch with Vera")
        await app.click("event-place")
        await app.type("Canteen")
        desktop.screenshot(ARTEFACTS / "editing-new.png")
        await app.press("ctrl+Return")
        await app.until(["rows"], lambda rows: any("Lunch with Vera" in row for row in rows))
        await until_items(bram, address, 2)

        await app.click_row("agenda", "Lunch with Vera")
        await app.until(["texts", "details"], lambda texts: "Canteen" in texts)
        desktop.screenshot(ARTEFACTS / "editing-details.png")
        await app.click("details-edit")
        await app.click("event-title")
        await app.press("End", "exclam")
        await app.click("event-save")
        await app.until(["rows"], lambda rows: any("Lunch with Vera!" in row for row in rows))

        await app.click_row("agenda", "Lunch with Vera!")
        await app.press("Delete")
        await app.until(["texts", "span-question"], lambda texts: "Delete “Lunch with Vera!”?" in texts)
        desktop.screenshot(ARTEFACTS / "editing-delete.png")
        await app.click("span-take")
        await app.until(["rows"], lambda rows: not any("Lunch" in row for row in rows))
        await until_items(bram, address, 1)
        assert desktop.notifications.received == [], "nobody is told what they did themselves"
        assert await app.terminate() == (0, "")


async def until_items(bram: Witness, address: NodeAddress, count: int) -> None:
    """Wait until Bram finds so many at the server: it tells him of each, which is no answer to how many."""
    async with asyncio.timeout(20):
        while len((await bram.pubsub.items(address)).items) != count:
            await bram.messages.get()
