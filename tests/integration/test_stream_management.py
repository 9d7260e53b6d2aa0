"""Streams that break and are resumed at a real server (XEP-0198)."""

from __future__ import annotations

from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.client import Client
from c42desktop.xmpp.login import State, Way
from tests.integration.ways import ways
from tests.people import Witness, new_node, signed_in
from tests.readers import Reader, payload, reading
from tests.servers import XmppServer

pytestmark = pytest.mark.server


@pytest_asyncio.fixture
async def team(bram: Witness) -> NodeAddress:
    """A calendar of Bram's with one event in it."""
    node = new_node()
    await bram.pubsub.create(node, {"pubsub#title": "Team", "pubsub#persist_items": "1", "pubsub#max_items": "100"})
    await bram.pubsub.publish(node, "known", payload("Known"))
    return node


async def break_off(reader: Reader) -> None:
    """The connection breaks, and the server does not know it yet."""
    session = reader.link.session
    transport = session.client.transport
    assert transport is not None
    transport.abort()
    await session._client.ended  # type: ignore[union-attr]


@ways(Way.TCP, Way.WEBSOCKET)  # BOSH repeats what was lost by itself
async def test_c_sync_07_what_came_while_the_stream_was_broken_is_told_once_without_asking_for_anything(
    ann: Reader, bram: Witness, team: NodeAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bram.pubsub.publish(team, "before", payload("Before"))
    await ann.until(lambda: ann.changes)
    ann.link.session._wait = lambda _attempt: 3600.0
    await break_off(ann)
    sent: list[str] = []
    send = Client.send_raw

    def record(client: Client, data: str | bytes) -> None:
        if client.boundjid.user == "ann":
            sent.append(str(data))
        send(client, data)

    monkeypatch.setattr(Client, "send_raw", record)
    await bram.pubsub.publish(team, "meanwhile", payload("Meanwhile"))
    await bram.pubsub.retract(team, "known")
    ann.link.session.connect_now()
    await ann.until(lambda: len(ann.changes) == 3)
    assert ann.told == [("added", "Before"), ("added", "Meanwhile"), ("removed", "Known")]
    assert not any(each.startswith(("<iq", "<presence")) for each in sent)


async def test_c_sync_08_a_server_that_was_restarted_is_signed_in_to_anew_and_looked_at(
    own_server: XmppServer, tmp_path: Path
) -> None:
    node = new_node()
    async with signed_in(own_server, "bram") as bram, reading(own_server, tmp_path / "ann.sqlite") as ann:
        await bram.pubsub.create(node, {"pubsub#title": "Team", "pubsub#persist_items": "1"})
        await bram.pubsub.publish(node, "known", payload("Known"))
        await ann.link.sync.subscribe(node)
        ann.updates.clear()
        ann.link.session._wait = lambda _attempt: 3600.0
        await own_server.stop()
        await own_server.start()
        await bram.until(State.ONLINE)
        await bram.pubsub.publish(node, "meanwhile", payload("Meanwhile"))
        ann.link.session.connect_now()
        await ann.until(lambda: ann.synced)
        assert ann.told == [("added", "Meanwhile")]
