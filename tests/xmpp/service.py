"""A pubsub service that answers as a test says, one request after the other."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub
from tests.xmpp.scripted import JID, SERVICE, Peer, ScriptedServer

TEAM = NodeAddress(SERVICE, "team")
PUBSUB = "http://jabber.org/protocol/pubsub"
INFO = "http://jabber.org/protocol/disco#info"

Answer = Callable[[str], str]
"""The inside of the answer to a request (its XML); text that begins with an error element makes it an error."""


@asynccontextmanager
async def service(folder: Path, *answers: str | Answer) -> AsyncIterator[tuple[PubSub, ScriptedServer]]:
    """A session whose requests get these answers, one after the other; then the stream ends."""

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        for answer in answers:
            found = await peer.expect(r"<iq [^>]*?>.*?</iq>")
            request = ET.fromstring(found[0])
            inside = answer if isinstance(answer, str) else answer(found[0])
            kind = "error" if inside.startswith("<error") else "result"
            await peer.send(
                f"<iq type='{kind}' id='{request.get('id')}' from='{request.get('to')}' to='{JID}/test'>{inside}</iq>"
            )
        await peer.expect("</stream:stream>|<iq [^>]*?>.*?</iq>")

    async with ScriptedServer(folder, script) as server, server.online() as ann:
        yield ann.pubsub, server


def error(condition: str, kind: str = "cancel") -> str:
    return f"<error type='{kind}'><{condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"


def items(*ids: str, last: str = "", count: str = "") -> str:
    inside = "".join(f"<item id='{each}'><x xmlns='p'/></item>" for each in ids)
    page = ""
    if last or count:
        page = f"<set xmlns='http://jabber.org/protocol/rsm'><last>{last}</last><count>{count}</count></set>"
    return f"<pubsub xmlns='{PUBSUB}'><items node='team'>{inside}</items>{page}</pubsub>"


def info(inside: str) -> str:
    return f"<query xmlns='{INFO}'>{inside}</query>"


def form(kind: str, **fields: str) -> str:
    values = "".join(
        f"<field var='{var}'><value>{value}</value></field>"
        for var, value in {"FORM_TYPE": kind, **{f"pubsub#{name}": text for name, text in fields.items()}}.items()
    )
    return f"<x xmlns='jabber:x:data' type='result'>{values}</x>"


def listing(*nodes: str, last: str = "", count: str = "") -> str:
    """The answer to disco#items; a node with "=" in it has a name."""
    entries = (node.partition("=") for node in nodes)
    inside = "".join(
        f"<item jid='{SERVICE}' node='{node}'" + (f" name='{name}'/>" if name else "/>") for node, _is, name in entries
    )
    page = (
        f"<set xmlns='http://jabber.org/protocol/rsm'><last>{last}</last><count>{count}</count></set>" if last else ""
    )
    return f"<query xmlns='http://jabber.org/protocol/disco#items'>{inside}{page}</query>"


def subscription(state: str, **attributes: str) -> str:
    """The answer to a subscription."""
    more = "".join(f" {name}='{value}'" for name, value in attributes.items())
    return f"<pubsub xmlns='{PUBSUB}'><subscription node='team' jid='{JID}' subscription='{state}'{more}/></pubsub>"
