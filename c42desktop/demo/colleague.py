"""Bram, who owns the calendars of the demo and keeps changing them. A session of his own, to the real server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import AsyncExitStack

from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.demo.story import TITLES, Plan, Publish, changes, payload
from c42desktop.errors import UserError
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login, State, Status
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.session import Session

log = logging.getLogger(__name__)

FIRST_CHANGE = 6.0  # seconds, so that one can look at the agenda before it changes
MAX_ITEMS = "500"


def login_of(server: Prosody, name: str, resource: str) -> Login:
    """How `name` signs in at the demo's server."""
    return Login(f"{name}@{DOMAIN}", "127.0.0.1", server.ports.starttls, str(server.ca_file), resource)


class Person:
    """Somebody online at the demo's server, as an async context manager."""

    def __init__(self, login: Login, password: str) -> None:
        self._ready = asyncio.Event()
        self._problem = ""
        self.session = Session(
            login, password, on_status=self._status, on_event=lambda _m: None, on_online=self._ready.set
        )
        self.pubsub = PubSub(self.session)

    async def __aenter__(self) -> Person:
        self.session.start()
        await self._ready.wait()
        if self._problem:
            await self.session.stop()
            raise UserError(self._problem)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self.session.stop()

    def _status(self, status: Status) -> None:
        if status.state is State.REFUSED:
            self._problem = status.reason
            self._ready.set()


async def prepare(bram: Person, ann: Person, plans: Sequence[Plan]) -> None:
    """Bram creates and fills the calendars; Ann is subscribed to them before the application starts."""
    for node, title in TITLES.items():
        address = NodeAddress(SERVICE, node)
        await bram.pubsub.create(
            address, {"pubsub#title": title, "pubsub#max_items": MAX_ITEMS, "pubsub#send_last_published_item": "never"}
        )
        await ann.pubsub.subscribe(address)
    for plan in plans:
        await bram.pubsub.publish(NodeAddress(SERVICE, plan.calendar), plan.item_id, payload(plan))


async def keep_changing(bram: Person, plans: list[Plan], every: float) -> None:
    """One change each `every` seconds, until cancelled."""
    await asyncio.sleep(min(every, FIRST_CHANGE))
    for step in changes(plans):
        address = NodeAddress(SERVICE, step.plan.calendar)
        try:
            if isinstance(step, Publish):
                await bram.pubsub.publish(address, step.plan.item_id, payload(step.plan))
            else:
                await bram.pubsub.retract(address, step.plan.item_id)
        except UserError as error:  # the server was stopped on purpose, to see what happens
            log.info("The colleague could not make a change: %s", error)
        await asyncio.sleep(every)


async def enter(stack: AsyncExitStack, server: Prosody, name: str, password: str) -> Person:
    """Sign `name` in for as long as `stack` lasts."""
    return await stack.enter_async_context(Person(login_of(server, name, f"demo.{name}"), password))
