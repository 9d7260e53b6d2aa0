"""Alarms come in messages of their own kind, and reach us as events do."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from c42desktop.xmpp.events import Alarm, parse
from tests.xmpp.scripted import JID, SERVICE, Peer, ScriptedServer


@pytest.mark.parametrize("namespace", ["urn:xmpp:tmp:calendar:0", "xmpp:tmp:calendar:0"])
async def test_c_pubsub_22_an_alarm_is_received(tmp_path: Path, namespace: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        content = f"<alarm xmlns='{namespace}'><items node='team'><item id='a'/></items></alarm>"
        forwarded = f"<forwarded xmlns='urn:xmpp:forward:0'><message>{content}</message></forwarded>"
        for inside in (forwarded, content):
            await peer.send(f"<message from='{SERVICE}' to='{JID}'>{inside}</message>")
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        async with asyncio.timeout(5):
            message = await ann.messages.get()
        (alarm,) = parse(message, SERVICE)
        assert isinstance(alarm, Alarm)
        assert alarm.item_id == "a"
        assert ann.messages.empty()
