"""Bram, who owns a calendar, and people who read it: at each of the servers, reached in each of the ways."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.xmpp import pubsub as pubsub_module
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Way
from tests.people import Witness, calendar, end_subscriptions, signed_in
from tests.readers import Reader, reading
from tests.servers import WAYS, Reached, XmppServer


@pytest.fixture(scope="session", params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    """Each way to a server in turn. Tests of what one way only has choose theirs: see `ways`."""
    chosen: Way = request.param
    return chosen


@pytest.fixture(scope="session")
def server(server: XmppServer, way: Way) -> Reached:
    """Each of the real servers, reached in each of the ways."""
    return Reached(server, way)


@pytest.fixture(autouse=True)
def quick_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this Prosody does not answer need not be waited for here."""
    monkeypatch.setattr(pubsub_module, "LIST_TIMEOUT", 0.5)


@pytest_asyncio.fixture
async def bram(server: XmppServer) -> AsyncIterator[Witness]:
    """Bram, who owns the calendars."""
    async with signed_in(server, "bram") as publisher:
        yield publisher
        await end_subscriptions(publisher, "ann", "vera", "ruth")


@pytest_asyncio.fixture
async def team(bram: Witness) -> NodeAddress:
    """A new calendar of Bram's."""
    return await calendar(bram)


@asynccontextmanager
async def subscribed(server: XmppServer, folder: Path, name: str, team: NodeAddress) -> AsyncIterator[Reader]:
    """Somebody online, subscribed to a calendar of Bram's, who was told nothing yet."""
    async with reading(server, folder / f"{name}.sqlite", name) as reader:
        await reader.link.sync.subscribe(team)
        reader.updates.clear()
        yield reader


@pytest_asyncio.fixture
async def ann(server: XmppServer, tmp_path: Path, team: NodeAddress) -> AsyncIterator[Reader]:
    """Ann, online and subscribed to the team's calendar."""
    async with subscribed(server, tmp_path, "ann", team) as reader:
        yield reader


@pytest_asyncio.fixture
async def vera(server: XmppServer, tmp_path: Path, team: NodeAddress) -> AsyncIterator[Reader]:
    """Vera, likewise. Her calendars are deleted: from then on Prosody does not list her subscriptions."""
    async with subscribed(server, tmp_path, "vera", team) as reader:
        yield reader


@pytest_asyncio.fixture
async def ruth(server: XmppServer, tmp_path: Path, team: NodeAddress) -> AsyncIterator[Reader]:
    """Ruth, likewise. Nobody else uses her account, and no calendar of hers is deleted there."""
    async with subscribed(server, tmp_path, "ruth", team) as reader:
        yield reader
