"""Bram, who owns the calendars of the demo and keeps changing them. A session of his own, to the real server."""

from __future__ import annotations

import asyncio
import logging
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from c42desktop.calendar.answers import ANSWERS, Answer
from c42desktop.calendar.payloads import decode
from c42desktop.calendar.payloads.rsvp import answered
from c42desktop.demo.formats import payload
from c42desktop.demo.plan import TITLES, Plan, Publish, Step
from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.demo.story import changes
from c42desktop.errors import UserError
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.pubsub_owner import Owner, Part

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
            address,
            {
                "pubsub#title": title,
                "pubsub#max_items": MAX_ITEMS,
                "pubsub#send_last_published_item": "never",
                "pubsub#publish_model": "open",  # answers to invitations are written into the events
            },
        )
        await Owner(bram.session).set_part(address, Part(f"ann@{DOMAIN}", "publisher"))  # she deletes and moves, too
        await ann.subscribe(address)
    for plan in plans:
        await bram.publish(NodeAddress(SERVICE, plan.calendar), plan.item_id, payload(plan))


async def keep_changing(bram: PubSub, plans: list[Plan], every: float) -> None:
    """One change each `every` seconds, until cancelled."""
    await asyncio.sleep(min(every, FIRST_CHANGE))
    for step in changes(plans):
        try:
            await _do(bram, step)
        except UserError as error:  # the server was stopped on purpose, to see what happens
            log.info("The colleague could not make a change: %s", error)
        await asyncio.sleep(every)


async def _do(bram: PubSub, step: Step) -> None:
    for each in step:
        address = NodeAddress(SERVICE, each.plan.calendar)
        if isinstance(each, Publish):
            await bram.publish(address, each.plan.item_id, await _with_answers(bram, address, each.plan))
        else:
            await bram.retract(address, each.plan.item_id)


async def _with_answers(bram: PubSub, address: NodeAddress, plan: Plan) -> ET.Element:
    """The plan as XML, with what others have answered to it so far."""
    made = payload(plan)
    fetched = await bram.items(address, [plan.item_id])
    known = dict(fetched.items).get(plan.item_id)
    for event in decode(known, plan.item_id) if known is not None else ():
        said = [(event.personal.answer, ""), *((person.answer, person.address) for person in event.attendees)]
        for answer, person in said:
            if answer in ANSWERS:
                made = answered(made, plan.item_id, Answer(event.uid, "", answer, person))
    return made
