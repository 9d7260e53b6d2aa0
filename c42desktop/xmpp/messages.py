"""One message to somebody, and whether our server took it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import Any

from slixmpp.jid import JID
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from c42desktop.xmpp.pubsub import TIMEOUT
from c42desktop.xmpp.refusals import refusal, unanswered
from c42desktop.xmpp.request import ask
from c42desktop.xmpp.session import Session

_PING = "{urn:xmpp:ping}ping"


async def send_message(session: Session, to: str, body: str, children: Iterable[ET.Element]) -> None:
    """Send a message (RFC 6121 §5.2), and wait until our server has read it: it answers in the order it was asked in.

    Raises RefusalError where the message came back by then or our server does not answer, OfflineError.
    """
    client = session.client
    message: Any = client.make_message(mto=JID(to), mbody=body, mtype="normal")
    message["id"] = client.new_id()
    for child in children:
        message.append(child)
    returned: list[ET.Element] = []

    def take(stanza: Any) -> None:
        if stanza.xml.get("id") == message["id"] and stanza.xml.get("type") == "error":
            returned.append(stanza.xml)

    name = f"return of {message['id']}"
    client.register_handler(Callback(name, MatchXPath("{jabber:client}message"), take))
    try:
        client.send(message)
        await ask(client, "get", JID(session.login.domain), ET.Element(_PING), TIMEOUT)
    except TimeoutError as error:
        raise unanswered(session.login.domain) from error
    finally:
        client.remove_handler(name)
    if returned:
        raise refusal(returned[0], to)
