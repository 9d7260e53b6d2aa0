"""One request to a service, and its answer or why there is none."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Literal

from slixmpp.jid import JID

from c42desktop.xmpp.refusals import refusal, unanswered
from c42desktop.xmpp.request import ask
from c42desktop.xmpp.session import Session


async def ask_service(
    session: Session, kind: Literal["get", "set"], service: str, query: ET.Element, timeout: float
) -> ET.Element:
    """What `service` answers. Raises RefusalError where it refuses or says nothing, OfflineError without a stream."""
    try:
        answer = await ask(session.client, kind, JID(service), query, timeout)
    except TimeoutError as error:
        raise unanswered(service) from error
    if answer.get("type") == "error":
        raise refusal(answer, service)
    return answer
