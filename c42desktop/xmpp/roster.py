"""The contacts of an account, asked for once when somebody needs them (RFC 6121 §2.1.4); nothing is kept here."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from c42desktop.xmpp.answers import prepared
from c42desktop.xmpp.asking import ask_service
from c42desktop.xmpp.pubsub import TIMEOUT
from c42desktop.xmpp.session import Session

MOST_CONTACTS = 2000
_ROSTER = "{jabber:iq:roster}"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody in the contact list; `name` is what the account's owner calls them, maybe nothing."""

    jid: str
    name: str = ""


class Roster:
    """The request of one session. Raises as those of PubSub do."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def contacts(self) -> tuple[Contact, ...]:
        """Everybody in the contact list, by name."""
        own = self._session.login.jid
        answer = await ask_service(self._session, "get", own, ET.Element(f"{_ROSTER}query"), TIMEOUT)
        return contacts_in(answer)


def contacts_in(answer: ET.Element) -> tuple[Contact, ...]:
    """The people in the answer, each once; gateways and rooms have no name before the @."""
    found: dict[str, Contact] = {}
    for each in answer.iterfind(f"{_ROSTER}query/{_ROSTER}item"):
        jid = prepared(each.get("jid", ""))
        if "@" in jid and len(found) < MOST_CONTACTS:
            found.setdefault(jid, Contact(jid, each.get("name", "")))
    return tuple(sorted(found.values(), key=lambda each: ((each.name or each.jid).casefold(), each.jid)))
