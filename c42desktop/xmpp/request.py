"""One request and its answer (RFC 6120 §8.2.3)."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from typing import Any, Literal

from slixmpp.jid import JID, InvalidJID
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher.base import MatcherBase

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import is_xml_text
from c42desktop.xmpp.client import Client


class OfflineError(UserError):
    """There is no stream to send a request on, or it ended before the answer came."""


class _AnswerTo(MatcherBase):
    """Matches the answer to one request, from exactly the one who was asked (C-SEC-02).

    The library's own takes answers of the other's domain and of our server too, and loses those whose error it does
    not know.
    """

    def __init__(self, number: str, asked: JID, own: JID) -> None:
        super().__init__(number)
        self._number = number
        # No sender: our own account speaks (RFC 6120 §8.1.2.1).
        self._senders = {asked.full, ""} if asked.full == own.bare else {asked.full}

    def match(self, stanza: Any) -> bool:
        """Whether this is it."""
        xml: ET.Element = stanza.xml
        if xml.tag != "{jabber:client}iq" or xml.get("type") not in ("result", "error"):
            return False
        try:
            sender = JID(xml.get("from", "")).full
        except InvalidJID:
            return False
        return xml.get("id") == self._number and sender in self._senders


async def ask(client: Client, kind: Literal["get", "set"], to: JID, query: ET.Element, timeout: float) -> ET.Element:
    """The answer, be it a result or an error. Raises OfflineError, and TimeoutError where there is none.

    `timeout` is in seconds; a line so slow that an answer takes longer to come in has as long as it needs.
    """
    if not is_xml_text(ET.tostring(query, encoding="unicode")):
        raise UserError(_("There is a control character in this, and XMPP cannot carry it."), field="uri")
    iq: Any = client.make_iq(ito=to, itype=kind)
    iq.append(query)
    answered: asyncio.Future[ET.Element] = asyncio.get_running_loop().create_future()
    name = f"answer to {iq['id']}"

    def take(stanza: Any) -> None:
        if not answered.done():
            answered.set_result(stanza.xml)

    client.register_handler(Callback(name, _AnswerTo(iq["id"], to, client.boundjid), take))
    try:
        client.send(iq)
        # The library leaves requests pending when the stream ends under them.
        while True:
            await asyncio.wait((answered, client.ended), timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
            if answered.done() or client.ended.done() or not client.is_receiving(timeout):
                break  # else something long is coming in: the answer, or what the answer waits behind
    finally:
        client.remove_handler(name)
    if answered.done():
        return answered.result()
    if client.ended.done():
        raise OfflineError(_("The connection was lost."))
    raise TimeoutError
