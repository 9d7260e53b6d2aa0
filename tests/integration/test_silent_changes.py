"""What a real server does without telling anybody is found by the look from time to time."""

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
    async with signed_in(server, "bram") as bram, reading(server, tmp_path / "ann.sqlite") as ann:
        await bram.pubsub.create(team, {"pubsub#title": "Team", "pubsub#max_items": "100"})
        await bram.pubsub.publish(team, "a", payload("Review"))
        await ann.link.sync.subscribe(team)
        await look_often(ann)
        await retract_silently(bram, team, "a")
        await ann.until(lambda: ann.told)
        assert ann.told == [("removed", "Review")]
        await bram.pubsub.delete(team)
        await ann.until(lambda: len(ann.told) > 1)
        looks = sum(update.synced for update in ann.updates)
        await ann.until(lambda: sum(update.synced for update in ann.updates) > looks + 1)
        assert ann.told == [("removed", "Review"), ("calendar-removed", "Team")]


async def test_c_sync_03_a_calendar_of_many_pages_is_read_completely(
    server: XmppServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pubsub_module, "PAGE", 7)
    team = new_node()
    async with signed_in(server, "bram") as bram:
        await bram.pubsub.create(team, {"pubsub#title": "Team", "pubsub#max_items": "100"})
        for number in range(30):
            await bram.pubsub.publish(team, f"i{number}", payload(f"Event {number}"))
        async with reading(server, tmp_path / "ann.sqlite") as ann:
            await ann.link.sync.subscribe(team)
            assert len(ann.ids(team)) == 30
            await look_often(ann)
            assert len(ann.ids(team)) == 30
            assert ann.told == []
        await bram.pubsub.delete(team)
