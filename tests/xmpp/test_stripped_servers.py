"""Servers, or whoever plays them, that take encryption away: they get not one byte that helps to sign in."""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from c42desktop.xmpp.client import Client
from c42desktop.xmpp.login import Login, Proof, State, Status, Way
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.proxy import Proxies, Proxy
from c42desktop.xmpp.routes import Routes
from c42desktop.xmpp.transports import urls
from tests.people import Witness, witness
from tests.xmpp.scripted import (
    BIND,
    DOMAIN,
    JID,
    PASSWORD,
    SASL_NS,
    STARTTLS,
    Peer,
    ScramServer,
    ScriptedServer,
    mechanisms,
)

USER = JID.partition("@")[0]
OFFERED = [("LOGIN",), ("PLAIN",), ("SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"), ("ANONYMOUS",), ("EXTERNAL",)]
TOKENS = ("OAUTHBEARER", "X-OAUTH2")
# All that may make a person careless, or that a person may have allowed for another case.
ALLOWED: dict[str, Any] = {"allow_plain": True}


def credentials(said: str) -> list[str]:
    """Whatever of an account is in what a client said, in clear or in base64 at any offset."""
    found = [part for part in ("<auth", "<iq", "<response", PASSWORD) if part in said]
    words = re.findall(r"[A-Za-z0-9+/]{4,}={0,2}", said)
    for word in words:
        for start in range(4):
            cut = word[start:].rstrip("=")
            plain = base64.b64decode(cut + "=" * (-len(cut) % 4) if len(cut) % 4 != 1 else cut[:-1])
            found += [part for part in (USER, PASSWORD) if part.encode() in plain]
    if re.search(rf"\b{USER}\b", said):
        found.append(USER)
    return found


def test_credentials_are_found_wherever_they_are() -> None:
    for said in (PASSWORD, "<auth/>", JID, *(base64.b64encode(b"x" * n + USER.encode()).decode() for n in range(5))):
        assert credentials(f"<a>{said}</a>"), said
    assert not credentials(f"<stream:stream to='{DOMAIN}' xmlns:stream='http://etherx.jabber.org/streams'>")


async def refused(login: Login) -> Status:
    async with witness(login, PASSWORD) as ann:
        return await ann.until(State.REFUSED, State.WAITING, State.ONLINE)


async def through(login: Login, proxy: Proxy) -> Status:
    """The same through a proxy."""

    async def find(_host: str) -> Proxies:
        return Proxies(proxy, proxy)

    ann = Witness(login, PASSWORD)
    ann.session._routes = Routes(login, Memory(), find)
    ann.session.start()
    try:
        return await ann.until(State.REFUSED, State.WAITING, State.ONLINE)
    finally:
        await ann.session.stop()


@asynccontextmanager
async def http_proxy(asked: list[str]) -> AsyncIterator[Proxy]:
    """A proxy on this computer that leads anywhere (HTTP CONNECT), and where it was asked to."""

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        target = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
        asked.append(target)
        there, onward = await asyncio.open_connection(*target.rsplit(":", 1))
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await asyncio.wait((pump(reader, onward), pump(there, writer)), return_when=asyncio.FIRST_COMPLETED)
        onward.transport.abort()
        writer.transport.abort()

    def pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> asyncio.Task[None]:
        async def copy() -> None:
            while data := await source.read(65536):
                target.write(data)

        return asyncio.ensure_future(copy())

    server = await asyncio.start_server(relay, "127.0.0.1", 0)
    try:
        yield Proxy("http", "127.0.0.1", server.sockets[0].getsockname()[1])
    finally:
        server.close()
        await asyncio.sleep(0.01)


def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, whoever is connected to is at another address."""
    made = Client.connection_made

    def connection_made(client: Client, transport: Any, send_event: bool = True) -> None:
        transport._extra["peername"] = ("192.0.2.1", 5222)
        made(client, transport, send_event)

    monkeypatch.setattr(Client, "connection_made", connection_made)


@pytest.mark.parametrize("offered", [*OFFERED, TOKENS])
@pytest.mark.parametrize("proof", [Proof.PASSWORD, Proof.OAUTHBEARER, Proof.X_OAUTH2])
async def test_c_sec_05_a_server_without_starttls_gets_no_credentials(
    tmp_path: Path, offered: tuple[str, ...], proof: Proof
) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(mechanisms(*offered), BIND)
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await refused(server.login(proof=proof, **ALLOWED))
    assert status.state is State.REFUSED
    assert status.reason == f"{DOMAIN} does not offer an encrypted connection. Nothing was sent."
    assert credentials(server.received) == []
    assert server.received.count("<") == 1, "one stream header, and nothing else"


async def deny(peer: Peer) -> None:
    await peer.greet(STARTTLS, mechanisms("PLAIN", "LOGIN"))
    await peer.expect("<starttls[^>]*/>")
    await peer.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
    await peer.until_closed()


async def go_on_without(peer: Peer) -> None:
    await peer.greet(STARTTLS, mechanisms("PLAIN", "LOGIN"))
    await peer.expect("<starttls[^>]*/>")
    await peer.send(f"<stream:features>{mechanisms('PLAIN', 'LOGIN')}</stream:features>")
    await peer.until_closed()


async def claim_success(peer: Peer) -> None:
    await peer.greet(STARTTLS, mechanisms("PLAIN", "LOGIN"))
    await peer.send(f"<success xmlns='{SASL_NS}'/>")
    await peer.greet(mechanisms("PLAIN"), BIND)
    await peer.until_closed()


async def challenge(peer: Peer) -> None:
    await peer.greet(STARTTLS, mechanisms("PLAIN", "LOGIN"))
    await peer.send(f"<challenge xmlns='{SASL_NS}'/>")
    await peer.until_closed()


@pytest.mark.parametrize("script", [deny, go_on_without, claim_success, challenge])
async def test_c_sec_05_a_server_that_offers_tls_and_takes_it_back_gets_no_credentials(
    tmp_path: Path, script: Callable[[Peer], Awaitable[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("c42desktop.xmpp.session.CONNECT_TIMEOUT", 1.0)
    async with ScriptedServer(tmp_path, script) as server:
        status = await refused(server.login(**ALLOWED))
    assert status.state is not State.ONLINE
    assert credentials(server.received) == []


@pytest.mark.parametrize(("way", "scheme"), [(Way.BOSH, "http"), (Way.WEBSOCKET, "ws")])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
async def test_c_sec_05_without_encryption_the_web_is_not_even_connected_to(
    tmp_path: Path, way: Way, scheme: str, host: str
) -> None:
    async with ScriptedServer(tmp_path, Peer.until_closed) as server:
        status = await refused(server.login(way=way, url=f"{scheme}://{host}:{server.port}/x", **ALLOWED))
    assert (status.state, status.field) == (State.REFUSED, "url")
    assert server.peers == []


@pytest.mark.parametrize(("way", "scheme"), [(Way.BOSH, "http"), (Way.WEBSOCKET, "ws")])
@pytest.mark.parametrize(
    "host", ["example.org", "localhost.example.org", "127.0.0.1.example.org", "192.0.2.1", "2130706433"]
)
def test_c_sec_05_only_this_computer_can_be_allowed_to_go_without(way: Way, scheme: str, host: str) -> None:
    assert urls.is_allowed(way, f"{scheme}://127.0.0.1/x", unencrypted=True)
    assert not urls.is_allowed(way, f"{scheme}://{host}/x", unencrypted=True)


# -- what a person may allow: no TLS where the server is this computer ------------------------------------------------


async def signs_in(peer: Peer) -> None:
    await peer.greet(mechanisms("SCRAM-SHA-256"))
    scram = ScramServer((await peer.auth())[1])
    await peer.succeed(scram.last(await peer.challenge(scram.first)))
    await peer.greet(BIND)
    await peer.bind()
    await peer.until_closed()


async def test_this_computer_needs_no_encryption_where_that_is_allowed(tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, signs_in) as server:
        assert (await refused(server.login(allow_unencrypted=True))).state is State.ONLINE


async def test_c_sec_05_this_computer_is_known_by_its_address_and_not_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever answers for names can say that localhost is anywhere."""
    elsewhere(monkeypatch)
    async with ScriptedServer(tmp_path, signs_in) as server:
        login = server.login(host="localhost", allow_unencrypted=True, **ALLOWED)
        status = await refused(login)
    assert status.reason == f"{DOMAIN} does not offer an encrypted connection. Nothing was sent."
    assert credentials(server.received) == []


async def test_c_sec_05_a_proxy_on_this_computer_is_not_the_server(tmp_path: Path) -> None:
    """The address at the other end is this computer's, and the server may be anywhere behind it."""
    asked: list[str] = []
    async with ScriptedServer(tmp_path, signs_in) as server, http_proxy(asked) as proxy:
        status = await through(server.login(allow_unencrypted=True, **ALLOWED), proxy)
    assert asked == [f"127.0.0.1:{server.port}"]
    assert status.reason == f"{DOMAIN} does not offer an encrypted connection. Nothing was sent."
    assert credentials(server.received) == []


@pytest.mark.parametrize(("way", "scheme"), [(Way.BOSH, "http"), (Way.WEBSOCKET, "ws")])
async def test_c_sec_05_what_is_not_encrypted_goes_through_no_proxy(tmp_path: Path, way: Way, scheme: str) -> None:
    asked: list[str] = []
    async with ScriptedServer(tmp_path, Peer.until_closed) as server, http_proxy(asked) as proxy:
        url = f"{scheme}://127.0.0.1:{server.port}/x"
        login = server.login(way=way, url=url, allow_unencrypted=True)
        waiting = asyncio.ensure_future(through(login, proxy))
        await server.until_seen(server.peers)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    assert asked == []


async def test_the_certificate_of_a_server_behind_a_proxy_is_looked_at_there(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(STARTTLS)
        await peer.start_tls()
        await peer.until_closed()

    asked: list[str] = []
    async with ScriptedServer(tmp_path, script, names=("other.example",)) as server, http_proxy(asked) as proxy:
        status = await through(server.login(), proxy)
    assert "it is for other.example" in status.reason
    assert status.fingerprint
    assert asked == [f"127.0.0.1:{server.port}"] * 2


async def test_encryption_that_is_offered_is_used_also_where_none_is_needed(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(STARTTLS, mechanisms("SCRAM-SHA-256"))
        await peer.start_tls()
        await signs_in(peer)

    async with ScriptedServer(tmp_path, script) as server:
        assert (await refused(server.login(allow_unencrypted=True))).state is State.ONLINE
    assert server.received.index("<starttls") < server.received.index("<auth")
