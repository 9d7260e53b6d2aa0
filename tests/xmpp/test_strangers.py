"""What is none of our business passes without a trace: this program is a calendar, not a chat client (C-SES-05)."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.xmpp.scripted import DOMAIN, JID, SERVICE, Peer, ScriptedServer

STRANGER = "mallory@elsewhere.example/phone"
CHAT = (
    f"<message from='{STRANGER}' to='{JID}' type='chat' id='c1'><body>Hello</body>"
    "<request xmlns='urn:xmpp:receipts'/><markable xmlns='urn:xmpp:chat-markers:0'/>"
    "<active xmlns='http://jabber.org/protocol/chatstates'/></message>"
)
INVITATION = (
    f"<message from='room@muc.elsewhere.example' to='{JID}'><x xmlns='http://jabber.org/protocol/muc#user'>"
    f"<invite from='{STRANGER}'><reason>Join us</reason></invite></x></message>"
)
DIRECT_INVITATION = (
    f"<message from='{STRANGER}' to='{JID}'><x xmlns='jabber:x:conference' jid='room@muc.elsewhere.example'/></message>"
)
ATTENTION = f"<message from='{STRANGER}' to='{JID}' type='headline'><attention xmlns='urn:xmpp:attention:0'/></message>"
SUBSCRIBE = f"<presence from='mallory@elsewhere.example' to='{JID}' type='subscribe'/>"
UNSUBSCRIBE = f"<presence from='mallory@elsewhere.example' to='{JID}' type='unsubscribe'/>"
AVAILABLE = (
    f"<presence from='{STRANGER}' to='{JID}'><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' "
    "node='https://elsewhere.example' ver='unknown'/></presence>"
)
PROBE = f"<presence from='{STRANGER}' to='{JID}' type='probe'/>"
UNKNOWN_ANSWER = f"<iq from='{STRANGER}' to='{JID}' type='result' id='nobody-asked'/>"


@pytest.mark.parametrize(
    "stanza",
    [CHAT, INVITATION, DIRECT_INVITATION, ATTENTION, SUBSCRIBE, UNSUBSCRIBE, AVAILABLE, PROBE, UNKNOWN_ANSWER],
    ids=["chat", "invitation", "direct", "attention", "subscribe", "unsubscribe", "caps", "probe", "answer"],
)
async def test_c_ses_05_leaves_no_trace_and_sends_no_receipt(tmp_path: Path, stanza: str) -> None:
    said: list[str] = []
    over = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        already = len(peer.received)
        await peer.send(
            stanza + f"<iq from='{STRANGER}' to='{JID}' type='get' id='after'><ping xmlns='urn:xmpp:ping'/></iq>"
        )
        await peer.expect("id=[\"']after[\"'][^>]*>")
        said.append(peer.received[already:])
        over.set()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        await over.wait()
        assert ann.messages.empty()
    (answers,) = said
    assert answers.count("<iq") == 1
    assert "<message" not in answers
    assert "<presence" not in answers


@pytest.mark.parametrize(
    "sender",
    [STRANGER, "mallory@elsewhere.example", DOMAIN, f"bob@{DOMAIN}", f"{JID}/other", f"{JID}.example", SERVICE],
)
async def test_c_sec_03_a_list_of_contacts_from_elsewhere_is_refused(tmp_path: Path, sender: str) -> None:
    """CVE-2015-8688: who may send one decides who sees when we are online."""
    over = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.send(
            f"<iq from='{sender}' to='{JID}/test' type='set' id='push'><query xmlns='jabber:iq:roster'>"
            "<item jid='mallory@elsewhere.example' subscription='both'/></query></iq>"
        )
        answer = await peer.expect("<iq [^>]*id=[\"']push[\"'][^>]*>.*?</iq>")
        assert "service-unavailable" in answer[0]
        over.set()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        await over.wait()
        assert "mallory@elsewhere.example" not in ann.session.client.client_roster
