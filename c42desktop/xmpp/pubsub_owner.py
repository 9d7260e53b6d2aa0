"""What the owner of a node may ask of its service (XEP-0060 §8). Each is one answer awaited, as in `pubsub`.

What strangers and services write is taken within bounds: no more people than anybody would look through.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.answers import prepared
from c42desktop.xmpp.approvals import AUTHORIZATION
from c42desktop.xmpp.asking import ask_service
from c42desktop.xmpp.forms import Fields, find_form, submission
from c42desktop.xmpp.messages import send_message
from c42desktop.xmpp.pubsub import NS, OWNER_NS, TIMEOUT
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.session import Session

CONFIGURATION = f"{NS}#node_config"
MOST_PEOPLE = 1000
_O = f"{{{OWNER_NS}}}"
_COMMAND = "{http://jabber.org/protocol/commands}command"


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody is to a node: `affiliation` is owner, publisher, publish-only, member or outcast (§4.1)."""

    jid: str
    affiliation: str


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody's subscription: `state` is pending, unconfigured or subscribed (§4.2)."""

    jid: str
    state: str


class Owner:
    """The requests of one session. Raises as those of PubSub do."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def configuration(self, address: NodeAddress) -> Fields:
        """The fields of the node's configuration (§8.2.1)."""
        answer = await self._ask("get", address, "configure")
        form = answer.find(f"{_O}pubsub/{_O}configure")
        return (find_form(form, CONFIGURATION) if form is not None else None) or {}

    async def configure(self, address: NodeAddress, fields: Mapping[str, str]) -> None:
        """Change these fields of the configuration, and leave the others as they are (§8.2.4)."""
        known = await self.configuration(address)
        form = submission(CONFIGURATION, {**known, **{name: [value] for name, value in fields.items()}})
        await self._ask("set", address, "configure", form)

    async def parts(self, address: NodeAddress) -> tuple[Part, ...]:
        """Who is what to the node (§8.9.1)."""
        return parts_in(await self._ask("get", address, "affiliations"))

    async def set_part(self, address: NodeAddress, part: Part) -> None:
        """Make somebody something else to the node; "none" makes them nothing (§8.9.2).

        Prosody refuses some that it sets none the less: what is said counts less than what is so afterwards.
        """
        change = ET.Element(f"{_O}affiliation", jid=part.jid, affiliation=part.affiliation)
        try:
            await self._ask("set", address, "affiliations", change)
        except RefusalError:
            now = {each.jid: each.affiliation for each in await self.parts(address)}
            if now.get(prepared(part.jid), "none") != part.affiliation:
                raise

    async def subscribers(self, address: NodeAddress) -> tuple[Subscriber, ...]:
        """Who is subscribed, and who waits to be let in, where the service lists those too (§8.8.1)."""
        return subscribers_in(await self._ask("get", address, "subscriptions"))

    async def set_subscription(self, address: NodeAddress, jid: str, state: str) -> None:
        """Subscribe somebody, let them in, or end their subscription ("none") (§8.8.2). As `set_part`."""
        change = ET.Element(f"{_O}subscription", jid=jid, subscription=state)
        try:
            await self._ask("set", address, "subscriptions", change)
        except RefusalError as error:
            if error.cause is Cause.UNSUPPORTED:
                raise
            now = {each.jid: each.state for each in await self.subscribers(address)}
            if now.get(prepared(jid), "none") != state:
                raise

    async def answer_request(self, address: NodeAddress, jid: str, *, allow: bool) -> None:
        """Let somebody in who asked, or not. With the request that has an answer, where the service knows that one;
        else with the form that was sent for it (§8.6)."""
        try:
            await self.set_subscription(address, jid, "subscribed" if allow else "none")
        except RefusalError as error:
            if error.cause is not Cause.UNSUPPORTED:
                raise
            await send_message(self._session, address.service, "", [_decision(address, jid, allow=allow)])

    async def repeat_requests(self, address: NodeAddress) -> None:
        """Have the service send us again who waits to be let into the node (§8.7)."""
        command = ET.Element(_COMMAND, node=f"{NS}#get-pending", action="execute")
        command.append(submission(AUTHORIZATION, {"pubsub#node": [address.node]}))
        await ask_service(self._session, "set", address.service, command, TIMEOUT)

    async def _ask(
        self, kind: Literal["get", "set"], address: NodeAddress, about: str, change: ET.Element | None = None
    ) -> ET.Element:
        query = ET.Element(f"{_O}pubsub")
        inner = ET.SubElement(query, f"{_O}{about}", node=address.node)
        inner.extend([] if change is None else [change])
        return await ask_service(self._session, kind, address.service, query, TIMEOUT)


def parts_in(answer: ET.Element) -> tuple[Part, ...]:
    """The people in the answer about affiliations, each once."""
    found: dict[str, Part] = {}
    for each in answer.iterfind(f"{_O}pubsub/{_O}affiliations/{_O}affiliation"):
        jid, affiliation = prepared(each.get("jid", "")), each.get("affiliation", "none")
        if jid and affiliation != "none" and len(found) < MOST_PEOPLE:
            found[jid] = Part(jid, affiliation)
    return tuple(found.values())


def subscribers_in(answer: ET.Element) -> tuple[Subscriber, ...]:
    """The people in the answer about subscriptions, each once: who has one that counts does not wait."""
    found: dict[str, Subscriber] = {}
    for each in answer.iterfind(f"{_O}pubsub/{_O}subscriptions/{_O}subscription"):
        jid, state = prepared(each.get("jid", "")), each.get("subscription", "none")
        known = found.get(jid)
        if not jid or state == "none" or (known is None and len(found) == MOST_PEOPLE):
            continue
        if known is None or known.state != "subscribed":
            found[jid] = Subscriber(jid, state)
    return tuple(found.values())


def _decision(address: NodeAddress, jid: str, *, allow: bool) -> ET.Element:
    fields = {"pubsub#node": [address.node], "pubsub#subscriber_jid": [jid], "pubsub#allow": ["1" if allow else "0"]}
    return submission(AUTHORIZATION, fields)
