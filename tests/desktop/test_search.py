"""Searching in the real application: real keys, a real server, and pushes while the results are shown."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
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


@pytest.fixture(autouse=True)
def empty_screen(desktop: Desktop) -> Iterator[None]:
    yield
    desktop.notifications.clear()


@pytest_asyncio.fixture
async def bram(own_prosody: Prosody) -> AsyncIterator[Witness]:
    async with signed_in(own_prosody, "bram") as person:
        yield person


async def test_what_is_typed_is_found_pushes_follow_and_esc_returns(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    plan = replace(review(address), calendar="ann")
    await bram.pubsub.publish(address, plan.item_id, payload(plan))
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await looked_at(app)
        await app.press("ctrl+f")
        await app.type("design r")
        await app.until(["texts", "search-pane"], lambda texts: "1 event" in texts)
        await app.press("Down")
        await app.until(["texts", "details"], lambda texts: "Design review" in texts)
        desktop.notifications.clear()
        second = replace(plan, item_id="second", title="Redesign", place="Design room")
        await bram.pubsub.publish(address, second.item_id, payload(second))
        await app.until(["texts", "search-pane"], lambda texts: "2 events" in texts)
        ARTEFACTS.mkdir(exist_ok=True)
        desktop.screenshot(ARTEFACTS / "search.png")
        await app.press("Escape")
        await app.until(["where", "agenda"], bool)
        assert await app.ask("texts", "search-pane") is None
        assert "" in await app.ask("texts", "search")
        assert await app.terminate() == (0, "")
    only_information(tmp_path)
