"""Bram, who owns the calendars of the demo and keeps changing them. A session of his own, to the real server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from c42desktop.demo.formats import payload
from c42desktop.demo.plan import TITLES, Plan, Publish
from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.demo.story import changes
from c42desktop.errors import UserError
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.pubsub import PubSub

log = logging.getLogger(__name__)

FIRST_CHANGE = 6.0  # seconds, so that one can look at the agenda before it changes
MAX_ITEMS = "500"


def login_of(server: Prosody, name: str, resource: str) -> Login:
    """How `name` signs in at the demo's server."""
    return Login(f"{name}@{DOMAIN}", "127.0.0.1", server.ports.starttls, str(server.ca_file), resource)


async def prepare(bram: PubSub, ann: PubSub, plans: Sequence[Plan]) -> None:
    """Bram creates and fills the calendars; Ann is subscribed to them before the application starts."""
    for node, title in TITLES.items():
        address = NodeAddress(SERVICE, node)
        await bram.create(
            address, {"pubsub#title": title, "pubsub#max_items": MAX_ITEMS, "pubsub#send_last_published_item": "never"}
        )
        await ann.subscribe(address)
    for plan in plans:
        await bram.publish(NodeAddress(SERVICE, plan.calendar), plan.item_id, payload(plan))


async def keep_changing(bram: PubSub, plans: list[Plan], every: float) -> None:
    """One change each `every` seconds, until cancelled."""
    await asyncio.sleep(min(every, FIRST_CHANGE))
    for step in changes(plans):
        address = NodeAddress(SERVICE, step.plan.calendar)
        try:
            if isinstance(step, Publish):
                await bram.publish(address, step.plan.item_id, payload(step.plan))
            else:
                await bram.retract(address, step.plan.item_id)
        except UserError as error:  # the server was stopped on purpose, to see what happens
            log.info("The colleague could not make a change: %s", error)
        await asyncio.sleep(every)
