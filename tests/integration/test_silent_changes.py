"""What a real server does without telling anybody is found by the look from time to time.

It happens to Vera: a calendar of hers is deleted, and from then on Prosody does not list her subscriptions.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from c42desktop.xmpp import pubsub as pubsub_module
from c42desktop.xmpp.address import NodeAddress
from tests.people import Witness, new_node, signed_in
from tests.readers import Reader, payload, reading
from tests.servers import XmppServer

pytestmark = pytest.mark.server


@pytest.fixture(autouse=True)
def quick_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pubsub_module, "LIST_TIMEOUT", 0.5)


async def retract_silently(bram: Witness, address: NodeAddress, item_id: str) -> None:
    """As many clients do: without asking that anybody is told."""
    request = ET.Element("{http://jabber.org/protocol/pubsub}retract", node=address.node)
    ET.SubElement(request, "{http://jabber.org/protocol/pubsub}item", id=item_id)
    await bram.pubsub._pubsub("set", address.service, request)


async def look_often(reader: Reader) -> None:
    reader.link.sync._every = 0.2
    reader.updates.clear()
    reader.link.sync.catch_up()
    await reader.until(lambda: reader.synced)


async def test_c_sync_09_silent_changes_are_found_and_told_once(server: XmppServer, tmp_path: Path) -> None:
    team = new_node()
    async with signed_in(server, "bram") as bram, reading(server, tmp_path / "vera.sqlite", "vera") as vera:
        await bram.pubsub.create(team, {"pubsub#title": "Team", "pubsub#max_items": "100"})
        await bram.pubsub.publish(team, "a", payload("Review"))
        await vera.link.sync.subscribe(team)
        await look_often(vera)
        await retract_silently(bram, team, "a")
        await vera.until(lambda: vera.told)
        assert vera.told == [("removed", "Review")]
        await bram.pubsub.delete(team)
        await vera.until(lambda: len(vera.told) > 1)
        looks = sum(update.synced for update in vera.updates)
        await vera.until(lambda: sum(update.synced for update in vera.updates) > looks + 1)
        assert vera.told == [("removed", "Review"), ("calendar-removed", "Team")]


async def test_c_sync_03_a_calendar_of_many_pages_is_read_completely(
    server: XmppServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pubsub_module, "PAGE", 7)
    team = new_node()
    async with signed_in(server, "bram") as bram:
        await bram.pubsub.create(team, {"pubsub#title": "Team", "pubsub#max_items": "100"})
        for number in range(30):
            await bram.pubsub.publish(team, f"i{number}", payload(f"Event {number}"))
        async with reading(server, tmp_path / "vera.sqlite", "vera") as vera:
            await vera.link.sync.subscribe(team)
            assert len(vera.ids(team)) == 30
            await look_often(vera)
            assert len(vera.ids(team)) == 30
            assert vera.told == []
