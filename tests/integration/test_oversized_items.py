"""An item that is too large, at a real server: it is a row that says so, and hides nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from c42desktop.xmpp import stream_parser
from c42desktop.xmpp.address import NodeAddress
from tests.people import calendar, signed_in
from tests.readers import Reader, payload, reading, settled
from tests.servers import XmppServer

TOO_LARGE = "This event is too large to be read."


def large() -> ET.Element:
    """More than is read here, and less than any server refuses."""
    return payload("x" * 5_000)


def row(reader: Reader, team: NodeAddress, item_id: str) -> tuple[str, str]:
    """The summary and the problem of the event in an item."""
    stored = reader.item(team, item_id)
    assert stored is not None
    (event,) = stored.events
    return event.summary, event.problem


async def test_c_sec_09_an_item_that_is_too_large_is_a_row_and_hides_no_other(
    server: XmppServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream_parser, "MAX_ITEM", 2_000)
    async with signed_in(server, "bram") as owner:
        team = await calendar(owner)
        for item_id, content in (("a", payload("A")), ("fetched", large()), ("b", payload("B"))):
            await owner.pubsub.publish(team, item_id, content)
        async with reading(server, tmp_path / "store.sqlite") as reader:
            await reader.link.sync.subscribe(team)
            await owner.pubsub.publish(team, "pushed", large())
            await owner.pubsub.publish(team, "c", payload("C"))
            await settled(owner, reader, team)
            assert [row(reader, team, item_id) for item_id in "abc"] == [("A", ""), ("B", ""), ("C", "")]
            assert [row(reader, team, item_id)[1] for item_id in ("fetched", "pushed")] == [TOO_LARGE] * 2
            reader.updates.clear()
            reader.link.sync.catch_up()
            await reader.until(lambda: reader.synced)
            assert reader.told == []
