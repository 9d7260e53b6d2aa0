"""People for tests: signed in at a real server, with what they heard."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from c42desktop.demo.prosody import DOMAIN, SERVICE
from c42desktop.presence import Presence
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.client import Client
from c42desktop.xmpp.login import Login, State, Status, Way
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.pubsub import OWNER_NS, PubSub
from c42desktop.xmpp.pulse import DEAD_AFTER
from c42desktop.xmpp.refusals import RefusalError
from c42desktop.xmpp.session import Session
from tests.conftest import PASSWORDS
from tests.servers import Reached, XmppServer, url_of

_numbers = itertools.count(1)


def login_at(server: XmppServer, name: str = "ann", **changes: object) -> Login:
    """How `name` signs in at `server`, in the way it is reached; `changes` override fields."""
    way = changes.get("way") or (server.way if isinstance(server, Reached) else Way.AUTOMATIC)
    assert isinstance(way, Way)
    fields: dict[str, object] = {
        "jid": f"{name}@{DOMAIN}",
        "host": "127.0.0.1",
        "port": server.ports.starttls,
        "ca_file": str(server.ca_file),
        "resource": f"test.{next(_numbers)}",
        "way": way,
        "url": url_of(server, way),
    }
    return Login(**{**fields, **changes})  # type: ignore[arg-type]


class Witness:
    """A session that keeps what it is told."""

    def __init__(
        self,
        login: Login,
        password: str,
        dead_after: float = DEAD_AFTER,
        memory: Memory | None = None,
        presence: Callable[[], Presence] = Presence,
    ) -> None:
        self.statuses: list[Status] = []
        self.messages: asyncio.Queue[ET.Element] = asyncio.Queue()
        self.resumed: list[bool] = []  # one for each stream that came online
        self.made: list[NodeAddress] = []  # the calendars made by `calendar`
        self._changed = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        self.session = Session(
            login,
            password,
            on_status=self._status,
            on_event=self.messages.put_nowait,
            on_online=self.resumed.append,
            wait=lambda _attempt: 0.1,
            dead_after=dead_after,
            memory=memory,
            presence=presence,
        )
        self.pubsub = PubSub(self.session)

    async def until(self, *states: State) -> Status:
        """The next status that is one of `states`, or the present one if it is."""
        async with asyncio.timeout(20), self._changed:
            await self._changed.wait_for(lambda: self.session.status.state in states)
        return self.session.status

    def _status(self, status: Status) -> None:
        self.statuses.append(status)
        task = asyncio.ensure_future(self._notify())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()


def all_that_is_sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What every session of the test writes to its stream from now on, one text for each time."""
    sent: list[str] = []
    send = Client.send_raw

    def record(client: Client, data: str | bytes) -> None:
        sent.append(str(data))
        send(client, data)

    monkeypatch.setattr(Client, "send_raw", record)
    return sent


@asynccontextmanager
async def witness(
    login: Login, password: str | None = None, dead_after: float = DEAD_AFTER, memory: Memory | None = None
) -> AsyncIterator[Witness]:
    """A session that is started, and stopped at the end."""
    known = PASSWORDS[login.jid.partition("@")[0]] if password is None else password
    seen = Witness(login, known, dead_after, memory)
    seen.session.start()
    try:
        yield seen
    finally:
        await seen.session.stop()


@asynccontextmanager
async def signed_in(server: XmppServer, name: str = "ann") -> AsyncIterator[Witness]:
    """`name`, online at `server`."""
    async with witness(login_at(server, name)) as seen:
        await seen.until(State.ONLINE)
        yield seen


def new_node() -> NodeAddress:
    """A node that no other test uses."""
    return NodeAddress(SERVICE, f"calendar-{next(_numbers)}")


async def calendar(owner: Witness, **options: str) -> NodeAddress:
    """A new calendar of somebody's; `options` are fields of its configuration."""
    address = new_node()
    fields = {"pubsub#title": "Team", "pubsub#max_items": "100", "pubsub#access_model": "open"}
    fields["pubsub#notify_delete"] = "1"  # as Prosody always does; ejabberd keeps quiet by default
    await owner.pubsub.create(address, fields | {f"pubsub#{name}": value for name, value in options.items()})
    owner.made.append(address)
    return address


async def end_subscriptions(owner: Witness, *names: str) -> None:
    """Nobody of these follows a calendar of the owner's any more: each would be looked at in every later test.

    Deleting them would not do. See test_silent_changes.
    """
    await asyncio.gather(*(_end_subscription(owner, address, name) for address in owner.made for name in names))


async def _end_subscription(owner: Witness, address: NodeAddress, name: str) -> None:
    query = ET.Element(f"{{{OWNER_NS}}}pubsub")
    ended = ET.SubElement(query, f"{{{OWNER_NS}}}subscriptions", node=address.node)
    ET.SubElement(ended, f"{{{OWNER_NS}}}subscription", jid=f"{name}@{DOMAIN}", subscription="none")
    with contextlib.suppress(RefusalError):  # there is none, or the test has deleted the calendar
        await owner.pubsub._ask("set", address.service, query)
